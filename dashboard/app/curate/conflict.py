"""Two people at one event: theirs and mine field by field, to choose from, and nothing of either is lost."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update

from dashboard.app.acting import called
from dashboard.app.curate.telling import field_name, said_apart
from dashboard.app.curate.typed import Values
from dashboard.app.dialogs import dialog
from dashboard.app.workspace import Workspace
from dashboard.model import Event
from dashboard.store import ConflictError
from dashboard.store.edits import Fields, differences, fields_of
from dashboard.wording import message

Component = Any
_HERE = "\N{NULL}"  # where the time stands in its sentence


def clashing(
    workspace: Workspace, clash: ConflictError, values: Values, begun: dict[str, Any], language: str
) -> Component:
    """The dialog over the page; what was typed is in it, and stays in the form under it."""
    event_id = clash.event_id or (clash.mine.id if clash.mine else "")
    kept = {
        "values": values,
        "begun": begun,
        "base": workspace.project.version(event_id),
        "event": event_id,
    }
    return dialog(
        "conflict",
        message("Two versions of one event", language),
        [
            html.P(_happened(clash, language), className="note"),
            *(_choices(workspace, clash.theirs, clash.mine, clash.base, language) if clash.theirs else []),
            html.Div(
                [
                    _button(
                        "conflict-save",
                        message("Save what is chosen", language)
                        if clash.theirs
                        else message("Bring it back", language),
                        className="act main",
                    ),
                    _button("conflict-back", message("Back to the form", language)),
                ],
                className="form-end",
            ),
            html.Div(id="conflict-fault", role="alert", className="form-fault"),
            dcc.Store(id="conflict-data", data=kept),
        ],
        language,
        opened=True,
    )


def _button(name: str, label: str, className: str = "act") -> Component:  # noqa: N803
    return html.Button(label, id=name, type="button", className=className, n_clicks=0)


def _happened(clash: ConflictError, language: str) -> Component:
    """Who did what, and when: in UTC, until the browser says it in its own zone."""
    who = called(clash.author, language) if clash.author else message("Somebody else", language)
    if clash.theirs is None:
        return message("{who} has deleted this event. Your version can bring it back.", language, who=who)
    said = message("{who} saved this event at {time}, while you were writing.", language, who=who, time=_HERE)
    if clash.at is None:
        return said.replace(_HERE, "")
    at = clash.at.astimezone(UTC)
    moment = html.Time(
        f"{at:%H:%M} UTC", dateTime=at.isoformat(), className="tabular moment", **{"data-shown": "time"}
    )
    before, _, after = said.partition(_HERE)
    return [before, moment, after]


def _choices(
    workspace: Workspace, theirs: Event, mine: Event | None, base: Event | None, language: str
) -> list[Component]:
    if mine is None:
        return []
    actors = workspace.project.actors()
    own = differences(base, mine) if base else differences(theirs, mine)
    rows = []
    for name in differences(theirs, mine):
        said = dict(zip(("mine", "theirs"), said_apart(mine, theirs, name, actors, language), strict=True))
        rows.append(_row(name, said, "mine" if name in own else "theirs", language))
    ends = [
        _button("conflict-mine", message("All of mine", language)),
        _button("conflict-theirs", message("All of theirs", language)),
    ]
    return [html.Div(ends, className="form-end"), html.Div(rows, className="versions")]


def _row(name: str, said: Mapping[str, str], side: str, language: str) -> Component:
    """One field in both versions; what only one of the two changed is chosen beforehand."""
    called = {"mine": message("Mine", language), "theirs": message("Theirs", language)}
    return dmc.RadioGroup(
        [
            dmc.Radio(
                value=each,
                size="xs",
                label=html.Span([html.Strong(called[each]), html.Span(said[each])], className="version"),
            )
            for each in called
        ],
        id={"type": "choice", "name": name},
        label=field_name(name, language),
        value=side,
        size="xs",
    )


def chosen(theirs: Event, mine: Fields, choices: Mapping[str, str]) -> Fields:
    """The fields of two versions as they were chosen; what was not asked is the same in both."""
    other = fields_of(theirs)
    names = {"title": "titles"}
    picked = {
        names.get(name, name): getattr(mine if side == "mine" else other, names.get(name, name))
        for name, side in choices.items()
    }
    known = {slot: getattr(other, slot) for slot in Fields.__slots__}
    return Fields(**(known | picked))


def register_choices(app: Dash) -> None:
    """Nothing; all of mine, all of theirs, and back to the form."""

    @app.callback(
        Output({"type": "choice", "name": ALL}, "value"),
        Input("conflict-mine", "n_clicks"),
        Input("conflict-theirs", "n_clicks"),
        State({"type": "choice", "name": ALL}, "value"),
        prevent_initial_call=True,
    )
    def choose(_mine: int, _theirs: int, now: Sequence[str]) -> list[Any]:
        if not ctx.triggered[0]["value"]:
            return [no_update] * len(now)
        return ["mine" if ctx.triggered_id == "conflict-mine" else "theirs"] * len(now)

    app.clientside_callback(
        ClientsideFunction("detente", "conflictBack"),
        Input("conflict-back", "n_clicks"),
        prevent_initial_call=True,
    )
