"""Events as an Excel workbook, and back: the events, the articles that tell them, what the columns mean.

Called by ``kinds``. Nothing that a text holds is ever a formula.
"""

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dashboard.errors import FormatError
from dashboard.formats import table
from dashboard.formats.columns import columns
from dashboard.formats.frames import to_frame
from dashboard.formats.gathering import MOST
from dashboard.formats.imported import Imported
from dashboard.model import Timeline
from dashboard.wording import message

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

LOSSES = (*table.LOSSES, "letters beyond 32,767 in one cell, and control characters")
"""What a workbook cannot hold, as messages of the catalogue."""

SIGNATURE = b"PK\x03\x04"
"""How a workbook, like every ZIP, begins."""

_FIRST_DAY = date(1900, 3, 1)  # before it Excel knows no dates, or counts a 29 February 1900
_LONGEST = 32_767
_UNPACKED = 200_000_000  # bytes
_WIDE = {"title": 48, "quotes": 60, "actors": 36, "articles": 36, "meaning": 90, "reasons": 40}


def to_xlsx(timeline: Timeline, language: str = "en") -> bytes:
    """The workbook: a sheet of events under the CSV's columns, one of articles, one of what columns mean."""
    import pandas as pd  # noqa: PLC0415 - a fifth of a second, and only for who wants a table

    events = to_frame(timeline, language)
    for name in ("earliest", "latest"):
        events[name] = events[name].map(_day).astype(object)
    articles = pd.DataFrame(
        [
            (each.title, each.source, each.author, each.published, each.language, each.url)
            for each in timeline.articles
        ],
        columns=["title", "source", "author", "published", "language", "url"],
    ).astype(object)
    articles["published"] = articles["published"].map(_day, na_action="ignore")
    meanings = pd.DataFrame(
        [(name, column.meaning(language)) for name, column in columns().items()],
        columns=["column", "meaning"],
    )
    sheets = {"Events": events, "Articles": articles, "Columns": meanings}
    written = io.BytesIO()
    with pd.ExcelWriter(written, engine="openpyxl", date_format="YYYY-MM-DD") as writer:
        for name, frame in sheets.items():
            said = message(name, language)
            _clean(frame).to_excel(writer, sheet_name=said, index=False)
            _laid_out(writer.sheets[said])
    return written.getvalue()


def _day(value: Any) -> date | str | None:
    """A day as Excel can hold it: before March 1900 as text, which still sorts and can be read again."""
    if value is None or value != value:  # noqa: PLR0124 - NaT is not itself
        return None
    day = value.date() if isinstance(value, datetime) else value
    return day if day >= _FIRST_DAY else str(day)


def _clean(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The same table without what XML forbids in a text."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - as pandas

    def plain(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        whole = value.encode("utf-8", "replace").decode()
        return ILLEGAL_CHARACTERS_RE.sub("", whole)[:_LONGEST]

    return frame.astype(object).map(plain)


def _laid_out(sheet: "Worksheet") -> None:
    """Nothing; the heading stays in sight, columns are wide enough to read, and no text is a formula."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as pandas

    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    for place, column in enumerate(sheet.iter_cols(), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE.get(str(column[0].value), 16)
        for cell in column[1:]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
                cell.quotePrefix = True  # also not once somebody edits it


def is_workbook(content: bytes) -> bool:
    """Whether a file is an Excel workbook, by what is in it."""
    return content.startswith(SIGNATURE) and any(part.filename.startswith("xl/") for part in _parts(content))


def _parts(content: bytes) -> list[zipfile.ZipInfo]:
    """What an archive holds; nothing where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def from_xlsx(content: bytes, known: Timeline, *, language: str = "en", source: str = "") -> Imported:
    """The events of a workbook's first sheet, whose first row names the columns, and its faults.

    Raises:
        FormatError: it cannot be read as one; the sentence says why.
    """
    rows = _cells(content, source)
    if not rows or not any(rows[0]):
        raise FormatError("This table is empty: its first line must name the columns.")
    if len(rows) > MOST:
        raise FormatError(f"This table has more than {MOST:,} rows: import it in parts.")
    numbered = [(number, row) for number, row in enumerate(rows[1:], start=2) if any(row)]
    return table.from_rows(rows[0], numbered, known, language=language, source=source, kind="xlsx")


def _cells(content: bytes, name: str) -> list[list[str]]:
    """The texts of the first sheet, row by row."""
    import pandas as pd  # noqa: PLC0415 - a fifth of a second, and only for who wants a table

    if sum(part.file_size for part in _parts(content)) > _UNPACKED:
        raise FormatError(f"{name} unpacks to too much: import it in parts.")
    try:
        found = pd.read_excel(
            io.BytesIO(content), header=None, dtype=object, na_filter=False, nrows=MOST + 1, engine="openpyxl"
        )
    except Exception:  # a parser of hostile files may raise anything  # noqa: BLE001
        raise FormatError(f"{name} is a damaged workbook: save it anew as XLSX.") from None
    return [[_text(cell) for cell in row] for row in found.itertuples(index=False)]


def _text(cell: Any) -> str:
    """A cell as the CSV has it: days without their midnight, whole numbers without a point."""
    if cell is None or cell != cell:  # noqa: PLR0124 - NaT and NaN are not themselves
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return str(cell.date())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
