"""Acts that share the date of another clause, or are counted from it. Called by attachment and scenes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dashboard.dates import edtf, reasons
from dashboard.dates.almanac import add_months
from dashboard.events.attachment import Attachment
from dashboard.events.entries import looks_back
from dashboard.events.mentioned import having
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.status import verb_group
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger
from dashboard.model import Granularity, TimeExpression, When

_COUNT = re.compile(r"P(\d{1,3})([DWM])")
"""A duration that another day is counted by: "P2W"."""
_HOURS = re.compile(r"PT(?:\d{1,2}|X)[HM]")
"""A duration within a day: "PT3H", "PTXH"."""
_MONTH = len("2019-05")
_SURE = 3
"""The strength of the kinds that a lent date is enough for."""
_PLAIN = 2
"""The same where a date in front dates two clauses that "and" joins."""
_OBJECT = 2
"""The least words behind such a verb that tell anything."""


def coordinated(
    parsed: Parsed, found: Sequence[Attachment], expressions: Sequence[TimeExpression], people: Sequence[Seen]
) -> list[Attachment]:
    """The acts of others in clauses beside that of a date in front: "On Monday A met B, and C left"."""
    made: list[Attachment] = []
    for one in found:
        first, _ = parsed.sentence.span(one.expression.start, one.expression.end)
        if not _leads(parsed, one, first):
            continue
        spent = {other.trigger.clause for other in (*found, *made)}
        for trigger in parsed.triggers:
            own = any(
                parsed.parse.clause_of[parsed.sentence.first_at(e.start)] == trigger.clause
                for e in expressions
            )
            if own or trigger.clause in spent or not _beside(parsed, one.trigger, trigger, people):
                continue
            spent.add(trigger.clause)
            made.append(Attachment(trigger, one.expression, one.score - 2, "clause"))
    return made


def _leads(parsed: Parsed, one: Attachment, first: int) -> bool:
    """Whether a date stands in front of the sentence and dates its first verb."""
    ahead = any(verb.finite and at < first for at, verb in parsed.parse.verbs.items())
    return not ahead and first < one.trigger.head and predicate(parsed, one.trigger)


def _beside(parsed: Parsed, told: Trigger, trigger: Trigger, people: Sequence[Seen]) -> bool:
    """Whether a clause goes on beside a told one, of which somebody else is the subject."""
    words, clauses = parsed.sentence.words, parsed.parse.clauses
    clause = clauses[trigger.clause]
    if trigger.clause == told.clause or trigger.kind.strength < _PLAIN or not predicate(parsed, trigger):
        return False
    ahead = ["future" in _tenses(parsed, one) for one in (told, trigger)]
    if looks_back(parsed, trigger) or ahead[0] != ahead[1]:
        return False  # "On Monday A left; B had done so before", "On Monday A will host B, and C has asked D"
    beside = clause.opener in ("coord", "beside") and clause.parent == clauses[told.clause].parent
    if not beside or trigger.head < told.end:
        return False
    if trigger.kind.strength < _SURE and max(clause.tokens) - trigger.head < _OBJECT:
        return False  # "On 8 March A proposed a meeting, and B accepted."
    start = next((i for i in clause.tokens if words[i].isalpha()), trigger.head)
    joined = words[start] in parsed.words.cues["coordinators"] and ";" not in words[told.end : start]
    subject = any(start < seen.first and seen.last <= trigger.head for seen in people)
    return joined and subject and words[start - 1 : start] == (",",)


def _tenses(parsed: Parsed, trigger: Trigger) -> set[str]:
    """The tenses of a verb and its helpers."""
    return {tense for i in verb_group(parsed, trigger) for tense in parsed.parse.verbs[i].tenses}


def counted(
    parsed: Parsed,
    found: Sequence[Attachment],
    expressions: Sequence[TimeExpression],
    dates: Sequence[TimeExpression],
) -> list[Attachment]:
    """The acts that a dated one is counted from, or that are counted from one behind "after".

    "Said on Thursday, a day after A had met B"; "a day after the attack of 20 May, A bombed B".
    """
    made: list[Attachment] = []
    spent = {one.trigger.head for one in found}
    for expression in expressions:
        count = _COUNT.fullmatch(expression.timex_value) if expression.when is None else None
        first, last = parsed.sentence.span(expression.start, expression.end)
        if _HOURS.fullmatch(expression.timex_value):
            same = _same_day(parsed, found, dates, last)
            if same is not None and same.trigger.head not in spent:
                spent.add(same.trigger.head)
                made.append(same)
        if count is None:
            continue
        last += parsed.sentence.words[last : last + 1] != () and (
            parsed.sentence.words[last] in parsed.words.cues["merely"]
        )
        one = _counted_at(parsed, found, (first, last), (count[1], count[2]), spent)
        if one is not None:
            spent.add(one.trigger.head)
            made.append(replace(one, expression=replace(expression, when=one.expression.when)))
    return made


def _counted_at(
    parsed: Parsed,
    found: Sequence[Attachment],
    span: tuple[int, int],
    count: tuple[str, str],
    spent: set[int],
) -> Attachment | None:
    """The act that a measure with "after" behind it counts to, or counts from."""
    first, last = span
    if parsed.words.cues["counted_after"].isdisjoint(parsed.sentence.words[last : last + 1]):
        return None
    dated = _dated_behind(parsed, found, last)
    base = dated or _nearest(found, first)
    trigger = _told_after(parsed, dated, spent) if dated else _counted_from(parsed, last, spent)
    if trigger is None or base is None or base.expression.when is None:
        return None
    onward = dated is not None or _later(parsed, last, trigger)
    when = _moved(base.expression.when, count, 1 if onward else -1)
    return Attachment(trigger, replace(base.expression, when=when), 1.0, "counted") if when else None


def from_the_day(parsed: Parsed, found: Sequence[Attachment]) -> list[Attachment]:
    """The acts a day from a dated one, told by "the day after": "on 12 May, the morning after A had left"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    made: list[Attachment] = []
    if cues["whole_days"].isdisjoint(words):
        return made
    for at, word in enumerate(words[1:-2], 1):
        if word not in cues["whole_days"] or words[at - 1] not in cues["determiners"] or at in parsed.dated:
            continue
        spent = {one.trigger.head for one in (*found, *made)}
        one = _counted_at(parsed, found, (at, at + 1), ("1", "D"), spent)
        if one is not None and not one.trigger.noun:
            made.append(one)
    return made


def the_day_after(parsed: Parsed, found: Sequence[Attachment]) -> list[Attachment]:
    """The acts that a dated one is told to be a day from: « le 3 mai, au lendemain de la visite de A »."""
    words, cues, ordered = parsed.sentence.words, parsed.words.cues, parsed.words.ordered
    made: list[Attachment] = []
    for at, word in enumerate(words[:-2]):
        if word not in cues["day_after"] or words[at + 1] not in cues["of_words"] or at in parsed.dated:
            continue
        trigger = _counted_from(parsed, at + 1, {one.trigger.head for one in found})
        base = _nearest(found, at)
        if trigger is None or base is None or trigger.kind.code in _ERAS or predicate(parsed, trigger):
            continue
        count = (str(ordered["day_after"].index(word) + 1), "D")
        when = _moved(base.expression.when, count, -1) if base.expression.when is not None else None
        if when is not None:
            made.append(Attachment(trigger, replace(base.expression, when=when), 1.0, "counted"))
    return made


_ERAS = frozenset({"war", "independence"})
"""What "in the wake of" tells years of."""


def _nearest(found: Sequence[Attachment], at: int) -> Attachment | None:
    """The act told last before a word, else the first behind it."""
    told = [one for one in found if one.trigger.head < at]
    if told:
        return max(told, key=lambda one: one.trigger.head)
    return min(found, key=lambda one: one.trigger.head) if found else None


def _same_day(
    parsed: Parsed, found: Sequence[Attachment], dates: Sequence[TimeExpression], last: int
) -> Attachment | None:
    """The act that hours part from a dated one: "on 7 May, hours after A left"."""
    follows, cues = parsed.sentence.words[last : last + 1], parsed.words.cues
    if not follows or follows[0] not in cues["counted_after"] | cues["counted_before"]:
        return None
    opened = parsed.parse.clause_of[last]
    inside = [one for one in found if one.trigger.clause == opened]
    around = [one for one in found if one.trigger.clause in parsed.parse.chain(opened)[1:]]
    if inside and not around:
        able = (t for t in parsed.triggers if t.clause in parsed.parse.chain(opened)[1:] and not t.noun)
        trigger = next((one for one in able if one.head > last and predicate(parsed, one)), None)
        day: TimeExpression | None = inside[0].expression
    else:
        trigger = _counted_from(parsed, last, set())
        day = around[0].expression if around else _loose_day(parsed, dates, opened)
    when = day.when if day is not None else None
    if trigger is None or trigger.noun or day is None or when is None or not when.granularity.to_the_day:
        return None
    return Attachment(trigger, day, 1.0, "counted")


def _loose_day(parsed: Parsed, dates: Sequence[TimeExpression], opened: int) -> TimeExpression | None:
    """The date of the clause around one, whatever it tells: "The jet had left on 8 July, hours after"."""
    around = parsed.parse.chain(opened)[1:]
    clause_of, sentence = parsed.parse.clause_of, parsed.sentence
    return next((one for one in dates if clause_of[sentence.first_at(one.start)] in around), None)


def _dated_behind(parsed: Parsed, found: Sequence[Attachment], last: int) -> Attachment | None:
    """The act with a date of its own that "after" leads to: "three days after the attack of 20 May"."""
    for one in found:
        start, end = parsed.sentence.span(one.expression.start, one.expression.end)
        if (
            one.trigger.noun
            and last < one.trigger.head < start
            and "," not in parsed.sentence.words[last:end]
        ):
            return one
    return None


def _told_after(parsed: Parsed, dated: Attachment, spent: set[int]) -> Trigger | None:
    """The verb of the sentence that a count in front of it dates."""
    behind = [one for one in parsed.triggers if one.head > dated.trigger.head and not one.noun]
    clause = dated.trigger.clause
    one = next((one for one in behind if one.clause == clause and one.kind.strength > 1), None)
    return one if one is not None and one.head not in spent and predicate(parsed, one) else None


def _later(parsed: Parsed, last: int, trigger: Trigger) -> bool:
    """Whether "after" is no conjunction, and says later: « deux jours après, la garnison capitule »."""
    that = parsed.words.cues["after_that"]
    # « cinq jours après avoir rencontré »: what was before
    if not that or having(parsed, trigger) > last:
        return False
    return predicate(parsed, trigger) and parsed.sentence.words[last + 1] not in that


def _counted_from(parsed: Parsed, last: int, spent: set[int]) -> Trigger | None:
    """The noun that "two days after" is said of, or the verb of the clause that it opens."""
    opened = parsed.parse.clause_of[last]
    behind = [one for one in parsed.triggers if one.head > last and one.kind.strength > 1]
    one = behind[0] if behind else None
    if one is None or one.clause != opened or one.head in spent or _has_its_day(parsed, one):
        return None
    if one.noun or (one.passive and min(one.used) < one.head):  # « le veto opposé par la Russie »
        return one if one.kind.strength >= _SURE and _named_next(parsed, last, one) else None
    return one if predicate(parsed, one) and "," not in parsed.sentence.words[last : one.head] else None


def _has_its_day(parsed: Parsed, noun: Trigger) -> bool:
    """Whether a relative tells a noun's own day: « deux jours après une visite, où il le reçut le 3 »."""
    return noun.noun and any(
        one.opener in ("rel", "relobj") and one.parent == noun.clause
        and one.tokens[0] >= noun.end and not parsed.dated.isdisjoint(one.tokens)
        for one in parsed.parse.clauses
    )  # fmt: skip


def _named_next(parsed: Parsed, last: int, noun: Trigger) -> bool:
    """Whether a noun follows "after" with nothing but its article and what describes it between."""
    words, cues = parsed.sentence.words, parsed.words.cues
    lead = words[last + 1 : min(noun.used)]
    if len(lead) > 1 and lead[1] == "'s" and parsed.sentence.capitals[last + 1]:
        lead = lead[2:]  # "three months after Russia's full-scale invasion"
    determined = not lead or lead[0] in cues["determiners"] or lead[0] in cues["possessives"]
    return determined and len(lead) <= _DESCRIBED and cues["of_words"].isdisjoint(lead) and "," not in lead


_DESCRIBED = 3
"""How many words may stand between "after" and its noun."""


def _moved(base: When, count: tuple[str, str], way: int) -> When | None:
    """The date that lies a measure before a day (``way`` -1) or after it (1), as fine as the measure."""
    day, number = base.earliest, way * int(count[0])
    if day is None or not base.granularity.to_the_day:
        return None
    if count[1] == "M":
        moved = add_months(day, number)
        return _when(f"{moved.year:04d}-{moved.month:02d}")
    if count[1] == "W":  # "ten weeks after the armistice" is no day of the calendar
        return _when((day + timedelta(weeks=number)).isoformat(), about=True)
    return _when((day + timedelta(days=number)).isoformat())


def _when(text: str, *, about: bool = False) -> When:
    earliest, latest = edtf.parse(text).days()
    grain = Granularity.DAY if len(text) > _MONTH else Granularity.MONTH
    told = f"{text}~" if about else text
    return When(told, earliest, latest, grain, approximate=about, reason=reasons.COUNTED_THREAD)
