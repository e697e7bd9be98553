"""Which events are named, and how: flags above the lanes, words beside marks. Called by the layout.

All are flags where they fit. Where they do not, those that have room in their lanes are named there, and
flags are brief: whichever way names most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.timeline.asides import Aside, asides_of
from dashboard.timeline.flags import Manner
from dashboard.timeline.labels import Labels, Wish, place_labels
from dashboard.timeline.marks import Marks
from dashboard.timeline.ticks import Fold

_AGAIN = 2
_FEW = 80  # events for which every way is tried


@dataclass(frozen=True, slots=True)
class Space:
    """The room that names have: their sides above and in the lanes, and what takes some of it."""

    above: tuple[float, float]
    within: tuple[float, float]
    folds: Sequence[Fold]
    captions: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Names:
    """The flags with the height that they take, and the asides."""

    labels: Labels
    asides: tuple[Aside, ...] = ()

    @property
    def whole(self) -> int:
        """How many of these names are not cut."""
        flags = sum(not label.title[-1].endswith("…") for label in self.labels.labels)
        return flags + sum(aside.whole for aside in self.asides)

    @property
    def count(self) -> int:
        """How many events have a name."""
        return len(self.labels.labels) + len(self.asides)


def plainly(wishes: Sequence[Wish], space: Space, manner: Manner, language: str) -> Names:
    """As many flags as there is room for, in full."""
    return Names(place_labels(wishes, space.above, space.captions, manner, language))


def above(wishes: Sequence[Wish], space: Space, manner: Manner, language: str) -> Names:
    """Flags only, in full or brief: whichever way names more."""
    plain = plainly(wishes, space, manner, language)
    if plain.count == len(wishes):
        return plain
    return max(
        plain, plainly(wishes, space, replace(manner, brief=True), language), key=lambda each: each.count
    )


def named(
    wishes: Sequence[Wish],
    placed: Marks,
    space: Space,
    manner: Manner,
    language: str,
    *,
    selected: str | None,
) -> Names:
    """The names of as many events as there is room for, the weightiest first."""

    def flagged(some: Sequence[Wish], how: Manner) -> Names:
        flags = place_labels(some, space.above, space.captions, how, language)
        return Names(flags, beside(flags))

    def beside(flags: Labels | None) -> tuple[Aside, ...]:
        drawn = flags.labels if flags else ()
        known = {label.event for label in drawn}
        rest = [wish.event for wish in ranked if wish.event.id not in known]
        return asides_of(rest, placed, drawn, space.folds, space.within, language)

    plain = plainly(wishes, space, manner, language)
    if plain.count == len(wishes):
        return plain
    ranked = sorted(wishes, key=lambda wish: (wish.weight, wish.event.id), reverse=True)
    free = {aside.event for aside in beside(None) if aside.whole} - {selected}
    pressed = [wish for wish in wishes if wish.event.id not in free]
    brief = replace(manner, brief=True, wraps=False)
    ways = [Names(plain.labels, beside(plain.labels))]
    more = [(pressed, brief), (pressed, manner), (wishes, brief)]
    if manner.wraps:
        wrapped = replace(manner, brief=True)
        more += [(pressed, wrapped), (wishes, wrapped)]
    ways += [flagged(some, how) for some, how in (more if len(wishes) <= _FEW else more[:1])]
    best = max(ways, key=lambda each: (each.count, each.whole))
    for _ in range(_AGAIN):
        beside_marks = {aside.event for aside in best.asides} - {selected}
        again = flagged([wish for wish in wishes if wish.event.id not in beside_marks], brief)
        if again.count <= best.count:
            break
        best = again
    return best
