"""A figure as PNG, SVG or PDF by Kaleido, or as one HTML page. Called by ``exporting``.

Kaleido waits for ever where there is no Chrome, so both are looked for before any work is done.
"""

import importlib.util
import os
import shutil
from pathlib import Path

from dashboard.errors import ExportError

_INSTEAD = "or write an HTML page: -o chart.html"
_CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_TYPICAL = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_PATIENCE = 90


def check_images() -> str:
    """The path of Chrome, once all that images need is there.

    Raises:
        ExportError: Kaleido or Chrome is missing; the sentence says what to install.
    """
    if importlib.util.find_spec("kaleido") is None:
        raise ExportError(f"Images need one more package: pip install 'detente[images]', {_INSTEAD}.")
    chrome = find_chrome()
    if chrome is None:
        raise ExportError(f"Images need Chrome or Chromium: install one, {_INSTEAD}.")
    return chrome


def find_chrome() -> str | None:
    """The path of a Chrome or Chromium: DETENTE_CHROMIUM or BROWSER_PATH, the usual names and places."""
    for variable in ("DETENTE_CHROMIUM", "BROWSER_PATH"):
        if (given := os.environ.get(variable)) and shutil.which(given):
            return given
    for name in _CHROMES:
        if path := shutil.which(name):
            return path
    return next((path for path in _TYPICAL if Path(path).is_file()), None)


def draw(figure: dict[str, object], kind: str, *, scale: float) -> bytes:
    """The image file of a figure; ``scale`` is dots per pixel.

    Raises:
        ExportError: Chrome does not draw it.
    """
    import asyncio

    import kaleido

    layout = figure["layout"]
    assert isinstance(layout, dict)
    options = {"format": kind, "width": layout["width"], "height": layout["height"], "scale": scale}

    async def drawn() -> bytes:
        async with kaleido.Kaleido(n=1, timeout=_PATIENCE, path=check_images()) as chrome:
            image: bytes = await chrome.calc_fig(figure, opts=options)
            return image

    try:
        return asyncio.run(asyncio.wait_for(drawn(), _PATIENCE))
    except ExportError:
        raise
    except Exception as error:  # Chrome fails in many ways, and none of them is the user's to debug
        raise ExportError(f"Chrome did not draw the chart ({type(error).__name__}), {_INSTEAD}.") from error


def page(figure: dict[str, object]) -> bytes:
    """One HTML file with the figure and all that it needs; it works offline and asks for nothing."""
    import plotly.io

    config = {"displaylogo": False, "showSendToCloud": False, "responsive": True}
    html: str = plotly.io.to_html(
        figure, config=config, include_plotlyjs=True, full_html=True, validate=False
    )
    return html.encode()
