"""What people draw on the timeline: bands, eras, brackets, notes and today stand where their days are."""

from datetime import date

import pytest

from dashboard.figures import THEMES, Edition, Look, export_figure, timeline_figure
from dashboard.timeline import lay_out
from dashboard.timeline.annotations import Annotation, annotation_of, height_of, place_annotations
from tests.affair import affair

WAR = Annotation("period", "Georgia war", date(2016, 7, 1), date(2017, 1, 31))
ERA = Annotation("era", "After <b>Crimea</b>", date(2014, 3, 1), None)
LAYOUT = lay_out(affair(), width=1000, language="en")


def words(figure) -> str:
    return " ".join(str(said) for trace in figure["data"] for said in trace.get("text") or ())


def test_a_period_tints_the_lanes_between_its_days():
    (placed,) = place_annotations(LAYOUT, [WAR])
    axis = LAYOUT.axis
    assert (placed.left, placed.right) == (
        axis.x(date(2016, 7, 1).toordinal()),
        axis.x(date(2017, 2, 1).toordinal()),
    )
    figure = timeline_figure(LAYOUT, Look(theme="light", language="en"), annotations=[placed])
    band = figure["data"][0]
    assert (min(band["x"]), max(band["x"])) == (round(placed.left, 2), round(placed.right, 2))
    assert max(band["y"]) >= LAYOUT.lanes_bottom


def test_words_are_drawn_escaped_and_never_on_each_other():
    notes = [Annotation("text", f"note {at}", date(2017, 2, at), date(2017, 2, at)) for at in range(1, 6)]
    placed = place_annotations(LAYOUT, [WAR, ERA, *notes])
    assert len(placed) == 7
    assert len({(each.row, each.text_x) for each in placed}) == 7
    figure = timeline_figure(LAYOUT, Look(theme="light", language="en"), annotations=placed)
    assert "After &lt;b&gt;Crimea&lt;/b&gt;" in words(figure)
    assert figure["layout"]["height"] == round(
        timeline_figure(LAYOUT, Look(theme="light", language="en"))["layout"]["height"] + height_of(placed)
    )


def test_what_the_axis_does_not_show_is_left_out():
    gone = Annotation("period", "The war of 1812", date(1812, 1, 1), date(1815, 1, 1))
    assert place_annotations(LAYOUT, [gone], (date(2026, 11, 28), "Today")) == ()


def test_today_has_a_line_where_the_axis_reaches_it():
    figure = export_figure(
        affair(),
        Edition(theme="light", language="en", exported=date(2017, 3, 10), annotations=[ERA], today=True),
    )
    assert "Today, 10 March 2017" in words(figure)
    assert any(trace.get("line", {}).get("color") == THEMES["light"].accent for trace in figure["data"])


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"kind": "period", "text": " ", "earliest": "2017-01-01"},
        {"kind": "spiral", "text": "x", "earliest": "2017-01-01"},
        {"kind": "era", "text": "x", "earliest": None, "latest": None},
        {"kind": "era", "text": "x", "earliest": "2017-02-01", "latest": "2017-01-01"},
        {"kind": "era", "text": "x", "earliest": 5, "latest": "soon"},
    ],
)
def test_a_document_that_is_no_annotation_is_none(document):
    assert annotation_of(document) is None


@pytest.mark.parametrize("annotation", [WAR, ERA])
def test_a_kept_annotation_comes_back(annotation):
    assert annotation_of(annotation.document()) == annotation


def test_a_print_in_grey_has_no_colour_and_tells_lanes_apart_by_pattern():
    figure = export_figure(affair(), Edition(theme="print", language="en", exported=date(2026, 1, 1)))
    patterns = {trace["fillpattern"]["shape"] for trace in figure["data"] if "fillpattern" in trace}
    assert patterns
    for theme_colour in (*THEMES["print"].lanes, THEMES["print"].accent, THEMES["print"].band):
        assert len({theme_colour[1:3], theme_colour[3:5], theme_colour[5:7]}) == 1


def test_what_is_left_out_of_a_picture_is_not_in_it():
    whole = str(
        export_figure(
            affair(), Edition(theme="light", language="en", exported=date(2026, 1, 1), note="My note")
        )
    )
    bare = str(
        export_figure(affair(), Edition(theme="light", language="en", exported=date(2026, 1, 1), include=()))
    )
    for said in ("Sources:", "exported 1 January 2026", "NATO–Russia military contacts", "My note"):
        assert said in whole
        assert said not in bare
