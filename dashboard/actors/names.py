"""Stretches of text that may be a person's name, before anything says that they are.

Called by ``people``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.actors.lexicon import Lexicon
from dashboard.actors.longer import NUMBER, is_longer
from dashboard.actors.name_words import (
    PREFIXED,
    beside_name,
    caseless,
    is_adjacent,
    is_given,
    is_name_word,
    is_titled,
    may_be_named,
)
from dashboard.actors.page import Page
from dashboard.gazetteer import Hit, Sort

_LONGEST = 6
_LATIN_AND_GREEK = "\u058f"
"""Behind it stand the writings without capitals, whose letters may still count as small: Georgian's."""
_NOBLE = frozenset({"de", "la", "du", "des", "van", "von", "der", "den", "del", "della", "dos", "da", "di"})
_SONS = frozenset({"ben", "bin", "ibn", "bint"})
"""After these a title is a name: "Bandar bin Sultan"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [first, last) that may be a name; ``known`` when the gazetteer has it as a person in full."""

    first: int
    last: int
    text: str
    known: tuple[str, ...] = ()
    surname_of: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """Whether it is one word, or a surname of several: "de Gaulle", "De la Calle"."""
        surname = bool(self.surname_of) and not self.known
        if self.last - self.first == _CUT_PARTS and self.text[1] in "'’":
            return True  # "M'tumuke"
        return self.last - self.first == 1 or surname or _only_surname(self.text)


_CUT_PARTS = 2
_CUT = re.compile(r"[MNT]['’]")
"""How a name may begin that is no article cut short: "M'tumuke", "N'Golo"."""


def _cut(page: Page, token: int) -> bool:
    """Whether a token is the first letter of a name cut by an apostrophe: "M'" of "M'tumuke"."""
    after = token + 1
    whole = after < len(page.words) and page.starts[after] == page.ends[token]
    return whole and _CUT.fullmatch(page.words[token]) is not None and page.hit(token) is None


def _only_surname(text: str) -> bool:
    """Whether particles stand before a name of one word."""
    words = text.split()
    return len(words) > 1 and all(word.lower() in _NOBLE for word in words[:-1])


def _person_entries(hit: Hit, sort: Sort) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.target for entry in hit.entries if entry.sort is sort))


def _extend(page: Page, first: int) -> int:
    last, size = first + 1, len(page.words)
    while (
        last < size
        and last - first < _LONGEST
        and page.sentence[last] == page.sentence[first]
        and is_adjacent(page, last)
    ):
        if _opens(page, last):
            break
        if _cut(page, last) and last + 1 < size:
            last += _CUT_PARTS
            continue
        if is_name_word(page, last) or NUMBER.fullmatch(page.words[last]):
            last += 1
            continue
        ahead = last
        while (
            ahead < size
            and ahead - last < 2
            and page.lexicon.has("particles", page.folds[ahead])
            and is_adjacent(page, ahead)
        ):
            ahead += 1
        joined = ahead > last and ahead < size and is_adjacent(page, ahead) and is_name_word(page, ahead)
        if joined and (
            page.folds[ahead - 1] in _SONS
            or (
                not page.lexicon.has("titles", page.folds[ahead])
                and page.lexicon.head(page.folds[ahead]) is None
            )
        ):
            last = ahead + 1
            continue
        break
    return last


def _opens(page: Page, token: int) -> bool:
    """Whether a word begins something new, as "The" after initials does."""
    words, word = page.lexicon, page.folds[token]
    return (
        words.has("openers", word)
        and not words.has("particles", word)
        and page.hit(token) is None
        and not is_given(page, token - 1)
        and not any(words.has("eastern_surnames", word) for word in page.folds[max(0, token - 2) : token])
    )


def _of_office(words: Lexicon, word: str) -> bool:
    """Whether a word is that of an office or a title, or one that may stand before it."""
    return (
        words.has("titles", word)
        or words.head(word) is not None
        or words.has("modifiers", word)
        or words.has("domains", word)
    )


def _strip(page: Page, first: int, last: int) -> tuple[int, int]:
    """Titles, offices and sentence openers taken off the left, and a stray title off the right."""
    words = page.lexicon
    for token in range(last - 2, first, -1):
        # "Field Marshal Birhanu Jula": what stands before an office is part of it.
        if (
            (words.head(page.folds[token]) or words.has("titles", page.folds[token]))
            and not is_given(page, token)
            and page.hit(token) is None
            and page.folds[token + 1] not in _SONS
            and not (words.has("inner_names", page.folds[token]) and may_be_named(page, token - 1))
        ):
            first = token + 1
            break
    while first < last:
        word, hit = page.folds[first], page.hit(first)
        if hit is not None and hit.entry(Sort.PERSON) is not None:
            break
        if last - first > 1 and page.folds[first + 1] in _SONS:
            break  # "Sultan bin Salman" bears his title as his name
        # a hyphen is a blank here: "Vice-minister Sun Weidong"
        office = _of_office(words, word) or all(_of_office(words, part) for part in word.split())
        mrs = first > 0 and words.has("titles", page.folds[first - 1])  # "Mrs May"
        opener = words.has("openers", word) and (page.is_first(first) or last - first == 1) and not mrs
        opener = opener or words.has("calendar", word)
        if not (office or opener) or (
            office and is_given(page, first) and not words.has("titles", word) and last - first > 1
        ):
            break
        first += 1
    while (
        last > first
        and words.has("particles", page.folds[last - 1])
        and page.words[last - 1][0].islower()
        and not PREFIXED.match(page.words[last - 1])
    ):
        last -= 1
    return first, last


def _amid_caseless(page: Page, token: int) -> bool:
    """Whether a word without capitals stands in a text of such words."""
    return caseless(page.words[token]) and (token == 0 or caseless(page.words[token - 1]))


def candidates(page: Page) -> Iterator[Candidate]:
    """Every stretch that may be a name, in order, never overlapping."""
    able = [
        token for token, word in enumerate(page.words)
        if token in page.hit_at or (not (word.islower() and word.isalpha()) and word[0].isalnum())
        or (word > _LATIN_AND_GREEK and caseless(word))
    ]  # fmt: skip
    following = 0
    for token in able:
        if token < following:
            continue
        index = page.hit_at.get(token)
        if index is not None and page.spans[index][0] == token:
            hit = page.hits[index]
            full = _person_entries(hit, Sort.PERSON)
            end = page.spans[index][1]
            alone = end - token > 1 or hit.entry(Sort.SURNAME) is None
            if full and alone and not is_longer(page, hit, token, end):
                yield Candidate(token, end, page.text[page.starts[token] : page.ends[end - 1]], full)
                following = end
                continue
            if (
                end - token > 1
                and (surname := _person_entries(hit, Sort.SURNAME))
                and not beside_name(page, end)
            ):
                yield Candidate(token, end, page.text[page.starts[token] : page.ends[end - 1]], (), surname)
                following = end
                continue
        if not is_name_word(page, token) or _amid_caseless(page, token):
            continue
        whole = _extend(page, token)
        last = _before_known(page, token, whole)
        first, end = _strip(page, token, last)
        if first < end == last == whole and last - token >= _LONGEST:
            end = last = _before_known(page, first, _extend(page, first))  # a long office took its place
        if first < end and not (end < whole and end - first == 1 and is_titled(page, first)):
            yield _candidate(page, first, end)
        following = last


def _before_known(page: Page, first: int, last: int) -> int:
    """Where a person known in full begins inside a stretch, the stretch ends before it; never after "bin"."""
    for token in range(first + 1, last):
        if page.folds[token - 1] in _SONS or is_given(page, token - 1):
            continue  # "Sultan bin Salman bin Abdulaziz" is the king's son, "Youssef Boutros Ghali" a nephew
        index = page.hit_at.get(token)
        if index is None or page.spans[index][0] != token or page.spans[index][1] - token < 2:
            continue
        if page.hits[index].entry(Sort.PERSON) is not None:
            return token
    return last


def _candidate(page: Page, first: int, last: int) -> Candidate:
    text = page.text[page.starts[first] : page.ends[last - 1]]
    hit = page.hit(first)
    surname: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    index = page.hit_at.get(first)
    if hit is not None and index is not None and page.spans[index] == (first, last):
        surname = _person_entries(hit, Sort.SURNAME)
        if last - first == 1 and not surname:  # "Foreign Minister Subandrio"
            known = _person_entries(hit, Sort.PERSON)
    return Candidate(first, last, text, known, surname)
