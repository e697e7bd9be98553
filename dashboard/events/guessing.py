"""Acts that a date and somebody who acts tell though no word of ours does. Called by reading.

They are typed by who and where, hardly sure, and are left out wherever the clause may tell a life or a state.
"""

import re
from dataclasses import replace

from dashboard.events.attachment import Attachment
from dashboard.events.findings import Finding, find
from dashboard.events.kinding import conquered, fell
from dashboard.events.ontology import kinds
from dashboard.events.penalties import predicate
from dashboard.events.scenes import Scene
from dashboard.events.status import verb_group
from dashboard.events.triggers import Trigger
from dashboard.model import ActorKind, Granularity, TimeExpression

_TOLD = frozenset({"", "coord", "beside"})
"""How a clause may open that tells something for itself."""
_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
"""The score of a match, which is no act: "drew 0-0 with Uruguay"."""
_LEAST = 2
"""How many words behind its subject a clause must have to tell anything."""


def guesses(scene: Scene) -> list[Attachment]:
    """Each loose date of a scene with the act that its clause may tell, typed by who and where."""
    found: list[Attachment] = []
    for expression in scene.loose:
        trigger = _guess(scene, expression)
        again = any(
            one.trigger.head == (trigger and trigger.head) and _same_day(one.expression, expression)
            for one in found
        )
        if trigger is not None and not again:
            found.append(Attachment(trigger, expression, 0.0, "guess"))
    return found


def _same_day(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two dates begin on one day: "at five this morning, Easter or no Easter"."""
    return one.when is not None and other.when is not None and one.when.earliest == other.when.earliest


def _guess(scene: Scene, expression: TimeExpression) -> Trigger | None:
    parse, words = scene.parsed.parse, scene.parsed.sentence.words
    first, _ = scene.parsed.sentence.span(expression.start, expression.end)
    number = parse.clause_of[min(first, len(parse.clause_of) - 1)]
    clause = parse.clauses[number]
    told = [one.trigger for one in scene.attached if one.trigger.clause == number]
    aside = all(one.passive and not predicate(scene.parsed, one) for one in told)
    if clause.opener not in _TOLD or not aside:  # "Wong, sworn in on Monday, was in Fiji on Thursday"
        return None
    if first == 0 and expression.when and expression.when.granularity is Granularity.TIME:
        return None  # the clock time that heads an entry of a live page
    head = clause.finite[0] if clause.finite else _unknown_verb(scene, clause.tokens)
    if head is None:
        return None
    while (verb := parse.verbs.get(head + 1)) is not None and not verb.finite:
        head += 1  # "doit revoir", "a été reçu": what is done, not its helper
    trigger = Trigger(
        kinds()["act"], head, head + 1, noun=False, clause=number, used=frozenset({head}), text=words[head]
    )
    if _unfit(scene, trigger):
        return None
    finding = find(scene, trigger, "clause")
    code = _code(scene, trigger, finding)
    return replace(trigger, kind=kinds()[code]) if code else None


def _unknown_verb(scene: Scene, tokens: list[int]) -> int | None:
    """The token of a clause that ends as a verb of the past does and stands behind somebody named."""
    endings = scene.parsed.words.ordered["past_endings"]
    subjects = [one.last for one in scene.people if one.first in tokens]
    if not subjects or not endings:
        return None
    words = scene.parsed.sentence.words
    for i in tokens:
        if subjects[0] <= i <= subjects[0] + 4 and words[i].endswith(endings) and len(words[i]) > 4:
            return i
    return None


def _unfit(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb tells a life or a state, or is denied."""
    parsed = scene.parsed
    group = verb_group(parsed, trigger)
    tokens = parsed.parse.clauses[trigger.clause].tokens
    lemmas = {lemma for i in tokens if i in parsed.parse.verbs for lemma, _ in parsed.parse.verbs[i].readings}
    if lemmas & parsed.words.cues["life"] or any(_SCORE.fullmatch(parsed.sentence.words[i]) for i in tokens):
        return True
    start = group[0] if group else trigger.head
    return any(parsed.sentence.words[i] in parsed.words.cues["negations"] for i in tokens if i >= start)


def _code(scene: Scene, trigger: Trigger, finding: Finding) -> str:
    """The kind that who and where suggest, or ""."""
    if conquered(scene, trigger):
        return "invasion"
    if not finding.acts:
        return ""
    parsed = scene.parsed
    kinds_of = [scene.actors[one.actor].kind for one in finding.participants]
    people = kinds_of.count(ActorKind.PERSON)
    if fell(scene, trigger):
        return "invasion"
    verb = scene.parsed.parse.verbs.get(trigger.head)
    if verb and any(lemma in scene.parsed.words.cues["speaks_of"] for lemma, _ in verb.readings):
        return "statement"
    if people > 1:
        return "meeting"
    if people and finding.place:
        return "visit"
    tokens = parsed.parse.clauses[trigger.clause].tokens
    if any(parsed.sentence.words[i] in '«“"' for i in tokens):
        return "statement"
    verbs = [parsed.parse.verbs[i] for i in tokens if i in parsed.parse.verbs]
    dull = parsed.words.cues["be"] | parsed.words.cues["dull"]
    if verbs and all(lemma in dull for verb in verbs for lemma, _ in verb.readings):
        return ""
    behind = [i for i in tokens if i > trigger.head and i not in parsed.dated]
    return "act" if len(behind) > _LEAST else ""
