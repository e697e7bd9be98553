"""Dates as English and French write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Granularity, When
from dashboard.wording import format_day, format_when


def day(text):
    return date.fromisoformat(text) if text else None


def when(edtf, earliest, latest, granularity="day", approximate=False):
    return When(edtf, day(earliest), day(latest), Granularity(granularity), approximate)


def plain(said):
    """CLDR sets thin spaces around the dash."""
    return said.replace("\u2009", " ").replace("\u202f", " ")


CASES = [
    (when("2014-21", "2014-03-01", "2014-05-31", "season"), "spring 2014", "printemps 2014"),
    (when("2014-24", "2014-12-01", "2015-02-28", "season"), "winter 2014–15", "hiver 2014-2015"),
    (when("2016-07", "2016-07-01", "2016-07-31", "month"), "July 2016", "juillet 2016"),
    (
        when("2017-01-01~/2017-01-10~", "2017-01-01", "2017-01-10", "day", True),
        "early January 2017",
        "début janvier 2017",
    ),
    (
        when("2017-01-11~/2017-01-20~", "2017-01-11", "2017-01-20", "day", True),
        "mid-January 2017",
        "mi-janvier 2017",
    ),
    (
        when("2017-02-21~/2017-02-28~", "2017-02-21", "2017-02-28", "day", True),
        "late February 2017",
        "fin février 2017",
    ),
    (when("2017-01~/2017-04~", "2017-01-01", "2017-04-30", "month", True), "early 2017", "début 2017"),
    (when("1990~/1993~", "1990-01-01", "1993-12-31", "year", True), "early 1990s", "début des années 1990"),
    (when("199X", "1990-01-01", "1999-12-31", "decade"), "1990s", "années 1990"),
    (when("19XX", "1900-01-01", "1999-12-31", "century"), "20th century", "XXe siècle"),
    (when("2017-04-26/2017-04-27", "2017-04-26", "2017-04-27"), "26–27 April 2017", "26–27 avril 2017"),
    (
        when("2017-02-26/2017-03-01", "2017-02-26", "2017-03-01"),
        "26 February – 1 March 2017",
        "26 février – 1er mars 2017",
    ),
    (when("2017-03-01/2017-03-04", "2017-03-01", "2017-03-04"), "1–4 March 2017", "1er–4 mars 2017"),
    (when("2014/2016", "2014-01-01", "2016-12-31", "year"), "2014–2016", "2014–2016"),
    (
        when("2014/2017-03-03", "2014-01-01", "2017-03-03", "year"),
        "2014 – 3 March 2017",
        "2014 – 3 mars 2017",
    ),
    (when("2014/..", "2014-01-01", None, "year"), "since 2014", "depuis 2014"),
    (when("2014-22/..", "2014-06-01", None, "season"), "since summer 2014", "depuis l’été 2014"),
    (when("2017-03-01/..", "2017-03-01", None), "since 1 March 2017", "depuis le 1er mars 2017"),
    (when("../2014-04", None, "2014-04-30", "month"), "until April 2014", "jusqu’en avril 2014"),
    (when("../199X", None, "1999-12-31", "decade"), "until the 1990s", "jusqu’aux années 1990"),
    (when("2014~", "2014-01-01", "2014-12-31", "year", True), "around 2014", "vers 2014"),
    (
        when("2017-03-03~", "2017-03-03", "2017-03-03", "day", True),
        "around 3 March 2017",
        "vers le 3 mars 2017",
    ),
    (
        when("2014-23~", "2014-09-01", "2014-11-30", "season", True),
        "around autumn 2014",
        "vers l’automne 2014",
    ),
    (
        when("2014-01/2014-03", "2014-01-01", "2014-03-31", "quarter"),
        "1st quarter 2014",
        "1er trimestre 2014",
    ),
    (
        when("2014-07/2014-12", "2014-07-01", "2014-12-31", "half"),
        "second half of 2014",
        "second semestre 2014",
    ),
    (
        when("2017-02-27/2017-03-05", "2017-02-27", "2017-03-05", "week"),
        "week of 27 February 2017",
        "semaine du 27 février 2017",
    ),
    (
        when("2017-03-03T14:30:00", "2017-03-03", "2017-03-03", "time"),
        "3 March 2017, 14:30",
        "3 mars 2017 à 14:30",
    ),
    (
        when("[2017-03-03,2017-03-10]", "2017-03-03", "2017-03-10"),
        "3 March 2017 or 10 March 2017",
        "3 mars 2017 ou 10 mars 2017",
    ),
]


@pytest.mark.parametrize(
    ("given_when", "english", "french"), CASES, ids=lambda each: getattr(each, "edtf", None)
)
def test_each_kind_of_date_is_written_as_the_language_writes_it(given_when, english, french):
    assert plain(format_when(given_when, "en")) == english
    assert plain(format_when(given_when, "fr")) == french


def test_short_forms_abbreviate_months_only():
    early = CASES[3][0]
    assert format_when(early, "fr", short=True) == "début janv. 2017"
    assert format_when(early, "en", short=True) == "early Jan 2017"
    assert format_day(date(2017, 3, 1), "fr", short=True) == "1er mars 2017"
    assert format_day(date(2017, 2, 16), "en", short=True) == "16 Feb 2017"


@given(
    first=st.dates(date(100, 1, 1), date(2100, 1, 1)),
    length=st.integers(0, 40_000),
    granularity=st.sampled_from(Granularity),
    approximate=st.booleans(),
    ends=st.sampled_from(["both", "first", "last"]),
    language=st.sampled_from(["en", "fr"]),
)
def test_any_date_can_be_written(first, length, granularity, approximate, ends, language):
    last = date.fromordinal(first.toordinal() + length)
    low, high = (first if ends != "last" else None), (last if ends != "first" else None)
    edtf = f"{low or '..'}/{high or '..'}"
    said = format_when(When(edtf, low, high, granularity, approximate), language)
    assert said
    assert "{" not in said
