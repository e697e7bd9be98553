"""The review queue by keyboard, splitting and merging, history, and back to what was read."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.model import Review
from tests.app.curate.conftest import SIZES, Own
from tests.app.test_access import violations

pytestmark = pytest.mark.browser
Desk = Callable[..., Page]


@pytest.mark.parametrize("size", SIZES)
def test_doubtful_events_are_reviewed_by_keyboard_most_doubtful_first(
    doubtful_desk: Desk, size: tuple[int, int]
) -> None:
    page = doubtful_desk("", size)
    page.get_by_role("button", name="3 events to review").click()
    heading, progress = page.locator("#evidence-heading"), page.locator("#review-progress")
    expect(heading).to_have_text("Lavrov statement on NATO")
    expect(page.locator(".doubts")).to_have_text("the reading is not sure")
    expect(progress).to_have_text("0 of 3 reviewed")
    assert violations(page) == []
    page.keyboard.press("n")
    expect(heading).to_have_text("Gerasimov – Pavel phone call")
    page.keyboard.press("p")
    expect(heading).to_have_text("Lavrov statement on NATO")
    page.keyboard.press("y")
    expect(heading).to_have_text("Gerasimov – Pavel phone call")
    expect(progress).to_have_text("1 of 3 reviewed")
    page.keyboard.press("x")
    expect(heading).to_have_text("US brigade deploys to Poland")
    expect(page.locator(".doubts")).to_have_text("its date is approximate")
    expect(progress).to_have_text("2 of 3 reviewed")
    expect(page.locator("#done-said")).to_have_text("Deleted: Gerasimov – Pavel phone call")
    page.keyboard.press("e")
    expect(page.locator("#edit-form")).to_be_visible()
    page.get_by_role("textbox", name="Date").fill("5 January 2017")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .event-date")).to_have_text("5 January 2017")
    expect(page.locator("#review-open")).to_be_hidden()


def test_the_queue_opens_with_its_bar_beside_the_table(doubtful_desk: Desk) -> None:
    page = doubtful_desk("?tab=table")
    page.locator("#table").get_by_text("US brigade deploys to Poland").click()
    expect(page.locator("#evidence-heading")).to_have_text("US brigade deploys to Poland")
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    page.get_by_role("button", name="3 events to review").click()
    expect(page.locator("#table .ag-row-selected")).to_contain_text("Lavrov statement on NATO")
    expect(page.locator("#evidence-heading")).to_have_text("Lavrov statement on NATO")
    page.wait_for_function("() => !document.querySelector('[data-dash-is-loading]')")
    expect(page.locator("#review-bar")).to_be_visible()
    expect(page).to_have_url(re.compile("show=review"))


def test_when_nothing_is_left_the_panel_says_so(desk: Desk) -> None:
    page = desk()
    page.get_by_role("button", name="1 event to review").click()
    expect(page.locator("#review-bar")).to_be_visible()
    page.keyboard.press("y")
    expect(page.locator("#evidence-heading")).to_have_text("Nothing is left to review")
    expect(page.locator(".finished")).to_contain_text("1 of 1 reviewed")
    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_two_events_are_merged_after_a_preview_and_split_again(
    desk: Desk, own: Own, size: tuple[int, int]
) -> None:
    page = desk("?event=call", size)
    page.locator(".more > summary").click()
    page.get_by_role("button", name="Merge with another").click()
    expect(page.locator("#merge-save")).to_be_disabled()
    expect(page.locator("#merge-found")).to_have_text("6 events")
    page.get_by_label("Find the other event").fill("DUNFORD baku")
    expect(page.locator("#merge-found")).to_have_text("1 event")
    page.get_by_role("radio", name="Gerasimov – Dunford meeting in Baku").check()
    expect(page.locator(".preview")).to_contain_text("2 quotes")
    expect(page.locator(".preview")).to_contain_text("Joseph Dunford")
    assert violations(page) == []
    page.locator("#merge-save").click()
    expect(page.locator(".quote")).to_have_count(2)
    expect(page.locator("#count")).to_have_text("6 of 6 events")
    page.locator(".more > summary").click()
    page.get_by_role("button", name="Split", exact=True).click()
    assert violations(page) == []
    page.get_by_role("button", name="Split by quotes").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    expect(page.locator("#evidence .event-date")).to_have_text("16 February 2017")
    events = {each.id: each for each in own.project.timeline().events}
    quotes = [each.quote for key in ("call", "call~2") for each in events[key].evidence]
    assert quotes == [
        "Pavel telephoned Gerasimov on 3 March.",
        "On 16 February Gerasimov and Dunford met in Baku.",
    ]


def test_a_split_that_cannot_be_says_why_and_stays(desk: Desk) -> None:
    page = desk("?event=conference&show=split")
    page.get_by_role("textbox", name="First day of the second event").fill("30 April 2017")
    page.get_by_role("button", name="Split by days").click()
    expect(page.locator("#split-fault")).to_contain_text("not after the last day")
    page.get_by_role("textbox", name="First day of the second event").fill("27 April 2017")
    page.get_by_role("button", name="Split by days").click()
    expect(page.locator("#evidence .event-date")).to_have_text("27 April 2017")


@pytest.mark.parametrize("size", SIZES)
def test_history_says_who_did_what_from_what_to_what_and_leads_back(
    desk: Desk, own: Own, size: tuple[int, int]
) -> None:
    page = desk("?event=call&show=history", size)
    expect(page.get_by_role("textbox", name="Your name")).to_have_value("")
    page.get_by_role("textbox", name="Your name").fill("Ada")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Back to the event").click()
    page.locator("[data-do=edit]").click()
    page.get_by_role("textbox", name="Date").fill("4 March 2017")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .event-date")).to_have_text("4 March 2017")
    expect(page.locator(".why-fields")).to_contain_text("chosen by a reader; read as 3 March 2017")
    page.locator(".more > summary").click()
    page.locator(".more").get_by_role("button", name="History").click()
    step = page.locator(".trail > li").first
    expect(step).to_contain_text("Ada")
    expect(step.locator("del")).to_have_text("3 March 2017 (2017-03-03)")
    expect(step.locator("ins")).to_have_text("4 March 2017 (2017-03-04)")
    assert violations(page) == []
    page.get_by_role("button", name="Back to the event").click()
    page.locator(".more > summary").click()
    page.get_by_role("button", name="Back to the machine’s reading").click()
    expect(page.locator("#evidence .event-date")).to_have_text("3 March 2017")
    assert own.project.timeline().events[5].review is Review.UNREVIEWED


def test_a_deleted_event_is_brought_back_from_the_history(desk: Desk) -> None:
    page = desk("?event=call")
    page.locator(".more > summary").click()
    page.locator("[data-do=delete]").click()
    expect(page.locator("#count")).to_have_text("6 of 6 events")
    page.locator("#history-open").click()
    page.get_by_role("button", name="Bring back Gerasimov – Pavel phone call").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
