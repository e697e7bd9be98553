"""Words beside a mark, in its lane, where that has room: for events that no flag names. Called by ``naming``.

Nothing lies under them: no mark, no cluster, no line from one lane to another or up to a flag, no fold.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.model import Event
from dashboard.timeline.clusters import ROUND
from dashboard.timeline.flags import DETAIL_SIZE, one_liners, said_detail
from dashboard.timeline.labels import Label
from dashboard.timeline.marks import BADGE, BAR, DOT, LaneBox, Mark, Marks
from dashboard.timeline.measure import REGULAR
from dashboard.timeline.ticks import Fold

ASIDE = 16.0
"""Pixels that the line of an aside takes."""

_OFF = 6.0  # from the mark to the words
_CLEAR = 7.0  # from the words to what comes next
_LINE = 3.0  # on either side of a vertical line
_FOLD = 10.0  # on either side of a fold's middle
_MOST = 200  # events for which a place is sought
_LONGEST = 340.0


@dataclass(frozen=True, slots=True)
class Aside:
    """The title of an event, and the date if it is not "", on one line from ``left`` to ``right`` about y."""

    event: str
    title: str
    detail: str
    left: float
    right: float
    y: float

    @property
    def whole(self) -> bool:
        """Whether nothing of the title is left out."""
        return not self.title.endswith("…")


@dataclass(frozen=True, slots=True)
class _Block:
    """What words may not cover, and whose it is."""

    left: float
    right: float
    top: float
    bottom: float
    event: str = ""


def asides_of(  # noqa: PLR0917 (one argument per stage before)
    events: Sequence[Event],
    placed: Marks,
    flags: Sequence[Label],
    folds: Sequence[Fold],
    sides: tuple[float, float],
    language: str,
) -> tuple[Aside, ...]:
    """The asides of as many of the events as have room beside a mark, the first of them first."""
    bands = {box.lane: box for box in placed.boxes}
    blocks = {lane: _blocks(box, placed, flags, folds) for lane, box in bands.items()}
    own: dict[str, list[Mark]] = defaultdict(list)
    for mark in placed.marks:
        blocks[mark.lane].append(_block(mark))
        own[mark.event].append(mark)
    found = []
    for event in events[:_MOST]:
        beside = [each for mark in own[event.id] for each in _beside(event, mark, blocks, sides, language)]
        if beside:
            best = min(
                beside,
                key=lambda each: (each[0].title != event.title(language), -each[0].right + each[0].left),
            )
            aside, lane = best
            blocks[lane].append(
                _Block(aside.left - 2, aside.right + 2, aside.y - ASIDE / 2, aside.y + ASIDE / 2)
            )
            found.append(aside)
    return tuple(found)


def _block(mark: Mark) -> _Block:
    before = BAR / 2 if mark.arrow_left else 0.0
    after = max(BAR / 2 if mark.arrow_right else 0.0, BADGE if mark.badge else 0.0)
    half = (DOT if mark.shape == "dot" else BAR) / 2
    return _Block(mark.left - 3 - before, mark.right + 3 + after, mark.y - half, mark.y + half, mark.event)


def _blocks(box: LaneBox, placed: Marks, flags: Sequence[Label], folds: Sequence[Fold]) -> list[_Block]:
    """What crosses a lane, or stands in it, besides its marks."""
    found = [_Block(fold.x - _FOLD, fold.x + _FOLD, box.top, box.bottom) for fold in folds]
    lines = [(each.x, each.light_top, each.light_bottom, each.event) for each in placed.connectors]
    lines += [(each.x, each.top, each.foot, each.event) for each in flags]
    found += [
        _Block(x - _LINE, x + _LINE, top, bottom, event)
        for x, top, bottom, event in lines
        if top < box.bottom and bottom > box.top
    ]
    half = ROUND / 2
    found += [
        _Block(each.x - half - 2, each.x + half + 2, each.y - half, each.y + half)
        for each in placed.clusters
        if each.lane == box.lane
    ]
    return found


def _beside(
    event: Event,
    mark: Mark,
    blocks: Mapping[str, Sequence[_Block]],
    sides: tuple[float, float],
    language: str,
) -> list[tuple[Aside, str]]:
    """The fullest words on either side of a mark, if there is room for any, with its lane."""
    mine = _block(mark)
    low, high = mark.y - ASIDE / 2 + 1, mark.y + ASIDE / 2 - 1
    near = [each for each in blocks[mark.lane] if each.top < high and each.bottom > low]
    start, end = mine.right + _OFF - 3, mine.left - _OFF + 3
    right, left = sides[1], sides[0]
    for each in near:
        if each.event == mark.event and mine.left <= each.left and each.right <= mine.right:
            continue
        if each.right > start:
            right = min(right, each.left - _CLEAR)
        if each.left < end:
            left = max(left, each.right + _CLEAR)
    title = event.title(language)
    when = said_detail(event, language)[0]
    found = []
    for at, room in ((start, right - start), (end, end - left)):
        said = one_liners(title, when, min(room, _LONGEST), DETAIL_SIZE, REGULAR)
        if said:
            words, date, wide = said[0]
            x = at if at == start else at - wide
            found.append((Aside(event.id, words, date, x, x + wide, mark.y), mark.lane))
    return found
