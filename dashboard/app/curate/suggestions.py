"""Whom and what a reader may mean while typing: actors and places of the timeline, then of the gazetteer.

Called by the forms, for suggestions and for what a typed name means.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Generic, TypeVar

from babel import Locale

from dashboard.actors.known import gazetteer_actor
from dashboard.app.state import clean
from dashboard.gazetteer import fold_key, knowledge
from dashboard.gazetteer.knowledge import root
from dashboard.model import Actor, ActorKind, Place, Timeline

T = TypeVar("T")
NEW = "new:"
"""What stands before the name of somebody or somewhere new, where others have their id."""
LONGEST_NAME = 120
MOST = 12
"""Suggestions that are offered at once."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """Something with a name that can be chosen; ``said`` tells it from others of that name."""

    said: str
    meant: T


def actors_like(
    timeline: Timeline, text: str, language: str, kinds: Collection[ActorKind] = frozenset(ActorKind)
) -> list[Known[Actor]]:
    """The actors whose names fit what is typed: those of the timeline first, the most exact first."""
    words = fold_key(_plain(text))
    own = [(_folded(_names(each)), each) for each in timeline.actors.values() if each.kind in kinds]
    found = _ranked(own, words)
    if words:
        others = ((names, key) for key, names in _known_actors() if key not in timeline.actors)
        known = (each for key in _ranked(others, words) if (each := known_actor(key)))
        found += list(islice((each for each in known if each.kind in kinds), MOST))
    return _told(found[:MOST], [_actor_said(each, timeline, language) for each in found[:MOST]])


def places_like(timeline: Timeline, text: str, language: str) -> list[Known[Place]]:
    """The places whose names fit what is typed: those of the timeline first, capitals before other cities."""
    words = fold_key(_plain(text))
    own = {event.place.id: event.place for event in timeline.events if event.place}
    found = _ranked([(_folded(each.names.values()), each) for each in own.values()], words)
    if words:
        others = ((names, key) for key, names in _known_places() if key not in own)
        found += [each for key in _ranked(others, words)[:MOST] if (each := known_place(key))]
    return _told(found[:MOST], [place_said(each, language) for each in found[:MOST]])


def options(
    found: Sequence[Known[Actor]] | Sequence[Known[Place]], text: str, fresh: str
) -> list[dict[str, str]]:
    """Suggestions as a list to choose from; ``fresh`` says what a new one of the typed name is called."""
    name = " ".join(text.split())[:LONGEST_NAME]
    listed = [{"value": each.meant.id, "label": each.said} for each in found]
    exact = any(fold_key(_plain(each.said)) == fold_key(_plain(name)) for each in found)
    if name and not exact:
        listed.append({"value": f"{NEW}{name}", "label": fresh.replace("{name}", name)})
    return listed


def key_of(
    found: Sequence[Known[Actor]] | Sequence[Known[Place]], text: str, *, first: bool = False
) -> str | None:
    """The key of what typed words mean among those that fit: the ``first``, or only one of that very name."""
    words = fold_key(" ".join(text.split()))
    for each in found:
        if first or words == fold_key(each.said) or fold_key(_plain(text)) in _folded(_called(each.meant)):
            return each.meant.id
    return None


def fresh(text: str) -> str:
    """The key of somebody or somewhere new of a typed name; "" where none was typed."""
    name = clean(text)[:LONGEST_NAME].strip()
    return f"{NEW}{name}" if name else ""


def _called(meant: Actor | Place) -> tuple[str, ...]:
    return _names(meant) if isinstance(meant, Actor) else tuple(meant.names.values())


def _plain(said: str) -> str:
    """A name without the country or the parent that is said with it."""
    return said.partition(" (")[0]


def place_of(key: str, timeline: Timeline, language: str) -> Place | None:
    """The place that is chosen by a key: one of the timeline or gazetteer, or a new one of no known spot."""
    if key.startswith(NEW):
        name = key.removeprefix(NEW).strip()
        return Place(f"place-{slug(name)}", {language: name}, kind="place") if name else None
    own = (event.place for event in timeline.events if event.place and event.place.id == key)
    return next(own, None) or known_place(key)


def new_actor(name: str, kind: ActorKind, language: str, parent: Actor | None = None) -> Actor:
    """Somebody whom nobody knew: by the name that was typed, belonging to ``parent``."""
    names = {language: " ".join(name.split())}
    country = parent.country if parent else None
    return Actor(f"own-{slug(name)}", kind, names, affiliation=parent.id if parent else None, country=country)


def slug(name: str) -> str:
    """A name as part of an id."""
    return re.sub(r"[^\w]+", "-", fold_key(name)).strip("-") or "x"


def known_actor(key: str) -> Actor | None:
    """A state, organisation or person of the gazetteer as an actor."""
    if found := gazetteer_actor(key):
        return found
    person = knowledge().people.get(key)
    if person is None:
        return None
    served = person.served(None)
    home = root(served) if served else None
    state = knowledge().states.get(home or "")
    return Actor(
        person.id, ActorKind.PERSON, dict(person.names), person.aliases, home,
        wikidata=person.wikidata, country=state.country if state else None,
    )  # fmt: skip


def with_parents(actors: Iterable[Actor], known: Iterable[str]) -> list[Actor]:
    """The actors, and those whom they belong to, that are not known yet."""
    found: dict[str, Actor] = {}
    there = set(known)
    for each in actors:
        one: Actor | None = each
        while one is not None and one.id not in there and one.id not in found:
            found[one.id] = one
            one = known_actor(one.affiliation) if one.affiliation else None
    return list(found.values())


def _ranked(named: Iterable[tuple[tuple[str, ...], T]], words: str) -> list[T]:
    """What fits the typed words: the whole name, its beginning, a word's beginning, in that order."""
    if not words:
        return [each for _names_of, each in named]
    found: list[tuple[int, int, T]] = []
    for names, each in named:
        ranks = [rank for name in names if (rank := _rank(name, words)) < 3]
        if ranks:
            found.append((min(ranks), len(found), each))
    return [each for _rank_of, _at, each in sorted(found, key=lambda one: one[:2])]


def _rank(name: str, words: str) -> int:
    if name == words:
        return 0
    if name.startswith(words):
        return 1
    return 2 if f" {words}" in name else 3


def _told(found: list[T], said: list[str]) -> list[Known[T]]:
    """Each with words of its own: what would be said twice is only offered once."""
    once: dict[str, T] = {}
    for each, name in zip(found, said, strict=True):
        once.setdefault(name, each)
    return [Known(name, each) for name, each in once.items()]


def _names(actor: Actor) -> tuple[str, ...]:
    return (*actor.names.values(), *actor.aliases)


def _actor_said(actor: Actor, timeline: Timeline, language: str) -> str:
    parent = None
    if actor.affiliation:
        parent = timeline.actors.get(actor.affiliation) or known_actor(actor.affiliation)
    name = actor.name(language)
    return f"{name} ({parent.name(language)})" if parent else name


def place_said(place: Place, language: str) -> str:
    """A place's name, with its country where that is another."""
    name = place.name(language)
    country = Locale.parse(language).territories.get(place.country or "")
    return f"{name} ({country})" if country and country != name else name


@cache
def _known_actors() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everybody in the gazetteer with all names: states, then organisations, then people."""
    known = knowledge()
    states = [
        (each.id, _folded([*each.names.values(), *_flat(each.aliases.values())]))
        for each in known.states.values()
    ]
    organisations = [
        (
            each.id,
            _folded([*each.names.values(), *_flat(each.acronyms.values()), *_flat(each.aliases.values())]),
        )
        for each in known.organisations.values()
    ]
    people = [
        (each.id, _folded([*each.names.values(), *each.surnames, *each.aliases]))
        for each in known.people.values()
    ]
    return (*states, *organisations, *people)


@cache
def _known_places() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every place of the gazetteer with all names: countries, capitals, regions, then other cities."""
    known = knowledge()
    countries = [
        (each.id, _folded([*each.names.values(), *_flat(each.aliases.values())]))
        for each in known.states.values()
        if each.ended is None
    ]
    spots = sorted(known.spots.values(), key=lambda each: (not each.capital, each.kind == "city"))
    return (
        *countries,
        *((each.id, _folded([*each.names.values(), *_flat(each.aliases.values())])) for each in spots),
    )


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_key(each) for each in names if each)


def _flat(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return [each for names in lists for each in names if each]


def known_place(key: str) -> Place | None:
    """A country, city or region of the gazetteer as a place."""
    known = knowledge()
    if state := known.states.get(key):
        return Place(state.id, dict(state.names), state.country, None, None, "country")
    if spot := known.spots.get(key):
        return Place(spot.id, dict(spot.names), spot.country, spot.lat, spot.lon, spot.kind)
    return None
