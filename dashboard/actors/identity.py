"""When two names are one person's: spellings, transliterations, nicknames, initials, name orders.

Called while an article is read and when several articles are merged. Different people are never one.
"""

import re
from functools import lru_cache

from dashboard.actors.compounds import GENERATIONS, telling_words, written_words
from dashboard.gazetteer import fold, knowledge, letters

_CYRILLIC = str.maketrans("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye") | str.maketrans({
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
    "ь": "", "ъ": "", "і": "i", "ї": "i", "є": "e", "ґ": "g",
})  # fmt: skip
_SON_OF = re.compile(r" (?:bin|ben|ibn|bint|ould|al|el) ")
"""What stands before a father's name or a family's: "Hamad bin Khalifa" is no "Khalifa bin Hamad"."""
_SON = re.compile(r"\w+ (?:bin|ben|ibn|ould) ")
_REIGNS = re.compile(r"^(?:\w+ ){1,2}(?:[ivx]{1,6}|ier)$")
"""A name of nothing but given names and a number."""
_REGNAL = re.compile(r"(?:[ivx]{1,6}|ier)")
# French, English and German spellings of the same sound, longest first.
_SOUNDS = (
    ("tzch", "tzh"), ("ksh", "ks"),
    ("stsch", "S"), ("shch", "S"), ("chtch", "S"), ("tsch", "S"), ("tch", "S"), ("sch", "S"),
    ("ch", "S"), ("sh", "S"), ("zh", "S"), ("gue", "ge"), ("gui", "gi"), ("kh", "h"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("w", "v"), ("ck", "k"), ("q", "k"),
    ("y", "i"), ("x", "ks"), ("eff", "ev"), ("gh", "g"), ("th", "t"), ("bh", "b"), ("vh", "v"),
)  # fmt: skip
_HARDENED = str.maketrans("dgb", "tkp")
_ALIKE = str.maketrans("eo", "iu")
_VOWELS = re.compile(r"[aeiou]+")
_OPEN = frozenset("aeiou")
_ENOUGH = 3
_TAILED = 4
"""Beyond how many letters a silent end is left out: "Hanane", "Hawatmeh"."""
_LONG = 4
"""From how many consonants on a given name may differ by a vowel: "Abdallah", "Abdullah"."""
_WHOLE = 4
"""From how many letters on a surname may differ by vowels taken for one another: "Saleh", "Salih"."""
_MANY = 6
"""From how many on a surname's vowels may all differ: "Wickremesinghe", "Wickramasinghe"."""
_HONOURS = frozenset({"mohamad", "muhamad", "mohamed", "muhamed", "mohamd"})
_SYLLABLES = re.compile(r"^[^\W\d_]+ [^\W\d_]+-[^\W\d_]+$")
"""A surname and a given name of two syllables: "Lee Sang-deok"."""
_DOUBLED = re.compile(r"(.)\1+")
_HARD = re.compile(r"c(?![ei])")
_SOFT = re.compile(r"dh(?!$)|(?<=[aeiou])dh$")
"""Not behind a consonant at the end: "Lindh" is no "Lind"."""
_LETTERS = re.compile(r"[^a-zS]+")
_PATRONYMIC = re.compile(r"(?:[ei]v|[aiklmz])iS$|(?:[oe]v|iS|in)na$")
"""How a father's name ends as it sounds: "Ivanovich", « Ilitch », "Ivanovna"."""
_GLIDE = re.compile(r"(?<=[aeou])i(?=e)")
"""What some write between two vowels: "Akayev", "Akaev"."""


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A name's word as it sounds, the same for its usual spellings: "Guerassimov" and "Gerasimov"."""
    plain = _latin(fold(word)).replace("dj", "j").replace("dzh", "j")
    slavic = plain[-1:] == "j" and plain[-2:-1] in _OPEN  # "Andrej", not "Elbegdorj"
    plain = plain[:-1].replace("j", "S") + "i" if slavic else plain.replace("j", "S")
    for spelling, one in _SOUNDS:
        plain = plain.replace(spelling, one)
    plain = _DOUBLED.sub(r"\1", _GLIDE.sub("", _LETTERS.sub("", _SOFT.sub("d", plain))))
    plain = _HARD.sub("k", plain)
    if plain.startswith("ie"):
        plain = plain[1:]
    if len(plain) > _TAILED and plain[-1] == "h" and plain[-2] in _OPEN:
        plain = plain[:-1]
    if len(plain) > _TAILED and plain[-1] == "e":
        plain = plain[:-1]
    return plain


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The sounding words of a name, particles and generation left out; initials stay one letter."""
    return tuple(_part(word) for word in telling_words(name))


def _part(word: str) -> str:
    """A word's sound; a regnal number stays itself, so that George III is not George II."""
    if _REGNAL.fullmatch(word):
        return f"#{word.removesuffix('er')}"
    return sound(word) or word


@lru_cache(maxsize=20_000)
def _given_forms(word: str) -> frozenset[str]:
    formal = knowledge().nicknames.get(word, frozenset())
    return frozenset({sound(word) or word, *(sound(one) for one in formal)})


def _given_agree(one: str, other: str) -> bool:
    """Whether two given names, folded, may be one person's."""
    if one[0] == other[0] and (len(one) == 1 or len(other) == 1):
        return True
    first, second = sound(one) or one, sound(other) or other
    if _given_forms(one) & _given_forms(other) or vowels(first) == vowels(second):
        return True
    if skeleton(first) and _mild(first) == _mild(second):
        return True
    long = len(_VOWELS.sub("", first)) >= _LONG and skeleton(first) == skeleton(second)
    return long and first[-1] == second[-1] and _one_apart(first, second)


@lru_cache(maxsize=20_000)
def vowels(sounding: str) -> str:
    """A sound with vowels that transliterations take for one another made one: Yasser and Yasir."""
    return sounding.replace("aei", "ai").replace("ai", "ei").replace("ae", "ei").translate(_ALIKE)


@lru_cache(maxsize=20_000)
def _mild(sounding: str) -> str:
    """A sound with an e inside as a and a hard end: one for "Selim" and "Salim", "Murad" and "Murat"."""
    return sounding[0] + sounding[1:-1].replace("e", "a") + sounding[-1].translate(_HARDENED)


@lru_cache(maxsize=20_000)
def skeleton(sounding: str) -> str:
    """The consonants of a surname's sound, with how it begins and ends: one for "Hafter" and "Haftar"."""
    bare = _VOWELS.sub("", sounding)
    if len(bare) < _ENOUGH:
        return ""
    return f"{sounding[0] if sounding[0] not in _OPEN else 'V'}{bare}{'V' if sounding[-1] in _OPEN else 'C'}"


def _surnames_agree(one: str, other: str) -> bool:
    """Whether two surnames' sounds are spellings of one, by their consonants and but for one vowel."""
    if len(one) >= _WHOLE <= len(other) and vowels(one) == vowels(other):
        return True
    alike = skeleton(one) != "" and skeleton(one) == skeleton(other)
    many = len(_VOWELS.sub("", one)) >= _MANY
    return alike and (many or _one_apart(vowels(one), vowels(other)))


def _one_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter, changed or added."""
    shorter, longer = sorted((one, other), key=len)
    start = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    rest = shorter[start + (len(shorter) == len(longer)) :]
    return len(longer) - len(shorter) <= 1 and rest == longer[start + 1 :]


@lru_cache(maxsize=20_000)
def same_person(one: str, other: str, eastern: frozenset[str] = frozenset(), *, loose: bool = True) -> bool:
    """Whether two full names are one person's; ``eastern`` holds surnames that stand first.

    Only where ``loose`` may one have a name between that the other lacks: "George Walker Bush".
    """
    if _generation(one) != _generation(other):
        return False
    if _REIGNS.search(fold(one)) and _REIGNS.search(fold(other)):
        return _reigning(one) == _reigning(other)
    number = _number(one)
    if number and number == _number(other):
        one, other = one.rpartition(" ")[0], other.rpartition(" ")[0]  # "Benigno S. Aquino III"
    parts, others = name_parts(one), name_parts(other)
    if "".join(parts) == "".join(others) or _joined(_plain_words(one)) == _joined(_plain_words(other)):
        return True
    if len(parts) < 2 or len(others) < 2:
        return False
    words, other_words = _plain_words(one), _plain_words(other)
    if _begins_honoured(words) != _begins_honoured(other_words):
        words, other_words = _honoured(one), _honoured(other)
    if words[0] in eastern and other_words[0] in eastern:
        return False
    if len(parts) == len(others) == 2 and parts == others[::-1]:
        # "Abe Shinzo": the surname first, as at home; two given names say nothing, nor does "bin".
        told = any(_SON_OF.search(fold(name)) for name in (one, other))
        return not told and not all(word in knowledge().given_names for word in words[:2])
    if (words[0] in eastern or other_words[0] in eastern) and parts[1:] + parts[:1] == others:
        return True  # "Ban Ki-moon", "Ki-moon Ban"
    given, other_given = _uninitialled(words, other_words)
    if not given or not other_given:
        return False
    if parts[-1] != others[-1]:
        # "Boutros-Ghali" against "Ghali" is settled by whoever joins surnames; here names must end alike.
        whole = len(given[0]) > 1 and len(other_given[0]) > 1
        far = words[0] in eastern or other_words[0] in eastern or "#" in parts[-1] + others[-1]
        if far or not whole or not _surnames_agree(parts[-1], others[-1]):
            return False
    if not loose and _initials(given) != _initials(other_given) and len(given) != len(other_given):
        return False  # "A. Q. Khan" may be any Khan with an A
    if not _given_agree(given[0], other_given[0]):
        return _joined(given) == _joined(other_given)
    return _middles_agree(given[1:], other_given[1:], loose=loose)


def _initials(given: tuple[str, ...]) -> bool:
    """Whether the first given name is only a letter."""
    return len(given[0]) == 1


def _uninitialled(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The given names of both, without a first initial that only one has: "J. William Fulbright"."""
    one, other = words[:-1], others[:-1]
    if len(one) > 1 and len(one[0]) == 1 and other and len(other[0]) > 1 and one[0] != other[0][0]:
        return one[1:], other
    if len(other) > 1 and len(other[0]) == 1 and one and len(one[0]) > 1 and other[0] != one[0][0]:
        return one, other[1:]
    return one, other


@lru_cache(maxsize=5_000)
def _reigning(name: str) -> tuple[str, ...]:
    """A king's or pope's name and number, each word as one language has it: "Guglielmo", "William"."""
    table = letters("reigning")
    *words, number = _plain_words(name)
    return (*(sound(table.get(word, word)) for word in words), number.removesuffix("er"))


@lru_cache(maxsize=20_000)
def _generation(name: str) -> frozenset[str]:
    """What tells a father from a son of the same name: "Jr."."""
    return GENERATIONS.intersection(fold(name).split())


def _number(name: str) -> str:
    """The number behind a surname of a full name ("Benigno Aquino III"); "" for a king's or none."""
    words = fold(name).rsplit(maxsplit=_REIGNING)
    return words[-1] if len(words) > _REIGNING and _REGNAL.fullmatch(words[-1]) else ""


_REIGNING = 2
"""How many words a king's name has with its number."""


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...], *, loose: bool) -> bool:
    """Whether the names between may be one person's: "H. W." is not "W.", nor John Adams John Quincy."""
    size = min(len(one), len(other))
    spare = [
        word for word in (*one[size:], *other[size:]) if len(word) > 1 and not _PATRONYMIC.search(sound(word))
    ]
    if not loose and spare and not any(len(word) > 1 for word in one[:size]):
        return False
    return all(_given_agree(first, second) for first, second in zip(one, other, strict=False))


def _begins_honoured(words: tuple[str, ...]) -> bool:
    """Whether a name begins with Muhammad."""
    return sound(words[0]) in _HONOURS


def _honoured(name: str) -> tuple[str, ...]:
    """The words of a name without a Muhammad that is said or left out: "Mohammad Javad Zarif"."""
    words = _plain_words(name)
    left = len(words) > 2 and _begins_honoured(words) and not _SON.match(fold(name))
    left = left and words[1] in knowledge().given_names  # not before "Hashemi Rafsanjani", a surname of two
    return words[1:] if left else words


def _joined(words: tuple[str, ...]) -> str:
    return sound("".join(words)) or "".join(words)


@lru_cache(maxsize=20_000)
def _plain_words(name: str) -> tuple[str, ...]:
    return tuple(map(_latin, telling_words(name))) or (fold(name).strip() or name,)


@lru_cache(maxsize=20_000)
def _written_words(name: str) -> tuple[str, ...]:
    return tuple(map(_latin, written_words(name))) or (fold(name).strip() or name,)


def _latin(word: str) -> str:
    """A folded word in Latin letters."""
    return word if word.isascii() else word.translate(_CYRILLIC)


@lru_cache(maxsize=20_000)
def surname_keys(name: str, eastern: frozenset[str]) -> tuple[str, ...]:
    """The sounds under which a person may be called later by one name: surname, and an eastern first name."""
    words = _written_words(name)
    if _number(name):
        words = words[:-1]
    if len(words) == 1:
        return (sound(words[0]) or words[0],)
    if words[0] in eastern and (words[0] not in knowledge().given_names or _SYLLABLES.search(name)):
        return (sound(words[0]), sound(words[-1])) if words[0] in _LAST_CALLED else (sound(words[0]),)
    if _REGNAL.fullmatch(words[-1]) and len(words) == 2:
        return (sound(words[0]),)
    keys = [sound(words[-1])]
    if len(words) > 2:
        # Jean-Yves Le Drian, Boutros Boutros-Ghali, Lula da Silva: also by the last two together.
        keys.append("".join(sound(word) for word in words[-2:]))
    if first := _first_half(name):
        keys.append(sound(first))
    return tuple(key for key in keys if key)


def _first_half(name: str) -> str:
    """The first of two surnames joined by a hyphen, by which somebody may be called: "Kiderlen"; or ""."""
    first, _, second = name.rsplit(maxsplit=1)[-1].partition("-")
    both = len(first) >= _ENOUGH < len(second) and first[:1].isupper() and second[:1].isupper()
    return fold(first).strip() if both else ""


# Vietnamese people are called by their last name.
_LAST_CALLED = frozenset(
    ("nguyen", "tran", "le", "pham", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ngo", "truong")
)


@lru_cache(maxsize=20_000)
def surname_key(text: str) -> str:
    """The sound of a name that stands alone."""
    return "".join(sound(word) for word in _written_words(text))
