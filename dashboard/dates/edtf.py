"""EDTF (ISO 8601-2) level 1 in our profile: read and written; ``whens`` and the typed dates use it.

The profile: days, months, years, seasons 21-24, ``X`` for unspecified digits, ``~ ? %``, intervals
with ``..`` for an open end, and one-of sets ``[a,b]``. Both ways are exact: ``emit(parse(s)) == s``.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.dates.almanac import add_months, last_day
from dashboard.errors import DateError

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d:\d\d))?(?P<mark>[~?%]?)",
    re.ASCII,
)
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Point:
    """A date of one piece: digits as written (``X`` kept), season as month 21-24, time or ""."""

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    mark: str = ""

    def __str__(self) -> str:
        text = "-".join(part for part in (self.year, self.month, self.day) if part)
        return f"{text}T{self.time}{self.mark}" if self.time else text + self.mark

    @property
    def approximate(self) -> bool:
        """Whether it says "about" (``~`` or ``%``)."""
        return self.mark in {"~", "%"}

    def days(self) -> tuple[date, date]:
        """The first and the last day that it may mean."""
        low, high = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        low = max(low, 1)
        if not self.month or self.month == "XX":
            return date(low, 1, 1), date(high, 12, 31)
        month = int(self.month)
        if month in _SEASON_MONTHS:
            first = _SEASON_MONTHS[month]
            end = add_months(date(high, first, 1), 3) if (high, first) < (9999, 11) else None
            return date(low, first, 1), end - timedelta(days=1) if end else date.max
        if not self.day or self.day == "XX":
            return date(low, month, 1), date(high, month, last_day(high, month))
        return date(low, month, int(self.day)), date(high, month, int(self.day))


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another; None is open (``..``)."""

    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def approximate(self) -> bool:
        """Whether either end is approximate."""
        return any(point.approximate for point in (self.start, self.end) if point)

    def days(self) -> tuple[date | None, date | None]:
        """The first day of its start and the last day of its end; None where open."""
        return (self.start.days()[0] if self.start else None), (self.end.days()[1] if self.end else None)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several points, it is not known which."""

    points: tuple[Point, ...]

    def __str__(self) -> str:
        return f"[{','.join(map(str, self.points))}]"

    @property
    def approximate(self) -> bool:
        """Whether any of its points is approximate."""
        return any(point.approximate for point in self.points)

    def days(self) -> tuple[date, date]:
        """The first day of the earliest point and the last of the latest."""
        spans = [point.days() for point in self.points]
        return min(first for first, _ in spans), max(last for _, last in spans)


Value = Point | Interval | OneOf


def parse(text: str) -> Value:
    """What an EDTF string of our profile means; DateError, in one sentence, where it is not one."""
    if len(text) > _LONGEST:
        raise DateError("This is too long for a date: write one such as 2017-03-03.")
    if text.startswith("[") and text.endswith("]"):
        return OneOf(tuple(_point(part, text) for part in text[1:-1].split(",")))
    if "/" in text:
        parts = text.split("/")
        if len(parts) != 2:
            raise _not_edtf(text)
        start, end = (None if part == ".." else _point(part, text) for part in parts)
        interval = Interval(start, end)
        first, last = interval.days()
        if (first is None and last is None) or (first and last and first > last):
            raise _not_edtf(text)
        return interval
    return _point(text, text)


def emit(value: Value) -> str:
    """The EDTF string of a value."""
    return str(value)


def _point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise _not_edtf(whole)
    point = Point(match["year"], match["month"] or "", match["day"] or "", match["time"] or "", match["mark"])
    if (point.day and point.month == "XX" and point.day != "XX") or ("X" in point.year and point.month):
        raise _not_edtf(whole)
    if point.year == "0000" or (point.month.isdecimal() and int(point.month) > 12 and point.day):
        raise _not_edtf(whole)
    if point.time and not (point.day.isdecimal() and _is_clock(point.time)):
        raise _not_edtf(whole)
    try:
        point.days()
    except ValueError as fault:
        raise _not_edtf(whole) from fault
    return point


def _is_clock(time: str) -> bool:
    hour, minute, second = (int(part) for part in time.split(":"))
    return (hour < 24 and minute < 60 and second < 60) or (hour, minute, second) == (24, 0, 0)


def _not_edtf(text: str) -> DateError:
    return DateError(
        f"{text[:60]!r} is not a date: write one such as 2017-03-03, 2017-03 or 2017-04-26/2017-04-27."
    )
