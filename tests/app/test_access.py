"""Everyone can use it: axe finds nothing wrong, and the keyboard alone reaches everything."""

import re
from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """What axe finds, one line each; its script is evaluated, since the page's policy lets none in."""
    page.evaluate(AXE)
    # a panel that fades in, or is dimmed till its answer comes, has the colours of neither state;
    # what pulses while it loads never ends
    page.wait_for_function(
        """() => !document.querySelector(':is(#chart, #evidence-content)[data-dash-is-loading="true"]')
          && document.getAnimations().every(
          each => each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)"""
    )
    found = page.evaluate("options => axe.run(document, options)", RULES)["violations"]
    return [
        f"{each['id']}: {node['html'][:160]}: {node['failureSummary'][:300]}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "state", ["", "&event=call", "&tab=table&event=call", "&show=sources", "&actor=us&status=planned"]
)
def test_axe_finds_nothing(opened: Open, theme: str, state: str) -> None:
    page = opened(f"?theme={theme}{state}")
    if "tab=table" in state:
        expect(page.get_by_role("gridcell", name="NATO summit in Warsaw")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_a_telephone(opened: Open, theme: str) -> None:
    page = opened(f"?theme={theme}")
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations(page) == []
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("navigation", name="Filters")).to_be_visible()
    assert violations(page) == []


def test_the_keyboard_alone_reads_an_event_and_comes_back(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the timeline")).to_be_focused()
    page.keyboard.press("Enter")
    chart = page.locator("#stage-focus")
    for _ in range(8):
        page.keyboard.press("Tab")
        if chart.evaluate("box => box === document.activeElement"):
            break
    expect(chart).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#evidence-heading")).to_have_text("NATO freezes military contacts with Russia")
    expect(page.locator("#live")).to_contain_text("1 of 7")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#evidence-heading")).to_have_text("NATO summit in Warsaw")
    page.keyboard.press("End")
    expect(page.locator("#evidence-heading")).to_have_text("Moscow security conference")
    expect(page.locator("#live")).to_contain_text("7 of 7")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence-heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    expect(chart).to_be_focused()


def test_the_keyboard_alone_filters(opened: Open) -> None:
    page = opened()
    page.get_by_role("checkbox", name="NATO").focus()
    page.keyboard.press("Space")
    expect(page.locator("#count")).to_have_text("5 of 7 events")
    expect(page.get_by_role("checkbox", name="NATO")).to_be_focused()
    expect(page.locator("#live")).to_have_text("5 of 7 events")


def test_the_table_and_the_chart_walk_in_step(opened: Open) -> None:
    page = opened("?tab=table")
    page.get_by_role("gridcell", name="NATO summit in Warsaw").click()
    expect(page.locator("#evidence-heading")).to_have_text("NATO summit in Warsaw")
    expect(page).to_have_url(re.compile("event=summit"))
    expect(page.get_by_role("columnheader", name="Sources")).to_have_count(0)  # no room beside the panel
    page.wait_for_function(
        """() => {
          const room = document.getElementById("table").getBoundingClientRect();
          const cells = [...document.querySelectorAll("#table .ag-header-cell")];
          return cells.length && cells.every(each => each.getBoundingClientRect().right <= room.right + 1);
        }"""
    )
    page.keyboard.press("ArrowDown")
    expect(page.locator("#evidence-heading")).to_have_text("US brigade deploys to Poland")
    expect(page.get_by_role("row", selected=True)).to_contain_text("US brigade deploys to Poland")
    page.get_by_role("tab", name="Timeline").click()
    page.locator("#stage-focus").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#evidence-heading")).to_contain_text("Baku")
    page.get_by_role("tab", name="Table").click()
    expect(page.get_by_role("row", selected=True)).to_contain_text("Baku")


def test_a_table_that_is_gone_is_not_fitted_to_its_room(opened: Open) -> None:
    page = opened("?tab=table")
    expect(page.get_by_role("gridcell", name="NATO summit in Warsaw")).to_be_visible()
    told = page.evaluate(
        """async () => {
          const api = await window.dash_ag_grid.getApiAsync("table");
          const heard = new Promise(resolve => {
            api.addEventListener("gridSizeChanged", resolve);
            window.addEventListener("error", resolve);  // a fault of another listener ends the page's test
          });
          api.dispatchEvent({ type: "gridSizeChanged" });  // listeners hear of it after the grid has gone
          api.destroy();
          await heard;
          return api.isDestroyed();
        }"""
    )
    assert told


def test_the_table_sorts_by_the_day_not_by_the_word(opened: Open) -> None:
    page = opened("?tab=table")
    cells = page.locator("#table .ag-center-cols-container [col-id=day]")
    expect(cells.first).to_contain_text("2014")
    header = page.get_by_role("columnheader", name="Date")
    header.click()
    header.click()
    expect(page.get_by_role("row").filter(has_text="Moscow security conference")).to_have_attribute(
        "row-index", "0"
    )


def test_nothing_moves_for_who_wants_no_motion(opened: Open) -> None:
    page = opened()
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("checkbox", name="NATO").check()
    expect(page.locator("#count")).to_have_text("5 of 7 events")
    assert page.evaluate("document.getAnimations().filter(each => each.playState === 'running').length") == 0
