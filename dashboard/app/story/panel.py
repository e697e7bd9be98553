"""The panel in which a story is made and the timeline annotated; the buttons that lead to it."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.app.curate.commands import way
from dashboard.app.parts import part
from dashboard.app.workspace import Workspace
from dashboard.model import Event
from dashboard.publish.stories import Step, steps_of
from dashboard.timeline.annotations import KINDS, Annotation, annotation_of
from dashboard.wording import format_day, format_when, message

Component = Any
TODAY = "today"
"""The key of the document that asks for today's line."""

NAMES = {
    "period": "Period, a band through the lanes",
    "era": "Era, a named bar under the lanes",
    "bracket": "Bracket",
    "text": "Note at a day",
}


def opener(language: str) -> Component:
    """The header's button that opens the panel."""
    return html.Button(
        html.Span(className="icon icon-story"),
        id="story-open",
        type="button",
        className="tool",
        title=message("Story and annotations (s)", language),
        n_clicks=0,
        **{"aria-label": message("Story and annotations", language), "aria-keyshortcuts": "s"},
    )


def button(workspace: Workspace, event: Event, language: str) -> Component:
    """The evidence panel's button: adds its event to the story, or leads to it there."""
    steps = told(workspace)
    place = next((at for at, each in enumerate(steps, 1) if each.event == event.id), None)
    if place is not None:
        return way(message("Step {number} of the story", language, number=place), {"show": "story"})
    return html.Button(
        message("Add to the story", language),
        id={"type": "story-act", "do": "add", "key": event.id},
        type="button",
        className="act",
        n_clicks=0,
    )


def told(workspace: Workspace) -> tuple[Step, ...]:
    """The story's steps, of events that the affair still holds."""
    kept = workspace.project.documents("story")
    return steps_of(kept, {event.id for event in workspace.timeline().events}) if kept else ()


def content(workspace: Workspace, language: str) -> list[Component]:
    """The panel: the story's steps in order, then what is drawn on the timeline."""
    events = {event.id: event for event in workspace.timeline().events}
    steps = told(workspace)
    return [
        html.Div(
            [
                html.H2(message("Story and annotations", language), id="evidence-heading", tabIndex=-1),
                html.H3(message("Story", language), className="story-title"),
                *_steps(steps, events, language),
                html.H3(message("On the timeline", language), className="story-title"),
                *_annotations(workspace, language),
            ],
            id="evidence-body",
            className="scroller alone",
            tabIndex=0,
            role="group",
            **{"aria-labelledby": "evidence-heading"},
        )
    ]


def _steps(steps: Sequence[Step], events: dict[str, Event], language: str) -> list[Component]:
    if not steps:
        said = "Select an event and add it to the story: its steps are told one after the other."
        return [html.P(message(said, language), className="note")]
    last = len(steps)
    return [
        html.Button(
            message("Tell the story", language),
            type="button",
            id="story-play",
            className="act main",
            **{"data-tell": "1"},
        ),
        html.Ol(
            [_step(step, at, last, events[step.event], language) for at, step in enumerate(steps, 1)],
            className="story-steps",
        ),
    ]


def _step(step: Step, number: int, last: int, event: Event, language: str) -> Component:
    title = event.title(language)

    def act(do: str, label: str, icon: str, *, off: bool = False) -> Component:
        return html.Button(
            html.Span(className=f"icon icon-{icon}"),
            id={"type": "story-act", "do": do, "key": step.event},
            type="button",
            className="tool",
            disabled=off,
            n_clicks=0,
            **{"aria-label": message(label, language, title=title), "data-story": f"{do}:{step.event}"},
        )

    told_so = html.Li(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.Strong(title),
                            html.Div(format_when(event.when, language), className="note"),
                        ],
                        className="story-what",
                    ),
                    act("up", "Move “{title}” up", "up", off=number == 1),
                    act("down", "Move “{title}” down", "down", off=number == last),
                    act("remove", "Take “{title}” out of the story", "close"),
                ],
                className="story-head",
            ),
            dmc.Textarea(
                id={"type": "story-caption", "key": step.event},
                value=step.caption,
                debounce=True,
                autosize=True,
                minRows=1,
                size="xs",
                placeholder=message("What you say here", language),
                **{"aria-label": message("Caption of “{title}”", language, title=title)},
            ),
        ]
    )
    return part(f"step:{step.event}", told_so)


def _annotations(workspace: Workspace, language: str) -> list[Component]:
    kept = workspace.project.documents("annotation")
    drawn = {key: each for key, document in kept.items() if (each := annotation_of(document)) is not None}

    def t(text: str) -> str:
        return message(text, language)

    fields = [
        dmc.Select(
            id="annotation-kind",
            label=t("Kind"),
            value=KINDS[0],
            allowDeselect=False,
            size="xs",
            data=[{"value": kind, "label": t(NAMES[kind])} for kind in KINDS],
        ),
        dmc.TextInput(id="annotation-text", label=t("Words"), size="xs"),
        html.Div(
            [
                dmc.TextInput(id="annotation-from", label=t("From"), size="xs", placeholder="2008-08-07"),
                dmc.TextInput(id="annotation-to", label=t("To"), size="xs", placeholder=t("or open")),
            ],
            className="range",
        ),
        html.P(id="annotation-fault", className="warning", role="alert"),
        html.Button(t("Draw it"), id="annotation-add", type="button", className="act", n_clicks=0),
    ]
    today = dmc.Checkbox(id="annotation-today", label=t("A line for today"), checked=TODAY in kept, size="xs")
    return [
        part(
            "drawn",
            html.Ul([_drawn(key, each, language) for key, each in drawn.items()], className="story-drawn"),
        ),
        part("today", html.Div(today)),
        html.Details(
            [
                html.Summary(t("Draw a period, an era, a bracket or a note")),
                html.Div(fields, className="story-form"),
            ],
            className="story-new",
        ),
    ]


def _drawn(key: str, annotation: Annotation, language: str) -> Component:
    ends = [format_day(day, language) if day else "…" for day in (annotation.earliest, annotation.latest)]
    span = ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"
    return html.Li(
        [
            html.Div(
                [html.Strong(annotation.text), html.Div(span, className="note")], className="story-what"
            ),
            html.Button(
                html.Span(className="icon icon-close"),
                id={"type": "story-act", "do": "erase", "key": key},
                type="button",
                className="tool",
                n_clicks=0,
                **{"aria-label": message("Take “{title}” off the timeline", language, title=annotation.text)},
            ),
        ],
        className="story-head",
    )
