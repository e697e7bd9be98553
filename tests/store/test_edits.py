"""Curating: nothing of the evidence is lost, ids stay, titles that nobody typed follow their fields."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import EditError
from dashboard.model import (
    ActorKind,
    Granularity,
    Participation,
    Place,
    Review,
    Role,
    Status,
    When,
)
from dashboard.store.edits import (
    Fields,
    accepted,
    differences,
    edited,
    evidence_of,
    fields_of,
    made_by_hand,
    merged,
    next_ids,
    split_by_actors,
    split_by_date,
    split_by_quotes,
)
from dashboard.store.retitling import composed, kind_of
from tests.affair import affair

AFFAIR = affair()
ACTORS = AFFAIR.actors
EVENTS = {event.id: event for event in AFFAIR.events}
events = st.sampled_from(AFFAIR.events)
groups = st.lists(events, min_size=2, max_size=5, unique_by=lambda event: event.id)


def day(*parts):
    found = date(*parts)
    return When(found.isoformat(), found, found, Granularity.DAY)


def change(event, **changes):
    return edited(event, replace(fields_of(event), **changes), ACTORS)


def quotes(*several):
    return {(each.article, each.start, each.end, each.quote) for event in several for each in event.evidence}


@given(events)
def test_saving_what_stands_there_changes_nothing(event):
    assert edited(event, fields_of(event), ACTORS) is event


@given(events, st.sampled_from(Status), st.text(max_size=30), st.sampled_from([None, "phone", "video"]))
def test_an_edit_keeps_id_and_evidence_and_marks_the_event(event, status, note, mode):
    now = change(event, status=status, note=note, mode=mode)
    assert (now.id, now.evidence, now.reasons) == (event.id, event.evidence, event.reasons)
    assert now.review is (Review.EDITED if differences(event, now) else Review.UNREVIEWED)
    assert set(differences(event, now)) <= {"status", "note", "mode", "title"}


def test_a_typed_title_stays_whatever_else_changes():
    first = change(EVENTS["call"], titles={"en": "The call that mattered", "fr": "L’appel qui comptait"})
    assert first.titles == {"en": "The call that mattered", "fr": "L’appel qui comptait"}
    then = change(first, type="STATEMENT", mode=None)
    assert then.titles == first.titles


def test_a_title_that_was_left_out_is_composed_from_the_fields():
    now = change(EVENTS["call"], titles={"fr": "L’appel"})
    assert now.titles["fr"] == "L’appel"
    assert "Pavel" in now.titles["en"]
    assert "Gerasimov" in now.titles["en"]


def test_a_composed_title_follows_its_fields_and_a_typed_one_does_not():
    composed = change(EVENTS["call"], titles={"fr": "L’appel"})
    lavrov = (Participation("lavrov", Role.INITIATOR), Participation("gerasimov", Role.PARTICIPANT))
    now = change(composed, participants=lavrov)
    assert "Lavrov" in now.titles["en"]
    assert now.titles["fr"] == "L’appel"


def test_a_title_keeps_the_word_that_it_was_composed_with_until_type_or_mode_change():
    worded = replace(
        EVENTS["statement"], titles={"en": composed(EVENTS["statement"], "speech", ACTORS, "en")}
    )
    met = replace(EVENTS["summit"], titles={"en": composed(EVENTS["summit"], "conference", ACTORS, "en")})
    assert kind_of(worded, replace(worded, note="checked"), ACTORS) == "speech"
    assert kind_of(met, replace(met, mode="video"), ACTORS) == "video-meeting"  # the way that is told
    assert kind_of(met, replace(met, mode=None), ACTORS) == "meeting"
    assert kind_of(met, replace(met, mode="third-party place"), ACTORS) == "meeting"  # no kind has this one
    assert kind_of(met, replace(met, type="SUSPEND", mode=None), ACTORS) == "freeze"
    typed = replace(worded, titles={"en": "What Lavrov said"})
    assert kind_of(typed, typed, ACTORS) == "act"  # nothing tells: the plainest


def test_a_composed_title_is_none_that_another_event_has():
    once = edited(EVENTS["call"], replace(fields_of(EVENTS["call"]), titles={}), ACTORS)
    again = edited(
        EVENTS["call"], replace(fields_of(EVENTS["call"]), titles={}), ACTORS, set(once.titles.values())
    )
    assert set(once.titles.values()).isdisjoint(again.titles.values())


def test_a_date_is_another_only_if_it_means_another():
    call = EVENTS["call"]
    assert change(call, when=replace(call.when, reason="typed")) is call
    moved = change(call, when=day(2017, 3, 4))
    assert differences(call, moved) == ("when",)


def test_accepting_checks_an_event_as_read_or_corrected_but_none_made_by_hand():
    call = replace(EVENTS["call"], confidence=0.4)
    assert accepted(call) == replace(call, review=Review.ACCEPTED, confidence=1.0)
    touched = change(call, note="checked")
    assert (touched.review, touched.confidence) == (Review.EDITED, 1.0)
    assert accepted(touched) == replace(touched, review=Review.ACCEPTED)
    own = replace(call, review=Review.MANUAL)
    assert accepted(own) is own


@given(groups)
def test_a_merge_loses_no_quote_and_nobody_and_keeps_the_first_id(several):
    now = merged(several, ACTORS)
    assert now.id == several[0].id
    assert quotes(now) == quotes(*several)
    assert len(now.evidence) == len(quotes(now))
    named = [each.actor for each in now.participants]
    assert set(named) == {each.actor for event in several for each in event.participants}
    assert len(named) == len(set(named))
    assert now.review is Review.EDITED


def test_a_merge_keeps_a_state_beside_a_person_of_its_own():
    person = next(one for one in ACTORS.values() if one.kind is ActorKind.PERSON and one.affiliation)
    call = replace(EVENTS["call"], participants=(Participation(person.affiliation, Role.INITIATOR),))
    baku = replace(EVENTS["baku"], participants=(Participation(person.id, Role.INITIATOR),))
    assert merged([call, baku], ACTORS).participants == (*call.participants, *baku.participants)


@given(groups, st.data())
def test_merging_and_splitting_by_quotes_loses_nothing(several, data):
    whole = merged(several, ACTORS)
    moved = data.draw(
        st.sets(st.integers(0, len(whole.evidence) - 1), min_size=1, max_size=len(whole.evidence) - 1)
    )
    kept, new = split_by_quotes(whole, moved, "new", ACTORS)
    assert quotes(kept) | quotes(new) == quotes(*several)
    assert quotes(kept).isdisjoint(quotes(new))
    assert (kept.id, new.id) == (whole.id, "new")
    assert set(kept.titles.values()).isdisjoint(new.titles.values())


def test_what_is_split_off_by_its_quote_has_the_date_of_that_quote():
    whole = merged([EVENTS["baku"], EVENTS["call"]], ACTORS)
    kept, new = split_by_quotes(whole, {1}, "new", ACTORS)
    assert kept.when.edtf == EVENTS["baku"].when.edtf
    assert new.when.edtf == EVENTS["call"].when.edtf


@pytest.mark.parametrize("moved", [set(), {0, 1}, {7}])
def test_a_split_by_quotes_leaves_each_side_one(moved):
    whole = merged([EVENTS["baku"], EVENTS["call"]], ACTORS)
    with pytest.raises(EditError):
        split_by_quotes(whole, moved, "new", ACTORS)


def test_a_merge_takes_the_finer_date_only_where_it_says_the_same():
    month = replace(
        EVENTS["call"],
        id="month",
        when=When("2017-03", date(2017, 3, 1), date(2017, 3, 31), Granularity.MONTH),
    )
    assert merged([month, EVENTS["call"]], ACTORS).when.edtf == "2017-03-03"
    assert merged([month, EVENTS["baku"]], ACTORS).when.edtf == "2017-03"


def test_one_event_cannot_be_merged_with_itself():
    with pytest.raises(EditError):
        merged([EVENTS["call"], EVENTS["call"]], ACTORS)


@given(st.integers(1, 400), st.data())
def test_a_split_by_date_covers_the_same_days_once(length, data):
    first = date(2017, 1, 1)
    last = first + timedelta(days=length)
    whole = replace(EVENTS["conference"], when=When(f"{first}/{last}", first, last, Granularity.DAY))
    at = first + timedelta(days=data.draw(st.integers(1, length)))
    kept, new = split_by_date(whole, at, "new", ACTORS)
    assert kept.when.earliest == first
    assert new.when.latest == last
    assert kept.when.latest == new.when.earliest - timedelta(days=1)
    assert quotes(kept) == quotes(new) == quotes(whole)


def test_two_days_become_a_day_each():
    kept, new = split_by_date(EVENTS["conference"], date(2017, 4, 27), "new", ACTORS)
    assert [kept.when.edtf, new.when.edtf] == ["2017-04-26", "2017-04-27"]


@pytest.mark.parametrize("at", [date(2017, 4, 26), date(2017, 4, 28)])
def test_a_split_by_date_needs_a_day_inside(at):
    with pytest.raises(EditError):
        split_by_date(EVENTS["conference"], at, "new", ACTORS)


def test_a_split_by_actors_may_leave_one_in_both_and_nobody_in_none():
    call = EVENTS["call"]
    three = replace(call, participants=(*call.participants, Participation("dunford", Role.PARTICIPANT)))
    kept, new = split_by_actors(three, ({0, 1}, {0, 2}), "new", ACTORS)
    assert [each.actor for each in kept.participants] == ["pavel", "gerasimov"]
    assert [each.actor for each in new.participants] == ["pavel", "dunford"]
    for sides in (({0}, {1}), ({0, 1, 2}, set()), ({0, 1, 2}, {0, 1, 2})):
        with pytest.raises(EditError):
            split_by_actors(three, sides, "new", ACTORS)


@given(st.sets(st.integers(2, 9)), st.integers(1, 4))
def test_ids_of_split_events_are_new_and_name_where_they_came_from(numbers, count):
    taken = {f"call~{number}" for number in numbers}
    for origin in ("call", "call~3"):
        found = next_ids(origin, taken.__contains__, count)
        assert len({*found, *taken, origin}) == len(found) + len({*taken, origin})
        assert all(name.startswith("call~") and name.count("~") == 1 for name in found)


def test_an_event_by_hand_needs_no_article_and_gets_its_titles():
    fields = Fields(
        day(2017, 3, 5),
        "CONSULT",
        "phone",
        participants=(Participation("us", Role.INITIATOR), Participation("ru", Role.PARTICIPANT)),
    )
    made = made_by_hand("h1", fields, ACTORS)
    assert made.review is Review.MANUAL
    assert made.evidence == ()
    assert "Russia" in made.titles["en"]
    assert "Russie" in made.titles["fr"]
    assert change(made, note="more").review is Review.MANUAL


@given(st.integers(0, 400), st.integers(0, 60))
def test_selected_words_are_quoted_exactly_and_without_blanks_around(start, length):
    article = AFFAIR.articles[0]
    words = article.text[start : start + length].strip()
    if not words:
        with pytest.raises(EditError):
            evidence_of(article, start, start + length)
        return
    found = evidence_of(article, start, start + length, AFFAIR.expressions["a1"])
    assert found.quote == article.text[found.start : found.end] == words
    if found.expression:
        assert found.start <= found.expression.start <= found.expression.end <= found.end


def test_a_date_among_the_selected_words_dates_them():
    article = AFFAIR.articles[0]
    start = article.text.index("Pavel telephoned")
    found = evidence_of(
        article, start, start + len("Pavel telephoned Gerasimov on 3 March"), AFFAIR.expressions["a1"]
    )
    assert found.expression.when.edtf == "2017-03-03"


def test_a_place_is_another_if_its_name_is():
    call = EVENTS["call"]
    assert differences(call, change(call, place=Place("moscow", {"en": "Moscow"}, "RU"))) == ("place",)
