"""A server that is gone, comes back, or is at fault, in a real browser: it is said, and nothing is lost."""

from contextlib import closing

import pytest
from playwright.sync_api import BrowserContext, expect

from dashboard.app.page import GONE
from dashboard.errors import ArticleError
from tests.affair import affair
from tests.app.conftest import Served, enter

pytestmark = pytest.mark.browser


def test_a_server_that_is_gone_is_said_on_the_page(context: BrowserContext) -> None:
    page = context.new_page()
    with closing(Served(affair())) as running:
        enter(page, running.url)
    page.route("**/_dash-update-component*", lambda route: route.abort())
    page.get_by_role("checkbox", name="Poland").check()
    expect(page.get_by_role("alert")).to_have_text(GONE)
    page.close()


def test_what_was_asked_for_without_a_network_comes_when_it_is_back(
    context: BrowserContext, served: Served
) -> None:
    page = context.new_page()
    enter(page, served.url)
    context.set_offline(True)
    page.get_by_role("tab", name="Table").click()
    expect(page.get_by_role("alert")).to_have_text(GONE)
    context.set_offline(False)
    expect(page.locator("#table .ag-row").first).to_be_visible()
    expect(page.locator("#failure")).to_be_hidden()
    page.close()


def test_a_fault_of_the_server_is_a_sentence_on_the_page(context: BrowserContext) -> None:
    running = Served(affair())
    page = context.new_page()
    with closing(running):
        enter(page, running.url)
        running.fault = ArticleError("The article cannot be read again.")
        page.locator("#sources-open").click()
        page.get_by_text("Set the publication date").click()
        page.get_by_role("textbox", name="Publication date").fill("2019-05-01")
        page.get_by_role("button", name="Read again").click()
        expect(page.get_by_role("alert")).to_have_text("The article cannot be read again.")
        page.close()
