"""The page's own scripts as one file, and its style sheets as another: forty requests less for who opens it.

Each script is a function of its own, so that they can stand one after another. The document names each file
by what is in it, so that a browser keeps it for as long as it is the same.
"""

import hashlib
from functools import cache

from dash import Dash
from flask import Response, request

from dashboard.app.theme import style_sheet
from dashboard.resources import assets_path

SCRIPT, STYLE = "page.js", "page.css"
_MIMETYPES = {SCRIPT: "text/javascript", STYLE: "text/css"}


@cache
def text(name: str) -> str:
    """What is in a bundle: the files of its kind in order of their names; the theme is the first style."""
    kind = name.rpartition(".")[2]
    parts = [path.read_text(encoding="utf-8") for path in sorted(assets_path().glob(f"*.{kind}"))]
    return "\n".join([style_sheet(), *parts] if name == STYLE else parts)


@cache
def mark(name: str) -> str:
    """What tells this bundle from one with anything else in it."""
    return hashlib.sha256(text(name).encode()).hexdigest()[:16]


def address(app: Dash, name: str) -> str:
    """Where the document finds a bundle."""
    return f"{app.get_relative_path(f'/assets/{name}')}?m={mark(name)}"


def register(app: Dash) -> None:
    """Nothing; the bundles are found beside the files that they are made of."""

    def answer(name: str) -> Response:
        response = Response(text(name), mimetype=_MIMETYPES[name])
        response.set_etag(mark(name))
        response.make_conditional(request)
        return response

    for name in _MIMETYPES:
        app.server.add_url_rule(
            app.get_relative_path(f"/assets/{name}"), name, answer, defaults={"name": name}
        )
