"""Why an event deserves a second look, and in which order to look. Pure; called by the app's review queue."""

from collections.abc import Mapping, Sequence

from dashboard.dates import reasons
from dashboard.model import Event, PublishedFrom, Review, Timeline
from dashboard.store.keeping import kept

SURE = 0.75
"""From this confidence on, a reading needs no second look for its own sake."""
_UNSURE = "the reading is not sure"
_GUESSED = "its date rests on a publication date that is guessed"
_APPROXIMATE = "its date is approximate"
_OPEN = "its date has no first or no last day"
_NOBODY = "no actor is named"
_UNKNOWN = "an actor is not known"
_DISAGREE = "its quotes give different dates"
_WEIGHTS = {
    _GUESSED: 0.25,
    _DISAGREE: 0.2,
    _NOBODY: 0.2,
    _UNKNOWN: 0.15,
    _APPROXIMATE: 0.12,
    _OPEN: 0.1,
    _UNSURE: 0.0,
}
_ON_PUBLICATION = frozenset(
    {
        reasons.NEAREST,
        reasons.LAST_ONE,
        reasons.NEXT_ONE,
        reasons.COUNTED_PUBLICATION,
        reasons.PUBLICATION_INFERRED,
        reasons.PUBLICATION_MONTH,
    }
)
"""Reasons that name the publication date; a date that follows the text itself does not rest on it."""


def doubts(event: Event, timeline: Timeline) -> tuple[str, ...]:
    """Why an event is doubtful, the weightiest first, each a message of the catalogue; () if it is not."""
    return _doubts(event, timeline, _shaky(timeline))


def _doubts(event: Event, timeline: Timeline, shaky: frozenset[str]) -> tuple[str, ...]:
    found = []
    if event.confidence < SURE:
        found.append(_UNSURE)
    if _guessed(event, shaky):
        found.append(_GUESSED)
    if event.when.approximate:
        found.append(_APPROXIMATE)
    if event.when.earliest is None or event.when.latest is None:
        found.append(_OPEN)
    if not event.participants:
        found.append(_NOBODY)
    if any(each.actor not in timeline.actors for each in event.participants):
        found.append(_UNKNOWN)
    if _disagreeing(event):
        found.append(_DISAGREE)
    return tuple(sorted(found, key=lambda each: -_WEIGHTS[each]))


@kept
def queue(timeline: Timeline) -> tuple[Event, ...]:
    """The doubtful events that nobody has looked at, the most doubtful first."""
    shaky = _shaky(timeline)
    waiting = [
        (-_weight(event, why), event.id, event)
        for event in timeline.events
        if event.review is Review.UNREVIEWED and (why := _doubts(event, timeline, shaky))
    ]
    return tuple(event for _weight_of, _id, event in sorted(waiting, key=lambda each: each[:2]))


def _weight(event: Event, why: Sequence[str]) -> float:
    return 1 - event.confidence + sum(_WEIGHTS[each] for each in why)


def reviewed(timeline: Timeline, machine: Mapping[str, Event], gone: Sequence[Event] = ()) -> int:
    """How many events that were doubtful as read have been accepted, edited or deleted (``gone``)."""
    looked = [
        machine.get(event.id, event)
        for event in timeline.events
        if event.review in {Review.ACCEPTED, Review.EDITED}
    ]
    return sum(bool(doubts(event, timeline)) for event in (*looked, *gone))


def _shaky(timeline: Timeline) -> frozenset[str]:
    """The articles whose publication date is a guess, or missing."""
    return frozenset(
        article.id
        for article in timeline.articles
        if article.published_from in {PublishedFrom.INFERRED, PublishedFrom.UNKNOWN}
    )


def _guessed(event: Event, shaky: frozenset[str]) -> bool:
    rests = any(each.article in shaky for each in event.evidence)
    return rests and not _ON_PUBLICATION.isdisjoint(event.when.reason.split("; "))


def _disagreeing(event: Event) -> bool:
    """Whether two quotes give dates of which neither lies inside the other."""
    spans = [
        (each.expression.when.earliest, each.expression.when.latest)
        for each in event.evidence
        if each.expression and each.expression.when
    ]
    full = [(first, last) for first, last in spans if first and last]
    return any(a[1] < b[0] or b[1] < a[0] for at, a in enumerate(full) for b in full[at + 1 :])
