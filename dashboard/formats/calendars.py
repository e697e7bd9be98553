"""Events as iCalendar (RFC 5545) and back: all-day entries; what a calendar cannot say is in X- properties.

An uncertain date is an entry from its first to its last possible day, and its description says so.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar
from icalendar import Event as Entry
from icalendar.prop import vGeo, vText, vUnknown

from dashboard import __version__
from dashboard.errors import FormatError
from dashboard.formats.columns import columns
from dashboard.formats.gathering import MOST, Gathering
from dashboard.formats.imported import Imported
from dashboard.formats.rows import LOSSES as ROW_LOSSES
from dashboard.formats.rows import NAMES, WORDS, joined, row_of
from dashboard.model import Event, Status, Timeline
from dashboard.wording import format_when, message, status_word

LOSSES = (
    *ROW_LOSSES,
    "in other programs: uncertain dates, which they show as certain days; actors, types and confidence",
)
"""What iCalendar cannot hold, as messages of the catalogue."""

_STATUS = {
    Status.HAPPENED: "CONFIRMED",
    Status.ONGOING: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.HYPOTHETICAL: "TENTATIVE",
    Status.DENIED: "CANCELLED",
}
_PREFIX = "X-DETENTE-"
_AS_TEXT = {"VALUE": "TEXT"}  # else a reader leaves the escapes of a property of ours as they are
_DAY = timedelta(days=1)
_ESCAPE = re.compile(r"\\([\\;,nN])")


def to_ics(timeline: Timeline, language: str = "en", *, stamp: datetime | None = None) -> bytes:
    """The events as an iCalendar file; ``stamp`` is the moment that it is made, now by default."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Détente//detente {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = timeline.titles.get(language) or next(iter(timeline.titles.values()), "")
    if name:
        calendar.add("x-wr-calname", _plain(name))
        for code, title in timeline.titles.items():
            calendar.add(f"{_PREFIX}TITLE", _plain(title), parameters=_AS_TEXT | {"LANGUAGE": code})
    for event in timeline.events:
        calendar.add_component(_entry(event, timeline, language, stamp or datetime.now(UTC)))
    return bytes(calendar.to_ical())


def _entry(event: Event, timeline: Timeline, language: str, stamp: datetime) -> Entry:
    entry, when = Entry(), event.when
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if when.earliest is None or when.latest is None:
        last = first  # an open date stands on the one day that is known
    assert first is not None
    assert last is not None
    entry.add("uid", f"{event.id}@detente")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", last + _DAY)
    row = row_of(event, timeline, language)
    entry.add("summary", _plain(row["title"]))
    entry.add("description", _description(event, timeline, language))
    entry.add("status", _STATUS[event.status])
    entry.add("categories", [str(_plain(event.type))])
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", _plain(event.place.name(language)))
        if event.place.lat is not None and event.place.lon is not None:
            entry.add("geo", vGeo((event.place.lat, event.place.lon)))
    for column, said in row.items():
        if said:
            entry.add(_PREFIX + column.replace("_", "-").upper(), _plain(said), parameters=_AS_TEXT)
    return entry


def _description(event: Event, timeline: Timeline, language: str) -> str:
    """What a calendar shows under the title: the date in words, who, and the words it rests on."""
    said = [message("Date: {date}", language, date=format_when(event.when, language))]
    exact = event.when.earliest == event.when.latest and not event.when.approximate
    if not exact:
        said.append(message("The date is not exact: {edtf}", language, edtf=event.when.edtf))
    if event.status is not Status.HAPPENED:
        said.append(message("Status: {status}", language, status=status_word(event.status.value, language)))
    names = dict.fromkeys(timeline.actors[each.actor].name(language) for each in event.participants)
    if names:
        said.append(message("Actors: {names}", language, names=", ".join(names)))
    for each in event.evidence:
        article = timeline.article(each.article)
        quote = message("“{words}”", language, words=" ".join(each.quote.split()))
        said.append(
            " – ".join(part for part in (quote, article.title or article.source, article.url) if part)
        )
    if event.note:
        said.append(event.note)
    return _plain("\n".join(said))


def from_ics(data: bytes, known: Timeline, *, language: str = "en", source: str = "") -> Imported:
    """The events of a calendar and its faults; ours come back whole, others by their days and words.

    Raises FormatError where it is no calendar.
    """
    try:
        calendar = Calendar.from_ical(data)
    except (ValueError, IndexError, KeyError) as error:
        raise FormatError(f"This is not an iCalendar file ({str(error)[:80]}): export it anew.") from None
    if not isinstance(calendar, Calendar):
        raise FormatError("This is not an iCalendar file: export it anew.")
    found = Gathering(known, language, source)
    entries = calendar.walk("VEVENT")
    if len(entries) > MOST:
        raise FormatError(f"This calendar has more than {MOST:,} entries: import it in parts.")
    name = _text(calendar, "x-wr-calname")
    for number, entry in enumerate(entries, 1):
        ours = {column: _text(entry, _PREFIX + column.replace("_", "-")) for column in columns()}
        row = ours if ours["edtf"] and ours["id"] else _foreign(entry, found, number, name)
        if row:
            found.add({column: said for column, said in row.items() if said or column in ours}, number)
    for kind in ("VTODO", "VJOURNAL"):
        if count := len(calendar.walk(kind)):
            found.note(None, kind, "{number} entries of the kind {kind} were left out", left_out=True,
                       number=count, kind=kind)  # fmt: skip
    return found.finish("ics", _titles(calendar, language))


def _titles(calendar: Any, language: str) -> dict[str, str]:
    given = calendar.get(f"{_PREFIX}TITLE") or []
    titles = {
        str(each.params.get("LANGUAGE", language)): str(each).strip()
        for each in (given if isinstance(given, list) else [given])
    }
    name = _text(calendar, "x-wr-calname")
    return titles or ({language: name} if name else {})


def _foreign(entry: Any, found: Gathering, number: int, name: str) -> dict[str, str] | None:
    """The row of an entry that another program wrote."""
    start, end = _moment(entry, "dtstart"), _moment(entry, "dtend")
    if start is None:
        found.note(number, "DTSTART", "the date is missing", left_out=True)
        return None
    first, last = _date(start), _date(start)
    if end is not None:
        last = max(first, _date(end) if isinstance(end, datetime) else end - _DAY)
    if isinstance(start, datetime):
        found.note(number, "DTSTART", "the hour was not kept")
    for key, what in _UNKEPT.items():
        if entry.get(key):
            found.note(number, key, what)
    people = [
        str(each.params.get("CN") or "") for key in ("organizer", "attendee") for each in _each(entry, key)
    ]
    words = _text(entry, "description")
    geo = getattr(entry.get("geo"), "latitude", None), getattr(entry.get("geo"), "longitude", None)
    status = {"TENTATIVE": "planned", "CANCELLED": "denied"}.get(_text(entry, "status").upper(), "happened")
    return {
        "id": _text(entry, "uid").removesuffix("@detente"),
        "title": _text(entry, "summary"),
        "edtf": first.isoformat() if first == last else f"{first}/{last}",
        "status": status,
        "actors": joined(filter(None, people), NAMES),
        "actor_kinds": joined(("person" for each in people if each), NAMES),
        "place": _text(entry, "location"),
        "lat": "" if geo[0] is None else str(geo[0]),
        "lon": "" if geo[1] is None else str(geo[1]),
        "quotes": joined([words], WORDS),
        "articles": joined([name or found.source], WORDS) if words else "",
        "urls": joined([_text(entry, "url")], WORDS) if words else "",
        "note": "" if words else _text(entry, "url"),
    }


_UNKEPT: Mapping[str, str] = {
    "RRULE": "it repeats; only the first time was kept",
    "ATTACH": "the attachment was not kept",
}


def _each(entry: Any, key: str) -> list[Any]:
    value = entry.get(key)
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(component: Any, key: str) -> str:
    value = component.get(key)
    value = value[0] if isinstance(value, list) and value else value
    if value is None or isinstance(value, list):
        return ""
    said = str(value)
    if isinstance(value, vUnknown):  # its escapes were left in it
        said = _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], said)
    return said.strip()


def _moment(entry: Any, key: str) -> date | None:
    try:
        value = getattr(entry.get(key), "dt", None)
    except (ValueError, AttributeError):
        return None
    return value if isinstance(value, date) else None


def _date(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


class _Words(vText):
    """A text that escapes a backslash before an N as any other; the library makes a line break of both."""

    def to_ical(self) -> bytes:
        said = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return said.encode("utf-8", "replace")


def _plain(text: str) -> _Words:
    """A text without control characters, which a calendar cannot hold; line breaks are kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _Words(
        "".join(letter for letter in lines if letter == "\n" or letter.isprintable() or letter == "\u00ad")
    )
