"""The seed's dates, read from page text with nothing given: what every upper room stands on."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.articles import read_article
from dashboard.dates import date_article, find_expressions
from dashboard.model import Granularity, PublishedFrom

_SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not _SEED.is_file(), reason="the seed article is not beside this checkout")


def test_the_publication_month_is_inferred_from_the_text():
    article = date_article(read_article(_SEED))
    assert article.published is not None
    assert (article.published.year, article.published.month) == (2017, 3)
    assert article.published_from is PublishedFrom.INFERRED
    assert article.published_precision is Granularity.MONTH
    assert 0 < article.published_confidence < 1
    assert article.published_reason


def test_every_date_of_the_seed_is_read_and_nothing_else_is_dated():
    article = date_article(read_article(_SEED))
    found = find_expressions(article)
    dated = {one.text: one.when.edtf for one in found if one.when}
    assert dated == {
        "2014": "2014",
        "février 2017": "2017-02",
        "Le 3 mars": "2017-03-03",
        "3 mars": "2017-03-03",
        "les 26 et 27 avril": "2017-04-26/2017-04-27",
        "printemps 2014": "2014-21",
        "Le 16 février": "2017-02-16",
        "juillet 2016": "2016-07",
        "début janvier": "2017-01-01~/2017-01-10~",
        "Le 18 février": "2017-02-18",
    }
    spells = [one for one in found if one.timex_type == "DURATION"]
    assert [one.timex_value for one in spells] == ["P3Y", "P30Y"]
    assert all(one.text == article.text[one.start : one.end] for one in found)


def test_a_date_that_was_given_is_never_overridden():
    article = date_article(read_article(_SEED, published=date(2020, 5, 5)))
    assert article.published == date(2020, 5, 5)
    assert article.published_from is PublishedFrom.GIVEN
