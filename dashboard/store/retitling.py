"""Titles of corrected events: those that nobody typed are composed anew when their fields change. Pure.

Called by ``edits``.
"""

from collections.abc import Collection, Iterator, Mapping

from dashboard.events.ontology import kinds
from dashboard.events.titles import TITLED, compose
from dashboard.model import Actor, Event
from dashboard.wording import format_when

Actors = Mapping[str, Actor]


def retitled(
    before: Event,
    after: Event,
    wanted: Mapping[str, str],
    actors: Actors,
    taken: Collection[str] = (),
    *,
    anew: bool = False,
) -> dict[str, str]:
    """The titles of an event per language.

    Args:
        before: the event with the titles that it has.
        after: what it says now.
        wanted: the titles as a reader left them; one that is empty or missing is to be composed.
        actors: everyone that a title may name.
        taken: titles that other events have.
        anew: whether it may not keep the old title, because another event has it.
    """
    code = kind_of(before, after, actors)
    found = {}
    for language in dict.fromkeys([*TITLED, *before.titles, *wanted]):
        old, new = before.titles.get(language, ""), wanted.get(language, "").strip()
        if before.titles and language not in before.titles and not new:
            continue  # read before this language had titles: a correction is no reason for one
        follows = new == old and is_composed(before, old, actors, language)
        stale = anew or _subject(before, language) != _subject(after, language)
        if new and not (anew and new in taken) and not (follows and stale):
            found[language] = new
        elif language in TITLED:
            found[language] = composed(after, code, actors, language, taken)
        elif new:
            found[language] = new
    return found


def _subject(event: Event, language: str) -> tuple[object, ...]:
    """What a title is made of."""
    dated = format_when(event.when, language, short=True) in event.titles.get(language, "")
    return event.type, event.mode, event.participants, event.place, dated


def is_composed(event: Event, title: str, actors: Actors, language: str) -> bool:
    """Whether a title is one that would be composed for the event, rather than typed by somebody."""
    if not title:
        return True
    if language not in TITLED:
        return False
    return any(title in _choices(event, code, actors, language) for code in _kinds_of(event.type))


def composed(event: Event, code: str, actors: Actors, language: str, taken: Collection[str] = ()) -> str:
    """The richest title that no other event has; one with a number where all are taken."""
    last = ""
    for title in _choices(event, code, actors, language):
        if title not in taken:
            return title
        last = title
    number = 2
    while f"{last} ({number})" in taken:
        number += 1
    return f"{last} ({number})"


def _choices(event: Event, code: str, actors: Actors, language: str) -> Iterator[str]:
    """Titles of the event, richest first, then the same with its date."""
    plain = compose(event, code, actors, language)
    yield from plain
    day = format_when(event.when, language, short=True)
    yield from (f"{title} ({day})" for title in plain)


def _kinds_of(type_code: str) -> list[str]:
    return [code for code, kind in kinds().items() if kind.type == type_code]


def kind_of(before: Event, after: Event, actors: Actors) -> str:
    """The kind that words an event: the one that worded it before, else the plainest of its type and mode."""
    able = _kinds_of(after.type)
    if before.type == after.type and before.mode == after.mode:
        for language, title in before.titles.items():
            for code in able:
                if language in TITLED and title in _choices(before, code, actors, language):
                    return code
    fitting = [code for code in able if kinds()[code].mode == after.mode]
    plain = [code for code in able if kinds()[code].mode is None]
    return (fitting or plain or able or list(kinds()))[0]
