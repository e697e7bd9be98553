"""How letters and letter groups of other writings and spelling conventions are written in English letters.

Called by the actors' room when names of several articles are compared.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.gazetteer.tables import Row, read_table
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


def _chinese() -> Iterator[Row]:
    columns = ("pinyin", "wade_giles", "french", "characters")
    return read_table(data_path("gazetteer", "chinese.csv"), columns)


@cache
def pinyin() -> Mapping[str, str]:
    """Chinese characters and their syllables in pinyin: "武" is "wu"."""
    return {character: row.get("pinyin") for row in _chinese() for character in row.get("characters")}


@cache
def romanised(system: str) -> Mapping[str, frozenset[str]]:
    """Syllables as one system spells them ("wade_giles", "french"), without marks, and their pinyin."""
    found: dict[str, set[str]] = {}
    for row in _chinese():
        for spelt in row.many(system):
            found.setdefault(spelt, set()).add(row.get("pinyin"))
    return {spelt: frozenset(syllables) for spelt, syllables in found.items()}
