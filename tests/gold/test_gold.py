"""The gold texts hold what their README promises; a wrong offset would spoil every figure."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent
ARTICLES = GOLD.parent.parent / "data" / "articles"
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "DEMAND", "ACCUSE"),
    *("REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "STATEMENT"),
    *("INVITE", "EXERCISE", "SUSPEND", "RESUME", "APPOINT", "ELECT"),
}
STATUSES = {"happened", "planned", "ongoing", "hypothetical", "denied"}


def lines(name: str) -> list[dict[str, Any]]:
    """The records of a gold file."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_time_expressions_stand_where_their_offsets_say(language: str) -> None:
    articles = lines(f"dates_{language}.jsonl")
    assert len(articles) >= 30
    for article in articles:
        date.fromisoformat(article["dct"])
        end = 0
        for expression in article["timexes"]:
            assert expression["start"] >= end, (article["id"], expression)
            end = expression["end"]
            assert article["text"][expression["start"] : end] == expression["text"]
            assert expression["type"] in {"DATE", "TIME", "DURATION", "SET"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_events_quote_their_article_and_name_listed_actors(language: str) -> None:
    texts = {article["id"]: article["text"] for article in lines(f"dates_{language}.jsonl")}
    records = lines(f"events_gold_{language}.jsonl")
    assert [record["id"] for record in records] == list(texts)
    for record in records:
        text = texts[record["id"]]
        names = {actor["name"] for actor in record["actors"]}
        for actor in record["actors"]:
            assert all(surface in text for surface in actor["surfaces"]), actor
        for event in record["events"]:
            assert text[event["start"] : event["end"]] == event["quote"]
            assert {event["type"], *event.get("also", ())} <= TYPES
            assert event["status"] in STATUSES
            assert {actor["name"] for actor in event["actors"]} <= names


def test_the_sample_events_quote_the_bundled_articles() -> None:
    for record in lines("sample_events.jsonl"):
        text = (ARTICLES / record["article"]).read_text(encoding="utf-8")
        assert all(event["quote"] in text for event in record["events"])
