"""Acts whose subject is whom they are meant for: "Israel came under attack". Called by casting."""

from collections.abc import Sequence

from dashboard.events.bearers import with_title
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import behind_adjuncts, inverted
from dashboard.events.quoting import after_quote
from dashboard.events.sides import SUFFERED
from dashboard.events.status import verb_group
from dashboard.events.ties import TIES, Seen, asked, listed, preposition
from dashboard.events.triggers import Trigger

_PUT_OUT = frozenset({"exclusion", "expulsion"})
_NEAR = 6
"""How far before a noun the verb may stand that has it as its object."""


def turned(parsed: Parsed, trigger: Trigger, sided: Sequence[tuple[Seen, str]]) -> list[tuple[Seen, str]]:
    """The mentions with their sides, turned round where the words tell the act from its receiving end."""
    if not trigger.noun and trigger.head in parsed.parse.verbs and inverted(parsed, trigger.head):
        return _said_behind(parsed, trigger, sided)
    if trigger.kind.frame != "directed" or trigger.kind.code == "act":
        return list(sided)
    if _let_be_done(parsed, trigger):
        return [(one, _suffered(trigger, one, side)) for one, side in sided]
    if _received(parsed, trigger):
        return [(one, _turn(parsed, trigger, one, side)) for one, side in sided]
    told = [side for _, side in sided]
    if trigger.noun and trigger.kind.code in SUFFERED and "object" not in told:
        return [
            (one, "object" if side == "subject" and _owns(parsed, trigger, one) else side)
            for one, side in sided
        ]
    if "subject" not in told and told.count("counterpart") > 1:  # "relations between A and B are broken off"
        return [(one, "mutual" if side == "counterpart" else side) for one, side in sided]
    if not trigger.passive or trigger.noun:
        return list(sided)
    return [(one, "subject" if _receives(parsed, trigger, one, side) else side) for one, side in sided]


def _let_be_done(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether the subject suffers an act told by an infinitive: « s'est vu refuser l'entrée »."""
    cues, lead = parsed.words.cues, parsed.sentence.words[max(0, trigger.head - _REFLEXIVE) : trigger.head]
    if trigger.noun or cues["reflexives"].isdisjoint(lead):
        return False
    at = trigger.head - 1 if trigger.tenses == {"infinitive"} else trigger.head
    verb = parsed.parse.verbs.get(at)
    return verb is not None and any(lemma in cues["lets_be_done"] for lemma, _ in verb.readings)


def _suffered(trigger: Trigger, one: Seen, side: str) -> str:
    """The side of who suffers, before the verb, and of who does it: « s'est vu interdire le sol suisse »."""
    if one.last <= min(trigger.used):
        return "object" if side == "subject" else side
    return "subject" if side in ("object", "in") else side


_REFLEXIVE = 4
"""How far before such an infinitive its "se" may stand."""


def _owns(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether an act is somebody's: "his arrest", "Rubio's appointment", « son limogeage »."""
    words, start = parsed.sentence.words, min(trigger.used)
    mark = words[one.last] if one.last < start else ""
    return mark in ("'s", "'") or (one.last == start and words[one.first] in parsed.words.cues["possessives"])


def _said_behind(
    parsed: Parsed, trigger: Trigger, sided: Sequence[tuple[Seen, str]]
) -> list[tuple[Seen, str]]:
    """The mentions where who speaks stands behind the verb: the first there, and who is listed with it."""
    found: list[tuple[Seen, str]] = []
    speaking = False
    floor = (behind_adjuncts(parsed, max(trigger.used) + 1) or trigger.end) - 1
    group = verb_group(parsed, trigger)
    quoted = after_quote(parsed.sentence.words, parsed.parse.verbs, trigger.head, parsed.words)
    for one, side in sided:
        if one.first < trigger.head:
            elsewhere = "concerned" if side in ("subject", "object") else side
            found.append((one, "subject" if asked(parsed, one, group) else elsewhere))
            continue
        last = found[-1][0] if found and speaking else None
        tie = preposition(parsed, one.first, floor)
        told = not tie or (tie == "of" and _spoken_for(parsed, trigger, one))
        told = told or (quoted and _untied(parsed, one))
        alone = told and all(other != "subject" for _, other in found)
        speaking = alone if last is None else listed(parsed, last, one)
        found.append((one, "subject" if speaking else side))
    return found


def _untied(parsed: Parsed, one: Seen) -> bool:
    """Whether no small word stands before a mention: « …, a lancé sur Twitter le ministre X »."""
    at = parsed.lead(with_title(parsed, one).first, "determiners")
    words, cues = parsed.sentence.words, parsed.words.cues
    return not any(words[at] in cues[name] or words[at + 1] in cues[name] for name in TIES)


def _spoken_for(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether a text or a spokesman stands before who says it: « a indiqué un communiqué de l'Otan »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    between = words[trigger.end : one.first]
    return "," not in between and not (cues["vehicles"] | cues["mouthpieces"]).isdisjoint(between)


def _turn(parsed: Parsed, trigger: Trigger, one: Seen, side: str) -> str:
    """The side of who gets something, before the verb, and of the one from whom it comes, behind it."""
    if one.last <= min(trigger.used):
        return "object" if side == "subject" else side
    from_whom = preposition(parsed, one.first, trigger.head) in ("of", "by") or _comes_from(parsed, one)
    from_whom = from_whom or _falls(parsed, trigger.head)
    return "subject" if side == "object" and from_whom else side


def _comes_from(parsed: Parsed, one: Seen) -> bool:
    lead = parsed.sentence.words[max(0, one.first - 2) : one.first]
    return not parsed.words.cues["from_words"].isdisjoint(lead)


def _received(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether somebody suffers or gets what is told: "obtained a loan", "came under attack"."""
    verbs = parsed.parse.verbs
    if not trigger.noun and _falls_to(parsed, trigger.head):
        return True
    if trigger.passive or _for_another(parsed, trigger):
        return False
    if not trigger.noun:
        return any(told(parsed, trigger.head) for told in (_gets, _comes_under, _falls))
    at = next((i for i in range(min(trigger.used) - 1, -1, -1) if i in verbs), None)
    near = at is not None and min(trigger.used) - at <= _NEAR
    return (
        at is not None and near and parsed.parse.clause_of[at] == trigger.clause
        and (_gets(parsed, at) or _comes_under(parsed, at) or _wins(parsed, trigger, at))
        and not any(parsed.sentence.words[i] in ",;:" for i in range(at, min(trigger.used)))
    )  # fmt: skip


def _for_another(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether somebody gets others freed: « a obtenu la libération d'un otage », not « sa libération »."""
    own = (parsed.sentence.words[i - 1] in parsed.words.cues["possessives"] for i in trigger.used)
    return not trigger.noun and trigger.kind.code == "release" and not any(own)


def _comes_under(parsed: Parsed, at: int) -> bool:
    """Whether a verb tells that somebody comes under something: "came under fire"."""
    verb, cues = parsed.parse.verbs.get(at), parsed.words.cues
    under = parsed.sentence.words[at + 1 : at + 2]
    return verb is not None and set(under) <= cues["under_words"] and any(
        lemma in cues["under_verbs"] for lemma, _ in verb.readings
    )  # fmt: skip


def _falls(parsed: Parsed, at: int) -> bool:
    """Whether a verb tells that somebody falls to another: "Kabul fell to the Taliban"."""
    verb, cues = parsed.parse.verbs.get(at), parsed.words.cues
    taken = set(parsed.sentence.words[at + 1 : at + 2]) <= cues["given_to"]
    return verb is not None and taken and any(lemma in cues["falls"] for lemma, _ in verb.readings)


def _wins(parsed: Parsed, trigger: Trigger, at: int) -> bool:
    """Whether something is won from somebody: "won recognition from Bahrain", but "won the war"."""
    verb, cues = parsed.parse.verbs.get(at), parsed.words.cues
    behind = set(parsed.sentence.words[trigger.end : trigger.end + 1]) & cues["from_words"]
    return bool(behind) and verb is not None and any(lemma in cues["wins"] for lemma, _ in verb.readings)


def _falls_to(parsed: Parsed, at: int) -> bool:
    """Whether a verb tells into whose hands something comes: « tombée aux mains de », "fell to"."""
    verb, cues = parsed.parse.verbs.get(at), parsed.words.cues
    behind = [i for i in range(at + 1, len(parsed.sentence.words)) if i not in parsed.dated][:_HANDS]
    near = (parsed.sentence.words[i] for i in behind)
    return verb is not None and not cues["hands"].isdisjoint(near) and any(
        lemma in cues["changes_hands"] for lemma, _ in verb.readings
    )  # fmt: skip


_HANDS = 4
"""How far behind the verb "the hands" may stand."""


def _gets(parsed: Parsed, at: int) -> bool:
    verb = parsed.parse.verbs.get(at)
    return verb is not None and any(lemma in parsed.words.cues["receives"] for lemma, _ in verb.readings)


def _receives(parsed: Parsed, trigger: Trigger, one: Seen, side: str) -> bool:
    """Whether who is told behind a passive does it: who shuts out, or before whom an envoy is summoned."""
    if side != "object" or one.first < trigger.head:
        return False
    tie = preposition(parsed, one.first, trigger.head)
    if trigger.kind.code in _PUT_OUT:
        return tie == "of" or _comes_from(parsed, one)
    return trigger.kind.code == "summoning" and tie in ("to", "in")
