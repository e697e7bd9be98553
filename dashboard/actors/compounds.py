"""The words of a name that tell: particles left out, Arabic compounds made one word however they are cut.

Called by ``identity``. "Abd al-Rahman", "Abdul Rahman" and "Abderrahmane" all begin "abdrahman".
"""

import re
from functools import lru_cache

from dashboard.gazetteer import fold

GENERATIONS = frozenset({"jr", "sr"})
_PARTICLES = frozenset((
    "de", "du", "des", "d", "van", "von", "der", "den", "ter", "ten", "zu", "di", "da", "dos", "das", "del",
    "della", "la", "le", "el", "al", "ul", "bin", "ben", "ibn", "bint", "abu", "abou", "abul", "aboul", "y",
))  # fmt: skip
_SONS = frozenset({"ould", "bin", "ben"})
_SERVANT = re.compile(r"abd(?:[aeiou]{1,2}(?:l|([rsntzd]|ch|sh)(?=\1))|i(?![aeiou]))(?=\w{2})")
"""How one word of "servant of" begins: "Abdelaziz", "Abderrahmane", "Abdirahman"."""
_ABD = "abd'"
"""The apostrophe keeps "d" and "h" two sounds: "Abd al-Hamid"."""
_SERVES = re.compile(r"abd(?:[aeiou]{1,2}([lrsntzd]))?")
_FAITH = re.compile(r"(?:[aeou]{1,2}l?)?d?d(?:in|ine|een)")
"""How a word of "of the faith" ends: "Salaheddine", "Nur al-Din"."""
_OF_FAITH = re.compile(r"(?<=\w{3})(?:[aeiu]|ou)(?:[dl]d|tt)(?:in|ine|een)$")
_HONOURS = frozenset({"pasha", "pacha", "pasa", "bey"})
"""What may stand behind a full name: "Jamil Mardam Bey"."""
_PILGRIMS = frozenset(
    {"hadji", "haji", "hadj", "hajj", "sheikh", "sheik", "shaikh", "cheikh", "cheick", "scheich"}
)
"""What may stand before it, or behind the son's word: "Ould Cheikh el-Ghazouani"."""
_ARTICLE = re.compile(r"[aeou](?:l|[tznrsd]|ch|sh)")


@lru_cache(maxsize=20_000)
def telling_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without particles and generation; all of them where nothing else is left."""
    return _without_particles(_joined(_words(name)))


@lru_cache(maxsize=20_000)
def written_words(name: str) -> tuple[str, ...]:
    """The same with compounds as they are written: by their last word alone somebody is called later."""
    return _without_particles(_words(name))


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in GENERATIONS]


def _without_particles(words: list[str]) -> tuple[str, ...]:
    return tuple(word for at, word in enumerate(words) if not _is_particle(words, at)) or tuple(words)


def _is_particle(words: list[str], at: int) -> bool:
    """Whether a word is no name: "de", or an article that takes the next word's first letter: "as-Sarraj"."""
    word = words[at]
    if word == "d":  # "Giscard d'Estaing", no "Franklin D. Roosevelt"
        return 0 < at < len(words) - 1 and words[at + 1][0] in "aeiouh"
    if word in _PARTICLES:
        return True
    if word in (_PILGRIMS if not at or words[at - 1] in _SONS else _HONOURS):
        return len(words) > _FULL
    taken = _ARTICLE.fullmatch(word) is not None and at > 0
    return taken and at + 1 < len(words) and words[at + 1].startswith(word[1:])


def _joined(words: list[str]) -> list[str]:
    """The words with Arabic compounds made one and spelled alike, as long as two are left."""
    made: list[str] = []
    at = 0
    while at < len(words):
        size, word = _compound(words, at)
        if len(words) - size + 1 - at + len(made) < _FULL:
            size, word = 1, words[at]
        made.append(word)
        at += size
    return made


_FULL = 2
"""How many words a full name has at least."""


def _compound(words: list[str], at: int) -> tuple[int, str]:
    """How many words from one on are one name, and that name as one word."""
    word, rest = words[at], words[at + 1 :]
    article = rest[:1] and _ARTICLE.fullmatch(rest[0]) is not None
    serves = _SERVES.fullmatch(word)
    if rest and serves and (serves[1] in (None, "l") or rest[0].startswith(serves[1])):
        if article and len(rest) > 1:
            return 3, f"{_ABD}{rest[1]}"
        return (1, word) if article else (2, f"{_ABD}{rest[0]}")
    if len(rest) > 1 and article and _FAITH.fullmatch(rest[1]):
        return 3, f"{word}din"
    if rest and _FAITH.fullmatch(rest[0]) and not rest[0].startswith("d"):
        return 2, f"{word}din"
    return 1, _OF_FAITH.sub("din", _SERVANT.sub(_ABD, word))
