"""The review queue: one doubtful event after another, why it is doubtful, and a key for each decision."""

import json
from collections.abc import Sequence
from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.app.curate.commands import button, way
from dashboard.app.workspace import Workspace
from dashboard.model import Event, Review, Timeline
from dashboard.store.doubts import doubts, queue, reviewed
from dashboard.wording import format_share, message

Component = Any


def opener(timeline: Timeline, language: str) -> Component:
    """The button in the header that opens the queue, and says how many wait."""
    said, hidden, to = _waiting(timeline, language)
    return html.Button(
        said, id="review-open", type="button", className="link", hidden=hidden, **{"data-go": to}
    )


def _waiting(timeline: Timeline, language: str) -> tuple[str, bool, str]:
    """What the button says, whether it is hidden, and where it leads."""
    waiting = queue(timeline)
    return _counted(len(waiting), language), not waiting, json.dumps(_to(waiting))


def first(timeline: Timeline) -> Event | None:
    """The most doubtful event that waits."""
    return next(iter(queue(timeline)), None)


def outside(workspace: Workspace, language: str) -> Component:
    """What stands in the panel where no event is open: the way to the first that waits, or that none does."""
    timeline = workspace.timeline()
    waiting = queue(timeline)
    if waiting:
        said = _counted(len(waiting), language)
        rest = way(message("Next", language), _to(waiting), className="main")
    else:
        said = message("Nothing is left to review", language)
        rest = html.P(message("Every doubtful event has been accepted, edited or deleted.", language))
    return html.Div(
        [
            html.H2(said, id="evidence-heading", tabIndex=-1),
            html.P(_progress(workspace, timeline, len(waiting), language), className="note"),
            rest,
        ],
        className="finished",
    )


def _counted(waiting: int, language: str) -> str:
    return message("{count} event to review", language, plural="{count} events to review", count=waiting)


def _to(waiting: Sequence[Event]) -> dict[str, str]:
    """Where the queue begins."""
    return {"show": "review", "event": waiting[0].id} if waiting else {"show": "review"}


def bar(workspace: Workspace, event: Event, language: str) -> Component:
    """The bar over an event in the queue: progress, doubts, decisions."""

    def t(text: str) -> str:
        return message(text, language)

    timeline = workspace.timeline()
    waiting = [each.id for each in queue(timeline)]
    base = workspace.project.version(event.id)
    at = waiting.index(event.id) if event.id in waiting else -1
    following = waiting[(at + 1) % len(waiting)] if waiting else event.id
    before = waiting[at - 1] if waiting and at >= 0 else event.id
    undecided = event.review in {Review.UNREVIEWED, Review.EDITED}
    return html.Div(
        [
            html.P(
                _progress(workspace, timeline, len(waiting), language), className="note", id="review-progress"
            ),
            html.Ul([html.Li(each) for each in why_doubtful(event, timeline, language)], className="doubts"),
            html.Div(
                [
                    _keyed(button("accept", event, base, t("Accept"), then="review", className="main"), "y")
                    if undecided
                    else None,
                    _keyed(button("delete", event, base, t("Reject"), then="review"), "x"),
                    _keyed(way(t("Edit"), {"show": "edit", "event": event.id}), "e"),
                    _keyed(way(t("Previous"), {"event": before}), "p"),
                    _keyed(way(t("Next"), {"event": following}), "n"),
                ],
                className="actions",
            ),
        ],
        id="review-bar",
        className="review-bar",
    )  # fmt: skip


def why_doubtful(event: Event, timeline: Timeline, language: str) -> list[str]:
    """The doubts of an event in words, with how sure the reading is."""
    share = format_share(event.confidence, language)
    found = [message(each, language) for each in doubts(event, timeline)]
    return found or [message("nothing speaks against it; confidence {share}", language, share=share)]


def _keyed(made: Component, key: str) -> Component:
    """A button with the key that presses it, seen and heard."""
    setattr(made, "data-key", key)
    setattr(made, "aria-keyshortcuts", key)
    made.children = [made.children, html.Kbd(key.upper(), **{"aria-hidden": "true"})]
    return made


def _progress(workspace: Workspace, timeline: Timeline, waiting: int, language: str) -> str:
    project = workspace.project
    looked = [each.id for each in timeline.events if each.review in {Review.ACCEPTED, Review.EDITED}]
    machine = {key: read for key in looked if (read := project.machine(key))}
    gone = [read for key in project.deleted() if (read := project.machine(key))]
    done = reviewed(timeline, machine, gone)
    return message("{done} of {total} reviewed", language, done=done, total=done + waiting)


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; the header says how many events wait."""

    @app.callback(
        Output("review-open", "children"),
        Output("review-open", "hidden"),
        Output("review-open", "data-go"),
        Input("revision", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def count(_revision: int | None, language: str | None) -> tuple[Any, ...]:
        return _waiting(workspace.timeline(), language or "en")
