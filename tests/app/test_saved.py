"""Saved views: what of an address is kept; saved, opened, deleted and brought back in a browser."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.app.saved import SavedView, kept_of, save, views_of
from dashboard.app.state import differences
from dashboard.app.workspace import Workspace
from tests.affair import affair
from tests.app.conftest import DRAWN, Served
from tests.app.test_access import violations


def test_a_view_keeps_what_is_shown_and_not_who_looks() -> None:
    asked = "?actor=nato&-type=call&from=2014-03&q=Baku&event=baku&show=review&tab=matrix&lanes=type"
    assert (
        kept_of(asked + "&scale=sequential&theme=dark&lang=fr&story=2")
        == "?actor=nato&-type=call&from=2014-03&q=Baku&tab=matrix&lanes=type&scale=sequential"
    )


def test_opening_a_view_leaves_nothing_of_the_one_before() -> None:
    changes = differences("?actor=nato&tab=map")
    assert changes["actor"] == ["nato"]
    assert changes["tab"] == ["map"]
    cleared = {key for key in changes if changes[key] is None}
    assert {"-actor", "q", "from", "event", "show", "lanes"} <= cleared
    assert not {"theme", "lang"} & changes.keys()


def test_a_name_that_is_there_is_replaced_whatever_its_case() -> None:
    workspace = Workspace.over(affair())
    with closing(workspace.project):
        save(workspace, "Élysée", "?actor=nato", "ada")
        save(workspace, "ELYSEE", "?actor=russia", "ada")
        views = views_of(workspace.project.documents("view"))
        assert list(views.values()) == [SavedView("ELYSEE", "?actor=russia")]


def test_documents_that_are_no_views_are_left_out() -> None:
    documents = {
        "a": {"name": "B", "search": "?event=x&q=y"},
        "b": {"name": 3, "search": ""},
        "c": {"name": " "},
    }
    assert views_of(documents) == {"a": SavedView("B", "?q=y")}


@pytest.fixture
def page(context: BrowserContext, faults: list[str]) -> Iterator[Page]:
    with closing(Served(affair())) as running:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(running.url + "?actor=nato&lanes=type&event=baku")
        expect(page.locator(DRAWN)).to_be_attached()
        yield page
        page.close()
        assert faults == []


@pytest.mark.browser
def test_a_view_is_saved_opened_deleted_and_brought_back(page: Page) -> None:
    page.locator("#saved > summary").click()
    page.get_by_role("button", name="Save this view").click()
    expect(page.get_by_text("Give this view a name first.")).to_be_visible()
    name = page.get_by_role("textbox", name="Name of this view")
    name.fill("NATO <b>by type</b>")
    name.press("Enter")
    opener = page.get_by_role("button", name="NATO <b>by type</b>", exact=True)
    expect(opener).to_be_visible()
    expect(name).to_have_value("")
    assert violations(page) == []
    page.evaluate("detente.set({actor: 'russia', lanes: null, q: 'Baku', theme: 'dark'})")
    opener.click()
    page.wait_for_url("**/?actor=nato&lanes=type&theme=dark")
    assert violations(page) == []
    page.get_by_role("button", name="Delete the view “NATO <b>by type</b>”").click()
    expect(opener).to_have_count(0)
    expect(page.locator("#saved > summary")).to_be_focused()
    page.locator("#done-undo").click()
    expect(opener).to_be_visible()
    page.reload()
    expect(opener).to_be_visible()
