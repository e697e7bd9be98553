"""Prints what readers wait for in a real browser, by the number of events, beside two other timelines.

Run by ``make bench-browser``; ARGS are the numbers of events, 100 to 100,000 where none are given. The other
libraries are fetched with npm into a temporary folder and measured in the same run, or left out without npm.
"""

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import peers
from opening import Opening, opened
from playwright.sync_api import Browser, Page, ViewportSize
from running import browser, dashboard
from synthetic import synthetic

from dashboard.store import Project

_SIZES = (100, 1_000, 10_000, 100_000)
_OPENINGS = 3
_CLICKS = 7
_SETTLED = 400  # milliseconds without anything to do, before the next step is measured
_PATIENCE = 120_000
_WINDOW: ViewportSize = {"width": 1440, "height": 900}
_VIEWS = ("network", "matrix", "map", "table")

# resolves with the milliseconds from ACT to the frame after READY first holds
_TIMED = """() => new Promise((done) => {
  const state = {};
  const isReady = () => READY;
  isReady();
  const start = performance.now();
  const watcher = new MutationObserver(() => {
    if (!isReady()) return;
    watcher.disconnect();
    requestAnimationFrame(() => done(performance.now() - start));
  });
  watcher.observe(document.body, {attributes: true, childList: true, subtree: true, characterData: true});
  ACT;
})"""
_DRAWN_AGAIN = """(() => {
  const now = document.querySelector("#VIEW [data-drawn]")?.dataset.drawn;
  if (!("seen" in state)) state.seen = now;
  return now !== state.seen;
})()"""
_EVIDENCE = """(() => {
  const now = document.getElementById("evidence-heading")?.textContent;
  if (!("seen" in state)) state.seen = now;
  return now && now !== state.seen;
})()"""
_ROWS = 'document.querySelector("#table .ag-row [col-id=title]")?.textContent'
_TICK = 'document.querySelectorAll("#actors-options input[type=checkbox]")[AT].click()'
_NEXT = """document.getElementById("stage-focus").dispatchEvent(
  new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true, cancelable: true}))"""

Figures = Iterable[tuple[str, str]]


def main(sizes: list[int]) -> None:
    """Nothing; the table is printed, in Markdown."""
    found: dict[tuple[str, str], dict[int, str]] = {}

    def keep(name: str, size: int, figures: Figures) -> None:
        for step, said in figures:
            found.setdefault((name, step), {})[size] = said
            print(f"{name}, {size:,} events, {step}: {said}", file=sys.stderr, flush=True)

    with browser() as chromium:
        for size in sizes:
            with _served(size) as (address, start):
                keep("Détente", size, [("start of the command", _seconds([start]))])
                keep("Détente", size, _ours(chromium, address))
        with peers.served() as folder:
            for peer in peers.PEERS if folder else ():
                for size in sizes:
                    if size <= peer.most:
                        keep(peer.name, size, peers.measured(chromium, folder, peer, size).items())
    print(f"| | | {' | '.join(f'{size:,} events' for size in sizes)} |")
    print(f"|---|---|{'---:|' * len(sizes)}")
    for (name, step), said in found.items():
        print(f"| {name} | {step} | {' | '.join(said.get(size, '–') for size in sizes)} |")


@contextmanager
def _served(size: int) -> Iterator[tuple[str, float]]:
    """The address of the installed command over a project of so many events, and the seconds to its start."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "affair.detente"
        Project.create(path, synthetic(size)).close()
        start = time.perf_counter()
        with dashboard(str(path)) as address:
            yield address, time.perf_counter() - start


def _ours(chromium: Browser, address: str) -> Figures:
    """The steps, each as it is measured."""
    yield "first page after the start", _seconds([_opening(chromium, address)[0].drawn])
    cold, warm = zip(*(_opening(chromium, address) for _ in range(_OPENINGS)), strict=True)
    yield "page to drawn timeline, cold", _seconds([each.drawn for each in cold])
    yield "page to drawn timeline, warm", _seconds([each.drawn for each in warm])
    yield "weight, cold", f"{cold[-1].weight / 1024:,.0f} kB in {cold[-1].requests} requests"
    yield "weight, warm", f"{warm[-1].weight / 1024:,.0f} kB in {warm[-1].requests} requests"
    page = chromium.new_page(viewport=_WINDOW)
    page.set_default_timeout(_PATIENCE)
    opened(page, address)
    clicks = [_step(page, _TICK.replace("AT", str(at // 2)), _again("chart")) for at in range(2 * _CLICKS)]
    yield "filter click to redrawn timeline", _seconds(clicks)
    yield "event selected to its evidence", _seconds([_step(page, _NEXT, _EVIDENCE) for _ in range(_CLICKS)])
    page.evaluate("detente.close()")
    page.wait_for_timeout(_SETTLED)
    for view in _VIEWS:
        yield f"switch to {view}", _seconds([_switched(page, view) for _ in range(_OPENINGS)])
    page.close()


def _opening(chromium: Browser, address: str) -> tuple[Opening, Opening]:
    """A reader's first opening and second, in a browser that has never been there."""
    context = chromium.new_context(viewport=_WINDOW)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    both = opened(page, address), opened(page, address)
    context.close()
    return both


def _again(view: str) -> str:
    return _DRAWN_AGAIN.replace("VIEW", view)


def _switched(page: Page, view: str) -> float:
    """The seconds from a click on a tab to what it shows; the timeline is open before and after."""
    tab = "[...document.querySelectorAll('[role=tab]')].find(each => each.id.endsWith('-tab-VIEW')).click()"
    ready = _ROWS if view == "table" else _again(view)
    took = _step(page, tab.replace("VIEW", view), ready)
    _step(page, tab.replace("VIEW", "timeline"), _again("chart"))
    return took


def _step(page: Page, act: str, ready: str) -> float:
    took = float(page.evaluate(_TIMED.replace("READY", ready).replace("ACT", act))) / 1000
    page.wait_for_timeout(_SETTLED)
    return took


def _seconds(took: list[float]) -> str:
    return f"{median(took) * 1000:,.0f} ms" + (f" (worst {max(took) * 1000:,.0f})" if len(took) > 1 else "")


if __name__ == "__main__":
    main([int(each.replace(",", "").replace("_", "")) for each in sys.argv[1:]] or list(_SIZES))
