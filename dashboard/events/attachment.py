"""Which trigger a time expression dates: same noun phrase, same clause, then the sentence.

Called by reading. Scores are ordered, not probabilities; each pair of expression and trigger is used once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dashboard.events.arranging import arranged_by, arranges
from dashboard.events.binding import bound, in_force
from dashboard.events.fronting import (
    cleft,
    idle_object,
    idle_subject,
    introduced,
    left_undone,
    only_when,
    opens_for,
    presented,
)
from dashboard.events.governing import governed, yielded
from dashboard.events.insertions import eve_of, in_aside, noun_of, scene_date
from dashboard.events.mentioned import done_before, only_blames, says_which, talked_about, went_before
from dashboard.events.parsed import Parsed
from dashboard.events.participles import absolute, dated_apart, of_a_state, told_by_participle
from dashboard.events.penalties import (
    adjunct,
    beside,
    counted_from,
    gone_by,
    lasted,
    meanwhile,
    moved_to,
    names_year,
    of_the_object,
    predicate,
    quoted_apart,
    said_after,
    subject_of,
    vehicle,
)
from dashboard.events.repeating import (
    comma_before,
    later_of_two,
    left_out,
    listed,
    name_alone,
    one_more,
    onward,
)
from dashboard.events.triggers import Trigger
from dashboard.model import TimeExpression

BOUND, CLAUSE, SENTENCE = 10.0, 5.0, 1.0
"""Scores for: the date is part of the trigger's noun phrase; same clause; elsewhere in the sentence."""


_CARRIES = 8
"""How far behind "a letter" its date may stand: "a letter to his counterpart that was sent on"."""
_AT_ONCE = range(3)
"""How many words may stand between a verb and the date that follows it at once: "told reporters on"."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A trigger with the expression that dates it and how near they stand."""

    trigger: Trigger
    expression: TimeExpression
    score: float
    how: str


def _in_aside(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date belongs to a participle set apart: "the talks, opened on 2 March, failed"."""
    words = parsed.sentence.words
    return any(
        not other.noun and other is not trigger and other.clause == trigger.clause and other.passive
        and 0 < other.head < first < trigger.head
        and words[other.head - 1] == "," and "," not in words[other.head : first]
        for other in parsed.triggers
    )  # fmt: skip


def _tense_fits(
    trigger: Trigger, expression: TimeExpression, published: date | None, verb: frozenset[str]
) -> float:
    """A penalty where the tense of the verb and the side of the publication date contradict."""
    when = expression.when
    if when is None or published is None or trigger.noun:
        return 0.0
    past = verb and verb <= {"past", "participle", "imperfect"}
    if past and not trigger.passive and when.earliest is not None and when.earliest > published:
        return 4.0
    if "future" in verb and when.latest is not None and when.latest < published:
        return 2.0
    return 0.0


def score(
    parsed: Parsed,
    trigger: Trigger,
    expression: TimeExpression,
    published: date | None,
) -> tuple[float, str]:
    """How well an expression dates a trigger, and how: "bound", "clause" or "sentence"."""
    first, last = parsed.sentence.span(expression.start, expression.end)
    strength = 0.8 * trigger.weight
    gap = first - trigger.end if first >= trigger.end else trigger.head - last
    gap = max(gap, 0)
    arranged = arranged_by(parsed, first)
    if arranged is not None and trigger.head < arranged:
        if arranges(parsed, trigger, arranged):
            return BOUND + strength - 0.3 * (arranged - trigger.end), "clause"
        if trigger.noun or trigger.kind.type != "CONSULT":  # "will not attend the summit planned for May"
            return -1.0, "sentence"
    if first < trigger.end + _CARRIES and vehicle(parsed, trigger):
        return -1.0, "sentence"
    if (
        only_blames(parsed, trigger)
        or gone_by(parsed, trigger)
        or lasted(parsed, trigger, first)
        or eve_of(parsed, trigger, first)
        or said_after(parsed, trigger, last)
        or idle_object(parsed, trigger)
        or idle_subject(parsed, trigger)
        or left_undone(parsed, trigger)
        or went_before(parsed, trigger, last)
    ):
        return -1.0, "sentence"
    if scene_date(parsed, trigger, first):
        return -1.0, "sentence"
    own = noun_of(parsed, first, last)
    if own is not None:  # « la chute en 2011 du régime »: the date is that of "chute", whatever it tells
        dated = trigger.noun and trigger.end == own
        return (BOUND + strength, "bound") if dated else (-1.0, "sentence")
    if (lasting := in_force(parsed, first)) is not None:
        return (BOUND + strength, "bound") if trigger is lasting else (-1.0, "sentence")
    if bound(parsed, trigger, first, last):
        return BOUND + strength - 0.3 * gap, "bound"
    if (
        counted_from(parsed, trigger, first, last)
        or moved_to(parsed, trigger, first)
        or names_year(parsed, trigger, first, last)
        or quoted_apart(parsed, trigger, first)
        or says_which(parsed, trigger, first)
        or told_by_participle(parsed, trigger, first)
        or dated_apart(parsed, trigger, first)
        or in_aside(parsed, trigger, first)
    ):
        return -1.0, "sentence"
    here = parsed.parse.clause_of[min(first, len(parsed.parse.clause_of) - 1)]
    held = governed(trigger, parsed)
    cost = yielded(parsed, trigger, over=_over(expression, published)) if held else 0.0
    penalty = _tense_fits(trigger, expression, published, trigger.tenses)
    penalty += (
        talked_about(parsed, trigger) + of_the_object(parsed, trigger) + of_a_state(parsed, trigger, first)
    )
    penalty += adjunct(parsed, trigger) + beside(parsed, trigger, first) + subject_of(parsed, trigger, first)
    penalty += done_before(parsed, trigger, first)
    penalty += 4.0 if opens_for(parsed, trigger, here, last) else 0.0
    if here == trigger.clause:
        near = _in_clause(parsed, trigger, first, gap, cost=cost)
        return CLAUSE + strength + near - penalty, "clause"
    chain = parsed.parse.chain(here)
    if introduced(parsed, trigger, here, last):
        return CLAUSE - 1.5 + strength - penalty - cost, "clause"
    if (
        only_when(parsed, trigger, here)
        or cleft(parsed, trigger, first, last)
        or presented(parsed, trigger, here, last)
    ):
        return CLAUSE - 1.0 + strength - 0.02 * gap - (2.5 if held else 0.0), "clause"
    if _antecedent(parsed, trigger, here):
        return CLAUSE - 2.0 + strength - 0.05 * gap, "clause"
    open_ended = expression.when is not None and None in (expression.when.latest, expression.when.earliest)
    if parsed.parse.clauses[here].finite or open_ended:
        # the date belongs to a verb of its own, or says since when: it does not date another clause
        return -1.0, "sentence"
    if trigger.clause in chain:
        return SENTENCE + 1.2 + 0.4 * strength - 0.05 * gap - penalty - (1 if held else 0), "sentence"
    return SENTENCE + 0.4 * strength - 0.05 * gap - penalty - (1 if held else 0), "sentence"


def _over(expression: TimeExpression, published: date | None) -> bool:
    """Whether a date lies before the publication."""
    latest = expression.when.latest if expression.when is not None else None
    return published is not None and latest is not None and latest < published


def _in_clause(parsed: Parsed, trigger: Trigger, first: int, gap: int, *, cost: float) -> float:
    """How much better or worse a date of a trigger's own clause fits for where it stands."""
    leading = first < trigger.head and not any(
        i in parsed.parse.verbs and parsed.parse.verbs[i].finite
        for i in parsed.parse.clauses[trigger.clause].tokens
        if i < first
    )
    if leading:
        # "Le 3 mars, X a condamné l'attaque": a date in front belongs to the verb of the clause
        apart = _in_aside(parsed, trigger, first) or meanwhile(parsed, trigger, first)
        aside = 2.5 if apart or absolute(parsed, trigger) else 0.0
        return -0.02 * gap - (2.5 if cost else 0.0) - aside
    return (
        -0.06 * gap
        + (0.4 if trigger.head < first else -0.4)
        + (1.4 if _at_once(parsed, trigger, first) else 0.0)
        - cost
    )


def _at_once(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date follows a verb, and nothing else that is told stands between them."""
    ends = (
        trigger.kind.code == "expiry"
        and parsed.sentence.words[trigger.head - 1] in parsed.words.cues["infinitive_marks"]
    )
    # « a levé lundi les sanctions »: a date may stand within the words of the verb
    start = trigger.head + 1 if trigger.head < first < trigger.end else trigger.end
    if first - start not in _AT_ONCE or not (ends or predicate(parsed, trigger)):
        return False
    return not any(start <= other.head < first for other in parsed.triggers)


def _antecedent(parsed: Parsed, trigger: Trigger, here: int) -> bool:
    """Whether the date stands in a relative clause about a noun trigger: "the siege, which began in May"."""
    clause = parsed.parse.clauses[here]
    if not trigger.noun or clause.opener not in ("rel", "sub") or not clause.tokens:
        return False
    that = parsed.sentence.words[clause.tokens[0]] in parsed.words.cues["that_words"]
    if that:
        return clause.tokens[0] == trigger.end  # "a cease-fire that took hold in mid-October"
    between = range(trigger.end, clause.tokens[0])
    if any(i in parsed.parse.verbs and parsed.parse.verbs[i].finite for i in between):
        return False  # "broke off relations, and gave all who worked there until Sunday to leave"
    held = clause.opener == "rel" or _held(parsed, clause.tokens)
    return 0 <= clause.tokens[0] - trigger.end <= 6 and held


def _held(parsed: Parsed, tokens: Sequence[int]) -> bool:
    """Whether a clause only says who held a noun: « l'entretien [qu'ont eu mardi A et B] »."""
    verbs = [parsed.parse.verbs[i] for i in tokens if i in parsed.parse.verbs]
    having = parsed.words.cues["have"] | parsed.words.cues["holders"]
    told = all(any(lemma in having for lemma, _ in verb.readings) for verb in verbs)
    return bool(verbs) and told and parsed.sentence.words[tokens[0]] in parsed.words.cues["object_relatives"]


def again(
    parsed: Parsed,
    found: Sequence[Attachment],
    expressions: Sequence[TimeExpression],
) -> list[Attachment]:
    """Dates that repeat the verb before them: "they met on the 3rd, and again the following May"."""
    spent = {one.expression.start for one in found}
    made: list[Attachment] = []
    for expression in expressions:
        if expression.start in spent or expression.when is None:
            continue
        first, _ = parsed.sentence.span(expression.start, expression.end)
        before = [
            one
            for one in (*found, *made)
            if one.expression.start < expression.start and one.trigger.head < first
        ]
        if not before:
            continue
        model = max(before, key=lambda one: one.expression.start)
        lead = parsed.sentence.words[max(0, first - 6) : first]
        more = one_more(parsed, model.expression, expression)
        here = parsed.parse.clause_of[min(first, len(parsed.parse.clause_of) - 1)]
        gapped = (
            not parsed.words.cues["again"].isdisjoint(lead)
            or (lead[-1:] == (",",) and ";" in lead)
            or _another(parsed, model, expression, first)
            or left_out(parsed, model.expression, expression)
            or onward(parsed, model.expression, expression)
            or more
        )
        told = parsed.sentence.span(model.expression.start, model.expression.end)[1] if more else 0
        begins = max(model.trigger.head, told - 1)
        verbs = [i for i in parsed.parse.clauses[here].finite if begins < i < first]
        verbs = [i for i in verbs if i not in model.trigger.used]  # "shake hands"
        # "meeting in May, and again in June, they agreed"
        main = not model.trigger.noun and not model.trigger.finite
        after = [i for i in parsed.parse.clauses[here].finite if i > first and not main]
        if gapped and not verbs and not after:
            made.append(Attachment(model.trigger, expression, model.score - 2, "clause"))
    return made


def _another(parsed: Parsed, model: Attachment, expression: TimeExpression, first: int) -> bool:
    """Whether a name alone stands between two dates: "Poland voted on Monday, Peru on Tuesday"."""
    _, last = parsed.sentence.span(model.expression.start, model.expression.end)
    start = max(last, comma_before(parsed, first)) if last <= model.trigger.head else last
    listed = later_of_two(model.expression, expression)
    return not model.trigger.noun and start >= last and name_alone(parsed, start, first, alike=listed)


_LEAST = 0.2
"""The score below which a date does not date a trigger."""


def attach(
    parsed: Parsed,
    expressions: Sequence[TimeExpression],
    published: date | None,
) -> list[Attachment]:
    """Pairs of trigger and date, best first; each date once, and each trigger once."""
    pairs, on_list = [], listed(parsed, expressions)
    repeating = {
        two.start for one, two in pairwise(expressions)
        if one.when and any(same(parsed, one, two) for same in (one_more, left_out, onward))
    }  # fmt: skip
    for expression in expressions:
        if expression.start in repeating:
            continue  # left to ``again``
        first, last = parsed.sentence.span(expression.start, expression.end)
        for trigger in parsed.triggers:
            if first <= trigger.head < last:
                continue
            value, how = score(parsed, trigger, expression, published)
            if value >= _LEAST:
                pairs.append(Attachment(trigger, expression, value, how))
    pairs.sort(key=lambda pair: (-pair.score, pair.expression.start, pair.trigger.head))
    found: list[Attachment] = []
    spent_triggers: set[int] = set()
    spent: set[int] = set()
    for pair in pairs:
        if pair.expression.start in spent or pair.trigger.head in spent_triggers:
            continue
        if pair.expression.start in on_list:
            continue
        spent.add(pair.expression.start)
        spent_triggers.add(pair.trigger.head)
        found.append(pair)
    for start, before in on_list.items():
        found += [
            Attachment(one.trigger, expression, one.score, one.how)
            for one in found
            if one.expression is before
            for expression in expressions
            if expression.start == start
        ]
    return found
