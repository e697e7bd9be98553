"""Acts told to be done at once on what the sentence before told: "A expelled two. B at once recalled".

Called by scenes.
"""

from collections.abc import Sequence

from dashboard.events.attachment import Attachment
from dashboard.events.lexicon import Lexicon, whole_words
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.sentences import Sentence
from dashboard.events.status import negated
from dashboard.events.triggers import Trigger
from dashboard.model import BlockKind, TimeExpression


class Promptly:
    """The day of what the last sentence told, for the one that goes on at once in the same paragraph."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.text = text
        self.signs = words.phrases("at_once").signs
        self.date: TimeExpression | None = None
        self.end = 0

    def may_go_on(self, sentence: Sentence) -> bool:
        """Whether a sentence says that it goes on at once, right behind one that told something dated."""
        if self.date is None or sentence.kind is not BlockKind.BODY:
            return False
        if self.signs.isdisjoint(whole_words(sentence.words)):
            return False
        between = self.text[self.end : sentence.start]
        return "\n" not in between and not between.strip()

    def goes_on(self, parsed: Parsed, attached: Sequence[Attachment]) -> list[Attachment]:
        """What a sentence tells that happened at once, under the day of the one before."""
        day = self.date if self.may_go_on(parsed.sentence) else None
        made = [] if day is None else _at_once(parsed, attached, day)
        self.date, self.end = _last_told(parsed, (*attached, *made)), parsed.sentence.end
        return made


def _at_once(parsed: Parsed, attached: Sequence[Attachment], day: TimeExpression) -> list[Attachment]:
    """The first act of a main clause that is told to be done at once and has no date of its own."""
    taken = {one.trigger.clause for one in attached}
    for trigger in parsed.triggers:
        tokens = parsed.parse.clauses[trigger.clause].tokens
        main = parsed.parse.clauses[trigger.clause].opener in _MAIN
        if trigger.clause in taken or trigger.kind.strength < _SURE or not predicate(parsed, trigger):
            continue
        first = not any(i < trigger.head for i in parsed.dated)  # else it is done at once on that day
        if not main or not first or not parsed.dated.isdisjoint(tokens) or negated(parsed, trigger):
            continue
        if said_at_once(parsed, trigger):
            return [Attachment(trigger, day, 1.0, "entry")]
    return []


def said_at_once(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether words of a verb's clause, before the next verb, say that its act was done at once."""
    if not parsed.may_have("at_once"):
        return False
    verbs, tokens = parsed.parse.verbs, parsed.parse.clauses[trigger.clause].tokens
    stop = next((i for i in tokens if i > trigger.head and i in verbs and i not in trigger.used), tokens[-1])
    told = " ".join(parsed.sentence.words[i] for i in tokens if i < stop).replace("' ", "'")
    return parsed.words.phrases("at_once").pattern.search(told) is not None


def _last_told(parsed: Parsed, attached: Sequence[Attachment]) -> TimeExpression | None:
    """The day of the last act that a main clause tells, if it is one."""
    told = [
        one for one in attached
        if parsed.parse.clauses[one.trigger.clause].opener in _MAIN
    ]  # fmt: skip
    last = max(told, key=lambda one: one.trigger.head, default=None)
    when = last.expression.when if last is not None else None
    fine = when is not None and when.granularity.to_the_day and when.latest is not None
    return last.expression if last is not None and fine else None


_MAIN = frozenset({"", "coord", "beside"})
"""How a clause opens that tells something for itself."""
_SURE = 2
"""The strength of the kinds that a date of another sentence is enough for."""
