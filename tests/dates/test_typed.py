"""Dates that a person types in a filter or a correction."""

from datetime import date

import pytest

from dashboard.dates import is_ambiguous, parse_when
from dashboard.errors import DateError

_TODAY = date(2017, 3, 3)


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("2017-03-03", "fr", "2017-03-03"),
        ("2017-03", "en", "2017-03"),
        ("2014-21", "en", "2014-21"),
        ("2014/..", "en", "2014/.."),
        ("2017-01-01~/2017-01-10~", "en", "2017-01-01~/2017-01-10~"),
        ("3 mars 2017", "fr", "2017-03-03"),
        ("March 3, 2017", "en", "2017-03-03"),
        ("03/03/2017", "fr", "2017-03-03"),
        ("04/03/2017", "en", "2017-04-03"),
        ("du 3 au 7 mars 2017", "fr", "2017-03-03/2017-03-07"),
        ("printemps 2014", "fr", "2014-21"),
        ("early January 2017", "en", "2017-01-01~/2017-01-10~"),
        ("hier", "fr", "2017-03-02"),
        ("yesterday", "en", "2017-03-02"),
        ("les années 60", "fr", "196X"),
        ("  2017  ", "en", "2017"),
        ("March 2017", "fr", "2017-03"),
        ("3 mars 2017", "en", "2017-03-03"),
        ("12 Mar 2017", "en", "2017-03-12"),
        ("2017, March the 12th", "en", "2017-03-12"),
        ("12 marzo 2017", "es", "2017-03-12"),
    ],
)
def test_a_typed_date_is_understood(typed, language, expected):
    assert parse_when(typed, language, _TODAY).edtf == expected


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "soon", "n'importe quoi", "2017-13-45", "P2Y", "3", "x" * 500, "2017-03-05/2017-03-01"],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_no_date_is_refused_in_one_sentence(typed, language):
    with pytest.raises(DateError) as caught:
        parse_when(typed, language, _TODAY)
    assert "\n" not in str(caught.value)


def test_a_date_without_year_needs_a_reference():
    assert parse_when("3 mars", "fr", _TODAY).edtf == "2017-03-03"
    with pytest.raises(DateError):
        parse_when("3 mars", "fr", None)


@pytest.mark.parametrize("typed", ["31 February 2024", "le 31 février 2024", "30/02/2024", "31 April"])
def test_a_day_that_no_calendar_has_is_called_so(typed):
    with pytest.raises(DateError, match="no such day"):
        parse_when(typed, "fr", _TODAY)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(
    ("typed", "expected", "ambiguous"),
    [
        ("03/09/1956", "1956-09-03", True),
        ("3.9.1956", "1956-09-03", True),
        ("09/25/1956", "1956-09-25", False),
        ("05/05/1956", "1956-05-05", False),
    ],
)
def test_digits_are_read_day_first_where_a_page_writes_so(typed, expected, ambiguous, language):
    assert parse_when(typed, language, None, day_first=True).edtf == expected
    assert is_ambiguous(typed) is ambiguous


def test_digits_that_are_no_day_are_called_so():
    with pytest.raises(DateError, match="no such day"):
        parse_when("31/09/1956", "en", None, day_first=True)


@pytest.mark.parametrize("typed", ["2020-99", "2023-40", "1999-13"])
def test_a_month_that_is_none_is_no_year_either(typed):
    with pytest.raises(DateError, match="is not a date"):
        parse_when(typed, "en", None)


def test_two_years_in_a_row_may_be_written_short():
    assert parse_when("2014-15", "en", None).edtf == "2014/2015"
