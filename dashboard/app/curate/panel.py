"""What the side panel holds on top: an event's buttons, a form, the review queue, history, and so on.

Called by ``evidence``, which puts the article under it. Other modules of this package may not know it.
"""

from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.app.curate import history, making, parting, review
from dashboard.app.curate.commands import button, way
from dashboard.app.curate.form import Begun, begun_with, form
from dashboard.app.state import ViewState
from dashboard.app.workspace import Workspace
from dashboard.model import Event, Evidence, Review
from dashboard.store.edits import differences
from dashboard.wording import message

Component = Any
REVIEWS = {
    Review.UNREVIEWED: ("", "Not reviewed"),
    Review.ACCEPTED: ("check", "Accepted"),
    Review.EDITED: ("pen", "Edited"),
    Review.MANUAL: ("hand", "Made by hand"),
}
"""The icon and the name of each state of review."""


@dataclass(frozen=True, slots=True)
class Top:
    """The upper part of the panel, and what to mark in the articles under it: words, or an event's."""

    body: Component
    words: Evidence | None = None
    event: Event | None = None


def top(workspace: Workspace, state: ViewState, event: Event | None, language: str) -> Top | None:
    """What an address asks for beside an event's plain evidence; None for that."""
    timeline = workspace.timeline()
    if state.show == "history":
        return Top(history.panel(workspace, event, state.selected, language))
    if state.show == "new":
        seed = making.seed_of(state.seed, timeline)
        return Top(form(making.begun(seed, timeline, language), timeline, language), seed.words)
    if state.show == "review" and event is None and not state.selected:
        return Top(review.outside(workspace, language))
    if event is None:
        return None
    marked = event if event.evidence else None
    if state.show == "edit":
        return Top(form(_begun(workspace, event, language), timeline, language), event=marked)
    if state.show == "split":
        return Top(parting.split_panel(workspace, event, language), event=marked)
    if state.show == "merge":
        return Top(parting.merge_panel(workspace, event, language), event=marked)
    return None


def _begun(workspace: Workspace, event: Event, language: str) -> Begun:
    project = workspace.project
    return begun_with(
        event, project.version(event.id), project.machine(event.id), workspace.timeline(), language
    )


def review_mark(review: Review, language: str) -> Component:
    """A state of review as an icon and a word, never a colour alone; None while nobody has looked."""
    icon, name = REVIEWS[review]
    if not icon:
        return None
    return html.Span(
        [html.Span(className=f"icon icon-{icon}"), message(name, language)],
        className=f"review review-{review.value}",
    )


def actions(workspace: Workspace, state: ViewState, event: Event, language: str) -> Component:
    """The buttons under an event's heading; in the review queue those of a decision."""
    if state.show == "review":
        return review.bar(workspace, event, language)

    def t(text: str) -> str:
        return message(text, language)

    base = workspace.project.version(event.id)
    machine = workspace.project.machine(event.id)
    changed = machine is not None and (event.review is Review.EDITED or differences(machine, event))
    undecided = event.review in {Review.UNREVIEWED, Review.EDITED}
    return html.Div(
        [
            way(t("Edit"), {"show": "edit"}, className="main", **{"data-do": "edit"}),
            button("accept", event, base, t("Accept")) if undecided else None,
            html.Details(
                [
                    html.Summary(t("More"), className="act"),
                    html.Div(
                        [
                            way(t("Split"), {"show": "split"}),
                            way(t("Merge with another"), {"show": "merge"}),
                            way(t("History"), {"show": "history"}),
                            button("revert", event, base, t("Back to the machine’s reading"))
                            if changed
                            else None,
                            button("delete", event, base, t("Delete")),
                        ],
                        className="popup",
                    ),
                ],
                className="more",
            ),
        ],
        className="actions",
    )
