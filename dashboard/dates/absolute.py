"""Readers of expressions that name calendar units: dates, seasons, quarters, decades, feasts.

``resolve`` dispatches here. A year that is not written is chosen by ``choose_year``.
"""

from datetime import date

from dashboard.dates import reasons
from dashboard.dates.almanac import feast, safe_day, span_of
from dashboard.dates.find import Atom
from dashboard.dates.thread import CLASS_REASONS, Reading, Thread

_CENTURY_PIVOT = 30
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


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


def written_day(atom: Atom) -> int | None:
    """The day of the month that an expression writes, in digits or words."""
    for slot in ("day", "dayord", "dayword"):
        if slot in atom.slots:
            return int(atom.slots[slot])
    return None


def follow_year(atom: Atom, value: str) -> None:
    """Gives the second end of a range, where it writes no year, the year of the first."""
    if written_year(atom) is None and value[:4].isdecimal() and atom.kind == "date":
        atom.slots["year"] = int(value[:4])
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
    if slots.get("era") == "BC":
        return Reading("DATE", f"BC{year:04d}", mod_of(atom), [reasons.BEFORE_CALENDAR])
    if month is None and day is not None:
        return _day_of_month(atom, day, thread)
    if year is None and month is not None:
        found = choose_year(atom, month, day, slots.get("weekday"), thread)
        if found is None:
            value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
            return Reading("DATE", value, mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4)
        year, why, confidence = found
    elif year is not None:
        if slots.get("year_shared"):
            why.append(reasons.YEAR_OF_RANGE)
        else:
            why.append(
                reasons.WRITTEN_IN_FULL if day else reasons.MONTH_AND_YEAR if month else reasons.YEAR_WRITTEN
            )
        if "yy" in slots:
            why.append(reasons.TWO_DIGIT_YEAR)
    if year is None:
        return None
    value = f"{year:04d}"
    if month is not None:
        value += f"-{month:02d}"
    if day is not None and month is not None:
        if safe_day(year, month, day) is None:
            if day > 31 or month != 2 or day > 29:
                return None
            return Reading("DATE", f"{value}-{day:02d}", "", [*why, reasons.NO_SUCH_DAY], 0.2)
        value += f"-{day:02d}"
        weekday = slots.get("weekday")
        if weekday and date(year, month, day).isoweekday() != weekday:
            why.append(reasons.WEEKDAY_CONTRADICTS)
            confidence *= 0.6
        elif weekday:
            why.append(reasons.WEEKDAY_AGREES)
            confidence = min(1.0, confidence + 0.1)
    return Reading("DATE", value, mod_of(atom), why, confidence)


def choose_year(
    atom: Atom, month: int, day: int | None, weekday: int | None, thread: Thread
) -> tuple[int, list[str], float] | None:
    """The year of a month (and day) without one, why, and how sure; None where nothing tells."""
    why = [reasons.NO_YEAR if day else reasons.MONTH_ONLY]
    published = thread.published
    in_thread = thread.focus is not None and (thread.narrative or published is None)
    anchor = thread.focus.day if in_thread and thread.focus else published
    if anchor is None:
        return None
    candidates = _candidates(anchor, month, day or min(15, 28), reach=1)
    if weekday and day:
        agreeing = [one for one in _candidates(anchor, month, day, reach=6) if one.isoweekday() == weekday]
        close = [one for one in agreeing if abs(one.year - anchor.year) <= 1]
        if close:
            chosen = thread.nearest(close, anchor)
            return chosen.year, [*why, reasons.WEEKDAY_AGREES], 0.95
    if not candidates:
        return None
    if in_thread:
        chosen = thread.nearest(candidates, anchor, forward=True)
        return chosen.year, [*why, reasons.NEAREST_THREAD], 0.85
    local = thread.local_year(atom)
    tense = thread.tense(atom)
    if local is not None and tense != "future" and day is not None:
        return local, [*why, reasons.YEAR_OF_PARAGRAPH], 0.75
    chosen = thread.nearest(candidates, anchor)
    why.append(reasons.NEAREST)
    if day is None and tense:
        first, last = anchor.replace(day=1), anchor
        wanted = [
            c
            for c in candidates
            if (c.replace(day=1) <= last if tense == "past" else c.replace(day=28) >= first)
        ]
        if wanted:
            chosen = thread.nearest(wanted, anchor)
    if tense:
        why.append(CLASS_REASONS[tense])
    return chosen.year, why, 0.9


def _candidates(anchor: date, month: int, day: int, reach: int) -> list[date]:
    days = (safe_day(anchor.year + shift, month, day) for shift in range(-reach, reach + 1))
    found = [one for one in days if one is not None]
    if not found and month == 2 and day == 29:
        wider = (safe_day(anchor.year + shift, month, day) for shift in range(-8, 9))
        found = [one for one in wider if one is not None]
    return found


def _day_of_month(atom: Atom, day: int, thread: Thread) -> Reading | None:
    """A day without a month ("le 9", "vendredi 3"): the month of the thread, or nearest to publication."""
    anchor = (
        thread.anchor("day") if thread.narrative or atom.slots.get("anchor") == "focus" else thread.published
    )
    if anchor is None:
        return Reading("DATE", f"XXXX-XX-{day:02d}", "", [reasons.NEEDS_PUBLICATION], 0.3)
    index = anchor.year * 12 + anchor.month - 1
    days = (safe_day((index + shift) // 12, (index + shift) % 12 + 1, day) for shift in (-1, 0, 1))
    candidates = [one for one in days if one is not None]
    weekday = atom.slots.get("weekday")
    agreeing = [one for one in candidates if one.isoweekday() == weekday]
    if weekday and not agreeing:
        agreeing = candidates
    chosen = thread.nearest(agreeing or candidates, anchor)
    if not weekday and atom.slots.get("anchor") == "focus":
        chosen = safe_day(anchor.year, anchor.month, day) or chosen
    why = [reasons.DAY_ONLY, reasons.NEAREST_THREAD if thread.narrative else reasons.NEAREST]
    if weekday:
        why.append(reasons.WEEKDAY_AGREES if chosen.isoweekday() == weekday else reasons.WEEKDAY_CONTRADICTS)
    return Reading("DATE", chosen.isoformat(), mod_of(atom), why, 0.8)


def read_numeric(atom: Atom, thread: Thread) -> Reading | None:
    """A date in digits (03/03/2017, 98-02-27), in the order of the language where it is open."""
    one, two, three = (str(part) for part in atom.slots["numdate"])
    order = str(thread.lexicon.settings.get("numeric_order", "dmy"))
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
    else:
        return None
    found = safe_day(year, month, day)
    if found is None or not 1000 <= year <= 2199:
        return None
    return Reading("DATE", found.isoformat(), "", why, 0.95 if why == [reasons.DIGITS] else 0.8)


def read_named(atom: Atom, thread: Thread) -> Reading | None:
    """An event named by its date ("Mai 68"): the value that the language file gives."""
    del thread
    return Reading("DATE", str(atom.slots["named"]), "", [reasons.NAME_OF_EVENT])


def read_stamp(atom: Atom, thread: Thread) -> Reading | None:
    """A date and time in ISO 8601."""
    del thread
    value = str(atom.slots["stamp"])
    return Reading("TIME", value[:16], "", [reasons.DIGITS]) if span_of(value) else None


def read_season(atom: Atom, thread: Thread) -> Reading | None:
    """A season, with its year or the one nearest to the publication date."""
    season = str(atom.slots["season"])
    year = written_year(atom)
    shift = atom.slots.get("shift")
    why = [reasons.SEASON]
    if year is None:
        anchor = (
            thread.focus.day
            if thread.focus and (thread.narrative or not thread.published)
            else thread.published
        )
        if anchor is None:
            return Reading("DATE", f"XXXX-{season}", mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4)
        middle = _SEASON_MONTH[season]
        days = [date(anchor.year + d, middle, 15) for d in (-1, 0, 1)]
        tense = "" if thread.narrative else thread.tense(atom)
        if shift == -1 or (shift is None and tense == "past"):
            days = [day for day in days if (day - anchor).days < 20] or days
        elif shift == 1 or (shift is None and tense == "future"):
            days = [day for day in days if (day - anchor).days > -45] or days
        chosen = thread.nearest(days, anchor, forward=thread.narrative)
        year = chosen.year - 1 if season == "WI" else chosen.year
        why.append(reasons.NEAREST)
    return Reading("DATE", f"{year:04d}-{season}", mod_of(atom), why)


def read_quarter(atom: Atom, thread: Thread) -> Reading | None:
    """A quarter (Q) or half (H) of a year: numbered, or the last, this, the next."""
    letter = str(atom.slots.get("letter", "Q"))
    size = 3 if letter == "Q" else 6
    count = 12 // size
    year = written_year(atom)
    number = atom.slots.get("ord") or atom.slots.get("n")
    anchor = (
        thread.focus.day if thread.focus and (thread.narrative or not thread.published) else thread.published
    )
    if number is not None and not 1 <= int(number) <= count:
        return None
    if year is None and anchor is None:
        return Reading(
            "DATE", f"XXXX-{letter}{number or 'X'}", mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.4
        )
    if number is None and anchor is not None:
        index = anchor.year * count + (anchor.month - 1) // size + int(atom.slots.get("shift", 0))
        return Reading("DATE", f"{index // count:04d}-{letter}{index % count + 1}", mod_of(atom),
                       [reasons.COUNTED_PUBLICATION], 0.85)  # fmt: skip
    if number is None:
        return None
    if year is None and anchor is not None:
        year_shift = atom.slots.get("year_shift")
        if year_shift is not None:
            year = anchor.year + int(year_shift)
        else:
            middles = [
                date(anchor.year + d, (int(number) - 1) * size + (2 if letter == "Q" else 3), 15)
                for d in (-1, 0, 1)
            ]
            tense = thread.tense(atom)
            if tense != "future":
                middles = [day for day in middles if day <= anchor] or middles
            year = thread.nearest(middles, anchor).year
    return Reading("DATE", f"{year:04d}-{letter}{number}", mod_of(atom), [reasons.NEAREST], 0.85)


def read_decade(atom: Atom, thread: Thread) -> Reading | None:
    """A decade: "the 1990s", "les années 60"."""
    number = int(atom.slots.get("decade") or atom.slots.get("year") or atom.slots.get("n") or 0)
    if number < 100:
        number += 1900
    if number % 10 or not 1000 <= number <= 2190:
        return None
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
        anchor = (
            thread.focus.day
            if thread.focus and (thread.narrative or not thread.published)
            else thread.published
        )
        if anchor is None:
            return Reading("DATE", "XXXX-XX-XX", "", [reasons.NEEDS_PUBLICATION], 0.3)
        days = [day for d in (-1, 0, 1) if (day := feast(name, anchor.year + d))]
        shift = atom.slots.get("shift")
        if shift == -1:
            days = [day for day in days if day < anchor] or days
        elif shift == 1:
            days = [day for day in days if day > anchor] or days
        return Reading(
            "DATE",
            thread.nearest(days, anchor).isoformat(),
            mod_of(atom),
            [reasons.FEAST, reasons.NEAREST],
            0.85,
        )
    day = feast(name, year)
    return Reading("DATE", day.isoformat(), mod_of(atom), [reasons.FEAST]) if day else None
