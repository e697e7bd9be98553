"""What the letters of India and of South East Asia may be in Latin letters, told by their Unicode names.

Called by ``spelling``. Patterns are for sounds as ``identity.sound`` makes them, without unwritten vowels.
"""

import re
import unicodedata
from functools import cache, lru_cache

_LETTERS = re.compile(r"[\u0900-\u0eff\u1000-\u109f\u1780-\u17ff]")
_UNPARTED = re.compile(r"[\u1000-\u109f]")
"""Burmese, where nothing stands between the words of a name."""
_NAMED = re.compile(r"(\w+) (?:LETTER|CHARACTER) (?:GREAT )?([B-DF-HJ-NP-TV-Z]*)([AEIOU]*)")
_SIGN = re.compile(r"(?:VOWEL SIGN|SARA) ([AEIOU]+)(?: |$)")
_NASAL = re.compile(r"ANUSVARA|NIKAHIT| AM$")
_REWRITTEN = (
    ("\u091c\u094d\u091e", "\u0917\u094d\u092f"),  # Hindi jñ is heard as gy
    ("\u1031[\u102b\u102c]|\u102d\u102f", ""),  # Burmese au and o
    ("\u101b(\u103d?)\u103e", "\u1006\\1"),  # Burmese sh
    ("([\u1000-\u1021])([\u103b-\u103d]*)\u103e", "\u101f\\1\\2"),  # an h that is written before: "Hlaing"
)
"""What is rewritten first: letters that are heard as others together."""
_HUSHED = re.compile(
    "((?<=[\u0e01-\u0e2e])[\u0e01-\u0e2e])?([\u0e01-\u0e2e][\u0e34\u0e38]?)\u0e4c|([\u1780-\u17a2])\u17cd"
)
"""Letters with a mark that they are not heard, and in Thai the one before."""
_GLIDE = "SIGN MEDIAL WA"
_CLOSED = "\u103a"
"""The mark of a Burmese letter that ends a syllable."""
_SOUNDS = {
    "K": "[kg]", "KH": "[khg]", "G": "[gk]", "GH": "[gk]", "NG": "ng?", "C": "S", "CH": "S", "J": "[Sz]",
    "JH": "[Sz]", "NY": "n", "TT": "t", "TTH": "t", "DD": "[dr]", "DDH": "[dr]", "NN": "n", "T": "t",
    "TH": "t", "D": "d", "DH": "d", "N": "n", "P": "p", "PH": "[pf]", "B": "[bv]", "BH": "[bv]", "M": "m",
    "Y": "(?:[Sz])?", "YY": "", "R": "r", "RR": "r", "L": "l", "LL": "l", "V": "[vb]", "SH": "[sS]",
    "SS": "[sS]", "S": "[sS]", "H": "h?", "F": "f", "FH": "f", "Z": "z", "Q": "k", "KHH": "[kh]", "GHH": "g",
    "W": "v",
}  # fmt: skip
_EASTERN = {
    "C": "[Sst]", "CH": "[Sst]", "J": "[Szs]", "NY": "(?:n)?", "T": "[td]", "TH": "[td]", "D": "[dt]",
    "DH": "[dt]", "TT": "[td]", "TTH": "[td]", "P": "[pb]", "PH": "[fpb]", "B": "[bpv]", "Y": "",
    "R": "(?:rn?|[ln])?", "L": "[ln]", "V": "[vou]*", "W": "[vou]*", "S": "[sSt]", "SS": "(?:[sSt])?",
}  # fmt: skip
"""What differs in Burmese, Khmer, Lao and Thai, which write Indian names as at home."""
_ENDS = {"K": "[kt]", "C": "[tsS]", "P": "[pt]", "M": "[mn]", "NY": "(?:n)?"}
"""What differs at the end of a Burmese syllable."""
_VOWELS = {
    "AA": "[ae]+", "I": "[ie]+", "II": "[ie]+", "U": "[uo]+", "UU": "[uo]+", "E": "[aei]+", "AI": "[aei]+",
    "O": "[aouv]+", "AU": "[aouv]+",
}  # fmt: skip
_CERTAIN = frozenset({"I", "II", "U", "UU"})
"""The vowels that South East Asia's papers write alike."""
_SCRIPTS = frozenset({"MYANMAR", "KHMER", "LAO", "THAI"})


def is_unparted(name: str) -> bool:
    """Whether nothing stands between the words of a name."""
    return _UNPARTED.search(name) is not None


@lru_cache(maxsize=5_000)
def sounds_of(word: str) -> list[str] | None:
    """What each letter of a word may be; None for a word in other letters."""
    if not _LETTERS.search(word):
        return None
    for written, heard in _REWRITTEN:
        word = re.sub(written, heard, word)
    hushed = {at for found in _HUSHED.finditer(word) for group in (1, 2, 3) for at in _at(found, group)}
    sounds: list[str] = []
    for at, letter in enumerate(word):
        sound = _sound(letter, closed=word[at + 1 : at + 2] == _CLOSED)
        if sound is None:
            continue
        optional = at in hushed or (sounds[-1:] == [sound] and not sound.endswith(("+", "*", "?")))
        sounds.append(f"(?:{sound})?" if optional and sound else sound)
    return [*sounds[:-1], *(sound.replace("[S", "[Si") for sound in sounds[-1:])]  # "Swaraj" as in Slavic


def _at(found: re.Match[str], group: int) -> range:
    return range(*found.span(group)) if found[group] else range(0)


@cache
def _sound(letter: str, *, closed: bool) -> str | None:
    """The pattern of one letter; None for a mark that is no sound."""
    name = unicodedata.name(letter, "")
    eastern = name.partition(" ")[0] in _SCRIPTS
    if _NASAL.search(name):
        return "[nm]g?"
    if name.endswith(_GLIDE):
        return _EASTERN["W"]
    vowel = _SIGN.search(name)
    if vowel:
        return _VOWELS.get(vowel[1], "") if not eastern or vowel[1] in _CERTAIN else ""
    found = _NAMED.match(name)
    if found is None or (found[1] == "THAI" and found[3] != "O"):
        return None  # a mark: the others are named "KO KAI", "MO MA"
    consonant = found[2]
    if not consonant:
        return "" if eastern else _VOWELS.get(found[3], "")
    if closed and consonant in _ENDS:
        return _ENDS[consonant]
    if consonant == "H" and found[1] == "KHMER":
        return "h"
    return _EASTERN.get(consonant, _SOUNDS.get(consonant, "")) if eastern else _SOUNDS.get(consonant, "")
