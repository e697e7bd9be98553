"""Titles composed from data: kind, mode, actors and place, in every language that has a titles.toml.

Called when a timeline is built; a title is at most 60 characters, unique in its timeline, never cut off.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from string import Formatter
from typing import Any

from dashboard.errors import DataFileError
from dashboard.events.belonging import lineage
from dashboard.events.ontology import kinds
from dashboard.events.phrasing import Names, english, english_place, french, french_place, short_name
from dashboard.model import Actor, ActorKind, Event, Participation, Place, Role
from dashboard.resources import data_path
from dashboard.wording import format_when

TITLED = ("en", "fr", "ar")
"""The languages that titles are composed in: those with a ``titles.toml``."""

LONGEST = 60
"""The most characters that a title may have."""
_TWO = 30
"""The most characters that two actors who act together may take; beyond, the first stands for both."""
_PAIRS = ("pair", "breach")
_OF_PEOPLE = ("post", "handover")
"""Forms of what is done to people: posts that they get, places that they are taken to."""
_SAID_WHERE = frozenset(
    {
        "CONSULT",
        "AGREE",
        "ASSAULT",
        "MOBILIZE",
        "EXERCISE",
        "PROTEST",
        "ELECT",
        "COERCE",
        "STATEMENT",
        "RETREAT",
    }
)
"""Types whose place belongs in the title; a recognition or a sanction does not happen at a place."""
_FIRST = (Role.INITIATOR, Role.SPEAKER, Role.PARTICIPANT)
_PARTIES = (Role.PARTICIPANT, Role.HOST)
"""The roles in what two sides settle under the eyes of a third."""
_SECOND = (Role.TARGET, Role.HOST, Role.PARTICIPANT, Role.CONCERNED)


@cache
def _wording(language: str) -> dict[str, Any]:
    path = data_path("languages", language, "titles.toml")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(path, None, str(error)) from None
    missing = set(kinds()) - set(raw.get("kind", {}))
    if missing:
        raise DataFileError(path, None, f"no title for the kind {min(missing)!r}")
    for code, entry in raw["kind"].items():
        if code not in kinds():
            raise DataFileError(path, None, f"the kind {code!r} is not in kinds.csv")
        if entry.get("form") not in raw.get("form", {}):
            raise DataFileError(path, None, f"the kind {code!r} has an unknown form {entry.get('form')!r}")
    names = {key: frozenset(listed) for key, listed in raw.get("names", {}).items()}
    if "feminine" in names:
        names["feminine"] = frozenset(map(str.casefold, names["feminine"]))  # asked without regard to case
    return {**raw, "names": names}


def _acting(
    participants: Sequence[Participation], actors: Mapping[str, Actor], form: str, code: str
) -> tuple[list[Actor], list[Actor]]:
    """The two sides of a title: who acts, and towards whom; for a pair everyone in the order of the text."""
    known = [(actors[p.actor], p.role) for p in participants if p.actor in actors]
    if form in ("pair", "breach", "gathering"):
        told = [(actor, role) for actor, role in known if role not in (Role.CONCERNED, Role.VENUE_STATE)]
        parties = [actor for actor, role in told if role is not Role.HOST]
        mediated = code != "hosting" and len(parties) > 1 and all(role in _PARTIES for _, role in told)
        everyone = parties if mediated else [actor for actor, _ in told]
        return everyone[:1], everyone[1:]
    by_role: dict[Role, list[Actor]] = {}
    for actor, role in known:
        by_role.setdefault(role, []).append(actor)
    first = [actor for role in _FIRST for actor in by_role.get(role, ())]
    if form == "visit" and Role.INITIATOR in by_role:
        first = by_role[Role.INITIATOR]  # whom a traveller meets there does not travel
    if not first and form == "solo":
        first = by_role.get(Role.HOST, [])[:1]
    # « Arrestation de X » is never of one it concerns, nor is a march for X against X
    able = _SECOND[:-1] if form == "by" or code == "demonstration" else _SECOND
    second = [actor for role in able for actor in by_role.get(role, ()) if actor not in first]
    return first, second


_OF = {"fr": "de", "en": "of"}
"""What makes a genitive where a language's file does not tell."""


class _Parts(dict[str, str]):
    """The parts that forms ask for, each worked out when it is asked for; "" for what there is not."""

    __slots__ = (
        "actors", "code", "event", "first", "form", "language", "names", "people", "second", "towards",
        "wording",
    )  # fmt: skip

    def __init__(self, event: Event, code: str, actors: Mapping[str, Actor], language: str) -> None:
        wording = _wording(language)
        entry = wording["kind"][code]
        self.form: str = entry["form"]
        self.event, self.actors, self.language, self.wording = event, actors, language, wording
        self.code, self.people = code, list[Actor]()
        self.names: Names = wording["names"]
        self.towards: str = entry.get("towards", "")
        first, second = _acting(event.participants, actors, self.form, code)
        if "for_states" in entry and any(one.kind is ActorKind.STATE for one in second):
            self.form = entry["for_states"]  # two freed journalists are not the state that is named for them
            first, second = _acting(event.participants, actors, self.form, code)
        if self.form in _OF_PEOPLE:
            second = self._whom(first, second)
        if entry.get("joins") and not first and second and second[0].kind is ActorKind.STATE:
            first, second = second[:1], []  # "East Timor was admitted"
        noun: str = entry["noun"]
        if kinds()[code].type == "CONSULT" and self.form in _PAIRS:
            noun = wording["mode"].get(event.mode, noun)
        if "states" in entry and {one.kind for one in (*first, *second)} == {ActorKind.STATE} and second:
            noun = entry["states"]
        self.first, self.second = first, second
        super().__init__(noun=noun, Noun=noun[:1].upper() + noun[1:])

    def _whom(self, first: Sequence[Actor], second: list[Actor]) -> list[Actor]:
        """The other side of what is done to people: those appointed, or to whom somebody is handed over."""
        people = [one for one in second if one.kind is ActorKind.PERSON]
        self.people = people
        if self.form == "handover":
            return [one for one in second if one not in people]
        own = self.code != "replacement" and any(one.kind is ActorKind.PERSON for one in first)
        return [] if own else people  # who resigns or wins is told as who acts

    def __missing__(self, name: str) -> str:
        """A part that was not asked for before."""
        made = self[name] = _PARTS[name](self)
        return made

    def place(self) -> str:
        """The place with its preposition and a blank before it."""
        where = self.event.place
        acting = {one.name(self.language) for one in self.first}
        if where is not None and where.name(self.language) in acting:
            return ""  # "Release by Gibraltar" needs no second Gibraltar
        place = _place(self.event, _shown(self.form, self.first, self.second), self.language, self.names)
        return f" {place}" if place else ""

    def place_to(self) -> str:
        """The place as where somebody goes."""
        place = self.event.place
        if not self["place"] or place is None or self.language == "fr":
            return self["place"]
        if self.language == "en":
            return f" {english_place(place, self.names, 'to')}"
        return f" {self.wording['to']} {place.name(self.language)}"

    def place_from(self) -> str:
        """The place as what somebody leaves."""
        place = self.event.place
        return f" {_left(place, self.language, self.names)}" if self["place"] and place is not None else ""

    def short(self, actors: Sequence[Actor]) -> str:
        """The short name of the first of some actors."""
        return short_name(actors[0], self.language) if actors else ""

    def with_role(self, role: Role) -> list[Actor]:
        """Those who take part in a role."""
        return [
            self.actors[p.actor] for p in self.event.participants if p.actor in self.actors and p.role is role
        ]

    def group(self) -> list[Actor]:
        """The organisation that meets."""
        meeting = self.with_role(Role.PARTICIPANT)
        return [actor for actor in meeting if actor.kind is ActorKind.ORGANISATION][:1]

    def a(self) -> str:
        """The side that acts; of a pair its first."""
        if self.form in _PAIRS:
            return self.short(self.first)
        names = [short_name(actor, self.language) for actor in self.first[:2]]
        return str(self.wording["conjunction"]).join(names)

    def b(self) -> str:
        """The other side; of a pair everybody but its first, as far as there is room."""
        if self.form not in _PAIRS:
            return self.short(self.second)
        names = [short_name(actor, self.language) for actor in self.second[:2]]
        return str(self.wording["pair_join"]).join(names)

    def of(self, actors: Sequence[Actor]) -> str:
        """The first of some actors as a genitive: "of the EU", « de l'UE »."""
        return self.say(actors, _OF.get(self.language) or str(self.wording["of"]))

    def of_a(self) -> str:
        """The side that acts as a genitive: both of two where they are short."""
        both = str(self.wording["conjunction"]).join(self.of([one]) for one in self.first[:2])
        return both if len(both) <= _TWO else self.of(self.first)

    def at_b(self) -> str:
        """The other side, a state, as where somebody is."""
        if not self.second or self.language != "fr" or self.second[0].kind is not ActorKind.STATE:
            return ""
        return french_place(Place(self.second[0].id, self.second[0].names, kind="country"), self.names)

    def say(self, actors: Sequence[Actor], preposition: str) -> str:
        """The first of some actors after a preposition."""
        if not actors:
            return ""
        name = short_name(actors[0], self.language)
        if self.language == "en":
            return english(name, preposition, self.names)
        if self.language != "fr":
            return f"{preposition} {name}".strip()
        person = actors[0].kind is ActorKind.PERSON
        if preposition == "de" and name.startswith(("de ", "du ", "des ", "d'")):
            name = actors[0].name(self.language)  # « de Staffan de Mistura », not « de de Mistura »
        if person and name.startswith("H") and not name.startswith(tuple(self.names["silent_h"])):
            return f"{preposition} {name}".strip()  # « de Harper », but « d'Henri »
        return french(name, preposition, proper=person, names=self.names)


_PARTS: Mapping[str, Callable[[_Parts], str]] = {
    "place": _Parts.place,
    "where": _Parts.place,
    "place_to": _Parts.place_to,
    "place_from": _Parts.place_from,
    "a": _Parts.a,
    "b": _Parts.b,
    "c": lambda parts: parts.short(parts.with_role(Role.CONCERNED)),
    "of_a": _Parts.of_a,
    "of_b": lambda parts: parts.of(parts.second),
    "of_p": lambda parts: parts.of(parts.people),
    "p": lambda parts: parts.short(parts.people),
    "the_a": lambda parts: parts.say(parts.first, ""),
    "to_b": lambda parts: parts.say(parts.second, parts.towards) if parts.towards else "",
    "at_b": _Parts.at_b,
    "group": lambda parts: parts.short(parts.group()),
    "of_group": lambda parts: parts.of(parts.group()),
}
"""How each part is made."""


def _left(place: Place, language: str, names: Names) -> str:
    """A place that somebody leaves: "from Sinai", "du Sinaï"."""
    if language == "fr":
        wide = place.kind in ("country", "region", "sea")
        return french(place.name("fr"), "de", proper=not wide, names=names)
    if language != "en":
        return f"{_wording(language)['from']} {place.name(language)}"
    return english_place(place, names, "from")


def _shown(form: str, first: list[Actor], second: list[Actor]) -> list[Actor]:
    """The actors that stand in a title of a form, whose country need not be said again."""
    if form in ("solo", "gathering"):
        return []
    return [*first, *second] if form in _PAIRS else second


def _place(event: Event, shown: Sequence[Actor], language: str, names: Names) -> str:
    """The place with its preposition; "" where a side of the title already is that country."""
    place = event.place
    if place is None or event.type not in _SAID_WHERE:
        return ""
    if place.kind == "country" and any(
        actor.kind is ActorKind.STATE and (actor.country or actor.id).lower() == (place.country or "").lower()
        for actor in shown
    ):
        return ""
    if language == "fr":
        return french_place(place, names)
    if language == "en":
        return english_place(place, names)
    return f"{_wording(language)['in']} {place.name(language)}"


@cache
def _patterns(language: str, form: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The patterns of a form, richest first, each with the parts that it needs; a place may be missing."""
    parsed = [(pattern, Formatter().parse(pattern)) for pattern in _wording(language)["form"][form]]
    return tuple(
        (pattern, tuple(name for _, name, _, _ in fields if name and not name.startswith("place")))
        for pattern, fields in parsed
    )


def _fitting(event: Event, code: str, actors: Mapping[str, Actor], language: str) -> Iterator[str]:
    """The titles that fit an event, richest first, each once and within the length."""
    parts = _Parts(event, code, actors, language)
    found: set[str] = set()
    for pattern, needed in _patterns(language, parts.form):
        if all(map(parts.__getitem__, needed)):
            title = pattern.format_map(parts)
            title = title[:1].upper() + title[1:]
            if len(title) <= LONGEST and title not in found:
                found.add(title)
                yield title
    if not found:
        yield parts["Noun"][:LONGEST]


def compose(event: Event, code: str, actors: Mapping[str, Actor], language: str) -> list[str]:
    """The titles that fit an event, richest first; never empty, each within the length."""
    return list(_fitting(event, code, actors, language))


def entitle(events: Sequence[tuple[Event, str]], actors: Mapping[str, Actor]) -> list[dict[str, str]]:
    """A title per language for each event with its kind: the richest that no earlier event has.

    Events that would be called alike get their date in brackets, then a number.
    """
    made: list[dict[str, str]] = [{} for _ in events]
    for language in TITLED:
        richest = [next(_fitting(event, code, actors, language)) for event, code in events]
        wanted = Counter(richest)
        used: set[str] = set()
        for number, (event, code) in enumerate(events):
            title = richest[number]
            if wanted[title] > 1 or title in used:
                choices = compose(event, code, actors, language)
                title = _distinct(choices, event, language, used, wanted)
            used.add(title)
            made[number][language] = title
    return made


def _distinct(choices: Sequence[str], event: Event, language: str, *taken: Container[str]) -> str:
    """A title with the date in brackets that is not taken; with a number where even that is."""
    day = format_when(event.when, language, short=True)
    pattern: str = _wording(language)["dated"]
    for title in choices:
        dated = pattern.format(title=title, day=day)
        if len(dated) <= LONGEST and not any(dated in each for each in taken):
            return dated
    shortest = min(choices, key=len)[: LONGEST - 8]
    numbered = (f"{shortest} ({number})" for number in count(2))
    return next(title for title in numbered if not any(title in each for each in taken))


def affair(
    actor_ids: Sequence[str], years: tuple[int, int] | None, actors: Mapping[str, Actor]
) -> dict[str, str]:
    """The title of a timeline per language: its one or two main actors and its years; {} without actors."""
    main: list[str] = []
    for actor in actor_ids:
        top = lineage(actor, actors)[-1]
        if top in actors and top not in main:
            main.append(top)
    if not main:
        return {}
    shown = sorted(main[:2], key=lambda actor: actors[actor].kind is not ActorKind.ORGANISATION)
    span = "" if years is None else f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
    found = {}
    for language in TITLED:
        names = "–".join(short_name(actors[actor], language) for actor in shown)
        found[language] = f"{names}{_wording(language).get('comma', ', ')}{span}" if span else names
    return found
