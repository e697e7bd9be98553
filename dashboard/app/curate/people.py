"""The actors of a form: rows with a role each, that can be moved and taken out, and a field that adds one."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dashboard.app.curate.commands import pressed
from dashboard.app.curate.suggestions import NEW, actors_like, fresh, key_of, known_actor, options
from dashboard.app.workspace import Workspace
from dashboard.model import ActorKind, Timeline
from dashboard.wording import ROLES, message, role_name

Component = Any
ALL_OF_THEM = {"function": "unfiltered"}  # the server has found what fits, also by other names
Row = dict[str, str]
KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "State",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.BODY: "Body (ministry, army)",
}


PARENTS = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BODY})


def layout(rows: Sequence[Row], timeline: Timeline, language: str) -> Component:
    """The list and the field that adds to it."""
    del timeline
    return html.Div(
        [
            html.Span(message("Actors", language), id="people-label", className="field-label"),
            html.Ul(
                listed(rows, language), id="people-rows", className="people",
                **{"aria-labelledby": "people-label"},
            ),
            dmc.Select(
                id="people-add", size="xs", data=[], value=None, searchable=True, filter=ALL_OF_THEM,
                searchValue="", placeholder=message("Add an actor", language),
                comboboxProps={"withinPortal": False}, **{"aria-label": message("Add an actor", language)},
            ),
            dcc.Store(id="people", data=list(rows)),
            dcc.Store(id="people-picked"),
            dcc.Store(id="people-answered"),
        ],
        className="people-field",
    )  # fmt: skip


def listed(rows: Sequence[Row], language: str) -> list[Component]:
    """The rows."""
    return [_row(row, at, len(rows), language) for at, row in enumerate(rows)]


def _row(row: Row, at: int, total: int, language: str) -> Component:
    name = row["name"]

    def tool(do: str, icon: str, label: str, *, disabled: bool = False) -> Component:
        return html.Button(
            html.Span(className=f"icon icon-{icon}"),
            id={"type": "person", "do": do, "at": at},
            type="button", className="tool", n_clicks=0, disabled=disabled,
            **{"aria-label": label, "title": label},
        )  # fmt: skip

    roles = [{"value": role, "label": role_name(role, language)} for role in ROLES]
    return html.Li(
        [
            html.Span(name, className="person-name", dir="auto"),
            dmc.Select(
                id=_id("role", at), value=row.get("role") or "participant", data=roles,
                size="xs", allowDeselect=False, comboboxProps={"withinPortal": False},
                **{"aria-label": message("Role of {name}", language, name=name)},
            ),
            tool("up", "up", message("Move {name} up", language, name=name), disabled=at == 0),
            tool("down", "down", message("Move {name} down", language, name=name), disabled=at == total - 1),
            tool("out", "close", message("Take {name} out", language, name=name)),
            _newcomer(row, at, language) if row["actor"].startswith(NEW) else None,
        ],
        className="person",
    )  # fmt: skip


def _id(name: str, at: int) -> dict[str, Any]:
    """The id of a field in a row."""
    return {"type": "person-field", "name": name, "at": at}


def _newcomer(row: Row, at: int, language: str) -> Component:
    """What somebody new is, and whom they belong to: a lane and a filter need both."""
    parent = row.get("parent", "")
    chosen = [{"value": parent, "label": row.get("parent_name") or parent}] if parent else []
    kinds = [{"value": kind.value, "label": message(said, language)} for kind, said in KINDS.items()]
    return html.Div(
        [
            dmc.Select(
                id=_id("kind", at), value=row.get("kind") or ActorKind.ORGANISATION.value, data=kinds,
                label=message("Kind", language), size="xs", allowDeselect=False,
                comboboxProps={"withinPortal": False},
                **{"aria-label": message("What {name} is", language, name=row["name"])},
            ),
            dmc.Select(
                id=_id("parent", at), value=parent or None, data=chosen,
                label=message("Belongs to", language), placeholder=message("nobody", language),
                size="xs", searchable=True, clearable=True, filter=ALL_OF_THEM,
                comboboxProps={"withinPortal": False},
                **{"aria-label": message("Whom {name} belongs to", language, name=row["name"])},
            ),
        ],
        className="person-new",
    )  # fmt: skip


def gathered(rows: Sequence[Row], ids: Sequence[Mapping[str, Any]], values: Sequence[Any]) -> list[Row]:
    """The rows with what is chosen in their fields now."""
    now = [dict(row) for row in rows]
    for key, value in zip(ids, values, strict=True):
        name, at = str(key["name"]), int(key["at"])
        if at < len(now) and (value or name == "parent"):
            now[at][name] = str(value or "")
    return now


def named(rows: Sequence[Row], timeline: Timeline, language: str) -> list[Row]:
    """The rows with the names of those whom new actors belong to."""
    found = []
    for row in rows:
        key = row.get("parent", "")
        parent = (timeline.actors.get(key) or known_actor(key)) if key else None
        found.append(row | {"parent_name": parent.name(language)} if parent else row)
    return found


def changed(rows: list[Row], do: str, at: int) -> list[Row]:
    """The rows after one was moved or taken out."""
    rows = list(rows)
    if do == "out":
        del rows[at]
    else:
        other = at - 1 if do == "up" else at + 1
        if 0 <= other < len(rows):
            rows[at], rows[other] = rows[other], rows[at]
    return rows


def added(rows: list[Row], key: str, timeline: Timeline, language: str) -> list[Row]:
    """The rows with one more actor, known or new; as they are if it is there already."""
    actor = timeline.actors.get(key) or known_actor(key)
    name = actor.name(language) if actor else key.removeprefix(NEW)
    there = {each["actor"] for each in rows}
    if key in there or (actor is None and not key.startswith(NEW)):
        return rows
    return [*rows, {"actor": key, "name": name, "kind": "", "role": "participant", "title": ""}]


def wanted(asked: Mapping[str, Any], timeline: Timeline, language: str) -> str:
    """The key of whom somebody asked for: chosen from the list, or typed; "" for nobody."""
    if asked.get("key"):
        return str(asked["key"])
    text = str(asked.get("text") or "")
    found = actors_like(timeline, text, language)
    return key_of(found, text, first=bool(asked.get("first"))) or fresh(text)


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; suggestions while a name is typed, and rows that come, move and go."""
    _register_suggestions(app, workspace)
    _register_rows(app, workspace)
    app.clientside_callback(
        ClientsideFunction("detente", "picked"), Input("people-add", "value"), prevent_initial_call=True
    )


def _register_suggestions(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("people-add", "data"),
        Input("people-add", "searchValue"),
        State("people-add", "value"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def suggest(text: str | None, picked: str | None, language: str) -> Any:
        if picked:  # the field shows what was picked: it would forget it if the list did not hold it
            return no_update
        found = actors_like(workspace.timeline(), text or "", language)
        return options(found, text or "", message("New actor: {name}", language))

    @app.callback(
        Output({"type": "person-field", "name": "parent", "at": MATCH}, "data"),
        Input({"type": "person-field", "name": "parent", "at": MATCH}, "searchValue"),
        State({"type": "person-field", "name": "parent", "at": MATCH}, "value"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def suggest_parent(text: str | None, picked: str | None, language: str) -> Any:
        if picked:
            return no_update
        found = actors_like(workspace.timeline(), text or "", language, PARENTS)
        return [{"value": each.meant.id, "label": each.said} for each in found]


def _register_rows(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        output=[
            Output("people", "data"),
            Output("people-rows", "children"),
            Output("people-answered", "data"),
        ],
        inputs={
            "picked": Input("people-picked", "data"),
            "clicks": Input({"type": "person", "do": ALL, "at": ALL}, "n_clicks"),
        },
        state={
            "rows": State("people", "data"),
            "values": State({"type": "person-field", "name": ALL, "at": ALL}, "value"),
            "ids": State({"type": "person-field", "name": ALL, "at": ALL}, "id"),
            "language": State("tongue", "data"),
        },
        prevent_initial_call=True,
    )
    def change(
        *, picked: dict[str, Any] | None, clicks: list[int], rows: list[Row], values: list[Any],
        ids: list[dict[str, Any]], language: str,
    ) -> tuple[Any, ...]:  # fmt: skip
        del clicks
        used = pressed()
        if used is None:
            return (no_update,) * 3
        now = named(gathered(rows, ids, values), workspace.timeline(), language)
        if used == "people-picked" and picked:
            for asked in picked["picks"]:
                now = added(
                    now, wanted(asked, workspace.timeline(), language), workspace.timeline(), language
                )
            return now, listed(now, language), picked["at"]
        now = changed(now, str(used["do"]), int(used["at"]))
        return now, listed(now, language), no_update
