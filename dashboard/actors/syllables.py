"""Chinese and Korean names by their syllables, however these are spelled or in characters of their own.

Called by ``spelling``.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from dashboard.gazetteer import fold, letters, pinyin, wade_giles

_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,3}")
_APOSTROPHES = re.compile(r"['’ʻʼ‘`]")
_LONGEST = 4
"""How many syllables a name may have: a surname of two, as in "Sima Qian", and a given name of two."""
_KOREAN = 3
"""How many a Korean name has, its surname of one and a given name of two."""
_GIVEN_FIRST = re.compile(r"[^\W\d_]+-[^\W\d_]+ [^\W\d_]+")


@lru_cache(maxsize=20_000)
def chinese(name: str) -> frozenset[str]:
    """The pinyin that a name may be, without spaces: one for pinyin and characters, some for Wade-Giles."""
    if _HAN.fullmatch(name):
        table = pinyin()
        return frozenset({"".join(table[one] for one in name)} if all(one in table for one in name) else ())
    words = fold(_APOSTROPHES.sub("", name)).split()
    if not 1 < len(words) <= _LONGEST:
        return frozenset()
    if is_wade_giles(name):
        return frozenset("".join(way) for way in product(*(sorted(wade_giles()[word]) for word in words)))
    return frozenset({"".join(words)} if _in_pinyin("".join(words)) else ())


@lru_cache(maxsize=20_000)
def is_wade_giles(name: str) -> bool:
    """Whether a name is spelled as Wade and Giles do: a hyphen in the given name, or no pinyin."""
    words = fold(_APOSTROPHES.sub("", name)).split()
    able = 1 < len(words) <= _LONGEST and all(word in wade_giles() for word in words)
    return able and ("-" in name or not all(word in _syllables() for word in words))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(pinyin().values())


def _in_pinyin(word: str) -> bool:
    """Whether a word can be cut into syllables of pinyin."""
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in _syllables() for start in reached if end - start <= 6):
            reached.add(end)
    return len(word) in reached


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
         "t": "t", "s": "t", "d": "t"}  # fmt: skip
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
