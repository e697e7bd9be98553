"""Organisations that no table holds, learned from the text: "the Free Aceh Movement (GAM)".

Called by ``reading`` for the words that nothing else explains.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.actors.page import Page
from dashboard.gazetteer import Sort, fold_key

_LONGEST = 10
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,7}")


@dataclass(frozen=True, slots=True)
class Learned:
    """An organisation at tokens [first, last), by its full name or by the acronym that the text gave it."""

    first: int
    last: int
    id: str
    name: str
    known: str | None = None
    """The known organisation whose acronym stands behind the name: "National Liberation Army (ELN)"."""


def find_organisations(page: Page, taken: set[int]) -> list[Learned]:
    """The organisations of a page that no table holds, in order; ``taken`` tokens are left alone."""
    found: list[Learned] = []
    acronyms: dict[str, Learned] = {}
    heads = page.lexicon.words["organisation_heads"]
    for token in [token for token, word in enumerate(page.folds) if word in heads]:
        if token in taken or (found and token < found[-1].last):
            continue
        if span := _span(page, token, taken):
            one = _learned(page, *span)
            found.append(one)
            acronyms.update(dict.fromkeys(_acronym_after(page, one.last), one))
    named = {token for one in found for token in range(one.first, one.last)} | taken
    for first, last, acronym in _spelt(page, named):
        one = _learned(page, first, last)
        found.append(one)
        acronyms[acronym] = one
    found.extend(
        _later(page, taken, acronyms, {token for one in found for token in range(one.first, one.last)})
    )
    known = {one.id: target for one in found if (target := _by_acronym(page, one.last)) is not None}
    found = [replace(one, known=known.get(one.id)) for one in found]
    return sorted(found, key=lambda one: one.first)


def _by_acronym(page: Page, last: int) -> str | None:
    """The known organisation in brackets behind a name."""
    bracket = last + 2 < len(page.words) and page.words[last] == "(" and page.words[last + 2] == ")"
    hit = page.hit(last + 1) if bracket else None
    entry = hit.entry(Sort.ORGANISATION) if hit is not None else None
    return entry.target if entry is not None else None


def _learned(page: Page, first: int, last: int) -> Learned:
    name = " ".join(page.text[page.starts[first] : page.ends[last - 1]].split())
    return Learned(first, last, "-".join(fold_key(name).split()), name[0].upper() + name[1:])


def _span(page: Page, head: int, taken: set[int]) -> tuple[int, int] | None:
    """The tokens of the name that a head noun belongs to; None where it is an ordinary noun."""
    if (last := _to_acronym(page, head, taken)) is not None:
        return head, last
    if page.language == "fr":
        return _french(page, head, taken)
    if not page.capital(head):
        return None
    first, last = head, head + 1
    while (
        first > 0
        and head - first < _LONGEST
        and _capital(page, first - 1, taken)
        and page.sentence[first - 1] == page.sentence[head]
    ):
        first -= 1
    # "the Bank of England", "the Liberation Front of Azawad": what follows makes the name.
    last = _after_of(page, head, taken)
    if first == head and last == head + 1:
        return None
    before = page.folds[first - 1] if first else ""
    if last - first < 2 or not page.lexicon.has("things", before) or _ordinary(page, first, last):
        return None
    return first, last


def _to_acronym(page: Page, head: int, taken: set[int]) -> int | None:
    """The end of a name that its acronym tells: "Comité national pour le salut du peuple (CNSP)"."""
    if not page.capital(head):
        return None
    for last in range(head + 2, min(len(page.words) - 2, head + _LONGEST)):
        if page.sentence[last] != page.sentence[head] or last in taken:
            return None
        if page.words[last] == "(":
            acronym = next(_acronym_after(page, last), "").lower()
            initials = iter(page.folds[token][:1] for token in range(head, last))
            spelt = acronym and all(letter in initials for letter in acronym)
            return last if spelt else None
    return None


def _spelt(page: Page, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Names without a head noun that an acronym behind them spells: "Bangsamoro Freedom Fighters (BFF)"."""
    for last, word in enumerate(page.words):
        if word != "(" or last < _SHORT or not (acronym := next(_acronym_after(page, last), "")):
            continue
        first = None
        for token in range(last - 1, max(-1, last - _LONGEST), -1):
            apart = token in taken or page.sentence[token] != page.sentence[last]
            if apart or not page.words[token][0].isalpha():
                break
            if page.capital(token) and page.folds[token][:1] == acronym[0].lower():
                first = token
        if first is None or last - first < _SHORT:
            continue
        initials = [page.folds[token][:1] for token in range(first, last)]
        rest = iter(initials)
        large = sum(page.capital(token) for token in range(first, last))
        if all(letter in rest for letter in acronym.lower()) and (large > 1 or page.language == "fr"):
            yield first, last, acronym


_SHORT = 2
"""How many words such a name has at least."""


def _ordinary(page: Page, first: int, last: int) -> bool:
    """Whether all words are ordinary ones: "the Western Front", "the High Court"."""
    groups = ("plain_nouns", "not_people", "openers", "organisation_heads")
    return all(
        any(page.lexicon.has(group, page.folds[token]) for group in groups) for token in range(first, last)
    )


def _capital(page: Page, token: int, taken: set[int]) -> bool:
    if page.lexicon.has("things", page.folds[token]):
        return False
    hit = page.hit(token)
    if (
        token in taken
        or not page.capital(token)
        or (hit is not None and hit.entry(Sort.ORGANISATION, Sort.PERSON))
    ):
        return False
    return page.text[page.ends[token] : page.starts[token + 1]] == " "


def _after_of(page: Page, head: int, taken: set[int]) -> int:
    token, size = head + 1, len(page.words)
    if token + 1 >= size or page.folds[token] not in ("of", "for"):
        return token
    token += page.folds[token + 1] == "the" and token + 2 < size
    last = token + 1
    while (
        last < size
        and last - head < _LONGEST
        and last not in taken
        and page.sentence[last] == page.sentence[head]
        and (page.capital(last) or _links(page, last, taken))
    ):
        last += 1
    return last if last > token + 1 else head + 1


def _links(page: Page, token: int, taken: set[int]) -> bool:
    """Whether a small word goes on with a long name: "the Council for the Women Drafted for Slavery"."""
    ahead = token + 1
    going_on = page.folds[token] == "for" and ahead < len(page.words) and page.hit(ahead) is None
    return going_on and page.capital(ahead) and ahead not in taken


def _french(page: Page, head: int, taken: set[int]) -> tuple[int, int] | None:
    """A head with its adjectives and "de", from a capital letter on, or small with a capital after "de"."""
    size, last = len(page.words), head + 1
    stop = min(size, head + _LONGEST)
    while (
        last < stop
        and page.sentence[last] == page.sentence[head]
        and last not in taken
        and _goes_on(page, head, last)
    ):
        last += 1
    while last > head + 1 and page.folds[last - 1] in _OF:
        last -= 1
    if _of_a_state(page, head, last) or _one_of_many(page, head):
        return None
    named = any(page.capital(token) and page.folds[token - 1] in _OF for token in range(head + 1, last))
    if page.words[head].islower() and (end := _called(page, head, taken)):
        return head, end
    capital = page.capital(head) and not (page.is_first(head) and page.folds[head] in page.small)
    enough = last - head > 1 if capital else named and page.folds[head + 1] in _OF
    return (
        (head, last)
        if enough and page.lexicon.has("determiners", page.folds[head - 1] if head else "")
        else None
    )


def _one_of_many(page: Page, head: int) -> bool:
    """Whether a head is one of its kind, which is no name: « un tribunal de Dalian »."""
    return head > 0 and page.words[head].islower() and page.folds[head - 1] in page.lexicon.counted


def _of_a_state(page: Page, head: int, last: int) -> bool:
    """Whether a state only tells whose something is: « à l'initiative de la France »."""
    if page.capital(head) or not page.lexicon.has("loose_heads", page.folds[head]):
        return False
    hit = page.hit(last - 1)
    return (
        hit is not None
        and hit.entry(Sort.STATE, Sort.CAPITAL) is not None
        and all(page.folds[token] in _OF or page.hit(token) is hit for token in range(head + 1, last))
    )


def _called(page: Page, head: int, taken: set[int]) -> int | None:
    """Where a name ends that stands right behind its head noun: « le parti Shor », « la milice Amal »."""
    last = head + 1
    while (
        last < len(page.words)
        and page.sentence[last] == page.sentence[head]
        and last - head < _CALLED
        and page.capital(last)
        and last not in taken
        and page.hit(last) is None
        and page.words[last].isalpha()
    ):
        last += 1
    alone = page.folds[head - 1] in _ARTICLES | {"du"} if head else False
    return last if last > head + 1 and alone and page.lexicon.has("parties", page.folds[head]) else None


_CALLED = 4
"""How many words a party's noun and its name may have together."""
_ARTICLES = frozenset({"la", "le", "l", "les"})
_OF = frozenset({"de", "d", "du", "des", "la", "l", "pour"})


def _goes_on(page: Page, head: int, token: int) -> bool:
    """Whether a name of an organisation goes on with a token."""
    word, small, before = page.folds[token], page.words[token].islower(), page.folds[token - 1]
    if word == "pour" and page.folds[token + 1 : token + 2] != [] and page.folds[token + 1] not in _ARTICLES:
        return False  # « au forum de Davos pour présider »
    if word in _OF:
        return (word not in ("la", "l") or before in ("de", "pour")) and page.words[token + 1 :][:1] != []
    if small and len(word) > 4 and word.endswith(tuple(page.lexicon.words["organisation_tails"])):
        return True
    if page.hit(token) is not None and _adjective(page, token):
        return True
    if before not in _OF:
        return False
    if page.capital(token):
        hit = page.hit(token)
        return hit is None or token <= head + 3 or hit.entry(Sort.SPOT, Sort.STATE) is not None
    return small and len(word) > 3 and page.capital(head)


def _adjective(page: Page, token: int) -> bool:
    hit = page.hit(token)
    return hit is not None and hit.entry(Sort.ADJECTIVE) is not None and page.words[token].islower()


def _acronym_after(page: Page, token: int) -> Iterator[str]:
    inside = token + 2 < len(page.words) and page.words[token] == "(" and page.words[token + 2] == ")"
    if inside and _ACRONYM.fullmatch(page.words[token + 1]):
        yield page.words[token + 1]


def _later(page: Page, taken: set[int], acronyms: dict[str, Learned], used: set[int]) -> Iterator[Learned]:
    for token, word in enumerate(page.words):
        if word in acronyms and token not in taken and token not in used:
            yield Learned(token, token + 1, acronyms[word].id, acronyms[word].name)
