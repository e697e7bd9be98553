"""The signs of review beside marks: a question mark, a tick, a pencil. Called by ``chart`` and the key."""

from collections.abc import Sequence

from dashboard.figures.drawing import Ring, Trace, circle_ring, fills, lines, texts
from dashboard.figures.themes import Theme
from dashboard.timeline.badges import ACCEPTED, BADGES, DOUBTFUL
from dashboard.timeline.marks import Mark

_SIZE = 11.0
_WIDTH = 1.7
_UP = 4.5  # above the middle of the mark
_ASIDE = 4.5  # beyond its right end


def badge_traces(marks: Sequence[Mark], theme: Theme) -> list[Trace]:
    """The signs of all marks that have one, each on a little ground of its own."""
    places = {
        badge: [(mark.right + _ASIDE, mark.y - _UP) for mark in marks if mark.badge == badge]
        for badge in BADGES
    }
    grounds = [circle_ring(x, y, 5.5) for some in places.values() for x, y in some]
    found = [fills(grounds, theme.band)]
    for badge, some in places.items():
        found += badge_drawn(badge, some, theme.text) if some else []
    return [each for each in found if each["x"]]


def badge_drawn(badge: str, places: Sequence[tuple[float, float]], colour: str) -> list[Trace]:
    """One sign at each of some places."""
    if badge == DOUBTFUL:
        return [texts([(x, y, "<b>?</b>") for x, y in places], size=_SIZE, colour=colour)]
    strokes = [stroke for x, y in places for stroke in (_tick(x, y) if badge == ACCEPTED else _pencil(x, y))]
    return [lines(strokes, colour, _WIDTH)]


def _tick(x: float, y: float) -> list[Ring]:
    return [[(x - 3.8, y + 0.2), (x - 1.1, y + 3), (x + 3.8, y - 3.4)]]


def _pencil(x: float, y: float) -> list[Ring]:
    """A pencil over the line that it writes."""
    shaft = [(x - 2.6, y + 1.2), (x + 2.8, y - 4.2)]
    return [shaft, [(x - 3.8, y + 4), (x + 3.8, y + 4)]]
