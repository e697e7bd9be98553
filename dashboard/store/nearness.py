"""Which events may be the same as one: those near in time that share actors come first. Pure."""

from datetime import date

import numpy as np

from dashboard.model import Event, Timeline, When
from dashboard.store.columns import OPEN_LEFT, OPEN_RIGHT, columns
from dashboard.store.filters import Filters, masks_of


def nearest(event: Event, timeline: Timeline, most: int, find: str = "") -> tuple[tuple[Event, ...], int]:
    """At most so many other events, nearest in time first, those that share actors sooner; and of how many.

    ``find`` leaves only those that say its words.
    """
    table = columns(timeline)
    first = event.when.earliest.toordinal() if event.when.earliest else OPEN_LEFT
    last = event.when.latest.toordinal() if event.when.latest else OPEN_RIGHT
    days = np.maximum(0, np.maximum(table.earliest - last, first - table.latest))
    family, ours = table.links("actors"), table.family(event)
    codes = [at for at, value in enumerate(family.values) if value in ours]
    shared = np.bincount(family.rows[np.isin(family.codes, codes)], minlength=table.size)
    distance = (days + 1) / (1 + shared) ** 2
    others = masks_of(timeline, Filters(text=find)).get("text", np.ones(table.size, dtype=bool)).copy()
    others[[at for at, each in enumerate(timeline.events) if each.id == event.id]] = False
    rows = np.flatnonzero(others)
    ranked = rows[np.argsort(distance[rows], kind="stable")[:most]]
    return tuple(timeline.events[at] for at in ranked.tolist()), len(rows)


def gap(one: When, other: When) -> int:
    """The days between two dates; 0 if they meet."""
    spans = [(each.earliest or date.min, each.latest or date.max) for each in (one, other)]
    (first, last), (start, end) = spans
    return max(0, (start - last).days, (first - end).days)
