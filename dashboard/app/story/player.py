"""The story as it is told: a card under the chart, one step at a time; which days the chart then shows."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dash import html

from dashboard.app.story.panel import told
from dashboard.app.workspace import Workspace
from dashboard.model import Event, Timeline
from dashboard.wording import format_when, message

Component = Any
Window = tuple[date | None, date | None]
_AROUND = 2  # events on either side that stay in sight
_LEAST = timedelta(days=20)


def layout(language: str) -> Component:
    """The card, hidden until a story is told; the browser fills it."""

    def t(text: str) -> str:
        return message(text, language)

    return html.Section(
        [
            html.Div(id="story-progress", className="story-progress", **{"aria-hidden": "true"}),
            html.Div(
                [
                    html.P(id="story-number", className="note"),
                    html.H1(id="story-heading", tabIndex=-1),
                    html.P(id="story-when", className="event-date"),
                    html.P(id="story-caption", className="story-caption"),
                    html.Blockquote(id="story-quote"),
                ],
                className="story-text",
            ),
            html.Div(
                [
                    html.Button(t("Previous"), id="story-previous", type="button", className="act"),
                    html.Button(t("Next"), id="story-next", type="button", className="act main"),
                    html.Button(t("Full screen"), id="story-full", type="button", className="act"),
                    html.Button(t("Close (Escape)"), id="story-leave", type="button", className="act"),
                ],
                className="actions",
            ),
        ],
        id="story-player",
        hidden=True,
        **{"aria-label": t("Story"), "data-number": t("Step {number} of {total}")},
    )


def steps_for(workspace: Workspace, language: str) -> list[dict[str, str]]:
    """The story's steps in words, as the browser tells them."""
    steps = told(workspace)
    wanted = {step.event for step in steps}
    events = {event.id: event for event in workspace.timeline().events if event.id in wanted} if steps else {}
    found = []
    for step in steps:
        event = events[step.event]
        found.append(
            {
                "event": event.id,
                "title": event.title(language),
                "when": format_when(event.when, language),
                "caption": step.caption,
                "quote": event.evidence[0].quote if event.evidence else "",
            }
        )
    return found


def near(shown: Timeline, event_id: str) -> Window | None:
    """The days around an event in which its neighbours in time stay in sight; None if it is not shown."""
    events = shown.events
    at = next((place for place, event in enumerate(events) if event.id == event_id), None)
    if at is None:
        return None
    around: Sequence[Event] = events[max(0, at - _AROUND) : at + _AROUND + 1]
    first = [_ends(event)[0] for event in around]
    last = [_ends(event)[1] for event in around]
    try:
        return min(first) - _LEAST, max(last) + _LEAST
    except OverflowError:  # at the end of time
        return min(first), max(last)


def _ends(event: Event) -> tuple[date, date]:
    first = event.when.earliest or event.when.latest
    last = event.when.latest or event.when.earliest
    assert first is not None
    assert last is not None
    return first, last
