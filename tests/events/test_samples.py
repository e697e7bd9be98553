"""The bundled articles: every event of their gold once, those that both tell with a quote from each."""

import json
from pathlib import Path

import pytest

from dashboard.articles import read_article
from dashboard.events import build_timeline
from dashboard.model import Timeline
from dashboard.resources import data_path

GOLD = Path(__file__).parents[1] / "gold" / "sample_events.jsonl"
FILES = ("otan-russie-2017.txt", "nato-russia-2017.txt")


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return build_timeline([read_article(data_path("articles", name)) for name in FILES])


@pytest.fixture(scope="module")
def gold() -> dict[tuple[str, str], set[str]]:
    wanted: dict[tuple[str, str], set[str]] = {}
    for line in map(json.loads, GOLD.read_text("utf-8").splitlines()):
        for event in line["events"]:
            wanted.setdefault((event["edtf"], event["type"]), set()).add(line["lang"])
    return wanted


def test_every_event_once_and_nothing_else(timeline, gold):
    found = [(event.when.edtf, event.type) for event in timeline.events]
    assert sorted(found) == sorted(gold)


def test_an_event_that_both_tell_has_a_quote_from_each(timeline, gold):
    languages = {article.id: article.language for article in timeline.articles}
    for event in timeline.events:
        told = {languages[evidence.article] for evidence in event.evidence}
        assert told == gold[event.when.edtf, event.type], event.titles["en"]


def test_one_gerasimov_and_one_nato(timeline):
    names = [actor.name("en") for actor in timeline.actors.values()]
    assert sum("Gerasimov" in name for name in names) == 1
    assert names.count("NATO") == 1


def test_the_affair_is_named_after_its_main_actors_and_years(timeline):
    assert timeline.titles["en"] == "NATO–Russia, 2014–2017"
    assert timeline.titles["fr"] == "OTAN–Russie, 2014–2017"


def test_the_order_of_the_articles_changes_nothing(timeline):
    turned = build_timeline([read_article(data_path("articles", name)) for name in reversed(FILES)])
    assert [event.id for event in turned.events] == [event.id for event in timeline.events]
    assert [event.titles for event in turned.events] == [event.titles for event in timeline.events]


def test_ids_are_stable_across_runs(timeline):
    again = build_timeline([read_article(data_path("articles", name)) for name in FILES])
    assert [event.id for event in again.events] == [event.id for event in timeline.events]
