"""``create_app``: one Dash app over one project, with its security. Called by the command line and tests."""

import logging
from collections.abc import Sequence
from functools import partial
from html import escape

from dash import set_props
from dash.exceptions import DependencyException
from flask import Response, request

from dashboard.app import (
    acting,
    bundles,
    delivery,
    drawing,
    evidence,
    guide,
    header,
    intake,
    opening,
    page,
    publishing,
    rail,
    saved,
    security,
    sources,
    stage,
    story,
    table,
    theme,
    tongue,
)
from dashboard.app.curate import commands, history, parting, review, saving
from dashboard.app.workspace import Reread, Workspace
from dashboard.errors import DetenteError
from dashboard.model import Timeline
from dashboard.resources import assets_path
from dashboard.store import Project
from dashboard.wording import LANGUAGES, message

_log = logging.getLogger(__name__)

LOCAL = ("127.0.0.1", "localhost", "[::1]")
MAX_BODY = 24 * 1024 * 1024  # files to import come in one piece


def create_app(
    affair: Timeline | Project,
    *,
    language: str | None = None,
    title: str | None = None,
    allowed_hosts: Sequence[str] = LOCAL,
    max_body: int = MAX_BODY,
    reread: Reread | None = None,
) -> page.Page:
    """A Dash app over a project, or a timeline in a temporary one; its ``.server`` is a WSGI application.

    Args:
        affair: what to show.
        language: the interface's language ("en", "fr", "ar"); None follows the browser.
        title: the affair's title; None takes the timeline's own.
        allowed_hosts: the Host names that are answered, without ports.
        max_body: bytes that one request may carry.
        reread: reads articles again when a publication date is set; without it none can be set.
    """
    workspace = Workspace.over(affair, reread, title or "")
    app = page.Page(
        "detente",
        assets_folder=str(assets_path()),
        title=title or next(iter(workspace.timeline().titles.values()), "Détente"),
        serve_locally=True,
        suppress_callback_exceptions=True,
        update_title="",
        include_assets_files=False,  # they come in bundles
        on_error=_say,
        enable_mcp=False,
    )
    app.fixed_language = language
    app.layout = page.frame
    _register(app, workspace, language)
    delivery.deliver(app)
    security.protect(
        app.server,
        allowed_hosts=allowed_hosts,
        max_body=max_body,
        script_hashes=[opening.ahead_hash(), *app.csp_hashes()],
        caps={app.get_relative_path(f"/{intake.BRING}"): intake.MAX_FILE},
        callbacks=(app.get_relative_path("/_dash-update-component"), app.callback_map),
    )
    return app


def _register(app: page.Page, workspace: Workspace, language: str | None) -> None:
    """Nothing; every panel hears what concerns it, and addresses under which there is nothing say so."""
    page.register(app, workspace, fixed=language)
    bundles.register(app)
    drawing.register(app, workspace)
    evidence.register(app, workspace)
    publishing.register(app, workspace)
    story.register(app, workspace)
    commands.register(app, workspace)
    saving.register(app, workspace)
    review.register(app, workspace)
    parting.register(app, workspace)
    history.register(app)
    acting.register(app, workspace)
    guide.register(app, workspace)
    sources.register(app, workspace)
    intake.register(app, workspace)
    saved.register(app, workspace)
    header.register(app, workspace)
    table.register(app, workspace)
    rail.register(app)
    stage.register(app)
    nowhere = partial(_nowhere, home=app.get_relative_path("/"))
    app.server.view_functions[f"{app.config.routes_pathname_prefix}<path:path>"] = nowhere
    app.server.register_error_handler(404, nowhere)
    app.server.register_error_handler(DependencyException, nowhere)  # a script that no component has
    app.server.add_url_rule("/theme.css", "theme", lambda: Response(theme.style_sheet(), mimetype="text/css"))


def _nowhere(_fault: Exception | None = None, path: str = "", *, home: str) -> Response:
    """The answer to an address under which there is nothing; Dash would answer each with the page."""
    del path
    sentence = "There is no page at this address."
    if request.accept_mimetypes.best != "text/html":  # a script or a tool asks, no reader
        return security.answer(404, sentence)
    language = tongue.browsers()
    said, way = (escape(message(each, language)) for each in (sentence, "Open the timeline"))
    document = f"""<!doctype html>
<html lang="{language}" dir="{page.direction(language)}"><meta charset="utf-8"><title>{said}</title>
<link rel="stylesheet" href="{home}theme.css">
<p>{said} <a href="{home}">{way}</a></p></html>
"""
    return Response(document, 404, mimetype="text/html")


def _say(fault: Exception) -> None:
    """Nothing; a fault becomes a sentence on the page, and one that is not the reader's is logged whole."""
    language = _page_language()
    if isinstance(fault, DetenteError):
        said = acting.said(fault, language)
    else:
        _log.error("A callback failed.", exc_info=fault)
        said = message("Something went wrong here; the server's log says what. Reload the page.", language)
    set_props("failure", {"children": said, "hidden": False})


def _page_language() -> str:
    """The language of the page that asked, which may not be the browser's."""
    body = request.get_json(silent=True) or {}
    sent = [each for key in ("inputs", "state") for each in body.get(key) or [] if isinstance(each, dict)]
    chosen = next((each.get("value") for each in sent if each.get("id") == "tongue"), None)
    return chosen if chosen in LANGUAGES else tongue.browsers()
