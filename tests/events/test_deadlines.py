"""Acts that are to be done by the end of a time are told as planned in it; wishes and orders are not."""

import pytest

from tests.events.reading import events_of, only

PLANNED = [
    ("en", "Lavrov is to visit Paris before the end of the month.", "CONSULT", "2021-06"),
    ("en", "A roadmap could be signed before the end of July 2021, Saudi officials say.", "AGREE", "2021-07"),
    ("fr", "Le chef de l'AIEA est attendu à Téhéran avant la fin du mois.", "CONSULT", "2021-06"),
    (
        "fr",
        "Un Premier ministre devrait être nommé d'ici à la fin de la semaine, selon une source.",
        "APPOINT",
        "2021-06-14/2021-06-20",
    ),
]
ASKED = [
    ("en", "The rebels must hand in 840 weapons by the end of the year."),
    ("en", "The treaty must be ratified by 5 May 2025."),
    ("fr", "Le ministre a souhaité rencontrer Emmanuel Macron avant la fin du mois."),
    ("fr", "Ils ont jusqu'au 31 juillet 2021 pour reconduire les sanctions."),
]


@pytest.mark.parametrize(("language", "text", "kind", "when"), PLANNED)
def test_what_is_planned_by_the_end_of_a_time_is_planned_in_it(language, text, kind, when):
    event = only(text, language)
    assert (event.type, event.when.edtf) == (kind, when)
    assert event.status.value in ("planned", "hypothetical")


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_what_is_only_asked_for_by_then_is_no_event_of_it(language, text):
    assert [one for one in events_of(text, language) if one.type in ("RETREAT", "AGREE", "CONSULT")] == []


def test_an_end_that_is_over_dates_nothing_planned():
    assert events_of("Lavrov was to visit Paris before the end of March 2020.") == ()
