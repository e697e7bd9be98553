"""First stage: which actor has a lane, in what order and colour. Knows no pixels.

The plan rests on the whole timeline, so that filtering never moves or recolours a lane; what is shown
only decides which of the planned lanes are there.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from dashboard.model import Event, Role, Timeline
from dashboard.store import lane_of

OTHERS = "others"
"""The id of the lane of those who have none of their own."""

_LIGHT = frozenset({Role.VENUE_STATE, Role.CONCERNED})
_EXACT = 6  # lanes of which every order is tried
_SOUGHT = 24  # lanes whose order is improved; those beyond have few events


@dataclass(frozen=True, slots=True)
class Takers:
    """The lanes of one event: those that act in it, and those it merely touches (drawn lighter)."""

    acting: tuple[str, ...]
    touched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LanePlan:
    """All lanes of a timeline, top to bottom; ``rank`` is by weight, 0 the heaviest, and gives the colour."""

    order: tuple[str, ...]
    rank: Mapping[str, int]
    takers: Mapping[str, Takers]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes that are drawn, top to bottom, and for each shown event its lanes in that order."""

    order: tuple[str, ...]
    rank: Mapping[str, int]
    takers: Mapping[str, Takers]


_PLANS: OrderedDict[int, tuple[Timeline, LanePlan]] = OrderedDict()
_PLANS_KEPT = 4


def plan_lanes(timeline: Timeline) -> LanePlan:
    """The lanes of the whole timeline: one per top-level actor, ordered to keep connectors short.

    The last few plans are kept, because every drawing of the same timeline asks again.
    """
    kept = _PLANS.get(id(timeline))
    if kept is not None and kept[0] is timeline:
        return kept[1]
    plan = _plan(timeline)
    _PLANS[id(timeline)] = (timeline, plan)
    while len(_PLANS) > _PLANS_KEPT:
        _PLANS.popitem(last=False)
    return plan


def _plan(timeline: Timeline) -> LanePlan:
    tops = {each.actor for event in timeline.events for each in event.participants}
    top = {actor: lane_of(timeline, actor) for actor in tops}
    takers = {event.id: _takers(event, top) for event in timeline.events}
    weight: Counter[str] = Counter()
    first: dict[str, int] = {}
    for position, event in enumerate(timeline.events):
        for lane in takers[event.id].acting:
            weight[lane] += 1
            first.setdefault(lane, position)
    ranked = sorted(weight, key=lambda lane: (lane == OTHERS, -weight[lane], first[lane], lane))
    rank = {lane: position for position, lane in enumerate(ranked)}
    order = _short_connectors(ranked, takers.values())
    if order and first[order[0]] > first[order[-1]] and order[-1] != OTHERS:
        order = order[::-1]  # whoever acts first is on top
    return LanePlan(tuple(sorted(order, key=lambda lane: lane == OTHERS)), rank, takers)


def choose_lanes(plan: LanePlan, shown: Collection[str], most: int) -> Lanes:
    """The lanes for the shown events: at most ``most``, the last then being for all others."""
    acting = {lane for event in shown for lane in plan.takers[event].acting}
    ranked = sorted(acting, key=plan.rank.__getitem__)
    if len(ranked) > most:
        acting = set(ranked[: most - 1])
    kept = acting - {OTHERS}
    takers = {event: _kept(plan.takers[event], kept) for event in shown}
    order = [lane for lane in plan.order if lane in kept]
    if any(OTHERS in each.acting for each in takers.values()):
        order.append(OTHERS)
    return Lanes(tuple(order), plan.rank, takers)


def _takers(event: Event, top: Mapping[str, str]) -> Takers:
    acting = dict.fromkeys(top[each.actor] for each in event.participants if each.role not in _LIGHT)
    light = dict.fromkeys(top[each.actor] for each in event.participants if each.role in _LIGHT)
    if not acting:
        return Takers(tuple(light) or (OTHERS,))
    return Takers(tuple(acting), tuple(lane for lane in light if lane not in acting))


def _kept(takers: Takers, kept: Collection[str]) -> Takers:
    acting = dict.fromkeys(lane if lane in kept else OTHERS for lane in takers.acting)
    return Takers(
        tuple(acting), tuple(lane for lane in takers.touched if lane in kept and lane not in acting)
    )


def _short_connectors(ranked: Sequence[str], all_takers: Collection[Takers]) -> tuple[str, ...]:
    """The lanes so ordered that those which share many events are near each other."""
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for takers in all_takers:
        lanes = sorted(takers.acting)
        for pair in combinations(lanes, 2):
            shared[pair] += 1 / (len(lanes) - 1)  # an event counts once, however many share it
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
