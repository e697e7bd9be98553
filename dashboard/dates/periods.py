"""Readers of longer times: seasons, weeks of a month, quarters, decades, centuries, feasts.

``resolve`` dispatches here; what they hang on without a year is ``unit_anchor``.
"""

from datetime import date, timedelta

from dashboard.dates import reasons
from dashboard.dates.absolute import mod_of, written_year
from dashboard.dates.almanac import add_months, feast, nearest, safe_day, span_of, week_value
from dashboard.dates.asides import day_after_the_aside
from dashboard.dates.find import Atom, written_day
from dashboard.dates.focus import Reading
from dashboard.dates.habits import is_habit
from dashboard.dates.thread import Thread
from dashboard.dates.years import choose_year
from dashboard.model import Granularity

_SOON = 90
_RESULTS = 60
_CLEARLY_AHEAD = 60


def read_season(atom: Atom, thread: Thread) -> Reading | None:
    """A season, with its year or the one nearest to the date that the text speaks of."""
    season = str(atom.slots["season"])
    year = written_year(atom)
    why = [reasons.SEASON]
    if "focus_year" in atom.slots and (named := thread.latest):
        year = named.day.year + int(atom.slots.get("years_on", 0))
        why.append(reasons.COUNTED_THREAD)
    if year is None and "shift" not in atom.slots and is_habit(atom, thread):
        return Reading("DATE", f"XXXX-{season}", mod_of(atom), [reasons.VAGUE], 0.6)
    if year is None and "shift" not in atom.slots:
        year = _after_the_aside(atom, season, thread)
    if year is None:
        anchor = unit_anchor(atom, thread)
        if anchor is None:
            return Reading("DATE", f"XXXX-{season}", mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4)
        spans = {
            y: span for y in range(anchor.year - 2, anchor.year + 3) if (span := span_of(f"{y:04d}-{season}"))
        }
        shift = atom.slots.get("shift")
        elsewhere = None if _to_come(atom, thread) else thread.elsewhere
        tense = "" if elsewhere else thread.tense(atom)
        of_a_year = elsewhere is not None and elsewhere.granularity is Granularity.YEAR and shift is None
        goes_on = elsewhere is not None and elsewhere.token >= thread.sentence(atom)[0] and shift is None
        if goes_on and not of_a_year:  # "rang him in February, and by the autumn he had"
            spans = {y: span for y, span in spans.items() if span[1] >= anchor} or spans
        if (shift == 0 or of_a_year) and season != "WI":  # "in early 2007 ... confirmed in the autumn"
            spans = {anchor.year: spans[anchor.year]}
        elif shift == -1 or (shift is None and tense == "past"):
            spans = {
                y: span for y, span in spans.items() if (span[1] if shift else span[0]) < anchor
            } or spans
        elif shift == 1 or (shift is None and tense == "future"):
            spans = {
                y: span for y, span in spans.items() if (span[0] if shift else span[1]) > anchor
            } or spans
        gaps = {y: max((span[0] - anchor).days, (anchor - span[1]).days, 0) for y, span in spans.items()}
        year = min(gaps, key=lambda y: gaps[y] * (1 if spans[y][0] > anchor or not thread.elsewhere else 1.6))
        why.append(reasons.NEAREST)
    return Reading("DATE", f"{year:04d}-{season}", mod_of(atom), why, 0.9)


def _after_the_aside(atom: Atom, season: str, thread: Thread) -> int | None:
    """The year of a season after a full date of its sentence: "A line cut in May 2006 opened in autumn"."""
    named, published = thread.earlier_in(atom), thread.published
    if named is None:
        return None
    begins = {
        year: span[0]
        for near in (named.day, published or named.day)
        for year in range(near.year - 1, near.year + 2)
        if (span := span_of(f"{year:04d}-{season}"))
    }
    recent = max((day for day in begins.values() if published and day <= published), default=None)
    days = sorted(begins.values())
    chosen = day_after_the_aside(atom, days, recent, thread.tense(atom), thread)
    return next((year for year, day in begins.items() if day == chosen), None)


def _to_come(atom: Atom, thread: Thread) -> bool:
    """Whether news tells what is to come: "a vote is planned for the autumn", after another story."""
    return thread.published is not None and not thread.narrative and thread.tense(atom) == "future"


def unit_anchor(atom: Atom, thread: Thread) -> date | None:
    """The day that a season, quarter or feast without a year hangs on."""
    if atom.slots.get("anchor") == "focus" and thread.focus is not None:
        return thread.focus.day
    if (
        ("shift" in atom.slots or "this" in atom.slots or _to_come(atom, thread))
        and not thread.narrative
        and thread.published is not None
    ):
        return thread.published
    if thread.published is not None and atom.kind == "season" and atom.slots.get("shift") == 0:
        return thread.published  # "This spring" is the reader's, also in a story
    elsewhere = thread.elsewhere
    return elsewhere.day if elsewhere else thread.published


def read_week(atom: Atom, thread: Thread) -> Reading | None:
    """A week of a month: "the last week of July", "the week of July 4"."""
    month = int(atom.slots["month"])
    day, year = written_day(atom), written_year(atom)
    if year is None:
        found = choose_year(atom, month, day, None, thread)
        if found is None:
            return None
        year = found[0]
    if atom.slots.get("unit") == "WE":
        nth_of = 5 if "last" in atom.slots else min(int(atom.slots.get("ord", 1)), 5)
        saturday = feast(f"{month}-{nth_of}-6", year)
        value = f"{week_value(saturday)}-WE" if saturday else ""
        return Reading("DATE", value, "", [reasons.MONTH_ONLY], 0.8) if value else None
    if "weekday" in atom.slots:
        nth_of = 5 if "last" in atom.slots else min(int(atom.slots.get("ord", 1)), 5)
        nth = feast(f"{month}-{nth_of}-{atom.slots['weekday']}", year)
        return Reading("DATE", nth.isoformat(), "", [reasons.MONTH_ONLY], 0.9) if nth else None
    if day is None:
        # A week is of the month that its Thursday is in: the first holds the 4th, the last the last Thursday.
        number = 5 if "last" in atom.slots else int(atom.slots.get("ord", 1))
        thursday = feast(f"{month}-5-4", year)
        day = 7 * number - 3 if number <= 4 or thursday is None else thursday.day
    inside = safe_day(year, month, day)
    return Reading("DATE", week_value(inside), "", [reasons.MONTH_ONLY], 0.8) if inside else None


def read_quarter(atom: Atom, thread: Thread) -> Reading | None:
    """A quarter (Q) or half (H) of a year: numbered, the last, this, the next, or the one spoken of."""
    letter = str(atom.slots.get("letter", "Q"))
    count = 4 if letter == "Q" else 2
    year = written_year(atom)
    number = count if "last" in atom.slots else atom.slots.get("ord") or atom.slots.get("n")
    if "last_month" in atom.slots and (number := _by_months(atom)) is None:
        return None
    anchor = unit_anchor(atom, thread)
    if number is not None and not 1 <= int(number) <= count:
        return None
    if number is None:
        found = _unnumbered(atom, thread, letter, anchor)
        if year is not None and found is not None:
            found.value = f"{year:04d}{found.value[4:]}"
        return found
    if year is None and anchor is None:
        return Reading("DATE", f"XXXX-{letter}{number}", mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4)
    if year is None and anchor is not None:
        shift = atom.slots.get("year_shift")
        chosen = _sentence_year(atom, thread, letter)
        chosen = chosen or _quarter_year(letter, int(number), 12 // count, anchor, thread.tense(atom))
        own = anchor if thread.narrative or thread.published is None else thread.published
        year = chosen if shift is None else own.year + int(shift)
    return Reading("DATE", f"{year:04d}-{letter}{number}", mod_of(atom), [reasons.NEAREST], 0.85)


def _by_months(atom: Atom) -> int | None:
    """The quarter from one month to another ("the October-to-December period"); None if they are none."""
    first, last = int(atom.slots["month"]), int(atom.slots["last_month"])
    return last // 3 if last == first + 2 and not last % 3 else None


def _unnumbered(atom: Atom, thread: Thread, letter: str, anchor: date | None) -> Reading | None:
    """The reading of "the last quarter", "this half"; "the quarter": spoken of, else the last."""
    if anchor is None:
        return Reading("DATE", f"XXXX-{letter}X", mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4)
    focus = thread.quarter_focus if letter == "Q" else thread.focus
    if "shift" not in atom.slots and focus is not None and f"-{letter}" in focus.value:
        return Reading("DATE", focus.value, mod_of(atom), [reasons.COUNTED_THREAD], 0.8)
    count = 4 if letter == "Q" else 2
    index = anchor.year * count + (anchor.month - 1) // (12 // count) + int(atom.slots.get("shift", -1))
    value = f"{index // count:04d}-{letter}{index % count + 1}"
    return Reading("DATE", value, mod_of(atom), [reasons.COUNTED_PUBLICATION], 0.85)


def _sentence_year(atom: Atom, thread: Thread, letter: str) -> int | None:
    """The year that a sentence looks ahead to: "1990 will be good, with 2 % in the first half"."""
    focus = thread.focus
    if focus is None or thread.published is None or focus.token < thread.sentence(atom)[0]:
        return None
    ahead = focus.granularity is Granularity.YEAR and focus.day.year > thread.published.year
    return focus.day.year if ahead or (letter == "H" and "-H1" in focus.value) else None


def _quarter_year(letter: str, number: int, size: int, anchor: date, tense: str) -> int:
    """The year of a numbered quarter or half: the last one that has begun; with a future verb, the next."""
    starts = [date(anchor.year + shift, (number - 1) * size + 1, 1) for shift in (-1, 0, 1)]
    ends = {start: add_months(start, size) for start in starts}
    upcoming = next((start for start in starts if ends[start] > anchor), starts[-1])
    over = max((end for end in ends.values() if end <= anchor), default=None)
    if letter == "Q" and over is not None and (anchor - over).days < _RESULTS:
        # "expects to report a loss for the third quarter", in October: results are still to come.
        return add_months(over, -size).year
    if tense == "future" or (letter == "H" and tense != "past"):
        return upcoming.year
    if not tense and 0 < (upcoming - anchor).days < _SOON:
        return upcoming.year
    return max((start for start in starts if start <= anchor), default=starts[0]).year


def read_decade(atom: Atom, thread: Thread) -> Reading | None:
    """A decade: "the 1990s", "les années 60"."""
    number = int(atom.slots.get("decade") or atom.slots.get("year") or atom.slots.get("n") or 0)
    if number < 100:
        number += 100 * int(atom.slots.get("hundreds", 19))
    if not 1000 <= number <= 2190:
        return None
    if number % 10:  # "les années 2008 et 2009"
        whole = "or_years" in atom.slots
        return Reading("DATE", f"{number}", mod_of(atom), [reasons.YEAR_WRITTEN]) if whole else None
    return Reading("DATE", f"{number // 10:03d}{_open(thread, 1)}", mod_of(atom), [reasons.DECADE])


def _open(thread: Thread, digits: int) -> str:
    """The X of unknown digits, where the language's corpora write them (196X, not 196)."""
    return "X" * digits if thread.lexicon.settings.get("open_digits") else ""


def read_fiscal(atom: Atom, thread: Thread) -> Reading | None:
    """A fiscal year, FY1989."""
    del thread
    return Reading("DATE", f"FY{written_year(atom)}", mod_of(atom), [reasons.YEAR_WRITTEN])


def read_century(atom: Atom, thread: Thread) -> Reading | None:
    """A century: "the 19th century", "le XIXe siècle"."""
    number = int(atom.slots.get("ord") or atom.slots.get("roman") or atom.slots.get("n") or 0)
    if not 1 <= number <= 22:
        return None
    if atom.slots.get("era") == "BC":
        return Reading("DATE", f"BC{number - 1:02d}", mod_of(atom), [reasons.BEFORE_CALENDAR])
    return Reading("DATE", f"{number - 1:02d}{_open(thread, 2)}", mod_of(atom), [reasons.CENTURY])


def read_feast(atom: Atom, thread: Thread) -> Reading | None:
    """A feast day, in the year that is written or the nearest one."""
    name = str(atom.slots["feast"])
    year = written_year(atom)
    if year is None:
        anchor = unit_anchor(atom, thread)
        due = bool(thread.tokens.follows(atom.first, thread.lexicon.roles.get("deadline", ())))
        if thread.published and due and not _in_the_story(atom, thread):
            anchor = thread.published  # "a check by Christmas"
        if anchor is None:
            return Reading("DATE", "XXXX-XX-XX", "", [reasons.NEEDS_PUBLICATION], 0.3)
        days = [day for d in (-1, 0, 1) if (day := feast(name, anchor.year + d))]
        shift = atom.slots.get("shift")
        if shift is None and not thread.elsewhere:
            tense = thread.tense(atom)
            ahead = bool(days) and (nearest(days, anchor) - anchor).days > _CLEARLY_AHEAD
            told = ahead and not due and tense == thread.tense(atom, told=False) == "past"
            shift = 1 if tense == "future" else -1 if told else None
        if shift == 0:
            days = days[1:2]
        elif shift == -1:
            days = [day for day in days if day < anchor] or days
        elif shift == 1:
            days = [day for day in days if day > anchor] or days
        return Reading(
            "DATE",
            _feast_value(nearest(days, anchor), atom),
            mod_of(atom),
            [reasons.FEAST, reasons.NEAREST],
            0.85,
        )
    day = feast(name, year)
    return Reading("DATE", _feast_value(day, atom), mod_of(atom), [reasons.FEAST]) if day else None


def _in_the_story(atom: Atom, thread: Thread) -> bool:
    """Whether a text tells of another time here, and not of what is still to come."""
    return thread.narrative or (thread.elsewhere is not None and thread.tense(atom) != "future")


def _feast_value(day: date, atom: Atom) -> str:
    """The day of a feast, or its weekend: that before a Monday or Tuesday, else that of its week."""
    if "weekend" not in atom.slots:
        return day.isoformat()
    return f"{week_value(day - timedelta(days=2))}-WE"
