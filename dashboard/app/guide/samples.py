"""The sample affairs in the help dialog: what each shows, and a button that adds its articles."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

from dashboard.app.acting import author
from dashboard.app.workspace import Workspace
from dashboard.articles import SAMPLES, ids_of_sample, read_sample
from dashboard.wording import message

Component = Any
TOLD = {
    "nato-russia-2017": (
        "NATO and Russia, 2014–2017",
        "A freeze, a telephone call, an invitation: two articles that tell the same events.",
    ),
    "cuba-1962": (
        "The Cuban missile crisis",
        "Told long after: the text has a time of its own, and the publication date dates nothing.",
    ),
    "iran-2013-2018": (
        "The Iran nuclear agreement",
        "News beside its background: weekdays, years, and what is only planned.",
    ),
}
"""What each sample is called and what it shows; messages of the catalogue."""


def cards(workspace: Workspace, language: str) -> list[Component]:
    """A card for each sample; one whose articles are all here already cannot be added again."""
    here = {article.id for article in workspace.timeline().articles}
    return [_card(name, ids_of_sample(name) <= here, language) for name in SAMPLES]


def _card(name: str, here: bool, language: str) -> Component:  # noqa: FBT001 - one flag, named at its only call
    heading, text = (message(each, language) for each in TOLD[name])
    said = message("Already here", language) if here else message("Add to this timeline", language)
    return html.Section(
        [
            html.H3(heading),
            html.P(text),
            dmc.Button(
                said,
                id={"type": "sample", "name": name},
                disabled=here,
                variant="light",
                size="compact-sm",
                **{"aria-label": f"{said}: {heading}"},
            ),
        ],
        className="sample",
    )


def add(workspace: Workspace, name: str, who: str) -> int:
    """The revision after a sample's articles were read beside those that are here, as one step."""
    here = workspace.timeline().articles
    known = {article.id for article in here}
    new = [article for article in read_sample(name) if article.id not in known]
    if workspace.reread is None or not new:
        return workspace.revision()
    return workspace.read_again(lambda there: [*there, *new], author=who, action="add articles")


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; adds a sample when its button is pressed, and closes the dialog."""

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("help", "opened"),
        Output("samples", "children"),
        Input({"type": "sample", "name": ALL}, "n_clicks"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def add_sample(_clicks: list[int | None], who: str, language: str) -> tuple[Any, Any, Any]:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update, no_update, no_update
        revision = add(workspace, ctx.triggered_id["name"], author(who))
        return revision, False, cards(workspace, language)

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Input({"type": "sample-open", "name": ALL}, "n_clicks"),
        State("who", "data"),
        prevent_initial_call=True,
    )
    def open_sample(_clicks: list[int | None], who: str) -> Any:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update
        return add(workspace, ctx.triggered_id["name"], author(who))
