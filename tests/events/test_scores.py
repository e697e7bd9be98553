"""The figures on gold articles may not fall below the floors that are written down beside them."""

import json
from pathlib import Path

import pytest

from dashboard.events.evaluate import GOALS, Score, score_article, score_files

GOLD = Path(__file__).parents[1] / "gold"
FLOORS = json.loads((GOLD / "events_floors.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(name):
    score = score_files([GOLD / name])
    fallen = {
        figure: (round(score.share(figure), 3), floor)
        for figure, floor in FLOORS[name].items()
        if (score.share(figure) > floor if figure == "extra" else score.share(figure) < floor)
    }
    assert not fallen, f"{name}: figure: (now, floor)\n{score.table()}"


def test_every_goal_has_a_floor_in_each_file():
    for name, floors in FLOORS.items():
        # The rounds of contact and the banks of casts hold who and where; the banks of acts, what was done;
        # the threads, when.
        who = {"actors", "place"}
        held = {"contact": who, "cast": who, "acts": set(GOALS) - who, "threads": {*GOALS, "date"} - who}
        told = {"role"} if name.startswith("events_gold_") else set()  # no other file tells roles
        assert told <= set(floors)
        assert set(floors) - told == held.get(name.split("_")[0].rstrip("123456789"), set(GOALS))


def test_gold_quotes_are_the_very_words():
    for path in [
        *GOLD.glob("events_??.jsonl"),
        *GOLD.glob("events_round*.jsonl"),
        *GOLD.glob("acts_*.jsonl"),
        *GOLD.glob("cast_*.jsonl"),
        *GOLD.glob("threads*_*.jsonl"),
    ]:
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            for event in line["events"]:
                assert line["text"][event["start"] : event["end"]] == event["quote"]


def test_the_role_of_an_actor_counts_where_the_gold_tells_it():
    text = "On 3 May 2021, Iran accused Japan of spying."
    told = [{"name": "Iran", "role": "initiator"}, {"name": "Japan", "role": "concerned"}]
    event = {
        "quote": text, "start": 0, "end": len(text), "edtf": "2021-05-03", "type": "ACCUSE",
        "status": "happened", "actors": told,
    }  # fmt: skip
    score = Score()
    line = {"id": "x", "lang": "en", "dct": "2021-05-04", "actors": told, "events": [event]}
    score_article(score, line, text)
    assert (score.told, score.roles) == (2, 1)
    assert "role     0.500" in score.table()
