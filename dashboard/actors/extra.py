"""A user's own actors: ``--actors my.csv``.

Columns: ``name`` (required), ``id``, ``kind`` (see ``ActorKind``), ``aliases`` (``|`` between),
``affiliation`` (an id), ``wikidata`` (Q...). Called by the events room and the command line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ahocorasick

from dashboard.gazetteer import Row, fold, fold_key, read_table
from dashboard.gazetteer.knowledge import LANGUAGES
from dashboard.model import Actor, ActorKind

COLUMNS = ("id", "kind", "aliases", "affiliation", "wikidata")
"""The columns that may be left out."""


@dataclass(frozen=True, slots=True)
class Extra:
    """One row: the actor, and the names that are looked for."""

    actor: Actor
    names: tuple[str, ...]


def load_extra(path: str | Path) -> tuple[Extra, ...]:
    """The rows of a user's CSV file of actors. Raises DataFileError that names the line."""
    found: dict[str, Extra] = {}
    for row in read_table(Path(path), ("name",), optional=COLUMNS):
        one = _extra(row)
        if one.actor.id in found:
            raise row.fault(f"the id {one.actor.id!r} stands twice")
        found[one.actor.id] = one
    return tuple(found.values())


def _extra(row: Row) -> Extra:
    name, wikidata = row.get("name"), row.get("wikidata")
    kinds = [kind.value for kind in ActorKind]
    kind = row.get("kind") or ActorKind.ORGANISATION.value
    if kind not in kinds:
        raise row.fault(f"the kind {kind!r} is unknown: use one of {', '.join(kinds)}")
    if wikidata and not (wikidata[0] == "Q" and wikidata[1:].isdigit()):
        raise row.fault(f"the wikidata id {wikidata!r} must look like Q7184")
    slug = "-".join(fold_key(name).split())
    if not slug:
        raise row.fault(f"the name {name!r} has no letters")
    aliases = row.many("aliases")
    actor = Actor(
        row.get("id") or slug, ActorKind(kind), dict.fromkeys(LANGUAGES, name), aliases,
        row.get("affiliation") or None, "", wikidata or None,
    )  # fmt: skip
    return Extra(actor, (name, *aliases))


def find_extra(text: str, extra: Sequence[Extra]) -> list[tuple[int, int, Extra]]:
    """Where a text has a name of the rows: (start, end, row), whole words, never overlapping."""
    automaton = ahocorasick.Automaton()
    for row in extra:
        for name in row.names:
            if key := fold_key(name):
                automaton.add_word(f" {key} ", (len(fold(name).strip()), name, row))
    if not len(automaton):
        return []
    automaton.make_automaton()
    found = []
    for last, (length, name, row) in automaton.iter(f" {fold(text)} "):
        start = last - length - 1
        if not name[0].isupper() or text[start].isupper():
            found.append((start, start + length, row))
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[tuple[int, int, Extra]] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept
