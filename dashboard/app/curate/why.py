"""Why each field of an event is as it is: the rule, the words behind it, what a reader made of it. Pure."""

from collections.abc import Mapping

from dashboard.app.curate.telling import field_name, field_said
from dashboard.model import Actor, Event
from dashboard.store.edits import FIELDS, differences
from dashboard.wording import labelled, message, quoted, reason

_HEADS = {
    "type": ("type by the word", "type guessed from who and where"),
    "mode": ("mode",),
    "status": (
        "dated before the publication",
        "dated after the publication",
        "denied or called off in the text",
        "only a possibility in the text",
        "planned in the text",
        "the verb is in the future",
        "open towards the present",
        "told as a fact",
        "told as the background of a dated act",
    ),
    "when": (
        "date belongs to the word itself",
        "date in the same clause",
        "date elsewhere in the sentence",
        "only known to be before or about",
        "the text says that it was on the day of publication",
        "the publication date is inferred",
        "told as just before this date",
        "the day of the dateline",
    ),
    "participants": ("actors ", "no actor is named"),
    "place": ("place ",),
}
"""How the reasons of an event begin, by the field that they are about; any other is about the whole."""
WHOLE = "whole"


def why(event: Event) -> dict[str, list[str]]:
    """The reasons of an event by field, in the order of ``FIELDS``; those about the whole event last."""
    found: dict[str, list[str]] = {name: [] for name in (*FIELDS, WHOLE)}
    for each in event.reasons:
        field = next((name for name, heads in _HEADS.items() if each.startswith(heads)), WHOLE)
        found[field].append(each)
    if event.when.reason:
        found["when"] += event.when.reason.split("; ")
    return {name: list(dict.fromkeys(phrases)) for name, phrases in found.items() if phrases}


def told(
    event: Event, machine: Event | None, actors: Mapping[str, Actor], language: str
) -> list[tuple[str, list[str]]]:
    """For each field its name and sentences: who chose it, what was read, and by which rule and words."""
    source = machine or event
    reasons = why(source)
    changed = differences(source, event)
    found: list[tuple[str, list[str]]] = []
    for name in (*FIELDS, WHOLE):
        said = [reason(each, language) for each in reasons.get(name, [])]
        if name == "when":
            said = [_words(source, language), *said]
        if name in changed:
            read = field_said(source, name, actors, language)
            said.insert(0, message("chosen by a reader; read as {value}", language, value=read))
        if said := [each for each in said if each]:
            called = message("The event", language) if name == WHOLE else field_name(name, language)
            found.append((called, said))
    own = [each for each in event.reasons if each not in source.reasons]
    if own:
        found.append((message("Readers", language), [reason(each, language) for each in own]))
    return found


def _words(event: Event, language: str) -> str:
    """The words that give the date."""
    words = dict.fromkeys(each.expression.text for each in event.evidence if each.expression)
    quotes = ", ".join(quoted(each, language) for each in words)
    return labelled(message("by the words", language), quotes, language) if quotes else ""
