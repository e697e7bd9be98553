"""Filters, facets and finding actors."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import FilterError
from dashboard.model import Granularity, When
from dashboard.store import (
    Filters,
    ancestors,
    apply,
    describe,
    facets,
    find_actor,
    in_range,
    lane_of,
    search_actors,
)
from tests.affair import affair

TIMELINE = affair()
DAYS = st.dates(date(2014, 1, 1), date(2017, 12, 31))


def ids(filters):
    return [event.id for event in apply(TIMELINE, filters).events]


def test_no_filter_keeps_everything():
    assert apply(TIMELINE, Filters()) == TIMELINE
    assert Filters().empty
    assert not Filters(text="x").empty


def test_a_state_keeps_the_events_of_its_people():
    assert ids(Filters(actors=frozenset({"ru"}))) == ["freeze", "baku", "statement", "call", "conference"]
    assert ids(Filters(actors=frozenset({"gerasimov"}))) == ["baku", "call"]


def test_several_actors_mean_any_of_them():
    assert ids(Filters(actors=frozenset({"dunford", "pl"}))) == ["summit", "brigade", "baku"]


def test_type_status_and_text_combine():
    assert ids(Filters(types=frozenset({"CONSULT"}), statuses=frozenset({"planned"}))) == ["conference"]
    assert ids(Filters(text="BAKOU")) == ["baku"]
    assert ids(Filters(text="guerassimov telephoned")) == ["call"]


def test_certainly_and_possibly_differ_on_a_wide_date():
    spring = Filters(earliest=date(2014, 4, 1), latest=date(2014, 12, 31))
    assert ids(spring) == ["freeze"]
    assert ids(replace(spring, certainty="certainly")) == []


@pytest.mark.parametrize(
    ("first", "last", "certainly", "possibly"),
    [
        (date(2014, 1, 1), None, True, True),
        (None, date(2016, 1, 1), False, True),
        (None, date(2013, 1, 1), False, False),
        (date(2015, 1, 1), None, False, True),
    ],
)
def test_an_open_date_is_never_certain_on_its_open_side(first, last, certainly, possibly):
    since = When("2014/..", date(2014, 1, 1), None, Granularity.YEAR)
    assert in_range(since, first, last, "certainly") is certainly
    assert in_range(since, first, last, "possibly") is possibly


@given(first=DAYS, last=DAYS)
def test_whatever_is_certainly_in_range_is_possibly_in_range(first, last):
    wide = Filters(earliest=min(first, last), latest=max(first, last))
    assert set(ids(replace(wide, certainty="certainly"))) <= set(ids(wide))


@given(
    actors=st.frozensets(st.sampled_from(sorted(TIMELINE.actors)), max_size=3),
    types=st.frozensets(st.sampled_from(["CONSULT", "SUSPEND", "STATEMENT"]), max_size=2),
    value=st.sampled_from(sorted(TIMELINE.actors)),
)
def test_a_count_is_what_choosing_only_that_value_leaves(actors, types, value):
    filters = Filters(actors=actors, types=types)
    found = facets(TIMELINE, filters)
    chosen = apply(TIMELINE, replace(filters, actors=frozenset({value})))
    assert found.actors[value] == len(chosen.events)
    assert found.shown == len(apply(TIMELINE, filters).events)
    assert found.total == len(TIMELINE.events)


def test_every_value_is_listed_even_with_nothing_left():
    found = facets(TIMELINE, Filters(text="no such words"))
    assert set(found.types) == {event.type for event in TIMELINE.events}
    assert set(found.actors.values()) == {0}


def test_affiliation_ends_at_the_state_and_survives_a_loop():
    assert ancestors(TIMELINE, "gerasimov") == ("ru",)
    assert lane_of(TIMELINE, "gerasimov") == "ru"
    assert lane_of(TIMELINE, "ru") == "ru"
    looped = dict(TIMELINE.actors)
    looped["ru"] = replace(looped["ru"], affiliation="gerasimov")
    assert ancestors(replace(TIMELINE, actors=looped), "gerasimov") == ("ru",)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("guera", "gerasimov"),
        ("OTAN", "nato"),
        ("etats unis", "us"),
        ("états-u", "us"),
        ("washing", "us"),
        ("", "dunford"),
    ],
)
def test_search_finds_any_alias_without_case_or_accent(typed, first):
    assert (search_actors(TIMELINE, typed) or ("",))[0] == first


def test_a_named_actor_is_found_or_the_nearest_is_suggested():
    assert find_actor(TIMELINE, "moscou") == "ru"
    with pytest.raises(FilterError, match="Did you mean Valery Gerasimov"):
        find_actor(TIMELINE, "Valery Garasimof")
    with pytest.raises(
        FilterError, match="choose from those in the events, such as NATO, Russia, "
    ) as unlike:
        find_actor(TIMELINE, "Zorglub")
    assert str(unlike.value).count("Russia") == 1
    with pytest.raises(FilterError, match="could be any of"):
        find_actor(TIMELINE, "p")


def test_filters_are_said_in_the_language():
    filters = Filters(actors=frozenset({"ru"}), latest=date(2017, 1, 1), statuses=frozenset({"planned"}))
    assert describe(TIMELINE, filters, "en") == "Russia · until 1 January 2017 · planned"
    assert describe(TIMELINE, Filters(), "fr") == ""


def test_several_actors_together_mean_all_of_them():
    both = Filters(actors=frozenset({"us", "ru"}), together=True)
    assert ids(both) == ["baku"]
    found = facets(TIMELINE, both)
    assert found.actors["nato"] == 0  # nothing of the three together
    assert found.types["CONSULT"] == 1


def test_what_is_left_out_is_out_whatever_is_asked_for():
    assert ids(Filters(without=frozenset({("actors", "ru")}))) == ["summit", "brigade"]
    filters = Filters(actors=frozenset({"nato"}), without=frozenset({("types", "CONSULT")}))
    assert ids(filters) == ["freeze", "statement"]
    assert not filters.empty
    assert describe(TIMELINE, filters, "en") == "NATO · without Consultation"


def test_places_countries_languages_confidence_and_review_are_facets():
    found = facets(TIMELINE, Filters()).counts
    assert found["places"] == {"baku": 1, "moscow": 1, "poland": 1, "warsaw": 1}
    assert found["countries"] == {"PL": 2, "AZ": 1, "RU": 1}
    assert found["written"] == {"en": 7}
    assert found["sure"] == {"high": 7}
    assert found["reviews"] == {"unreviewed": 7}
    assert ids(Filters(countries=frozenset({"PL"}))) == ["summit", "brigade"]


@given(
    chosen=st.sets(st.sampled_from(["nato", "ru", "us", "pl", "gerasimov"]), max_size=3),
    out=st.sets(st.sampled_from(["CONSULT", "STATEMENT", "SUSPEND"]), max_size=2),
    together=st.booleans(),
)
def test_every_facet_count_is_what_choosing_it_alone_would_show(chosen, out, together):
    filters = Filters(
        actors=frozenset(chosen), together=together, without=frozenset(("types", each) for each in out)
    )
    counts = facets(TIMELINE, filters).counts
    for status, count in counts["statuses"].items():
        assert count == len(ids(replace(filters, statuses=frozenset({status}))))
    for kind, count in counts["types"].items():
        assert count == len(ids(replace(filters, types=frozenset({kind}), without=frozenset())))
