"""Who had to do with whom: pairs of actors with their events and their kind. For network and map.

Counted on arrays, made once per timeline: a filter costs a few passes over numbers.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.events import ontology
from dashboard.model import Timeline
from dashboard.store import kept
from dashboard.store.columns import Numbers, grouped, rows_of
from dashboard.timeline.groupings import OTHERS, Takers
from dashboard.timeline.lanes import plan_lanes

_QUADS = ("material-conflict", "material-cooperation", "verbal-conflict", "verbal-cooperation", "neutral")
"""From the strongest: of two classes with as many events, deeds go before words, neutral last."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, their events, and the class to which most of these belong."""

    one: str
    other: str
    events: tuple[str, ...]
    quad: str


def intensity_of(event_type: str) -> float:
    """How cooperative a type is, from -10 (war) to 10."""
    known = ontology.types().get(event_type)
    return known.intensity if known else 0.0


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Which events have which of some values: event ``rows[i]`` has ``values[codes[i]]``."""

    values: tuple[Any, ...]
    rows: Numbers
    codes: Numbers

    def of(self, rows: Numbers, size: int) -> tuple[Numbers, Numbers]:
        """Rows and codes of some rows alone."""
        wanted = np.zeros(size, dtype=bool)
        wanted[rows] = True
        inside = wanted[self.rows]
        return self.rows[inside], self.codes[inside]


@dataclass(frozen=True, slots=True)
class _Tallies:
    """A timeline as arrays: the actors and the tied pairs of each event, its id, class and intensity."""

    lanes: _Pairs
    pairs: _Pairs
    ids: NDArray[Any]
    quads: Numbers
    intensities: NDArray[np.float64]


@kept
def _tallies(timeline: Timeline) -> _Tallies:
    takers, events = plan_lanes(timeline).takers, timeline.events
    ids = np.empty(len(events), dtype=object)
    ids[:] = [event.id for event in events]
    both = [takers[event.id] for event in events]
    return _Tallies(
        _paired(both, _lanes), _paired(both, _tied), ids,
        np.array([_QUADS.index(ontology.quad_of(event.type)) for event in events], dtype=np.int64),
        np.array([intensity_of(event.type) for event in events], dtype=np.float64),
    )  # fmt: skip


def _lanes(both: Takers) -> list[Any]:
    return [lane for lane in (*both.acting, *both.touched) if lane != OTHERS]


def _tied(both: Takers) -> list[Any]:
    """The pairs of those who act, or of a lone actor with whom its act concerns: two may talk of others."""
    acting = set(both.acting) - {OTHERS}
    if len(acting) != 1:
        return list(combinations(sorted(acting), 2))
    one = next(iter(acting))
    return [(min(one, each), max(one, each)) for each in sorted(set(both.touched) - {OTHERS})]


def _paired(takers: Iterable[Takers], values: Callable[[Takers], list[Any]]) -> _Pairs:
    places: dict[Any, int] = {}
    alike: dict[Takers, list[int]] = {}
    rows: list[int] = []
    codes: list[int] = []
    for row, both in enumerate(takers):
        if both not in alike:
            alike[both] = [places.setdefault(value, len(places)) for value in values(both)]
        codes += alike[both]
        rows += [row] * len(alike[both])
    return _Pairs(tuple(places), np.array(rows, dtype=np.int64), np.array(codes, dtype=np.int64))


@kept
def ties_of(timeline: Timeline, shown: Timeline) -> tuple[Tie, ...]:
    """The ties of the shown events, strongest first: between those who act, or from one who acts alone."""
    tallies = _tallies(timeline)
    pairs, many = tallies.pairs.values, len(_QUADS)
    rows, codes = tallies.pairs.of(rows_of(timeline, shown), len(timeline.events))
    counts = np.bincount(codes * many + tallies.quads[rows], minlength=len(pairs) * many).reshape(-1, many)
    quads = counts.argmax(axis=1)  # the first of the largest
    events = grouped(codes, tallies.ids[rows], len(pairs))
    found = [
        Tie(pairs[at][0], pairs[at][1], tuple(events[at].tolist()), _QUADS[quads[at]])
        for at in np.flatnonzero(counts.sum(axis=1)).tolist()
    ]
    return tuple(sorted(found, key=lambda tie: (-len(tie.events), tie.one, tie.other)))


@kept
def actors_of(timeline: Timeline, shown: Timeline) -> Mapping[str, tuple[str, ...]]:
    """The events of each actor that has a lane, most first."""
    tallies = _tallies(timeline)
    rows, codes = tallies.lanes.of(rows_of(timeline, shown), len(timeline.events))
    lanes = tallies.lanes.values
    events = grouped(codes, tallies.ids[rows], len(lanes))
    found = [(lane, tuple(some.tolist())) for lane, some in zip(lanes, events, strict=False) if len(some)]
    return dict(sorted(found, key=lambda item: (-len(item[1]), item[0])))


def intensities_of(timeline: Timeline, shown: Timeline) -> NDArray[np.float64]:
    """How cooperative each of the shown events is."""
    found: NDArray[np.float64] = _tallies(timeline).intensities[rows_of(timeline, shown)]
    return found


@kept
def busiest(timeline: Timeline, shown: Timeline) -> tuple[tuple[str, int], ...]:
    """In how many of the shown events each actor that has a lane is, most first."""
    lanes = _tallies(timeline).lanes
    _, codes = lanes.of(rows_of(timeline, shown), len(timeline.events))
    counts = np.bincount(codes, minlength=len(lanes.values)).tolist()
    found = [(lane, count) for lane, count in zip(lanes.values, counts, strict=True) if count]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))
