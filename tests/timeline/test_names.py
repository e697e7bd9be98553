"""The names of events in crowded charts: many more stand in the lanes, and none lies over anything."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.timeline import SCALES, lay_out
from dashboard.timeline.asides import ASIDE
from dashboard.timeline.clusters import ROUND
from dashboard.timeline.flags import DETAIL_SIZE, one_liners
from dashboard.timeline.measure import measure, words_of, wrap
from docs.synthetic import synthetic
from tests.affair import affair
from tests.properties import examples
from tests.timeline.cases import TIMELINES, WIDTHS, random_timeline

SLOW = examples(60)
HALF = ASIDE / 2 - 1.5  # letters are a little lower than their line


def asides_by_lane(layout):
    bands = {box.lane: (box.top, box.bottom) for box in layout.boxes}
    for aside in layout.asides:
        lane = next(name for name, (top, bottom) in bands.items() if top <= aside.y <= bottom)
        yield lane, aside


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, scale=st.sampled_from(SCALES))
def test_no_words_in_a_lane_lie_over_a_mark_a_cluster_or_other_words(timeline, width, scale):
    layout = lay_out(timeline, width=width, language="en", scale=scale)
    for one, other in combinations(layout.asides, 2):
        assert abs(one.y - other.y) >= 2 * HALF or one.right <= other.left or other.right <= one.left
    for lane, aside in asides_by_lane(layout):
        assert layout.left <= aside.left < aside.right <= layout.right
        for mark in layout.marks:
            if mark.lane == lane and abs(mark.y - aside.y) < 7 + HALF:
                assert aside.right <= mark.left or mark.right <= aside.left, (aside, mark)
        for cluster in layout.clusters:
            if cluster.lane == lane and abs(cluster.y - aside.y) < ROUND / 2 + HALF:
                beside = ROUND / 2
                assert aside.right <= cluster.x - beside or cluster.x + beside <= aside.left


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
def test_no_line_and_no_fold_crosses_words_in_a_lane(timeline, width):
    layout = lay_out(timeline, width=width, language="en")
    lines = [(each.x, each.light_top, each.light_bottom) for each in layout.connectors]
    lines += [(each.x, each.top, each.foot) for each in layout.labels]
    lines += [(fold.x, -1.0, layout.lanes_bottom) for fold in layout.folds]
    for aside in layout.asides:
        for x, top, bottom in lines:
            meets = top < aside.y + HALF and aside.y - HALF < bottom
            assert not (meets and aside.left < x < aside.right), (aside, x)


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, room=st.sampled_from([None, 420.0, 700.0]))
def test_no_event_is_named_twice(timeline, width, room):
    layout = lay_out(timeline, width=width, language="en", room=room)
    named = [each.event for each in (*layout.labels, *layout.asides)]
    assert len(named) == len(set(named)) == layout.labelled


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
@example(timeline=random_timeline(11, 27, actors=2, years=6), width=390.0)
def test_no_title_is_cut_within_a_word_where_two_words_fit(timeline, width):
    layout = lay_out(timeline, width=width, language="en")
    titles = {event.id: set(words_of(event.title("en"))) for event in timeline.events}
    said = [(each.event, " ".join(each.title)) for each in layout.labels]
    said += [(each.event, each.title) for each in layout.asides]
    for event, text in said:
        words = words_of(text)
        if len(words) > 1:
            assert {word.rstrip("…") for word in words} <= {word.rstrip(",;:·") for word in titles[event]} | (
                titles[event]
            )


def test_a_last_line_that_would_hold_a_piece_of_a_word_is_left_out():
    title = "Gel de la coopération militaire"
    for width in range(40, 140, 4):
        for line in wrap(title, width, 13.0, 700, 2)[1:]:
            assert line.rstrip("…").split()[-1] in title.split()


def test_a_crowded_chart_names_most_events_in_a_screen():
    timeline = random_timeline(11, 40, actors=12)
    layout = lay_out(timeline, width=1094, language="en", room=716)
    assert layout.labelled >= 13
    assert len(layout.asides) > 0


def test_where_all_labels_fit_none_is_brief_and_none_is_in_a_lane():
    layout = lay_out(affair(), width=1200, language="en")
    assert layout.labelled == layout.shown
    assert not layout.asides
    assert all(label.detail and not label.inline for label in layout.labels)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_on_a_phone_every_one_of_a_few_events_is_named_in_full(language):
    layout = lay_out(affair(), width=366, language=language)
    assert layout.labelled == layout.shown
    assert not [each for each in layout.labels if each.title[-1].endswith("…")]
    assert all(each.whole for each in layout.asides)


@pytest.mark.parametrize("room", [30.0, 90.0, 160.0, 240.0, 400.0])
def test_one_line_says_as_much_as_fits(room):
    title, when = "NATO and Russia resume military contacts", "3 Mar 2017"
    found = one_liners(title, when, room, DETAIL_SIZE, 400)
    assert all(wide <= room for _, _, wide in found)
    if room >= 400:
        assert found[0][:2] == (title, when)
    for said, _, wide in found:
        assert measure(said, DETAIL_SIZE) <= wide
        assert said == title or (said.endswith("…") and len(said) > 0.5 * len(title))
    assert bool(found) == (room > 200)  # a smaller room would leave too little of the title


def test_an_event_in_a_cluster_may_be_named_from_above():
    timeline = random_timeline(21, 45, actors=2, years=0)
    layout = lay_out(timeline, width=700, language="en")
    alone = {mark.event for mark in layout.marks}
    hidden = {event: each for each in layout.clusters for event in each.events if event not in alone}
    from_above = [label for label in layout.labels if label.event in hidden]
    assert hidden
    for label in from_above:
        discs = [each for each in layout.clusters if label.event in each.events]
        assert any(abs(label.x - each.x) < ROUND / 2 and label.foot == each.y - ROUND / 2 for each in discs)
    assert from_above


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, scale=st.sampled_from(SCALES))
def test_no_cluster_stands_for_a_single_event(timeline, width, scale):
    layout = lay_out(timeline, width=width, language="en", scale=scale)
    assert all(len(each.events) > 1 for each in layout.clusters)


def test_the_selected_event_keeps_its_name_in_the_lowest_room():
    timeline = random_timeline(5, 45)
    for event in timeline.events:
        layout = lay_out(timeline, width=820, language="en", selected=event.id, room=420)
        assert event.id in {each.event for each in (*layout.labels, *layout.asides)}


def test_a_name_that_stands_is_a_prefix_of_the_title():
    timeline = random_timeline(11, 40, actors=12)
    titles = {event.id: event.title("en") for event in timeline.events}
    layout = lay_out(timeline, width=820, language="en", room=500)
    for aside in layout.asides:
        assert titles[aside.event].replace("\u00a0", " ").startswith(aside.title.rstrip("…"))


def test_badges_say_what_waits_and_what_people_have_made_of_it():
    events = list(affair().events)
    reviews = ["unreviewed", "accepted", "edited", "manual"]
    states = [type(events[0].review)(each) for each in reviews]
    events = [
        replace(each, review=states[at % 4], confidence=0.3 if at == 0 else 0.95)
        for at, each in enumerate(events)
    ]
    timeline = affair().with_events(tuple(events))
    layout = lay_out(timeline, width=1200, language="en")
    badges: dict[str, list[str]] = {}
    for mark in layout.marks:
        if mark.badge:
            badges.setdefault(mark.event, []).append(mark.badge)
    assert all(len(each) == 1 for each in badges.values())
    assert badges[events[0].id] == ["doubtful"]
    assert badges[events[1].id] == ["accepted"]
    assert badges[events[2].id] == badges[events[3].id] == ["corrected"]


@pytest.mark.parametrize(("width", "room"), [(560.0, 560.0), (590.0, 700.0), (374.0, None)])
@pytest.mark.parametrize("count", [46, 200])
def test_names_leave_half_of_a_narrow_chart_to_its_lanes(width, room, count):
    layout = lay_out(synthetic(count), width=width, language="en", room=room)
    assert layout.head <= 0.5 * (room or 560.0)
    assert layout.labelled >= 10


def test_a_line_that_cannot_end_with_an_ellipsis_gives_way_to_the_one_before():
    title = "Contract opérations ceasefire on on contract opérations"
    assert wrap(title, 73.0, 13.0, 700, 3) == ("Contract…",)
