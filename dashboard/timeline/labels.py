"""Fourth stage: flag labels above the lanes, level by level, whose leaders cross no other label.

A label hangs at the top of its leader, to the right of it or to the left. If another leader rises within
its width, the label must be higher than that one's. So levels are longest paths in a small graph.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Event, Granularity, Status
from dashboard.timeline.measure import BOLD, REGULAR, measure, shorten, wrap
from dashboard.wording import format_when, message

TITLE_SIZE = 13.0
DETAIL_SIZE = 12.0
LINE = 17.0  # Plotly sets lines 1.3 times the size apart
TEXT_OFF = 5.0  # from the leader to the text
_CLEAR = 9.0  # to the right of a text
_LEVEL_GAP = 6.0
_NARROWEST = 96.0  # a text is not squeezed into less
_BUCKET = 110.0
_SEARCHED = 24  # labels among which better arrangements are sought from the start
_TRIES = 160


@dataclass(frozen=True, slots=True)
class Manner:
    """How labels may be set: widths of text to try, how many lines of title, how many levels."""

    widest: tuple[float, ...] = (330.0,)
    title_lines: int = 2
    most_levels: int = 8
    comfortable: int = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label. ``x`` is its leader's, from ``top`` down to ``foot``; y is negative above the lanes."""

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


@dataclass(frozen=True, slots=True)
class _Text:
    """A label's text on one side of its leader."""

    side: str
    title: tuple[str, ...]
    detail: tuple[str, ...]
    width: float
    cost: tuple[int, int]

    def box(self, x: float) -> tuple[float, float]:
        """What must stay clear of other leaders, from x to x."""
        far = TEXT_OFF + self.width + _CLEAR
        return (x + 1, x + far) if self.side == "right" else (x - far, x - 1)

    @property
    def height(self) -> float:
        """Of all its lines."""
        return (len(self.title) + len(self.detail)) * LINE


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
    chosen = sorted(_candidates(wishes, manner.most_levels), key=lambda wish: (wish.x, wish.event.id))
    options = [_texts(wish, sides, manner, language) for wish in chosen]
    state = _State([wish.x for wish in chosen], [each[0] for each in options], tuple(captions))
    if len(chosen) > _SEARCHED:
        state = _thinned(chosen, options, state, manner.most_levels)
    state = _improved(options, state, manner.comfortable)
    state = _thinned(chosen, options, state, manner.most_levels)
    return _set(chosen, state.picked, state.levels, len(wishes), captions)


def said_detail(event: Event, language: str, title: str = "") -> tuple[str, ...]:
    """The parts of the second line: date, place unless the title names it, status unless it happened."""
    # A month by itself is written out: it is short enough, and reads better.
    parts = [format_when(event.when, language, short=event.when.granularity is not Granularity.MONTH)]
    if event.place and event.place.name(language).casefold() not in title.casefold():
        parts.append(event.place.name(language))
    if event.status is not Status.HAPPENED:
        parts.append(message(event.status.value, language))
    return tuple(parts)


def _candidates(wishes: Sequence[Wish], levels: int) -> list[Wish]:
    """The weightiest, no more at one place than could be stacked there."""
    near: Counter[int] = Counter()
    found = []
    for wish in sorted(wishes, key=lambda each: (each.weight, each.event.id), reverse=True):
        bucket = int(wish.x // _BUCKET)
        if near[bucket] < levels:
            near[bucket] += 1
            found.append(wish)
    return found


def _texts(wish: Wish, sides: tuple[float, float], manner: Manner, language: str) -> list[_Text]:
    """The label's text on either side of its leader, the better side first."""
    title = wish.event.title(language)
    detail = said_detail(wish.event, language, title)
    room = {"right": sides[1] - wish.x - TEXT_OFF, "left": wish.x - TEXT_OFF - sides[0]}
    found = []
    for widest, side in {(min(most, free), side): 0 for most in manner.widest for side, free in room.items()}:
        if widest < _NARROWEST:
            continue
        lines = wrap(title, widest, TITLE_SIZE, BOLD, manner.title_lines)
        below = _detail(detail, widest)
        width = max(
            *(measure(each, TITLE_SIZE, BOLD) for each in lines),
            *(measure(each, DETAIL_SIZE) for each in below),
        )
        cut = lines[-1].endswith("…") and not title.endswith("…")
        found.append(_Text(side, lines, below, width, (int(cut), len(lines) + len(below))))
    if not found:  # a sliver of a window: some text is better than none
        side = max(room, key=lambda each: room[each])
        line = shorten(title, max(room[side], 40), TITLE_SIZE, BOLD) or "…"
        found.append(_Text(side, (line,), (), measure(line, TITLE_SIZE, BOLD), (1, 1)))
    return sorted(found, key=lambda text: text.cost)


def _detail(parts: tuple[str, ...], widest: float) -> tuple[str, ...]:
    """The second line, on two if need be, broken between its parts."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and measure(longer, DETAIL_SIZE, REGULAR) <= widest:
            lines[-1] = longer
        else:
            lines.append(shorten(part, widest, DETAIL_SIZE))
    return tuple(lines)


class _State:
    """A choice of one text per label, and what follows from it: levels, and pairs that contradict."""

    def __init__(
        self, xs: list[float], picked: list[_Text], captions: tuple[tuple[float, float], ...]
    ) -> None:
        self.xs, self.picked, self.captions = xs, picked, captions
        under, self.conflicts = self._relations()
        levels = _longest(under, self._floors())
        self.looped = levels is None
        self.levels = levels or [0] * len(xs)

    @property
    def top(self) -> int:
        """The highest level."""
        return max(self.levels, default=-1)

    def cost(self, comfortable: int) -> tuple[int, int, int, int]:
        """How bad it is: contradictions, levels too many, texts cut short, then height in all."""
        cut = sum(text.cost[0] for text in self.picked)
        height = sum(self.levels) + sum(text.cost[1] for text in self.picked)
        return len(self.conflicts) + 9 * self.looped, max(0, self.top - comfortable + 1), cut, height

    def with_text(self, at: int, text: _Text) -> "_State":
        """The same with another text for one label."""
        return _State(self.xs, [*self.picked[:at], text, *self.picked[at + 1 :]], self.captions)

    def without(self, at: int) -> "_State":
        """The same without one label."""
        return _State(
            self.xs[:at] + self.xs[at + 1 :], self.picked[:at] + self.picked[at + 1 :], self.captions
        )

    def _relations(self) -> tuple[list[list[int]], list[tuple[int, int]]]:
        """For each label those that must be under it; and the pairs that would each have to be."""
        xs, boxes = self.xs, [text.box(x) for text, x in zip(self.picked, self.xs, strict=True)]
        under: list[list[int]] = [[] for _ in xs]
        conflicts = []
        for one, (low, high) in enumerate(boxes):
            for other in range(one + 1, len(xs)):
                other_low, other_high = boxes[other]
                if other_low >= high or other_high <= low:
                    continue
                rises, risen = low < xs[other] < high, other_low < xs[one] < other_high
                if rises and risen:
                    conflicts.append((one, other))
                elif risen:
                    under[other].append(one)
                else:
                    under[one].append(other)
        return under, conflicts

    def _floors(self) -> list[int]:
        boxes = [text.box(x) for text, x in zip(self.picked, self.xs, strict=True)]
        return [int(any(low < right and left < high for left, right in self.captions)) for low, high in boxes]


def _improved(options: list[list[_Text]], state: _State, comfortable: int) -> _State:
    """The state after setting texts otherwise, one at a time, as long as that makes it better."""
    tries = 0
    better = True
    while better and tries < _TRIES and state.cost(comfortable)[:2] > (0, 0):
        better = False
        clashing = {at for pair in state.conflicts for at in pair}
        for at in sorted(
            range(len(options)), key=lambda each: (each not in clashing, -state.levels[each], each)
        ):
            for text in options[at]:
                if text is state.picked[at]:
                    continue
                tries += 1
                found = state.with_text(at, text)
                if found.cost(comfortable) < state.cost(comfortable):
                    state, better = found, True
                    break
            if better or tries >= _TRIES:
                break
    return state


def _thinned(chosen: list[Wish], options: list[list[_Text]], state: _State, most: int) -> _State:
    """The state without the least weighty labels that stand in the way; they leave all three lists."""
    while state.conflicts or state.looped or state.top >= most:
        at = _least(chosen, state, most)
        del chosen[at]
        del options[at]
        state = state.without(at)
    return state


def _longest(under: list[list[int]], floors: list[int]) -> list[int] | None:
    """For each node the longest way down from it; None if the graph has a cycle."""
    found: dict[int, int] = {}
    busy: set[int] = set()

    def visit(node: int) -> int | None:
        if node in found:
            return found[node]
        if node in busy:
            return None
        busy.add(node)
        level = floors[node]
        for lower in under[node]:
            below = visit(lower)
            if below is None:
                return None
            level = max(level, below + 1)
        busy.discard(node)
        found[node] = level
        return level

    levels = [visit(node) for node in range(len(under))]
    known = [level for level in levels if level is not None]
    return known if len(known) == len(levels) else None


def _least(chosen: list[Wish], state: _State, most: int) -> int:
    """The label to give up: the least weighty of those that clash, or that make a pile too high."""
    candidates = {at for pair in state.conflicts for at in pair}
    if not candidates and not state.looped:
        top = state.levels.index(state.top)
        low, high = state.picked[top].box(state.xs[top])
        reach = (high - low) * 1.5
        candidates = {top} | {
            at
            for at, x in enumerate(state.xs)
            if state.levels[at] > most // 2 and low - reach <= x <= high + reach
        }
    return min(candidates or range(len(chosen)), key=lambda at: (chosen[at].weight, chosen[at].event.id))


def _set(
    chosen: list[Wish],
    picked: list[_Text],
    levels: list[int],
    total: int,
    captions: Sequence[tuple[float, float]],
) -> Labels:
    """The labels with their y: each level as high as its highest label."""
    heights: dict[int, float] = {}
    for text, level in zip(picked, levels, strict=True):
        heights[level] = max(heights.get(level, 0.0), text.height)
    floor = -12.0
    bottoms: dict[int, float] = {}
    for level in range(max(levels, default=-1) + 1):
        bottoms[level] = floor
        # A level that only captions fill is two of their lines high.
        floor -= heights.get(level, 2 * LINE if captions else 0.0) + _LEVEL_GAP
    labels = []
    for wish, text, level in zip(chosen, picked, levels, strict=True):
        near, far = wish.x + TEXT_OFF, wish.x + TEXT_OFF + text.width
        if text.side == "left":
            near, far = wish.x - TEXT_OFF - text.width, wish.x - TEXT_OFF
        bottom = bottoms[level]
        dashed = wish.event.status in {Status.PLANNED, Status.HYPOTHETICAL}
        labels.append(
            Label(wish.event.id, wish.x, text.side, text.title, text.detail, near, far,
                  bottom - text.height, bottom, wish.foot, dashed)
        )  # fmt: skip
    height = max((-label.top for label in labels), default=0.0)
    return Labels(tuple(labels), total, max(height + 8, 40.0 if captions else 12.0))
