"""How answers travel: text compressed, each file once; what names its version is kept by the browser.

``deliver`` is called once by ``create_app``.
"""

import gzip

from dash import Dash
from flask import Flask, Response, request, send_file

from dashboard.resources import assets_path

CHART_LIBRARY = "vendor/plotly-basic-4.1.1.min.js"
"""Plotly's own small edition, a quarter of the whole: all of our traces are scatters."""

_CHART_ADDRESS = "/_dash-component-suites/plotly/package_data/plotly.min.js"
_FILES = ("/_dash-component-suites/", "/assets/")
_TEXT = (
    "text/",
    "application/javascript",
    "application/json",
    "image/svg+xml",
    "application/geo+json",
    "application/xml",
)
_LEAST = 1_000  # bytes from which compressing is worth it
_FILE_LEVEL, _ANSWER_LEVEL = 6, 3


def deliver(app: Dash) -> None:
    """Nothing; from now on the app's answers are small, and versioned files are asked for once."""
    server: Flask = app.server
    address = app.get_relative_path(_CHART_ADDRESS)
    server.add_url_rule(address, "chart_library", lambda: send_file(assets_path() / CHART_LIBRARY))
    kept: dict[tuple[str, str], bytes] = {}

    @server.after_request
    def pack(response: Response) -> Response:
        if "m" in request.args and response.status_code == 200 and _is_file():
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        if _is_packable(response):
            _pack(response, kept)
        return response


def _is_file() -> bool:
    return any(part in request.path for part in _FILES)


def _is_packable(response: Response) -> bool:
    """Whether an answer is text, long enough, and the browser takes it compressed."""
    if response.status_code != 200 or request.method == "HEAD" or "Content-Encoding" in response.headers:
        return False
    if not (response.mimetype or "").startswith(_TEXT):
        return False
    response.vary.add("Accept-Encoding")
    length = response.content_length
    return request.accept_encodings.quality("gzip") > 0 and (length is None or length >= _LEAST)


def _pack(response: Response, kept: dict[tuple[str, str], bytes]) -> None:
    """Nothing; the answer is compressed. A file's tag becomes weak: other bytes, the same meaning."""
    tag = response.get_etag()[0]
    response.direct_passthrough = False
    if tag is None or not _is_file():
        response.set_data(gzip.compress(response.get_data(), _ANSWER_LEVEL, mtime=0))
    else:
        key = request.path, tag
        body = response.get_data()
        if key not in kept:
            kept[key] = gzip.compress(body, _FILE_LEVEL, mtime=0)
        response.set_data(kept[key])
        response.set_etag(tag, weak=True)
    response.headers["Content-Encoding"] = "gzip"


def stamped(path: str) -> str:
    """A file under ``assets/`` with the version that ``deliver`` reads: when it was last changed."""
    return f"/assets/{path}?m={(assets_path() / path).stat().st_mtime_ns}"
