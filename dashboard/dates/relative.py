"""Readers of expressions that hang on another date: "last month", "two days later", "the next day".

``resolve`` dispatches here; the slot ``anchor`` of a rule says on what: "pub" or "focus".
"""

import re
from datetime import date, timedelta

from dashboard.dates import reasons
from dashboard.dates.absolute import mod_of
from dashboard.dates.almanac import DAYS_OF, MONTHS_OF, moved, safe_day, unit_value, week_value, weekday_on
from dashboard.dates.find import Atom, written_day
from dashboard.dates.focus import Reading
from dashboard.dates.thread import Thread
from dashboard.dates.years import choose_year
from dashboard.model import Granularity

_PERIODS = {Granularity.QUARTER: "Q", Granularity.HALF: "H", Granularity.MONTH: "M"}
_ANNIVERSARY = 5
_WORKDAYS = 5
_MINUTES_OF_DAY = 24 * 60
_HOURS = {"TH": 1, "TM": 1 / 60}
_CLOCKED = re.compile(r"T([01]\d|2[0-3]):(\d\d)$")
_WHICH = {-1: "before", 1: "after"}
_ANOTHER_TIME = 3
_CLOSE_MONTHS = 4
_FINE = {"D", "W", "M", "WE"}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}

_NEARLY_NOW = 3 * 366
"""How many days before its publication a story may be to speak of "last July" as its teller does."""


def anchored(atom: Atom, thread: Thread, default: str = "pub") -> tuple[date | None, str]:
    """The day that an expression hangs on, and the reason to give."""
    which = str(atom.slots.get("anchor", default))
    if which == "pub" and thread.published is None and atom.kind == "shift" and atom.slots.get("shift"):
        return None, reasons.NEEDS_PUBLICATION  # "last week" of nobody knows when
    if which == "now" and thread.published is not None:
        return thread.published, reasons.COUNTED_PUBLICATION
    telling = thread.published is None or (thread.narrative and thread.focus is not None)
    if telling and which == "pub" and _reaches_the_story(atom, thread):
        return thread.published, reasons.COUNTED_PUBLICATION
    if which in {"pub", "thread"} and _left_the_story(atom, thread):
        return thread.published, reasons.COUNTED_PUBLICATION
    if which in {"pub", "now"} and telling:
        which = "focus"
    focus = thread.focus
    coarse = (
        focus is not None
        and focus.granularity is Granularity.YEAR
        and str(atom.slots.get("unit", "")) in _FINE
    )
    years = str(atom.slots.get("unit", "")) in MONTHS_OF
    if which == "focus" and years and (apart := thread.just_named_apart()) is not None:
        return apart.day, reasons.COUNTED_THREAD  # "that fell in 1916 and rose two years later"
    if which == "focus" and coarse:
        which = "thread"
    found = thread.anchor(which)
    used_publication = which == "pub" or (focus is None and thread.ahead is None)
    return found, reasons.COUNTED_PUBLICATION if used_publication else reasons.COUNTED_THREAD


def _left_the_story(atom: Atom, thread: Thread) -> bool:
    """Whether a paragraph without a date of its own tells what is to come: "should leave by year's end"."""
    focus = thread.focus
    if thread.published is None or focus is None or focus.paragraph == thread.paragraph:
        return False
    return atom.kind == "shift" and thread.tense(atom) == "future"


def _reaches_the_story(atom: Atom, thread: Thread) -> bool:
    """Whether years counted back from the publication lead to a year told: "A hundred years ago, Italy"."""
    count, unit = atom.slots.get("n"), str(atom.slots.get("unit", ""))
    if thread.published is None or count is None or unit not in _YEARS or atom.slots.get("direction") != -1:
        return False
    return thread.published.year - round(float(count) * _YEARS[unit]) in thread.years


def of_a_day(atom: Atom, thread: Thread) -> Reading | None:
    """The month or year of a day that is counted from what is told no closer; None where a day is told."""
    coarse = thread.told_coarsely(atom)
    return Reading("DATE", coarse.value, "", [reasons.COUNTED_THREAD], 0.6) if coarse else None


def read_month(atom: Atom, thread: Thread) -> Reading | None:
    """A month with last, this or next: "last March", "en mars prochain"."""
    month, shift = int(atom.slots["month"]), int(atom.slots["shift"])
    anchor, why = anchored(atom, thread)
    if anchor is None:
        return Reading("DATE", f"XXXX-{month:02d}", mod_of(atom), [reasons.NEEDS_PUBLICATION], 0.3)
    if shift < 0 and thread.published is not None and _onward_to_now(anchor, thread.published):
        anchor, why = thread.published, reasons.COUNTED_PUBLICATION  # no story goes back that way
    day = atom.slots.get("day") or atom.slots.get("dayord")
    if shift == 0:
        # "They came back in 1983. France sent troops that August."
        told = thread.focus if why == reasons.COUNTED_THREAD else None
        whole = told is not None and told.granularity is Granularity.YEAR
        found = None if whole else choose_year(atom, month, day, None, thread)
        year = found[0] if found else anchor.year
        far_on = year > anchor.year and month + 12 - anchor.month > _CLOSE_MONTHS
        if far_on and atom.slots.get("anchor") == "focus":
            year = anchor.year  # "ran dry in December 2014 ... took office that May": of the year named
        if anchor == thread.published and year < anchor.year - 1:
            year = anchor.year  # "this January" is never of the story: that has "that January"
    elif shift < 0:
        year = (
            anchor.year if (month, day or 1) < (anchor.month, anchor.day if day else 1) else anchor.year - 1
        )
    else:
        year = (
            anchor.year if (month, day or 99) > (anchor.month, anchor.day if day else 99) else anchor.year + 1
        )
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return Reading("DATE", value, mod_of(atom), [reasons.MONTH_ONLY, why], 0.9)


def _onward_to_now(told: date, published: date) -> bool:
    """Whether a story has come so close to its teller that "last July" is seen from his desk."""
    return 0 < (published - told).days <= _NEARLY_NOW


def read_shift(atom: Atom, thread: Thread) -> Reading | None:
    """The last, this or the next unit of the calendar: "last year", "cette semaine", "that month"."""
    unit, shift = str(atom.slots["unit"]), int(atom.slots.get("shift_to", atom.slots.get("shift", 0)))
    shift += int(atom.slots.get("shift_more", 0))
    anchor, why = anchored(atom, thread)
    if anchor is None:
        return Reading(
            "DATE", "XXXX-XX-XX" if unit in DAYS_OF else "XXXX", "", [reasons.NEEDS_PUBLICATION], 0.3
        )
    if unit not in DAYS_OF and unit not in MONTHS_OF and unit != "WE":
        return None
    if "of_event" in atom.slots and not thread.narrative:
        return Reading("DATE", "XXXX-XX-XX" if unit in DAYS_OF else "XXXX", "", [reasons.VAGUE], 0.3)
    if unit == "WE":
        return weekend(anchor, shift, atom, thread)
    if shift == 0 and (told := _month_told(unit, anchor, atom, thread)):
        anchor, why = told, reasons.COUNTED_THREAD
    if unit == "D" and shift > 0 and why == reasons.COUNTED_THREAD:
        anchor = day_after_the_eve(anchor, atom, thread) or anchor
    counted = unit == "D" and why == reasons.COUNTED_THREAD
    if counted and (coarse := of_a_day(atom, thread)) is not None:
        return coarse  # "in May 2019 he came, and left the next day"
    day = moved(anchor, shift, unit)
    if day is None:
        return None
    value = str(atom.slots.get("prefix", "")) + unit_value(day, unit)
    if unit == "M" and (number := written_day(atom)) is not None:
        if safe_day(day.year, day.month, number) is None:
            return None
        value += f"-{number:02d}"  # "the 3rd of next month"
    if unit in {"DE", "CE"} and thread.lexicon.settings.get("open_digits"):
        value = value.ljust(4, "X")
    return Reading("DATE", value, mod_of(atom), [why], 0.9)


def _month_told(unit: str, anchor: date, atom: Atom, thread: Thread) -> date | None:
    """The day in whose month a past "at the end of the month" is, where one has just been told."""
    day = thread.day_focus
    if unit != "M" or "part" not in atom.slots or day is None or anchor != thread.published:
        return None
    if day.deictic or day.day >= anchor or thread.paragraph != day.paragraph or thread.tense(atom) != "past":
        return None
    return day.day


def weekend(anchor: date, shift: int, atom: Atom, thread: Thread) -> Reading:
    """The weekend of a day's week, or one some weeks away; in the past tense, the one before."""
    tense = thread.tense(atom)
    if shift == 0 and tense != "future" and anchor.isoweekday() <= (_WORKDAYS if tense == "past" else 3):
        shift = -1
    if shift == 1 and anchor.isoweekday() <= int(thread.lexicon.settings.get("weekend_ahead", 0)):
        shift = 0
    day = anchor + timedelta(days=7 * shift)
    return Reading("DATE", f"{week_value(day)}-WE", mod_of(atom), [reasons.COUNTED_PUBLICATION], 0.85)


def read_offset(atom: Atom, thread: Thread) -> Reading | None:
    """A count of units before or after: "two years ago", "trois jours plus tôt", "in two weeks"."""
    unit, direction = str(atom.slots["unit"]), int(atom.slots["direction"])
    anchor, why = anchored(atom, thread)
    anchor = _quarter_compared(atom, thread) or anchor
    mod, count, many = mod_of(atom), atom.slots.get("n"), 1
    if unit[0].isdecimal():
        digits = unit.rstrip("DWMYE")
        many, unit = int(digits), unit[len(digits) :]
    if atom.slots.get("vague") or count is None:
        kind = "TIME" if unit.startswith("T") else "DATE"
        return Reading(kind, "PAST_REF" if direction < 0 else "FUTURE_REF", "", [reasons.VAGUE], 0.6)
    if unit.startswith("T"):
        return _hours(atom, thread)
    if thread.ancient is not None and unit in {"Y", "DE", "CE"} and why == reasons.COUNTED_THREAD:
        year = thread.ancient - direction * int(float(count) * MONTHS_OF[unit] / 12)
        return Reading("DATE", f"BC{year:04d}", mod, [reasons.BEFORE_CALENDAR]) if year > 0 else None
    adrift = direction > 0 and unit == "Y" and thread.focus is None and atom.slots.get("anchor") == "focus"
    if anchor is None or adrift:  # "Sixty years later, the battle": later than nothing that was dated
        return Reading("DATE", "XXXX-XX-XX", mod, [reasons.NEEDS_PUBLICATION], 0.3)
    ahead = thread.tense(atom) == "future"  # "will vote on 27 June; B will do so two days earlier"
    if direction < 0 and thread.reached and not ahead and _is_to_come(anchor, thread):
        anchor = (
            thread.reached
        )  # "until Friday to say so. A deal struck ten days earlier": before what was told
    if "weekday" in atom.slots:
        # "two years ago this Tuesday", "ten years ago next Tuesday"
        which = _WHICH.get(atom.slots.get("shift", 0), "nearest")
        anchor = weekday_on(anchor, int(atom.slots["weekday"]), which)
    whole = (float(count) + (0.5 if atom.slots.get("half") else 0)) * many
    if unit in {"DE", "CE"}:
        whole, unit = whole * MONTHS_OF[unit] // MONTHS_OF["Y"], "Y"
    if unit == "Y" and whole != int(whole):
        whole, unit = round(whole * MONTHS_OF[unit]), "M"
    day = moved(anchor, direction * int(whole), unit)
    if day is None:
        return None
    aside = thread.passing if why == reasons.COUNTED_THREAD else None
    if direction > 0 and thread.published and day > thread.published and aside:
        # "not the same since May 1987. Two years later, ...": counted from the date named in passing.
        counted = moved(aside.day, int(whole), unit)
        day = counted if counted and counted <= thread.published else day
    if direction > 0 and _is_anniversary(day, whole * MONTHS_OF.get(unit, 0) / 12, thread):
        day = thread.published or day
    told = why == reasons.COUNTED_THREAD
    if told and unit == "D" and (reached := _day_reached(atom, thread)):
        day = reached + (day - anchor)
    elif told and (open_value := _too_coarse(unit, anchor, day, thread)):
        return Reading("DATE", open_value, mod, [reasons.VAGUE], 0.4)
    return Reading("DATE", unit_value(day, _grain(unit, atom, thread, told=told)), mod, [why], 0.85)


def _quarter_compared(atom: Atom, thread: Thread) -> date | None:
    """A day of the quarter whose results are told, if the count starts from it; the thread goes on there."""
    quarter = thread.quarter_focus
    if quarter is None:
        return None
    begins, found = thread.sentence(atom)[0], None
    compared = atom.slots.get("same_period") and quarter.paragraph == thread.paragraph
    a_year = (atom.slots.get("n"), atom.slots["unit"]) == (1, "Y")
    if atom.slots.get("results") and a_year and quarter.token >= begins:
        atom.slots["same_period"], thread.focus, found = True, quarter, quarter.day
    if compared and thread.focus and (thread.focus.deictic or atom.first == begins):
        # "in the final quarter, it was said on Wednesday, ... a year earlier"
        thread.focus, found = quarter, quarter.day
    return found


def _day_reached(atom: Atom, thread: Thread) -> date | None:
    """The last day told, where a paragraph of news opens with a count and only a month was named since."""
    focus = thread.focus
    if thread.narrative or thread.regime is not None or focus is None or thread.day_focus is focus:
        return None
    opens = atom.first - thread.sentence(atom)[0] <= 1 and focus.paragraph != thread.paragraph
    return thread.reached if opens else None


def _is_to_come(anchor: date, thread: Thread) -> bool:
    """Whether news has just named a day after its own: nothing is counted back from there."""
    return thread.published is not None and not thread.narrative and anchor > thread.published


def _grain(unit: str, atom: Atom, thread: Thread, *, told: bool) -> str:
    """How finely an offset in these units is known, counted from what the text ``told`` or from today."""
    focus = thread.focus
    if "grain" in atom.slots:
        return str(atom.slots["grain"])
    to_the_day = told and focus is not None and thread.day_focus is focus
    if atom.slots.get("exact") or (unit == "W" and to_the_day):
        return "D"
    if unit == "W" and told and _is_week(thread):
        return "W"
    if atom.slots.get("same_period") and atom.slots.get("n") == 1 and focus is not None:
        # "in the third quarter ... a year earlier": the third quarter of that year.
        return _PERIODS.get(focus.granularity, unit)
    return "D" if unit == "W" else unit


def _too_coarse(unit: str, anchor: date, day: date, thread: Thread) -> str:
    """The open value where the date counted from is known less finely than the count; else ""."""
    if unit == "D" and thread.focus is not None and thread.day_focus is not thread.focus:
        return "XXXX-XX-XX"
    source = next((one for one in (thread.focus, thread.elsewhere) if one and one.day == anchor), None)
    if source is None:
        return ""
    if source.granularity is Granularity.YEAR and unit in {"D", "W", "M"}:
        return f"{day.year:04d}-XX" if unit == "M" else f"{day.year:04d}-XX-XX"
    return f"{day.year:04d}-XX-XX" if source.granularity is Granularity.MONTH and unit in DAYS_OF else ""


def _is_week(thread: Thread) -> bool:
    return thread.focus is not None and thread.focus.granularity is Granularity.WEEK


def _is_anniversary(day: date, years: float, thread: Thread) -> bool:
    """Whether "n years later" means now: the text named the year n years before its publication."""
    if thread.published is None or years < _ANNIVERSARY:
        return False
    return thread.published.year - int(years) in thread.years and day.year != thread.published.year


def _hours(atom: Atom, thread: Thread) -> Reading | None:
    """A time some hours or minutes from the clock time just told; whole days where they are counted."""
    direction, unit = int(atom.slots["direction"]), str(atom.slots["unit"])
    hours = (float(atom.slots["n"]) + (0.5 if atom.slots.get("half") else 0)) * _HOURS.get(unit, 0)
    focus = thread.focus
    if focus is not None and atom.slots.get("anchor") == "focus":
        clock = _CLOCKED.search(focus.value)
        if clock and hours:
            minutes = int(clock[1]) * 60 + int(clock[2]) + direction * round(hours * 60)
            day = moved(focus.day, minutes // _MINUTES_OF_DAY, "D") or focus.day
            value = f"{day.isoformat()}T{minutes // 60 % 24:02d}:{minutes % 60:02d}"
            return Reading("TIME", value, mod_of(atom), [reasons.COUNTED_THREAD], 0.8)
        if hours and hours % 24 == 0 and thread.day_focus is focus:
            whole = moved(focus.day, direction * int(hours / 24), "D")
            if whole is not None:
                return Reading("DATE", whole.isoformat(), mod_of(atom), [reasons.COUNTED_THREAD], 0.8)
    return Reading("TIME", "PAST_REF" if direction < 0 else "FUTURE_REF", "", [reasons.VAGUE], 0.5)


def read_deictic(atom: Atom, thread: Thread) -> Reading | None:
    """A named day: today, yesterday, la veille, le lendemain."""
    shift = int(atom.slots.get("deictic", atom.slots.get("focusday", atom.slots.get("days", 0))))
    which = str(atom.slots.get("anchor", "pub"))
    if which != "pub" and (coarse := of_a_day(atom, thread)) is not None:
        return coarse
    anchor = thread.published if which == "pub" else thread.anchor("day")
    anchor = day_after_the_eve(anchor, atom, thread) if which != "pub" and shift > 0 else anchor
    why = reasons.COUNTED_PUBLICATION if which == "pub" else reasons.COUNTED_THREAD
    if anchor is None:
        return Reading("DATE", "XXXX-XX-XX", "", [reasons.NEEDS_PUBLICATION], 0.3)
    day = moved(anchor, shift, "D")
    if day is None:
        return None
    opening = atom.first - thread.sentence(atom)[0] <= 1 and "daypart" not in atom.slots
    if "deictic" in atom.slots and shift == 0 and opening and _means_nowadays(atom, thread):
        return Reading("DATE", "PRESENT_REF", "", [reasons.VAGUE], 0.6)
    weekday = atom.slots.get("weekday")
    why_more = []
    if weekday:
        why_more = [reasons.WEEKDAY_AGREES if day.isoweekday() == weekday else reasons.WEEKDAY_CONTRADICTS]
    return Reading("DATE", day.isoformat(), mod_of(atom), [why, *why_more], 0.93)


def day_after_the_eve(anchor: date | None, atom: Atom, thread: Thread) -> date | None:
    """The day that "the next day" follows: after "the day before, he had ..." still the day of the story."""
    eve, scene = thread.day_focus, thread.scene
    if eve is None or scene is None or anchor != eve.day or not eve.background or eve.explicit:
        return anchor
    first, end = thread.sentence(atom)
    told_since = first > eve.token and not thread.pluperfect(first, end)
    return scene.day if told_since and (scene.day - eve.day).days == 1 else anchor


def _means_nowadays(atom: Atom, thread: Thread) -> bool:
    """Whether "today" opens a sentence in the present after a story of other years."""
    if thread.elsewhere is not None:
        return True
    focus, published = thread.latest, thread.published
    if focus is None or published is None or focus.paragraph != thread.paragraph:
        return False
    return focus.day.year <= published.year - _ANOTHER_TIME and thread.tense(atom) == ""
