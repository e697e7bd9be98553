"""Places told a second time by what they are: "landed on the island", « entrent dans la ville ».

Called by ``reading``, with the places that are found by name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.gazetteer import fold_text, language_file
from dashboard.places.hints import by_letter, words

_FAR = 1500
"""How many characters after a place what it is still means it, where it is the only one of its kind."""
_NEAR = 200
"""How many, where others of its kind are farther off."""
_BEFORE = 24
"""How many characters before "the island" are looked at for a preposition or a verb."""


@dataclass(frozen=True, slots=True)
class _Rules:
    nouns: re.Pattern[str]
    kinds: Mapping[str, frozenset[str]]
    leads: frozenset[str]
    not_after: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    data = language_file(language, "places.toml")
    kinds: dict[str, set[str]] = {}
    for kind, nouns in data["again"].items():
        for noun in nouns:
            kinds.setdefault(noun, set()).add(kind)
    articles = "|".join(re.escape(one) for one in data["again_articles"])
    # an article and the noun are searched for, which is quick; what leads to them is asked behind
    pattern = re.compile(rf" (?:{articles}) ({by_letter(kinds)})(?!\w)")
    return _Rules(
        pattern, {noun: frozenset(found) for noun, found in kinds.items()},
        frozenset(data["again_leads"]), words(language).not_own | frozenset(data["again_not_after"]),
    )  # fmt: skip


def again(text: str, language: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The spans of "the island" where somebody is on it, comes to it or takes it, and its kinds of place."""
    folded, rules = fold_text(text), _rules(language)
    for found in rules.nouns.finditer(folded):
        before = folded[max(0, found.start() - _BEFORE) : found.start()].split()[-1:]
        if not before or before[0] not in rules.leads:
            continue
        after = text[found.end() : found.end() + 1]
        following = folded[found.end() : found.end() + 16].split()[:1]
        named = text[found.end() + 1 : found.end() + 2].isupper()
        if after in (" ", "-", "'", "’") and (named or (following and following[0] in rules.not_after)):
            continue  # "in the city of X", "in the province Y"
        if after in ("-", "'", "’"):
            continue
        yield found.start() + 1, found.end(), rules.kinds[found[1]]


def meant(at: int, kinds: frozenset[str], seen: Sequence[tuple[int, str, str]]) -> str | None:
    """The id of the place of some kinds named last before an offset, of places (end, kind, id) in order."""
    near = [(end, one) for end, kind, one in seen if 0 <= at - end < _FAR and kind in kinds]
    for close in (near, [each for each in near if at - each[0] < _NEAR]):
        if len({one for _, one in close}) == 1:
            return close[-1][1]
    return None
