"""Five steps through the page, each beside what it speaks of; offered once, and again in the help."""

# ruff: noqa: ISC004 - a step is heading and text, and a text is longer than a line
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.wording import format_number, message

Component = Any
STEPS = (
    (
        "#stage-focus",
        "Every mark is an event",
        "A lane is an actor; a line joins those who share an event. Hollow marks are planned, faded ends "
        "approximate; jagged lines skip quiet years.",
    ),
    (
        "#rail-toggle",
        "Filter by who and when",
        "Tick actors, types and statuses, or drag over the strip under the timeline to choose dates. "
        "The counts say what each choice would leave.",
    ),
    (
        "#stage-focus",
        "Read the very words",
        "Click a mark or its label: beside it stand the words it was read from, marked in the article, "
        "and why it was dated so.",
    ),
    (
        "#counted",
        "Correct what is wrong",
        "Set a publication date that was guessed; edit, merge, split or remove events. Every change can "
        "be undone.",
    ),
    (
        "#publish",
        "Publish",
        "Save the chart as an image, the events as data, or the whole as a page that works by itself, "
        "with sources and filters in it.",
    ),
)
"""What each step points at, its heading and its text."""


def invitation(language: str) -> Component:
    """The card that offers the tour to somebody who has not seen the page before."""
    return html.Aside(
        [
            html.P(message("New here? A tour of five steps shows what the page can do.", language)),
            html.Div(
                [
                    _button("tour-later", message("No, thanks", language), "subtle"),
                    _button("tour-start", message("Take the tour", language), "filled"),
                ],
                className="tour-buttons",
            ),
        ],
        id="tour-invitation",
        className="tour-card",
        hidden=True,
        **{"aria-label": message("Tour", language)},
    )


def steps(language: str) -> Component:
    """The steps, all hidden; the browser shows one at a time beside its target."""
    return html.Div([_step(number, language) for number in range(len(STEPS))], id="tour")


def _step(number: int, language: str) -> Component:
    target, heading, text = STEPS[number]
    last = number == len(STEPS) - 1
    progress = message(
        "{number} of {total}",
        language,
        number=format_number(number + 1, language),
        total=format_number(len(STEPS), language),
    )
    return html.Div(
        [
            html.H2(message(heading, language), id=f"tour-heading-{number}", tabIndex=-1),
            html.P(message(text, language)),
            html.Div(
                [
                    html.Span(progress, className="tour-progress"),
                    _button("", message("Back", language), "subtle", "back") if number else None,
                    None if last else _button("", message("Skip", language), "subtle", "end"),
                    _button("", message("Done", language), "filled", "end")
                    if last
                    else _button("", message("Next", language), "filled", "next"),
                ],
                className="tour-buttons",
            ),
        ],
        className="tour-card",
        hidden=True,
        role="dialog",
        **{"aria-labelledby": f"tour-heading-{number}", "data-target": target},
    )


def _button(name: str, label: str, variant: str, step: str = "") -> Component:
    options: dict[str, Any] = {"id": name} if name else {"data-step": step}
    return dmc.Button(label, variant=variant, size="compact-sm", **options)
