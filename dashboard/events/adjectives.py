"""Which adjectives of nations name nobody who takes part: what they describe is another act or a thing.

Called by casting.
"""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger

_ENTERING = frozenset({"incursion", "invasion"})
"""Kinds that are against the state whose ground or waters are entered."""


def _describes_next(parsed: Parsed, one: Seen) -> bool:
    words, cues = parsed.sentence.words, parsed.words.cues
    follows = words[one.last] if one.last < len(words) else "."
    return follows.isalpha() and follows not in cues["coordinators"] | cues["place_words"]


_TRADE = frozenset({"tariffs", "embargo", "lifting", "sanctions", "asset-freeze"})
"""Kinds that hit the state whose goods they are on: "tariffs on Australian wine"."""


_STRIKING = frozenset({"sanctions", "asset-freeze"})
"""Kinds that hit a state whose firms and people they are on: « des sanctions à deux sociétés chinoises »."""


def taxed(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether an adjective tells whose goods are taxed or banned: « des taxes sur le vin australien »."""
    lead = parsed.sentence.words[max(0, one.first - 3) : one.first]
    if one.mention.form != "demonym" or trigger.kind.code not in _TRADE:
        return False
    struck = trigger.kind.code in _STRIKING and one.first >= trigger.end
    return struck or not parsed.words.cues["hit_on"].isdisjoint(lead)


def _somebody(parsed: Parsed, one: Seen) -> bool:
    """Whether an apposition only tells of what nation people are: "two women, an Indonesian and a Lao"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    start = one.first
    while start > 1 and words[start - 1] in cues["one_of_them"]:
        if words[start - 2] == ",":
            return True
        if start < 4 or words[start - 2] not in cues["coordinators"]:
            return False
        start -= 3  # "an Indonesian and a Vietnamese"
    return False


def describes(parsed: Parsed, one: Seen, before: Sequence[Seen], trigger: Trigger) -> bool:
    """Whether a nation only describes: a place ("the Indonesian island") or somebody apposed to a name."""
    word = parsed.sentence.words[one.last - 1]
    if "-" in word and word.rpartition("-")[2] in parsed.words.cues["only_describes"]:
        return True  # "Iran-backed rebels"
    if one.mention.form != "demonym" or one.last == min(trigger.used) or one.first == trigger.end:
        return False
    words, cues = parsed.sentence.words, parsed.words.cues
    if words[one.first - 1] in cues["only_describes"]:
        return True  # « munis de passeports canadiens »
    if taxed(parsed, one, trigger) or of_weapon(parsed, trigger, one):
        return False
    if _somebody(parsed, one):
        return True
    if one.last < len(words) and words[one.last] in cues["private_nouns"]:
        return True
    if one.first and words[one.first - 1] in cues["private_before"]:
        return True  # « une société chinoise »
    lead = words[max(0, one.first - 2) : one.first]
    against = cues["against_words"] if trigger.kind.type == "SANCTION" else frozenset[str]()
    # "sailed into Japanese waters", but "known as Leila in Arabic and"
    enters = trigger.kind.code in _ENTERING and one.first > trigger.head and _describes_next(parsed, one)
    if not enters and any(word in cues["spot_words"] - against for word in lead):
        return True  # but "sanctions on four Russian officials"
    if not before or before[-1].mention.form == "demonym":
        return False
    if before[-1].last == one.first and before[-1].mention.form in ("name", "alias"):
        return True  # « le Hezbollah libanais »
    between = range(before[-1].last, one.first)
    if one.mention.text.isupper() and not _describes_next(parsed, one):
        return False  # "X, the U.S. and Y"
    apposed = len(between) <= 4 and len(between) > 0 and words[between[0]] == ","
    return apposed and not any(i in parsed.parse.verbs or words[i] in cues["coordinators"] for i in between)


def _about(parsed: Parsed, one: Seen) -> bool:
    """Whether an adjective follows a word that tells what an act is about."""
    lead = parsed.sentence.words[one.first - 1] if one.first else ""
    return lead in parsed.words.cues["topic_words"]


def _beside(parsed: Parsed, one: Seen, noun: Trigger) -> bool:
    """Whether an adjective is beside a noun as its language has it: "Israeli strike", « frappe russe »."""
    return one.last == min(noun.used) if parsed.words.cues["infinitive_marks"] else one.first == noun.end


def _own_weapon(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether an adjective tells whose act the subject of a verb is: "an American strike killed X"."""
    words = parsed.sentence.words
    return not trigger.noun and not trigger.passive and any(
        other.noun and other.kind.type == trigger.kind.type and other.clause == trigger.clause
        and _beside(parsed, one, other)
        and 0 <= trigger.head - max(one.last, other.end) <= _SUBJECT
        and not any(words[i] in ",;:" for i in range(other.end, trigger.head))
        for other in parsed.triggers
    )  # fmt: skip


_SUBJECT = 5
"""How far behind such a subject its verb may stand."""


_BLAMING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types whose object is whose deed it was: "condemned the Iranian attack", "rejected the Saudi offer"."""
_BLAMED = 3
"""How many words behind the verb such an adjective may stand."""


def of_weapon(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether an adjective tells whose attack it was: "killed in an American strike", « un raid russe »."""
    if one.mention.form != "demonym" or trigger.kind.type != "ASSAULT":
        return False
    words, cues = parsed.sentence.words, parsed.words.cues
    if trigger.noun or trigger.tenses == {"gerund"}:
        return _beside(parsed, one, trigger)
    before = bool(cues["infinitive_marks"])
    beside = words[one.last : one.last + _NEXT] if before else words[max(0, one.first - _NEXT) : one.first]
    start = one.first if before else one.first - _NEXT
    lead = words[max(trigger.end, start - _LED) : start]
    return not cues["weapons"].isdisjoint(beside) and not cues["brought_by"].isdisjoint(lead)


_NEXT = 2
"""How near its adjective the noun of an attack stands: "Israeli drone strike", « frappe aérienne russe »."""
_LED = 4
"""How far before such a noun "in" or "by" may stand."""


def adjective_of_another(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a demonym only describes another act: "la menace russe" in a sentence about a summit."""
    if one.mention.form != "demonym":
        return False
    if one.mention.rule == "joined" and trigger.kind.frame == "shared" and not trigger.noun:
        return False  # "the Sino-British declaration was signed"
    near = [at for at in range(trigger.end, one.first) if at not in parsed.dated]
    if (
        trigger.kind.type in _BLAMING
        and not trigger.noun
        and trigger.end < one.first
        and len(near) <= _BLAMED
    ):
        return False  # « a condamné les tirs iraniens »
    if trigger.kind.type in _BLAMING and not trigger.noun and _about(parsed, one):
        return False  # "complained to the WTO about American tariffs"
    if _own_weapon(parsed, one, trigger) or of_weapon(parsed, trigger, one):
        return False
    return any(
        other is not trigger and other.noun and (one.last == min(other.used) or one.first == other.end)
        for other in parsed.triggers
    )
