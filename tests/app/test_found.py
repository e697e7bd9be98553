"""The words that are searched are marked in the quotes and in the article, as the search finds them."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from dashboard.app.marking import parts, words_of
from tests.app.test_access import violations

Open = Callable[..., Page]


def lit(text: str, search: str) -> list[str]:
    return [said for said, found in parts(text, words_of(search)) if found]


@pytest.mark.parametrize(
    ("text", "search", "found"),
    [
        ("Guérassimov à Bakou", "GUERASSIMOV", ["Guérassimov"]),
        ("le cœur, un e\u0301lu", "coeur elu", ["cœur", "e\u0301lu"]),
        ("the NATO–Russia Council", "nato-russia", ["NATO–Russia"]),
        ("Baku, Bakus", "baku", ["Baku", "Baku"]),
        ("a man at sea", "a", []),
        ("a man at sea", "", []),
        ("<b>Baku</b>", "<b>", ["<b>"]),
    ],
)
def test_words_are_marked_as_the_search_compares_them(text: str, search: str, found: list[str]) -> None:
    assert lit(text, search) == found


@given(st.text(max_size=60), st.text(max_size=8))
def test_marking_changes_no_letter(text: str, search: str) -> None:
    assert "".join(said for said, _ in parts(text, words_of(search))) == text


@pytest.mark.browser
def test_a_search_is_seen_in_the_quote_and_in_the_article(opened: Open) -> None:
    page = opened("?event=baku&q=gerasimov")
    quoted = page.locator(".quote mark.found").first
    expect(quoted).to_have_text("Gerasimov")
    expect(page.locator(".article-scroll mark.found").first).to_have_text("Gerasimov")
    expect(page.locator("#mark-0")).to_be_in_viewport()
    assert violations(page) == []
    page.locator("#search").fill("")
    expect(page.locator("mark.found")).to_have_count(0)
    expect(page.locator("#mark-0")).to_be_attached()


@pytest.mark.browser
def test_a_search_is_seen_in_the_table_and_on_the_names_of_the_chart(opened: Open) -> None:
    page = opened("?q=nato")
    expect(page.locator("#chart .annotation", has_text="NATO").first).to_be_visible()
    expect(page.locator("#chart .annotation tspan[style*=underline]").first).to_have_text("NATO")
    page.get_by_role("tab", name="Table").click()
    room = page.locator("#table-room")
    marked = "[...CSS.highlights.get('found')].map((each) => each.toString())"
    expect(room).to_have_attribute("data-found", re.compile("[1-9]"))
    assert set(page.evaluate(marked)) == {"NATO"}
    page.locator("#search").fill("gerasim")
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    expect(room).to_have_attribute("data-found", "4")  # in two titles, and of those who took part
    assert set(page.evaluate(marked)) == {"Gerasim"}
    page.locator("#search").fill("")
    expect(room).to_have_attribute("data-found", "0")
