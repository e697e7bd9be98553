"""Who or what is received: guests, letters, money; and visits that were planned and did not come about."""

import pytest

from tests.events.reading import events_of, only

GUESTS = [
    ("The king received the new ambassador of Spain on 3 May 2021.", "en"),
    ("Merkel received on 3 May 2021 the Turkish leader.", "en"),
    ("The pope received Zelensky on 3 May 2021.", "en"),
    ("Lee Hsien Loong received the two separately on 3 May 2021.", "en"),
    ("Le roi a reçu le nouvel ambassadeur le 3 mai 2021.", "fr"),
    ("Emmanuel Macron l'a reçu le 3 mai 2021 à Paris.", "fr"),
    ("Angela Merkel a accueilli Vladimir Poutine à Berlin le 3 mai 2021.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), GUESTS)
def test_a_guest_who_is_received_is_met(text, language):
    assert only(text, language).type == "CONSULT"


THINGS = [
    ("The ministry received the reports on 3 May 2021.", "en"),
    ("Iran received guarantees from Europe on 3 May 2021.", "en"),
    ("Biden received an award from Duda on 3 May 2021.", "en"),
    ("The court received the complaint on 3 May 2021.", "en"),
    ("The rebels received weapons from Sudan on 3 May 2021.", "en"),
    ("Les rebelles ont reçu des armes du Soudan le 3 mai 2021.", "fr"),
    ("L'opposition a reçu 40 % des voix le 3 mai 2021.", "fr"),
    ("Angela Merkel a accueilli la nouvelle avec joie le 3 mai 2021.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), THINGS)
def test_a_thing_that_is_received_is_no_meeting(text, language):
    assert "CONSULT" not in {event.type for event in events_of(text, language)}


MONEY = [
    ("Portugal pledged 15 million euros to Mozambique on 3 May 2021.", "en", "pt", "mz"),
    ("The EU granted Moldova 1.5 billion euros on 3 May 2021.", "en", "eu", "md"),
    ("Ukraine received 1.5 billion euros from the EU on 3 May 2021.", "en", "eu", "ua"),
    ("Qatar donated 50 trucks to Lebanon on 3 May 2021.", "en", "qa", "lb"),
    ("La France a accordé 20 millions d'euros au Liban le 3 mai 2021.", "fr", "fr", "lb"),
    ("L'Ukraine a reçu 1,5 milliard d'euros de l'UE le 3 mai 2021.", "fr", "eu", "ua"),
    ("Le FMI a approuvé le 3 mai 2021 un prêt de 3 milliards de dollars au Pakistan.", "fr", "imf", "pk"),
]


@pytest.mark.parametrize(("text", "language", "giver", "taker"), MONEY)
def test_who_gives_money_acts_and_who_gets_it_is_its_target(text, language, giver, taker):
    event = only(text, language)
    assert event.type == "AID"
    assert {one.actor: one.role.value for one in event.participants} == {giver: "initiator", taker: "target"}


CALLED_OFF = [
    ("Joe Biden had been due to visit Paris on 3 May 2021, but called off the trip.", "en", "denied"),
    ("Joe Biden had been expected in Paris on 3 May 2021, but the trip was postponed.", "en", "planned"),
    ("Joe Biden was expected in Paris on 3 May 2021, but cancelled.", "en", "denied"),
    ("Joe Biden était attendu à Paris le 3 mai 2021, mais la visite a été reportée.", "fr", "planned"),
    ("Le sommet initialement prévu le 3 mai 2021 a été annulé.", "fr", "denied"),
]


@pytest.mark.parametrize(("text", "language", "status"), CALLED_OFF)
def test_a_visit_that_was_only_expected_did_not_happen_where_it_is_called_off(text, language, status):
    assert only(text, language).status.value == status
