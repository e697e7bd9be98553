"""The one way that the page makes a dialog: named, closable by Escape; ``assets/dialogs.js`` helps it."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.wording import message

Component = Any


FIRST = {"data-autofocus": True}
"""Marks what is focused when a dialog opens."""


def dialog(
    name: str, title: str, children: list[Component], language: str, *, answers: bool = False, **options: Any
) -> Component:
    """A modal dialog, closed unless ``opened=True`` is among the options, with an id and a heading.

    The focus begins on the heading, not on the button that closes; in a question with answers, on the one
    among the children that is marked ``FIRST``.
    """
    return dmc.Modal(
        children,
        id=name,
        title=html.Span(title, tabIndex=-1, className="dialog-heading", **({} if answers else FIRST)),
        closeButtonProps={"aria-label": message("Close (Escape)", language)},
        **{"size": "lg", "classNames": {"content": "dialog", "title": "dialog-title"}} | options,
    )
