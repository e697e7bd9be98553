"""The review queue: what deserves a second look, why, and what comes first."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.model import Granularity, PublishedFrom, Review, When
from dashboard.store.doubts import doubts, queue, reviewed
from tests.affair import affair

AFFAIR = affair()
CALL = next(event for event in AFFAIR.events if event.id == "call")


def guessed(timeline):
    article = replace(timeline.articles[0], published_from=PublishedFrom.INFERRED)
    return replace(timeline, articles=(article,))


def with_event(event):
    others = tuple(each for each in AFFAIR.events if each.id != event.id)
    return AFFAIR.with_events((*others, event))


def test_a_sure_event_raises_no_doubt():
    assert doubts(CALL, AFFAIR) == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"confidence": 0.5}, "the reading is not sure"),
        ({"participants": ()}, "no actor is named"),
        (
            {
                "when": When(
                    "2017-03-03~", date(2017, 3, 3), date(2017, 3, 3), Granularity.DAY, approximate=True
                )
            },
            "its date is approximate",
        ),
        (
            {"when": When("2017/..", date(2017, 1, 1), None, Granularity.YEAR)},
            "its date has no first or no last day",
        ),
    ],
)
def test_each_doubt_is_named(changes, why):
    assert doubts(replace(CALL, **changes), AFFAIR) == (why,)


def test_a_date_is_doubtful_only_if_it_hangs_on_the_guessed_publication_date():
    hangs = replace(
        CALL, when=replace(CALL.when, reason="day and month, no year; nearest to the publication date")
    )
    assert doubts(hangs, AFFAIR) == ()
    assert doubts(hangs, guessed(AFFAIR)) == ("its date rests on a publication date that is guessed",)
    assert doubts(CALL, guessed(AFFAIR)) == ()


def test_a_date_that_follows_the_text_does_not_rest_on_the_publication_date():
    follows = replace(CALL, when=replace(CALL.when, reason="nearest to the date the text speaks of"))
    assert doubts(follows, guessed(AFFAIR)) == ()


def test_quotes_that_give_different_days_are_doubtful():
    other = next(event for event in AFFAIR.events if event.id == "baku")
    both = replace(CALL, evidence=(*CALL.evidence, *other.evidence))
    assert doubts(both, AFFAIR) == ("its quotes give different dates",)


def test_the_most_doubtful_comes_first_and_the_reviewed_not_at_all():
    timeline = with_event(replace(CALL, confidence=0.3))
    assert [event.id for event in queue(timeline)] == ["call", "brigade"]
    done = with_event(replace(CALL, confidence=0.3, review=Review.ACCEPTED))
    assert [event.id for event in queue(done)] == ["brigade"]


def test_progress_counts_what_was_doubtful_as_read():
    was = replace(CALL, participants=())
    now = with_event(replace(CALL, review=Review.EDITED))
    assert reviewed(now, {"call": was}) == 1
    assert reviewed(now, {"call": CALL}) == 0
    assert reviewed(now, {"call": was}, [replace(CALL, id="gone", confidence=0.2)]) == 2
