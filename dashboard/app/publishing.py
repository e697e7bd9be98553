"""Saving the filtered view: a figure to print, for the browser's PNG and SVG; the events as CSV and JSON."""

import json
import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import formats
from dashboard.app import chart, theme
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.workspace import Workspace
from dashboard.wording import message

KINDS = ("png", "svg", "csv", "json")
MIME = {"csv": "text/csv;charset=utf-8", "json": "application/json"}


def made(workspace: Workspace, wanted: dict[str, Any], language: str, today: date) -> dict[str, Any]:
    """What the browser needs to write the file: its name, and a figure with fonts or the text itself."""
    state = state_from_url(str(wanted["search"]))
    kind = str(wanted["kind"])
    timeline = workspace.timeline()
    state = chart.known(timeline, state)
    title = state.title or workspace.name(timeline, language)
    answer: dict[str, Any] = {
        "kind": kind,
        "scale": wanted["scale"],
        "asked": wanted["asked"],
        "name": file_name(title, state, today, kind),
        "done": message("Saved.", language),
        "failed": message("The image could not be made in this browser.", language),
    }
    if kind in MIME:
        visible = chart.visible(timeline, state)
        answer["text"] = (
            formats.to_csv(visible, language, bom=True)
            if kind == "csv"
            else json.dumps(formats.to_json(visible, language), ensure_ascii=False, indent=2)
        )
        answer["mime"] = MIME[kind]
    else:
        answer["figure"] = chart.printed(timeline, state, title, language, today, dark=bool(wanted["dark"]))
        answer["fonts"] = theme.fonts()
    return answer


def file_name(title: str, state: ViewState, today: date, kind: str) -> str:
    """A name that tells what is inside: "nato-russia-military-contacts-2014-03-2017-2026-11-24.png"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.lower()) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "timeline"
    span = "-".join(each for each in (state.after, state.before) if each)
    return "-".join(
        each for each in (words, span, "filtered" if state.filtering and not span else "") if each
    ) + (f"-{today.isoformat()}.{kind}")


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; answers the Publish menu."""

    @app.callback(
        Output("made", "data"), Input("wanted", "data"), State("tongue", "data"), prevent_initial_call=True
    )
    def make(wanted: dict[str, Any] | None, language: str) -> dict[str, Any]:
        if not wanted or wanted.get("kind") not in KINDS:
            raise PreventUpdate
        return made(workspace, wanted, language, datetime.now(UTC).astimezone().date())

    app.clientside_callback(
        ClientsideFunction("detente", "save"), Input("made", "data"), prevent_initial_call=True
    )
