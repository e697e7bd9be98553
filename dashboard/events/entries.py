"""Dates that go on: of a chronicle's entries, alone or before a colon, and of what only sets the scene.

Called by scenes.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.events.attachment import Attachment
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.sentences import Sentence
from dashboard.events.ties import Seen
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
        if inside is not None and _only_dates(sentence, inside, dates[first : first + 3]):
            label = sentence
            continue
        if inside is not None and _opens_entry(sentence, inside):
            heads.add(sentence.start)
        made.append(sentence)
    return made, frozenset(heads), frozenset(sections)


def _only_dates(sentence: Sentence, day: tuple[int, int], dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a short sentence is nothing but dates: "14 March 1958."."""
    if day[0] < sentence.start or sentence.end - sentence.start >= _SHORT:
        return False
    spans = [sentence.span(*date) for date in dates if date[1] <= sentence.end]
    return len(sentence.words) - sum(end - begin for begin, end in spans) <= _MARKS


_SHORT, _MARKS = 60, 2
"""The length of a label in characters, and how many of its words may be no date."""


def _opens_entry(sentence: Sentence, day: tuple[int, int]) -> bool:
    """Whether a date heads the entry of a chronicle within its first sentence: « 28 juin : entrée »."""
    first, last = sentence.span(*day)
    opens = not any(word[0].isalnum() for word in sentence.words[:first])
    return opens and sentence.words[last : last + 1] in ((":",), ("–",), ("—",))


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


def looks_back(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a verb looks back from the day of an entry: "Until then it had refused"."""
    lead = parsed.sentence.words[max(0, trigger.head - _LEAD) : trigger.head]
    return not parsed.words.cues["had"].isdisjoint(lead)


_LEAD = 4
"""How far before a verb its helper may stand."""


_SURE = 3
"""The strength of the kinds that a date of another sentence is enough for."""


def _mains(parsed: Parsed, least: int) -> list[Trigger]:
    """The verbs of the main clause that tell something of at least this strength, and do not look back."""
    return [
        t
        for t in parsed.triggers
        if t.clause == 0 and t.kind.strength >= least and predicate(parsed, t) and not looks_back(parsed, t)
    ]


class Entry:
    """The entry of a chronicle that is being read: its date dates the sentences after its first, too.

    An entry is a paragraph, or a section whose heading is the date.
    """

    def __init__(self, text: str, heads: frozenset[int], sections: frozenset[int]) -> None:
        self.text, self.heads, self.sections = text, heads, sections
        self.section = self.line = False
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
            day = dates[0] if dates and self._at_the_head(dates[0], sentence) else None
            self.date = _the_day(day) if day else None
            self.section = sentence.start in self.sections
            self.line = day is not None and "\n" in self.text[day.end : day.end + _BREAK]
        elif self._ended(sentence):
            self.date = None
        elif self.date is not None:
            self.end = sentence.end
            if any(not self._same_day(date) and _main(parsed, date) for date in dates):
                self.date = None
                return []
            told = {one.trigger.clause for one in attached if not one.trigger.noun}
            mains = _mains(parsed, 2)
            return [Attachment(one, self.date, 1.0, "entry") for one in mains[:1] if 0 not in told]
        self.end = sentence.end
        return []

    def _at_the_head(self, date: TimeExpression, sentence: Sentence) -> bool:
        """Whether nothing but a bullet stands before a date: "- 10 January:"."""
        return not any(char.isalnum() for char in self.text[sentence.start : date.start])

    def _same_day(self, date: TimeExpression) -> bool:
        """Whether a date is the entry's day once more, or an hour of it."""
        when, entry = date.when, self.date.when if self.date else None
        return when is not None and entry is not None and when.earliest == entry.earliest == when.latest

    def _ended(self, sentence: Sentence) -> bool:
        """Whether what is told on the day is over: the paragraph, or the section under its heading."""
        if self.section:
            return sentence.kind is not BlockKind.BODY
        return ("\n\n" if self.line else "\n") in self.text[self.end : sentence.start]


_BREAK = 3
"""How far behind a day its line ends, where it stands on a line of its own."""


def _the_day(date: TimeExpression) -> TimeExpression | None:
    """A day, or that of an hour ("Monday 5 June, 05:50"); None for anything longer."""
    when = date.when
    if when is None or when.earliest is None or not when.granularity.to_the_day:
        return None
    if when.granularity is Granularity.DAY:
        return date
    day = replace(when, edtf=when.earliest.isoformat(), latest=when.earliest, granularity=Granularity.DAY)
    return replace(date, when=day)


class Setting:
    """A sentence or a question that has a day and tells nobody's act: the next sentence tells what was then.

    "The break came on 31 May 2010. Commandos boarded the ship"; "What happened on 1 March?".
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.date: TimeExpression | None = None
        self.end = 0
        self.heading = False

    def may_go_on(self, sentence: Sentence) -> bool:
        """Whether a sentence follows one that only set the scene."""
        between = self.text[self.end : sentence.start]
        return self.date is not None and (self.heading or "\n" not in between)

    def goes_on(
        self,
        parsed: Parsed,
        dates: Sequence[TimeExpression],
        attached: Sequence[Attachment],
        people: Sequence[Seen],
    ) -> list[Attachment]:
        """What a sentence without a date tells under the day that the one before it set."""
        sentence, day = parsed.sentence, self.date if self.may_go_on(parsed.sentence) else None
        made: list[Attachment] = []
        if day is not None and not dates and not attached and sentence.kind is BlockKind.BODY:
            made = [Attachment(one, day, 1.0, "entry") for one in _mains(parsed, _SURE)[:1]]
        alone = dates[0] if len(dates) == 1 and not attached and not people and not made else None
        fine = alone is not None and alone.when is not None and alone.when.granularity.to_the_day
        self.date = alone if fine and alone and alone.when and alone.when.latest else None
        asked = sentence.words[-1:] == ("?",)
        self.end, self.heading = sentence.end, asked or sentence.kind is BlockKind.HEADING
        return made


def _main(parsed: Parsed, date: TimeExpression) -> bool:
    """Whether a date stands in the main clause of its sentence, or in one that goes on with it."""
    first, _ = parsed.sentence.span(date.start, date.end)
    number = parsed.parse.clause_of[min(first, len(parsed.parse.clause_of) - 1)]
    return number == 0 or parsed.parse.clauses[number].opener in ("coord", "beside")
