"""Arithmetic on the calendar: months, weeks, seasons, feasts, and the days that a value covers.

A *value* is TIMEX3's, the one notation that the whole room passes around: ``2017-03-03``,
``2017-W10``, ``2014-SP``, ``2017-Q1``, ``201``, ``19``, ``BC0264``.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from dashboard.model import Granularity

Span = tuple[date, date, Granularity]
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
MONTHS_OF = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
DAYS_OF = {"D": 1, "W": 7}
_FIRST_YEAR, _LAST_YEAR = 1, 9998
_BACKWARD_WEIGHT = 2.5
_VALUE = re.compile(
    r"(?P<century>\d\d)$|(?P<decade>\d{3})$"
    r"|(?P<year>\d{4})(?:-(?:(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|W(?P<week>\d\d)(?:-(?P<end>WE|[1-7]))?|(?P<month>\d\d)(?:-(?P<day>\d\d))?)(?:T[\w:]+)?)?$"
)


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return monthrange(year, month)[1]


def add_months(day: date, months: int) -> date:
    """The same day some months away, or the month's last where there is none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def safe_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def week_value(day: date) -> str:
    """The ISO week that a day lies in, e.g. 2017-W10."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gregorian calendar)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = h - m + r + 90
    return date(year, n // 25, (h - m + r + n // 25 + 19) % 32)


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a year: "12-25", "easter+39", "11-4-4" (4th Thursday of November)."""
    if name.startswith("easter"):
        return easter(year) + timedelta(days=int(name[6:] or 0))
    parts = [int(part) for part in name.split("-")]
    if len(parts) == 2:
        return safe_day(year, *parts)
    month, nth, weekday = parts
    if nth == 5:
        end = date(year, month, last_day(year, month))
        return end - timedelta(days=(end.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


@lru_cache(maxsize=4096)
def span_of(value: str) -> Span | None:
    """The first and last day that a value covers, and its granularity; None if it is no date of ours."""
    match = _VALUE.match(value.rstrip("X"))
    if match is None:
        return None
    if match["century"]:
        return _years(int(match["century"]) * 100, 100, Granularity.CENTURY)
    if match["decade"]:
        return _years(int(match["decade"]) * 10, 10, Granularity.DECADE)
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if match["season"]:
        return _months(year, _SEASONS[match["season"]], 3, Granularity.SEASON)
    if match["quarter"]:
        return _months(year, int(match["quarter"]) * 3 - 2, 3, Granularity.QUARTER)
    if match["half"]:
        return _months(year, int(match["half"]) * 6 - 5, 6, Granularity.HALF)
    if match["week"]:
        return _week(year, int(match["week"]), match["end"] or "")
    if match["month"] is None:
        return _years(year, 1, Granularity.YEAR)
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"] is None:
        return _months(year, month, 1, Granularity.MONTH)
    day = safe_day(year, month, int(match["day"]))
    if day is None:
        return None
    return day, day, Granularity.TIME if "T" in value else Granularity.DAY


def _years(first: int, count: int, granularity: Granularity) -> Span | None:
    first = max(first, 1) if count > 1 else first
    if not _FIRST_YEAR <= first <= first + count - 1 <= _LAST_YEAR:
        return None
    return date(first, 1, 1), date(first + count - 1, 12, 31), granularity


def _months(year: int, month: int, count: int, granularity: Granularity) -> Span:
    first = date(year, month, 1)
    return first, add_months(first, count) - timedelta(days=1), granularity


def _week(year: int, week: int, end: str) -> Span | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if end == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6), Granularity.DAY
    if end:
        day = monday + timedelta(days=int(end) - 1)
        return day, day, Granularity.DAY
    return monday, monday + timedelta(days=6), Granularity.WEEK


def nearest(candidates: Iterable[date], anchor: date, *, forward: bool = False) -> date:
    """The candidate nearest to an anchor; with ``forward``, the past weighs more."""

    def distance(day: date) -> float:
        days = (day - anchor).days
        return -days * (_BACKWARD_WEIGHT if forward else 1.0) if days < 0 else days

    return min(candidates, key=distance)


def weekday_on(anchor: date, weekday: int, which: str) -> date:
    """The weekday ``last`` (anchor included), ``before``, ``nearest``, ``next`` or ``after`` an anchor."""
    ahead = (weekday - anchor.isoweekday()) % 7
    if which == "last":
        return anchor - timedelta(days=(7 - ahead) % 7)
    if which == "before":
        return anchor - timedelta(days=7 - ahead)
    if which == "next":
        return anchor + timedelta(days=ahead)
    if which == "after":
        return anchor + timedelta(days=ahead or 7)
    return anchor + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def unit_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, ... that a day lies in."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        return week_value(day)
    if unit == "M":
        return day.isoformat()[:7]
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"
    if unit == "H":
        return f"{day.year:04d}-H{(day.month - 1) // 6 + 1}"
    if unit == "DE":
        return f"{day.year // 10:03d}"
    if unit == "CE":
        return f"{day.year // 100:02d}"
    return f"{day.year:04d}"


def moved(day: date, count: int, unit: str) -> date | None:
    """A day some units away, None where the calendar ends."""
    try:
        if unit in DAYS_OF:
            return day + timedelta(days=count * DAYS_OF[unit])
        return add_months(day, count * MONTHS_OF[unit])
    except (OverflowError, ValueError, KeyError):
        return None
