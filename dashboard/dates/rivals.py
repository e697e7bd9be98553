"""The year of a date without one, where the story that a text tells and its publication offer different ones.

"The run-off of 30 September 2023 ... He was sworn in on 17 November ... the last soldier left on 9 May", read
in August 2025: each offer has a price, and the cheapest year is meant. The prices were fitted on the dates
without a year of our gold and of the public corpora (1,841 of them; ``docs/dates.md``). ``years`` asks.
"""

from collections.abc import Iterator
from datetime import date

from dashboard.dates.almanac import safe_day
from dashboard.dates.find import Atom
from dashboard.dates.focus import Focus
from dashboard.dates.thread import Thread
from dashboard.model import Granularity

_MARGIN = 0.3
"""By how much another year must be cheaper than the one that the rules chose."""
_MARGIN_HERE = 1.6
"""The same for the publication's year, where the paragraph has just written another one."""
_SOON = 730
"""How many days behind what was told the next written date may lie for what is between them."""
_LEAD = 6
"""How many words before a date the "since" may stand that leads to it."""
_MIDMONTH = 15
_TO_COME = 20
"""Days after the publication from which a date is ahead."""

_BEHIND = ((95, 0.3), (150, 1.5), (270, 2.0))
"""The price of the publication's offer by the days between them; further, ``_LONG_AGO``."""
_LONG_AGO, _AHEAD = 2.8, 1.5
_NARRATIVE, _LOOKING_BACK, _NOTHING_NEAR, _NO_NEWS, _NEWS_HERE = 1.8, 1.4, 0.3, 1.8, -0.8

_ONWARD = ((0, 0.3), (31, 0.1), (60, -0.3), (100, -0.1), (180, 1.8))
"""The price of going on from a date told, by the days in between; further, ``_FAR_ON``."""
_BACK = ((31, 1.2), (240, 3.0))
_FAR_ON, _FAR_BACK = 2.2, 4.0
_IN_YEAR, _OUT_OF_YEAR, _COARSE = 1.8, 3.0, 0.4
_SAME_SENTENCE, _PARAGRAPHS_ON, _FURTHER_ON = -1.2, (1.2, 2.1), 3.3
_LAST_DAY, _BACKGROUND, _UNWRITTEN, _OPENING = 1.7, 3.2, -0.3, -2.0
_BETWEEN = -1.5
_BACKGROUND_MONTH = 2.0
_STILL_TO_COME, _HAD_BEEN, _TURNED, _TOLD = 3.0, -0.8, 1.0, -1.5
_APART = 1.5
_CAME_BACK, _LATELY = 1.5, 2


def rather(chosen: int, present: int, atom: Atom, named: tuple[int, int | None], thread: Thread) -> int:
    """The year that is meant: ``chosen`` by the rules, unless another one is clearly cheaper.

    ``present`` is the year that the publication offers, ``named`` the month and the day, if one is written.
    """
    published = thread.published
    since = thread.tokens.follows(atom.first, thread.lexicon.links.get("since", ())[:3])
    if published is None or since or (chosen == present and thread.tense(atom) == "future"):
        return chosen
    prices: dict[int, float] = {}
    for year, price in _offers(present, atom, named, published, thread):
        prices[year] = min(price, prices.get(year, price))
    if chosen not in prices:
        return chosen
    best = min(prices, key=lambda year: prices[year])
    if best != present and (thread.narrative or chosen != present):
        return chosen  # the rules know better how a story goes on
    if best == present and thread.looking_back and thread.present is None:
        return chosen  # nothing has been told of the publication's time yet
    told = thread.focus
    written = best == present and told is not None and told.explicit and told.paragraph == thread.paragraph
    written = written and not (told is not None and _came_back(told, atom, thread))
    margin = _MARGIN_HERE if written else _MARGIN
    return best if prices[best] + margin < prices[chosen] else chosen


def _offers(
    present: int, atom: Atom, named: tuple[int, int | None], published: date, thread: Thread
) -> Iterator[tuple[int, float]]:
    """The years that may be meant, each with its price; a year may be offered more than once."""
    month, day = named
    tense = thread.tense(atom)
    found = safe_day(present, month, day or _MIDMONTH)
    if found is not None:
        yield present, _price_of_now(found, published, thread)
    first, end = thread.sentence(atom)
    had = thread.pluperfect(first, end)
    told: set[int] = set()
    for focus in (thread.focus, thread.day_focus, thread.timeline):
        if focus is None or focus.token in told or focus.within or _measures(focus, thread):
            continue  # "The treaty of 8 December 1987 was denounced on 2 February": nothing is told of 1987
        told.add(focus.token)
        extra = _LAST_DAY if focus is thread.day_focus and focus is not thread.focus else 0.0
        extra += (
            _SAME_SENTENCE if focus.token >= first else _paragraphs_on(thread.paragraph - focus.paragraph)
        )
        extra += _standing(focus) + (_TOLD if thread.narrative else 0.0)
        extra += _APART if focus.apart else 0.0
        extra += _CAME_BACK if _came_back(focus, atom, thread) else 0.0
        for year in range(focus.day.year - 1, focus.day.year + 2):
            then = safe_day(year, month, day or _MIDMONTH)
            if then is not None:
                step, back = _step(focus, then, to_the_day=day is not None)
                ahead = _STILL_TO_COME if tense == "past" and then > published else 0.0
                turn = (_HAD_BEEN if had else _TURNED) if back else 0.0
                led = _between(focus, then, thread.coming)
                yield year, step + extra + ahead + turn + (_BETWEEN if led else 0.0)


def _came_back(focus: Focus, atom: Atom, thread: Thread) -> bool:
    """Whether what had been before is left: "Moscow had halted it in 2007. Putin asked parliament in May"."""
    first, end = thread.sentence(atom)
    long_ago = thread.published is not None and focus.day.year < thread.published.year - _LATELY
    if not long_ago or focus.token >= first or thread.pluperfect(first, end):
        return False
    if not focus.perfect and thread.perfect(atom):
        return True  # « Il la reconnut en juin 2017. Il a juré le 20 janvier »
    left = (focus.background and focus.explicit) or focus.apart
    return left and not thread.retelling


def _price_of_now(found: date, published: date, thread: Thread) -> float:
    """The price of a date's being near the publication."""
    away = (published - found).days
    price = _AHEAD if away < -_TO_COME else _by_days(abs(away), _BEHIND, _LONG_AGO)
    if thread.narrative:
        price += _NARRATIVE
    elif thread.looking_back:
        price += _LOOKING_BACK
    if published.year not in thread.years:
        price += _NOTHING_NEAR
    if thread.present is None:
        return price + _NO_NEWS
    return price + (_NEWS_HERE if thread.present.paragraph == thread.paragraph else 0.0)


def _step(focus: Focus, then: date, *, to_the_day: bool) -> tuple[float, bool]:
    """The price of going from what was told to a day, and whether that is back."""
    away = (then - focus.day).days
    if focus.granularity is Granularity.YEAR:
        return (_IN_YEAR if then.year == focus.day.year else _OUT_OF_YEAR), away < 0
    coarse = 0.0 if focus.granularity.to_the_day else _COARSE
    if (coarse or not to_the_day) and (then.year, then.month) == (focus.day.year, focus.day.month):
        away = max(0, away)  # on any day of the month
    price = _by_days(away, _ONWARD, _FAR_ON) if away >= 0 else _by_days(-away, _BACK, _FAR_BACK)
    return coarse + price, away < 0


def _standing(focus: Focus) -> float:
    """The price of how a date was told: as background, opening its sentence."""
    price = 0.0
    if focus.background:  # "In 2014 Sweden had": more is told of a month than of a year looked back on
        price = _BACKGROUND if focus.granularity is Granularity.YEAR else _BACKGROUND_MONTH
    price += 0.0 if focus.explicit else _UNWRITTEN
    return price + (_OPENING if focus.opening else 0.0)


def _between(focus: Focus, then: date, coming: date | None) -> bool:
    """Whether a day lies between what was told and what the paragraph writes next, not long after it."""
    near = coming is not None and (coming - focus.day).days <= _SOON
    return near and coming is not None and focus.day <= then <= coming


def _measures(focus: Focus, thread: Thread) -> bool:
    """Whether a date is only what another is measured by: "the slowest gain since a drop in May 1986"."""
    lead = thread.tokens.entries[max(0, focus.token - _LEAD) : focus.token]
    return any(entry.word in thread.lexicon.links.get("since", ())[:1] for entry in lead)


def _paragraphs_on(count: int) -> float:
    return _PARAGRAPHS_ON[count] if count < len(_PARAGRAPHS_ON) else _FURTHER_ON


def _by_days(days: int, prices: tuple[tuple[int, float], ...], further: float) -> float:
    return next((price for limit, price in prices if days <= limit), further)
