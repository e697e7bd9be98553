"""The middle of the page: tabs, active filters, the timeline with its overview, the table, "nothing left"."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, dcc, html

from dashboard.app import chart, views
from dashboard.app.blank import blank as empty_page
from dashboard.app.state import LANES, SCALES, ViewState
from dashboard.app.views.panels import NAMES, VIEWS, reserved
from dashboard.figures import CONFIG
from dashboard.wording import message

Component = Any
_LANES = {
    "actor": "Lanes: actors",
    "type": "Lanes: types",
    "place": "Lanes: places",
    "source": "Lanes: sources",
    "one": "One lane",
}
_SCALES = {
    "folded": "Axis: quiet times folded",
    "chronological": "Axis: to scale",
    "sequential": "Axis: one step each",
}


def layout(
    drawing: chart.Drawing,
    table: Component,
    chips: Sequence[Component],
    state: ViewState,
    language: str,
    *,
    empty: bool,
    blank: bool = False,
    ignored: str = "",
) -> Component:
    """The stage of a page that opens with this state."""
    return html.Main(
        dmc.Tabs(
            [
                html.Div(
                    [
                        _tabs(language),
                        _controls(state, language),
                        html.Div(list(chips), id="chips", className="chips"),
                    ],
                    className="stage-head",
                ),
                html.P(ignored, id="ignored", className="ignored", role="status"),
                dmc.TabsPanel(
                    _timeline(drawing, nothing(state, language, blank=blank), language, empty=empty),
                    value="timeline",
                    className="panel",
                ),
                *_views(drawing, state, language),
                dmc.TabsPanel(
                    html.Div(table, id="table-room", className="table-room"),
                    value="table",
                    className="panel",
                ),
            ],
            id="tab",
            value=state.tab,
            keepMounted=True,
        ),
        id="stage",
        tabIndex=-1,
    )


def _tabs(language: str) -> Component:
    names = {"timeline": "Timeline", **{view: NAMES[view] for view in VIEWS}, "table": "Table"}
    return dmc.TabsList(
        [dmc.TabsTab(message(name, language), value=tab) for tab, name in names.items()],
        **{"aria-label": message("Views", language)},
    )


def _views(drawing: chart.Drawing, state: ViewState, language: str) -> list[Component]:
    """The panels of network, matrix and map; a room is empty until it is opened."""
    return [
        dmc.TabsPanel(
            html.Div(
                views.panel(view, drawing.view, drawing.summary, language) if state.tab == view else [],
                id=views.room(view),
                className="view-room",
            ),
            value=view,
            className="panel",
        )
        for view in VIEWS
    ]


def _controls(state: ViewState, language: str) -> Component:
    """What the timeline's lanes stand for, and how its axis is drawn."""
    lanes = [{"value": value, "label": message(_LANES[value], language)} for value in LANES]
    scales = [{"value": value, "label": message(_SCALES[value], language)} for value in SCALES]
    return html.Div(
        [
            dmc.Select(
                id="lanes", data=lanes, value=state.lanes, size="xs", allowDeselect=False,
                **{"aria-label": message("What lanes stand for", language)},
            ),
            dmc.Select(
                id="scale", data=scales, value=state.scale,
                size="xs",
                allowDeselect=False,
                **{"aria-label": message("Scale of the axis", language)},
            ),
        ],
        className="timeline-controls",
    )  # fmt: skip


def _timeline(
    drawing: chart.Drawing, instead: Sequence[Component], language: str, *, empty: bool
) -> Component:
    return html.Div(
        [
            html.Div(
                [
                    html.Div(
                        dcc.Graph(id="chart", figure=drawing.figure, config=CONFIG, responsive=False),
                        id="picture",
                        role="img",
                        hidden=empty,
                        **{"aria-label": drawing.summary, **reserved(drawing.figure)},
                    ),
                    html.Div(list(instead), id="nothing", hidden=not empty),
                ],
                id="stage-focus",
                className="stage-focus",
                tabIndex=0,
                role="group",
                **{
                    "aria-label": message(
                        "Timeline: arrow keys move between events, Enter reads the evidence", language
                    ),
                    "aria-describedby": "chart-summary",
                },
            ),
            dmc.VisuallyHidden(html.P(drawing.summary, id="chart-summary")),
            _overview(drawing, language),
        ],
        id="chart-room",
    )


def _overview(drawing: chart.Drawing, language: str) -> Component:
    """The strip under the chart, with the buttons around it."""
    said = message("Overview of the whole affair: drag to choose a range of dates", language)
    # room is kept for it, for the chart is measured before it is drawn; the other views have none
    high = drawing.overview["layout"]["height"] if drawing.overview else 0
    return html.Div(
        [
            html.Button(
                message("More below", language), id="more-below", type="button", className="more-below"
            ),
            _zoom(language),
            html.Div(
                dcc.Graph(id="overview", figure=drawing.overview, config=CONFIG, responsive=False),
                style={"minHeight": high},
                role="img",
                **{"aria-label": said},
            ),
        ],
        id="overview-room",
    )


def _zoom(language: str) -> Component:
    """The buttons beside the overview; the page's script knows them by what they carry."""
    said = {"in": "Zoom in (+)", "out": "Zoom out (−)", "fit": "Show the whole time (0)"}
    return html.Div(
        [
            html.Button(
                html.Span(className=f"icon icon-zoom-{way}"),
                type="button",
                className="zoom-button",
                title=message(words, language),
                **{"data-zoom": way, "aria-label": message(words, language)},
            )
            for way, words in said.items()
        ],
        id="zoom",
        role="group",
        **{"aria-label": message("Zoom", language)},
    )


def nothing(state: ViewState, language: str, *, blank: bool = False) -> list[Component]:
    """What stands in the chart's place when no event is left: why, and a way out.

    ``blank`` says that nothing has been brought yet.
    """
    if blank:
        return empty_page(language)
    if not state.filtering:
        return [
            html.P(
                message("No dated event was found in these articles.", language), className="nothing-title"
            ),
            html.P(message("The sources can still be read, and their publication date set.", language)),
            html.Button("", id="clear-nothing", hidden=True, type="button"),
        ]
    return [
        html.P(message("No event passes these filters.", language), className="nothing-title"),
        html.P(message("Widen the range, take an actor away, or begin again.", language)),
        dmc.Button(message("Clear all filters", language), id="clear-nothing", variant="light"),
    ]


def chips_of(active: Sequence[tuple[str, str, str]], language: str) -> list[Component]:
    """The active filters as buttons that take them away: (address key, value, what is said)."""
    return [
        html.Button(
            [html.Span(said), html.Span(className="icon icon-close")],
            id={"type": "chip", "key": key, "value": value},
            type="button",
            className="chip",
            n_clicks=0,
            **{"aria-label": message("Remove the filter: {filter}", language, filter=said)},
        )
        for key, value, said in active
    ]


def register(app: Dash) -> None:
    """Nothing; connects tabs, chips and the two graphs with the address."""
    app.clientside_callback(
        ClientsideFunction("detente", "tab"), Input("tab", "value"), prevent_initial_call=True
    )
    for name, called in (("lanes", "viewLanes"), ("scale", "viewScale")):
        app.clientside_callback(
            ClientsideFunction("detente", called), Input(name, "value"), prevent_initial_call=True
        )
    app.clientside_callback(
        ClientsideFunction("detente", "clear"),
        Input("clear", "n_clicks"),
        Input("clear-nothing", "n_clicks"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("detente", "chip"),
        Input({"type": "chip", "key": ALL, "value": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
