"""Acts told once for several dates by an ordinal alone, and acts that are told from their receiving end."""

import pytest

from tests.events.reading import events_of, only

AGAIN = [
    (
        "Un premier cycle de pourparlers s'est tenu à Oslo le 1er mai, un deuxième le 3 juin.",
        {("2021-05-01", "Oslo"), ("2021-06-03", "Oslo")},
    ),
    (
        "Une rencontre a eu lieu à Vienne le 1er mai et une autre le 3 juin à Genève.",
        {("2021-05-01", "Vienna"), ("2021-06-03", "Geneva")},
    ),
    (
        "Deux réunions se sont tenues, la première le 3 mai à Oslo, la seconde le 10 juin à Rome.",
        {("2021-05-03", "Oslo"), ("2021-06-10", "Rome")},
    ),
    (
        "Vendredi, le ministre a convoqué un ambassadeur, et samedi un autre.",
        {("2021-06-11", None), ("2021-06-12", None)},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), AGAIN)
def test_an_ordinal_alone_beside_a_date_tells_the_act_again(text, wanted):
    found = events_of(text, "fr")
    assert {(one.when.edtf, one.place.name("en") if one.place else None) for one in found} == wanted
    assert len({one.type for one in found}) == 1


def test_an_ordinal_before_a_noun_tells_something_else():
    text = "Le Chili a signé un traité avec la France lundi, et mardi une autre délégation est arrivée."
    assert {one.type for one in events_of(text, "fr")} == {"AGREE", "CONSULT"}


def test_who_gets_an_apology_is_not_the_one_who_makes_it():
    event = only("Le Costa Rica a reçu le 6 juin 2021 des excuses de la Chine.", "fr")
    assert event.type == "CONCEDE"
    assert {one.actor: one.role.value for one in event.participants} == {"cr": "target", "cn": "initiator"}


ARMS = [
    ("L'Égypte a livré des armes à la Somalie le 3 mai 2021.", "AID"),
    ("Deux avions ont déposé des armes à Mogadiscio le 3 mai 2021.", "AID"),
    ("Les rebelles ont livré leurs armes le 3 mai 2021.", "RETREAT"),
    ("Les Farc ont déposé les armes le 3 mai 2021.", "RETREAT"),
    ("Un navire saoudien a débarqué des vivres à Aden le 3 mai 2021.", "AID"),
]


@pytest.mark.parametrize(("text", "kind"), ARMS)
def test_arms_that_are_handed_over_are_not_laid_down(text, kind):
    assert only(text, "fr").type == kind


def test_what_a_decision_is_about_was_not_decided():
    text = "L'ONU a décidé le 3 mai 2021 de renforcer la surveillance des exactions."
    assert only(text, "fr").type == "STATEMENT"
    text = "La France a décidé le 3 mai 2021 de renforcer les sanctions contre la Russie."
    assert only(text, "fr").type == "SANCTION"


def test_a_state_that_elects_takes_part_beside_the_one_elected():
    event = only("Le Chili a élu le 19 décembre 2021 un nouveau président, Gabriel Boric.", "fr")
    assert {one.actor for one in event.participants} == {"cl", "gabriel-boric"}


def test_a_state_that_people_are_flown_home_through_takes_no_part():
    event = only("La France a rapatrié le 3 mai 2021 ses ressortissants par Djibouti.", "fr")
    assert {one.actor for one in event.participants} == {"fr"}


def test_who_offers_to_host_a_conference_takes_part_in_it():
    text = "Une conférence, que le Qatar et l'Iran ont proposé d'accueillir, se tiendra le 3 juillet 2021."
    assert {one.actor for one in only(text, "fr").participants} == {"qa", "ir"}


def test_an_order_by_which_something_is_done_is_no_act_of_its_own():
    event = only("Un ballon a été abattu le 3 mai 2021 sur ordre de Joe Biden.", "fr")
    assert event.type == "ASSAULT"


def test_a_pronoun_at_the_head_of_a_portrait_is_the_one_whom_the_title_names():
    text = (
        "Lakhdar Brahimi, le médiateur\n\nLa tâche était rude. Nul ne l'enviait. Tous le plaignaient. "
        "Le 3 mai 2021, il a rencontré Kofi Annan à Genève.\n"
    )
    assert {one.actor for one in only(text, "fr").participants} == {"brahimi", "annan"}


def test_two_offices_joined_by_and_are_held_by_two():
    text = (
        "Abiy Ahmed est arrivé. Le 3 mai 2021, le Premier ministre éthiopien et le président du Rwanda, "
        "Paul Kagame, ont signé un accord."
    )
    assert {one.actor for one in only(text, "fr").participants} == {"abiy", "kagame"}


def test_a_title_behind_a_given_name_belongs_to_the_name():
    event = only("Joe Biden a rencontré Hassan Cheikh Mohamoud le 3 mai 2021.", "fr")
    assert {one.actor for one in event.participants} == {"biden", "hassan-sheikh-mohamud"}


def test_the_capital_is_that_of_the_state_that_the_title_names():
    text = (
        "Soudan : le point\n\nLa France et le Soudan discutent. Le Soudan est en guerre. "
        "Des combats ont éclaté le 3 mai 2021 dans la capitale.\n"
    )
    place = only(text, "fr").place
    assert place is not None
    assert place.name("en") == "Khartoum"
