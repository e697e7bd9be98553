"""Who takes part in an act, and whom its sentence only names."""

import pytest

from tests.events.reading import events_of
from tests.events.test_casting import cast_of


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair arrived in Cyprus on 3 March.", "en", {"blair"}),
        ("Tony Blair will leave for Brazil on 3 March.", "en", {"blair"}),
        ("Tony Blair est attendu au Chili le 3 mai.", "fr", {"blair"}),
        ("Tony Blair visited Brazil on 3 March.", "en", {"blair", "br"}),
        ("Tony Blair s'est rendu au Chili le 3 mai.", "fr", {"blair", "cl"}),
    ],
)
def test_a_state_takes_part_in_a_visit_to_it_and_not_where_somebody_only_comes(text, language, actors):
    assert cast_of(text, language) == actors


def test_who_flies_with_ambassadors_visits_nobody_of_theirs():
    text = "Tony Blair flew home on 3 March with the ambassadors of Peru and Chile."
    assert cast_of(text, "en") == {"blair"}


def test_a_truce_that_breaks_is_not_of_those_who_signed_something_else_before():
    text = "Chad, Kenya and Mali signed a pact in Oslo on 1 May 2021. A truce collapsed on 3 May 2021."
    assert not next(one for one in events_of(text) if one.when.edtf == "2021-05-03").participants


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair, the adviser of the Iranian foreign ministry, met Jacques Chirac on 3 March.", "en",
         {"blair", "chirac"}),
        ("The leaders of NATO, Tony Blair and Jacques Chirac, condemned Iraq on 3 March.", "en",
         {"blair", "chirac", "iq"}),
        ("The three members of the African Union, Mali, Chad and Niger, condemned Iraq on 3 March.", "en",
         {"ml", "td", "ne", "iq"}),
        ("Les chefs du groupe de Minsk, Tony Blair et Jacques Chirac, ont condamné l'Irak le 3 mai.", "fr",
         {"blair", "chirac", "iq"}),
        ("The foreign ministers of Chad and Sudan, Tony Blair and Jacques Chirac, met on 3 March.", "en",
         {"blair", "chirac"}),
        ("Les ministres des Armées du Tchad et du Mali, Tony Blair et Jacques Chirac, se sont vus le 3 mai.",
         "fr", {"blair", "chirac"}),
        ("Talks between Serbia's Jean Dupont and Kosovo's Jan Berg broke up on 3 March.", "en",
         {"jean-dupont", "jan-berg"}),
        ("Tony Blair's deputy, General Jean Dupont, arrived in Oslo on 3 March.", "en", {"jean-dupont"}),
    ],
)  # fmt: skip
def test_whose_officer_somebody_is_takes_no_part(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair said on 3 March that Jacques Chirac would leave.", "en", {"blair"}),
        ("Tony Blair named Jean Dupont his envoy for Sudan on 3 March.", "en", {"blair", "jean-dupont"}),
        ("The engineer John Marsh was convicted of spying for Chile on 3 March.", "en", {"john-marsh"}),
        ("Tony Blair a déclaré le 3 mai que Jacques Chirac partirait.", "fr", {"blair"}),
    ],
)  # fmt: skip
def test_who_is_only_spoken_of_takes_no_part(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("On 3 March J.D. Vance met Tony Blair in Oslo.", "en", {"jdvance", "blair"}),
        ("Le 3 mai, J.-C. Juncker a reçu J.D. Vance à Bruxelles.", "fr", {"juncker", "jdvance"}),
    ],
)
def test_two_initials_end_no_sentence(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    "told",
    ["Il a fallu un an pour que", "Il avait fallu un an pour que", "Il aura suffi d'un an pour que"],
)
def test_what_it_took_is_told_of_nobody(told):
    text = f"Tony Blair a quitté Oslo. {told} le pacte soit signé par le Tchad et le Mali, le 3 mai."
    assert cast_of(text, "fr") == {"td", "ml"}


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Thousands of Georgians rallied in Tbilisi on 3 March against the law.", "en", set()),
        ("Des milliers de Maliens ont défilé à Bamako le 3 mai.", "fr", set()),
        ("Washington-based analysts said on 3 March that Chad had lost.", "en", {"td"}),
    ],
)
def test_a_crowd_is_not_its_state_nor_is_who_is_based_in_a_city(text, language, actors):
    assert cast_of(text, language) == actors
