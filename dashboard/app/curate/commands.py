"""What every act of curating shares: the buttons, the step in the project, what is said of it, and undo.

An act is a button with the id ``{"type": "act", "do", "event", "base", "then"}``: ``base`` is the version
that the reader saw, ``then`` where they are ("review" goes on to the next event).
"""

import json
from collections.abc import Sequence
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update

from dashboard.app.acting import author
from dashboard.app.dialogs import FIRST, dialog
from dashboard.app.workspace import Workspace
from dashboard.errors import EditError
from dashboard.model import Event, Timeline
from dashboard.store import Change, Step
from dashboard.store.doubts import queue
from dashboard.store.edits import accepted
from dashboard.wording import message

Component = Any


def said_of_step(step: Step, language: str) -> str:
    """What a step did, in words: "edit of “NATO summit in Warsaw”"."""
    event = next((each.after or each.before for each in step.edits), None)
    title = event.title(language) if event else step.note
    return said_of(step.action, title, language)


def said_of(action: str, title: str, language: str) -> str:
    """An action in words."""

    def t(text: str) -> str:
        return message(text, language)

    actions = {
        "edit": t("edit of “{title}”"),
        "accept": t("acceptance of “{title}”"),
        "delete": t("deletion of “{title}”"),
        "revert": t("return to the machine’s reading of “{title}”"),
        "restore": t("return of “{title}”"),
        "merge": t("merging into “{title}”"),
        "split": t("splitting of “{title}”"),
        "add event": t("new event “{title}”"),
        "add articles": t("new articles"),
        "start with articles": t("new timeline"),
        "start anew": t("new, empty timeline"),
        "describe article": t("description of “{title}”"),
        "set publication date": t("publication date"),
        "set title": t("title “{title}”") if title else t("title of the affair"),
        "remove article": t("removal of “{title}”") if title else t("removal of an article"),
        "save view": t("saved view"),
        "delete view": t("deletion of a saved view"),
        "save story": t("story"),
        "delete story": t("deletion of a story step"),
        "save annotation": t("annotation"),
        "delete annotation": t("deletion of an annotation"),
        "import": t("events from a file"),
        "begin": t("beginning of the project"),
    }
    said = actions.get(action)
    return said.replace("{title}", title) if said else action


def button(do: str, event: Event, base: int, label: str, *, then: str = "", className: str = "") -> Component:  # noqa: N803
    """A button that acts on an event."""
    return html.Button(
        label,
        id={"type": "act", "do": do, "event": event.id, "base": base, "then": then},
        type="button",
        className=f"act {className}".strip(),
        n_clicks=0,
        **{"data-do": do},
    )


def way(label: str, to: dict[str, Any], *, className: str = "", **more: Any) -> Component:  # noqa: N803
    """A button that leads to another panel: ``to`` is what changes in the address."""
    return html.Button(
        label, type="button", className=f"act {className}".strip(), **{"data-go": json.dumps(to)}, **more
    )


def turns(workspace: Workspace, who: str, language: str) -> tuple[Any, ...]:
    """For undo and redo, as somebody can do them now: whether they cannot, and twice what they would do."""
    found: list[Any] = []
    for step, label, plain in (
        (workspace.project.can_undo(author(who)), "Undo: {what}", "Undo"),
        (workspace.project.can_redo(author(who)), "Redo: {what}", "Redo"),
    ):
        what = said_of_step(step, language) if step else ""
        said = message(label, language, what=what) if step else message(plain, language)
        found += [step is None, said, said]
    return tuple(found)


def undo_buttons(workspace: Workspace, who: str, language: str) -> Component:
    """Undo, redo and a new event, in the header, as somebody sees them."""
    new = message("New event", language)
    known = turns(workspace, who, language)
    return html.Div(
        [
            html.Button(
                html.Span(className=f"icon icon-{name}"),
                id=name,
                type="button",
                className="tool",
                disabled=disabled,
                title=said,
                n_clicks=0,
                **{"aria-label": said},
            )
            for name, (disabled, said, _) in (("undo", known[:3]), ("redo", known[3:]))
        ]
        + [
            html.Button(
                html.Span(className="icon icon-clock"),
                id="history-open",
                type="button",
                className="tool",
                title=message("History", language),
                **{
                    "data-go": json.dumps({"show": "history", "event": None}),
                    "aria-label": message("History", language),
                },
            ),
            html.Button(
                [html.Span(className="icon icon-hand"), html.Span(new, className="publish-label")],
                id="new-event",
                type="button",
                className="act",
                title=new,
                **{"data-go": json.dumps({"show": "new", "event": None, "seed": None}), "aria-label": new},
            ),
        ],
        className="turns",
        role="group",
        **{"aria-label": message("Changes", language)},
    )


def stores() -> list[Component]:
    """What curating needs in the page's frame: where to go after a step, the bar that says what it was."""
    return [
        dcc.Store(id="goto"),
        dcc.Store(id="done"),
        html.Div(id="conflict-room"),
        html.Div(
            [
                html.Span(id="done-said"),
                html.Button("", id="done-undo", type="button", className="link", n_clicks=0),
                html.Button(
                    html.Span(className="icon icon-close"), id="done-close", type="button", className="link",
                    **{"aria-label": "×"},
                ),
            ],
            id="done-bar",
            role="status",
            hidden=True,
        ),
    ]  # fmt: skip


def making(language: str) -> Component:
    """The button that stands beside selected words, or an empty place in a lane, and makes an event there."""
    return html.Button(
        "",
        id="make-event",
        type="button",
        className="act main",
        hidden=True,
        **{
            "data-words": message("Make an event of these words", language),
            "data-place": message("New event: {lane}, {day}", language),
        },
    )


def leaving(language: str) -> Component:
    """The dialog that asks before what was written in a form is given up."""

    def end(name: str, label: str, look: str, **more: Any) -> Component:
        return html.Button(label, id=name, type="button", className=look, n_clicks=0, **more)

    return dialog(
        "unsaved",
        message("Leave the form?", language),
        [
            html.P(message("What you have written in the form is not saved yet.", language)),
            html.Div(
                [
                    end("unsaved-stay", message("Keep writing", language), "act main", **FIRST),
                    end("unsaved-leave", message("Give it up", language), "act"),
                ],
                className="form-end",
            ),
        ],
        language,
        answers=True,
        size="md",
    )


NEWS = tuple(Output(name, "data", allow_duplicate=True) for name in ("revision", "done", "goto"))
"""What a command tells the page: the new revision, what was done, where to go."""


def done(text: str, language: str) -> dict[str, Any]:
    """News of a step, with the offer to undo it."""
    return {"said": text, "undo": message("Undo", language), "close": message("Close", language)}


def pressed() -> Any:
    """The id of the control that somebody has used; None where new controls merely came onto the page."""
    used = (each["prop_id"] for each in ctx.triggered if each["value"])
    return next((ctx.triggered_prop_ids[each] for each in used), None)


def titles_of(timeline: Timeline, *without: str) -> set[str]:
    """The titles that events have, but for some events."""
    return {title for event in timeline.events if event.id not in without for title in event.titles.values()}


def find(timeline: Timeline, event_id: str) -> Event:
    """An event by its id.

    Raises:
        EditError: it is not there any more.
    """
    for event in timeline.events:
        if event.id == event_id:
            return event
    raise EditError("This event is not in the timeline any more.")


def _acted(workspace: Workspace, act: dict[str, Any], who: str, language: str) -> tuple[int, Any, Any]:
    """The revision after an act, what is said of it, and where the reader goes."""
    project, event_id, do = workspace.project, str(act["event"]), str(act["do"])
    before = workspace.timeline()
    waiting = [each.id for each in queue(before)]
    machine = project.machine(event_id)
    if do in {"revert", "restore"}:
        if machine is None:
            raise EditError(message("Nothing was read here: this event was made by hand.", language))
        event = machine
        after: Event | None = machine
    else:
        event = find(before, event_id)
        after = accepted(event) if do == "accept" else None
    change = Change(event_id, after, int(act["base"]))
    revision = project.change([change], author=who, action="delete" if after is None else do)
    said = {
        "accept": message("Accepted: {title}", language, title=event.title(language)),
        "revert": message("As read again: {title}", language, title=event.title(language)),
        "restore": message("Brought back: {title}", language, title=event.title(language)),
    }.get(do) or message("Deleted: {title}", language, title=event.title(language))
    return revision, done(said, language), _where(act, waiting, event_id, gone=after is None)


def _where(act: dict[str, Any], waiting: Sequence[str], event_id: str, *, gone: bool) -> Any:
    """Where a reader goes after an act: on in the queue, or out of an event that is gone."""
    if act.get("then") == "review":
        following = waiting[waiting.index(event_id) + 1 :] if event_id in waiting else waiting
        left = [*following, *(each for each in waiting if each != event_id)]
        return {"show": "review", "event": left[0] if left else None}
    if act.get("then") == "history":
        return no_update
    return {"show": None, "event": None} if gone else {"show": None, "event": event_id}


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; acts become steps of the project, which can be undone and redone."""
    _register_acts(app, workspace)
    _register_turns(app, workspace)
    app.clientside_callback(
        ClientsideFunction("detente", "leave"),
        Input("unsaved-leave", "n_clicks"),
        Input("unsaved-stay", "n_clicks"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("detente", "goto"), Input("goto", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "done"), Input("done", "data"), prevent_initial_call=True
    )


def _register_acts(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Output("goto", "data", allow_duplicate=True),
        Input({"type": "act", "do": ALL, "event": ALL, "base": ALL, "then": ALL}, "n_clicks"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def act(_clicks: list[int], who: str, language: str) -> tuple[Any, Any, Any]:
        asked = pressed()
        if asked is None:
            return no_update, no_update, no_update
        return _acted(workspace, dict(asked), author(who), language)


def _register_turns(app: Dash, workspace: Workspace) -> None:
    """Nothing; undo and redo, whose buttons say what they would turn back."""

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Input("undo", "n_clicks"),
        Input("redo", "n_clicks"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def turn(_undo: int | None, _redo: int | None, who: str, language: str) -> tuple[Any, Any]:
        turned = pressed()
        if turned is None:
            return no_update, no_update
        back = turned == "undo"
        step = (workspace.project.undo if back else workspace.project.redo)(author(who))
        if step is None:
            return no_update, no_update
        what = said_of_step(step, language)
        said = message("Undone: {what}" if back else "Done again: {what}", language, what=what)
        return workspace.revision(), {"said": said, "undo": "", "close": message("Close", language)}

    @app.callback(
        *[Output(name, prop) for name in ("undo", "redo") for prop in ("disabled", "aria-label", "title")],
        Input("revision", "data"),
        Input("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def name_turns(_revision: int | None, who: str, language: str | None) -> tuple[Any, ...]:
        return turns(workspace, who, language or "en")
