"""Deeds that French news tells through a saying: « a annoncé mardi avoir expulsé », « , a annoncé X »."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, only

DONE = {"pe": Role.INITIATOR, "cl": Role.TARGET}


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a annoncé mardi avoir expulsé trois diplomates chiliens.",
        "Le Pérou a déclaré mardi qu'il avait expulsé trois diplomates chiliens.",
        "Le ministre péruvien Luis Vega a dit mardi que le Pérou avait expulsé trois diplomates chiliens.",
        "Le Pérou a expulsé trois diplomates chiliens, a annoncé mardi le ministre péruvien de l'Intérieur.",
    ],
)
def test_what_one_says_to_have_done_is_done_on_the_day(text: str) -> None:
    event = only(text, "fr")
    assert (event.type, event.when.edtf, cast(event)) == ("SANCTION", "2021-06-15", DONE)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Mardi, le ministre péruvien Luis Vega a annoncé que le Pérou romprait avec le Chili.",
         {"luis-vega", "pe"}),
        ("Mardi, Washington a annoncé que le Pérou enverrait des troupes au Mali.", {"pe"}),
    ],
)  # fmt: skip
def test_who_is_named_as_the_doer_of_what_is_announced_acts(text: str, doers: set[str]) -> None:
    found = cast(only(text, "fr"))
    assert {one for one, role in found.items() if role is Role.INITIATOR} == doers


def test_a_passive_deed_is_its_announcers() -> None:
    event = only("Deux attachés chiliens ont été expulsés, a indiqué lundi le ministre Luis Vega.", "fr")
    assert (event.type, cast(event)) == ("SANCTION", {"luis-vega": Role.INITIATOR, "cl": Role.TARGET})


@pytest.mark.parametrize(
    "text",
    [
        "Washington a annoncé mardi que le Pérou avait expulsé trois diplomates chiliens.",
        "Le Pérou a affirmé mardi que le traité éloignait le Chili.",
        "Le consul se nourrit de conserves, a affirmé mardi le ministre Luis Vega.",
    ],
)
def test_what_is_anothers_or_goes_on_is_only_said(text: str) -> None:
    assert only(text, "fr").type == "STATEMENT"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("La Norvège a, lundi 7 juin, expulsé deux diplomates russes.",
         {"no": Role.INITIATOR, "ru": Role.TARGET}),
        ("Deux diplomates russes ont été, lundi 7 juin, expulsés par la Norvège.",
         {"no": Role.INITIATOR, "ru": Role.TARGET}),
        ("Le ministre norvégien a, dans un communiqué publié lundi, condamné la Russie.",
         {"no": Role.INITIATOR, "ru": Role.TARGET}),
    ],
)  # fmt: skip
def test_what_commas_set_apart_from_a_helper_hides_nobody(text: str, parties: dict[str, Role]) -> None:
    assert cast(only(text, "fr")) == parties


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("La ministre norvégienne a condamné la répression de la marche (six morts le 31 mai).",
         ("ASSAULT", {})),
        ("La Norvège a rejoint le groupe (créé le 3 mai 2019 à Lima).", ("AGREE", {})),
        ("La Norvège et le Chili ont signé un accord (le 3 mai 2019).",
         ("AGREE", {"no": Role.PARTICIPANT, "cl": Role.PARTICIPANT})),
    ],
)  # fmt: skip
def test_a_date_in_brackets_is_of_what_they_tell(text: str, told: tuple[str, dict[str, Role]]) -> None:
    event = only(text, "fr")
    assert (event.type, cast(event)) == told
