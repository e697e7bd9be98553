"""What the gazetteer tables say, as records: states, organisations, people, places, and names of both.

Called by ``scan`` (to build its automaton) and by the actors and places rooms.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dashboard.errors import DataFileError
from dashboard.gazetteer.folding import fold_key
from dashboard.gazetteer.tables import Row, read_table
from dashboard.resources import data_path

_STILL = 9999
LANGUAGES = ("en", "fr")
"""The languages whose columns the tables have."""


def names_language(language: str) -> str:
    """The language whose names are looked for in an article of a language."""
    return language if language in LANGUAGES else "en"


@dataclass(frozen=True, slots=True)
class State:
    """A state, now or in history. ``demonyms_fr`` holds (masculine, feminine); years: None if still there."""

    id: str
    names: Mapping[str, str]
    capitals: Mapping[str, str]
    demonyms: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    wikidata: str | None
    started: int | None = None
    ended: int | None = None

    @property
    def country(self) -> str | None:
        """The ISO 3166 code; None for a historic state."""
        return self.id.upper() if len(self.id) == 2 and self.ended is None else None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, format or armed group; ``context`` names need it named in full too."""

    id: str
    names: Mapping[str, str]
    acronyms: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    context: Mapping[str, tuple[str, ...]]
    parent: str | None
    country: str | None
    wikidata: str | None
    demonyms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Person:
    """A person known beforehand; ``surnames`` may stand alone; ``career``: whom they served, with years.

    ``gender`` is "m" or "f", or "u" where it is not known.
    """

    id: str
    names: Mapping[str, str]
    surnames: tuple[str, ...]
    aliases: tuple[str, ...]
    career: tuple[tuple[str, int, int], ...]
    wikidata: str | None
    gender: str = "u"
    started: int | None = field(init=False, compare=False)
    """The first year in office."""
    ended: int | None = field(init=False, compare=False)
    """The last year in office; None for one who still is."""
    serves: frozenset[str] = field(init=False, compare=False)
    """Every state and organisation that the person has served."""

    def __post_init__(self) -> None:
        # asked for at every name of every text, so it is reckoned once
        last = max((last for _target, _first, last in self.career), default=_STILL)
        started = min((first for _target, first, _last in self.career if first), default=None)
        object.__setattr__(self, "started", started)
        object.__setattr__(self, "ended", None if last == _STILL else last)
        object.__setattr__(self, "serves", frozenset(target for target, _first, _last in self.career))

    def served(self, year: int | None) -> str | None:
        """Whom the person served in a year, or last before it; without a year, last."""
        begun = [target for target, first, _last in self.career if year is None or first <= year]
        if begun:
            return begun[-1]
        return self.career[0][0] if self.career else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A city, region, sea or site.

    ``strict``: its name is a word or somebody's, too, and found only after a preposition of place; ``small``:
    a town that is not known to all, so that its name alone does not say that something is there.
    """

    id: str
    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    country: str | None
    lat: float | None
    lon: float | None
    kind: str
    capital: bool
    strict: bool
    small: bool
    demonyms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables, by id; ``seats`` are (target, names per language); ``given_names`` have "m", "f" or "u"."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    spots: Mapping[str, Spot]
    seats: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...]
    given_names: Mapping[str, str]
    nicknames: Mapping[str, frozenset[str]]
    territories: Mapping[str, str | None]
    """Regions with a government of their own, in whose name they act, with their Wikidata ids."""

    def demonym(self, state: str, language: str, form: int) -> str:
        """The adjective of a state in a language: 0 masculine, 1 feminine; "" where there is none."""
        found = self.states[state].demonyms.get(language, ()) if state in self.states else ()
        if not found:
            return ""
        masculine, _, feminine = found[0].partition("/")
        return feminine or masculine if form else masculine


def _per_language(row: Row, column: str) -> dict[str, tuple[str, ...]]:
    return {code: row.many(f"{column}_{code}") for code in LANGUAGES}


def _names(row: Row) -> dict[str, str]:
    return {code: row.get(f"name_{code}") for code in LANGUAGES}


def _year(row: Row, column: str) -> int | None:
    number = row.number(column)
    return None if number is None else int(number)


def _states() -> dict[str, State]:
    found: dict[str, State] = {}
    for name in ("states.csv", "historic.csv"):
        for row in read_table(data_path("gazetteer", name), ("id", "name_en", "name_fr")):
            if row.get("id") in found:
                raise row.fault(f"the id {row.get('id')!r} stands twice")
            capitals = {code: row.get(f"capital_{code}") for code in LANGUAGES if row.get(f"capital_{code}")}
            found[row.get("id")] = State(
                row.get("id"), _names(row), capitals, _per_language(row, "demonyms"),
                _per_language(row, "aliases"),
                row.get("wikidata") or None, _year(row, "from"), _year(row, "to"),
            )  # fmt: skip
    return found


def _organisations() -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for row in read_table(data_path("gazetteer", "organisations.csv"), ("id", "name_en", "name_fr")):
        if row.get("id") in found:
            raise row.fault(f"the id {row.get('id')!r} stands twice")
        found[row.get("id")] = Organisation(
            row.get("id"), _names(row), _per_language(row, "acronyms"), _per_language(row, "aliases"),
            _per_language(row, "context"), row.get("parent") or None, row.get("country") or None,
            row.get("wikidata") or None, _per_language(row, "demonyms"),
        )  # fmt: skip
    return found


_CAREER = re.compile(r"([\w-]+?)(?::(\d{4})-(\d{4})?)?")


def _career(row: Row, known: frozenset[str]) -> tuple[tuple[str, int, int], ...]:
    """The stations of a career: "nl:2010-2024|nato:2024-"; years may be left out."""
    found = []
    for part in row.many("affiliation"):
        told = _CAREER.fullmatch(part)
        if told is None or told[1] not in known:
            raise row.fault(f"the affiliation {part!r} is no state or organisation, with its years")
        found.append((told[1], int(told[2] or 0), int(told[3] or _STILL)))
    return tuple(found)


_GENDERS = frozenset("mfu")


def _people(known: frozenset[str]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for row in read_table(data_path("gazetteer", "people.csv"), ("id", "name_en", "name_fr")):
        if row.get("id") in found or row.get("id") in known:
            raise row.fault(f"the id {row.get('id')!r} stands twice")
        gender = row.get("gender") or "u"
        if gender not in _GENDERS:
            raise row.fault(f"the gender {gender!r} is not m, f or u")
        found[row.get("id")] = Person(
            row.get("id"), _names(row), row.many("surname"), row.many("aliases"),
            _career(row, known), row.get("wikidata") or None, gender,
        )  # fmt: skip
    return found


def _names_people(row: Row, given: Mapping[str, str]) -> bool:
    """Whether a small town is called like people, or so shortly that its name may be anything."""
    name = fold_key(row.get("name_en"))
    return row.get("strict") != "0" and (name in given or len(name) < _SHORT)


_SHORT = 4
"""How many letters a town's name has at least that is known without a preposition of place."""


def _spots(given: Mapping[str, str]) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for row in read_table(data_path("gazetteer", "cities.csv"), ("id", "name_en", "name_fr", "country")):
        found[f"geonames-{row.get('id')}"] = Spot(
            f"geonames-{row.get('id')}", _names(row), {code: row.many("aliases") for code in LANGUAGES},
            row.get("country"), row.number("lat"), row.number("lon"), "city",
            row.get("capital") == "1", row.get("strict") == "2" or _names_people(row, given),
            row.get("strict") == "1", {},
        )  # fmt: skip
    for row in read_table(data_path("gazetteer", "regions.csv"), ("id", "name_en", "name_fr", "kind")):
        found[row.get("id")] = Spot(
            row.get("id"), _names(row), _per_language(row, "aliases"), row.get("country") or None,
            row.number("lat"), row.number("lon"), row.get("kind"), capital=False,
            strict=row.get("kind") == "city" and _names_people(row, given), small=row.get("kind") == "city",
            demonyms=_per_language(row, "demonyms"),
        )  # fmt: skip
    return found


def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(data_path("gazetteer", "nicknames.csv"), ("name", "formal")):
        found.setdefault(fold_key(row.get("name")), set()).add(fold_key(row.get("formal")))
    return {name: frozenset(formal) for name, formal in found.items()}


@cache
def knowledge() -> Knowledge:
    """All gazetteer tables, read once. Raises DataFileError naming file and line."""
    states, organisations = _states(), _organisations()
    people = _people(frozenset(states) | frozenset(organisations))
    seats = tuple(
        (row.get("target"), _per_language(row, "aliases"))
        for row in read_table(data_path("gazetteer", "seats.csv"), ("target",))
    )
    given = {
        fold_key(row.get("name")): row.get("gender")
        for row in read_table(data_path("gazetteer", "given_names.csv"), ("name", "gender"))
    }
    spots = _spots(given)
    territories: dict[str, str | None] = {}
    for row in read_table(data_path("gazetteer", "territories.csv"), ("id",)):
        if row.get("id") not in spots:
            raise row.fault(f"{row.get('id')!r} is no region of regions.csv")
        territories[row.get("id")] = row.get("wikidata") or None
    return Knowledge(states, organisations, people, spots, seats, given, _nicknames(), territories)


def known_as(target: str) -> list[str]:
    """All full names and acronyms that the tables have for a state, an organisation or a person."""
    known = knowledge()
    if person := known.people.get(target):
        return [*person.names.values(), *person.aliases]
    if one := known.organisations.get(target):
        several = (*one.acronyms.values(), *one.aliases.values())
        return [*one.names.values(), *(name for names in several for name in names)]
    state = known.states.get(target)
    if state is None:
        return []
    return [*state.names.values(), *(name for names in state.aliases.values() for name in names)]


def root(target: str) -> str:
    """The organisation or state at the top: the military committee's is NATO."""
    known = knowledge().organisations
    target = target.partition(":")[0]
    seen: set[str] = set()
    while (one := known.get(target)) and one.parent and one.parent not in seen:
        seen.add(target)
        target = one.parent
    return target


@cache
def language_file(language: str, name: str) -> Mapping[str, Any]:
    """A TOML file of a language's data folder, read once; English stands in for a language without one.

    Raises:
        DataFileError: it is no TOML.
    """
    path = data_path("languages", language, name)
    if not path.is_file():
        path = data_path("languages", "en", name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None)
        raise DataFileError(path, line, f"is not valid TOML: {error}") from None
