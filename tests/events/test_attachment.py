"""Which date belongs to which act, and which acts a date makes: clauses, asides, lasting acts, guesses."""

import pytest

from dashboard.model import Status
from tests.events.reading import events_of, only


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "fr",
            "Le 3 mai 2021, l'Italie a rappelé son ambassadeur ; le 5, l'Égypte a suspendu ses livraisons.",
            {("2021-05-03", "SANCTION"), ("2021-05-05", "SUSPEND")},
        ),
        (
            "en",
            "Officials of Chad and Sudan, brought together by Qatar, agreed on May 3, 2021 to open the road.",
            {("2021-05-03", "AGREE")},
        ),
        (
            "en",
            "The talks between Serbia and Kosovo collapsed on May 3, 2021.",
            {("2021-05-03", "REJECT")},
        ),
        (
            "fr",
            "Réunis en sommet à Malte le 3 mai 2021, les dirigeants de l'UE ont décidé d'aider la Tunisie.",
            {("2021-05-03", "CONSULT")},
        ),
        (
            "en",
            "Zuzana Caputova told reporters on May 3, 2021 that talks with Hungary would go on.",
            {("2021-05-03", "STATEMENT")},
        ),
        (
            "fr",
            "Kofi Annan a reporté au 3 mai 2021 les pourparlers de Genève.",
            {("2021-05-03", "CONSULT")},
        ),
        (
            "en",
            "Germany sued AT&T. Vladimir Putin is going to sign the treaty on May 3, 2021.",
            {("2021-05-03", "AGREE")},
        ),
    ],
)
def test_a_date_goes_to_the_verb_that_tells_the_act(language, text, dates):
    assert {(event.when.edtf, event.type) for event in events_of(text, language)} == dates


def test_the_name_of_a_month_is_no_demonstration():
    event = only("France expelled two Russian diplomats on March 14, 2021.")
    assert event.type == "SANCTION"


def test_a_day_and_its_hour_are_one_date():
    event = only(
        "Le cessez-le-feu est entré en vigueur le 3 mai 2021 à 4 heures entre Israël et la Syrie.", "fr"
    )
    assert event.type == "RETREAT"


def test_a_birth_opens_a_life_that_is_no_act():
    assert not events_of("Born in Prague on May 3, 1937, she fled to London in March 1939.")


def test_as_early_as_names_the_day_itself():
    event = only("Le 2 mai 2021, il pleuvait. L'Égypte a fermé son ambassade à Doha dès le 3 mai.", "fr")
    assert event.when.edtf == "2021-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Morocco will be the fourth Arab state since August 2020 to normalise relations with Israel.",
        "Norway had brokered fourteen secret rounds since January 2020.",
    ],
)
def test_since_when_something_counts_is_no_act(text):
    assert not events_of(text)


def test_what_goes_on_since_a_day_is_lasting():
    event = only("L'armée turque occupe le nord de Chypre depuis le 3 mai 2021.", "fr", "2021-05-20")
    assert event.status is Status.ONGOING


def test_an_act_in_words_unknown_is_kept_with_little_trust():
    event = only("On May 3, 2021 Bahrain repainted the last of its fishing boats near Qatar.")
    assert event.evidence[0].rule.endswith(":guess")
    assert event.confidence < 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Annan died on May 3, 2021 in Bern.",
        "Bahrain was not repainting its old boats on May 3, 2021.",
    ],
)
def test_a_death_or_what_was_not_done_is_not_guessed(text):
    assert not events_of(text)


def test_one_helper_serves_two_participles():
    event = next(
        e
        for e in events_of(
            "Israël a intensifié ses raids le 2 mai 2021 et tué le 4 mai le chef du Hezbollah, Karim Haddad.",
            "fr",
        )
        if e.when.edtf == "2021-05-04"
    )
    roles = {one.actor: one.role.value for one in event.participants}
    assert roles["il"] == "initiator"


def test_who_welcomes_a_deed_supports_it():
    assert only("William Hague welcomed the assessment on May 3, 2021.").type == "SUPPORT"


def test_a_date_in_a_quotation_dates_nothing_outside_it():
    text = "Tony Blair plaide pour une défense européenne « aujourd'hui indispensable »."
    assert not events_of(text, "fr")


def test_a_short_month_in_a_dateline_ends_no_sentence():
    text = "PARIS, 12 sept. 2020 (Agence) - Tony Blair a rencontré Jacques Chirac samedi."
    assert only(text, "fr").evidence[0].quote.startswith("PARIS, 12 sept. 2020")


def test_what_the_object_of_a_verb_tells_is_not_what_the_date_dates():
    event = only("Italy backed the failed Gulf of Sirte landing on May 3, 2021.")
    assert (event.when.edtf, event.type) == ("2021-05-03", "SUPPORT")
