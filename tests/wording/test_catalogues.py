"""Every catalogue holds all that the program says, with the same places and the right plural forms."""

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import dashboard
from dashboard.dates import reasons
from dashboard.resources import data_path
from dashboard.wording import LANGUAGES, format_list, format_number, format_share, message, reason

TRANSLATED = [language for language in LANGUAGES if language != "en"]


@cache
def catalogue(language):
    with data_path("translations", f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def entries(language):
    return {
        each.id if isinstance(each.id, str) else each.id[0]: each for each in catalogue(language) if each.id
    }


def said():
    """The messages that stand in the code as literals, and what is said of articles on the page."""
    for path in sorted(Path(dashboard.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) and node.args else ""
            if name in {"message", "t"} or (name == "ArticleError" and node.keywords):
                plural = next((each.value for each in node.keywords if each.arg == "plural"), None)
                for text in literals(node.args[0]):
                    yield text, plural is not None, f"{path.name}:{node.lineno}"


def literals(node):
    """The strings that an expression can be: one literal, or either branch of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return [*literals(node.body), *literals(node.orelse)] if isinstance(node, ast.IfExp) else []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_code_is_translated(language):
    known = entries(language)
    missing = [f"{where}: {text}" for text, _, where in said() if text not in known or not known[text].string]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_reason_of_a_date_is_translated(language):
    known = entries(language)
    phrases = [value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)]
    assert len(phrases) > 20
    assert [phrase for phrase in phrases if phrase.rstrip(": ") not in known] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_takes_a_count_has_a_form_for_every_number(language):
    known, forms = entries(language), catalogue(language).num_plurals
    for text, plural, where in said():
        if plural:
            assert isinstance(known[text].string, tuple), where
            assert len([each for each in known[text].string if each]) == forms, where


def places(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_fill_the_places_of_their_messages_and_no_others(language):
    for text, entry in entries(language).items():
        for form in entry.string if isinstance(entry.string, tuple) else (entry.string,):
            allowed = places(text) | (places(entry.id[1]) if isinstance(entry.id, tuple) else set())
            if text == "{year}–{next}":  # a winter's second year, in two digits or in four
                assert places(form) in ({"year", "next"}, {"year", "following"})
                continue
            assert allowed - {"count"} <= places(form) <= allowed, text


_COMPOSED = re.compile(
    r"(since|until|around|early|mid|late)[ -]|(spring|summer|autumn|winter) \{year\}|.* by the words$"
)
"""Messages that are put together of a part and a period, or of a role and its reason."""


def test_nothing_is_translated_that_nobody_says():
    package = Path(dashboard.__file__).parent
    known = {
        node.value
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    heads = {each.rstrip(": ") for each in known}
    assert [text for text in entries("fr") if text not in heads | known and not _COMPOSED.match(text)] == []


def test_all_languages_know_the_same_messages():
    first, *others = (set(entries(language)) for language in TRANSLATED)
    for other in others:
        assert first ^ other == set()


def test_a_count_takes_the_form_and_the_separators_of_the_language():
    said = [message("{count} event", "fr", plural="{count} events", count=n) for n in (0, 1, 2, 100_000)]
    assert said == ["0 événement", "1 événement", "2 événements", "100\u202f000 événements"]
    assert message("{count} event", "en", plural="{count} events", count=0) == "0 events"


def test_shares_and_lists_are_written_as_the_language_does():
    assert format_share(0.97, "en") == "97%"
    assert format_share(0.97, "fr") == "97\u00a0%"
    assert format_number(1234.5, "en") == "1,234.5"
    assert format_list(["NATO", "Russia", "Turkey"], "en") == "NATO, Russia and Turkey"
    assert format_list(["l’OTAN", "la Russie"], "fr") == "l’OTAN et la Russie"
    assert format_list([], "fr") == ""


def test_a_reason_keeps_its_value_and_says_the_rest_in_the_language():
    text = f"{reasons.NEAREST}; unknown phrase: words"
    assert reason(text, "en") == text
    french = reason(text, "fr")
    assert french.startswith(message(reasons.NEAREST, "fr"))
    assert french.endswith("\u00a0: words")


def test_arabic_has_a_form_for_none_one_two_few_and_many():
    forms = {message("{count} event", "ar", plural="{count} events", count=n) for n in (0, 1, 2, 3, 11, 100)}
    assert len({re.sub(r"\d+", "", form).strip() for form in forms}) >= 4
