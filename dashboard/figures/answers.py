"""Unseen points that answer to the pointer: what a hover says and where a click leads. For the views."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.drawing import Trace, trace
from dashboard.figures.themes import Theme
from dashboard.timeline.ties import Tie

Answer = tuple[float, float, str, Any]
"""A point: x, y, what a hover says, and what a click leads to: an event's id, or changes of the address."""


def answering(points: Sequence[Answer], theme: Theme, size: float) -> Trace:
    """A trace of points that nobody sees, each as large as a finger or a pointer needs."""
    return trace(
        mode="markers",
        x=[round(x, 1) for x, _, _, _ in points],
        y=[round(y, 1) for _, y, _, _ in points],
        marker={"size": size, "opacity": 0, "color": theme.muted},
        hoverinfo="text",
        hovertext=[said for _, _, said, _ in points],
        customdata=[aim for _, _, _, aim in points],
    )


def tie_aim(tie: Tie) -> Any:
    """The one event of a tie, or the filter that leaves its events."""
    return tie.events[0] if len(tie.events) == 1 else {"actor": [tie.one, tie.other], "match": "all"}
