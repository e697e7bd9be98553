"""The shape of an event's mark by its type, from ``data/ontology/types.csv``. For marks and key."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.errors import DataFileError
from dashboard.resources import data_path

SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "x")
"""What a mark can look like, in the order of the key."""


@dataclass(frozen=True, slots=True)
class Look:
    """The shape of a type, and the quad class that the shape stands for."""

    symbol: str
    quad: str


@cache
def looks() -> Mapping[str, Look]:
    """The look of every event type, by its code."""
    path = data_path("ontology", "types.csv")
    found: dict[str, Look] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        for row in rows:
            symbol = row.get("symbol") or ""
            if symbol not in SHAPES:
                raise DataFileError(
                    path, rows.line_num, f"{symbol!r} is no shape: use one of {', '.join(SHAPES)}"
                )
            found[row["code"]] = Look(symbol, row.get("quad") or "neutral")
    return found


def symbol_of(event_type: str) -> str:
    """The shape of a type; a circle for one that the ontology lacks."""
    look = looks().get(event_type)
    return look.symbol if look else "circle"
