"""The events as a table (ag-grid): sorting, the keyboard and screen readers; in step with the chart.

The grid asks for rows as they come into sight, however many there are; they are sorted here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import dash_ag_grid as dag
import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from dashboard.app import chart
from dashboard.app.naming import type_name
from dashboard.app.state import ViewState, state_from_url, url_from_state
from dashboard.app.workspace import Workspace
from dashboard.model import Event, Timeline
from dashboard.store import fold, kept, value_name
from dashboard.store.columns import Numbers
from dashboard.wording import RIGHT_TO_LEFT, format_share, format_when, message, status_name

Component = Any
BLOCK = 200  # rows that the grid asks for at once
COLUMNS = (
    ("day", "Date", 142),
    ("title", "Event", 280),
    ("type", "Type", 120),
    ("status", "Status", 100),
    ("actors", "Actors", 188),
    ("place", "Place", 100),
    ("confidence", "Confidence", 105),
    ("review", "Review", 110),
    ("sources", "Sources", 85),
)


# The grid's own theme, in the page's colours: CSS variables follow a change of theme by themselves.
_THEME = (
    "themeQuartz.withParams({"
    "accentColor: 'var(--accent)', backgroundColor: 'var(--paper)', foregroundColor: 'var(--ink)', "
    "borderColor: 'var(--line)', headerBackgroundColor: 'var(--paper)', headerTextColor: 'var(--muted)', "
    "rowHoverColor: 'var(--lane)', selectedRowBackgroundColor: 'var(--chosen)', "
    "fontFamily: 'var(--font)', fontSize: 13, headerFontSize: 12, wrapperBorder: false, "
    "browserColorScheme: 'inherit', cellHorizontalPadding: 12, columnBorder: false})"
)


def of(state: ViewState, revision: int) -> dict[str, Any]:
    """What the table is a table of: an address, and the revision of the project."""
    return {"search": url_from_state(state), "revision": revision}


def layout(selected: str, language: str) -> Component:
    """The grid, which asks for its rows itself."""
    return dag.AgGrid(
        id="table",
        rowModelType="infinite",
        columnDefs=_columns(language),
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
            "maxConcurrentDatasourceRequests": 1,  # an answer is always that of the last request
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
    """The answer to a request of the grid: some of the rows as it sorts them, and how many there are."""
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
    return ", ".join(dict.fromkeys(names))


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


def _columns(language: str) -> list[dict[str, Any]]:
    columns: list[dict[str, Any]] = []
    for field, name, width in COLUMNS:
        column: dict[str, Any] = {"field": field, "headerName": message(name, language), "width": width}
        if field == "day":  # sorts as an ISO day, reads as the language writes it
            column |= {
                "valueFormatter": {"function": "params.data ? params.data.when : ''"},
                "cellClass": "tabular",
            }
        if field == "title":
            column |= {"flex": 1, "minWidth": 240}
        if field in ("title", "actors"):  # what a narrow column cuts can still be read
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

    @app.callback(
        Output("table", "getRowsResponse"),
        Input("table", "getRowsRequest"),
        State("table-of", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def answer(asked: dict[str, Any] | None, of: dict[str, Any], language: str) -> Any:
        if not asked:
            return no_update
        timeline = workspace.timeline()
        state = chart.known(timeline, state_from_url(str(of["search"])))
        return block(timeline, state, asked, language)
