"""On which side of its disc a name of the network stands: where the fewest lines pass under it.

Called by ``network``. It rests on the whole timeline, as the places do: filters move no name.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Side = tuple[int, int]
"""Where a name stands, seen from its disc: -1, 0 or 1 to the right, and downwards."""

BELOW: Side = (0, 1)
SIDES: tuple[Side, ...] = (BELOW, (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""All sides, the most usual first."""

_GAP = 4.0
_DIAGONAL = 0.75
_DEARER = 4.0
_ROUNDS = 3
Numbers = NDArray[np.float64]


def name_box(x: float, y: float, radius: float, size: tuple[float, float], side: Side) -> tuple[float, ...]:
    """Left, top, right and bottom of a name of a width and height beside a disc."""
    wide, tall = size
    right, down = side
    away = radius * _DIAGONAL if right and down else radius + _GAP
    middle = x + right * (away + wide / 2), y + down * (away + tall / 2)
    return middle[0] - wide / 2, middle[1] - tall / 2, middle[0] + wide / 2, middle[1] + tall / 2


def sides_of(
    places: Numbers,
    sizes: Sequence[tuple[float, float]],
    lines: Sequence[tuple[int, int]],
    radii: Sequence[float],
    *,
    room: tuple[float, float],
    reach: tuple[float, float],
) -> list[Side]:
    """A side for each disc's name, so that it touches no other disc or name and little of any line.

    Args:
        places: The middle of each disc.
        sizes: The width and height of each name.
        lines: Which discs are joined.
        radii: Of each disc.
        room: Width and height of the whole.
        reach: The smallest and the largest radius that filters may give any disc.
    """
    if not len(places):
        return []
    count = len(places)
    near, far = (_choices(places, sizes, [radius] * count) for radius in reach)
    choices = np.concatenate([np.minimum(near, far)[..., :2], np.maximum(near, far)[..., 2:]], axis=-1)
    discs = np.concatenate([places - reach[1], places + reach[1]], axis=1)
    inside = np.asarray((choices[..., :2] >= 0).all(-1) & (choices[..., 2:] <= np.array(room)).all(-1))
    ends = np.array([[*places[one], *places[other]] for one, other in lines]).reshape(-1, 4)
    costs = np.stack([_covered(boxes, ends) for boxes in _choices(places, sizes, radii)])
    costs += _DEARER * np.arange(len(SIDES))
    taken = np.zeros(count, dtype=int)
    for _ in range(_ROUNDS):
        before = taken.copy()
        for at in np.argsort(-costs[np.arange(count), taken], kind="stable"):
            others = np.arange(count) != at
            held = np.concatenate([discs[others], choices[np.arange(count), taken][others]])
            free = inside[at] & ~_touching(choices[at], held)
            free[taken[at]] = True
            taken[at] = np.where(free, costs[at], np.inf).argmin()
        if (taken == before).all():
            break
    return [SIDES[at] for at in taken]


def _choices(places: Numbers, sizes: Sequence[tuple[float, float]], radii: Sequence[float]) -> Numbers:
    """The box of each name on each side."""
    return np.array(
        [
            [name_box(x, y, radius, size, side) for side in SIDES]
            for (x, y), size, radius in zip(places.tolist(), sizes, radii, strict=True)
        ]
    )


def _touching(boxes: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which boxes overlap any of the others."""
    one, other = boxes[:, None], others[None]
    over = (one[..., :2] < other[..., 2:]) & (other[..., :2] < one[..., 2:])
    return np.asarray(over.all(-1).any(-1), dtype=np.bool_)


def _covered(boxes: Numbers, ends: Numbers) -> Numbers:
    """How many pixels of lines lie in each box."""
    start, run = ends[:, :2], ends[:, 2:] - ends[:, :2]
    run = np.where(np.abs(run) < 1e-9, 1e-9, run)
    low = (boxes[:, None, :2] - start) / run
    high = (boxes[:, None, 2:] - start) / run
    first = np.minimum(low, high).max(-1).clip(0, 1)
    last = np.maximum(low, high).min(-1).clip(0, 1)
    found: Numbers = (np.maximum(last - first, 0) * np.hypot(run[:, 0], run[:, 1])).sum(-1)
    return found
