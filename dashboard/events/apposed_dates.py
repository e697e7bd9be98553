"""Dates of a sentence that stand side by side and say the same, or one after the other. Called by scenes."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.events.sentences import Sentence
from dashboard.model import Granularity, TimeExpression, When

_APPOSED = 2
"""How many words may stand between two dates that say the same: ", on"."""


def apposed(
    dates: Sequence[TimeExpression], sentence: Sentence, text: str, clock: frozenset[str]
) -> list[TimeExpression]:
    """The dates of a sentence, of two that say the same ("a month later, on 6 April") the finer one."""
    kept: list[TimeExpression] = []
    for one in dates:
        date = one
        if kept and (
            both := _days_on_end(kept[-1], date, sentence, text)
            or _day_and_hour(kept[-1], date, sentence, text)
        ):
            kept.pop()
            date = both
        if kept and kept[-1].when and date.when:
            _, last = sentence.span(kept[-1].start, kept[-1].end)
            first, _ = sentence.span(date.start, date.end)
            between = sentence.words[last:first]
            near = not between or (len(between) <= _APPOSED and between[0] == ",")
            same = between == ("(",) and _overlap(kept[-1].when, date.when)
            same = same or _same_day(kept[-1], date, between, clock)
            near = near or same
            if not near and _told_twice(kept[-1], date, between, clock):
                kept.pop()  # "six days earlier, shortly before midnight on 10 July"
            if near and _says_more(date, kept[-1]):
                kept.pop()
            elif near and (same or _width(date.when) > _width(kept[-1].when) or date.when == kept[-1].when):
                continue
        kept.append(date)
    return kept


def _overlap(one: When, other: When) -> bool:
    """Whether two dates share a day: "on Thursday (10 June)"."""
    ends = one.latest, other.latest
    if one.earliest is None or other.earliest is None or ends[0] is None or ends[1] is None:
        return False
    return one.earliest <= ends[1] and other.earliest <= ends[0]


def _days_on_end(
    one: TimeExpression, other: TimeExpression, sentence: Sentence, text: str
) -> TimeExpression | None:
    """Two days on end as one expression ("Thursday and Friday"), or None."""
    if one.when is None or other.when is None or one.when.latest is None or other.when.earliest is None:
        return None
    _, last = sentence.span(one.start, one.end)
    first, _ = sentence.span(other.start, other.end)
    days = one.when.granularity is Granularity.DAY and other.when.granularity is Granularity.DAY
    if not days or first - last != 1 or sentence.words[last] not in ("et", "and", "-", "–"):
        return None
    if (other.when.earliest - one.when.latest).days != 1:
        return None
    when = replace(one.when, edtf=f"{one.when.edtf}/{other.when.edtf}", latest=other.when.latest)
    return replace(one, text=text[one.start : other.end], end=other.end, when=when)


def _day_and_hour(
    one: TimeExpression, other: TimeExpression, sentence: Sentence, text: str
) -> TimeExpression | None:
    """A day with its hour beside it as one expression ("2:15 p.m. on Thursday"), or None."""
    if one.when is None or other.when is None or one.when.earliest != other.when.earliest:
        return None
    hours = [e.when.granularity is Granularity.TIME for e in (one, other) if e.when]
    _, last = sentence.span(one.start, one.end)
    first, _ = sentence.span(other.start, other.end)
    if not any(hours) or not 0 <= first - last <= 1 or "," in sentence.words[last:first]:
        return None
    when = one.when if hours[0] else other.when
    return replace(one, text=text[one.start : other.end], end=other.end, when=when)


def _same_day(
    one: TimeExpression, other: TimeExpression, between: tuple[str, ...], clock: frozenset[str]
) -> bool:
    """Whether a day is told with an hour of it beside it: "on 10 July, shortly before midnight"."""
    if one.when is None or other.when is None or one.when.earliest != other.when.earliest:
        return False
    hours = (one.when.granularity is Granularity.TIME) != (other.when.granularity is Granularity.TIME)
    return hours and all(word in clock for word in between)


def _told_twice(
    one: TimeExpression, other: TimeExpression, between: tuple[str, ...], clock: frozenset[str]
) -> bool:
    """Whether a day is counted and then written out, with at most a time of day between the two."""
    if one.when is None or other.when is None or one.when.earliest is None or other.when.earliest is None:
        return False
    days = one.when.granularity is Granularity.DAY and other.when.granularity.to_the_day
    apart = abs((other.when.earliest - one.when.earliest).days)
    part = between[:1] == (",",) and all(word in clock for word in between)
    return days and part and _spelled(other) and not _spelled(one) and apart <= _DOUBT


_DOUBT = 31
"""How many days a counted date may be off the one that is written out beside it."""


def _says_more(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether a date is finer than the one beside it, or as fine and spelled ("a week later, on 2 May")."""
    if one.when is None or other.when is None:
        return False
    widths = _width(one.when), _width(other.when)
    return widths[0] < widths[1] or (widths[0] == widths[1] and _spelled(one) and not _spelled(other))


def _spelled(date: TimeExpression) -> bool:
    return any(letter.isdigit() for letter in date.text)


def _width(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 10**6
    return (when.latest - when.earliest).days + (1 if when.approximate else 0)
