"""How many events each choice of a filter would leave. Called by the app for the counts in its rail."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from dashboard.model import Timeline
from dashboard.store.columns import FACETS, columns
from dashboard.store.filters import Filters, masks_of


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of events by facet and value, most first. Every value of the whole timeline is there.

    Actors count through affiliation: Gerasimov's events count for Russia too. ``shown`` of
    ``total`` events pass all filters.
    """

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    shown: int = 0
    total: int = 0

    @property
    def actors(self) -> Mapping[str, int]:
        """The counts of actors."""
        return self.counts["actors"]

    @property
    def types(self) -> Mapping[str, int]:
        """The counts of types."""
        return self.counts["types"]

    @property
    def statuses(self) -> Mapping[str, int]:
        """The counts of statuses."""
        return self.counts["statuses"]


def facets(timeline: Timeline, filters: Filters) -> Facets:
    """The counts of each filter's values, under all the *other* filters."""
    table = columns(timeline)
    masks = masks_of(timeline, filters)
    fails = np.zeros(table.size, dtype=np.int64)
    for mask in masks.values():
        fails += ~mask
    counts = {}
    for facet in FACETS:
        own = masks.get(facet)
        # What fails one test only would be let in by another choice of that filter; where all chosen actors
        # are wanted together, a further one can only leave fewer.
        narrowing = facet == "actors" and filters.together
        left = fails == 0 if own is None or narrowing else fails - ~own == 0
        counts[facet] = _ranked(table.links(facet).counts(left))
    return Facets(counts, int((fails == 0).sum()), table.size)


def _ranked(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
