"""Words that stand typed in a form's boxes without a choice: what Enter and Save make of them.

``assets/standing.js`` sends them as ``{"box", "text", "first"}``: ``first`` where somebody pressed Enter and
so means what the list offers first. Actors that are on their way into the form come along with Save as well.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, State, no_update, set_props

from dashboard.app.curate import people
from dashboard.app.curate.suggestions import (
    NEW,
    Known,
    actors_like,
    fresh,
    key_of,
    place_of,
    place_said,
    places_like,
)
from dashboard.app.curate.typed import FormError, Values
from dashboard.app.workspace import Workspace
from dashboard.events import ontology
from dashboard.events.ontology import type_name
from dashboard.gazetteer import fold_key
from dashboard.model import Actor, Timeline
from dashboard.wording import message

Asked = Mapping[str, Any]


def taken(values: Values, standing: Iterable[Asked], timeline: Timeline, language: str) -> Values:
    """The values of a form with what still stands typed in its boxes taken too.

    Raises:
        FormError: it is nothing that such a box can hold.
    """
    now = values | {"people": [dict(row) for row in values["people"]]}
    for asked in standing:
        box, text = asked.get("box"), str(asked.get("text") or "")
        if box == "people-add":
            key = people.wanted(asked, timeline, language)
            now["people"] = people.added(now["people"], key, timeline, language)
        elif not isinstance(box, Mapping):
            continue
        elif box.get("name") == "place":
            now["place"] = _place(now["place"], asked, timeline, language)
        elif box.get("name") == "type":
            now["type"] = _type(text, language, first=bool(asked.get("first")))
        elif box.get("name") == "parent" and int(box["at"]) < len(now["people"]):
            found = actors_like(timeline, text, language, people.PARENTS)
            now["people"][int(box["at"])]["parent"] = _parent(found, asked, language)
    return now


def _parent(found: Sequence[Known[Actor]], asked: Asked, language: str) -> str:
    text = str(asked.get("text") or "")
    key = key_of(found, text, first=bool(asked.get("first")))
    if key is None:
        raise _nothing(text, "Belongs to", language)
    return key


def _place(key: str, asked: Asked, timeline: Timeline, language: str) -> str:
    text = str(asked.get("text") or "")
    here = place_of(key, timeline, language) if key else None
    if here and text == place_said(here, language):
        return key
    found = places_like(timeline, text, language)
    return key_of(found, text, first=bool(asked.get("first"))) or fresh(text)


def _type(text: str, language: str, *, first: bool) -> str:
    words = fold_key(text.strip())
    named = {code: fold_key(type_name(code, language)) for code in ontology.types()}
    same = [code for code, name in named.items() if name == words]
    near = [code for code, name in named.items() if first and words in name]
    if not (same or near):
        raise _nothing(text, "Type", language)
    return (same or near)[0]


def _nothing(text: str, label: str, language: str) -> FormError:
    said = message(
        "“{words}” is not in the list of “{field}”: choose from the list.",
        language, words=text.strip()[:60], field=message(label, language),
    )  # fmt: skip
    return FormError({label: said})


def answer(asked: Asked, timeline: Timeline, language: str) -> dict[str, Any]:
    """What becomes of a box whose words were taken: the choice that they mean, or why there is none."""
    text, first = str(asked.get("text") or ""), bool(asked.get("first"))
    name = asked["box"].get("name")
    try:
        if name == "type":
            return {"value": _type(text, language, first=first), "error": ""}
        if name == "place":
            key = _place("", asked, timeline, language)
            place = place_of(key, timeline, language)
            said = place_said(place, language) if place else ""
            label = message("New place: {name}", language, name=said) if key.startswith(NEW) else said
        else:
            found = actors_like(timeline, text, language, people.PARENTS)
            key = _parent(found, asked, language)
            label = next(each.said for each in found if each.meant.id == key)
    except FormError as fault:
        return {"error": str(fault)}
    return {"data": [{"value": key, "label": label}], "value": key, "error": ""}


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; what was typed into a box is taken when somebody presses Enter or leaves it."""

    @app.callback(
        Output("form-answered", "data"),
        Input("form-entered", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def enter(asked: Asked | None, language: str) -> Any:
        if not asked:
            return no_update
        for each in asked["boxes"]:
            set_props(each["box"], answer(each, workspace.timeline(), language))
        return asked["at"]
