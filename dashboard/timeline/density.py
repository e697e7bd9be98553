"""Where there are too many events to draw: how many lie in each stretch of each lane. Called by the layout.

Counted on arrays, so that a hundred thousand events cost little more than a thousand.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.timeline.groupings import OTHERS
from dashboard.timeline.lanes import LanePlan
from dashboard.timeline.marks import LaneBox

BIN = 8.0
"""Pixels that one bin is wide."""

_BUCKET = 110.0
_PER_BUCKET = 4
Numbers = NDArray[np.int64]
Xs = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events of a lane lie between two x, and the ordinals of their first and last day."""

    lane: str
    slot: int
    left: float
    right: float
    top: float
    bottom: float
    count: int
    first: int
    last: int


def bins_of(
    boxes: Sequence[LaneBox], plan: LanePlan, rows: Numbers, xs: Xs, days: tuple[Numbers, Numbers]
) -> tuple[Bin, ...]:
    """The bins that hold anything, lane by lane, from left to right.

    ``rows`` are the shown events, as rows of the plan's timeline; ``xs`` and ``days`` (the first and the
    last ordinal) are theirs. An event that acts in several lanes is counted in each.
    """
    at = np.full(plan.links.size, -1, dtype=np.int64)
    at[rows] = np.arange(len(rows))
    mine = at[plan.links.rows]
    shown = mine >= 0
    lane_of_code = {lane: number for number, lane in enumerate(box.lane for box in boxes)}
    rest = lane_of_code.get(OTHERS, -1)
    lanes = np.array([lane_of_code.get(lane, rest) for lane in plan.links.values], dtype=np.int64)
    which, who = lanes[plan.links.codes[shown]], mine[shown]
    drawn = which >= 0
    which, who = which[drawn], who[drawn]
    pairs = np.unique(which * (len(rows) + 1) + who)  # two small actors are one "other"
    which, who = pairs // (len(rows) + 1), pairs % (len(rows) + 1)
    wide = int(xs.max() // BIN) + 2 if len(xs) else 1
    keys = which * wide + (xs[who] // BIN).astype(np.int64)
    order = np.argsort(keys, kind="stable")
    keys, who = keys[order], who[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(starts, append=len(keys))
    if not len(starts):
        return ()
    firsts = np.minimum.reduceat(days[0][who], starts)
    lasts = np.maximum.reduceat(days[1][who], starts)
    return tuple(
        _bin(boxes[key // wide], key % wide, count, first, last)
        for key, count, first, last in zip(
            keys[starts].tolist(), counts.tolist(), firsts.tolist(), lasts.tolist(), strict=True
        )
    )


def _bin(box: LaneBox, at: int, count: int, first: int, last: int) -> Bin:
    return Bin(box.lane, box.slot, at * BIN, (at + 1) * BIN, box.top, box.bottom, count, first, last)


def weightiest(xs: Xs, weights: Xs) -> list[int]:
    """The positions of the few heaviest events of each stretch, the heaviest first."""
    order = np.lexsort((-weights, buckets := (xs // _BUCKET).astype(np.int64)))
    sorted_buckets = buckets[order]
    starts = np.flatnonzero(np.diff(sorted_buckets, prepend=-1))
    within = np.arange(len(order)) - np.repeat(starts, np.diff(starts, append=len(order)))
    few = order[within < _PER_BUCKET]
    found: list[int] = few[np.argsort(-weights[few], kind="stable")].tolist()
    return found


def apart(positions: Sequence[int], taken: Callable[[int], Mapping[str, tuple[float, float]]]) -> list[int]:
    """Those of the positions whose spans, by lane, overlap none that was kept before."""
    kept: list[int] = []
    used: dict[str, list[tuple[float, float]]] = {}
    for at in positions:
        spans = taken(at)
        free = all(
            right < low or high < left
            for lane, (left, right) in spans.items()
            for low, high in used.get(lane, ())
        )
        if free:
            kept.append(at)
            for lane, span in spans.items():
                used.setdefault(lane, []).append(span)
    return kept
