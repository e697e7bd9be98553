"""Who appoints, dismisses, replaces or resigns, and what their titles say."""

import pytest

from tests.events.reading import only


@pytest.mark.parametrize(
    ("text", "language", "parties", "title"),
    [
        (
            "Macron appointed Michel Barnier prime minister on 3 May 2021.",
            "en",
            {"macron": "initiator", "barnier": "target"},
            "Appointment of Barnier by Macron",
        ),
        (
            "Benjamin Netanyahou a limogé son ministre de la Défense, Yoav Gallant, le 3 mai 2021.",
            "fr",
            {"netanyahu": "initiator", "yoav-gallant": "target"},
            "Limogeage de Gallant par Netanyahou",
        ),
        (
            "Marco Rubio's appointment on 3 May 2021 pleased Israel.",
            "en",
            {"rubio": "target"},
            "Appointment of Rubio",
        ),
    ],
)
def test_who_appoints_or_dismisses_acts_and_the_title_says_whom(text, language, parties, title):
    event = only(text, language)
    assert {one.actor: one.role.value for one in event.participants} == parties
    assert event.title(language) == title


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        (
            "Sergei Shoigu was replaced by Andrei Belousov on 3 May 2021.",
            "en",
            "Replacement of Shoigu by Belousov",
        ),
        (
            "Vladimir Poutine a remplacé Sergueï Choïgou par Andreï Belooussov le 3 mai 2021.",
            "fr",
            "Remplacement de Choïgou par Poutine",
        ),
        ("Yoav Gallant resigned on 3 May 2021.", "en", "Gallant departure"),
    ],
)
def test_the_title_of_a_change_in_office_does_not_take_one_for_the_other(text, language, title):
    assert only(text, language).title(language) == title
