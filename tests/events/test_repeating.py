"""Dates that go on with the act of the date before them, each with its own party or place."""

import pytest

from tests.events.reading import events_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A train was hit on 12 April 1999, a column near Djakovica on the 14th, the airport on 7 May.",
            ["1999-04-12", "1999-04-14", "1999-05-07"],
        ),
        (
            "Bombs went off in Nairobi in May 1998, in a Paris shop in July 2000 and in Bali in June 2002.",
            ["1998-05", "2000-07", "2002-06"],
        ),
        (
            "He was received by the pope on 3 May 2011, by the premier on 4 May and by the king on 6 May.",
            ["2011-05-03", "2011-05-04", "2011-05-06"],
        ),
        (
            "The army killed ten demonstrators on 3 June 2019, four more a week later and nine on the 29th.",
            ["2019-06-03", "2019-06-10", "2019-06-29"],
        ),
        (
            "He met Blair in March 2004, Jacques Chirac that June and Tony Blair, who came, in July 2007.",
            ["2004-03", "2004-06", "2007-07"],
        ),
        (
            "Men seized a Briton on 11 May 2007, killing her son, a girl on 1 June and two boys on the 13th.",
            ["2007-05-11", "2007-06-01", "2007-06-13"],
        ),
        (
            "They killed 67 people in Nairobi in May 2013 and 148 at a camp in Garissa in May 2015.",
            ["2013-05", "2015-05"],
        ),
        (
            "The rebels marched into Goma on 27 May 2015 and into Bukavu, on the lake, on 16 June.",
            ["2015-05-27", "2015-06-16"],
        ),
        (
            "Envoys were sent to Tokyo in 1871, to Seoul in 1873 and to Bangkok in 1875.",
            ["1871", "1873", "1875"],
        ),
    ],
)
def test_one_verb_tells_each_of_a_list_of_dates(text, days):
    assert [event.when.edtf for event in events_of(text)] == days


def test_a_date_apart_names_nobody_who_did_it_again():
    text = "Otto von Bismarck opened the congress in Berlin on 13 June 1878, at two in the afternoon."
    assert len(events_of(text)) == 1


def test_as_before_a_plural_opens_no_clause():
    text = "Four Russian officers were arrested as spies in September 2006."
    assert [(event.when.edtf, event.type) for event in events_of(text)] == [("2006-09", "COERCE")]


def test_who_is_not_known_may_take_a_city():
    text = "The rebels took Bukavu on 3 May 2014."
    assert [(event.when.edtf, event.type) for event in events_of(text)] == [("2014-05-03", "ASSAULT")]


def test_an_hour_in_a_quotation_is_of_no_day_that_is_told():
    text = 'Ban Ki-moon met Joe Biden on 3 May 2016. "He rang Xi Jinping at two in the morning," she says.'
    assert [event.when.edtf for event in events_of(text)] == ["2016-05-03"]


def test_hours_count_from_a_day_on_which_nothing_else_is_told():
    text = "The jet had waited there on 3 May 2016, hours after ten agents pleaded guilty in Manhattan."
    assert [(event.when.edtf, event.type) for event in events_of(text)] == [("2016-05-03", "COERCE")]


def test_a_body_of_which_a_relative_clause_tells_decides_where_it_sits():
    text = "The matter went to the conference in Paris, which decided on 3 May 2016 that Greece should pay."
    assert [event.place and event.place.name("en") for event in events_of(text)] == ["Paris"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Gunmen shot ten tourists in Sousse in June 2014 and 22 visitors in a museum that December.",
            ["2014-06", "2014-12"],
        ),
        (
            "On 3 May 2011 Sudan bombed Abyei, a town on the border with 20,000 people in 2008.",
            ["2011-05-03"],
        ),
    ],
)
def test_what_stands_behind_a_comma_goes_on_only_with_dates_alike(text, days):
    assert [event.when.edtf for event in events_of(text)] == days
