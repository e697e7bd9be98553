"""Forms of verbs that are nouns where they stand, by the words around them. Used by verbs and triggers."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from dashboard.events.lexicon import Lexicon
from dashboard.events.sentences import Sentence

QUOTES = frozenset('«»"“”‘')
"""Marks of quotation, which part no word from another."""


def deed(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a form in -ing behind a date is a noun: "the 3 May killing of a sailor"."""
    gerund = lexicon.tenses.get(words[at], frozenset()) == frozenset({"gerund"})
    behind = words[at + 1] if at + 1 < len(words) else ""
    return gerund and words[at] in lexicon.nouns and behind in lexicon.cues["of_words"]


def nominal_before(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether the words before a word make it a noun: a determiner or preposition, adjectives between."""
    cues, i = lexicon.cues, at - 1
    if " ".join(words[max(0, at - 2) : at]) in cues["noun_tails"]:
        return False  # "the secretary of state met": no adjective stands there
    while i >= 0 and at - i <= 4 and (words[i] in cues["adjectives"] or words[i] in QUOTES):
        i -= 1
    if i < 0:
        return i < at - 1
    if _behind_article(words, at, lexicon):
        return True
    if i and i == at - 1 and words[i] in cues["thing_pronouns"] and words[i - 1] in cues["subject_pronouns"]:
        return False  # « elle les accuse »
    if i and i == at - 1 and words[i] in cues["thing_pronouns"] and _told_by(words, at, lexicon):
        return False  # « Berlin les condamne »
    if i and i == at - 1 and words[i] in cues["of_it_words"] and words[i - 1] in cues["verbal_before"]:
        return False  # « n'en expulse pas moins »
    told = words[i] in cues["that_words"] or words[i] in cues["apiece"]
    if i == at - 1 and told and _told_of(words, at, lexicon):
        return False
    return words[i] in cues["determiners"]


def _behind_article(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a bare form stands behind "a" and a word or two, of which it is no verb: "a tense call"."""
    cues = lexicon.cues
    tenses = lexicon.tenses.get(words[at], frozenset())
    if not cues["infinitive_marks"] or "infinitive" not in tenses or "past" in tenses:
        return False
    first = next((i for i in (at - 2, at - 3) if i >= 0 and words[i] in cues["single_articles"]), at)
    small = cues["tied"] | cues["coordinators"] | cues["subordinators"] | cues["pronouns"] | cues["modals"]
    return first < at and all(word.isalpha() and word not in small for word in words[first + 1 : at])


def _told_by(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a form that is no noun stands behind a noun and what may be its object or an article."""
    cues, subject, form = lexicon.cues, words[at - 2], words[at]
    if form in lexicon.nouns or form in cues["mostly_nouns"] or "participle" in lexicon.tenses[form]:
        return False
    small = cues["determiners"] | cues["tied"] | cues["hung_on"] | cues["opening"] | cues["adjectives"]
    return subject.isalpha() and subject not in small and subject not in lexicon.verbs


def _told_of(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a past form stands behind a noun and "that" or "each": "a paper that demanded"."""
    cues, before = lexicon.cues, words[at - 2] if at > 1 else ""
    if not any("past" in tenses for _, tenses in lexicon.verbs[words[at]]):
        return False
    small = cues["determiners"] | cues["place_words"] | cues["coordinators"] | cues["adjectives"]
    plain = before.isalpha() and before not in small | cues["subordinators"] | cues["pronouns"]
    return plain and before not in lexicon.verbs


def compound(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a form in -ing ends a compound noun: "concluded a summit meeting in Oslo"."""
    if lexicon.tenses.get(words[at], frozenset()) != frozenset({"gerund"}) or words[at] not in lexicon.nouns:
        return False
    before = words[at - 1] if at > 1 else ""
    noun = before in lexicon.nouns and before not in lexicon.verbs
    return noun and nominal_before(words, at - 1, lexicon)


def plural_object(form: str, before: Iterable[tuple[str, AbstractSet[str]]], lexicon: Lexicon) -> bool:
    """Whether a form in -s is the object of the verb right before it: "will discuss curbs"."""
    plural = bool(lexicon.cues["infinitive_marks"]) and lexicon.tenses[form] == frozenset({"present"})
    return plural and not any(lemma in lexicon.cues["helpers"] for lemma, _ in before)


def named_numbers(sentence: Sentence, lexicon: Lexicon) -> set[int]:
    """Numbers that end a name and count nothing behind them: "the Group of Seven agreed"."""
    words, cues = sentence.words, lexicon.cues
    return {
        at for at, word in enumerate(words)
        if word in cues["numbers"] and sentence.capitals[at] and at > 1 and words[at - 1] in cues["of_words"]
    }  # fmt: skip
