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


def having(parsed: Parsed, trigger: Trigger) -> int:
    """Where the helper of an act stands in the infinitive: « après avoir reçu X »; -1 where none does."""
    verbs, helpers = parsed.parse.verbs, parsed.words.cues["helpers"]
    if trigger.noun or parsed.words.cues["infinitive_marks"] or "participle" not in trigger.tenses:
        return -1
    at = trigger.head - 1
    while at in verbs and "participle" in verbs[at].tenses and not verbs[at].finite:
        at -= 1  # « après avoir été reçu »
    verb = verbs.get(at)
    helps = verb is not None and any(lemma in helpers for lemma, _ in verb.readings)
    return at if helps and verb is not None and "infinitive" in verb.tenses else -1


def done_before(parsed: Parsed, trigger: Trigger, first: int) -> float:
    """A penalty for what was done before an act with a date in front: « Le 3, après avoir reçu X, il part ».

    What is counted from the day is not of the day: « Le 3, deux jours après avoir reçu X, il part ».
    """
    at = having(parsed, trigger)
    words, cues = parsed.sentence.words, parsed.words.cues
    while at > 0 and words[at - 1] in cues["pronouns"] | cues["thing_pronouns"]:
        at -= 1
    if at < 1 or words[at - 1] not in cues["after"] or first >= at:
        return 0.0
    comma = next((i for i in range(trigger.head, len(words)) if words[i] in ",;:"), len(words))
    if not any(i > comma and verb.finite for i, verb in parsed.parse.verbs.items()):
        return 0.0
    return 9.0 if at > 1 and words[at - 2] != "," and words[at - 2].isalpha() else 2.5


def further(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether an act is told as more than what was told before: « ils ont également signé »."""
    if trigger.noun or trigger.kind.type == "STATEMENT":
        return False
    words, more = parsed.sentence.words, parsed.words.cues["more_words"]
    here = range(max(0, trigger.head - _MORE), min(len(words), trigger.end + 1))
    return any(words[i] in more and parsed.parse.clause_of[i] == trigger.clause for i in here)


_MORE = 2
"""How far before a verb the word may stand that says that this was done, too."""
