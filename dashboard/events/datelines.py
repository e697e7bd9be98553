"""What the dateline of a dispatch tells of where something is. Called by venues and findings."""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger
from dashboard.model import BlockKind

HEADS = "–—-:"
"""What ends a dateline."""
SPOKEN = frozenset({"STATEMENT", "DEMAND"})
"""Types of what is said, which is where its dispatch is from if those who say it came there."""
_SAT_DOWN = frozenset({"CONSULT", "AGREE"})
"""Types of shared acts that are where their dispatch is from."""


def to_come(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether an act is only planned: "a summit is set for Tuesday" is not where it is announced."""
    words, cues = parsed.sentence.words, parsed.words.cues
    near = words[trigger.head : trigger.end + _PLANNED]
    return "future" in trigger.tenses or not (cues["planned"] | cues["arranged"]).isdisjoint(near)


_PLANNED = 6
"""How far behind an act the word may stand that says it is planned."""


def met_here(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether an act is where its dispatch is from: who met or signed sat there, a swap is elsewhere."""
    verb = None if trigger.noun else parsed.parse.verbs.get(trigger.head)
    if verb is not None and any(lemma in parsed.words.cues["from_afar"] for lemma, _ in verb.readings):
        return False
    if trigger.kind.type == "AGREE" and not trigger.noun:
        return True
    signed = trigger.kind.code == "truce" and not trigger.noun
    return trigger.kind.frame == "shared" and (signed or trigger.kind.type in _SAT_DOWN)


def dateline_of(parsed: Parsed, spots: Sequence[Seen]) -> Seen | None:
    """The place in a dispatch's dateline: "GENEVA, May 3 (Agency) -", "Doha: "; None where there is none."""
    if not spots or spots[0].first:
        return None
    words, last = parsed.sentence.words, spots[0].last
    land = words[last : last + 1] == (",",) and any(word in HEADS for word in words[last + 2 : last + 4])
    line = land or words[last : last + 1] in ((":",), ("/",), ("(",), ("–",), ("—",))
    if not line and not spots[0].mention.text.isupper():
        return None
    opened = any(word in HEADS for word in parsed.sentence.words[1:12])
    return spots[0] if opened and parsed.sentence.kind is BlockKind.BODY else None
