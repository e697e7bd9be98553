"""CSV: one row an event, and nothing in it that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.formats import COLUMNS, to_csv
from dashboard.model import Timeline
from tests.affair import affair


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_for_each_event_under_the_documented_columns():
    read = rows(to_csv(affair(), "fr"))
    assert list(read[0]) == list(COLUMNS)
    assert [row["id"] for row in read] == [event.id for event in affair().events]
    baku = read[3]
    assert baku["title"] == "Guerassimov – Dunford : rencontre à Bakou"
    assert (baku["earliest"], baku["place"], baku["country"], baku["lat"]) == (
        "2017-02-16",
        "Bakou",
        "AZ",
        "40.38",
    )
    assert baku["actors"] == "Valéri Guerassimov; Joseph Dunford"
    assert baku["quotes"] == "On 16 February Gerasimov and Dunford met in Baku."


def test_no_events_leave_the_header():
    assert to_csv(Timeline()) == ",".join(COLUMNS) + "\r\n"


def test_a_byte_order_mark_on_request():
    assert to_csv(affair(), bom=True) == "\ufeff" + to_csv(affair())


@given(st.text(max_size=12), st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "\n=", " =", "＝"]))
def test_no_cell_can_be_a_formula(rest, lead):
    timeline = affair()
    hostile = replace(timeline.events[0], titles={"en": lead + rest}, type=lead + "1+1", mode=lead + "cmd")
    actors = {
        i: replace(actor, names={"en": lead + actor.name("en")}) for i, actor in timeline.actors.items()
    }
    text = to_csv(replace(timeline, events=(hostile,), actors=actors))
    (row,) = rows(text)
    for column, cell in row.items():
        if column not in {"lat", "lon", "confidence"}:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), column
            assert not cell.startswith(("\t", "\r")), column


def test_a_western_longitude_stays_a_number():
    timeline = affair()
    event = next(event for event in timeline.events if event.place)
    event = replace(event, place=replace(event.place, lon=-0.13))
    assert rows(to_csv(timeline.with_events((event,))))[0]["lon"] == "-0.13"
