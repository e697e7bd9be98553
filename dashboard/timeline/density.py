"""Where there are too many marks to draw: how many lie in each stretch of each lane. Called by the layout."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.timeline.marks import LaneBox, Mark

BIN = 8.0
"""Pixels that one bin is wide."""


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events of a lane lie between two x."""

    lane: str
    rank: int
    left: float
    right: float
    top: float
    bottom: float
    count: int


def bins_of(boxes: Sequence[LaneBox], marks: Sequence[Mark]) -> tuple[Bin, ...]:
    """The bins that hold anything, lane by lane, from left to right."""
    counts = Counter((mark.lane, int(mark.x // BIN)) for mark in marks)
    return tuple(
        Bin(box.lane, box.rank, at * BIN, (at + 1) * BIN, box.top, box.bottom, count)
        for box in boxes
        for (lane, at), count in sorted(counts.items())
        if lane == box.lane
    )
