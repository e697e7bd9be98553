"""What was done to an event, or to all: who, when, what, from what to what; and the name of who sits here."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, html

from dashboard.app.acting import called
from dashboard.app.curate.commands import button, said_of_step, way
from dashboard.app.curate.telling import changed, field_name
from dashboard.app.parts import part
from dashboard.app.workspace import Workspace
from dashboard.model import Actor, Event
from dashboard.store import Edit, Step
from dashboard.wording import format_day, message

Component = Any
MOST = 100
"""Steps of the whole project that are listed."""


def panel(workspace: Workspace, event: Event | None, wanted: str, language: str) -> Component:
    """The history of the event ``wanted``, or of everything where that is ""."""
    project = workspace.project
    steps = project.history(wanted) if wanted else project.trail(MOST)
    actors = project.actors()
    title = (
        message("History of {title}", language, title=event.title(language))
        if event
        else message("History", language)
    )
    trail = (
        html.Ol([_step(workspace, each, actors, language) for each in steps], className="trail")
        if steps
        else html.P(
            message("Nothing has been changed yet: all is as it was read.", language), className="note"
        )
    )
    return html.Div(
        [
            html.H2(title, id="evidence-heading", tabIndex=-1),
            _ways(wanted, event, language),
            _name(language),
            part("trail", html.Div(trail)),
        ],
        className="history",
    )


def _ways(wanted: str, event: Event | None, language: str) -> Component:
    if not wanted:
        return None
    return html.Div(
        [
            way(message("Back to the event", language), {"show": None}) if event else None,
            way(message("Everything that was done", language), {"show": "history", "event": None}),
        ],
        className="actions",
    )


def _name(language: str) -> Component:
    """The name under which steps from this browser are kept."""
    return dmc.TextInput(
        id="who-name",
        label=message("Your name, kept with what you do", language),
        size="xs",
        debounce=True,
        placeholder=message("a reader", language),
        autoComplete="name",
        className="who",
    )


def _step(workspace: Workspace, step: Step, actors: Mapping[str, Actor], language: str) -> Component:
    utc = step.at.astimezone(UTC)
    at = f"{format_day(utc.date(), language)}, {utc:%H:%M}"
    who = called(step.author, language) if step.author else message("the program", language)
    what = said_of_step(step, language)
    if step.reverses:
        what = message("taken back or done again: {what}", language, what=what)
    return html.Li(
        [
            html.P(
                [
                    html.Strong(html.Bdi(who)),
                    " · ",
                    # in UTC, until the browser says it in its own zone
                    html.Time(f"{at} UTC", dateTime=step.at.isoformat(), className="tabular moment"),
                ],
                className="note",
            ),
            html.P(what[:1].upper() + what[1:]),
            *[_edit(workspace, each, actors, language) for each in step.edits],
        ]
    )  # fmt: skip


def _edit(workspace: Workspace, edit: Edit, actors: Mapping[str, Actor], language: str) -> Component:
    """One event in a step: its fields from what to what, or a way back for one that is gone."""
    if edit.after is None:
        stands = any(each.id == edit.event_id for each in workspace.timeline().events)
        if stands or edit.before is None or workspace.project.machine(edit.event_id) is None:
            return None
        base = workspace.project.version(edit.event_id)
        said = message("Bring back {title}", language, title=edit.before.title(language))
        return button("restore", edit.before, base, said, then="history")
    if edit.before is None:
        return None
    rows = []
    for name, old, new in changed(edit.before, edit.after, actors, language):
        rows += [html.Dt(field_name(name, language)), html.Dd([html.Del(old), " → ", html.Ins(new)])]
    return html.Dl(rows, className="facts") if rows else None


def register(app: Dash) -> None:
    """Nothing; the name that is typed is kept in this browser."""
    app.clientside_callback(
        ClientsideFunction("detente", "named"), Input("who-name", "value"), prevent_initial_call=True
    )
