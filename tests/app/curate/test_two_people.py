"""Two people at one event: a choice field by field, and nothing of either is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app.conftest import DRAWN
from tests.app.curate.conftest import Own
from tests.app.test_access import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def two(chromium: Browser, own: Own) -> Iterator[tuple[Page, Page]]:
    """Ada's and Ben's pages, both with the form of the same event open."""
    pages = []
    for name in ("Ada", "Ben"):
        context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        context.add_init_script(f"localStorage.setItem('who', JSON.stringify('{name}'))")
        page = context.new_page()
        page.goto(own.url + "?event=call&show=edit")
        expect(page.locator(DRAWN)).to_be_attached()
        expect(page.locator("#edit-form")).to_be_visible()
        pages.append(page)
    yield pages[0], pages[1]
    for page in pages:
        page.context.close()


def fill(page: Page, date: str, note: str = "") -> None:
    page.get_by_role("textbox", name="Date").fill(date)
    if note:
        page.get_by_role("textbox", name="Note").fill(note)
    page.keyboard.press("Control+Enter")


def test_each_field_is_chosen_and_both_see_the_result(two: tuple[Page, Page], own: Own) -> None:
    ada, ben = two
    fill(ada, "4 March 2017")
    expect(ada.locator("#evidence .event-date")).to_have_text("4 March 2017")
    fill(ben, "5 March 2017", "Ben was there")
    dialog = ben.get_by_role("dialog", name="Two versions of one event")
    expect(dialog).to_contain_text("Ada saved this event at")
    expect(dialog).to_contain_text("4 March 2017 (2017-03-04)")
    expect(dialog).to_contain_text("5 March 2017 (2017-03-05)")
    assert violations(ben) == []
    dialog.get_by_role("radiogroup", name="Date").get_by_text("Theirs").click()
    dialog.get_by_role("button", name="Save what is chosen").click()
    expect(ben.locator("#evidence .event-date")).to_have_text("4 March 2017")
    expect(ben.locator(".facts")).to_contain_text("Ben was there")
    expect(ada.locator(".facts")).to_contain_text("Ben was there")
    assert [step.author for step in own.project.history("call")] == ["Ben", "Ada"]


def test_the_form_keeps_what_was_written_when_one_goes_back_to_it(two: tuple[Page, Page]) -> None:
    ada, ben = two
    fill(ada, "4 March 2017")
    expect(ada.locator("#evidence .event-date")).to_have_text("4 March 2017")
    fill(ben, "5 March 2017", "a long note")
    ben.get_by_role("button", name="Back to the form").click()
    expect(ben.get_by_role("textbox", name="Note")).to_have_value("a long note")
    expect(ben.get_by_role("textbox", name="Date")).to_have_value("5 March 2017")


def test_a_version_brings_back_what_another_deleted(two: tuple[Page, Page], own: Own) -> None:
    ada, ben = two
    ada.get_by_role("button", name="Delete").click()
    expect(ada.locator("#count")).to_have_text("6 of 6 events")
    fill(ben, "5 March 2017")
    expect(ben.get_by_role("dialog")).to_contain_text("Ada has deleted this event")
    ben.get_by_role("button", name="Bring it back").click()
    expect(ben.locator("#evidence .event-date")).to_have_text("5 March 2017")
    expect(ada.locator("#count")).to_have_text("7 of 7 events")
