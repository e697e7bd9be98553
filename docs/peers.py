"""Two other timelines, with made-up events, measured as ours are. Called by ``browser_bench``.

Both are fetched with npm into a temporary folder and served from there on this machine.
"""

# ruff: noqa: E501 - pages in strings

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from opening import opened
from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as TooSlow

_LANES = 8
_CLICKS = 7
_OPENINGS = 3
_PATIENCE = 120_000

_VIS = """<!doctype html><link rel="stylesheet" href="/node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script><div id="t"></div>
<script>
const groups = new vis.DataSet([...Array(LANES).keys()].map((id) => ({ id, content: "Lane " + id })));
const items = new vis.DataSet(EVENTS.map((e, id) => ({ id, group: e.lane, content: e.title, start: e.day, type: "point" })));
let lane = null;
const view = new vis.DataView(items, { filter: (item) => lane === null || item.group === lane });
const drawn = new vis.Timeline(document.getElementById("t"), view, groups, { height: 700 });
drawn.on("changed", () => { window.isDrawn = true; window.redrawn && window.redrawn(); });
const timed = (act) => new Promise((done) => {
  const start = performance.now();
  window.redrawn = () => { window.redrawn = null; requestAnimationFrame(() => done(performance.now() - start)); };
  act();
});
window.choose = (at) => timed(() => { lane = at % LANES; view.refresh(); });
</script>"""
_TLJS = """<!doctype html><link rel="stylesheet" href="/node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="/node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script><div id="t" style="height:700px"></div>
<script>
const events = EVENTS.map((e) => { const [year, month, day] = e.day.split("-").map(Number);
  return { start_date: { year, month, day }, group: "Lane " + e.lane, text: { headline: e.title, text: "" } }; });
const drawn = new TL.Timeline("t", { events }, { font: null });
drawn.on("loaded", () => (window.isDrawn = true));
window.select = (at) => new Promise((done) => {
  const start = performance.now();
  drawn.on("change", () => requestAnimationFrame(() => done(performance.now() - start)));
  drawn.goTo(at + 1);
});
</script>"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A library: its npm package, the page that uses it, and with how many events it still ends in minutes."""

    name: str
    package: str
    page: str
    most: int


PEERS = (
    Peer("vis-timeline", "vis-timeline@8", _VIS, 100_000),
    Peer("TimelineJS", "@knight-lab/timelinejs@3", _TLJS, 1_000),
)


@contextmanager
def served() -> Iterator[Path | None]:
    """The folder with the libraries; None where npm is missing or cannot fetch them."""
    npm = shutil.which("npm")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm or "", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        packages = [each.package for each in PEERS]
        if npm and subprocess.run([*command, *packages], cwd=folder, check=False).returncode == 0:
            yield Path(folder)
        else:
            print("Without npm and a connection the other timelines are left out.", file=sys.stderr)
            yield None


def measured(chromium: Browser, folder: Path, peer: Peer, size: int) -> dict[str, str]:
    """What readers wait for, by step, as the table says it."""
    (folder / "bench.html").write_text(_page_of(peer, size), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/bench.html"
        try:
            return _steps(chromium, address, peer)
        finally:
            server.shutdown()


def _steps(chromium: Browser, address: str, peer: Peer) -> dict[str, str]:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(_PATIENCE)
    try:
        openings = [opened(page, address, "window.isDrawn") for _ in range(_OPENINGS)]
    except TooSlow:
        return {"page to drawn timeline, cold": f"not within {_PATIENCE // 1000} s"}
    figures = {
        "page to drawn timeline, cold": f"{openings[0].drawn * 1000:,.0f} ms",
        "page to drawn timeline, warm": f"{median(each.drawn for each in openings[1:]) * 1000:,.0f} ms",
        "weight, cold": f"{openings[0].weight / 1024:,.0f} kB in {openings[0].requests} requests",
    }
    for does, step in (
        ("choose", "filter click to redrawn timeline"),
        ("select", "event selected to its text"),
    ):
        if f"window.{does}" in peer.page:
            took = [float(page.evaluate(f"{does}({at})")) for at in range(_CLICKS)]
            figures[step] = f"{median(took):,.0f} ms (worst {max(took):,.0f})"
    page.close()
    return figures


def _page_of(peer: Peer, size: int) -> str:
    chance = random.Random(7)  # noqa: S311 - made-up data
    events = [
        {
            "lane": chance.randrange(_LANES),
            "day": f"{chance.randint(1990, 2019)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "title": f"Event {number}",
        }
        for number in range(size)
    ]
    return peer.page.replace("LANES", str(_LANES)).replace("EVENTS", json.dumps(events))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing is logged."""
