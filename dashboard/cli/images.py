"""A figure as PNG, SVG or PDF by Kaleido. Called by ``exporting``.

Kaleido waits for ever where there is no Chrome, so both are looked for before any work is done. By
default it fetches MathJax from the network; here nothing is fetched, and the bundled font is inside.
"""

import asyncio
import base64
import importlib.util
import logging
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.errors import ExportError
from dashboard.resources import assets_path

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
_FONT = "fonts/inter.woff2"
Figure = dict[str, Any]


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


def draw(figure: Figure, kind: str, *, scale: float) -> bytes:
    """The image file of a figure; ``scale`` is pixels of the file for each of the figure's.

    Raises:
        ExportError: Chrome does not draw it.
    """
    chrome = check_images()
    # Chrome's own complaints are not the user's to read
    for name in ("kaleido", "choreographer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return asyncio.run(asyncio.wait_for(_drawn(figure, kind, scale, chrome), _PATIENCE))
    except Exception as error:  # Chrome fails in many ways, and none of them is the user's to debug
        raise ExportError(f"Chrome did not draw the chart ({type(error).__name__}), {_INSTEAD}.") from error


async def _drawn(figure: Figure, kind: str, scale: float, chrome: str) -> bytes:
    import kaleido
    from kaleido import PageGenerator

    layout = figure["layout"]
    options = {"format": kind, "width": layout["width"], "height": layout["height"], "scale": scale}
    generator = PageGenerator(mathjax=False)
    generator.header = PageGenerator.header + _font_script()
    async with kaleido.Kaleido(n=1, timeout=_PATIENCE, page_generator=generator, path=chrome) as browser:
        image: bytes = await browser.calc_fig(figure, opts=options)
    return image


@cache
def _font_face() -> str:
    font = assets_path(_FONT)
    if not font.is_file():
        return ""
    data = base64.b64encode(font.read_bytes()).decode("ascii")
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face {{ font-family: Inter; font-weight: 100 900; src: {source}; }}"


def _font_script() -> str:
    """Puts the font into Kaleido's page, and into each image: one inside an image sees no page fonts."""
    return f"""
<style id="detente-font">{_font_face()}</style>
<script>
document.fonts.load("400 12px Inter"); document.fonts.load("600 12px Inter");
const plain = XMLSerializer.prototype.serializeToString;
XMLSerializer.prototype.serializeToString = function (node) {{
  const face = "<style>" + document.getElementById("detente-font").textContent + "</style>";
  return plain.call(this, node).replace(/<svg[^>]*>/, (start) => start + face);
}};
</script>
"""
