"""One event told twice stands once, whatever the order; two events stay two."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.echoes import Echo
from dashboard.events.merging import add_echoes, likeness, merge, unite
from dashboard.events.ontology import kinds
from dashboard.events.reading import Draft
from dashboard.model import (
    Actor,
    ActorKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    Role,
    Status,
    When,
)
from tests.events.reading import events_of
from tests.properties import examples

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("ru", ActorKind.STATE, {"en": "Russia"}),
        Actor("us", ActorKind.STATE, {"en": "United States"}),
        Actor("nato", ActorKind.ORGANISATION, {"en": "NATO"}),
        Actor("gerasimov", ActorKind.PERSON, {"en": "Valery Gerasimov"}, affiliation="ru"),
        Actor("lavrov", ActorKind.PERSON, {"en": "Sergey Lavrov"}, affiliation="ru"),
        Actor("dunford", ActorKind.PERSON, {"en": "Joseph Dunford"}, affiliation="us"),
    )
}
BAKU = Place("baku", {"en": "Baku"}, "AZ", kind="city")
OSLO = Place("oslo", {"en": "Oslo"}, "NO", kind="city")
DAY = When("2017-02-16", date(2017, 2, 16), date(2017, 2, 16), Granularity.DAY)
MONTH = When("2017-02", date(2017, 2, 1), date(2017, 2, 28), Granularity.MONTH)
OTHER = When("2017-02-18", date(2017, 2, 18), date(2017, 2, 18), Granularity.DAY)


def draft(
    number: int, kind="meeting", when=DAY, who="gerasimov dunford", *, place=None, status=Status.HAPPENED
):
    roles = (kinds()[kind].subject, kinds()[kind].object)
    people = tuple(Participation(a, roles[min(i, 1)]) for i, a in enumerate(who.split()))
    event = Event(
        f"e{number}", {"en": kind}, kinds()[kind].type, kinds()[kind].mode, status, when, people,
        (Evidence(f"a{number % 3}", "quote", number * 10, number * 10 + 5),), place, 0.8,
    )  # fmt: skip
    return Draft(event, kinds()[kind])


SAME = [
    (draft(1), draft(2)),
    (draft(1), draft(2, when=MONTH, place=BAKU)),
    (draft(1, who="ru us"), draft(2)),
    (draft(1, place=BAKU), draft(2, kind="talks")),
    (draft(1, kind="freeze", who="nato ru"), draft(2, kind="freeze", who="")),
    (draft(1, status=Status.PLANNED), draft(2)),
]
DIFFERENT = [
    (draft(1), draft(2, when=OTHER)),
    (draft(1), draft(2, who="lavrov dunford")),
    (draft(1, place=BAKU), draft(2, place=OSLO)),
    (draft(1), draft(2, kind="sanctions", who="us ru")),
    (draft(1, kind="sanctions", who="us ru"), draft(2, kind="sanctions", who="nato ru")),
    (draft(1, status=Status.DENIED), draft(2)),
    (draft(1, kind="conversation"), draft(2, kind="summit")),
]


@pytest.mark.parametrize("pair", SAME)
def test_compatible_tellings_are_joined(pair):
    assert likeness(*pair, ACTORS) > 0
    (joined,) = merge(pair, ACTORS)
    assert len(joined.event.evidence) == 2


def test_what_people_of_two_states_said_on_a_day_stays_apart_though_a_state_is_told_with_one_of_them():
    one = draft(1, kind="accusation", who="lavrov")
    other = draft(2, kind="accusation", who="dunford")
    both = (*other.event.participants, Participation("ru", one.event.participants[0].role))
    other = replace(other, event=replace(other.event, participants=both))
    assert likeness(one, other, ACTORS) == 0
    assert likeness(one, draft(2, kind="accusation", who="ru"), ACTORS) > 0


@pytest.mark.parametrize("pair", DIFFERENT)
def test_contradicting_tellings_stay_apart(pair):
    assert likeness(*pair, ACTORS) == 0
    assert len(merge(pair, ACTORS)) == 2


def test_the_finest_date_and_the_place_survive():
    (joined,) = merge([draft(1, when=MONTH, place=BAKU), draft(2)], ACTORS)
    assert joined.event.when == DAY
    assert joined.event.place == BAKU


def test_what_was_planned_and_then_told_has_happened():
    (joined,) = merge([draft(1, status=Status.PLANNED), draft(2)], ACTORS)
    assert joined.event.status is Status.HAPPENED


def test_a_person_takes_the_place_of_the_state():
    people = unite(
        [Participation("ru", Role.INITIATOR), Participation("gerasimov", Role.PARTICIPANT)], ACTORS
    )
    assert people == (Participation("gerasimov", Role.INITIATOR),)


@pytest.mark.parametrize(("state", "person"), [(Role.INITIATOR, Role.TARGET), (Role.TARGET, Role.INITIATOR)])
def test_a_person_does_not_take_the_place_of_the_state_on_the_other_side(state, person):
    sides = Participation("ru", state), Participation("lavrov", person)
    assert unite(sides, ACTORS) == sides


def test_a_person_takes_the_place_of_the_state_in_its_own_role():
    sides = Participation("ru", Role.TARGET), Participation("lavrov", Role.TARGET)
    assert unite(sides, ACTORS) == sides[1:]


def test_a_vague_date_does_not_chain_two_days_together():
    drafts = [draft(1), draft(2, when=OTHER), draft(3, when=MONTH)]
    assert len(merge(drafts, ACTORS)) == 2


@given(
    st.lists(st.sampled_from([one for pair in SAME + DIFFERENT for one in pair]), max_size=8), st.randoms()
)
@examples(60)
def test_the_order_of_the_tellings_changes_nothing(chosen, chance: random.Random):
    drafts = [
        replace(one, event=replace(one.event, id=f"d{i}", evidence=(Evidence("a", "q", i * 10, i * 10 + 1),)))
        for i, one in enumerate(chosen)
    ]
    turned = list(drafts)
    chance.shuffle(turned)
    first = {(d.event.id, d.event.evidence, d.event.when.edtf) for d in merge(drafts, ACTORS)}
    assert first == {(d.event.id, d.event.evidence, d.event.when.edtf) for d in merge(turned, ACTORS)}
    assert sum(len(evidence) for _, evidence, _ in first) == len(drafts)


YEAR = When("2017", date(2017, 1, 1), date(2017, 12, 31), Granularity.YEAR)
TOLD = st.tuples(
    st.sampled_from(["meeting", "talks", "visit", "accusation", "call", "sanctions", "freeze", "denial"]),
    st.sampled_from([DAY, OTHER, MONTH, YEAR]),
    st.sampled_from(["", "ru us", "lavrov dunford", "gerasimov us", "nato ru", "us"]),
)


@given(TOLD, TOLD)
@examples(300)
def test_every_two_tellings_that_are_alike_are_joined_and_no_others(first, second):
    pair = draft(1, *first), draft(2, *second)
    values = {likeness(*pair, ACTORS) > 0, likeness(*pair[::-1], ACTORS) > 0}
    if len(values) == 1:
        assert len(merge(pair, ACTORS)) == (1 if True in values else 2)


def echo_of(draft_like, *, definite=False, place=None):
    event = draft_like.event
    return Echo(
        draft_like.kind, event.participants, Evidence("z", "q", 900, 905), event.mode, place, definite
    )


STATES = draft(1, kind="rupture", who="ru us")


@pytest.mark.parametrize(
    ("echo", "joined"),
    [
        (echo_of(STATES), False),
        (echo_of(STATES, definite=True), True),
        (echo_of(draft(2, kind="recall", who="ru us"), definite=True), False),
        (echo_of(draft(2, kind="rupture", who="ru us nato"), definite=True), False),
    ],
)
def test_an_undated_telling_needs_its_kind_both_parties_and_an_anchor(echo, joined):
    (event,) = add_echoes([STATES], [echo], ACTORS)
    assert (len(event.event.evidence) == 2) is joined


def test_what_a_ministry_denies_is_no_evidence_of_what_happened():
    events = events_of(
        "On May 3, 2021 Poland broke off relations with Belarus. "
        "The ministry in Warsaw denied that Poland had broken off relations with Belarus."
    )
    assert [len(event.evidence) for event in events] == [1]


def test_two_people_of_one_state_who_go_on_days_that_differ_make_two_visits():
    one, other = draft(1, "visit", MONTH, "lavrov us"), draft(2, "visit", DAY, "gerasimov us")
    assert not likeness(one, other, ACTORS)
    assert likeness(one, draft(3, "visit", DAY, "lavrov us"), ACTORS)


def test_what_other_words_tell_of_a_month_is_not_what_happened_on_one_of_its_days():
    inauguration = draft(1, "inauguration", DAY, "lavrov us")
    assert not likeness(inauguration, draft(2, "appointment", MONTH, "lavrov us"), ACTORS)
    assert likeness(inauguration, draft(3, "inauguration", MONTH, "lavrov us"), ACTORS)
