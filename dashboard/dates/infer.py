"""When a text was written, judged from the dates that it tells: votes for candidate days.

``document`` collects the clues and calls ``infer``. News is written just after what it tells first,
near its yearless dates, after its latest past dates, and weekdays that are given must agree.
"""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date

from dashboard.dates import reasons
from dashboard.dates.almanac import safe_day
from dashboard.model import Granularity

_YEARLESS_SCALE = 30.0
_EXPLICIT_SCALE = 250.0
_YEAR_SCALE = 900.0
_LEAD_WEIGHT = 3.0
_FUTURE_WEIGHT = 0.5
_LATER_PENALTY = 1.0
_WEEKDAY_WEIGHT = 3.0
_SPELL_WEIGHT = 1.0
_LEAST_SCORE = 0.25


@dataclass(frozen=True, slots=True)
class Clue:
    """One date of the text as written, with the tense around it and its place among the dates.

    ``spells`` are the lengths, in years, of the text's "last n years".
    """

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    tense: str
    order: int
    spells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """An inferred publication date: its most likely day, how fine it is known, how sure, and why."""

    day: date
    precision: Granularity
    confidence: float
    reasons: tuple[str, ...]


def infer(clues: list[Clue]) -> Guess | None:
    """The most likely publication date by the clues; None where no year is written anywhere."""
    years = {clue.year for clue in clues if clue.year is not None}
    if not years:
        return None
    yearless = [clue for clue in clues if clue.year is None and clue.month]
    candidates = _candidates(years, clues, yearless)
    if not candidates:
        return None
    repeated = Counter((clue.month, clue.day) for clue in yearless)
    scored = sorted(((_score(day, clues, repeated), day) for day in candidates), reverse=True)
    best, day = scored[0]
    if best < _LEAST_SCORE:
        return None
    months = {(one.year, one.month): score for score, one in reversed(scored)}
    rival = max((score for month, score in months.items() if month != (day.year, day.month)), default=0.0)
    margin = (best - max(rival, 0.0)) / best
    fine = any(clue.month for clue in clues)
    confidence = round(min(0.85, 0.35 + 0.4 * margin + 0.05 * min(len(clues), 4)), 2)
    why = [reasons.FROM_TEXT]
    if yearless:
        why.append(reasons.NEAREST_YEARLESS)
    why.append(reasons.LATEST_YEAR)
    agreeing = any(c.weekday and _placed(c, day.year) and _agrees(c, day.year) for c in yearless)
    if agreeing:
        why.append(reasons.WEEKDAY_AGREES)
    return Guess(day, Granularity.MONTH if fine else Granularity.YEAR, confidence, tuple(why))


def _candidates(years: set[int], clues: list[Clue], yearless: list[Clue]) -> list[date]:
    """The days that the text may have been written on: each date told, in each year that it may have."""
    possible = {year + shift for year in years for shift in (0, 1)}
    found: set[date] = set()
    for clue in yearless:
        for year in possible:
            if placed := _placed(clue, year):
                found.add(placed)
    for clue in clues:
        if clue.year is not None and (placed := _placed(clue, clue.year)):
            found.add(placed)
    return sorted(found)


def _placed(clue: Clue, year: int) -> date | None:
    return safe_day(year, clue.month or 7, clue.day or 15)


def _agrees(clue: Clue, year: int) -> bool:
    placed = _placed(clue, year)
    return bool(placed and clue.day and placed.isoweekday() == clue.weekday)


def _score(day: date, clues: list[Clue], repeated: Counter[tuple[int | None, int | None]]) -> float:
    total = 0.0
    first = True
    for clue in clues:
        if clue.year is None and clue.month is not None:
            total += _yearless_vote(day, clue, first=first)
            first = False
        elif clue.year is not None:
            total += _explicit_vote(day, clue)
    del repeated
    return total


def _yearless_vote(day: date, clue: Clue, *, first: bool) -> float:
    placings = [placed for year in (day.year - 1, day.year, day.year + 1) if (placed := _placed(clue, year))]
    if not placings:
        return 0.0
    placed = min(placings, key=lambda one: abs((day - one).days))
    gap = (day - placed).days
    weight = _LEAD_WEIGHT if first else 1.0
    if gap < 0:
        weight *= _FUTURE_WEIGHT if clue.tense != "future" else 1.0
    elif clue.tense == "future":
        weight *= _FUTURE_WEIGHT
    vote = weight * math.exp(-abs(gap) / _YEARLESS_SCALE)
    if clue.weekday and clue.day:
        vote += _WEEKDAY_WEIGHT if placed.isoweekday() == clue.weekday else -_WEEKDAY_WEIGHT
    return vote


def _explicit_vote(day: date, clue: Clue) -> float:
    assert clue.year is not None
    if clue.month is None:
        gap = (day.year - clue.year) * 365
        scale = _YEAR_SCALE
    else:
        placed = _placed(clue, clue.year)
        if placed is None:
            return 0.0
        gap = (day - placed).days
        gap = 0 if clue.day is None and abs(gap) < 16 else gap
        scale = _EXPLICIT_SCALE
    spell = _SPELL_WEIGHT if day.year - clue.year in clue.spells else 0.0
    if gap >= 0:
        return math.exp(-gap / scale) + spell
    return 0.0 if clue.tense == "future" else -_LATER_PENALTY * (1 - math.exp(gap / scale))
