"""What tells a person by another: "his brother Maher", "alias Timochenko". Called by ``evidence``."""

from dashboard.actors.names import Candidate
from dashboard.actors.page import Page

_OF = frozenset({"of", "de", "d"})
_ALIAS = 10
"""How many words may stand between two names of one person."""
_APPOSED = 4
"""How many words an apposition that ends in an alias has at least, its commas among them."""
_QUOTES = frozenset({",", "(", "«", '"', "“"})


def is_kin(page: Page, one: Candidate, *, plain: bool) -> bool:
    """Whether somebody's kin is named: "his brother Maher", « fils d'Idriss Déby », "Hero Ahmed, the widow".

    ``plain``: no word of the name is an ordinary one.
    """
    words, before = page.lexicon, one.first - 1
    full = plain and not one.single
    if full and _behind(page, one.last):
        return True
    if before < 1 or page.sentence[before - 1] != page.sentence[one.first]:
        return False
    if words.has("possessors", page.folds[before - 1]) and words.has("kin", page.folds[before]):
        return True
    return full and page.folds[before] in _OF and words.has("kin", page.folds[before - 1])


def _behind(page: Page, end: int) -> bool:
    """Whether an apposition tells the name before it as somebody's kin."""
    if end + 2 >= len(page.words) or page.words[end] != ",":
        return False
    words, lead = page.lexicon, page.folds[end + 1]
    led = words.has("determiners", lead) and words.has("kin", page.folds[end + 2])
    return led or words.has("kin", lead)


def renames(page: Page, start: int, end: int) -> bool:
    """Whether the tokens [start, end) between two names say that both are one person's."""
    if end - start > _ALIAS:
        return False
    words = page.folds[start:end]
    bare = " ".join(word for word in words if word not in _QUOTES)
    return page.lexicon.has("aliases", bare) or _apposed(page, words)


def _apposed(page: Page, words: list[str]) -> bool:
    """Whether an apposition ends so: « Taur Matan Ruak, l'ancien président, nom de guerre de José »."""
    if len(words) < _APPOSED or words[0] != "," or words.count(",") != _APPOSED - 2:
        return False
    cut = len(words) - words[::-1].index(",")
    acts = any(page.lexicon.has("acts", word) for word in words[1:cut])
    return not acts and page.lexicon.has("aliases", " ".join(words[cut:]))
