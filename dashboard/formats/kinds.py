"""Every format: what it is called, how it is written, what it cannot hold; and reading any file.

Called by the Publish dialog and the commands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from dashboard.articles.encoding import decode
from dashboard.errors import FormatError
from dashboard.formats import calendars, maps, networks, slides, table, workbook
from dashboard.formats.document import SCHEMA, to_json
from dashboard.formats.imported import Imported
from dashboard.formats.reading import from_json
from dashboard.model import Timeline

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that can be imported."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A format: its name for people, the ending of its files, its media type, what it cannot hold."""

    name: str
    ending: str
    mime: str
    write: Callable[[Timeline, str], bytes]
    losses: tuple[str, ...]


def _as_json(make: Callable[[Timeline, str], Any]) -> Callable[[Timeline, str], bytes]:
    def write(timeline: Timeline, language: str) -> bytes:
        return orjson.dumps(make(timeline, language), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    return write


KINDS: Mapping[str, Kind] = {
    "json": Kind(
        "JSON (all that is known)", "json", "application/json", _as_json(to_json), (),
    ),
    "csv": Kind(
        "CSV table", "csv", "text/csv;charset=utf-8",
        lambda timeline, language: table.to_csv(timeline, language, bom=True).encode("utf-8", "replace"),
        table.LOSSES,
    ),
    "xlsx": Kind(
        "Excel workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.to_xlsx, workbook.LOSSES,
    ),
    "ics": Kind(
        "iCalendar", "ics", "text/calendar;charset=utf-8", calendars.to_ics, calendars.LOSSES,
    ),
    "timelinejs": Kind(
        "TimelineJS JSON", "timelinejs.json", "application/json", _as_json(slides.to_timelinejs),
        slides.LOSSES,
    ),
    "timelinejs-csv": Kind(
        "TimelineJS sheet", "timelinejs.csv", "text/csv;charset=utf-8",
        lambda timeline, language: slides.to_sheet(timeline, language).encode("utf-8", "replace"),
        slides.SHEET_LOSSES,
    ),
    "geojson": Kind(
        "GeoJSON", "geojson", "application/geo+json", _as_json(maps.to_geojson), maps.LOSSES,
    ),
    "graphml": Kind(
        "GraphML network", "graphml", "application/graphml+xml", networks.to_graphml, networks.LOSSES,
    ),
}  # fmt: skip
"""The formats by their keys; names and losses are messages of the catalogue."""


def kind_of(name: str) -> str | None:
    """The key of the format that a file's name asks for; None for any other ending."""
    found = [key for key, kind in KINDS.items() if name.casefold().endswith(f".{kind.ending}")]
    return max(found, key=lambda key: len(KINDS[key].ending), default=None)


def read_any(content: bytes, name: str, known: Timeline | None = None, *, language: str = "en") -> Imported:
    """The timeline in a file of any of our formats, recognised by what is in it.

    ``known`` is the affair that it is read for: its events and actors are recognised.

    Raises:
        FormatError: it is none of them; the sentence says what is wrong.
    """
    known = known or Timeline()
    if len(content) > LARGEST:
        raise FormatError(f"{name} is larger than {LARGEST // 1024**2} MB: import it in parts.")
    if content.lstrip()[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        return calendars.from_ics(content, known, language=language, source=name)
    if workbook.is_workbook(content):
        return workbook.from_xlsx(content, known, language=language, source=name)
    text, _ = decode(content, markup=False)
    if text.lstrip("\ufeff \r\n\t")[:1] in {"{", "["}:
        return _from_json(text, name, known, language)
    if not text.strip():
        raise FormatError(f"{name} is empty: choose another file.")
    if slides.is_sheet(text.partition("\n")[0]):
        return slides.from_sheet(text, known, language=language, source=name)
    return table.from_csv(text, known, language=language, source=name)


def _from_json(text: str, name: str, known: Timeline, language: str) -> Imported:
    try:
        document = orjson.loads(text.lstrip("\ufeff"))  # stricter than json: no halves of a character
    except orjson.JSONDecodeError as error:
        where = f", line {error.lineno}"
        raise FormatError(f"{name}{where}: this is not JSON: export it anew.") from None
    if isinstance(document, dict) and "schema" not in document and "events" in document:
        return slides.from_timelinejs(document, known, language=language, source=name)
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise FormatError(f"{name} is neither a {SCHEMA} document nor one of TimelineJS.")
    return Imported(from_json(document))
