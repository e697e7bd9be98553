"""Places that no table holds, told by what they are: "the Salwa crossing", "Dostuk, a village", a dateline.

Called by ``reading``, with the known names already found.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.gazetteer import Hit, fold, fold_text, knowledge, language_file
from dashboard.model import Place
from dashboard.places.hints import by_letter, place_called, words

_BACK = 45
"""How many characters before such a word its name may stand in."""
_NAME_BEFORE = re.compile(
    r"(?:^|[\s(])((?:(?:al|el|as|ash|ad)-)?[^\W\d_a-zà-ÿ][\w’-]{2,}(?:[ -][^\W\d_a-zà-ÿ][\w’-]+){0,2})$"
)
_LINE = re.compile(
    r"(?:^|\n)([^\W\d_a-zà-ÿ]{4,}(?:[ -][^\W\d_a-zà-ÿ]{2,}){0,2})"
    r"(?=,\s[^\W\d_]{3,10}\.?\s\d|,\s(?:le\s)?\d{1,2}\s|\s\([^()\n]{3,30}\)\s?[,—–-]"
    r"|,\s[A-Z][a-z ]{3,24}\s[(—–-])"
)
"""A dateline: "KOMATIPOORT, South Africa —", « KIMBO, 3 mai », "ZORNDORF (Agency) -"."""


@dataclass(frozen=True, slots=True)
class _Rules:
    behind: re.Pattern[str]
    apposed: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    data = language_file(language, "places.toml")
    nothing = r"(?!)"
    behind = f" (?:{by_letter(data['behind'])})(?!\\w)" if data["behind"] else nothing
    nouns, tail = by_letter(data["apposed"]), by_letter(data["apposed_tail"])
    apposed = rf"  (?:{data['apposed_lead']})(?:{nouns})(?=  | (?:{tail})(?!\w)|\s*$)"
    return _Rules(re.compile(behind), re.compile(apposed))


def told_by_nouns(text: str, language: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, Place, str]]:
    """The spans of unknown names that a word says to be places, with their place and how sure it is meant."""
    folded, rules = fold_text(text), _rules(language)
    taken = [(hit.start, hit.end) for hit in hits]
    for found in _LINE.finditer(text):
        if _free(taken, *found.span(1)) and not _not_a_place(found[1], language):
            yield (*found.span(1), place_called(found[1].title(), language, hits, found.end(1)), "venue")
    for pattern in (rules.behind, rules.apposed):
        for found in pattern.finditer(folded):
            if pattern is rules.apposed and text[found.start()] != ",":
                continue
            first = max(0, found.start() - _BACK)
            name = _NAME_BEFORE.search(text[first : found.start()])
            if name is None or _not_a_place(name[1], language):
                continue
            start, end = first + name.start(1), first + name.end(1)
            lead = folded[max(0, start - 16) : start].split()[-2:]
            opens = not lead or text[start - 2 : start - 1] in ".!?;:\n"
            if not _free(taken, start, end) or (opens and pattern is rules.behind):
                continue
            at = not words(language).at.isdisjoint(lead)
            yield start, end, place_called(name[1], language, hits, end), "venue" if at else "ambiguous"


def _free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether no known name stands in a span."""
    place = bisect_left(taken, end, key=lambda span: span[0])
    return not (place and taken[place - 1][1] > start)


def _not_a_place(name: str, language: str) -> bool:
    """Whether a name is somebody's or something else's."""
    parts = fold(name).split()
    return not words(language).not_places.isdisjoint(parts) or parts[0] in knowledge().given_names
