"""Who takes part in French acts: « il » before a reflexive verb, firms under sanctions, the freed."""

import pytest

from dashboard.model import Role, Status
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    "text",
    [
        "Lundi, il s'est entretenu avec Pedro Soto.",
        "Lundi, dans la ville côtière de Valparaiso, il s'est entretenu avec Pedro Soto.",
        "Il s'est réuni lundi avec Pedro Soto.",
        "Il est attendu jeudi à Lima.",
    ],
)
def test_he_of_a_verb_with_etre_is_who_was_named(text: str) -> None:
    told = events_of(f"Le ministre Jonas Berg est arrivé samedi à Santiago. {text}", "fr")
    assert "jonas-berg" in cast(told[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Il s'agit d'un accord signé lundi à Lima.",
        "Il s'est avéré lundi que la trêve était violée.",
        "Il est possible que la trêve soit signée lundi.",
    ],
)
def test_an_il_of_nobody_names_nobody(text: str) -> None:
    told = events_of(f"Le ministre Jonas Berg est arrivé samedi à Santiago. {text}", "fr")
    assert all("jonas-berg" not in cast(one) for one in told[1:])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Oslo a imposé jeudi des sanctions à deux sociétés chinoises.",
         {"no": Role.INITIATOR, "cn": Role.TARGET}),
        ("Le Pérou a obtenu lundi la libération de deux otages chiliens.",
         {"pe": Role.INITIATOR, "cl": Role.TARGET}),
        ("Le marin Pedro Soto a obtenu lundi sa libération.", {"pedro-soto": Role.TARGET}),
        ("Le Conseil de sécurité a adopté lundi, à l'initiative du Chili, une résolution.",
         {"unsc": Role.INITIATOR, "cl": Role.INITIATOR}),
    ],
)  # fmt: skip
def test_each_has_the_part_that_the_words_give(text: str, parties: dict[str, Role]) -> None:
    assert cast(only(text, "fr")) == parties


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslo a rejeté lundi l'ultimatum du Chili.", "REJECT"),
        ("Le roi a appelé lundi à la fin de la guerre au Soudan.", "DEMAND"),
        ("Le chef rebelle a appelé lundi au djihad contre le Chili.", "THREATEN"),
        ("L'armée congolaise a affronté lundi les rebelles du M23.", "ASSAULT"),
        ("Le Pérou a demandé lundi à l'ambassadeur chilien de quitter le pays.", "SANCTION"),
        ("Le Pérou a ordonné lundi l'expulsion de deux diplomates chiliens.", "SANCTION"),
        ("L'émissaire norvégien a multiplié lundi les entretiens à Khartoum.", "CONSULT"),
        ("Le ministre suédois a joint lundi son homologue turc au téléphone.", "CONSULT"),
        ("Le Pérou et le Chili ont acté lundi la fin du différend.", "AGREE"),
        ("Le Pérou a qualifié lundi les propos du Chili d'inacceptables.", "ACCUSE"),
    ],
)
def test_what_verbs_tell_with_their_objects(text: str, kind: str) -> None:
    assert only(text, "fr").type == kind


def test_a_vote_put_off_is_still_ahead_on_its_first_date() -> None:
    event = only("Les élections prévues en février 2021 ont été repoussées pour mars 2024.", "fr")
    assert (event.type, event.status, event.when.edtf) == ("ELECT", Status.PLANNED, "2021-02")
