"""The events as a table (ag-grid): sorting, the keyboard and screen readers; in step with the chart."""

from typing import Any

import dash_ag_grid as dag
from dash import ClientsideFunction, Dash, Input

from dashboard.app.naming import type_name
from dashboard.model import Event, Timeline
from dashboard.store import value_name
from dashboard.wording import RIGHT_TO_LEFT, format_share, format_when, message, status_name

Component = Any
MOST = 5_000  # rows that are sent at once
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


def layout(timeline: Timeline, selected: str, language: str) -> Component:
    """The grid over the visible events, in time order."""
    return dag.AgGrid(
        id="table",
        rowData=rows(timeline, language),
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
        },
        className="grid",
        style={"height": "100%", "width": "100%"},
    )


def _own_words(language: str) -> dict[str, str]:
    """What the grid itself says to screen readers, by its own keys."""
    return {
        "ariaSortableColumn": message("Press Enter to sort", language),
        "ariaRowSelect": message("Press Space to select this row", language),
        "ariaRowDeselect": message("Press Space to deselect this row", language),
    }


def rows(timeline: Timeline, language: str) -> list[dict[str, Any]]:
    """One dict per event: the columns of ``COLUMNS``, its id, and what its dates sort by."""
    return [_row(timeline, event, language) for event in timeline.events]


def chosen(selected: str) -> Any:
    """The grid's selection for an event id, or none."""
    return {"ids": [selected]} if selected else []


def _row(timeline: Timeline, event: Event, language: str) -> dict[str, Any]:
    names = [
        timeline.actors[each.actor].name(language)
        for each in event.participants
        if each.actor in timeline.actors
    ]
    first = event.when.earliest or event.when.latest
    return {
        "id": event.id,
        "when": format_when(event.when, language, short=True),
        "day": first.isoformat() if first else "",
        "title": event.title(language),
        "type": type_name(event.type, language),
        "status": status_name(event.status.value, language),
        "actors": ", ".join(dict.fromkeys(names)),
        "place": event.place.name(language) if event.place else "",
        "confidence": round(event.confidence * 100),
        "sure": format_share(event.confidence, language),
        "review": value_name(timeline, "reviews", event.review.value, language),
        "sources": len({each.article for each in event.evidence}),
    }


def _columns(language: str) -> list[dict[str, Any]]:
    columns: list[dict[str, Any]] = []
    for field, name, width in COLUMNS:
        column: dict[str, Any] = {"field": field, "headerName": message(name, language), "width": width}
        if field == "day":  # sorts as an ISO day, reads as the language writes it
            column |= {"valueFormatter": {"function": "params.data.when"}, "cellClass": "tabular"}
        if field == "title":
            column |= {"flex": 1, "minWidth": 240}
        if field in ("title", "actors"):  # what a narrow column cuts can still be read
            column["tooltipField"] = field
        if field == "confidence":
            column |= {"valueFormatter": {"function": "params.data.sure"}, "cellClass": "tabular"}
        columns.append(column)
    return columns


def register(app: Dash) -> None:
    """Nothing; a clicked or focused row is the selected event."""
    app.clientside_callback(
        ClientsideFunction("detente", "row"), Input("table", "selectedRows"), prevent_initial_call=True
    )
