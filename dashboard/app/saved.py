"""Saved views, in the rail: an address under a name, kept in the project; opened, replaced, deleted.

What is kept is what a view shows, never who looks at it: no selection, panel, theme or language.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.app.acting import author
from dashboard.app.curate.commands import done, pressed
from dashboard.app.state import clean, differences, state_from_url, url_from_state
from dashboard.app.workspace import Workspace
from dashboard.store import fold
from dashboard.wording import message

Component = Any
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name, and the query of the address that it stands for."""

    name: str
    search: str


def kept_of(search: str) -> str:
    """What of an address a saved view keeps: filters, range, tab, lanes and axis."""
    state = state_from_url(search)
    return url_from_state(replace(state, selected="", show="", seed="", step="", theme="auto", language=""))


def views_of(documents: Mapping[str, Mapping[str, Any]]) -> dict[str, SavedView]:
    """The saved views among a project's documents, by key and in order of name; others are left out."""
    found = {}
    for key, document in documents.items():
        name, search = document.get("name"), document.get("search")
        if isinstance(name, str) and isinstance(search, str) and (called := clean(name)[:LONGEST_NAME]):
            found[key] = SavedView(called, kept_of(search))
    return dict(sorted(found.items(), key=lambda each: (fold(each[1].name), each[0])))


def layout(workspace: Workspace, language: str) -> Component:
    """The rail's group: the saved views, and the field that gives the view on the page a name."""
    views = views_of(workspace.project.documents("view"))
    named = message("Name of this view", language)
    return html.Details(
        [
            html.Summary(html.H3(message("Saved views", language), className="group-title")),
            html.Ul(
                listed(views, language),
                id="views",
                className="saved-views",
                **{"data-shown": _digest(views)},
            ),
            html.Div(
                [
                    dmc.TextInput(
                        id="view-name",
                        size="xs",
                        placeholder=named,
                        **{"aria-label": named},
                    ),
                    html.Button(
                        message("Save this view", language),
                        id="view-save",
                        type="button",
                        className="act",
                        n_clicks=0,
                    ),
                ],
                className="saved-new",
            ),
        ],
        id="saved",
        className="group facet",
        open=bool(views),
        **{"data-facet": "saved"},
    )


def listed(views: Mapping[str, SavedView], language: str) -> list[Component]:
    """One line per saved view: a button that opens it, and one that deletes it."""
    return [
        html.Li(
            [
                html.Button(
                    view.name,
                    type="button",
                    className="link saved-name",
                    **{"data-go": json.dumps(differences(view.search))},
                ),
                html.Button(
                    html.Span(className="icon icon-close"),
                    id={"type": "view-delete", "key": key},
                    type="button",
                    className="tool saved-delete",
                    n_clicks=0,
                    **{"aria-label": message("Delete the view “{name}”", language, name=view.name)},
                ),
            ]
        )
        for key, view in views.items()
    ]


def _digest(views: Mapping[str, SavedView]) -> str:
    """What tells a list of views from another."""
    said = json.dumps([(key, view.name, view.search) for key, view in views.items()])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def save(workspace: Workspace, name: str, search: str, who: str) -> int:
    """The revision after an address was kept under a name; a view of the same name is replaced."""
    views = views_of(workspace.project.documents("view"))
    same = (key for key, view in views.items() if fold(view.name) == fold(name))
    key = next(same, None) or f"v{secrets.token_hex(6)}"
    return workspace.project.put("view", key, {"name": name, "search": kept_of(search)}, author=who)


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; saves and deletes views, and lists them anew after every change of the project."""
    _register_list(app, workspace)
    _register_keeping(app, workspace)


def _register_list(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("views", "children"),
        Output("views", "data-shown"),
        Input("revision", "data"),
        State("views", "data-shown"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def list_views(_revision: int, shown: str | None, language: str) -> tuple[Any, Any]:
        views = views_of(workspace.project.documents("view"))
        now = _digest(views)  # the same lines stay, and with them the focus of who is at one
        return (no_update, no_update) if now == shown else (listed(views, language), now)


def _register_keeping(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Output("sent", "data", allow_duplicate=True),
        Output("view-name", "error"),
        Input("view-save", "n_clicks"),
        Input("view-name", "n_submit"),
        State("view-name", "value"),
        State("view", "data"),
        State("opening", "data"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
        running=[(Output("view-save", "disabled"), True, False)],
    )
    def keep(_clicks: int, _submits: int, *given: Any) -> tuple[Any, Any, Any, str]:
        typed, view, opening, who, language = given
        if pressed() is None:
            raise PreventUpdate
        name = clean(typed or "")[:LONGEST_NAME].strip()
        if not name:
            return no_update, no_update, no_update, message("Give this view a name first.", language)
        revision = save(workspace, name, str((view or opening)["search"]), author(who))
        said = done(message("View saved: {name}", language, name=name), language)
        return revision, said, {"view-name": typed}, ""

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Input({"type": "view-delete", "key": ALL}, "n_clicks"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def delete(_clicks: list[int], who: Any, language: str) -> tuple[int, Any]:
        on = pressed()
        view = views_of(workspace.project.documents("view")).get(str(on["key"])) if on else None
        if on is None or view is None:  # somebody else has deleted it meanwhile
            raise PreventUpdate
        revision = workspace.project.put("view", str(on["key"]), None, author=author(who))
        return revision, done(message("View deleted: {name}", language, name=view.name), language)
