"""What the reader is looking at, and its readable address: ``?actor=nato&from=2014-03&event=call``.

Pure. ``state_from_url`` never raises: what an address cannot mean is left out.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import parse_qsl, quote

THEMES = ("auto", "light", "dark")
TABS = ("timeline", "table")
SHOWN = ("", "sources", "edit", "new", "split", "merge", "review", "history")
"""What the side panel may hold instead of the selected event's evidence, which is ""."""
LONGEST = 300  # characters of a value that are kept: an address is untrusted
MOST = 200  # values of one key that are kept

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Filters, range, selection and looks; every default is left out of the address.

    ``after`` and ``before`` are the ends of the range as "2014", "2014-03" or "2014-03-15", or "".
    """

    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    after: str = ""
    before: str = ""
    certainly: bool = False
    text: str = ""
    selected: str = ""
    show: str = ""
    tab: str = "timeline"
    theme: str = "auto"
    language: str = ""
    title: str = ""

    @property
    def filtering(self) -> bool:
        """Whether any filter is set, so that there is something to clear."""
        return any((self.actors, self.types, self.statuses, self.after, self.before, self.text))


_KEYS = {
    "actor": "actors",
    "type": "types",
    "status": "statuses",
    "from": "after",
    "to": "before",
    "in": "certainly",
    "q": "text",
    "event": "selected",
    "show": "show",
    "tab": "tab",
    "theme": "theme",
    "lang": "language",
    "title": "title",
}


def state_from_url(search: str) -> ViewState:
    """The state that an address's query means; what is not understood is ignored."""
    found: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(search.lstrip("?")[:20_000], max_num_fields=MOST * 5)
    except ValueError:
        pairs = []
    for key, value in pairs:
        if key in _KEYS and value.strip() and len(found.setdefault(key, [])) < MOST:
            found[key].append(clean(value))
    lists = {key: _unique(found.get(key, ())) for key in ("actor", "type", "status")}
    one = {key: values[-1] for key, values in found.items()}
    return ViewState(
        actors=lists["actor"],
        types=lists["type"],
        statuses=lists["status"],
        after=_day_or_nothing(one.get("from", "")),
        before=_day_or_nothing(one.get("to", "")),
        certainly=one.get("in") == "certainly",
        text=one.get("q", ""),
        selected=one.get("event", ""),
        show=_one_of(one.get("show", ""), SHOWN),
        tab=_one_of(one.get("tab", ""), TABS),
        theme=_one_of(one.get("theme", ""), THEMES),
        language=one.get("lang", "") if re.fullmatch(r"[a-z]{2,3}", one.get("lang", "")) else "",
        title=one.get("title", ""),
    )


def url_from_state(state: ViewState) -> str:
    """The query of a state, "" for the opening one; ``state_from_url`` reads it back unchanged."""
    parts: list[tuple[str, str]] = []
    for key, name in _KEYS.items():
        value = getattr(state, name)
        if value == _DEFAULTS[name]:
            continue
        if isinstance(value, tuple):
            parts += [(key, each) for each in value]
        else:
            parts.append((key, "certainly" if name == "certainly" else str(value)))
    return "?" + "&".join(f"{key}={quote(value, safe=':-~,')}" for key, value in parts) if parts else ""


def clean(text: str) -> str:
    """A typed value as it is kept: one line, single spaces, not longer than ``LONGEST``."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())[:LONGEST].strip()


def bounds(text: str) -> tuple[date, date] | None:
    """The first and last day of "2014", "2014-03" or "2014-03-15"; None for anything else."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(int(text), 1, 1), date(int(text), 12, 31)
        last = calendar.monthrange(year, month)[1]
        return date(year, month, day or 1), date(year, month, day or last)
    except ValueError:
        return None


def shortest(first: date, last: date, *, end: bool) -> str:
    """A range's end written as short as it can be: 31 March as an end is "2014-03"."""
    day = last if end else first
    if (day.month, day.day) == ((12, 31) if end else (1, 1)):
        return f"{day.year:04d}"
    if day.day == (calendar.monthrange(day.year, day.month)[1] if end else 1):
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]


def _day_or_nothing(value: str) -> str:
    return value if bounds(value) else ""


_DEFAULTS = {each.name: each.default for each in fields(ViewState)}
