"""Actors by periods: how many events, how cooperative; and the course of it over time. Called by the figures.

Columns are the periods that hold events, as fine as there is room; a gap stands where periods are left out.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from babel.dates import get_month_names, get_quarter_names

from dashboard.model import Event, Timeline
from dashboard.timeline.extents import extent_of
from dashboard.timeline.groupings import lane_name
from dashboard.timeline.lanes import choose_lanes, plan_lanes
from dashboard.timeline.layout import NARROW, edges
from dashboard.timeline.measure import BOLD, wrap
from dashboard.timeline.symbols import symbol_of
from dashboard.timeline.ties import intensity_of
from dashboard.wording.periods import locale_of

ROW = 34.0
CELL = 46.0
"""Pixels that a column should have at least."""

COURSE = 150.0
"""The height of the course under the cells."""

HEAD = 40.0
_GAP = 12.0
_STEPS = (1, 3, 12, 60, 120, 600)
_MOST_DOTS = 400
_NAME_SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Column:
    """A period: its first and last day, where it stands, and its label in two lines ("Mar", "2017")."""

    first: date
    last: date
    left: float
    right: float
    label: tuple[str, str]
    after_gap: bool

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """An actor, with the name in lines, and where the row stands."""

    lane: str
    rank: int
    name: tuple[str, ...]
    top: float

    @property
    def y(self) -> float:
        """Its middle."""
        return self.top + ROW / 2


@dataclass(frozen=True, slots=True)
class Cell:
    """The events of an actor in a period, and their mean on the scale from conflict (-10) to cooperation."""

    row: int
    column: int
    events: tuple[str, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the course: at x, as high as it is cooperative."""

    event: str
    x: float
    value: float
    symbol: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it; ``course`` holds each period's x and mean. Events are counted where they begin."""

    width: float
    left: float
    right: float
    narrow: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    course: tuple[tuple[float, float], ...]
    dots: tuple[Dot, ...]
    shown: int

    @property
    def bottom(self) -> float:
        """The y under the last row."""
        return len(self.rows) * ROW

    @property
    def height(self) -> float:
        """From the top of the cells to the foot of the course."""
        return self.bottom + HEAD + COURSE


def lay_out_matrix(timeline: Timeline, shown: Timeline, *, width: float, language: str) -> Matrix:
    """The matrix of the shown events, its lanes as in the timeline."""
    narrow = width < NARROW
    plan = plan_lanes(timeline)
    lanes = choose_lanes(plan, [event.id for event in shown.events], 8 if narrow else 14)
    left, right = (112.0, width - 8.0) if narrow else edges(timeline, width, language)
    starts = {event.id: date.fromordinal(max(1, int(extent_of(event).start))) for event in shown.events}
    columns, step = _columns(list(starts.values()), (left, right), language)
    rows = tuple(
        Row(lane, plan.rank.get(lane, 0), _name(timeline, lane, language, left), at * ROW)
        for at, lane in enumerate(lanes.order)
    )
    where = {_period(column.first, step): at for at, column in enumerate(columns)}
    places = {lane: at for at, lane in enumerate(lanes.order)}
    events = {event.id: event for event in shown.events}
    held: dict[tuple[int, int], list[str]] = defaultdict(list)
    in_period: dict[int, list[float]] = defaultdict(list)
    for event in shown.events:
        column = where[_period(starts[event.id], step)]
        in_period[column].append(intensity_of(event.type))
        for lane in lanes.takers[event.id].acting:
            held[places[lane], column].append(event.id)
    cells = tuple(
        Cell(*at, tuple(some), _mean([events[each] for each in some])) for at, some in sorted(held.items())
    )
    course = tuple((columns[at].x, sum(values) / len(values)) for at, values in sorted(in_period.items()))
    dots = _dots(shown.events, starts, columns, where, step) if len(events) <= _MOST_DOTS else ()
    return Matrix(width, left, right, narrow, columns, rows, cells, course, dots, len(events))


def _name(timeline: Timeline, lane: str, language: str, left: float) -> tuple[str, ...]:
    return wrap(lane_name(timeline, "actor", lane, language), left - 20, _NAME_SIZE, BOLD, 2)


def _mean(events: Sequence[Event]) -> float:
    return sum(intensity_of(each.type) for each in events) / len(events)


def _period(day: date, step: int) -> int:
    """The number of the period of so many months in which a day lies."""
    return (day.year * 12 + day.month - 1) // step


def _bounds(period: int, step: int) -> tuple[date, date]:
    first = period * step
    after = first + step
    start = date(max(1, first // 12), first % 12 + 1, 1)
    if after // 12 > 9999:
        return start, date.max
    end = date.fromordinal(date(max(1, after // 12), after % 12 + 1, 1).toordinal() - 1)
    return start, end


def _columns(
    days: Sequence[date], sides: tuple[float, float], language: str
) -> tuple[tuple[Column, ...], int]:
    """The periods that hold a day, as fine as fits, and how many months one has."""
    room = int((sides[1] - sides[0]) // CELL)
    step = _STEPS[-1]
    for each in _STEPS:
        if len({_period(day, each) for day in days}) <= room:
            step = each
            break
    periods = sorted({_period(day, step) for day in days})
    if not periods:
        return (), step
    jumps = {after for before, after in pairwise(periods) if after - before > 1}
    wide = min((sides[1] - sides[0] - _GAP * len(jumps)) / len(periods), 120.0)
    found: list[Column] = []
    x, year = sides[0], None
    for period in periods:
        first, last = _bounds(period, step)
        x += _GAP if period in jumps else 0.0
        label = _label(first, last, step, language)
        era = label[1] if label[1] != year or period in jumps else ""
        year = label[1]
        found.append(Column(first, last, x, x + wide, (label[0], era), period in jumps))
        x += wide
    return tuple(found), step


def _label(first: date, last: date, step: int, language: str) -> tuple[str, str]:
    if step == 1:
        months = get_month_names("abbreviated", context="stand-alone", locale=locale_of(language))
        return str(months[first.month]), str(first.year)
    if step == 3:
        quarters = get_quarter_names("abbreviated", context="stand-alone", locale=locale_of(language))
        return str(quarters[(first.month + 2) // 3]), str(first.year)
    if step == 12:
        return str(first.year), ""
    return f"{first.year}–{last.year % 100:02d}", ""


def _dots(
    events: Sequence[Event],
    starts: dict[str, date],
    columns: Sequence[Column],
    where: dict[int, int],
    step: int,
) -> tuple[Dot, ...]:
    found = []
    for event in events:
        day = starts[event.id]
        column = columns[where[_period(day, step)]]
        share = (day - column.first).days / max(1, (column.last - column.first).days)
        x = column.left + 4 + share * (column.right - column.left - 8)
        found.append(Dot(event.id, round(x, 1), intensity_of(event.type), symbol_of(event.type)))
    return tuple(found)


__all__ = ["COURSE", "HEAD", "ROW", "Cell", "Column", "Dot", "Matrix", "Row", "lay_out_matrix"]
