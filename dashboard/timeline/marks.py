"""Third stage: events become marks in lanes, stacked where they would collide, and connectors."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.model import Event, Status
from dashboard.timeline.axis import Axis
from dashboard.timeline.clusters import Cluster, clustered
from dashboard.timeline.extents import Extent
from dashboard.timeline.lanes import Lanes
from dashboard.timeline.stacking import stack
from dashboard.timeline.symbols import symbol_of

DOT = 15.0
BAR = 16.0
BADGE = 10.0
"""Pixels that the sign of a review takes at the right of a mark."""

PILL = 24.0  # a bar shorter than this could be taken for a dot
_NAME_LINE = 17.0  # of a name beside its lane
_STUB = 46.0  # how long a bar without an end is
_APART = 3.0
_PORTS = 5.0  # between the lines of two events at the same place


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in one lane: a dot, or a bar from ``left`` to ``right``, centred on ``y``.

    ``fade_left`` and ``fade_right`` are pixels over which that end fades; an ``arrow`` says that it goes
    on beyond; ``light`` marks are of actors whom the event only touches. One mark of an event that people
    have looked at, or should, has a ``badge``.
    """

    event: str
    lane: str
    slot: int
    shape: str
    symbol: str
    status: Status
    left: float
    right: float
    y: float
    fade_left: float = 0.0
    fade_right: float = 0.0
    arrow_left: bool = False
    arrow_right: bool = False
    light: bool = False
    badge: str = ""

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Connector:
    """The line through the lanes of one event; ``light`` ends lead to lanes that it only touches."""

    event: str
    x: float
    top: float
    bottom: float
    light_top: float
    light_bottom: float


@dataclass(frozen=True, slots=True)
class LaneBox:
    """One lane with its place: the band from ``top`` to ``bottom``, the name's middle at ``name_y``."""

    lane: str
    slot: int
    name: tuple[str, ...]
    top: float
    bottom: float
    name_y: float


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes that lanes are drawn with, which depend on the width and on how many there are."""

    lane_height: float
    gap: float
    row: float
    name_height: float
    most_rows: int = 6


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of all shown events, or clusters; their lanes; the x of each event's line; connectors."""

    boxes: tuple[LaneBox, ...]
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    connectors: tuple[Connector, ...]
    ports: Mapping[str, float]
    bottom: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event stands on the axis, before lanes: x from ``left`` to ``right``."""

    left: float
    right: float
    shape: str
    fade_left: float = 0.0
    fade_right: float = 0.0
    arrow_left: bool = False
    arrow_right: bool = False


def spot_of(extent: Extent, axis: Axis) -> Spot:
    """The spot of an extent: a dot for a day, a bar otherwise, never too short to be told from a dot."""
    left, right = axis.x(extent.start), axis.x(extent.end)
    cut_left, cut_right = extent.start < axis.start, extent.end > axis.end
    if extent.open_left or (extent.open_right and extent.days <= 1):
        return _stub(extent, left, right, axis)
    if extent.days <= 1 and not extent.soft:
        middle = (left + right) / 2
        return Spot(middle - DOT / 2, middle + DOT / 2, "dot")
    if right - left < PILL:
        middle = (left + right) / 2
        left, right = middle - PILL / 2, middle + PILL / 2
    fade = max(0.28 * (right - left), 7.0) if extent.soft else 0.0
    return Spot(
        left,
        right,
        "bar",
        fade_left=0.0 if cut_left else fade,
        fade_right=0.0 if cut_right else fade,
        arrow_left=cut_left,
        arrow_right=cut_right or extent.open_right,
    )


def _stub(extent: Extent, left: float, right: float, axis: Axis) -> Spot:
    first, last = axis.pieces[0].left, axis.pieces[-1].right
    if extent.open_left:
        return Spot(max(first - 10, right - _STUB), right, "bar", fade_left=_STUB * 0.7, arrow_left=True)
    right = min(last + 10, left + _STUB)
    return Spot(min(left, right - _STUB / 2), right, "bar", fade_right=_STUB * 0.7, arrow_right=True)


def place_marks(  # noqa: PLR0917 (one argument per stage before)
    lanes: Lanes,
    events: Sequence[Event],
    spots: Mapping[str, Spot],
    axis: Axis,
    names: Mapping[str, tuple[str, ...]],
    look: Look,
    badges: Mapping[str, str],
) -> Marks:
    """The marks of the events, the lanes one under the other from y = 0 on; some with a badge."""
    top = 0.0
    in_lane: dict[str, list[tuple[Event, bool]]] = defaultdict(list)
    clusters: list[Cluster] = []
    for event in events:
        takers = lanes.takers[event.id]
        for lane in takers.acting:
            in_lane[lane].append((event, False))
        for lane in takers.touched:
            in_lane[lane].append((event, True))
    boxes: list[LaneBox] = []
    marks: list[Mark] = []
    for lane in lanes.order:
        spans = [
            (spots[each.id].left, spots[each.id].right + (BADGE if each.id in badges else 0.0), each.id)
            for each, _ in in_lane[lane]
        ]
        together = clustered(spans, look.most_rows, _APART)
        hidden = {event for some in together.values() for event in some}
        rows = stack([span for span in spans if span[2] not in hidden], look.most_rows, _APART)
        count = max((number + 1 for number, _ in rows.values()), default=1)
        beside = 0.0 if look.name_height else len(names[lane]) * _NAME_LINE
        height = max(look.lane_height, count * look.row + 8, beside)
        band = top + look.name_height
        slot = lanes.slot.get(lane, 0)
        name_y = top + look.name_height / 2 if look.name_height else band + height / 2
        boxes.append(LaneBox(lane, slot, names[lane], band, band + height, name_y))
        middle = band + height / 2
        clusters += [Cluster(lane, slot, x, middle, tuple(some)) for x, some in together.items()]
        for event, light in in_lane[lane]:
            if event.id in hidden:
                continue
            number, of = rows[event.id]
            y = band + height / 2 + (number - (of - 1) / 2) * look.row
            marks.append(_mark(event, lane, slot, spots[event.id], y, light=light))
        top = band + height + look.gap
    ports = _ports(events, spots, axis)
    lines = _connectors(marks, ports)
    return Marks(tuple(boxes), tuple(_signed(marks, badges)), tuple(clusters), lines, ports, top - look.gap)


def _signed(marks: Sequence[Mark], badges: Mapping[str, str]) -> list[Mark]:
    """The marks, of each event with a badge the uppermost of those who act with it."""
    first: dict[str, Mark] = {}
    for mark in marks:
        if mark.event in badges and (mark.event not in first or (first[mark.event].light and not mark.light)):
            first[mark.event] = mark
    signed = {id(mark) for mark in first.values()}
    return [replace(mark, badge=badges[mark.event]) if id(mark) in signed else mark for mark in marks]


def _mark(event: Event, lane: str, slot: int, spot: Spot, y: float, *, light: bool) -> Mark:
    return Mark(
        event.id, lane, slot, spot.shape, symbol_of(event.type), event.status, spot.left, spot.right, y,
        spot.fade_left, spot.fade_right, spot.arrow_left, spot.arrow_right, light,
    )  # fmt: skip


def _ports(events: Sequence[Event], spots: Mapping[str, Spot], axis: Axis) -> dict[str, float]:
    """The x of each event's line: the middle of its mark, a little aside where several stand together."""
    wanted = sorted((_middle(spots[each.id], axis), each.id) for each in events)
    found: dict[str, float] = {}
    group: list[tuple[float, str]] = []
    for item in [*wanted, (float("inf"), "")]:
        if group and item[0] - group[-1][0] >= _PORTS - 1:
            found.update(_spread(group, spots))
            group = []
        group.append(item)
    return found


def _spread(group: Sequence[tuple[float, str]], spots: Mapping[str, Spot]) -> dict[str, float]:
    centre = sum(x for x, _ in group) / len(group)
    found = {}
    for position, (x, event) in enumerate(group):
        spot = spots[event]
        room = (spot.right - spot.left) / 2 - 3
        wanted = centre + (position - (len(group) - 1) / 2) * _PORTS if len(group) > 1 else x
        found[event] = min(max(wanted, x - room), x + room)
    return found


def _middle(spot: Spot, axis: Axis) -> float:
    """The middle of the spot, or of its longest stretch that is not folded."""
    middle = (spot.left + spot.right) / 2
    if not axis.is_folded(middle):
        return middle
    stretches = [
        (min(spot.right, piece.right) - max(spot.left, piece.left), piece)
        for piece in axis.pieces
        if not piece.folded
    ]
    length, piece = max(stretches, key=lambda each: each[0])
    if length <= 0:
        return middle
    return (max(spot.left, piece.left) + min(spot.right, piece.right)) / 2


def _connectors(marks: Sequence[Mark], ports: Mapping[str, float]) -> tuple[Connector, ...]:
    by_event: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_event[mark.event].append(mark)
    found = []
    for event, together in by_event.items():
        if len(together) < 2:
            continue
        strong = [mark.y for mark in together if not mark.light]
        if not strong:  # those that act are in clusters
            continue
        every = [mark.y for mark in together]
        found.append(Connector(event, ports[event], min(strong), max(strong), min(every), max(every)))
    return tuple(found)
