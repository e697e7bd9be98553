"""Readers of times of day, durations, repeated times, and of words that are too vague to place.

``resolve`` dispatches here; times take their day from the date beside them or from the thread.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from dashboard.dates import reasons
from dashboard.dates.absolute import mod_of
from dashboard.dates.find import Atom
from dashboard.dates.focus import Focus, Reading
from dashboard.dates.relative import of_a_day
from dashboard.dates.thread import Thread
from dashboard.model import Granularity

_NEAR_TOKENS = 4
_DAY = len("2019-05-03")
Readers = Mapping[str, Callable[[Atom, Thread], Reading | None]]
"""The reader of each kind of expression."""

_RANGE_TOKENS = 2
_NOON = 12
_SMALL_HOURS = "06:00"
_NEXT_DAYS = 9
_DARK = frozenset({"TNI", "TEV"})
_MORNING_ENDS = "08:00"
_REPEATED = re.compile(r"XXXX-(?:WXX-\d|XX-XX)|P1D$")
_HALVES: dict[str, tuple[str, float]] = {
    "CE": ("Y", 50),
    "DE": ("Y", 5),
    "Y": ("M", 6),
    "TH": ("TM", 30),
    "D": ("TH", 12),
    "TM": ("TS", 30),
}


def read_clock(atom: Atom, thread: Thread) -> Reading | None:
    """A time of day on the day that the thread speaks of."""
    return _timed(atom, _thread_day(thread, atom))


def read_daypart(atom: Atom, thread: Thread) -> Reading | None:
    """A part of the day on the day that the thread speaks of."""
    return _timed(atom, _thread_day(thread, atom))


def _thread_day(thread: Thread, atom: Atom) -> str | None:
    focus = thread.day_focus
    if focus is not None and _has_left(focus, atom, thread):
        focus = thread.scene
    published = thread.published
    if focus is not None and published is not None and focus.day < published and thread.regime is None:
        elsewhere = thread.sentence(atom)[0] > focus.token
        if elsewhere and not thread.narrative and thread.tense(atom) == "future":
            focus = None  # "hier ... Arrivée prévue vers 17 h": of today
    if focus is not None and published is not None and focus.day > published and thread.regime is None:
        later = thread.sentence(atom)[0] > focus.token and not thread.narrative
        if later and thread.tense(atom) == "past":
            focus = None  # "begins next Oct. 1. ... slipped to 142.85 in early trading": of today
    if focus is not None and focus.paragraph >= thread.paragraph - 1:
        if thread.pluperfect(*thread.sentence(atom)):
            return focus.day.isoformat()  # « avait affirmé dès l'aube »: before the night just told
        return _day_of(focus.value if _is_day(focus.value) else focus.day.isoformat(), atom)
    if published is None or _of_a_year(thread, atom, published.year):
        return None
    return published.isoformat()


def _of_a_year(thread: Thread, atom: Atom, present: int) -> bool:
    """Whether the sentence tells of another year, and of no day: "In 2015, after 4 p.m., he announced"."""
    told = thread.focus
    return (
        told is not None
        and told.granularity is Granularity.YEAR
        and told.day.year != present
        and told.token >= thread.sentence(atom)[0]
    )


def _has_left(focus: Focus, atom: Atom, thread: Thread) -> bool:
    """Whether the text has come back from a day that it told of in the pluperfect."""
    if not focus.background or "anchor" in atom.slots:
        return False
    first, end = thread.sentence(atom)
    if first > focus.token:
        return "same_day" not in atom.slots and not thread.pluperfect(first, end)
    # "Rescuers, who had stopped on 1 March, saw smoke around 4 p.m."
    return thread.told_since(focus.last + 1, atom.first)


def _night_over(atom: Atom, thread: Thread, published: date) -> date:
    """The day whose night "overnight" is: that which ended this morning, or the one before the day just told.

    The latter only looks back ("had asked overnight"), so that the thread stays where it is.
    """
    story, back = thread.day_focus, timedelta(days=1)
    told = story is not None and story.paragraph == thread.paragraph and published - story.day > 2 * back
    if story is None or not told or not thread.pluperfect(*thread.sentence(atom)):
        return published - back
    atom.slots["looks_back"] = True
    return story.day - back


def beside(atoms: Sequence[Atom], index: int) -> tuple[int, Atom | None]:
    """What follows a time of day, and the token after which it does: "between noon and 3pm on Monday"."""
    last, after = atoms[index].last, index + 1
    if after < len(atoms) and atoms[after].kind == "clock" and atoms[after].first - last <= _RANGE_TOKENS:
        last, after = atoms[after].last, after + 1
    return last, atoms[after] if after < len(atoms) else None


def read_attached(
    atom: Atom,
    thread: Thread,
    previous: tuple[Atom, Reading] | None,
    beside: tuple[int, Atom | None],
    readers: Readers,
) -> Reading | None:
    """A time of day, on the day written right beside it, else on the thread's."""
    if atom.slots.get("past_day") and thread.published and thread.tense(atom) == "past":
        return _timed(atom, _night_over(atom, thread, thread.published).isoformat())
    if atom.slots.get("day_from") == "pub":
        return _timed(atom, thread.published.isoformat() if thread.published else None)
    if "same_day" not in atom.slots and (day := _right_behind(atom, thread, beside, readers)) is not None:
        return _timed(atom, day)
    near = previous is not None and atom.first - previous[0].last <= _NEAR_TOKENS
    if near and thread.day_focus is not None:
        near = not _has_left(thread.day_focus, atom, thread)
    aside = thread.passing is not None and previous is not None and thread.passing.last == previous[0].last
    near = near and not aside  # "the heaviest trading since Oct. 16. By noon": of the day itself
    if near and previous is not None and _is_day(previous[1].value):
        return _timed(atom, _day_of(previous[1].value, atom))
    if previous is not None and atom.first - previous[0].last <= _NEAR_TOKENS:
        repeated = _REPEATED.match(previous[1].value)
        if repeated:
            return _timed(atom, repeated[0] if repeated[0] != "P1D" else None)
    ends, following = beside
    told = atom.slots.get("same_day")  # "that evening, and on Tuesday they"
    close = following is not None and not told and following.first - ends <= _NEAR_TOKENS
    close = close and following is not None and thread.sentence(atom)[1] > following.first
    if following is not None and close and following.kind in {"date", "weekday", "deictic", "numdate"}:
        reading = read_ahead(following, thread, readers)
        if reading is not None and _is_day(reading.value):
            return _timed(atom, reading.value)
    coarse = of_a_day(atom, thread) if "same_day" in atom.slots else None
    return coarse or _timed(atom, _thread_day(thread, atom))


def read_ahead(atom: Atom, thread: Thread, readers: Readers) -> Reading | None:
    """The reading of an expression before its turn; the thread stays where it is."""
    last = thread.last_weekday
    reading = readers[atom.kind](atom, thread)
    thread.last_weekday = last
    return reading


def _right_behind(
    atom: Atom,
    thread: Thread,
    beside: tuple[int, Atom | None],
    readers: Readers,
) -> str | None:
    """The day right behind a time of day: "midnight on 10 July"; one that is counted only once."""
    ends, following = beside
    if following is None or not 1 <= following.first - ends <= _RIGHT_BEHIND:
        return None
    counted = following.kind == "deictic" or (following.kind, following.slots.get("unit")) == ("shift", "D")
    if not counted and following.kind not in {"date", "weekday"}:
        return None
    parted = any(thread.tokens.entries[i].word in _PARTS for i in range(ends + 1, following.first))
    if parted or thread.sentence(atom)[1] <= following.first:
        return None
    reading = read_ahead(following, thread, readers)
    if reading is None or not _is_day(reading.value):
        return None
    if counted:
        thread.foreseen = following, reading
    return reading.value[:_DAY]


_PARTS = frozenset(",;:()")
_RIGHT_BEHIND = 2
"""How many tokens on a day may be that stands behind a time of day: "at 8.30 pm on the next day"."""


def _day_of(value: str, atom: Atom) -> str:
    """The day of a value; after a night or an evening, dawn and the small hours are the next day's."""
    time = time_of(atom)
    clocked = value[11:].replace(":", "").isdecimal()
    if time is not None and clocked and time < _SMALL_HOURS < value[11:] and _hours_apart(time, value[11:]):
        # "de 18 h à 2 h", but not "7:45 a.m. local time (0545 GMT)"
        return (date.fromisoformat(value[:10]) + timedelta(days=1)).isoformat()
    small_hours = value.endswith("TNI") and time is not None and time < _MORNING_ENDS
    next_day = small_hours or (value[10:] in _DARK and time == "MO")
    return (date.fromisoformat(value[:10]) + timedelta(days=next_day)).isoformat()


def _hours_apart(time: str, before: str) -> bool:
    """Whether a time lies so long before another that it is the next day's."""
    return int(before[:2]) - int(time[:2]) >= _NEXT_DAYS


def _is_day(value: str) -> bool:
    return len(value) >= 10 and value[:4].isdecimal() and value[4] == "-" and value[5:7].isdecimal()


def _timed(atom: Atom, day: str | None) -> Reading | None:
    time = time_of(atom)
    if time is None:
        return None
    why = [reasons.TIME_OF_DAY] if day else [reasons.TIME_OF_DAY, reasons.NEEDS_PUBLICATION]
    if atom.slots.get("daypart") in {"PRESENT_REF", "PAST_REF"}:
        return Reading("TIME", str(atom.slots["daypart"]), "", [reasons.VAGUE])
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}T{time}", mod_of(atom), why, 0.85 if day else 0.3)


def with_time(atom: Atom, reading: Reading) -> Reading:
    """The reading with the time of day that its own extent names ("Thursday night")."""
    if reading.type != "DATE" or (atom.kind == "date" and not _is_day(reading.value)):
        return reading
    time = time_of(atom)
    if time is None or not (_is_day(reading.value) or reading.value.startswith("XXXX")):
        return reading
    return Reading(
        "TIME",
        f"{reading.value}T{time}",
        reading.mod,
        [*reading.reasons, reasons.TIME_OF_DAY],
        reading.confidence,
    )


def time_of(atom: Atom) -> str | None:
    """The TIMEX3 time of a clock or a part of the day: "14:30", "MO"; None where there is no such time."""
    slots = atom.slots
    if "clock" in slots:
        hour, minute = slots["clock"]
    elif "n" in slots and slots.get("hourw", slots.get("daypart_half", atom.kind == "clock")):
        hour, minute = int(slots["n"]), int(slots.get("minute", 0))
    elif "hhmm" in slots:
        hour, minute = slots["hhmm"]
    elif "hour" in slots or "hourword" in slots:
        hour, minute = int(slots.get("hour", slots.get("hourword", 0))), int(slots.get("minute", 0))
    elif "daypart" in slots:
        return str(slots["daypart"])
    else:
        return None
    half = slots.get("ampm") or {"MO": "am", "AF": "pm", "EV": "pm"}.get(str(slots.get("daypart_half")))
    if slots.get("half"):
        minute = 30
    if half == "pm" and hour < _NOON:
        hour += 12
    elif half == "am" and hour == _NOON:
        hour = 0
    if hour > 24:
        return None
    zone = str(slots.get("zone", ""))
    return f"{hour:02d}:{minute:02d}{zone}"


def letter_of(unit: str) -> str:
    """The unit without a multiplier (``2W`` is weeks)."""
    return unit.lstrip("0123456789")


def read_duration(atom: Atom, thread: Thread) -> Reading | None:
    """A length of time: P2Y, PT30M, PXD where the count is vague."""
    del thread
    unit = str(atom.slots["unit"])
    many = 1
    if unit[0].isdecimal():
        digits = unit.rstrip("DWMYETCHQS")
        many, unit = int(digits), unit[len(digits) :]
    if unit == "WE":
        return Reading("DURATION", f"P{atom.slots.get('n', 1)}WE", mod_of(atom), [reasons.DURATION])
    count: float | int | str = atom.slots.get("decimal", atom.slots.get("n", "X"))
    if atom.slots.get("half"):
        count = "X" if count == "X" else float(count) + 0.5
    if atom.slots.get("low"):
        count = atom.slots["low"]
    if count == 0.5 and many == 1 and letter_of(unit) in _HALVES:
        unit, count = _HALVES[letter_of(unit)]
    if count != "X":
        count = float(count) * many * int(atom.slots.get("scale", 1))
        count = int(count) if float(count).is_integer() else count
    prefix, letter = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
    if letter == "H" and prefix == "P":
        count, letter = (6 * count if isinstance(count, int) else "X"), "M"
    more = ""
    if unit == "TH" and isinstance(count, float) and (2 * count).is_integer():
        count, more = int(count), "30M"
    more += _finer_units(atom, timed=prefix == "PT")
    return Reading("DURATION", f"{prefix}{count}{letter}{more}", mod_of(atom), [reasons.DURATION])


def _finer_units(atom: Atom, *, timed: bool) -> str:
    """What follows the first unit of a length: the "3M10D" of "two years, three months and ten days"."""
    more = ""
    for place in ("2", "3"):
        unit = str(atom.slots.get(f"unit{place}", ""))
        if not unit:
            break
        more += "T" if unit.startswith("T") and not timed else ""
        timed = timed or unit.startswith("T")
        more += f"{atom.slots[f'n{place}']}{unit.lstrip('T')}"
    return more


def read_set(atom: Atom, thread: Thread) -> Reading | None:
    """A repeated time: P1Y for every year, XXXX-WXX-2 for every Tuesday."""
    del thread
    slots = atom.slots
    if "value" in slots:
        value = str(slots["value"])
    elif "weekday" in slots:
        value = f"XXXX-WXX-{slots['weekday']}"
        if "daypart" in slots:
            value += f"T{slots['daypart']}"
    elif "month" in slots:
        day = slots.get("day") or slots.get("dayord")
        value = f"XXXX-{int(slots['month']):02d}" + (f"-{int(day):02d}" if day else "")
    elif "daypart" in slots:
        value = f"XXXX-XX-XXT{slots['daypart']}"
    elif "season" in slots:
        value = f"XXXX-{slots['season']}"
    elif "unit" in slots:
        unit = str(slots["unit"])
        prefix, letter = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
        count = slots.get("n", 1)
        if letter in {"Q", "H"} and prefix == "P":
            count, letter = int(count) * (3 if letter == "Q" else 6), "M"
        value = f"{prefix}{letter}" if letter[0].isdecimal() else f"{prefix}{count}{letter}"
    else:
        return None
    return Reading("SET", value, mod_of(atom), [reasons.SET])


def read_fixed(atom: Atom, thread: Thread) -> Reading | None:
    """A word with a fixed value: now (PRESENT_REF), recently (PAST_REF)."""
    if atom.slots.get("history") and not thread.narrative:
        return None  # "the former president": histories mark it, news does not
    if "tense" in atom.slots and thread.tense(atom) != atom.slots["tense"]:
        return None
    value = str(atom.slots.get("value") or atom.slots.get("ref") or atom.slots.get("refadj"))
    kind = str(atom.slots.get("type", "DATE"))
    return Reading(kind, value, mod_of(atom), [reasons.VAGUE], 0.7)
