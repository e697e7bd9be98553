"""How wide the table's columns are: by what they hold. Called by the table."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.timeline.measure import BOLD, measure

MOST = 400  # rows that are looked at
PADDING = 28.0  # of a cell, on both sides, with a little air
_SIZE, _HEADING = 13.0, 12.0
_SHARING = {"title": (220, 420), "actors": (190, 300)}
"""Columns that share what is left, with their least and most weight; others are as wide as they need."""
_WIDEST = 150.0


def widths(rows: Sequence[Mapping[str, Any]], headings: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """The settings of the grid's columns, by field; ``rows`` hold what is shown in each."""
    found: dict[str, dict[str, float]] = {}
    for field, heading in headings.items():
        longest = max((measure(str(row.get(field, "")), _SIZE) for row in rows[:MOST]), default=0.0)
        wide = max(longest, measure(heading, _HEADING, BOLD)) + PADDING
        if field in _SHARING:
            least, most = _SHARING[field]
            found[field] = {"flex": round(min(max(wide, least), most)), "minWidth": least}
        else:
            found[field] = {"width": round(min(wide, _WIDEST))}
    return found
