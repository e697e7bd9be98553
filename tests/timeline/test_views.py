"""Network, matrix and map: nobody moves under filters, nothing is hidden, and no place is invented."""

import math
from collections import Counter
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.ontology import quad_of
from dashboard.model import Participation, Place, Role
from dashboard.store import Filters, apply
from dashboard.timeline.atlas import lay_out_atlas
from dashboard.timeline.captions import BELOW, sides_of
from dashboard.timeline.groupings import OTHERS
from dashboard.timeline.lanes import plan_lanes
from dashboard.timeline.matrix import LABEL_SIZE, lay_out_matrix
from dashboard.timeline.measure import measure
from dashboard.timeline.network import lay_out_network
from dashboard.timeline.outlines import outlines, projected
from dashboard.timeline.ties import actors_of, busiest, ties_of
from tests.affair import affair
from tests.properties import examples
from tests.timeline.cases import TIMELINES, WIDTHS, random_timeline

AFFAIR = affair()
SLOW = examples(30)
PLACES = (
    Place("baku", {"en": "Baku"}, "AZ", 40.38, 49.89),
    Place("fiji", {"en": "Suva"}, "FJ", -18.1, 178.4),
    Place("ny", {"en": "New York"}, "US", 40.7, -74.0),
    Place("region", {"en": "The Gulf"}),
)


def network(timeline, shown=None, width=1100.0, height=620.0):
    return lay_out_network(timeline, shown or timeline, width=width, height=height, language="en")


@SLOW
@given(timeline=TIMELINES)
def test_no_actor_of_the_network_hides_another(timeline):
    boxes = [(node.lane, box) for node in network(timeline).nodes for box in node.boxes()]
    for (owner, one), (another, other) in combinations(boxes, 2):
        if owner == another:
            continue
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_a_name_stands_where_no_line_passes_under_it():
    places = np.array([[200.0, 60.0], [150.0, 300.0], [200.0, 300.0], [250.0, 300.0]])
    lines = [(0, 1), (0, 2), (0, 3)]
    sides = sides_of(places, [(60.0, 16.0)] * 4, lines, [20.0] * 4, room=(400.0, 400.0), reach=(9.0, 24.0))
    assert sides == [(0, -1), BELOW, BELOW, BELOW]
    low = sides_of(
        places - [0, 50], [(60.0, 16.0)] * 4, lines, [20.0] * 4, room=(400.0, 400.0), reach=(9.0, 24.0)
    )
    assert low[0] == (1, 0)  # above it there is no room


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
def test_the_network_stays_in_its_room_and_counts_every_event_of_an_actor(timeline, width):
    placed = network(timeline, width=width, height=420.0)
    for node in placed.nodes:
        assert 0 <= node.x <= width
        assert 0 <= node.y <= 420
    assert len(placed.nodes) <= placed.actors
    drawn = {node.lane for node in placed.nodes}
    assert len(placed.ties) == sum(
        tie.one in drawn and tie.other in drawn for tie in ties_of(timeline, timeline)
    )


@pytest.mark.parametrize("friends", [("ru us", "nato pl"), ("ru pl", "us nato"), ("ru nato", "us pl")])
def test_who_has_much_to_do_with_one_another_stands_near(friends):
    base = affair().events[0]
    pairs = [each.split() for each in friends for _ in range(6)]
    events = tuple(
        replace(base, id=f"e{at}", participants=tuple(Participation(one, Role.PARTICIPANT) for one in pair))
        for at, pair in enumerate(pairs)
    )
    placed = network(affair().with_events(events))

    def apart(pair):
        one, other = (placed.node(each) for each in pair)
        return math.hypot(one.x - other.x, one.y - other.y)

    near = {tuple(sorted(pair)) for pair in pairs}
    far = set(combinations(sorted({"ru", "us", "nato", "pl"}), 2)) - near
    assert sum(map(apart, near)) / len(near) < sum(map(apart, far)) / len(far)


@SLOW
@given(timeline=TIMELINES, data=st.data())
def test_filtering_moves_no_actor(timeline, data):
    ids = [event.id for event in timeline.events]
    some = set(data.draw(st.lists(st.sampled_from(ids), unique=True))) if ids else set()
    shown = timeline.with_events(tuple(event for event in timeline.events if event.id in some))
    whole = {node.lane: (node.x, node.y) for node in network(timeline).nodes}
    for node in network(timeline, shown).nodes:
        assert whole[node.lane] == (node.x, node.y)


def told_one_by_one(timeline, shown):
    """The ties as their definition has them: pairs that act; a lone actor and whom its act concerns."""
    takers, found = plan_lanes(timeline).takers, {}
    for event in shown.events:
        both = takers[event.id]
        acting, touched = {*both.acting} - {OTHERS}, {*both.touched} - {OTHERS}
        for pair in combinations(sorted(acting | touched), 2):
            if set(pair) <= acting or (len(acting) == 1 and acting & set(pair)):
                found.setdefault(pair, []).append(event)
    return found


@SLOW
@given(timeline=TIMELINES, few=st.integers(0, 12))
def test_ties_actors_and_counts_are_those_of_the_shown_events(timeline, few):
    shown = timeline.with_events(timeline.events[few : few + 15])
    expected = told_one_by_one(timeline, shown)
    ties = ties_of(timeline, shown)
    assert {(tie.one, tie.other): tie.events for tie in ties} == {
        pair: tuple(event.id for event in events) for pair, events in expected.items()
    }
    for tie in ties:
        quads = Counter(quad_of(event.type) for event in expected[tie.one, tie.other])
        assert quads[tie.quad] == max(quads.values())
    assert [len(tie.events) for tie in ties] == sorted((len(tie.events) for tie in ties), reverse=True)
    everyone = actors_of(timeline, shown)
    assert busiest(timeline, shown) == tuple((lane, len(events)) for lane, events in everyone.items())
    assert {event for events in everyone.values() for event in events} == {
        event.id for event in shown.events if {*plan_lanes(timeline).takers[event.id].acting} - {OTHERS}
    }


def test_those_who_meet_have_no_tie_with_whom_they_speak_of():
    base = affair().events[0]
    roles = {"ru": Role.PARTICIPANT, "us": Role.PARTICIPANT, "pl": Role.CONCERNED}
    met = replace(base, participants=tuple(Participation(one, role) for one, role in roles.items()))
    timeline = affair().with_events((met,))
    assert [(tie.one, tie.other) for tie in ties_of(timeline, timeline)] == [("ru", "us")]


def test_actors_without_a_tie_stand_in_a_row_below_the_others():
    base = affair().events[0]
    pairs = [("ru", "us"), ("ru", "nato"), ("pl",)]
    events = tuple(
        replace(base, id=f"e{at}", participants=tuple(Participation(one, Role.PARTICIPANT) for one in some))
        for at, some in enumerate(pairs)
    )
    nodes = {node.lane: node for node in network(affair().with_events(events)).nodes}
    assert all(nodes["pl"].y > nodes[lane].y + 40 for lane in ("ru", "us", "nato"))


def test_a_tie_is_of_the_class_of_most_of_its_events():
    ties = {(tie.one, tie.other): tie for tie in ties_of(AFFAIR, AFFAIR)}
    assert ties["nato", "ru"].quad == "verbal-cooperation"
    assert set(ties["nato", "ru"].events) == {"freeze", "statement", "call", "conference"}
    assert ties["pl", "us"].quad == "material-conflict"


@SLOW
@given(timeline=TIMELINES, width=WIDTHS)
def test_the_matrix_counts_each_event_once_for_each_of_its_actors(timeline, width):
    placed = lay_out_matrix(timeline, timeline, width=width, language="en")
    assert {event for cell in placed.cells for event in cell.events} == {e.id for e in timeline.events}
    for row in range(len(placed.rows)):
        events = [event for cell in placed.cells if cell.row == row for event in cell.events]
        assert len(events) == len(set(events))
    for before, after in zip(placed.columns, placed.columns[1:], strict=False):
        assert before.right <= after.left + 0.01
        assert before.last < after.first
    if placed.columns:
        assert placed.columns[-1].right <= placed.right + 0.01
    assert {dot.event for dot in placed.dots} == {e.id for e in timeline.events}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("width", [366, 820, 1140])
def test_what_the_matrix_calls_its_periods_fits_over_them(language, width):
    placed = lay_out_matrix(AFFAIR, AFFAIR, width=width, language=language)
    for column in placed.columns:
        assert measure(column.label[0], LABEL_SIZE) <= column.right - column.left


def test_the_matrix_colours_by_the_mean_of_the_events():
    placed = lay_out_matrix(AFFAIR, AFFAIR, width=1200, language="en")
    means = {cell.events: cell.mean for cell in placed.cells}
    assert means["brigade",] < 0 < means["summit",]


def located(seed):
    timeline = random_timeline(seed, 30)
    events = tuple(replace(event, place=(*PLACES, None)[at % 5]) for at, event in enumerate(timeline.events))
    return replace(timeline, events=events)


@SLOW
@given(seed=st.integers(0, 500), width=WIDTHS)
def test_the_map_holds_every_event_that_says_where_and_no_other(seed, width):
    timeline = located(seed)
    placed = lay_out_atlas(timeline, timeline, width=width, height=480.0, language="en")
    wanted = {e.id for e in timeline.events if e.place and e.place.lat is not None}
    assert {event for site in placed.sites for event in site.events} == wanted
    assert placed.placed == len(wanted) < placed.shown == len(timeline.events)
    for site in placed.sites:
        assert 0 <= site.x <= width
        assert 0 <= site.y <= 480
    for ring in placed.land:
        assert all(0 <= x <= width and 0 <= y <= 480 for x, y in ring)


def test_a_statement_is_not_put_in_a_capital():
    statement = apply(AFFAIR, Filters(types=frozenset({"STATEMENT"})))
    placed = lay_out_atlas(AFFAIR, statement, width=900, height=480, language="en")
    assert placed.sites == ()
    assert (placed.placed, placed.shown) == (0, 1)


def test_lines_join_states_only():
    placed = lay_out_atlas(AFFAIR, AFFAIR, width=900, height=480, language="en")
    pairs = {(bond.tie.one, bond.tie.other) for bond in placed.bonds}
    assert pairs == {("pl", "us"), ("ru", "us")}  # NATO is no state and has no capital


def test_outlines_cover_the_world_and_a_map_keeps_shapes():
    assert len(outlines()) > 200
    view = projected([(0.0, 40.0), (20.0, 50.0)], 800, 400)
    (x0, _), (x1, _) = view.xy(0.0, 45.0), view.xy(20.0, 45.0)
    assert 0 < x0 < x1 < 800
    assert view.xy(0.0, 50.0)[1] < view.xy(0.0, 40.0)[1]


def test_no_square_of_a_capital_lies_over_the_count_of_a_place():
    warsaw = Place("warsaw", {"en": "Warsaw"}, "PL", 52.23, 21.01)
    there = AFFAIR.with_events(tuple(replace(each, place=warsaw) for each in AFFAIR.events))
    placed = lay_out_atlas(there, there, width=900, height=480, language="en")
    (site,) = placed.sites
    assert placed.anchors  # of the other states
    assert all(math.dist(at, (site.x, site.y)) > site.radius for at in placed.anchors)
