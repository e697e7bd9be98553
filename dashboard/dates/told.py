"""The reader of what names again a time just told: "that day", "the same month", "the year-earlier period".

``resolve`` dispatches here.
"""

from dashboard.dates import reasons
from dashboard.dates.absolute import mod_of
from dashboard.dates.almanac import moved, unit_value
from dashboard.dates.find import Atom
from dashboard.dates.focus import Focus, Reading
from dashboard.dates.relative import of_a_day, weekend
from dashboard.dates.thread import Thread
from dashboard.model import Granularity

_APPOSED = frozenset({"offset", "deictic", "shift"})
_COUNTED_IN = frozenset({"D", "W", ""})
_UNITS_OF = {Granularity.QUARTER: "Q", Granularity.MONTH: "M", Granularity.HALF: "H", Granularity.DAY: "M"}


def read_same(atom: Atom, thread: Thread) -> Reading | None:
    """The same day, month, year as the thread's: "that day", "cette année-là", "the same month"."""
    unit = str(atom.slots["unit"])
    focus = thread.focus
    if unit == "D" and "years" not in atom.slots and (coarse := of_a_day(atom, thread)) is not None:
        return coarse
    if unit == "WE" and thread.published is not None:
        return weekend(thread.published, 0, atom, thread)
    if unit == "F":
        return Reading(*_as_told(focus), "", [reasons.COUNTED_THREAD], 0.7) if focus else None
    if unit == "season":
        return _same_season(atom, thread)
    anchor = thread.anchor("day" if unit == "D" else "focus")
    if unit == "D" and anchor and thread.published and anchor > thread.published:
        # "resumes Wednesday. ... earlier in the day": not of the day to come.
        anchor = thread.published if thread.tense(atom) == "past" else anchor
    if unit == "P" and (quarter := thread.quarter_focus) and quarter.paragraph == thread.paragraph:
        focus, anchor = quarter, quarter.day
    elif unit == "P" and "years" in atom.slots and anchor and thread.published and anchor > thread.published:
        focus, anchor = None, thread.published  # nothing is compared with what is to come
    elif (unit == "P" or atom.slots.get("running")) and _is_an_aside(focus, thread, unit):
        # "the lowest since 1983. In the year-ago period, ...": of what is told now.
        focus = None if unit == "W" else thread.present
        anchor = focus.day if focus else thread.published
    if "years" in atom.slots and anchor is not None:
        if unit == "Q" and focus is None:
            # Results are told of the quarter that has ended.
            anchor = moved(anchor, -1, "Q") or anchor
        anchor = moved(anchor, int(atom.slots["years"]), "Y")
        if unit == "P":
            unit = _UNITS_OF.get(focus.granularity, "Y") if focus else "Y"
    if anchor is None or (focus is None and unit == "D" and atom.slots.get("strict")):
        return Reading("DATE", "XXXX-XX-XX", "", [reasons.VAGUE], 0.3)
    return Reading("DATE", unit_value(anchor, unit), mod_of(atom), [reasons.COUNTED_THREAD], 0.8)


def name_the_day(counted: tuple[Atom, Reading], atom: Atom, reading: Reading, thread: Thread) -> None:
    """Gives a day that is counted the date named right after it: "three weeks later, on 9 September"."""
    before, count = counted
    if before.kind not in _APPOSED or atom.kind != "date" or "anchor" not in before.slots:
        return
    if str(before.slots.get("unit", "")) not in _COUNTED_IN or len(reading.value) != len("2019-09-09"):
        return
    between = " ".join(entry.word for entry in thread.tokens.entries[before.last + 1 : atom.first])
    if count.type == "DATE" and between in thread.lexicon.links.get("apposed", ()):
        count.value = reading.value
        count.reasons = [reasons.COUNTED_THREAD]


def _is_an_aside(focus: Focus | None, thread: Thread, unit: str) -> bool:
    """Whether the last date is of years before the publication, in a text that tells of its own time."""
    if focus is None or thread.published is None or thread.elsewhere is not None:
        return False
    to_come = unit == "W" and focus.day > thread.published
    return to_come or focus.day.year < thread.published.year - 1


def _as_told(focus: Focus) -> tuple[str, str]:
    """The type and value of the time that the text has just told."""
    return "TIME" if focus.granularity is Granularity.TIME else "DATE", focus.value


def _same_season(atom: Atom, thread: Thread) -> Reading | None:
    """The month of the publication in the year just told: "à la même époque"."""
    focus, published = thread.focus, thread.published
    if focus is None or published is None:
        return None
    value = f"{focus.day.year:04d}-{published.month:02d}"
    return Reading("DATE", value, mod_of(atom), [reasons.COUNTED_THREAD], 0.7)
