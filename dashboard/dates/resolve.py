"""Expressions found become readings: each kind of rule has its reader, which asks the thread.

``reader`` calls ``resolve_all``; readers live in ``absolute``, ``periods``, ``relative``, ``told`` and
``spells``.
"""

from collections.abc import Callable
from datetime import date

from dashboard.dates import absolute, periods, relative, spells, told, weekdays
from dashboard.dates.almanac import safe_day, span_of
from dashboard.dates.find import Atom, written_day
from dashboard.dates.focus import Reading
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.sections import heading_years
from dashboard.dates.thread import Thread
from dashboard.dates.tokens import Tokens

Reader = Callable[[Atom, Thread], Reading | None]

READERS: dict[str, Reader] = {
    "date": absolute.read_date,
    "numdate": absolute.read_numeric,
    "named": absolute.read_named,
    "stamp": absolute.read_stamp,
    "season": periods.read_season,
    "quarter": periods.read_quarter,
    "decade": periods.read_decade,
    "weekof": periods.read_week,
    "fiscal": periods.read_fiscal,
    "century": periods.read_century,
    "feast": periods.read_feast,
    "weekday": weekdays.read_weekday,
    "month": relative.read_month,
    "shift": relative.read_shift,
    "offset": relative.read_offset,
    "deictic": relative.read_deictic,
    "same": told.read_same,
    "clock": spells.read_clock,
    "daypart": spells.read_daypart,
    "duration": spells.read_duration,
    "set": spells.read_set,
    "ref": spells.read_fixed,
}
_FAR_YEARS = 2
_LOOK_AHEAD = 4
_RETELLING = 4
"""How many more years a text writes than it has days of now where it mostly tells a history."""
_NEWS_KINDS = {"deictic", "weekday"}
_DATED_KINDS = {"date", "deictic", "numdate", "season", "shift", "weekday"}
_DEICTIC_KINDS = {"deictic", "shift", "weekday"}


def resolve_all(
    atoms: list[Atom], tokens: Tokens, lexicon: Lexicon, published: date | None
) -> list[tuple[Atom, Reading]]:
    """Each expression with its reading, in order; those that mean nothing are left out."""
    share_years(atoms, tokens, lexicon)
    years = [
        (year, "month" in atom.slots) for atom in atoms if (year := absolute.written_year(atom)) is not None
    ]
    deictic = sum(atom.kind in _DEICTIC_KINDS and atom.slots.get("anchor", "pub") == "pub" for atom in atoms)
    narrative, looking_back = _outlook(years, deictic, published)
    dated = next((atom for atom in atoms if atom.kind in _DATED_KINDS), None)
    if published is not None and dated is not None and dated.kind in _NEWS_KINDS:
        narrative = False
    retelling = len(years) > _RETELLING + 2 * deictic
    thread = Thread(tokens, lexicon, published, narrative, looking_back, retelling)
    breaks = [index for index, entry in enumerate(tokens.entries) if entry is lexicon.break_]
    heads = heading_years(atoms, tokens, lexicon)
    passed = 0
    out: list[tuple[Atom, Reading]] = []
    for index, atom in enumerate(atoms):
        while passed < len(breaks) and breaks[passed] < atom.first:
            passed += 1
        thread.reach(atom, passed)
        thread.coming = _coming(atoms, index, breaks[passed : passed + 1])
        previous = out[-1] if out else None
        if previous and previous[0].linked and atom.rule is previous[0].rule:
            absolute.follow_year(atom, previous[1].value)
        elif previous and atom.kind == previous[0].kind == "date":
            absolute.end_range(atom, previous, tokens, lexicon)
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        if following is not None:
            _count_to_the_year(atom, following, thread)
        reading = _read(atoms, index, thread, previous)
        if reading is None:
            continue
        reading = spells.with_time(atom, reading)
        if previous is not None:
            told.name_the_day(previous, atom, reading, thread)
        if atom.first in heads:
            thread.section = heads[atom.first]
        elif (year := absolute.written_year(atom)) is not None:
            thread.dated_in = passed
            if thread.section is not None and year > thread.section:
                thread.section = None  # the text has gone on
        if reading.type in {"DATE", "TIME"} and not atom.slots.get("looks_back"):
            thread.remember(reading, atom, explicit=absolute.written_year(atom) is not None)
        if reading.value == "PRESENT_REF" and published is not None and thread.asks_of(atom):
            thread.come_back()
        if published is None and _of_its_own_day(atom, reading, thread):
            thread.lose()
        out.append((atom, reading))
    return out


def _read(
    atoms: list[Atom], index: int, thread: Thread, previous: tuple[Atom, Reading] | None
) -> Reading | None:
    """The reading of an expression; that of a day read already for the time of day before it stays."""
    atom = atoms[index]
    if thread.foreseen is not None and thread.foreseen[0] is atom:
        return thread.foreseen[1]
    if atom.kind in {"clock", "daypart"}:
        return spells.read_attached(atom, thread, previous, spells.beside(atoms, index), READERS)
    thread.ahead = _told_ahead(atom, atoms[index + 1] if index + 1 < len(atoms) else None, thread)
    reading = READERS[atom.kind](atom, thread)
    thread.ahead = None
    return reading


def _told_ahead(atom: Atom, following: Atom | None, thread: Thread) -> date | None:
    """The day of the main clause behind a relative one: "X, which the day before had left, won on 3 May"."""
    first, end = thread.sentence(atom)
    if following is None or following.kind not in _DAYS or following.first >= end or atom.kind in _DAYS:
        return None
    back = (atom.slots.get(name) for name in ("direction", "shift", "deictic", "focusday"))
    if int(next((one for one in back if one is not None), 0)) >= 0:
        return None
    told_before = thread.focus is not None and thread.focus.token >= first
    between = thread.tokens.entries[atom.last + 1 : following.first]
    if told_before or not any(one.word == "," for one in between) or not thread.told_apart(atom):
        return None
    reading = spells.read_ahead(following, thread, READERS)
    span = span_of(reading.value) if reading is not None and "X" not in reading.value else None
    return span[0] if span is not None and span[0] == span[1] else None


_DAYS = frozenset({"date", "weekday", "numdate"})
"""The kinds of expressions that name a day by themselves."""


def _of_its_own_day(atom: Atom, reading: Reading, thread: Thread) -> bool:
    """Whether an expression hangs on its text's own, unknown day: "last month", but no "today" quoted."""
    deictic = atom.kind in {"deictic", "shift"} and atom.slots.get("anchor", "pub") == "pub"
    open_ = deictic and reading.type in {"DATE", "TIME"} and "X" in reading.value
    return open_ and not thread.quoted(thread.sentence(atom)[0], atom.first)


def _coming(atoms: list[Atom], index: int, ends: list[int]) -> date | None:
    """The next day or month with its year that the paragraph of an expression writes behind it."""
    for atom in atoms[index + 1 : index + 1 + _LOOK_AHEAD]:
        if ends and atom.first > ends[0]:
            return None
        year = absolute.written_year(atom)
        if year is not None and "month" in atom.slots:
            return safe_day(year, int(atom.slots["month"]), written_day(atom) or 15)
    return None


def share_years(atoms: list[Atom], tokens: Tokens, lexicon: Lexicon) -> None:
    """Gives a date without a year the year written at the other end of its range or list.

    "between April and June 2016", "from 264 to 241 BC": the gap must be one of the language's links.
    """
    gaps = frozenset(lexicon.links.get("shared", ()))
    for first, second in zip(reversed(atoms[:-1]), reversed(atoms[1:]), strict=True):
        if first.linked and first.kind == second.kind == "season" and "year" in first.slots:
            # "the winter and spring of 1943": a winter bears the year in which it begins
            first.slots["year"] = int(first.slots["year"]) - _wraps(first, second)
        if first.kind != "date" or second.first - first.last > 3:
            continue
        if first.linked and _runs_back(first, second):
            first.slots["year"] = int(first.slots["year"]) - 1  # "November-February 2015"
        of_year = second.kind == "shift" and second.slots.get("unit") == "Y" and "month" in first.slots
        if of_year and tokens.entries[second.first - 1].word in lexicon.links.get("of", ()):
            first.slots["year_shift"] = second.slots.get("shift", 0)
        if second.kind != "date":
            continue
        words = " ".join(tokens.entries[i].word for i in range(first.last + 1, second.first))
        if words not in gaps:
            continue
        opened = first.first and tokens.entries[first.first - 1].word in lexicon.links.get("ranges", {})
        if words in lexicon.links.get("until", ()) and not opened:
            continue  # "was extended in February until 2026"
        if "era" in second.slots and "era" not in first.slots and "month" not in first.slots:
            first.slots["era"] = second.slots["era"]
        year = absolute.written_year(second)
        if absolute.written_year(first) is None and year is not None and "month" in first.slots:
            later = "month" in second.slots and first.slots["month"] > second.slots["month"]
            first.slots["year"] = year - later
            first.slots["year_shared"] = True


def _runs_back(first: Atom, second: Atom) -> bool:
    """Whether a range of months shares a year in which it would end before it begins."""
    shared = "year" in first.slots and first.slots["year"] == second.slots.get("year")
    whole = "month" in first.slots and "month" in second.slots
    return shared and whole and int(first.slots["month"]) > int(second.slots["month"])


def _wraps(first: Atom, second: Atom) -> bool:
    return first.slots["season"] == "WI" and second.slots["season"] in {"SP", "SU"}


def _count_to_the_year(atom: Atom, following: Atom, thread: Thread) -> None:
    """Gives a month or season the year that is counted right behind it: "in October, two years later"."""
    months = (atom.kind == "date" and "month" in atom.slots) or (atom.kind == "season")
    years = following.kind == "offset" and (following.slots["unit"], following.slots.get("anchor")) == (
        "Y",
        "focus",
    )
    count = following.slots.get("n")
    if not months or not years or thread.focus is None or not isinstance(count, int):
        return
    between = " ".join(thread.tokens.entries[i].word for i in range(atom.last + 1, following.first))
    if between not in {"", ","} or absolute.written_year(atom) is not None or "shift" in atom.slots:
        return
    year = thread.focus.day.year + int(following.slots["direction"]) * count
    if thread.published is not None and year > thread.published.year:
        return
    atom.slots["year"] = year
    following.slots["n"] = 0  # it is counted from the month, which now has its year


def _outlook(years: list[tuple[int, bool]], deictic: int, published: date | None) -> tuple[bool, bool]:
    """Whether a text is a narrative of other years than its publication's, and whether it looks back at all.

    ``years`` are the explicit years, each with whether a month stands with it; ``deictic`` counts words
    such as "yesterday" and weekdays. Dates with a month weigh double.
    """
    if published is None:
        return True, True
    far = sum(2 if full else 1 for year, full in years if abs(year - published.year) >= _FAR_YEARS)
    near = sum(2 if full else 1 for year, full in years if abs(year - published.year) < _FAR_YEARS)
    return far >= 6 and far > 6 * (near + deictic), far > near + deictic
