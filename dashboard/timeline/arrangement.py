"""The search for an arrangement of labels in which no leader crosses a label and no two labels overlap.

If another leader rises within a label's width, the label must be above that one's. So heights are longest
paths in a small graph, and two labels that would each have to be above the other contradict.
Called by ``labels``.
"""

import operator
from collections.abc import Sequence

from dashboard.timeline.flags import Flag, Manner

FLOOR = 12.0
"""Pixels between the lanes and the lowest labels."""

CAPTION = 42.0
"""Pixels above the lanes that folds' captions take."""

GAP = 6.0
"""Pixels between a label and one above it."""

_TRIES = 400
Cost = tuple[int, float, int, float, int]


class Arrangement:
    """A choice of one flag per label, and what follows: how high each stands, and which contradict."""

    def __init__(
        self, xs: Sequence[float], picked: Sequence[Flag], captions: Sequence[tuple[float, float]]
    ) -> None:
        self.xs, self.picked, self.captions = list(xs), list(picked), captions
        self._boxes = [flag.box(x) for flag, x in zip(self.picked, self.xs, strict=True)]
        self._heights = [flag.height for flag in self.picked]
        under, loose, self.conflicts = self._relations()
        bases = self._bases(under)
        self.looped = bases is None
        if bases is not None and loose:
            # Along the order that the leaders demand, the pairs that only overlap cannot make a circle.
            for one, other in loose:
                upper, lower = (one, other) if bases[one] >= bases[other] else (other, one)
                under[upper].append(lower)
            bases = self._bases(under)
        self.bases = bases or [FLOOR] * len(self.xs)

    @property
    def height(self) -> float:
        """How high the highest label reaches above the lanes."""
        return max(map(operator.add, self.bases, self._heights), default=0.0)

    def fits(self, manner: Manner) -> bool:
        """Whether it can be drawn as it is."""
        return not self.conflicts and not self.looped and self.height <= manner.tallest

    def cost(self, manner: Manner) -> Cost:
        """How bad it is: contradictions, far too high, texts cut short, less than comfortable, unquiet."""
        height = self.height
        unquiet = sum(flag.cost[1] + (flag.side == "left") for flag in self.picked)
        return (
            len(self.conflicts) + 9 * self.looped,
            max(0.0, height - manner.tallest),
            sum(flag.cost[0] for flag in self.picked),
            max(0.0, height - manner.comfortable),
            unquiet,
        )

    def having(self, at: int, flag: Flag) -> "Arrangement":
        """The same with another flag for one label."""
        return Arrangement(self.xs, [*self.picked[:at], flag, *self.picked[at + 1 :]], self.captions)

    def without(self, at: int) -> "Arrangement":
        """The same without one label."""
        xs = self.xs[:at] + self.xs[at + 1 :]
        return Arrangement(xs, self.picked[:at] + self.picked[at + 1 :], self.captions)

    def _relations(self) -> tuple[list[list[int]], list[tuple[int, int]], list[tuple[int, int]]]:
        """For each label those that must be under it; pairs that only overlap; pairs that contradict."""
        xs, boxes = self.xs, self._boxes
        under: list[list[int]] = [[] for _ in xs]
        loose: list[tuple[int, int]] = []
        conflicts: list[tuple[int, int]] = []
        for one, (low, high) in enumerate(boxes):
            x = xs[one]
            for other in range(one + 1, len(xs)):
                other_low, other_high = boxes[other]
                if other_low >= high or other_high <= low:
                    continue
                rises, risen = low < xs[other] < high, other_low < x < other_high
                if rises and risen:
                    conflicts.append((one, other))
                elif risen:
                    under[other].append(one)
                elif rises:
                    under[one].append(other)
                else:
                    loose.append((one, other))
        return under, loose, conflicts

    def _bases(self, under: Sequence[Sequence[int]]) -> list[float] | None:
        """For each label how high its foot must be; None if some must be above one another in a circle."""
        floors = [
            CAPTION if any(low < right and left < high for left, right in self.captions) else FLOOR
            for low, high in self._boxes
        ]
        found: list[float | None] = [None] * len(floors)
        busy: set[int] = set()

        def visit(node: int) -> float | None:
            known = found[node]
            if known is not None:
                return known
            if node in busy:
                return None
            busy.add(node)
            base = floors[node]
            for lower in under[node]:
                below = visit(lower)
                if below is None:
                    return None
                base = max(base, below + self._heights[lower] + GAP)
            found[node] = base
            return base

        bases = [visit(node) for node in range(len(floors))]
        known = [base for base in bases if base is not None]
        return known if len(known) == len(bases) else None


def packed(
    xs: Sequence[float],
    options: Sequence[Sequence[Flag]],
    order: Sequence[int],
    captions: Sequence[tuple[float, float]],
    manner: Manner,
) -> tuple[list[int], Arrangement]:
    """As many labels as can be put one after the other in some order: which, from left to right, and how."""
    kept: list[int] = []
    flags: dict[int, Flag] = {}
    found = Arrangement([], [], captions)
    for at in order:
        best: tuple[float, Arrangement, Flag] | None = None
        wider = sorted([*kept, at])
        for flag in options[at]:
            if (flag.cost[0] and kept and not manner.brief) or _clashes(
                xs[at], flag, [(xs[each], flags[each]) for each in kept]
            ):
                continue
            picked = [flag if each == at else flags[each] for each in wider]
            tried = Arrangement([xs[each] for each in wider], picked, captions)
            if tried.fits(manner) and (best is None or tried.height < best[0] - 1):
                best = (tried.height, tried, flag)
                if tried.height <= max(manner.comfortable, found.height):
                    break
        if best is not None:
            kept, found = wider, best[1]
            flags[at] = best[2]
    return kept, found


def _clashes(x: float, flag: Flag, others: Sequence[tuple[float, Flag]]) -> bool:
    """Whether a flag and one of others would each have to be above the other."""
    low, high = flag.box(x)
    for other_x, other in others:
        if low < other_x < high:
            other_low, other_high = other.box(other_x)
            if other_low < x < other_high:
                return True
    return False


def starts(
    xs: Sequence[float], options: Sequence[Sequence[Flag]], captions: Sequence[tuple[float, float]]
) -> list[Arrangement]:
    """Arrangements to begin a search with: each label at its best; and left up to some label, then right."""
    found = [Arrangement(xs, [each[0] for each in options], captions)]
    for first, last in (("left", "right"), ("right", "left")):
        for turn in range(len(xs) + 1):
            sides = [first] * turn + [last] * (len(xs) - turn)
            picked = [
                next((flag for flag in each if flag.side == side and not flag.cost[0]), each[0])
                for each, side in zip(options, sides, strict=True)
            ]
            if all(picked != each.picked for each in found):
                found.append(Arrangement(xs, picked, captions))
    return found


def improved(options: Sequence[Sequence[Flag]], begun: Arrangement, manner: Manner) -> Arrangement:
    """The arrangement after setting labels otherwise, one at a time, as long as that makes it better."""
    tries, allowed = 0, max(40, min(_TRIES, 20_000 // (len(options) ** 2 + 1)))
    found, cost = begun, begun.cost(manner)
    better = True
    while better and tries < allowed and cost[:4] > (0, 0, 0, 0):
        better = False
        clashing = {at for pair in found.conflicts for at in pair}
        high = found.bases
        for at in sorted(range(len(options)), key=lambda each: (each not in clashing, -high[each], each)):
            for flag in options[at]:
                if flag is found.picked[at]:
                    continue
                tries += 1
                tried = found.having(at, flag)
                if (now := tried.cost(manner)) < cost:
                    found, cost, better = tried, now, True
                    break
            if better or tries >= allowed:
                break
    return found
