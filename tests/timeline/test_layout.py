"""The layout as a whole: labels, lanes and marks keep their promises whatever the timeline."""

from datetime import date
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events import ontology
from dashboard.model import Status
from dashboard.store import Filters, apply
from dashboard.timeline import GROUPINGS, SCALES, lay_out
from dashboard.timeline.clusters import ROUND
from dashboard.timeline.groupings import OTHERS
from dashboard.timeline.labels import Label
from dashboard.timeline.lanes import plan_lanes
from dashboard.timeline.measure import measure
from tests.affair import affair
from tests.properties import examples
from tests.timeline.cases import TIMELINES, WIDTHS, random_timeline

AFFAIR = affair()
SLOW = examples(60)


def overlap(one: Label, other: Label) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
def test_no_two_labels_overlap_and_no_leader_crosses_a_label(timeline, width):
    layout = lay_out(timeline, width=width, language="en")
    for one, other in combinations(layout.labels, 2):
        assert not overlap(one, other), (one, other)
    for leader in layout.labels:
        for label in layout.labels:
            inside = label.left < leader.x < label.right
            assert not (inside and leader.top < label.bottom), (leader, label)


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
def test_labels_and_lane_names_stay_on_the_chart_and_off_the_captions(timeline, width):
    layout = lay_out(timeline, width=width, language="en")
    for label in layout.labels:
        assert label.left >= 0
        assert label.right <= width + 0.01
        assert -layout.head <= label.top < label.bottom <= 0
        for fold in layout.folds:
            half = max(measure(line, 11) for line in fold.caption) / 2
            if label.left < fold.x + half and fold.x - half < label.right:
                assert label.bottom <= -36


def drawn(layout) -> set[str]:
    """The events that have a mark, or are counted in a cluster."""
    return {mark.event for mark in layout.marks} | {
        event for cluster in layout.clusters for event in cluster.events
    }


KINDS = {"lanes": st.sampled_from(GROUPINGS), "scale": st.sampled_from(SCALES)}


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, **KINDS)
def test_every_event_has_a_mark_in_each_lane_and_is_labelled_or_counted(timeline, width, lanes, scale):
    layout = lay_out(timeline, width=width, language="en", lanes=lanes, scale=scale)
    assert layout.shown == len(timeline.events)
    assert drawn(layout) == {event.id for event in timeline.events}
    assert layout.labelled <= layout.shown
    bands = {box.lane: box for box in layout.boxes}
    for mark in layout.marks:
        assert bands[mark.lane].top <= mark.y <= bands[mark.lane].bottom
        assert mark.left < mark.right
    for above, below in pairwise(layout.boxes):
        assert above.bottom < below.top


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, **KINDS)
def test_no_mark_touches_another_in_its_lane(timeline, width, lanes, scale):
    layout = lay_out(timeline, width=width, language="en", lanes=lanes, scale=scale)
    places = [(mark.lane, mark.left, mark.right, mark.y, 7.5) for mark in layout.marks]
    half = ROUND / 2
    places += [(each.lane, each.x - half, each.x + half, each.y, half) for each in layout.clusters]
    for one, other in combinations(places, 2):
        beside = one[2] <= other[1] or other[2] <= one[1]
        above = abs(one[3] - other[3]) >= one[4] + other[4]
        assert one[0] != other[0] or beside or above, (one, other)


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
def test_a_sequence_gives_every_event_one_step_in_the_order_of_time(timeline, width):
    layout = lay_out(timeline, width=width, language="en", lanes="one", scale="sequential")
    xs = {mark.event: mark.x for mark in layout.marks}
    steps = [xs[event.id] for event in timeline.events if event.id in xs]
    assert steps == sorted(steps)
    assert not layout.folds


def test_a_chronological_axis_is_to_scale_throughout():
    layout = lay_out(AFFAIR, width=1200, language="en", scale="chronological")
    assert len(layout.axis.pieces) == 1
    assert not layout.folds


@pytest.mark.parametrize(
    ("lanes", "names"),
    [
        ("type", ["Consultation", "Deployment", "Statement", "Suspension"]),
        ("place", ["Baku", "Elsewhere, or not said", "Moscow", "Poland", "Warsaw"]),
        ("source", ["Contacts resume"]),
        ("one", ["All events"]),
    ],
)
def test_lanes_may_stand_for_types_places_sources_or_all(lanes, names):
    layout = lay_out(AFFAIR, width=1200, language="en", lanes=lanes)
    assert sorted(" ".join(box.name) for box in layout.boxes) == names
    assert drawn(layout) == {event.id for event in AFFAIR.events}


def test_types_stand_from_cooperation_to_conflict():
    timeline = random_timeline(4, 45)
    order = [box.lane for box in lay_out(timeline, width=1200, language="en", lanes="type").boxes]
    known = [lane for lane in order if lane in ontology.types()]
    assert known == [each for each in ontology.types() if each in known]


@pytest.mark.parametrize("room", [420, 560, 700])
def test_a_low_room_has_fewer_labels_and_no_less_events(room):
    timeline = random_timeline(11, 40, actors=12)
    free = lay_out(timeline, width=992, language="en")
    fitted = lay_out(timeline, width=992, language="en", room=room)
    assert fitted.height < free.height
    assert fitted.labelled <= free.labelled
    assert drawn(fitted) == drawn(free)


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, data=st.data(), lanes=KINDS["lanes"])
def test_filtering_moves_and_recolours_no_lane(timeline, width, data, lanes):
    whole = lay_out(timeline, width=width, language="en", max_lanes=99, lanes=lanes)
    ids = [event.id for event in timeline.events]
    some = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    part = lay_out(timeline, width=width, language="en", shown=some, max_lanes=99, lanes=lanes)
    order = [box.lane for box in whole.boxes]
    assert [box.lane for box in part.boxes] == [
        lane for lane in order if lane in {b.lane for b in part.boxes}
    ]
    ranks = {box.lane: box.slot for box in whole.boxes}
    assert all(ranks[box.lane] == box.slot for box in part.boxes)
    assert (part.left, part.right) == (whole.left, whole.right)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_lanes_of_a_few_events_are_in_sight_on_a_telephone(language):
    layout = lay_out(AFFAIR, width=366, language=language)
    assert max(-label.top for label in layout.labels) <= 400
    assert layout.labelled >= 4


@pytest.mark.parametrize(("width", "language"), [(390, "en"), *product((820, 1440), ("en", "fr"))])
def test_all_events_of_the_affair_are_labelled_in_full(width, language):
    layout = lay_out(AFFAIR, width=width, language=language)
    assert layout.labelled == layout.shown == 7
    assert not any("…" in line for label in layout.labels for line in label.title)


def test_a_person_is_drawn_in_the_lane_of_the_state():
    layout = lay_out(AFFAIR, width=1200, language="en")
    assert {mark.lane for mark in layout.marks if mark.event == "baku"} == {"ru", "us"}
    assert len([each for each in layout.connectors if each.event == "baku"]) == 1


def test_lanes_beyond_the_most_are_together_and_keep_their_events():
    timeline = random_timeline(3, 40, actors=16)
    layout = lay_out(timeline, width=1200, language="en", max_lanes=5)
    assert len(layout.boxes) <= 5
    assert layout.boxes[-1].lane == OTHERS
    assert layout.boxes[-1].name == ("Other actors",)
    assert drawn(layout) == {event.id for event in timeline.events}


def test_the_selected_event_is_labelled_before_others():
    timeline = random_timeline(5, 45)
    for event in timeline.events:
        layout = lay_out(timeline, width=390, language="en", selected=event.id)
        assert event.id in {label.event for label in layout.labels}


def test_days_are_dots_and_longer_dates_are_bars_that_fade_where_vague():
    marks = {mark.event: mark for mark in lay_out(AFFAIR, width=1200, language="en").marks}
    assert marks["call"].shape == "dot"
    assert (marks["summit"].shape, marks["summit"].fade_left) == ("bar", 0)
    assert marks["freeze"].fade_left > 0
    assert marks["freeze"].fade_right > 0
    assert marks["brigade"].fade_left > 0
    assert marks["conference"].status is Status.PLANNED


def test_marks_at_the_same_place_in_a_lane_are_stacked():
    layout = lay_out(AFFAIR, width=1200, language="en")
    in_russia = {mark.event: mark.y for mark in layout.marks if mark.lane == "ru"}
    assert in_russia["baku"] != in_russia["statement"]


def test_an_empty_timeline_and_an_empty_filter_still_have_a_layout():
    nothing = apply(AFFAIR, Filters(text="no such words"))
    for layout in (
        lay_out(AFFAIR, width=800, language="en", shown=nothing),
        lay_out(random_timeline(1, 0), width=800, language="en"),
    ):
        assert layout.shown == 0
        assert not layout.marks
        assert layout.height > 0


def test_a_window_keeps_what_may_lie_in_it():
    first, last = AFFAIR.events[2].when.earliest, AFFAIR.events[4].when.latest
    layout = lay_out(AFFAIR, width=1000, language="en", window=(first, last))
    assert {event.id for event in layout.timeline.events} == {"brigade", "baku", "statement"}
    assert layout.axis.start >= first.toordinal()
    assert layout.axis.end <= last.toordinal() + 1


@pytest.mark.parametrize("window", [(date.max, None), (None, date.min), (date.max, date.max)])
@pytest.mark.parametrize("scale", SCALES)
def test_a_range_at_an_end_of_the_calendar_has_an_axis(window, scale):
    layout = lay_out(AFFAIR, width=900, language="en", window=window, scale=scale)
    assert layout.shown == 0
    assert layout.axis.start < layout.axis.end


@pytest.mark.parametrize("lanes", GROUPINGS)
@pytest.mark.parametrize("scale", SCALES)
def test_more_marks_than_can_be_drawn_become_densities(lanes, scale):
    timeline = random_timeline(2, 1200)
    layout = lay_out(timeline, width=1200, language="en", lanes=lanes, scale=scale)
    takers = plan_lanes(timeline, lanes).takers.values()
    kept = {box.lane for box in layout.boxes}
    counted = sum(len({lane if lane in kept else OTHERS for lane in each.acting}) for each in takers)
    assert sum(each.count for each in layout.bins) == counted
    labelled = {label.event for label in layout.labels}
    assert labelled
    assert {mark.event for mark in layout.marks} == labelled
    for above, below in pairwise(layout.boxes):
        assert above.bottom < below.top


def test_the_selected_event_is_marked_among_densities():
    timeline = random_timeline(2, 1200)
    layout = lay_out(timeline, width=1200, language="en", selected="e700")
    assert "e700" in {mark.event for mark in layout.marks}
    assert "e700" in {label.event for label in layout.labels}


def test_a_bin_knows_its_days():
    timeline = random_timeline(2, 1200)
    layout = lay_out(timeline, width=1200, language="en", lanes="one")
    for each in layout.bins:
        assert 0 < each.first <= each.last
        assert each.count > 0


def test_lanes_that_share_events_are_neighbours():
    order = plan_lanes(AFFAIR).order
    assert abs(order.index("nato") - order.index("ru")) == 1
    assert abs(order.index("pl") - order.index("us")) == 1
