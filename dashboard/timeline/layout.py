"""The whole layout: lanes, then axis, then marks, then labels. Called by the figures and by the app.

Pixels: x grows to the right from the left edge of the chart; y grows downward, 0 at the top of the lanes.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dashboard.model import Event, Timeline
from dashboard.store import columns, kept
from dashboard.timeline.asides import Aside
from dashboard.timeline.axis import Axis
from dashboard.timeline.badges import badges_of
from dashboard.timeline.clusters import Cluster
from dashboard.timeline.density import Bin, apart, bins_of, weightiest
from dashboard.timeline.extents import extents_of
from dashboard.timeline.flags import Manner
from dashboard.timeline.groupings import OTHERS, lane_name
from dashboard.timeline.labels import Label, Wish
from dashboard.timeline.lanes import Lanes, choose_lanes, lanes_among, plan_lanes
from dashboard.timeline.marks import Connector, LaneBox, Look, Mark, Marks, Spot, place_marks
from dashboard.timeline.measure import BOLD, measure, shorten, wrap
from dashboard.timeline.naming import Names, Space, above, named, plainly
from dashboard.timeline.scales import Scale, Stretch, Window, build_scale
from dashboard.timeline.ticks import CAPTION_SIZE, Fold, Tick
from dashboard.timeline.wishes import weights_of, wishes_of

NARROW = 600.0
"""Below this width, in pixels, lane names stand above their lanes instead of beside them."""

MANY = 1_000
"""More marks than this are drawn as densities."""

FOOT = 44.0
"""Pixels under the lanes that the axis takes."""

_MIDDLING = 1_000.0  # a width below which labels are set on more lines
_TALL = 400.0  # lanes taller than this, and than the room, have the axis above them too,
_LIFT = 36.0  # which takes so many pixels
_KEY = 56.0  # of two rows,
_KEY_MIDDLING = 78.0  # of three
_NAMED_AT_ONCE = 24  # events that are named in lanes of each size, to see whether all can be
_LEAST = 130.0  # pixels that labels are left, however low the room is,
_SHARE = 0.3  # and their share of a higher one, if lower lanes make that possible
_MOST = 0.5  # of the room, that labels take where the lanes do not fit into it,
_SCREEN = 560.0  # and of a telephone's, where the page scrolls,
_FEW = 24  # unless events are few: then most can be named with their lanes still in sight,
_TALL_FEW = 400.0  # which is so many pixels

_LOWER = (
    Look(36.0, 6.0, 18.0, 0.0, 5),
    Look(32.0, 4.0, 17.0, 0.0, 4),
    Look(28.0, 4.0, 16.5, 0.0, 3),
    Look(24.0, 3.0, 16.0, 0.0, 2),
)
"""Sizes of lanes where the room is low: fewer rows, so that more events stand together."""

NAME_SIZE = 13.0
_MARGIN = 16.0
_GUTTER_MOST = 168.0
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that a figure draws, placed, from the top of the labels to the foot of the axis.

    ``timeline`` holds the shown events; ``bins`` stand for marks where there are too many of those, and
    ``clusters`` where a lane is too crowded. Captions and labels stand ``lift`` above the lanes, for the
    axis that is repeated there. ``time`` says which days are where, ``span`` from when to when the whole is.
    """

    timeline: Timeline
    language: str
    by: str
    scale: str
    width: float
    left: float
    right: float
    narrow: bool
    axis: Axis
    boxes: tuple[LaneBox, ...]
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    connectors: tuple[Connector, ...]
    labels: tuple[Label, ...]
    asides: tuple[Aside, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[Fold, ...]
    bins: tuple[Bin, ...]
    head: float
    lift: float
    lanes_bottom: float
    shown: int
    total: int
    time: tuple[Stretch, ...] = ()
    span: tuple[int, int] = (0, 0)

    @property
    def labelled(self) -> int:
        """How many of the shown events have a label."""
        return len(self.named)

    @property
    def named(self) -> frozenset[str]:
        """The events that have a label, above the lanes or in them."""
        return frozenset((*(each.event for each in self.labels), *(each.event for each in self.asides)))

    @property
    def foot(self) -> float:
        """The y under the axis and its labels."""
        return self.lanes_bottom + FOOT

    @property
    def height(self) -> float:
        """From the top of the labels to the foot."""
        return self.head + self.foot


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a layout is asked for, besides which events."""

    timeline: Timeline
    width: float
    language: str
    by: str
    selected: str | None
    most: int
    tallest: float | None
    height: float | None

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    @property
    def room(self) -> float | None:
        """The height into which lanes are made to fit: none where they stand under their names."""
        return None if self.narrow else self.height


def lay_out(
    timeline: Timeline,
    *,
    width: float,
    language: str,
    shown: Timeline | Sequence[str] | None = None,
    window: Window | None = None,
    selected: str | None = None,
    lanes: str = "actor",
    scale: str = "folded",
    max_lanes: int | None = None,
    tallest: float | None = None,
    room: float | None = None,
) -> Layout:
    """The layout of a timeline at a width in pixels.

    Args:
        timeline: The whole affair: lanes, their order and colours rest on it, whatever is shown.
        width: Of the chart, in pixels.
        language: Of names, dates and captions.
        shown: The events to show, as a filtered timeline or their ids; all by default.
        window: Inclusive days to which the axis is confined; None for an open end.
        selected: An event that is labelled before all others.
        lanes: What lanes stand for: one of ``GROUPINGS``.
        scale: One of ``SCALES``.
        max_lanes: At most so many lanes; what has none of its own is in "Other actors".
        tallest: How high labels may rise above the lanes, in pixels; the less, the fewer labels.
        room: The height in which all should fit, in pixels: lanes are lower then, and labels fewer.
    """
    narrow = width < NARROW
    most = max_lanes or ((8 if narrow else 10) if lanes != "type" else 14)
    asked = _Asked(timeline, width, language, lanes, selected, most, tallest, room)
    rows = _rows(timeline, shown, window)
    left, right = edges(timeline, width, language, lanes)
    inset = 12.0 if narrow else 26.0
    scaled = build_scale(
        scale, extents_of(timeline), rows, (left + inset, right - inset),
        fold_width=46.0 if narrow else 70.0, window=window or (None, None),
    )  # fmt: skip
    events = tuple([timeline.events[row] for row in rows.tolist()])
    count = np.isin(plan_lanes(timeline, lanes).links.rows, rows, kind="table").sum() if len(rows) else 0
    draw = _dense if count > MANY else _sparse
    placed, names, bins = draw(asked, scaled, rows, events)
    lift = _lift(asked, placed.bottom) if len(rows) else 0.0
    labels = _raised(names.labels.labels, lift)
    return Layout(
        timeline if len(events) == len(timeline.events) else timeline.with_events(events), language, lanes,
        scale, width, left, right, narrow, scaled.axis, placed.boxes, placed.marks, placed.clusters,
        placed.connectors, labels, names.asides, scaled.ticks(language), scaled.folds(language),
        bins, names.labels.height + lift, lift, placed.bottom, len(events), len(timeline.events),
        scaled.stretches(), extents_of(timeline).span,
    )  # fmt: skip


def _raised(labels: tuple[Label, ...], lift: float) -> tuple[Label, ...]:
    """The labels, higher by so many pixels."""
    if not lift:
        return labels
    return tuple(replace(each, top=each.top - lift, bottom=each.bottom - lift) for each in labels)


def _rows(timeline: Timeline, shown: Timeline | Sequence[str] | None, window: Window | None) -> Rows:
    """The shown events as rows of the timeline: those asked for that may lie in the window."""
    table = columns(timeline)
    rows: Rows = np.arange(table.size)
    if shown is not None and shown is not timeline:
        ids = [event.id for event in shown.events] if isinstance(shown, Timeline) else shown
        places = _places(timeline)
        rows = np.unique(np.array([places[each] for each in ids if each in places], dtype=np.int64))
    first, last = window or (None, None)
    if first:
        rows = rows[table.latest[rows] >= first.toordinal()]
    if last:
        rows = rows[table.earliest[rows] <= last.toordinal()]
    return rows


@kept
def _places(timeline: Timeline) -> dict[str, int]:
    """The row of each event."""
    return {event.id: row for row, event in enumerate(timeline.events)}


def _sparse(
    asked: _Asked, scaled: Scale, rows: Rows, events: Sequence[Event]
) -> tuple[Marks, Names, tuple[Bin, ...]]:
    """Every event with its marks, or in a cluster."""
    del rows
    plan = plan_lanes(asked.timeline, asked.by)
    lanes = choose_lanes(plan, [event.id for event in events], asked.most)
    spots = {event.id: scaled.spot(at) for at, event in enumerate(events)}
    for placed, left in _tries(asked, lanes, events, spots, scaled):
        if left >= max(_LEAST, _SHARE * (asked.room or 0.0)):
            break
        if left >= _LEAST and len(events) <= _NAMED_AT_ONCE:
            names = _names(asked, scaled, events, placed, lanes, how=plainly)
            if names.count == len(events):
                return placed, names, ()
    names = _names(asked, scaled, events, placed, lanes)
    return placed, names, ()


def _dense(
    asked: _Asked, scaled: Scale, rows: Rows, events: Sequence[Event]
) -> tuple[Marks, Names, tuple[Bin, ...]]:
    """Counts of events, and above them the weightiest few with mark and label."""
    plan = plan_lanes(asked.timeline, asked.by)
    xs = scaled.middles()
    mask = np.zeros(plan.links.size, dtype=bool)
    mask[rows] = True
    acting = [lane for lane, count in plan.links.counts(mask).items() if count]
    weights = weights_of(asked.timeline, asked.by)[rows]
    if asked.selected in _places(asked.timeline):
        weights = weights + 99.0 * (rows == _places(asked.timeline)[asked.selected])
    heavy = weightiest(xs, weights)
    lanes = lanes_among(plan, acting, [events[at].id for at in heavy], asked.most)
    spots = {events[at].id: scaled.spot(at) for at in heavy}

    def taken(at: int) -> dict[str, tuple[float, float]]:
        both = lanes.takers[events[at].id]
        spot = spots[events[at].id]
        return dict.fromkeys((*both.acting, *both.touched), (spot.left - 3, spot.right + 3))

    few = [events[at] for at in sorted(apart(heavy, taken))]
    for placed, left in _tries(asked, lanes, few, spots, scaled):  # noqa: B007 (the last is kept)
        if left >= max(_LEAST, _SHARE * (asked.room or 0.0)):
            break
    names = _names(asked, scaled, few, placed, lanes, how=above)  # among densities there is no room for words
    kept = {label.event for label in names.labels.labels} | {asked.selected}
    marks = tuple(mark for mark in placed.marks if mark.event in kept)
    connectors = tuple(each for each in placed.connectors if each.event in kept)
    days = scaled.starts.astype(np.int64), scaled.ends.astype(np.int64) - 1
    bins = bins_of(placed.boxes, plan, rows, xs, days)
    return replace(placed, marks=marks, connectors=connectors), names, bins


def _tries(
    asked: _Asked, lanes: Lanes, events: Sequence[Event], spots: dict[str, Spot], scaled: Scale
) -> Iterator[tuple[Marks, float]]:
    """The marks in lanes of one size after another, the largest first; and the pixels left for labels."""
    names = {lane: _name(asked, lane) for lane in lanes.order}
    badges = badges_of(asked.timeline, events)
    for look in _looks(asked, len(lanes.order)):
        placed = place_marks(lanes, events, spots, scaled.axis, names, look, badges)
        free = _beside_lanes(asked, placed.bottom)
        yield placed, math.inf if asked.room is None else asked.room - placed.bottom - free


def _beside_lanes(asked: _Asked, bottom: float) -> float:
    """The pixels that axis and key take besides lanes of that height."""
    key = _KEY if asked.width >= _MIDDLING else _KEY_MIDDLING
    return FOOT + key + _lift(asked, bottom)


def _lift(asked: _Asked, bottom: float) -> float:
    """The pixels of an axis above the lanes, where the one under them would be out of sight."""
    seen = asked.room is not None and bottom + FOOT + _LEAST <= asked.room
    return 0.0 if seen or bottom <= _TALL else _LIFT


def _names(
    asked: _Asked,
    scaled: Scale,
    events: Sequence[Event],
    placed: Marks,
    lanes: Lanes,
    *,
    how: Callable[[Sequence[Wish], Space, Manner, str], Names] | None = None,
) -> Names:
    """The names of the events: ``how``, or the way that names most."""
    wishes = wishes_of(events, placed, lanes, asked.selected)
    left, right = edges(asked.timeline, asked.width, asked.language, asked.by)
    sides = (left, right) if asked.narrow else (left + 4, right + 8)
    folds = scaled.folds(asked.language)
    space = Space(sides, (left + 3, right - 3), folds, _captions(folds))
    manner = _manner(asked, placed.bottom, len(events))
    if how is not None:
        return how(wishes, space, manner, asked.language)
    return named(wishes, placed, space, manner, asked.language, selected=asked.selected)


def edges(timeline: Timeline, width: float, language: str, lanes: str = "actor") -> tuple[float, float]:
    """The x between which lanes are drawn: after the names, which never move under filtering."""
    if width < NARROW:
        return 8.0, width - 8.0
    plan = plan_lanes(timeline, lanes)
    named = [lane for lane in plan.order if plan.rank[lane] < 10]
    if len(named) < len(plan.order):
        named.append(OTHERS)
    names = [lane_name(timeline, lanes, lane, language) for lane in named]
    widest = max((measure(name, NAME_SIZE, BOLD) for name in names), default=0.0)
    return round(min(widest, _GUTTER_MOST - 34) + 34), width - _MARGIN


def _name(asked: _Asked, lane: str) -> tuple[str, ...]:
    name = lane_name(asked.timeline, asked.by, lane, asked.language)
    if asked.narrow:
        return (shorten(name, asked.width - 32.0, NAME_SIZE, BOLD),)
    return wrap(name, _GUTTER_MOST - 34, NAME_SIZE, BOLD, 2)


def _looks(asked: _Asked, lanes: int) -> tuple[Look, ...]:
    """The sizes of lanes to try, the largest first: the more there are, the lower."""
    if asked.narrow:
        return (Look(34.0, 8.0, 19.0, 20.0),)
    if lanes <= 5:
        look = Look(48.0, 12.0, 20.0, 0.0)
    else:
        look = Look(42.0, 8.0, 19.0, 0.0) if lanes <= 8 else Look(36.0, 6.0, 18.0, 0.0)
    return (look, *_LOWER) if asked.room is not None else (look,)


def _manner(asked: _Asked, lanes_bottom: float, events: int) -> Manner:
    """How labels are set at a width: the less room, the more lines."""
    tallest = asked.tallest
    if asked.width < NARROW:
        most = tallest or _tallest_narrow(asked, lanes_bottom, events)
        return Manner((230.0, 160.0, 118.0), 4, most, min(330.0, most), wraps=True)
    if asked.width < _MIDDLING:
        found = Manner((330.0, 220.0, 150.0), 3, tallest or 440.0, 256.0)
    else:
        found = Manner((330.0, 240.0), 3, tallest or 372.0, 256.0)
    if asked.room is None:
        return found
    left = max(_LEAST, asked.room - lanes_bottom - _beside_lanes(asked, lanes_bottom) - 8.0)
    return replace(found, tallest=min(found.tallest, left), comfortable=min(found.comfortable, left))


def _tallest_narrow(asked: _Asked, lanes_bottom: float, events: int) -> float:
    """How high labels may rise in a narrow chart, so that its lanes are in sight under them."""
    if asked.height is None and events <= _FEW:
        return _TALL_FEW
    return max(_LEAST, _MOST * (asked.height or _SCREEN) - _lift(asked, lanes_bottom) - 8.0)


def _captions(folds: Sequence[Fold]) -> list[tuple[float, float]]:
    """The stretches that the folds' captions take."""
    found = []
    for fold in folds:
        half = max(measure(line, CAPTION_SIZE) for line in fold.caption) / 2 + 4
        found.append((fold.x - half, fold.x + half))
    return found


__all__ = ["MANY", "NARROW", "Bin", "Layout", "Spot", "Window", "edges", "lay_out"]
