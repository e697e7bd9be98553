"""Chinese and Korean names by their syllables, however these are spelled or in characters of their own.

Called by ``spelling``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from dashboard.gazetteer import fold, letters, pinyin, romanised

_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,3}")
_APOSTROPHES = re.compile(r"['’ʻʼ‘`]")
_PINYIN = "pinyin"
_SYSTEMS = ("wade_giles", "french")
_LONGEST = 4
"""How many syllables a name may have: a surname of two, as in "Sima Qian", and a given name of two."""
_LETTERS = 6
"""How many letters a syllable of pinyin has at most: "zhuang"."""
_KOREAN = 3
"""How many a Korean name has, its surname of one and a given name of two."""
_GIVEN_FIRST = re.compile(r"[^\W\d_]+-[^\W\d_]+ [^\W\d_]+")


@lru_cache(maxsize=20_000)
def chinese(name: str) -> frozenset[str]:
    """The pinyin that a name may be, without spaces: one for pinyin and characters, some for others."""
    return frozenset().union(*_ways(name).values())


def same_in_chinese(one: str, other: str) -> bool:
    """Whether two names may be one Chinese's; two in one system are compared as they stand elsewhere."""
    ways, others = _ways(one), _ways(other)
    return any(
        ways[system] & others[second]
        for system in ways
        for second in others
        if system != second or system == _PINYIN
    )


@lru_cache(maxsize=20_000)
def _ways(name: str) -> Mapping[str, frozenset[str]]:
    """By system the pinyin that a name may be in it: one for pinyin and characters, some for others."""
    if _HAN.fullmatch(name):
        read = [pinyin().get(one, "") for one in name]
        return {_PINYIN: frozenset({"".join(read)})} if all(read) else {}
    words = fold(_APOSTROPHES.sub("", name)).split()
    if not 1 < len(words) <= _LONGEST:
        return {}
    ways = {
        system: frozenset(map("".join, product(*(romanised(system)[word] for word in words))))
        for system in _SYSTEMS
        if _is_spelled(name, words, system)
    }
    return ways or ({_PINYIN: frozenset({"".join(words)})} if _in_pinyin("".join(words)) else {})


def _is_spelled(name: str, words: Sequence[str], system: str) -> bool:
    """Whether a name is spelled by an older system: a hyphen in the given name, or no pinyin."""
    able = all(word in romanised(system) for word in words)
    return able and ("-" in name or not all(word in _syllables() for word in words))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(pinyin().values())


def _in_pinyin(word: str) -> bool:
    """Whether a word can be cut into syllables of pinyin."""
    syllables = _syllables()
    reached = [0]
    for end in range(1, len(word) + 1):
        if end - reached[-1] > _LETTERS:
            return False
        if any(end - start <= _LETTERS and word[start:end] in syllables for start in reached):
            reached.append(end)
    return reached[-1] == len(word)


# A syllable's parts in Latin letters and what they may be; the same for Hangul, by the order of its letters.
_BEGINS = {
    "": "", "k": "k", "g": "k", "kk": "k", "n": "n", "t": "t", "d": "t", "r": "r", "l": "r", "m": "m",
    "b": "p", "p": "p", "s": "s", "sh": "s", "ch": "ch", "j": "ch", "h": "h",
}  # fmt: skip
_VOWELS = {
    "a": ("a",), "ah": ("a",), "ae": ("ae",), "ai": ("ae",), "ya": ("ya",), "yae": ("yae",),
    "eo": ("eo",), "e": ("e",), "yeo": ("yeo",), "ye": ("ye",), "o": ("o", "eo"), "oh": ("o",),
    "wa": ("wa",), "wae": ("wae",), "oe": ("oe",), "oi": ("oe",), "yo": ("yo", "yeo"), "u": ("u", "eo", "eu"),
    "oo": ("u",), "ou": ("u", "eo"), "woo": ("u",), "wo": ("weo",), "weo": ("weo",), "we": ("we",),
    "wi": ("wi",), "yu": ("yu", "yeo"), "you": ("yu", "yeo"), "yoo": ("yu",), "eu": ("eu",), "ui": ("ui",),
    "eui": ("ui",), "i": ("i",), "ee": ("i", "ui"), "yi": ("i", "ui"),
}  # fmt: skip
_ENDS = {"": "", "k": "k", "g": "k", "n": "n", "l": "l", "r": "l", "m": "m", "p": "p", "b": "p", "ng": "ng",
         "t": "t", "s": "t", "d": "t", "c": "k", "ck": "k", "nn": "n"}  # fmt: skip
_SYLLABLE = re.compile(
    f"({'|'.join(sorted(_BEGINS, key=len, reverse=True))})"
    f"({'|'.join(sorted(_VOWELS, key=len, reverse=True))})({'|'.join(sorted(_ENDS, key=len, reverse=True))})"
)
_FIRSTS = ["k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "ch", "ch", "ch", "k", "t", "p", "h"]
_MIDDLES = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "weo", "we",
    "wi", "yu", "eu", "ui", "i",
]  # fmt: skip
_LASTS = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "t", "t", "p", "l", "m", "p", "p", "t",
    "t", "ng", "t", "t", "k", "t", "p", "t",
]  # fmt: skip
_HANGUL_STARTS, _PER_FIRST, _PER_MIDDLE = 0xAC00, 588, 28


@lru_cache(maxsize=20_000)
def korean(name: str) -> frozenset[tuple[str, ...]]:
    """The syllables that a Korean name may be: a known surname and a given name of two, or of one."""
    if _HANGUL.fullmatch(name):
        first, *given = (_hangul(one) for one in name)
        surname = {first.removeprefix("r").removeprefix("n") if first in ("ri", "ryu", "rim") else first}
        return frozenset(product(surname, *({one} for one in given)))
    ways: set[tuple[str, ...]] = set()
    for family, begin, end in _in_three(name):
        sounds = [_readings(one) for one in (begin, end) if one]
        ways |= set(product((letters("korean_surname")[family],), *sounds))
    return frozenset(ways)


def same_in_korean(one: str, other: str) -> bool:
    """Whether two names may be one Korean's; one syllable tells too little in Latin letters."""
    letterwise = _HANGUL.fullmatch(one) or _HANGUL.fullmatch(other)
    return any(letterwise or len(way) == _KOREAN for way in korean(one) & korean(other))


def _in_three(name: str) -> Iterator[tuple[str, str, str]]:
    """A name's surname and two syllables: "Kim Jong-il", "Ki-moon Ban", "Jaein Moon"; or one: "Park Jin"."""
    words, surnames = fold(name).split(), letters("korean_surname")
    if len(words) == _KOREAN and words[0] in surnames and not _GIVEN_FIRST.fullmatch(name):
        yield words[0], words[1], words[2]
    elif len(words) == _KOREAN and words[-1] in surnames:
        yield words[2], words[0], words[1]
    elif len(words) == _KOREAN - 1:
        for surname, given in (words, words[::-1]):
            if surname in surnames:
                yield from ((surname, given[:cut], given[cut:]) for cut in range(2, len(given) - 1))
                yield surname, given, ""


def _hangul(letter: str) -> str:
    number = ord(letter) - _HANGUL_STARTS
    middle = _MIDDLES[number % _PER_FIRST // _PER_MIDDLE]
    return _FIRSTS[number // _PER_FIRST] + middle + _LASTS[number % _PER_MIDDLE]


@lru_cache(maxsize=5_000)
def _readings(word: str) -> frozenset[str]:
    """The syllables that a word in Latin letters may be; none if it is no Korean syllable."""
    swapped = word.replace("wh", "hw")
    found = _SYLLABLE.fullmatch(swapped)
    if found is None:
        return frozenset()
    begin, vowel, end = found.groups()
    return frozenset(_BEGINS[begin] + one + _ENDS[end] for one in _VOWELS[vowel])
