"""Deeds that a saying tells: "said on Sunday it had cut ties", "has cut ties, the ministry said on Sunday".

News dates what it tells by the day on which it was said. Called by reading.
"""

from dataclasses import replace

from dashboard.events.belonging import lineage
from dashboard.events.contents import with_content
from dashboard.events.findings import Finding, find
from dashboard.events.penalties import inverted, predicate
from dashboard.events.scenes import Scene
from dashboard.events.status import negated, read_status, verb_group
from dashboard.events.triggers import Trigger
from dashboard.model import Participation, Status, When

_SAYINGS = frozenset({"statement", "announcement", "report", "decision"})
"""Kinds of verbs that only say what they hold."""
_OWN = frozenset(
    {"AGREE", "SUPPORT", "COOPERATE", "AID", "RETREAT", "RESUME", "ACCUSE", "REJECT", "SANCTION", "SUSPEND"}
)
"""Types that somebody says of himself on the day that he does them, or nearly."""
_BY_WORD = frozenset({"SANCTION", "SUSPEND"})
"""Types that are done by saying that they will be."""
_READ_OUT = _OWN | {"CONSULT", "APPOINT", "MOBILIZE", "ASSAULT", "COERCE"}
"""Types that a ministry tells of on the day."""


def deed_told(scene: Scene, trigger: Trigger, when: When) -> tuple[Trigger, Finding] | None:
    """The deed that a saying tells, and who takes part in it; None where it tells none that is its own."""
    if trigger.noun or trigger.kind.code not in _SAYINGS or not predicate(scene.parsed, trigger):
        return None
    if negated(scene.parsed, trigger):
        return None
    spoken_for = scene.spoken_for
    for deed in scene.parsed.triggers:
        if (
            deed.noun
            or deed.kind.strength < _SURE
            or deed.head in spoken_for
            or not _bare(scene, trigger, deed)
        ):
            continue
        done = _done(scene, trigger, deed, when)
        if done is None:
            continue
        told = _held(scene, trigger, deed) if deed.kind.type in _OWN else None
        if told is None and done and deed.kind.type in _READ_OUT and _ahead(scene, trigger, deed):
            before = [one for one in scene.people if one.first < _cut(scene, trigger)]
            told = find(replace(scene, people=before), deed, "clause")
            if deed.passive and deed.kind.type in _BY_WORD and not _doers(deed, told):
                told = _by_speaker(scene, trigger, deed, told)
        if told is not None and _doers(deed, told):
            return deed, told
    return None


def _doers(deed: Trigger, told: Finding) -> list[Participation]:
    """Those who did a deed."""
    return [one for one in told.participants if one.role is deed.kind.subject]


def _by_speaker(scene: Scene, trigger: Trigger, deed: Trigger, told: Finding) -> Finding:
    """Who takes part in a deed that only its speaker can have done: « X a été expulsé, a annoncé Oslo »."""
    known = {one.actor for one in told.participants}
    saying = find(scene, trigger, "clause").participants
    speakers = [
        replace(one, role=deed.kind.subject)
        for one in saying
        if one.role is trigger.kind.subject and one.actor not in known
    ]
    return replace(told, participants=(*speakers, *told.participants))


_SURE = 2
"""The strength of the kinds that say enough without a date of their own."""


def _bare(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether a deed's clause has no date of its own, and is nobody's very words."""
    tokens = scene.parsed.parse.clauses[deed.clause].tokens
    if deed.clause == trigger.clause:
        tokens = [i for i in tokens if i < trigger.head]
    return not scene.parsed.sentence.in_speech(deed.head) and scene.parsed.dated.isdisjoint(tokens)


def _done(scene: Scene, trigger: Trigger, deed: Trigger, when: When) -> bool | None:
    """Whether a deed is told as done ("had cut ties"), or as one done by saying so ("would cut ties").

    None where it is neither.
    """
    if not predicate(scene.parsed, deed) or _lasts(scene, trigger, deed):
        return None
    status, _ = read_status(scene.parsed, deed, when, scene.article.published)
    if status not in (Status.HAPPENED, Status.PLANNED):
        return None
    group = verb_group(scene.parsed, deed)
    must = scene.parsed.sentence.words[min(group, default=deed.head) - 1]
    if must in scene.parsed.words.cues["obliging"]:
        return None  # "X must step down, Y said"
    ahead = {"future", "conditional"} & {t for i in group for t in scene.parsed.parse.verbs[i].tenses}
    if ahead or ("infinitive" in deed.tenses and group[:1] != [deed.head]):
        return False if ahead and deed.kind.type in _BY_WORD and not _hangs_on_if(scene, deed) else None
    return True if status is Status.HAPPENED else None


def _lasts(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether French words tell what goes on, and no deed: « a affirmé lundi que le texte éloignait »."""
    if scene.parsed.words.cues["infinitive_marks"] or "present" in trigger.tenses:
        return False
    return not deed.tenses.isdisjoint(_LASTING) and "participle" not in deed.tenses


_LASTING = frozenset({"present", "imperfect"})


def _hangs_on_if(scene: Scene, deed: Trigger) -> bool:
    """Whether a condition stands behind a deed: "says that he will withdraw from the deal if elected"."""
    parsed = scene.parsed
    if not parsed.may_have("conditionals"):
        return False
    behind = " ".join(parsed.sentence.words[deed.head :])
    return parsed.words.phrases("conditionals").pattern.search(behind) is not None


def _held(scene: Scene, trigger: Trigger, deed: Trigger) -> Finding | None:
    """Who does a deed that its speaker tells as his own: "said it had expelled"; None where it is not."""
    structure, words, cues = scene.parsed.parse, scene.parsed.sentence.words, scene.parsed.words.cues
    clause = structure.clauses[deed.clause]
    if _in_the_past(scene, trigger, deed):
        return with_content(scene, trigger, deed, find(scene, trigger, "clause"))
    if clause.opener != "sub" or clause.parent != trigger.clause or deed.head < trigger.head:
        return None
    start, first = min(clause.tokens), min(clause.finite, default=deed.head)
    if words[start] in cues["subordinators"] - cues["told_that"]:
        return None  # "spoke when it had expelled"
    saying = find(scene, trigger, "clause")
    start += words[start] in cues["told_that"]
    himself = cues["pronouns"] if cues["infinitive_marks"] else cues["subject_pronouns"]
    if any(words[i] in himself for i in range(start, first)) or _own_state(scene, start, first):
        return with_content(scene, trigger, deed, saying)
    speakers = {one.actor for one in saying.participants if one.role is trigger.kind.subject}
    kin = {other for one in speakers for other in lineage(one, scene.actors)}
    own = find(scene, deed, "clause")
    named = [one.mention.target or "" for one in scene.people if start <= one.first < first]
    if deed.kind.frame == "shared":  # "said that talks with Chad had failed"
        named = [one.actor for one in own.participants] if len(own.participants) > 1 else []
    return own if any(kin & set(lineage(one, scene.actors)) for one in named) else None


def _in_the_past(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether a helper in the infinitive right behind a saying tells a deed: « a dit avoir expulsé »."""
    verbs, helpers = scene.parsed.parse.verbs, scene.parsed.words.cues["helpers"]
    if scene.parsed.words.cues["infinitive_marks"] or deed.clause != trigger.clause:
        return False
    behind = (i for i in range(trigger.end, deed.head + 1) if i not in scene.parsed.dated)
    helper = next((i for i in behind if i in verbs), deed.head)
    helps = any(lemma in helpers for lemma, _ in verbs[helper].readings)
    near = all(i in scene.parsed.dated or i in verbs for i in range(trigger.end, helper))
    return helps and near and "infinitive" in verbs[helper].tenses and deed.head - helper <= _PERFECT


_PERFECT = 3
"""How far behind its helper a participle stands: « avoir, lui aussi, expulsé »."""


def _own_state(scene: Scene, start: int, first: int) -> bool:
    """Whether a told clause begins with what its speaker serves: "said the government had expelled"."""
    words, cues = scene.parsed.sentence.words, scene.parsed.words.cues
    subject = words[start:first]
    while subject and subject[-1] in scene.parsed.words.verbs:
        subject = subject[:-1]
    plain = len(subject) == _SUBJECT and subject[0] in cues["known_by"] and subject[1] in cues["own_state"]
    return plain and not any(start <= one.first < first for one in scene.people)


_SUBJECT = 2
"""How many words "the government" has."""


def _ahead(scene: Scene, trigger: Trigger, deed: Trigger) -> bool:
    """Whether a saying closes the sentence that tells a deed: "has expelled two, the ministry said"."""
    structure, words = scene.parsed.parse, scene.parsed.sentence.words
    cut = _cut(scene, trigger)
    if deed.clause != 0 or not deed.head < cut < trigger.head:
        return False
    own = verb_group(scene.parsed, trigger)
    if ";" in words[deed.head : cut] or any(
        i in structure.verbs and i not in own for i in range(cut, trigger.head)
    ):
        return False
    behind = [i for i in range(trigger.end, len(words)) if i not in scene.parsed.dated]
    told = any(i in structure.verbs for i in behind)
    turned = not told and inverted(scene.parsed, trigger.head)
    return len(behind) <= (_SPEAKER if turned else _TAIL)


def _cut(scene: Scene, trigger: Trigger) -> int:
    """Where the last comma before a saying stands, or -1."""
    words = scene.parsed.sentence.words
    return next((i for i in range(trigger.head - 1, -1, -1) if words[i] == ","), -1)


_TAIL = 4
"""How many words may follow a saying that closes its sentence, its date not counted."""
_SPEAKER = 16
"""The same where who speaks stands behind it: « a annoncé lundi le ministre de la Défense »."""
