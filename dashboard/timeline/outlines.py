"""The outlines of countries in degrees, and the projection that puts them on a map. Called by the atlas.

They are drawn by us, from a file of our own: a map asks no server for anything.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.resources import data_path

Point = tuple[float, float]
Ring = list[Point]

FARTHEST = 78.0
"""The latitude beyond which the map ends, in degrees, north and south."""

_CURVE = 16
_ANTARCTICA = "010"


@cache
def outlines() -> tuple[tuple[Point, ...], ...]:
    """The outer rings of all countries: (longitude, latitude) in degrees."""
    with data_path("atlas", "countries-110m.json").open(encoding="utf-8") as file:
        topology = json.load(file)
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape.get("id") == _ANTARCTICA:  # its outline runs along the edge of the map
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        found += [_ring(polygon[0], arcs) for polygon in polygons]
    return tuple(found)


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """The arcs of a ring, one after the other; a negative number means an arc backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    whole = points[:1]
    for lon, lat in points[1:]:  # across the date line the degrees go on counting
        turns = round((lon - whole[-1][0]) / 360)
        whole.append((lon - 360 * turns, lat))
    return tuple(whole)


@dataclass(frozen=True, slots=True)
class Projection:
    """Mercator's, onto a width and height in pixels, around a middle; ``scale`` is in pixels per radian."""

    longitude: float
    middle: float
    scale: float
    width: float
    height: float

    def xy(self, longitude: float, latitude: float) -> Point:
        """Where a place is on the map, in pixels."""
        x = self.width / 2 + math.radians(longitude - self.longitude) * self.scale
        return round(x, 1), round(self.height / 2 - (northing(latitude) - self.middle) * self.scale, 1)

    @lru_cache(maxsize=8)  # noqa: B019 - a projection is a few numbers, and filters do not change it
    def rings(self) -> tuple[Ring, ...]:
        """The outlines of countries, cut to the map."""
        found = []
        for outline in outlines():
            for turn in (-360.0, 0.0, 360.0):
                ring = [self.xy(lon + turn, lat) for lon, lat in outline]
                if max(x for x, _ in ring) < 0 or min(x for x, _ in ring) > self.width:
                    continue
                cut = _cut(_thinned(ring), self.width, self.height)
                if len(cut) > 2:
                    found.append([*cut, cut[0]])
        return tuple(found)


def northing(latitude: float) -> float:
    """Mercator's ordinate of a latitude, in radians."""
    inside = min(max(latitude, -FARTHEST), FARTHEST)
    return math.log(math.tan(math.pi / 4 + math.radians(inside) / 2))


def projected(points: Sequence[Point], width: float, height: float, *, least: float = 34.0) -> Projection:
    """The projection that shows some places, with room around them and at least so many degrees across."""
    lons = sorted(lon for lon, _ in points) or [-150.0, 170.0]
    norths = [northing(lat) for _, lat in points] or [northing(-56.0), northing(74.0)]
    span_x = min(2 * math.pi, max(math.radians((lons[-1] - lons[0]) * 1.25), math.radians(least)))
    span_y = max((max(norths) - min(norths)) * 1.35, math.radians(least) * height / width)
    scale = max(min(width / span_x, height / span_y), width / (2 * math.pi))
    middle = (max(norths) + min(norths)) / 2
    edge = max(0.0, northing(FARTHEST) - height / 2 / scale)
    return Projection((lons[0] + lons[-1]) / 2, min(max(middle, -edge), edge), scale, width, height)


def curve(one: Point, other: Point) -> Ring:
    """A line from place to place that bends a little, so that there and back do not hide one another."""
    (x0, y0), (x1, y1) = one, other
    bend_x, bend_y = (x0 + x1) / 2 + (y1 - y0) * 0.12, (y0 + y1) / 2 - abs(x1 - x0) * 0.12
    found = []
    for at in range(_CURVE + 1):
        share = at / _CURVE
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
        found.append((round(a * x0 + b * bend_x + c * x1, 1), round(a * y0 + b * bend_y + c * y1, 1)))
    return found


def _thinned(ring: Ring) -> Ring:
    """The ring without points nearer to the last than half a pixel."""
    found = ring[:1]
    for point in ring[1:]:
        if abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) >= 0.8:
            found.append(point)
    return found


def _cut(ring: Ring, width: float, height: float) -> Ring:
    """The part of a ring inside the map (Sutherland and Hodgman's way: one edge after the other)."""
    for axis, limit, below in ((0, 0.0, False), (0, width, True), (1, 0.0, False), (1, height, True)):
        found: Ring = []
        for before, point in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            inside = point[axis] <= limit if below else point[axis] >= limit
            was = before[axis] <= limit if below else before[axis] >= limit
            if inside != was:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                crossing = [before[at] + share * (point[at] - before[at]) for at in (0, 1)]
                crossing[axis] = limit
                found.append((round(crossing[0], 1), round(crossing[1], 1)))
            if inside:
                found.append(point)
        ring = found
    return ring
