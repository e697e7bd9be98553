"""The views in a real browser: in step with each other and the address, for everyone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.app.test_access import violations

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
VIEWS = ("network", "matrix", "map")
SIZES = {1440: 900, 820: 1180, 390: 844}


def drawn(page: Page, view: str) -> None:
    expect(page.locator(f"#{view} .scatterlayer .trace").first).to_be_attached()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_in_any_view(opened: Open, width: int, theme: str) -> None:
    page = opened(f"?theme={theme}")
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    for name in ("Network", "Matrix", "Map"):
        page.get_by_role("tab", name=name).click()
        drawn(page, name.lower())
        assert violations(page) == [], name


def test_views_share_filters_and_selection(opened: Open) -> None:
    page = opened()
    page.get_by_role("tab", name="Network").click()
    drawn(page, "network")
    page.get_by_text("Actors and ties as a list").click()
    tie = page.get_by_role("button", name="NATO – Russia, 4 events")
    tie.press("Enter")
    expect(page.locator("#count")).to_have_text("4 of 7 events")
    expect(tie).to_be_focused()
    expect(page).to_have_url(re.compile("match=all"))
    page.get_by_role("tab", name="Map").click()
    drawn(page, "map")
    expect(page.locator("#map")).to_contain_text("1 of 4 events have a point on the map")
    page.get_by_text("Places and ties as a list").click()
    page.get_by_role("button", name="Moscow security conference").click()
    expect(page.locator("#evidence-heading")).to_have_text("Moscow security conference")
    page.get_by_role("tab", name="Matrix").click()
    drawn(page, "matrix")
    page.reload()
    drawn(page, "matrix")
    expect(page.locator("#evidence-heading")).to_have_text("Moscow security conference")
    expect(page.locator("#count")).to_have_text("4 of 7 events")


def test_arrows_walk_through_the_events_in_every_view(opened: Open) -> None:
    page = opened("?tab=matrix")
    drawn(page, "matrix")
    page.locator("#matrix-focus").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#evidence-heading")).to_have_text("NATO freezes military contacts with Russia")


def test_lanes_and_axis_are_in_the_address(opened: Open) -> None:
    page = opened()
    page.locator("#lanes").click()
    page.get_by_role("option", name="Lanes: types").click()
    expect(page.locator("#chart")).to_contain_text("Consultation")
    page.locator("#scale").click()
    page.get_by_role("option", name="Axis: one step each").click()
    expect(page.locator("#chart")).not_to_contain_text("skipped")
    expect(page).to_have_url(re.compile("lanes=type&scale=sequential"))
    page.go_back()
    expect(page.locator("#chart")).to_contain_text("skipped")
    expect(page.locator("#scale")).to_have_value("Axis: quiet times folded")


def test_what_the_address_asks_for_in_vain_is_said(opened: Open) -> None:
    page = opened("?actor=atlantis&from=soonish")
    expect(page.locator("#ignored")).to_have_text(
        "Not known here, and left out of the filters: “soonish” and “atlantis”."
    )
    expect(page.locator("#count")).to_have_text("7 of 7 events")


def test_the_map_asks_no_stranger(opened: Open, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened("?tab=map")
    drawn(page, "map")
    assert [url for url in asked if "127.0.0.1" not in url and not url.startswith(("data:", "blob:"))] == []


def test_with_the_evidence_open_the_chart_fits_its_stage(opened: Open) -> None:
    page = opened("?event=call")
    expect(page.locator("#evidence-heading")).to_be_visible()
    stage = page.locator("#stage")
    expect(page.locator("#chart [data-drawn]")).to_be_attached()
    page.wait_for_function(
        "() => { const s = document.getElementById('stage'); return s.scrollHeight <= s.clientHeight + 1; }"
    )
    assert stage.evaluate("box => box.scrollTop") == 0
