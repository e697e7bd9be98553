"""Whether two names are one in different spellings: German papers', Serbian, Arabic, Chinese letters.

Called when several articles are merged and for known people; conventions are never mixed within a name.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from dashboard.actors.abugidas import is_unparted, sounds_of
from dashboard.actors.identity import name_parts, same_person, skeleton, surname_keys, vowels
from dashboard.actors.name_words import CASELESS
from dashboard.actors.syllables import chinese, korean, same_in_chinese, same_in_korean
from dashboard.gazetteer import fold, letters

_KANA = re.compile(
    r"^(?:(?:[kgsztdnhbpmr]?y?|[kstpc]{2}h?|ch|sh|ts|j|f|w)[aeiouāīūēōâîûêô]|[nmh](?![aeiou])|['’ ])+$"
)
"""A name that is made of Japanese syllables."""
_LATIN = (
    ("bare", re.compile("đ")),
    ("german", re.compile(r"sch|w|tz|j\b|j[aeiou]|z|ch|ss|s\b")),
    ("turkic", re.compile(r"[çşğıəýžň]|^(?!.*ou).*c(?!h|k)")),
    ("slavic", re.compile(r"[šžčćđłńśźj]")),
    ("polish", re.compile(r"sz|cz|rz|[łśżźńćąęó]|dż|ij\b|iej\b|[gm]ie(?!\b)|ci[aeu]")),
    ("spanish", re.compile(r"[áíóúñ]")),
    ("albanian", re.compile(r"xh|gj|[ëç]|q(?!u)")),
    ("dutch", re.compile(r"oe|[tds]j")),
    ("umlaut", re.compile(r"[äöüåæøœßþ]")),
    ("cedilla", re.compile(r"ç")),
    ("french", re.compile(r"ou[aeiyéï]|aou")),
    ("persian", re.compile(r"q")),
    ("uzbek", re.compile(r"(?=.*[qx])(?=.*(?:ova?|eva?|iy|jon|boy|yor)\b)")),
    ("levantine", re.compile(r"(?<=[^\W\d_])g(?=u?i|e\w)")),
    (
        "belarusian",
        re.compile(r"(?=.*(?:[aeio]u(?=[bcdfghjklmnprstvz])|[td][sz]i)).*(?:ich|ski|kaya|ka|ou|au)\b"),
    ),
    ("romaic", re.compile(r"gi[ao]")),
    ("urdu", re.compile(r"qua")),
    ("kunrei", _KANA),
    ("somali", re.compile(r"\bx[aeiou]|axa?m|\bc[aeiou]\w*(?:aa|ii|uu)")),
)
"""Conventions of Latin letters, and what a name must have to be read by them."""
_OTHERS = (
    (re.compile(r"[\u0400-\u052f]"), ("cyrillic", "serbian", "bulgarian", "ukrainian")),
    (re.compile(r"[\u0370-\u03ff]"), ("greek",)),
    (re.compile(r"[\u10a0-\u10ff]"), ("georgian",)),
    (re.compile(r"[\u0530-\u058f]"), ("armenian",)),
)
"""Alphabets with their vowels, and the conventions by which their letters are read."""
_SKELETONS = ((re.compile(r"[\u0600-\u06ff]"), "arabic"), (re.compile(r"[\u0590-\u05ff]"), "hebrew"))
"""Alphabets that leave out vowels."""
_PARTED = re.compile(r"[\s\u05be-]+")
_INITIAL_D = re.compile(r"\bντ")
"""What Greek writes for a d that begins a word."""
_ETHIOPIC = re.compile(r"[\u1200-\u137f]")
_GLUED = re.compile(r"\b(abou|abu|bou|bu|abdel|abdul|abdoul|ould|gholam|ben|bin)[ -](?:al-|el-)?(?=\w{3})")
"""What a name begins with that may be written as one word with the next: "Abou Bakr"."""
_OF = re.compile(r"(?<=\w{3})-?u(?:l[ -]|([rsztdn])[ -](?=\1))")
"""The article that ends a word or stands between: "Ziaur Rahman", "Ziaul Haq"."""
_MARBUTA = re.compile(r"(?<=\w{3})eh\b")
"""What "Hawatma" may end in."""
_INSIDE = (
    (re.compile(r"(?<=\w)γκ"), "γγ"),  # "Πάγκαλος": ng, as for g
    (re.compile(r"(?<=\w)μπ"), "μb"),  # "Κόμπος": mb, as for b
    (re.compile("χ"), "h"),  # "Μεχμέτ", as for ch
    (re.compile(r"(?<=[^\W\d_]{3})η$"), "ης"),  # a woman's surname, which papers may write as a man's
    (re.compile(r"(?<=[^\W\d_]{3})[οό]υ$"), "ος"),
)
"""What else Greek may write by the same letters."""
_HUSHED = re.compile(r"(?<=[aeiou])h(?![aeiou])")
"""An h that other letters leave out: "Kohl"."""
_APOSTROPHE = re.compile(r"(?<=\w)['’ʻʼ‘`](?=\w)")
_ARTICLE = re.compile(r"\bال|(?<=\bعبد|\bابو|\bأبو)ال")
_VOWELS = "[aeiou]*"
WITHOUT_VOWELS = "*"
"""The key of a name in letters that leave out vowels: it may be anybody's."""
_WEAK = re.compile(r"[ae]|i\*|h\?|\[[aeiu]|\(\?:|\[vou")
"""What stands for no consonant that must be there."""
_LAST = "[ae]*"
"""The vowels that Arabic and Hebrew letters leave out at a word's end, where others are written."""
_DOUBLED = (("الله", "له"), ("יי", "י"), ("اآ", "آ"), ("إي", "إ"), ("يي", "ي"), ("یی", "ی"), ("وو", "و"))
"""Letters written twice that are heard once."""
_BEGINNING = re.compile(r"\b[اأ](?=[وییي])|\bا(?!ل)")
"""What carries another vowel where a word begins, or any short one."""
_FAITH = re.compile(r"د الد(?=ين)")
"""Where a name ends as "of the faith" begins: "Saadeddine"."""
_SILENT = {"h": "h?", "[vou]+": "[vou]*", "[Sjg]": "[Sjgi]"}
"""What is not heard at a word's end: the h of "Sameh", the letter that tells Amr from Omar."""
_LONGEST = 40
_FIRM = 5
"""How many consonants two names must share where one leaves out the vowels."""
_FEW = 4
"""How many do where the names are parted alike as well: "Nabih Berri"."""
_FEWEST = 3
"""How many do where long vowels, half as telling, make up for the others: "Yusuf bin Alawi"."""
_HARD = re.compile(r"(?<![csztpdk])h")
_UKRAINIAN = re.compile(r"(?:[dhlnrtv]iy|ymyr|enko|[iuy]k|ets|[ei]t?s?ch|ych|[eio]v|sk(?:a|i|y|iy|yi|yy))\b")
"""How a surname ends in which h and g may be one letter."""
_AFTER_I = re.compile(r"ie(?=v)|(?<=a)ie")


@lru_cache(maxsize=20_000)
def respelled(name: str) -> tuple[str, ...]:
    """A name as it is and as English papers may write it, read by each convention that fits it."""
    small = unicodedata.normalize("NFC", name).replace("İ", "i").lower()
    small = _INITIAL_D.sub("δ", small)
    if conventions := _alphabet(small):
        ways = dict.fromkeys(
            (small, small.replace("ё", "йо"), *(found.sub(heard, small) for found, heard in _INSIDE))
        )
        forms = [_read(way, convention) for way in ways for convention in conventions]
    else:
        small = _APOSTROPHE.sub("", small)
        forms = [name, small, _GLUED.sub(r"\1", small), _AFTER_I.sub("e", fold(small))]
        forms += [_MARBUTA.sub("a", small), _OF.sub(" ", small)]
        forms += [_read(small, convention) for convention, tells in _LATIN if tells.search(small)]
    return tuple(dict.fromkeys(forms))


def _alphabet(name: str) -> tuple[str, ...]:
    """The conventions by which a name's alphabet is read; () for Latin letters and those without vowels."""
    return next((conventions for found, conventions in _OTHERS if found.search(name.lower())), ())


@cache
def _reader(convention: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(letters(convention), key=len, reverse=True))))


def _read(name: str, convention: str) -> str:
    table = letters(convention)
    return _reader(convention).sub(lambda found: table[found[0]], _plain(name, table))


def _plain(name: str, table: Mapping[str, str]) -> str:
    """The name without the accents of letters that a table does not have: Greek's and Russian's."""
    if name.isascii():
        return name
    return "".join(one if one in table else unicodedata.normalize("NFD", one)[0] for one in name)


@lru_cache(maxsize=20_000)
def _blurred(name: str) -> str:
    """A name without what conventions tell apart differently: German s and z, Ukrainian g and h."""
    plain = name.lower().replace("gh", "g").replace("z", "s")
    return _HARD.sub("g", plain) if _UKRAINIAN.search(plain) else plain


@lru_cache(maxsize=20_000)
def is_full(name: str) -> bool:
    """Whether a name has a given name and a surname; Chinese, Korean, Burmese leave no space between."""
    if len(name_parts(name)) > 1:
        return True
    whole = is_unparted(name) and _written(name) is not None
    return whole or (CASELESS.search(name) is not None and bool(chinese(name) | korean(name)))


@lru_cache(maxsize=50_000)
def same_in_any_spelling(one: str, other: str, eastern: frozenset[str], *, loose: bool = True) -> bool:
    """Whether two full names are one person's in whatever letters and conventions each is written.

    ``loose`` as in ``same_person``: where something else speaks for one person.
    """
    if _two_in_pinyin(one, other, eastern):
        return False
    if same_person(one, other, eastern, loose=loose):
        return True
    if CASELESS.search(one) or CASELESS.search(other):
        if _consonants_agree(one, other) or _consonants_agree(other, one):
            return True
    elif same_in_korean(one, other):
        return True
    if (korean(one) | chinese(one)) and (korean(other) | chinese(other)):
        if same_in_korean(one, other) or same_in_chinese(one, other):
            return True
        if fold(one).split()[0] in eastern or fold(other).split()[0] in eastern:
            return False
    if _initial(one) or _initial(other):
        return False  # "J. D. Vance" is no "Jyrus": one letter tells too little to respell by it
    forms, others = respelled(one), respelled(other)
    if _alphabet(one) and _alphabet(one) == _alphabet(other):
        forms, others = forms[:1], others[:1]  # one convention for both
    elif _alphabet(one) or _alphabet(other):  # "Kohl", that other letters write as it is heard
        forms, others = _hushed(forms), _hushed(others)
    return any(
        same_person(first, second, eastern, loose=loose)
        or same_person(_blurred(first), _blurred(second), eastern, loose=loose)
        for first in forms
        for second in others
    )


def _hushed(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*forms, *(_HUSHED.sub("", form) for form in forms))))


def _initial(name: str) -> bool:
    """Whether the given name is one Latin letter."""
    first = fold(name).strip().partition(" ")[0]
    return len(first) == 1 and first.isascii()


def _two_in_pinyin(one: str, other: str, eastern: frozenset[str]) -> bool:
    """Whether both are pinyin of one surname and differ: there "Jun" and "Chun" are no spellings of one."""
    first, second = chinese(one), chinese(other)
    surnames = {fold(one).split()[0], fold(other).split()[0]} if first and second else set()
    korean_too = "-" in one + other and same_in_korean(one, other)
    return len(surnames) == 1 and surnames <= eastern and not first & second and not korean_too


@lru_cache(maxsize=20_000)
def spelling_keys(name: str, eastern: frozenset[str]) -> frozenset[str]:
    """What two spellings of one full name share, to find it by."""
    if _written(name) is not None:
        return frozenset({WITHOUT_VOWELS})
    keys = {f"zh:{way}" for way in chinese(name)} | {"ko:" + "".join(way) for way in korean(name)}
    forms = [spelt for form in respelled(name) for spelt in (form, _blurred(form))]
    for spelt in {form.lower(): form for form in reversed(forms)}.values():  # the name itself tells most
        parts = name_parts(spelt)
        keys |= {parts[-1], skeleton(parts[-1]), vowels(parts[-1]), *surname_keys(spelt, eastern)}
    return frozenset(keys - {""})


def _consonants_agree(one: str, other: str) -> bool:
    """Whether a name in letters without vowels may be read as another in Latin letters."""
    written = _written(one)
    if written is None:
        return False
    spelt = {" ".join(name_parts(form)) for form in respelled(other)}
    return any(written.fullmatch(one) or written.fullmatch(_HUSHED.sub("", one)) for one in spelt)


@lru_cache(maxsize=5_000)
def _written(name: str) -> re.Pattern[str] | None:
    """A pattern for the sound of a name in letters that leave out vowels; None for others or too few."""
    if len(name) > _LONGEST or name.isascii():
        return None
    every = _PARTED.split(_FAITH.sub("د", name.strip()))
    words = _with_kin(every) or [_sounds(name)]
    if None in words:
        return None
    kept = [[one for one in word or () if one not in ("", _VOWELS)] for word in words]
    firm = sum(not _WEAK.match(one) for word in kept for one in word)
    long = sum(one.endswith("+") for word in kept for one in word)
    if firm < _FEW and (firm < _FEWEST or firm + long / 2 < _FEW):
        return None
    strict = firm < _FIRM and not (is_unparted(name) and firm + long / 2 >= _FIRM)
    parted = " " if strict else f"{_VOWELS} ?"
    whole = _VOWELS if strict else f"{_VOWELS} ?{_VOWELS}"
    end = _LAST if any(found.search(name) for found, _ in _SKELETONS) else whole
    return re.compile(parted.join(whole.join(("", *word)) + end for word in kept))


def _with_kin(every: Sequence[str]) -> list[list[str] | None]:
    """The sounds of each word; a word of kin is left out, or one with the next: "Benyahia"."""
    words: list[list[str] | None] = []
    before: list[str] = []
    for word in every:
        if word in letters("kin"):
            before = [f"(?:{letters('kin')[word]})?"]
            continue
        sounds = _sounds(word)
        words.append(None if sounds is None else [*before, *sounds])
        before = []
    return words


def _sounds(word: str) -> list[str] | None:
    """What the letters of a word without vowels may be in Latin letters; None for other letters."""
    if _ETHIOPIC.search(word):
        return [_ethiopic(letter) for letter in word if _ETHIOPIC.match(letter)]
    writing = next((writing for found, writing in _SKELETONS if found.search(word)), None)
    if writing is None:
        return sounds_of(word)
    table = letters(writing)
    for doubled, single in _DOUBLED:
        word = word.replace(doubled, single)
    word = _BEGINNING.sub("", _ARTICLE.sub("\0", word))
    sounds = ["(?:[ae]?l)?" if one == "\0" else table.get(one, "") for one in word]
    return [*sounds[:-1], _SILENT.get(sounds[-1], sounds[-1])]


def _ethiopic(letter: str) -> str:
    """The consonant of a letter for a syllable: "WA" is "v" as a sound."""
    syllable = unicodedata.name(letter, "").rpartition(" ")[2]
    if syllable.startswith("NY"):
        return "g?n"
    consonant = syllable.rstrip("AEIOU")[:1].lower()
    return {"w": "v", "q": "[kg]", "y": "i*", "h": "h?", "c": "S", "j": "[jS]", "x": "h"}.get(
        consonant, consonant
    )
