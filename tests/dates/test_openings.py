"""Two letters tell which rules may start at a token: none is passed over that would match."""

import json
from pathlib import Path

import pytest

from dashboard.dates.grammar import pieces_of
from dashboard.dates.lexicon import load
from dashboard.dates.openings import prefixes_of
from dashboard.dates.tokens import tokenise

GOLD = Path(__file__).parent.parent / "gold"


@pytest.mark.parametrize(
    ("pattern", "prefixes"),
    [
        ("DAY", {("DAY",)}),
        ("DAY MONTH YEAR", {("DAY", "MONTH")}),
        ("DAY? MONTH YEAR?", {("DAY", "MONTH"), ("MONTH",), ("MONTH", "YEAR")}),
        ("(WEEKDAY ','?)? DAY", {("WEEKDAY", "=,"), ("WEEKDAY", "DAY"), ("DAY",)}),
        ("<DAY> ('and'|'to') <DAY>", {("DAY", "=and"), ("DAY", "=to")}),
        ("(DAY|<MONTH>?) YEAR", {("DAY", "YEAR"), ("MONTH", "YEAR"), ("YEAR",)}),
    ],
)
def test_prefixes_are_the_first_two_classes_of_every_match(
    pattern: str, prefixes: set[tuple[str, ...]]
) -> None:
    assert prefixes_of(pieces_of(pattern, {})) == prefixes


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_rule_is_passed_over_that_would_match(language: str) -> None:
    lexicon = load(language)
    lines = (GOLD / f"dates_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    found = 0
    for line in lines:
        text = json.loads(line)["text"]
        letters = tokenise(text, lexicon, [(0, len(text))]).letters
        for rule in lexicon.rules:
            for match in rule.regex.finditer(letters):
                found += 1
                assert rule in lexicon.openings[letters[match.start() : match.start() + 2]], rule.name
    assert found > len(lines)


def test_a_letter_that_opens_nothing_has_no_rules() -> None:
    lexicon = load("en")
    assert lexicon.openings["\x00\x00"] == ()
