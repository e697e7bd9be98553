"""What people have made of an event, or have yet to: the sign beside its mark. Called by the layout."""

from collections.abc import Mapping, Sequence

from dashboard.model import Event, Review, Timeline
from dashboard.store import queue

DOUBTFUL, ACCEPTED, CORRECTED = "doubtful", "accepted", "corrected"
BADGES = (DOUBTFUL, ACCEPTED, CORRECTED)
"""What a mark can be signed with, in the order of the key; one that is sure as read has no sign."""

_SEEN = {Review.ACCEPTED: ACCEPTED, Review.EDITED: CORRECTED, Review.MANUAL: CORRECTED}


def badges_of(timeline: Timeline, events: Sequence[Event]) -> Mapping[str, str]:
    """The sign of each of some events of a timeline that has one."""
    found = {event.id: _SEEN[event.review] for event in events if event.review in _SEEN}
    waiting = queue(timeline.with_events(tuple(events)))
    return found | {event.id: DOUBTFUL for event in waiting}
