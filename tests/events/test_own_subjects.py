"""Clauses whose own subject has no name take nobody of the clauses around them."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of


def told(text, lang, kind):
    return next(event for event in events_of(text, lang) if event.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        pytest.param(
            "Bill Clinton ordered six ships to Haiti on 15 May 2021, a day after gunmen murdered a minister.",
            "ASSAULT", {}, id="a bare plural in a clause that is counted from",
        ),
        pytest.param(
            "Arab leaders met in Niamey on 9 February 2021, and three days later the security forces killed "
            "three marchers.",
            "ASSAULT", {}, id="forces of no state named",
        ),
        pytest.param(
            "Israel recalled its envoy on 9 February 2021, and three days later its soldiers shot three men.",
            "ASSAULT", {"il": Role.INITIATOR}, id="its soldiers are the state's",
        ),
        pytest.param(
            "The Security Council lifted the embargo on 27 August 2020, and a day later Robert Malval was "
            "sworn in.",
            "APPOINT", {"robert-malval": Role.CONCERNED}, id="who suffers is told: nobody is added",
        ),
        pytest.param(
            "Antoine Izmery had been dragged out of a church and killed on 11 May 2020.",
            "ASSAULT", {"antoine-izmery": Role.TARGET}, id="what is done goes on behind 'and'",
        ),
    ],
)  # fmt: skip
def test_who_acts_is_not_taken_from_another_clause(text, kind, people):
    assert cast(told(text, "en", kind)) == people


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Thousands rallied in Berlin on 21 May 2021 for Ukraine.", "en"),
        ("Des milliers de personnes ont manifesté à Berlin le 21 mai 2021 en faveur de l'Ukraine.", "fr"),
    ],
)
def test_a_march_for_somebody_is_not_told_as_one_against_them(text, lang):
    event = told(text, lang, "PROTEST")
    assert cast(event) == {"ua": Role.CONCERNED}
    assert (event.titles["en"], event.titles["fr"]) == ("Protests in Berlin", "Manifestations à Berlin")


def test_who_breaks_into_an_embassy_acts_on_its_state():
    text = "L'irruption de la police dans l'ambassade du Mexique à Quito, le 5 avril 2020, a fait scandale."
    assert cast(told(text, "fr", "ASSAULT")) == {"mx": Role.TARGET}


@pytest.mark.parametrize(
    ("text", "lang", "people"),
    [
        ("Assimi Goita denounced the peace deal signed in Algiers in 2015.", "en", set()),
        ("Assimi Goita praised the accord signed in Algiers in 2015.", "en", set()),
        ("Le colonel Assimi Goïta dénonçait l'accord de paix signé à Alger en 2015.", "fr", set()),
        ("John Kerry and Sergei Lavrov reached a deal signed in Geneva in 2015.", "en", {"kerry", "lavrov"}),
    ],
)
def test_who_only_speaks_of_a_text_has_not_signed_it(text, lang, people):
    assert set(cast(told(text, lang, "AGREE"))) == people
