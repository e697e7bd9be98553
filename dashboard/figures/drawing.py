"""The strokes that figures are made of: texts, lines, filled and outlined shapes, as Plotly traces.

Coordinates are pixels; a trace holds as many shapes of one look as there are, so figures stay small.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.figures.themes import FONT, Theme

Trace = dict[str, Any]
Ring = Sequence[tuple[float, float]]
_CORNER_STEPS = 4


def trace(**fields: Any) -> Trace:
    """A scatter trace that neither legend nor hover knows, unless the fields say otherwise."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    } | fields


def unseen(fields: dict[str, Any]) -> Trace:
    """A trace of points that nobody sees, that answer to the pointer: one stroke, however many they are."""
    return trace(mode="lines", line={"width": 0, "color": "rgba(0,0,0,0)"}, hoverinfo="text", **fields)


def texts(
    places: Sequence[tuple[float, float, str]],
    *,
    size: float,
    colour: str | Sequence[str],
    position: str = "middle center",
) -> Trace:
    """A trace of texts at places; ``position`` is of the text as seen from its place."""
    return trace(
        mode="text",
        x=[round(x, 1) for x, _, _ in places],
        y=[round(y, 1) for _, y, _ in places],
        text=[said for _, _, said in places],
        textposition=position,
        textfont={"family": FONT, "size": size, "color": colour},
    )


def lines(segments: Iterable[Ring], colour: str, width: float = 1.0, dash: str = "solid") -> Trace:
    """A trace of polylines in one look."""
    xs, ys = _joined(segments)
    return trace(x=xs, y=ys, line={"color": colour, "width": width, "dash": dash, "simplify": False})


def fills(
    rings: Iterable[Ring], fill: str, outline: str | None = None, width: float = 0.0, dash: str = "solid"
) -> Trace:
    """A trace of closed shapes in one look."""
    xs, ys = _joined(rings)
    line = {"color": outline or fill, "width": width, "dash": dash, "simplify": False}
    return trace(x=xs, y=ys, fill="toself", fillcolor=fill, hoveron="points", line=line)


def bar_ring(
    left: float, right: float, y: float, height: float, corners: tuple[float, float]
) -> list[tuple[float, float]]:
    """The outline of a bar, its left and right corners rounded by so many pixels."""
    top, bottom = y - height / 2, y + height / 2
    first, last = (min(each, height / 2, (right - left) / 2) for each in corners)
    ring: list[tuple[float, float]] = []
    for x, edge, radius, start in (
        (right - last, top + last, last, -90),
        (right - last, bottom - last, last, 0),
        (left + first, bottom - first, first, 90),
        (left + first, top + first, first, 180),
    ):
        ring += _arc(x, edge, radius, start)
    return [*ring, ring[0]]


def circle_ring(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The outline of a circle."""
    return [
        (
            round(x + radius * math.cos(turn * math.pi / 16), 2),
            round(y + radius * math.sin(turn * math.pi / 16), 2),
        )
        for turn in range(33)
    ]


def zigzag(
    x: float, top: float, bottom: float, *, depth: float = 3.0, step: float = 6.0
) -> list[tuple[float, float]]:
    """A jagged line from top to bottom."""
    count = max(2, round((bottom - top) / step))
    return [(x + (depth if at % 2 else -depth), top + (bottom - top) * at / count) for at in range(count + 1)]


def page(theme: Theme, width: float, height: float, top: float) -> dict[str, Any]:
    """A Plotly layout on which x and y are pixels, y downward from ``top``."""
    axis = {"visible": False, "fixedrange": True, "autorange": False, "showgrid": False, "zeroline": False}
    return {
        "template": "none",
        "width": round(width),
        "height": round(height),
        "autosize": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": FONT, "size": 13, "color": theme.text},
        "xaxis": axis | {"range": [0, round(width)]},
        "yaxis": axis | {"range": [round(top + height, 1), round(top, 1)]},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 16,
        "dragmode": False,
        "clickmode": "event",
        "hoverlabel": {
            "bgcolor": theme.paper,
            "bordercolor": theme.leader,
            "align": "left",
            "namelength": 0,
            "font": {"family": FONT, "size": 13, "color": theme.text},
        },
    }


def _arc(x: float, y: float, radius: float, start: float) -> list[tuple[float, float]]:
    if radius <= 0:
        return [(round(x, 2), round(y, 2))]
    turns = [math.radians(start + 90 * at / _CORNER_STEPS) for at in range(_CORNER_STEPS + 1)]
    return [(round(x + radius * math.cos(each), 2), round(y + radius * math.sin(each), 2)) for each in turns]


def _joined(rings: Iterable[Ring]) -> tuple[list[float | None], list[float | None]]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in rings:
        if xs:
            xs.append(None)
            ys.append(None)
        for x, y in ring:
            xs.append(round(x, 2))
            ys.append(round(y, 2))
    return xs, ys
