"""Which words of a text may be parts of a person's name. Called by ``names`` and ``evidence``."""

import re

from dashboard.actors.page import Page
from dashboard.gazetteer import Entry, Sort, knowledge

PREFIXED = re.compile(
    r"(?:al|el|as|ad|ar|an|ash|bin|ben)[-’'][^\W\d_]|[a-z]{1,3}[A-Z][a-z]"
    r"|(?:[ae](?:[tznrsd]|ch|sh|th|dh)|u[lrsdzn])[-’'][^\W\d_a-z]"
)
"""A small article joined to a name, by the first letter of the name too: "el-Sisi", "at-Turabi"."""
_OF_PLACES = frozenset({"de", "da", "di", "von", "van"})
"""Before a place in a surname: "Fernández de Córdoba", where the text's own language has another word."""
_MARKS = frozenset({"@", "#"})
"""What stands before a name on a network, which is nobody's own: "@PMOIndia"."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
CASELESS = re.compile(
    r"[\u0590-\u06ff\u0900-\u10ff\u1200-\u137f\u1780-\u17ff\u200c\u4e00-\u9fff\uac00-\ud7a3]"
)
"""Letters of writings without capitals, and the mark that joins two parts of a Persian word."""


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
        named = beside_name(page, token) or is_given(page, token) or is_titled(page, token)
        office = token > 0 and page.lexicon.has(
            "domains", page.folds[token - 1]
        )  # « des Finances Takeo Miki »
        return not (named or office or _after_surname(page, token))
    if firm.sort is Sort.CAPITAL and is_titled(page, token):
        return False
    if firm.sort in (Sort.STATE, Sort.CAPITAL):
        # "Michael Jordan", "Jack London": a given name before makes it a surname; "Dominique de Villepin".
        return not (is_given(page, token - 1) or _begins_name(page, token) or _ranked(page, token))
    return True


def _ranked(page: Page, token: int) -> bool:
    """Whether a rank stands right before: "Admiral Togo"."""
    return token > 0 and page.lexicon.has("ranks", page.folds[token - 1])


def beside_name(page: Page, token: int) -> bool:
    """Whether a word stands before that may begin the name."""
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
    return page.capital(before - 1) and is_given(page, before - 2)


def _after_surname(page: Page, token: int) -> bool:
    """Whether a surname that stands first stands before: "Hu Yao-pang"."""
    before = token - 1
    if before < 0 or page.sentence[before] != page.sentence[token]:
        return False
    if not page.capital(before) or not page.lexicon.has("eastern_surnames", page.folds[before]):
        return False
    return "-" in page.words[token] or is_titled(page, before)  # "Premier Zhou Ziyang", not "Ban Klang"


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


def is_given(page: Page, token: int) -> bool:
    """Whether a token is a usual given name that is nothing else of the tables."""
    if token < 0 or not page.capital(token):
        return False
    word = page.folds[token]
    hit = page.hit(token)
    if hit is not None and hit.entry(Sort.STATE, Sort.ORGANISATION, Sort.CAPITAL, Sort.SEAT) is not None:
        return False
    names = knowledge().given_names
    return word in names or (" " in word and word.split()[0] in names)


def is_titled(page: Page, token: int) -> bool:
    """Whether a title or an office stands right before."""
    return token > 0 and (
        page.lexicon.has("titles", page.folds[token - 1])
        or page.lexicon.head(page.folds[token - 1]) is not None
    )


def may_be_named(page: Page, token: int) -> bool:
    """Whether a token may be a part of a name: a given name, or no office's word."""
    words, word = page.lexicon, page.folds[token]
    groups = ("titles", "modifiers", "domains", "ranks")
    return is_given(page, token) or not (words.head(word) or any(words.has(group, word) for group in groups))


def given_first(page: Page, token: int) -> bool:
    """Whether a token is a usual given name."""
    return is_given(page, token) or (page.hit(token) is not None and _begins_name(page, token))


def caseless(word: str) -> bool:
    """Whether a word is written without capitals, so that only what stands before tells that it is a name."""
    return CASELESS.match(word) is not None


def is_name_word(page: Page, token: int) -> bool:
    """Whether a token may be a word of a name by how it is written and by what the tables know."""
    if token >= len(page.words):
        return False
    word = page.words[token]
    first = word[0]
    if word[0] > "\u058f" and caseless(word):
        # It begins behind a word of the text's own letters and goes on in its own.
        return token > 0 and not _blocks(page, token)
    if not (first.isupper() or PREFIXED.match(word)) or _blocks(page, token):
        return False
    if page.text[page.starts[token] - 1 : page.starts[token]] in _MARKS:
        return False
    if len(word) == 1 and not _CYRILLIC.match(word):
        return False
    if word.isupper() and len(word) > 1 and "." not in word and not _CYRILLIC.match(word):
        # All capitals: a surname written so after a given name, or an acronym.
        return len(word) > 3 and is_given(page, token - 1)
    return True


def is_adjacent(page: Page, token: int) -> bool:
    """Whether only a space or nothing stands between a token and the one before it."""
    return page.text[page.ends[token - 1] : page.starts[token]] in ("", " ", "\u00a0")
