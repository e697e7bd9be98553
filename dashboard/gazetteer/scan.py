"""One pass over a text that finds every known name (Aho-Corasick), longest first, whole words only.

Called by the actors and places rooms; the last texts are remembered so that both share one pass.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Any

import ahocorasick

from dashboard.gazetteer.folding import fold, fold_text
from dashboard.gazetteer.knowledge import (
    Knowledge,
    Organisation,
    Spot,
    State,
    knowledge,
    names_language,
)
from dashboard.gazetteer.tables import read_table
from dashboard.resources import data_path

_ACRONYM = 6


class Sort(StrEnum):
    """What a known name is a name of."""

    STATE = "state"
    CAPITAL = "capital"
    SEAT = "seat"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    CONTEXT = "context"
    PERSON = "person"
    SURNAME = "surname"
    SPOT = "spot"
    INHABITANTS = "inhabitants"


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a name. ``exact``: an acronym, which must stand in these very letters."""

    target: str
    sort: Sort
    written: str
    exact: bool = False

    def fits(self, text: str, start: int) -> bool:
        """Whether what stands in a text from an offset on may be this name: no capital letter is missing."""
        if text.startswith(self.written, start):
            return True
        if self.exact:
            return False
        there = text[start : start + len(self.written)]
        return all(
            letter.isupper() for want, letter in zip(self.written, there, strict=False) if want.isupper()
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a text, with all that it can mean."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]

    def entry(self, *sorts: Sort) -> Entry | None:
        """The first reading of one of these sorts."""
        for entry in self.entries:
            if entry.sort in sorts:
                return entry
        return None


def plurals_fr(form: str) -> tuple[str, str]:
    """A French adjective's singular and plural."""
    return form, form if form.endswith(("s", "x")) else form + "s"


def demonym_forms(owner: State | Organisation | Spot, language: str) -> Iterator[str]:
    """Every form of the adjectives and peoples of a state, organisation or region in a language."""
    for forms in owner.demonyms.get(language, ()):
        if language == "fr":
            for form in forms.split("/"):
                yield from plurals_fr(form)
        else:
            yield forms
            if forms.endswith(("n", "i")) and not forms.endswith("men"):
                yield forms + "s"


def _state_entries(known: Knowledge, language: str) -> Iterator[tuple[str, Entry]]:
    for state in known.states.values():
        for name in (state.names[language], *state.aliases[language]):
            yield name, Entry(state.id, Sort.STATE, name, exact=_is_acronym(name))
        if capital := state.capitals.get(language):
            yield capital, Entry(state.id, Sort.CAPITAL, capital)
            for name, rest in _fused(capital):
                yield name, Entry(state.id, Sort.CAPITAL, rest)
        yield from _demonym_entries(state, language)


def _demonym_entries(one: State | Organisation, language: str) -> Iterator[tuple[str, Entry]]:
    for form in demonym_forms(one, language):
        if language == "fr":
            yield form, Entry(one.id, Sort.PEOPLE, form[0].upper() + form[1:])
            yield form, Entry(one.id, Sort.ADJECTIVE, form)
        else:
            yield form, Entry(one.id, Sort.ADJECTIVE, form, exact=_is_acronym(form))


def _is_acronym(name: str) -> bool:
    return len(name) <= _ACRONYM and name.upper() == name and name.isascii()


def _contracted(name: str) -> Iterator[str]:
    """A name with its article, and as French contracts it: "les Douze", "des Douze", "aux Douze"."""
    yield name
    if name.startswith("les "):
        yield "des " + name[4:]
        yield "aux " + name[4:]


def _fused(name: str) -> Iterator[tuple[str, str]]:
    """A place behind « au » or « du », whose article it keeps: "au Caire", with what is its own there."""
    article, _, rest = name.partition(" ")
    if article == "Le":
        yield from ((f"{before} {rest}", rest) for before in ("au", "du"))


def _organisation_entries(known: Knowledge, language: str) -> Iterator[tuple[str, Entry]]:
    for one in known.organisations.values():
        yield one.names[language], Entry(one.id, Sort.ORGANISATION, one.names[language])
        for code, names in one.acronyms.items():
            for name in names:
                # Two or three letters of another language are too easily another word.
                if code == language or len(name) > 3:
                    yield name, Entry(one.id, Sort.ORGANISATION, name, exact=True)
        for name in one.aliases[language]:
            for written in _contracted(name):
                yield written, Entry(one.id, Sort.ORGANISATION, written)
        for name in one.context[language]:
            yield name, Entry(one.id, Sort.CONTEXT, name)
        yield from _demonym_entries(one, language)


def _other_entries(known: Knowledge, language: str) -> Iterator[tuple[str, Entry]]:
    for target, seats in known.seats:
        for name in seats[language]:
            yield name, Entry(target, Sort.SEAT, name, exact=_is_acronym(name))
    for person in known.people.values():
        for name in {*person.names.values(), *person.aliases}:
            yield name, Entry(person.id, Sort.PERSON, name, exact=_is_acronym(name))
        for name in set(person.surnames):
            yield name, Entry(person.id, Sort.SURNAME, name)
    for spot in known.spots.values():
        for name in {spot.names[language], *spot.aliases[language]}:
            yield name, Entry(spot.id, Sort.SPOT, name)
            if language == "fr":
                for written, rest in _fused(name):
                    yield written, Entry(spot.id, Sort.SPOT, rest)
        for name in demonym_forms(spot, language):
            yield name, Entry(spot.id, Sort.INHABITANTS, name)


@cache
def _automaton(language: str) -> Any:
    known = knowledge()
    names: dict[str, dict[tuple[str, Sort, str], Entry]] = {}
    every: Iterable[Iterator[tuple[str, Entry]]] = (
        _state_entries(known, language), _organisation_entries(known, language),
        _other_entries(known, language),
    )  # fmt: skip
    for several in every:
        for name, entry in several:
            key = fold(name).rstrip()
            if key:
                names.setdefault(f" {key} ", {}).setdefault((entry.target, entry.sort, entry.written), entry)
    automaton = ahocorasick.Automaton()
    for key, found in names.items():
        entries = tuple(found.values())
        automaton.add_word(key, (min(len(key) - 2, max(len(entry.written) for entry in entries)), entries))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=8)
def scan(text: str, language: str) -> tuple[Hit, ...]:
    """Every known name in a text, in order, never overlapping; of two that overlap the longer one stands."""
    code = names_language(language)
    found = []
    for last, (length, entries) in _automaton(code).iter(f" {fold_text(text)} "):
        start = last - length - 1
        fitting = tuple([entry for entry in entries if entry.fits(text, start)])
        if fitting:
            end = start + max([len(entry.written) for entry in fitting])
            found.append(Hit(start, end, text[start:end], fitting))
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in found:
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    spots = knowledge().spots
    return tuple(
        hit
        for hit, following in zip_longest(kept, kept[1:])
        if hit is not None and not (_namesake(hit, text) or _elsewhere(hit, following, text, spots))
    )


def _elsewhere(hit: Hit, following: Hit | None, text: str, spots: Mapping[str, Spot]) -> bool:
    """Whether a city's name is that of another one, in the province behind it: "Paris, Texas"."""
    if following is None or text[hit.end : following.start] != ", ":
        return False
    around = [spots[one.target] for one in following.entries if one.sort is Sort.SPOT]
    if not any(one.kind == "region" and one.country for one in around):
        return False
    if following.entry(Sort.STATE, Sort.CAPITAL) is not None:
        return False
    known = [spots[one.target] for one in hit.entries if one.sort is Sort.SPOT]
    cities = [one for one in known if one.kind == "city"]
    return bool(cities) and {one.country for one in known}.isdisjoint(one.country for one in around)


_GIVEN, _HERE = "+", "="
_SHIPS = frozenset({"USS ", "HMS "})
_NAMED_AFTER = re.compile(r"[- ](?:(?:de|du|d')\s?)?[^\W\d_a-zà-ÿ]")
_NAMED_BEFORE = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.]*|\bM\.|\bde)[- ]$")


def _told(word: str, hit: Hit, text: str) -> bool:
    """Whether a row's words stand in a text; those with "=" only around the name itself."""
    if not word.startswith(_HERE):
        return word != _GIVEN and word in text
    phrase = word.removeprefix(_HERE)
    start = hit.start - phrase.find(hit.text)
    return start >= 0 and text.startswith(phrase, start)


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    path = data_path("gazetteer", "namesakes.csv")
    return {row.get("name"): row.many("words") for row in read_table(path, ("name", "words"))}


def _namesake(hit: Hit, text: str) -> bool:
    """Whether a name is a ship's ("USS Missouri"), or a US state's in this text ("Georgia" beside "Atlanta").

    A row with "+" is a given name, too, where another name stands beside it: « Maurice Faure ».
    """
    if text[max(0, hit.start - 4) : hit.start] in _SHIPS:
        return True
    words = _namesakes().get(hit.text)
    if words is None:
        return False
    return any(_told(word, hit, text) for word in words) or (
        _GIVEN in words
        and (_NAMED_AFTER.match(text, hit.end) or _NAMED_BEFORE.search(text[: hit.start][-20:])) is not None
    )
