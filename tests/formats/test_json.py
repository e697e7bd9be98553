"""The JSON document: the contract's fields in order, and the way back without loss."""

import copy
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import read_article
from dashboard.errors import FormatError
from dashboard.events import build_timeline
from dashboard.formats import from_json, to_json
from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    PublishedFrom,
    Role,
    Status,
    TimeExpression,
    Timeline,
    TimexRole,
    When,
)
from dashboard.resources import data_path
from tests.affair import affair

CONTRACT = {
    "document": "schema articles actors events",
    "articles": "id title language published published_from source url time_expressions",
    "time_expressions": "text start end edtf earliest latest granularity approximate timex3 reason",
    "actors": "id name kind aliases affiliation wikidata",
    "events": "id title type mode status when participants place evidence confidence reasons",
    "when": "edtf earliest latest granularity approximate",
    "participants": "actor role title",
    "place": "name country lat lon",
    "evidence": "article quote start end",
}


def test_the_contract_s_fields_come_first_and_in_order():
    document = to_json(affair(), "fr")
    event = next(event for event in document["events"] if event["place"])
    parts = {
        "document": document,
        "articles": document["articles"][0],
        "time_expressions": document["articles"][0]["time_expressions"][0],
        "actors": document["actors"][0],
        "events": event,
        "when": event["when"],
        "participants": event["participants"][0],
        "place": event["place"],
        "evidence": event["evidence"][0],
    }
    for name, part in parts.items():
        wanted = CONTRACT[name].split()
        assert list(part)[: len(wanted)] == wanted, name


def test_names_and_titles_are_in_the_language_asked_for():
    french, english = to_json(affair(), "fr"), to_json(affair(), "en")
    assert french["actors"][0]["name"] == "OTAN"
    assert english["actors"][0]["name"] == "NATO"
    assert french["events"][3]["title"] == "Guerassimov – Dunford : rencontre à Bakou"
    assert french["events"][3]["place"]["name"] == "Bakou"


def test_offsets_index_the_text_in_the_document():
    document = json.loads(json.dumps(to_json(affair())))
    text = document["articles"][0]["text"]
    for event in document["events"]:
        for evidence in event["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


WORDS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip())
DAYS = st.dates(date(1500, 1, 1), date(2200, 1, 1))
SHARES = st.floats(0, 1)


@st.composite
def whens(draw):
    earliest, length = draw(st.one_of(st.none(), DAYS)), draw(st.integers(0, 400))
    latest = earliest + timedelta(length) if earliest and draw(st.booleans()) else None
    if earliest is None:
        latest = draw(DAYS)
    return When(
        draw(WORDS), earliest, latest, draw(st.sampled_from(Granularity)), draw(st.booleans()), draw(WORDS)
    )


@st.composite
def expressions(draw, text):
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    when = draw(st.one_of(st.none(), whens()))
    return TimeExpression(
        text[start:end],
        start,
        end,
        draw(WORDS),
        draw(WORDS),
        draw(WORDS),
        when,
        draw(st.sampled_from(TimexRole)),
        draw(WORDS),
        draw(SHARES),
        draw(WORDS),
    )


NAMES = st.dictionaries(st.sampled_from(["en", "fr"]), WORDS, min_size=1)
MAYBE = st.one_of(st.none(), WORDS)
PLACES = st.builds(Place, WORDS, NAMES, MAYBE, st.floats(-90, 90), st.floats(-180, 180), WORDS)


@st.composite
def articles(draw, text):
    return Article(
        "a1",
        text,
        (Block(draw(st.sampled_from(BlockKind)), 0, len(text)),),
        draw(WORDS),
        draw(WORDS),
        draw(WORDS),
        draw(st.one_of(st.none(), DAYS)),
        draw(st.sampled_from(PublishedFrom)),
        draw(SHARES),
        draw(st.sampled_from(Granularity)),
        draw(WORDS),
        draw(WORDS),
        draw(MAYBE),
        draw(WORDS),
        draw(WORDS),
        tuple(draw(st.lists(WORDS, max_size=2))),
    )


@st.composite
def actors(draw, name, others):
    return Actor(
        name,
        draw(st.sampled_from(ActorKind)),
        draw(NAMES),
        tuple(draw(st.lists(WORDS, max_size=2))),
        draw(st.one_of(st.none(), st.sampled_from(others))),
        draw(WORDS),
        draw(MAYBE),
    )


@st.composite
def events(draw, text, who):
    start = draw(st.integers(0, len(text)))
    evidence = Evidence(
        "a1", text[start:], start, len(text), draw(st.one_of(st.none(), expressions(text))), "r"
    )
    return Event(
        "e1",
        draw(NAMES),
        draw(WORDS),
        draw(MAYBE),
        draw(st.sampled_from(Status)),
        draw(whens()),
        (Participation(draw(st.sampled_from(who)), draw(st.sampled_from(Role)), draw(WORDS)),),
        (evidence,),
        draw(st.one_of(st.none(), PLACES)),
        draw(SHARES),
        tuple(draw(st.lists(WORDS, max_size=2))),
        draw(WORDS),
    )


@st.composite
def timelines(draw):
    text = draw(WORDS)
    ids = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    said = tuple(draw(st.lists(expressions(text), max_size=2)))
    who = {each: draw(actors(each, ids)) for each in ids}
    return Timeline((draw(articles(text)),), {"a1": said}, who, (draw(events(text, ids)),), draw(NAMES))


@given(timelines())
def test_a_timeline_comes_back_as_it_was(timeline):
    assert from_json(json.loads(json.dumps(to_json(timeline)))) == timeline


def test_the_sample_comes_back_as_it_was():
    assert from_json(json.loads(json.dumps(to_json(affair(), "fr")))) == affair()


def test_an_unresolved_expression_comes_back():
    timeline = affair()
    unresolved = TimeExpression("Contacts", 0, 8, reason="no year can be told")
    timeline = replace(timeline, expressions={"a1": (unresolved,)})
    document = to_json(timeline)
    assert document["articles"][0]["time_expressions"][0]["edtf"] is None
    assert document["articles"][0]["time_expressions"][0]["reason"] == "no year can be told"
    assert from_json(document) == timeline


def test_the_contract_alone_is_enough():
    document = to_json(affair())
    bare = {key: document[key] for key in CONTRACT["document"].split()}
    bare["articles"] = [{k: a[k] for k in [*CONTRACT["articles"].split(), "text"]} for a in bare["articles"]]
    bare["actors"] = [{k: a[k] for k in CONTRACT["actors"].split()} for a in bare["actors"]]
    bare["events"] = [{k: e[k] for k in CONTRACT["events"].split()} for e in bare["events"]]
    again = from_json(bare)
    assert [event.id for event in again.events] == [event.id for event in affair().events]
    assert again.actors["nato"].name("fr") == "NATO"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("schema", "detente/9", "schema: this is 'detente/9'"),
        ("articles", {}, "articles: a list"),
        ("articles.0", "x", r"articles\[0\]: an object"),
        ("articles.0.id", 3, r"articles\[0\]\.id: text"),
        ("articles.0.published", "3 mars 2017", r"published: '3 mars 2017' is not a day"),
        ("articles.0.published_from", "guess", "not one of given, metadata"),
        ("articles.0.time_expressions.0.start", 99_999, "outside the article"),
        ("articles.0.time_expressions.0.text", "never", "not what stands"),
        ("events.0.when", None, "when: this field is missing"),
        ("events.0.when.latest", "1999-01-01", "must not be after latest"),
        ("events.0.when.approximate", "no", "true or false"),
        ("events.0.confidence", 2, "from 0 to 1"),
        ("events.0.confidence", float("nan"), "a number"),
        ("events.0.evidence", [], "at least one quote"),
        ("events.0.evidence.0.quote", "words never said", "not what stands"),
        ("events.0.evidence.0.article", "zz", "not among the document's articles"),
        ("events.0.participants.0.actor", "zz", "not among the document's actors"),
        ("events.0.status", True, "text is needed"),
        ("events.1.place.lat", 200, "degrees"),
        ("titles", {"en": 3}, "titles: an object of texts"),
    ],
)
def test_a_fault_names_its_place(path, value, said):
    document = copy.deepcopy(to_json(affair()))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    target = document
    for step in way:
        target = target[step]
    target[last] = value
    with pytest.raises(FormatError, match=said):
        from_json(document)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(CONTRACT["articles"].split()), inner)
    ),
    max_leaves=8,
)


@given(JSON, JSON, JSON)
def test_anything_else_is_refused_and_never_crashes(articles, actors, events):
    document = {"schema": "detente/1", "articles": articles, "actors": actors, "events": events}
    try:
        from_json(document)
    except FormatError as error:
        assert str(error).endswith(".")  # noqa: PT017


def test_what_is_read_from_the_bundled_articles_comes_back_as_it_was():
    timeline = build_timeline([read_article(path) for path in sorted(data_path("articles").glob("*.txt"))])
    assert timeline.events
    assert from_json(json.loads(json.dumps(to_json(timeline, "fr")))) == timeline
