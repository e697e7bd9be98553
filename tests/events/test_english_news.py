"""English news: what verbs only speak about, words of recall and denial, who an act is not to be laid to."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Fiji discussed the attack on 3 May 2021.", "CONSULT"),
        ("Fiji reviewed the sanctions on 3 May 2021.", "CONSULT"),
        ("Fiji regretted the expulsions on 3 May 2021.", "STATEMENT"),
        ("Fiji explained the ceasefire on 3 May 2021.", "STATEMENT"),
        ("Fiji hailed the summit on 3 May 2021.", "SUPPORT"),
        ("Fiji snubbed the summit on 3 May 2021.", "REJECT"),
        ("Fiji criticised the summit on 3 May 2021.", "ACCUSE"),
        ("Fiji denied the accusations on 3 May 2021.", "STATEMENT"),
        ("Fiji summoned its ambassador to Samoa on 3 May 2021.", "SANCTION"),
        ("Fiji summoned Samoa's ambassador on 3 May 2021.", "ACCUSE"),
        ("Fiji ended the ceasefire on 3 May 2021.", "SUSPEND"),
        ("Fiji's foreign minister took part in a conference in Oslo on 3 May 2021.", "CONSULT"),
        ("Fiji's congress endorsed the accord on 3 May 2021.", "SUPPORT"),
        ("Fiji unfroze Samoan assets on 3 May 2021.", "RETREAT"),
        ("The court is weighing a claim brought by Fiji against Samoa on 3 May 2021.", "ACCUSE"),
    ],
)
def test_a_verb_tells_the_act_and_not_what_it_is_about(text: str, type_: str) -> None:
    assert only(text).type == type_


def test_what_is_discussed_takes_no_part() -> None:
    event = only("Fiji and Samoa discussed the sanctions on Tonga on 3 May 2021.")
    assert cast(event) == {"fj": Role.PARTICIPANT, "ws": Role.PARTICIPANT, "to": Role.CONCERNED}


def test_with_whom_something_is_discussed_takes_part() -> None:
    event = only("Fiji discussed the sanctions with Samoa on 3 May 2021.")
    assert cast(event) == {"fj": Role.PARTICIPANT, "ws": Role.PARTICIPANT}


def test_a_helper_before_a_conjunction_makes_no_passive() -> None:
    event = only("Ties with Samoa have been tense since Fiji expelled Samoa's ambassador in May 2015.")
    assert cast(event) == {"fj": Role.INITIATOR, "ws": Role.TARGET}


@pytest.mark.parametrize("said", ["said", "warned", "ruled"])
def test_what_nameless_people_say_is_not_said_by_those_it_is_about(said: str) -> None:
    text = f"Fiji cannot force Samoa to open the port, judges in Oslo {said} on 3 May 2021."
    assert cast(only(text)) == {}


def test_who_serves_at_a_court_rules_for_it() -> None:
    text = (
        "Fiji cannot force Samoa to open the port, "
        "judges at the International Court of Justice ruled on 3 May 2021."
    )
    assert cast(only(text)) == {"icj": Role.INITIATOR}


def test_talks_that_broke_down_before_an_act_are_no_act_of_its_year() -> None:
    found = events_of("Fiji sued Samoa in 2014 after negotiations over the sea broke down.")
    assert [event.type for event in found] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fiji condemned the 3 May 2021 attack on its embassy.", "ASSAULT"),
        ("Fiji expelled Samoa's envoy over the 3 May 2021 killing of a sailor.", "ASSAULT"),
        ("The moves on 3 May 2021 followed decisions to expel two envoys.", None),
        ("Fiji said on 3 May 2021 the government had expelled Samoa's ambassador.", "SANCTION"),
        ("Leni Vosa, Fiji's prime minister, said on 3 May 2021 her country had left the pact.", "SUSPEND"),
    ],
)
def test_a_date_is_that_of_the_act_beside_it(text: str, told: str | None) -> None:
    assert [event.type for event in events_of(text)] == ([told] if told else [])


def test_who_only_says_what_something_was_takes_no_part() -> None:
    event = only("A sailor was attacked on 3 May 2021 with what Samoan police say was poison.")
    assert cast(event) == {}


def test_a_year_on_a_line_of_its_own_is_that_of_the_days_below_it() -> None:
    text = (
        "Fiji and Samoa: a chronology\n\nIn 2019\nOn July 12, Fiji expelled Samoa's ambassador.\n"
        "In 2018\nOn April 24, Samoa signed a fishing deal with Tonga.\n"
        "On June 3, Fiji condemned the deal.\n"
    )
    found = sorted((event.when.edtf, event.type) for event in events_of(text, published="2019-08-01"))
    assert found == [("2018-04-24", "AGREE"), ("2018-06-03", "ACCUSE"), ("2019-07-12", "SANCTION")]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji and Samoa held talks on Tonga in Oslo on 3 May 2021.",
        "Fiji and Samoa took part in a conference on war-torn Tonga on 3 May 2021.",
    ],
)
def test_what_talks_are_on_takes_no_part(text: str) -> None:
    assert cast(only(text)) == {"fj": Role.PARTICIPANT, "ws": Role.PARTICIPANT, "to": Role.CONCERNED}


def test_who_speaks_beside_an_act_does_not_suffer_it() -> None:
    event = only("Fiji condemned the vote on 3 May 2021, with Prime Minister Leni Vosa calling it a farce.")
    assert cast(event) == {"fj": Role.INITIATOR}


def test_who_looks_on_is_there() -> None:
    event = only("Fiji and Samoa signed a pact on 3 May 2021, with Prime Minister Leni Vosa looking on.")
    assert "leni-vosa" in cast(event)


def test_of_two_presidents_the_unknown_one_stands_for_the_state() -> None:
    text = "Fijian President Leni Vosa spoke. The presidents of Samoa and Fiji met in Apia on 3 May 2021."
    assert set(cast(only(text))) == {"ws", "leni-vosa"}


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("The talks come ahead of a summit scheduled for Oslo on 3 August 2021.", "CONSULT", "Oslo"),
        (
            "A truce came ahead of a conference on Tonga, scheduled for Oslo at the end of August 2021.",
            "CONSULT",
            "Oslo",
        ),
        ("Fiji submitted its memorial to the court on 3 May 2021.", "STATEMENT", None),
        ("Pacific ministers failed to issue a joint communique on 3 May 2021.", "REJECT", None),
        ("Fiji inaugurated a road to the port of Nadi on 3 May 2021.", "COOPERATE", None),
    ],
)
def test_words_of_meetings_and_papers_have_their_type(text: str, type_: str, place: str | None) -> None:
    event = only(text)
    assert event.type == type_
    assert place is None or (event.place is not None and event.place.name("en") == place)


def test_a_verb_and_its_own_word_take_no_capital() -> None:
    assert only("The talks took place in the Samoan capital, Apia, on 3 May 2021.").type == "CONSULT"


def test_who_only_backs_or_tells_does_not_act_in_the_next_clause() -> None:
    text = (
        "M23 rebels, backed by Rwandan troops, according to the UN, fought the army "
        "and seized a town on 3 May 2021."
    )
    assert set(cast(only(text))) == {"m23"}


def test_who_announces_a_truce_of_others_is_no_party_to_it() -> None:
    text = (
        "Prime Minister Leni Vosa of Fiji announced on 3 May 2021 that a ceasefire had been reached "
        "between Tonga and Samoa."
    )
    assert cast(only(text)) == {"to": Role.PARTICIPANT, "ws": Role.PARTICIPANT}


def test_a_summit_meeting_is_where_it_is_held() -> None:
    event = only("On 3 May 2021, NATO concluded a summit meeting in Oslo, the capital of Norway.")
    assert event.place is not None
    assert event.place.name("en") == "Oslo"


def test_who_holds_press_conferences_makes_statements() -> None:
    event = only("The prime ministers of Fiji and Samoa held separate press conferences on 3 May 2021.")
    assert event.type == "STATEMENT"
