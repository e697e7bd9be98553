"""Why a field is as it is, told field by field from what the reading explains."""

from dataclasses import replace

from dashboard.app.curate.why import told
from dashboard.model import Status
from tests.events.reading import timeline_of

TIMELINE = timeline_of("France and Germany signed a treaty in Paris on May 3, 2021.")
EVENT = TIMELINE.events[0]


def test_every_field_tells_its_own_reasons_once() -> None:
    said = dict(told(EVENT, None, TIMELINE.actors, "en"))
    assert said["Type"] == ["type by the word: signed"]
    assert said["Date"][0] == "by the words: “May 3, 2021”"
    assert {"participant by the words: France", "participant by the words: Germany"} == set(said["Actors"])
    assert said["Place"] == ["place named beside it: Paris"]


def test_what_a_reader_chose_stands_before_what_was_read() -> None:
    changed = replace(EVENT, status=Status.DENIED, reasons=(*EVENT.reasons, "joined by hand"))
    said = dict(told(changed, EVENT, TIMELINE.actors, "en"))
    assert said["Status"][0].startswith("chosen by a reader; read as")
    assert said["Readers"] == ["joined by hand"]


def test_what_no_field_is_about_is_told_of_the_event() -> None:
    said = dict(told(replace(EVENT, reasons=("taken from a list",)), None, TIMELINE.actors, "en"))
    assert said["The event"] == ["taken from a list"]


def test_an_event_without_reasons_tells_its_date_only() -> None:
    silent = replace(EVENT, reasons=(), when=replace(EVENT.when, reason=""))
    assert [name for name, _ in told(silent, None, TIMELINE.actors, "en")] == ["Date"]
