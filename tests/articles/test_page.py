"""Pages: the article's own words, its metadata, and captions apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import read_html
from dashboard.articles.published import read_moment
from dashboard.errors import ArticleError
from dashboard.model import BlockKind, PublishedFrom

BODY = """<nav><a href="/">Accueil</a></nav><article><h1>Oslo reprend la parole</h1>
<figure><img src="a.jpg"><figcaption>Le port d'Oslo, mai 2019. © Ann Lee</figcaption></figure>
<p>Le ministre grec a reçu lundi son homologue turc à Oslo, une première depuis deux ans, ont annoncé
leurs services dans un communiqué.</p><h2>Deux ans de silence</h2>
<p>Les contacts étaient rompus<br>depuis le printemps 2017, après un incident en mer qui avait
coûté la vie à un pilote.</p>
<p>Lire aussi : <a href="/b">Un autre article du journal</a></p>
<p>Une conférence est prévue à Athènes les 26 et 27 juin, à laquelle les deux pays
ont été invités.</p></article>
<footer>© Le Journal, tous droits réservés</footer>"""


def page(head: str = "", body: str = BODY) -> str:
    title = "<title>Oslo reprend la parole | Le Journal</title>"
    return f'<!doctype html><html lang="fr"><head>{title}{head}</head><body>{body}</body></html>'


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "datePublished": "2009-01-01"},
{"@type": "NewsArticle", "datePublished": "2019-05-06T18:00:00+02:00"}]}</script>"""


def test_the_article_is_found_and_the_rest_is_not():
    article = read_html(page('<meta property="og:site_name" content="Le Journal">'))
    said = {b.kind: article.text[b.start : b.end] for b in article.blocks}
    assert article.title == said[BlockKind.TITLE] == "Oslo reprend la parole"
    assert said[BlockKind.HEADING] == "Deux ans de silence"
    assert said[BlockKind.CAPTION] == "Le port d'Oslo, mai 2019. © Ann Lee"
    assert said[BlockKind.BOILERPLATE].startswith("Lire aussi")
    assert "rompus depuis" in article.text
    assert "Accueil" not in article.text
    assert "droits" not in article.text
    assert (article.source, article.language) == ("Le Journal", "fr")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (JSON_LD, date(2019, 5, 6)),
        ('<meta itemprop="datePublished" content="2019-05-07">', date(2019, 5, 7)),
        ('<meta property="article:published_time" content="2019-05-08T10:00:00Z">', date(2019, 5, 8)),
        ('<meta name="pubdate" content="20190509">', date(2019, 5, 9)),
        ('<meta name="date" content="Fri, 10 May 2019 10:00:00 GMT">', date(2019, 5, 10)),
        ('<meta name="date" content="1970-01-01">', None),
        ('<meta name="date" content="2019-13-45">', None),
        ('<script type="application/ld+json">{broken</script>', None),
    ],
)
def test_the_publication_date_is_read_from_metadata(head, day):
    article = read_html(page(head))
    assert article.published == day
    assert article.published_from is (PublishedFrom.METADATA if day else PublishedFrom.UNKNOWN)


def test_the_best_source_wins_and_a_conflict_is_said():
    article = read_html(page(JSON_LD + '<meta property="article:published_time" content="2019-04-01">'))
    assert article.published == date(2019, 5, 6)
    assert any("2019-05-06 (JSON-LD), 2019-04-01 (OpenGraph)" in warning for warning in article.warnings)


def test_one_moment_in_two_time_zones_is_no_conflict():
    head = (
        '<meta itemprop="datePublished" content="2019-05-07T00:30:00+02:00">'
        '<meta property="article:published_time" content="2019-05-06T22:30:00+00:00">'
    )
    article = read_html(page(head))
    assert (article.published, article.warnings) == (date(2019, 5, 7), ())


def test_the_given_date_wins_over_metadata():
    article = read_html(page(JSON_LD), published=date(2019, 6, 1))
    assert (article.published, article.published_from) == (date(2019, 6, 1), PublishedFrom.GIVEN)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", None])
def test_bytes_are_read_in_the_page_s_charset(charset):
    declared = f'<meta charset="{charset}">' if charset else ""
    data = page(declared).encode("cp1252" if charset != "utf-8" else "utf-8")
    assert "a reçu lundi son homologue turc à Oslo" in read_html(data).text


def test_a_page_with_an_xml_declaration_is_read():
    source = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page()
    assert read_html(source).title == "Oslo reprend la parole"


def test_a_fragment_is_read():
    article = read_html("<p>Le 3 mai 2019, les ministres ont parlé à Oslo.</p>")
    assert article.text == "Le 3 mai 2019, les ministres ont parlé à Oslo."


def test_a_page_divided_by_line_breaks_only_is_read():
    first = "Le ministre grec a reçu lundi son homologue turc à Oslo, une première depuis deux ans."
    second = "Une conférence est prévue à Athènes les 26 et 27 juin, ont annoncé leurs services."
    page = (
        f"<html><body><h1>Oslo reprend</h1>{first}<br><br>{second}<br>Fin.<script>x()</script></body></html>"
    )
    article = read_html(page)
    said = [article.text[b.start : b.end] for b in article.blocks]
    assert said == ["Oslo reprend", first, second, "Fin."]


def test_the_headline_in_json_ld_is_the_title():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Oslo parle"}</script>'
    body = BODY.replace("<h1>Oslo reprend la parole</h1>", "")
    assert read_html(f"<html><head>{head}</head><body>{body}</body></html>").title == "Oslo parle"


def test_markup_in_words_is_text():
    article = read_html("<p>They said &lt;script&gt;alert(1)&lt;/script&gt; in Oslo on Monday.</p>")
    assert "<script>alert(1)</script>" in article.text


@pytest.mark.parametrize(
    "source", ["<html></html>", "<html><body><script>x()</script></body></html>", "<!-- -->"]
)
def test_a_page_without_text_is_refused(source):
    with pytest.raises(ArticleError, match="no article text"):
        read_html(source)


@pytest.mark.parametrize(
    "unit", ["<div>", "<p>", "<!--", "<a href=x>", "<br>", "&nbsp;", '<script type="application/ld+json">[']
)
def test_hostile_markup_is_read_or_refused(unit):
    try:
        read_html("<html><body><p>They met in Oslo on Monday.</p>" + unit * 20_000)
    except ArticleError as error:
        assert str(error).endswith(".")  # noqa: PT017


@given(st.text(max_size=40))
def test_any_stated_date_is_a_day_or_nothing(value):
    stated = read_moment(value, "x")
    assert stated is None or date(1500, 1, 1) <= stated.day <= date(2200, 12, 31)


def test_a_page_of_next_to_nothing_keeps_its_paragraphs_apart():
    article = read_html(
        "<html><body><h1>Crise à Oslo</h1><p>Le ministre grec a reçu M. Rama à Paris.</p></body></html>"
    )
    assert article.text == "Crise à Oslo\n\nLe ministre grec a reçu M. Rama à Paris."


def test_an_author_is_a_name_and_not_a_byline_in_pieces():
    byline = '<div class="author">Par <a href="/a">Claire Dumas</a> (Georgetown, envoyée spéciale)</div>'
    assert read_html(page(body=BODY.replace("<h2>", byline + "<h2>"))).author == "Claire Dumas"
    assert read_html(page('<meta name="author" content="Claire Dumas">')).author == "Claire Dumas"


def test_a_table_of_dates_and_what_happened_is_read_and_one_of_figures_is_not():
    rows = [
        ("3 mai 1951", "La Norvège et la Suède signent à Oslo un pacte de pêche."),
        ("19 juin 1956", "Les deux ministres se retrouvent à Bergen et enterrent le pacte."),
    ]
    told = "".join(f"<tr><td>{day}</td><td>{deed}</td></tr>" for day, deed in rows)
    figures = "<table><tr><td>Surface</td><td>400 km2</td></tr><tr><td>Habitants</td><td>20</td></tr></table>"
    around = "<p>La querelle du hareng est plus vieille que la plupart des bateaux qui y prennent part.</p>"
    article = read_html(
        page(body=f"<h1>Un pacte</h1>{around}<table>{told}</table>{around[:-4]} Elle dure.</p>{figures}")
    )
    assert [line for line in article.text.split("\n\n") if line in rows[0] + rows[1]] == [*rows[0], *rows[1]]
    assert "km2" not in article.text
    assert BlockKind.BYLINE not in {block.kind for block in article.blocks}
