"""Patterns of verbs that tell events, compiled from ``events.toml``. Used by lexicon and triggers."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dashboard.events.inflection import plurals, singulars
from dashboard.events.ontology import Kind


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """A verb that tells an event: its lemma, whether reflexive, and the words that must follow.

    Each of ``rest`` is a set of alternatives and where it may stand: "" after the verb, "~" also before it
    as its passive subject, "^" only before it, as its subject, "=" the very next word, "@" right after it
    a first and last name.
    """

    kind: Kind
    lemma: str
    reflexive: bool
    rest: tuple[tuple[frozenset[str], str], ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one verb in the order of their worth, and which of them a sentence's words allow.

    ``free`` hold in any sentence, and ``alone`` are those; the others stand under the words of which they
    need one. ``more`` are the further words that each asks for.
    """

    every: tuple[VerbPattern, ...]
    free: tuple[int, ...]
    alone: tuple[VerbPattern, ...]
    needing: Mapping[str, tuple[int, ...]]
    more: tuple[tuple[frozenset[str], ...], ...]

    @classmethod
    def of(cls, found: Sequence[VerbPattern]) -> "Patterns":
        """The patterns, those with most words first."""
        every = tuple(sorted(found, key=lambda one: -len(one.rest)))
        free: list[int] = []
        needing: dict[str, list[int]] = {}
        more = []
        for number, pattern in enumerate(every):
            asked = sorted((words for words, where in pattern.rest if where != "@"), key=len)
            more.append(tuple(asked[1:]))
            if not asked:
                free.append(number)
            for word in asked[0] if asked else ():
                needing.setdefault(word, []).append(number)
        alone = tuple(every[number] for number in free)
        needed = {word: tuple(numbers) for word, numbers in needing.items()}
        return cls(every, tuple(free), alone, needed, tuple(more))

    def allowed(self, words: AbstractSet[str]) -> Sequence[VerbPattern]:
        """The patterns all of whose words are there, in their order."""
        numbers = {
            number
            for word in self.needing.keys() & words
            for number in self.needing[word]
            if not any(map(words.isdisjoint, self.more[number]))
        }
        return [self.every[number] for number in sorted(numbers.union(self.free))] if numbers else self.alone


_MARKS = "~^@="
"""What may stand before a word of a pattern, and says where it may stand."""


def spread(text: str, sets: Mapping[str, list[str]]) -> str:
    """A pattern with each "$name" replaced by the words of that set, as alternatives."""
    return re.sub(r"\$([a-z]+)", lambda found: "|".join(sets[found[1]]), text)


def verb_pattern(
    text: str, kind: Kind, cues: Mapping[str, frozenset[str]], token: re.Pattern[str]
) -> VerbPattern:
    """The pattern that a line in lower case tells."""
    pieces = text.replace("'~", "' ~").split(" ")
    words: list[str] = []
    for piece in pieces:
        words += [piece] if "|" in piece or piece[0] in _MARKS or piece[-1] == "'" else token.findall(piece)
    reflexive = words[0] in cues["reflexives"]
    if reflexive:
        words = words[1:]
    lemma, rest = words[0], words[1:]
    if any(word[0] == "~" for word in rest):
        kept = cues["direction_words"] | cues["from_words"]  # "order ~troops into" is not "out of"
        rest = [word for word in rest if word not in cues["determiners"] or word in kept]
    made = tuple(
        (frozenset(word.lstrip("~^=").split("|")), word[0].strip(word[0].strip(_MARKS))) for word in rest
    )
    return VerbPattern(kind, lemma, reflexive, made)


def in_either_number(
    pattern: VerbPattern, rules: Mapping[str, str], known: dict[frozenset[str], frozenset[str]]
) -> VerbPattern:
    """The same pattern, its movable objects in either number; ``known`` keeps what was worked out."""
    rest = []
    for words, moves in pattern.rest:
        if not moves or moves == "=":
            rest.append((words, moves))
            continue
        if words not in known:
            known[words] = frozenset(
                form for word in words for form in plurals(word, rules) | singulars(word, rules)
            )
        rest.append((known[words], moves))
    return VerbPattern(pattern.kind, pattern.lemma, pattern.reflexive, tuple(rest))
