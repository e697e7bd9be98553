"""The page around the panels: the document before any script runs, and the whole page in a reader's language.

The server sends a bare frame first; the browser answers with its address and width, and gets one
complete page back, so that nothing is drawn twice.
"""

from html import escape
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import has_request_context, request

from dashboard.app import (
    acting,
    drawing,
    evidence,
    guide,
    header,
    intake,
    publishing,
    rail,
    saved,
    stage,
    story,
    table,
    theme,
    tongue,
)
from dashboard.app.curate import commands
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.workspace import Workspace
from dashboard.wording import LANGUAGES, RIGHT_TO_LEFT, message

Component = Any
FRAME = """<!DOCTYPE html>
<html lang="{lang}" dir="{dir}" data-home="{home}" data-right-to-left="{rtl}"{scheme}>
<head>
{metas}
<title>{title}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="{icon}">
<link rel="stylesheet" href="{theme}">
{preload}
{css}
</head>
<body data-gone="{gone}" data-revision="{revision}" data-intake="{intake}" data-rows="{rows}">
<noscript>{noscript}</noscript>
{app_entry}
<footer hidden>{config}{scripts}{renderer}</footer>
</body>
</html>"""


class Page(Dash):
    """Dash with a document of our own: the language and theme are right before any script runs."""

    fixed_language: str | None = None

    def interpolate_index(self, **parts: Any) -> str:
        """The document of one request."""
        state = (
            state_from_url(request.query_string.decode("latin-1")) if has_request_context() else ViewState()
        )
        home = preferred(self.fixed_language)
        language = state.language if state.language in LANGUAGES else home
        return FRAME.format(
            lang=language,
            home=home,
            dir=direction(language),
            rtl=" ".join(sorted(RIGHT_TO_LEFT)),
            scheme="" if state.theme == "auto" else f' data-mantine-color-scheme="{state.theme}"',
            title=escape(parts["title"]),
            icon=self.get_asset_url("favicon.svg"),
            theme=self.get_relative_path("/theme.css"),
            revision=self.get_relative_path("/revision"),
            intake=self.get_relative_path(f"/{intake.BRING}"),
            rows=self.get_relative_path(f"/{table.ROWS}"),
            preload=_preload(self),
            gone=escape(message("The server no longer answers: start detente again.", language), quote=True),
            noscript=escape(message("This page needs JavaScript, which stays on this machine.", language)),
            **{name: parts[name] for name in ("metas", "css", "app_entry", "config", "scripts", "renderer")},
        )


def direction(language: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def preferred(fixed: str | None) -> str:
    """The language that was fixed on the command line, or the browser's, or English."""
    return str(fixed) if fixed in LANGUAGES else tongue.browsers()


def _preload(app: Dash) -> str:
    """Tags that fetch the chart's library and the fonts while the page is still being put together."""
    suites = app.get_relative_path("/_dash-component-suites")
    return "\n".join(
        [
            *[
                f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{each["url"]}">'
                for each in theme.fonts()
                if not each["range"]  # a font for some letters is fetched when they are there
            ],
            f'<link rel="preload" as="script" href="{suites}/dash/dcc/async-graph.js">',
            f'<script async src="{suites}/plotly/package_data/plotly.min.js"></script>',
        ]
    )


def frame() -> Component:
    """The layout before the page: stores, the live region, and the state of first loading."""
    stores = ("view", "selected", "tongue", "order", "announced", "facets", "lists")
    themed = dmc.MantineProvider(
        [
            html.Div(
                html.Div(
                    [html.Div(className=f"bone bone-{n}") for n in range(4)],
                    className="bones",
                    role="presentation",
                ),
                id="page",
            ),
            html.Div(id="live", role="status", className="unseen", **{"aria-live": "polite"}),
            html.Div(id="failure", role="alert", hidden=True),
            dcc.Store(id="opening"),
            *[dcc.Store(id=name) for name in stores],
            *acting.stores(),
            *commands.stores(),
            *publishing.stores(),
            *story.stores(),
        ],
        id="mantine",
        theme={
            "fontFamily": "var(--font)",
            "headings": {"fontFamily": "var(--font)"},
            "primaryColor": "accent",
            "colors": {"accent": ["var(--accent)"] * 10},
            "defaultRadius": "sm",
            "respectReducedMotion": True,
        },
    )
    return dmc.DirectionProvider(themed, id="direction")


def contents(workspace: Workspace, view: dict[str, Any], language: str) -> list[Component]:
    """The whole page for a view."""
    shown = drawing.drawn(workspace, view, language)
    state = shown.state
    return [
        html.A(message("Skip to the timeline", language), href="#stage", className="skip"),
        header.layout(
            shown.name, drawing.counted(shown), state, language, intake.buttons(workspace, language)
        ),
        html.Div(
            [
                rail.layout(
                    state,
                    shown.choices,
                    language,
                    saved.layout(workspace, language),
                    rail.ends_of(workspace.timeline(), language),
                ),
                stage.layout(
                    shown.drawing,
                    drawing.grid(shown),
                    stage.chips_of(drawing.active(shown), language),
                    state,
                    language,
                    empty=not shown.visible.events,
                    blank=drawing.blank(shown),
                    ignored=drawing.ignored(shown),
                ),
                evidence.layout(workspace, state, language),
            ],
            id="rooms",
        ),
        guide.layout(workspace, language),
        commands.leaving(language),
        publishing.layout(language),
        intake.layout(workspace, language),
        story.layout(language),
        commands.making(language),
    ]


def register(app: Dash, workspace: Workspace, *, fixed: str | None) -> None:
    """Nothing; opens the page when the browser has said what it wants to see."""
    app.clientside_callback(
        ClientsideFunction("detente", "boot"), Output("opening", "data"), Input("page", "id")
    )

    @app.callback(
        Output("page", "children"),
        Output("tongue", "data"),
        Output("facets", "data", allow_duplicate=True),
        Output("order", "data", allow_duplicate=True),
        Input("opening", "data"),
        prevent_initial_call=True,
    )
    def open_page(view: dict[str, Any]) -> tuple[list[Component], str, dict[str, Any], dict[str, Any]]:
        state = state_from_url(str(view["search"]))
        language = state.language if state.language in LANGUAGES else preferred(fixed)
        shown = drawing.scene(workspace, str(view["search"]), language)
        page = contents(workspace, view, language)
        return page, language, drawing.listed(shown, shown), drawing.order(shown)

    app.clientside_callback(
        ClientsideFunction("detente", "opened"), Input("page", "children"), prevent_initial_call=True
    )
