"""Sizes, alternative texts, citations, embed code, stories: what goes around a picture or beside it."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from dashboard.figures import Edition, export_figure
from dashboard.figures.export import REVIEW
from dashboard.model import Article, Block, BlockKind
from dashboard.publish import PRESETS, STYLES, Step, alternative, cite, embed_code, picture, steps_of
from dashboard.publish.stories import KEY, added, captioned, document_of, moved, removed
from tests.affair import affair

DAY = date(2026, 11, 28)


def made(width: float, tallest: float):
    return export_figure(
        affair(), Edition(theme="light", language="en", exported=DAY), width=width, tallest=tallest
    )


@pytest.mark.parametrize("key", PRESETS)
def test_a_picture_fills_its_size_without_being_squeezed(key: str) -> None:
    preset = PRESETS[key]
    found = picture(made, preset)
    layout = found.figure["layout"]
    assert found.width == preset.width
    assert found.height == (preset.height or found.height)
    assert layout["height"] * found.scale == pytest.approx(found.height, abs=2)


def test_letters_on_a_slide_are_larger_than_on_a_page() -> None:
    assert picture(made, PRESETS["slide"]).scale > 1.2


def test_a_picture_that_is_too_high_loses_labels_and_is_not_cut() -> None:
    flat = picture(partial(made), replace(PRESETS["social"], height=200))
    assert flat.figure["layout"]["height"] * flat.scale == pytest.approx(200, abs=2)


def test_a_picture_says_what_waits_for_review_only_where_that_is_asked_for() -> None:
    doubtful = affair().with_events(tuple(replace(event, confidence=0.1) for event in affair().events))

    def words(*include: str) -> str:
        figure = export_figure(doubtful, Edition(theme="light", language="en", exported=DAY, include=include))
        return str(figure)

    assert "waits for review" in words("title", REVIEW)
    assert "<b>?</b>" in words("title", REVIEW)
    assert "waits for review" not in words("title")
    assert "<b>?</b>" not in words("title")


def test_the_alternative_text_tells_the_events_and_whether_they_happened() -> None:
    said = alternative(affair(), "en", title="Contacts", filters_line="NATO")
    assert said.startswith("Contacts. Timeline of 7 events.")
    assert "Shown: NATO." in said
    assert "26–27 April 2017: Moscow security conference (planned)." in said
    french = alternative(affair(), "fr", title="Contacts")
    assert "16 février 2017\N{NO-BREAK SPACE}: Guerassimov – Dunford : rencontre à Bakou." in french


def test_the_alternative_text_of_many_events_says_how_many_more_there_are() -> None:
    event = affair().events[3]
    many = affair().with_events(tuple(replace(event, id=f"e{at}") for at in range(40)))
    assert alternative(many, "en").endswith("And 28 more events.")


@pytest.mark.parametrize("style", STYLES)
def test_a_citation_names_title_version_day_and_sources(style: str) -> None:
    timeline = replace(affair(), articles=(replace(affair().articles[0], source="The Courier"),))
    said = cite(
        timeline, style, "en", DAY, title="NATO & Russia", author="Doe, J.", url="https://example.org/t"
    )
    for part in (
        "Doe, J",
        "Détente",
        "2026",
        "https://example.org/t",
        "Contacts resume, The Courier, 3 March",
    ):
        assert part in said, part
    assert ("NATO \\& Russia" if style == "bibtex" else "NATO & Russia") in said


def test_a_file_s_name_is_no_outlet_to_cite() -> None:
    said = cite(affair(), "apa", "en", DAY, title="NATO & Russia")
    assert affair().articles[0].source == "contacts.txt"
    assert "Sources: Contacts resume, 3 March 2017." in said


@pytest.mark.parametrize("style", STYLES)
def test_an_event_is_cited_with_its_date_inside_the_timeline(style: str) -> None:
    said = cite(affair(), style, "fr", DAY, title="Contacts", event=affair().events[3])
    assert "Guerassimov – Dunford" in said
    assert "16 février 2017" in said
    assert "Contacts" in said


def test_bibtex_cannot_be_broken_out_of() -> None:
    article = Article("a", "x", (Block(BlockKind.BODY, 0, 1),), title="}, evil = {1} \\input{x} 100% #_$")
    said = cite(replace(affair(), articles=(article,)), "bibtex", "en", DAY, title="} @book{x, \n title={y}")
    assert said.count("{") - said.count("\\{") == said.count("}") - said.count("\\}")
    assert "\\input{x}" not in said
    assert said.count("@") == 2  # its own, and the one in the title, which is inside braces


def test_the_embed_code_holds_no_markup_of_the_title() -> None:
    code = embed_code('a".html', 'Title "><script>')
    assert "<script" not in code
    assert code.count('"') % 2 == 0


STEPS = (Step("a", "one"), Step("b"), Step("c"))


def test_steps_are_added_once_moved_captioned_and_removed() -> None:
    assert added(STEPS, "b") == STEPS
    assert [each.event for each in added(STEPS, "d")] == ["a", "b", "c", "d"]
    assert [each.event for each in moved(STEPS, "c", -1)] == ["a", "c", "b"]
    assert moved(STEPS, "a", -1) == STEPS
    assert captioned(STEPS, "b", " two ")[1] == Step("b", "two")
    assert removed(STEPS, "a") == STEPS[1:]


def test_a_kept_story_comes_back_and_strange_documents_are_none() -> None:
    assert steps_of({KEY: document_of(STEPS)}) == STEPS
    assert steps_of({KEY: document_of(STEPS)}, ["b"]) == (Step("b"),)
    for strange in ({}, {KEY: {}}, {KEY: {"steps": 3}}, {KEY: {"steps": [1, {"event": 2}, {}]}}):
        assert steps_of(strange) == ()
