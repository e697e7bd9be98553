"""The year of what follows a full date in its sentence: "The talks, broken off in 2020, resumed in May".

``years`` asks first of all; ``periods`` does for seasons.
"""

from datetime import date, timedelta

from dashboard.dates.find import Atom, written_day
from dashboard.dates.focus import Focus
from dashboard.dates.thread import Thread
from dashboard.model import Granularity

_OF_NOW, _OF_LATE = 150, 60
_SOON_AFTER = 62
_A_YEAR = 366


def day_after_the_aside(
    atom: Atom, candidates: list[date], recent: date | None, tense: str, thread: Thread
) -> date | None:
    """The first of the days, given in order, from the full date that its sentence named before it.

    None where there is no such date, or where the day hangs on something else: on the publication, if it
    is not long before it (``recent``), or on the time that is told of; unless it follows the date closely.
    """
    named = thread.earlier_in(atom)
    if named is None or tense == "future" or _since(atom, thread):
        return None
    begins = _from(named, atom)
    following = next((one for one in candidates if one >= begins), None)
    if following is None or (thread.published is not None and following > thread.published):
        return None
    if named.within and ("shift" in atom.slots or thread.pluperfect(named.last + 1, atom.first)):
        return following  # "cut in June 2018 and then restored that December", "had resumed in December"
    if named.within and not named.explicit:
        return following  # "cut in June 2018, was restored in July and cut again in January"
    away = (following - begins).days
    if (story := thread.elsewhere) is not None:
        past_it = named.day >= story.day or story.paragraph != thread.paragraph
        return following if named.within and (past_it or away <= _SOON_AFTER) else None
    if recent is None or thread.published is None:
        return following
    ago = (thread.published - recent).days
    loose = thread.told_loosely(thread.sentence(atom)[0], named.token)
    if away <= min(ago, _SOON_AFTER) and not loose:
        return following
    return None if ago <= (_OF_NOW if loose or _tells_of_now(thread) else _OF_LATE) else following


def _tells_of_now(thread: Thread) -> bool:
    """Whether the paragraph had named a day of the last year before the sentence named another time."""
    if thread.present_in == thread.paragraph:
        return True
    before, published = thread.main, thread.published
    if thread.aside is None or published is None:
        return False
    if before is None:
        return True
    return before.paragraph == thread.paragraph and (published - before.day).days <= _A_YEAR


def _from(named: Focus, atom: Atom) -> date:
    """The day from which something can follow a date; months count from their middle, as candidates do."""
    months = named.granularity is Granularity.MONTH and written_day(atom) is None
    return named.day + timedelta(days=14) if months else named.day


def _since(atom: Atom, thread: Thread) -> bool:
    """Whether something has gone on since a day or is due by it: neither follows what was named."""
    links, due = thread.lexicon.links, thread.lexicon.roles.get("deadline", ())
    return bool(thread.tokens.follows(atom.first, (*links.get("since", ())[:3], *due)))
