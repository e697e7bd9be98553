"""First stage: which actor has a lane, in what order and colour. Knows no pixels.

The plan rests on the whole timeline, so that filtering never moves or recolours a lane; what is shown
only decides which of the planned lanes are there.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np

from dashboard.model import Timeline
from dashboard.store import kept
from dashboard.store.columns import Links
from dashboard.timeline.colours import slots_of
from dashboard.timeline.groupings import OTHERS, Takers, fixed_order, takers_of

_EXACT = 6  # lanes of which every order is tried
_SOUGHT = 24  # lanes whose order is improved; those beyond have few events


@dataclass(frozen=True, slots=True)
class LanePlan:
    """All lanes of a timeline, top to bottom; ``rank`` is by weight, 0 the heaviest;
    ``slot`` is the number of its colour.

    ``links`` holds the lanes that act in each event as arrays, one row per event of the timeline.
    """

    by: str
    order: tuple[str, ...]
    rank: Mapping[str, int]
    slot: Mapping[str, int]
    takers: Mapping[str, Takers]
    links: Links


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes that are drawn, top to bottom, and for each shown event its lanes in that order."""

    order: tuple[str, ...]
    slot: Mapping[str, int]
    takers: Mapping[str, Takers]


@kept
def plan_lanes(timeline: Timeline, by: str = "actor") -> LanePlan:
    """The lanes of the whole timeline, by what they stand for; those of actors keep connectors short."""
    takers = takers_of(timeline, by)
    weight: Counter[str] = Counter()
    first: dict[str, int] = {}
    for position, event in enumerate(timeline.events):
        for lane in takers[event.id].acting:
            weight[lane] += 1
            first.setdefault(lane, position)
    ranked = sorted(weight, key=lambda lane: (lane == OTHERS, -weight[lane], first[lane], lane))
    rank = {lane: position for position, lane in enumerate(ranked)}
    order = _order(ranked, takers, by)
    if by == "actor" and order and first[order[0]] > first[order[-1]] and order[-1] != OTHERS:
        order = order[::-1]  # whoever acts first is on top
    last = tuple(sorted(order, key=lambda lane: lane == OTHERS))
    return LanePlan(by, last, rank, slots_of(timeline, ranked, by), takers, _links(timeline, takers, ranked))


def _order(ranked: Sequence[str], takers: Mapping[str, Takers], by: str) -> tuple[str, ...]:
    fixed = fixed_order(by)
    if fixed is not None:
        places = {lane: at for at, lane in enumerate(fixed)}
        return tuple(sorted(ranked, key=lambda lane: (places.get(lane, len(places)), lane)))
    return _short_connectors(ranked, takers.values()) if by in ("actor", "source") else tuple(ranked)


def _links(timeline: Timeline, takers: Mapping[str, Takers], ranked: Sequence[str]) -> Links:
    codes = {lane: at for at, lane in enumerate(ranked)}
    pairs = [
        (row, codes[lane]) for row, event in enumerate(timeline.events) for lane in takers[event.id].acting
    ]
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Links(tuple(ranked), both[:, 0], both[:, 1], len(timeline.events))


def choose_lanes(plan: LanePlan, shown: Collection[str], most: int) -> Lanes:
    """The lanes for the shown events: at most ``most``, the last then being for all others."""
    acting = {lane for event in shown for lane in plan.takers[event].acting}
    return lanes_among(plan, acting, shown, most)


def lanes_among(plan: LanePlan, acting: Collection[str], events: Collection[str], most: int) -> Lanes:
    """The same where it is known which lanes act in the shown events; with the takers of some ``events``."""
    ranked = sorted(acting, key=plan.rank.__getitem__)
    kept_few = set(ranked if len(ranked) <= most else ranked[: most - 1]) - {OTHERS}
    order = [lane for lane in plan.order if lane in kept_few]
    if len(kept_few) < len(ranked):
        order.append(OTHERS)
    return Lanes(tuple(order), plan.slot, {event: _kept(plan.takers[event], kept_few) for event in events})


def _kept(takers: Takers, kept: Collection[str]) -> Takers:
    acting = dict.fromkeys(lane if lane in kept else OTHERS for lane in takers.acting)
    return Takers(
        tuple(acting), tuple(lane for lane in takers.touched if lane in kept and lane not in acting)
    )


def _short_connectors(ranked: Sequence[str], all_takers: Collection[Takers]) -> tuple[str, ...]:
    """The lanes so ordered that those which share many events are near each other."""
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for acting, times in Counter(tuple(sorted(takers.acting)) for takers in all_takers).items():
        for pair in combinations(acting, 2):
            shared[pair] += times / (len(acting) - 1)  # an event counts once, however many share it
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (one, other), count in shared.items():
        near[one].append((other, count))
        near[other].append((one, count))

    def length(order: Sequence[str]) -> float:
        place = {lane: position for position, lane in enumerate(order)}
        return sum(
            count * abs(place[one] - place[other])
            for (one, other), count in shared.items()
            if one in place and other in place
        )

    sought, rest = list(ranked[:_SOUGHT]), tuple(ranked[_SOUGHT:])
    if len(sought) <= _EXACT:
        return min(permutations(sought), key=length) if sought else ()
    order: list[str] = []
    for lane in sought:
        places = [[*order[:at], lane, *order[at:]] for at in range(len(order) + 1)]
        order = min(places, key=length)
    return (*_settled(order, near), *rest)


def _settled(order: list[str], near: Mapping[str, list[tuple[str, float]]]) -> list[str]:
    """The order after swapping neighbours as long as that shortens connectors."""
    for _ in range(len(order)):
        swapped = False
        for at in range(len(order) - 1):
            one, other = order[at], order[at + 1]
            place = {lane: position for position, lane in enumerate(order)}
            pull = 0.0
            for lane, toward, partner in ((one, 1, other), (other, -1, one)):
                for friend, count in near[lane]:
                    if friend in place and friend != partner:
                        pull += count * toward * (1 if place[friend] > place[lane] else -1)
            if pull > 0:
                order[at], order[at + 1] = other, one
                swapped = True
        if not swapped:
            break
    return order
