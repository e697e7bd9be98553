"""Nothing that somebody types is lost while others change the affair, and while answers are on their way."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from dash import html, no_update
from playwright.sync_api import Locator, Page, Route, expect

from dashboard.app.parts import changes, look, part
from dashboard.publish import Step
from dashboard.publish.stories import KEY, document_of
from dashboard.store import Description
from tests.app.curate.conftest import Own, desk, own

__all__ = ["desk", "own"]
Desk = Callable[..., Page]
browser = pytest.mark.browser


def heard(page: Page, own: Own) -> None:
    """The page has drawn what somebody else has just done."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # it asks now, not in a moment
    page.wait_for_function("wanted => detente.revision >= wanted", arg=own.project.revision())
    page.wait_for_function("() => !document.querySelector('[data-dash-is-loading]')")


def typing(field: Locator, words: str) -> None:
    """Somebody is in a field, with the caret before the last letter of the words."""
    field.focus()
    field.press_sequentially(words)
    field.press("ArrowLeft")


def goes_on(field: Locator, words: str) -> None:
    """Whoever was in a field is still there, at the same letter."""
    expect(field).to_be_focused()
    expect(field).to_have_value(words)
    field.press("x")
    expect(field).to_have_value(f"{words[:-1]}x{words[-1]}")
    field.press("Backspace")


@contextmanager
def late(page: Page, store: str) -> Iterator[None]:
    """What a change of a store asks the server waits until the end of the block."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")
        if any(each.startswith(store) for each in asked.get("changedPropIds", ())):
            held.append(route)
        else:
            route.continue_()

    page.route("**/_dash-update-component*", hold)
    yield
    assert held
    for route in held:
        route.continue_()
    page.unroute("**/_dash-update-component*")


def test_of_a_panel_only_the_parts_that_changed_are_drawn_anew() -> None:
    def panel(head: str, *steps: str) -> list[html.Div]:
        return [html.Div([part("head", html.P(head)), *(part(each, html.P(each)) for each in steps)])]

    def drawn(now: list[html.Div], there: list[str]) -> tuple[object, list[object]]:
        return changes(now, look(now), shown, there)

    before = panel("one", "a", "b")
    shown = look(before).known
    there = ["b", "head", "a"]
    assert drawn(before, there) == (no_update, [no_update] * 3)
    assert drawn(panel("two", "a", "b"), there) == (no_update, [no_update, "two", no_update])
    for other in (panel("one", "a"), panel("one", "b", "a"), [html.Div("a form")]):
        assert drawn(other, there) == (other, [no_update] * 3)
    assert drawn(before, ["a"]) == (before, [no_update])  # the page shows something else by now


@browser
def test_what_is_written_of_an_article_stays_while_others_describe_it(desk: Desk, own: Own) -> None:
    page = desk("?show=sources")
    page.get_by_text("Title, outlet, author, address").click()
    page.get_by_text("Read the article").click()
    author = page.get_by_label("Author")
    typing(author, "Ada R")
    author.evaluate("field => { field.standing = true; }")
    own.project.set_title("Thaw", author="Ben")
    heard(page, own)
    expect(page.locator("#title")).to_have_value("Thaw")
    goes_on(author, "Ada R")
    assert author.evaluate("field => field.standing")  # nothing here has changed, and nothing was drawn anew
    own.project.describe_article("a1", Description(title="Contacts, once more"), author="Ben")
    heard(page, own)
    expect(page.get_by_role("heading", name="Contacts, once more")).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Contacts, once more")
    goes_on(author, "Ada R")
    expect(page.locator("#evidence .text")).to_be_visible()


@browser
def test_what_is_told_of_a_step_stays_while_another_is_kept(desk: Desk, own: Own) -> None:
    own.project.put("story", KEY, document_of((Step("call"), Step("baku"))), author="Ada")
    page = desk("?show=story")
    one, two = (
        page.get_by_role("textbox", name=re.compile(f"Caption of .*{each}")) for each in ("call", "Baku")
    )
    one.fill("They spoke.")
    typing(two, "They met.")
    expect(page.locator("#undo")).to_be_enabled()
    heard(page, own)
    goes_on(two, "They met.")
    own.project.put(
        "story", KEY, document_of((Step("call", "No."), Step("summit"), Step("baku"))), author="Ben"
    )
    heard(page, own)
    expect(page.locator(".story-steps li")).to_have_count(3)
    expect(one).to_have_value("No.")
    goes_on(two, "They met.")
    page.get_by_text("Draw a period, an era").click()
    typing(page.get_by_label("Words", exact=True), "A thaw")
    page.locator("#annotation-from").fill("2016")
    page.get_by_role("button", name="Draw it").click()
    expect(page.locator(".story-drawn")).to_contain_text("A thaw")
    expect(page.get_by_label("Words", exact=True)).to_have_value("")
    steps = own.project.documents("story")[KEY]["steps"]
    assert [each.get("caption", "") for each in steps] == ["No.", "", "They met."]


@browser
def test_a_title_and_a_name_that_are_being_written_stay_while_others_write(desk: Desk, own: Own) -> None:
    page = desk("?event=call&show=history")
    title, name = page.locator("#title"), page.get_by_role("textbox", name="Your name")
    typing(name, "Ada")
    own.project.set_title("Thaw", author="Ben")
    heard(page, own)
    expect(title).to_have_value("Thaw")
    goes_on(name, "Ada")
    title.fill("")
    typing(title, "Contacts")
    own.project.set_title("Frost", author="Ben")
    heard(page, own)
    expect(page).to_have_title(re.compile("Frost"))
    goes_on(title, "Contacts")
    title.press("Enter")
    expect(page).to_have_title(re.compile("Contacts"))


@browser
def test_what_is_typed_while_an_answer_is_under_way_stays(desk: Desk) -> None:
    page = desk("?event=call&show=edit")
    add = page.locator("#people-add")
    add.fill("Marine polonaise")
    add.press("Enter")
    expect(page.locator(".person-name").last).to_have_text("Marine polonaise")
    belongs = page.locator("input[aria-label='Whom Marine polonaise belongs to']")
    with late(page, "people-picked"):
        add.fill("Working Group of Four")
        add.press("Enter")
        typing(belongs, "Pol")
    expect(page.locator(".person-name").last).to_have_text("Working Group of Four")
    goes_on(belongs, "Pol")
    page.get_by_role("option", name="Poland", exact=True).click()
    expect(belongs).to_have_value("Poland")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Give it up").click()
    page.locator("#saved > summary").click()
    view = page.locator("#view-name")
    view.fill("First")
    with late(page, "view-name"):
        view.press("Enter")
        view.fill("")
        typing(view, "Second")
    expect(page.get_by_role("button", name="First", exact=True)).to_be_visible()
    goes_on(view, "Second")
