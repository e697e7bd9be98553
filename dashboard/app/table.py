"""The events as a table (ag-grid): sorting, the keyboard and screen readers; in step with the chart.

The grid asks for rows as they come into sight, however many there are; they are sorted here.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import dash_ag_grid as dag
import numpy as np
from dash import ClientsideFunction, Dash, Input
from flask import Response, jsonify, request

from dashboard.app import chart, security
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.widths import MOST as MOST_MEASURED
from dashboard.app.widths import widths
from dashboard.app.workspace import Workspace
from dashboard.events.ontology import type_name
from dashboard.model import Event, Timeline
from dashboard.store import fold, kept, value_name
from dashboard.store.columns import Numbers
from dashboard.wording import (
    LANGUAGES,
    RIGHT_TO_LEFT,
    format_share,
    format_when,
    listed,
    message,
    status_name,
)

Component = Any
BLOCK = 200  # rows that the grid asks for at once
MOST = 10_000  # rows that anybody may ask for at once
ROWS = "rows"
COLUMNS = (
    ("day", "Date"),
    ("title", "Event"),
    ("type", "Type"),
    ("status", "Status"),
    ("actors", "Actors"),
    ("place", "Place"),
    ("confidence", "Confidence"),
    ("review", "Review"),
    ("sources", "Sources"),
)
_SHOWN = {"day": "when", "confidence": "sure"}
"""What of a row a column shows, where it sorts by something else."""
_WORDS = frozenset({"title", "type", "actors", "place", "review"})


# The grid's own theme, in the page's colours: CSS variables follow a change of theme by themselves.
_THEME = (
    "themeQuartz.withParams({"
    "accentColor: 'var(--accent)', backgroundColor: 'var(--paper)', foregroundColor: 'var(--ink)', "
    "borderColor: 'var(--line)', headerBackgroundColor: 'var(--paper)', headerTextColor: 'var(--muted)', "
    "rowHoverColor: 'var(--band)', selectedRowBackgroundColor: 'var(--chosen)', "
    "fontFamily: 'var(--font)', fontSize: 13, headerFontSize: 12, wrapperBorder: false, "
    "browserColorScheme: 'inherit', cellHorizontalPadding: 12, columnBorder: false})"
)


def layout(selected: str, language: str, timeline: Timeline | None = None) -> Component:
    """The grid, whose script (``assets/keys.js``) asks for rows as they come into sight."""
    return dag.AgGrid(
        id="table",
        rowModelType="infinite",
        columnDefs=_columns(timeline or Timeline(), language),
        getRowId="params.data.id",
        selectedRows=chosen(selected),
        defaultColDef={"sortable": True, "resizable": True, "suppressMovable": True, "minWidth": 80},
        dashGridOptions={
            "theme": {"function": _THEME},
            "localeText": _own_words(language),
            "enableRtl": language in RIGHT_TO_LEFT,
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "animateRows": False,
            "rowHeight": 34,
            "headerHeight": 36,
            "ensureDomOrder": True,
            "suppressColumnVirtualisation": True,
            "suppressCellFocus": False,
            "enableCellTextSelection": True,
            "suppressNoRowsOverlay": True,
            "enableBrowserTooltips": True,
            "cacheBlockSize": BLOCK,
        },
        className="grid",
        style={"height": "100%", "width": "100%"},
    )


def _own_words(language: str) -> dict[str, str]:
    """What the grid itself says, by its own keys."""
    return {
        "loadingOoo": message("Loading…", language),
        "ariaSortableColumn": message("Press Enter to sort", language),
        "ariaRowSelect": message("Press Space to select this row", language),
        "ariaRowDeselect": message("Press Space to deselect this row", language),
    }


def rows(timeline: Timeline, events: Sequence[Event], language: str) -> list[dict[str, Any]]:
    """One dict per event: the columns of ``COLUMNS``, its id, and what its dates sort by."""
    return [_row(timeline, event, language) for event in events]


def block(timeline: Timeline, state: ViewState, asked: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The answer to a request of the grid: some of the rows as it sorts them, and how many there are.

    It asks for ``startRow`` up to ``endRow``, sorted by ``sortModel``, a list of ``colId`` and ``sort``.
    """
    shown = chart.visible(timeline, state)
    order = np.arange(len(shown.events))
    keys = [
        ranks(shown, str(each["colId"]), language) * (-1 if each["sort"] == "desc" else 1)
        for each in asked.get("sortModel") or ()
        if each["colId"] in _KEYS
    ]
    if keys:
        order = np.lexsort(keys[::-1])  # what is alike stays in time order
    first, last = int(asked["startRow"]), int(asked["endRow"])
    some = [shown.events[at] for at in order[first:last].tolist()]
    return {"rowData": rows(shown, some, language), "rowCount": len(shown.events)}


@kept
def ranks(timeline: Timeline, field: str, language: str) -> Numbers:
    """For each event its place among the values of a column; equal ones share theirs."""
    key = _KEYS[field]
    values = [key(timeline, event, language) for event in timeline.events]
    places = {value: at for at, value in enumerate(sorted(set(values)))}
    return np.array([places[value] for value in values], dtype=np.int64)


def chosen(selected: str) -> Any:
    """The grid's selection for an event id, or none."""
    return {"ids": [selected]} if selected else []


def _day(event: Event) -> str:
    first = event.when.earliest or event.when.latest
    return first.isoformat() if first else ""


def _actors(timeline: Timeline, event: Event, language: str) -> str:
    known = timeline.actors
    names = [known[each.actor].name(language) for each in event.participants if each.actor in known]
    return listed(dict.fromkeys(names), language)


def _review(timeline: Timeline, event: Event, language: str) -> str:
    return value_name(timeline, "reviews", event.review.value, language)


def _sources(event: Event) -> int:
    return len({each.article for each in event.evidence})


_KEYS: Mapping[str, Callable[[Timeline, Event, str], Any]] = {
    "day": lambda _, event, __: _day(event),
    "title": lambda _, event, language: fold(event.title(language)),
    "type": lambda _, event, language: fold(type_name(event.type, language)),
    "status": lambda _, event, language: fold(status_name(event.status.value, language)),
    "actors": lambda timeline, event, language: fold(_actors(timeline, event, language)),
    "place": lambda _, event, language: fold(event.place.name(language)) if event.place else "",
    "confidence": lambda _, event, __: round(event.confidence * 100),
    "review": lambda timeline, event, language: fold(_review(timeline, event, language)),
    "sources": lambda _, event, __: _sources(event),
}
"""What the columns sort by."""


def _row(timeline: Timeline, event: Event, language: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "when": format_when(event.when, language, short=True),
        "day": _day(event),
        "title": event.title(language),
        "type": type_name(event.type, language),
        "status": status_name(event.status.value, language),
        "actors": _actors(timeline, event, language),
        "place": event.place.name(language) if event.place else "",
        "confidence": round(event.confidence * 100),
        "sure": format_share(event.confidence, language),
        "review": _review(timeline, event, language),
        "sources": _sources(event),
    }


def _columns(timeline: Timeline, language: str) -> list[dict[str, Any]]:
    columns: list[dict[str, Any]] = []
    held = [
        row | {field: row[shown] for field, shown in _SHOWN.items()}
        for row in rows(timeline, timeline.events[:MOST_MEASURED], language)
    ]
    headings = {field: message(name, language) for field, name in COLUMNS}
    wide = widths(held, headings)
    for field, heading in headings.items():
        column: dict[str, Any] = {"field": field, "headerName": heading, **wide[field]}
        if field == "day":  # sorts as an ISO day, reads as the language writes it
            column |= {
                "valueFormatter": {"function": "params.data ? params.data.when : ''"},
                "cellClass": "tabular",
            }
        if field in _WORDS:  # what a narrow column cuts can still be read
            column["tooltipField"] = field
        if field == "confidence":
            column |= {
                "valueFormatter": {"function": "params.data ? params.data.sure : ''"},
                "cellClass": "tabular",
            }
        columns.append(column)
    return columns


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; the grid gets its rows, and a clicked or focused row is the selected event."""
    app.clientside_callback(
        ClientsideFunction("detente", "row"), Input("table", "selectedRows"), prevent_initial_call=True
    )
    prefix = app.config.routes_pathname_prefix
    app.server.add_url_rule(f"{prefix}{ROWS}", ROWS, partial(_answer, workspace))


def _answer(workspace: Workspace) -> Response:
    """Some rows as JSON; not by a callback, whose earlier answer is dropped when the grid asks again."""
    try:
        first, last = int(request.args.get("first", "")), int(request.args.get("last", ""))
    except ValueError:
        first, last = -1, -1
    if not 0 <= first <= last <= first + MOST:
        return security.answer(400, "This request is not one that the page sends: reload the page.")
    sorts = [each.partition(":")[::2] for each in request.args.getlist("sort")]
    asked = {
        "startRow": first,
        "endRow": last,
        "sortModel": [{"colId": field, "sort": way} for field, way in sorts],
    }
    language = request.args.get("language", "")
    timeline = workspace.timeline()
    state = chart.known(timeline, state_from_url(request.args.get("search", "")))
    return jsonify(block(timeline, state, asked, language if language in LANGUAGES else "en"))
