"""Dates that a person types: in a filter, in a correction. The dashboard and the command call this."""

from datetime import date

from dashboard.dates import edtf, reasons
from dashboard.dates.reader import read_atoms
from dashboard.dates.whens import join, when_of
from dashboard.errors import DateError
from dashboard.model import Granularity, When

_LONGEST = 120


def parse_when(text: str, language: str, reference: date | None) -> When:
    """What a typed date means: EDTF, ISO, or French or English as people write; DateError if nothing."""
    typed = text.strip()
    if not typed:
        raise DateError("Type a date, such as 2017-03-03 or 3 March 2017.")
    if len(typed) > _LONGEST:
        raise DateError("This is too long for a date: type one such as 2017-03-03 or 3 March 2017.")
    try:
        return _from_edtf(typed)
    except DateError:
        pass
    return _from_words(typed, language, reference)


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
    read, _, _ = read_atoms(typed, language, reference)
    whens = [when for _, reading in read if (when := when_of(reading.value, reading.mod, reasons.TYPED))]
    joined = whens[0] if len(whens) == 1 else None
    if len(whens) == 2:
        joined = join(whens[0], whens[1], reasons.TYPED)
    covered = sum(atom.end - atom.start for atom, _ in read)
    if joined is None or covered < len(typed) / 2:
        raise DateError(f"{typed[:60]!r} is not a date: type one such as 2017-03-03 or 3 March 2017.")
    return joined
