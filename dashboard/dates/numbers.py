"""Numbers in words and in Roman numerals; ``tokens`` and ``lexicon`` call this."""

from collections.abc import Sequence

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def read_number(
    values: Sequence[int | None], glue: frozenset[str], words: Sequence[str]
) -> tuple[int, int] | None:
    """The number that a run of number words begins with and how many words it takes; None if none.

    ``values`` holds each word's own value, None for other words; ``glue`` is what may stand between
    ("-", "et", "and"). French scores (quatre-vingt) and English years (nineteen eighty) are read.
    """
    total = current = taken = 0
    floor = 1_000_000
    for index, value in enumerate(values):
        if value is None:
            if words[index] in glue and taken == index and index:
                continue
            break
        if taken and index - taken > 1:
            break
        if value >= 1000:
            total += max(1, current) * value
            current, floor = 0, value
        elif value == 100 and current < 100:
            current = max(1, current) * 100
            floor = 100
        elif value == 20 and current % 100 == 4:
            current += 76
            floor = 20
        elif value < floor and (not taken or floor > 9):
            current += value
            floor = 10 if value >= 20 or value == 10 else 1
            floor = 20 if value in {60, 80} else floor
        elif 10 < current < 21 and 10 <= value < 100 and not total:
            current = current * 100 + value
            floor = 10 if value >= 20 else 1
        else:
            break
        taken = index + 1
    return (total + current, taken) if taken else None


def read_roman(word: str) -> int | None:
    """The value of a Roman numeral below 40 in lower case; None if the word is not one."""
    if not word or len(word) > 6 or any(letter not in "ivx" for letter in word):
        return None
    total = 0
    for letter, following in zip(word, [*word[1:], " "], strict=True):
        value = _ROMAN[letter]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total
