"""The dialog's callbacks: a picture for each choice, files on demand, and what comes in."""

import base64
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.app import acting
from dashboard.app.publishing import making, taking
from dashboard.app.workspace import Workspace
from dashboard.errors import DetenteError
from dashboard.formats import KINDS
from dashboard.publish import STYLES
from dashboard.wording import message

FILES = (*KINDS, "html", "template")
CHOICES = {
    "preset": "publish-preset",
    "theme": "publish-theme",
    "title": "publish-title",
    "note": "publish-note",
    "include": "publish-include",
    "what": "cite-what",
    "author": "cite-author",
    "url": "cite-url",
}
"""The dialog's choices, and the controls that make them."""


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; answers the Publish dialog."""
    app.clientside_callback(
        ClientsideFunction("detente", "publish"), Input("publish", "n_clicks"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "choose"),
        *[Input(control, "value") for control in CHOICES.values()],
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("detente", "previewed"), Input("made", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "deliver"), Input("file-made", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "addImport"), Input("import-add", "n_clicks"), prevent_initial_call=True
    )
    _pictures(app, workspace)
    _imports(app, workspace)


def _pictures(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("made", "data"),
        Output("publish-alt", "value"),
        Output("publish-embed", "value"),
        Output("publish-hosting", "children"),
        *[Output(f"cite-{style}", "value") for style in STYLES],
        Input("wanted", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def preview(wanted: dict[str, Any] | None, language: str) -> tuple[Any, ...]:
        if not wanted:
            raise PreventUpdate
        made = making.preview(making.publication(workspace, wanted, language, _today()), wanted)
        return made, made["alt"], made["embed"], made["hosting"], *made["cites"]

    @app.callback(
        Output("file-made", "data"),
        Input("file-wanted", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def make(wanted: dict[str, Any] | None, language: str) -> dict[str, Any]:
        if not wanted or wanted.get("kind") not in FILES:
            raise PreventUpdate
        return file_of(workspace, wanted, language, _today())


def file_of(workspace: Workspace, wanted: Mapping[str, Any], language: str, today: date) -> dict[str, Any]:
    """A file as the browser saves it: its name, media type, and content in base64."""
    found = making.publication(workspace, wanted, language, today)
    name, mime, content = making.written(found, str(wanted["kind"]), wanted)
    return {
        "name": name,
        "mime": mime,
        "content": base64.b64encode(content).decode("ascii"),
        "asked": wanted.get("asked"),
    }


def _imports(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("import-plan", "children"),
        Output("import-add", "disabled"),
        Input("incoming", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def plan(incoming: dict[str, Any] | None, language: str) -> tuple[Any, bool]:
        if not incoming:
            return [], True
        try:
            found = taking.plan_of(workspace, incoming, language)
        except DetenteError as error:
            return html.P(str(error), className="warning"), True
        return taking.told(found, language), not (found.new or found.changed)

    @app.callback(
        Output("import-plan", "children", allow_duplicate=True),
        Output("import-add", "disabled", allow_duplicate=True),
        Output("revision", "data", allow_duplicate=True),
        Input("taken", "data"),
        State("incoming", "data"),
        State("tongue", "data"),
        State("who", "data"),
        prevent_initial_call=True,
    )
    def add(taken: Any, incoming: dict[str, Any] | None, language: str, who: Any) -> tuple[Any, bool, Any]:
        if not taken or not incoming:
            return no_update, no_update, no_update
        found = taking.plan_of(workspace, incoming, language)
        revision = taking.bring_in(workspace, found, acting.author(who))
        said = message("Added in one step, which undo takes back.", language)
        return html.P(said, className="done"), True, revision


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
