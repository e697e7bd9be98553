"""Dates that a person types: in a filter, in a correction. The dashboard and the command call this."""

import re
from dataclasses import replace
from datetime import date
from typing import NoReturn

from dashboard.dates import edtf, reasons
from dashboard.dates.absolute import full_year
from dashboard.dates.almanac import safe_day
from dashboard.dates.ranges import Stated, join_ranges
from dashboard.dates.reader import read_atoms
from dashboard.dates.whens import when_of
from dashboard.errors import DateError, NoSuchDayError
from dashboard.model import Granularity, When

_LONGEST = 120
_LANGUAGES = ("en", "fr")
_MONTHS = 12
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_DIGITS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")


def is_ambiguous(text: str) -> bool:
    """Whether a typed date is digits whose day and month could be swapped: "03/09/1956"."""
    match = _DIGITS.fullmatch(text.strip())
    return match is not None and match[1] != match[3] and all(1 <= int(match[at]) <= _MONTHS for at in (1, 3))


def parse_when(text: str, language: str, reference: date | None, *, day_first: bool = False) -> When:
    """What a typed date means: EDTF, ISO, or French or English as people write; DateError if nothing.

    ``day_first`` reads "03/09/1956" as a page does that writes days first; else the language's order holds.
    """
    typed = text.strip()
    if not typed:
        raise DateError("Type a date, such as 2017-03-03 or 3 March 2017.")
    if len(typed) > _LONGEST:
        raise DateError("This is too long for a date: type one such as 2017-03-03 or 3 March 2017.")
    try:
        return _from_edtf(typed)
    except DateError:
        pass
    if (month := _MONTH.fullmatch(typed)) and int(month[2]) != (int(month[1]) + 1) % 100:
        _refuse(typed)  # "2020-99", but "2014-15" are two years
    if day_first and (found := _from_digits(typed)) is not None:
        return found
    return _from_words(typed, language, reference)


def _from_digits(typed: str) -> When | None:
    """A date in digits, the day first unless only the other order is a date; None if it is none."""
    match = _DIGITS.fullmatch(typed)
    if match is None:
        return None
    day, month = int(match[1]), int(match[3])
    if month > _MONTHS >= day:
        day, month = month, day
    year = int(match[4]) if len(match[4]) > 2 else full_year(int(match[4]))
    found = safe_day(year, month, day)
    return when_of(found.isoformat(), "", reasons.TYPED) if found else _no_such_day(typed)


def _from_edtf(typed: str) -> When:
    value = edtf.parse(typed)
    earliest, latest = value.days()
    if isinstance(value, edtf.Interval):
        points = [point for point in (value.start, value.end) if point]
    else:
        points = [value] if isinstance(value, edtf.Point) else list(value.points)
    coarse = max(map(_granularity, points), key=list(Granularity).index)
    return When(edtf.emit(value), earliest, latest, coarse, value.approximate, reasons.TYPED)


def _granularity(point: edtf.Point) -> Granularity:
    if point.time:
        return Granularity.TIME
    if point.day and point.day != "XX":
        return Granularity.DAY
    if point.month and point.month != "XX":
        return Granularity.SEASON if int(point.month) > 12 else Granularity.MONTH
    return {0: Granularity.YEAR, 1: Granularity.DECADE, 2: Granularity.CENTURY}[point.year.count("X")]


def _from_words(typed: str, language: str, reference: date | None) -> When:
    """The reading of a date in words: in the reader's language, in another, or as dateparser has it."""
    for code in dict.fromkeys((language, *_LANGUAGES)):
        # Without the reference first: digits are then read in the order of the language alone.
        for known in (None, reference):
            if (found := _read(typed, code, known)) is not None:
                return found
    if (day := _parse_alone(typed, language)) is not None:
        return when_of(day.isoformat(), "", reasons.TYPED) or _refuse(typed)
    return _refuse(typed)


def _read(typed: str, language: str, reference: date | None) -> When | None:
    """The one expression that a typed text is, or None where words or digits of it stay unread."""
    read, tokens, lexicon = read_atoms(typed, language, reference)
    taken = {index for atom, _ in read for index in range(atom.first, atom.last + 1)}
    for index in range(len(tokens.starts) - 1):
        word = typed[tokens.starts[index] : tokens.ends[index]]
        unread = tokens.entries[index].letter in lexicon.unknown or any(map(str.isdecimal, word))
        if index not in taken and unread:
            return None
    stated = [
        Stated(atom, reading, when_of(reading.value, reading.mod, reasons.TYPED)) for atom, reading in read
    ]
    joined = join_ranges(stated, tokens, lexicon)
    if len(joined) == 1 and reasons.NO_SUCH_DAY in joined[0].reading.reasons:
        _no_such_day(typed)
    if len(joined) != 1 or (when := joined[0].when) is None:
        return None
    return replace(when, reason=reasons.TYPED)


def _parse_alone(typed: str, language: str) -> date | None:
    """What dateparser makes of a whole, isolated date with day, month and year; None if it is not one."""
    if not any(letter.isdecimal() for letter in typed):
        return None
    import dateparser  # noqa: PLC0415  a quarter of a second, and seldom needed

    codes = list(dict.fromkeys((language, *_LANGUAGES)))
    settings = {"STRICT_PARSING": True, "PREFER_DATES_FROM": "past", "PARSERS": ["absolute-time"]}
    found = dateparser.parse(typed, languages=codes, settings=settings)
    return found.date() if found else None


def _no_such_day(typed: str) -> NoReturn:
    raise NoSuchDayError(f"There is no such day as {typed[:60]!r}: type one such as 3 March 2017.")


def _refuse(typed: str) -> NoReturn:
    raise DateError(f"{typed[:60]!r} is not a date: type one such as 2017-03-03 or 3 March 2017.")
