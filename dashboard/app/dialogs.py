"""The one way that the page makes a dialog: named, closable by Escape; ``assets/dialogs.js`` helps it."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.wording import message

Component = Any


def dialog(name: str, title: str, children: list[Component], language: str, **options: Any) -> Component:
    """A modal dialog, closed unless ``opened=True`` is among the options, with an id and a heading."""
    return dmc.Modal(
        children,
        id=name,
        # the focus begins here, not on the button that closes
        title=html.Span(title, tabIndex=-1, className="dialog-heading", **{"data-autofocus": True}),
        closeButtonProps={"aria-label": message("Close (Escape)", language)},
        **{"size": "lg", "classNames": {"content": "dialog", "title": "dialog-title"}} | options,
    )
