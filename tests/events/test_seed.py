"""The events of the seed article: all eight, and nothing else. The article is not part of the project."""

from pathlib import Path

import pytest

from dashboard.articles import read_article
from dashboard.events import build_timeline
from dashboard.model import Role, Status, Timeline

SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not here")


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return build_timeline([read_article(SEED)])


GOLD = [
    ("2014-21", "SUSPEND", None, Status.HAPPENED, {"nato", "ru"}, None),
    ("2014-21~", "ELECT", None, Status.HAPPENED, {"ru"}, "Crimea"),
    ("2016-07", "CONSULT", "multilateral", Status.HAPPENED, {"nato", "pl", "baltic-states"}, "Warsaw"),
    ("2017-01-01~/2017-01-10~", "MOBILIZE", None, Status.HAPPENED, {"us", "pl"}, "Poland"),
    ("2017-02-16", "CONSULT", "third-party place", Status.HAPPENED, {"gerasimov", "dunford"}, "Baku"),
    ("2017-02-18", "STATEMENT", None, Status.HAPPENED, {"lavrov"}, None),
    ("2017-03-03", "CONSULT", "phone", Status.HAPPENED, {"gerasimov", "pavel"}, None),
    ("2017-04-26/2017-04-27", "CONSULT", "multilateral", Status.PLANNED, {"ru", "nato"}, "Moscow"),
]


def test_exactly_the_eight_events_are_found(timeline):
    found = {(event.when.edtf, event.type, event.mode, event.status) for event in timeline.events}
    assert found == {row[:4] for row in GOLD}
    assert len(timeline.events) == 8


@pytest.mark.parametrize("row", GOLD, ids=[row[0] for row in GOLD])
def test_actors_and_place_of_each_event(timeline, row):
    event = next(e for e in timeline.events if (e.when.edtf, e.type) == row[:2])
    who = set()
    for one in event.participants:
        actor = timeline.actors[one.actor]
        who |= {one.actor, actor.affiliation or one.actor}
    assert row[4] <= who
    assert (event.place.name("en") if event.place else None) == row[5]


def test_the_call_is_one_event_with_two_dated_quotes_and_its_initiator(timeline):
    call = next(e for e in timeline.events if e.mode == "phone")
    assert sum(e.expression is not None for e in call.evidence) == 2
    assert {(p.actor, p.role) for p in call.participants} >= {("pavel", Role.INITIATOR)}


def test_the_freeze_gathers_the_quotes_that_date_it(timeline):
    freeze = next(e for e in timeline.events if e.type == "SUSPEND")
    written = {e.expression.text for e in freeze.evidence if e.expression}
    assert any("2014" in text for text in written)
    assert len(freeze.evidence) >= 2


def test_nothing_comes_from_the_banner_or_the_caption(timeline):
    article = timeline.articles[0]
    allowed = {"title", "heading", "body"}
    for event in timeline.events:
        assert event.when.latest is None or event.when.latest.year <= 2017
        for evidence in event.evidence:
            kinds = {b.kind.value for b in article.blocks if b.start <= evidence.start < b.end}
            assert kinds <= allowed


def test_titles_in_both_languages(timeline):
    titles = {(e.titles["fr"], e.titles["en"]) for e in timeline.events}
    assert ("Guerassimov – Dunford : rencontre à Bakou", "Gerasimov – Dunford meeting in Baku") in titles
    assert ("Sommet de l'OTAN à Varsovie", "NATO summit in Warsaw") in titles
    assert ("Déclaration de Lavrov", "Lavrov statement") in titles
