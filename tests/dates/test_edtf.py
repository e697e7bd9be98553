"""EDTF: what is written can be read back, and means the days it should."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates import edtf
from dashboard.dates.whens import when_of
from dashboard.errors import DateError
from tests.properties import examples

_DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
_MARKS = st.sampled_from(["", "~", "?", "%"])


_SHAPES = ("day", "month", "season", "year", "decade", "century", "dayless", "time")


@st.composite
def points(draw, shapes=_SHAPES, marks=_MARKS, last_season=24):
    """A point of the profile, as text."""
    day = draw(_DAYS)
    year = f"{day.year:04d}"
    shape = draw(st.sampled_from(shapes))
    text = {
        "day": day.isoformat(),
        "month": day.isoformat()[:7],
        "season": f"{year}-{draw(st.integers(21, last_season))}",
        "year": year,
        "decade": f"{year[:3]}X",
        "century": f"{year[:2]}XX",
        "dayless": f"{day.isoformat()[:7]}-XX",
        "time": f"{day.isoformat()}T{draw(st.times()).isoformat(timespec='seconds')}",
    }[shape]
    return text + ("" if shape == "time" else draw(marks))


@given(points())
def test_a_point_that_is_parsed_is_emitted_as_it_was(text):
    value = edtf.parse(text)
    assert edtf.emit(value) == text
    earliest, latest = value.days()
    assert earliest <= latest


@given(points(), points(), st.sampled_from(["both", "start", "end"]))
def test_an_interval_keeps_its_ends_and_is_never_backwards(first, second, which):
    text = f"{first if which != 'end' else '..'}/{second if which != 'start' else '..'}"
    begins, ends = edtf.parse(first).days()[0], edtf.parse(second).days()[1]
    if which == "both" and begins > ends:
        with pytest.raises(DateError):
            edtf.parse(text)
        return
    value = edtf.parse(text)
    assert edtf.emit(value) == text
    assert value.days() == (None if which == "end" else begins, None if which == "start" else ends)


@given(st.lists(points(), min_size=1, max_size=4))
def test_a_one_of_set_covers_its_members(texts):
    text = f"[{','.join(texts)}]"
    value = edtf.parse(text)
    assert edtf.emit(value) == text
    earliest, latest = value.days()
    for one in texts:
        low, high = edtf.parse(one).days()
        assert earliest <= low <= high <= latest


@given(st.text(max_size=40))
def test_any_other_text_is_refused_or_kept_as_it_is(text):
    try:
        value = edtf.parse(text)
    except DateError:
        return
    assert edtf.emit(value) == text


def _as_we_read(text):
    """The first and last day that we give, as year, month and day."""
    return tuple((day.year, day.month, day.day) for day in edtf.parse(text).days())


def _as_the_library_reads(text):
    theirs = parse_edtf(text)
    return tuple(theirs.lower_strict()[:3]), tuple(theirs.upper_strict()[:3])


# Only we read a winter to its end (the library stops at its year's), open ends, seasons with a mark or in a
# set, unspecified digits in an interval.
_PLAIN = points(("day", "month", "year"), st.just(""))
_ENDS = points(("day", "month", "year"))
_SHARED = st.one_of(
    points(tuple(shape for shape in _SHAPES if shape != "season")),
    points(("season",), st.just(""), last_season=23),
)


@examples(40)
@given(_SHARED)
def test_the_edtf_library_agrees_on_every_point_but_winter(text):
    assert _as_we_read(text) == _as_the_library_reads(text)


@examples(40)
@given(_ENDS, _ENDS)
def test_the_edtf_library_agrees_on_closed_intervals(one, two):
    first, second = sorted((one, two), key=lambda text: edtf.parse(text).days()[0])
    text = f"{first}/{second}"
    assert _as_we_read(text) == _as_the_library_reads(text)


@examples(40)
@given(st.lists(_PLAIN, min_size=2, max_size=4))
def test_the_edtf_library_agrees_on_one_of_sets(texts):
    text = f"[{','.join(texts)}]"
    assert _as_we_read(text) == _as_the_library_reads(text)


@pytest.mark.parametrize(
    "text", ["2017\n", "٢٠١٧", "2017-03-03T24:30:00", "2017-03-03T10:00:61", "2017 ", "２０１７-03"]
)
def test_what_only_looks_like_edtf_is_refused(text):
    with pytest.raises(DateError):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        ("2014-SP", "", "2014-21"),
        ("2017-01", "START", "2017-01-01~/2017-01-10~"),
        ("2016", "END", "2016-09~/2016-12~"),
        ("199", "", "199X"),
        ("18XX", "", "18XX"),
        ("2017-W10", "", "2017-03-06/2017-03-12"),
        ("2009-Q1", "", "2009-01/2009-03"),
        ("2017-03-03T14:30", "", "2017-03-03T14:30:00"),
        ("2017-03-03TMO", "", "2017-03-03"),
        ("2014", "APPROX", "2014~"),
    ],
)
def test_a_timex3_value_is_written_as_edtf_that_can_be_read(value, mod, expected):
    when = when_of(value, mod)
    assert when.edtf == expected
    assert edtf.parse(expected).days() == (when.earliest, when.latest)


@pytest.mark.parametrize(
    "value", ["P2Y", "PRESENT_REF", "XXXX-03-03", "BC0264", "2017-13", "2017-02-30", "", "FY1989"]
)
def test_what_has_no_place_on_the_calendar_has_no_when(value):
    assert when_of(value) is None
