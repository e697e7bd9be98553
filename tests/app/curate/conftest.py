"""A page over an affair of its own for each test, because tests change it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from dashboard.model import Timeline
from dashboard.store import Project
from tests.affair import affair
from tests.app.conftest import DRAWN, Server, read_again

SIZES = [(1440, 900), (390, 844)]


class Own(Server):
    """An app that is being served over a project of its own: its address, and the project."""

    def __init__(self, timeline: Timeline) -> None:
        self.project = Project.temporary(timeline)
        super().__init__(self.project, reread=read_again)

    def close(self) -> None:
        super().close()
        self.project.close()


@pytest.fixture
def own() -> Iterator[Own]:
    running = Own(affair())
    yield running
    running.close()


@pytest.fixture
def desk(own: Own, page: Page) -> Callable[..., Page]:
    """Opens an address of the affair, at a size."""
    return opener(own, page)


@pytest.fixture
def doubtful() -> Iterator[Own]:
    """An affair with three doubtful events."""
    sure = {"statement": 0.4, "call": 0.6}
    timeline = affair()
    events = tuple(replace(each, confidence=sure.get(each.id, 0.9)) for each in timeline.events)
    running = Own(timeline.with_events(events))
    yield running
    running.close()


@pytest.fixture
def doubtful_desk(doubtful: Own, page: Page) -> Callable[..., Page]:
    """Opens an address of that affair."""
    return opener(doubtful, page)


def opener(own: Own, page: Page) -> Callable[..., Page]:
    """What opens an address of an app, at a size."""

    def go(search: str = "", size: tuple[int, int] = (1440, 900)) -> Page:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(own.url + search)
        expect(page.locator(DRAWN)).to_be_attached()
        return page

    return go
