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
    found = {code: name for code in TRANSLATED if (name := _table(code).get(key))}
    state = knowledge().states.get(key)
    if state is not None and state.country:
        for code in TRANSLATED:
            name = Locale.parse(code).territories.get(state.country)
            if name and code not in found:
                found[code] = str(name)
    return found


@cache
def _table(language: str) -> Mapping[str, str]:
    path = data_path("gazetteer", f"names_{language}.csv")
    return {row.get("id"): row.get("name") for row in read_table(path, ("id", "name"))}
