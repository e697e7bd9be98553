"""Which colour each lane has, as a number: an actor's is the same as long as a project lives. For ``lanes``.

The number is the place in a theme's palette; from its length on, the palette begins again, in another look.
"""

from collections.abc import Mapping, Sequence
from zlib import crc32

from dashboard.events import ontology
from dashboard.model import Timeline
from dashboard.store import heaviest_first

PALETTE = 8
"""How many colours every theme has for lanes."""


def slots_of(timeline: Timeline, ranked: Sequence[str], by: str) -> dict[str, int]:
    """The number of each lane's colour; ``ranked`` are the lanes, the heaviest first.

    An actor has the colour that its id asks for, or where that is taken, the next free one. Who came first
    keeps it: the order is that in which a project came to know its actors.
    """
    if by == "type":
        known = {code: at for at, code in enumerate(ontology.types())}
        return {lane: known.get(lane, len(known)) for lane in ranked}
    if by != "actor":
        return {lane: at for at, lane in enumerate(ranked)}
    mine = chosen(timeline.cast or heaviest_first(timeline))
    return {lane: mine.get(lane, PALETTE + _wanted(lane)) for lane in ranked}


def chosen(cast: Sequence[str]) -> Mapping[str, int]:
    """The numbers of some ids in the order in which they came: those who come later move nobody."""
    taken = [0] * PALETTE
    found: dict[str, int] = {}
    for each in cast:
        least, wanted = min(taken), _wanted(each)
        at = next(at for step in range(PALETTE) if taken[at := (wanted + step) % PALETTE] == least)
        found[each] = at + PALETTE * taken[at]
        taken[at] += 1
    return found


def _wanted(lane: str) -> int:
    return crc32(lane.encode()) % PALETTE
