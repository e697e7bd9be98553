"""Who had to do with whom: pairs of actors with their events and their kind. For network and map."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dashboard.events import ontology
from dashboard.model import Timeline
from dashboard.timeline.groupings import OTHERS
from dashboard.timeline.lanes import plan_lanes


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, the events in which both act, and the class to which most of these belong."""

    one: str
    other: str
    events: tuple[str, ...]
    quad: str


def quad_of(event_type: str) -> str:
    """The class of a type: verbal or material, cooperation or conflict; neutral for one that is unknown."""
    known = ontology.types().get(event_type)
    return known.quad if known else "neutral"


def intensity_of(event_type: str) -> float:
    """How cooperative a type is, from -10 (war) to 10."""
    known = ontology.types().get(event_type)
    return known.intensity if known else 0.0


def ties_of(timeline: Timeline, shown: Timeline) -> tuple[Tie, ...]:
    """The ties of the shown events, strongest first; whom an event only touches is tied to those who act."""
    takers = plan_lanes(timeline).takers
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    quads: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for event in shown.events:
        both = takers[event.id]
        lanes = sorted({*both.acting, *both.touched} - {OTHERS})
        for pair in combinations(lanes, 2):
            if pair[0] in both.acting or pair[1] in both.acting:
                pairs[pair].append(event.id)
                quads[pair][quad_of(event.type)] += 1
    found = [Tie(*pair, tuple(events), _most(quads[pair])) for pair, events in pairs.items()]
    return tuple(sorted(found, key=lambda tie: (-len(tie.events), tie.one, tie.other)))


def actors_of(timeline: Timeline, shown: Timeline) -> dict[str, tuple[str, ...]]:
    """The events of each actor that has a lane, most first."""
    takers = plan_lanes(timeline).takers
    found: dict[str, list[str]] = defaultdict(list)
    for event in shown.events:
        both = takers[event.id]
        for lane in (*both.acting, *both.touched):
            if lane != OTHERS:
                found[lane].append(event.id)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return {lane: tuple(events) for lane, events in ranked}


def _most(counts: Mapping[str, int]) -> str:
    """The class of most events; on a draw what is stronger: deeds before words, neutral last."""
    rank = ("material-conflict", "material-cooperation", "verbal-conflict", "verbal-cooperation", "neutral")
    return min(counts, key=lambda quad: (-counts[quad], rank.index(quad)))
