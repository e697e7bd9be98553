"""Fourth stage: flag labels above the lanes, whose leaders cross no other label, as many as fit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Event, Status
from dashboard.timeline.arrangement import CAPTION, Arrangement, improved, packed, starts
from dashboard.timeline.flags import TEXT_OFF, Flag, Manner, flags_of

_BUCKET = 110.0
_PER_BUCKET = 8
_PER_BUCKET_BRIEF = 14
_SEARCHED = 24  # labels among which the best arrangement is sought from many beginnings
_BEGUN = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label. ``x`` is its leader's, from ``top`` down to ``foot``; y is negative above the lanes.

    With ``inline`` the detail follows the title on its line.
    """

    event: str
    x: float
    side: str
    title: tuple[str, ...]
    detail: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float
    foot: float
    dashed: bool = False
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that fit, of ``total`` events, and the height that they take above the lanes."""

    labels: tuple[Label, ...]
    total: int
    height: float


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that wants a label: its line's x, where that line ends, how much it matters."""

    event: Event
    x: float
    foot: float
    weight: tuple[float, ...]


def place_labels(
    wishes: Sequence[Wish],
    sides: tuple[float, float],
    captions: Sequence[tuple[float, float]],
    manner: Manner,
    language: str,
) -> Labels:
    """The labels of as many events as fit between two x (``sides``), the weightiest first.

    ``captions`` are stretches right above the lanes that are taken by the folds' captions.
    """
    chosen = sorted(_candidates(wishes, manner), key=lambda wish: (wish.x, wish.event.id))
    xs = [wish.x for wish in chosen]
    options = [flags_of(wish.event, wish.x, (*sides, xs), manner, language) for wish in chosen]
    order = sorted(range(len(chosen)), key=lambda at: (chosen[at].weight, chosen[at].event.id), reverse=True)
    if len(chosen) <= _SEARCHED and (manner.wraps or not manner.brief):
        found = _sought(xs, options, captions, manner)
        if found.fits(manner):
            return _set(chosen, found, len(wishes), captions)
    kept, found = packed(xs, options, order, captions, manner)
    return _set([chosen[at] for at in kept], found, len(wishes), captions)


def _sought(
    xs: Sequence[float],
    options: Sequence[Sequence[Flag]],
    captions: Sequence[tuple[float, float]],
    manner: Manner,
) -> Arrangement:
    """The best arrangement of all labels, found from several beginnings; it may still not fit."""
    found = Arrangement(xs, [each[0] for each in options], captions)
    if found.cost(manner)[:4] > (0, 0, 0, 0):
        begun = sorted(starts(xs, options, captions), key=lambda each: each.cost(manner))[:_BEGUN]
        found = min((improved(options, each, manner) for each in begun), key=lambda each: each.cost(manner))
    return found


def _candidates(wishes: Sequence[Wish], manner: Manner) -> list[Wish]:
    """The weightiest, no more at one place than could be stacked there."""
    near: Counter[int] = Counter()
    most = _PER_BUCKET_BRIEF if manner.brief else _PER_BUCKET
    found = []
    for wish in sorted(wishes, key=lambda each: (each.weight, each.event.id), reverse=True):
        bucket = int(wish.x // _BUCKET)
        if near[bucket] < most:
            near[bucket] += 1
            found.append(wish)
    return found


def _set(
    chosen: Sequence[Wish], found: Arrangement, total: int, captions: Sequence[tuple[float, float]]
) -> Labels:
    """The labels with their places."""
    labels = []
    for wish, flag, base in zip(chosen, found.picked, found.bases, strict=True):
        near, far = wish.x + TEXT_OFF, wish.x + TEXT_OFF + flag.width
        if flag.side == "left":
            near, far = wish.x - TEXT_OFF - flag.width, wish.x - TEXT_OFF
        dashed = wish.event.status in {Status.PLANNED, Status.HYPOTHETICAL}
        labels.append(
            Label(wish.event.id, wish.x, flag.side, flag.title, flag.detail, near, far,
                  -base - flag.height, -base, wish.foot, dashed, flag.inline)
        )  # fmt: skip
    return Labels(tuple(labels), total, max(found.height + 8, CAPTION if captions else 12.0))
