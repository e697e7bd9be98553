"""Which events may be the same as one: those near in time that share actors come first. Pure."""

from datetime import date

from dashboard.model import Event, Timeline, When
from dashboard.store.ancestry import everyone, families


def nearest(event: Event, timeline: Timeline, most: int) -> tuple[Event, ...]:
    """The other events that lie nearest in time, nearer the more actors they share; at most so many."""
    family = families(timeline)
    ours = everyone(event, family)

    def distance(other: Event) -> tuple[float, str]:
        shared = len(ours & everyone(other, family))
        return (gap(event.when, other.when) + 1) / (1 + shared) ** 2, other.id

    others = [each for each in timeline.events if each.id != event.id]
    return tuple(sorted(others, key=distance)[:most])


def gap(one: When, other: When) -> int:
    """The days between two dates; 0 if they meet."""
    spans = [(each.earliest or date.min, each.latest or date.max) for each in (one, other)]
    (first, last), (start, end) = spans
    return max(0, (start - last).days, (first - end).days)
