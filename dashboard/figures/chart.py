"""The timeline as a Plotly figure (a plain dict). Called by the app and the exports.

Marks and labels carry their event's id: marks as customdata, labels (clickable annotations) as name.
"""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.annotations import rows_of, under_marks
from dashboard.figures.badges import badge_traces
from dashboard.figures.crowds import cluster_traces, density_traces
from dashboard.figures.drawing import Ring, Trace, bar_ring, fills, lines, page, texts, zigzag
from dashboard.figures.frame import Look, framed, note
from dashboard.figures.key import KEY_ROW, counted, key_of, key_traces
from dashboard.figures.marks import mark_traces, ring_traces
from dashboard.figures.names import name_notes
from dashboard.figures.texts import breaks, card, escaped
from dashboard.figures.themes import Theme, faded, lane_colour
from dashboard.timeline import Layout, measure
from dashboard.timeline.annotations import Placed, height_of
from dashboard.timeline.flags import TITLE_SIZE
from dashboard.timeline.layout import NAME_SIZE
from dashboard.timeline.marks import LaneBox
from dashboard.timeline.measure import BOLD
from dashboard.timeline.ticks import CAPTION_SIZE, TICK_SIZE
from dashboard.wording import message

_MANY_LINES = 80  # connectors that may be strong
_BRIEF = 150  # events from which hovers are short, so that figures stay small


def timeline_figure(
    layout: Layout,
    look: Look,
    *,
    annotations: Sequence[Placed] = (),
    searched: Sequence[str] = (),
) -> dict[str, Any]:
    """The figure of a layout: {"data": [...], "layout": {...}}, x and y in pixels, y = 0 at the lanes' top.

    Args:
        layout: What ``lay_out`` made.
        look: Theme, language, what to bring out and what stands around it.
        annotations: What people drew, as ``place_annotations`` placed it on this layout.
        searched: Folded words; names that hold one are brought out.
    """
    colours, language, selected = look.colours, look.language, look.selected
    cards = _cards(layout, language)
    key = key_of(layout, language)
    frame = framed(layout, look)
    top = -layout.head - frame.header
    foot = layout.foot + height_of(annotations)
    end = foot + key.height
    height = end + frame.footer - top
    data = [
        *under_marks(layout, annotations, colours),
        *_ground(layout, colours, selected),
        *density_traces(layout, colours),
        *cluster_traces(layout, colours, selected),
        *mark_traces(layout.marks, colours, cards),
        *badge_traces(layout.marks, colours),
        *ring_traces([mark for mark in layout.marks if mark.event == selected], colours),
        *_breaks(layout, colours),
        *_axis_texts(layout, colours),
        *rows_of(layout, annotations, colours),
        *key_traces(key, colours, foot),
    ]
    figure_layout = page(colours, layout.width, height, top)
    figure_layout["shapes"] = _bands(layout, colours)
    figure_layout["annotations"] = [
        *name_notes(layout, colours, cards, selected, searched),
        *frame.notes(colours, layout, top, end),
        *_notes(layout, colours, end, language),
    ]
    figure_layout["uirevision"] = "kept"
    figure_layout["meta"] = _places(layout)
    return {"data": data, "layout": figure_layout}


def _cards(layout: Layout, language: str) -> dict[str, str]:
    """The hover cards of what is drawn or named, by event; short ones where there are many."""
    brief = layout.shown > _BRIEF
    seen = {mark.event for mark in layout.marks} | layout.named
    return {
        event.id: card(event, layout.timeline, language, brief=brief)
        for event in layout.timeline.events
        if event.id in seen
    }


def _bands(layout: Layout, theme: Theme) -> list[dict[str, Any]]:
    """The grounds of the lanes."""
    return [
        {
            "type": "rect", "layer": "below", "x0": layout.left, "x1": layout.right, "y0": box.top,
            "y1": box.bottom, "line": {"width": 0}, "fillcolor": theme.band,
        }
        for box in layout.boxes
    ]  # fmt: skip


def _places(layout: Layout) -> dict[str, Any]:
    """What the page needs to tell the day and the lane of a place in the chart; no days in a sequence.

    ``time`` is for zooming: stretches of days and of x, without a gap; ``span`` is that of the whole affair.
    """
    pieces = layout.axis.pieces if layout.scale != "sequential" else ()
    return {
        "axis": [
            [each.start, each.end, round(each.left, 1), round(each.right, 1)]
            for each in pieces
            if not each.folded
        ],
        "time": [[*each[:2], round(each[2], 1), round(each[3], 1)] for each in layout.time],
        "span": list(layout.span),
        "lanes": [
            [box.top, box.bottom, box.lane if layout.by == "actor" else "", escaped(" ".join(box.name))]
            for box in layout.boxes
        ],
    }


def _ground(layout: Layout, theme: Theme, selected: str | None) -> list[Trace]:
    """What lies under the marks: month lines, leaders, connectors."""
    grid = [[(tick.x, -layout.head + 4), (tick.x, layout.lanes_bottom + 5)] for tick in layout.ticks]
    plain, dashed, chosen = _leaders(layout, selected)
    thin: list[Ring] = []
    thick: list[Ring] = []
    for each in layout.connectors:
        if each.event == selected:
            chosen.append([(each.x, each.top), (each.x, each.bottom)])
        elif each.top != each.bottom:
            thick.append([(each.x, each.top), (each.x, each.bottom)])
        if each.light_top < each.top:
            thin.append([(each.x, each.light_top), (each.x, each.top)])
        if each.light_bottom > each.bottom:
            thin.append([(each.x, each.bottom), (each.x, each.light_bottom)])
    found = [
        lines(grid, theme.grid),
        lines(plain, theme.leader),
        lines(dashed, theme.leader, 1.2, "3px,3px"),
        lines(thin, theme.connector, 1.0),
        lines(thick, *_strength(theme, len(thick))),
        lines(chosen, theme.accent, 2.4),
    ]
    return [each for each in found if each["x"]]


def _strength(theme: Theme, count: int) -> tuple[str, float]:
    """The colour and width of connectors: the more there are, the quieter."""
    return (theme.connector, 2.4) if count <= _MANY_LINES else (faded(theme.connector, 0.5), 1.5)


def _leaders(layout: Layout, selected: str | None) -> tuple[list[Ring], list[Ring], list[Ring]]:
    """The leaders of labels: plain, dashed (what is only planned), of the selected event."""
    found: tuple[list[Ring], list[Ring], list[Ring]] = ([], [], [])
    for label in layout.labels:
        kind = 2 if label.event == selected else int(label.dashed)
        found[kind].append([(label.x, label.top + 2), (label.x, label.foot)])
    return found


def _breaks(layout: Layout, theme: Theme) -> list[Trace]:
    """The jagged double lines at which time is folded, and what they skip."""
    if not layout.folds:
        return []
    top, bottom = -4.0 - layout.lift, layout.lanes_bottom + 4
    gaps: list[Ring] = []
    edges: list[Ring] = []
    for fold in layout.folds:
        half = 5.0
        left = zigzag(fold.x - half, top, bottom)
        right = zigzag(fold.x + half, top, bottom)
        gaps.append([*left, *reversed(right), left[0]])
        edges += [left, right]
    captions = [
        (fold.x, -6.0 - layout.lift, "<br>".join(escaped(line) for line in fold.caption))
        for fold in layout.folds
    ]
    return [
        fills(gaps, theme.paper),
        lines(edges, theme.leader, 1.1),
        texts(captions, size=CAPTION_SIZE, colour=theme.muted, position="top center"),
    ]


def _axis_texts(layout: Layout, theme: Theme) -> list[Trace]:
    """Lane names, and the months and years under the lanes."""
    under = layout.lanes_bottom + 16
    names = [
        (layout.left + 2 if layout.narrow else layout.left - 16, box.name_y, f"<b>{breaks(box.name)}</b>")
        for box in layout.boxes
    ]
    found = [
        texts([(tick.x, under, tick.text) for tick in layout.ticks], size=TICK_SIZE, colour=theme.muted),
        texts(
            [(tick.x, under + 16, f"<b>{tick.era}</b>") for tick in layout.ticks if tick.era],
            size=TICK_SIZE,
            colour=theme.muted,
        ),
        texts(
            names,
            size=NAME_SIZE,
            colour=[lane_colour(theme, box.lane, box.slot) for box in layout.boxes],
            position="middle right" if layout.narrow else "middle left",
        ),
    ]
    if layout.lift:
        found = [*_axis_above(layout, theme), *found]
    if layout.narrow:  # a connector may pass here: the name stands on its own ground
        found.insert(0, fills([_under_name(box, layout.left) for box in layout.boxes], theme.paper))
    return [each for each in found if each["x"]]


def _axis_above(layout: Layout, theme: Theme) -> list[Trace]:
    """The axis once more above tall lanes, on ground of its own: leaders pass behind it.

    Month and year stand on one line here, so that some are left out that have room below.
    """
    y = -layout.lift / 2 + 2
    said: list[tuple[float, float, str]] = []
    grounds: list[Ring] = []
    free = -1.0
    for tick in layout.ticks:
        half = measure(tick.text, TICK_SIZE) / 2
        half += measure(f" {tick.era}", TICK_SIZE, BOLD) / 2 if tick.era else 0.0
        x = min(max(tick.x, half + 1), layout.width - half - 1)
        if x - half < free:
            continue
        free = x + half + 8
        said.append((x, y, f"{tick.text} <b>{tick.era}</b>" if tick.era else tick.text))
        grounds.append(bar_ring(x - half - 3, x + half + 3, y, TICK_SIZE + 4, (0.0, 0.0)))
    return [fills(grounds, theme.paper), texts(said, size=TICK_SIZE, colour=theme.muted)]


def _under_name(box: LaneBox, left: float) -> Ring:
    width = max(measure(line, NAME_SIZE, BOLD) for line in box.name)
    return bar_ring(left, left + width + 8, box.name_y, NAME_SIZE + 3, (0.0, 0.0))


def _notes(layout: Layout, theme: Theme, end: float, language: str) -> list[dict[str, Any]]:
    """How many events have a mark and a label, where not all have; and that there is nothing to show."""
    found = []
    said = counted(layout, language)
    if said:
        y = end - 6 - KEY_ROW + 3
        found.append(note(layout.right, y, escaped(said), CAPTION_SIZE + 1, theme.muted, anchor="right"))
    if not layout.shown:
        said = message("No event to show", language)
        middle = (layout.left + layout.right) / 2
        found.append(
            note(
                middle, layout.lanes_bottom / 2 - 10, escaped(said), TITLE_SIZE, theme.muted, anchor="center"
            )
        )
    return found
