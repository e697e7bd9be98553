"""A sentence with all that is known of its words: structure, triggers, lexicon. Passed through this room."""

from dataclasses import dataclass

from dashboard.events.clauses import Parse, parse
from dashboard.events.lexicon import Lexicon
from dashboard.events.sentences import Sentence
from dashboard.events.triggers import Trigger, find_triggers


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence, its clauses and verbs, its triggers, and the words of its language."""

    sentence: Sentence
    parse: Parse
    triggers: tuple[Trigger, ...]
    words: Lexicon


def read_sentence(sentence: Sentence, words: Lexicon) -> Parsed:
    """The parsed sentence."""
    structure = parse(sentence, words)
    return Parsed(sentence, structure, tuple(find_triggers(sentence, structure, words)), words)
