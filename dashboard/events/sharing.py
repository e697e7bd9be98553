"""Acts that share the date of a clause beside their own: "On 3 May A met B, while C shelled D".

Called by scenes.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.events.attachment import Attachment
from dashboard.events.clauses import Clause
from dashboard.events.entries import looks_back
from dashboard.events.parsed import Parsed
from dashboard.events.participles import absolute
from dashboard.events.penalties import predicate
from dashboard.events.triggers import Trigger
from dashboard.model import Granularity, TimeExpression

_FINE = frozenset({Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH})
_SURE, _SAID = 2, 1
"""The strength of the kinds that a shared date is enough for; a saying will do where "while" joins."""


def meanwhile_told(
    parsed: Parsed, found: Sequence[Attachment], expressions: Sequence[TimeExpression]
) -> list[Attachment]:
    """What a clause tells that went on while another was, which has the date; and the other way round."""
    clauses = [one for one in parsed.parse.clauses if _says_while(parsed, one)]
    if not clauses:
        return []
    dated = {parsed.parse.clause_of[parsed.sentence.first_at(one.start)]: one for one in expressions}
    made: list[Attachment] = []
    for clause in clauses:
        for here, other in ((clause.number, clause.parent), (clause.parent, clause.number)):
            told = next((one for one in found if one.trigger.clause == here and _fine(one.expression)), None)
            day = told.expression if told else dated.get(-1 if here is None else here)
            if day is None or other is None or other in dated or not _fine(day):
                continue
            if any(one.trigger.clause == other for one in (*found, *made)):
                continue
            if told is None and (not _pins(parsed, clause) or any(t.clause == here for t in parsed.triggers)):
                continue  # the day is that of something else
            trigger = _act_of(parsed, other, _SAID)
            goes_on = trigger is not None and trigger.kind.strength < _SURE and "imperfect" in trigger.tenses
            if trigger is not None and not goes_on:  # « tandis que B se disait prêt »
                made.append(Attachment(trigger, day, told.score - 2 if told else 1.0, "clause"))
    return made


def beside_told(
    parsed: Parsed, found: Sequence[Attachment], expressions: Sequence[TimeExpression]
) -> list[Attachment]:
    """What stands behind the semicolon of an entry: "3 May: A expels two envoys; B shuts a consulate"."""
    dated = {parsed.parse.clause_of[parsed.sentence.first_at(one.start)] for one in expressions}
    told = found[0] if found else None
    if ";" not in parsed.sentence.words or told is None or len(dated) > 1 or not _fine(told.expression):
        return []
    if not _labels(parsed, told.expression):
        return []
    taken = {one.trigger.clause for one in found if not one.trigger.noun} | dated
    acts = [
        _act_of(parsed, clause.number)
        for clause in parsed.parse.clauses
        if clause.number not in taken and clause.opener in ("beside", "coord") and clause.tokens
        and parsed.sentence.words[clause.tokens[0]] == ";"
    ]  # fmt: skip
    fought = told.trigger.kind.type == "ASSAULT"  # "A storms B; the governor surrenders" tells its outcome
    return [
        Attachment(act, told.expression, told.score - 2, "clause")
        for act in acts
        if act is not None and not (fought and act.kind.type in _OUTCOMES)
    ]


_OUTCOMES = frozenset({"ASSAULT", "RETREAT"})
"""What comes of an attack: "A bombs B; forty are killed"."""


def by_the_main(parsed: Parsed, found: Sequence[Attachment]) -> list[Attachment]:
    """The attachments; what those who met then did takes the day: "They, meeting in A on 3 May, closed"."""
    words, made = parsed.sentence.words, list[Attachment]()
    if not parsed.words.cues["infinitive_marks"]:
        return list(found)  # « en rencontrant A lundi, B a signé » tells how
    for one in found:
        told, (_, last) = one.trigger, parsed.sentence.span(one.expression.start, one.expression.end)
        apart = told.head == 0 or words[told.head - 1] == ","
        gerund = not told.noun and not told.finite and "gerund" in told.tenses and told.kind.type == "CONSULT"
        act = _behind_comma(parsed, told, last) if apart and gerund and told.head < last else None
        free = act is not None and all(other.trigger.head != act.head for other in found)
        made.append(replace(one, trigger=act) if act is not None and free else one)
    return made


def _behind_comma(parsed: Parsed, told: Trigger, last: int) -> Trigger | None:
    """The first verb of some weight of a clause behind the comma that closes what is set apart in it."""
    words, tokens = parsed.sentence.words, parsed.parse.clauses[told.clause].tokens
    comma = next((i for i in range(last, len(words)) if words[i] == ","), None)
    if comma is None or any(i in parsed.dated for i in tokens if i > comma):
        return None
    verbs = (t for t in parsed.triggers if t.clause == told.clause and t.head > comma and not t.noun)
    act = next(verbs, None)
    if act is None or act.kind.strength < _SURE or act.kind.type == told.kind.type:
        return None
    return act if predicate(parsed, act) else None


def said_there(
    parsed: Parsed, found: Sequence[Attachment], expressions: Sequence[TimeExpression]
) -> list[Attachment]:
    """What somebody said who was somewhere on a day: "A, who was in Oslo on Monday for talks, said"."""
    made: list[Attachment] = []
    dated = {parsed.parse.clause_of[parsed.sentence.first_at(one.start)] for one in expressions}
    for one in found:
        clause = parsed.parse.clauses[one.trigger.clause]
        if (
            clause.opener != "rel"
            or clause.parent is None
            or clause.parent in dated
            or not _fine(one.expression)
        ):
            continue
        verbs = [parsed.parse.verbs[i] for i in clause.finite]
        past = all("past" in verb.tenses for verb in verbs) and not looks_back(parsed, one.trigger)
        if one.trigger.kind.code not in _TALKING or not past:
            continue
        saying = next((t for t in parsed.triggers if t.clause == clause.parent and not t.noun), None)
        spoken = saying is not None and saying.kind.code == "statement" and saying.head > max(clause.tokens)
        if saying is None or looks_back(parsed, saying):
            continue
        if spoken and all(other.trigger.head != saying.head for other in found):
            made.append(Attachment(saying, one.expression, one.score - 2, "clause"))
    return made


_TALKING = frozenset({"meeting", "talks", "summit", "hosting", "conversation"})
"""Kinds of what somebody does who is somewhere to speak."""


def told_before(parsed: Parsed, found: Sequence[Attachment]) -> list[Attachment]:
    """What a participle with a subject of its own tells behind a date: « Le 3 mai, A ayant refusé, B »."""
    made: list[Attachment] = []
    taken = {one.trigger.head for one in found}
    for trigger in parsed.triggers:
        if trigger.head in taken or trigger.kind.strength < _SURE or not absolute(parsed, trigger):
            continue
        for one in found:
            ends = parsed.sentence.first_at(one.expression.end - 1)
            within = ends < trigger.head < one.trigger.head and one.trigger.clause == trigger.clause
            if within and _fine(one.expression):
                made.append(Attachment(trigger, one.expression, one.score - 2, "clause"))
                break
    return made


def in_turn(parsed: Parsed, found: Sequence[Attachment], dates: Sequence[TimeExpression]) -> list[Attachment]:
    """The second of two acts told one by one of a day: « Le 3 mai, A rappelait son consul et fermait B ».

    In other tenses a second verb mostly tells more of the same act.
    """
    dated = {parsed.parse.clause_of[parsed.sentence.first_at(one.start)] for one in dates}
    made: list[Attachment] = []
    taken = {one.trigger.head for one in found}
    for one in found:
        when = one.expression.when
        if when is None or not when.granularity.to_the_day or "imperfect" not in one.trigger.tenses:
            continue
        for trigger in parsed.triggers:
            able = trigger.head not in taken and trigger.kind.strength >= _WEIGHTY
            if able and trigger.clause not in dated and _goes_on_with(parsed, one.trigger, trigger):
                taken.add(trigger.head)
                made.append(Attachment(trigger, one.expression, one.score - 2, "clause"))
    return made


_WEIGHTY = 3
"""The strength of the kinds that are told as an act of their own."""


def _goes_on_with(parsed: Parsed, told: Trigger, trigger: Trigger) -> bool:
    """Whether a verb goes on behind "and" with what the subject of another was telling."""
    words, cues, clauses = parsed.sentence.words, parsed.words.cues, parsed.parse.clauses
    clause = clauses[trigger.clause]
    beside = clause.opener in ("coord", "beside") and clause.parent == clauses[told.clause].parent
    if not beside or trigger.head < told.end or "imperfect" not in trigger.tenses:
        return False
    small = cues["pronouns"] | cues["thing_pronouns"]
    start = next((i for i in range(trigger.head - 1, told.end, -1) if words[i] not in small), told.end)
    return words[start] in cues["coordinators"] and predicate(parsed, trigger)


def _labels(parsed: Parsed, date: TimeExpression) -> bool:
    """Whether a date heads the entry of a chronicle: "- 3 May: A expels two envoys"."""
    first, last = parsed.sentence.span(date.start, date.end)
    words = parsed.sentence.words
    alone = not any(word[0].isalnum() for word in words[:first])
    return alone and words[last : last + 1] in ((":",), ("–",), ("—",))


def _says_while(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause opens with what says that it went on at the same time: "while X was received"."""
    if clause.opener != "sub" or not clause.tokens:
        return False
    words, cues, at = parsed.sentence.words, parsed.words.cues, clause.tokens[0]
    if cues["infinitive_marks"] and words[at - 1 : at] != (",",):
        return False  # "put on hold while C made a last bid": only part of what the clause tells
    opens = [words[i] for i in clause.tokens[:2]]
    return not cues["while_words"].isdisjoint((opens[0], " ".join(opens)))


def _pins(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause says that it was on the very day: « le jour où X fut reçu », not « alors que »."""
    return parsed.sentence.words[clause.tokens[1]] in parsed.words.cues["relatives"]


def _fine(date: TimeExpression) -> bool:
    when = date.when
    return when is not None and when.granularity in _FINE and when.latest is not None


def _act_of(parsed: Parsed, clause: int, least: int = _SURE) -> Trigger | None:
    """The first verb of a clause that tells an act of some weight."""
    return next(
        (
            one for one in parsed.triggers
            if one.clause == clause and one.kind.strength >= least and predicate(parsed, one)
        ),
        None,
    )  # fmt: skip
