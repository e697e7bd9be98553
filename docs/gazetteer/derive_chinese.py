"""Derives ``data/gazetteer/chinese.csv``: Chinese syllables in three spellings, and their characters.

Run once with ``pypinyin`` (MIT) installed; what it prints is the file. The characters are those of the
mainland's standard (GB 2312) and the usual ones of Taiwan's (Big5, level 1), read as in names. The
spelling of French papers (that of the École française d'Extrême-Orient) is made from the pinyin by rule.
"""

import csv
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from pypinyin import Style, lazy_pinyin

_TABLES = {"gb2312": (range(0xB0, 0xF8), range(0xA1, 0xFF)), "big5": (range(0xA4, 0xC7), range(0x40, 0xFF))}
_AS_SURNAME = {"单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "翟": "zhai", "尉": "wei"}

_WADE_TOO = {"ge": ["ke"], "ke": ["ke"], "he": ["he"], "huo": ["huo"], "shuo": ["shuo"]}


def _mended(pinyin: str, spelt: str) -> str:
    """What the package has in Wade-Giles; it writes "ei" for "ai" and "toeh" for "tieh"."""
    if pinyin.endswith("ai"):
        return spelt.replace("ei", "ai")
    return spelt.replace("toeh", "tieh")


_FRENCH_WHOLE = {
    "zhi": "tche", "chi": "tche", "shi": "che", "ri": "je", "zi": "tseu", "ci": "tseu", "si": "sseu|seu",
    "er": "eul", "yi": "yi|i", "you": "yeou", "yan": "yen", "wu": "wou|ou", "wa": "wa|oua", "wei": "wei|ouei",
    "yue": "yue|yo", "yuan": "yuan|yuen", "lue": "lio|liue", "nue": "nio|niue",
    "feng": "fong|feng",
}  # fmt: skip
_FRENCH_BEGINS = {
    "zh": "tch", "ch": "tch", "sh": "ch", "b": "p", "d": "t", "g": "k", "j": "k|ts", "q": "k|ts", "x": "h|s",
    "r": "j", "z": "ts", "c": "ts",
}  # fmt: skip
_FRENCH_ENDS = {
    "ou": "eou", "iu": "ieou", "ian": "ien", "u": "ou", "ua": "oua", "uai": "ouai", "ui": "ouei",
    "uan": "ouan", "un": "ouen", "uang": "ouang", "uo": "o|ouo",
}  # fmt: skip
_FRENCH_SOFT = {"u": "iu", "ue": "iue|io", "uan": "iuan", "un": "iun"}
"""How u is written behind j, q and x, where it is no u."""


def _french(pinyin: str) -> list[str]:
    """How French papers wrote a syllable, without marks of aspiration: "kouo" for "guo"."""
    if pinyin in _FRENCH_WHOLE:
        return _FRENCH_WHOLE[pinyin].split("|")
    if pinyin[0] in "yw":
        return [pinyin]
    begin = pinyin[:2] if pinyin[:2] in _FRENCH_BEGINS else pinyin[:1] if pinyin[0] not in "aeo" else ""
    end = pinyin[len(begin) :]
    if begin in ("j", "q", "x"):
        ends = _FRENCH_SOFT.get(end, _FRENCH_ENDS.get(end, end))
    else:
        ends = "o|e" if end == "e" and begin in ("g", "k", "h", "l") else _FRENCH_ENDS.get(end, end)
    if pinyin in ("lu", "nu"):
        ends = "ou|iu"
    return [one + other for one in _FRENCH_BEGINS.get(begin, begin).split("|") for other in ends.split("|")]


def _bare(text: str) -> str:
    """Without marks of aspiration and diaereses, as papers print it."""
    plain = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())


def _characters() -> Iterator[str]:
    """Every character of both tables once."""
    seen: set[str] = set()
    for encoding, (rows, cells) in _TABLES.items():
        for high, low in product(rows, cells):
            character = bytes((high, low)).decode(encoding, "ignore")
            if len(character) == 1 and "\u4e00" <= character <= "\u9fff" and character not in seen:
                seen.add(character)
                yield character


def main() -> None:
    """Writes one row for each syllable."""
    characters: dict[str, list[str]] = defaultdict(list)
    wade: dict[str, set[str]] = defaultdict(set)
    for character in _characters():
        syllable = _AS_SURNAME.get(character) or _bare(lazy_pinyin(character)[0])
        characters[syllable].append(character)
        if character not in _AS_SURNAME:
            spelt = _bare(lazy_pinyin(character, style=Style.WADEGILES)[0].lower())
            wade[syllable] |= {_mended(syllable, spelt), *_WADE_TOO.get(syllable, ())}
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("pinyin", "wade_giles", "french", "characters"))
    for syllable in sorted(characters):
        spelt = ("|".join(sorted(wade[syllable])), "|".join(_french(syllable)))
        out.writerow((syllable, *spelt, "".join(characters[syllable])))


if __name__ == "__main__":
    main()
