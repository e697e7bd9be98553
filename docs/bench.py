"""Prints how fast the page opens, a filter answers, articles and dates are read. Run by ``make bench``."""

import time
from statistics import median

import dates_accuracy
import dates_bench
import scale_bench
from playwright.sync_api import Browser, Page
from running import DRAWN, browser, dashboard

from dashboard.articles import SAMPLES, read_article, sample_paths
from dashboard.events import build_timeline

_OPENINGS = 7
_CLICKS = 15
_READINGS = 15

# resolves with the milliseconds from a click on a checkbox to the chart's next drawing
_CLICK = """([selector, at]) => new Promise(done => {
  const chart = document.querySelector('#chart [data-drawn]');
  const start = performance.now();
  new MutationObserver((_, watcher) => {
    watcher.disconnect();
    requestAnimationFrame(() => done(performance.now() - start));
  }).observe(chart, {attributes: true, attributeFilter: ['data-drawn']});
  document.querySelectorAll(selector)[at].click();
})"""


def main() -> None:
    """Nothing; the figures are printed."""
    with dashboard() as address, browser() as chromium:
        cold = [_opening(chromium, address) for _ in range(_OPENINGS)]
        clicks = _clicks(chromium, address)
    print(_line("cold page to drawn timeline", cold))
    print(_line("filter click to redrawn timeline", clicks))
    scale_bench.main()
    print(_reading())
    print()
    dates_accuracy.main()
    dates_bench.main()


def _line(what: str, seconds: list[float]) -> str:
    return f"{what:<36} median {median(seconds) * 1000:6.0f} ms, worst {max(seconds) * 1000:6.0f} ms"


def _opening(chromium: Browser, address: str) -> float:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address)
    page.locator(DRAWN).wait_for(state="attached")
    took = time.perf_counter() - start
    context.close()
    return took


def _clicks(chromium: Browser, address: str) -> list[float]:
    page: Page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.locator(DRAWN).wait_for(state="attached")
    boxes = "#actors-options input[type=checkbox]"
    count = min(page.locator(boxes).count(), 5)
    took = []
    for number in range(_CLICKS):
        # each box is ticked and then unticked again
        took.append(float(page.evaluate(_CLICK, [boxes, number // 2 % count])) / 1000)
        page.wait_for_timeout(300)
    return took


def _reading() -> str:
    paths = [path for name in SAMPLES for path in sample_paths(name)]
    characters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
    took, worked = [], []
    for _ in range(_READINGS):
        start, busy = time.perf_counter(), time.process_time()
        timeline = build_timeline([read_article(path) for path in paths])
        took.append(time.perf_counter() - start)
        worked.append(time.process_time() - busy)
    # the first time, words and rules are read too; processor time is what other programs do not disturb
    speed, on_core = characters / min(took[1:]), characters / min(worked[1:])
    what = f"reading {len(paths)} articles, {len(timeline.events)} events"
    first = f"the first time {took[0]:.2f} s, then {min(took[1:]):.2f} s"
    return f"{what:<36} {on_core:,.0f} characters a second of one core, {speed:,.0f} by the clock ({first})"


if __name__ == "__main__":
    main()
