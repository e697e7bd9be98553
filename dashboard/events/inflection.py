"""Inflected forms of verbs and plurals of nouns, made from the endings in a language's data file."""

from collections.abc import Mapping, Sequence

FINITE = frozenset({"present", "imperfect", "past", "future", "conditional"})
"""The forms that can be the verb of a clause by themselves."""

_SHORTEST = 3
"""A word that short is no singular worth the guess: "gas" is none of "ga"."""

Paradigms = Mapping[str, Mapping[str, str]]


def inflect(
    lemma: str, paradigms: Paradigms, irregular: Paradigms | None = None, prefixes: Sequence[str] = ()
) -> dict[str, frozenset[str]]:
    """Every form of a verb with the tenses that it can be.

    An irregular verb goes first, whole or after a prefix; else the longest known ending decides.
    """
    for prefix in ("", *prefixes):
        whole = lemma.removeprefix(prefix)
        if irregular and whole in irregular and prefix + whole == lemma:
            return _spell(lemma, whole, irregular[whole])
    ending = next((lemma[i:] for i in range(len(lemma) + 1) if lemma[i:] in paradigms), None)
    if ending is None:
        return {lemma: frozenset({"infinitive"})}
    return _spell(lemma, ending, paradigms[ending])


def _spell(lemma: str, ending: str, tenses_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    stem = lemma[: len(lemma) - len(ending)]
    forms: dict[str, set[str]] = {}
    for tense, endings in tenses_of.items():
        for one in endings.split() or ([""] if endings == "" and ending == "" else []):
            forms.setdefault(stem + one, set()).add(tense)
    return {form: frozenset(tenses) for form, tenses in forms.items()}


def plurals(noun: str, rules: Mapping[str, str]) -> set[str]:
    """A word with its plural; several words: each of the first two in either number."""
    words = noun.split(" ")
    choices = [{word, plural(word, rules)} if i < 2 else {word} for i, word in enumerate(words)]
    made = {""}
    for choice in choices:
        made = {f"{left} {word}".strip() for left in made for word in choice}
    return made


def singulars(word: str, rules: Mapping[str, str]) -> set[str]:
    """The words whose plural a word is by the rules; none where it is no plural."""
    found = {
        word[: len(word) - len(after)] + before for before, after in rules.items() if word.endswith(after)
    }
    return {one for one in found if len(one) > _SHORTEST and plural(one, rules) == word}


def plural(word: str, rules: Mapping[str, str]) -> str:
    """The plural of one word; the longest known ending decides."""
    ending = max((e for e in rules if word.endswith(e)), key=len, default="")
    return word[: len(word) - len(ending)] + rules.get(ending, "") if ending in rules else word
