"""The columns of an event as a flat row: their names, meanings, and what else people call them.

Read from ``data/formats/columns.csv``; CSV, iCalendar and TimelineJS share them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.gazetteer import read_table
from dashboard.gazetteer.folding import fold_key
from dashboard.resources import data_path

_NEEDED = ("name", "meaning_en", "meaning_fr", "meaning_ar")
_MORE = ("needed", "example", "other_names")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: whether an import needs it, an example, other headings that mean it, what it means."""

    name: str
    needed: bool
    example: str
    other_names: tuple[str, ...]
    meanings: Mapping[str, str]

    def meaning(self, language: str) -> str:
        """What the column holds, in a language."""
        return self.meanings.get(language) or self.meanings["en"]


@cache
def columns() -> Mapping[str, Column]:
    """Every column by its name, in order. Raises DataFileError."""
    found = {}
    for row in read_table(data_path("formats", "columns.csv"), _NEEDED, optional=_MORE):
        name = row.get("name")
        if name in found:
            raise row.fault(f"the column {name!r} stands twice")
        meanings = {code: row.get(f"meaning_{code}") for code in ("en", "fr", "ar")}
        found[name] = Column(
            name, row.get("needed") == "yes", row.get("example"), row.many("other_names"), meanings
        )
    return found


@cache
def _headings() -> Mapping[str, str]:
    """The column that each heading means, folded: its name or any other that people give it."""
    found: dict[str, str] = {}
    for column in columns().values():
        for heading in (column.name, *column.other_names):
            found.setdefault(_plain(heading), column.name)
    return found


def column_of(heading: str) -> str | None:
    """The column that a heading of somebody's table means; None if it means none."""
    return _headings().get(_plain(heading))


def _plain(heading: str) -> str:
    return " ".join(fold_key(heading.replace("_", " ")).split())
