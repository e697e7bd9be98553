"""Actors by periods as a figure, the course of cooperation and conflict under it. For app and exports."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dashboard.figures.answers import Answer, answering
from dashboard.figures.drawing import Ring, Trace, fills, lines, texts, trace
from dashboard.figures.frame import Look, framed, note
from dashboard.figures.legend import box, key_lines, sheet
from dashboard.figures.texts import breaks, card, escaped
from dashboard.figures.themes import Theme, faded, lane_colour
from dashboard.model import Event, Timeline
from dashboard.store.columns import by_id
from dashboard.timeline.matrix import COURSE, HEAD, LABEL_SIZE, ROW, Cell, Matrix, lay_out_matrix
from dashboard.wording import format_number, message

_NAME_SIZE = 13.0
_FULL = 8.0  # the intensity from which a colour is at its strongest
_STEPS = 4
_PAD = 14.0


def matrix_figure(
    timeline: Timeline,
    look: Look,
    shown: Timeline | None = None,
    *,
    width: float,
) -> dict[str, Any]:
    """The figure of the matrix and its course, of its own height.

    The number in a cell is how many events; its colour their mean on the scale from conflict to
    cooperation. Points carry what a click leads to as customdata: an event's id, or changes of the address.

    Args:
        timeline: The whole affair: rows and their order rest on it.
        look: Theme, language, what to bring out and what stands around it.
        shown: The filtered timeline; all of it by default.
        width: In pixels.
    """
    colours, language = look.colours, look.language
    seen = shown or timeline
    placed = lay_out_matrix(timeline, seen, width=width, language=language)
    events = by_id(timeline)
    foot = placed.height + 8
    key, tall = key_lines(_entries(colours, language), placed, foot, colours)
    data = [
        *_bands(placed, colours),
        *_cells(placed, colours, look.selected),
        *_names(placed, colours, language),
        *_course(placed, colours, look.selected, language),
        *_answers(placed, events, seen, colours, language),
        *(key if placed.cells else []),
    ]
    notes = []
    if not placed.cells:
        words = escaped(message("No event to show", language))
        notes.append(note(width / 2, 80.0, words, 13.0, colours.muted, anchor="center"))
    elif not placed.dots:
        said = message("{total} events: the line alone is drawn, without their marks", language,
                       total=format_number(placed.shown, language))  # fmt: skip
        notes.append(note(placed.right, foot + tall, escaped(said), 12.0, colours.muted, anchor="right"))
    frame = framed(placed, look)
    return sheet(data, notes, frame, placed, colours, width=width, top=-8.0, end=foot + tall + 20.0)


def _entries(theme: Theme, language: str) -> list[Any]:
    def square(mean: float) -> Any:
        return lambda x, y: [fills([box(x, y - 7, x + 18, y + 7)], _colour(theme, mean))]

    said = ((-_FULL, "conflict"), (0.0, "balanced or neutral"), (_FULL, "cooperation"))
    return [(square(mean), message(words, language)) for mean, words in said]


def _colour(theme: Theme, mean: float) -> str:
    """The colour of a mean, in a few steps on either side of grey."""
    step = min(_STEPS, round(abs(mean) / _FULL * _STEPS))
    if step == 0:
        return faded(theme.muted, 0.22)
    return faded(theme.cooperation if mean > 0 else theme.conflict, round(0.14 + 0.11 * step, 2))


def _bands(placed: Matrix, theme: Theme) -> list[Trace]:
    rings = [box(placed.left, row.top + 1, placed.right, row.top + ROW - 1) for row in placed.rows]
    gaps = [
        [(each.left - 6, -4.0), (each.left - 6, placed.bottom + 4)]
        for each in placed.columns
        if each.after_gap
    ]
    return [fills(rings, theme.band), lines(gaps, theme.leader, 1.0, "2px,3px")]


def _ring(placed: Matrix, cell: Cell) -> Ring:
    column, top = placed.columns[cell.column], placed.rows[cell.row].top
    return box(column.left + 1, top + 1, column.right - 1, top + ROW - 1)


def _cells(placed: Matrix, theme: Theme, selected: str | None) -> list[Trace]:
    alike: dict[str, list[Ring]] = defaultdict(list)
    for cell in placed.cells:
        alike[_colour(theme, cell.mean)].append(_ring(placed, cell))
    counts = [
        (placed.columns[cell.column].x, placed.rows[cell.row].y, _signed(cell)) for cell in placed.cells
    ]
    chosen = [_ring(placed, cell) for cell in placed.cells if selected in cell.events]
    return [
        *(fills(rings, colour) for colour, rings in alike.items()),
        texts(counts, size=13, colour=theme.text),
        lines(chosen, theme.accent, 2.4),
    ]


def _signed(cell: Cell) -> str:
    """The count, with a sign where its colour stands for one: so that colour is never alone."""
    sign = " +" if cell.mean >= 1 else " −" if cell.mean <= -1 else ""
    return f"{len(cell.events)}{sign}"


def _names(placed: Matrix, theme: Theme, language: str) -> list[Trace]:
    names = [(placed.left - 10, row.y, f"<b>{breaks(row.name)}</b>") for row in placed.rows]
    periods = [(each.x, placed.bottom + 12, escaped(each.label[0])) for each in placed.columns]
    eras = [
        (each.x, placed.bottom + 27, f"<b>{escaped(each.label[1])}</b>")
        for each in placed.columns
        if each.label[1]
    ]
    del language
    return [
        texts(
            names, size=_NAME_SIZE, position="middle left",
            colour=[lane_colour(theme, row.lane, row.slot) for row in placed.rows],
        ),
        texts(periods, size=LABEL_SIZE, colour=theme.muted),
        texts(eras, size=LABEL_SIZE, colour=theme.muted),
    ]  # fmt: skip


def _height(placed: Matrix, value: float) -> float:
    """The y of a value of the course."""
    top = placed.bottom + HEAD
    return top + _PAD + (10 - value) / 20 * (COURSE - 2 * _PAD)


def _course(placed: Matrix, theme: Theme, selected: str | None, language: str) -> list[Trace]:
    if not placed.columns:
        return []
    left, right = placed.left, placed.right
    zero = _height(placed, 0.0)
    grounds = [
        fills([box(left, _height(placed, 10.0) - 6, right, zero)], faded(theme.cooperation, 0.07)),
        fills([box(left, zero, right, _height(placed, -10.0) + 6)], faded(theme.conflict, 0.07)),
        lines([[(left, zero), (right, zero)]], theme.leader, 1.0),
    ]
    sides = [
        (left - 10, _height(placed, 6.0), escaped(message("cooperation", language))),
        (left - 10, _height(placed, -6.0), escaped(message("conflict", language))),
    ]
    line = [(x, _height(placed, value)) for x, value in placed.course]
    dots = placed.dots
    marks = trace(
        mode="markers",
        x=[each.x for each in dots],
        y=[round(_height(placed, each.value), 1) for each in dots],
        marker={
            "size": [13 if each.event == selected else 8 for each in dots],
            "symbol": [each.symbol for each in dots],
            "color": [_side(theme, each.value) for each in dots],
            "opacity": 1,
            "line": {
                "width": [3 if each.event == selected else 1 for each in dots],
                "color": [theme.accent if each.event == selected else theme.paper for each in dots],
            },
        },
    )
    return [
        *grounds,
        texts(sides, size=LABEL_SIZE, colour=theme.muted, position="middle left"),
        lines([line], theme.text, 2.0),
        marks,
    ]


def _side(theme: Theme, value: float) -> str:
    return theme.muted if value == 0 else theme.cooperation if value > 0 else theme.conflict


def _answers(
    placed: Matrix, events: Mapping[str, Event], shown: Timeline, theme: Theme, language: str
) -> list[Trace]:
    points: list[Answer] = []
    for cell in placed.cells:
        column, row = placed.columns[cell.column], placed.rows[cell.row]
        aim: Any = {"actor": [row.lane], "from": column.first.isoformat(), "to": column.last.isoformat()}
        if len(cell.events) == 1 or row.lane not in shown.actors:
            aim = cell.events[0]
        points.append((column.x, row.y, _card(cell, events, shown, language), aim))
    for dot in placed.dots:
        said = card(events[dot.event], shown, language, brief=True)
        points.append((dot.x, _height(placed, dot.value), said, dot.event))
    return [answering(points, theme, 22)]


def _card(cell: Cell, events: Mapping[str, Event], shown: Timeline, language: str) -> str:
    if len(cell.events) == 1:
        return card(events[cell.events[0]], shown, language, brief=True)
    count = message("{count} event", language, plural="{count} events", count=len(cell.events))
    mean = message("mean on the scale from −10 to 10: {mean}", language,
                   mean=format_number(round(cell.mean, 1), language))  # fmt: skip
    return f"<b>{escaped(count)}</b><br>{escaped(mean)}"
