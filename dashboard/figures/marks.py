"""Marks of events as traces: dots, bars, fades, halos; hollow, dashed or crossed. Called by ``chart``."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.drawing import Ring, Trace, bar_ring, circle_ring, fills, lines, trace
from dashboard.figures.themes import Theme, faded, is_second, lane_colour
from dashboard.model import Status
from dashboard.timeline.marks import BAR, DOT, Mark

HOLLOW = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED})
_DASH = "3px,2.5px"
_GRADIENTS = 60  # beyond, a fade is drawn in a few steps: a gradient costs a trace each
_STEPS = 4
_HIT = 30.0  # pixels between the places of a bar that answer to the pointer
_LIGHT = 0.6


def mark_traces(marks: Sequence[Mark], theme: Theme, cards: Mapping[str, str]) -> list[Trace]:
    """The traces of all marks, bars under dots; each event's id is the customdata of its points."""
    bars = [mark for mark in marks if mark.shape == "bar"]
    dots = [mark for mark in marks if mark.shape == "dot"]
    found = [*_bars(bars, theme), _halos(dots, theme), *_dots(dots, theme, cards)]
    cored = [mark for mark in marks if is_second(mark.lane, mark.slot) and mark.status not in HOLLOW]
    if cored:
        found.append(_cores(cored, theme))
    crossed = [mark for mark in marks if mark.status is Status.DENIED]
    if crossed:
        found.append(_crosses(crossed, theme))
    if bars:
        found.append(_hits(bars, cards))
    return [each for each in found if each["x"]]


def ring_traces(marks: Sequence[Mark], theme: Theme) -> list[Trace]:
    """The traces that ring the marks of the selected event."""
    rings = [
        circle_ring(mark.x, mark.y, DOT * 0.86)
        if mark.shape == "dot"
        else bar_ring(mark.left - 4, mark.right + 4, mark.y, BAR + 8, (7.0, 7.0))
        for mark in marks
    ]
    return [lines(rings, theme.accent, 2.0)] if rings else []


def _size(mark: Mark) -> float:
    size = {"circle": DOT, "square": DOT - 2, "diamond": DOT + 1, "x": DOT - 1}.get(mark.symbol, DOT + 0.5)
    return size * 0.72 if mark.light else size


def _colour(mark: Mark, theme: Theme) -> str:
    colour = lane_colour(theme, mark.lane, mark.slot)
    return faded(colour, _LIGHT) if mark.light else colour


def _halos(dots: Sequence[Mark], theme: Theme) -> Trace:
    """What keeps a dot apart from the lines that end at it."""
    return trace(
        mode="markers",
        x=[round(mark.x, 1) for mark in dots],
        y=[round(mark.y, 1) for mark in dots],
        marker={
            "size": [round(_size(mark) + 6, 1) for mark in dots],
            "color": theme.band,
            "opacity": 1,
            "line": {"width": 0},
            "symbol": [mark.symbol for mark in dots],
        },
    )


def _dots(dots: Sequence[Mark], theme: Theme, cards: Mapping[str, str]) -> list[Trace]:
    filled = [mark for mark in dots if mark.status not in HOLLOW]
    hollow = [mark for mark in dots if mark.status in HOLLOW]
    dashed = [mark for mark in hollow if mark.status is Status.HYPOTHETICAL]
    found = []
    for some, is_hollow in ((filled, False), (hollow, True)):
        colours = [_colour(mark, theme) for mark in some]
        found.append(
            _points(some, cards)
            | {
                "marker": {
                    "size": [
                        round(_size(mark) - (0 if mark.status is not Status.HYPOTHETICAL else 8), 1)
                        for mark in some
                    ],
                    "symbol": [mark.symbol for mark in some],
                    "color": theme.band if is_hollow else colours,
                    "opacity": 1,
                    "line": {
                        "width": [0 if mark in dashed else 2.6 for mark in some] if is_hollow else 0,
                        "color": colours,
                    },
                },
            }
        )
    if dashed:
        by_colour: dict[str, list[Ring]] = defaultdict(list)
        for mark in dashed:
            by_colour[_colour(mark, theme)].append(circle_ring(mark.x, mark.y, DOT / 2))
        found += [lines(rings, colour, 2.2, _DASH) for colour, rings in by_colour.items()]
    return found


def _points(marks: Sequence[Mark], cards: Mapping[str, str]) -> Trace:
    return trace(
        mode="markers",
        x=[round(mark.x, 1) for mark in marks],
        y=[round(mark.y, 1) for mark in marks],
        customdata=[mark.event for mark in marks],
        hoverinfo="text",
        hovertext=[cards.get(mark.event, "") for mark in marks],
    )


def _bars(bars: Sequence[Mark], theme: Theme) -> list[Trace]:
    solid: dict[str, list[Ring]] = defaultdict(list)
    hollow: dict[tuple[str, str], list[Ring]] = defaultdict(list)
    arrows: dict[str, list[Ring]] = defaultdict(list)
    found: list[Trace] = []
    soft = [mark for mark in bars if mark.fade_left or mark.fade_right]
    for mark in bars:
        colour, height = _colour(mark, theme), BAR * (0.6 if mark.light else 1)
        if mark.arrow_left or mark.arrow_right:
            arrows[colour] += _arrows(mark, height)
        if mark.fade_left or mark.fade_right:
            continue
        corner = height / 2 if mark.right - mark.left <= 26 else 3.0
        ring = bar_ring(
            mark.left,
            mark.right,
            mark.y,
            height,
            (0 if mark.arrow_left else corner, 0 if mark.arrow_right else corner),
        )
        if mark.status in HOLLOW:
            hollow[colour, _DASH if mark.status is Status.HYPOTHETICAL else "solid"].append(ring)
        else:
            solid[colour].append(ring)
    found += [fills(rings, colour) | _pattern(colour, theme) for colour, rings in solid.items()]
    found += [fills(rings, theme.band, colour, 2.4, dash) for (colour, dash), rings in hollow.items()]
    found += _gradients(soft, theme) if len(soft) <= _GRADIENTS else _steps(soft, theme)
    found += [fills(rings, colour) for colour, rings in arrows.items()]
    return found


def _pattern(colour: str, theme: Theme) -> Trace:
    """What tells a lane's bars apart where there is no colour: {} elsewhere."""
    shape = theme.patterns[theme.lanes.index(colour)] if theme.patterns and colour in theme.lanes else ""
    if not shape:
        return {}
    pattern = {"shape": shape, "fgcolor": colour, "bgcolor": theme.paper, "size": 6, "solidity": 0.45}
    return {"fillpattern": pattern, "line": {"color": colour, "width": 1.2, "simplify": False}}


def _arrows(mark: Mark, height: float) -> list[Ring]:
    """Heads at the ends beyond which an event goes on."""
    half = height / 2
    found: list[Ring] = []
    if mark.arrow_right:
        tip = mark.right + half
        found.append(
            [
                (mark.right, mark.y - half),
                (tip, mark.y),
                (mark.right, mark.y + half),
                (mark.right, mark.y - half),
            ]
        )
    if mark.arrow_left:
        tip = mark.left - half
        found.append(
            [
                (mark.left, mark.y - half),
                (tip, mark.y),
                (mark.left, mark.y + half),
                (mark.left, mark.y - half),
            ]
        )
    return found


def _gradients(soft: Sequence[Mark], theme: Theme) -> list[Trace]:
    """Bars that fade: one trace each, because a gradient spans a whole trace."""
    found = []
    for mark in soft:
        base = lane_colour(theme, mark.lane, mark.slot)
        strong = (_LIGHT if mark.light else 1.0) * (0.32 if mark.status in HOLLOW else 1.0)
        length = mark.right - mark.left
        first, last = mark.fade_left / length, 1 - mark.fade_right / length
        scale = [
            [0.0, faded(base, 0.0 if mark.fade_left else strong)],
            [1.0, faded(base, 0.0 if mark.fade_right else strong)],
        ]
        middle = [[round(at, 4), faded(base, strong)] for at in dict.fromkeys((first, last)) if 0 < at < 1]
        height = BAR * (0.6 if mark.light else 1)
        ring = bar_ring(
            mark.left,
            mark.right,
            mark.y,
            height,
            (0.0 if mark.fade_left else 3.0, 0.0 if mark.fade_right else 3.0),
        )
        gradient = {
            "type": "horizontal",
            "start": mark.left,
            "stop": mark.right,
            "colorscale": [scale[0], *middle, scale[1]],
        }
        found.append(fills([ring], faded(base, 0.0)) | {"fillgradient": gradient})
        if mark.status in HOLLOW:
            dash = _DASH if mark.status is Status.HYPOTHETICAL else "solid"
            edges = [
                [(mark.left + mark.fade_left, y), (mark.right - mark.fade_right, y)]
                for y in (mark.y - height / 2, mark.y + height / 2)
            ]
            found.append(lines(edges, base, 2.0, dash))
    return found


def _steps(soft: Sequence[Mark], theme: Theme) -> list[Trace]:
    """The same in a few steps of opacity, one trace for all bars of a colour and a step."""
    rings: dict[tuple[str, float], list[Ring]] = defaultdict(list)
    for mark in soft:
        base = lane_colour(theme, mark.lane, mark.slot)
        strong = (_LIGHT if mark.light else 1.0) * (0.32 if mark.status in HOLLOW else 1.0)
        height = BAR * (0.6 if mark.light else 1)
        inner = (mark.left + mark.fade_left, mark.right - mark.fade_right)
        rings[base, strong].append(_box(inner[0], inner[1], mark.y, height))
        for step in range(_STEPS):
            low, high = step / _STEPS, (step + 1) / _STEPS
            alpha = round(strong * (step + 0.5) / _STEPS, 3)
            if mark.fade_left:
                left = mark.left + mark.fade_left * low
                rings[base, alpha].append(_box(left, mark.left + mark.fade_left * high, mark.y, height))
            if mark.fade_right:
                right = mark.right - mark.fade_right * low
                rings[base, alpha].append(_box(mark.right - mark.fade_right * high, right, mark.y, height))
    return [fills(some, faded(base, alpha)) for (base, alpha), some in rings.items()]


def _box(left: float, right: float, y: float, height: float) -> Ring:
    top, bottom = y - height / 2, y + height / 2
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _cores(marks: Sequence[Mark], theme: Theme) -> Trace:
    """What tells a lane apart from another of the same colour."""
    return trace(
        mode="markers",
        x=[round(mark.x, 1) for mark in marks],
        y=[round(mark.y, 1) for mark in marks],
        marker={"size": 5, "color": theme.paper, "opacity": 1, "line": {"width": 0}},
    )


def _crosses(marks: Sequence[Mark], theme: Theme) -> Trace:
    return trace(
        mode="markers",
        x=[round(mark.x, 1) for mark in marks],
        y=[round(mark.y, 1) for mark in marks],
        marker={
            "symbol": "x-thin",
            "size": 7,
            "color": theme.text,
            "line": {"width": 2, "color": [_colour(mark, theme) for mark in marks]},
        },
    )


def _hits(bars: Sequence[Mark], cards: Mapping[str, str]) -> Trace:
    """Unseen points along the bars that answer to the pointer."""
    points: list[tuple[float, Mark]] = []
    for mark in bars:
        count = min(24, max(1, round((mark.right - mark.left) / _HIT)))
        step = (mark.right - mark.left) / count
        points += [(mark.left + step * (at + 0.5), mark) for at in range(count)]
    marker: dict[str, Any] = {"size": BAR, "opacity": 0, "color": "#000000"}
    return _points([mark for _, mark in points], cards) | {
        "x": [round(x, 1) for x, _ in points],
        "marker": marker,
    }
