"""A timeline as arrays, one row per event: what filters and facets count on. Called by them and the layout.

Made once per timeline; a click then costs a few passes over numbers, however many events there are.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.model import Event, Timeline
from dashboard.store.ancestry import everyone, families
from dashboard.store.finding import fold
from dashboard.store.keeping import kept

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

OPEN_LEFT, OPEN_RIGHT = -1, 10_000_000
"""Ordinals that stand for an end that is not known."""

SURE = (("high", 0.8), ("medium", 0.5), ("low", 0.0))
"""Bands of confidence, and where each begins."""


@dataclass(frozen=True, slots=True)
class Links:
    """Which events have which values: event ``rows[i]`` has ``values[codes[i]]``; no pair stands twice."""

    values: tuple[str, ...]
    rows: Numbers
    codes: Numbers
    size: int

    def counts(self, mask: Mask) -> dict[str, int]:
        """How many of the masked events have each value."""
        found = np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))
        return dict(zip(self.values, found.tolist(), strict=True))

    def among(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """The pairs of some rows alone, as (rows, codes), in the order of the rows."""
        wanted = np.zeros(self.size, dtype=bool)
        wanted[rows] = True
        kept_ones = wanted[self.rows]
        return self.rows[kept_ones], self.codes[kept_ones]

    def having(self, wanted: Collection[str]) -> Mask:
        """The events that have any of the values."""
        codes = [at for at, value in enumerate(self.values) if value in wanted]
        mask = np.zeros(self.size, dtype=bool)
        mask[self.rows[np.isin(self.codes, codes)]] = True
        return mask


class Columns:
    """The arrays of a timeline: days, and for every facet its values; texts, folded when first searched."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        events = timeline.events
        self.size = len(events)
        self.earliest = np.array(
            [each.when.earliest.toordinal() if each.when.earliest else OPEN_LEFT for each in events],
            dtype=np.int64,
        )
        self.latest = np.array(
            [each.when.latest.toordinal() if each.when.latest else OPEN_RIGHT for each in events],
            dtype=np.int64,
        )
        self._family = families(timeline)
        self._spoken = {each.id: each.language for each in timeline.articles}
        self._links: dict[str, Links] = {}

    def links(self, facet: str) -> Links:
        """The values of a facet, most events first, then by value."""
        if facet not in self._links:
            values = _VALUES[facet]
            found = (
                _families(self)
                if facet == "actors"
                else _pairs(values(self, each) for each in self.timeline.events)
            )
            self._links[facet] = _ranked(*found, self.size)
        return self._links[facet]

    def family(self, event: Event) -> Collection[str]:
        """All actors in whose name an event counts."""
        return everyone(event, self._family)

    def members(self, actor: str) -> Collection[str]:
        """Who counts where an actor takes part: itself and those to whom it belongs."""
        return self._family.get(actor, (actor,))

    def languages(self, event: Event) -> set[str]:
        """The languages of the articles that tell an event."""
        return {self._spoken[each.article] for each in event.evidence if each.article in self._spoken}

    @cached_property
    def ends(self) -> tuple[date | None, date | None]:
        """The first and the last day that an event has; None where none has one."""
        first = self.earliest[self.earliest != OPEN_LEFT]
        last = self.latest[self.latest != OPEN_RIGHT]
        return (
            date.fromordinal(int(first.min())) if first.size else None,
            date.fromordinal(int(last.max())) if last.size else None,
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """For each event all that a search looks into, folded."""
        known = {
            each.id: fold(" \n".join((*each.names.values(), *each.aliases)))
            for each in self.timeline.actors.values()
        }
        return tuple(_text(event, known) for event in self.timeline.events)


@kept
def columns(timeline: Timeline) -> Columns:
    """The arrays of a timeline."""
    return Columns(timeline)


@kept
def by_id(timeline: Timeline) -> Mapping[str, Event]:
    """The events of a timeline by id."""
    return {event.id: event for event in timeline.events}


@kept
def _numbers(timeline: Timeline) -> Mapping[str, int]:
    return {event.id: row for row, event in enumerate(timeline.events)}


@kept
def rows_of(timeline: Timeline, shown: Timeline) -> Numbers:
    """The rows of a timeline in which some of its events stand."""
    if shown is timeline:
        return np.arange(len(timeline.events))
    known = _numbers(timeline)
    return np.array([known[event.id] for event in shown.events], dtype=np.int64)


def band_of(confidence: float) -> str:
    """The band of a confidence: "high", "medium" or "low"."""
    return next(name for name, least in SURE if confidence >= least)


def grouped(codes: Numbers, values: NDArray[Any], size: int) -> list[NDArray[Any]]:
    """The values of each code below a size, in their order."""
    order = np.argsort(codes, kind="stable")
    bounds = np.searchsorted(codes[order], np.arange(1, size))
    return np.split(values[order], bounds)


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


_VALUES: Mapping[str, Callable[[Columns, Event], Iterable[str]]] = {
    "actors": Columns.family,
    "types": lambda _, event: (event.type,),
    "statuses": lambda _, event: (event.status.value,),
    "places": lambda _, event: _one(event.place.id if event.place else None),
    "countries": lambda _, event: _one(event.place.country if event.place else None),
    "articles": lambda _, event: {each.article for each in event.evidence},
    "written": Columns.languages,
    "sure": lambda _, event: (band_of(event.confidence),),
    "reviews": lambda _, event: (event.review.value,),
}
FACETS = tuple(_VALUES)
"""What events can be filtered by, in the order in which a reader is offered it."""


_Found = tuple[list[str], Numbers, Numbers]


def _pairs(values: Iterable[Iterable[str]]) -> _Found:
    """The values of events, and which of them (a code) which event (a row) has."""
    places: dict[str, int] = {}
    rows: list[int] = []
    codes: list[int] = []
    for row, some in enumerate(values):
        for value in some:
            rows.append(row)
            codes.append(places.setdefault(value, len(places)))
    return list(places), np.array(rows, dtype=np.int64), np.array(codes, dtype=np.int64)


def _families(table: Columns) -> _Found:
    """The same for those who take part and all to whom they belong, each once in an event."""
    takers, rows, codes = _pairs(
        [each.actor for each in event.participants] for event in table.timeline.events
    )
    names, _, members = _pairs(table.members(each) for each in takers)
    many = np.array([len(table.members(each)) for each in takers], dtype=np.int64)
    if not len(codes):
        return names, rows, codes
    begins = np.cumsum(many) - many
    wide = many[codes]
    within = np.arange(wide.sum()) - np.repeat(np.cumsum(wide) - wide, wide)
    both = np.repeat(rows, wide) * len(names) + members[np.repeat(begins[codes], wide) + within]
    once = np.unique(both)
    return names, once // len(names), once % len(names)


def _ranked(names: list[str], rows: Numbers, codes: Numbers, size: int) -> Links:
    totals = np.bincount(codes, minlength=len(names))
    ranked = sorted(range(len(names)), key=lambda at: (-int(totals[at]), names[at]))
    moved = np.empty(len(names), dtype=np.int64)
    moved[ranked] = np.arange(len(names))
    return Links(tuple(names[at] for at in ranked), rows, moved[codes], size)


def _text(event: Event, actors: Mapping[str, str]) -> str:
    said = [*event.titles.values(), event.note, *(each.quote for each in event.evidence)]
    if event.place:
        said += event.place.names.values()
    people = (actors[each.actor] for each in event.participants if each.actor in actors)
    return " \n".join((fold(" \n".join(said)), *people))
