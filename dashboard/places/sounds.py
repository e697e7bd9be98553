"""Known places by how they sound, for names that another language spells its own way: « Loutsk » is Lutsk.

Called by ``hints`` for names that no table holds in the language of the text.
"""

import re
from collections.abc import Mapping
from functools import cache

from dashboard.gazetteer import fold, knowledge, language_file
from dashboard.gazetteer.knowledge import Spot

_SHORTEST = 4
"""How many letters a sound has at least that is somewhere known."""
_DOUBLE = re.compile(r"(\w)\1+")
_ENDING = re.compile(r"(?:e|eh)$")


@cache
def _spelling(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The letters that a language spells its own way, with what they sound like."""
    spelt: Mapping[str, str] = language_file(language, "places.toml")["spelt"]
    longest = sorted(spelt, key=lambda one: (-len(one), one))
    return re.compile("|".join(map(re.escape, longest)) or r"(?!)"), spelt


def sound(name: str, language: str) -> str:
    """A key of how a name sounds, the same for its spellings in several languages."""
    pattern, spelt = _spelling(language)
    told = pattern.sub(lambda found: spelt[found[0]], fold(name).replace("-", " "))
    return _ENDING.sub("", _DOUBLE.sub(r"\1", re.sub(r"[^\w ]", "", told)))


@cache
def _by_sound() -> Mapping[str, Spot | None]:
    """The places of the tables by the sound of their English names; None where two sound alike."""
    found: dict[str, Spot | None] = {}
    for spot in knowledge().spots.values():
        for name in {spot.names["en"], *spot.aliases["en"]}:
            key = sound(name, "en")
            if len(key) >= _SHORTEST and found.setdefault(key, spot) is not spot:
                found[key] = None
    return found


def by_sound(name: str, language: str) -> Spot | None:
    """The known place that a name of a text sounds like; None where there is none or more than one."""
    return None if language == "en" else _by_sound().get(sound(name, language))
