"""One row as it is read: each cell checked, each fault noted with its place. Called by ``gathering``."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from dashboard.dates import parse_when
from dashboard.errors import DateError
from dashboard.formats.rows import Row
from dashboard.model import Granularity, Place, When

_E = TypeVar("_E", bound=StrEnum)
Note = Callable[..., None]
"""Notes a fault: ``note(column, text, left_out=False, **values)``."""

_TRUE = frozenset({"true", "yes", "1", "vrai", "oui", "x"})


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row, and where faults go."""

    row: Row
    note: Note
    language: str

    def get(self, column: str) -> str:
        """A cell's text, "" where there is none."""
        return self.row.get(column, "").strip()

    def choice(
        self, column: str, kind: type[_E], default: _E, code_of: Callable[[str], str] = str.casefold
    ) -> _E:
        """A cell that is one of several words, the default where it is empty or none of them.

        ``code_of`` tells the code of a word as people write it.
        """
        said = self.get(column)
        if not said:
            return default
        try:
            return kind(code_of(said))
        except ValueError:
            choices = ", ".join(each.value for each in kind)
            self.note(
                column, "{said} is not one of {choices}; {default} was taken",
                said=shown(said), choices=choices, default=default.value,
            )  # fmt: skip
            return default

    def number(self, column: str, least: float, most: float) -> float | None:
        """A cell that is a number between two, None where it is empty or none."""
        said = self.get(column)
        if not said:
            return None
        try:
            value = float(said.replace(",", ".").replace("−", "-"))
        except ValueError:
            value = float("nan")
        if least <= value <= most:
            return value
        self.note(
            column, "{said} is not a number from {least} to {most}; it was ignored",
            said=shown(said), least=f"{least:g}", most=f"{most:g}",
        )  # fmt: skip
        return None

    def when(self) -> When | None:
        """When the event was; None, with a fault, where the row does not tell."""
        said = self.get("edtf")
        first, last = self.get("earliest"), self.get("latest")
        column = "edtf" if said else "earliest"
        if not said and not first and not last:
            self.note("edtf", "the date is missing", left_out=True)
            return None
        try:
            if said:
                when = parse_when(said, self.language, None)
            else:
                ends = [parse_when(each, self.language, None) for each in (first, last) if each]
                when = _between(ends[0] if first else None, ends[-1] if last else None)
        except DateError:
            self.note(column, "{said} is not a date: write one such as 2017-03-03 or 3 March 2017",
                      left_out=True, said=shown(said or first or last))  # fmt: skip
            return None
        except ValueError:
            self.note("latest", "the last day is before the first", left_out=True)
            return None
        return self._as_fine(self._limited(when)) if said else when

    def published(self, said: str) -> When | None:
        """When an article was published, from its part of a cell: a day, a month or a year."""
        if not said:
            return None
        try:
            when = parse_when(said, self.language, None)
        except DateError:
            when = None
        if when is None or when.earliest is None or "/" in when.edtf:
            self.note(
                "published", "{said} is not a date: write one such as 2017-03-03 or 3 March 2017",
                said=shown(said),
            )  # fmt: skip
            return None
        return when

    def _limited(self, when: When) -> When:
        """The date, held against the first and last day where the row gives them."""
        stated = {column: self._day(column) for column in ("earliest", "latest")}
        for column, day in stated.items():
            if day and day != getattr(when, column):
                self.note(
                    column, "{said} does not agree with the date, which was taken", said=day.isoformat()
                )
        return when

    def _day(self, column: str) -> date | None:
        try:
            return date.fromisoformat(self.get(column))
        except ValueError:
            return None

    def _as_fine(self, when: When) -> When:
        fine = self.choice("granularity", Granularity, when.granularity)
        about = self.get("approximate")
        return replace(
            when, granularity=fine, approximate=about.casefold() in _TRUE if about else when.approximate
        )

    def place(self, old: Place | None, find: Callable[[str], Place | None]) -> Place | None:
        """Where it was; what the row cannot say of it comes from ``old`` or from what ``find`` knows."""
        name, country = self.get("place"), self.get("country").upper()
        if not name:
            return None
        lat, lon = self.number("lat", -90, 90), self.number("lon", -180, 180)
        if (
            old
            and name in old.names.values()
            and (country, lat, lon) == (old.country or "", old.lat, old.lon)
        ):
            return old
        if not self.get("id") and not country and lat is None and (known := find(name)):
            return known
        if (lat is None) is not (lon is None):
            self.note("lat", "a latitude needs a longitude; both were ignored")
            lat = lon = None
        kind = "city" if lat is not None else "region"
        return Place(name.casefold(), {self.language: name}, country or None, lat, lon, kind)


def _between(first: When | None, last: When | None) -> When:
    """The date from the beginning of one to the end of another; ValueError if that is before it."""
    if first is None or last is None:
        one = first or last
        assert one is not None
        if first is None:
            return When(f"../{one.edtf}", None, one.latest, one.granularity, one.approximate, one.reason)
        return one
    if first == last:
        return first
    fine = max(first.granularity, last.granularity, key=list(Granularity).index)
    return When(
        f"{first.edtf}/{last.edtf}", first.earliest, last.latest, fine,
        first.approximate or last.approximate, first.reason,
    )  # fmt: skip


def shown(said: str) -> str:
    """What stood in a cell, in quotation marks and not too long."""
    short = " ".join(said.split())
    return f"“{short[:40]}…”" if len(short) > 41 else f"“{short}”"
