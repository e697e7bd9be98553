"""Dates as a language writes them (CLDR through babel). Called wherever a date is shown to people.

``periods`` knows what single periods are called; here days, ranges and open ends are put together.
"""

import re
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_time, parse_pattern

from dashboard.model import Granularity, When
from dashboard.wording.locales import locale_of
from dashboard.wording.messages import message
from dashboard.wording.periods import Period, day_pattern, part_of, period_of, whole_period

_FIRST_OF_MONTH = re.compile(r"\b1(?=\s[^\W\d]|[–-]\d)")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")


@lru_cache(maxsize=20_000)
def format_day(day: date, language: str, *, short: bool = False) -> str:
    """A day, e.g. "3 March 2017" or "3 mars 2017"; short: "3 Mar 2017"."""
    return _ordinal(day_pattern(day, language, short=short), language)


@lru_cache(maxsize=20_000)  # a chart asks for the same dates at every drawing
def format_when(when: When, language: str, *, short: bool = False) -> str:
    """A When as the language writes it: "spring 2014", "début janvier 2017", "26–27 Apr 2017", "since 2014".

    Args:
        when: What to write; its granularity says how fine, its ends are inclusive.
        language: "en", "fr" or any language that CLDR knows.
        short: Whether months are abbreviated where the language does so.
    """
    if when.edtf.startswith("["):
        return _one_of(when, language, short=short)
    if when.earliest is None or when.latest is None:
        said = _open(when, language, short=short)
    elif period := part_of(when):
        said = period.plain(language, short=short)
    else:
        said = _closed(when, language, short=short)
    return message("{date}?", language, date=said) if when.edtf.endswith("?") else said


def _ordinal(said: str, language: str) -> str:
    """French counts the first day of a month as "1er"; CLDR does not know."""
    return _FIRST_OF_MONTH.sub("1er", said) if language == "fr" else said


def _open(when: When, language: str, *, short: bool) -> str:
    """An open date: "since 2014", "jusqu’au 3 mars 2017"."""
    day = when.earliest or when.latest
    assert day is not None
    period = _end_period(day, when, first=when.latest is None)
    how = "since" if when.latest is None else "until"
    said = _prefixed(how, period, language, short=short)
    return message("{date} (approximately)", language, date=said) if when.approximate else said


def _closed(when: When, language: str, *, short: bool) -> str:
    period = whole_period(when)
    if period is not None:
        if when.approximate:
            return _prefixed("around", period, language, short=short)
        return _timed(when, period, language, short=short)
    said = _range(when, language, short=short)
    return message("around {range}", language, range=said) if when.approximate else said


def _timed(when: When, period: Period, language: str, *, short: bool) -> str:
    """The period; with the hour where that is known."""
    said = _plain(period, language, short=short)
    found = _TIME.match(when.edtf)
    if when.granularity is not Granularity.TIME or found is None:
        return said
    hour = format_time(datetime.strptime(found[1], "%H:%M").time(), "short", locale=locale_of(language))  # noqa: DTZ007
    return message("{day}, {time}", language, day=said, time=hour)


def _range(when: When, language: str, *, short: bool) -> str:
    """Two ends: by CLDR where both are equally fine, else each by itself."""
    assert when.earliest is not None
    assert when.latest is not None
    first = _end_period(when.earliest, when, first=True)
    last = _end_period(when.latest, when, first=False)
    if first.kind == last.kind and first.kind in {"day", "month", "year"}:
        return _ordinal(_interval(when.earliest, when.latest, first.kind, language, short=short), language)
    ends = (_plain(first, language, short=short), _plain(last, language, short=short))
    return f"{ends[0]} – {ends[1]}"


def _interval(first: date, last: date, kind: str, language: str, *, short: bool) -> str:
    """Two ends of one kind by CLDR's pattern, e.g. "26–27 April 2017"; CLDR has it for short months only."""
    locale = Locale.parse(locale_of(language))
    patterns = locale.interval_formats[{"day": "yMMMd", "month": "yMMM", "year": "y"}[kind]]
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    halves = patterns[differs]
    if not short:
        halves = [half.replace("MMM", "MMMM") for half in halves]
    ends = zip(halves, (first, last), strict=True)
    return "".join(parse_pattern(half).apply(end, locale) for half, end in ends)


def _end_period(day: date, when: When, *, first: bool) -> Period:
    """The period that one end of a range names, as fine as its half of the EDTF string says."""
    low, slash, high = when.edtf.partition("/")
    half = (low if first else high if slash else low).rstrip("~?%")
    if when.granularity is Granularity.WEEK:
        return period_of(day, Granularity.DAY)
    kinds = {4: Granularity.YEAR, 10: Granularity.DAY}
    granularity = kinds.get(len(half), when.granularity)
    if "X" in half:
        granularity = when.granularity
    elif len(half) == 7:
        granularity = Granularity.SEASON if half[5:] > "12" else Granularity.MONTH
    return period_of(day, granularity)


def _one_of(when: When, language: str, *, short: bool) -> str:
    """A date that is one of several: "3 March 2017 or 10 March 2017"."""
    said = []
    for point in when.edtf.strip("[]").split(","):
        try:
            said.append(format_day(date.fromisoformat(point.strip().rstrip("~?%")), language, short=short))
        except ValueError:
            return _closed(when, language, short=short)
    if len(said) == 1:
        return said[0]
    return message("{first} or {last}", language, first=", ".join(said[:-1]), last=said[-1])


def _plain(period: Period, language: str, *, short: bool) -> str:
    return _ordinal(period.plain(language, short=short), language)


def _prefixed(how: str, period: Period, language: str, *, short: bool) -> str:
    return _ordinal(period.prefixed(how, language, short=short), language)
