"""Plain sentences of news agencies in which the act, its date and its parties stand apart."""

import pytest

from tests.events.reading import events_of, only


def told(text, language="en"):
    event = only(text, language)
    return event.type, {one.actor: one.role.value for one in event.participants}


PAPERS = [
    ("In a statement issued on 3 May 2021, Iran condemned the arrest of the envoy.", "ACCUSE", "ir"),
    ("In a speech delivered on 3 May 2021, Joe Biden accused Moscow of spying.", "ACCUSE", "biden ru"),
    ("In a decree signed on 3 May 2021, Vladimir Putin banned goods from Norway.", "SANCTION", "putin no"),
    ("At a press conference on 3 May 2021, Joe Biden announced sanctions on Iran.", "SANCTION", "biden ir"),
    ("In an interview published on 3 May 2021, Joe Biden said that he slept well.", "STATEMENT", "biden"),
    ("Dans un communiqué publié le 3 mai 2021, l'Iran a condamné l'arrestation.", "ACCUSE", "ir"),
    ("Dans une lettre à Moscou envoyée le 3 mai 2021, Joe Biden a réclamé la paix.", "DEMAND", "biden ru"),
    (
        "Par un décret signé le 3 mai 2021, Poutine interdit les importations de Norvège.",
        "SANCTION",
        "putin no",
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), PAPERS)
def test_the_act_that_a_paper_or_a_speech_carries_takes_its_date(text, kind, who):
    found, parties = told(text, "fr" if text.startswith(("Dans", "Par")) else "en")
    assert found == kind
    assert set(parties) == set(who.split())


def test_a_capital_behind_the_verb_of_a_person_is_its_object_and_no_apposition():
    _, parties = told("On 3 May 2021, Joe Biden accused Moscow of spying.")
    assert parties == {"biden": "initiator", "ru": "target"}


def test_who_declares_something_before_a_vote_does_not_take_part_in_it():
    text = "On the eve of the Italian elections in April 1948, Washington declared that Trieste was Italian."
    found, parties = told(text)
    assert (found, parties) == ("ELECT", {"it": "concerned"})


def test_a_date_of_publication_within_a_sentence_dates_what_is_told_there():
    events = events_of("Israel rejected the report published on 3 May 2021. Iran protested on 4 May 2021.")
    assert {event.when.edtf for event in events} == {"2021-05-03", "2021-05-04"}
