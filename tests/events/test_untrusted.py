"""Whatever text comes in: no failure, no runaway, quotes that are the very words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import read_text
from dashboard.events import build_timeline, explain
from dashboard.model import Timeline
from tests.events.reading import timeline_of
from tests.properties import examples

SALAD = (
    "Macron Lavrov NATO OTAN Russia Russie met rencontré signed signé sanctions le the on 3 May 2021 mai , . "
    "; : « » \" ' that que qui who and et not pas will a été summit sommet to à in Baku Bakou \n ( ) – <b> & "
    "said dit would aurait depuis since after après 2014"
)
WORDS = st.sampled_from(SALAD.split(" "))


@given(st.lists(WORDS, min_size=1, max_size=60), st.sampled_from(["fr", "en"]))
@examples(80)
def test_word_salad_never_fails_and_quotes_are_exact(words, language):
    text = " ".join(words)
    if not text.strip():
        return
    article = read_text(text, published=date(2021, 6, 15), language=language)
    timeline = build_timeline([article])
    for event in timeline.events:
        for evidence in event.evidence:
            assert evidence.quote == timeline.article(evidence.article).text[evidence.start : evidence.end]
        assert 0 <= event.confidence <= 1
        assert event.titles["en"]
        assert event.titles["fr"]
        assert all(one.actor in timeline.actors for one in event.participants)


HOSTILE = [
    "met " * 4000,
    "3 May 2021 " * 1500,
    "On 3 May 2021 France met Russia and " * 400,
    "that that that " * 2000,
    "«" * 5000,
    "a, " * 5000 + "met on 3 May 2021.",
    "A." * 5000,
    "-" * 20000,
    "sanctions imposed on 3 May 2021 " * 400,
    "l'" * 5000,
]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_long_hostile_texts_are_read_in_time(text):
    for language in ("en", "fr"):
        for event in timeline_of(text, language).events:
            assert all(text[one.start : one.end] == one.quote for one in event.evidence)


def test_nothing_in_is_nothing_out():
    assert build_timeline([]).events == ()
    assert explain(Timeline(), "fr") == "Aucun événement n’a été trouvé."


def test_an_article_given_twice_counts_once():
    article = read_text(
        "On May 3, 2021 France met Russia in Oslo.", published=date(2021, 6, 15), language="en"
    )
    timeline = build_timeline([article, article])
    assert len(timeline.articles) == 1
    assert len(timeline.events) == 1


def test_progress_is_told():
    told = []
    article = read_text("France met Russia on May 3, 2021.", published=date(2021, 6, 15), language="en")
    build_timeline([article], progress=lambda *said: told.append(said))
    assert told[0] == ("Reading articles", 0, 1)
    assert told[-1] == ("Done", 1, 1)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "type by the word: signed"), ("fr", "type d’après le mot\u00a0: signed")]
)
def test_explain_shows_every_field_and_its_reason(language, said):
    timeline = timeline_of("France and Germany signed a treaty in Paris on May 3, 2021.")
    text = explain(timeline, language)
    assert said in text
    assert "2021-05-03" in text
    assert "France and Germany signed a treaty" in text
    assert "Paris" in text
