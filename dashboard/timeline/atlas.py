"""Events on a map, in pixels: where they took place, and between whose states. Called by the figures.

An event stands only where the text says that it took place; what says no place is counted, never put
in a capital. A capital only carries the end of a line for its state.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.gazetteer import knowledge
from dashboard.model import ActorKind, Timeline
from dashboard.store import columns, kept
from dashboard.store.columns import grouped, rows_of
from dashboard.store.values import place_names
from dashboard.timeline.measure import BOLD, measure
from dashboard.timeline.outlines import Point, Projection, Ring, curve, projected
from dashboard.timeline.ties import Tie, ties_of

NAME_SIZE = 12.0
LINE = 15.0
_SMALLEST, _LARGEST, _LARGEST_NARROW = 5.0, 22.0, 13.0
_NARROW = 600.0
_NEAR = 9.0  # pixels within which places are one
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Site:
    """A place, or several that cannot be told apart at this scale: a disc, and its events."""

    places: tuple[str, ...]
    name: str
    x: float
    y: float
    radius: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A site's name, its text from x on, centred on y."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two states, as a line between their capitals."""

    tie: Tie
    line: Ring


@dataclass(frozen=True, slots=True)
class Atlas:
    """All of it: ``placed`` of ``shown`` events are on the map."""

    width: float
    height: float
    land: tuple[Ring, ...]
    sites: tuple[Site, ...]
    names: tuple[Name, ...]
    bonds: tuple[Bond, ...]
    anchors: tuple[Point, ...]
    placed: int
    shown: int


def lay_out_atlas(
    timeline: Timeline, shown: Timeline, *, width: float, height: float, language: str
) -> Atlas:
    """The map of the shown events; what part of the world it shows rests on the whole timeline."""
    capitals = _capitals(timeline)
    anchored = {
        lane for tie in ties_of(timeline, timeline) for lane in (tie.one, tie.other)
        if tie.one in capitals and tie.other in capitals
    }  # fmt: skip
    ends = {capitals[lane] for lane in anchored}
    projection = projected(sorted({*_spots(timeline).values(), *ends}), width, height)
    points = {lane: projection.xy(*capitals[lane]) for lane in anchored}
    bonds = tuple(
        Bond(tie, curve(points[tie.one], points[tie.other]))
        for tie in ties_of(timeline, shown)
        if tie.one in points and tie.other in points
    )
    sites = _sites(timeline, shown, projection, language)
    used = sorted({points[lane] for bond in bonds for lane in (bond.tie.one, bond.tie.other)})
    # within a disc a square would lie over its count, and the disc stands for the capital as well
    free = [at for at in used if all(math.dist(at, (each.x, each.y)) > each.radius for each in sites)]
    names = _names(sites, free, width, height)
    placed = sum(len(site.events) for site in sites)
    return Atlas(
        width, height, projection.rings(), sites, names, bonds, tuple(free), placed, len(shown.events)
    )


@kept
def _spots(timeline: Timeline) -> Mapping[str, Point]:
    """The longitude and latitude of each place whose coordinates are known, by id."""
    return {
        each.place.id: (each.place.lon, each.place.lat)
        for each in timeline.events
        if each.place and each.place.lon is not None and each.place.lat is not None
    }


@kept
def events_of_places(timeline: Timeline, shown: Timeline) -> Mapping[str, tuple[str, ...]]:
    """The shown events that say where they took place, by places with coordinates, most events first."""
    spots, places = _spots(timeline), columns(timeline).links("places")
    rows, codes = places.among(rows_of(timeline, shown))
    found = {
        places.values[at]: tuple([timeline.events[row].id for row in some.tolist()])
        for at, some in enumerate(grouped(codes, rows, len(places.values)))
        if len(some) and places.values[at] in spots
    }
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _sites(timeline: Timeline, shown: Timeline, projection: Projection, language: str) -> tuple[Site, ...]:
    """The sites, most events first; places that would hide one another are one."""
    names, spots, events = (
        place_names(timeline, language),
        _spots(timeline),
        events_of_places(timeline, shown),
    )
    where = {each: projection.xy(*spots[each]) for each in events}
    together: list[tuple[Point, list[str]]] = []
    for place_id in events:
        point = where[place_id]
        near = next((some for at, some in together if math.dist(at, point) < _NEAR), None)
        if near is None:
            together.append((point, [place_id]))
        else:
            near.append(place_id)
    counts = [sum(len(events[each]) for each in some) for _, some in together]
    most = max(counts, default=1)
    largest = _LARGEST_NARROW if projection.width < _NARROW else _LARGEST
    found = []
    for (point, some), count in zip(together, counts, strict=True):
        radius = round(_SMALLEST + (largest - _SMALLEST) * math.sqrt(count / max(most, 4)), 1)
        name = names.get(some[0], some[0]) + (f" +{len(some) - 1}" if len(some) > 1 else "")
        held = tuple(event for each in some for event in events[each])
        found.append(Site(tuple(some), name, *point, radius, held))
    return tuple(sorted(found, key=lambda site: (-len(site.events), site.places)))


def _names(sites: Sequence[Site], anchors: Sequence[Point], width: float, height: float) -> tuple[Name, ...]:
    """The names that touch no disc, no anchor and no other name, the busiest sites first."""
    taken: list[Box] = [
        (site.x - site.radius, site.y - site.radius, site.x + site.radius, site.y + site.radius)
        for site in sites
    ]
    taken += [(x - 4, y - 4, x + 4, y + 4) for x, y in anchors]
    found = []
    for site in sites:
        wide = measure(site.name, NAME_SIZE, BOLD)
        reach = site.radius + 5
        for x, y in (
            (site.x + reach, site.y),
            (site.x - reach - wide, site.y),
            (site.x - wide / 2, site.y - reach - LINE / 2 + 2),
            (site.x - wide / 2, site.y + reach + LINE / 2 - 2),
        ):
            box = (x - 2, y - LINE / 2, x + wide + 2, y + LINE / 2)
            inside = box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= height
            if inside and not any(_touch(box, other) for other in taken):
                taken.append(box)
                found.append(Name(site.name, round(x, 1), round(y, 1)))
                break
    return tuple(found)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@cache
def _capital_cities() -> dict[str, Point]:
    """Where each state's capital is, by the state's country code: (longitude, latitude)."""
    return {
        spot.country.lower(): (spot.lon, spot.lat)
        for spot in knowledge().spots.values()
        if spot.capital and spot.country and spot.lon is not None and spot.lat is not None
    }


def _capitals(timeline: Timeline) -> dict[str, Point]:
    """The capital of each actor that is a state of today."""
    known = _capital_cities()
    return {
        each.id: known[each.id]
        for each in timeline.actors.values()
        if each.kind is ActorKind.STATE and each.id in known
    }
