"""Text in one plain form, character for character, so that an offset in one is an offset in the other."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose.
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ə": "e", "ħ": "h", "ŧ": "t", "ё": "е"}
_MARKED = re.compile(r"[\u0900-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Writings whose vowels are marks upon the letters, which are no letters to Python."""
_HANGUL_FIRST, _HANGUL_LAST = "\uac00", "\ud7a3"


class _Folds(dict[int, str]):
    """Every character's plain form, worked out when first seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        syllable = _HANGUL_FIRST <= character <= _HANGUL_LAST  # its parts are letters, not accents
        small = character if syllable else unicodedata.normalize("NFD", character)[0].lower()[:1]
        word = character.isalnum() or _MARKED.match(character) is not None
        plain = _PLAIN.get(small, small) if word else " "
        self[code] = plain
        return plain


_FOLDS = _Folds()
_ASCII = bytes(ord(_FOLDS[code]) for code in range(128)) + bytes(128)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """The text in small letters without accents, one space for each other character; the same length."""
    if text.isascii():  # as bytes it is translated many times faster
        return text.encode("ascii").translate(_ASCII).decode("ascii")
    return text.translate(_FOLDS)


@lru_cache(maxsize=8)
def fold_text(text: str) -> str:
    """A whole text folded, kept for all who look at it in turn."""
    for letter in set(_BEYOND_ASCII.findall(text)):
        text = text.replace(letter, _FOLDS[ord(letter)])
    return fold(text)


def fold_key(text: str) -> str:
    """A name as it is looked up: folded, without spaces at its ends."""
    return fold(text).strip()
