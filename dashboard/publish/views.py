"""The other views of a published page as plain lists: network, matrix and map, each mark with its events.

The page's script counts only the events that its filters leave, so every view is as honest as the chart.
Called by ``page``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.events.ontology import quad_of
from dashboard.model import Timeline
from dashboard.timeline.atlas import lay_out_atlas
from dashboard.timeline.matrix import ROW, lay_out_matrix
from dashboard.timeline.network import lay_out_network
from dashboard.timeline.ties import intensity_of

_NETWORK = (960.0, 520.0)
_MATRIX = 1040.0
_MAP = (1040.0, 560.0)
_SIGNS = {"cooperation": 1, "conflict": -1}


def views_of(timeline: Timeline, shown: Timeline, language: str) -> dict[str, Any]:
    """The drawing plans of the views of the shown events; events are numbers: their places in ``shown``."""
    number = {event.id: place for place, event in enumerate(shown.events)}
    return {
        "network": _network(timeline, shown, language, number),
        "matrix": _matrix(timeline, shown, language, number),
        "map": _map(timeline, shown, language, number),
        "sides": [_side(event.type) for event in shown.events],
        "scores": [intensity_of(event.type) for event in shown.events],
    }


def _side(event_type: str) -> int:
    """Whether a type is cooperation (1), conflict (-1) or neither (0)."""
    return _SIGNS.get(quad_of(event_type).partition("-")[2], 0)


def _numbers(events: Iterable[str], number: Mapping[str, int]) -> list[int]:
    return [number[each] for each in events]


def _network(timeline: Timeline, shown: Timeline, language: str, number: Mapping[str, int]) -> dict[str, Any]:
    width, height = _NETWORK
    placed = lay_out_network(timeline, shown, width=width, height=height, language=language)
    at = {node.lane: place for place, node in enumerate(placed.nodes)}
    return {
        "size": [width, height],
        "nodes": [
            [_r(each.x), _r(each.y), each.slot, list(each.name), _numbers(each.events, number)]
            for each in placed.nodes
        ],
        "ties": [[at[tie.one], at[tie.other], _numbers(tie.events, number)] for tie in placed.ties],
    }


def _matrix(timeline: Timeline, shown: Timeline, language: str, number: Mapping[str, int]) -> dict[str, Any]:
    placed = lay_out_matrix(timeline, shown, width=_MATRIX, language=language)
    return {
        "size": [_MATRIX, placed.bottom + 44],
        "left": _r(placed.left),
        "right": _r(placed.right),
        "high": ROW,
        "rows": [[each.slot, list(each.name), _r(each.top)] for each in placed.rows],
        "columns": [
            [_r(each.left), _r(each.right), *each.label, int(each.after_gap)] for each in placed.columns
        ],
        "cells": [[each.row, each.column, _numbers(each.events, number)] for each in placed.cells],
    }


def _map(timeline: Timeline, shown: Timeline, language: str, number: Mapping[str, int]) -> dict[str, Any]:
    width, height = _MAP
    placed = lay_out_atlas(timeline, shown, width=width, height=height, language=language)
    first = {site.name: place for place, site in reversed(list(enumerate(placed.sites)))}
    return {
        "size": [width, height],
        "land": "".join(f"{_path(ring)}z" for ring in placed.land),
        "bonds": [[_path(each.line), _numbers(each.tie.events, number)] for each in placed.bonds],
        "sites": [[_r(each.x), _r(each.y), _numbers(each.events, number)] for each in placed.sites],
        "names": [[first[each.text], each.text, each.x, each.y] for each in placed.names],
    }


def _path(points: Iterable[tuple[float, float]]) -> str:
    """A line as an SVG path."""
    return "M" + "L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in points)


def _r(value: float) -> float:
    return round(value, 1)
