"""The fields of an event in words, for whoever compares two versions: history, conflicts, what was read."""

from collections.abc import Mapping

from dashboard.app.naming import mode_name, type_name
from dashboard.model import Actor, Event
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
        return " / ".join(dict.fromkeys(event.titles.values())) or nothing
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


def _participants(event: Event, actors: Actors, language: str) -> str:
    said = []
    for each in event.participants:
        name = actors[each.actor].name(language) if each.actor in actors else each.actor
        said.append(f"{name} ({role_name(each.role.value, language)})")
    return format_list(said, language)
