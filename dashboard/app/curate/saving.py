"""What happens to a form: the live reading of its date, suggestions of places, and saving it.

What cannot be saved stays in the form with a sentence; two people at one event get a choice (``conflict``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from dash import ALL, Dash, Input, Output, State, no_update

from dashboard.app.acting import author
from dashboard.app.curate import people, standing
from dashboard.app.curate.commands import NEWS, done, titles_of
from dashboard.app.curate.conflict import chosen, clashing, register_choices
from dashboard.app.curate.form import field, reading_of
from dashboard.app.curate.standing import taken
from dashboard.app.curate.suggestions import options, place_of, place_said, places_like
from dashboard.app.curate.typed import FormError, Meant, Values, meant
from dashboard.app.workspace import Workspace
from dashboard.errors import DetenteError
from dashboard.formats import read_event
from dashboard.model import Event, Evidence, Timeline
from dashboard.store import Change, ConflictError
from dashboard.store.edits import edited, evidence_of, fields_of, made_by_hand
from dashboard.wording import message

Begun = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a form asks for: an event with its new actors, in place of the version ``base``."""

    event: Event
    base: int
    meant: Meant
    before: Event | None


def wanted(workspace: Workspace, values: Values, begun: Begun, language: str) -> Wanted:
    """The event that a form means.

    Raises:
        FormError: some field means nothing.
    """
    timeline = workspace.timeline()
    known = workspace.project.actors()
    before = event_before(workspace, begun)
    reference = date.fromisoformat(begun["reference"]) if begun.get("reference") else None
    found = meant(values, timeline, language, event=before, reference=reference, known=known)
    everyone = known | {each.id: each for each in found.newcomers}
    if before is not None:
        event = edited(before, found.fields, everyone, titles_of(timeline, before.id))
    else:
        evidence = _evidence(timeline, begun)
        event = made_by_hand(
            f"hand-{uuid4().hex[:10]}", found.fields, everyone, evidence, titles_of(timeline)
        )
    return Wanted(event, int(begun.get("base") or 0), found, before)


def event_before(workspace: Workspace, begun: Begun) -> Event | None:
    """The event as the reader saw it when the form was opened; None for a new one."""
    if not begun.get("event"):
        return None
    texts = {article.id: article.text for article in workspace.timeline().articles}
    return read_event(begun["event"], texts, workspace.project.actors())


def _evidence(timeline: Timeline, begun: Begun) -> Sequence[Evidence]:
    if not begun.get("words"):
        return ()
    article, start, end = begun["words"]
    return (
        evidence_of(
            timeline.article(str(article)), int(start), int(end), timeline.expressions.get(str(article), ())
        ),
    )


def gathered(ids: Sequence[Mapping[str, str]], fields: Sequence[Any], rows: list[dict[str, str]]) -> Values:
    """The values of a form from the fields that Dash hands over."""
    values: Values = {each["name"]: value or "" for each, value in zip(ids, fields, strict=True)}
    values["mode"] = "" if values.get("mode") == "-" else values.get("mode", "")
    return values | {"people": rows}


def save(workspace: Workspace, values: Values, begun: Begun, who: str, language: str) -> dict[str, Any]:
    """What the page is told after an attempt to save: news, faults, or the choice between two versions."""
    try:
        asked = wanted(workspace, values, begun, language)
        if asked.event is asked.before:
            return {"revision": no_update, "goto": {"show": None, "event": asked.event.id}}
        revision = workspace.project.change(
            [Change(asked.event.id, asked.event, asked.base)],
            author=who,
            action="edit" if asked.before else "add event",
            actors=asked.meant.newcomers,
        )
    except FormError as fault:
        return {"fault": " ".join(fault.faults.values())}
    except ConflictError as clash:
        return {"conflict": clashing(workspace, clash, values, dict(begun), language)}
    except DetenteError as fault:
        return {"fault": message(str(fault), language)}
    said = message("Saved: {title}", language, title=asked.event.title(language))
    where = {"show": None, "seed": None, "event": asked.event.id}
    return {"revision": revision, "done": done(said, language), "goto": where}


def settle(
    workspace: Workspace, choices: Mapping[str, str], kept: Mapping[str, Any], who: str, language: str
) -> dict[str, Any]:
    """What the page is told after somebody chose between two versions of an event."""
    values, begun = dict(kept["values"]), dict(kept["begun"])
    try:
        asked = wanted(workspace, values, begun, language)
        timeline, event = workspace.timeline(), asked.event
        theirs = next((each for each in timeline.events if each.id == event.id), None)
        if theirs is not None:
            everyone = workspace.project.actors() | {each.id: each for each in asked.meant.newcomers}
            fields = chosen(theirs, fields_of(event), choices)
            event = edited(theirs, fields, everyone, titles_of(timeline, event.id))
        revision = workspace.project.change(
            [Change(event.id, event, int(kept["base"]))],
            author=who,
            action="edit" if theirs else "restore",
            actors=asked.meant.newcomers,
        )
    except ConflictError as clash:
        return {"conflict": clashing(workspace, clash, values, begun, language)}
    except DetenteError as fault:
        return {"fault": message(str(fault), language)}
    said = message("Saved: {title}", language, title=event.title(language))
    return {
        "revision": revision,
        "done": done(said, language),
        "goto": {"show": None, "seed": None, "event": event.id},
        "conflict": None,
    }


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; connects the form."""
    people.register(app, workspace)
    register_choices(app)
    _register_reading(app, workspace)
    _register_saving(app, workspace)
    standing.register(app, workspace)

    @app.callback(
        output=[
            *NEWS,
            Output("conflict-fault", "children"),
            Output("conflict-room", "children", allow_duplicate=True),
        ],
        inputs={"clicks": Input("conflict-save", "n_clicks")},
        state={
            "sides": State({"type": "choice", "name": ALL}, "value"),
            "ids": State({"type": "choice", "name": ALL}, "id"),
            "kept": State("conflict-data", "data"),
            "who": State("who", "data"),
            "language": State("tongue", "data"),
        },
        prevent_initial_call=True,
    )
    def choose(
        *, clicks: int | None, sides: list[str], ids: list[dict[str, str]], kept: dict[str, Any], who: str,
        language: str,
    ) -> tuple[Any, ...]:  # fmt: skip
        if not clicks:
            return (no_update,) * 5
        choices = {each["name"]: side for each, side in zip(ids, sides, strict=True)}
        return _answer(settle(workspace, choices, kept, author(who), language))


def _answer(told: Mapping[str, Any]) -> tuple[Any, ...]:
    news = (told.get(name, no_update) for name in ("revision", "done", "goto"))
    return (*news, told.get("fault", ""), told.get("conflict", no_update))


def _register_reading(app: Dash, workspace: Workspace) -> None:

    @app.callback(
        Output("when-reading", "children"),
        Output("when-reading", "className"),
        Input(field("when"), "value"),
        State("form-begun", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def read(text: str | None, begun: Begun, language: str) -> tuple[str, str]:
        reference = date.fromisoformat(begun["reference"]) if begun.get("reference") else None
        said, good = reading_of(text or "", reference, language, begun.get("year"))
        return said, "when-reading" if good else "when-reading doubtful"

    @app.callback(
        Output(field("place"), "data"),
        Input(field("place"), "searchValue"),
        State(field("place"), "value"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def suggest(text: str | None, picked: str | None, language: str) -> Any:
        timeline, words = workspace.timeline(), text or ""
        here = place_of(picked, timeline, language) if picked else None
        said = place_said(here, language) if here else ""
        if here and words in {said, message("New place: {name}", language, name=said)}:
            return (
                no_update  # the field shows what was picked: it would forget it if the list did not hold it
            )
        found = options(places_like(timeline, words, language), words, message("New place: {name}", language))
        if here and picked not in {each["value"] for each in found}:
            found.append({"value": str(picked), "label": said})
        return found


def _register_saving(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        output=[
            *NEWS,
            Output("form-fault", "children"),
            Output("conflict-room", "children", allow_duplicate=True),
        ],
        inputs={"clicks": Input("form-save", "n_clicks")},
        state={
            "fields": State({"type": "field", "name": ALL}, "value"),
            "names": State({"type": "field", "name": ALL}, "id"),
            "rows": State("people", "data"),
            "chosen": State({"type": "person-field", "name": ALL, "at": ALL}, "value"),
            "chosen_ids": State({"type": "person-field", "name": ALL, "at": ALL}, "id"),
            "typed": State("form-standing", "data"),
            "begun": State("form-begun", "data"),
            "who": State("who", "data"),
            "language": State("tongue", "data"),
        },
        prevent_initial_call=True,
    )
    def store(
        *, clicks: int | None, fields: list[Any], names: list[dict[str, str]], rows: list[dict[str, str]],
        chosen: list[Any], chosen_ids: list[dict[str, Any]], typed: list[dict[str, Any]] | None,
        begun: Begun, who: str, language: str,
    ) -> tuple[Any, ...]:  # fmt: skip
        if not clicks:
            return (no_update,) * 5
        values = gathered(names, fields, people.gathered(rows, chosen_ids, chosen))
        try:
            values = taken(values, typed or (), workspace.timeline(), language)
        except FormError as fault:
            return _answer({"fault": str(fault)})
        return _answer(save(workspace, values, begun, author(who), language))
