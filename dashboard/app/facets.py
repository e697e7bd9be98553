"""One facet of the rail: a group that opens and closes, its options with counts, to include or leave out.

``assets/facets.js`` draws the options, says what is looked for in a long list, and does "only" and "without".
"""

from collections.abc import Collection, Mapping, Sequence
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
    """One choice of a filter: how many events it would leave, its lane's colour, and what it means."""

    value: str
    label: str
    count: int
    colour: str = ""
    depth: int = 0
    meaning: str = ""


def group(
    facet: str,
    choices: Sequence[Option],
    chosen: Sequence[str],
    language: str,
    *,
    more: Sequence[Component] = (),
) -> Component:
    """A facet's group: open as it was left, its tools if it is long, and room for its options."""
    name = message(NAMES[facet], language)
    tools = [] if facet == "actors" else _tools(facet, name, choices, language)
    return html.Details(
        [
            html.Summary(html.H3(name, className="group-title")),
            *more,
            *tools,
            html.Div(id=f"{facet}-options", className="options", role="group", **{"aria-label": name}),
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


def lists(
    choices: Mapping[str, Sequence[Option]],
    chosen: Mapping[str, Collection[str]],
    language: str,
    asked: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What stands in the lists of all facets, as ``assets/facets.js`` draws it.

    One answer for hundreds of lines: each component of the page's own would cost every click its share.

    Args:
        choices: the options of each facet.
        chosen: what is listed however long the list is, by facet.
        language: the reader's.
        asked: what the reader looks for in which list, and which are in order of name.
    """
    asked = asked or {}
    return {
        "words": {
            "only": message("only", language),
            "not": message("not", language),
            "onlyName": message("Only {name}", language),
            "notName": message("Without {name}", language),
        },
        "lists": {
            facet: listed(
                each,
                chosen.get(facet, ()),
                language,
                find=str((asked.get(facet) or {}).get("find") or ""),
                by_name=bool((asked.get(facet) or {}).get("byName")),
            )
            for facet, each in choices.items()
        },
    }


def listed(
    choices: Sequence[Option],
    chosen: Collection[str],
    language: str,
    *,
    find: str = "",
    by_name: bool = False,
) -> dict[str, Any]:
    """The options of one list with their counts, and a note under them: what is not listed.

    ``find`` looks through all choices, and ``by_name`` orders all of them, before a long list is cut.
    """
    found = _found(choices, find, by_name=by_name)
    shown = [each for at, each in enumerate(found) if at < LISTED or each.value in chosen]
    left = len(found) - len(shown)
    note = ""
    if left:
        note = message("and {count} more: find it by name", language,
                       plural="and {count} more: find them by name", count=left)  # fmt: skip
    if choices and not found:
        note = message("Nothing in this list is called so.", language)
    return {"options": [_told(each, language) for each in shown], "note": note}


def _found(choices: Sequence[Option], find: str, *, by_name: bool) -> Sequence[Option]:
    words = fold(find).split()
    found = (
        [each for each in choices if all(word in fold(each.label) for word in words)] if words else choices
    )
    return sorted(found, key=lambda each: fold(each.label)) if by_name else found


def _told(each: Option, language: str) -> dict[str, Any]:
    """An option with its count as it is seen, and as it is heard: "5" and "5 events"."""
    heard = message("{count} event", language, plural="{count} events", count=each.count)
    return {
        "value": each.value,
        "label": each.label,
        "count": format_number(each.count, language),
        "heard": heard,
        "none": not each.count,
        "colour": each.colour,
        "depth": each.depth,
        "meaning": each.meaning,
    }
