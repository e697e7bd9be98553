"""Prints how fast the page opens, a filter answers, articles and dates are read. Run by ``make bench``."""

import json
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import dates_accuracy
import dates_bench
import scale_bench
from playwright.sync_api import Browser, Page
from running import DRAWN, browser, dashboard

from dashboard.articles import SAMPLES, read_article, read_text, sample_paths
from dashboard.events import build_timeline
from dashboard.model import Article
from dashboard.workers import Workers, cores

_OPENINGS = 7
_CLICKS = 15
_CHILDREN = 3
_LEAST, _SHORT = 300, 800
_GOLD = Path(__file__).parent.parent / "tests" / "gold"

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
    """What reading costs: of the samples the first time, then a line per language and size of articles.

    Characters of text by the seconds of one core that other programs do not disturb. Lines are of articles
    that the process has not read before, with words and rules already loaded: what was met stays known.
    """
    start = time.perf_counter()
    timeline = build_timeline([read_article(path) for name in SAMPLES for path in sample_paths(name)])
    took = time.perf_counter() - start
    lines = [
        f"reading {len(timeline.articles)} samples, {len(timeline.events)} events, first time: {took:.2f} s"
    ]
    for language in ("en", "fr"):
        articles = _gold(language)
        for article in articles[::2]:
            build_timeline([article])
        unread = articles[1::2]
        for what, sized in (
            ("up to 800 characters", [one for one in unread if len(one.text) <= _SHORT]),
            ("longer ones", [one for one in unread if len(one.text) > _SHORT]),
            (
                "pieces of eight articles",
                [_joined(unread[at : at + 8]) for at in range(0, len(unread) - 7, 8)],
            ),
        ):
            lines.append(
                f"  {language}, {len(sized)} of {what}: {_speed(sized):,.0f} characters a second of one core"
            )
        one, every = (max(_pile(unread, count) for _ in range(_CHILDREN)) for count in (1, cores()))
        lines.append(
            f"  {language}, all {len(unread)} as one pile: {one:,.0f} characters a second of the clock "
            f"in one process, {every:,.0f} in {cores()}"
        )
    return "\n".join(lines)


def _gold(language: str) -> list[Article]:
    """The articles of the gold texts in a language, each once; single sentences are none."""
    found: dict[str, Article] = {}
    for path in sorted(_GOLD.glob(f"*_{language}.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text, day = record.get("text", ""), record.get("dct")
            if len(text) >= _LEAST:
                published = date.fromisoformat(day) if day else None
                found[text] = read_text(text, language=language, published=published)
    return list(found.values())


def _joined(articles: list[Article]) -> Article:
    """Several articles as one long piece."""
    first = articles[0]
    return read_text(
        "\n\n".join(one.text for one in articles), language=first.language, published=first.published
    )


def _speed(articles: list[Article]) -> float:
    """Characters a second: the best of some children that all start from what this process knows."""
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        return max(pool.apply(_read_once, (articles,)) for _ in range(_CHILDREN))


def _read_once(articles: list[Article]) -> float:
    start = time.process_time()
    for article in articles:
        build_timeline([article])
    return sum(len(one.text) for one in articles) / (time.process_time() - start)


def _pile(articles: list[Article], count: int) -> float:
    """Characters a second of the clock in so many processes, from what this process knows."""
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as fresh:
        return fresh.submit(_read_pile, articles, count).result()


def _read_pile(articles: list[Article], count: int) -> float:
    start = time.perf_counter()
    with Workers(count) as workers:
        build_timeline(articles, workers=workers)
    return sum(len(one.text) for one in articles) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
