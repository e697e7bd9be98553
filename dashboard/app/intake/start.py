"""The timeline as a whole: its menu in the header, and how another one begins. Called by the page."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update

from dashboard.app.acting import author
from dashboard.app.curate.commands import done
from dashboard.app.intake import routes
from dashboard.app.state import differences
from dashboard.app.workspace import Workspace
from dashboard.articles import sample_ids
from dashboard.wording import message

Component = Any
CLEARED = differences("") | {"show": None, "event": None}
"""What changes in the address when another timeline begins: filters and selection were those of the old."""


def only_sample(workspace: Workspace) -> bool:
    """Whether nothing but sample articles is there."""
    here = {article.id for article in workspace.timeline().articles}
    return bool(here) and here <= sample_ids()


def buttons(workspace: Workspace, language: str) -> list[Component]:
    """The header's buttons: add articles; the timeline's menu; keep a project that is only temporary."""
    made: list[Component] = []
    if workspace.reread is not None:
        said = message("Add articles (a)", language)
        made.append(
            dmc.ActionIcon(
                html.Span(className="icon icon-add"),
                id="intake-open",
                variant="subtle",
                size="lg",
                **{"aria-label": said, "data-bring": ""},
            )
        )
    made.append(_menu(workspace, language))
    if workspace.project.is_temporary:
        made.append(
            html.A(
                [
                    html.Span(className="icon icon-disk"),
                    html.Span(message("Save project", language), className="save-label"),
                ],
                id="project-save",
                href=routes.SAVE,
                download=True,
                className="link save",
                title=message("This work is only kept while detente runs. Save it as a file.", language),
            )
        )
    return made


def _menu(workspace: Workspace, language: str) -> Component:
    said = message("This timeline", language)
    temporary = workspace.project.is_temporary
    return html.Details(
        [
            html.Summary(html.Span(className="icon icon-dots"), title=said, **{"aria-label": said}),
            html.Div(
                [
                    _item(message("Rename", language), **{"data-rename": ""}),
                    _item(message("Add articles", language), **{"data-bring": ""})
                    if workspace.reread is not None
                    else None,
                    None
                    if temporary
                    else html.A(
                        message("Save a copy", language),
                        href=routes.SAVE,
                        download=True,
                        className="menu-item",
                    ),
                    _item(message("Start a new, empty one", language), id="start-anew", n_clicks=0),
                    html.P(
                        message("What is here goes out of sight; Undo brings it back.", language),
                        className="note",
                    ),
                ],
                className="menu-popup",
            ),
        ],
        id="timeline-menu",
        className="menu",
    )


def _item(label: str, **options: Any) -> Component:
    return html.Button(label, type="button", className="menu-item", **options)


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; another timeline begins when somebody wants one."""

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Output("goto", "data", allow_duplicate=True),
        Input("start-anew", "n_clicks"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def start_anew(clicks: int | None, who: str, language: str) -> tuple[Any, Any, Any]:
        if not clicks:
            return no_update, no_update, no_update
        revision = workspace.start_anew(author=author(who))
        return revision, done(message("A new timeline has begun.", language), language), CLEARED
