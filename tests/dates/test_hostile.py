"""Hostile text: no crash, and work that grows with the length of the text and no faster."""

from datetime import date

import pytest

from dashboard.dates import timex3_view
from dashboard.dates.lexicon import load
from dashboard.dates.tokens import tokenise

_SIZE = 60_000
_HOSTILE = {
    "digits": "1",
    "le": "le ",
    "the": "the ",
    "brackets": "(",
    "unicode spaces": "\u00a0\u2003\u202f\u3000 ",
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
