"""Excel workbooks and pandas frames: typed columns, no formula, and a sentence for what is no workbook."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.errors import FormatError
from dashboard.formats import COLUMNS, KINDS, read_any, to_frame
from dashboard.model import Timeline
from tests.affair import affair


def sheets(timeline: Timeline, language: str = "en"):
    return load_workbook(io.BytesIO(KINDS["xlsx"].write(timeline, language)))


def saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_frame_has_days_numbers_and_categories_under_the_columns_of_the_csv():
    frame = to_frame(affair(), "fr")
    assert list(frame.columns) == list(COLUMNS)
    baku = frame.set_index("id").loc[affair().events[3].id]
    assert baku["earliest"].date() == date(2017, 2, 16)
    assert baku["lat"] == pytest.approx(40.38)
    assert str(frame["earliest"].dtype).startswith("datetime64")
    assert str(frame["status"].dtype) == "category"
    assert frame["approximate"].dtype == bool
    assert frame.groupby("status", observed=True).size().sum() == len(affair().events)


def test_a_frame_of_no_events_has_the_columns_and_their_types():
    frame = to_frame(Timeline())
    assert list(frame.columns) == list(COLUMNS)
    assert (len(frame), str(frame["latest"].dtype)[:10]) == (0, "datetime64")


def test_a_workbook_has_the_events_their_articles_and_what_the_columns_mean():
    book = sheets(affair(), "fr")
    assert book.sheetnames == ["Événements", "Articles", "Colonnes"]
    events, articles, meanings = (list(book[name].values) for name in book.sheetnames)
    assert list(events[0]) == list(COLUMNS)
    assert len(events) == 1 + len(affair().events)
    assert events[4][list(COLUMNS).index("earliest")] == datetime(2017, 2, 16)  # noqa: DTZ001 - as Excel has it
    assert [row[0] for row in articles[1:]] == [each.title for each in affair().articles]
    assert [row[0] for row in meanings[1:]] == list(COLUMNS)


def test_a_day_that_excel_cannot_count_is_a_text_that_is_read_again():
    timeline = affair()
    first = timeline.events[0]
    old = replace(first.when, edtf="1815-06-09", earliest=date(1815, 6, 9), latest=date(1815, 6, 9))
    timeline = timeline.with_events((replace(first, when=old),))
    book = sheets(timeline)
    assert book["Events"].cell(2, 1 + list(COLUMNS).index("earliest")).value == "1815-06-09"
    (event,) = read_any(saved(book), "a.xlsx").timeline.events
    assert event.when.earliest == date(1815, 6, 9)


@pytest.mark.parametrize(
    "lead", ["=1+1", "+1", "@SUM(A1)", '=HYPERLINK("http://x.example","x")', "=cmd|' /C calc'!A0"]
)
def test_no_text_is_a_formula_and_it_comes_back_as_it_was(lead: str):
    timeline = affair()
    hostile = replace(timeline.events[0], titles={"en": lead}, note=lead)
    written = KINDS["xlsx"].write(timeline.with_events((hostile,)), "en")
    cells = [cell for row in load_workbook(io.BytesIO(written))["Events"].iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert any(cell.value == lead and cell.quotePrefix for cell in cells)
    assert read_any(written, "a.xlsx").timeline.events[0].note == lead


def test_what_xml_forbids_is_left_out_and_the_rest_is_written():
    event = replace(affair().events[0], titles={"en": "a\x00b\x0bc\ud800"})
    assert sheets(affair().with_events((event,)))["Events"].cell(2, 2).value == "abc?"


def test_a_table_typed_in_excel_is_read_with_its_days_and_its_faults_by_row():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Title", "Date", "Type"],
        ["Talks in Baku", datetime(2017, 2, 16), "MEET"],  # noqa: DTZ001 - as Excel has it
        [None, None, None],
        ["A year", 2014, "MEET"],
        ["Never", "soonish", None],
    ):
        sheet.append(row)
    found = read_any(saved(book), "typed.xlsx")
    assert [(each.titles["en"], each.when.edtf) for each in found.timeline.events] == [
        ("A year", "2014"),
        ("Talks in Baku", "2017-02-16"),
    ]
    assert [fault.row for fault in found.faults if fault.left_out] == [5]


def archive(names: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in names.items():
            made.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (archive({"xl/workbook.xml": b"<no"}), "damaged workbook"),
        (archive({"xl/workbook.xml": b" " * 201_000_000}), "unpacks to too much"),
        (saved(Workbook()), "empty"),
    ],
    ids=["damaged", "bomb", "empty"],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(content: bytes, says: str):
    with pytest.raises(FormatError, match=says):
        read_any(content, "file.xlsx")
