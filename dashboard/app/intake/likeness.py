"""Whether an article is in the project already, wholly or in great part. Pure; called by ``jobs``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.model import Article

_RUN = 6  # words in a row that two texts must share
_GREAT = 0.4  # the part of the shorter text
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Double:
    """The article that another is like; ``same`` if their texts are one."""

    title: str
    same: bool


def double_of(article: Article, others: Sequence[Article]) -> Double | None:
    """The article that this one repeats, or None."""
    own = _runs(article.text)
    best, share = None, _GREAT
    for other in others:
        if other.id == article.id:
            return Double(_named(other), same=True)
        theirs = _runs(other.text)
        common = len(own & theirs) / max(1, min(len(own), len(theirs)))
        if common >= share:
            best, share = other, common
    return Double(_named(best), same=False) if best else None


def _named(article: Article) -> str:
    return article.title or article.source or article.id


@lru_cache(maxsize=500)
def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(max(1, len(words) - _RUN + 1)))
