"""The publication date judged from the text: what tells the year, and what hangs on a date known in part."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.dates import date_article, find_expressions
from dashboard.dates.infer import ENOUGH, Clue, Evidence, Term, infer
from dashboard.model import Granularity, PublishedFrom
from tests.dates.articles import article_of


def _evidence(**given):
    plain = {"clues": (), "spells": frozenset(), "terms": (), "news": True, "latest": 2026}
    return Evidence(**{**plain, **given})


def test_the_years_in_which_all_those_named_were_in_office_are_the_likeliest():
    short = (Term(((1997, 2000),)), Term(((2000, 2003),)), Term(((1995, 2000),)), Term(((2000, 2001),)))
    guess = infer(_evidence(terms=short))
    assert guess.day.year == 2000
    assert guess.precision is Granularity.YEAR
    assert ENOUGH <= guess.confidence <= 0.9
    assert "the people named were in office" in guess.reasons


def test_long_terms_do_not_tell_a_year():
    assert infer(_evidence(terms=(Term(((1995, 2007),)), Term(((1997, 2002),))))) is None


def test_somebody_who_is_said_to_be_out_of_office_puts_the_text_after_the_term():
    others = (Term(((2011, 2012),)), Term(((2011, 2012),)), Term(((2009, 2012),)))
    assert infer(_evidence(terms=(*others, Term(((2008, 2011),))))).day.year == 2011
    assert infer(_evidence(terms=(*others, Term(((2008, 2012),), over=True)))).day.year == 2012


def test_a_weekday_that_is_given_with_its_date_decides_between_years():
    terms = (Term(((2014, 2019),)), Term(((2016, 2021),)), Term(((2016, 2020),)))
    friday = Clue(None, 4, 27, 5, "past", opening=True)
    guess = infer(_evidence(clues=(friday,), terms=terms))
    assert (guess.day, guess.precision) == (date(2018, 4, 27), Granularity.MONTH)


def test_without_news_words_offices_tell_nothing():
    assert infer(_evidence(terms=(Term(((2012, 2012),)),), news=False)) is None


def test_a_look_back_over_some_years_from_a_full_date_gives_the_month():
    text = (
        "C'était il y a cinquante ans. Le 26 juillet 1956, le colonel annonçait la nationalisation du canal."
    )
    article = date_article(article_of(text, "fr", None))
    assert (article.published, article.published_precision) == (date(2006, 7, 26), Granularity.MONTH)
    assert article.published_from is PublishedFrom.INFERRED


def test_the_weekday_in_the_text_tells_the_year_of_a_dateline():
    terms = (Term(((2013, 2017),)), Term(((2014, 2016),)), Term(((2012, 2016),)), Term(((2014, 2015),)))
    assert infer(_evidence(terms=terms, dateline=(2, 12), weekday=4)).day.year == 2015
    assert infer(_evidence(terms=terms, dateline=(2, 12), weekday=2)).day.year == 2014


@pytest.mark.parametrize(
    ("precision", "yesterday", "at_five", "yearless"),
    [
        (Granularity.DAY, "2023-06-08", "2023-06-08T17:00:00", "2023-06-01"),
        (Granularity.MONTH, "2023-06~", "2023-06~", "2023-06-01"),
        (Granularity.YEAR, "2023~", "2023~", "2023-06-01"),
    ],
)
def test_nothing_counted_from_a_date_known_in_part_is_finer_than_it(precision, yesterday, at_five, yearless):
    article = article_of("Hier, à 17 h, on parla du texte voté le 1er juin.", "fr", date(2023, 6, 9))
    inferred = replace(article, published_from=PublishedFrom.INFERRED, published_precision=precision)
    assert [one.when.edtf for one in find_expressions(inferred)] == [yesterday, at_five, yearless]


def test_what_looks_like_a_dateline_is_none_where_the_text_tells_of_later_years():
    text = "NEW YORK, 11 septembre 2001 – Ce jour-là, tout changea. La guerre a pris fin le 31 août 2021."
    assert date_article(article_of(text, "fr", None)).published != date(2001, 9, 11)
