"""CSV tables with a header, read with the line of each row, so that a fault can be named.

Called by ``knowledge`` and by whoever reads a user's own table.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import DataFileError

_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``get`` a cell, ``many`` for a cell with ``|`` in it; ``line`` is 1 for the header."""

    path: Path
    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell's text; "" where the column is missing."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are separated by ``|``."""
        return tuple(part.strip() for part in self.get(column).split("|") if part.strip())

    def number(self, column: str) -> float | None:
        """The cell as a number; None where it is empty."""
        text = self.get(column)
        if not text:
            return None
        try:
            return float(text)
        except ValueError:
            raise self.fault(f"{column!r} must be a number, not {text!r}") from None

    def fault(self, problem: str) -> DataFileError:
        """An error that names this row."""
        return DataFileError(self.path, self.line, problem)


def read_table(
    path: Path, required: Sequence[str], *, optional: Sequence[str] | None = None
) -> Iterator[Row]:
    """The rows of a CSV file (UTF-8, comma, header).

    With ``optional`` given, a column that is in neither list is a fault. Raises DataFileError.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(path, csv.reader(file, strict=True), required, optional)
    except OSError as error:
        raise DataFileError(path, None, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise DataFileError(path, None, "is not UTF-8 text: save it as CSV in UTF-8") from None


def _rows(
    path: Path, reader: Iterator[list[str]], required: Sequence[str], optional: Sequence[str] | None
) -> Iterator[Row]:
    try:
        header = [cell.strip() for cell in next(reader, [])]
        missing = [column for column in required if column not in header]
        if missing:
            raise DataFileError(
                path, 1, f"the column {missing[0]!r} is missing; the header names the columns"
            )
        unknown = [
            column for column in header if optional is not None and column not in (*required, *optional)
        ]
        if unknown:
            raise DataFileError(
                path, 1, f"unknown column {unknown[0]!r}; known: {', '.join((*required, *(optional or ())))}"
            )
        for cells in reader:
            line = getattr(reader, "line_num", 0)
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise DataFileError(path, line, f"has {len(cells)} cells where the header has {len(header)}")
            row = Row(path, line, {column: cell.strip() for column, cell in zip(header, cells, strict=True)})
            empty = [column for column in required if not row.get(column)]
            if empty:
                raise row.fault(f"{empty[0]!r} is empty")
            if any(len(cell) > _LIMIT for cell in cells):
                raise row.fault("has a cell that is too long")
            yield row
    except csv.Error as error:
        raise DataFileError(
            path, getattr(reader, "line_num", None), f"is not a valid CSV file: {error}"
        ) from None
