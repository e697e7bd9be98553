"""The network of actors in pixels: discs, their names, the lines between them. Called by the figures.

Where an actor stands rests on the whole timeline, with a fixed seed: filters move nobody.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dashboard.model import Timeline
from dashboard.store import kept
from dashboard.timeline.captions import BELOW, Side, name_box, sides_of
from dashboard.timeline.groupings import lane_name
from dashboard.timeline.lanes import plan_lanes
from dashboard.timeline.measure import BOLD, measure, wrap
from dashboard.timeline.ties import Tie, actors_of, ties_of

if TYPE_CHECKING:
    import networkx as nx

MOST = 36
"""Actors that are drawn; the rest have few events, and are counted."""

NAME_SIZE = 13.0
LINE = 16.0
_SEED = 7
_NAME = 130.0
_SMALLEST, _LARGEST = 9.0, 24.0
_ROUNDS = 400
_ROW = 6  # actors without a tie that stand side by side
_CLEAR = 6.0
Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: a disc of a radius at x, y, its name in lines beside it, and its shown events."""

    lane: str
    slot: int
    name: tuple[str, ...]
    x: float
    y: float
    radius: float
    events: tuple[str, ...]
    side: Side = BELOW

    def lines(self) -> list[tuple[float, float, str]]:
        """The lines of its name, each with its middle."""
        left, top, right, _ = name_box(self.x, self.y, self.radius, _written(self.name), self.side)
        return [((left + right) / 2, top + LINE * (at + 0.5), line) for at, line in enumerate(self.name)]

    def boxes(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Left, top, right and bottom of the disc, and of its name."""
        x, y, radius = self.x, self.y, self.radius
        named = name_box(x, y, radius, _written(self.name), self.side)
        return (x - radius, y - radius, x + radius, y + radius), named


@dataclass(frozen=True, slots=True)
class Network:
    """The actors and ties that are drawn, of ``actors`` in all, in a width and height."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    actors: int
    shown: int

    def node(self, lane: str) -> Node:
        """The node of an actor that is drawn."""
        return next(each for each in self.nodes if each.lane == lane)


def lay_out_network(
    timeline: Timeline, shown: Timeline, *, width: float, height: float, language: str
) -> Network:
    """The network of the shown events, in the places that the whole timeline gives."""
    whole = list(actors_of(timeline, timeline))[:MOST]
    events = actors_of(timeline, shown)
    drawn = [lane for lane in whole if lane in events]
    names = {lane: _name(timeline, lane, language) for lane in whole}
    spots = _settled(timeline, tuple(whole), names, width, height)
    sides = _sides(timeline, spots, names, width, height)
    slot = plan_lanes(timeline).slot
    most = max((len(events[lane]) for lane in drawn), default=1)
    nodes = tuple(
        Node(
            lane,
            slot.get(lane, -1),
            names[lane],
            *spots[lane],
            _radius(len(events[lane]), most),
            events[lane],
            sides[lane],
        )
        for lane in drawn
    )
    ties = tuple(tie for tie in ties_of(timeline, shown) if tie.one in drawn and tie.other in drawn)
    return Network(width, height, nodes, ties, len(events), len(shown.events))


def _name(timeline: Timeline, lane: str, language: str) -> tuple[str, ...]:
    return wrap(lane_name(timeline, "actor", lane, language), _NAME, NAME_SIZE, BOLD, 2)


def _radius(count: int, most: int) -> float:
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(count / most), 1)


def _written(name: Sequence[str]) -> tuple[float, float]:
    """The width and height of a name."""
    return max((measure(line, NAME_SIZE, BOLD) for line in name), default=0.0), LINE * len(name)


def _size(name: Sequence[str], radius: float) -> tuple[float, float]:
    """Half the width of a node with its name below, and how far it reaches below the disc's middle."""
    wide, tall = _written(name)
    return max(radius, wide / 2), radius + 4 + tall


def _sides(
    timeline: Timeline,
    spots: Mapping[str, tuple[float, float]],
    names: Mapping[str, tuple[str, ...]],
    width: float,
    height: float,
) -> dict[str, Side]:
    """The side of each name, by all ties that the whole timeline has."""
    at = {lane: place for place, lane in enumerate(spots)}
    ties = [
        (at[tie.one], at[tie.other])
        for tie in ties_of(timeline, timeline)
        if tie.one in at and tie.other in at
    ]
    events = actors_of(timeline, timeline)
    most = max((len(events[lane]) for lane in spots), default=1)
    found = sides_of(
        np.array(list(spots.values()), dtype=np.float64),
        [_written(names[lane]) for lane in spots],
        ties,
        [_radius(len(events[lane]), most) for lane in spots],
        room=(width, height),
        reach=(_SMALLEST, _LARGEST),
    )
    return dict(zip(spots, found, strict=True))


@kept
def _sprung(timeline: Timeline, lanes: tuple[str, ...]) -> Mapping[str, tuple[float, float]]:
    """Places in [0, 1]: who has much to do with one another stands near; the rest in rows below."""
    import networkx as nx  # noqa: PLC0415 - only who opens the network waits for it

    graph = nx.Graph()
    graph.add_weighted_edges_from(
        (tie.one, tie.other, math.sqrt(len(tie.events)))
        for tie in ties_of(timeline, timeline)
        if tie.one in lanes and tie.other in lanes
    )
    tied = [lane for lane in lanes if lane in graph]
    alone = [lane for lane in lanes if lane not in graph]
    rows = [alone[at : at + _ROW] for at in range(0, len(alone), _ROW)]
    floor = max(0.4, 1 - 0.14 * len(rows)) if tied else 0.0
    found = {lane: (x, y * floor) for lane, (x, y) in _springs(graph, tied).items()}
    for at, row in enumerate(rows, 1):
        y = floor + (1 - floor) * at / len(rows)
        found |= {lane: ((place + 0.5) / len(row), y) for place, lane in enumerate(row)}
    return found


def _springs(graph: "nx.Graph", lanes: Sequence[str]) -> Mapping[str, tuple[float, float]]:
    """Places in [0, 1] that springs find."""
    import networkx as nx  # noqa: PLC0415 - as above

    if not lanes:
        return {}
    graph.add_weighted_edges_from(  # a group of its own does not drift away
        (lanes[0], next(iter(sorted(part))), 0.3)
        for part in list(nx.connected_components(graph))
        if lanes[0] not in part
    )
    found = nx.spring_layout(graph, k=1.6 / math.sqrt(len(lanes)), iterations=150, seed=_SEED)
    xy = _spread(np.array([found[lane] for lane in lanes], dtype=np.float64))
    return {lane: (float(x), float(y)) for lane, (x, y) in zip(lanes, xy, strict=True)}


def _spread(xy: Places) -> Places:
    """Places in [0, 1], half as the springs have it, half evenly: a crowd takes more of the room."""
    low, span = xy.min(axis=0), np.maximum(np.ptp(xy, axis=0), 1e-9)
    even = xy.argsort(axis=0).argsort(axis=0) / (len(xy) - 1)
    found: Places = 0.5 * (xy - low) / span + 0.5 * even
    return found


def _settled(
    timeline: Timeline,
    lanes: tuple[str, ...],
    names: Mapping[str, tuple[str, ...]],
    width: float,
    height: float,
) -> dict[str, tuple[float, float]]:
    """Places in pixels, pushed apart until no disc or name touches another, as far as the room goes."""
    if not lanes:
        return {}
    sprung = _sprung(timeline, lanes)
    sizes = [_size(names[lane], _LARGEST) for lane in lanes]
    half = np.array([size[0] for size in sizes]) + _CLEAR
    below = np.array([size[1] for size in sizes]) + _CLEAR
    low = np.stack([half, np.full(len(lanes), _LARGEST + _CLEAR)], axis=1)
    high = np.stack([width - half, height - below], axis=1)
    middle = (low + high) / 2
    low, high = np.minimum(low, middle), np.maximum(high, middle)
    places = low + np.array([sprung[lane] for lane in lanes]) * (high - low)
    tall = below + _LARGEST + _CLEAR
    for _ in range(_ROUNDS):
        push = _pushes(places, half, tall, below)
        if not push.any():
            break
        places = np.clip(places + push, low, high)
    return {
        lane: (round(float(x), 1), round(float(y), 1)) for lane, (x, y) in zip(lanes, places, strict=True)
    }


def _pushes(places: Places, half: Places, tall: Places, below: Places) -> Places:
    """For each node the way out of those that it overlaps, along the shorter side."""
    xs, ys = places[:, 0], places[:, 1] + (below - _LARGEST - _CLEAR) / 2
    dx, dy = xs[:, None] - xs[None, :], ys[:, None] - ys[None, :]
    over_x = half[:, None] + half[None, :] - np.abs(dx)
    over_y = (tall[:, None] + tall[None, :]) / 2 - np.abs(dy)
    hit = (over_x > 0) & (over_y > 0)
    np.fill_diagonal(hit, val=False)
    first = np.arange(len(xs))[:, None] < np.arange(len(xs))[None, :]
    sign_x = np.where(dx == 0, np.where(first, -1.0, 1.0), np.sign(dx))
    sign_y = np.where(dy == 0, np.where(first, -1.0, 1.0), np.sign(dy))
    sideways = over_x < over_y
    move_x = np.where(hit & sideways, sign_x * over_x / 2, 0.0).sum(axis=1)
    move_y = np.where(hit & ~sideways, sign_y * over_y / 2, 0.0).sum(axis=1)
    found: Places = np.stack([move_x, move_y], axis=1) * 0.8
    return np.where(np.abs(found) < 0.05, np.sign(found) * 0.05, found)
