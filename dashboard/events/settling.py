"""Sides that hang on what an act is: who was sent or called home, who leads, who only speaks.

Called by ``sides``.
"""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.participles import side_of_speaker
from dashboard.events.status import verb_group
from dashboard.events.ties import Seen, brokered, possessed, preposition
from dashboard.events.triggers import Trigger

_LANDS = frozenset(
    {"state", "government", "venue", "adjective", "people", "organisation", "territory", "in role"}
)
"""What tells whom an ambassador is recalled from: no person's name."""
_POSTED = frozenset({"in", "to", "of", "against"})
"""How the state where an ambassador serves, or the body that is left, is tied to what precedes it."""


def settled(
    parsed: Parsed, trigger: Trigger, sided: tuple[Seen, str], tie: str, *, before: bool, left_behind: bool
) -> str:
    """The side of a mention by what its act is: who was sent or called home, who leads, who only speaks."""
    one, side = sided
    if trigger.kind.type in _HOSTILE and blamed(parsed, one.first):
        return "subject"  # "an attack blamed on Syria", « un bombardement attribué à l'armée »
    if trigger.kind.type == "PROTEST" and side == "object" and _benefits(parsed, one):
        return "concerned"  # « une manifestation en faveur de l'Union européenne »
    if trigger.noun and trigger.kind.code == "visit" and one.last == min(trigger.used):
        side = "object" if one.mention.rule in ("state", "venue") else side  # "Trump's China visit"
    if trigger.passive and not trigger.noun:
        side = _sent_out(parsed, trigger, one, tie) or side
    elif trigger.kind.code in ("recall", "treaty-exit") and one.first > trigger.head and tie in _POSTED:
        side = _recalled_from(trigger, one, tie)
    if trigger.kind.code == "naming" and tie in ("in", "to", "against") and one.mention.rule in _LANDS:
        return ""  # "named him envoy to Syria"
    side = _led_or_left(parsed, trigger, one, side)
    if side in ("subject", "object") and _in_front(parsed, trigger, one):
        return ""
    if trigger.noun and trigger.kind.code == "withdrawal" and side == "subject" and left_behind:
        return "object"  # « le retrait du Nicaragua de l'OEA »
    if (
        side == "object"
        and trigger.kind.code == "sanctions"
        and tie == "of"
        and _anothers_own(parsed, trigger, one)
    ):
        return "concerned"
    return side_of_speaker(parsed, trigger, one) if side == "object" and before else side


def _benefits(parsed: Parsed, one: Seen) -> bool:
    """Whether the words before a mention say for whose good something is done: « en faveur de »."""
    lead = parsed.sentence.words[max(0, one.first - _FAVOUR) : one.first]
    return not parsed.words.cues["benefit_words"].isdisjoint(lead)


_FAVOUR = 7
"""How far before a mention those words may stand."""


def blamed(parsed: Parsed, at: int) -> bool:
    """Whether a participle right before a place tells who is held to have done it."""
    words, cues = parsed.sentence.words, parsed.words.cues
    for i in range(at - 1, max(-1, at - _BLAMED), -1):
        if words[i] in cues["blamed"]:
            return i > 0 and i - 1 not in parsed.parse.verbs
        if i in parsed.parse.verbs or words[i] in ",;:":
            return False
    return False


_BLAMED = 5
"""How far before who is blamed the participle may stand: "attributed to the army of"."""
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Types of acts that somebody may be blamed for."""


def left_by(trigger: Trigger, one: Seen, made: Sequence[tuple[Seen, str]], tie: str) -> bool:
    """Whether one is what is left: a second "of" behind a withdrawal, or an organisation."""
    told = [other for other, side in made if side == "subject"]
    behind = any(other.first >= trigger.end for other in told)
    return tie == "of" and one.first >= trigger.end and (
        behind or (bool(told) and one.mention.rule == "organisation")
    )  # fmt: skip


def _in_front(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether one stands in a phrase set in front of those who act: « Avec l'aide de X, Y a attaqué »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    start = min(parsed.parse.clauses[trigger.clause].tokens, default=0)
    leads = cues["front_words"]
    if (
        trigger.noun
        or words[start] not in leads
        or not cues["voice_words"].isdisjoint(words[start : one.first])
    ):
        return False
    comma = next((i for i in range(one.last, trigger.head) if words[i] == ","), None)
    if (
        comma is None
        or any(i in parsed.parse.verbs for i in range(start, comma))
        or "," in words[start : one.first]
    ):
        return False
    opens = comma + 1
    return words[opens] in cues["determiners"] or parsed.sentence.capitals[opens]


def _anothers_own(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether sanctions taken over are another's: « a repris les sanctions de l'Union européenne »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = parsed.lead(one.first)
    behind = words[at] in cues["of_words"] and at - 1 in trigger.used and at - 1 > trigger.head
    told = [parsed.parse.verbs[i] for i in range(trigger.head, at) if i in parsed.parse.verbs]
    return behind and any(lemma in cues["takes_over"] for verb in told for lemma, _ in verb.readings)


def by_alone(parsed: Parsed, trigger: Trigger, made: list[tuple[Seen, str]]) -> list[tuple[Seen, str]]:
    """The sides where "by" tells who does an act: who stands before it does something else."""
    agents = [
        one for one, side in made
        if side == "subject" and one.first > trigger.head
        and preposition(parsed, one.first, trigger.end - 1) == "by"
    ]  # fmt: skip
    if not agents or trigger.kind.frame == "shared":
        return made
    apart = [one for one, side in made if side == "subject" and one.last < min(trigger.used)]
    apart = [one for one in apart if any(i in parsed.parse.verbs for i in range(one.last, trigger.head))]
    return [(one, "" if one in apart else side) for one, side in made]


def own_visit(parsed: Parsed, trigger: Trigger, made: list[tuple[Seen, str]]) -> list[tuple[Seen, str]]:
    """The sides where a visit is its clause's subject's: « X va rencontrer Y lors de sa visite »."""
    finite = parsed.parse.clauses[trigger.clause].finite
    if (
        trigger.kind.code != "visit"
        or not finite
        or finite[0] > trigger.head
        or not possessed(parsed, trigger)
    ):
        return made
    met = [one for one, side in made if side == "subject" and finite[0] < one.first < trigger.head]
    return [(one, "" if one in met else side) for one, side in made]


def _recalled_from(trigger: Trigger, one: Seen, tie: str) -> str:
    """The side of whom an envoy is recalled from or who is left; a state whose exit is told is who leaves.

    An ambassador is recalled from no person: "recalled him after Sanchez, in a letter to X, endorsed it".
    """
    if trigger.kind.code == "recall" and tie in ("to", "in", "against") and one.mention.rule not in _LANDS:
        return ""
    leaves = trigger.noun and trigger.kind.code == "treaty-exit" and tie == "of"
    return "subject" if leaves and one.mention.rule == "state" else "object"


def _sent_out(parsed: Parsed, trigger: Trigger, one: Seen, tie: str) -> str:
    """The side of whose soldiers were sent, or whose envoy was called home, told by a passive; or ""."""
    code, state = trigger.kind.code, one.mention.rule in _STATES
    if code == "recall" and one.first > trigger.head and tie in _POSTED:
        return "subject" if tie in ("in", "to") else "object"  # "was recalled to Moscow from Rome"
    pivot = min([trigger.head, *verb_group(parsed, trigger)])
    plain = not any(i in parsed.parse.verbs for i in range(one.last, pivot))
    before = one.first < trigger.head and tie in ("", "of") and plain
    return "subject" if before and (code == "deployment" or (code == "recall" and state)) else ""


_STATES = frozenset({"state", "adjective", "office of"})
"""By which rules a mention names a state, and no person."""


def _led_or_left(parsed: Parsed, trigger: Trigger, one: Seen, side: str) -> str:
    """The side of one who leads what others do ("talks chaired by X"), or from whom somebody comes."""
    if side and _of_its_noun(parsed, trigger, one):
        return ""
    if not side and trigger.kind.frame == "shared" and brokered(parsed, one):
        return "counterpart"
    left = one.first > 0 and parsed.sentence.words[one.first - 1] in parsed.words.cues["from_words"]
    named = one.mention.form in ("name", "metonym") and one.first > trigger.head
    return "" if left and named and trigger.kind.code == "visit" and not trigger.noun else side


def _of_its_noun(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether a participle tells of the noun before it: « X a salué l'accord signé par A et B »."""
    words, verbs, at = parsed.sentence.words, parsed.parse.verbs, trigger.head
    if (
        trigger.noun
        or not trigger.passive
        or trigger.finite
        or not at
        or words[at - 1] == ","
        or at - 1 in verbs
    ):
        return False
    by = not parsed.words.cues["by_words"].isdisjoint(words[trigger.end :])
    between = [i for i in range(one.last, at) if i in verbs]
    be = any(lemma in parsed.words.cues["be"] for i in between for lemma, _ in verbs[i].readings)
    return by and not be and any(not verbs[i].finite for i in between)
