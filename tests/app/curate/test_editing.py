"""Correcting an event on the page: the form, its live date, undo and redo, and nothing typed is lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.app.conftest import DRAWN
from tests.app.curate.conftest import SIZES, Own
from tests.app.test_access import violations

pytestmark = pytest.mark.browser
Desk = Callable[..., Page]

# A press in the very moment of the choice, before the page's store knows of it.
PICKED_AND_SAVED_AT_ONCE = """option => {
  const field = document.activeElement;
  option.click();
  const keys = {key: "Enter", ctrlKey: true, bubbles: true, cancelable: true};
  field.dispatchEvent(new KeyboardEvent("keydown", keys));
}"""


def edit(page: Page) -> None:
    page.locator("[data-do=edit]").click()
    expect(page.locator("#edit-form")).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_a_date_is_corrected_with_a_live_reading_and_survives_a_reload(
    desk: Desk, size: tuple[int, int]
) -> None:
    page = desk("?event=call", size)
    edit(page)
    date = page.get_by_role("textbox", name="Date")
    expect(date).to_be_focused()
    expect(date).to_have_value("3 March 2017")
    date.fill("26-27 April 2017")
    expect(page.locator("#when-reading")).to_have_text(
        "understood as 26–27 April 2017 · EDTF 2017-04-26/2017-04-27"
    )
    assert violations(page) == []
    date.press("Enter")
    expect(page.locator("#evidence .event-date")).to_have_text("26–27 April 2017")
    expect(page.locator("#evidence .review")).to_have_text("Edited")
    expect(page.locator("#done-said")).to_have_text("Saved: Gerasimov – Pavel phone call")
    expect(page.locator(".facts")).to_contain_text(
        "corrected by a reader; the machine read 3 March 2017, from the words “3 March”"
    )
    written = page.locator(".facts dt:text-is('As written') + dd")
    expect(written.locator("> span").first).to_have_text("“3 March”")
    expect(page.locator(".facts dt:text-is('Title')")).to_have_count(0)
    expect(page.locator(".facts")).to_contain_text("checked by a reader")
    assert violations(page) == []
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#evidence .review")).to_have_text("Accepted")
    expect(page.locator(".facts")).to_contain_text("corrected by a reader")
    page.reload()
    expect(page.locator(DRAWN)).to_be_attached()
    expect(page.locator("#evidence .event-date")).to_have_text("26–27 April 2017")


def test_a_date_without_a_year_is_read_against_the_publication_date(desk: Desk) -> None:
    page = desk("?event=call&show=edit")
    page.get_by_role("textbox", name="Date").fill("the 5th of March")
    expect(page.locator("#when-reading")).to_contain_text("5 March 2017")


def test_what_was_typed_last_is_saved_however_slow_the_machine(desk: Desk) -> None:
    page = desk("?event=call")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 8})
    page.locator("[data-do=edit]").click()
    page.get_by_role("textbox", name="Date").fill("4 March 2017")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .event-date")).to_have_text("4 March 2017")


def test_what_cannot_be_saved_stays_in_the_form(desk: Desk) -> None:
    page = desk("?event=call&show=edit")
    page.get_by_role("textbox", name="Note").fill("asked twice")
    date = page.get_by_role("textbox", name="Date")
    date.fill("some other day")
    expect(page.locator("#when-reading")).to_contain_text("is not understood as a date")
    date.press("Control+Enter")
    expect(page.locator("#form-fault")).to_contain_text("“some other day” is not understood")
    expect(date).to_have_value("some other day")
    expect(page.get_by_role("textbox", name="Note")).to_have_value("asked twice")


def test_escape_asks_only_if_something_would_be_lost(desk: Desk) -> None:
    page = desk("?event=call&show=edit")
    date = page.get_by_role("textbox", name="Date")
    expect(date).to_be_focused()
    date.press("End")
    page.keyboard.press("Escape")
    expect(page.locator("#edit-form")).to_be_hidden()
    edit(page)
    date.fill("4 March 2017")
    page.keyboard.press("Escape")
    dialog = page.get_by_role("dialog", name="Leave the form?")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("button", name="Keep writing").click()
    expect(dialog).to_be_hidden()
    expect(date).to_have_value("4 March 2017")
    expect(date).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog.get_by_role("button", name="Keep writing")).to_be_focused()
    for _ in range(3):  # the close button, giving it up, and round again: never out of the dialog
        page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Keep writing")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(date).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Give it up").click()
    expect(page.locator("#evidence .event-date")).to_have_text("3 March 2017")


def test_another_event_and_the_back_button_ask_too(desk: Desk) -> None:
    page = desk("?event=call")
    edit(page)
    page.get_by_role("textbox", name="Note").fill("half a thought")
    page.locator("#chart .annotation-text-g").filter(has_text="NATO summit in Warsaw").first.click()
    expect(page.get_by_role("dialog", name="Leave the form?")).to_be_visible()
    page.get_by_role("button", name="Keep writing").click()
    expect(page.get_by_role("dialog", name="Leave the form?")).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("dialog", name="Leave the form?")).to_be_visible()
    page.get_by_role("button", name="Keep writing").click()
    expect(page.get_by_role("textbox", name="Note")).to_have_value("half a thought")
    expect(page).to_have_url(re.compile("show=edit"))


def test_undo_and_redo_say_what_they_would_do(desk: Desk) -> None:
    page = desk("?event=call&show=edit")
    expect(page.locator("#undo")).to_be_disabled()
    page.get_by_role("textbox", name="Date").fill("4 March 2017")
    page.keyboard.press("Control+Enter")
    undo = page.get_by_role("button", name="Undo: edit of “Gerasimov – Pavel phone call”")
    expect(undo).to_be_enabled()
    page.locator("#stage-focus").focus()
    page.keyboard.press("Control+z")
    expect(page.locator("#evidence .event-date")).to_have_text("3 March 2017")
    expect(page.get_by_role("button", name="Redo: edit of “Gerasimov – Pavel phone call”")).to_be_enabled()
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator("#evidence .event-date")).to_have_text("4 March 2017")
    expect(undo).to_be_enabled()


def test_an_event_is_deleted_and_brought_back_by_the_offer(desk: Desk) -> None:
    page = desk("?event=call")
    page.locator(".more > summary").click()
    page.locator("[data-do=delete]").click()
    expect(page.locator("#count")).to_have_text("6 of 6 events")
    expect(page.locator("#evidence")).to_be_hidden()
    page.locator("#done-undo").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")


def test_who_works_by_keyboard_goes_on_where_they_were(desk: Desk) -> None:
    page = desk("?event=call")
    heading = page.locator("#evidence-heading")
    page.get_by_role("button", name="Edit", exact=True).press("Enter")
    expect(page.get_by_role("textbox", name="Date")).to_be_focused()
    page.get_by_role("textbox", name="Date").fill("4 March 2017")
    expect(page.locator("#when-reading")).to_contain_text("4 March 2017")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .event-date")).to_have_text("4 March 2017")
    expect(heading).to_be_focused()
    page.get_by_role("button", name="Accept", exact=True).press("Enter")
    expect(page.locator("#done-said")).to_contain_text("Accepted")
    expect(heading).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    expect(page.locator("#stage-focus")).to_be_focused()
    page.locator("#history-open").press("Enter")
    expect(heading).to_have_text("History")
    expect(heading).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#history-open")).to_be_focused()


def test_accepting_marks_the_event_in_words(desk: Desk) -> None:
    page = desk("?event=call")
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#evidence .review")).to_have_text("Accepted")
    expect(page.get_by_role("button", name="Accept", exact=True)).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_actors_come_from_the_affair_the_gazetteer_and_nowhere(desk: Desk, size: tuple[int, int]) -> None:
    page = desk("?event=call&show=edit", size)
    add = page.get_by_role("combobox", name="Add an actor").or_(
        page.get_by_role("textbox", name="Add an actor")
    )
    for typed, choice in (
        ("alliance atl", "NATO"),
        ("macron", "Emmanuel Macron (France)"),
        ("Working Group of Four", "New actor: Working Group of Four"),
    ):
        add.fill(typed)
        page.get_by_role("option", name=choice, exact=True).click()
        expect(page.locator(".person-name").last).to_have_text(
            choice.removeprefix("New actor: ").partition(" (")[0]
        )
    belongs = page.get_by_role("combobox", name="Whom Working Group of Four belongs to").or_(
        page.get_by_role("textbox", name="Whom Working Group of Four belongs to")
    )
    belongs.fill("pologne")
    page.get_by_role("option", name="Poland", exact=True).click()
    page.get_by_role("button", name="Take Petr Pavel out").click()
    page.get_by_role("button", name="Move NATO up").click()
    expect(page.locator(".person-name")).to_have_text(
        ["NATO", "Valery Gerasimov", "Emmanuel Macron", "Working Group of Four"]
    )
    assert violations(page) == []
    page.locator("#form-save").click()
    expect(page.locator(".actors strong")).to_have_text(
        ["NATO", "Valery Gerasimov", "Emmanuel Macron", "Working Group of Four"]
    )
    expect(page.locator(".actors li").last).to_contain_text("Poland")


def test_a_title_nobody_typed_follows_and_a_place_is_found_by_any_name(desk: Desk, own: Own) -> None:
    page = desk("?event=call&show=edit")
    page.get_by_role("textbox", name="Title", exact=True).fill("")
    place = page.get_by_role("combobox", name="Place").or_(page.get_by_role("textbox", name="Place"))
    place.fill("Bakou")
    page.get_by_role("option", name="Baku (Azerbaijan)").evaluate(PICKED_AND_SAVED_AT_ONCE)
    expect(page.locator("#evidence-heading")).to_contain_text("Gerasimov")
    expect(page.locator(".facts")).to_contain_text("Baku")


def test_what_stands_typed_in_a_list_is_taken_and_never_dropped(desk: Desk) -> None:
    page = desk("?event=call&show=edit")
    add = page.locator("#people-add")
    add.fill("Marine polonaise")
    add.press("Enter")  # also where the list has not come yet
    expect(page.locator(".person-name").last).to_have_text("Marine polonaise")
    expect(add).to_have_value("")
    place = page.locator("input[id*='\"place\"']")
    place.fill("Bakou")
    place.press("Enter")
    expect(place).to_have_value("Baku (Azerbaijan)")
    place.fill("Zzyzx Springs")
    add.fill("Working Group of Four")  # leaves the other box
    expect(place).to_have_value("New place: Zzyzx Springs")
    page.locator("#form-save").click()
    expect(page.locator(".actors strong").last).to_have_text("Working Group of Four")
    expect(page.locator(".actors")).to_contain_text("Marine polonaise")
    expect(page.locator(".facts")).to_contain_text("Zzyzx Springs")
