"""The help dialog: how dates are read, what marks mean, the keyboard, sample affairs, the program itself."""

from functools import cache
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, dcc, html

import dashboard
from dashboard.app.dialogs import dialog
from dashboard.app.guide import keyboard, samples, tour
from dashboard.app.naming import QUADS
from dashboard.app.workspace import Workspace
from dashboard.events.ontology import type_meaning, types
from dashboard.resources import data_path
from dashboard.wording import message

Component = Any
SECTIONS = (
    ("dates", "How dates are read"),
    ("marks", "What the marks mean"),
    ("types", "Types of events"),
    ("keyboard", "Keyboard"),
    ("samples", "Samples"),
    ("about", "About"),
)
"""The tabs of the dialog: texts of ``data/help``, the ontology's types, and the keyboard's sheet."""
_NO_BREAK = "\u00a0"


def layout() -> Component:
    """Room for the dialog and the tour, which come when they are wanted."""
    return html.Div([html.Div(id="help-room"), html.Div(id="tour-room")])


def guided(language: str) -> list[Component]:
    """The tour: its invitation and its steps, all hidden."""
    return [tour.invitation(language), tour.steps(language)]


def button(language: str) -> Component:
    """The header's button that opens the dialog."""
    said = message("Help and shortcuts (?)", language)
    return dmc.ActionIcon(
        html.Span(className="icon icon-help"),
        id="help-open",
        variant="subtle",
        size="lg",
        **{"aria-label": said},
    )


def helping(workspace: Workspace, language: str) -> Component:
    """The dialog, closed."""
    tabs = [dmc.TabsTab(message(name, language), value=code) for code, name in SECTIONS]
    panels = [
        dmc.TabsPanel(html.Div(_section(code, workspace, language), className="help-text"), value=code)
        for code, _ in SECTIONS
    ]
    again = dmc.Button(
        message("Take the tour", language), id="tour-again", variant="light", size="compact-sm"
    )
    listed = dmc.TabsList(tabs, **{"aria-label": message("Help", language)})
    return dialog(
        "help",
        message("Help", language),
        [dmc.Tabs([listed, *panels], value=SECTIONS[0][0]), html.Div(again, className="help-foot")],
        language,
    )


def _section(code: str, workspace: Workspace, language: str) -> Component:
    if code == "keyboard":
        return keyboard.sheet(language)
    if code == "samples":
        return html.Div(samples.cards(workspace, language), id="samples")
    if code == "types":
        return dcc.Markdown(_types(language))
    text = written(code, language).replace("{version}", dashboard.__version__)
    return dcc.Markdown(text, link_target="_blank")


@cache
def _types(language: str) -> str:
    """Every type of event with its codes and what it means, a table for each class, in Markdown."""
    head = (message("Type", language), "PLOVER, CAMEO", message("Meaning", language))
    parts = []
    for quad, name in QUADS.items():
        rows = [
            (
                each.label(language),
                _NO_BREAK.join(filter(None, (each.plover, each.cameo))),
                type_meaning(code, language),
            )
            for code, each in types().items()
            if each.quad == quad
        ]
        lines = [f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows)]
        parts.append("\n".join([f"### {message(name, language)}", "", *lines]))
    return "\n\n".join(parts)


@cache
def written(topic: str, language: str) -> str:
    """A help text in Markdown, in a language or in English."""
    path = data_path("help", f"{topic}.{language}.md")
    return (path if path.is_file() else data_path("help", f"{topic}.en.md")).read_text(encoding="utf-8")


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; opens the dialog and starts the tour in the browser."""
    samples.register(app, workspace)
    for control, function in (("help-open", "help"), ("tour-start", "tour"), ("tour-again", "tour")):
        app.clientside_callback(
            ClientsideFunction("detente", function), Input(control, "n_clicks"), prevent_initial_call=True
        )
    app.clientside_callback(
        ClientsideFunction("detente", "tourLater"), Input("tour-later", "n_clicks"), prevent_initial_call=True
    )
