"""Zooming: about the pointer, by buttons and keys; the address has the range, and levels of detail follow."""

import re
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.timeline import lay_out
from docs.synthetic import synthetic
from tests.app.conftest import DRAWN, Served
from tests.timeline.cases import random_timeline

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
RANGE = re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d")
WHOLE = re.compile(r"^[^?]*$")


def turned(page: Page, label: str, pixels: int, *, key: str = "Control") -> None:
    """Nothing; the wheel was turned over a label while a key is held."""
    box = page.locator("#chart .annotation", has_text=label).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    if key:
        page.keyboard.down(key)
    page.mouse.wheel(0, pixels)
    if key:
        page.keyboard.up(key)


def days(page: Page) -> tuple[str, str]:
    found = re.search(r"from=([\d-]+)&to=([\d-]+)", page.url)
    assert found is not None
    return found[1], found[2]


def test_wheel_buttons_and_keys_zoom_and_the_address_holds_the_range(opened: Open) -> None:
    page = opened()
    out, fit = (
        page.get_by_role("button", name="Zoom out"),
        page.get_by_role("button", name="Show the whole time"),
    )
    expect(fit).to_have_attribute("aria-disabled", "true")
    turned(page, "Gerasimov – Dunford", 120, key="")  # the page's own scrolling
    turned(page, "Gerasimov – Dunford", -120)
    expect(page).to_have_url(RANGE)
    first, last = days(page)
    assert first < "2017-02-16" < last
    expect(fit).to_have_attribute("aria-disabled", "false")
    expect(page.locator("#chart .annotation", has_text="Gerasimov").first).to_be_visible()

    page.get_by_role("button", name="Zoom in").click()
    expect(page).not_to_have_url(re.compile(f"from={first}&to={last}"))
    expect(page).to_have_url(RANGE)
    nearer = days(page)
    assert first <= nearer[0] < nearer[1] <= last
    expect(page.locator("#count")).not_to_have_text("7 of 7 events")

    out.click()
    expect(page).not_to_have_url(re.compile(f"from={nearer[0]}&to={nearer[1]}"))
    fit.click()
    expect(page).to_have_url(WHOLE)
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    expect(fit).to_have_attribute("aria-disabled", "true")

    page.locator("#stage-focus").focus()
    page.keyboard.press("+")
    expect(page).to_have_url(RANGE)
    expect(fit).to_have_attribute("aria-disabled", "false")
    page.keyboard.press("0")
    expect(page).to_have_url(WHOLE)


def test_fit_returns_to_the_range_that_the_reader_had_chosen(opened: Open) -> None:
    page = opened("?from=2016-01-01&to=2017-06-30")
    own = re.compile("from=2016-01-01&to=2017-06-30$")
    counted = page.locator("#count").inner_text()
    page.get_by_role("button", name="Zoom in").click()
    expect(page).not_to_have_url(own)
    expect(page.locator("#count")).not_to_have_text(counted)
    page.reload()
    expect(page.locator(DRAWN)).to_be_attached()
    page.get_by_role("button", name="Show the whole time").click()
    expect(page).to_have_url(own)
    expect(page.locator("#count")).to_have_text(counted)
    page.get_by_role("button", name="Show the whole time").click()
    expect(page).to_have_url(WHOLE)


def test_two_fingers_zoom(opened: Open, context: BrowserContext) -> None:
    page = opened()
    box = page.locator("#chart .nsewdrag").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = context.new_cdp_session(page)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 40)
    for apart in (60, 80, 110):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    expect(page).to_have_url(RANGE)


@pytest.mark.parametrize("room", [None, 700.0])
def test_nearer_more_events_are_told_apart_and_named(room: float | None) -> None:
    timeline = synthetic(3_000)
    span = (timeline.events[0].when.earliest, timeline.events[-1].when.latest)
    wide = lay_out(timeline, width=1100, language="en", window=span, room=room)
    assert wide.bins
    middle = timeline.events[len(timeline.events) // 2].when.earliest
    assert middle is not None
    year = lay_out(
        timeline, width=1100, language="en", room=room, window=(middle.replace(month=1, day=1), middle)
    )
    assert not year.bins
    assert year.marks
    month = lay_out(timeline, width=1100, language="en", room=room, window=(middle.replace(day=1), middle))
    assert len(month.clusters) <= len(year.clusters)
    assert month.labelled / month.shown > year.labelled / year.shown


def test_lanes_are_not_cut_and_what_is_below_is_told(context: BrowserContext) -> None:
    with closing(Served(random_timeline(11, 40, actors=9))) as served:
        page = context.new_page()
        page.goto(served.url)
        page.locator(DRAWN).wait_for(state="attached")
        room = page.locator("#overview-room")
        expect(room).to_have_attribute("data-below", "none")
        reserved = room.get_by_role(
            "img", name="Overview"
        )  # else the chart is measured too tall before it is drawn
        expect(reserved).to_have_css("min-height", f"{reserved.bounding_box()['height']:.0f}px")
        page.set_viewport_size({"width": 1440, "height": 560})
        expect(room).to_have_attribute("data-below", "more")
        page.get_by_role("button", name="More below").click()
        expect(room).to_have_attribute("data-below", "none")
        page.close()
