"""Times named by an edge: "before the end of 2014" reaches into its last day."""

from datetime import date

import pytest

from dashboard.dates import find_expressions
from dashboard.model import TimexRole
from tests.dates.articles import article_of

_PUBLISHED = date(2025, 11, 21)


def _when(text, language):
    (one,) = find_expressions(article_of(text, language, _PUBLISHED))
    return one.when.edtf


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They met before the end of 2014.", "en", "../2014-12-31"),
        ("They met before the end of March 2014.", "en", "../2014-03-31"),
        ("They met before the end of last year.", "en", "../2024-12-31"),
        ("They met before the end of the 1990s.", "en", "../1999-12-31"),
        ("They met before the end of the summer of 2014.", "en", "../2014-08-31"),
        ("Ils se sont vus avant fin 2014.", "fr", "../2014-12-31"),
        ("Ils se sont vus avant la fin de l'année 2014.", "fr", "../2014-12-31"),
        ("Ils se sont vus avant la fin des années 1990.", "fr", "../1999-12-31"),
        ("They met after the start of 2014.", "en", "2014-01-01/.."),
    ],
)
def test_before_the_end_reaches_the_last_day(text, language, expected):
    assert _when(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met before 2014.", "../2013-12-31"),
        ("They met before the beginning of 2014.", "../2013-12-31"),
        ("They met before late 2014.", "../2014-08-31"),
        ("They met after the end of 2014.", "2015-01-01/.."),
        ("They met after early 2014.", "2014-05-01/.."),
    ],
)
def test_before_and_after_leave_out_the_time_that_they_name(text, expected):
    assert _when(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They met shortly after noon.", "en"),
        ("Ils se sont vus peu après midi.", "fr"),
        ("Ils se sont vus après 14 heures.", "fr"),
    ],
)
def test_after_an_hour_is_still_that_day(text, language):
    assert _when(text, language).startswith("2025-11-21T")


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("They agreed to meet before the end of the year.", "en", date(2025, 12, 31)),
        ("They agreed to meet before the end of the month.", "en", date(2025, 11, 30)),
        ("They agreed to meet before the end of next week.", "en", date(2025, 11, 30)),
        ("Ils se réuniront avant la fin de l'année.", "fr", date(2025, 12, 31)),
        ("Ils se réuniront d'ici la fin de la décennie.", "fr", date(2029, 12, 31)),
    ],
)
def test_the_end_of_a_time_that_still_runs_is_a_deadline(text, language, last):
    (one,) = find_expressions(article_of(text, language, _PUBLISHED))
    assert (one.role, one.when.latest) == (TimexRole.DEADLINE, last)
