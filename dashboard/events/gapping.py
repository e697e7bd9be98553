"""Acts told with one verb for several dates, each with its own party: "A expelled ten on Monday and B six on
Tuesday", "met A on Monday and B on Tuesday". Called by reading.
"""

from dataclasses import replace
from itertools import pairwise

from dashboard.events.attachment import Attachment
from dashboard.events.scenes import Scene
from dashboard.events.triggers import Trigger
from dashboard.model import Participation


def own_part(scene: Scene, attachment: Attachment) -> tuple[Scene, bool]:
    """The scene with what is told of this date alone, and whether its party acts rather than suffers."""
    trigger = attachment.trigger
    mates = sorted(
        (one.expression for one in scene.attached if one.trigger.head == trigger.head),
        key=lambda expression: expression.start,
    )
    if len(mates) < 2 or attachment.expression not in mates:
        return scene, False
    spans = [scene.parsed.sentence.span(one.start, one.end) for one in mates]
    if trigger.noun or (len(spans) > 1 and spans[1][0] < trigger.head):
        return scene, False
    cuts = [_cut(scene, max(one[1], trigger.end), other[0]) for one, other in pairwise(spans)]
    parts = list(pairwise([trigger.head, *cuts, _end(scene, spans[-1][1])]))
    if not all(_parties(scene, part) for part in parts[1:]):
        return scene, False  # "on Monday and on Tuesday": the same act twice
    number = mates.index(attachment.expression)
    acts = number > 0 and not _parties(scene, parts[0])
    left = 0 if not acts else trigger.end
    inside = {*range(left, trigger.end), *range(*parts[number])}
    people = [one for one in scene.people if one.first in inside]
    spots = [one for one in scene.spots if one.first in inside]
    return replace(scene, people=people, spots=spots), acts


def _cut(scene: Scene, start: int, end: int) -> int:
    """Where the part of the next date begins: at a comma right behind the last, at "and", at a comma."""
    words, links = scene.parsed.sentence.words, scene.parsed.words.cues["coordinators"]
    if start < end and words[start] == ",":
        return start  # "Bahrain did so that night, Kuwait and the Emirates the next day"
    for marks in (links, frozenset({","})):
        found = next((i for i in range(start, end) if words[i] in marks), None)
        if found is not None:
            return found
    return start


def _end(scene: Scene, last: int) -> int:
    """Where what is told of the last date ends."""
    words = scene.parsed.sentence.words
    return next((i for i in range(last, len(words)) if words[i] in ",;:"), len(words))


def _parties(scene: Scene, part: tuple[int, int]) -> bool:
    return any(part[0] <= one.first < part[1] for one in scene.people)


def as_subjects(trigger: Trigger, parties: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """The parties of an act whose verb is left out, as those who act: "and London six"."""
    return tuple(
        replace(one, role=trigger.kind.subject) if one.role is trigger.kind.object else one for one in parties
    )
