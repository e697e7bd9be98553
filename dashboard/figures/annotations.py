"""Annotations as strokes: bands, named bars, brackets, notes, today's line. Called by ``chart``."""

from collections.abc import Sequence

from dashboard.figures.drawing import Trace, fills, lines, texts
from dashboard.figures.texts import escaped
from dashboard.figures.themes import Theme, faded
from dashboard.timeline import Layout
from dashboard.timeline.annotations import ROW, TEXT_SIZE, Placed


def under_marks(layout: Layout, placed: Sequence[Placed], theme: Theme) -> list[Trace]:
    """The traces that lie under the marks: bands of periods, and the lines of notes and of today."""
    top, bottom = -4.0, layout.lanes_bottom + 6
    bands = [_box(each.left, each.right, top, bottom) for each in placed if each.kind == "period"]
    edges = [
        [(x, top), (x, bottom)] for each in placed if each.kind == "period" for x in (each.left, each.right)
    ]
    notes = [
        [(each.left, top), (each.left, _middle(layout, each) - 7)]
        for each in placed
        if each.kind == "text" and not each.today
    ]
    now = [[(each.left, top), (each.left, _middle(layout, each) - 7)] for each in placed if each.today]
    found = [
        fills(bands, faded(theme.accent, 0.1)),
        lines(edges, faded(theme.accent, 0.55), 1.0, "4px,3px"),
        lines(notes, theme.muted, 1.2, "2px,2px"),
        lines(now, theme.accent, 1.6, "6px,3px"),
    ]
    return [each for each in found if each["x"]]


def rows_of(layout: Layout, placed: Sequence[Placed], theme: Theme) -> list[Trace]:
    """The traces of the rows under the axis: bars, brackets and all words."""
    bars: dict[str, list[list[tuple[float, float]]]] = {"period": [], "era": []}
    brackets = []
    for each in placed:
        y = _middle(layout, each)
        if each.kind in bars:
            bars[each.kind].append(_box(each.left, each.right, y - 9, y + 9))
        elif each.kind == "bracket":
            brackets.append(
                [(each.left, y + 6), (each.left, y - 7), (each.right, y - 7), (each.right, y + 6)]
            )
    found = [
        fills(bars["period"], faded(theme.accent, 0.16)),
        fills(bars["era"], theme.band, theme.leader, 1.0),
        lines(brackets, theme.connector, 1.6),
        texts(
            [(each.text_x, _middle(layout, each), _words(each)) for each in placed],
            size=TEXT_SIZE,
            colour=[theme.accent if each.today else theme.text for each in placed],
            position="middle right",
        ),
    ]
    return [each for each in found if each["x"]]


def _words(placed: Placed) -> str:
    said = escaped(placed.text)
    return f"<b>{said}</b>" if placed.kind == "era" else said


def _middle(layout: Layout, placed: Placed) -> float:
    return layout.foot + placed.row * ROW + ROW / 2 - 2


def _box(left: float, right: float, top: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
