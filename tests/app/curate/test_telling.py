"""Which fields a person changed, and in which language that is told."""

from dataclasses import replace
from datetime import date

from dashboard.app.curate.telling import changed
from dashboard.model import Granularity, When
from dashboard.store.edits import edited, fields_of
from tests.events.reading import timeline_of

TIMELINE = timeline_of("France and Germany signed a treaty in Paris on May 3, 2021.")
EVENT, ACTORS = TIMELINE.events[0], TIMELINE.actors
LATER = When("2021-05-04", date(2021, 5, 4), date(2021, 5, 4), Granularity.DAY)


def names(after, language="en"):
    return [name for name, _was, _is in changed(EVENT, after, ACTORS, language)]


def test_a_title_that_follows_the_fields_is_not_a_change_of_its_own():
    followed = edited(EVENT, replace(fields_of(EVENT), when=LATER, participants=()), ACTORS)
    assert followed.titles != EVENT.titles
    assert names(followed) == ["when", "participants"]


def test_a_typed_title_is_told_in_the_language_of_the_page_or_in_its_own():
    typed = edited(EVENT, replace(fields_of(EVENT), titles={**EVENT.titles, "fr": "Le traité"}), ACTORS)
    both = [("title", EVENT.titles["fr"], "Le traité")]
    assert changed(EVENT, typed, ACTORS, "fr") == changed(EVENT, typed, ACTORS, "en") == both
    more = replace(typed, titles={**typed.titles, "en": "The treaty"})
    assert changed(EVENT, more, ACTORS, "en") == [("title", EVENT.titles["en"], "The treaty")]
