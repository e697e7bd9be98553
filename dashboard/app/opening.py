"""How a page opens: its document asks for what it will show before its scripts have come, and gets it whole.

The script that asks stands in the document itself; ``assets/opening.js`` shows what was answered. Dialogs
that most readers never open are parts of their own, made when one is opened for the first time.
"""

import base64
import hashlib
import logging
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from dash.development.base_component import Component
from flask import Flask, Response, request

from dashboard.app import acting, security
from dashboard.app.state import state_from_url
from dashboard.app.tongue import browsers
from dashboard.errors import DetenteError
from dashboard.resources import assets_path
from dashboard.wording import LANGUAGES, message

PAGE, PART = "page", "part"
"""What a page asks for: all that it shows, and a part of it that is made later."""

Asked = dict[str, Any]
_log = logging.getLogger(__name__)


def ahead() -> str:
    """The script that asks for the page; it stands in the document, so that it waits for nothing."""
    return assets_path("inline", "ahead.js").read_text(encoding="utf-8")


def ahead_hash() -> str:
    """What the page's policy calls that script."""
    digest = hashlib.sha256(ahead().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def register(
    server: Flask,
    prefix: str,
    page: Callable[[Asked, str], Mapping[str, Any]],
    parts: Mapping[str, Callable[[str], Any]],
    home: Callable[[], str],
) -> None:
    """Nothing; answers what a document asks for.

    Args:
        server: the Flask server under Dash.
        prefix: the path that all addresses of the app begin with.
        page: all that a page shows for a view, in a language.
        parts: what makes each part in a language, by its name.
        home: the language of a reader who has chosen none.
    """

    def known(language: str) -> str:
        return language if language in LANGUAGES else home()

    def whole() -> Response:
        view = asked()
        return _answered(lambda: page(view, known(state_from_url(view["search"]).language)))

    def part(name: str) -> Response:
        if name not in parts:
            return security.answer(404, "There is no page at this address.")
        return _answered(lambda: parts[name](known(request.args.get("language", ""))))

    server.add_url_rule(f"{prefix}{PAGE}", PAGE, whole)
    server.add_url_rule(f"{prefix}{PART}/<name>", PART, part)


def asked() -> Asked:
    """What the browser of this request wants to see, as a view; what is no number is left out."""
    given = request.args
    return {
        "search": given.get("search", ""),
        "width": given.get("width", type=int),
        "height": given.get("height", type=int),
        "dark": given.get("dark") == "true",
        "who": given.get("who", ""),
    }


def _answered(made: Callable[[], Any]) -> Response:
    """What was made as JSON; a fault is a sentence, and one that is not the reader's is logged whole."""
    try:
        return Response(orjson.dumps(made(), default=_component), mimetype="application/json")
    except DetenteError as fault:
        return Response(acting.said(fault, browsers()), 503, mimetype="text/plain")
    except Exception:  # noqa: BLE001 - as any callback's fault
        _log.exception("A page could not be made.")
        sentence = "Something went wrong here; the server's log says what. Reload the page."
        return Response(message(sentence, browsers()), 500, mimetype="text/plain")


def _component(given: object) -> Any:
    if isinstance(given, Component):
        return given.to_plotly_json()
    raise TypeError(type(given).__name__)
