"""Titles composed from data: kind, mode, actors and place, in every language that has a titles.toml.

Called when a timeline is built; a title is at most 60 characters, unique in its timeline, never cut off.
"""

import tomllib
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import cache
from itertools import count
from string import Formatter
from typing import Any

from dashboard.errors import DataFileError
from dashboard.events.casting import lineage
from dashboard.events.ontology import kinds
from dashboard.events.phrasing import english, english_place, french, french_place, short_name
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
_FIRST = (Role.INITIATOR, Role.SPEAKER, Role.HOST, Role.PARTICIPANT)
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
    return raw


def _acting(
    participants: Sequence[Participation], actors: Mapping[str, Actor], form: str
) -> tuple[list[Actor], list[Actor]]:
    """The two sides of a title: who acts, and towards whom; for a pair everyone in the order of the text."""
    known = [(actors[p.actor], p.role) for p in participants if p.actor in actors]
    if form in ("pair", "breach", "gathering"):
        everyone = [actor for actor, role in known if role not in (Role.CONCERNED, Role.VENUE_STATE)]
        return everyone[:1], everyone[1:]
    first = [actor for role in _FIRST for actor, r in known if r is role and role is not Role.HOST]
    if not first:
        first = [actor for actor, role in known if role is Role.HOST][:1] if form == "solo" else []
    second = [actor for role in _SECOND for actor, r in known if r is role and actor not in first]
    return first, second


def _sayings(event: Event, code: str, actors: Mapping[str, Actor], language: str) -> dict[str, str]:
    """Every part that a form may ask for, "" for what there is not."""
    wording = _wording(language)
    entry, names = wording["kind"][code], wording.get("names", {})
    form = entry["form"]
    noun = (
        wording["mode"].get(event.mode, entry["noun"])
        if kinds()[code].type == "CONSULT" and form in _PAIRS
        else entry["noun"]
    )
    first, second = _acting(event.participants, actors, form)
    if entry.get("joins") and not first and second and second[0].kind is ActorKind.STATE:
        first, second = second[:1], []  # "East Timor was admitted"
    if "states" in entry and {one.kind for one in (*first, *second)} == {ActorKind.STATE} and second:
        noun = entry["states"]
    parts: dict[str, str] = {"noun": noun, "Noun": noun[:1].upper() + noun[1:]}
    place = _place(event, _shown(form, first, second), language, names)
    parts["place"] = parts["place_to"] = parts["where"] = f" {place}" if place else ""
    beside = [actors[p.actor] for p in event.participants if p.actor in actors and p.role is Role.CONCERNED]
    parts["c"] = short_name(beside[0], language) if beside else ""
    parts["place_from"] = ""
    if place and event.place is not None:
        parts["place_from"] = f" {_left(event.place, language, names)}"
        if language == "en":
            parts["place_to"] = f" {english_place(event.place, names, 'to')}"
        elif language != "fr":
            parts["place_to"] = f" {wording['to']} {event.place.name(language)}"
    joined = wording["pair_join"].join(short_name(actor, language) for actor in second[:2])
    parts["a"] = (
        wording["conjunction"].join(short_name(actor, language) for actor in first[:2])
        if form not in _PAIRS
        else (short_name(first[0], language) if first else "")
    )
    parts["b"] = joined if form in _PAIRS else (short_name(second[0], language) if second else "")
    meeting = [
        actors[p.actor] for p in event.participants if p.actor in actors and p.role is Role.PARTICIPANT
    ]
    groups = [actor for actor in meeting if actor.kind is ActorKind.ORGANISATION]
    parts |= _prepositional(first[:2], second[:1], groups[:1], entry.get("towards", ""), language)
    return parts


def _left(place: Place, language: str, names: Mapping[str, list[str]]) -> str:
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


def _prepositional(
    first: list[Actor], second: list[Actor], group: list[Actor], towards: str, language: str
) -> dict[str, str]:
    names = _wording(language).get("names", {})

    def say(actors: list[Actor], preposition: str) -> str:
        if not actors:
            return ""
        name = short_name(actors[0], language)
        if language != "fr":
            return english(name, preposition, names) if language == "en" else f"{preposition} {name}".strip()
        person = actors[0].kind is ActorKind.PERSON
        if preposition == "de" and name.startswith(("de ", "du ", "des ", "d'")):
            name = actors[0].name(language)  # « de Staffan de Mistura », not « de de Mistura »
        if person and name.startswith("H") and not name.startswith(tuple(names["silent_h"])):
            return f"{preposition} {name}".strip()  # « de Harper », but « d'Henri »
        return french(name, preposition, proper=person, names=names)

    of = {"fr": "de", "en": "of"}.get(language) or str(_wording(language)["of"])
    both = _wording(language)["conjunction"].join(say([one], of) for one in first)
    at_b = ""
    if second and language == "fr" and second[0].kind is ActorKind.STATE:
        at_b = french_place(Place(second[0].id, second[0].names, kind="country"), names)
    return {
        "of_a": both if len(both) <= _TWO else say(first, of),
        "of_b": say(second, of),
        "the_a": say(first, ""),
        "to_b": say(second, towards) if towards else "",
        "at_b": at_b,
        "group": short_name(group[0], language) if group else "",
        "of_group": say(group, of),
    }


def _place(event: Event, shown: Sequence[Actor], language: str, names: Mapping[str, list[str]]) -> str:
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
def _asked(pattern: str) -> tuple[str, ...]:
    """The parts without which a pattern makes no title; a place may be missing."""
    names = (name for _, name, _, _ in Formatter().parse(pattern) if name)
    return tuple(name for name in names if not name.startswith("place"))


def compose(event: Event, code: str, actors: Mapping[str, Actor], language: str) -> list[str]:
    """The titles that fit an event, richest first; never empty, each within the length."""
    wording = _wording(language)
    parts = _sayings(event, code, actors, language)
    found = []
    for pattern in wording["form"][wording["kind"][code]["form"]]:
        if all(parts[name] for name in _asked(pattern)):
            title = pattern.format(**parts)
            title = title[:1].upper() + title[1:]
            if len(title) <= LONGEST and title not in found:
                found.append(title)
    return found or [parts["Noun"][:LONGEST]]


def entitle(events: Sequence[tuple[Event, str]], actors: Mapping[str, Actor]) -> list[dict[str, str]]:
    """A title per language for each event with its kind: the richest that no earlier event has.

    Events that would be called alike get their date in brackets, then a number.
    """
    made: list[dict[str, str]] = [{} for _ in events]
    for language in TITLED:
        choices = [compose(event, code, actors, language) for event, code in events]
        wanted = Counter(titles[0] for titles in choices)
        used: set[str] = set()
        for number, (event, _) in enumerate(events):
            title = choices[number][0]
            if wanted[title] > 1 or title in used:
                title = _distinct(choices[number], event, language, used, wanted)
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
