"""What a format can hold comes back from it, whatever letters it is made of."""

from dataclasses import replace

import orjson
import pytest
from hypothesis import example, given

from dashboard.formats import KINDS, read_any
from dashboard.model import Timeline
from tests.affair import affair
from tests.formats.timelines import held, timelines
from tests.properties import examples

FLAT = ("csv", "xlsx", "ics", "timelinejs")


def back(timeline: Timeline, key: str, known: Timeline | None = None) -> Timeline:
    """The timeline written and read again, with nothing to complain about."""
    kind = KINDS[key]
    found = read_any(kind.write(timeline, "en"), f"affair.{kind.ending}", known)
    assert found.format == key
    assert found.faults == ()
    return found.timeline


@given(timelines())
@examples(25)
@pytest.mark.parametrize("key", FLAT)
def test_a_flat_format_gives_back_all_that_it_can_hold(key: str, timeline: Timeline) -> None:
    assert held(back(timeline, key)) == held(timeline)


@given(timelines(lines=True))
@examples(15)
def test_json_gives_back_the_very_timeline(timeline: Timeline) -> None:
    assert back(timeline, "json") == timeline


@example(affair().with_events((replace(affair().events[0], note="\\N \\n C:\\New"),)))
@given(timelines(lines=True))
@examples(15)
@pytest.mark.parametrize("key", ["ics", "timelinejs"])
def test_line_breaks_in_quotes_survive_where_the_format_has_them(key: str, timeline: Timeline) -> None:
    assert held(back(timeline, key)) == held(timeline)


@pytest.mark.parametrize("key", FLAT)
def test_titles_of_the_affair_and_both_languages_come_back(key: str) -> None:
    found = back(affair(), key)
    assert [event.titles["fr"] for event in found.events] == [event.titles["fr"] for event in affair().events]
    if key not in {"csv", "xlsx"}:
        assert found.titles == affair().titles


@pytest.mark.parametrize("key", FLAT)
def test_read_for_the_same_affair_an_unchanged_file_changes_nothing(key: str) -> None:
    found = back(affair(), key, affair())
    assert found.events == affair().events
    assert found.articles == affair().articles


@given(timelines())
@examples(15)
@pytest.mark.parametrize("key", ["geojson", "graphml", "timelinejs-csv"])
def test_what_is_only_exported_is_well_formed(key: str, timeline: Timeline) -> None:
    from lxml import etree

    written = KINDS[key].write(timeline, "en")
    if key == "geojson":
        document = orjson.loads(written)
        assert [each["id"] for each in document["features"]] == [event.id for event in timeline.events]
    elif key == "graphml":
        assert etree.fromstring(written).tag.endswith("graphml")
    else:
        found = read_any(written, "sheet.csv")
        assert [event.titles["en"] for event in found.timeline.events]
