"""What is done to a story and to annotations: each a step of the project that can be taken back."""

import secrets
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard.app.acting import author
from dashboard.app.curate.commands import pressed
from dashboard.app.state import clean
from dashboard.app.story.panel import TODAY, told
from dashboard.app.workspace import Workspace
from dashboard.dates import parse_when
from dashboard.errors import DateError
from dashboard.model import When
from dashboard.publish.stories import KEY, Step, added, captioned, document_of, moved, removed
from dashboard.timeline.annotations import KINDS, LONGEST, Annotation
from dashboard.wording import message


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; answers the story's and the annotations' buttons."""
    app.clientside_callback(
        ClientsideFunction("detente", "storyOpen"), Input("story-open", "n_clicks"), prevent_initial_call=True
    )

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Input({"type": "story-act", "do": ALL, "key": ALL}, "n_clicks"),
        State("who", "data"),
        prevent_initial_call=True,
    )
    def act(clicks: list[int | None], who: Any) -> int:
        on = ctx.triggered_id
        if not on or not any(clicks) or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        return acted(workspace, on["do"], on["key"], author(who))

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Input({"type": "story-caption", "key": ALL}, "n_blur"),
        State({"type": "story-caption", "key": ALL}, "value"),
        State({"type": "story-caption", "key": ALL}, "id"),
        State("who", "data"),
        prevent_initial_call=True,
    )
    def caption(
        _left: list[int | None], values: list[str | None], ids: list[dict[str, str]], who: Any
    ) -> int:
        on = pressed()  # somebody left it: one that merely came onto the page may be older than what is kept
        if on is None:
            raise PreventUpdate
        steps = told(workspace)
        typed_in = {each["key"]: value or "" for each, value in zip(ids, values, strict=True)}
        after = captioned(steps, on["key"], typed_in[on["key"]])
        if after == steps:
            raise PreventUpdate
        return _keep(workspace, after, author(who))

    _register_annotations(app, workspace)


def acted(workspace: Workspace, do: str, key: str, who: str) -> int:
    """The revision after a button of the panel was pressed for an event, or for an annotation."""
    if do == "erase":
        return workspace.project.put("annotation", key, None, author=who)
    steps = told(workspace)
    if do == "add":
        return _keep(workspace, added(steps, key), who)
    if do == "remove":
        return _keep(workspace, removed(steps, key), who)
    return _keep(workspace, moved(steps, key, {"up": -1, "down": 1}.get(do, 0)), who)


def _keep(workspace: Workspace, steps: tuple[Step, ...], who: str) -> int:
    return workspace.project.put("story", KEY, document_of(steps), author=who)


def _register_annotations(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("annotation-fault", "children"),
        Output("sent", "data", allow_duplicate=True),
        Input("annotation-add", "n_clicks"),
        State("annotation-kind", "value"),
        State("annotation-text", "value"),
        State("annotation-from", "value"),
        State("annotation-to", "value"),
        State("tongue", "data"),
        State("who", "data"),
        prevent_initial_call=True,
    )
    def draw(clicks: int, kind: str, *said: Any) -> tuple[Any, str, Any]:
        text, first, last, language, who = said
        if not clicks:
            raise PreventUpdate
        try:
            found = typed(kind, text or "", first or "", last or "", language)
        except DateError as error:
            return no_update, str(error), no_update
        key = f"a{secrets.token_hex(6)}"
        revision = workspace.project.put("annotation", key, found.document(), author=author(who))
        return revision, "", {"annotation-text": text, "annotation-from": first, "annotation-to": last}

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Input("today-wanted", "data"),  # not of the box, which may come onto the page older than what is kept
        State("who", "data"),
        prevent_initial_call=True,
    )
    def today(wanted: dict[str, Any] | None, who: Any) -> int:
        if not wanted:
            raise PreventUpdate
        revision = marked_today(workspace, wanted=bool(wanted["on"]), who=author(who))
        if revision is None:
            raise PreventUpdate
        return revision


def marked_today(workspace: Workspace, *, wanted: bool, who: str) -> int | None:
    """The revision after today's line was wanted or not; None where it was so already."""
    if wanted is (TODAY in workspace.project.documents("annotation")):
        return None
    document = {"kind": TODAY} if wanted else None
    return workspace.project.put("annotation", TODAY, document, author=who)


def typed(kind: str, text: str, first: str, last: str, language: str) -> Annotation:
    """The annotation that somebody typed; an end that is left empty is open, a note needs one day.

    Raises:
        DateError: the words or both days are missing, a day is none, or the last is before the first.
    """
    words = clean(text)[:LONGEST]
    if not words or kind not in KINDS:
        raise DateError(message("Type the words that shall stand there.", language))
    if not first.strip() and not last.strip():
        raise DateError(message("Type a day, a month or a year, such as 2008-08.", language))
    begins, ends = _when(first, language), _when(last, language)
    if kind == "text":
        begins = ends = begins or ends
    earliest, latest = begins.earliest if begins else None, ends.latest if ends else None
    if earliest and latest and earliest > latest:
        raise DateError(message("The last day is before the first: exchange them.", language))
    return Annotation(kind, words, earliest, latest)


def _when(said: str, language: str) -> When | None:
    if not said.strip():
        return None
    try:
        return parse_when(said, language, None, day_first=True)
    except DateError:
        raise DateError(
            message("“{said}” is not a date: type one such as 2008-08-07.", language, said=clean(said)[:40])
        ) from None
