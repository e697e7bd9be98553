"""The pure pieces of the page: marked text, typed dates, publication dates, file names."""

import base64
import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from dash import no_update
from hypothesis import given
from hypothesis import strategies as st
from plotly.utils import PlotlyJSONEncoder

from dashboard.app import create_app, table
from dashboard.app.acting import READER, called
from dashboard.app.acting import said as said_of
from dashboard.app.curate.review import outside
from dashboard.app.drawing import OUTPUTS, answers, outdated, scene
from dashboard.app.evidence import spans_of
from dashboard.app.facets import LISTED, Option, listed
from dashboard.app.marking import Span, cut, paragraphs
from dashboard.app.naming import published_as_typed
from dashboard.app.publishing.commands import file_of
from dashboard.app.publishing.making import file_name
from dashboard.app.publishing.taking import plan_of
from dashboard.app.rail import ends_of, range_note
from dashboard.app.reading import description_of, published_note
from dashboard.app.sources import day_of
from dashboard.app.state import ViewState
from dashboard.app.typed import understood
from dashboard.app.views.panels import panel, reserved
from dashboard.app.widths import widths
from dashboard.app.workspace import Workspace, published_on
from dashboard.errors import DateError
from dashboard.formats import KINDS
from dashboard.model import Article, Granularity, PublishedFrom, Timeline
from dashboard.store import Change, ConflictError, Project
from dashboard.timeline.measure import measure
from dashboard.wording import STATUSES, status_name
from tests.affair import affair

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.integers(0, 5), st.booleans()).map(
        lambda made: Span(made[0], made[0] + made[1], made[2], made[3])
    ),
    max_size=6,
)


@given(st.text(max_size=60), spans)
def test_marking_never_changes_the_text(text: str, marked: list[Span]) -> None:
    assert "".join(piece.text for piece in cut(text, 0, len(text), marked)) == text


@given(spans)
def test_exactly_the_spans_are_marked(marked: list[Span]) -> None:
    text = "x" * 60
    at = 0
    for piece in cut(text, 0, 60, marked):
        for place in range(at, at + len(piece.text)):
            assert (piece.mark is not None) == any(span.start <= place < span.end for span in marked)
        at += len(piece.text)


def test_the_quote_is_marked_and_its_date_underlined() -> None:
    timeline = affair()
    event = timeline.events[3]
    pieces = [
        p
        for part in paragraphs(timeline.articles[0], spans_of(event.evidence, timeline.articles[0]))
        for p in part.pieces
    ]
    assert "".join(p.text for p in pieces if p.mark is not None) == event.evidence[0].quote
    assert [p.text for p in pieces if p.dated] == ["16 February"]


def test_typed_dates_become_the_address_s() -> None:
    assert understood("2014-03", "2017", "en") == ({"after": "2014-03", "before": "2017"}, "", "")
    assert understood("mars 2014", "", "fr")[0] == {"after": "2014-03", "before": ""}
    assert understood("", "16 February 2017", "en")[0] == {"after": "", "before": "2017-02-16"}


def test_a_typed_date_that_is_none_is_answered_with_a_way_out() -> None:
    found, first, second = understood("soonish", "", "en")
    assert found is None
    assert "Try" in first
    assert second == ""


def test_a_range_that_ends_before_it_starts_is_said() -> None:
    found, first, second = understood("2018", "2017", "en")
    assert (found, first) == (None, "")
    assert second == "This is before the start."
    found, first, second = understood("2018", "2017", "en", edited="from")
    assert (found, first, second) == (None, "This is after the end.", "")


def test_the_range_is_said_in_words() -> None:
    assert range_note(ViewState(after="2014-03", before="2017"), "en") == "1 March 2014 to 31 December 2017"
    assert range_note(ViewState(after="2014-03"), "fr") == "à partir du 1er mars 2014"
    assert range_note(ViewState(), "en") == ""


def test_a_publication_date_that_is_set_is_given_kept_and_can_be_undone() -> None:
    readings: list[object] = []

    def reread(articles: Sequence[Article]) -> Timeline:
        readings.append(articles)
        return replace(affair(), articles=tuple(articles))

    workspace = Workspace.over(affair(), reread)
    assert workspace.timeline() == affair()
    workspace.publish_on("a1", date(2017, 3, 3), author="Anna")
    assert readings == []
    workspace.publish_on("a1", date(2016, 5, 1), author="Anna")
    article = workspace.timeline().articles[0]
    assert (article.published, article.published_from) == (date(2016, 5, 1), PublishedFrom.GIVEN)
    workspace.publish_on("a1", None, author="Anna")
    assert workspace.timeline().articles[0].published == date(2017, 3, 3)
    workspace.project.undo("Anna")
    assert workspace.timeline().articles[0].published == date(2016, 5, 1)
    assert len(readings) == 2


def test_a_date_that_another_set_while_the_articles_were_read_is_not_lost() -> None:
    def reread(articles: Sequence[Article]) -> Timeline:
        if len(readings) == 0:  # somebody else is faster, once
            readings.append(1)
            workspace.publish_on("a1", date(2015, 1, 1), author="Boris")
        return replace(affair(), articles=tuple(articles))

    readings: list[int] = []
    workspace = Workspace.over(affair(), reread)

    def added(there: Sequence[Article]) -> Sequence[Article]:
        return [*there, replace(there[0], id="a2")]

    workspace.read_again(added, author="Anna", action="add articles")
    assert [each.published for each in workspace.timeline().articles] == [date(2015, 1, 1)] * 2


def test_a_title_that_was_given_wins_over_the_timeline_s() -> None:
    assert Workspace.over(affair(), title="Détente").name(affair(), "en") == "Détente"
    assert Workspace.over(affair()).name(affair(), "fr") == "Contacts militaires OTAN–Russie"
    workspace = Workspace.over(affair(), title="Détente")
    workspace.project.set_title("Thaw", author="Anna")
    assert workspace.name(workspace.timeline(), "fr") == "Thaw"


def test_a_publication_date_is_said_with_where_it_comes_from() -> None:
    article = affair().articles[0]
    assert published_note(article, "en") == "Published 3 March 2017 (given)"


def test_a_guessed_publication_date_that_is_confirmed_becomes_a_given_one() -> None:
    guess = replace(affair().articles[0], published_from=PublishedFrom.INFERRED, published_confidence=0.6)
    confirmed = published_on(guess, date(2017, 3, 3))
    assert (confirmed.published, confirmed.published_from) == (guess.published, PublishedFrom.GIVEN)
    assert confirmed.published_confidence == 1.0


def test_two_apps_in_one_process_each_have_all_their_callbacks() -> None:
    def outputs() -> list[str]:
        client = create_app(affair()).server.test_client()
        found = client.get("/_dash-dependencies", headers={"Host": "localhost"}).get_json()
        return sorted(each["output"] for each in found)

    first, second = outputs(), outputs()
    assert len(first) > 30
    assert len(first) == len(second)


def test_what_is_saved_is_what_is_shown_when_the_address_names_a_stranger() -> None:
    wanted = {"search": "?actor=nobody&type=NONE", "kind": "json"}
    saved = file_of(Workspace.over(affair()), wanted, "en", date(2026, 11, 24))
    assert len(json.loads(base64.b64decode(saved["content"]))["events"]) == len(affair().events)


def test_a_set_publication_date_must_be_a_date() -> None:
    assert day_of("3 March 2017", "en") == date(2017, 3, 3)
    assert day_of("", "en") is None
    with pytest.raises(DateError, match="Try"):
        day_of("someday", "en")


@pytest.mark.parametrize(
    ("title", "state", "name"),
    [
        ("NATO–Russia: contacts", ViewState(), "nato-russia-contacts-2026-11-24.png"),
        ("L'élan", ViewState(after="2014-03", before="2017"), "l-elan-2014-03-2017-2026-11-24.png"),
        ("../../etc/passwd", ViewState(actors=("nato",)), "etc-passwd-filtered-2026-11-24.png"),
        ("条約", ViewState(), "timeline-2026-11-24.png"),
    ],
)
def test_a_saved_file_s_name_tells_what_is_inside(title: str, state: ViewState, name: str) -> None:
    assert file_name(title, state, date(2026, 11, 24), "png") == name


def test_a_long_list_of_actors_is_cut_but_never_what_is_chosen() -> None:
    choices = [Option(f"a{at}", f"Actor {at}", 1) for at in range(500)]
    made = listed(choices, ["a400"], "en")
    assert [each["value"] for each in made["options"]] == [f"a{at}" for at in range(LISTED)] + ["a400"]
    assert made["note"] == "and 439 more: find them by name"


def test_the_empty_date_fields_show_the_ends_of_ones_own_timeline() -> None:
    first, last = ends_of(affair(), "en")
    days = [(each.when.earliest, each.when.latest) for each in affair().events]
    assert first == min(one.isoformat() for one, _ in days if one)[:7]
    assert last == max(one.isoformat() for _, one in days if one)[:7]
    assert ends_of(Timeline(), "fr") == ("AAAA-MM-JJ", "AAAA-MM-JJ")


def test_a_publication_date_is_typed_no_finer_than_it_is_known() -> None:
    article = replace(affair().articles[0], published=date(2017, 3, 1))
    assert published_as_typed(article) == "2017-03-01"
    assert published_as_typed(replace(article, published_precision=Granularity.MONTH)) == "2017-03"
    assert published_as_typed(replace(article, published=None)) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.org/a", "https://example.org/a"),
        ("http://example.org/a", "http://example.org/a"),
        ("javascript://example.org", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_address_of_an_article_is_one_of_the_web_or_none(typed: str | None, kept: str) -> None:
    ids = [{"item": "a", "field": "url"}, {"item": "b", "field": "url"}]
    assert description_of(ids, [typed, "https://example.org/another"], "a").url == kept


def test_without_an_open_event_the_queue_leads_to_the_first_that_waits() -> None:
    with closing(Project.temporary(affair())) as project:
        shown = json.dumps(outside(Workspace(project), "en"), cls=PlotlyJSONEncoder)
        assert "1 event to review" in shown
        assert json.dumps(json.dumps({"show": "review", "event": "brigade"})) in shown
        project.change([Change("brigade", None, project.version("brigade"))], author="Ada", action="delete")
        assert "Nothing is left to review" in json.dumps(
            outside(Workspace(project), "en"), cls=PlotlyJSONEncoder
        )


def test_what_a_column_of_the_table_cuts_is_told_whole_under_the_pointer() -> None:
    grid = table.layout("", "en")
    told = {each["field"] for each in grid.columnDefs if each.get("tooltipField") == each["field"]}
    assert told == {"title", "type", "actors", "place", "review"}
    assert grid.dashGridOptions["enableBrowserTooltips"] is True


def test_an_import_is_planned_by_what_is_new_what_is_changed_and_what_is_here() -> None:
    here = affair()
    events = [
        replace(here.events[0], note="Seen again."),
        replace(here.events[1], id="other"),
        *here.events[2:],
    ]
    content = base64.b64encode(KINDS["json"].write(here.with_events(tuple(events)), "en")).decode()
    plan = plan_of(Workspace.over(here, None), {"name": "a.json", "content": content}, "en")
    assert [event.id for event in plan.new] == ["other"]
    assert [event.id for event in plan.changed] == [here.events[0].id]
    assert plan.same == len(here.events) - 2


def test_a_field_keeps_what_is_typed_in_it_and_others_follow() -> None:
    shown = scene(Workspace.over(affair(), None), "?q=treaty", "en")
    before = replace(shown, name="An older name", state=ViewState())

    def answered(by: str) -> tuple[object, object]:
        said = dict(zip(map(str, OUTPUTS), answers(shown, before, by), strict=True))
        return said["own-title.data"], said["search.value"]

    grown = dict(zip(map(str, OUTPUTS), answers(shown, outdated(before)), strict=True))
    assert (grown["from.placeholder"], grown["to.placeholder"]) == ends_of(affair(), "en")
    assert answered("theme") == (shown.name, "treaty")
    assert answered("search") == (shown.name, no_update)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_column_of_the_table_is_as_wide_as_what_it_holds(language: str) -> None:
    statuses = [status_name(each, language) for each in STATUSES]
    found = widths([{"status": each} for each in statuses], {"status": "S", "title": "T", "place": "P"})
    assert all(found["status"]["width"] >= measure(each, 13) + 24 for each in statuses)
    few, many = (
        widths([{"title": "A" * 30, "actors": "A" * each}], {"title": "T", "actors": "A"}) for each in (5, 30)
    )
    assert few["actors"]["flex"] < many["actors"]["flex"] <= many["title"]["flex"]  # who needs it has it


def test_the_room_of_a_view_is_kept_before_it_is_drawn() -> None:
    room = panel("map", {"layout": {"height": 741}}, "A map", "en")[0].children
    assert room.style == {"minHeight": 741}
    assert reserved({}) == {"style": {"minHeight": 0}, "data-room": "yes"}


@pytest.mark.parametrize(("language", "said"), [("en", "A reader"), ("fr", "Un lecteur"), ("ar", "قارئ")])
def test_who_gave_no_name_begins_a_sentence_in_the_language_of_the_page(language: str, said: str) -> None:
    assert called(READER, language) == said
    assert called("ada", language) == "ada"
    clash = ConflictError(theirs=None, mine=None, base=None, author=READER, at=None)
    assert said_of(clash, language).split(" ")[0] != READER
    assert said in said_of(clash, language)
