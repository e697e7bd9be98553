"""A TIMEX3 value becomes a ``When``: EDTF, earliest and latest day, granularity.

``resolve`` gives values; ``ranges`` joins two Whens; everybody above reads only the When.
"""

from dataclasses import replace
from datetime import date, timedelta

from dashboard.dates.almanac import SEASON_CODES, add_months, span_of
from dashboard.model import Granularity, When

_FIRST, _LAST = 2, 9997
_ORDER = list(Granularity)
_ABOUT = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})
"""What makes a date only near: "less than two weeks ago" is no certain day."""
HALVES = {"FIRST_HALF": "START", "SECOND_HALF": "END"}
"""The halves of a decade or century, which TIMEX3 has no modifier for, and what stands for them there."""


def edtf_of(value: str) -> str:
    """The EDTF string of a TIMEX3 value that is on the calendar, without a modifier; "" if it is not."""
    span = span_of(value)
    if span is None:
        return ""
    earliest, latest, granularity = span
    if granularity is Granularity.SEASON:
        return f"{value[:4]}-{SEASON_CODES[value[5:7]]}"
    if granularity is Granularity.DECADE:
        return f"{value[:3]}X"
    if granularity is Granularity.CENTURY:
        return f"{value[:2]}XX"
    if granularity is Granularity.YEAR:
        return f"{earliest.year:04d}"
    if granularity is Granularity.MONTH:
        return f"{earliest.year:04d}-{earliest.month:02d}"
    if granularity in {Granularity.QUARTER, Granularity.HALF}:
        return f"{earliest.isoformat()[:7]}/{latest.isoformat()[:7]}"
    if earliest != latest:
        return f"{earliest.isoformat()}/{latest.isoformat()}"
    if granularity is Granularity.TIME and value[11:16].replace(":", "").isdecimal() and len(value) >= 16:
        return f"{value[:16]}:00" if value[11:13] < "24" else earliest.isoformat()
    return earliest.isoformat()


def when_of(value: str, mod: str = "", reason: str = "") -> When | None:
    """The When of a TIMEX3 value and modifier; None where it has no place on the calendar."""
    span = span_of(value)
    if span is None:
        return None
    earliest, latest, granularity = span
    if mod in {"START", "MID", "END"} and not granularity.to_the_day:
        first, last = part_of(earliest, latest, granularity, mod)
        if granularity in {Granularity.MONTH, Granularity.WEEK}:
            edtf, fine = f"{first.isoformat()}~/{last.isoformat()}~", Granularity.DAY
        elif granularity in {Granularity.DECADE, Granularity.CENTURY}:
            edtf, fine = f"{first.year:04d}~/{last.year:04d}~", Granularity.YEAR
        else:
            edtf, fine = f"{first.isoformat()[:7]}~/{last.isoformat()[:7]}~", Granularity.MONTH
        return When(edtf, first, last, fine, approximate=True, reason=reason)
    if mod in HALVES and granularity in {Granularity.DECADE, Granularity.CENTURY}:
        first, last = half_of(earliest, latest, mod)
        return When(f"{first.year:04d}/{last.year:04d}", first, last, Granularity.YEAR, reason=reason)
    edtf = edtf_of(value)
    if mod in _ABOUT:
        edtf = "/".join(part + "~" for part in edtf.split("/"))
        return When(edtf, earliest, latest, granularity, approximate=True, reason=reason)
    if mod in {"BEFORE", "ON_OR_BEFORE"}:
        return When(f"../{edtf}", None, latest, granularity, reason=reason) if "/" not in edtf else None
    if mod in {"AFTER", "ON_OR_AFTER"}:
        return When(f"{edtf}/..", earliest, None, granularity, reason=reason) if "/" not in edtf else None
    return When(edtf, earliest, latest, granularity, reason=reason)


def part_of(earliest: date, latest: date, granularity: Granularity, mod: str) -> tuple[date, date]:
    """The days of the start, middle or end of a span: about a third of it, in whole units."""
    if granularity is Granularity.MONTH:
        bounds = {"START": (1, 10), "MID": (11, 20), "END": (21, latest.day)}[mod]
        return earliest.replace(day=bounds[0]), earliest.replace(day=bounds[1])
    if granularity is Granularity.WEEK:
        low, high = {"START": (0, 2), "MID": (2, 4), "END": (4, 6)}[mod]
        return earliest + timedelta(days=low), earliest + timedelta(days=high)
    if granularity in {Granularity.DECADE, Granularity.CENTURY}:
        size = latest.year - earliest.year + 1
        tenths = {"START": (0, 4), "MID": (4, 7), "END": (7, 10)}[mod]
        opening, closing = (earliest.year + size * tenth // 10 for tenth in tenths)
        return date(opening, 1, 1), date(closing - 1, 12, 31)
    months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
    third = max(1, months // 3)
    first_month = {"START": 0, "MID": (months - third) // 2, "END": months - third}[mod]
    first = add_months(earliest.replace(day=1), first_month)
    last = add_months(first, third) - timedelta(days=1)
    return first, last


def half_of(earliest: date, latest: date, mod: str) -> tuple[date, date]:
    """The first or last day of a decade's or century's half: 1900 to 1949, 1995 to 1999."""
    middle = earliest.year + (latest.year - earliest.year + 1) // 2
    if mod == "FIRST_HALF":
        return earliest, date(middle - 1, 12, 31)
    return date(middle, 1, 1), latest


def join(first: When, second: When, reason: str) -> When | None:
    """The When from the start of one to the end of another; None where that is backwards."""
    low, high = first.edtf.split("/")[0], second.edtf.split("/")[-1]
    if (first.earliest and second.latest and first.earliest > second.latest) or low == ".." == high:
        return None
    coarse = max(first.granularity, second.granularity, key=_ORDER.index)
    approximate = first.approximate or second.approximate
    return When(f"{low}/{high}", first.earliest, second.latest, coarse, approximate, reason)


def open_ended(when: When, *, since: bool, reason: str) -> When:
    """The same When, open after its start (since 2014) or before its end (until 31 March)."""
    low, high = when.edtf.split("/")[0], when.edtf.split("/")[-1]
    if since:
        return When(f"{low}/..", when.earliest, None, when.granularity, when.approximate, reason)
    return When(f"../{high}", None, when.latest, when.granularity, when.approximate, reason)


def approximately(when: When) -> When:
    """The same When, said to be approximate."""
    edtf = "/".join(part if part == ".." else part.rstrip("~") + "~" for part in when.edtf.split("/"))
    return replace(when, edtf=edtf, approximate=True)


def outside(when: When, *, before: bool) -> When | None:
    """What lies before or after a When, open on the far side; None at the calendar's ends."""
    if (
        when.earliest is None
        or when.latest is None
        or when.latest.year > _LAST
        or when.earliest.year < _FIRST
    ):
        return None
    day = when.earliest - timedelta(days=1) if before else when.latest + timedelta(days=1)
    edtf = f"../{day.isoformat()}" if before else f"{day.isoformat()}/.."
    return replace(when, edtf=edtf, earliest=None if before else day, latest=day if before else None)


def exactly_open(when: When, *, before: bool) -> When | None:
    """What lies up to the last day of a When or from its first on; None where it has no such day."""
    day = when.latest if before else when.earliest
    if day is None:
        return None
    edtf = f"../{day.isoformat()}" if before else f"{day.isoformat()}/.."
    first, last = (None, day) if before else (day, None)
    return replace(when, edtf=edtf, earliest=first, latest=last, approximate=False)


def widened(when: When, precision: Granularity) -> When:
    """The month or year around a When counted from a day known no better; as it was if it is coarser."""
    if when.earliest is None or when.latest is None:
        return when
    finer = _ORDER.index(when.granularity) < _ORDER.index(precision)
    if precision not in {Granularity.MONTH, Granularity.YEAR} or not finer:
        return when
    value = when.earliest.isoformat()[: 7 if precision is Granularity.MONTH else 4]
    return when_of(value, "APPROX", when.reason) or when
