"""Who is there, too: those invited beside an act, those met on a visit, those told to have been at talks.

Called by findings.
"""

from dashboard.events.belonging import lineage
from dashboard.events.casting import cast
from dashboard.events.scenes import Scene
from dashboard.events.status import negated, verb_group
from dashboard.events.triggers import Trigger
from dashboard.model import Participation, Role

TALK = frozenset({"meeting", "talks", "discussion", "conversation", "call"})
"""Kinds of meetings that are talk."""


def invited(
    scene: Scene, trigger: Trigger, participants: tuple[Participation, ...]
) -> tuple[Participation, ...]:
    """The participants with those whom a clause beside it says to be invited."""
    spoken_for = scene.spoken_for
    known = {one.actor for one in participants}
    for other in scene.parsed.triggers:
        if other.kind.type != "INVITE" or other.head in spoken_for or other.clause == trigger.clause:
            continue
        tokens = frozenset(scene.parsed.parse.clauses[other.clause].tokens)
        nobody = scene.parsed.words.cues["negating_determiners"]
        if negated(scene.parsed, other) or any(scene.parsed.sentence.words[i] in nobody for i in tokens):
            continue  # "X met Y; no Ukrainians were invited"
        guests, _ = cast(
            scene.parsed, other, tokens, scene.people, scene.actors, narrow=False,
        )  # fmt: skip
        new = [one for one in guests if one.role is Role.TARGET and one.actor not in known]
        participants = (*participants, *new)
    return participants


def met_there(
    scene: Scene, trigger: Trigger, participants: tuple[Participation, ...]
) -> tuple[Participation, ...]:
    """The participants of a visit with those met there: "flew to Oslo and met X", "where X received her"."""
    spoken_for = scene.spoken_for
    known = {one.actor for one in participants}
    words = scene.parsed.sentence.words
    for other in scene.parsed.triggers:
        tokens = scene.parsed.parse.clauses[other.clause].tokens
        where = any(words[i] in scene.parsed.words.cues["where_words"] for i in tokens[:2])
        if other.kind.type != "CONSULT" or other.head in spoken_for or other.head < trigger.head:
            continue
        if not where and not _then_met(scene, trigger, other):
            continue
        met, _ = cast(scene.parsed, other, frozenset(tokens), scene.people, scene.actors, narrow=False)
        new = (Participation(one.actor, Role.PARTICIPANT, one.title) for one in met if one.actor not in known)
        participants = (*participants, *new)
    return participants


def _then_met(scene: Scene, trigger: Trigger, other: Trigger) -> bool:
    """Whether a visitor's next act is to meet somebody: "flew to Oslo on Monday and met the king"."""
    clause = scene.parsed.parse.clauses[other.clause]
    opens = clause.tokens[1:2] == [other.head] or clause.tokens[1:2] == verb_group(scene.parsed, other)[:1]
    own = opens and clause.opener == "coord"
    told = other.kind.code in TALK and not other.noun and scene.parsed.dated.isdisjoint(clause.tokens)
    return own and told and clause.parent == scene.parsed.parse.clauses[trigger.clause].parent


def present(
    scene: Scene, trigger: Trigger, participants: tuple[Participation, ...]
) -> tuple[Participation, ...]:
    """The participants of talks with who is told to have been there: « où l'attendait X », "where X sat"."""
    parse, words, cues = scene.parsed.parse, scene.parsed.sentence.words, scene.parsed.words.cues
    known = {name for one in participants for name in lineage(one.actor, scene.actors)}
    for clause in parse.clauses[trigger.clause + 1 :]:
        opens = clause.parent == trigger.clause and clause.tokens and min(clause.tokens) >= trigger.end
        where = opens and any(words[i] in cues["there_words"] for i in clause.tokens[:2])
        verbs = [parse.verbs[i] for i in clause.tokens if i in parse.verbs]
        attends = any(lemma in cues["attends"] for verb in verbs for lemma, _ in verb.readings)
        tight = opens and words[min(clause.tokens) - 1] in cues["place_words"]  # "a dinner at which"
        if not where or not (attends or tight) or not scene.parsed.dated.isdisjoint(clause.tokens):
            continue
        for one in scene.people:
            target = one.mention.target or ""
            acts = one.first in clause.tokens and one.mention.form in ("name", "alias", "metonym", "role")
            if acts and one.mention.rule not in ("venue", "in role") and target not in known:
                known.add(target)
                participants = (*participants, Participation(target, Role.PARTICIPANT, one.mention.role))
    return participants
