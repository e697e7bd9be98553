"""Acts that are only mentioned: what is to be spoken about, what says which one is meant. For attachment."""

from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger

_ABOUT = 4
"""How many words behind a verb of saying its object may stand."""


def talked_about(parsed: Parsed, trigger: Trigger) -> float:
    """A penalty for a noun that somebody is to speak about: "will come on Monday to explain the treaty"."""
    if not trigger.noun:
        return 0.0
    start = min(trigger.used)
    about = any(
        not one.noun and 0 < start - one.head <= _ABOUT and not one.finite
        and one.kind.code in ("statement", "discussion") and "infinitive" in one.tenses
        for one in parsed.triggers
    )  # fmt: skip
    return 2.0 if about else 0.0


def says_which(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date is of what says which one is meant: "freed X, a man convicted of a murder in 2019"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    for i in range(first - 1, trigger.end, -1):
        if words[i] in ",;:":
            return False
        if words[i] in cues["reduced"] and words[i + 1] in cues["reduced_before"]:
            verb = parsed.parse.verbs.get(i)
            noun = words[i - 1].isalpha() and words[i - 1] not in parsed.words.verbs
            return noun and verb is not None and not verb.finite
    return False


def only_blames(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a participle only tells who is blamed for what is before it: "an attack attributed to Iran"."""
    words, head = parsed.sentence.words, trigger.head
    if trigger.noun or words[head] not in parsed.words.cues["blamed"] or head - 1 in parsed.parse.verbs:
        return False
    return any(one.noun and 0 <= head - one.end <= 1 for one in parsed.triggers)


def went_before(parsed: Parsed, trigger: Trigger, last: int) -> bool:
    """Whether an act only came before the dated one: "The decisions on Tuesday followed the arrest of X"."""
    cues = parsed.words.cues["goes_before"]
    return any(
        last <= at < min(trigger.used) and verb.finite and any(lemma in cues for lemma, _ in verb.readings)
        for at, verb in parsed.parse.verbs.items()
        if parsed.parse.clause_of[at] == trigger.clause
    )
