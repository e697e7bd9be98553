"""How wide a text is in the bundled fonts, and how it is wrapped or shortened. For all that places text."""

import json
import re
from functools import cache, lru_cache

from dashboard.errors import DataFileError
from dashboard.resources import data_path

BOLD = 700
REGULAR = 400
_ELLIPSIS = "…"
_GLUE = re.compile(r" (?=[:;?!»–—])|(?<=«) ")
_LITTLE = 3  # letters
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
    em, widths = _tables()
    table = widths[min(widths, key=lambda each: abs(each - weight))]
    wide = table["M"]
    return sum(table.get(letter, wide) for letter in text if letter not in _UNSEEN) / em * size * _SAFETY


def words_of(text: str) -> list[str]:
    """The words between which a line may break: not before a closing sign or a dash, nor at a hard space."""
    return _GLUE.sub("\u00a0", text).split(" ")


def shorten(text: str, width: float, size: float, weight: int = REGULAR) -> str:
    """The text if it fits into a width, else its first words and "…"; only a lone word is cut.

    It does not end with a little word, such as "of" or "la".
    """
    if measure(text, size, weight) <= width:
        return text
    fitting = text[: _reach(text, width, size, weight)]  # so that a text of any length is shortened at once
    words = words_of(text)
    for count in range(min(len(words) - 1, len(words_of(fitting))), 0, -1):
        if count > 1 and len(words[count - 1]) <= _LITTLE and words[count - 1].islower():
            continue
        kept = " ".join(words[:count]).rstrip(" \u00a0,;:·–—-") + _ELLIPSIS
        if measure(kept, size, weight) <= width:
            return kept
    word = words[0][: len(fitting)] if words else ""
    while word and measure(word + _ELLIPSIS, size, weight) > width:
        word = word[:-1]
    return word + _ELLIPSIS if word else ""


def _reach(text: str, width: float, size: float, weight: int) -> int:
    """How many letters of a text fit into a width."""
    spent = 0.0
    for at, letter in enumerate(text):
        spent += measure(letter, size, weight)
        if spent > width:
            return at
    return len(text)


@lru_cache(maxsize=20_000)
def wrap(text: str, width: float, size: float, weight: int = REGULAR, most: int = 2) -> tuple[str, ...]:
    """The lines of a text, none wider than ``width``, at most ``most``; the last is shortened if need be.

    Lines are balanced: as few as fit, then as even as that number allows.
    """
    if measure(text, size, weight) <= width:
        return (text,)
    lines = _greedy(text, width, size, weight)
    if len(lines) <= most:
        return _balanced(text, lines, width, size, weight)
    return _ended(lines[: most - 1], text, width, size, weight)


def longest_word(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of the widest word: a line that is narrower would cut it."""
    return max((measure(word, size, weight) for word in words_of(text)), default=0.0)


def _ended(lines: tuple[str, ...], text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
    """The lines and one more of what they leave of the text, shortened; without it if not a word fits."""
    rest = words_of(text)[sum(len(words_of(line)) for line in lines) :]

    def fits(word: str) -> bool:
        return measure(word + _ELLIPSIS, size, weight) <= width

    if not lines or fits(rest[0]):
        return (*lines, shorten(" ".join(rest), width, size, weight))
    # the last line that can end with "…" and hold a whole word
    last = next((at for at in reversed(range(len(lines))) if fits(words_of(lines[at])[0])), 0)
    onward = words_of(lines[last + 1])[0] if last + 1 < len(lines) else rest[0]
    return (*lines[:last], shorten(f"{lines[last]} {onward}", width, size, weight))


def _greedy(text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in words_of(text):
        longer = f"{line} {word}" if line else word
        if line and measure(longer, size, weight) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines = [*lines, line]
    return tuple(shorten(each, width, size, weight) for each in lines)


def _balanced(text: str, lines: tuple[str, ...], width: float, size: float, weight: int) -> tuple[str, ...]:
    """The same number of lines at the narrowest width that still gives that number."""
    low, high = measure(text, size, weight) / len(lines), width
    best = lines
    for _ in range(6):
        middle = (low + high) / 2
        tried = _greedy(text, middle, size, weight)
        if len(tried) == len(lines) and not any(each.endswith(_ELLIPSIS) for each in tried):
            best, high = tried, middle
        else:
            low = middle
    return best
