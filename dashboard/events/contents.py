"""The deed that an announcement, a decision, an answer or a signed order is about. Called by reading."""

from dataclasses import replace

from dashboard.events.belonging import lineage
from dashboard.events.findings import Finding, find
from dashboard.events.mentioned import went_before
from dashboard.events.ontology import types
from dashboard.events.scenes import Scene
from dashboard.events.triggers import Trigger
from dashboard.model import ActorKind, Participation, Role

_DEEDS = frozenset({"material-cooperation", "material-conflict"})

_ABOUT = frozenset({"rel", "relobj"})
"""How a clause opens that tells more of something named rather than what was announced."""

_SIGNED = frozenset({"agreement", "ratification", "decision", "order", "announcement", "statement"})
"""Kinds that a verb may be of whose object is an order: "sign a decree"."""

_ORDER = 8
"""How many words behind the verb the order may stand that somebody signs."""


def _in_doing(scene: Scene, trigger: Trigger, other: Trigger) -> bool:
    """Whether a verb tells by what another was done: « riposté en expulsant »."""
    before = scene.parsed.sentence.words[other.head - 1]
    marked = before in scene.parsed.words.cues["gerund_marks"] and "gerund" in other.tenses
    return marked and other.clause == trigger.clause


def _spelled_out(scene: Scene, trigger: Trigger, other: Trigger) -> bool:
    """Whether a verb behind a colon tells how somebody answered: « a réagi le soir même : elle a fermé »."""
    between = scene.parsed.sentence.words[trigger.end : other.head]
    marked = ":" in between and not {";", "«"} & set(between) and not other.noun
    return marked and types()[other.kind.type].quad in _DEEDS


def _means(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The deed by which somebody answers: « a riposté en expulsant dix diplomates »."""
    parse, cues = scene.parsed.parse, scene.parsed.words.cues
    verb = parse.verbs.get(trigger.head)
    if trigger.noun or verb is None or not any(lemma in cues["replies"] for lemma, _ in verb.readings):
        return None
    spoken_for = scene.spoken_for
    return next(
        (
            other
            for other in scene.parsed.triggers
            if other.head > trigger.head and other.head not in spoken_for
            and (_in_doing(scene, trigger, other) or _spelled_out(scene, trigger, other))
        ),
        None,
    )  # fmt: skip


def _ordered(scene: Scene, trigger: Trigger) -> Trigger | None:
    """What an order does that somebody signs: "signed an executive order imposing sanctions on Iran"."""
    if trigger.noun or trigger.kind.code not in _SIGNED:
        return None
    parsed = scene.parsed
    words, papers, verbs = parsed.sentence.words, parsed.words.cues["orders"], parsed.parse.verbs
    near = range(trigger.head + 1, min(trigger.head + _ORDER, len(words)))
    paper = next((i for i in near if words[i] in papers), None)
    if paper is None:
        return None
    small = parsed.words.cues["adjuncts"] | parsed.words.cues["determiners"] | parsed.words.cues["weekdays"]
    skipped = (i for i in range(paper + 1, len(words)) if i not in parsed.dated and words[i] not in small)
    head = next(skipped, len(words))
    doing = head in verbs and "gerund" in verbs[head].tenses
    return next((one for one in parsed.triggers if doing and one.head == head and not one.noun), None)


def _alone_agreed(scene: Scene, trigger: Trigger) -> bool:
    """Whether one body agrees with nobody, which is to decide: "NATO agreed to suspend the treaty"."""
    verb = scene.parsed.parse.verbs.get(trigger.head)
    if (
        trigger.noun
        or verb is None
        or scene.parsed.words.cues["agrees"].isdisjoint(lemma for lemma, _ in verb.readings)
    ):
        return False
    words, marks = scene.parsed.sentence.words, scene.parsed.words.cues["infinitive_marks"]
    if marks.isdisjoint(words[trigger.head + 1 : trigger.head + 1 + _TO]):
        return False
    parties = find(scene, trigger, "clause").participants
    told = [one for one in parties if one.role is trigger.kind.subject]
    return len(told) == 1 and scene.actors[told[0].actor].kind is not ActorKind.PERSON


_TO = 7
"""How many words behind "agreed" the "to" may stand that says to do what: "agreed on Tuesday to"."""


def content_of(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The deed that an announcement or decision is about: "announced that it would expel ten diplomats"."""
    if (means := _means(scene, trigger)) is not None:
        return means
    if (ordered := _ordered(scene, trigger)) is not None:
        return ordered
    if trigger.kind.code not in ("announcement", "decision") and not _alone_agreed(scene, trigger):
        return None
    spoken_for = scene.spoken_for
    for other in scene.parsed.triggers:
        if other.head <= trigger.head or other.head in spoken_for or other.kind.strength < 3:
            continue
        clause = scene.parsed.parse.clauses[other.clause]
        told = trigger.clause in scene.parsed.parse.chain(other.clause) and clause.opener not in _ABOUT
        inside = other.clause == trigger.clause or told
        done = other.tenses <= {"past", "participle"} and not other.noun and not other.passive
        if _answered(scene, trigger, other):
            return None  # "published a paper that demanded a withdrawal"
        if _of_another(scene, trigger, other):
            continue
        if trigger.noun and went_before(scene.parsed, other, trigger.end):
            return None
        if _only_wished(scene, trigger, other):
            return None
        if inside and not done and types()[other.kind.type].quad in _DEEDS:
            return None if _anothers_doing(scene, trigger, other) else other
    return None


def _only_wished(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether somebody only says that he would like to: « a annoncé son souhait de retirer les soldats »."""
    between = scene.parsed.sentence.words[trigger.end : deed.head]
    return deed.tenses == {"infinitive"} and not scene.parsed.words.cues["wishing"].isdisjoint(between)


def _anothers_doing(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether what is announced goes on and is another's doing: "disclosed that Iran was massing tanks"."""
    if deed.noun or "gerund" not in deed.tenses or deed.clause == trigger.clause:
        return False
    words, clause = scene.parsed.sentence.words, scene.parsed.parse.clauses[deed.clause]
    if any(words[i] in scene.parsed.words.cues["pronouns"] for i in clause.tokens if i < deed.head):
        return False  # "announced that they were leaving"
    saying = find(scene, trigger, "clause").participants
    speakers = {one.actor for one in saying if one.role is trigger.kind.subject}
    doing = {one.actor for one in find(scene, deed, "clause").participants if one.role is deed.kind.subject}
    kin = {other for one in speakers for other in lineage(one, scene.actors)}
    return bool(speakers and doing) and not any(kin & set(lineage(one, scene.actors)) for one in doing)


def _answered(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether a verb that demands or rejects a deed stands between it and what announces it."""
    return any(
        not one.noun and trigger.head < one.head < deed.head and one.clause == deed.clause
        and one.kind.type in _UNDONE
        for one in scene.parsed.triggers
    )  # fmt: skip


def _of_another(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether a noun only tells what another deed is about: "decided to step up the watch on the attacks"."""
    parsed, first = scene.parsed, min(deed.used)
    words, cues = parsed.sentence.words, parsed.words.cues
    lead = words[max(trigger.end, first - _LED) : first]
    about = cues["of_words"] | cues["about_words"]
    verbs = (parsed.parse.verbs.get(i) for i in range(trigger.end, first))
    leading = [lemma for verb in verbs if verb is not None for lemma, _ in verb.readings]
    apart = bool(leading) and not cues["conducts"].intersection(leading)
    return deed.noun and apart and not about.isdisjoint(lead)


_LED = 2
"""How many words before a noun the preposition may stand that ties it to another."""
_UNDONE = frozenset({"DEMAND", "REJECT", "ACCUSE"})
"""Types of verbs whose object need not be done."""


def _named(scene: Scene, trigger: Trigger, content: Trigger, deed: Finding) -> list[Participation]:
    """Those whom a told clause of its own names as who does its deed: « a dit que le Pérou partirait »."""
    parsed = scene.parsed
    clause = parsed.parse.clauses[content.clause]
    if content.noun or content.passive or clause.opener != "sub" or content.head < trigger.head:
        return []
    if parsed.sentence.words[min(clause.tokens)] not in parsed.words.cues["told_that"]:
        return []
    first = min(clause.finite, default=content.head)
    told = {
        one.mention.target
        for one in scene.people
        if min(clause.tokens) < one.first < first and one.mention.form != "pronoun"
    }
    return [one for one in deed.participants if one.role is content.kind.subject and one.actor in told]


def with_content(scene: Scene, trigger: Trigger, content: Trigger, finding: Finding) -> Finding:
    """The finding of an announcement, its speaker as the one who acts and the deed's targets added."""
    deed = find(scene, content, "clause")
    if content.passive and content.kind.frame == "shared" and _between(deed):
        return deed  # "announced that a truce had been reached between A and B"
    doers = _named(scene, trigger, content, deed)
    kin = {other for one in doers for other in lineage(one.actor, scene.actors)}
    speakers = [
        replace(one, role=content.kind.subject)
        for one in finding.participants
        if one.role in (trigger.kind.subject, content.kind.subject)
    ]
    if doers:  # "A's minister announced that A would leave", "Washington announced that A would leave"
        speakers = [one for one in speakers if kin & set(lineage(one.actor, scene.actors))]
        told = {one.actor for one in speakers}
        speakers += [one for one in doers if one.actor not in told]
    known = {one.actor for one in speakers}
    shared = content.kind.frame == "shared" and bool(known)  # "said it was restoring ties with A"
    targets = [
        one for one in deed.participants
        if one.actor not in known and (shared or one.role is not content.kind.subject)
    ]  # fmt: skip
    return Finding((*speakers, *targets), finding.acts, deed.place or finding.place, content.kind.mode)


def _between(deed: Finding) -> bool:
    """Whether a shared deed has its own parties."""
    return sum(one.role is Role.PARTICIPANT for one in deed.participants) > 1
