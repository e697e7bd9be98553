"""Second stage: time becomes x. Quiet stretches are folded, and the scale is the same everywhere else."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dashboard.timeline.extents import Extent

LAST_DAY = date.max.toordinal()
"""The last ordinal that is a date."""

_QUIET_SHARE = 0.17  # of the width: a gap that would take more is folded
_LONG = 100  # days: what covers more than that, beside finer events, may be folded in its middle
_SOME_DAY = date(2001, 1, 1).toordinal()
_MONTHS_TOO_MANY = 60  # beyond, blocks end with years


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time [start, end) in ordinals drawn from x ``left`` to ``right``; folded or to scale."""

    start: float
    end: float
    left: float
    right: float
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Contiguous pieces in order, alternately to scale and folded; ``scale`` is in pixels per day."""

    pieces: tuple[Piece, ...]
    scale: float

    @property
    def start(self) -> float:
        """The first ordinal."""
        return self.pieces[0].start

    @property
    def end(self) -> float:
        """The ordinal after the last."""
        return self.pieces[-1].end

    def x(self, day: float) -> float:
        """The x of an ordinal; days outside are put on the nearer edge."""
        day = min(max(day, self.start), self.end)
        at = max(0, bisect_right([piece.start for piece in self.pieces], day) - 1)
        piece = self.pieces[at]
        return piece.left + (day - piece.start) / (piece.end - piece.start) * (piece.right - piece.left)

    def xs(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """The x of many ordinals at once."""
        stops = [each.start for each in self.pieces]
        lefts = [each.left for each in self.pieces]
        return np.interp(days, [*stops, self.end], [*lefts, self.pieces[-1].right])

    def day(self, x: float) -> float:
        """The ordinal at an x, the inverse of ``x``."""
        x = min(max(x, self.pieces[0].left), self.pieces[-1].right)
        at = max(0, bisect_right([piece.left for piece in self.pieces], x) - 1)
        piece = self.pieces[at]
        return piece.start + (x - piece.left) / (piece.right - piece.left) * (piece.end - piece.start)

    def is_folded(self, x: float) -> bool:
        """Whether an x lies where time is folded."""
        return any(piece.folded and piece.left < x < piece.right for piece in self.pieces)


def build_axis(
    extents: Sequence[Extent],
    left: float,
    right: float,
    *,
    fold_width: float,
    window: tuple[date | None, date | None] = (None, None),
    folding: bool = True,
) -> Axis:
    """The axis for some extents between two x; within ``window`` (inclusive days) where it is given.

    Without ``folding`` it is to scale from the first to the last of them.
    """
    low = min(window[0].toordinal(), LAST_DAY - 1) if window[0] else None
    high = min(window[1].toordinal() + 1, LAST_DAY) if window[1] else None
    clipped = [(max(each.start, low or 1), min(each.end, high or LAST_DAY)) for each in extents]
    clipped = [(start, end) for start, end in clipped if start < end]
    if not clipped:
        some = low or max(1, (high or _SOME_DAY) - 365)  # an empty chart still needs an axis
        clipped = [(some, high or min(some + 365, LAST_DAY))]
    blocks = _blocks(clipped, low, high)
    if not folding:
        return _scaled([(blocks[0][0], blocks[-1][1])], left, right, fold_width)
    return _scaled(_quiet(blocks, right - left, fold_width), left, right, fold_width)


def _blocks(
    spans: Sequence[tuple[float, float]], low: float | None, high: float | None
) -> list[tuple[float, float]]:
    """The busy stretches, ending with months, years or days as befits their number."""
    edge_low, edge_high = min(start for start, _ in spans), max(end for _, end in spans)
    busy = _covering(spans)
    if edge_high - edge_low <= 45:
        pad = max(1.0, (edge_high - edge_low) * 0.06)
        found = [(max(1.0, edge_low - pad), min(edge_high + pad, LAST_DAY))]
    else:
        found = _merged([(_floor(a, 1), _ceil(b, 1)) for a, b in busy])
        if sum(b - a for a, b in found) > _MONTHS_TOO_MANY * 30.5:
            decades = edge_high - edge_low > 365.25 * 60
            found = _merged(
                [(_floor(a, 120 if decades else 12), _ceil(b, 120 if decades else 12)) for a, b in busy]
            )
    if low is not None or high is not None:
        found = _within(found, low, high)
    return found


def _within(
    blocks: list[tuple[float, float]], low: float | None, high: float | None
) -> list[tuple[float, float]]:
    """The blocks cut to the window, and stretched to its ends where those are near."""
    cut = [(max(a, low or a), min(b, high or b)) for a, b in blocks]
    near = 0.25 * sum(b - a for a, b in cut) + 15
    if low is not None and cut[0][0] - low <= near:
        cut[0] = (low, cut[0][1])
    if high is not None and high - cut[-1][1] <= near:
        cut[-1] = (cut[-1][0], high)
    return cut


def _covering(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The spans, of the very long ones only both ends, so that a war does not unfold the years it lasted."""
    fine = _merged([(_floor(a, 1), _ceil(b, 1)) for a, b in spans if b - a <= _LONG])
    room = sum(b - a for a, b in fine)
    found = list(fine)
    for start, end in spans:
        if end - start > _LONG:
            if fine and end - start > max(_LONG, room / 2):
                found += [(start, start + 28), (end - 28, end)]
            else:
                found.append((start, end))
    return _merged(found)


def _quiet(blocks: list[tuple[float, float]], width: float, fold_width: float) -> list[tuple[float, float]]:
    """The blocks, those joined again whose gap is not worth a fold."""
    gaps = sorted(
        ((after[0] - before[1], before[1]) for before, after in pairwise(blocks)),
        reverse=True,
    )
    total = blocks[-1][1] - blocks[0][0]
    folded: set[float] = set()
    most = max(1, int(width // 150))
    for gap, where in gaps[:most]:
        scale = (width - len(folded) * fold_width) / total
        if gap * scale <= max(_QUIET_SHARE * width, 2.2 * fold_width):
            break
        folded.add(where)
        total -= gap
    joined = [blocks[0]]
    for block in blocks[1:]:
        if joined[-1][1] in folded:
            joined.append(block)
        else:
            joined[-1] = (joined[-1][0], block[1])
    return joined


def _scaled(blocks: list[tuple[float, float]], left: float, right: float, fold_width: float) -> Axis:
    days = sum(b - a for a, b in blocks)
    scale = (right - left - fold_width * (len(blocks) - 1)) / days
    pieces: list[Piece] = []
    x = left
    for at, (start, end) in enumerate(blocks):
        if at:
            pieces.append(Piece(blocks[at - 1][1], start, x, x + fold_width, folded=True))
            x += fold_width
        pieces.append(Piece(start, end, x, x + (end - start) * scale))
        x += (end - start) * scale
    return Axis(tuple(pieces), scale)


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _floor(day: float, months: int) -> float:
    """The ordinal at which the month, year (12) or decade (120) of a day begins."""
    found = date.fromordinal(max(1, int(day)))
    count = (found.year * 12 + found.month - 1) // months * months
    return date(max(1, count // 12), count % 12 + 1, 1).toordinal()


def _ceil(day: float, months: int) -> float:
    """The ordinal after the end of the month, year or decade of the day before ``day``."""
    found = date.fromordinal(max(1, int(day - 1)))
    count = ((found.year * 12 + found.month - 1) // months + 1) * months
    year, month = divmod(count, 12)
    return date(year, month + 1, 1).toordinal() if year <= 9999 else date.max.toordinal()
