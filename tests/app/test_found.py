"""The words that are searched are marked in the quotes and in the article, as the search finds them."""

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
