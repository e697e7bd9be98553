"""Names of people that are also words of the calendar date nothing."""

from datetime import date

import pytest

from dashboard.dates import find_expressions
from tests.dates.articles import article_of

_PUBLISHED = date(2025, 11, 21)


def _found(text, language):
    found = find_expressions(article_of(text, language, _PUBLISHED))
    return [(one.text, one.when.edtf) for one in found if one.when]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jean-Noël Barrot a rencontré son homologue à Berlin.", "fr"),
        ("Le député Noël Mamère a rencontré les syndicats.", "fr"),
        ("Noël Le Graët a signé l'accord.", "fr"),
        ("Toussaint Louverture a signé l'accord.", "fr"),
        ("Bernard Noël a signé l'appel.", "fr"),
        ("M. Toussaint a signé l'appel.", "fr"),
        ("Jean-Noël a signé l'accord.", "fr"),
        ("L'ex-ministre Jean-Avril Diallo a parlé.", "fr"),
        ("Jean-Mars Diallo a parlé.", "fr"),
        ("Aimé-Mercredi Diallo a parlé.", "fr"),
        ("Avril Haines a rencontré le ministre.", "fr"),
        ("Theresa May a parlé à Berlin.", "fr"),
        ("Avril Haines met the minister.", "en"),
        ("April Glaspie met Saddam Hussein.", "en"),
        ("Theresa May met Angela Merkel in Berlin.", "en"),
        ("Ernst August met the king.", "en"),
        ("Ernst-August Prinz met the king.", "en"),
    ],
)
def test_a_name_is_no_date(text, language):
    assert _found(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ils se verront à Noël.", "fr", [("Noël", "2025-12-25")]),
        ("À Noël, Paris a signé.", "fr", [("Noël", "2025-12-25")]),
        ("La trêve de Noël Paris a tenu.", "fr", [("Noël", "2025-12-25")]),
        ("Noël 2018 a été triste.", "fr", [("Noël 2018", "2018-12-25")]),
        ("Ils se verront à Pâques.", "fr", [("Pâques", "2026-04-05")]),
        ("À Noël, Jean-Noël Barrot se rendra à Berlin.", "fr", [("Noël", "2025-12-25")]),
        ("Le 8-Mai, ils ont signé.", "fr", [("Le 8-Mai", "2025-05-08")]),
        ("On 3 April Germany said no.", "en", [("3 April", "2025-04-03")]),
        ("In May Theresa May resigned.", "en", [("May", "2025-05")]),
        ("They met in April-May 2014.", "en", [("April-May 2014", "2014-04/2014-05")]),
    ],
)
def test_a_date_beside_a_name_stays_one(text, language, expected):
    assert _found(text, language) == expected
