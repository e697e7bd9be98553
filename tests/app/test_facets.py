"""The facets of the rail in a browser: counts, only, without, together, kept open, for everyone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.app.test_access import violations

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def row(page: Page, facet: str, value: str):
    return page.locator(f"#{facet}-options [data-value='{value}']")


def test_only_and_without_one_actor(opened: Open) -> None:
    page = opened()
    row(page, "actors", "us").hover()
    page.get_by_role("button", name="Only United States").click()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    row(page, "actors", "us").hover()
    page.get_by_role("button", name="Without United States", exact=True).click()
    expect(page.locator("#count")).to_have_text("5 of 7 events")
    expect(page).to_have_url(re.compile("-actor=us"))
    expect(page).not_to_have_url(re.compile(r"\?actor=us"))
    expect(page.get_by_role("button", name="Without United States", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("button", name="Remove the filter: without United States").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")


def test_actors_together_and_counts_under_the_other_filters(opened: Open) -> None:
    page = opened("?actor=us&actor=ru")
    expect(page.locator("#count")).to_have_text("6 of 7 events")
    page.get_by_text("All together", exact=True).click()
    expect(page.locator("#count")).to_have_text("1 of 7 events")
    expect(row(page, "types", "CONSULT").locator(".option-count")).to_contain_text("1")
    expect(row(page, "types", "SUSPEND").locator(".option-count")).to_contain_text("0")


def test_a_group_stays_as_it_was_left(opened: Open) -> None:
    page = opened()
    places = page.locator(".facet[data-facet=place]")
    expect(places).not_to_have_attribute("open", "")
    places.locator("summary").click()
    page.locator(".facet[data-facet=type] summary").click()
    row(page, "places", "warsaw").get_by_role("checkbox").check()
    expect(page.locator("#count")).to_have_text("1 of 7 events")
    page.reload()
    expect(page.locator("#count")).to_have_text("1 of 7 events")
    expect(places).to_have_attribute("open", "")
    expect(page.locator(".facet[data-facet=type]")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_every_group_open(opened: Open, theme: str) -> None:
    page = opened(f"?theme={theme}&-actor=us&place=warsaw")
    page.evaluate("document.querySelectorAll('.facet').forEach(group => (group.open = true))")
    expect(row(page, "reviews", "unreviewed")).to_be_visible()
    assert violations(page) == []
