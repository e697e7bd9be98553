"""The printed table, and the one line that says what a picture rests on."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.figures import Edition, export_figure
from dashboard.figures.credits import credit, credit_line
from dashboard.model import Evidence, Granularity
from dashboard.timeline.listing import lay_out_listing
from dashboard.timeline.measure import BOLD, REGULAR, measure
from tests.affair import affair

AFFAIR = affair()
ARTICLE = AFFAIR.articles[0]


@pytest.mark.parametrize("width", [300, 620, 1224])
def test_no_word_leaves_its_column_and_no_row_covers_another(width):
    placed = lay_out_listing(AFFAIR, width=width, language="fr", most=60)
    assert [row.event for row in placed.rows] == [event.id for event in AFFAIR.events]
    for row, following in zip(placed.rows, placed.rows[1:], strict=False):
        assert row.bottom == following.top
    for row in placed.rows:
        for piece in row.pieces:
            weight = BOLD if piece.strong else REGULAR
            assert all(measure(line, 13.0, weight) <= piece.column.width + 0.5 for line in piece.lines)
            assert row.top <= piece.y
            assert piece.y + len(piece.lines) * 17 <= row.bottom
    assert max(each.left + each.width for each in placed.columns) <= placed.right


def test_a_table_that_is_cut_says_so():
    figure = export_figure(
        AFFAIR, Edition(theme="light", language="en", exported=date(2026, 1, 2), view="table"), tallest=60
    )
    said = " ".join(each["text"] for each in figure["layout"]["annotations"])
    assert "6 of 7 events in the table" in said


def test_a_table_from_right_to_left_begins_at_the_right():
    def first(language):
        made = export_figure(
            AFFAIR, Edition(theme="light", language=language, exported=date(2026, 1, 2), view="table")
        )
        dates = next(each for each in made["data"] if each.get("text") and each["textfont"]["size"] == 12)
        return dates["x"][0], dates["textposition"]

    assert first("en") == (2.0, "bottom right")
    assert first("ar") == (1280 - 56 - 2.0, "bottom left")


@pytest.mark.parametrize(
    ("source", "title", "said"),
    [
        ("Le Monde", "Contacts resume", "Le Monde, 3 March 2017"),
        ("contacts.txt", "Contacts resume", "Contacts resume, 3 March 2017"),
        ("", "Contacts resume", "Contacts resume, 3 March 2017"),
        ("Told anew from what three ministries have published", "Contacts", "Contacts, 3 March 2017"),
        ("", "word " * 40, f"{'word ' * 10}word…, 3 March 2017"),
    ],
)
def test_a_source_is_its_outlet_or_else_its_title_and_its_date(source, title, said):
    assert credit(replace(ARTICLE, source=source, title=title), "en") == said


def test_a_date_is_no_finer_than_it_is_known():
    rough = replace(ARTICLE, source="Le Monde", published_precision=Granularity.MONTH)
    assert credit(rough, "en") == "Le Monde, 2017"
    assert credit(replace(rough, published=None), "en") == "Le Monde"


def test_many_sources_are_one_line_and_only_those_of_what_is_shown():
    articles = [replace(ARTICLE, id=f"a{n}", source=f"The Daily Number {n}") for n in range(30)]
    event = AFFAIR.events[0]
    words = event.evidence[0]
    evidence = tuple(Evidence(each.id, words.quote, words.start, words.end) for each in articles[:20])
    shown = AFFAIR.with_events((replace(event, evidence=evidence),))
    many = replace(shown, articles=tuple(articles))
    line = credit_line(many, many, "en")
    assert line.startswith("Sources: The Daily Number 0, 3 March 2017; The Daily Number 1")
    assert line.endswith("; and 15 more sources")
    assert len(line) < 230
    assert credit_line(many, many.with_events(()), "en") == ""
