"""The article's own date: from a dateline or byline, from the text, or not at all."""

from datetime import date

import pytest

from dashboard.dates import date_article, find_expressions
from dashboard.model import Article, Block, BlockKind, Granularity, PublishedFrom, TimexRole
from tests.dates.articles import article_of


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "GENÈVE, 3 mars 2017 (Agence) – Les deux délégations se sont vues.", date(2017, 3, 3)),
        ("fr", "Un accord\n\nPublié le 3 mars 2017 à 14h, mis à jour à 15h\n\nOn négocie.", date(2017, 3, 3)),
        ("en", "GENEVA, March 3, 2017 (Agency) - The two delegations met.", date(2017, 3, 3)),
        ("en", "Talks resume\n\nPublished March 3, 2017\n\nThe delegations met again.", date(2017, 3, 3)),
        ("en", "WASHINGTON (Agency) 02/27/98 - The envoy flew home.", date(1998, 2, 27)),
        ("en", "Lisbon, 12 September 2024 — The minister will travel on Thursday.", date(2024, 9, 12)),
        ("en", "A trip\n\nLisbon, Portugal, 12 September 2024 – He will travel.", date(2024, 9, 12)),
        ("fr", "La Haye, le 3 mars 2017 - La Cour a rendu son arrêt jeudi.", date(2017, 3, 3)),
    ],
)  # fmt: skip
def test_a_dateline_gives_the_day(language, text, day):
    article = date_article(article_of(text, language, None))
    assert article.published == day
    assert article.published_from is PublishedFrom.DATELINE
    assert article.published_confidence > 0.5


def test_a_byline_gives_the_day_and_its_date_is_marked_as_the_publication():
    text = "By A. Writer, March 3, 2017\n\nThe delegations met on Thursday."
    blocks = (Block(BlockKind.BYLINE, 0, 27), Block(BlockKind.BODY, 29, len(text)))
    article = date_article(Article("a", text, blocks, language="en"))
    assert article.published == date(2017, 3, 3)
    first, second = find_expressions(article)
    assert first.role is TimexRole.PUBLICATION
    assert second.when.edtf == "2017-03-02"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 3 mars, les ministres se sont parlé."),
        ("fr", "Le traité de 1963 lie les deux pays ; le 3 mars, il fut relu."),
        ("en", "The envoy, who was born in 1962, arrived on March 3."),
        ("en", "The war of 1914 began in Sarajevo."),
        ("en", "The two men met in Lisbon, 12 September 2024 - or so they say."),
        ("en", "The Lisbon treaty, 13 December 2007 - what it changed."),
        ("fr", ""),
    ],
)
def test_a_text_that_does_not_tell_its_date_stays_undated(language, text):
    article = date_article(article_of(text, language, None))
    assert article.published is None
    assert article.published_from is PublishedFrom.UNKNOWN


def test_the_month_is_inferred_from_dates_without_year_recent_months_and_years_counted_back():
    text = (
        "Le 9 juin, les deux ministres se sont vus à Vienne. Depuis la rupture de 2019, rien n'avait bougé. "
        "Ces quatre dernières années ont usé les patiences. En février 2023, un émissaire avait été reçu, "
        "et en octobre 2022 une lettre envoyée."
    )
    article = date_article(article_of(text, "fr", None))
    assert (article.published.year, article.published.month) == (2023, 6)
    assert article.published_from is PublishedFrom.INFERRED
    assert article.published_precision is Granularity.MONTH
    reasons = [one.reason for one in find_expressions(article) if one.text == "Le 9 juin"]
    assert "the publication date is inferred" in reasons[0]
    assert "the publication date is known to the month only" in reasons[0]


def test_without_a_publication_date_what_needs_it_stays_unresolved_and_says_so():
    found = find_expressions(article_of("Hier, et le 3 mars, on négociait.", "fr", None))
    assert [one.when for one in found] == [None, None]
    assert all("needs the publication date" in one.reason for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "They renewed the pact in May 2019. He had been expected last week, but the trip was put off.",
        ),
        ("fr", "Le pacte fut renouvelé en mai 2019. On l'attendait la semaine dernière."),
        ("en", "They renewed the pact in May 2019. On Sunday he called."),
        ("fr", "Le pacte fut renouvelé en mai 2019. Il a appelé dimanche."),
    ],
)
def test_last_week_and_sunday_of_a_text_without_a_date_are_no_days_of_the_story_it_tells(language, text):
    assert [one.when and one.when.edtf for one in find_expressions(article_of(text, language, None))] == [
        "2019-05",
        None,
    ]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Talks are due in the United States on 9 November.", "2024-11-09"),
        ("en", "The minister is due to meet Sheikh Mohammed on 9 November.", "2024-11-09"),
        ("fr", "Il doit se rendre à Paris le 9 novembre.", "2024-11-09"),
        ("fr", "Une réunion doit se tenir à Yaoundé le 9 novembre.", "2024-11-09"),
        ("fr", "Réunis à Paris le 9 novembre, ils ont signé un accord.", "2023-11-09"),
        ("fr", "L'accord fut conclu à Paris la veille de Noël 2019.", "2019-12-24"),
    ],
)
def test_a_name_that_ends_like_a_verb_in_the_past_is_none(language, text, day):
    found = find_expressions(article_of(text, language, date(2024, 8, 5)))
    assert [one.when.edtf for one in found] == [day]


def test_a_boilerplate_block_holds_no_dates():
    text = "On négocie depuis le 3 mars.\n\nCookies du 4 mars 2017"
    blocks = (Block(BlockKind.BODY, 0, 28), Block(BlockKind.BOILERPLATE, 30, len(text)))
    article = Article("a", text, blocks, language="fr", published=date(2017, 3, 10))
    assert [one.text for one in find_expressions(article)] == ["le 3 mars"]


@pytest.mark.parametrize(
    "text", ["PARIS, 30 février 2017 (Agence) – Rien.", "PARIS, 99/99/99 – Rien.", "Publié le 31 juin 2017"]
)
def test_a_dateline_that_names_no_day_gives_none(text):
    assert date_article(article_of(text, "fr", None)).published is None


def test_digits_that_could_be_swapped_are_said_to_be_unsure():
    article = date_article(article_of("WASHINGTON (Agency) 11/12/20 - The envoy flew home.", "en", None))
    assert article.published_confidence < 0.7
    assert "day and month could be swapped" in article.published_reason
