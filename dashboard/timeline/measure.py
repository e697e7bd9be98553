"""How wide a text is in the bundled fonts, and how it is wrapped or shortened. For all that places text."""

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dashboard.errors import DataFileError
from dashboard.resources import data_path

BOLD = 700
REGULAR = 400
_ELLIPSIS = "…"
_GLUE = re.compile(r" (?=[:;?!»–—])|(?<=«) ")
_DAY = re.compile(r"\([^()]{1,14}\d{4}\)")
_LITTLE = 3  # letters
_LOOSE = " \u00a0,;:·–—-"  # not before "…"
_UNSEEN = frozenset("\u200f\u2068\u2069")  # they only order a line of two scripts
_SAFETY = 1.01  # kerning and hinting move a line by less than this


@cache
def _tables() -> tuple[int, dict[int, dict[str, int]]]:
    path = data_path("fonts", "widths.json")
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        characters = table["characters"]
        widths = {
            int(weight): dict(zip(characters, values, strict=True))
            for weight, values in table["widths"].items()
        }
        return int(table["units_per_em"]), widths
    except (ValueError, KeyError, AttributeError, TypeError) as fault:
        raise DataFileError(path, None, f"not a table of advance widths ({fault})") from fault


@lru_cache(maxsize=50_000)
def measure(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of a text on one line, in pixels, at a font size in pixels.

    Weights that the table lacks take the nearest; letters that they lack count as a wide one.
    """
    em, table = _advances(weight)
    wide = table["M"]
    return sum(table.get(letter, wide) for letter in text if letter not in _UNSEEN) / em * size * _SAFETY


@cache
def _advances(weight: int) -> tuple[int, dict[str, int]]:
    em, widths = _tables()
    return em, widths[min(widths, key=lambda each: abs(each - weight))]


def words_of(text: str) -> list[str]:
    """The words between which a line may break: not before a closing sign or a dash, nor at a hard space.

    A day in brackets stays whole: "(3 Apr 2023)".
    """
    if "(" in text:
        text = _DAY.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return _GLUE.sub("\u00a0", text).split(" ")


def longest_word(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of the widest word: a line that is narrower would break it."""
    return max((measure(word, size, weight) for word in words_of(text)), default=0.0)


def shorten(text: str, width: float, size: float, weight: int = REGULAR) -> str:
    """The text if it fits into a width, else its first words and "…", as in ``wrap`` on one line."""
    return wrap(text, width, size, weight, 1)[0]


@lru_cache(maxsize=20_000)
def wrap(text: str, width: float, size: float, weight: int = REGULAR, most: int = 2) -> tuple[str, ...]:
    """The lines of a text, none wider than ``width``, at most ``most``.

    Lines are balanced: as few as fit, then as even as that number allows. A word wider than a line is broken.
    What is cut short ends with a whole word and "…", not with a little one, such as "of" or "la", if there is
    another; only where not even the first word and "…" fit is that word cut. Without room for that, it is "".
    """
    if measure(text, size, weight) <= width:
        return (text,)
    room = _Room(width, size, weight)
    said = " ".join(word for word in words_of(text) if word)
    spans = _spans(said, room, most + 1)
    if len(spans) > most:
        return _cut(said, spans[most - 1][1], room, most)
    return _balanced(said, spans, room)


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide lines may be, and in what they are set."""

    width: float
    size: float
    weight: int


def _spans(said: str, room: _Room, most: int) -> list[tuple[int, int]]:
    """Where the first lines begin and end, each as full as can be."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(said) and len(spans) < most:
        end = _reach(said, start, room)
        if end < len(said):
            space = said.rfind(" ", start, end + 1)
            end = space if space > start else end
        spans.append((start, end))
        start = end + said.startswith(" ", end)
    return spans


def _reach(said: str, start: int, room: _Room) -> int:
    """Where a line that begins at ``start`` is full: after a letter at least, and its accents."""
    em, table = _advances(room.weight)
    wide = table["M"]
    spent = 0
    end = start
    while end < len(said):
        spent += 0 if said[end] in _UNSEEN else table.get(said[end], wide)
        if spent / em * room.size * _SAFETY > room.width:
            break
        end += 1
    while start < end < len(said) and unicodedata.combining(said[end]):
        end -= 1
    return max(end, start + 1)


def _cut(said: str, far: int, room: _Room, most: int) -> tuple[str, ...]:
    """The lines of the most that fits, with "…", of what a text says before ``far``."""
    ends = [at for at in range(far, 0, -1) if said[at] == " "]
    first = ends[-1] if ends else far
    ends.sort(key=lambda end: end > first and _is_little(said[said.rindex(" ", 0, end) + 1 : end]))
    for end in (*ends, *range(first, 0, -1)):
        kept = said[:end].rstrip(_LOOSE) + _ELLIPSIS
        spans = _spans(kept, room, most + 1)
        if len(spans) <= most and spans[-1][0] < len(kept) - 1:
            return _set(kept, spans)
    return ("",)


def _is_little(word: str) -> bool:
    return len(word) <= _LITTLE and word.islower()


def _balanced(said: str, spans: list[tuple[int, int]], room: _Room) -> tuple[str, ...]:
    """The same number of lines at the narrowest width that still gives that number and breaks no word."""
    total, longest = measure(said, room.size, room.weight), longest_word(said, room.size, room.weight)
    low, high = max(total / max(len(spans), 1), longest), room.width
    for _ in range(6 if low < high else 0):
        middle = (low + high) / 2
        tried = _spans(said, replace(room, width=middle), len(spans) + 1)
        if len(tried) == len(spans):
            spans, high = tried, middle
        else:
            low = middle
    return _set(said, spans)


def _set(said: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(said[start:end] for start, end in spans) or ("",)
