"""Room on the page: many actors with long names never push anything out of the window, and no card stays."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from dashboard.model import Timeline
from tests.app.conftest import DRAWN, Served
from tests.timeline.cases import random_timeline

pytestmark = pytest.mark.browser


def crowded() -> Timeline:
    """Eighty actors, each with a name longer than the rail is wide."""
    timeline = random_timeline(3, 120, actors=40)
    actors = {
        key: replace(each, names={"en": f"{each.names['en']} of the Commission for Very Long Designations"})
        for key, each in timeline.actors.items()
    }
    return replace(timeline, actors=actors)


@pytest.fixture(scope="module")
def served_crowd() -> Iterator[Served]:
    with closing(Served(crowded())) as running:
        yield running


@pytest.fixture
def crowd(page: Page, served_crowd: Served) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(served_crowd.url)
    expect(page.locator(DRAWN)).to_be_attached()
    return page


@pytest.mark.parametrize("search", ["", "?event=e1", "?show=sources", "?tab=table"])
def test_the_document_is_no_taller_than_the_window(page: Page, served_crowd: Served, search: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(served_crowd.url + search)
    expect(page.locator(DRAWN)).to_be_attached()
    page.wait_for_function("document.scrollingElement.scrollHeight === 900")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link that skips to the timeline
    assert page.evaluate("[scrollY, document.querySelector('#header').getBoundingClientRect().top]") == [0, 0]


def test_long_names_leave_the_counts_in_sight(crowd: Page) -> None:
    expect(crowd.locator("#rail .option-count").first).to_be_visible()
    wide, room = crowd.evaluate(
        "(rail => [rail.scrollWidth, rail.clientWidth])(document.querySelector('#rail'))"
    )
    assert wide <= room
    edges = crowd.evaluate(
        "[...document.querySelectorAll('#rail .option-count')].map(e => e.getBoundingClientRect().right)"
    )
    assert max(edges) <= room


def test_no_card_stays_behind_a_chosen_label(page: Page, served: Served) -> None:
    page.goto(served.url)
    expect(page.locator(DRAWN)).to_be_attached()
    label = page.locator("#chart .annotation-text-g").filter(has_text="NATO summit in Warsaw").first
    label.hover()
    expect(page.locator("#chart .hoverlayer .hovertext")).to_have_count(1)
    label.click()
    expect(page.locator("#evidence-heading")).to_have_text("NATO summit in Warsaw")
    page.locator("#evidence-heading").hover()
    expect(page.locator("#chart .hoverlayer .hovertext")).to_have_count(0)


def test_the_title_has_the_room_that_it_needs(page: Page, served: Served) -> None:
    for width in (1440, 1150, 820, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(served.url)
        expect(page.locator(DRAWN)).to_be_attached()
        # in the font of the page, once that is there
        page.wait_for_function(
            "(title => title.scrollWidth <= title.clientWidth)(document.getElementById('title'))"
        )
