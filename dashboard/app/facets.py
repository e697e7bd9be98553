"""One facet of the rail: a group that opens and closes, its options with counts, to include or leave out.

``assets/facets.js`` says what is looked for in a long list, and does "only this" and "without this".
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.app.state import address_key
from dashboard.store import fold
from dashboard.wording import format_number, message

Component = Any
LISTED = 60  # options of one facet that are listed; the rest are found by name
LONG = 8  # options from which a list can be searched and sorted

NAMES = {
    "actors": "Actors",
    "types": "Type",
    "statuses": "Status",
    "places": "Places",
    "countries": "Countries",
    "articles": "Sources",
    "written": "Language of the source",
    "sure": "Confidence",
    "reviews": "Review",
}
"""The facets in the order of the rail, and what each is called."""

_OPEN = ("actors", "types", "statuses")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: how many events it would leave, and its lane's colour if it has one."""

    value: str
    label: str
    count: int
    colour: str = ""
    depth: int = 0


def group(
    facet: str,
    choices: Sequence[Option],
    chosen: Sequence[str],
    language: str,
    *,
    more: Sequence[Component] = (),
) -> Component:
    """A facet's group: open as it was left, its tools if it is long, its options."""
    name = message(NAMES[facet], language)
    tools = [] if facet == "actors" else _tools(facet, name, choices, language)
    return html.Details(
        [
            html.Summary(html.H3(name, className="group-title")),
            *more,
            *tools,
            dmc.CheckboxGroup(
                html.Div(
                    options(facet, choices, chosen, language), id=f"{facet}-options", className="options"
                ),
                id=facet,
                value=list(chosen),
                className="choices",
                **{"aria-label": name},
            ),
        ],
        className="group facet",
        open=facet in _OPEN or bool(chosen),
        **{"data-facet": address_key(facet)},
    )


def _tools(facet: str, name: str, choices: Sequence[Option], language: str) -> list[Component]:
    """A field that finds options and a button that sorts them, where there are many."""
    if len(choices) < LONG:
        return []
    return [
        html.Div(
            [
                dmc.TextInput(
                    id=f"{facet}-find",
                    size="xs",
                    placeholder=message("Find in the list", language),
                    **{"aria-label": message("Find in: {name}", language, name=name), "data-find": facet},
                ),
                html.Button(
                    message("A–Z", language),
                    type="button",
                    className="link",
                    **{
                        "data-sort": facet,
                        "aria-pressed": "false",
                        "aria-label": message("Sort by name: {name}", language, name=name),
                    },
                ),
            ],
            className="facet-tools",
        )
    ]


def options(
    facet: str,
    choices: Sequence[Option],
    chosen: Sequence[str],
    language: str,
    *,
    find: str = "",
    by_name: bool = False,
) -> list[Component]:
    """The checkboxes of one filter; they stay, and keep the focus, while only their counts change.

    ``find`` looks through all choices, and ``by_name`` orders all of them, before a long list is cut.
    """
    found = _found(choices, find, by_name=by_name)
    listed = [each for at, each in enumerate(found) if at < LISTED or each.value in chosen]
    boxes = [_option(facet, each, language) for each in listed]
    left = len(found) - len(listed)
    if left:
        said = message("and {count} more: find it by name", language,
                       plural="and {count} more: find them by name", count=left)  # fmt: skip
        boxes.append(html.P(said, className="note"))
    if choices and not found:
        boxes.append(html.P(message("Nothing in this list is called so.", language), className="note"))
    return boxes


def _found(choices: Sequence[Option], find: str, *, by_name: bool) -> Sequence[Option]:
    words = fold(find).split()
    found = [each for each in choices if all(word in fold(each.label) for word in words)]
    return sorted(found, key=lambda each: fold(each.label)) if by_name else found


def _option(facet: str, each: Option, language: str) -> Component:
    aim = json.dumps([address_key(facet), each.value], ensure_ascii=False)
    return html.Div(
        [
            dmc.Checkbox(
                value=each.value,
                size="xs",
                className=f"option depth-{each.depth}",
                label=html.Span(
                    [
                        html.Span(className="key", style={"background": each.colour})
                        if each.colour
                        else None,
                        html.Span(each.label, className="option-name", dir="auto"),
                        html.Span(
                            count(each.count, language),
                            id={"type": "count", "facet": facet, "value": each.value},
                            className="option-count",
                        ),
                    ],
                    className="option-label",
                ),
            ),
            html.Button(
                message("only", language),
                type="button",
                className="link option-do",
                **{"data-only": aim, "aria-label": message("Only {name}", language, name=each.label)},
            ),
            html.Button(
                message("not", language),
                type="button",
                className="link option-do",
                **{
                    "data-not": aim,
                    "aria-pressed": "false",
                    "aria-label": message("Without {name}", language, name=each.label),
                },
            ),
        ],
        className="option-row",
        **{"data-value": each.value},
    )


def count(events: int, language: str) -> list[Component]:
    """A count as it is seen, and as it is heard: "5" and "5 events"."""
    heard = message("{count} event", language, plural="{count} events", count=events)
    return [
        html.Span(
            format_number(events, language), className="" if events else "zero", **{"aria-hidden": "true"}
        ),
        dmc.VisuallyHidden(heard),
    ]
