"""When a text was written, judged from the dates that it tells; None far rather than a wrong guess.

``document`` collects the clues and calls ``infer``. News opens with dates that bear no year, and names
the months before with theirs; "these last three years" beside "since 2014" says 2017; a weekday that is
given must agree. A history, which opens with a full date, is not dated by what it tells.
"""

from dataclasses import dataclass
from datetime import date

from dashboard.dates import reasons
from dashboard.dates.almanac import safe_day
from dashboard.model import Granularity

_RECENT_DAYS = 275
_SAME_STORY_DAYS = 550
_ENOUGH = 0.85
_MARGIN = 0.25
_RECENT, _SECOND, _LEAD, _SPELL, _WEEKDAY = 0.4, 0.2, 0.3, 0.5, 0.3
_MOST_CONFIDENT = 0.9


@dataclass(frozen=True, slots=True)
class Clue:
    """One date of the text as written, with the tense around it; ``aside`` if it is in a caption."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    tense: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """An inferred publication date: its most likely day, how fine it is known, how sure, and why."""

    day: date
    precision: Granularity
    confidence: float
    reasons: tuple[str, ...]


def infer(clues: list[Clue], spells: frozenset[int]) -> Guess | None:
    """The most likely publication date, or None where the text does not tell it well enough.

    ``spells`` are the lengths in years of "the last n years" and "n years ago" in the text.
    """
    yearless = [clue for clue in clues if clue.year is None and clue.month]
    years = {clue.year for clue in clues if clue.year is not None}
    if not years or not yearless:
        return None
    possible = years | {year + 1 for year in years} | {year + spell for year in years for spell in spells}
    scored = sorted(((_score(year, clues, yearless, spells)), year) for year in possible)
    (best, why), year = scored[-1]
    rival = scored[-2][0][0] if len(scored) > 1 else 0.0
    if best < _ENOUGH or best - rival < _MARGIN:
        return None
    day = _lead_day(yearless, year)
    if day is None:
        return None
    confidence = round(min(_MOST_CONFIDENT, 0.3 + 0.25 * best + 0.1 * min(1.0, best - rival)), 2)
    return Guess(day, Granularity.MONTH, confidence, (reasons.FROM_TEXT, *why))


def _lead_day(yearless: list[Clue], year: int) -> date | None:
    """The day that the text is likeliest to be written on: the first date told that is no announcement."""
    lead = next((clue for clue in yearless if clue.tense != "future" and not clue.aside), yearless[0])
    return _placed(lead, year)


def _score(
    year: int, clues: list[Clue], yearless: list[Clue], spells: frozenset[int]
) -> tuple[float, tuple[str, ...]]:
    """How well a year fits, and why."""
    day = _lead_day(yearless, year)
    if day is None:
        return 0.0, ()
    why: list[str] = []
    total = 0.0
    gaps = [
        (day - placed).days for clue in clues if clue.year and clue.month and (placed := _told(clue, day))
    ]
    recent = [gap for gap in gaps if 0 <= gap <= _RECENT_DAYS]
    if recent:
        total += _RECENT
        why.append(reasons.LATEST_YEAR)
        if sum(0 <= gap <= _SAME_STORY_DAYS for gap in gaps) > 1:
            total += _SECOND
    if any(clue.year and clue.month and clue.tense == "past" and gap < 0 for clue, gap in _later(clues, day)):
        total -= _LEAD
    first = next((clue for clue in clues if clue.month and not clue.aside), None)
    if first is not None and first.year is None:
        total += _LEAD
        why.append(reasons.NEAREST_YEARLESS)
    else:
        total -= _LEAD
    pairs = {
        spell for spell in spells for clue in clues if clue.year is not None and clue.year + spell == year
    }
    if pairs:
        total += _SPELL * min(2, len(pairs))
        why.append(reasons.YEARS_COUNTED)
    for clue in yearless:
        placed = _placed(clue, year)
        if clue.weekday and clue.day and placed:
            agrees = placed.isoweekday() == clue.weekday
            total += _WEEKDAY if agrees else -1.0
            if agrees and reasons.WEEKDAY_AGREES not in why:
                why.append(reasons.WEEKDAY_AGREES)
    return total, tuple(why)


def _later(clues: list[Clue], day: date) -> list[tuple[Clue, int]]:
    return [(clue, (day - placed).days) for clue in clues if clue.year and (placed := _told(clue, day))]


def _told(clue: Clue, day: date) -> date | None:
    """The day of an explicit clue; a bare month that holds the judged day counts as that day."""
    assert clue.year is not None
    if clue.day is None and (clue.year, clue.month) == (day.year, day.month):
        return day
    return _placed(clue, clue.year)


def _placed(clue: Clue, year: int) -> date | None:
    return safe_day(year, clue.month or 7, clue.day or 15)
