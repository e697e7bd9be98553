"""Which events may be the same as one: near in time, sharing actors, found by their words."""

from dataclasses import replace
from datetime import date

from dashboard.model import Event, Timeline
from dashboard.store.nearness import nearest
from tests.affair import affair


def ids(timeline: Timeline, key: str, most: int = 30, find: str = "") -> list[str]:
    return [each.id for each in nearest(event(timeline, key), timeline, most, find)[0]]


def event(timeline: Timeline, key: str) -> Event:
    return next(each for each in timeline.events if each.id == key)


def test_who_shares_actors_comes_before_who_is_only_a_little_nearer() -> None:
    timeline = affair()
    assert ids(timeline, "call")[:2] == ["statement", "baku"]  # both of Russia; NATO is in the first
    assert "call" not in ids(timeline, "call")


def test_one_of_the_same_day_and_actors_is_first() -> None:
    timeline = affair()
    again = replace(event(timeline, "summit"), id="again")
    assert ids(replace(timeline, events=(*timeline.events, again)), "summit")[0] == "again"


def test_words_leave_only_who_says_them_and_the_rest_is_counted() -> None:
    timeline = affair()
    assert ids(timeline, "call", find="WARSAW summit") == ["summit"]
    assert ids(timeline, "call", find="Atlantis") == []
    few, total = nearest(event(timeline, "call"), timeline, 2)
    assert (len(few), total) == (2, len(timeline.events) - 1)


def test_an_open_end_meets_whatever_lies_beyond() -> None:
    timeline = affair()
    call = event(timeline, "call")
    since = replace(call, id="since", when=replace(call.when, earliest=date(2010, 1, 1), latest=None))
    timeline = replace(timeline, events=(*timeline.events, since))
    assert ids(timeline, "call")[0] == "since"
