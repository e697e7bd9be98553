"""An app on a free port, and Chromium pages that look at it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from threading import Thread
from typing import Any

import pytest
import waitress
from playwright.sync_api import Browser, BrowserContext, Page, expect
from waitress import wasyncore

from dashboard.app import create_app
from dashboard.model import Article, Block, BlockKind, PublishedFrom, Timeline
from dashboard.store import Project
from tests.affair import affair
from tests.chromium import opened as opened_browser

logging.getLogger("waitress").setLevel(logging.CRITICAL)  # a page that left is no news
DRAWN = "#chart [data-drawn]"


def hostile() -> Timeline:
    """The affair, its first article undated, with markup in a title, a quote and the text."""
    timeline = affair()
    nasty = "<script>window.broken=1</script><img src=x onerror=window.broken=1>"
    event = replace(timeline.events[3], titles={"en": f"Baku {nasty}", "fr": f"Bakou {nasty}"})
    article = timeline.articles[0]
    text = f"{article.text}\n\n{nasty}"  # at the end: offsets stay
    blocks = (*article.blocks, Block(BlockKind.BODY, len(text) - len(nasty), len(text)))
    undated = replace(
        article, text=text, blocks=blocks, title=nasty, published=None, published_from=PublishedFrom.UNKNOWN
    )
    events = tuple(event if each.id == "baku" else each for each in timeline.events)
    return replace(timeline, articles=(undated,), events=events)


def read_again(articles: Any) -> Timeline:
    """The affair over articles whose dates the reader set, under another title, as real readings have."""
    titles = {"en": "Contacts, read again", "fr": "Contacts, relus"}
    return replace(affair(), articles=tuple(articles), titles=titles)


class Server:
    """An app that is served as ``detente serve`` serves it: its address."""

    def __init__(self, affair: Timeline | Project, **options: Any) -> None:
        self.app = create_app(affair, **options)
        # answers stay in memory: a page that leaves in the middle of one leaves no file open
        self._server = waitress.create_server(
            self.app.server, host="127.0.0.1", port=0, threads=8, outbuf_overflow=1 << 26
        )
        self.url = f"http://127.0.0.1:{self._server.effective_port}/"
        self._thread = Thread(target=self._server.run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.task_dispatcher.shutdown()  # first: what still answers a page needs the sockets
        # in the loop's own thread: it ends when it has nothing left to watch
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._server._map))
        self._thread.join(timeout=60)


class Served(Server):
    """An app that is being served, and how many times it read again."""

    def __init__(self, timeline: Timeline, **options: Any) -> None:
        self.reread: list[list[Article]] = []
        self.fault: Exception | None = None

        def remember(articles: Any, **_: Any) -> Timeline:
            self.reread.append(list(articles))
            if self.fault:
                raise self.fault
            return read_again(articles)

        super().__init__(timeline, reread=remember, **options)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with closing(Served(affair())) as running:
        yield running


@pytest.fixture(scope="session")
def served_hostile() -> Iterator[Served]:
    with closing(Served(hostile())) as running:
        yield running


@pytest.fixture(scope="package")  # Playwright runs once per thread: other rooms' tests start their own
def chromium() -> Iterator[Browser]:
    with opened_browser() as browser:
        if browser is None:
            pytest.skip("no Chrome or Chromium is here")
        yield browser


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", accept_downloads=True
    )
    yield context
    context.close()


@pytest.fixture
def faults() -> list[str]:
    """What the page complained about; every browser test ends with none."""
    return []


@pytest.fixture
def page(context: BrowserContext, faults: list[str]) -> Iterator[Page]:
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    page.close()
    assert faults == []


def enter(page: Page, url: str) -> None:
    """Opens an address and waits until the page stands: before, what is pressed may still move."""
    page.goto(url)
    expect(page.locator(DRAWN)).to_be_attached()


@pytest.fixture
def opened(page: Page, served: Served) -> Callable[[str], Page]:
    """Opens an address of the served affair and waits for the drawn chart."""

    def go(search: str = "") -> Page:
        enter(page, served.url + search)
        return page

    return go
