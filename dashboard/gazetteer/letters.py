"""How letters and letter groups of other writings and spelling conventions are written in English letters.

Called by the actors' room when names of several articles are compared.
"""

from collections.abc import Mapping
from functools import cache

from dashboard.gazetteer.tables import read_table
from dashboard.resources import data_path


@cache
def letters(writing: str) -> Mapping[str, str]:
    """The letters of a writing or convention ("german", "cyrillic") and what they are in Latin letters."""
    return _letters()[writing]


@cache
def _letters() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in read_table(data_path("gazetteer", "letters.csv"), ("writing", "letters")):
        found.setdefault(row.get("writing"), {})[row.get("letters")] = row.get("latin")
    return found


@cache
def pinyin() -> Mapping[str, str]:
    """Chinese characters and their syllables in pinyin: "武" is "wu"."""
    rows = read_table(data_path("gazetteer", "chinese.csv"), ("pinyin", "wade_giles", "characters"))
    return {character: row.get("pinyin") for row in rows for character in row.get("characters")}


@cache
def wade_giles() -> Mapping[str, frozenset[str]]:
    """Syllables as Wade and Giles spell them, without marks, and which in pinyin they may be."""
    found: dict[str, set[str]] = {}
    for row in read_table(data_path("gazetteer", "chinese.csv"), ("pinyin", "wade_giles", "characters")):
        for spelt in row.many("wade_giles"):
            found.setdefault(spelt, set()).add(row.get("pinyin"))
    return {spelt: frozenset(syllables) for spelt, syllables in found.items()}
