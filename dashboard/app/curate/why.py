"""Why each field of an event is as it is: the rule, the words behind it, what a reader made of it. Pure."""

from collections.abc import Mapping

from dashboard.app.curate.telling import changed, field_name
from dashboard.events import explanation
from dashboard.model import Actor, Event
from dashboard.store.edits import FIELDS
from dashboard.wording import labelled, listed, message, quoted, reason

_WHOLE = "confidence"
"""The field of an explanation that is about the event as a whole."""


def told(
    event: Event, machine: Event | None, actors: Mapping[str, Actor], language: str
) -> list[tuple[str, list[str]]]:
    """For each field its name and sentences: who chose it, what was read, and by which rule and words."""
    source = machine or event
    reasons = _by_field(source, actors, language)
    chosen = {name: read for name, read, _now in changed(source, event, actors, language)}
    found: list[tuple[str, list[str]]] = []
    for name in (*FIELDS, _WHOLE):
        said = list(reasons.get(name, ()))
        if name == "when":
            said = [_words(source, language), *said]
        if name in chosen:
            said.insert(0, message("chosen by a reader; read as {value}", language, value=chosen[name]))
        if said := [each for each in said if each]:
            called = message("The event", language) if name == _WHOLE else field_name(name, language)
            found.append((called, said))
    own = [each for each in event.reasons if each not in source.reasons]
    if own:
        found.append((message("Readers", language), [reason(each, language) for each in own]))
    return found


def _by_field(event: Event, actors: Mapping[str, Actor], language: str) -> dict[str, dict[str, None]]:
    """The reasons of an event by the fields that a reader can change; those of a role are of the actors."""
    found: dict[str, dict[str, None]] = {}
    for one in explanation(actors, event, language):
        field = one.field if one.field in {*FIELDS, _WHOLE} else "participants"
        found.setdefault(field, {}).update(dict.fromkeys(one.reasons))
    return found


def _words(event: Event, language: str) -> str:
    """The words that give the date."""
    words = dict.fromkeys(each.expression.text for each in event.evidence if each.expression)
    quotes = listed((quoted(each, language) for each in words), language)
    return labelled(message("by the words", language), quotes, language) if quotes else ""
