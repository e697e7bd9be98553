"""Whom one joined word tells: « le sommet franco-allemand », "EU-Ukraine talks", « Poutine-Biden ».

Called by ``reading``.
"""

from collections.abc import Iterator
from functools import cache

from dashboard.actors.page import Page
from dashboard.actors.roles import is_head
from dashboard.gazetteer import Hit, Sort, knowledge


def joined(page: Page) -> Iterator[tuple[int, list[list[str]]]]:
    """The tokens that join adjectives, with for each state told the ids that share its adjective.

    Of somebody's two nationalities (« l'écrivain franco-algérien ») no state is made.
    """
    for index, hit in enumerate(page.hits):
        first, last = page.spans[index]
        token = first - 1
        if first < last or token < 0:
            continue
        if _second(page, token, hit):
            yield token, [_named(hit) or _adjectives(hit)]
            continue
        if hit.entry(Sort.ADJECTIVE) is None:
            continue
        parts = page.folds[token].split()
        size = len(hit.text.replace("-", " ").split())
        if page.ends[token] != hit.end or len(parts) <= size or _of_somebody(page, token):
            continue
        before = [page.lexicon.joined.get(part, "") for part in parts[:-size]]
        known = page.hit(token)
        if known is not None or not all(before):
            before = []  # "Russian-Turkish": the first is found by itself
        if before or (known is not None and known.entry(Sort.ADJECTIVE) is not None):
            yield token, [*(_namesakes(one, page.language) for one in before), _adjectives(hit)]


def paired_people(page: Page) -> Iterator[tuple[int, str]]:
    """The tokens that join two known surnames, with the second: « le sommet Poutine-Biden »."""
    for index, hit in enumerate(page.hits):
        first, last = page.spans[index]
        token = first - 1
        if first < last or token < 1 or page.capital(token - 1):
            continue
        known, other = page.hit(token), hit.entry(Sort.SURNAME)
        alone = other is not None and sum(one.sort is Sort.SURNAME for one in hit.entries) == 1
        both = known is not None and known.entry(Sort.SURNAME) is not None and page.ends[token] == hit.end
        if alone and both and other and known and page.text[known.end : hit.start] in _HYPHENS:
            yield token, other.target


def _second(page: Page, token: int, hit: Hit) -> bool:
    """Whether a name stands behind another and a hyphen, not as adjectives: "EU-Ukraine", "China-US"."""
    known, names = page.hit(token), (Sort.STATE, Sort.ORGANISATION)
    return (
        known is not None
        and page.ends[token] == hit.end
        and page.text[known.end : hit.start] in _HYPHENS
        and known.entry(*names, Sort.ADJECTIVE) is not None
        and hit.entry(*names, Sort.ADJECTIVE) is not None
        and (hit.entry(*names) is not None or known.entry(*names) is not None)
    )


_HYPHENS = frozenset("-–")


def _named(hit: Hit) -> list[str]:
    return [one.target for one in hit.entries if one.sort in (Sort.STATE, Sort.ORGANISATION)][:1]


def _adjectives(hit: Hit) -> list[str]:
    return list(dict.fromkeys(one.target for one in hit.entries if one.sort is Sort.ADJECTIVE))


def _of_somebody(page: Page, token: int) -> bool:
    """Whether a person stands beside: an office or a trade before, a name behind."""
    before = token > 0 and is_head(page, token - 1)
    return before or (token + 1 < len(page.words) and page.capital(token + 1))


@cache
def _namesakes(state: str, language: str) -> list[str]:
    """A state with those of history whose adjective it shares."""
    states = knowledge().states
    own = states[state].demonyms.get(language, ())[:1]
    return [
        state,
        *(one for one in states if one != state and own and own[0] in states[one].demonyms.get(language, ())),
    ]
