"""Acts told without a date: more words for events dated elsewhere, or nothing. Called by reading."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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
from dashboard.model import ActorKind, BlockKind, Evidence, Granularity, Participation, Place, Status, When

SURE = 3
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


def told_again(scenes: Sequence[Scene], undated: Sequence[Undated], codes: Collection[str]) -> list[Echo]:
    """The undated acts of an article that may be told with a date elsewhere, as acts of some kinds."""
    able = [*scenes, *(one.scene() for one in undated if _may_tell(one.sentence, one.words, codes))]
    able.sort(key=lambda scene: scene.parsed.sentence.start)
    return [echo for scene in able for echo in _echoes(scene, codes)]


def _may_tell(sentence: Sentence, words: Lexicon, codes: Collection[str]) -> bool:
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


def _echoes(scene: Scene, codes: Collection[str]) -> list[Echo]:
    """The undated acts of a scene that may be told with a date elsewhere: those of some kinds, by two."""
    if len(scene.people) < 2 or scene.parsed.sentence.kind is BlockKind.CAPTION:
        return []
    spoken_for = {a.trigger.head for a in scene.attached}
    found = []
    for trigger in scene.parsed.triggers:
        idle = trigger.kind.strength < SURE or trigger.kind is NOTHING
        if trigger.head in spoken_for or idle or trigger.kind.code not in codes:
            continue
        definite = _definite(scene, trigger)
        if not (definite or scene.spots or _persons(scene)):
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


def _persons(scene: Scene) -> bool:
    """Whether a scene names two persons, by whom an act without a place is known again."""
    known = (scene.actors.get(one.mention.target or "") for one in scene.people)
    return len({one.id for one in known if one is not None and one.kind is ActorKind.PERSON}) > 1


def _definite(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun speaks of an act that the reader knows: "the call", "leur rencontre"."""
    start, words = min(trigger.used), scene.parsed.sentence.words
    known = scene.parsed.words.cues["known_by"]
    return trigger.noun and not known.isdisjoint(words[max(0, start - 3) : start])
