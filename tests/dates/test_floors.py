"""Quality on our own gold may not fall below the pinned floors; raise them, never lower them silently."""

import json
from datetime import date
from pathlib import Path

import pytest

from dashboard.dates.evaluate import compare, evaluate, evaluate_own_dates, explain, match
from dashboard.errors import ArticleError, DataFileError

_GOLD = Path(__file__).resolve().parents[1] / "gold"
_FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
_OWN_FLOORS = json.loads((Path(__file__).parent / "document_floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(_FLOORS))
def test_scores_on_our_gold_stay_above_the_floors(name):
    report = evaluate(_GOLD / name)
    for types, floors in _FLOORS[name].items():
        score = report.scores[types]
        figures = {measure: round(score.f1(measure), 1) for measure in floors}
        assert all(figures[measure] >= floor for measure, floor in floors.items()), (types, figures, floors)


def test_matching_is_one_to_one_same_spans_first_then_most_overlap():
    gold = [{"start": 0, "end": 10}, {"start": 12, "end": 20}]
    system = [{"start": 5, "end": 14}, {"start": 0, "end": 10}, {"start": 13, "end": 20}]
    assert sorted(match(gold, system)) == [(0, 1, True), (1, 2, False)]


def test_scores_are_those_of_tempeval_3():
    gold = [
        {"start": 0, "end": 5, "type": "DATE", "value": "2017"},
        {"start": 10, "end": 20, "type": "DURATION", "value": "P1Y"},
        {"start": 30, "end": 35, "type": "DATE", "value": "2018"},
    ]
    system = [
        {"start": 0, "end": 5, "type": "DATE", "value": "2017"},
        {"start": 12, "end": 20, "type": "DATE", "value": "P1Y"},
        {"start": 40, "end": 45, "type": "DATE", "value": "2019"},
    ]
    score = compare(gold, system)
    assert (score.gold, score.system, score.strict, score.relaxed, score.value, score.type) == (
        3,
        3,
        1,
        2,
        2,
        1,
    )
    assert score.f1("relaxed") == pytest.approx(200 / 3)
    only = compare(gold, system, frozenset({"DATE"}))
    assert (only.gold, only.system, only.value) == (2, 2, 1)


def test_a_corpus_that_is_missing_or_malformed_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(ArticleError):
        evaluate(tmp_path / "none.jsonl")
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        evaluate(path)
    assert caught.value.line == 1


@pytest.mark.parametrize("name", sorted(_OWN_FLOORS))
def test_a_hidden_publication_date_is_rather_left_unknown_than_wrong(name):
    counts = evaluate_own_dates(_GOLD / name)
    floors = _OWN_FLOORS[name]
    assert counts.documents > 30
    assert counts.found - counts.year <= floors["most_wrong_years"]
    assert counts.to_the_month - counts.month <= floors["most_wrong_months"]
    assert counts.year >= floors["year"]
    assert counts.month >= floors["month"]


def test_a_sentence_is_explained_with_the_reason_of_each_date():
    (one,) = explain("Le 3 mars, ils se sont vus.", "fr", date(2017, 3, 10))
    assert (one["text"], one["edtf"], one["value"]) == ("Le 3 mars", "2017-03-03", "2017-03-03")
    assert "nearest to the publication date" in one["reason"]
