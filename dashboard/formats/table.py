"""Events as CSV, one row each, safe to open in a spreadsheet. Columns are documented in ``COLUMNS``."""

import csv
import io

from dashboard.model import Event, Timeline

COLUMNS = {
    "id": "the event's identifier, the same in the JSON document",
    "title": "its title in the language asked for",
    "type": "its type, as in the ontology (CONSULT, STATEMENT, ...)",
    "mode": "how it took place (phone, multilateral, ...), if known",
    "status": "happened, ongoing, planned, hypothetical or denied",
    "edtf": "when, as ISO 8601-2 (EDTF)",
    "earliest": "the first day it can have been, YYYY-MM-DD; empty when open",
    "latest": "the last day it can have been, YYYY-MM-DD; empty when open",
    "granularity": "how fine the date is known: day, month, season, ...",
    "approximate": "true or false",
    "actors": "the actors' names, joined by '; '",
    "roles": "their roles, in the same order, joined by '; '",
    "place": "where, if named",
    "country": "the place's country, two letters",
    "lat": "latitude in degrees",
    "lon": "longitude in degrees",
    "confidence": "from 0 to 1",
    "quotes": "the words it was read from, joined by ' | '; line breaks are spaces",
    "articles": "the titles of the articles that hold them, joined by ' | '",
    "urls": "their addresses, joined by ' | ', where known",
}
"""Each column's name and meaning, in order."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(timeline: Timeline, language: str = "en", *, bom: bool = False) -> str:
    """The events as CSV text (RFC 4180); ``bom`` puts a byte-order mark first, which Excel wants.

    A text that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in timeline.events:
        writer.writerow([_cell(value) for value in _row(timeline, event, language)])
    return ("\ufeff" if bom else "") + written.getvalue()


def _row(timeline: Timeline, event: Event, language: str) -> list[object]:
    actors = [timeline.actors[p.actor].name(language) for p in event.participants]
    articles = [timeline.article(i) for i in dict.fromkeys(e.article for e in event.evidence)]
    place, when = event.place, event.when
    return [
        event.id,
        event.title(language),
        event.type,
        event.mode,
        event.status.value,
        when.edtf,
        when.earliest,
        when.latest,
        when.granularity.value,
        "true" if when.approximate else "false",
        "; ".join(actors),
        "; ".join(p.role.value for p in event.participants),
        place.name(language) if place else None,
        place.country if place else None,
        place.lat if place else None,
        place.lon if place else None,
        event.confidence,
        " | ".join(" ".join(e.quote.split()) for e in event.evidence),
        " | ".join(a.title or a.source for a in articles),
        " | ".join(a.url for a in articles if a.url),
    ]


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, float):
        return value  # a number may begin with a minus; it is no formula
    text = str(value).replace("\x00", "")
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
