"""Making an event by hand: by the button, at an empty place of a lane, and from selected words."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.model import Review
from tests.app.curate.conftest import SIZES, Own, opener
from tests.app.test_access import violations

pytestmark = pytest.mark.browser
Desk = Callable[..., Page]

SELECT = """words => {
  const block = [...document.querySelectorAll('[data-at]')].find(each => each.textContent.includes(words));
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = block.textContent.indexOf(words), end = at + words.length, seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (at >= seen && at < seen + node.length) range.setStart(node, at - seen);
    if (end > seen && end <= seen + node.length) range.setEnd(node, end - seen);
    seen += node.length;
  }
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def choose(page: Page, field: str, option: str) -> None:
    page.get_by_role("combobox", name=field, exact=True).or_(
        page.get_by_role("textbox", name=field, exact=True)
    ).click()
    page.get_by_role("option", name=option, exact=True).click()


@pytest.mark.parametrize("size", SIZES)
def test_an_event_is_made_with_nothing_but_the_form(desk: Desk, own: Own, size: tuple[int, int]) -> None:
    page = desk("", size)
    page.get_by_role("button", name="New event").click()
    expect(page.locator("#edit-form")).to_be_visible()
    page.get_by_role("textbox", name="Date").fill("May 2015")
    page.locator("#form-save").click()
    expect(page.locator("#form-fault")).to_have_text("Choose a type.")
    choose(page, "Type", "Consultation")
    page.get_by_role("textbox", name="Title", exact=True).fill("A quiet channel opens")
    assert violations(page) == []
    page.locator("#form-save").click()
    expect(page.locator("#evidence-heading")).to_have_text("A quiet channel opens")
    expect(page.locator("#evidence .review")).to_have_text("Made by hand")
    expect(page.locator("#count")).to_have_text("8 of 8 events")
    made = next(each for each in own.project.timeline().events if each.review is Review.MANUAL)
    assert made.when.edtf == "2015-05"
    assert made.evidence == ()


def test_an_empty_place_in_a_lane_gives_the_day_and_the_actor(desk: Desk) -> None:
    page = desk()
    lane = page.evaluate(
        """() => {
          const graph = document.querySelector('#chart .js-plotly-plot');
          const [top, bottom] = graph.layout.meta.lanes.find(each => each[2] === 'pl');
          const piece = graph.layout.meta.axis.at(-1);
          const box = graph.getBoundingClientRect(), y = graph._fullLayout.yaxis;
          const march = 736395, scale = (piece[3] - piece[2]) / (piece[1] - piece[0]);
          const x = piece[2] + (march - piece[0]) * scale;
          return [box.left + x, box.top + y.d2p((top + bottom) / 2)];
        }"""
    )
    page.mouse.click(*lane)
    offer = page.locator("#make-event")
    expect(offer).to_contain_text("New event: Poland, 2017-03")
    assert violations(page) == []
    offer.click()
    expect(page.locator(".person-name")).to_have_text("Poland")
    expect(page.get_by_role("textbox", name="Date")).to_have_value("March 2017")


def test_a_click_on_a_mark_still_reads_it_and_offers_nothing(desk: Desk) -> None:
    page = desk()
    page.locator("#chart .annotation-text-g").filter(has_text="NATO summit in Warsaw").first.click()
    expect(page.locator("#evidence-heading")).to_have_text("NATO summit in Warsaw")
    expect(page.locator("#make-event")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
def test_selected_words_become_evidence_with_their_date_and_actors(
    desk: Desk, own: Own, size: tuple[int, int]
) -> None:
    page = desk("?event=call", size)
    page.evaluate(SELECT, "Gerasimov and Dunford met in Baku")
    page.get_by_role("button", name="Make an event of these words").click()
    expect(page.locator("#edit-form")).to_be_visible()
    expect(page.locator("#evidence mark").first).to_have_text("Gerasimov and Dunford met in Baku")
    expect(page.locator(".person-name")).to_have_text(["Valery Gerasimov", "Joseph Dunford"])
    page.get_by_role("textbox", name="Date").fill("17 February")
    expect(page.locator("#when-reading")).to_contain_text("17 February 2017")
    choose(page, "Type", "Consultation")
    page.get_by_role("textbox", name="Title", exact=True).fill("Two generals in Baku")
    page.locator("#form-save").click()
    expect(page.locator("#evidence-heading")).to_have_text("Two generals in Baku")
    expect(page.locator(".quote blockquote")).to_have_text("Gerasimov and Dunford met in Baku")
    made = next(each for each in own.project.timeline().events if each.review is Review.MANUAL)
    (words,) = made.evidence
    article = own.project.timeline().articles[0]
    assert article.text[words.start : words.end] == words.quote


def test_a_finger_makes_an_event_of_selected_words(chromium: Browser, own: Own) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, color_scheme="dark"
    )
    page = opener(own, context.new_page())("?event=call", (390, 844))
    words = page.locator("[data-at]").filter(has_text="Pavel telephoned").first
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    assert box is not None
    finger = {"x": box["x"] + 60, "y": box["y"] + 10}
    session = context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [finger]})
    page.evaluate(SELECT, "Pavel telephoned Gerasimov on 3 March.")  # as a telephone does under a long press
    offer = page.get_by_role("button", name="Make an event of these words")
    expect(offer).to_be_visible()
    offered = offer.bounding_box()
    assert offered is not None
    assert offered["y"] > finger["y"] + 24  # clear of the finger and of the selection's handles
    session.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    expect(offer).to_be_visible()
    offer.tap()
    expect(page.get_by_role("textbox", name="Date")).to_have_value("3 March 2017")
    page.locator("#form-save").tap()
    expect(page.locator("#count")).to_have_text("8 of 8 events")
    context.close()


def test_words_are_selected_by_keyboard_alone(desk: Desk) -> None:
    page = desk("?event=call")
    page.locator(".article-scroll").focus()
    page.keyboard.press("w")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#make-event")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#make-event")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#edit-form")).to_be_visible()
    expect(page.locator("#evidence mark")).not_to_have_count(0)
