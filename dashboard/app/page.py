"""The page around the panels: the document before any script runs, and the whole page in a reader's language.

The document itself asks for the page, with its address and width, while its scripts are still on their way;
one complete page comes back (see ``opening``), so that nothing is drawn twice.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import has_request_context, request

from dashboard.app import (
    acting,
    bundles,
    drawing,
    evidence,
    guide,
    header,
    intake,
    opening,
    publishing,
    rail,
    saved,
    stage,
    story,
    table,
    theme,
    tongue,
)
from dashboard.app.curate import commands, review
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.workspace import Workspace
from dashboard.wording import LANGUAGES, RIGHT_TO_LEFT, message

Component = Any
FRAME = """<!DOCTYPE html>
<html lang="{lang}" dir="{dir}" data-home="{home}" data-page="{page}" data-right-to-left="{rtl}"{scheme}>
<head>
{metas}
<script>{ahead}</script>
<title>{title}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="{icon}">
<link rel="stylesheet" href="{style}">
{preload}
{css}
</head>
<body data-gone="{gone}" data-revision="{revision}" data-intake="{intake}" data-rows="{rows}"
 data-part="{part}" data-grid="{grid}">
<noscript>{noscript}</noscript>
{app_entry}
<footer hidden>{config}{scripts}{renderer}</footer>
</body>
</html>"""
GONE = "The server does not answer. It is tried again; if detente was closed, start it again."
_SCRIPT = re.compile(r'<script src="([^"]+)"></script>')
_GRID = "/dash_ag_grid/"  # comes when a table is opened for the first time
_UNUSED = "/dash_table/"  # another kind of table


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
            style=bundles.address(self, bundles.STYLE),
            ahead=opening.ahead(),
            page=self.get_relative_path(f"/{opening.PAGE}"),
            part=self.get_relative_path(f"/{opening.PART}"),
            grid=next((each for each in _SCRIPT.findall(parts["scripts"]) if _GRID in each), ""),
            scripts=_scripts(self, parts["scripts"]),
            revision=self.get_relative_path("/revision"),
            intake=self.get_relative_path(f"/{intake.BRING}"),
            rows=self.get_relative_path(f"/{table.ROWS}"),
            preload=_preload(self),
            gone=escape(message(GONE, language), quote=True),
            noscript=escape(message("This page needs JavaScript, which stays on this machine.", language)),
            **{name: parts[name] for name in ("metas", "css", "app_entry", "config", "renderer")},
        )


def direction(language: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def preferred(fixed: str | None) -> str:
    """The language that was fixed on the command line, or the browser's, or English."""
    return str(fixed) if fixed in LANGUAGES else tongue.browsers()


def _scripts(app: Dash, tags: str) -> str:
    """The tags of the scripts that a page needs to open: ours as one, before the one that starts the page."""
    wanted = [tag for tag in tags.splitlines() if _GRID not in tag and _UNUSED not in tag]
    ours = f'<script src="{bundles.address(app, bundles.SCRIPT)}"></script>'
    return "\n".join([ours, *wanted])


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
    stores = ("view", "selected", "tongue", "order", "announced", "facets", "lists", "today-wanted")
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


def contents(workspace: Workspace, shown: drawing.Scene, who: str) -> list[Component]:
    """The whole page for a scene with its figures, as somebody of this name sees it."""
    state, language = shown.state, shown.language
    return [
        html.A(message("Skip to the timeline", language), href="#stage", className="skip"),
        header.layout(
            shown.name,
            drawing.counted(shown),
            state,
            language,
            waiting=review.opener(shown.timeline, language),
            turns=commands.undo_buttons(workspace, who, language),
            more=intake.buttons(workspace, language),
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
        guide.layout(),
        commands.leaving(language),
        html.Div(id="publishing-room"),
        intake.layout(workspace, language),
        story.layout(language),
        commands.making(language),
    ]


def opened(workspace: Workspace, view: Mapping[str, Any], language: str) -> dict[str, Any]:
    """All that a page opens with: itself, its language, and what its scripts draw and know."""
    shown = drawing.drawn(workspace, view, language)
    return {
        "page": contents(workspace, shown, str(view.get("who") or "")),
        "language": language,
        "title": shown.name,
        "facets": drawing.listed(shown, shown),
        "order": drawing.order(shown),
    }


def register(app: Dash, workspace: Workspace, *, fixed: str | None) -> None:
    """Nothing; opens the page for who asks for it, and makes parts of it that are wanted later."""
    parts: dict[str, Callable[[str], Component]] = {
        "publishing": publishing.layout,
        "help": partial(guide.helping, workspace),
        "tour": guide.guided,
    }
    opening.register(
        app.server,
        app.config.routes_pathname_prefix,
        partial(opened, workspace),
        parts,
        partial(preferred, fixed),
    )
    app.clientside_callback(
        ClientsideFunction("detente", "boot"), Output("opening", "data"), Input("page", "id")
    )
    app.clientside_callback(
        ClientsideFunction("detente", "open"), Input("opening", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "opened"), Input("page", "children"), prevent_initial_call=True
    )
