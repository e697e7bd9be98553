"""Whom the names in an imported row mean: actors of the affair, then of the gazetteer, else new ones.

Called by ``gathering``.
"""

import hashlib
import re
from dataclasses import dataclass, field

from dashboard.actors import find_actors
from dashboard.formats.cells import Cells
from dashboard.formats.rows import NAMES, at, split
from dashboard.gazetteer.folding import fold_key
from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Participation,
    Place,
    Role,
    Timeline,
)
from dashboard.places import find_places
from dashboard.wording import role_code

_ID = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Cast:
    """The actors of one import. ``known`` is the affair's timeline; names are in ``language``."""

    known: Timeline
    language: str
    found: dict[str, Actor] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for actor in self.known.actors.values():
            for name in (*actor.names.values(), *actor.aliases):
                self._by_name.setdefault(fold_key(name), actor.id)

    def participants(self, cells: Cells) -> tuple[Participation, ...]:
        """Who takes part by a row's actors, roles and functions."""
        names = split(cells.get("actors"), NAMES)
        ids, kinds = split(cells.get("actor_ids"), NAMES), split(cells.get("actor_kinds"), NAMES)
        roles, titles = split(cells.get("roles"), NAMES), split(cells.get("functions"), NAMES)
        for column, parts in (("roles", roles), ("actor_ids", ids), ("actor_kinds", kinds)):
            if len(parts) > len(names):
                cells.note(column, "there are more of these than actors; the last ones were ignored")
        found = []
        for place, name in enumerate(names):
            if not name:
                continue
            part = Cells(
                {"roles": at(roles, place), "actor_kinds": at(kinds, place)}, cells.note, self.language
            )
            kind = part.choice("actor_kinds", ActorKind, ActorKind.ORGANISATION)
            actor = self.actor(name, at(ids, place), kind if at(kinds, place) else None)
            found.append(
                Participation(
                    actor, part.choice("roles", Role, Role.PARTICIPANT, role_code), at(titles, place)
                )
            )
        return tuple(found)

    def actor(self, name: str, actor_id: str = "", kind: ActorKind | None = None) -> str:
        """The id of the actor that a name means; a given id wins, and a new actor is made for it."""
        if actor_id and actor_id in self.known.actors:
            return self._take(self.known.actors[actor_id])
        if actor_id in self.found:
            return actor_id
        if not actor_id:
            if (held := self._by_name.get(fold_key(name))) is not None:
                return held if held in self.found else self._take(self.known.actors[held])
            if (known := self._of_the_world(name)) is not None and kind in {None, known.kind}:
                return self._take(known)
        made = Actor(actor_id or self._new_id(name), kind or ActorKind.ORGANISATION, {self.language: name})
        return self._take(made)

    def _take(self, actor: Actor) -> str:
        self.found[actor.id] = actor
        for name in actor.names.values():
            self._by_name.setdefault(fold_key(name), actor.id)
        parent = self.known.actors.get(actor.affiliation or "")
        if parent and parent.id not in self.found:
            self._take(parent)
        return actor.id

    def _of_the_world(self, name: str) -> Actor | None:
        """The actor of the gazetteer whose name this is, whole, if there is one."""
        reading = find_actors(_page(name, self.language))
        for mention in reading.mentions:
            actor = reading.actors.get(mention.target or "")
            if actor and (mention.start, mention.end) == (0, len(name)):
                parent = reading.actors.get(actor.affiliation or "")
                if parent and parent.id not in self.found:
                    self._take(self.known.actors.get(parent.id, parent))
                return actor
        return None

    def place(self, name: str) -> Place | None:
        """The place of the gazetteer whose name this is, whole, if there is one."""
        reading = find_places(_page(name, self.language))
        whole = [each.target for each in reading.mentions if (each.start, each.end) == (0, len(name))]
        return reading.places.get(whole[0] or "") if whole else None

    def _new_id(self, name: str) -> str:
        plain = _ID.sub("-", fold_key(name)).strip("-")
        made = plain or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
        taken = made in self.found or made in self.known.actors
        return f"{made}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:6]}" if taken else made


def _page(name: str, language: str) -> Article:
    return Article("name", name, (Block(BlockKind.BODY, 0, len(name)),), language=language)
