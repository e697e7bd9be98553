"""Events as TimelineJS reads them, its JSON and its sheet, and back.

TimelineJS knows a year, a month or a day at each end; what else is known is in ``display_date`` and, in JSON,
under ``detente``, which it ignores. Its texts are HTML: ours are escaped, theirs are read as plain text.
"""

import csv
import io
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from lxml.html import fragment_fromstring

from dashboard.dates import parse_when
from dashboard.errors import DateError, FormatError
from dashboard.events import ontology
from dashboard.formats.columns import columns
from dashboard.formats.gathering import MOST, Gathering
from dashboard.formats.imported import Imported
from dashboard.formats.rows import LOSSES as ROW_LOSSES
from dashboard.formats.rows import WORDS, joined, row_of
from dashboard.formats.table import read_rows, safe, unguarded
from dashboard.model import Event, Granularity, Timeline, When
from dashboard.wording import format_when

LOSSES = (
    *ROW_LOSSES,
    "in TimelineJS itself: how sure a date is, roles, status and confidence",
)
"""What TimelineJS's JSON cannot hold, as messages of the catalogue."""

SHEET_LOSSES = (
    "everything but dates, titles, words, types, sources' addresses and the affair's title",
)  # fmt: skip
"""What TimelineJS's sheet cannot hold, as messages of the catalogue."""

SHEET = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background", "Link",
)  # fmt: skip

_COARSE = {Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY}
_MONTHLY = {Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER, Granularity.HALF}


def to_timelinejs(timeline: Timeline, language: str = "en") -> dict[str, Any]:
    """The document that TimelineJS shows."""
    found: dict[str, Any] = {"events": [_slide(event, timeline, language) for event in timeline.events]}
    heading = _heading(timeline, language)
    if heading:
        found["title"] = {"text": {"headline": escape(heading), "text": ""}}
    if timeline.titles:
        found["detente"] = {"titles": dict(timeline.titles)}
    return found


def to_sheet(timeline: Timeline, language: str = "en") -> str:
    """The table that TimelineJS reads from a sheet, safe to open in a spreadsheet."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(SHEET)
    if heading := _heading(timeline, language):
        writer.writerow([safe(escape(heading)) if name == "Headline" else "title" if name == "Type" else ""
                         for name in SHEET])  # fmt: skip
    for event in timeline.events:
        slide = _slide(event, timeline, language)
        start, end = slide["start_date"], slide.get("end_date", {})
        cells = {
            "Year": start.get("year"), "Month": start.get("month"), "Day": start.get("day"),
            "End Year": end.get("year"), "End Month": end.get("month"), "End Day": end.get("day"),
            "Display Date": slide["display_date"], "Headline": slide["text"]["headline"],
            "Text": slide["text"]["text"], "Group": slide["group"], "Link": _address(event, timeline),
        }  # fmt: skip
        writer.writerow([safe(str(cells.get(name) or "")) for name in SHEET])
    return written.getvalue()


def _heading(timeline: Timeline, language: str) -> str:
    return timeline.titles.get(language) or next(iter(timeline.titles.values()), "")


def _slide(event: Event, timeline: Timeline, language: str) -> dict[str, Any]:
    when = event.when
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first is not None
    assert last is not None
    start, end = _numbers(first, when.granularity), _numbers(last, when.granularity)
    paragraphs = [f"<p>{escape(' '.join(each.quote.split()), quote=False)}</p>" for each in event.evidence]
    found: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": start,
        "display_date": format_when(when, language),
        "text": {"headline": escape(event.title(language), quote=False), "text": "".join(paragraphs)},
        "group": ontology.type_name(event.type, language),
        "detente": {column: said for column, said in row_of(event, timeline, language).items() if said},
    }
    if end != start:
        found["end_date"] = end
    return found


def _numbers(day: date, fine: Granularity) -> dict[str, int]:
    if fine in _COARSE:
        return {"year": day.year}
    month = {"year": day.year, "month": day.month}
    return month if fine in _MONTHLY else month | {"day": day.day}


def _address(event: Event, timeline: Timeline) -> str:
    return next((url for each in event.evidence if (url := timeline.article(each.article).url)), "")


def from_timelinejs(document: Any, known: Timeline, *, language: str = "en", source: str = "") -> Imported:
    """The events of a TimelineJS document and its faults. Raises FormatError where it is none."""
    slides = document.get("events") if isinstance(document, dict) else None
    if not isinstance(slides, list):
        raise FormatError("events: a list of slides is needed here, as TimelineJS has it.")
    if len(slides) > MOST:
        raise FormatError(f"This document has more than {MOST:,} slides: import it in parts.")
    found = Gathering(known, language, source)
    for number, slide in enumerate(slides, 1):
        if not isinstance(slide, dict):
            found.note(number, "", "this is no slide", left_out=True)
            continue
        if row := _row(slide, found, number):
            found.add(row, number)
    for _ in document.get("eras") or []:
        found.note(None, "eras", "an era was left out: draw it as a period", left_out=True)
    return found.finish("timelinejs", _titles(document, language))


def from_sheet(text: str, known: Timeline, *, language: str = "en", source: str = "") -> Imported:
    """The events of a TimelineJS sheet and its faults. Raises FormatError where it is no table."""
    headings, rows = read_rows(text)
    names = [" ".join(each.split()).casefold() for each in headings]
    found = Gathering(known, language, source)
    titles: dict[str, str] = {}
    for number, cells in rows:
        said = dict(zip(names, map(unguarded, cells), strict=False))
        kind = said.get("type", "").strip().casefold()
        headline = _words(said.get("headline", ""))
        if kind == "title":
            titles = {language: headline} if headline else {}
        elif kind == "era":
            found.note(number, "type", "an era was left out: draw it as a period", left_out=True)
        elif any(cell.strip() for cell in cells):
            slide = {
                "start_date": {each: said.get(each, "") for each in ("year", "month", "day")},
                "end_date": {each: said.get(f"end {each}", "") for each in ("year", "month", "day")},
                "display_date": said.get("display date", ""),
                "text": {"headline": said.get("headline", ""), "text": said.get("text", "")},
                "media": {"url": said.get("media", ""), "link": said.get("link", "")},
                "group": said.get("group", ""),
            }
            if row := _row(slide, found, number):
                found.add(row, number)
    return found.finish("timelinejs-csv", titles)


def is_sheet(headings: str) -> bool:
    """Whether a heading line is that of a TimelineJS sheet."""
    plain = headings.casefold()
    return "headline" in plain and "year" in plain


def _titles(document: Mapping[str, Any], language: str) -> dict[str, str]:
    ours = document.get("detente")
    given = ours.get("titles") if isinstance(ours, dict) else None
    if isinstance(given, dict) and all(isinstance(each, str) for each in given.values()):
        return {str(code): title for code, title in given.items()}
    heading = _words(_part(_part(document, "title"), "text").get("headline", ""))
    return {language: heading} if heading else {}


def _row(slide: Mapping[str, Any], found: Gathering, number: int) -> dict[str, str] | None:
    """The row of a slide: what we wrote into it, or what TimelineJS has."""
    ours = slide.get("detente")
    if isinstance(ours, dict) and ours.get("edtf") and ours.get("id"):
        return {column: str(ours.get(column, "")) for column in columns()}
    when = _when(slide, found, number)
    if when is None:
        return None
    text, media = _part(slide, "text"), _part(slide, "media")
    words = _words(text.get("text", ""))
    address = str(media.get("link") or "")
    if media.get("url"):
        found.note(number, "media", "{said} was not kept", said=str(media["url"])[:80])
    if _part(slide, "start_date").get("hour") not in {None, ""}:
        found.note(number, "start_date", "the hour was not kept")
    return {
        "id": str(slide.get("unique_id") or ""),
        "title": _words(text.get("headline", "")),
        "edtf": when,
        "type": _type(str(slide.get("group") or "")),
        "quotes": joined([words], WORDS),
        "articles": joined([found.source], WORDS) if words else "",
        "urls": joined([address], WORDS) if words else "",
    }


def _type(group: str) -> str:
    """The type whose name a slide's group is, in any language; "" for any other group."""
    for code, kind in ontology.types().items():
        if group.casefold() in {code.casefold(), *(label.casefold() for label in kind.labels.values())}:
            return code
    return ""


def _when(slide: Mapping[str, Any], found: Gathering, number: int) -> str | None:
    """The EDTF of a slide's dates; of what it shows instead, where that says the same more exactly."""
    start = _point(_part(slide, "start_date"))
    end = _point(_part(slide, "end_date"))
    if start is None:
        year = str(_part(slide, "start_date").get("year") or "").strip()
        text = (
            "{said} is not a date: write one such as 2017-03-03 or 3 March 2017"
            if year
            else "the date is missing"
        )
        found.note(number, "start_date", text, left_out=True, **({"said": year[:40]} if year else {}))
        return None
    stated = start if end is None or end == start else f"{start}/{end}"
    shown = str(slide.get("display_date") or _part(slide, "start_date").get("display_date") or "")
    try:
        limits = parse_when(stated, "en", None)
    except DateError:
        found.note(number, "end_date", "the last day is before the first", left_out=True)
        return None
    return _finer(shown, limits, found.language) or stated


def _finer(shown: str, limits: When, language: str) -> str | None:
    """The EDTF of a shown date, if it lies in the same days; "spring 2014" says more than two months."""
    if not shown.strip():
        return None
    try:
        said = parse_when(shown, language, None)
    except DateError:
        return None
    open_ended = (said.earliest is None) is not (said.latest is None)
    if open_ended and {said.earliest, said.latest} & {limits.earliest, limits.latest}:
        return said.edtf
    return said.edtf if (said.earliest, said.latest) == (limits.earliest, limits.latest) else None


def _point(date_of: Mapping[str, Any]) -> str | None:
    numbers = []
    for name in ("year", "month", "day"):
        said = str(date_of.get(name) or "").strip()
        if not said:
            break
        if not (said.isascii() and said.isdecimal()):
            return None
        numbers.append(int(said))
    if not numbers or not 0 < numbers[0] < 10_000:
        return None
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    return "-".join(f"{each:0{4 if place == 0 else 2}d}" for place, each in enumerate(numbers))


def _part(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _words(html: Any) -> str:
    """The words of a piece of HTML, in one line."""
    text = str(html or "")
    if "<" not in text and "&" not in text:
        return " ".join(text.split())
    try:
        shown = fragment_fromstring(text, create_parent="div").text_content()
    except (ValueError, TypeError):
        shown = text
    return " ".join(str(shown).split())
