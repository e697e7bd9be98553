"""What is arranged for a date: "the visit planned for Monday". Called by attachment."""

from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger


def arranged_by(parsed: Parsed, first: int) -> int | None:
    """The participle that says for when something is arranged: "cancel the visit [planned] for Monday"."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    if cues["arranged"].isdisjoint(parsed.said):
        return None
    at = next(
        (i for i in range(first - 1, max(-1, first - _ARRANGED), -1) if words[i] in cues["arranged"]), None
    )
    if at is None or any(words[i] in ",;:" or i in verbs for i in range(at + 1, first)):
        return None
    if words[at - 1] in cues["as_words"]:
        return None  # "did not meet, as planned, on Thursday"
    helped = any(
        lemma in cues["helpers"]
        for i in range(max(0, at - 3), at)
        if i in verbs
        for lemma, _ in verbs[i].readings
    )
    return None if helped else at


_ARRANGED = 7
"""How far before a date the participle may stand that says it is arranged."""


def arranges(parsed: Parsed, trigger: Trigger, at: int) -> bool:
    """Whether a noun is what a participle says to be arranged: nothing else is told between them."""
    between = range(trigger.end, at)
    return (
        trigger.noun
        and len(between) <= _NEAR
        and not any(i in parsed.parse.verbs and parsed.parse.verbs[i].finite for i in between)
        and not any(one.noun and trigger.end <= one.head < at for one in parsed.triggers)
    )


_NEAR = 8
"""How far before the participle what is arranged may stand."""
