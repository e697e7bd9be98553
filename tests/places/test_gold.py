"""Places on the gold sentences: each city or country is a venue or a government as a reader would have it."""

import json
from pathlib import Path

import pytest

from dashboard.places import find_places
from tests.actors.scoring import article_of

GOLD = Path(__file__).parent.parent / "gold"


def stances(language):
    """(right, wrong ones as text) over the gold sentences."""
    right, wrong = 0, []
    for line in (GOLD / f"places_{language}.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        found = {}
        for mention in find_places(article_of(one["text"], language)).mentions:
            found.setdefault(mention.text, mention.form)
        for form, names in (("venue", one["venues"]), ("government", one["governments"])):
            for name in names:
                if found.get(name) == form:
                    right += 1
                else:
                    wrong.append(f"{name}: {found.get(name)}, not {form}: {one['text']}")
    return right, wrong


@pytest.mark.parametrize("language", ["fr", "en"])
def test_venues_and_governments_keep_their_floor(language):
    right, wrong = stances(language)
    assert right / (right + len(wrong)) >= 0.92, wrong
