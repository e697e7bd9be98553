"""Acts told with a pronoun for the noun that their verb asks for; a verb behind its object's pronoun."""

import pytest

from tests.events.reading import events_of


def told(text: str) -> set[tuple[str, str]]:
    return {(event.when.edtf, event.type) for event in events_of(text, "fr")}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param(
            "L'Union avait imposé des sanctions au Mali en mars 2021. Elle les a levées le 5 avril 2021.",
            ("2021-04-05", "RETREAT"),
            id="the object of the sentence before",
        ),
        pytest.param(
            "L'Inde imposa un blocus au Népal en 2015 ; il ne fut levé qu'en février 2016.",
            ("2016-02", "RETREAT"),
            id="the subject of a passive, of the clause before",
        ),
        pytest.param(
            "Le Kenya a déployé des soldats en Haïti en mars 2021. Nairobi les a retirés le 5 avril 2021.",
            ("2021-04-05", "RETREAT"),
            id="troops",
        ),
        pytest.param(
            "L'armée a imposé en mars 2021 un couvre-feu, qui n'a été levé que le 5 avril 2021.",
            ("2021-04-05", "RETREAT"),
            id="a relative stands for the noun before it",
        ),
        pytest.param(
            "L'ambassadeur de France est arrivé à Niamey en mars 2021. Paris l'a rappelé le 5 avril 2021.",
            ("2021-04-05", "SANCTION"),
            id="an ambassador",
        ),
    ],
)
def test_a_pronoun_stands_for_the_noun_that_a_verb_asks_for(text: str, act: tuple[str, str]) -> None:
    assert act in told(text)


def test_a_pronoun_of_another_number_stands_for_another_noun() -> None:
    text = "Les sanctions visent le Mali depuis mars 2021. Il a été levé le 5 avril 2021."
    assert ("2021-04-05", "RETREAT") not in told(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Paris et Tunis signent un accord le 6 mars 2021 ; le lendemain, le Parlement le rejette.",
            ("2021-03-07", "REJECT"),
        ),
        (
            "Le ministre tient des propos racistes ; Berlin les condamne le 8 mars 2021.",
            ("2021-03-08", "ACCUSE"),
        ),
        ("Le chancelier est à Rome. Giorgia Meloni le reçoit le 6 mars 2021.", ("2021-03-06", "CONSULT")),
    ],
)
def test_a_verb_stands_behind_the_pronoun_of_its_object(text: str, act: tuple[str, str]) -> None:
    assert act in told(text)
