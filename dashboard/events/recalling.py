"""The words that a pronoun of a verb may stand for, before it: "An embargo was imposed. It was lifted".

Called by triggers: where a verb asks for a noun to tell its act, one told before will do.
"""

from dashboard.events.clauses import Parse
from dashboard.events.lexicon import Lexicon
from dashboard.events.sentences import Sentence

_GROUP = 6
"""How far before a verb its pronoun may stand, with helpers and negations between."""
_HELD = 6
"""How far before a relative the noun may stand of which it tells."""
_LED = 2
"""How far before a noun its article may stand."""
_PLURAL = ("s", "x")


def recalled(
    sentence: Sentence, parse: Parse, at: int, lexicon: Lexicon, before: tuple[str, ...]
) -> frozenset[str]:
    """The words told before of the number of a verb's pronoun; none where it has no such pronoun.

    ``before`` are those of the sentence before.
    """
    found = _pronoun(sentence, parse, at, lexicon)
    if found is None:
        return frozenset()
    words, (where, plural) = sentence.words, found
    relative = words[where] in lexicon.cues["subject_relatives"]
    near = words[max(0, where - _HELD) : where] if relative else (*before, *words[:where])
    told = lexicon.completing.intersection(near)
    if not told:
        return frozenset()
    return frozenset(
        word for i, word in enumerate(near) if word in told and _many_of(near, i, lexicon) == plural
    )


def _many_of(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun is a plural, by its article or else its ending: « un blocus », « des blocus »."""
    cues = lexicon.cues
    article = next(
        (word for word in reversed(words[max(0, at - _LED) : at]) if word in cues["determiners"]), ""
    )
    return article.endswith(_PLURAL) if article else words[at].endswith(_PLURAL)


def _pronoun(sentence: Sentence, parse: Parse, at: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Where the pronoun stands that is a verb's object, or the subject of its passive; if it is a plural."""
    words, verbs, cues = sentence.words, parse.verbs, lexicon.cues
    if cues["infinitive_marks"]:
        return None  # an English pronoun is read where it stands
    being = False
    for i in range(at - 1, max(-1, at - _GROUP), -1):
        word = words[i]
        if word in cues["thing_pronouns"] and i + 1 in verbs:
            return i, word in cues["plural_pronouns"]
        if i in verbs:
            lemmas = {lemma for lemma, _ in verbs[i].readings}
            if not lemmas & cues["helpers"]:
                return None
            being = being or bool(lemmas & cues["be"])
        elif word in cues["subject_pronouns"]:
            return (i, _many(words, i, lexicon)) if being else None
        elif word not in cues["negation_mark"] | cues["negations"]:
            return None
    return None


def _many(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a subject pronoun is a plural; a relative is of the number of the word before it."""
    if words[at] not in lexicon.cues["subject_relatives"]:
        return words[at] in lexicon.cues["plural_pronouns"]
    noun = next((word for word in reversed(words[:at]) if word.isalpha()), "")
    return noun.endswith(_PLURAL)
