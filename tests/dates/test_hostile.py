"""Hostile text: no crash, and work that grows with the length of the text and no faster."""

import unicodedata
from datetime import date

import pytest

from dashboard.dates import timex3_view
from dashboard.dates.lexicon import load
from dashboard.dates.tokens import tokenise

_SIZE = 60_000
_SPACES = [
    chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp"}
] + list("\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85")
_HOSTILE = {
    "digits": "1",
    "le": "le ",
    "the": "the ",
    "brackets": "(",
    "unicode spaces": "\u00a0\u2003\u202f\u3000 ",
    "every unicode space": "".join(_SPACES),
    "nested brackets": "((([",
    "years": "1914, ",
    "years without century": "'98 ",
    "lists of days": "3 and ",
    "ranges of years": "2014-",
    "months": "May ",
    "blank lines": "\n \n",
    "numbers in words": "deux cent mille ",
    "groups of digits": "1 000 ",
    "slashes": "1/1/",
    "dots": "1.",
    "dashes": "1-",
    "quotes": "'",
    "dates": "le 3 mars 2017 ",
    "pairs": "on Monday and ",
    "roman": "i ",
    "elisions": "d'",
    "soft hyphens": "\u00ad",
    "surrogate-like": "\U0001f600",
}


@pytest.mark.parametrize("language", ["fr", "en", "de", "es"])
@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_hostile_text_is_read_and_every_offset_holds(name, language):
    unit = _HOSTILE[name]
    text = unit * (_SIZE // len(unit))
    for one in timex3_view(text, language, date(2017, 3, 3)):
        assert one["text"] == text[one["start"] : one["end"]]


@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_there_are_never_more_tokens_than_characters(name):
    text = _HOSTILE[name] * 500
    tokens = tokenise(text, load("fr"), [(0, len(text))])
    assert len(tokens.letters) <= len(text) + 1
    assert len(tokens.letters) == len(tokens.starts) == len(tokens.ends)


@pytest.mark.parametrize("language", ["fr", "en", "de", "es"])
def test_no_pattern_repeats_inside_a_repetition(language):
    for rule in load(language).rules:
        assert "*" not in rule.regex.pattern
        assert "+" not in rule.regex.pattern


@pytest.mark.parametrize("space", _SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_a_date_is_read_across_any_unicode_space(space):
    (one,) = timex3_view(f"They met on March{space}3,{space}2017.", "en", date(2017, 3, 9))
    assert one["value"] == "2017-03-03"


def test_a_line_of_a_million_digits_is_no_date():
    assert timex3_view("1" * 1_000_000, "en", date(2017, 3, 3)) == []
