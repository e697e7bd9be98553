"""The reader of weekdays: alone, with "last" or "next", paired ("Thursday and Friday"), a week ago.

``resolve`` dispatches here; ``present`` tells where a weekday that no verb places is one to come.
"""

from datetime import date, timedelta

from dashboard.dates import reasons
from dashboard.dates.absolute import mod_of
from dashboard.dates.almanac import weekday_on
from dashboard.dates.find import Atom
from dashboard.dates.focus import Reading
from dashboard.dates.present import announces
from dashboard.dates.relative import anchored
from dashboard.dates.thread import CLASS_REASONS, Thread
from dashboard.model import Granularity

_SAME_WEEKDAY = 45
_LEAD = 1
"""The last paragraph that opens a text."""
_WEEKS = 70
"""Days before the publication in which a story is its news."""
_AGENDA = 10
_JUST_OVER = 3
_A_WEEK = 7
_NOT_YET = 3
_FOLLOWING = 30


def read_weekday(atom: Atom, thread: Thread) -> Reading | None:
    """A weekday alone or with last, this, next; parts of the day are joined later."""
    weekday = int(atom.slots["weekday"])
    shift = atom.slots.get("shift")
    anchor, _ = anchored(atom, thread)
    if thread.published is None and not _beside_a_day(thread):
        anchor = None  # "on Sunday" of a text without a date is of no year that it tells of
    if shift is None and thread.published is not None and _close_to_now(thread):
        anchor = thread.published
    if anchor != thread.published and _in_a_year_only(thread):
        # "the following Sunday" in 2015 is no day; what opens the text may still be news
        news = thread.paragraph <= _LEAD and atom.slots.get("anchor") != "focus"
        anchor = thread.published if news else None
    if "week_shift" in atom.slots and thread.published is not None:
        monday = thread.published - timedelta(days=thread.published.weekday())
        chosen = monday + timedelta(days=weekday - 1 + 7 * int(atom.slots["week_shift"]))
        if int(atom.slots["week_shift"]) < 0 and (thread.published - chosen).days < _JUST_OVER:
            chosen -= timedelta(days=7)  # on a Monday, "Sunday of last week" is not yesterday
        return Reading("DATE", chosen.isoformat(), "", [reasons.COUNTED_PUBLICATION], 0.93)
    if anchor is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}", "", [reasons.NEEDS_PUBLICATION], 0.3)
    why = [reasons.WEEKDAY_ONLY]
    tense = thread.tense(atom, told=False)
    if "of_the_story" in atom.slots and thread.day_focus is not None:
        chosen, why = weekday_on(thread.day_focus.day, weekday, "next"), [reasons.NEAREST_THREAD]
    elif shift == -1:
        chosen = weekday_on(anchor, weekday, "before")
        since = thread.tokens.follows(atom.first, thread.lexicon.links.get("since", ()))
        near = str(thread.lexicon.settings.get("weekday", "last")) == "nearest" and not since
        if near and anchor == thread.published and (anchor - chosen).days == 1:
            chosen -= timedelta(days=7)  # nobody says « lundi dernier » of yesterday
        why.append(reasons.LAST_ONE)
    elif shift == 1:
        chosen = weekday_on(anchor, weekday, "after")
        why.append(reasons.NEXT_ONE)
    elif shift == 0:
        chosen = weekday_on(anchor, weekday, "next" if tense == "future" else "nearest")
        why.append(reasons.NEAREST if anchor == thread.published else reasons.NEAREST_THREAD)
    else:
        chosen, more = _bare_weekday(anchor, atom, tense, thread)
        why += more
    if "weeks" in atom.slots:
        # "a week ago Friday": the Friday before the last one
        weeks = int(atom.slots["weeks"]) - int(atom.slots.get("from_the_last", 0))  # "two Fridays ago"
        chosen = weekday_on(anchor, weekday, "last") - timedelta(weeks=weeks)
        why = [reasons.COUNTED_PUBLICATION]
    elif "weeks_ahead" in atom.slots:
        chosen = weekday_on(anchor, weekday, "after") + timedelta(weeks=int(atom.slots["weeks_ahead"]))
        why = [reasons.COUNTED_PUBLICATION]
    elif shift is None and (paired := _paired(atom, weekday, thread)):
        chosen = paired
    thread.last_weekday = (atom.last, chosen)
    return Reading("DATE", chosen.isoformat(), mod_of(atom), why, 0.85)


def _beside_a_day(thread: Thread) -> bool:
    """Whether the text tells of a day of a year that it writes, which a weekday may be near."""
    focus = thread.focus
    return focus is not None and focus.granularity.to_the_day and focus.explicit


def _close_to_now(thread: Thread) -> bool:
    """Whether what is told is of the last weeks before the publication, from which weekdays are counted."""
    focus, published = thread.focus, thread.published
    if focus is None or published is None or focus.granularity is Granularity.YEAR:
        return False
    return 0 <= (published - focus.day).days <= _WEEKS


def _in_a_year_only(thread: Thread) -> bool:
    """Whether what the text tells of is known no closer than to its year, or to a month long ago."""
    focus, published = thread.focus, thread.published
    if focus is None or published is None:
        return focus is not None and focus.granularity is Granularity.YEAR
    far = (published - focus.day).days > _WEEKS
    return focus.granularity is Granularity.YEAR or (focus.granularity is Granularity.MONTH and far)


def _paired(atom: Atom, weekday: int, thread: Thread) -> date | None:
    """The weekday right after the one just named ("Thursday and Friday", "de mercredi à vendredi")."""
    if thread.last_weekday is None or not 1 < atom.first - thread.last_weekday[0] <= 3:
        return None
    between = range(thread.last_weekday[0] + 1, atom.first)
    words = " ".join(thread.tokens.entries[i].word for i in between)
    if words != "," and words not in thread.lexicon.links.get("shared", ()):
        return None
    return weekday_on(thread.last_weekday[1], weekday, "after")


def _dated_announcement(anchor: date, atom: Atom, thread: Thread) -> date | None:
    """The coming day just named with its weekday, from which others follow: "lundi 11 juin ... mardi"."""
    day = thread.day_focus
    if day is None or day.paragraph != thread.paragraph or anchor != thread.published:
        return None
    if (day.day - anchor).days <= _NOT_YET or atom.first - day.last > _FOLLOWING:
        return None
    return day.day if day.day in thread.named_days.values() else None


def _announces(anchor: date, thread: Thread) -> bool:
    """Whether the paragraph has just named a day that is to come: it goes on announcing."""
    day = thread.day_focus
    if day is None or day.paragraph != thread.paragraph or anchor != thread.published:
        return False
    return 0 < (day.day - anchor).days <= _AGENDA


def _long_named(named: date, anchor: date, thread: Thread) -> bool:
    """Whether a paragraph of news does not tell of the week in which such a day was named, long before."""
    told = thread.day_focus
    if anchor != thread.published or told is None or (anchor - named).days < _A_WEEK:
        return False
    here = told.paragraph == thread.paragraph
    since = named < told.day <= weekday_on(anchor, named.isoweekday(), "last")
    return since or ((anchor - named).days > _AGENDA and not here)


def _next_in_story(weekday: int, anchor: date, thread: Thread) -> date | None:
    """The next such day of days told one after the other in the present: « Le lendemain, ... Mercredi »."""
    told = thread.day_focus
    if told is None or told.background or told.deictic or told.perfect or anchor != thread.published:
        return None
    if told.paragraph != thread.paragraph or (anchor - told.day).days < _A_WEEK:
        return None
    if told.day.isoweekday() == weekday:
        return told.day  # « Le lendemain, un dimanche, »
    following = weekday_on(told.day, weekday, "after")
    return following if following <= anchor else None


def _due_then(weekday: int, anchor: date, atom: Atom, thread: Thread) -> date | None:
    """The next such day after one just told on which it was still to come: "said he would go on Tuesday"."""
    told = thread.day_focus
    if told is None or told.paragraph != thread.paragraph:
        return None
    if not thread.due_then(thread.sentence(atom)[0], atom.first):
        return None
    due = weekday_on(told.day, weekday, "after")
    near = told.day < due <= anchor and (anchor - told.day).days <= _AGENDA
    return due if near else None


def _bare_weekday(anchor: date, atom: Atom, tense: str, thread: Thread) -> tuple[date, list[str]]:
    """The day of a weekday without more: named before in the text, else the language's rule and tense."""
    weekday = int(atom.slots["weekday"])
    if tense == "past" and thread.tokens.follows(atom.first, thread.lexicon.links.get("ahead", ())):
        tense = "future"  # "announced a truce starting Saturday"
    named = thread.named_days.get(weekday)
    if named is not None and tense == "past" and anchor == thread.published and named > anchor:
        named = None  # "the fair of Sunday 28. ... died on Sunday"
    if named is not None and tense == "future" and named < anchor == thread.published:
        named = None  # "Wednesday 8 June ... will be heard on Wednesday"
    if named is not None and tense == "past" and _long_named(named, anchor, thread):
        named = None
    if named is not None and abs((named - anchor).days) <= _SAME_WEEKDAY:
        return named, [reasons.NEAREST_THREAD]
    rule = str(thread.lexicon.settings.get("weekday", "last"))
    if rule == "nearest" and tense != "past" and (after := _dated_announcement(anchor, atom, thread)):
        thread.named_days[weekday] = weekday_on(after, weekday, "after")
        return thread.named_days[weekday], [reasons.NEAREST_THREAD]
    if tense == "future" and (due := _due_then(weekday, anchor, atom, thread)):
        return due, [reasons.NEAREST_THREAD]
    if tense == "future":
        agenda = thread.day_focus.day if _announces(anchor, thread) and thread.day_focus else None
        chosen = weekday_on(anchor, weekday, "next")
        if agenda and chosen == anchor < agenda:
            chosen = weekday_on(agenda, weekday, "after")  # "on Sunday he will fly. ... is likely on Tuesday"
        return chosen, [reasons.NEXT_ONE, reasons.FUTURE_TENSE]
    if not tense and (going_on := _next_in_story(weekday, anchor, thread)):
        return going_on, [reasons.NEAREST_THREAD]
    if not tense and ((rule == "nearest" and _announces(anchor, thread)) or announces(atom, thread)):
        return weekday_on(anchor, weekday, "next"), [reasons.NEXT_ONE]
    if tense == "past" or rule == "last":
        why = [reasons.LAST_ONE]
        return weekday_on(anchor, weekday, "last"), [*why, CLASS_REASONS[tense]] if tense else why
    return weekday_on(anchor, weekday, "nearest"), [reasons.NEAREST]
