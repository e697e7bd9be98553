"""Names inside titles: short names, articles, "de l'OTAN", "aux États-Unis", "in Baku". Called by titles.

The rules of a language (which names take which article) are data: ``[names]`` of its titles.toml.
"""

import re
from collections.abc import Mapping, Sequence

from dashboard.actors.lexicon import lexicon
from dashboard.gazetteer import fold, knowledge
from dashboard.model import Actor, ActorKind, Place

_VOWELS = "aeiouàâäéèêëîïôöùûü"
_PARTICLES = frozenset(
    {"de", "von", "van", "der", "den", "bin", "al", "el", "ben", "da", "di", "dos", "la", "le", "ter"}
)

_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARABIC_BOUND = frozenset(
    ["عبد", "بن", "أبو", "آل", "نصر", "داود", "أحمدي", "بطرس", "دي", "دا", "فون", "دير"]
)
"""Words of an Arabic name that belong to the one after them: "عبد الناصر", "بن سلمان", "نصر الله"."""
_ARABIC_WHOLE = frozenset(["الملك", "الأب", "الثاني", "الثالث", "الرابع", "الخامس", "السادس"])
"""What a name begins or ends with that says nothing alone."""

_NUMERAL = re.compile(r"[IVX]{1,5}|I(?:er|re)")
"""What stands behind a monarch's name."""
_EASTERN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
"""A given name that follows its family name: Ing-wen, Yo-jong."""

Names = Mapping[str, frozenset[str]]


def short_name(actor: Actor, language: str) -> str:
    """A person by surname, anyone else by the display name in the language."""
    name = actor.name(language)
    if actor.kind is not ActorKind.PERSON:
        return name
    words = name.split()
    if len(words) < 2:
        return name
    if language == "ar" and _ARABIC.search(name):
        return _arabic_short(actor, words)
    folded = {alias.lower() for alias in actor.aliases}
    # a family name that comes first (Xi Jinping) is a known one, or the alias that stands alone
    eastern = fold(words[0]) in lexicon("en").words["eastern_surnames"]
    if eastern or (words[0].lower() in folded and words[-1].lower() not in folded):
        return name if len(name) <= 16 else words[0]
    if len(words) == 4 and len(name) <= 18 and not _PARTICLES & {word.lower() for word in words}:
        return name
    if _NUMERAL.fullmatch(words[-1]) or _EASTERN.fullmatch(words[-1]):
        return name if len(name) <= 16 else words[0]
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    told = " ".join(words[at:])
    known = knowledge().people.get(actor.id)
    usual = [name for name in known.surnames if name in words] if known and told not in known.surnames else []
    return usual[0] if usual else told


def _arabic_short(actor: Actor, words: Sequence[str]) -> str:
    """An Arabic name's family name; the whole where that is not its end: شي جين بينغ, محمد السادس."""
    latin = next((name for code, name in actor.names.items() if code != "ar"), "")
    short = short_name(actor, next((code for code in actor.names if code != "ar"), "en")) if latin else ""
    if _ARABIC_WHOLE & {words[0], words[-1]} or (latin and (short == latin or not latin.endswith(short))):
        return " ".join(words)
    at = len(words) - 1
    while at > 1 and words[at - 1] in _ARABIC_BOUND:
        at -= 1
    return " ".join(words[at:])


def _starts_with_vowel(name: str, names: Names) -> bool:
    first = name.lower()[:1]
    if name.startswith(tuple(names.get("aspirated", ()))):
        return False
    return first in _VOWELS or first == "h"


def _number_and_gender(name: str, names: Names) -> str:
    """Gender and number of a French name that is no person's: "m", "f", "p", or "" without article."""
    if name in names["bare"]:
        return ""
    first = name.split(maxsplit=1)[0].lower()
    if name in names["plural"] or first in names["plural_words"]:
        return "p"
    if name.casefold() in names["feminine"] or first in names["feminine_words"]:
        return "f"
    if (
        name in names["masculine_in_e"]
        or first in names["masculine_words"]
        or name.lower() in names["masculine_words"]
    ):
        return "m"
    return "f" if first.endswith(("e", "ie", "ion")) else "m"


def french(name: str, preposition: str, *, proper: bool, names: Names) -> str:
    """A French name after a preposition ("" for the bare article), with elision and contraction.

    ``proper`` names (people, most cities) take no article.
    """
    gender = "" if proper else _number_and_gender(name, names)
    vowel = _starts_with_vowel(name, names)
    if gender == "":
        if preposition == "de":
            return f"d'{name}" if vowel else f"de {name}"
        return f"{preposition} {name}".strip()
    if gender == "p":
        table = {"de": "des", "à": "aux", "": "les"}
        return f"{table.get(preposition, f'{preposition} les')} {name}"
    if vowel:
        return f"{preposition} l'{name}".strip()
    if gender == "f":
        return f"{preposition} la {name}".strip()
    table = {"de": "du", "à": "au", "": "le"}
    contracted = preposition.removesuffix("de") + "du" if preposition.endswith(" de") else f"{preposition} le"
    return f"{table.get(preposition, contracted)} {name}"


def french_place(place: Place, names: Names) -> str:
    """A place with its preposition: "à Bakou", "au Caire", "en Pologne", "aux États-Unis"."""
    name = place.name("fr")
    if place.kind not in ("country", "region", "sea"):
        if name.startswith("Le "):
            return f"au {name[3:]}"
        if name.startswith("Les "):
            return f"aux {name[4:]}"
        first = name.split(maxsplit=1)[0].lower()
        if first in (*names["masculine_words"], *names["feminine_words"], *names["plural_words"]):
            return french(name, "à", proper=False, names=names)
        return f"à {name}"
    first = name.split(maxsplit=1)[0].lower()
    for lead, heads in (("dans", names["inside"]), ("sur", names["upon"])):
        if first in heads:  # « dans la bande de Gaza », « sur l'île d'Elbe »
            return french(name, lead, proper=False, names=names)
    gender = _number_and_gender(name, names)
    if place.kind == "sea" or name.lower().startswith(("mer ", "golfe", "détroit")):
        return french(name, "en" if gender == "f" else "dans", proper=gender == "f", names=names)
    if gender == "p":
        return f"aux {name}" if name not in ("Balkans", "pays baltes", "Pays baltes") else f"dans les {name}"
    if gender == "":
        return f"en {name}" if name == "Israël" else f"à {name}"
    if gender == "f" or _starts_with_vowel(name, names):
        return f"en {name}"
    return f"au {name}"


def english(name: str, preposition: str, names: Names) -> str:
    """An English name after a preposition, with "the" where it takes one."""
    last = name.lower().split()[-1]
    takes = name in names["the"] or last in names["the_words"]
    return f"{preposition} {'the ' if takes else ''}{name}".strip()


def english_place(place: Place, names: Names, preposition: str = "in") -> str:
    """A place with its preposition: "in Baku", "in the Netherlands"."""
    return english(place.name("en"), preposition, names)
