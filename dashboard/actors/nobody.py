"""What tells that a stretch of capitals is nobody's name: a ship, an office alone, an organisation.

Called by ``evidence`` and ``people``.
"""

import re

from dashboard.actors.names import Candidate
from dashboard.actors.page import Page
from dashboard.gazetteer import knowledge


def is_other(page: Page, one: Candidate) -> bool:
    """Whether a candidate has a word that no person's name has, or is a ship's."""
    if one.known:
        return _named_ship(page, one)
    if any(page.lexicon.has("not_people", page.folds[token]) for token in range(one.first, one.last)):
        return True
    if _office_only(page, one) or _initialled(page, one):
        return True
    near = range(max(0, one.first - 2), one.first)
    before = (token for token in near if page.sentence[token] == page.sentence[one.first])
    return any(page.lexicon.has("vessels", page.folds[token]) for token in before)


def _office_only(page: Page, one: Candidate) -> bool:
    """Whether all words but none of a name make an office: "Second Minister", "MoFA"."""
    tokens = range(one.first, one.last)
    if one.single:
        return _CAPITALS.fullmatch(page.words[one.first]) is not None
    last = page.folds[one.last - 1]
    if page.lexicon.head(last) is None or page.lexicon.has("titles", last):
        return False
    return not any(page.folds[token] in knowledge().given_names for token in tokens)


def _initialled(page: Page, one: Candidate) -> bool:
    """Whether its initials follow a name in brackets, as an organisation's do: "Confluence Advisory (CA)"."""
    after = one.last
    if one.single or page.words[after : after + 1] != ["("] or page.words[after + 2 : after + 3] != [")"]:
        return False
    initials = "".join(page.words[token][0] for token in range(one.first, one.last))
    return page.words[after + 1] == initials


_CAPITALS = re.compile(r"[A-Z][a-z][A-Z]{2,}")
"""A ministry's name cut short: "MoFA"."""


def _named_ship(page: Page, one: Candidate) -> bool:
    """Whether a known name is that of a ship called after somebody: "HMS Queen Elizabeth"."""
    at = one.first - 1
    if at > 0 and page.capital(at) and not page.lexicon.has("ship_marks", page.folds[at]):
        at -= 1  # "HMS Queen Elizabeth"
    same = at >= 0 and page.sentence[at] == page.sentence[one.first]
    return same and page.lexicon.has("ship_marks", page.folds[at])
