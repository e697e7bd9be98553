"""Where a lane is too crowded for its rows: marks that stand together become one, with their count.

Called by the marks of a lane.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.timeline.stacking import Span, groups_of

ROUND = 24.0
"""How wide a cluster's disc is, in pixels."""

_BUCKET = 40.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several events of a lane, drawn as a disc with their count at x, y."""

    lane: str
    rank: int
    x: float
    y: float
    events: tuple[str, ...]


def clustered(spans: Sequence[Span], most: int, apart: float) -> dict[float, list[str]]:
    """What stands together where more than ``most`` rows would be needed: for each disc's x its events.

    No disc touches another, nor a span that is in none.
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
    for left, right, name in spans:
        if name not in crowd:
            near = next((x for x in found if left < x + ROUND / 2 + 1 and x - ROUND / 2 - 1 < right), None)
            if near is not None:
                found[near].append(name)
    return found
