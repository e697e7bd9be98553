"""The shape of an event's mark by its type, from the ontology's ``symbol`` column. For marks and key.

Read here by itself, so that drawing a timeline does not load all that reads articles.
"""

import csv
from collections.abc import Mapping
from functools import cache

from dashboard.errors import DataFileError
from dashboard.resources import data_path

SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "x")
"""What a mark can look like, in the order of the key."""


@cache
def _symbols() -> Mapping[str, str]:
    path = data_path("ontology", "types.csv")
    found: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        for row in rows:
            symbol = row.get("symbol") or ""
            if symbol not in SHAPES:
                raise DataFileError(path, rows.line_num, f"{symbol!r} is no shape: use {', '.join(SHAPES)}")
            found[row["code"]] = symbol
    return found


def symbol_of(event_type: str) -> str:
    """The shape of a type; a circle for one that the ontology lacks."""
    return _symbols().get(event_type, "circle")
