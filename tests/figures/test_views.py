"""Figures of the other views: JSON, no markup of strangers, clicks that lead somewhere, in all themes."""

import json
from datetime import date
from functools import partial
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import (
    Edition,
    Look,
    export_figure,
    map_figure,
    matrix_figure,
    network_figure,
    overview_figure,
    view_summary,
)
from dashboard.figures.themes import THEMES
from dashboard.timeline import measure
from dashboard.timeline.overview import lay_out_overview
from tests.affair import affair
from tests.properties import examples
from tests.timeline.cases import TIMELINES, random_timeline

AFFAIR = affair()
VIEWS = {
    "network": partial(network_figure, height=480),
    "matrix": matrix_figure,
    "map": partial(map_figure, height=480),
}
IDS = {event.id for event in AFFAIR.events}


def aims(figure):
    return [aim for trace in figure["data"] for aim in trace.get("customdata", ())]


@examples(15)
@given(timeline=TIMELINES, theme=st.sampled_from(sorted(THEMES)), width=st.sampled_from([366, 800, 1400]))
@pytest.mark.parametrize("view", VIEWS)
def test_any_timeline_can_be_drawn(view, timeline, theme, width):
    figure = VIEWS[view](timeline, Look(theme=theme, language="en"), width=width)
    json.dumps(figure, allow_nan=False)
    assert all(len(trace["x"]) == len(trace["y"]) for trace in figure["data"])
    assert figure["layout"]["width"] == width


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_clicked_leads_to_an_event_or_to_filters(view):
    found = aims(VIEWS[view](AFFAIR, Look(theme="light", language="fr"), width=900))
    assert found
    for aim in found:
        if isinstance(aim, str):
            assert aim in IDS
        else:
            assert set(aim) <= {"actor", "place", "match", "from", "to"}
            assert set(aim.get("actor", ())) <= set(AFFAIR.actors)


def test_a_cell_of_one_event_leads_to_it_and_one_of_several_to_their_actor_and_time():
    found = aims(matrix_figure(AFFAIR, Look(theme="light", language="en"), width=900))
    assert {"actor": ["ru"], "from": "2017-02-01", "to": "2017-02-28"} in found
    assert "brigade" in found
    assert all(set(aim) == {"actor", "from", "to"} for aim in found if not isinstance(aim, str))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_word_of_a_key_is_cut_on_a_phone(view, language):
    figure = VIEWS[view](AFFAIR, Look(theme="light", language=language), width=366)
    for trace in figure["data"]:
        if trace["mode"] == "text" and trace.get("textposition") == "middle right":
            for x, said in zip(trace["x"], trace["text"], strict=True):
                bold = said.startswith("<b>")
                assert (
                    x + measure(unescape(said.removeprefix("<b>").removesuffix("</b>")), 12.0) <= 366 + bold
                )


@pytest.mark.parametrize("view", VIEWS)
def test_the_selected_event_is_brought_out(view):
    accent = THEMES["light"].accent
    plain = VIEWS[view](AFFAIR, Look(theme="light", language="en"), width=900)
    chosen = VIEWS[view](AFFAIR, Look(theme="light", language="en", selected="summit"), width=900)
    assert json.dumps(chosen).count(accent) > json.dumps(plain).count(accent)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_told_in_words(view):
    for language in ("en", "fr"):
        assert len(view_summary(view, AFFAIR, AFFAIR, language)) > 40
    nothing = AFFAIR.with_events(())
    assert view_summary(view, AFFAIR, nothing, "en") == "Timeline without events."


@pytest.mark.parametrize("view", [*VIEWS, "table"])
def test_a_picture_of_a_view_has_title_sources_and_count(view):
    figure = export_figure(
        AFFAIR, Edition(theme="light", language="en", exported=date(2026, 1, 2), title="A title", view=view)
    )
    said = " ".join(each["text"] for each in figure["layout"]["annotations"])
    for words in ("A title", "Contacts resume", "7 of 7 events", "2 January 2026"):
        assert words in said


def test_a_picture_of_the_timeline_keeps_its_lanes_and_scale():
    figure = export_figure(
        AFFAIR,
        Edition(theme="light", language="en", exported=date(2026, 1, 2), lanes="type", scale="sequential"),
    )
    assert "Consultation" in json.dumps(figure)


def test_a_map_fetches_nothing():
    figure = map_figure(AFFAIR, Look(theme="light", language="en"), width=900, height=480)
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    assert "geo" not in figure["layout"]


def test_many_events_are_columns_in_the_overview_and_the_shown_stand_out():
    timeline = random_timeline(2, 1200)
    some = [event.id for event in timeline.events[:300]]
    strip = lay_out_overview(timeline, width=1000, language="en", shown=some)
    assert {speck.event for speck in strip.specks} == {""}
    tall = {
        shown: sum(each.height for each in strip.specks if each.shown is shown) for shown in (True, False)
    }
    assert 0 < tall[True] < tall[False]
    figure = overview_figure(timeline, width=1000, theme="light", language="en", shown=some)
    assert len(json.dumps(figure)) < 200_000
