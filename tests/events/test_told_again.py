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


def test_what_came_of_an_act_does_not_deny_it():
    event = only("Les négociations menées le 3 mai 2021 à Rome n'ont pas permis d'aboutir.", "fr")
    assert event.status == "happened"
    assert only("La rencontre prévue le 3 mai 2021 n'a pas eu lieu.", "fr").status == "denied"


def test_a_participle_with_its_own_agent_is_not_done_by_the_subject_of_the_sentence():
    events = events_of("L'Islande a salué mardi l'accord signé lundi par la France et l'Italie.", "fr")
    parties = {event.type: {one.actor for one in event.participants} for event in events}
    assert parties == {"AGREE": {"fr", "it"}, "SUPPORT": {"is"}}


def test_who_led_the_attack_that_is_condemned_is_whom_it_is_against():
    event = only("L'Iran a dénoncé le 3 mai 2021 une attaque menée par Israël.", "fr")
    assert {one.actor: one.role.value for one in event.participants} == {"ir": "initiator", "il": "target"}


def test_a_capital_without_its_accent_opens_a_phrase_of_place():
    event = only("A Washington, la France et l'Italie ont signé un accord le 3 mai 2021.", "fr")
    assert {one.actor for one in event.participants} == {"fr", "it"}
    assert event.place is not None
    assert event.place.name("en") == "Washington"


def test_a_seat_that_only_tells_an_office_is_not_where_it_was():
    text = "Le secrétaire au Foreign Office, Robin Cook, a rencontré Hubert Védrine à Oslo le 3 mai 2021."
    place = only(text, "fr").place
    assert place is not None
    assert place.name("en") == "Oslo"
    assert only("Robin Cook a rencontré Hubert Védrine au Foreign Office le 3 mai 2021.", "fr").place.id


def test_who_gets_out_of_a_helicopter_shoots_nothing_down():
    assert only("Boris Johnson est descendu de son hélicoptère à Rome le 3 mai 2021.", "fr").type == "CONSULT"
    assert only("Un hélicoptère russe a été descendu le 3 mai 2021.", "fr").type == "ASSAULT"


def test_ships_that_leave_waters_withdraw_and_letting_know_is_a_statement():
    assert only("Les navires britanniques ont quitté la zone le 3 mai 2021.", "fr").type == "RETREAT"
    text = "Le ministre russe, Sergueï Lavrov, a fait savoir le 3 mai 2021 qu'il suivait l'affaire."
    assert only(text, "fr").type == "STATEMENT"
