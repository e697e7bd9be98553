"""Which act French words tell, and who does it, where another verb or name stands in between."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L'Union européenne a décidé mardi de lever ses sanctions contre le Pérou.", "RETREAT"),
        ("L'Union européenne a décidé mardi des sanctions contre le Pérou.", "SANCTION"),
        ("Sa visite fait suite à l'accord conclu mardi entre Lima et Santiago.", "AGREE"),
        ("La visite du roi au Pérou a été conclue mardi.", "CONSULT"),
    ],
)
def test_the_object_of_another_verb_is_not_this_ones(text: str, kind: str) -> None:
    assert only(text, "fr").type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L'armée péruvienne mènera à partir du 15 septembre des manœuvres avec le Chili.", "EXERCISE"),
        ("L'armée péruvienne mènera dès le 15 septembre des manoeuvres avec le Chili.", "EXERCISE"),
        ("La Cour suprême du Pérou a jugé mardi que l'île revenait au Chili.", "STATEMENT"),
        ("Un tribunal péruvien a jugé mardi un espion chilien.", "COERCE"),
        ("Le président Pedro Soto a retiré mardi son pays de la Cour pénale internationale.", "SUSPEND"),
        ("Le président Pedro Soto a retiré mardi son projet.", "CONCEDE"),
        ("Lima a saisi mardi la Cour internationale de justice.", "ACCUSE"),
        ("Lima a saisi mardi le Conseil de sécurité.", "DEMAND"),
        ("Lima a sommé mardi l'attaché militaire chilien de plier bagage.", "SANCTION"),
        ("Lima a sommé mardi Santiago de retirer ses troupes.", "DEMAND"),
        ("L'otage péruvien Pedro Soto a atterri mardi à Lima.", "RETREAT"),
        ("Le ministre péruvien Pedro Soto a atterri mardi à Santiago.", "CONSULT"),
        ("Jeudi, le Pérou a prévenu de la tenue d'un sommet.", "STATEMENT"),
        ("Jeudi, le Pérou a prévenu le Chili.", "THREATEN"),
        ("Les livraisons du Pérou ont été suspendues mardi en raison d'une offensive.", "SUSPEND"),
        ("Le Pérou a suspendu mardi son offensive au Chili.", "RETREAT"),
        ("Le Pérou a remis mardi une note de protestation à l'ambassadeur du Chili.", "ACCUSE"),
        ("Le Pérou s'est dit mardi solidaire du Chili.", "SUPPORT"),
        ("Le Pérou a écarté mardi toute médiation du Chili.", "REJECT"),
        ("Le Pérou s'est dérobé mardi à la rencontre avec le Chili.", "REJECT"),
        ("Les pourparlers entre le Chili et le Pérou se sont enlisés mardi.", "REJECT"),
        ("Le Pérou a rendu mardi sa liberté au pêcheur chilien.", "RETREAT"),
        ("Le Pérou a dépêché mardi une équipe de secouristes au Chili.", "AID"),
    ],
)
def test_french_words_tell_their_act(text: str, kind: str) -> None:
    assert only(text, "fr").type == kind


def test_who_goes_somewhere_for_a_visit_visits_those_there() -> None:
    event = only("Le président du Chili s'est rendu mardi au Pérou pour une visite d'État.", "fr")
    assert (event.type, event.titles["fr"].split()[0]) == ("CONSULT", "Visite")


def test_talks_that_two_had_are_dated_by_the_clause_that_says_so() -> None:
    event = only("La décision découle d'un entretien qu'ont eu mardi Pedro Soto et Luis Vega.", "fr")
    assert (event.type, event.when.edtf) == ("CONSULT", "2021-06-15")
    assert not events_of("L'entretien qu'a salué Pedro Soto fut bref.", "fr")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("L'épouse de Pedro Soto, Ana Vega, a dit mardi que Lima mentait.", {"ana-vega"}),
        ("Le porte-parole de Vladimir Poutine, Pedro Soto, a déclaré mardi que Lima mentait.",
         {"pedro-soto"}),
        ("Les épouses de Pedro Soto et de Luis Vega ont dit mardi que Lima mentait.",
         {"pedro-soto", "luis-vega"}),
    ],
)  # fmt: skip
def test_whose_somebody_is_does_not_speak(text: str, speakers: set[str]) -> None:
    found = cast(only(text, "fr"))
    assert {one for one, role in found.items() if role is Role.SPEAKER} == speakers


def test_an_adjective_in_ant_tells_no_act() -> None:
    assert not events_of("Le rôle du Chili sera important mardi.", "fr")
    assert not events_of("Le Chili vivra mardi un jour éclatant.", "fr")


def test_who_had_talks_takes_part_in_them_rather_than_visits() -> None:
    text = (
        "Le président chilien Pedro Soto, en visite en France, a eu mardi 27 janvier à l'Elysée un deuxième "
        "entretien avec son homologue Luis Vega."
    )
    assert cast(only(text, "fr"))["pedro-soto"] is Role.PARTICIPANT


@pytest.mark.parametrize(
    "text",
    [
        "Mardi, de Gaulle a rencontré Pedro Soto à Lima.",
        "Mardi, rencontre entre Pedro Soto et de Gaulle à Lima.",
    ],
)
def test_a_surname_with_a_small_particle_is_a_name_within_a_sentence(text: str) -> None:
    assert "de-gaulle" in cast(only(text, "fr"))


def test_whom_a_statement_is_about_is_not_who_is_met_where_it_was_made() -> None:
    text = "« Le Pérou refuse », a déclaré mardi Pedro Soto à Paris, où il doit rencontrer jeudi Joe Biden."
    said = next(one for one in events_of(text, "fr") if one.type != "CONSULT")
    assert "biden" not in cast(said)


def test_works_are_inaugurated_together_where_they_stand() -> None:
    event = only("Vladimir Poutine a inauguré le pont de Crimée le 15 mai 2018.", "fr")
    assert event.type == "COOPERATE"
    assert event.place is not None
    assert event.place.id == "crimean-bridge"


def test_whose_border_it_happened_on_suffers_nothing() -> None:
    event = only("Un avion turc a abattu un avion russe à la frontière syrienne le 24 novembre 2015.", "fr")
    assert cast(event) == {"tr": Role.INITIATOR, "ru": Role.TARGET}


def test_a_chief_of_staff_is_no_president() -> None:
    text = (
        "Le chef d'état-major russe Valéri Guérassimov a vu lundi son homologue turc Hulusi Akar. "
        "Recep Tayyip Erdogan a écrit mardi à Vladimir Poutine. Mercredi, les deux présidents se sont parlé."
    )
    event = max(events_of(text, "fr", "2017-03-10"), key=lambda one: one.when.edtf)
    assert set(cast(event)) == {"erdogan", "putin"}
