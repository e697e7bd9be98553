"""What the reader is looking at, and its readable address: ``?actor=nato&from=2014-03&event=call``.

Pure. ``state_from_url`` never raises: what an address cannot mean is left out.
"""

import calendar
import re
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import parse_qsl, quote

THEMES = ("auto", "light", "dark")
TABS = ("timeline", "network", "matrix", "map", "table")
LANES = ("actor", "type", "place", "source", "one")
SCALES = ("folded", "chronological", "sequential")
SHOWN = ("", "sources", "edit", "new", "split", "merge", "review", "history", "story")
"""What the side panel may hold instead of the selected event's evidence, which is ""."""

FACETS = {
    "actor": "actors",
    "type": "types",
    "status": "statuses",
    "place": "places",
    "country": "countries",
    "source": "articles",
    "written": "written",
    "sure": "sure",
    "review": "reviews",
}
"""The address key of each facet, and its field in ``ViewState`` and ``Filters``; "-key" leaves out."""

LONGEST = 300  # characters of a value that are kept: an address is untrusted
MOST = 200  # values of one key that are kept

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Filters, range, selection and looks; every default is left out of the address.

    ``without`` holds what is left out, as (field, value); ``together`` asks for events of all chosen actors.
    ``show`` is what stands in the panel beside the stage, if no event: "sources", "review", ...
    ``seed`` is what an event made by hand begins with: "article:start-end" or "2017-03@actor".
    ``step`` is the step of the story that is told, from 1, or "".
    ``after`` and ``before`` are the ends of the range as "2014", "2014-03" or "2014-03-15", or "".
    """

    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    without: tuple[tuple[str, str], ...] = ()
    together: bool = False
    after: str = ""
    before: str = ""
    certainly: bool = False
    text: str = ""
    selected: str = ""
    show: str = ""
    seed: str = ""
    step: str = ""
    tab: str = "timeline"
    lanes: str = "actor"
    scale: str = "folded"
    theme: str = "auto"
    language: str = ""

    @property
    def filtering(self) -> bool:
        """Whether any filter is set, so that there is something to clear."""
        chosen = (getattr(self, name) for name in FACETS.values())
        return any((*chosen, self.without, self.after, self.before, self.text))

    @property
    def sources(self) -> bool:
        """Whether the list of sources is open."""
        return self.show == "sources"


_FIELDS = {name: key for key, name in FACETS.items()}
_KEYS = {
    **FACETS,
    "match": "together",
    "from": "after",
    "to": "before",
    "in": "certainly",
    "q": "text",
    "event": "selected",
    "show": "show",
    "seed": "seed",
    "story": "step",
    "tab": "tab",
    "lanes": "lanes",
    "scale": "scale",
    "theme": "theme",
    "lang": "language",
}
_SAID = {"match": "all", "in": "certainly"}  # how a switch that is on is written


def state_from_url(search: str) -> ViewState:
    """The state that an address's query means; what is not understood is ignored."""
    found = _values(search)
    one = {key: values[-1] for key, values in found.items()}
    chosen: dict[str, tuple[str, ...]] = {
        name: tuple(dict.fromkeys(found.get(key, ()))) for key, name in FACETS.items()
    }
    without = tuple(
        dict.fromkeys((name, value) for key, name in FACETS.items() for value in found.get(f"-{key}", ()))
    )
    return ViewState(
        **chosen,
        without=without,
        together=one.get("match") == "all",
        after=_day_or_nothing(one.get("from", "")),
        before=_day_or_nothing(one.get("to", "")),
        certainly=one.get("in") == "certainly",
        text=one.get("q", ""),
        selected=one.get("event", ""),
        show=_one_of(one.get("show", ""), SHOWN),
        seed=one.get("seed", ""),
        step=one.get("story", "") if one.get("story", "").isdecimal() else "",
        tab=_one_of(one.get("tab", ""), TABS),
        lanes=_one_of(one.get("lanes", ""), LANES),
        scale=_one_of(one.get("scale", ""), SCALES),
        theme=_one_of(one.get("theme", ""), THEMES),
        language=one.get("lang", "") if re.fullmatch(r"[a-z]{2,3}", one.get("lang", "")) else "",
    )


def undated(search: str) -> tuple[str, ...]:
    """The ends of a range that an address gives and that are no dates."""
    found = _values(search)
    return tuple(value for key in ("from", "to") for value in found.get(key, ())[-1:] if not bounds(value))


def _values(search: str) -> dict[str, list[str]]:
    """The cleaned values of each key that is known, in the order of the address."""
    found: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(search.lstrip("?")[:20_000], max_num_fields=MOST * 5)
    except ValueError:
        pairs = []
    for key, value in pairs:
        known = key in _KEYS or (key.startswith("-") and key[1:] in FACETS)
        if known and value.strip() and len(found.setdefault(key, [])) < MOST and (kept := clean(value)):
            found[key].append(kept)
    return {key: values for key, values in found.items() if values}


def url_from_state(state: ViewState) -> str:
    """The query of a state, "" for the opening one; ``state_from_url`` reads it back unchanged."""
    parts: list[tuple[str, str]] = []
    for key, name in _KEYS.items():
        value = getattr(state, name)
        if key in FACETS:
            parts += [(key, each) for each in value]
            parts += [(f"-{key}", each) for facet, each in state.without if facet == name]
        elif value == _DEFAULTS[name]:
            continue
        else:
            parts.append((key, _SAID.get(key, str(value))))
    return "?" + "&".join(f"{key}={quote(value, safe=':-~,')}" for key, value in parts) if parts else ""


def differences(search: str) -> dict[str, list[str] | None]:
    """What to change in any address so that it shows what ``search`` does: each key's values, None without.

    Theme and language stay as they are; selection and panel are closed.
    """
    found = _values(url_from_state(state_from_url(search)))
    keys = (*_KEYS, *(f"-{key}" for key in FACETS))
    return {key: found.get(key) for key in keys if key not in ("theme", "lang")}


def address_key(facet: str) -> str:
    """The address key of a facet's field: "actor" for "actors"."""
    return _FIELDS[facet]


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


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]


def _day_or_nothing(value: str) -> str:
    return value if bounds(value) else ""


_DEFAULTS = {each.name: each.default for each in fields(ViewState)}
