"""The verb that governs a trigger: "urged him to leave", "accused of attacking".

Called by attachment (what a trigger yields to it), casting and status.
"""

from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger


def governed(trigger: Trigger, parsed: Parsed) -> bool:
    """Whether a stronger verb to the left in the clause takes this trigger as its object or infinitive."""
    return any(
        other.clause == trigger.clause
        and not other.noun
        and other.head < trigger.head
        and (other.weight >= 2 or dwells(parsed, other))
        and (trigger.noun or "infinitive" in trigger.tenses or _unfinished(parsed, trigger))
        for other in parsed.triggers
    )


def yielded(parsed: Parsed, trigger: Trigger, *, over: bool) -> float:
    """What a governed trigger yields to its governor: more where it is its object ("rejected the truce").

    ``over`` is whether the date lies before the publication: to what is to come one is invited earlier.
    """
    governors = [
        other for other in parsed.triggers
        if other.clause == trigger.clause and not other.noun
        and (_answers(other) or ((over or trigger.kind.type != "CONSULT") and dwells(parsed, other)))
        and 0 <= min(trigger.used) - _ends(other, trigger) <= _OBJECT
        and _straight(parsed, _ends(other, trigger), min(trigger.used))
    ]  # fmt: skip
    near = [other.kind.code for other in governors]
    free = {"cancellation", "invitation"} if over else {"cancellation"}  # "invited him to a summit in June"
    whole = trigger.kind.mode != "multilateral" or not free.isdisjoint(near)
    if near and not trigger.noun and "infinitive" in trigger.tenses:
        return 2.7  # "urged Israel to open the crossings on 22 July"
    spoken_of = any(dwells(parsed, other) for other in governors)
    if (over or spoken_of) and trigger.noun and any(_object_of(parsed, one, trigger) for one in governors):
        return 2.4 if spoken_of else 1.7
    return 1.7 if near and trigger.noun and whole else 0.9


def dwells(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a verb only speaks about what its object tells: "discussed the attack"."""
    verb = None if trigger.noun else parsed.parse.verbs.get(trigger.head)
    return verb is not None and len(trigger.used) == 1 and any(
        lemma in parsed.words.cues["dwells_on"] for lemma, _ in verb.readings
    )  # fmt: skip


def _object_of(parsed: Parsed, governor: Trigger, trigger: Trigger) -> bool:
    """Whether a noun is the object right behind a verb: "hailed the summit"."""
    words, small = parsed.sentence.words, parsed.words.cues["object_ends"]
    between = range(governor.end, min(trigger.used))
    return not any(words[i] in small or i in parsed.parse.verbs for i in between)


def _ends(governor: Trigger, trigger: Trigger) -> int:
    """Where a verb ends that may have taken its infinitive in: "asked Montenegro to join"."""
    inside = trigger.head in governor.used and governor.head < trigger.head
    return governor.head + 1 if inside else governor.end


def _straight(parsed: Parsed, start: int, end: int) -> bool:
    """Whether nothing parts a verb from what it governs: "urged the Council of Europe to send"."""
    apart, verbs = parsed.words.cues["scene_words"], parsed.parse.verbs
    return not any(
        parsed.sentence.words[i] in ",;:" or parsed.sentence.words[i] in apart or i in parsed.dated
        for i in range(start, end)
    ) and not any(i in verbs and verbs[i].finite for i in range(start, end))


_OBJECT = 8
"""How far behind a verb what it governs may stand."""


def _answers(trigger: Trigger) -> bool:
    sure_saying = trigger.weight > trigger.kind.strength  # "se dire ouvert à une rencontre"
    given_up = trigger.kind.code == "concession" and len(trigger.used) > 1  # "dropped its plan to join"
    return trigger.kind.type in _ANSWERS or trigger.kind.code == "cancellation" or sure_saying or given_up


_ANSWERS = frozenset({"REJECT", "ACCUSE", "DEMAND", "SUPPORT", "INVITE"})
"""Types of verbs whose object is an act that need not have happened."""


def _unfinished(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a verb hangs on another one: "denied having threatened"."""
    if trigger.finite or trigger.passive or "participle" not in trigger.tenses:
        return False
    verbs, helpers = parsed.parse.verbs, parsed.words.cues["helpers"]
    for i in range(trigger.head - 1, max(-1, trigger.head - 1 - _HELPED), -1):
        if i not in verbs:
            continue
        if parsed.parse.clause_of[i] != trigger.clause or not any(
            lemma in helpers for lemma, _ in verbs[i].readings
        ):
            return True
        if verbs[i].finite:
            return False
    return True


_HELPED = 4
"""How far before a participle its helper may stand."""


_BLAMES = frozenset({"accusation", "charge", "criticism"})
"""Kinds of verbs that may hold somebody's deed."""
_REACH = 9
"""How many words may stand between such a verb and the deed."""


def alleged_by(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """The accusation by which alone a verb tells a deed; None where the deed is told as a fact."""
    at = _bound_at(parsed, trigger)
    if at is None:
        return None
    verbs = parsed.parse.verbs
    return next(
        (
            other for other in reversed(parsed.triggers)
            if not other.noun and other.kind.code in _BLAMES and other.clause == trigger.clause
            and 0 <= at - other.head - 1 <= _REACH
            and not any(i in verbs and verbs[i].finite for i in range(other.head + 1, at))
            and not any(parsed.sentence.words[i] in ",;:" for i in range(other.head + 1, at))
        ),
        None,
    )  # fmt: skip


def _bound_at(parsed: Parsed, trigger: Trigger) -> int | None:
    """Where the "of" stands by which a deed hangs on an accusation: « d'avoir attaqué », "of attacking"."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    if trigger.noun or trigger.finite:
        return None
    at = trigger.head - 1
    while at > 0 and at in verbs and any(lemma in cues["helpers"] for lemma, _ in verbs[at].readings):
        at -= 1
    if at > 0 and words[at] in cues["reflexives"]:
        at -= 1
    deed = at < trigger.head - 1 or not {"infinitive", "gerund"}.isdisjoint(trigger.tenses)
    return at if at > 0 and deed and words[at] in cues["of_words"] else None


def longed_for(parsed: Parsed, trigger: Trigger) -> str:
    """The word by which an act is only a wish, or "": "pressure for a truce", "hopes of a deal"."""
    words, cues, start = parsed.sentence.words, parsed.words.cues, min(trigger.used)
    small = cues["of_words"] | cues["about_words"]
    near = range(max(0, start - _WISHED), start - 1)
    wishes = [words[i] for i in near if words[i] in cues["longed_for"] and words[i + 1] in small]
    return wishes[-1] if trigger.noun and wishes else ""


_WISHED = 5
"""How far before an act the wish may stand that it is."""


def infinitive_of(parsed: Parsed, trigger: Trigger) -> int | None:
    """The infinitive in no table whose object a pact or a meeting is: "hoped to hammer out a deal"."""
    words, marks = parsed.sentence.words, parsed.words.cues["infinitive_marks"]
    start = min(trigger.used)
    for at in range(start - 1, max(0, start - _OBJECT_OF), -1):
        if words[at] in ",;:" or any(one.head == at for one in parsed.triggers):
            return None
        if words[at - 1] in marks and words[at] not in parsed.words.cues["determiners"]:
            return at if trigger.kind.type in ("AGREE", "CONSULT") else None
    return None


_OBJECT_OF = 7
"""How far before such an act the infinitive may stand."""


def sets_scene(parsed: Parsed, trigger: Trigger, group: list[int]) -> bool:
    """Whether an act only tells when something was not done: "In his speech on Friday, X did not name Y"."""
    words, start = parsed.sentence.words, min(trigger.used)
    led = not parsed.words.cues["adjuncts"].isdisjoint(words[max(0, start - 4) : start])
    return led and trigger.end <= group[0] and "," in words[trigger.end : group[0]]


def made_to(parsed: Parsed, trigger: Trigger) -> int:
    """The verb that leads somebody to do what an infinitive tells, or -1: "The call led Oslo to expel".

    Who stands between the two does it; what stands before them only brought it about.
    """
    if trigger.noun or trigger.passive or "infinitive" not in trigger.tenses:
        return -1
    words, causes, verbs = parsed.sentence.words, parsed.words.cues["causatives"], parsed.parse.verbs
    for at in range(trigger.head - _WITH_OBJECT, max(-1, trigger.head - _LED), -1):
        if parsed.parse.clause_of[at] != trigger.clause or words[at] in ",;:":
            return -1
        if at in verbs:
            return at if any(lemma in causes for lemma, _ in verbs[at].readings) else -1
    return -1


_WITH_OBJECT, _LED = 3, 12
"""How many words before an infinitive the verb that leads somebody to it may stand, least and most."""
