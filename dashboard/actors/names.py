"""Stretches of text that may be a person's name, before anything says that they are.

Called by ``people``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.actors.page import Page
from dashboard.gazetteer import Entry, Hit, Sort, knowledge

_LONGEST = 6
_PREFIXED = re.compile(r"(?:al|el|as|ad|ar|an|ash|bin|ben)[-’'][^\W\d_]|[a-z]{1,3}[A-Z][a-z]")
_ROMAN = re.compile(r"(?:[IVX]{1,6}|Ier|Jr|Sr)\.?")
_NOBLE = frozenset({"de", "la", "du", "des", "van", "von", "der", "den", "del", "della", "dos", "da", "di"})
_OF_PLACES = frozenset({"de", "da", "di", "von", "van"})
"""Before a place in a surname: "Fernández de Córdoba", where the text's own language has another word."""
_SONS = frozenset({"ben", "bin", "ibn", "bint"})
"""After these a title is a name: "Bandar bin Sultan"."""
_MARKS = frozenset({"@", "#"})
"""What stands before a name on a network, which is nobody's own: "@PMOIndia"."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
CASELESS = re.compile(r"[\u0590-\u06ff\u10a0-\u10ff\u1200-\u137f\u200c\u4e00-\u9fff\uac00-\ud7a3]")
"""Letters of writings without capitals, and the mark that joins two parts of a Persian word."""


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


def _blocks(page: Page, token: int) -> bool:
    """Whether a known name that is no person's takes this token."""
    hit = page.hit(token)
    if hit is None:
        return False
    if hit.entry(Sort.PERSON, Sort.SURNAME) is not None or _of_a_place(page, token):
        return False
    firm: Entry | None = hit.entry(
        Sort.STATE, Sort.CAPITAL, Sort.SEAT, Sort.ORGANISATION, Sort.CONTEXT, Sort.ADJECTIVE, Sort.PEOPLE
    )
    span = page.spans[page.hit_at[token]]
    if span[1] - span[0] > 1:
        return True
    if firm is None:
        # A small city's name is often a surname too: "Wu Dawei".
        named = _beside_name(page, token) or _given(page, token) or _titled(page, token)
        return not (named or _after_surname(page, token))
    if firm.sort is Sort.CAPITAL and _titled(page, token):
        return False
    if firm.sort in (Sort.STATE, Sort.CAPITAL):
        # "Michael Jordan", "Jack London": a given name before makes it a surname; "Dominique de Villepin".
        return not (_given(page, token - 1) or _begins_name(page, token) or _ranked(page, token))
    return True


def _ranked(page: Page, token: int) -> bool:
    """Whether a rank stands right before: "Admiral Togo"."""
    return token > 0 and page.lexicon.has("ranks", page.folds[token - 1])


def _beside_name(page: Page, token: int) -> bool:
    return (
        token > 0
        and page.capital(token - 1)
        and page.hit(token - 1) is None
        and page.sentence[token - 1] == page.sentence[token]
        and not page.lexicon.has("openers", page.folds[token - 1])
    )


def _of_a_place(page: Page, token: int) -> bool:
    """Whether a place ends a name whose particle is no word of the text: "Marcelo Fernández de Córdoba"."""
    before = token - 1
    if before < 2 or page.words[before] not in _OF_PLACES or page.lexicon.has("links", page.folds[before]):
        return False
    return page.capital(before - 1) and _given(page, before - 2)


def _after_surname(page: Page, token: int) -> bool:
    """Whether a surname that stands first stands before: "Hu Yao-pang"."""
    before = token - 1
    if before < 0 or page.sentence[before] != page.sentence[token]:
        return False
    if not page.capital(before) or not page.lexicon.has("eastern_surnames", page.folds[before]):
        return False
    return "-" in page.words[token] or _titled(page, before)  # "Premier Zhou Ziyang", not "Ban Klang"


def _begins_name(page: Page, token: int) -> bool:
    """Whether a state's name is a given name here: a surname follows."""
    if page.folds[token] not in knowledge().given_names or _posted(page, token):
        return False
    ahead = token + 1
    while ahead < len(page.words) and ahead < token + 3 and page.lexicon.has("particles", page.folds[ahead]):
        ahead += 1
    return (
        ahead < len(page.words)
        and page.capital(ahead)
        and page.hit(ahead) is None
        and page.sentence[ahead] == page.sentence[token]
    )


def _posted(page: Page, token: int) -> bool:
    """Whether a state is where an office is held: « l'ambassadeur de France au Liban Hervé X »."""
    if not token or not page.lexicon.has("links", page.folds[token - 1]):
        return False
    near = range(max(0, token - _OFFICE), token)
    return any(page.lexicon.head(page.folds[at]) is not None for at in near)


_OFFICE = 5
"""How many words before a state the office may stand that is held there."""


def _given(page: Page, token: int) -> bool:
    if token < 0 or not page.capital(token):
        return False
    word = page.folds[token]
    hit = page.hit(token)
    if hit is not None and hit.entry(Sort.STATE, Sort.ORGANISATION, Sort.CAPITAL, Sort.SEAT) is not None:
        return False
    names = knowledge().given_names
    return word in names or (" " in word and word.split()[0] in names)


def _titled(page: Page, token: int) -> bool:
    return token > 0 and (
        page.lexicon.has("titles", page.folds[token - 1])
        or page.lexicon.head(page.folds[token - 1]) is not None
    )


def _named(page: Page, token: int) -> bool:
    """Whether a token may be a part of a name: a given name, or no office's word."""
    words, word = page.lexicon, page.folds[token]
    groups = ("titles", "modifiers", "domains", "ranks")
    return _given(page, token) or not (words.head(word) or any(words.has(group, word) for group in groups))


def given_first(page: Page, token: int) -> bool:
    """Whether a token is a usual given name."""
    return _given(page, token) or (page.hit(token) is not None and _begins_name(page, token))


def caseless(word: str) -> bool:
    """Whether a word is written without capitals, so that only what stands before tells that it is a name."""
    return CASELESS.match(word) is not None


def _name_word(page: Page, token: int) -> bool:
    if token >= len(page.words):
        return False
    word = page.words[token]
    first = word[0]
    if word[0] > "\u058f" and caseless(word):
        # It begins behind a word of the text's own letters and goes on in its own.
        return token > 0 and not _blocks(page, token)
    if not (first.isupper() or _PREFIXED.match(word)) or _blocks(page, token):
        return False
    if page.text[page.starts[token] - 1 : page.starts[token]] in _MARKS:
        return False
    if len(word) == 1 and not _CYRILLIC.match(word):
        return False
    if word.isupper() and len(word) > 1 and "." not in word and not _CYRILLIC.match(word):
        # All capitals: a surname written so after a given name, or an acronym.
        return len(word) > 3 and _given(page, token - 1)
    return True


def _adjacent(page: Page, token: int) -> bool:
    """Whether only a space or nothing stands between a token and the one before it."""
    return page.text[page.ends[token - 1] : page.starts[token]] in ("", " ", "\u00a0")


def _extend(page: Page, first: int) -> int:
    last, size = first + 1, len(page.words)
    while (
        last < size
        and last - first < _LONGEST
        and page.sentence[last] == page.sentence[first]
        and _adjacent(page, last)
    ):
        if _opens(page, last):
            break
        if _cut(page, last) and last + 1 < size:
            last += _CUT_PARTS
            continue
        if _name_word(page, last) or _ROMAN.fullmatch(page.words[last]):
            last += 1
            continue
        ahead = last
        while (
            ahead < size
            and ahead - last < 2
            and page.lexicon.has("particles", page.folds[ahead])
            and _adjacent(page, ahead)
        ):
            ahead += 1
        joined = ahead > last and ahead < size and _adjacent(page, ahead) and _name_word(page, ahead)
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
        and not _given(page, token - 1)
        and not words.has("eastern_surnames", page.folds[token - 1])
    )


def _strip(page: Page, first: int, last: int) -> tuple[int, int]:
    """Titles, offices and sentence openers taken off the left, and a stray title off the right."""
    words = page.lexicon
    for token in range(last - 2, first, -1):
        # "Field Marshal Birhanu Jula": what stands before an office is part of it.
        if (
            (words.head(page.folds[token]) or words.has("titles", page.folds[token]))
            and not _given(page, token)
            and page.hit(token) is None
            and not (words.has("inner_names", page.folds[token]) and _named(page, token - 1))
        ):
            first = token + 1
            break
    while first < last:
        word, hit = page.folds[first], page.hit(first)
        if hit is not None and hit.entry(Sort.PERSON) is not None:
            break
        office = (
            words.has("titles", word)
            or words.head(word) is not None
            or words.has("modifiers", word)
            or words.has("domains", word)
        )
        mrs = first > 0 and words.has("titles", page.folds[first - 1])  # "Mrs May"
        opener = words.has("openers", word) and (page.is_first(first) or last - first == 1) and not mrs
        opener = opener or words.has("calendar", word)
        if not (office or opener) or (
            office and _given(page, first) and not words.has("titles", word) and last - first > 1
        ):
            break
        first += 1
    while (
        last > first
        and words.has("particles", page.folds[last - 1])
        and page.words[last - 1][0].islower()
        and not _PREFIXED.match(page.words[last - 1])
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
            if (
                full
                and (end - token > 1 or hit.entry(Sort.SURNAME) is None)
                and not _goes_on(page, token, end)
                and not _doubled(page, hit, end)
            ):
                last = _suffix(page, end)
                yield Candidate(token, last, page.text[page.starts[token] : page.ends[last - 1]], full)
                following = last
                continue
            if (
                end - token > 1
                and (surname := _person_entries(hit, Sort.SURNAME))
                and not _beside_name(page, end)
            ):
                yield Candidate(token, end, page.text[page.starts[token] : page.ends[end - 1]], (), surname)
                following = end
                continue
        if not _name_word(page, token) or _amid_caseless(page, token):
            continue
        whole = _extend(page, token)
        last = _before_known(page, token, whole)
        first, end = _strip(page, token, last)
        if first < end == last == whole and last - token >= _LONGEST:
            end = last = _before_known(page, first, _extend(page, first))  # a long office took its place
        if first < end and not (end < whole and end - first == 1 and _titled(page, first)):
            yield _candidate(page, first, end)
        following = last


def _goes_on(page: Page, first: int, end: int) -> bool:
    """Whether a king's name is only the given names of somebody else: "Juan Carlos Varela"."""
    given = knowledge().given_names
    return (
        all(word in given for token in range(first, end) for word in page.folds[token].split())
        and end < len(page.words)
        and _adjacent(page, end)
        and page.hit(end) is None
        and _name_word(page, end)
        and not _ROMAN.fullmatch(page.words[end])
        and page.sentence[end] == page.sentence[first]
    )


def _doubled(page: Page, hit: Hit, end: int) -> bool:
    """Whether a known name is only the first half of a double surname: "Fernando Arias-Salgado"."""
    rest = page.text[hit.end : page.ends[end - 1]]
    return len(rest) > 1 and rest[0] == "-" and rest[1].isupper()


def _suffix(page: Page, end: int) -> int:
    if end < len(page.words) and _ROMAN.fullmatch(page.words[end]) and page.words[end] != "I":
        return end + 1
    return end


def _before_known(page: Page, first: int, last: int) -> int:
    """Where a person known in full begins inside a stretch, the stretch ends before it."""
    for token in range(first + 1, last):
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
    index = page.hit_at.get(first)
    if hit is not None and index is not None and page.spans[index] == (first, last):
        surname = _person_entries(hit, Sort.SURNAME)
    return Candidate(first, last, text, (), surname)
