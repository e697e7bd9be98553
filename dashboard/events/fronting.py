"""Dates that stand in front of what they date, in a clause of their own. Called by attachment."""

from dashboard.events.ontology import NOTHING
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.triggers import Trigger


def introduced(parsed: Parsed, trigger: Trigger, here: int, last: int) -> bool:
    """Whether the trigger's clause follows the date at once: "on 17 March, when the court issued"."""
    tokens = parsed.parse.clauses[trigger.clause].tokens
    if trigger.clause == here or not tokens or trigger.noun:
        return False
    start = tokens[0]
    idle = start >= last and predicate(parsed, trigger) and not any(t.clause == here for t in parsed.triggers)
    if idle and _goes_on(parsed, start, last):
        return True
    return last <= start <= last + 1 and any(
        parsed.sentence.words[i] in parsed.words.cues["when_words"] for i in tokens[:2]
    )


def opens_for(parsed: Parsed, trigger: Trigger, here: int, last: int) -> bool:
    """Whether what has the date only opens for what came of it: "talks ended on Friday, when X left".

    So do words that tell no act themselves: "the row dates back to 3 May, when X expelled".
    """
    idle = trigger.kind is NOTHING
    if trigger.clause != here or not (idle or (trigger.noun and trigger.kind.type == "CONSULT")):
        return False
    verbs = [other for other in parsed.triggers if not other.noun and other.kind is not NOTHING]
    return not any(other.clause == here for other in verbs) and any(
        (idle or (other.kind.type != "CONSULT" and other.weight >= trigger.weight))
        and introduced(parsed, other, here, last)
        for other in verbs
    )


def idle_object(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a word that tells no act stands behind a verb that does: "announced how to avoid accidents"."""
    return (
        trigger.noun
        and trigger.kind is NOTHING
        and any(
            other.clause == trigger.clause and other.head < trigger.head and predicate(parsed, other)
            for other in parsed.triggers
            if not other.noun and other.kind is not NOTHING
        )
    )


def idle_subject(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a word that tells no act is the subject of a verb that does: « la cour d'appel juge »."""
    return (
        trigger.noun
        and trigger.kind is NOTHING
        and any(
            other.clause == trigger.clause and other.head > trigger.head and predicate(parsed, other)
            for other in parsed.triggers
            if not other.noun and other.kind is not NOTHING
        )
    )


def left_undone(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether an infinitive tells what was not done beside an act: « publia le texte sans le signer »."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    if trigger.noun or "infinitive" not in trigger.tenses:
        return False
    at = trigger.head - 1
    while at > 0 and (words[at] in cues["pronouns"] | cues["thing_pronouns"] or at in verbs):
        at -= 1
    return at > 0 and words[at] in cues["without_words"]


def _goes_on(parsed: Parsed, start: int, last: int) -> bool:
    """Whether a clause tells what that of the date only opens: "went on air that night and announced"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if ":" in words[start : start + 1] + words[start - 1 : start]:
        return True  # "The answer came on Sunday: the kingdom expelled"
    if words[start] == "," and _is_a_state(parsed, parsed.parse.clause_of[last - 1], last):
        return True  # « Le 3 mai, la tension était à son comble, l'armée bombardait »
    if words[start] in cues["coordinators"]:
        leads = not any(i < last for i in parsed.parse.verbs)  # "On Friday X rode through the town and told"
        return start + 1 in parsed.parse.verbs and (leads or start - last <= _NEXT)
    return words[start] in cues["where_words"] and start - last <= _NEXT


def _is_a_state(parsed: Parsed, here: int, last: int) -> bool:
    """Whether a clause with a date in front only tells how things were: "On 3 May the town was calm"."""
    verbs, cues = parsed.parse.verbs, parsed.words.cues
    inside = [i for i in parsed.parse.clauses[here].tokens if i in verbs]
    dull = cues["be"] | cues["dull"]
    return bool(inside) and all(
        i >= last and any(lemma in dull for lemma, _ in verbs[i].readings) for i in inside
    )


_NEXT = 5
"""How far behind a date the clause may stand that goes on where the date's own left off."""


def only_when(parsed: Parsed, trigger: Trigger, here: int) -> bool:
    """Whether a date's clause tells nothing but when: "When Obama left on 22 March, he told A that".

    The act is then that of a verb of the clause behind it, which has no other date.
    """
    clause, words = parsed.parse.clauses[here], parsed.sentence.words
    if clause.opener != "sub" or not clause.tokens or clause.tokens[0] > _FRONT or trigger.noun:
        return False
    when = words[clause.tokens[0]] in parsed.words.cues["when_words"]
    if not when or any(one.clause == here for one in parsed.triggers):
        return False
    own = any(i in parsed.dated for i in parsed.parse.clauses[trigger.clause].tokens)
    main = parsed.parse.clauses[trigger.clause].opener in ("", "coord", "beside")
    return main and not own and trigger.head > clause.tokens[-1] and predicate(parsed, trigger)


_FRONT = 1
"""How far into a sentence the clause may begin that only says when."""


def cleft(parsed: Parsed, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a date is put in front of what it dates: "It was on 8 April that the treaty was signed"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    tokens = parsed.parse.clauses[trigger.clause].tokens
    opened = [i for i in tokens if last <= i <= last + 1 and words[i] in cues["that_words"]]
    lead = [i for i in range(max(0, first - _CLEFT), first) if i in parsed.parse.verbs]
    being = [lemma for i in lead for lemma, _ in parsed.parse.verbs[i].readings]
    held = any(words[i - 1 : i] and words[i - 1] in cues["cleft_subjects"] for i in lead)
    return bool(opened) and held and set(being) <= cues["be"] and predicate(parsed, trigger)


def presented(parsed: Parsed, trigger: Trigger, here: int, last: int) -> bool:
    """Whether who acts is put in front behind the date: « Le 3 mai, c'est la Chine qui a mis son veto »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    clause, main = parsed.parse.clauses[trigger.clause], parsed.parse.clauses[here]
    if clause.opener != "rel" or clause.parent != here or len(main.finite) != 1:
        return False
    at = main.finite[0]
    being = any(lemma in cues["be"] for lemma, _ in parsed.parse.verbs[at].readings)
    who = words[at - 1] in cues["cleft_subjects"] and words[clause.tokens[0]] in cues["subject_relatives"]
    return being and who and last <= at and predicate(parsed, trigger)


_CLEFT = 8
"""How far before its date "It was" may stand."""
