"""Acts that share the date of a clause beside their own: "On 3 May A met B, while C shelled D".

Called by scenes.
"""

from collections.abc import Sequence

from dashboard.events.attachment import Attachment
from dashboard.events.clauses import Clause
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.promptly import said_at_once
from dashboard.events.triggers import Trigger
from dashboard.model import Granularity, TimeExpression

_FINE = frozenset({Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH})


def meanwhile_told(
    parsed: Parsed, found: Sequence[Attachment], expressions: Sequence[TimeExpression]
) -> list[Attachment]:
    """What a clause tells that went on while another was, which has the date; and the other way round."""
    clauses = [one for one in parsed.parse.clauses if _says_while(parsed, one)]
    if not clauses:
        return []
    dated = {parsed.parse.clause_of[parsed.sentence.first_at(one.start)] for one in expressions}
    made: list[Attachment] = []
    for clause in clauses:
        for here, other in ((clause.number, clause.parent), (clause.parent, clause.number)):
            told = next((one for one in found if one.trigger.clause == here and _fine(one)), None)
            if told is None or other is None or other in dated:
                continue
            if any(one.trigger.clause == other for one in (*found, *made)):
                continue
            trigger = _act_of(parsed, other)
            if trigger is not None:
                made.append(Attachment(trigger, told.expression, told.score - 2, "clause"))
    return made


def beside_told(
    parsed: Parsed, found: Sequence[Attachment], expressions: Sequence[TimeExpression]
) -> list[Attachment]:
    """What is told under a date before it: behind the semicolon of an entry, or said to be at once.

    "3 May: A expels two envoys; B shuts a consulate"; "On 3 May A passed a law, at once signed by B".
    """
    dated = {parsed.parse.clause_of[parsed.sentence.first_at(one.start)] for one in expressions}
    made: list[Attachment] = []
    taken = {one.trigger.clause for one in found if not one.trigger.noun}
    for trigger in parsed.triggers:
        clause = parsed.parse.clauses[trigger.clause]
        start = clause.tokens[0] if clause.tokens else 0
        ahead = [one for one in found if one.trigger.head < trigger.head and one.trigger.clause in dated]
        told = max(ahead, key=lambda one: one.trigger.head, default=None)
        if told is None or not _fine(told):
            continue
        prompt = _participle_at_once(parsed, trigger)
        if not prompt and (
            clause.number in taken | dated or clause.opener not in ("beside", "coord")
            or trigger != _act_of(parsed, clause.number)
        ):  # fmt: skip
            continue
        entry = parsed.sentence.words[start] == ";" and len(dated) == 1 and _labels(parsed, told.expression)
        if prompt or entry or said_at_once(parsed, trigger):
            taken.add(clause.number)
            made.append(Attachment(trigger, told.expression, told.score - 2, "clause"))
    return made


def _participle_at_once(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a participle tells behind a comma what was done at once: "a law, at once signed by X"."""
    words, head = parsed.sentence.words, trigger.head
    if trigger.noun or not trigger.passive or predicate(parsed, trigger) or trigger.kind.strength < _SURE:
        return False
    comma = next((i for i in range(head - 2, max(0, head - _LED), -1) if words[i] == ","), None)
    lead = " ".join(words[comma + 1 : head]).replace("' ", "'") if comma is not None else ""
    return bool(lead) and parsed.words.phrases("at_once").pattern.fullmatch(lead) is not None


_LED = 7
"""How far before a participle the comma may stand behind which it is said to be at once."""


def _labels(parsed: Parsed, date: TimeExpression) -> bool:
    """Whether a date heads the entry of a chronicle: "- 3 May: A expels two envoys"."""
    first, last = parsed.sentence.span(date.start, date.end)
    words = parsed.sentence.words
    alone = not any(word[0].isalnum() for word in words[:first])
    return alone and words[last : last + 1] in ((":",), ("–",), ("—",))


def _says_while(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause opens with what says that it went on at the same time: "while X was received"."""
    opens = [parsed.sentence.words[i] for i in clause.tokens[:2]]
    return clause.opener == "sub" and not parsed.words.cues["while_words"].isdisjoint(
        (opens[0], " ".join(opens))
    )


def _fine(one: Attachment) -> bool:
    when = one.expression.when
    return when is not None and when.granularity in _FINE and when.latest is not None


def _act_of(parsed: Parsed, clause: int) -> Trigger | None:
    """The first verb of a clause that tells an act of some weight."""
    return next(
        (
            one for one in parsed.triggers
            if one.clause == clause and one.kind.strength >= _SURE and predicate(parsed, one)
            and one.kind.code != "killing"  # "A bombs B; forty are killed" tells one act
        ),
        None,
    )  # fmt: skip


_SURE = 2
"""The strength of the kinds that a shared date is enough for."""
