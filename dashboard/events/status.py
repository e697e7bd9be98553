"""Whether an event took place, as its sentence has it, and why. Called by reading."""

from collections.abc import Sequence
from datetime import date

from dashboard.events.governing import alleged_by, infinitive_of, longed_for, sets_scene
from dashboard.events.ontology import quad_of
from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger
from dashboard.model import Status, When

Reading = tuple[Status, str]


def _found(parsed: Parsed, name: str, text: str) -> str:
    """The first cue of a list in a folded text, or ""."""
    found = parsed.words.phrases(name).pattern.search(text)
    return found[0] if found else ""


def cue(parsed: Parsed, clause: int, name: str) -> str:
    """The first cue of a list in a clause, or ""."""
    return _found(parsed, name, _clause_text(parsed, clause)) if parsed.may_have(name) else ""


def _cue_anywhere(parsed: Parsed, name: str) -> str:
    """The first cue of a list in a sentence, or ""."""
    return _found(parsed, name, _text(parsed.sentence.words)) if parsed.may_have(name) else ""


def _cue_near(
    parsed: Parsed, trigger: Trigger, name: str, before: int = 12, after: int = 9,
    *, dates: bool = True, apart: int = 0,
) -> str:  # fmt: skip
    """The first cue of a list around a trigger in its clause, where it may say how real that is, or ""."""
    if not parsed.may_have(name):
        return ""
    return _found(parsed, name, _window(parsed, trigger, before, after, dates=dates, apart=apart))


def _text(words: Sequence[str]) -> str:
    """Folded words as a text, single blanks between them."""
    return " ".join(words).replace("' ", "'")


def _clause_text(parsed: Parsed, number: int) -> str:
    words = parsed.sentence.words
    return _text([words[i] for i in parsed.parse.clauses[number].tokens])


_OBJECT = 2
"""How many words right behind a verb begin its object, and say nothing of the verb."""


def _window(
    parsed: Parsed, trigger: Trigger, before: int, after: int, *, dates: bool = True, apart: int = 0
) -> str:
    """The words of the trigger's clause around it; names keep their capital, so that "May" is no "may".

    Without ``dates``, the words of time expressions are left out, and so are the ``apart`` next ones.
    """
    words, capitals, dated = parsed.sentence.words, parsed.sentence.capitals, parsed.dated
    first, last = trigger.head - before, trigger.end + after
    return _text(
        [
            words[i].title() if capitals[i] and (i or i in dated) else words[i]
            for i in parsed.parse.clauses[trigger.clause].tokens
            if first <= i <= last and (dates or i not in dated) and not 0 <= i - trigger.end < apart
        ]
    )


def verb_group(parsed: Parsed, trigger: Trigger) -> list[int]:
    """The tokens of the verb that carries a trigger's tense, helpers included, in order."""
    tokens = parsed.parse.clauses[trigger.clause].tokens
    if trigger.noun:
        finite = [i for i in tokens if i in parsed.parse.verbs and parsed.parse.verbs[i].finite]
        if not finite:
            holder = parsed.parse.clauses[trigger.clause].parent
            finite = parsed.parse.clauses[holder].finite if holder is not None else []
        if not finite:
            return []
        head = min(finite, key=lambda i: (abs(i - trigger.head), i))
        return [i for i in range(head, min(head + 5, len(parsed.sentence.words))) if i in parsed.parse.verbs]
    group = [trigger.head] if trigger.head in parsed.parse.verbs else []
    for i in range(trigger.head - 1, max(-1, trigger.head - 8), -1):
        if i not in tokens or parsed.sentence.words[i] in ",;:":
            break
        if i in parsed.parse.verbs:
            if parsed.sentence.words[i + 1] in parsed.words.cues["by_words"]:
                break  # "rebels backed by Rwanda captured"
            group.append(i)
    return sorted(group)


def _tenses(parsed: Parsed, group: list[int]) -> frozenset[str]:
    return frozenset(tense for i in group for tense in parsed.parse.verbs[i].tenses)


def _negated(parsed: Parsed, group: list[int], trigger: Trigger) -> str:
    """The word that negates the verb group or the noun, or ""."""
    words, cues = parsed.sentence.words, parsed.words.cues
    start = min(trigger.used)
    for i in range(max(0, start - 3), start):
        if words[i] in cues["negating_determiners"]:
            return words[i]
    if not group:
        return ""
    for i in range(max(0, group[0] - 3), min(max(group) + 4, len(words))):
        if words[i + 1 : i + 2] and words[i + 1] in cues["none_the_less"]:
            continue
        if words[i] in cues["negations"] and parsed.parse.clause_of[i] == parsed.parse.clause_of[group[0]]:
            if not_until(parsed, group[0]):
                return ""
            if i > trigger.head and words[i + 1 : i + 2] and words[i + 1] in cues["infinitive_marks"]:
                continue  # "undertook not to use force"
            if _almost(parsed, i) or not cues["undone_by"].isdisjoint(words[i : trigger.head]):
                return ""  # "will not fly until X visits", "have not met, except to"
            if trigger.noun and (_outcome(parsed, group) or sets_scene(parsed, trigger, group)):
                return ""
            marks = cues["negation_mark"]
            marked = not marks or any(words[j] in marks for j in range(max(0, i - 7), i))
            if marked and i - 1 != max(group) + 3:
                return words[i]
    return ""


def _outcome(parsed: Parsed, group: list[int]) -> bool:
    """Whether a verb tells what came of an act, which then was: "The talks did not lead to anything"."""
    lemmas = {lemma for i in group for lemma, _ in parsed.parse.verbs[i].readings}
    behind = parsed.sentence.words[max(group) + 1 : max(group) + 3]  # "has not been honoured"
    named = tuple(word for word in parsed.words.cues["outcomes"] if len(word) > _NAMED)
    return not lemmas.isdisjoint(parsed.words.cues["outcomes"]) or any(w.startswith(named) for w in behind)


_NAMED = 4
"""How many letters are too few to tell a verb by its beginning."""


def _almost(parsed: Parsed, at: int) -> bool:
    """Whether what is negated at a token was only about not to be: "almost did not happen"."""
    near = parsed.sentence.words[max(0, at - _NEARLY) : at]
    return not parsed.words.cues["almost"].isdisjoint(near)


_NEARLY = 4
"""How far before a negation "almost" may stand."""


def negated(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a trigger's verb is negated: "did not rule out"."""
    return bool(_negated(parsed, verb_group(parsed, trigger), trigger))


def not_until(parsed: Parsed, at: int) -> int | None:
    """The first token of the day on which something came at last: "not restored until May", "took until"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    tokens = parsed.parse.clauses[parsed.parse.clause_of[at]].tokens
    denied = any(words[i] in cues["negations"] for i in tokens)
    for i in tokens:
        if i in parsed.dated and i > 1 and words[i - 1] in cues["until_words"]:
            return i if denied or words[i - 2] in cues["at_last"] else None
    return None


def _told_beside(parsed: Parsed, clause: int, other: int) -> bool:
    """Whether a clause adds a fact to what another one holds: "denied the treaty, which X had signed"."""
    words, clauses = parsed.sentence.words, parsed.parse.clauses
    for number in parsed.parse.chain(clause):
        if number == other:
            return False
        start = min(clauses[number].tokens, default=0)
        that = words[start] in parsed.words.cues["object_relatives"] and words[start - 1 : start] == (",",)
        if clauses[number].opener in ("rel", "relobj") or that:
            return True
    return False


def _denied(parsed: Parsed, trigger: Trigger, group: list[int]) -> str:
    """What denies or calls off the event: a negation, a denial that holds it, a cancellation."""
    chain = parsed.parse.chain(trigger.clause)
    for other in parsed.triggers:
        if (
            other.kind.code == "denial"
            and not any(parsed.sentence.words[i] in parsed.words.cues["when_words"] for i in other.used)
            and other is not trigger
            and other.head < trigger.head
            and not _told_beside(parsed, trigger.clause, other.clause)
            and other.clause in chain
            and parsed.words.cues["scene_words"].isdisjoint(parsed.sentence.words[other.end : trigger.head])
        ):
            return other.text
    if negation := _negated(parsed, group, trigger):
        return negation
    arranged = trigger.kind.type == "CONSULT" and _cue_near(parsed, trigger, "past_planned") != ""
    if arranged and (off := _cue_anywhere(parsed, "cancelled") or _cue_anywhere(parsed, "foiled")):
        return off
    if not trigger.noun and (undone := _undone(parsed, trigger)):
        return undone
    if (
        "participle" in trigger.tenses
        and not trigger.noun
        and (off := _cue_near(parsed, trigger, "unreal", 6, 0))
    ):
        return off
    if trigger.noun and (off := cue(parsed, trigger.clause, "never_held")):
        before = _clause_text(parsed, trigger.clause).partition(off)[0]
        return off if parsed.words.cues["almost"].isdisjoint(before.split()[-2:]) else ""
    return cue(parsed, trigger.clause, "cancelled") if trigger.kind.type == "CONSULT" else ""


def _undone(parsed: Parsed, trigger: Trigger) -> str:
    """What says right before a verb that it was not done: "stopped short of recognising", "nearly fell"."""
    words = parsed.sentence.words
    if words[trigger.head - 1 : trigger.head] and words[trigger.head - 1] in parsed.words.cues["almost"]:
        return words[trigger.head - 1]
    if "gerund" not in trigger.tenses:
        return ""
    lead = " ".join(words[max(0, trigger.head - 3) : trigger.head])
    found = _found(parsed, "undone_before", lead)
    return found if found and lead.endswith(found) else ""


def _put_off(parsed: Parsed, trigger: Trigger) -> str:
    """The word that puts a meeting off, in its clause or after "was to meet": "..., but it was postponed"."""
    if trigger.kind.type not in _HELD:
        return ""
    if off := cue(parsed, trigger.clause, "put_off"):
        return off
    return _cue_anywhere(parsed, "put_off") if _cue_near(parsed, trigger, "past_planned") else ""


_HELD = frozenset({"CONSULT", "ELECT"})
"""Types of what is held on a day, and may be put off."""


def read_status(
    parsed: Parsed,
    trigger: Trigger,
    when: When,
    published: date | None,
) -> Reading:
    """The status of an event and the reason, a message or "message: words"."""
    future = published is not None and when.earliest is not None and when.earliest > published
    past = published is not None and when.latest is not None and when.latest < published
    group = verb_group(parsed, trigger)
    if denied := _denied(parsed, trigger, group):
        return Status.DENIED, f"denied or called off in the text: {denied}"
    if (blame := alleged_by(parsed, trigger)) is not None:
        return Status.HYPOTHETICAL, f"only a possibility in the text: {blame.text}"
    if off := _put_off(parsed, trigger):
        return Status.PLANNED, f"planned in the text: {off}"  # put off is not called off
    tenses = _tenses(parsed, group)
    if condition := _condition(
        parsed, trigger.clause, opens=parsed.parse.clauses[trigger.clause].opener != "sub"
    ):
        return Status.HYPOTHETICAL, f"only a possibility in the text: {condition}"
    if condition := _under_condition(parsed, trigger, tenses):
        return Status.HYPOTHETICAL, f"only a possibility in the text: {condition}"
    if future:
        object_ = 0 if trigger.noun else _OBJECT  # "will discuss a possible truce"
        return _ahead(parsed, trigger, tenses, apart=object_)
    if wished := _only_meant(parsed, trigger, group):
        return wished
    # what follows a verb is about its object: "rejected a truce proposed by Egypt"
    close = (5, 4) if trigger.noun else (6, 0)
    first = trigger.end if trigger.noun else max(0, trigger.head - 2)
    behind = " ".join(parsed.sentence.words[first : first + _TO_BE])
    told = "" if past else _found(parsed, "to_be_held", behind)
    if word := told or _cue_near(parsed, trigger, "still_planned"):
        return Status.PLANNED, f"planned in the text: {word}"
    if word := longed_for(parsed, trigger) or _doubt(parsed, trigger, close, group, tenses, past=past):
        return Status.HYPOTHETICAL, f"only a possibility in the text: {word}"
    planned = _cue_near(parsed, trigger, "past_planned")
    to_do = "infinitive" in trigger.tenses and "participle" not in trigger.tenses  # "had been set ablaze"
    if planned and (not past or (to_do and _just_due(when, published))):
        return Status.PLANNED, f"planned in the text: {planned}"
    told_ahead = "conditional" in tenses and bool(parsed.words.ordered["conditional"])  # "said he would host"
    if not past and ("future" in tenses or (told_ahead and "participle" not in tenses)):
        return Status.PLANNED, "the verb is in the future"
    infinitive = not trigger.noun and "infinitive" in trigger.tenses
    planned = planned or _cue_near(
        parsed, trigger, "planned", *close, dates=False
    )  # "the next day" plans nothing
    if not past and planned and (infinitive or not _told(tenses)):
        return Status.PLANNED, f"planned in the text: {planned}"
    if when.latest is None or _cue_near(parsed, trigger, "ongoing"):
        running = published is None or when.latest is None or when.latest >= published
        front = " ".join(parsed.sentence.words[:2])  # "Since May, all cooperation has been suspended"
        since = when.latest is not None or bool(
            _found(parsed, "since", f"{front} {_window(parsed, trigger, 12, 9)}")
        )
        lasting = when.latest is None and (_lasting(parsed, group) or _stands(trigger, group))
        if running and since and (not _told(tenses) or lasting):
            return Status.ONGOING, "open towards the present"
    if past:
        return Status.HAPPENED, "dated before the publication"
    return Status.HAPPENED, "told as a fact"


def _just_due(when: When, published: date | None) -> bool:
    """Whether news of these days says of a day only what was due on it: « l'Angola devait réunir mardi »."""
    return published is not None and when.latest is not None and (published - when.latest).days <= _NEWS


_NEWS = 7
"""How many days ago something may have been due of which news does not yet say that it was done."""
_TO_BE = 3
"""How many words behind an act tell that it is still to come: "a summit to be held"."""


def _only_meant(parsed: Parsed, trigger: Trigger, group: list[int]) -> Reading | None:
    """The status of what somebody wanted, planned or failed to do: "hoped to meet", « a failli partir »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if trigger.noun:
        at = infinitive_of(parsed, trigger)
        if at is None:
            return None
        group, at = [i for i in range(max(0, at - 4), at) if i in parsed.parse.verbs], at - 1
    elif "infinitive" not in trigger.tenses or trigger.head not in group:
        return None
    else:
        group, at = group[: group.index(trigger.head)], trigger.head - 1
    while at and words[at] in cues["before_infinitives"]:
        at -= 1
    before = group[-1:]
    found = {words[at], *(lemma for i in before for lemma, _ in parsed.parse.verbs[i].readings)}
    if word := next(iter(sorted(found & cues["failing"])), ""):
        return Status.DENIED, f"denied or called off in the text: {word}"
    if not trigger.noun and (word := next(iter(sorted(found & cues["planning"])), "")):
        return Status.PLANNED, f"planned in the text: {word}"
    doubtful = (
        cues["wishing"] if "conflict" in quad_of(trigger.kind.type) else cues["wishing"] | cues["trying"]
    )
    if word := next(iter(sorted(found & doubtful)), ""):
        return Status.HYPOTHETICAL, f"only a possibility in the text: {word}"
    return None


def _under_condition(parsed: Parsed, trigger: Trigger, tenses: frozenset[str]) -> str:
    """The word that opens the sentence with a condition for what will be: "If they refuse, X will leave"."""
    structure = parsed.parse
    if not tenses & {"future", "conditional"} or structure.clause_of[0] == trigger.clause:
        return ""
    return _condition(parsed, structure.clause_of[0], opens=True)


def _condition(parsed: Parsed, clause: int, *, opens: bool) -> str:
    """The word that makes a clause a condition, or ""; where it ``opens`` one, nothing stands before it."""
    if not parsed.may_have("conditionals"):
        return ""
    opening = _clause_text(parsed, clause)[:_OPENING]
    found = _found(parsed, "conditionals", opening)
    return found if not opens or opening.startswith(found) else ""


_OPENING = 40
"""Among how many letters of a clause its condition stands."""


def _stands(trigger: Trigger, group: list[int]) -> bool:
    """Whether a verb without a helper may be in the present: « interdit depuis mai »."""
    return not trigger.noun and trigger.finite and "present" in trigger.tenses and group == [trigger.head]


def _lasting(parsed: Parsed, group: list[int]) -> bool:
    """Whether a verb group says what still holds: "has occupied since", "négocient depuis"."""
    tenses = [(parsed.parse.verbs[i].readings, parsed.parse.verbs[i].tenses) for i in group]
    helped = any(lemma in parsed.words.cues["have"] for readings, _ in tenses for lemma, _ in readings)
    past = any(
        {"past", "imperfect"} & found and not {"present", "infinitive"} & found for _, found in tenses[:1]
    )
    return helped and not past


def _told(tenses: frozenset[str]) -> bool:
    return bool(tenses & {"past", "participle"}) and "conditional" not in tenses


def _doubt(
    parsed: Parsed, trigger: Trigger, close: tuple[int, int], group: list[int], tenses: frozenset[str],
    *, past: bool,
) -> str:  # fmt: skip
    """The word that makes a past or undated act uncertain: "would have met", "aurait rencontré", "may"."""
    if found := _cue_near(parsed, trigger, "alleged" if past else "hypothetical", *close):
        return found
    if "conditional" in tenses and "participle" in tenses and parsed.words.ordered["conditional"] == ():
        return next(
            (lemma for i in group for lemma, t in parsed.parse.verbs[i].readings if "conditional" in t), ""
        )
    return ""


def _ahead(parsed: Parsed, trigger: Trigger, tenses: frozenset[str], *, apart: int) -> Reading:
    """The status of what is dated after the publication: planned, or only possible."""
    if "future" not in tenses and (word := _cue_near(parsed, trigger, "hypothetical", apart=apart)):
        return Status.HYPOTHETICAL, f"only a possibility in the text: {word}"
    return Status.PLANNED, "dated after the publication"
