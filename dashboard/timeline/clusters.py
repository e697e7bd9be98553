"""Where a lane is too crowded for its rows: marks that stand together become one, with their count.

Called by the marks of a lane.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.timeline.stacking import Span, groups_of

ROUND = 24.0
"""How wide a cluster's disc is, in pixels."""

_BUCKET = 40.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several events of a lane, drawn as a disc with their count at x, y."""

    lane: str
    slot: int
    x: float
    y: float
    events: tuple[str, ...]


def clustered(spans: Sequence[Span], most: int, apart: float) -> dict[float, list[str]]:
    """What stands together where more than ``most`` rows would be needed: for each disc's x its events.

    No disc touches another, nor a span that is in none; each holds several.
    """
    crowd = {name for group in groups_of(spans, apart) if group.rows > most for name in group.names}
    if not crowd:
        return {}
    buckets: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        if span[2] in crowd:
            buckets[int((span[0] + span[1]) / 2 // _BUCKET)].append(span)
    found: dict[float, list[str]] = {}
    for bucket, some in sorted(buckets.items()):
        middles = [(left + right) / 2 for left, right, _ in some]
        low, high = bucket * _BUCKET + ROUND / 2 + 1, (bucket + 1) * _BUCKET - ROUND / 2 - 1
        x = min(max((min(middles) + max(middles)) / 2, low), high)
        found[round(x, 1)] = [name for _, _, name in some]
    places = {name: (left, right) for left, right, name in spans}
    _part([span for span in spans if span[2] not in crowd], found, places, most, apart)
    held = {name for names in found.values() for name in names}
    for left, right, name in spans:
        if name not in held:  # in nobody's crowd, or alone in one
            near = next((x for x in found if _touch(left, right, x)), None)
            if near is not None:
                found[near].append(name)
    return found


def _part(
    free: Sequence[Span],
    found: dict[float, list[str]],
    places: Mapping[str, tuple[float, float]],
    most: int,
    apart: float,
) -> None:
    """Nothing; ``found`` has lost the discs of one event, which keeps its own mark or joins the next disc."""
    alone = {x: names[0] for x, names in found.items() if len(names) == 1}
    discs = [x for x in found if x not in alone]
    own = {name for name in alone.values() if not any(_touch(*places[name], x) for x in discs)}
    spans = [*free, *((*places[name], name) for name in own)]
    if any(group.rows > most for group in groups_of(spans, apart)):
        own = set()
    for x, name in alone.items():
        if name in own:
            del found[x]
        elif x in found and len(found[x]) == 1:
            others = [each for each in found if each != x]
            if others:
                found[min(others, key=lambda each: abs(each - x))] += found.pop(x)


def _touch(left: float, right: float, x: float) -> bool:
    return left < x + ROUND / 2 + 1 and x - ROUND / 2 - 1 < right
