"""What the gazetteer calls states, organisations, people and places in languages that it does not read.

States are named by CLDR, others by ``data/gazetteer/names_<language>.csv``; who stands in neither keeps the
name that the text gives. Called when a timeline is built.
"""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from dashboard.gazetteer.knowledge import knowledge
from dashboard.gazetteer.tables import read_table
from dashboard.resources import data_path

TRANSLATED = ("ar",)
"""The interface languages that no article is read in."""


def translations(key: str) -> dict[str, str]:
    """The names that something of the gazetteer has in other languages, by its id; {} for what is unknown."""
    return {code: name for code in TRANSLATED if (name := _table(code).get(key))}


@cache
def _table(language: str) -> Mapping[str, str]:
    """The names of a language: our own, and for other states those of CLDR."""
    path = data_path("gazetteer", f"names_{language}.csv")
    own = {row.get("id"): row.get("name") for row in read_table(path, ("id", "name"))}
    territories = Locale.parse(language).territories
    states = {
        key: str(name)
        for key, state in knowledge().states.items()
        if state.country and (name := territories.get(state.country))
    }
    return {**states, **{key: name for key, name in own.items() if name}}
