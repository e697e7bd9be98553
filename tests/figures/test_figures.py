"""Figures: plain dicts that carry ids, show what is planned as hollow, and let no markup through."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import (
    CONFIG,
    FONTS,
    THEMES,
    Edition,
    Look,
    export_figure,
    overview_figure,
    summary,
    timeline_figure,
)
from dashboard.figures.key import counted
from dashboard.figures.texts import card, escaped, lines_of
from dashboard.model import Review, Status
from dashboard.resources import assets_path
from dashboard.store import Filters, apply
from dashboard.timeline import lay_out
from tests.affair import affair
from tests.properties import examples
from tests.timeline.cases import TIMELINES, WIDTHS, random_timeline

AFFAIR = affair()
IDS = {event.id for event in AFFAIR.events}
SLOW = examples(40)


def drawn(timeline=AFFAIR, *, theme="light", language="en", width=1200.0, **options):
    layout = lay_out(timeline, width=width, language=language, selected=options.get("selected"))
    searched = options.pop("searched", ())
    return timeline_figure(layout, Look(theme=theme, language=language, **options), searched=searched)


def points(figure):
    return [
        (event, trace, at)
        for trace in figure["data"]
        for at, event in enumerate(trace.get("customdata", []))
        if isinstance(event, str)
    ]


def contrast(one, other):
    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_event_has_its_id_on_marks_and_label(theme):
    figure = drawn(theme=theme)
    assert {event for event, _, _ in points(figure)} == IDS
    labels = [each for each in figure["layout"]["annotations"] if each.get("captureevents")]
    assert {each["name"] for each in labels} == IDS
    assert all(len(trace["customdata"]) == len(trace["x"]) for _, trace, _ in points(figure))


def test_a_figure_is_plain_json_with_its_size_and_font():
    figure = drawn()
    assert json.loads(json.dumps(figure)) == figure
    assert figure["layout"]["template"] == "none"
    assert figure["layout"]["width"] == 1200
    assert figure["layout"]["font"]["family"].startswith("Inter,")


def one_mark(status):
    call = next(event for event in AFFAIR.events if event.id == "call")
    figure = drawn(AFFAIR.with_events((replace(call, status=status),)))
    return next((trace["marker"], trace) for event, trace, _ in points(figure) if event == "call")


def test_what_happened_is_filled_and_what_is_planned_is_hollow():
    band = THEMES["light"].band
    filled, _ = one_mark(Status.HAPPENED)
    assert band not in filled["color"]
    hollow, _ = one_mark(Status.PLANNED)
    assert hollow["color"] == band
    assert all(width > 0 for width in hollow["line"]["width"])


def test_the_planned_conference_has_a_hollow_bar_and_a_dashed_leader():
    data = drawn()["data"]
    band = THEMES["light"].band
    assert any(each.get("fillcolor") == band and each["line"]["width"] > 1 for each in data)
    assert any(each.get("line", {}).get("dash") == "3px,3px" for each in data)


def test_what_was_denied_is_crossed_and_the_hypothetical_dashed():
    call = next(event for event in AFFAIR.events if event.id == "call")
    denied = drawn(AFFAIR.with_events((replace(call, status=Status.DENIED),)))
    assert any(each.get("marker", {}).get("symbol") == "x-thin" for each in denied["data"])
    supposed = drawn(AFFAIR.with_events((replace(call, status=Status.HYPOTHETICAL),)))
    assert any(each.get("line", {}).get("dash") == "3px,2.5px" for each in supposed["data"])


HOSTILE = "<img src=x onerror=alert(1)> & <b>bold</b> %{x} </span>"


def texts_in(value):
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts_in(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts_in(each)]
    return [value] if isinstance(value, str) else []


def test_markup_of_an_article_is_shown_not_obeyed():
    events = tuple(
        replace(
            event,
            titles={"en": HOSTILE},
            evidence=(replace(event.evidence[0], quote=HOSTILE),),
        )
        for event in AFFAIR.events
    )
    actors = {key: replace(actor, names={"en": HOSTILE}) for key, actor in AFFAIR.actors.items()}
    articles = tuple(replace(each, title=HOSTILE, source=HOSTILE) for each in AFFAIR.articles)
    hostile = replace(AFFAIR, events=events, actors=actors, articles=articles, titles={"en": HOSTILE})
    figures = [
        drawn(hostile, title=HOSTILE, subtitle=HOSTILE),
        overview_figure(hostile, width=1200, theme="light", language="en"),
        export_figure(
            hostile, Edition(theme="light", language="en", exported=date(2026, 11, 24), filters_line=HOSTILE)
        ),
    ]
    for text in texts_in(figures):
        assert "<img" not in text
        assert "</span> " not in text
        assert "<b>bold" not in text


@given(st.text(max_size=200))
def test_nothing_escaped_holds_a_tag(text):
    found = escaped(text)
    assert "<" not in found
    assert ">" not in found
    assert found.isprintable() or not found


@given(st.text(max_size=300))
def test_wrapping_loses_no_word(text):
    assert "".join(lines_of(text, 20)) == "".join(text.split()) or all(
        len(line) <= 20 for line in lines_of(text, 20)
    )
    assert "".join("".join(lines_of(text, 20)).split()) == "".join(text.split())


def test_a_card_says_title_date_place_people_and_words():
    said = card(AFFAIR.events[3], AFFAIR, "fr")
    for part in ("Bakou", "16 février 2017", "Valéri Guerassimov", "On 16 February"):
        assert part in said


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_colours_can_be_read(theme):
    colours = THEMES[theme]
    for text in (colours.text, colours.muted, colours.others, colours.accent, *colours.lanes):
        assert contrast(text, colours.paper) >= 4.5
        assert contrast(text, colours.band) >= 4.5


def test_a_lane_s_name_has_the_colour_of_its_marks_and_no_other_lane_s():
    figure = drawn(theme="dark")
    names = next(each for each in figure["data"] if "<b>Russia</b>" in each.get("text", []))
    colours = dict(zip(names["text"], names["textfont"]["color"], strict=True))
    assert len(set(colours.values())) == len(colours)
    assert set(colours.values()) <= set(THEMES["dark"].lanes)
    assert colours["<b>Russia</b>"] in json.dumps(
        [each["marker"] for each in figure["data"] if "marker" in each]
    )


def test_the_selected_event_is_brought_out():
    plain, chosen = drawn(), drawn(selected="baku")
    accent = THEMES["light"].accent
    labels = {each.get("name"): each["font"]["color"] for each in chosen["layout"]["annotations"]}
    assert [name for name, colour in labels.items() if colour == accent] == ["baku"]
    rings = [
        sum(each.get("line", {}).get("color") == accent for each in figure["data"])
        for figure in (plain, chosen)
    ]
    assert rings[1] > rings[0]


def test_nothing_is_sent_anywhere_and_the_font_is_bundled():
    assert CONFIG["displayModeBar"] is False
    assert CONFIG["displaylogo"] is False
    assert CONFIG["showSendToCloud"] is False
    for font in FONTS:
        assert assets_path(font["file"]).read_bytes()[:4] == b"wOF2"
    for licence in ("OFL-inter.txt", "OFL-noto-sans-arabic.txt"):
        assert assets_path("fonts", licence).is_file()


def strip_of(window):
    return overview_figure(AFFAIR, width=1000, theme="light", language="en", window=window)["layout"]


def test_the_overview_shows_all_events_and_takes_a_brush():
    some = apply(AFFAIR, Filters(earliest=date(2017, 1, 1)))
    figure = overview_figure(AFFAIR, width=1000, theme="light", language="en", shown=some)
    assert {event for event, _, _ in points(figure)} == IDS
    layout = figure["layout"]
    assert (layout["dragmode"], layout["selectdirection"], layout["xaxis"]["type"]) == ("select", "h", "date")
    assert layout["selections"] == []


def test_a_range_stands_as_a_brush_that_reports_its_own_days():
    layout = strip_of((date(2016, 1, 1), date(2017, 2, 1)))
    brush = layout["selections"][0]
    assert (brush["x0"][:10], brush["x1"][:10]) == ("2016-01-01", "2017-02-01")


@pytest.mark.parametrize(
    "window", [(date(2017, 1, 1), None), (None, date(2017, 1, 1)), (date(2010, 1, 1), date(2017, 1, 1))]
)
def test_a_range_that_a_brush_would_cut_is_tinted_only(window):
    layout = strip_of(window)
    assert layout["selections"] == []
    assert layout["shapes"][-1]["line"]["width"] > 0


def test_the_overview_stands_under_the_chart():
    figure = overview_figure(AFFAIR, width=1000, theme="light", language="en")
    layout = lay_out(AFFAIR, width=1000, language="en")
    assert figure["layout"]["margin"]["l"] == layout.left
    assert figure["layout"]["margin"]["r"] == 1000 - layout.right


def test_a_picture_holds_title_filters_sources_and_date():
    shown = apply(AFFAIR, Filters(actors=frozenset({"ru"})))
    figure = export_figure(
        AFFAIR,
        Edition(theme="light", language="en", exported=date(2026, 11, 24), filters_line="Russia"),
        shown,
    )
    said = " ".join(each["text"] for each in figure["layout"]["annotations"])
    for part in (
        "NATO–Russia military contacts",
        "Filters: Russia",
        "Sources: Contacts resume, 3 March 2017",
        "24 November 2026",
        "5 of 7 events",
    ):
        assert part in said
    assert {event for event, _, _ in points(figure)} == {event.id for event in shown.events}


def test_an_empty_chart_says_so():
    nothing = apply(AFFAIR, Filters(text="no such words"))
    layout = lay_out(AFFAIR, width=800, language="fr", shown=nothing)
    figure = timeline_figure(layout, Look(theme="light", language="fr"))
    assert any("Aucun événement" in each["text"] for each in figure["layout"]["annotations"])


def test_the_chart_in_words():
    said = summary(AFFAIR, "en")
    for part in ("7 events", "Russia (5)", "spring 2014", "26–27 April 2017"):
        assert part in said
    assert summary(AFFAIR.with_events(()), "en") == "Timeline without events."


def test_few_labels_are_owned_up_to():
    timeline = random_timeline(7, 45)
    layout = lay_out(timeline, width=390, language="en")
    figure = timeline_figure(layout, Look(theme="light", language="en"))
    wanted = counted(layout, "en")
    assert str(layout.labelled) in wanted
    assert str(layout.shown) in wanted
    assert layout.labelled < layout.shown
    assert any(wanted in each["text"] for each in figure["layout"]["annotations"])


@SLOW
@given(timeline=TIMELINES, width=WIDTHS, theme=st.sampled_from(["light", "dark"]))
def test_any_timeline_can_be_drawn(timeline, width, theme):
    figure = drawn(timeline, width=width, theme=theme)
    clusters = lay_out(timeline, width=width, language="en").clusters
    clustered = {event for each in clusters for event in each.events}
    assert {event for event, _, _ in points(figure)} | clustered == {event.id for event in timeline.events}
    assert all(len(trace["x"]) == len(trace["y"]) for trace in figure["data"])
    strip = overview_figure(timeline, width=width, theme=theme, language="en")
    assert {event for event, _, _ in points(strip)} == {event.id for event in timeline.events}
    json.dumps([figure, strip], allow_nan=False)


def test_marks_of_five_hundred_events_stay_small():
    timeline = random_timeline(1, 500, years=4)
    figure = drawn(timeline)
    assert len(json.dumps(figure)) < 700_000
    assert len(figure["data"]) < 300


def test_days_outside_the_calendar_of_a_window_do_no_harm():
    far = date(9990, 1, 1)
    layout = lay_out(AFFAIR, width=800, language="en", window=(far, far + timedelta(days=5)))
    assert layout.shown == 0


@pytest.mark.parametrize("day", [date.min, date.max, date(476, 9, 4)])
@pytest.mark.parametrize("width", [390, 1200])
def test_the_ends_of_the_calendar_can_be_drawn(day, width):
    when = replace(AFFAIR.events[5].when, edtf=day.isoformat(), earliest=day, latest=day)
    for events in (
        (replace(AFFAIR.events[5], when=when),),
        (*AFFAIR.events, replace(AFFAIR.events[5], id="x", when=when)),
    ):
        timeline = AFFAIR.with_events(events)
        figure = drawn(timeline, width=width, language="fr")
        strip = overview_figure(timeline, width=width, theme="light", language="fr")
        assert {event for event, _, _ in points(figure)} == {event for event, _, _ in points(strip)}
        first, last = strip["layout"]["xaxis"]["range"]
        assert first < last


def test_names_that_hold_a_searched_word_are_framed_and_the_others_stay():
    figure = drawn(searched=("baku", "nato"))
    labels = {each["name"]: each for each in figure["layout"]["annotations"] if each.get("captureevents")}
    assert set(labels) == IDS
    framed = {name for name, each in labels.items() if each.get("borderwidth")}
    assert framed == {name for name, each in labels.items() if "<u>" in each["text"]}
    titles = {event.id: event.title("en").casefold() for event in AFFAIR.events}
    assert framed == {name for name, title in titles.items() if "nato" in title or "baku" in title} != set()


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_reviews_are_told_by_shapes_that_the_key_explains(theme):
    states = (Review.UNREVIEWED, Review.ACCEPTED, Review.EDITED)
    events = tuple(
        replace(each, review=state, confidence=0.2)
        for each, state in zip(AFFAIR.events, states, strict=False)
    )
    layout = lay_out(AFFAIR.with_events(events), width=1200, language="en")
    figure = timeline_figure(layout, Look(theme=theme, language="en"))
    said = [text for trace in figure["data"] for text in trace.get("text", [])]
    for words in ("waits for review", "accepted by a person", "corrected or made by a person"):
        assert words in said
    assert said.count("<b>?</b>") == 2  # the mark's and the key's
    ink = THEMES[theme].text
    strokes = [each for each in figure["data"] if each["mode"] == "lines" and each["line"]["color"] == ink]
    assert len(strokes) == 4  # tick and pencil, on the chart and in the key
    assert len({tuple(y - each["y"][0] for y in each["y"] if y) for each in strokes}) > 1


def test_a_chart_without_doubts_has_no_signs():
    sure = AFFAIR.with_events(
        tuple(replace(each, confidence=1.0) for each in AFFAIR.events if each.id in {"call", "baku"})
    )
    said = [text for trace in drawn(sure)["data"] for text in trace.get("text", [])]
    assert "<b>?</b>" not in said
    assert "waits for review" not in said


def test_a_cluster_says_how_many_of_its_events_wait():
    timeline = random_timeline(21, 45, actors=2, years=0)
    figure = drawn(timeline, width=700)
    hovers = [text for trace in figure["data"] for text in trace.get("hovertext", []) or []]
    assert any("wait for review" in text or "waits for review" in text for text in hovers)


@pytest.mark.parametrize("scale", ["folded", "chronological", "sequential"])
def test_a_figure_says_which_days_are_where_without_a_gap(scale):
    timeline = random_timeline(9, 30)
    layout = lay_out(timeline, width=1200, language="en", scale=scale)
    meta = timeline_figure(layout, Look(theme="light", language="en"))["layout"]["meta"]
    for (_, end, _, right), (start, _, left, _) in pairwise(meta["time"]):
        assert (start, left) == (end, pytest.approx(right, abs=0.2))
    for start, end, left, right in meta["time"]:
        assert start <= end
        assert left < right
    first, last = meta["span"]
    assert first == min((each.when.earliest or each.when.latest).toordinal() for each in timeline.events)
    assert meta["time"][0][0] <= first < last <= meta["time"][-1][1] + 1


@pytest.mark.parametrize(("seed", "actors"), [(3, 16), (7, 9), (11, 12)])
def test_a_picture_is_no_higher_than_a_page_is_wide(seed, actors):
    timeline = random_timeline(seed, 45, actors=actors)
    edition = Edition(theme="light", language="en", exported=date(2026, 11, 24))
    layout = export_figure(timeline, edition)["layout"]
    assert layout["height"] <= 0.9 * layout["width"]
