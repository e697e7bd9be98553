"""Which act of a French sentence a date is of, and whether that act was done."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of, only


def test_a_background_is_not_what_a_date_in_front_dates() -> None:
    text = "Le 24 mai, sur fond de guerre et d'assassinats, la Norvège rappelle son ambassadeur à Ankara."
    event = only(text, "fr")
    assert (event.type, cast(event)) == ("SANCTION", {"no": Role.INITIATOR, "tr": Role.TARGET})


def test_a_date_set_into_a_phrase_is_of_its_noun() -> None:
    event = only("Ce geste fait suite à la visite à Oslo, les 17 et 18 mai, de M. Pedro Soto.", "fr")
    assert event.when.edtf == "2021-05-17/2021-05-18"
    assert cast(event) == {"pedro-soto": Role.INITIATOR}


def test_a_date_in_front_of_the_comma_is_of_what_was_before() -> None:
    event = only("Après l'assassinat de Jan Novak à Oslo le 2 mai, la Suède gela ses ventes d'armes.", "fr")
    assert (event.type, cast(event)) == ("ASSAULT", {"jan-novak": Role.TARGET})


def test_the_year_of_a_thing_is_not_of_the_act_about_it() -> None:
    assert events_of("La Norvège a dénoncé le barrage construit en 2014.", "fr") == ()


def test_a_besieged_place_is_no_siege_of_that_day() -> None:
    text = "L'Otan a pu évacuer 500 civils du port assiégé de Marioupol la semaine dernière."
    assert [event.type for event in events_of(text, "fr")] == ["AID"]


def test_these_accords_are_no_new_ones() -> None:
    text = "Le ministre a déclaré : « J'apporte ce matin ces accords avec le Pérou et le Chili. »"
    assert events_of(text, "fr") == ()


def test_a_wish_that_is_told_is_no_deed() -> None:
    event = only("Pedro Soto a annoncé mercredi son souhait de retirer les soldats du Mali.", "fr")
    assert event.type == "STATEMENT"


def test_a_truce_begun_on_a_day_is_of_that_day() -> None:
    text = "La trêve fragile entamée dimanche doit empêcher Oslo de s'immiscer dans les affaires libyennes."
    event = only(text, "fr")
    assert (event.type, event.when.edtf) == ("RETREAT", "2021-06-13")


def test_a_treaty_that_is_gone_by_is_not_told() -> None:
    text = "La Norvège agira conformément à la Convention de Vienne sur les consuls de 1963."
    assert events_of(text, "fr") == ()


def test_a_date_between_a_noun_and_its_of_is_of_that_noun() -> None:
    event = only("L'OEA n'a pas reconnu la réélection en mai de Pedro Soto pour un quatrième mandat.", "fr")
    assert (event.type, event.status.value, set(cast(event))) == ("ELECT", "happened", {"pedro-soto"})


def test_the_eve_of_a_summit_is_no_summit() -> None:
    event = only("À la veille du G7 vendredi, Lars Holm avait rencontré Adam Koné.", "fr")
    assert set(cast(event)) == {"lars-holm", "adam-kone"}


def test_a_day_in_what_is_said_is_not_when_it_was_said() -> None:
    text = "Le ministre Lars Holm verra Adam Koné mercredi, puis Pedro Soto jeudi, a ajouté la même source."
    assert [(event.type, event.when.edtf) for event in events_of(text, "fr")] == [("CONSULT", "2021-06-16")]


def test_the_year_since_when_is_of_what_happened_then() -> None:
    text = "Le Pakistan revendique cette région depuis la partition avec l'Inde en 1947."
    assert events_of(text, "fr") == ()


def test_barring_a_last_change_a_plan_is_planned() -> None:
    text = "Sauf changement de dernière minute, la Norvège et le Mali doivent signer mercredi un accord."
    assert only(text, "fr").status.value == "planned"


def test_what_was_put_off_is_still_planned() -> None:
    text = "Oslo regrette le report d'une réunion qui devait se tenir le 15 décembre 2020 à Luanda."
    assert [event.status.value for event in events_of(text, "fr") if event.type == "CONSULT"] == ["planned"]


def test_an_anniversary_does_not_date_what_it_is_of() -> None:
    text = "Lars Holm n'a pas dormi après la célébration vendredi du 47e anniversaire d'indépendance du pays."
    assert events_of(text, "fr") == ()


def test_a_verb_far_behind_the_month_that_opens_its_sentence_says_which_year_it_is_of():
    text = (
        "En septembre, devant l'Assemblée générale des Nations unies, le Premier ministre malien Abdoulaye "
        "Maïga a accusé l'Algérie."
    )
    assert only(text, "fr", "2025-04-10").when.edtf == "2024-09"


def test_an_evening_is_of_the_day_told_and_not_of_what_came_before_it():
    events = events_of(
        "Le Mali a rappelé dimanche son ambassadeur à Alger après la perte, dans la nuit du 31 mars au "
        "1er avril, d'un drone. Le Niger a rappelé le sien dans la soirée.",
        "fr",
        "2025-04-10",
    )
    assert {event.when.edtf[:10] for event in events} == {"2025-04-06"}


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        (
            "Trois jours après l'attentat du 20 mai 1983 à Pretoria, l'armée a bombardé Matola.",
            "fr", {"1983-05-20", "1983-05-23"},
        ),
        (
            "Le 15 décembre 1995, l'Érythrée ouvre le feu, et deux jours après la garnison capitule.",
            "fr", {"1995-12-15", "1995-12-17"},
        ),
        (
            "L'Éthiopie a bombardé Asmara le 8 mai 1998, deux jours après que l'Érythrée eut attaqué Badmé.",
            "fr", {"1998-05-06", "1998-05-08"},
        ),
        (
            "Two days after the attack of 6 May 1998, Ethiopia bombed Asmara.",
            "en", {"1998-05-06", "1998-05-08"},
        ),
        (
            "Ethiopia bombed Asmara on 8 May 1998, two days after Eritrea attacked Badme.",
            "en", {"1998-05-06", "1998-05-08"},
        ),
    ],
)  # fmt: skip
def test_a_count_with_after_goes_on_from_a_dated_act_and_back_to_one_that_has_no_date(text, lang, told):
    assert {event.when.edtf for event in events_of(text, lang)} == told


def test_this_january_is_the_teller_s_and_not_of_the_story():
    events = events_of(
        "Talks began in 1997 and a truce was signed in 1998; they met in 1999. Iran and Iraq signed an "
        "accord only this January.",
        "en",
        "2001-09-01",
    )
    assert "2001-01" in {event.when.edtf for event in events}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "La Libye subit l'embargo aérien imposé depuis avril 1992 par l'ONU.",
            {("1992-04", "SANCTION")},
        ),
        (
            "Les ministres du G7, qui siégeaient depuis le 4 mai 2021 à Londres, ont accueilli l'Inde.",
            {("2021-05-04", "CONSULT")},
        ),
        ("L'armée occupe la ville depuis le 4 mai 2021.", set()),
    ],
)
def test_what_is_so_since_a_day_was_done_on_it(text: str, told: set[tuple[str, str]]) -> None:
    assert {(event.when.edtf, event.type) for event in events_of(text, "fr")} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Le Pérou a rappelé son ambassadeur le 4 mars 2021, suivi deux jours plus tard par le Chili.",
            [("2021-03-04", "SANCTION"), ("2021-03-06", "SANCTION")],
        ),
        (
            "L'Iran expulse deux diplomates le 2 mars 2021 ; Canberra lui rend la pareille le 4 mars 2021.",
            [("2021-03-02", "SANCTION"), ("2021-03-04", "SANCTION")],
        ),
        (
            "L'accord céréalier a été prolongé le 3 mars 2021 jusqu'au 30 juin.",
            [("2021-03-03", "AGREE")],
        ),
    ],
)
def test_who_did_the_same_later_did_it_then(text: str, told: list[tuple[str, str]]) -> None:
    assert [(event.when.edtf, event.type) for event in events_of(text, "fr")] == told


def test_what_filled_a_time_that_is_over_is_not_dated_by_its_end():
    assert events_of("Un touriste français est rentré mardi d'Iran après deux ans de détention.", "fr") == ()
