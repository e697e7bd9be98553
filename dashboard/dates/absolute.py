"""Readers of expressions that name calendar units: dates, seasons, quarters, decades, feasts.

``resolve`` dispatches here. A year that is not written is chosen by ``years.choose_year``.
"""

from datetime import date

from dashboard.dates import reasons
from dashboard.dates.almanac import last_day, nearest, safe_day, span_of
from dashboard.dates.find import Atom, written_day
from dashboard.dates.focus import Focus, Reading
from dashboard.dates.habits import is_habit
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.thread import Thread
from dashboard.dates.tokens import Tokens
from dashboard.dates.years import choose_year
from dashboard.model import Granularity

_CENTURY_PIVOT = 30
_CLEARLY_NEAR, _CLEARLY_BEHIND = 150, 60
_COARSE = frozenset({Granularity.SEASON, Granularity.HALF, Granularity.YEAR})
_NEAR = 7
_MONTHS, _LONGEST_MONTH = 12, 31
_LEAP_YEAR = 2000
_STORY_FAR, _STORY_NEXT = 60, 45


def written_year(atom: Atom) -> int | None:
    """The year that an expression writes, also in two digits; None where it writes none."""
    slots = atom.slots
    for slot in ("year", "yearword", "year3"):
        if slot in slots and atom.kind != "duration":
            return int(slots[slot])
    if "yy" in slots:
        return full_year(int(slots["yy"]))
    return None


def full_year(two: int) -> int:
    """The year of two digits: 30 to 99 are 19xx, 00 to 29 are 20xx."""
    return two + (1900 if two >= _CENTURY_PIVOT else 2000)


def follow_year(atom: Atom, value: str) -> None:
    """Gives the second end of a range, where it writes no year, the year of the first."""
    if written_year(atom) is None and value[:4].isdecimal() and atom.kind == "date":
        atom.slots["year"] = int(value[:4])
        atom.slots["year_shared"] = True
        atom.slots["year_followed"] = True


def end_range(atom: Atom, begins: tuple[Atom, Reading], tokens: Tokens, lexicon: Lexicon) -> None:
    """Gives the end of a range without a year ("Oct. 3-Nov. 12") the year that puts it after its start."""
    before, start = begins
    words = " ".join(tokens.entries[i].word for i in range(before.last + 1, atom.first))
    month, day = atom.slots.get("month"), written_day(atom)
    if words not in lexicon.links.get("dashes", ()) or month is None or day is None:
        return
    if written_year(atom) is None and len(start.value) == len("2017-03-03") and start.value[:4].isdecimal():
        wraps = (month, day) < (int(start.value[5:7]), int(start.value[8:10]))
        atom.slots["year"] = int(start.value[:4]) + wraps
        atom.slots["year_shared"] = True


def mod_of(atom: Atom) -> str:
    """The TIMEX3 modifier that an expression carries, or ""."""
    return str(atom.slots.get("part") or atom.slots.get("mod") or "")


def read_date(atom: Atom, thread: Thread) -> Reading | None:
    """A date by its day, month and year, as far as they are written."""
    slots = atom.slots
    year, month, day = written_year(atom), slots.get("month"), written_day(atom)
    why: list[str] = []
    confidence = 0.97
    thread.ancient = year if slots.get("era") == "BC" else None
    if slots.get("era") == "BC":
        finer = "".join(f"-{part:02d}" for part in ((month, day) if month else ()) if part)
        return Reading("DATE", f"BC{year:04d}{finer}", mod_of(atom), [reasons.BEFORE_CALENDAR])
    if month is None and day is not None:
        return _day_of_month(atom, day, thread)
    if year is None and month is not None and is_habit(atom, thread):
        value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return Reading("DATE", value, mod_of(atom), [reasons.VAGUE], 0.6)
    if year is None and month is not None:
        found = choose_year(atom, month, day, slots.get("weekday"), thread)
        if found is None:
            value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
            if day and safe_day(_LEAP_YEAR, month, day) is None:
                return _no_such_day(value)
            return Reading("DATE", value, mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4)
        year, why, confidence = found
    elif year is not None:
        why = _written(atom, month, day)
    return None if year is None else _placed(atom, (year, month, day), why, confidence)


def _written(atom: Atom, month: int | None, day: int | None) -> list[str]:
    """Why a date with a year is what it is: how much of it is written."""
    whole = reasons.WRITTEN_IN_FULL if day else reasons.MONTH_AND_YEAR if month else reasons.YEAR_WRITTEN
    why = [reasons.YEAR_OF_RANGE if atom.slots.get("year_shared") else whole]
    return [*why, reasons.TWO_DIGIT_YEAR] if "yy" in atom.slots else why


def _placed(
    atom: Atom, parts: tuple[int, int | None, int | None], why: list[str], confidence: float
) -> Reading:
    """The reading of a year with its month and day, surer where the weekday agrees."""
    year, month, day = parts
    if month is None:
        return Reading("DATE", f"{year:04d}", mod_of(atom), why, confidence)
    if atom.slots.get("month_ends"):
        day = last_day(year, month)
    value = f"{year:04d}-{month:02d}"
    if day is None:
        return Reading("DATE", value, mod_of(atom), why, confidence)
    value, weekday = f"{value}-{day:02d}", atom.slots.get("weekday")
    placed = safe_day(year, month, day)
    if placed is None:
        return _no_such_day(value)
    if weekday and placed.isoweekday() != weekday:
        why, confidence = [*why, reasons.WEEKDAY_CONTRADICTS], confidence * 0.6
    elif weekday:
        why, confidence = [*why, reasons.WEEKDAY_AGREES], min(1.0, confidence + 0.1)
    return Reading("DATE", value, mod_of(atom), why, confidence)


def _no_such_day(value: str) -> Reading:
    """The reading of a day that no calendar has: 31 February."""
    return Reading("DATE", value, "", [reasons.NO_SUCH_DAY], 0.2)


def _day_of_month(atom: Atom, day: int, thread: Thread) -> Reading | None:
    """A day without a month ("le 9", "vendredi 3"): the month of the thread, or nearest to publication."""
    focus = thread.focus
    if focus is not None and focus.granularity in _COARSE and thread.elsewhere:
        focus = thread.day_focus or focus  # "dead the next spring. On the evening of the 23rd"
    in_month = focus is not None and focus.granularity in {
        Granularity.MONTH,
        Granularity.DAY,
        Granularity.TIME,
    }
    in_month = in_month and atom.slots.get("anchor") == "focus"
    if focus is not None and in_month and _only_mentioned(focus, atom, thread):
        focus, in_month = None, False
    anchor = focus.day if focus and (in_month or thread.elsewhere) else thread.published
    if anchor is None:
        return Reading("DATE", f"XXXX-XX-{day:02d}", "", [reasons.NEEDS_PUBLICATION], 0.3)
    index = anchor.year * 12 + anchor.month - 1
    days = (safe_day((index + shift) // 12, (index + shift) % 12 + 1, day) for shift in (-1, 0, 1))
    candidates = [one for one in days if one is not None]
    weekday = atom.slots.get("weekday")
    agreeing = [one for one in candidates if one.isoweekday() == weekday] or candidates
    tense = thread.tense(atom)
    chosen = nearest(agreeing, anchor)
    if not weekday and focus and in_month and (focus.granularity is Granularity.MONTH or day >= anchor.day):
        chosen = safe_day(anchor.year, anchor.month, day) or chosen
    elif not weekday and tense == "past" and anchor == thread.published and "this" not in atom.slots:
        past = [one for one in candidates if one <= anchor]
        chosen = past[-1] if past else chosen
    published = thread.published
    if not weekday and tense == "future" and published and not thread.elsewhere and chosen < published:
        chosen = next_day_of_month(published, day) or chosen
    if atom.slots.get("month_ends"):
        chosen = chosen.replace(day=last_day(chosen.year, chosen.month))
    why = [reasons.DAY_ONLY, reasons.NEAREST_THREAD if in_month or thread.elsewhere else reasons.NEAREST]
    if weekday:
        why.append(reasons.WEEKDAY_AGREES if chosen.isoweekday() == weekday else reasons.WEEKDAY_CONTRADICTS)
    return Reading("DATE", chosen.isoformat(), mod_of(atom), why, 0.8)


def _only_mentioned(focus: Focus, atom: Atom, thread: Thread) -> bool:
    """Whether news named a month of another year before, and this day does not open the next sentence."""
    if thread.published is None or thread.elsewhere is not None:
        return False
    first = thread.sentence(atom)[0]
    far = focus.granularity is Granularity.MONTH and focus.day.year != thread.published.year
    return far and focus.token < first < atom.first


def next_day_of_month(anchor: date, day: int) -> date | None:
    """The first day of that number on or after an anchor, within two months."""
    index = anchor.year * 12 + anchor.month - 1
    days = (safe_day((index + shift) // 12, (index + shift) % 12 + 1, day) for shift in (0, 1, 2))
    return next((one for one in days if one is not None and one >= anchor), None)


def read_numeric(atom: Atom, thread: Thread) -> Reading | None:
    """A date in digits (03/03/2017, 98-02-27), in the order of the language where it is open."""
    one, two, three, sign = (str(part) for part in atom.slots["numdate"])
    # "01.09.1939": who writes dots writes the day first, in every language
    order = "dmy" if sign == "." else str(thread.lexicon.settings.get("numeric_order", "dmy"))
    why = [reasons.DIGITS]
    if len(one) == 4:
        year, month, day = int(one), int(two), int(three)
    elif len(three) in {2, 4}:
        year = int(three) if len(three) == 4 else full_year(int(three))
        first, second = int(one), int(two)
        day, month = (first, second) if order == "dmy" else (second, first)
        if month > 12 >= day:
            day, month = month, day
        elif first <= 12 and second <= 12 and first != second:
            why = [reasons.DIGITS_AMBIGUOUS]
            day, month = _likelier(year, (day, month), thread.published)
    else:
        return None
    if not (1000 <= year <= 2199 and 1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH):
        return None
    found = safe_day(year, month, day)
    if found is None:
        return _no_such_day(f"{year:04d}-{month:02d}-{day:02d}")
    return Reading("DATE", found.isoformat(), "", why, 0.95 if why == [reasons.DIGITS] else 0.8)


def _likelier(year: int, pair: tuple[int, int], published: date | None) -> tuple[int, int]:
    """The pair as it is, or swapped where only that is near the publication date."""
    as_is, swapped = safe_day(year, pair[1], pair[0]), safe_day(year, pair[0], pair[1])
    if published is None or as_is is None or swapped is None:
        return pair
    far = abs((as_is - published).days) > _NEAR
    return pair[::-1] if far and abs((swapped - published).days) <= 2 else pair


def read_named(atom: Atom, thread: Thread) -> Reading | None:
    """An event named by its date ("Mai 68"): the value that the language file gives."""
    del thread
    return Reading("DATE", str(atom.slots["named"]), "", [reasons.NAME_OF_EVENT])


def read_stamp(atom: Atom, thread: Thread) -> Reading | None:
    """A date and time in ISO 8601."""
    del thread
    value = str(atom.slots["stamp"])
    return Reading("TIME", value[:16], "", [reasons.DIGITS]) if span_of(value) else None
