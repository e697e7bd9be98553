"""How time becomes x: folded, to scale, or one step per event. Called by the layout."""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

import numpy as np
from babel.dates import get_month_names
from numpy.typing import NDArray

from dashboard.timeline.axis import Axis, build_axis
from dashboard.timeline.extents import Extent, Extents
from dashboard.timeline.marks import DOT, PILL, Spot, spot_of
from dashboard.timeline.ticks import Fold, Tick, folds_of, room_for, ticks_of
from dashboard.wording.locales import locale_of

SCALES = ("folded", "chronological", "sequential")
Window = tuple[date | None, date | None]
Xs = NDArray[np.float64]
Stretch = tuple[float, float, float, float]
"""From day to day, and from x to x."""

_STRETCHES = 60  # of a sequence, at most


@dataclass(frozen=True, slots=True)
class Scale:
    """Where events stand between two x; ``extents`` are those of the shown events, in their order."""

    kind: str
    axis: Axis
    extents: tuple[Extent, ...]
    starts: Xs
    ends: Xs

    @property
    def step(self) -> float:
        """The width of an event's step on a sequential scale."""
        left, right = self.axis.pieces[0].left, self.axis.pieces[-1].right
        return (right - left) / max(1, len(self.extents))

    def spot(self, at: int) -> Spot:
        """The spot of the event at a position."""
        extent = self.extents[at]
        if self.kind != "sequential":
            return spot_of(extent, self.axis)
        middle = self.axis.pieces[0].left + (at + 0.5) * self.step
        if extent.days <= 1 and not (extent.soft or extent.open_left or extent.open_right):
            return Spot(middle - DOT / 2, middle + DOT / 2, "dot")
        half = max(PILL, min(2 * PILL, self.step - 6)) / 2
        fade = max(0.56 * half, 7.0) if extent.soft else 0.0
        return Spot(middle - half, middle + half, "bar", fade, fade, extent.open_left, extent.open_right)

    def middles(self) -> Xs:
        """The middle of every event, as one array."""
        if self.kind == "sequential":
            steps = self.axis.pieces[0].left + (np.arange(len(self.extents)) + 0.5) * self.step
            return steps.astype(np.float64)
        both: Xs = (self.axis.xs(self.starts) + self.axis.xs(self.ends)) / 2
        return both

    def stretches(self) -> tuple[Stretch, ...]:
        """Which days stand where, without a gap; of a sequence about, where its events are."""
        if self.kind != "sequential" or len(self.extents) < 2:
            return tuple((each.start, each.end, each.left, each.right) for each in self.axis.pieces)
        count = len(self.extents)
        stops = [*range(0, count, -(-count // _STRETCHES)), count]
        days = accumulate([*(self.extents[at].start for at in stops[:-1]), float(self.ends.max())], max)
        left = self.axis.pieces[0].left
        ends = [(day, left + at * self.step) for day, at in zip(days, stops, strict=True)]
        return tuple((one[0], other[0], one[1], other[1]) for one, other in pairwise(ends))

    def ticks(self, language: str) -> tuple[Tick, ...]:
        """The labels of the axis."""
        if self.kind == "sequential":
            return _sequence_ticks(self, language)
        return ticks_of(self.axis, language)

    def folds(self, language: str) -> tuple[Fold, ...]:
        """The folds of the axis."""
        return folds_of(self.axis, language)


def build_scale(
    kind: str, extents: Extents, rows: NDArray[np.int64], sides: tuple[float, float], *,
    fold_width: float, window: Window,
) -> Scale:  # fmt: skip
    """The scale between two x for some events, as rows of a timeline; without any, its axis spans all."""
    shown = tuple([extents.each[row] for row in rows.tolist()])
    seen = list({id(each): each for each in shown or extents.each}.values())
    axis = build_axis(seen, *sides, fold_width=fold_width, window=window, folding=kind == "folded")
    return Scale(kind, axis, shown, extents.starts[rows], extents.ends[rows])


def _sequence_ticks(scale: Scale, language: str) -> tuple[Tick, ...]:
    """A tick where the month or the year changes from one step to the next, as there is room."""
    months = dict(get_month_names("abbreviated", context="stand-alone", locale=locale_of(language)))
    left = scale.axis.pieces[0].left
    found: list[Tick] = []
    before: tuple[int, int] | None = None
    for at, extent in enumerate(scale.extents):
        day = date.fromordinal(max(1, int(extent.start)))
        if (day.year, day.month) == before:
            continue
        era = str(day.year) if before is None or before[0] != day.year else ""
        before = (day.year, day.month)
        tick = Tick(left + (at + 0.5) * scale.step, months[day.month], era)
        if found and not room_for(found[-1], tick):
            if not era or found[-1].era:
                continue
            found.pop()  # a new year says more than the month before it
            if found and not room_for(found[-1], tick):
                continue
        found.append(tick)
    return tuple(found)
