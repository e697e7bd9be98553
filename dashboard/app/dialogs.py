"""The one way that the page makes a dialog: named, closable by Escape; ``assets/dialogs.js`` helps it."""

from typing import Any

import dash_mantine_components as dmc

from dashboard.wording import message

Component = Any


def dialog(name: str, title: str, children: list[Component], language: str, **options: Any) -> Component:
    """A modal dialog, closed unless ``opened=True`` is among the options, with an id and a heading."""
    return dmc.Modal(
        children,
        id=name,
        title=title,
        closeButtonProps={"aria-label": message("Close (Escape)", language)},
        **{"size": "lg", "classNames": {"content": "dialog", "title": "dialog-title"}} | options,
    )
