"""Several articles' actors made one list: the same person or organisation under different spellings is one.

Called by the events room. Different people are never merged: names must agree, and so must whom they serve.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from dashboard.actors.identity import name_parts, skeleton, surname_key, surname_keys
from dashboard.actors.lexicon import lexicon
from dashboard.actors.name_words import CASELESS
from dashboard.actors.offices import best_role
from dashboard.actors.reading import ActorReading
from dashboard.actors.spelling import WITHOUT_VOWELS, is_full, same_in_any_spelling, spelling_keys
from dashboard.gazetteer import knowledge
from dashboard.gazetteer.knowledge import LANGUAGES
from dashboard.model import Actor, ActorKind


def name_keys(reading: ActorReading) -> dict[str, tuple[str, ...]]:
    """The keys under which the people of a reading are found by their names, by their ids."""
    eastern = _eastern()
    people = (actor for actor in reading.actors.values() if actor.kind is ActorKind.PERSON)
    return {actor.id: tuple(sorted(_ends(actor, eastern))) for actor in people}


def merge_actors(
    readings: Sequence[ActorReading], keys: Sequence[Mapping[str, Sequence[str]]] | None = None
) -> tuple[Mapping[str, Actor], Sequence[Mapping[str, str]]]:
    """All actors by id, and for each reading a map from its ids to theirs.

    ``keys`` are the readings' ``name_keys``, where they are known already.
    """
    told = keys if keys is not None else list(map(name_keys, readings))
    merged: dict[str, Actor] = {}
    maps: list[dict[str, str]] = [{} for _ in readings]
    eastern = _eastern()
    ends: dict[str, list[str]] = {}
    people = [(number, actor) for number, reading in enumerate(readings) for actor in reading.actors.values()]
    # Full names first, so that a surname alone can find its person whichever article comes first.
    for number, actor in sorted(people, key=lambda one: (_short(one[1]), one[0])):
        person = actor.kind is ActorKind.PERSON
        own = told[number][actor.id] if person else ()
        able = _able(own, ends)
        target = (_find(actor, merged, able, eastern) or _free(actor.id, merged)) if person else actor.id
        maps[number][actor.id] = target
        if target in merged:
            merged[target] = _join(merged[target], actor)
        else:
            merged[target] = actor if target == actor.id else replace(actor, id=target)
        for end in own:
            if target not in ends.setdefault(end, []):
                ends[end].append(target)
    return _affiliated(merged, maps), maps


def _able(own: Sequence[str], ends: Mapping[str, Sequence[str]]) -> list[str]:
    """Who may be called alike: by a shared key; all where letters leave out vowels, on either side."""
    shared = ends if WITHOUT_VOWELS in own else [*own, WITHOUT_VOWELS]
    return list(dict.fromkeys(one for end in shared for one in ends.get(end, ())))


@cache
def _eastern() -> frozenset[str]:
    """The surnames that stand first, in any language that is read."""
    return frozenset().union(*(lexicon(language).words["eastern_surnames"] for language in LANGUAGES))


def _short(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON and actor.id not in knowledge().people and not _full(actor)


def _full(actor: Actor) -> list[str]:
    return [name for name in _called(actor) if is_full(name)]


def _called(actor: Actor) -> list[str]:
    """Every name of an actor, in the articles and in the table of people."""
    return list(dict.fromkeys((*actor.names.values(), *actor.aliases, *_tabled(actor.id))))


@lru_cache(maxsize=5_000)
def _tabled(person: str) -> tuple[str, ...]:
    """The names in the table of people, but for those in letters that are read as they stand."""
    known = knowledge().people.get(person)
    every = (*known.names.values(), *known.aliases) if known else ()
    return tuple(name for name in every if not CASELESS.search(name))


def _ends(actor: Actor, eastern: frozenset[str]) -> set[str]:
    called = _called(actor)
    keys = {key for name in called for key in surname_keys(name, eastern)}
    full = [name for name in called if is_full(name)]
    parted = [name_parts(name) for name in full]
    ends, firsts = {parts[-1] for parts in parted}, {parts[0] for parts in parted}
    spelt = {key for name in full for key in spelling_keys(name, eastern)}
    return keys | ends | firsts | spelt | {skeleton(end) for end in ends} - {""}


def _find(
    actor: Actor, merged: Mapping[str, Actor], able: Sequence[str], eastern: frozenset[str]
) -> str | None:
    """Which of the merged people who are called alike an actor is; None for a new one."""
    if actor.id in merged and actor.id in knowledge().people:
        return actor.id
    mine = _full(actor)
    if mine:
        same = [one for one in able if _same(actor, merged[one], mine, eastern)]
        return same[0] if same else None
    alone = [
        one for one in able
        if _may_be_one(actor, merged[one])
        and any(surname_key(name) in _ends(merged[one], eastern) for name in actor.names.values())
    ]  # fmt: skip
    return alone[0] if len(alone) == 1 else None


def _same(actor: Actor, other: Actor, names: list[str], eastern: frozenset[str]) -> bool:
    known = knowledge().people
    if actor.id in known and other.id in known:
        return actor.id == other.id
    theirs = _full(other)
    loose = actor.affiliation is not None and actor.affiliation == other.affiliation
    return _may_be_one(actor, other) and any(
        same_in_any_spelling(name, their, eastern, loose=loose) for name in names for their in theirs
    )


def _may_be_one(actor: Actor, other: Actor) -> bool:
    """Whether whom they serve does not speak against it: two different states do."""
    states = knowledge().states
    one, two = actor.affiliation, other.affiliation
    return one is None or two is None or one == two or one not in states or two not in states


def _free(wanted: str, merged: Mapping[str, Actor]) -> str:
    number, free = 2, wanted
    while free in merged:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _join(one: Actor, other: Actor) -> Actor:
    names = {**other.names, **one.names}
    spare = [
        name for name in (*one.aliases, *other.names.values(), *other.aliases) if name not in names.values()
    ]
    return replace(
        one, names=names, aliases=tuple(dict.fromkeys(spare)),
        affiliation=_nearer(one.affiliation, other.affiliation),
        role=best_role((one.role, other.role)), wikidata=one.wikidata or other.wikidata,
        country=one.country or other.country,
    )  # fmt: skip


def _nearer(one: str | None, other: str | None) -> str | None:
    """Of two affiliations the organisation, which says more than a nationality."""
    if one is None or (one in knowledge().states and other is not None and other not in knowledge().states):
        return other
    return one


def _affiliated(merged: dict[str, Actor], maps: Sequence[Mapping[str, str]]) -> dict[str, Actor]:
    """The actors with affiliations that name merged ids."""
    renamed = {old: new for found in maps for old, new in found.items() if old != new}
    return {
        target: replace(actor, affiliation=renamed[actor.affiliation])
        if actor.affiliation in renamed
        else actor
        for target, actor in merged.items()
    }
