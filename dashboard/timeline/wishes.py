"""Which events want a label, where, and how much each matters. Called by the layout."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.model import Event, Timeline
from dashboard.store import kept
from dashboard.timeline.clusters import ROUND
from dashboard.timeline.labels import Wish
from dashboard.timeline.lanes import Lanes, plan_lanes
from dashboard.timeline.marks import DOT, Marks

_NEAR = 24
_AIM = 9.0  # how far from the middle of a cluster a line may end in it,
_APART = 5.0  # and how far from the next


def wishes_of(events: Sequence[Event], placed: Marks, lanes: Lanes, selected: str | None) -> list[Wish]:
    """The wishes of events: where a line stands and ends, at a mark or at a cluster, and its weight."""
    tops: dict[str, float] = {}
    ports = dict(placed.ports)
    alone = {mark.event for mark in placed.marks}
    for cluster in placed.clusters:
        hidden = [event for event in cluster.events if event not in alone and event not in tops]
        hidden.sort(key=placed.ports.__getitem__)
        apart = min(_APART, 2 * _AIM / max(1, len(hidden) - 1))
        for at, event in enumerate(hidden):
            tops[event] = cluster.y - ROUND / 2
            ports[event] = cluster.x + (at - (len(hidden) - 1) / 2) * apart
    for mark in placed.marks:
        top = mark.y - DOT / 2
        tops[mark.event] = min(top, tops.get(mark.event, top))
    spread = Counter(round(x / _NEAR) for x in ports.values())
    return [
        Wish(
            event,
            ports[event.id],
            tops[event.id],
            _weight(event, lanes, spread, ports, selected),
        )
        for event in events
        if event.id in tops
    ]


def _weight(
    event: Event, lanes: Lanes, spread: Mapping[int, int], ports: Mapping[str, float], selected: str | None
) -> tuple[float, ...]:
    """What makes an event worth a label: chosen, told often, shared, alone in its place, sure."""
    alone = spread[round(ports[event.id] / _NEAR)] == 1
    shared = len(lanes.takers[event.id].acting)
    return (
        float(event.id == selected),
        min(len(event.evidence), 3) + min(shared, 3) + float(alone),
        event.confidence,
    )


@kept
def weights_of(timeline: Timeline, by: str) -> NDArray[np.float64]:
    """The same for all events of a timeline at once, whatever is shown: one number each."""
    takers = plan_lanes(timeline, by).takers
    return np.array(
        [
            min(len(each.evidence), 3) + min(len(takers[each.id].acting), 3) + 0.9 * each.confidence
            for each in timeline.events
        ],
        dtype=np.float64,
    )
