"""The whole layout: lanes, then axis, then marks, then labels. Called by the figures and by the app.

Pixels: x grows to the right from the left edge of the chart; y grows downward, 0 at the top of the lanes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.model import Event, Timeline
from dashboard.store import in_range
from dashboard.timeline.axis import Axis, build_axis
from dashboard.timeline.density import Bin, bins_of
from dashboard.timeline.extents import extent_of
from dashboard.timeline.flags import Manner
from dashboard.timeline.labels import Label, Wish, place_labels
from dashboard.timeline.lanes import OTHERS, Lanes, choose_lanes, plan_lanes
from dashboard.timeline.marks import DOT, Connector, LaneBox, Look, Mark, Marks, Spot, place_marks, spot_of
from dashboard.timeline.measure import BOLD, measure, shorten, wrap
from dashboard.timeline.ticks import CAPTION_SIZE, Fold, Tick, folds_of, ticks_of
from dashboard.wording import message

NARROW = 600.0
"""Below this width, in pixels, lane names stand above their lanes instead of beside them."""

MANY = 1_000
"""More marks than this are drawn as densities."""

_MIDDLING = 1_000.0  # a width below which labels are set on more lines

NAME_SIZE = 13.0
_MARGIN = 16.0
_GUTTER_MOST = 168.0
Window = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that a figure draws, placed, from the top of the labels to the foot of the axis.

    ``timeline`` holds the shown events; ``bins`` stand for marks where there are too many of those.
    """

    timeline: Timeline
    language: str
    width: float
    left: float
    right: float
    narrow: bool
    axis: Axis
    boxes: tuple[LaneBox, ...]
    marks: tuple[Mark, ...]
    connectors: tuple[Connector, ...]
    labels: tuple[Label, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[Fold, ...]
    bins: tuple[Bin, ...]
    head: float
    lanes_bottom: float
    shown: int
    total: int

    @property
    def labelled(self) -> int:
        """How many of the shown events have a label."""
        return len(self.labels)

    @property
    def foot(self) -> float:
        """The y under the axis and its labels."""
        return self.lanes_bottom + 44.0

    @property
    def height(self) -> float:
        """From the top of the labels to the foot."""
        return self.head + self.foot


def lay_out(
    timeline: Timeline,
    *,
    width: float,
    language: str,
    shown: Timeline | Sequence[str] | None = None,
    window: Window | None = None,
    selected: str | None = None,
    max_lanes: int | None = None,
    tallest: float | None = None,
) -> Layout:
    """The layout of a timeline at a width in pixels.

    Args:
        timeline: The whole affair: lanes, their order and colours rest on it, whatever is shown.
        width: Of the chart, in pixels.
        language: Of names, dates and captions.
        shown: The events to show, as a filtered timeline or their ids; all by default.
        window: Inclusive days to which the axis is confined; None for an open end.
        selected: An event that is labelled before all others.
        max_lanes: At most so many lanes; what has none of its own is in "Other actors".
        tallest: How high labels may rise above the lanes, in pixels; the less, the fewer labels.
    """
    narrow = width < NARROW
    events = _shown(timeline, shown, window)
    plan = plan_lanes(timeline)
    lanes = choose_lanes(plan, [event.id for event in events], max_lanes or (8 if narrow else 10))
    left, right = _edges(timeline, width, language)
    inset = 12.0 if narrow else 26.0
    extents = {event.id: extent_of(event) for event in events}
    axis = build_axis(
        list(extents.values()) or [extent_of(event) for event in timeline.events],
        left + inset,
        right - inset,
        fold_width=46.0 if narrow else 70.0,
        window=window or (None, None),
    )
    spots = {event: spot_of(extent, axis) for event, extent in extents.items()}
    names = {lane: _name(timeline, lane, language, narrow=narrow) for lane in lanes.order}
    placed = place_marks(lanes, events, spots, axis, names, _look(len(lanes.order), narrow=narrow))
    folds = folds_of(axis, language)
    wishes = _wishes(events, placed, lanes, selected)
    manner = _manner(width, tallest)
    sides = (left, right) if narrow else (left + 4, right + 8)
    labels = place_labels(wishes, sides, _captions(folds), manner, language)
    crowded = len(placed.marks) > MANY
    return Layout(
        timeline.with_events(tuple(events)), language, width, left, right, narrow, axis, placed.boxes,
        () if crowded else placed.marks, () if crowded else placed.connectors, labels.labels,
        ticks_of(axis, language), folds, bins_of(placed.boxes, placed.marks) if crowded else (),
        labels.height, placed.bottom, len(events), len(timeline.events),
    )  # fmt: skip


def _shown(timeline: Timeline, shown: Timeline | Sequence[str] | None, window: Window | None) -> list[Event]:
    wanted = None
    if shown is not None:
        wanted = {event.id for event in shown.events} if isinstance(shown, Timeline) else set(shown)
    first, last = window or (None, None)
    return [
        event
        for event in timeline.events
        if (wanted is None or event.id in wanted) and in_range(event.when, first, last)
    ]


def edges(timeline: Timeline, width: float, language: str) -> tuple[float, float]:
    """The x between which lanes are drawn: after the names, which never move under filtering."""
    return _edges(timeline, width, language)


def _edges(timeline: Timeline, width: float, language: str) -> tuple[float, float]:
    if width < NARROW:
        return 8.0, width - 8.0
    plan = plan_lanes(timeline)
    names = [_called(timeline, lane, language) for lane in plan.order if plan.rank[lane] < 10]
    widest = max((measure(name, NAME_SIZE, BOLD) for name in names), default=0.0)
    return round(min(widest, _GUTTER_MOST - 34) + 34), width - _MARGIN


def _called(timeline: Timeline, lane: str, language: str) -> str:
    if lane == OTHERS:
        return message("Other actors", language)
    actor = timeline.actors.get(lane)
    return actor.name(language) if actor else lane


def _name(timeline: Timeline, lane: str, language: str, *, narrow: bool) -> tuple[str, ...]:
    name = _called(timeline, lane, language)
    if narrow:
        return (shorten(name, 300.0, NAME_SIZE, BOLD),)
    return wrap(name, _GUTTER_MOST - 34, NAME_SIZE, BOLD, 2)


def _look(lanes: int, *, narrow: bool) -> Look:
    if narrow:
        return Look(34.0, 8.0, 19.0, 20.0)
    if lanes <= 5:
        return Look(48.0, 12.0, 20.0, 0.0)
    return Look(42.0, 8.0, 19.0, 0.0) if lanes <= 8 else Look(36.0, 6.0, 18.0, 0.0)


def _wishes(events: Sequence[Event], placed: Marks, lanes: Lanes, selected: str | None) -> list[Wish]:
    """What each event wants of a label: where its line stands and ends, how much it matters."""
    tops: dict[str, float] = {}
    for mark in placed.marks:
        top = mark.y - DOT / 2
        tops[mark.event] = min(top, tops.get(mark.event, top))
    spread = Counter(round(x / 24) for x in placed.ports.values())
    return [
        Wish(
            event,
            placed.ports[event.id],
            tops[event.id],
            _weight(event, lanes, spread, placed.ports, selected),
        )
        for event in events
    ]


def _manner(width: float, tallest: float | None) -> Manner:
    """How labels are set at a width: the less room, the more lines."""
    if width < NARROW:
        return Manner((230.0, 160.0, 118.0), 4, tallest or 520.0, 330.0)
    if width < _MIDDLING:
        return Manner((330.0, 220.0, 150.0), 3, tallest or 440.0, 256.0)
    return Manner((330.0, 240.0), 3, tallest or 372.0, 256.0)


def _captions(folds: Sequence[Fold]) -> list[tuple[float, float]]:
    """The stretches that the folds' captions take."""
    found = []
    for fold in folds:
        half = max(measure(line, CAPTION_SIZE) for line in fold.caption) / 2 + 4
        found.append((fold.x - half, fold.x + half))
    return found


def _weight(
    event: Event, lanes: Lanes, spread: Mapping[int, int], ports: Mapping[str, float], selected: str | None
) -> tuple[float, ...]:
    """What makes an event worth a label: chosen, told often, shared, alone in its place, sure."""
    alone = spread[round(ports[event.id] / 24)] == 1
    shared = len(lanes.takers[event.id].acting)
    return (
        float(event.id == selected),
        min(len(event.evidence), 3) + min(shared, 3) + float(alone),
        event.confidence,
    )


__all__ = ["MANY", "NARROW", "Bin", "Layout", "Spot", "Window", "edges", "lay_out"]
