"""The table of ``make bench``: our figures beside the anchors that were measured on the same corpus."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from dashboard.dates.evaluate import evaluate

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_SPEC = importlib.util.spec_from_file_location("dates_accuracy", _DOCS / "dates_accuracy.py")
accuracy = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(accuracy)

_LINE = {
    "id": "a",
    "lang": "en",
    "dct": "2017-03-03",
    "text": "They met on March 1.",
    "timexes": [{"start": 12, "end": 19, "type": "DATE", "value": "2017-03-01"}],
}


@pytest.fixture
def anchors():
    return tomllib.loads((_DOCS / "anchors.toml").read_text(encoding="utf-8"))


@pytest.fixture
def corpus(tmp_path):
    def make(name):
        path = tmp_path / name
        path.write_text(json.dumps(_LINE) + "\n", encoding="utf-8")
        return path

    return make


@pytest.mark.parametrize(
    ("name", "reader", "value"),
    [
        ("te3-platinum.jsonl", "UWTime (archived output)", "82.7"),
        ("fr_timebank_dev.jsonl", "HeidelTime 2.2.1 + TreeTagger, news mode", "73.1"),
        ("timebank.jsonl", "HeidelTime 2.2.1 + TreeTagger, news mode", "79.5"),
        ("wikiwars_dev.jsonl", "HeidelTime 2.2.1, narratives mode", "83.2"),
    ],
)
def test_a_corpus_is_shown_beside_the_readers_measured_on_it(corpus, anchors, name, reader, value):
    path = corpus(name)
    rows = accuracy.table(evaluate(path), path, anchors)
    assert rows[2].startswith("Détente")
    assert rows[2].split()[1:4] == ["100.0", "100.0", "100.0"]
    (row,) = [row for row in rows if row.startswith(reader)]
    assert value in row
    assert "November 2026" in rows[0]


def test_an_unknown_corpus_is_shown_beside_speeds_only(corpus, anchors):
    path = corpus("ours_en.jsonl")
    rows = accuracy.table(evaluate(path), path, anchors)
    (row,) = [row for row in rows if row.startswith("duckling")]
    assert row.split() == ["duckling", "31,000"]


def test_folders_and_files_are_taken_in_after_our_gold_and_each_once(corpus, tmp_path):
    path = corpus("meantime_en.jsonl")
    found = accuracy.corpora([str(path), "", str(tmp_path)])
    assert [one.name for one in found] == ["dates_en.jsonl", "dates_fr.jsonl", "meantime_en.jsonl"]


def test_every_figure_of_the_anchors_names_a_corpus_that_is_listed(anchors):
    known = {"name", "speed", *anchors["corpora"]}
    assert all(set(reader) <= known for reader in anchors["reader"])
