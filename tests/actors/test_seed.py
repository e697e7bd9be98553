"""The article that the project started from, where it is at hand: who is found in it."""

from pathlib import Path

import pytest

from dashboard.actors import find_actors
from dashboard.model import ActorKind
from dashboard.places import find_places
from tests.actors.scoring import article_of

SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not beside this checkout")


@pytest.fixture(scope="module")
def article():
    text = SEED.read_text(encoding="utf-8")
    return article_of(text[: text.index("Raconter")], "fr", 2017)


def test_the_people_are_five_and_serve_whom_the_text_says(article):
    actors = find_actors(article).actors
    people = {one.id: one.affiliation for one in actors.values() if one.kind is ActorKind.PERSON}
    assert people == {
        "gerasimov": "ru",
        "pavel": "nato",
        "dunford": "us",
        "lavrov": "ru",
        "stoltenberg": "nato",
    }


def test_states_and_organisations_stand_once(article):
    actors = find_actors(article).actors
    assert {"nato", "ru", "us", "pl", "baltic-states", "de", "lt", "ee", "lv", "bg", "ro"} <= set(actors)
    assert sum(one.names.get("fr") == "OTAN" for one in actors.values()) == 1
    assert not {"az", "reuters", "telegram"} & set(actors)


def test_both_generals_are_meant_each_time(article):
    plural = [one for one in find_actors(article).mentions if one.form == "plural" and "deux" in one.text]
    assert len(plural) == 6
    assert {one.target for one in plural} == {"gerasimov", "pavel"}


def test_venues_are_told_from_governments(article):
    mentions = find_places(article).mentions
    assert [one.form for one in mentions if one.text == "Bakou"] == ["venue"]
    assert [one.form for one in mentions if one.text == "Varsovie"] == ["venue"]
    assert [one.form for one in mentions if one.text == "Moscou"].count("venue") == 1
