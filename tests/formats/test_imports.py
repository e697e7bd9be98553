"""Files that other people and programs wrote: read as far as they go, each fault named by row and column."""

from dataclasses import replace
from datetime import date

import orjson
import pytest
from icalendar import Calendar

from dashboard.errors import FormatError
from dashboard.formats import KINDS, Imported, kind_of, read_any, template
from dashboard.model import Granularity, Review, Role, Status
from tests.affair import affair


def read(text: str, name: str = "mine.csv", **options) -> Imported:
    return read_any(text.encode(), name, **options)


def test_a_french_table_from_a_spreadsheet_is_understood() -> None:
    table = "Titre;Quand;Acteurs;Lieu;Statut\nSommet de l'OTAN;8 juillet 2016;OTAN;Varsovie;happened\n"
    found = read_any(table.encode("cp1252"), "affaire.csv", language="fr")
    (event,) = found.timeline.events
    assert found.faults == ()
    assert (event.titles, event.when.edtf) == ({"fr": "Sommet de l'OTAN"}, "2016-07-08")
    assert [each.actor for each in event.participants] == ["nato"]
    assert event.place
    assert event.place.country == "PL"
    assert event.review is Review.MANUAL
    assert event.evidence == ()


def test_a_column_source_is_the_outlet_of_an_article_that_has_no_title() -> None:
    table = "title,date,quote,source,published,author\nA,2017-03-03,They spoke.,Example News,2017-03,J. Doe\n"
    found = read(table)
    (article,) = found.timeline.articles
    assert found.faults == ()
    assert (article.title, article.source, article.author) == ("", "Example News", "J. Doe")
    assert (article.published, article.published_precision) == (date(2017, 3, 1), Granularity.MONTH)
    (again,) = read(KINDS["csv"].write(found.timeline, "en").decode("utf-8-sig")).timeline.articles
    assert again == article


def test_the_template_says_what_it_needs_and_can_be_imported() -> None:
    (event,) = read(template()).timeline.events
    assert event.when.edtf == "2016-07-08/2016-07-09"
    assert [(each.actor, each.role) for each in event.participants] == [
        ("nato", Role.PARTICIPANT),
        ("pl", Role.HOST),
    ]
    assert event.evidence[0].quote == "The allies met in Warsaw on 8 and 9 July 2016."


def test_each_fault_is_named_by_its_row_and_column_and_the_rest_is_kept() -> None:
    table = (
        "title,date,status,lat,lon,weather,url,quote\r\n"
        "A,2017-03-03,maybe,95,10,fair,javascript:x,words\r\n"
        ",2017-03-03,,,,,,\r\n"
        "C,soonish,,,,,,\r\n"
        'D,,,,,,,"two\nlines"\r\n'
        "E,2017,planned,,,,,\r\n"
    )
    found = read(table)
    assert [event.title("en") for event in found.timeline.events] == ["E", "A"]
    assert [(fault.row, fault.column, fault.left_out) for fault in found.faults] == [
        (1, "weather", False),
        (2, "status", False),
        (2, "urls", False),
        (3, "title", True),
        (4, "edtf", True),
        (5, "edtf", True),
    ]
    assert found.faults[4].said("en") == (
        "Row 4, edtf: “soonish” is not a date: write one such as 2017-03-03 or 3 March 2017"
    )


def test_a_row_after_one_of_two_lines_is_counted_by_its_line() -> None:
    found = read('title,date,note\r\nA,2017,"one\ntwo"\r\nB,never,\r\n')
    assert [fault.row for fault in found.faults] == [4]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"name,colour\nx,red\n", "no column"),
        (b'title,date\n"unclosed,2017\n', "Line 2"),
        (b'{"schema": "other/1", "events": []}', "neither"),
        (b'{"events": 3}', "slides"),
        (b'{"events": [', "line 1"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "iCalendar"),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        read_any(content, "file.txt")


def test_a_table_mended_in_a_spreadsheet_edits_the_event_and_keeps_its_evidence() -> None:
    text = KINDS["csv"].write(affair(), "fr").decode("utf-8-sig")
    mended = text.replace("Sommet de l'OTAN à Varsovie", "Sommet de Varsovie")
    found = read(mended, known=affair()).timeline
    old = {event.id: event for event in affair().events}
    changed = [event for event in found.events if event != old[event.id]]
    (event,) = changed
    assert event.titles == {"en": "NATO summit in Warsaw", "fr": "Sommet de Varsovie"}
    assert event.review is Review.EDITED
    assert replace(event, titles=old["summit"].titles, review=old["summit"].review) == old["summit"]


def test_a_short_table_of_known_events_changes_only_its_columns() -> None:
    found = read("id,title,date\ncall,A call,4 March 2017\n", known=affair()).timeline
    (event,) = found.events
    assert event.when.edtf == "2017-03-04"
    assert [each.actor for each in event.participants] == ["pavel", "gerasimov"]
    assert event.evidence == affair().events[5].evidence


CALENDAR = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Someone//Else//EN\r
X-WR-CALNAME:Visits\\, and more\r
BEGIN:VEVENT\r
UID:u1\r
DTSTART;VALUE=DATE:20170216\r
DTEND;VALUE=DATE:20170218\r
SUMMARY:Meeting in Baku\r
DESCRIPTION:They spoke\\; at length.\r
LOCATION:Baku\r
GEO:40.38;49.89\r
ATTENDEE;CN=Jane Doe:mailto:jane@example.org\r
RRULE:FREQ=YEARLY\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:u2\r
DTSTART:20170303T150000Z\r
SUMMARY:Call\r
STATUS:TENTATIVE\r
END:VEVENT\r
BEGIN:VTODO\r
UID:t\r
SUMMARY:Not an event\r
END:VTODO\r
END:VCALENDAR\r
"""


def test_a_foreign_calendar_keeps_days_words_place_and_people() -> None:
    found = read_any(CALENDAR, "visits.ics")
    first, second = found.timeline.events
    assert (first.when.edtf, first.place and first.place.lat) == ("2017-02-16/2017-02-17", 40.38)
    assert first.evidence[0].quote == "They spoke; at length."
    assert found.timeline.articles[0].title == "Visits, and more"
    assert [found.timeline.actors[each.actor].name("en") for each in first.participants] == ["Jane Doe"]
    assert (second.when.edtf, second.status) == ("2017-03-03", Status.PLANNED)
    assert [(fault.row, fault.column) for fault in found.faults] == [
        (1, "RRULE"),
        (2, "DTSTART"),
        (None, "VTODO"),
    ]


def test_another_calendar_program_sees_the_days_and_is_told_that_they_are_not_exact() -> None:
    entries = Calendar.from_ical(KINDS["ics"].write(affair(), "en")).walk("VEVENT")
    freeze = entries[0]
    assert (str(freeze["dtstart"].dt), str(freeze["dtend"].dt)) == ("2014-03-01", "2014-06-01")
    assert "The date is not exact: 2014-21" in str(freeze["description"])
    assert "spring of 2014" in str(freeze["description"])
    assert str(entries[-1]["status"]) == "TENTATIVE"


SLIDES = {
    "title": {"text": {"headline": "The <i>affair</i>"}},
    "events": [
        {
            "start_date": {"year": "2014", "month": "3", "day": ""},
            "end_date": {"year": 2014, "month": 5},
            "display_date": "spring 2014",
            "text": {"headline": "Contacts &amp; <b>freeze</b>", "text": "<p>Words.</p><script>x</script>"},
            "media": {"url": "https://example.org/a.jpg", "link": "https://example.org/story"},
            "group": "Suspension",
        },
        {"start_date": {"year": "-44"}, "text": {"headline": "Too early"}},
    ],
    "eras": [{"start_date": {"year": 2014}}],
}


def test_foreign_slides_keep_their_words_and_the_season_that_they_show() -> None:
    found = read_any(orjson.dumps(SLIDES), "slides.json")
    (event,) = found.timeline.events
    assert event.title("en") == "Contacts & freeze"
    assert (event.when.edtf, event.when.granularity) == ("2014-21", Granularity.SEASON)
    assert event.type == "SUSPEND"
    assert event.evidence[0].quote.startswith("Words.")
    assert found.timeline.articles[0].url == "https://example.org/story"
    assert found.timeline.titles == {"en": "The affair"}
    assert [(fault.row, fault.column) for fault in found.faults] == [
        (1, "media"),
        (2, "start_date"),
        (None, "eras"),
    ]


def test_the_sheet_of_timelinejs_goes_both_ways() -> None:
    sheet = KINDS["timelinejs-csv"].write(affair(), "en")
    found = read_any(sheet, "sheet.csv").timeline
    assert [event.titles["en"] for event in found.events] == [event.titles["en"] for event in affair().events]
    assert [event.when.edtf for event in found.events] == [event.when.edtf for event in affair().events]
    assert [event.type for event in found.events] == [event.type for event in affair().events]
    assert found.events[3].evidence[0].quote == affair().events[3].evidence[0].quote
    assert found.titles == {"en": affair().titles["en"]}


def test_the_map_has_a_point_where_a_place_has_one() -> None:
    features = orjson.loads(KINDS["geojson"].write(affair(), "en"))["features"]
    points = {each["id"]: each["geometry"] and each["geometry"]["coordinates"] for each in features}
    assert points["baku"] == [49.89, 40.38]
    assert points["call"] is None


def test_the_network_counts_who_met_whom() -> None:
    import io

    import networkx as nx

    graph = nx.read_graphml(io.BytesIO(KINDS["graphml"].write(affair(), "en")))
    assert graph.nodes["gerasimov"]["label"] == "Valery Gerasimov"
    assert graph.nodes["gerasimov"]["events"] == 2
    edge = graph.edges["gerasimov", "dunford"]
    assert (edge["weight"], edge["events"], edge["verbal_cooperation"]) == (1, "baku", 1)


def test_a_file_s_name_asks_for_its_format() -> None:
    assert kind_of("a.CSV") == "csv"
    assert kind_of("a.timelinejs.json") == "timelinejs"
    assert kind_of("a.docx") is None


def test_a_calendar_says_which_article_each_quote_is_from():
    timeline = affair()
    told = KINDS["ics"].write(timeline, "en").decode().replace("\r\n ", "")
    article = timeline.article(timeline.events[0].evidence[0].article)
    assert f"” – {article.title}" in told
