"""A sentence with all that is known of its words: structure, triggers, lexicon. Passed through this room."""

from dataclasses import dataclass

from dashboard.events.clauses import Parse, parse
from dashboard.events.lexicon import Lexicon, whole_words
from dashboard.events.sentences import Sentence
from dashboard.events.triggers import Trigger, find_triggers


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence, its clauses and verbs, its triggers, its language's words, and the tokens of its dates."""

    sentence: Sentence
    parse: Parse
    triggers: tuple[Trigger, ...]
    words: Lexicon
    dated: frozenset[int] = frozenset()
    said: frozenset[str] = frozenset()
    """Its words, also those inside tokens."""

    def may_have(self, name: str) -> bool:
        """Whether one of a list of phrases may stand here: its longest word does, which is rare."""
        return not self.words.phrases(name).signs.isdisjoint(self.said)

    def lead(self, first: int, passed: str = "known_by") -> int:
        """The token before a name, the article passed over: « avec [le] Chili »."""
        return first - 1 - (self.sentence.words[first - 1] in self.words.cues[passed])


def read_sentence(
    sentence: Sentence,
    words: Lexicon,
    dated: frozenset[int] = frozenset(),
    named: frozenset[int] = frozenset(),
    before: tuple[str, ...] = (),
) -> Parsed:
    """The parsed sentence; the words of dates and of names tell no act of their own.

    ``before`` are the words of the sentence before.
    """
    structure = parse(sentence, words, dated, named)
    triggers = find_triggers(sentence, structure, words, dated, named, before=before)
    return Parsed(sentence, structure, tuple(triggers), words, dated, whole_words(sentence.words))
