"""The colours of lanes: an actor keeps its own, whatever is added, deleted or corrected in its project."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import THEMES
from dashboard.figures.themes import is_second, lane_colour
from dashboard.store import Change, Project, heaviest_first
from dashboard.timeline import lay_out
from dashboard.timeline.colours import PALETTE, chosen
from dashboard.timeline.lanes import plan_lanes
from tests.affair import affair
from tests.timeline.cases import random_timeline

IDS = st.lists(st.text("abcdefgh-", min_size=1, max_size=9), unique=True, max_size=40)


@given(before=IDS, after=IDS)
def test_who_comes_later_moves_nobody(before, after):
    first = chosen(before)
    both = chosen([*before, *(each for each in after if each not in first)])
    assert {each: both[each] for each in before} == first


@given(ids=IDS)
def test_colours_repeat_only_when_all_are_taken_and_then_with_another_look(ids):
    found = chosen(ids)
    theme = THEMES["light"]
    looks = [(lane_colour(theme, each, found[each]), is_second(each, found[each])) for each in ids]
    assert len({colour for colour, _ in looks[:PALETTE]}) == len(ids[:PALETTE])
    assert len(set(looks[: 2 * PALETTE])) == len(ids[: 2 * PALETTE])


def test_every_theme_has_as_many_colours():
    assert {len(theme.lanes) for theme in THEMES.values()} == {PALETTE}


def slots(project):
    return dict(plan_lanes(project.timeline()).slot)


def test_an_actor_keeps_its_colour_when_events_and_articles_come_and_go():
    project = Project.temporary(affair())
    before = slots(project)
    for event_id in ("baku", "call", "statement"):
        project.change([Change(event_id, None, project.version(event_id))], author="a", action="delete")
    assert slots(project).items() <= before.items()
    other = random_timeline(6, 40)
    heavy = replace(other, articles=tuple(replace(each, id="x", text="quote") for each in other.articles))
    project.add_reading(heavy, author="b")
    project.undo("a")
    after = slots(project)
    assert len(after) > len(before)
    shared = before.keys() & after.keys()
    assert {each: after[each] for each in shared} == {each: before[each] for each in shared}


def test_the_heaviest_actors_of_a_first_reading_have_colours_of_their_own():
    timeline = random_timeline(3, 45, actors=16)
    layout = lay_out(timeline, width=1200, language="en")
    plan = plan_lanes(timeline)
    assert len({plan.slot[lane] % PALETTE for lane in heaviest_first(timeline)[:PALETTE]}) == PALETTE
    assert all(box.slot == plan.slot.get(box.lane, 0) for box in layout.boxes)
