"""The entries of a chronicle: a date that stands alone or before a colon dates what is told below it.

Called by scenes.
"""

from collections.abc import Sequence

from dashboard.events.attachment import Attachment
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.sentences import Sentence
from dashboard.events.triggers import Trigger
from dashboard.model import BlockKind, Granularity, TimeExpression


def labelled(
    found: Sequence[Sentence], dates: Sequence[tuple[int, int]]
) -> tuple[list[Sentence], frozenset[int], frozenset[int]]:
    """The sentences with a date that stands alone ("14 March 1958.") joined to the one that it heads.

    Beside them where those joined start, and which of these are headings.
    """
    made: list[Sentence] = []
    heads: set[int] = set()
    sections: set[int] = set()
    label: Sentence | None = None
    first = 0
    for sentence in found:
        while first < len(dates) and dates[first][1] <= sentence.start:
            first += 1
        inside = dates[first] if first < len(dates) and dates[first][1] <= sentence.end else None
        if label is not None and _heads(label, sentence):
            heads.add(label.start)
            if label.kind is BlockKind.HEADING:
                sections.add(label.start)
            sentence = _joined(label, sentence)  # noqa: PLW2901
        label = None
        if inside is not None and inside[0] >= sentence.start and sentence.end - sentence.start < 60:
            spans = [sentence.span(*date) for date in dates[first : first + 3] if date[1] <= sentence.end]
            if len(sentence.words) - sum(end - begin for begin, end in spans) <= 2:
                label = sentence
                continue
        elif inside is not None and _opens_entry(sentence, inside):
            heads.add(sentence.start)
        made.append(sentence)
    return made, frozenset(heads), frozenset(sections)


def _opens_entry(sentence: Sentence, day: tuple[int, int]) -> bool:
    """Whether a date heads the entry of a chronicle within its first sentence: « 28 juin : entrée »."""
    _, last = sentence.span(*day)
    return day[0] == sentence.start and sentence.words[last : last + 1] in ((":",), ("–",), ("—",))


def _heads(label: Sentence, sentence: Sentence) -> bool:
    """Whether a date that stands alone dates what follows it: in one block, or as the heading of the next."""
    below = label.kind is BlockKind.HEADING and sentence.kind is BlockKind.BODY
    return (below or label.kind == sentence.kind) and sentence.start - label.end < _BESIDE


_BESIDE = 4
"""How many blanks and line ends may stand between a date and what it heads."""


def _joined(label: Sentence, sentence: Sentence) -> Sentence:
    words = tuple("," if word in ".:" and i else word for i, word in enumerate(label.words))
    return Sentence(
        label.start, sentence.end, sentence.kind, words + sentence.words, label.starts + sentence.starts,
        label.ends + sentence.ends, label.capitals + sentence.capitals,
    )  # fmt: skip


def _before(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a verb looks back from the day of an entry: "Until then it had refused"."""
    lead = parsed.sentence.words[max(0, trigger.head - _LEAD) : trigger.head]
    return any(word in parsed.words.cues["had"] for word in lead)


_LEAD = 4
"""How far before a verb its helper may stand."""


class Entry:
    """The entry of a chronicle that is being read: its date dates the sentences after its first, too.

    An entry is a paragraph, or a section whose heading is the date.
    """

    def __init__(self, text: str, heads: frozenset[int], sections: frozenset[int]) -> None:
        self.text, self.heads, self.sections = text, heads, sections
        self.section = False
        self.date: TimeExpression | None = None
        self.end = 0

    def may_go_on(self, sentence: Sentence) -> bool:
        """Whether an entry is being read, or this sentence begins one."""
        return self.date is not None or sentence.start in self.heads

    def goes_on(
        self, parsed: Parsed, dates: Sequence[TimeExpression], attached: Sequence[Attachment]
    ) -> list[Attachment]:
        """What a sentence without a date tells under the date that heads its entry: its main verb's act."""
        sentence = parsed.sentence
        if sentence.start in self.heads and len(self.heads) > 1:
            day = dates[0] if dates and dates[0].start == sentence.start else None
            self.date = day if day and day.when and day.when.granularity is Granularity.DAY else None
            self.section = sentence.start in self.sections
        elif self._ended(sentence):
            self.date = None
        elif self.date is not None:
            self.end = sentence.end
            if any(not self._same_day(date) and _main(parsed, date) for date in dates):
                self.date = None
                return []
            told = {one.trigger.clause for one in attached if not one.trigger.noun}
            mains = [
                t
                for t in parsed.triggers
                if t.clause == 0 and t.kind.strength > 1 and predicate(parsed, t) and not _before(parsed, t)
            ]
            return [Attachment(one, self.date, 1.0, "entry") for one in mains[:1] if 0 not in told]
        self.end = sentence.end
        return []

    def _same_day(self, date: TimeExpression) -> bool:
        """Whether a date is the entry's day once more, or an hour of it."""
        when, entry = date.when, self.date.when if self.date else None
        return when is not None and entry is not None and when.earliest == entry.earliest == when.latest

    def _ended(self, sentence: Sentence) -> bool:
        """Whether what is told on the day is over: the paragraph, or the section under its heading."""
        if self.section:
            return sentence.kind is not BlockKind.BODY
        return "\n" in self.text[self.end : sentence.start]


def _main(parsed: Parsed, date: TimeExpression) -> bool:
    """Whether a date stands in the main clause of its sentence, or in one that goes on with it."""
    first, _ = parsed.sentence.span(date.start, date.end)
    number = parsed.parse.clause_of[min(first, len(parsed.parse.clause_of) - 1)]
    return number == 0 or parsed.parse.clauses[number].opener in ("coord", "beside")
