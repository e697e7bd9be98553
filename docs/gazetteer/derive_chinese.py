"""Derives ``data/gazetteer/chinese.csv``: Chinese syllables in pinyin and Wade-Giles, and their characters.

Run once with ``pypinyin`` (MIT) installed; what it prints is the file. The characters are those of the
mainland's standard (GB 2312) and the usual ones of Taiwan's (Big5, level 1), read as in names.
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
            wade[syllable].add(_bare(lazy_pinyin(character, style=Style.WADEGILES)[0].lower()))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("pinyin", "wade_giles", "characters"))
    for syllable in sorted(characters):
        out.writerow((syllable, "|".join(sorted(wade[syllable])), "".join(characters[syllable])))


if __name__ == "__main__":
    main()
