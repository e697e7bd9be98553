"""What the keyboard does, in one table: the sheet in the help dialog and its test read it."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.wording import message

Component = Any
SHORTCUTS: tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...] = (
    (
        "Everywhere",
        (
            (("?",), "Open this help"),
            (("/",), "Search titles and quotes"),
            (("s",), "Story and annotations"),
            (("p",), "Publish or import"),
            (("f",), "Show or hide the filters"),
            (("a",), "Add articles"),
            (("Esc",), "Close what is open"),
        ),
    ),
    (
        "Events",
        (
            (("←", "→"), "Previous or next event"),
            (("Home", "End"), "First or last event"),
            (("Enter",), "Read the evidence"),
        ),
    ),
    (
        "Corrections",
        (
            (("Ctrl+Enter",), "Save the form"),
            (("Ctrl+Z",), "Undo"),
            (("Ctrl+Shift+Z",), "Redo"),
            (("y", "x"), "In the review: accept or reject"),
            (("e",), "In the review: edit"),
            (("p", "n"), "In the review: previous or next"),
            (("w",), "In the article: choose words for an event"),
        ),
    ),
    (
        "Time",
        (
            (("+", "-"), "Zoom in or out"),
            (("0",), "Show the whole time"),
            (("Ctrl+wheel",), "Zoom about the pointer"),
        ),
    ),
)
"""Groups of (keys, what they do); every text is a message of the catalogue."""
WORDED = frozenset({"Home", "End", "Enter", "Esc", "Ctrl+Enter", "Ctrl+Shift+Z", "Ctrl+wheel"})
"""Keys that bear a word of a language; each is a message."""


def sheet(language: str) -> Component:
    """The shortcuts as one table for each group."""
    return html.Div(
        [
            html.Section(
                [
                    html.H3(message(group, language)),
                    html.Dl(
                        [
                            part
                            for keys, what in rows
                            for part in (
                                html.Dt([dmc.Kbd(_named(key, language)) for key in keys]),
                                html.Dd(message(what, language)),
                            )
                        ]
                    ),
                ]
            )
            for group, rows in SHORTCUTS
        ],
        className="shortcuts",
    )


def _named(key: str, language: str) -> str:
    """What stands on a key."""
    return message(key, language) if key in WORDED else key
