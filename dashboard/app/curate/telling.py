"""The fields of an event in words, for whoever compares two versions: history, conflicts, what was read."""

from collections.abc import Mapping

from dashboard.app.naming import mode_name
from dashboard.events.ontology import type_name
from dashboard.model import Actor, Event
from dashboard.store.edits import differences
from dashboard.store.retitling import is_composed
from dashboard.wording import format_list, format_when, message, role_name, status_name

Actors = Mapping[str, Actor]


def field_name(name: str, language: str) -> str:
    """What a field of ``edits.FIELDS`` is called."""

    def t(text: str) -> str:
        return message(text, language)

    names = {
        "title": t("Title"),
        "when": t("Date"),
        "type": t("Type"),
        "mode": t("How"),
        "status": t("Status"),
        "participants": t("Actors"),
        "place": t("Place"),
        "note": t("Note"),
    }
    return names[name]


def field_said(event: Event, name: str, actors: Actors, language: str) -> str:
    """A field's value in words; "none" where there is nothing."""
    nothing = message("none", language)
    if name == "title":
        return event.title(language) if event.titles else nothing
    if name == "when":
        return f"{format_when(event.when, language)} ({event.when.edtf})"
    if name == "type":
        return type_name(event.type, language)
    if name == "mode":
        return mode_name(event.mode, language) or message("not said", language)
    if name == "status":
        return status_name(event.status.value, language)
    if name == "participants":
        return _participants(event, actors, language) or nothing
    if name == "place":
        return event.place.name(language) if event.place else nothing
    return event.note or nothing


def changed(before: Event, after: Event, actors: Actors, language: str) -> list[tuple[str, str, str]]:
    """For each field that a person changed: its name in ``edits.FIELDS``, what it said, and what it says.

    A title that follows the other fields is no change of its own.
    """
    return [
        (name, *said_apart(before, after, name, actors, language))
        for name in differences(before, after)
        if name != "title" or _titled_by_hand(before, after, actors)
    ]


def said_apart(one: Event, other: Event, name: str, actors: Actors, language: str) -> tuple[str, str]:
    """A field's value in two versions; a title in the page's language, or in one in which the two differ."""
    if name == "title" and one.title(language) == other.title(language):
        apart = [each for each in other.titles if other.titles[each] != one.titles.get(each)]
        language = apart[0] if apart else language
    return field_said(one, name, actors, language), field_said(other, name, actors, language)


def _titled_by_hand(before: Event, after: Event, actors: Actors) -> bool:
    """Whether a title that differs was typed, or was and is composed again."""
    return any(
        not (
            is_composed(before, before.titles.get(each, ""), actors, each)
            and is_composed(after, title, actors, each)
        )
        for each, title in after.titles.items()
        if title != before.titles.get(each)
    )


def _participants(event: Event, actors: Actors, language: str) -> str:
    said = []
    for each in event.participants:
        name = actors[each.actor].name(language) if each.actor in actors else each.actor
        said.append(f"{name} ({role_name(each.role.value, language)})")
    return format_list(said, language)
