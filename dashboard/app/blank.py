"""What stands in the chart's place while there is no article: ways to bring one. Called by ``stage``.

``assets/intake.js`` hears the buttons; those of the samples are heard by ``guide.samples``.
"""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.app.guide.samples import TOLD
from dashboard.wording import message

Component = Any
WAYS = (("paste", "Paste a text"), ("files", "Choose files"), ("address", "Give an address"))
"""How articles come, as the script knows it, and as a button says it."""


def blank(language: str) -> list[Component]:
    """An honest empty state: nothing is here, and how something comes here."""
    return [
        html.P(message("This timeline is empty.", language), className="nothing-title"),
        html.P(message("Bring the articles that it shall be made of; files may be dropped here.", language)),
        html.Div(
            [
                dmc.Button(
                    message(label, language),
                    variant="filled" if way == "paste" else "default",
                    size="sm",
                    **{"data-bring": way},
                )
                for way, label in WAYS
            ],
            className="blank-ways",
        ),
        html.P(message("Or look at a sample first:", language)),
        html.Div(
            [
                html.Button(
                    message(heading, language),
                    id={"type": "sample-open", "name": name},
                    type="button",
                    className="link",
                    n_clicks=0,
                )
                for name, (heading, _) in TOLD.items()
            ],
            className="blank-ways",
        ),
        html.Button("", id="clear-nothing", hidden=True, type="button"),
    ]
