"""When an event stands on the calendar, as numbers: the days it covers and how sure each end is.

Days are proleptic ordinals (``date.toordinal``); an end is exclusive. Called by the axis and the marks.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.model import Event, Granularity, Status, Timeline
from dashboard.store import kept

_VAGUE = frozenset({Granularity.SEASON, Granularity.DECADE, Granularity.CENTURY})


@dataclass(frozen=True, slots=True)
class Extent:
    """The days [start, end) of an event. A soft end fades; an open end has no known limit at all."""

    start: float
    end: float
    soft: bool = False
    open_left: bool = False
    open_right: bool = False

    @property
    def days(self) -> float:
        """How many days it covers."""
        return self.end - self.start


def extent_of(event: Event) -> Extent:
    """The extent of an event; an open side is one day long, since nothing is known of it."""
    when = event.when
    soft = when.approximate or when.granularity in _VAGUE
    ongoing = event.status is Status.ONGOING
    if when.earliest is None or when.latest is None:
        known = when.earliest or when.latest
        assert known is not None  # the model refuses a When without ends
        day = known.toordinal()
        return Extent(day, day + 1, soft, when.earliest is None, when.latest is None)
    start, end = when.earliest.toordinal(), when.latest.toordinal() + 1
    return Extent(start, end, soft, open_right=ongoing and end - start > 1)


@dataclass(frozen=True, slots=True)
class Extents:
    """The extents of all events of a timeline, in their order, and their ends as arrays."""

    each: tuple[Extent, ...]
    starts: NDArray[np.float64]
    ends: NDArray[np.float64]

    @property
    def span(self) -> tuple[int, int]:
        """The first ordinal, and the one after the last; the same twice without any event."""
        if not len(self.starts):
            return (0, 0)
        return int(self.starts.min()), int(self.ends.max())


@kept
def extents_of(timeline: Timeline) -> Extents:
    """The extents of a timeline's events; equal ones are one object."""
    alike: dict[Extent, Extent] = {}
    found = [alike.setdefault(extent, extent) for extent in map(extent_of, timeline.events)]
    starts = np.array([each.start for each in found], dtype=np.float64)
    return Extents(tuple(found), starts, np.array([each.end for each in found], dtype=np.float64))
