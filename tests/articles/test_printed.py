"""PDF and DOCX: paragraphs, words cut at a line's end, heads and feet, properties, hostile files."""

import io
import re
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import office, pdf, read_data
from dashboard.articles.lines import paragraphs
from dashboard.dates import date_article
from dashboard.errors import ArticleError
from dashboard.model import BlockKind, PublishedFrom
from tests.articles.prints import document, saved
from tests.articles.prints import pdf as made_pdf

PAGES = [
    [
        "Example Gazette - 4 May 2016",
        "Generals of both sides speak again",
        "",
        "The chiefs of staff of the two countries spoke by telephone on 3 May 2016, after two",
        "years of silence, and agreed that their deputies would meet in Baku before the sum-",
        "mer. The vice-president of the council welcomed the call and asked both sides to pub-",
        "lish what they had said, so that the allies could follow it.",
        "A spokesman for the ministry said on Wednesday that nothing had been decided about the",
        "1",
    ],
    [
        "Example Gazette - 4 May 2016",
        "exercise that had been announced for June. The vice-",
        "president would travel to Warsaw next.",
        "2",
    ],
]


def kinds(article, kind):
    return [article.text[b.start : b.end] for b in article.blocks if b.kind is kind]


def test_a_pdf_s_lines_become_paragraphs_across_pages_and_cut_words_whole():
    article = read_data(made_pdf(PAGES), "gazette.pdf")
    body = kinds(article, BlockKind.BODY)
    assert len(body) == 2
    assert "before the summer. The vice-president of the council" in body[0]
    assert "asked both sides to publish what" in body[0]
    assert "decided about the exercise that had been announced for June. The vice-president would" in body[1]
    assert article.title == "Generals of both sides speak again"


def test_what_stands_on_every_page_is_boilerplate_and_page_numbers_are_gone():
    article = read_data(made_pdf(PAGES), "gazette.pdf")
    assert kinds(article, BlockKind.BOILERPLATE) == ["Example Gazette - 4 May 2016"]
    assert article.text.count("Example Gazette") == 1
    assert "\n1\n" not in article.text


def test_blocks_are_where_the_text_says():
    article = read_data(made_pdf(PAGES), "gazette.pdf")
    assert "\n\n".join(article.text[b.start : b.end] for b in article.blocks) == article.text


def test_a_pdf_s_own_date_is_weak_and_gives_way_to_a_dateline():
    plain = made_pdf(
        [["The two ministers met in Vienna and signed a text."]], CreationDate="D:20190708120000Z"
    )
    article = date_article(read_data(plain, "a.pdf"))
    assert (article.published, article.published_from) == (date(2019, 7, 8), PublishedFrom.METADATA)
    assert article.published_confidence < 0.5
    dated = made_pdf(
        [["VIENNA, 4 May 2016 - The two ministers met and signed a text."]], CreationDate="D:20190708120000Z"
    )
    article = date_article(read_data(dated, "a.pdf"))
    assert (article.published, article.published_from) == (date(2016, 5, 4), PublishedFrom.DATELINE)


def test_a_given_date_wins_over_a_file_s_own():
    data = made_pdf(
        [["The two ministers met in Vienna and signed a text."]], CreationDate="D:20190708120000Z"
    )
    article = read_data(data, "a.pdf", published=date(2016, 5, 4))
    assert (article.published, article.published_from) == (date(2016, 5, 4), PublishedFrom.GIVEN)


def test_a_pdf_s_title_counts_only_if_the_text_begins_with_it():
    assert read_data(made_pdf(PAGES, Title="Microsoft Word - draft3.doc"), "a.pdf").title == (
        "Generals of both sides speak again"
    )


def test_a_docx_is_read_with_its_styles_tables_and_properties():
    made = document(
        [
            ("Title", "Generals speak again"),
            ("Heading 1", "A call"),
            ("", "The chiefs of staff spoke on 3 May 2016."),
            ("Caption", "The hall in Baku"),
        ],
        created=datetime(2016, 5, 4, tzinfo=UTC).replace(tzinfo=None),
        title="Generals speak again",
    )
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "The deputies met on 9 June 2016.", "They signed."
    article = read_data(saved(made), "call.docx")
    assert article.title == "Generals speak again"
    assert kinds(article, BlockKind.TITLE) == ["Generals speak again"]
    assert kinds(article, BlockKind.HEADING) == ["A call"]
    assert kinds(article, BlockKind.CAPTION) == ["The hall in Baku"]
    assert "The deputies met on 9 June 2016.\n\nThey signed." in article.text
    assert (article.published, article.published_from) == (date(2016, 5, 4), PublishedFrom.METADATA)
    assert article.published_confidence < 0.5


@pytest.mark.parametrize(
    ("author", "line", "who"),
    [
        ("python-docx", "", ""),
        ("K. Typist", "", "K. Typist"),
        ("K. Typist", "By Ann Lee, in Baku", "Ann Lee"),
    ],
)
def test_who_wrote_a_docx_is_said_by_its_byline_rather_than_by_who_typed_it(author, line, who):
    words = [("Title", "Generals speak again"), ("", line), ("", "The chiefs of staff spoke on 3 May 2016.")]
    assert read_data(saved(document(words, author=author)), "call.docx").author == who


def test_tracked_changes_count_as_accepted():
    made = document([("", "The talks are ")])
    paragraph = made.paragraphs[0]._p
    for tag, word, text in (("w:del", "w:delText", "cancelled"), ("w:ins", "w:t", "planned")):
        change, run, written = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(word)
        written.text = text
        run.append(written)
        change.append(run)
        paragraph.append(change)
    assert read_data(saved(made), "talks.docx").text == "The talks are planned"


def test_the_kind_is_told_by_the_bytes_and_not_by_the_name():
    assert "Generals of both sides" in read_data(made_pdf(PAGES), "notes.txt").text
    assert read_data(b"Two ministers met.", "a.pdf").text == "Two ministers met."


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (office.MAX_UNPACKED + 1))
    return target.getvalue()


def archive(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(name, "text")
    return target.getvalue()


def flate_bomb() -> bytes:
    """A PDF whose only page unpacks to more than may be."""
    return made_pdf([["x" * 90] * (pdf.MAX_PAGE // 90 + 1)])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: made_pdf(PAGES, password="secret"), "is protected by a password: save a copy without it"),
        (lambda: made_pdf([[]]), "is a scan without text: run text recognition"),
        (lambda: b"%PDF-1.7\n" + b"garbage" * 50, "is a damaged PDF"),
        (lambda: made_pdf([["Text."]] * (pdf.MAX_PAGES + 1)), "pages: 300 at most can be read"),
        (flate_bomb, "unpacks to too much"),
        (bomb, "unpacks to too much"),
        (lambda: archive("xl/workbook.xml"), "is a ZIP or another office document"),
        (lambda: archive("word/document.xml"), "is a damaged DOCX"),
        (lambda: b"PK\x03\x04garbage", "is a damaged ZIP or office document"),
        (lambda: saved(document([])), "holds no text"),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "is an old office document: save it as DOCX"),
        (lambda: b"%PDF-" + bytes(20_000_001), "is too large: 20 million bytes at most"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, said):
    with pytest.raises(ArticleError) as caught:
        read_data(data(), "file.pdf")
    assert said in str(caught.value)
    assert str(caught.value).count("\n") == 0


def test_a_pdf_whose_pages_are_their_own_parents_ends():
    loop = re.sub(rb"/Kids \[\s*\d+ 0 R", b"/Kids [ 1 0 R", made_pdf([["Text."]]))
    assert loop != made_pdf([["Text."]])
    with pytest.raises(ArticleError):
        read_data(loop, "loop.pdf")


@given(st.binary(max_size=300), st.integers(0, 600))
def test_a_file_that_was_broken_anywhere_is_read_or_refused(noise, at):
    data = made_pdf(PAGES[:1])
    for broken in (data[:at] + noise + data[at + len(noise) :], data[: at * 3]):
        with suppress(ArticleError):  # anything else is a fault of ours
            assert read_data(broken, "broken.pdf").text.strip()


@given(st.lists(st.text("ab -.\u00ad", max_size=30), max_size=12))
def test_joining_lines_loses_no_letter(lines):
    body, aside = paragraphs([lines])
    assert aside == []
    assert all(part == " ".join(part.split()) != "" for part in body)
    letters = [c for c in "".join(body) if c in "ab."]
    assert letters == [c for c in "".join(lines) if c in "ab."]


def test_a_day_that_is_cut_at_a_line_s_end_is_whole():
    body, _ = paragraphs(
        [["The call between the two chiefs of staff took place on 2017-03-", "03 as planned."]]
    )
    assert body == ["The call between the two chiefs of staff took place on 2017-03-03 as planned."]
