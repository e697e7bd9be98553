"""Offices told by a verb ("qui préside le Comité militaire de l'Alliance"); which of several roles to show.

Called by ``evidence``, ``reading`` and ``merging``.
"""

from collections.abc import Iterable
from functools import lru_cache

from dashboard.actors.lexicon import lexicon, plain
from dashboard.actors.page import Page
from dashboard.actors.roles import RoleRead, affiliation, fits, weigh
from dashboard.gazetteer import fold_key, knowledge
from dashboard.gazetteer.knowledge import LANGUAGES

_LONGEST = 14


def role_clause(page: Page, first: int, end: int) -> RoleRead | None:
    """The office that a clause after a name [first, end) tells: "X, who heads the IAEA"; None without one."""
    words, size = page.lexicon, len(page.words)
    token, sentence = end, page.sentence[end - 1]
    if token < size and page.words[token] == ",":
        token += 1
    if token + 2 >= size or not words.has("relatives", page.folds[token]):
        return None
    token += 2 if words.has("clause_adverbs", page.folds[token + 1]) else 1
    office = words.offices.get(page.folds[token]) if token < size else None
    if office is None:
        return None
    start = last = token + 1
    while last < min(size, start + _LONGEST) and page.sentence[last] == sentence and fits(page, last):
        last += 1
    while last > start and page.hit(last - 1) is None and words.has("links", page.folds[last - 1]):
        last -= 1
    served = affiliation(page, start, last, start - 1) if last > start else None
    if served is None:
        return None
    masculine, _, feminine = office.partition("/")
    name = feminine if feminine and _woman(page, first) else masculine
    head = plain(name)
    title = f"{name} {_of(page, start, last)}"
    weight = weigh(page, served, head)
    return RoleRead(start, last, title, head, plural=False, affiliation=served, title=title, weight=weight)


def _woman(page: Page, first: int) -> bool:
    words = fold_key(page.words[first]).split()
    return bool(words) and knowledge().given_names.get(words[0]) == "f"


def _of(page: Page, start: int, last: int) -> str:
    """The object of a verb as the complement of its noun: "le Comité" becomes "du Comité"."""
    rest = " ".join(page.text[page.starts[start] : page.ends[last - 1]].split())
    word = page.words[start].lower().replace("’", "'")
    for article, contracted in page.lexicon.complement:
        if word == article or not article:
            tail = rest[len(word) :].lstrip() if article else rest
            return f"{contracted}{tail}"
    return rest


def best_role(titles: Iterable[str]) -> str:
    """Of a person's roles the one that tells most: an office before a rank, then the longest; "" for none."""
    return max(titles, key=_telling, default="")


@lru_cache(maxsize=20_000)
def _telling(title: str) -> tuple[bool, int]:
    words = [plain(word) for word in title.replace("-", " ").replace("’", " ").replace("'", " ").split()]
    office = any(
        (head := lexicon(code).head(word)) is not None and not lexicon(code).has("ranks", head)
        for code in LANGUAGES
        for word in words
    )
    return office, len(title)
