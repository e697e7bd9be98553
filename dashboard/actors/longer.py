"""Whether a known name is only a part of the name that stands there, which is then somebody else's.

Called by ``names``.
"""

import re

from dashboard.actors.name_words import is_adjacent, is_name_word
from dashboard.actors.page import Page
from dashboard.gazetteer import Hit, knowledge

NUMBER = re.compile(r"(?:[IVX]{1,6}|Ier|Jr|Sr)\.?")
"""What counts those of one name: "Adlai Stevenson III", "Habib Bourguiba Jr."."""
_FIRST = "I"
"""The number of one who had the name alone as well, and the pronoun: "Haile Selassie I"."""
_STOPS = frozenset({".", "!", "?", ";", ":"})


def is_longer(page: Page, hit: Hit, first: int, end: int) -> bool:
    """Whether the known name at tokens [first, end) goes on as another's: a father's, a son's, a king's."""
    if _doubled(page, hit, end):
        return True
    if end >= len(page.words) or not is_adjacent(page, end):
        return False
    if NUMBER.fullmatch(page.words[end]):
        return page.words[end] != _FIRST
    if page.sentence[end] != page.sentence[first] or page.hit(end) is not None:
        return False
    return is_name_word(page, end) and (_only_given(page, first, end) or _has_more(page, first, end))


def _only_given(page: Page, first: int, end: int) -> bool:
    """Whether a king's name is only the given names of somebody else: "Juan Carlos Varela"."""
    given = knowledge().given_names
    return all(word in given for token in range(first, end) for word in page.folds[token].split())


def _has_more(page: Page, first: int, end: int) -> bool:
    """Whether a surname of two goes on: "Raúl Roa Kourí", the son; never in a headline, all in capitals."""
    after = end + 1
    if any(page.lexicon.has(group, page.folds[end]) for group in _NO_SURNAMES):
        return False
    if page.lexicon.head(page.folds[end]) is not None or after >= len(page.words) or page.capital(after):
        return False
    sentence, last = page.sentence[first], after
    while (
        last + 1 < len(page.words) and page.sentence[last + 1] == sentence and page.words[last] not in _STOPS
    ):
        last += 1
    small = any(page.words[token].islower() for token in range(after, last))
    return small and (page.words[last] in _STOPS or page.words[last + 1 : last + 2] == ["."])


_NO_SURNAMES = ("openers", "not_people", "plain_nouns", "organisation_heads", "titles", "acts")
"""The cue lists whose words end a name."""


def _doubled(page: Page, hit: Hit, end: int) -> bool:
    """Whether a known name is only the first half of a double surname: "Fernando Arias-Salgado"."""
    rest = page.text[hit.end : page.ends[end - 1]]
    return len(rest) > 1 and rest[0] == "-" and rest[1].isupper()
