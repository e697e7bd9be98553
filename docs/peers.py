"""Prints how fast two other timelines draw and filter, beside ``make bench``; run by hand.

``npm install vis-timeline @knight-lab/timelinejs`` in some folder, then ``python docs/peers.py FOLDER``.
Each library is served from there on this machine, with made-up events; nothing is asked of any other server.
"""

# ruff: noqa: E501 - pages in strings

import json
import random
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from playwright.sync_api import Page
from running import browser

_SIZES = (100, 1_000, 10_000)
_LANES = 8
_CLICKS = 7
_PATIENCE = 120_000

_VIS = """<!doctype html><link rel="stylesheet" href="/node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script><div id="t"></div>
<script>
const begun = performance.now();
const groups = new vis.DataSet([...Array(LANES).keys()].map((id) => ({ id, content: "Lane " + id })));
const items = new vis.DataSet(EVENTS.map((e, id) => ({ id, group: e.lane, content: e.title, start: e.day, type: "point" })));
let lane = null;
const view = new vis.DataView(items, { filter: (item) => lane === null || item.group === lane });
const drawn = new vis.Timeline(document.getElementById("t"), view, groups, { height: 700 });
drawn.on("changed", () => { window.took = window.took || performance.now() - begun; window.redrawn && window.redrawn(); });
window.choose = (which) => new Promise((done) => {
  const start = performance.now();
  window.redrawn = () => { window.redrawn = null; requestAnimationFrame(() => done(performance.now() - start)); };
  lane = which;
  view.refresh();
});
</script>"""
_TLJS = """<!doctype html><link rel="stylesheet" href="/node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="/node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script><div id="t" style="height:700px"></div>
<script>
const begun = performance.now();
const events = EVENTS.map((e) => { const [year, month, day] = e.day.split("-").map(Number);
  return { start_date: { year, month, day }, group: "Lane " + e.lane, text: { headline: e.title, text: "" } }; });
const drawn = new TL.Timeline("t", { events }, { font: null });
drawn.on("loaded", () => (window.took = performance.now() - begun));
</script>"""


def main(folder: str) -> None:
    """Nothing; one line for each library and number of events."""
    handler = partial(_Quiet, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, browser() as chromium:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        for name, page, sizes in (("vis-timeline", _VIS, _SIZES), ("TimelineJS", _TLJS, _SIZES[:2])):
            for size in sizes:
                tab = chromium.new_page(viewport={"width": 1440, "height": 900})
                print(
                    f"{name:<14} {size:>7,} events: {_measured(tab, folder, address, page, size)}", flush=True
                )
                tab.close()
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing is logged."""


def _measured(tab: Page, folder: str, address: str, page: str, size: int) -> str:
    chance = random.Random(7)  # noqa: S311 - made-up data
    events = [
        {
            "lane": chance.randrange(_LANES),
            "day": f"{chance.randint(1990, 2019)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "title": f"Event {number}",
        }
        for number in range(size)
    ]
    text = page.replace("LANES", str(_LANES)).replace("EVENTS", json.dumps(events))
    (Path(folder) / "bench.html").write_text(text, encoding="utf-8")
    tab.goto(f"{address}bench.html", wait_until="commit")
    tab.wait_for_function("window.took > 0", timeout=_PATIENCE)
    said = f"drawn after {tab.evaluate('took'):,.0f} ms"
    if "choose" not in page:
        return f"{said}; it has no filter"
    clicks = [float(tab.evaluate(f"choose({lane})")) for lane in range(_CLICKS)]
    return f"{said}, filtered in {median(clicks):,.0f} ms (worst {max(clicks):,.0f})"


if __name__ == "__main__":
    main(sys.argv[1])
