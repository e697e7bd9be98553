"""Which words are pronouns where they stand: "he", "invited him", "it"; « il », « l'avait reçu », « lui ».

Called by ``coreference``; whom they mean is asked of ``referents``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.actors.page import Page


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at tokens [first, last): its gender ("m", "f", "u"), number, and if it is an object."""

    first: int
    last: int
    gender: str
    plural: bool = False
    thing: bool = False
    object: bool = False
    clitic: bool = False


def read_pronoun(page: Page, token: int, named: set[int]) -> Pronoun | None:
    """The pronoun at a token; None where there is none, or where the word may be an article or idle."""
    words = page.lexicon
    fold = page.folds[token]
    following = page.folds[token + 1] if token + 1 < len(page.words) else ""
    if "-" in page.words[token]:
        tail = " ".join(fold.split()[-2:])
        if tail in words.masculine or tail in words.feminine:
            return Pronoun(token, token + 1, "m" if tail in words.masculine else "f")
    if fold in words.masculine or fold in words.feminine:
        after = page.folds[token + 2] if token + 2 < len(page.words) else ""
        done = page.words[token + 3 : token + 4]
        there = f"{following} {after}" in words.impersonal and not _done(done, words.participles)
        if following in words.impersonal or (there and fold in words.masculine):
            return None
        if _agreed_on(page, token) or _of_nobody(page, token):
            return None
        return Pronoun(token, token + 1, "m" if fold in words.masculine else "f")
    if fold in words.pronouns.plurals_subject:
        return Pronoun(token, token + 1, "u", plural=True)
    if fold in words.pronouns.things and following not in words.pronouns.idle and _begins(page, token):
        return Pronoun(token, token + 1, "u", thing=True)
    return _object(page, token, following, named)


def _agreed_on(page: Page, token: int) -> bool:
    """Whether what is told behind « il a été » has no doer: « il avait été convenu de rouvrir »."""
    return (
        page.folds[token + 2 : token + 3] == ["ete"]
        and token + 3 < len(page.folds)
        and page.lexicon.has("impersonal_participles", page.folds[token + 3])
    )


def _done(words: Sequence[str], endings: tuple[str, ...]) -> bool:
    """Whether the next word is a participle: « il y a rencontré le président » is somebody's act."""
    return any(word.endswith(endings) for word in words) if endings else False


def _of_nobody(page: Page, token: int) -> bool:
    """Whether « il s'est » or « il est » is told of nobody: « il s'est avéré », « il est 8 heures »."""
    folds, impersonal = page.folds, page.lexicon.impersonal
    after, third = "".join(folds[token + 2 : token + 3]), "".join(folds[token + 3 : token + 4])
    following = "".join(folds[token + 1 : token + 2])
    hour = after[:1].isdigit() and f"{following} #" in impersonal
    return hour or (following == "s" and f"s {third}" in impersonal)


def _begins(page: Page, token: int) -> bool:
    """Whether a word opens a clause: "it" after a comma, a conjunction, or nothing."""
    before = page.folds[token - 1] if token else ""
    return page.is_first(token) or before in page.lexicon.words["clause_openers"]


def _object(page: Page, token: int, following: str, named: set[int]) -> Pronoun | None:
    words, fold = page.lexicon, page.folds[token]
    before = page.folds[token - 1] if token else ""
    plural = fold in words.pronouns.objects_plural
    if plural and before in words.pronouns.parts:
        return None  # "thirty of them", « l'un d'entre eux »: some of whom nobody needs to be meant
    if (
        fold in words.pronouns.objects
        and before == ","
        and page.words[token + 1] == ","
        and token - 2 in named
    ):
        return None  # « Viktor Orban, lui, a invité »
    if fold in words.pronouns.objects:
        return Pronoun(token, token + 1, words.pronouns.objects[fold], plural=plural, object=True)
    if fold in words.pronouns.clitics:
        after_somebody = token - 1 in named or before in words.pronouns.before_clitics
        helped = fold == "l" and following in words.pronouns.helpers
        if (after_somebody and page.words[token].islower() and following.isalpha()) or helped:
            told = _agreed(page, token + 2) if helped else ""
            gender = told or words.pronouns.clitics[fold]
            return Pronoun(token, token + 1, gender, plural=plural, object=True, clitic=True)
    if fold in words.pronouns.doubtful and not following.isalpha():
        return Pronoun(token, token + 1, words.pronouns.doubtful[fold], object=True)
    if fold in words.pronouns.doubtful and (
        following in words.words["links"] or following in words.pronouns.after_object
    ):
        return Pronoun(token, token + 1, words.pronouns.doubtful[fold], object=True)
    return None


def _agreed(page: Page, token: int) -> str:
    """The gender with which a participle agrees: « l'a rouverte » is no man; "" where it tells none."""
    word = page.words[token].lower() if token < len(page.words) else ""
    return "f" if word.endswith(page.lexicon.feminine_participles) else ""
