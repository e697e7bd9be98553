"""Actors by periods: how many events, how cooperative; and the course of it over time. Called by the figures.

Columns are the periods that hold events, as fine as there is room; a gap stands where periods are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from babel.dates import get_month_names, get_quarter_names
from numpy.typing import NDArray

from dashboard.model import Event, Timeline
from dashboard.store.columns import Numbers, rows_of
from dashboard.timeline.extents import extents_of
from dashboard.timeline.groupings import OTHERS, lane_name
from dashboard.timeline.lanes import lanes_among, plan_lanes
from dashboard.timeline.layout import NARROW, edges
from dashboard.timeline.measure import BOLD, measure, wrap
from dashboard.timeline.symbols import symbol_of
from dashboard.timeline.ties import intensities_of, intensity_of
from dashboard.wording.locales import locale_of

ROW = 34.0
CELL = 46.0
"""Pixels that a column should have at least."""

COURSE = 150.0
"""The height of the course under the cells."""

LABEL_SIZE = 12.0
HEAD = 40.0
_GAP = 12.0
_STEPS = (1, 3, 12, 60, 120, 600)
_MOST_DOTS = 400
_NAME_SIZE = 13.0
_EPOCH = date(1970, 1, 1).toordinal()


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
    slot: int
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
    of = rows_of(timeline, shown)
    whose, codes = plan.links.among(of)
    acting = [plan.links.values[at] for at in np.unique(codes).tolist()]
    lanes = lanes_among(plan, acting, (), 8 if narrow else 14)
    left, right = (112.0, width - 8.0) if narrow else edges(timeline, width, language)
    days = np.maximum(1, extents_of(timeline).starts[of].astype(np.int64))
    months = _months(days)
    columns, step = _columns(months, (left, right), language)
    rows = tuple(
        Row(lane, plan.slot.get(lane, 0), _name(timeline, lane, language, left), at * ROW)
        for at, lane in enumerate(lanes.order)
    )
    at_column = np.zeros(len(timeline.events), dtype=np.int64)
    at_column[of] = np.searchsorted(np.unique(months // step), months // step)
    intensities = intensities_of(timeline, timeline)
    places = {lane: at for at, lane in enumerate(lanes.order)}
    at_row = np.array([places.get(lane, places.get(OTHERS, 0)) for lane in plan.links.values], dtype=np.int64)
    squares = at_row[codes] * len(columns) + at_column[whose]
    cells = _cells(timeline, squares, whose, intensities, len(columns))
    sums = np.bincount(at_column[of], intensities[of], len(columns))
    counts = np.bincount(at_column[of], minlength=len(columns))
    course = tuple(
        (column.x, float(total / count)) for column, total, count in zip(columns, sums, counts, strict=True)
    )
    dots = _dots(shown.events, days, columns, at_column[of]) if len(of) <= _MOST_DOTS else ()
    return Matrix(width, left, right, narrow, columns, rows, cells, course, dots, len(of))


def _cells(
    timeline: Timeline, squares: Numbers, whose: Numbers, intensities: NDArray[np.float64], across: int
) -> tuple[Cell, ...]:
    """The cells that hold events; an event is once in each, however many of its actors share the row."""
    size = len(timeline.events)
    once = np.unique(squares * size + whose) if size else squares
    squares, whose = once // max(size, 1), once % max(size, 1)
    found, starts, counts = np.unique(squares, return_index=True, return_counts=True)
    cells = []
    for square, first, count in zip(found.tolist(), starts.tolist(), counts.tolist(), strict=True):
        held = whose[first : first + count]
        ids = tuple(timeline.events[at].id for at in held.tolist())
        cells.append(Cell(square // across, square % across, ids, float(intensities[held].mean())))
    return tuple(cells)


def _months(days: Numbers) -> Numbers:
    """For each day, by its ordinal, the number of its month since the year 0."""
    since = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    found: Numbers = since + 1970 * 12
    return found


def _name(timeline: Timeline, lane: str, language: str, left: float) -> tuple[str, ...]:
    return wrap(lane_name(timeline, "actor", lane, language), left - 20, _NAME_SIZE, BOLD, 2)


def _bounds(period: int, step: int) -> tuple[date, date]:
    first = period * step
    after = first + step
    start = date(max(1, first // 12), first % 12 + 1, 1)
    if after // 12 > 9999:
        return start, date.max
    end = date.fromordinal(date(max(1, after // 12), after % 12 + 1, 1).toordinal() - 1)
    return start, end


def _columns(months: Numbers, sides: tuple[float, float], language: str) -> tuple[tuple[Column, ...], int]:
    """The periods that hold a day, as fine as fits, and how many months one has."""
    room = int((sides[1] - sides[0]) // CELL)
    step = _STEPS[-1]
    for each in _STEPS:
        if len(np.unique(months // each)) <= room:
            step = each
            break
    periods = np.unique(months // step).tolist()
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
        if step == 3 and measure(label[0], LABEL_SIZE) > wide - 4:  # "third quarter" in words: its months
            label = f"{first.month}\u200e–\u200e{last.month}", label[1]
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
    events: Sequence[Event], days: Numbers, columns: Sequence[Column], at_column: Numbers
) -> tuple[Dot, ...]:
    found = []
    for event, day, at in zip(events, days.tolist(), at_column.tolist(), strict=True):
        column = columns[at]
        share = (day - column.first.toordinal()) / max(1, (column.last - column.first).days)
        x = column.left + 4 + share * (column.right - column.left - 8)
        found.append(Dot(event.id, round(x, 1), intensity_of(event.type), symbol_of(event.type)))
    return tuple(found)


__all__ = ["COURSE", "HEAD", "LABEL_SIZE", "ROW", "Cell", "Column", "Dot", "Matrix", "Row", "lay_out_matrix"]
