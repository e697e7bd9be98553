"""The year of a month, or of a day, that is written without one. Readers of dates and of periods call it."""

from datetime import date, timedelta

from dashboard.dates import reasons
from dashboard.dates.almanac import nearest, safe_day
from dashboard.dates.asides import day_after_the_aside
from dashboard.dates.find import Atom
from dashboard.dates.focus import Focus
from dashboard.dates.rivals import rather
from dashboard.dates.thread import CLASS_REASONS, Thread
from dashboard.model import Granularity

_CLEARLY_NEAR, _CLEARLY_BEHIND = 150, 60
_NEAR = 7
_AS_FAR = 175
"""How many days ahead the nearest day is as far away as the one behind."""
_THIS_YEAR = 330
_COLONS = (":", "–", "—")
_STORY_FAR, _STORY_NEXT = 60, 45
_WITH_HEADING = 2
"""How many paragraphs on a story still is where a heading may stand between."""


def choose_year(
    atom: Atom, month: int, day: int | None, weekday: int | None, thread: Thread
) -> tuple[int, list[str], float] | None:
    """The year of a month (and day) without one, why, and how sure; None where nothing tells."""
    why = [reasons.NO_YEAR if day else reasons.MONTH_ONLY]
    if "focus_year" in atom.slots and (named := thread.latest):
        return named.day.year + int(atom.slots.get("years_on", 0)), [*why, reasons.COUNTED_THREAD], 0.9
    focus = thread.focus
    if focus is not None and focus.names(month) and thread.beside(atom):
        # "eleven months later, on 3 October"; "in 1976, in mid-July".
        return focus.day.year, [*why, reasons.COUNTED_THREAD], 0.9
    if focus is not None and day and _opened_by_year(focus, atom, thread):
        return focus.day.year, [*why, reasons.COUNTED_THREAD], 0.85
    if thread.headed is not None and "year_shift" not in atom.slots:
        return thread.headed, [*why, reasons.NEAREST_THREAD], 0.85
    awaited = day is None and thread.tokens.follows(atom.first, thread.lexicon.links.get("until", ()))
    tense = "" if awaited else thread.tense(atom)
    shifted = "year_shift" in atom.slots  # "on 19 December last year" is counted from now
    if not shifted and (after := _after_the_aside(atom, month, day or 15, tense, thread)):
        return after.year, [*why, reasons.COUNTED_THREAD], 0.85
    if tense == "future" and thread.lost:
        return None  # what is still to come is of the text's own time
    elsewhere = thread.elsewhere
    if tense == "future" and elsewhere is None and not day and (year := _just_over(atom, month, thread)):
        return year, [*why, reasons.NEAREST], 0.85
    if tense == "future" and not day and focus is not None and _looks_ahead(focus, atom, thread):
        return focus.day.year, [*why, reasons.COUNTED_THREAD], 0.85
    if elsewhere is not None and not thread.narrative and thread.published is not None and tense == "future":
        elsewhere = None
    if elsewhere is not None and day and _back_in_the_present(elsewhere, month, day, thread):
        entry = _next_entry(atom, elsewhere, month, day, thread)
        elsewhere = elsewhere if entry else None
    if elsewhere is not None and day and _background_over(elsewhere, atom, month, day, thread):
        elsewhere = None
    if elsewhere is not None and not day and _goes_back(elsewhere, month, thread):
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
    elif day and tense != "future" and (told := _story_goes_on(candidates, anchor, thread)):
        year, more, sure = told.year, [reasons.NEAREST_THREAD], 0.75
    else:
        year = _year_by_tense(atom, candidates, anchor, tense, thread, to_the_day=day is not None)
        more, sure = [reasons.NEAREST, *([CLASS_REASONS[tense]] if tense else [])], 0.9
    now = _of_now(atom, month, day, tense, thread)
    meant = year if now is None else rather(year, now, atom, (month, day), thread)
    if meant != year:
        year, more, sure = meant, [reasons.NEAREST if meant == now else reasons.NEAREST_THREAD], 0.75
    return year, [*why, *more], sure


def _of_now(atom: Atom, month: int, day: int | None, tense: str, thread: Thread) -> int | None:
    """The year that a date without one has if it is told of the publication's time."""
    published = thread.published
    candidates = _candidates(published, month, day or 15, reach=1) if published else []
    if published is None or not candidates:
        return None
    return _year_by_tense(atom, candidates, published, tense, thread, to_the_day=day is not None)


def _after_the_aside(atom: Atom, month: int, day: int, tense: str, thread: Thread) -> date | None:
    """The day that follows a full date named before in its sentence, if it hangs on that one."""
    before, published = thread.earlier_in(atom), thread.published
    if before is None:
        return None
    over = _candidates(published, month, day, reach=1) if published else []
    recent = max((one for one in over if published and one <= published), default=None)
    return day_after_the_aside(atom, _candidates(before.day, month, day, reach=1), recent, tense, thread)


def _year_in_story(
    atom: Atom, day: int | None, candidates: list[date], elsewhere: Focus, thread: Thread
) -> tuple[int, list[str], float]:
    """The year of a date in a story that is told of another time than the publication's."""
    anchor = elsewhere.day
    past = [one for one in candidates if one <= anchor]
    first = thread.sentence(atom)[0]
    # "had called on 13 May 2022; they had spoken again on 21 October": one past after the other
    going_on = elsewhere.background or (
        elsewhere.token >= first and thread.pluperfect(first, elsewhere.token)
    )
    if past and not going_on and thread.looks_further_back(atom):
        return past[-1].year, [reasons.NEAREST_THREAD, reasons.PAST_TENSE], 0.8
    if thread.published is not None and thread.tense(atom) == "past":
        # what is told in the past is not to come for its teller either
        over = [one for one in candidates if (one if day else one.replace(day=1)) <= thread.published]
        candidates = over or candidates
    within_a_year = elsewhere.granularity is not Granularity.YEAR
    if within_a_year and thread.tokens.follows(atom.first, thread.lexicon.links.get("since", ())[:3]):
        began = nearest(candidates, anchor)
        if began <= anchor:
            return began.year, [reasons.NEAREST_THREAD], 0.85  # "shelled since October, it fell silent"
    chosen = nearest(candidates, anchor, forward=True)
    if past and not day and _names_what_was(atom, past[-1], chosen, anchor, thread):
        return past[-1].year, [reasons.NEAREST_THREAD], 0.8
    if chosen.year < anchor.year and (own := _later_in_the_year(candidates, anchor, thread)):
        chosen = own
    if day and chosen < anchor and (onward := _on_from_the_last_day(candidates, elsewhere, thread)):
        chosen = onward
    if day and abs((chosen - anchor).days) > _STORY_FAR:
        chosen = _back_to_the_days(candidates, elsewhere, thread) or chosen
    return chosen.year, [reasons.NEAREST_THREAD], 0.85


def _names_what_was(atom: Atom, behind: date, ahead: date, told: date, thread: Thread) -> bool:
    """Whether a month only says which of what had been is meant: « juin : le vainqueur du vote d'avril »."""
    near = (told - behind).days <= _NAMED < (ahead - told).days
    return near and bool(thread.tokens.follows(atom.first, thread.lexicon.links.get("of", ())))


_NAMED = 150
"""How many days behind the story a month may lie by whose name something is called."""


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
    told = thread.day_focus or thread.focus
    if told is not None and not to_the_day and not tense and chosen > anchor:
        before = max((one for one in candidates if one <= told.day), default=None)
        if before is not None and _names_what_was(atom, before, chosen, told.day, thread):
            return before.year
    if to_the_day and not tense and (chosen - anchor).days > _AS_FAR:
        chosen = max((one for one in candidates if one <= anchor), default=chosen)  # as far ahead as behind
    if to_the_day and chosen > anchor:
        behind_us = [one for one in candidates if one <= anchor]
        # "had not begun before 15 January": nearer ahead, and yet behind.
        if thread.looks_further_back(atom) or thread.opens_a_past(atom):
            chosen = max(behind_us, default=chosen)
        elif over and (onward := _told_onward(behind_us, thread)):
            chosen = onward
    return chosen.year


def _told_onward(candidates: list[date], thread: Thread) -> date | None:
    """The day that goes on from the last one told, where that one is behind the publication as well."""
    last = thread.day_focus
    if last is None or last.deictic or thread.paragraph - last.paragraph > _WITH_HEADING:
        return None
    return next((one for one in candidates if 0 <= (one - last.day).days <= _STORY_NEXT), None)


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


def _opened_by_year(focus: Focus, atom: Atom, thread: Thread) -> bool:
    """Whether a past year opens the sentence of a day: "In 1990, having proclaimed it on 11 March"."""
    past = thread.published is not None and focus.day.year < thread.published.year
    same = focus.token >= thread.sentence(atom)[0]
    return past and same and focus.opening and focus.explicit and focus.granularity is Granularity.YEAR


def _background_over(elsewhere: Focus, atom: Atom, month: int, day: int, thread: Thread) -> bool:
    """Whether news that looked back tells again: "In 2022 they had signed. On 5 October he gave up"."""
    published, back = thread.published, thread.looked_back
    if published is None or back is None or thread.narrative or elsewhere.day.year != back.day.year:
        return False
    first, end = thread.sentence(atom)
    if back.token >= first or thread.pluperfect(first, end) or thread.tense(atom) != "past":
        return False
    recent = _candidates(published, month, day, reach=1)
    return any(0 <= (published - one).days <= _THIS_YEAR for one in recent)


def _next_entry(atom: Atom, elsewhere: Focus, month: int, day: int, thread: Thread) -> bool:
    """Whether a date heads the next entry of a chronicle, later in the year than the one before it."""
    entries = thread.tokens.entries
    opens = atom.first == 0 or entries[atom.first - 1] is thread.lexicon.break_
    heads = opens and atom.last + 1 < len(entries) and entries[atom.last + 1].word in _COLONS
    following = safe_day(elsewhere.day.year, month, day)
    return heads and following is not None and following >= elsewhere.day


def _back_in_the_present(elsewhere: Focus, month: int, day: int, thread: Thread) -> bool:
    """Whether news comes back to its own weeks in a new paragraph, after one of another year."""
    published = thread.published
    if published is None or thread.narrative or elsewhere.paragraph == thread.paragraph:
        return False
    if elsewhere.day.year == published.year:
        return False
    going_on = (safe_day(elsewhere.day.year + shift, month, day) for shift in (0, 1))
    close = any(one and 0 <= (one - elsewhere.day).days <= _STORY_NEXT for one in going_on)
    if thread.looking_back and (close or thread.present is None):
        return False
    if close and thread.present is None:
        return False  # nothing has been told of the weeks of the publication yet
    recent = _candidates(published, month, day, reach=1)
    return any(0 <= (published - one).days <= _STORY_FAR for one in recent)


def _goes_back(elsewhere: Focus, month: int, thread: Thread) -> bool:
    """Whether a month would lead a story back, in a new paragraph of news that it is not long ago for."""
    published = thread.published
    if published is None or thread.narrative or elsewhere.paragraph == thread.paragraph:
        return False
    if not elsewhere.granularity.to_the_day or month >= elsewhere.day.month:
        return False
    recent = _candidates(published, month, 15, reach=1)
    return any(0 <= (published - one).days <= _CLEARLY_NEAR for one in recent)


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


def _on_from_the_last_day(candidates: list[date], elsewhere: Focus, thread: Thread) -> date | None:
    """The day right after the last one told, over New Year's Day, where a month before it was named since.

    "It is said that the wave of 26 December made it. A had called in February. They came on 27 January".
    """
    last, published = thread.day_focus, thread.published
    if last is None or last.day <= elsewhere.day or thread.paragraph - last.paragraph > 1:
        return None
    if elsewhere.granularity.to_the_day or elsewhere.token < last.token:
        return None
    close = [one for one in candidates if 0 <= (one - last.day).days <= _STORY_NEXT]
    return next((one for one in close if published is None or one <= published), None)


def _back_to_the_days(candidates: list[date], elsewhere: Focus, thread: Thread) -> date | None:
    """The day that goes on from the last one told, where only a month or a year has been named since."""
    last = thread.day_focus
    if last is None or elsewhere.granularity not in {Granularity.MONTH, Granularity.YEAR}:
        return None
    if thread.paragraph - last.paragraph > 1 or last.day.year == elsewhere.day.year:
        return None
    if elsewhere.day > last.day and elsewhere.paragraph < thread.paragraph:
        return None  # the story had gone on before this paragraph
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
