"""The address says what is looked at: it reads back unchanged, and never breaks on nonsense."""

from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.state import (
    FACETS,
    LANES,
    LONGEST,
    MOST,
    SCALES,
    SHOWN,
    TABS,
    ViewState,
    bounds,
    clean,
    shortest,
    state_from_url,
    undated,
    url_from_state,
)

words = st.text(min_size=1, max_size=40).map(clean).filter(bool)
lists = st.lists(words, max_size=5, unique=True).map(tuple)
days = st.dates(min_value=date(1, 1, 1)).map(date.isoformat)
ends = st.one_of(st.just(""), days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


def in_order(found: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What is left out, in the order of the address."""
    return tuple((name, found[name]) for name in FACETS.values() if name in found)


states = st.builds(
    ViewState,
    actors=lists,
    types=lists,
    statuses=lists,
    after=ends,
    before=ends,
    certainly=st.booleans(),
    text=st.one_of(st.just(""), words),
    selected=st.one_of(st.just(""), words),
    places=lists,
    countries=lists,
    articles=lists,
    written=lists,
    sure=lists,
    reviews=lists,
    without=st.dictionaries(st.sampled_from(sorted(FACETS.values())), words, max_size=3).map(in_order),
    together=st.booleans(),
    show=st.sampled_from(SHOWN),
    tab=st.sampled_from(TABS),
    lanes=st.sampled_from(LANES),
    scale=st.sampled_from(SCALES),
    theme=st.sampled_from(["auto", "light", "dark"]),
    language=st.sampled_from(["", "en", "fr"]),
)


@given(states)
def test_every_state_reads_back_from_its_address(state: ViewState) -> None:
    assert state_from_url(url_from_state(state)) == state


@given(st.text(max_size=300))
def test_any_address_means_some_state_and_then_stays_the_same(search: str) -> None:
    state = state_from_url(search)
    assert state_from_url(url_from_state(state)) == state


def test_the_opening_state_has_an_empty_address() -> None:
    assert url_from_state(ViewState()) == ""


def test_an_address_can_be_read_aloud() -> None:
    state = ViewState(
        actors=("nato", "ru"), after="2014-03", before="2017", selected="call", theme="dark", language="fr"
    )
    assert url_from_state(state) == "?actor=nato&actor=ru&from=2014-03&to=2017&event=call&theme=dark&lang=fr"


@pytest.mark.parametrize(
    "search",
    [
        "?from=2014-13",
        "?from=yesterday",
        "?theme=pink",
        "?tab=%00",
        "?lang=../../etc",
        "?published=a1:2017-03-08",
    ],
)
def test_what_an_address_cannot_mean_is_left_out(search: str) -> None:
    assert state_from_url(search) == ViewState()


def test_a_huge_address_is_cut_down() -> None:
    state = state_from_url("?" + "&".join(f"actor=a{n}" for n in range(900)) + "&q=" + "x" * 5000)
    assert len(state.actors) <= MOST
    assert len(state_from_url("?q=" + "x" * 5000).text) <= LONGEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", (date(2016, 1, 1), date(2016, 12, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2017-03-03", (date(2017, 3, 3), date(2017, 3, 3))),
        ("2017-02-30", None),
        ("٢٠١٧", None),
        ("", None),
    ],
)
def test_the_end_of_a_range_covers_what_it_names(text: str, expected: object) -> None:
    assert bounds(text) == expected


@given(st.dates(), st.booleans())
def test_the_shortest_form_of_an_end_means_the_same_day(day: date, end: bool) -> None:
    limits = bounds(shortest(day, day, end=end))
    assert limits is not None
    assert limits[1 if end else 0] == day


def test_accents_and_spaces_survive() -> None:
    state = ViewState(text="élargissement & détente")
    assert "élargissement" in unquote(url_from_state(state))
    assert state_from_url(url_from_state(state)) == state


def test_a_value_can_be_left_out_in_the_address() -> None:
    state = state_from_url(
        "?-actor=us&-type=CONSULT&actor=nato&match=all&tab=map&lanes=place&scale=sequential"
    )
    assert state.without == (("actors", "us"), ("types", "CONSULT"))
    assert (state.together, state.tab, state.lanes, state.scale) == (True, "map", "place", "sequential")
    assert state.filtering
    assert (
        url_from_state(state)
        == "?actor=nato&-actor=us&-type=CONSULT&match=all&tab=map&lanes=place&scale=sequential"
    )


def test_dates_that_are_none_are_told() -> None:
    assert undated("?from=yesterday&to=2017") == ("yesterday",)
    assert undated("?from=2014-03") == ()
