"""Acts told without a date: more words for events dated elsewhere, or nothing. Called by reading."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from dashboard.events.findings import find
from dashboard.events.lexicon import Lexicon
from dashboard.events.ontology import NOTHING, Kind
from dashboard.events.scenes import Scene, Undated
from dashboard.events.sentences import Sentence
from dashboard.events.status import read_status
from dashboard.events.triggers import Trigger
from dashboard.events.verbs import bare
from dashboard.model import (
    Actor,
    ActorKind,
    BlockKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    Status,
    When,
)

_SURE = 3
"""The least strength of kinds that are known again where they are told without a date."""
_ANY_DAY = When("../", None, date.max, Granularity.DAY)
"""The date of what is told without one, for its status."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A trigger without a date: more words for an event that is dated elsewhere, or nothing."""

    kind: Kind
    participants: tuple[Participation, ...]
    evidence: Evidence
    mode: str | None
    place: Place | None = None
    definite: bool = False


@dataclass(slots=True)
class _Known:
    """By what a dated act of a kind is known again unless it is definite: two of its people, its city."""

    people: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)


def told_again(
    scenes: Sequence[Scene],
    undated: Sequence[Undated],
    dated: Iterable[tuple[Event, Kind]],
    actors: Mapping[str, Actor],
) -> list[Echo]:
    """The undated acts of an article that may be among its dated ones."""
    known = _known(dated, actors)
    if not known:
        return []
    able = [*scenes, *(one.scene() for one in undated if _may_tell(one.sentence, one.words, known))]
    able.sort(key=lambda scene: scene.parsed.sentence.start)
    return [echo for scene in able for echo in _echoes(scene, known)]


def _known(dated: Iterable[tuple[Event, Kind]], actors: Mapping[str, Actor]) -> dict[str, _Known]:
    """By what the acts of each kind are known again, by the kind's code."""
    found: dict[str, _Known] = {}
    for event, kind in dated:
        if kind.strength < _SURE:
            continue
        known = found.setdefault(kind.code, _Known())
        people = (actors.get(one.actor) for one in event.participants)
        known.people |= {one.id for one in people if one is not None and one.kind is ActorKind.PERSON}
        if event.place is not None and event.place.kind not in ("country", "region"):
            known.cities.add(event.place.id)
    return found


def _may_tell(sentence: Sentence, words: Lexicon, codes: Container[str]) -> bool:
    """Whether the words of a sentence may tell an act of some kinds, whatever its clauses are."""
    said, present = (*sentence.words, ""), words.completing.intersection(sentence.words)
    for word, following in pairwise(said):
        for lemma, _ in words.verbs.get(bare(word, words), ()):
            known = words.patterns.get(lemma)
            if known and any(pattern.kind.code in codes for pattern in known.allowed(present)):
                return True
        nouns = words.nouns_before.get(word, {})
        if any(kind.code in codes for _, kind in nouns.get(following) or nouns.get("", ())):
            return True
    return False


def _echoes(scene: Scene, known: Mapping[str, _Known]) -> list[Echo]:
    """The undated acts of a scene that may be told with a date elsewhere: those of known kinds, by two."""
    if len(scene.people) < 2 or scene.parsed.sentence.kind is BlockKind.CAPTION:
        return []
    spoken_for = scene.spoken_for
    found = []
    for trigger in scene.parsed.triggers:
        able = known.get(trigger.kind.code)
        if able is None or trigger.head in spoken_for or trigger.kind is NOTHING:
            continue
        definite = _definite(scene, trigger)
        if not (definite or _points_at(scene, able)):
            continue
        status, _ = read_status(scene.parsed, trigger, _ANY_DAY, scene.article.published)
        if status is not Status.HAPPENED:
            continue
        finding = find(scene, trigger, "clause")
        if len(finding.participants) >= 2:
            found.append(
                Echo(
                    trigger.kind, finding.participants, scene.quote(None, "told again"), finding.mode,
                    finding.place, definite,
                )
            )  # fmt: skip
    return found


def _points_at(scene: Scene, known: _Known) -> bool:
    """Whether a scene names two of the people of such an act, or its city."""
    people = known.people.intersection(one.mention.target or "" for one in scene.people)
    return len(people) > 1 or not known.cities.isdisjoint(one.mention.target or "" for one in scene.spots)


def _definite(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun speaks of an act that the reader knows: "the call", "leur rencontre"."""
    start, words = min(trigger.used), scene.parsed.sentence.words
    known = scene.parsed.words.cues["known_by"]
    return trigger.noun and not known.isdisjoint(words[max(0, start - 3) : start])
