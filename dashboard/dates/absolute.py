"""Readers of expressions that name calendar units: dates, seasons, quarters, decades, feasts.

``resolve`` dispatches here. A year that is not written is chosen by ``choose_year``.
"""

from datetime import date, timedelta

from dashboard.dates import reasons
from dashboard.dates.almanac import last_day, nearest, safe_day, span_of
from dashboard.dates.find import Atom
from dashboard.dates.habits import is_habit
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.thread import CLASS_REASONS, Focus, Reading, Thread
from dashboard.dates.tokens import Tokens
from dashboard.model import Granularity

_CENTURY_PIVOT = 30
_CLEARLY_NEAR, _CLEARLY_BEHIND = 150, 60
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


def choose_year(
    atom: Atom, month: int, day: int | None, weekday: int | None, thread: Thread
) -> tuple[int, list[str], float] | None:
    """The year of a month (and day) without one, why, and how sure; None where nothing tells."""
    why = [reasons.NO_YEAR if day else reasons.MONTH_ONLY]
    if "focus_year" in atom.slots and (named := thread.year_named):
        return named + int(atom.slots.get("years_on", 0)), [*why, reasons.COUNTED_THREAD], 0.9
    focus = thread.focus
    if focus is not None and focus.names(month) and thread.beside(atom):
        # "eleven months later, on 3 October"; "in 1976, in mid-July".
        return focus.day.year, [*why, reasons.COUNTED_THREAD], 0.9
    if thread.headed is not None and "year_shift" not in atom.slots:
        return thread.headed, [*why, reasons.NEAREST_THREAD], 0.85
    awaited = day is None and thread.tokens.follows(atom.first, thread.lexicon.links.get("until", ()))
    tense = "" if awaited else thread.tense(atom)
    elsewhere = thread.elsewhere
    if tense == "future" and elsewhere is None and not day and (year := _just_over(atom, month, thread)):
        return year, [*why, reasons.NEAREST], 0.85
    if tense == "future" and not day and focus is not None and _looks_ahead(focus, atom, thread):
        return focus.day.year, [*why, reasons.COUNTED_THREAD], 0.85
    if elsewhere is not None and not thread.narrative and thread.published is not None and tense == "future":
        elsewhere = None
    if elsewhere is not None and day and _back_in_the_present(elsewhere, month, day, thread):
        elsewhere = None
    anchor = elsewhere.day if elsewhere else thread.published
    if anchor is None:
        return None
    if "year_shift" in atom.slots and thread.published is not None:
        year = thread.published.year + int(atom.slots["year_shift"])
        return year, [*why, reasons.COUNTED_PUBLICATION], 0.95
    if weekday and day:
        agreeing = [one for one in _candidates(anchor, month, day, reach=6) if one.isoweekday() == weekday]
        if close := [one for one in agreeing if abs(one.year - anchor.year) <= 1]:
            return nearest(close, anchor).year, [*why, reasons.WEEKDAY_AGREES], 0.95
    candidates = _candidates(anchor, month, day or 15, reach=1)
    if not candidates:
        return None
    if elsewhere is not None:
        year, more, sure = _year_in_story(atom, day, candidates, elsewhere, thread)
        return year, [*why, *more], sure
    if day and tense != "future" and (told := _story_goes_on(candidates, anchor, thread)):
        return told.year, [*why, reasons.NEAREST_THREAD], 0.75
    year = _year_by_tense(atom, candidates, anchor, tense, thread, to_the_day=day is not None)
    return year, [*why, reasons.NEAREST, *([CLASS_REASONS[tense]] if tense else [])], 0.9


def _year_in_story(
    atom: Atom, day: int | None, candidates: list[date], elsewhere: Focus, thread: Thread
) -> tuple[int, list[str], float]:
    """The year of a date in a story that is told of another time than the publication's."""
    anchor = elsewhere.day
    past = [one for one in candidates if one <= anchor]
    if past and thread.looks_further_back(atom):
        return past[-1].year, [reasons.NEAREST_THREAD, reasons.PAST_TENSE], 0.8
    chosen = nearest(candidates, anchor, forward=True)
    if chosen.year < anchor.year and (own := _later_in_the_year(candidates, anchor, thread)):
        chosen = own
    if day and abs((chosen - anchor).days) > _STORY_FAR:
        chosen = _back_to_the_days(candidates, elsewhere, thread) or chosen
    return chosen.year, [reasons.NEAREST_THREAD], 0.85


def _later_in_the_year(candidates: list[date], anchor: date, thread: Thread) -> date | None:
    """The day of the story's own year, where it is still to come in the story and not for the reader.

    A teller who goes back over New Year's Day says so.
    """
    own = next((one for one in candidates if one.year == anchor.year and one >= anchor), None)
    return own if own and (thread.published is None or own <= thread.published) else None


def _year_by_tense(
    atom: Atom, candidates: list[date], anchor: date, tense: str, thread: Thread, *, to_the_day: bool
) -> int:
    """The year of the date nearest to the publication on the side that the tense tells."""
    # Neither "said it would close on 31 January" nor "promised it by 31 January" tells of the past.
    due = thread.tokens.follows(atom.first, thread.lexicon.roles.get("deadline", ()))
    over = tense == "past" and not due and thread.tense(atom, told=False) == "past"
    behind = _CLEARLY_BEHIND if over else None
    chosen = _by_tense(candidates, anchor, tense, behind, to_the_day=to_the_day) or nearest(
        candidates, anchor
    )
    if to_the_day and chosen > anchor and thread.looks_further_back(atom):
        # "had not begun before 15 January": nearer ahead, and yet behind.
        chosen = max((one for one in candidates if one <= anchor), default=chosen)
    return chosen.year


def _just_over(atom: Atom, month: int, thread: Thread) -> int | None:
    """The year of last month, where it is what figures to come are of: "the October survey is due today"."""
    expected = thread.lexicon.links.get("expected", ())
    if thread.published is None or not expected or thread.tokens.follows(atom.first, expected):
        return None
    last = thread.published.replace(day=1) - timedelta(days=1)
    return last.year if last.month == month else None


def _looks_ahead(focus: Focus, atom: Atom, thread: Thread) -> bool:
    """Whether the sentence has named a whole year to come: "next year, when an election is due in May"."""
    if thread.published is None or focus.granularity is not Granularity.YEAR:
        return False
    first, openers = thread.sentence(atom)[0], thread.lexicon.links.get("openers", ())
    # "the 1990 budget is to be voted in December": the year of a budget is no time that is told of.
    names = focus.explicit and focus.token > first and not thread.tokens.follows(focus.token, openers)
    return focus.day.year > thread.published.year and focus.token >= first and not names


def _back_in_the_present(elsewhere: Focus, month: int, day: int, thread: Thread) -> bool:
    """Whether news comes back to its own weeks in a new paragraph, after one of another year."""
    published = thread.published
    if published is None or thread.narrative or elsewhere.paragraph == thread.paragraph:
        return False
    if elsewhere.day.year == published.year:
        return False
    if thread.looking_back:
        going_on = (safe_day(elsewhere.day.year + shift, month, day) for shift in (0, 1))
        close = any(one and 0 <= (one - elsewhere.day).days <= _STORY_NEXT for one in going_on)
        if close or thread.present is None:
            return False
    recent = _candidates(published, month, day, reach=1)
    return any(0 <= (published - one).days <= _STORY_FAR for one in recent)


def _story_goes_on(candidates: list[date], published: date, thread: Thread) -> date | None:
    """The day right after the last one of a story of another year, where none is near the publication."""
    last = thread.day_focus
    if last is None or thread.published is None or thread.paragraph - last.paragraph > 1:
        return None
    if last.deictic or abs(last.day.year - published.year) < 1:
        return None
    if min(abs((one - published).days) for one in candidates) <= _STORY_FAR:
        return None
    following = safe_day(last.day.year, candidates[0].month, candidates[0].day)
    return following if following and 0 <= (following - last.day).days <= _STORY_NEXT else None


def _back_to_the_days(candidates: list[date], elsewhere: Focus, thread: Thread) -> date | None:
    """The day that goes on from the last one told, where only a month or a year has been named since."""
    last = thread.day_focus
    if last is None or elsewhere.granularity not in {Granularity.MONTH, Granularity.YEAR}:
        return None
    if thread.paragraph - last.paragraph > 1 or last.day.year == elsewhere.day.year:
        return None
    following = safe_day(last.day.year, candidates[0].month, candidates[0].day)
    if following is None or following < last.day:
        return None
    # News that has told days of its own year goes on with them, up to its publication.
    own = thread.published is not None and last.day.year == thread.published.year
    until = thread.published if own and thread.published else last.day + timedelta(days=_STORY_NEXT)
    return following if following <= until else None


def _by_tense(
    candidates: list[date], anchor: date, tense: str, behind: int | None, *, to_the_day: bool
) -> date | None:
    """The candidate that the tense asks for, where the nearest one is not clearly the one meant."""
    if not tense:
        return None
    if to_the_day:
        wanted = [one for one in candidates if (one <= anchor if tense == "past" else one >= anchor)]
        away = min(((one - anchor).days for one in candidates), key=abs)
        if abs(away) < (behind if behind and away > 0 else _CLEARLY_NEAR):
            return None
    elif tense == "past":
        wanted = [one for one in candidates if one.replace(day=1) <= anchor]
    else:
        wanted = [one for one in candidates if one.replace(day=28) >= anchor.replace(day=1)]
    return min(wanted, key=lambda one: abs((one - anchor).days)) if wanted else None


def _candidates(anchor: date, month: int, day: int, reach: int) -> list[date]:
    days = (safe_day(anchor.year + shift, month, day) for shift in range(-reach, reach + 1))
    found = [one for one in days if one is not None]
    if not found and month == 2 and day == 29:
        wider = (safe_day(anchor.year + shift, month, day) for shift in range(-8, 9))
        found = [one for one in wider if one is not None]
    return found


def _day_of_month(atom: Atom, day: int, thread: Thread) -> Reading | None:
    """A day without a month ("le 9", "vendredi 3"): the month of the thread, or nearest to publication."""
    focus = thread.focus
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
    elif not weekday and tense == "past" and anchor == thread.published:
        past = [one for one in candidates if one <= anchor]
        chosen = past[-1] if past else chosen
    published = thread.published
    if not weekday and tense == "future" and published and not thread.elsewhere and chosen < published:
        chosen = next_day_of_month(published, day) or chosen
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
