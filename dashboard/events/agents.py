"""Whom "by" tells: who does an act, or whose something else in its sentence is. Called by ``sides``."""

from dashboard.events.adjectives import of_weapon
from dashboard.events.bystanders import sent
from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen, brokered
from dashboard.events.triggers import Trigger

OPINIONS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST", "DEMAND"})
"""Types of acts that others do about an act that a noun tells."""


def side_of_agent(parsed: Parsed, trigger: Trigger, one: Seen, side: str, tie: str, *, before: bool) -> str:
    """The side of one told as who does it, behind "by" or by what it was done with; else ``side``."""
    if of_weapon(parsed, trigger, one):
        return "subject"
    return _side_by(parsed, trigger, one, side, before=before) if tie == "by" else side


def _side_by(parsed: Parsed, trigger: Trigger, one: Seen, side: str, *, before: bool) -> str:
    """The side of one behind "by", which may belong to something else than the act."""
    side = "subject" if before and sent(parsed, one) else side
    if before and trigger.passive and trigger.kind.frame == "directed" and _of_front(parsed, trigger, one):
        return ""
    if not (before or trigger.noun or trigger.passive) and _of_scenery(parsed, trigger, one):
        return ""
    other = not (trigger.noun or trigger.passive) and not _right_behind(parsed, one)
    if not (before or trigger.noun or trigger.passive) and _on_the_way(parsed, one):
        return ""
    theme = (
        trigger.passive
        and not before
        and (_by_the_way(parsed, trigger, one) or _of_participle(parsed, trigger, one))
    )
    return "" if other or theme else side  # "a summit overshadowed by the fall of X"


def _by_the_way(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether "by" tells whose words an act is about: "was summoned over remarks by X"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    by = next((i for i in range(one.first - 1, trigger.head, -1) if words[i] in cues["by_words"]), 0)
    lead = range(max(trigger.end, by - _THEME), by)
    themes = cues["topic_words"] | cues["about_words"]
    capitals = parsed.sentence.capitals  # "were imposed on Chad by Mali": on Chad is what was done
    return any(
        words[i] in themes and parsed.dated.isdisjoint((i, i + 1)) and not any(capitals[i:by]) for i in lead
    )


_THEME = 3
"""How far before "by" the word may stand that tells what an act is about."""


def _of_participle(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether "by" belongs to another participle: "were deployed in villages inhabited by Serbs"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    by = next((i for i in range(one.first - 1, trigger.head, -1) if words[i] in cues["by_words"]), 0)
    told = by - 1 >= trigger.end and words[by - 1].endswith(parsed.words.ordered["participle_endings"])
    alone = words[by - 2] not in cues["coordinators"] and by - 1 not in parsed.dated
    return told and alone and not brokered(parsed, one)


def _on_the_way(parsed: Parsed, one: Seen) -> bool:
    """Whether a state is only passed through: « a rapatrié ses ressortissants par Djibouti »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = next(
        (i for i in (one.first - 1, one.first - 2) if i > 0 and words[i] in cues["through_words"]), None
    )
    if at is None or one.mention.rule != "state":
        return False
    verb = parsed.parse.verbs.get(at - 1)  # « une offre faite par l'Égypte »
    return verb is None or "participle" not in verb.tenses


def _of_scenery(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether "by" belongs to what was going on meanwhile: "signed a deal during a visit by Macron"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    return any(
        other.noun and other is not trigger and trigger.end <= other.head < one.first
        and not cues["adjuncts"].isdisjoint(words[max(trigger.end, other.head - _LEAD) : other.head])
        and not any(i in parsed.parse.verbs for i in range(other.end, one.first))
        for other in parsed.triggers
    )  # fmt: skip


_LEAD = 3
"""How far before a noun "during" may stand."""


def _of_front(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether "by" belongs to a participle before it: « Accusé par Pékin, X a été arrêté »."""
    return any(
        other is not trigger and not other.noun and other.head < one.first < trigger.head
        for other in parsed.triggers
    )


def of_other(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether another act's verb stands between a noun and one who is told behind "by"."""
    if not parsed.words.cues["judged"].isdisjoint(parsed.sentence.words[trigger.end : one.first]):
        return True  # « la présidentielle, jugée truquée par l'Union européenne »
    return any(
        not other.noun and trigger.end <= other.head < one.first and other.kind.type in OPINIONS
        for other in parsed.triggers
    )


def _right_behind(parsed: Parsed, one: Seen) -> bool:
    """Whether a mention follows "by" itself, and not something that is its own."""
    words, cues = parsed.sentence.words, parsed.words.cues
    return not any(words[i] in cues["of_words"] for i in range(max(0, one.first - 4), one.first))
