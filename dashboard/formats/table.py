"""Events as CSV, one row each, safe to open in a spreadsheet, and back. ``COLUMNS`` documents it."""

import csv
import io
from collections.abc import Mapping, Sequence

from dashboard.errors import FormatError
from dashboard.formats.columns import column_of, columns
from dashboard.formats.frames import flat_row
from dashboard.formats.gathering import MOST, Gathering
from dashboard.formats.imported import Imported
from dashboard.formats.rows import LOSSES as ROW_LOSSES
from dashboard.model import Event, Timeline

COLUMNS: Mapping[str, str] = {name: column.meaning("en") for name, column in columns().items()}
"""Each column's name and meaning, in order."""

TEMPLATE = (
    "title", "edtf", "type", "status", "actors", "roles", "place", "country", "quotes", "articles", "outlets",
    "urls", "published", "note",
)  # fmt: skip
"""The columns of the table that people fill in."""

LOSSES = (
    *ROW_LOSSES,
    "line breaks inside a quote",
    "the affair's title",
)
"""What CSV cannot hold, as messages of the catalogue."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBERS = frozenset({"lat", "lon", "confidence"})
_DELIMITERS = ",;\t"


def to_csv(timeline: Timeline, language: str = "en", *, bom: bool = False) -> str:
    """The events as CSV text (RFC 4180); ``bom`` puts a byte-order mark first, which Excel wants.

    A text that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    rows = [_row(event, timeline, language) for event in timeline.events]
    return ("\ufeff" if bom else "") + _written(list(columns()), rows)


def template(language: str = "en") -> str:
    """A table to fill in: the columns that people use, and one row as an example."""
    row = [safe(columns()[name].example) for name in TEMPLATE]
    del language  # headings are the same in all: they are what an import knows best
    return "\ufeff" + _written(TEMPLATE, [row])


def from_csv(text: str, known: Timeline, *, language: str = "en", source: str = "") -> Imported:
    """The events of a table with a heading line, whatever its columns are called, and its faults.

    Commas, semicolons and tabs may separate cells. ``known`` is the affair that it is read for.
    Raises FormatError where no column holds titles, or none holds dates.
    """
    headings, rows = read_rows(text)
    return from_rows(
        headings,
        [(number, [unguarded(cell) for cell in row]) for number, row in rows],
        known,
        language=language,
        source=source,
    )


def from_rows(
    headings: Sequence[str],
    rows: Sequence[tuple[int, Sequence[str]]],
    known: Timeline,
    *,
    language: str = "en",
    source: str = "",
    kind: str = "csv",
) -> Imported:
    """The events of a table's rows, each with the line that it begins on; as ``from_csv``.

    Raises FormatError where no column holds titles, or none holds dates.
    """
    meant = [column_of(heading) for heading in headings]
    if "title" not in meant or not {"edtf", "earliest", "latest"} & set(meant):
        raise FormatError("This table has no column “title” or no column “date”: see the template.")
    found = Gathering(known, language, source)
    for heading, column in zip(headings, meant, strict=True):
        if column is None and heading.strip():
            found.note(1, heading[:40], "this column is not known; it was ignored")
    for place, column in enumerate(meant):
        if column is not None and column in meant[:place]:
            found.note(1, headings[place][:40], "another column has this meaning; it was ignored")
    for number, row in rows:
        if len(row) > len(headings):
            found.note(number, "", "there are more cells than columns; the last ones were ignored")
        cells: dict[str, str] = {}
        for column, cell in zip(meant, row, strict=False):
            if column is not None:
                cells.setdefault(column, cell)
        if any(cell.strip() for cell in cells.values()):
            found.add(cells, number)
    return found.finish(kind)


def read_rows(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The headings of a table, and its rows with the line that each begins on.

    Raises FormatError where it is empty, too long, or not a table.
    """
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
            if len(rows) > MOST:
                raise FormatError(f"This table has more than {MOST:,} rows: import it in parts.")
    except csv.Error as error:
        raise FormatError(f"Line {line} is not a row of a table ({error}): save the file as CSV.") from None
    if not rows or not any(cell.strip() for cell in rows[0][1]):
        raise FormatError("This table is empty: its first line must name the columns.")
    return rows[0][1], rows[1:]


def safe(text: str) -> str:
    """A cell that no spreadsheet runs: what could be a formula is preceded by an apostrophe."""
    plain = "".join(letter for letter in text if letter != "\x00")
    return f"'{plain}" if _risky(plain) else plain


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that ``safe`` puts before what could be a formula."""
    return cell[1:] if cell.startswith("'") and _risky(cell[1:]) else cell


def _risky(text: str) -> bool:
    """Whether a spreadsheet could run it; or it looks like what ``safe`` writes."""
    bare = text.lstrip("'")
    return bare.startswith(_FORMULA) or bare.lstrip().startswith(_FORMULA)


def _row(event: Event, timeline: Timeline, language: str) -> list[object]:
    row = flat_row(event, timeline, language)
    # a number may begin with a minus; it is no formula
    return [said if name in _NUMBERS else safe(said) for name, said in row.items()]


def _written(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return written.getvalue()
