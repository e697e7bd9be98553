"""When a text was written, judged from what it tells; None far rather than a wrong guess.

``document`` collects the clues and calls ``infer``. Every possible year is weighed by all of them: who is
named was in office then, the years that are written lie just before, a weekday that is given must agree,
"these last three years" beside "since 2014" says 2017. The confidence is the share of the weight that the
best year has, and below ``ENOUGH`` nothing is said. A history, which opens with full dates, is not dated by
what it tells, but for the years that it counts back from its own day.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from dashboard.dates import reasons
from dashboard.dates.almanac import safe_day
from dashboard.model import Granularity

ENOUGH = 0.65
_MOST_CONFIDENT = 0.9
_FIRST_YEAR = 1900
_MODERN = 1990
_PER_OLDER_YEAR = -0.03
_DAYS_OF_A_STORY = 100
_MONTH_WRITTEN = 0.5
_HALVED_EVERY = 0.35
_YEAR_BEFORE_WRITTEN = -2.0
_MONTH_BEFORE_WRITTEN = -4.0
_AFTER_PLANNED = -2.5
_WEEKDAY_WRONG = -3.5
_COUNTED_BACK = 1.6
_SECOND_COUNT = 2
_MANY_COUNTS = 4
_ANNIVERSARY = 6.0
_LATEST_NEAR = 1
_MONTH_SURE = 0.85

_DAYS_BACK = {0: 0.0, 1: -0.4, 2: -1.5, 6: -2.0}
_DAYS_AWAY = -2.5
_JUST_AFTER, _AFTER, _LONG_AFTER = -1.2, -2.2, -3.0
_JUST_BEFORE, _BEFORE = -1.6, -3.2
_SHORTLY = 4
_DECADE = 12


@dataclass(frozen=True, slots=True)
class Clue:
    """One date of the text as written, with the tense around it; ``aside`` if it is in a caption."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    tense: str
    aside: bool = False
    opening: bool = False


_NO_CLUE = Clue(None, None, None, None, "")


@dataclass(frozen=True, slots=True)
class Term:
    """The years in which somebody whom the text names was in office; ``over`` if it says "former"."""

    spans: tuple[tuple[int, int], ...]
    over: bool = False
    first: int = field(init=False)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first", min(first for first, _ in self.spans))
        object.__setattr__(self, "last", max(last for _, last in self.spans))


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a text tells of its own date. ``news``: it speaks of days near its own ("yesterday").

    ``anniversaries`` are the days from which it looks back some years, to a full date right beside.
    ``dateline`` is the month and day that it stands under, ``weekday`` the first one that it names alone.
    ``spells`` are the lengths in years of "the last n years" and "n years ago"; ``latest`` is the last
    year that may be thought of at all.
    """

    clues: tuple[Clue, ...]
    spells: frozenset[int]
    terms: tuple[Term, ...]
    news: bool
    latest: int
    anniversaries: frozenset[date] = frozenset()
    dateline: tuple[int, int] | None = None
    weekday: int | None = None

    @property
    def yearless(self) -> tuple[Clue, ...]:
        """The dates with a month and without a year."""
        return tuple(clue for clue in self.clues if clue.year is None and clue.month)


@dataclass(frozen=True, slots=True)
class Guess:
    """An inferred publication date: its most likely day, how fine it is known, how sure, and why."""

    day: date
    precision: Granularity
    confidence: float
    reasons: tuple[str, ...]


def infer(evidence: Evidence) -> Guess | None:
    """The most likely publication date, or None where the text does not tell it well enough."""
    pairs, written = _counted(evidence), _written(evidence)
    looks_back = bool(pairs or evidence.anniversaries)
    if not (evidence.news or looks_back) or not (evidence.terms or looks_back or written):
        return None
    years, lead = range(_FIRST_YEAR, evidence.latest + 1), _lead(evidence)
    latest = _Latest(tuple(sorted(written)), _told_days(evidence), lead or _NO_CLUE)
    scores = {year: _score(year, evidence, pairs, latest) for year in years}
    best = max(scores, key=scores.__getitem__)
    share = 1 / sum(math.exp(score - scores[best]) for score in scores.values())
    if share < ENOUGH:
        return None
    anniversary = next((day for day in sorted(evidence.anniversaries) if day.year == best), None)
    day = anniversary or (_placed(lead, best) if lead else None)
    to_the_month = anniversary is not None or (
        lead is not None and day is not None and evidence.news and _tells_month(lead, evidence)
    )
    confidence = min(_MOST_CONFIDENT, share) * (_MONTH_SURE if to_the_month else 1.0)
    return Guess(
        day or date(best, 7, 1),
        Granularity.MONTH if to_the_month else Granularity.YEAR,
        round(confidence, 2),
        (reasons.FROM_TEXT, *_reasons(best, evidence, pairs)),
    )


def _written(evidence: Evidence) -> set[int]:
    """The years that the text writes and does not plan for."""
    return {clue.year for clue in evidence.clues if clue.year is not None and clue.tense != "future"}


def _counted(evidence: Evidence) -> dict[int, int]:
    """The years as many years after a bare year as the text counts back, each with how often that is so."""
    found: dict[int, int] = {}
    for year in {clue.year for clue in evidence.clues if clue.year and clue.month is None}:
        for spell in evidence.spells:
            if year + spell <= evidence.latest:
                found[year + spell] = found.get(year + spell, 0) + 1
    return found


@dataclass(frozen=True, slots=True)
class _Latest:
    """What is asked of a text at every year: its years and days written, in order, and its lead."""

    years: tuple[int, ...]
    days: tuple[date, ...]
    lead: Clue


def _told_days(evidence: Evidence) -> tuple[date, ...]:
    """The dates of the text with year and month that it does not plan for, in order."""
    told = [clue for clue in evidence.clues if clue.year and clue.month and clue.tense != "future"]
    return tuple(sorted(day for clue in told if (day := _placed(clue, clue.year or 0)) is not None))


def _score(year: int, evidence: Evidence, pairs: dict[int, int], latest: _Latest) -> float:
    """The logarithm of how well a year fits all that the text tells."""
    total = _PER_OLDER_YEAR * max(0, _MODERN - year)
    if len(pairs) <= _MANY_COUNTS:
        total += _COUNTED_BACK * min(_SECOND_COUNT, pairs.get(year, 0))
    total += _ANNIVERSARY if any(day.year == year for day in evidence.anniversaries) else 0.0
    if not evidence.news:
        return total + (_YEAR_BEFORE_WRITTEN if latest.years and year < latest.years[-1] else 0.0)
    total += sum(_in_office(year, term) for term in evidence.terms)
    total -= _since_written(year, latest)
    total += _under(year, evidence)
    for clue in evidence.clues:
        if clue.year is None:
            placed = _placed(clue, year) if clue.weekday and clue.day else None
            if placed and placed.isoweekday() != clue.weekday:
                total += _WEEKDAY_WRONG
        elif clue.tense == "future":
            total += _AFTER_PLANNED if year > clue.year else 0.0
        elif year < clue.year:
            told = clue.month is not None and clue.tense == "past"
            total += _MONTH_BEFORE_WRITTEN if told else _YEAR_BEFORE_WRITTEN
    return total


def _since_written(year: int, latest: _Latest) -> float:
    """What it costs that the latest time written is some years back; a month tells more than a year."""
    day = _placed(latest.lead, year) or date(year, 7, 1)
    costs = []
    if known := bisect_right(latest.years, year):
        costs.append(math.log1p(_HALVED_EVERY * (year - latest.years[known - 1])))
    if known := bisect_right(latest.days, day):
        costs.append(math.log1p((day - latest.days[known - 1]).days / _DAYS_OF_A_STORY) - _MONTH_WRITTEN)
    return min(costs, default=0.0)


def _under(year: int, evidence: Evidence) -> float:
    """How well a year puts the dateline on the weekday named: news is of the day or the day before."""
    if evidence.dateline is None:
        return 0.0
    day = safe_day(year, *evidence.dateline)
    if day is None:
        return _WEEKDAY_WRONG
    if evidence.weekday is None:
        return 0.0
    return _DAYS_BACK.get((day.isoweekday() - evidence.weekday) % 7, _DAYS_AWAY)


def _in_office(year: int, term: Term) -> float:
    """The logarithm of how likely news of a year names somebody: who is in office first of all."""
    first, last = term.first, term.last
    if term.over:
        return 0.0 if year >= last else _JUST_AFTER if year > first else _BEFORE
    if year < first:
        return _JUST_BEFORE if first - year <= _SHORTLY else _BEFORE
    if year > last:
        gap = year - last
        return _JUST_AFTER if gap <= _SHORTLY else _AFTER if gap <= _DECADE else _LONG_AFTER
    return 0.0 if any(low <= year <= high for low, high in term.spans) else _JUST_AFTER


def _reasons(year: int, evidence: Evidence, pairs: dict[int, int]) -> tuple[str, ...]:
    """Why the best year is the best."""
    why = []
    if any(_in_office(year, term) == 0.0 for term in evidence.terms):
        why.append(reasons.IN_OFFICE)
    if any(0 <= year - one <= _LATEST_NEAR for one in _written(evidence)):
        why.append(reasons.LATEST_YEAR)
    if pairs.get(year) or any(day.year == year for day in evidence.anniversaries):
        why.append(reasons.YEARS_COUNTED)
    if any(
        clue.weekday and clue.day and (placed := _placed(clue, year)) and placed.isoweekday() == clue.weekday
        for clue in evidence.yearless
    ):
        why.append(reasons.WEEKDAY_AGREES)
    if evidence.yearless:
        why.append(reasons.NEAREST_YEARLESS)
    return tuple(why)


def _lead(evidence: Evidence) -> Clue | None:
    """The date without a year that the text is likeliest to be written near: the first that is told."""
    yearless = evidence.yearless
    told = [clue for clue in yearless if clue.tense != "future" and not clue.aside]
    return next((clue for clue in told if clue.day), told[0] if told else next(iter(yearless), None))


def _tells_month(lead: Clue, evidence: Evidence) -> bool:
    """Whether the text is of its lead's month: it opens with it, or looks to both sides within the month."""
    if lead.day is None or lead.aside:
        return False
    same = [clue for clue in evidence.yearless if clue.month == lead.month and clue.day]
    return lead.opening or any(clue.tense == "future" for clue in same) != (lead.tense == "future")


def _placed(clue: Clue, year: int) -> date | None:
    return safe_day(year, clue.month or 7, clue.day or 15)
