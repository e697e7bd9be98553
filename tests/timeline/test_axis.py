"""The folded axis: order, scale, folds, ticks."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.timeline.axis import build_axis
from dashboard.timeline.extents import Extent
from dashboard.timeline.ticks import folds_of, skipped, ticks_of

EXTENTS = st.lists(
    st.builds(
        lambda start, length: Extent(start, start + length),
        st.integers(700_000, 740_000),
        st.sampled_from([1, 1, 1, 2, 30, 92, 365, 2000]),
    ),
    min_size=1,
    max_size=25,
)
WIDTH = st.sampled_from([300.0, 800.0, 1400.0])


def axis_of(extents, width):
    return build_axis(extents, 10.0, 10.0 + width, fold_width=46.0 if width < 600 else 70.0)


@given(extents=EXTENTS, width=WIDTH, days=st.lists(st.integers(690_000, 750_000), min_size=2, max_size=10))
def test_the_axis_keeps_the_order_of_days(extents, width, days):
    axis = axis_of(extents, width)
    xs = [axis.x(day) for day in sorted(days)]
    assert xs == sorted(xs)
    assert all(10.0 <= x <= 10.0 + width + 1e-6 for x in xs)


@given(extents=EXTENTS, width=WIDTH, share=st.floats(0, 1))
def test_a_place_on_the_axis_leads_back_to_its_day(extents, width, share):
    axis = axis_of(extents, width)
    day = axis.start + share * (axis.end - axis.start)
    assert axis.day(axis.x(day)) == pytest.approx(day, abs=1e-3)


@given(extents=EXTENTS, width=WIDTH)
def test_the_scale_is_the_same_wherever_time_is_not_folded(extents, width):
    axis = axis_of(extents, width)
    for piece in axis.pieces:
        if not piece.folded:
            assert (piece.right - piece.left) / (piece.end - piece.start) == pytest.approx(axis.scale)
        else:
            assert (piece.right - piece.left) / (piece.end - piece.start) < axis.scale
    for before, after in pairwise(axis.pieces):
        assert (before.end, before.right) == (after.start, pytest.approx(after.left))
        assert before.folded != after.folded


@given(extents=EXTENTS, width=WIDTH)
def test_no_short_event_is_folded_away(extents, width):
    axis = axis_of(extents, width)
    for extent in extents:
        if extent.days <= 92:
            assert not axis.is_folded(axis.x((extent.start + extent.end) / 2))


@given(extents=EXTENTS, width=WIDTH, language=st.sampled_from(["en", "fr"]))
def test_ticks_are_in_order_and_apart(extents, width, language):
    axis = axis_of(extents, width)
    ticks = ticks_of(axis, language)
    assert ticks
    for before, after in pairwise(ticks):
        assert after.x - before.x > 8


def test_two_quiet_years_are_folded_and_said():
    spring = Extent(date(2014, 3, 1).toordinal(), date(2014, 6, 1).toordinal())
    summer = Extent(date(2016, 7, 1).toordinal(), date(2016, 8, 1).toordinal())
    axis = axis_of([spring, summer], 800.0)
    assert [fold.caption for fold in folds_of(axis, "en")] == [("2 years", "skipped")]
    assert [fold.caption for fold in folds_of(axis, "fr")] == [("2 ans", "omis")]
    assert [(tick.text, tick.era) for tick in ticks_of(axis, "en")] == [
        ("Mar", "2014"), ("Apr", ""), ("May", ""), ("Jun", ""), ("Jul", "2016"), ("Aug", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"), [(10, "10 days"), (1, "1 day"), (61, "2 months"), (400, "13 months"), (760, "2 years")]
)
def test_lengths_are_said_in_the_unit_that_fits(days, said):
    assert skipped(days, "en") == said


def test_a_long_war_does_not_unfold_the_years_it_lasted():
    war = Extent(date(2014, 3, 1).toordinal(), date(2022, 3, 1).toordinal())
    call = Extent(date(2022, 2, 3).toordinal(), date(2022, 2, 4).toordinal())
    assert folds_of(axis_of([war, call], 800.0), "en")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2017, 3, 1), date(2017, 3, 12), ("1", "Mar 2017")),
        (date(2017, 1, 1), date(2017, 6, 30), ("Jan", "2017")),
        (date(1950, 1, 1), date(2010, 12, 31), ("1950", "")),
    ],
)
def test_ticks_suit_the_span(first, last, expected):
    days = [Extent(first.toordinal(), last.toordinal() + 1)]
    ticks = ticks_of(axis_of(days, 900.0), "en")
    assert expected in [(tick.text, tick.era) for tick in ticks]
