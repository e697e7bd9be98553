"""The panel of a view: its figure, what is heard of it, and the same as a list that every reader can walk."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from dashboard.app.views.listing import listing
from dashboard.figures import CONFIG
from dashboard.wording import message

Component = Any
VIEWS = ("network", "matrix", "map")
"""The views that have a figure of their own, by tab."""

NAMES = {"network": "Network", "matrix": "Matrix", "map": "Map"}
_LISTS = {
    "network": "Actors and ties as a list",
    "matrix": "Cells and events as a list",
    "map": "Places and ties as a list",
}


def room(view: str) -> str:
    """The id of what holds a view: empty until it is opened for the first time."""
    return f"{view}-room"


def reserved(figure: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that keep a figure's room until it is drawn (``assets/chart.js`` gives it up then)."""
    high = figure.get("layout", {}).get("height", 0)
    return {"style": {"minHeight": high}, "data-room": "yes"}


def panel(view: str, figure: dict[str, Any], said: str, language: str) -> list[Component]:
    """What stands in the room of one view from its first opening on; a new figure goes by ``renewed``."""
    return [
        html.Div(
            html.Div(
                dcc.Graph(id=view, figure=figure, config=CONFIG, responsive=False),
                id=f"{view}-picture",
                role="img",
                **{"aria-label": said, **reserved(figure)},
            ),
            id=f"{view}-focus",
            className="stage-focus",
            tabIndex=0,
            role="group",
            **{
                "aria-label": message(
                    "{view}: arrow keys move between events, Enter reads the evidence",
                    language,
                    view=message(NAMES[view], language),
                )
            },
        ),
        html.Details(
            [
                html.Summary(message(_LISTS[view], language)),
                html.Ul(listing(figure, language), id=f"{view}-list", className="aims"),
            ],
            className="as-list",
        ),
    ]


def renewed(view: str, figure: dict[str, Any], said: str, language: str) -> dict[str, dict[str, Any]]:
    """What a new figure changes in a room that is furnished: the properties of components, by their ids."""
    return {
        view: {"figure": figure},
        f"{view}-picture": {"aria-label": said},
        f"{view}-list": {"children": listing(figure, language)},
    }
