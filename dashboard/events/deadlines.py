"""Acts that are to be done by the end of a time: "a roadmap could be signed before the end of March".

Called by scenes; reading leaves out what is neither planned nor possible by then.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dashboard.dates import edtf
from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger
from dashboard.model import Granularity, TimeExpression, TimexRole, When


def datable(expressions: Sequence[TimeExpression], published: date | None) -> list[TimeExpression]:
    """The expressions that may date an act, in order: those of events, and ends of times still to come."""
    found = []
    for one in expressions:
        if one.when is None:
            continue
        if one.role is TimexRole.EVENT:
            found.append(one)
        elif one.role is TimexRole.DEADLINE and one.timex_mod == "END" and published is not None:
            when = _whole(one, published)
            if when is not None:
                found.append(replace(one, when=when))
    return sorted(found, key=lambda one: one.start)


def only_asked(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether an act is only wished for or demanded by then: "the rebels must hand in their arms"."""
    cues, tokens = parsed.words.cues, parsed.parse.clauses[trigger.clause].tokens
    ahead = [i for i in tokens if i < trigger.head]
    verbs = (parsed.parse.verbs[i] for i in ahead if i in parsed.parse.verbs)
    lemmas = {lemma for verb in verbs for lemma, _ in verb.readings}
    obliged = not cues["obliging"].isdisjoint(parsed.sentence.words[i] for i in ahead)
    return obliged or not cues["wishing"].isdisjoint(lemmas)


def _whole(one: TimeExpression, published: date) -> When | None:
    """The whole time by whose end something is to be done, if it has not ended yet."""
    value = one.timex_value
    grain = Granularity.YEAR if len(value) == len("2024") else Granularity.MONTH
    if week := _WEEK.fullmatch(value):
        grain = Granularity.WEEK
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        value = f"{first}/{first + timedelta(days=6)}"
    elif not _PLAIN.fullmatch(value):
        return None
    start, end = edtf.parse(value).days()
    if one.when is None or start is None or end is None or end < published:
        return None
    return replace(one.when, edtf=value, earliest=start, latest=end, granularity=grain, approximate=False)


_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PLAIN = re.compile(r"\d{4}(?:-\d\d)?")
"""A year or a month."""
