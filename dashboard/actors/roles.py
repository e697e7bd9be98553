"""Offices beside a name: "le chef d'état-major de l'armée russe, X", "X, Russia's foreign minister".

Called by ``people``. A role is read as written, and gives the state or organisation that the person serves.
"""

from dataclasses import dataclass, replace

from dashboard.actors.page import Page
from dashboard.gazetteer import Sort, knowledge
from dashboard.gazetteer.knowledge import root

_REACH = 18
_SEVERAL = 2
_OWNERS = (Sort.STATE, Sort.CAPITAL, Sort.SEAT, Sort.ORGANISATION, Sort.CONTEXT, Sort.ADJECTIVE, Sort.PEOPLE)


@dataclass(frozen=True, slots=True)
class RoleRead:
    """A role in a text: tokens [first, last), its head noun, whom the person serves.

    ``adjectives`` are all states that it names by one: "les ministres français et allemand". ``title`` is
    what a reader is shown: "" for "homologue américain", which only relates. ``weight`` is how much it says
    of whom the person serves: 3 an office in an organisation, 2 one of a state, 1 a nationality, 0 nothing.
    """

    first: int
    last: int
    text: str
    head: str
    plural: bool
    affiliation: str | None
    adjectives: tuple[str, ...] = ()
    title: str = ""
    weight: int = 0

    @property
    def counterpart(self) -> bool:
        """Whether it only says "counterpart"."""
        return self.head in {"homologue", "counterpart", "collegue", "colleague"}


def fits(page: Page, token: int) -> bool:
    """Whether a token may stand inside a role."""
    words, word = page.lexicon, page.folds[token]
    if hit := page.hit(token):
        if hit.entry(*_OWNERS) is not None:
            return True
        return (
            hit.entry(Sort.PERSON, Sort.SURNAME) is None
            and hit.entry(Sort.SPOT, Sort.INHABITANTS) is not None
        )
    if any(words.has(group, word) for group in ("modifiers", "domains", "links")) or words.head(word):
        return True
    field = page.capital(token) and token and words.has("links", page.folds[token - 1])
    if field and not words.has("calendar", word):
        # "le ministre de l'Irrigation": a field that no list holds.
        return True
    return all(
        words.has("modifiers", part) or words.has("domains", part) or words.head(part)
        for part in word.split()
    )


def is_head(page: Page, token: int) -> bool:
    """Whether a token is the noun of an office, rather than an adjective of one ("secrétaire général")."""
    word = page.folds[token]
    head = page.lexicon.head(word)
    if head is None and " " in word:
        head = page.lexicon.head(word.split()[-1])
    if head is None or page.hit(token) is not None:
        return False
    if page.lexicon.has("qualifying", head):
        return _stands_alone(page, token)
    return True


def _stands_alone(page: Page, token: int) -> bool:
    """Whether a noun that may qualify another is the office here: "le général", not "secrétaire général"."""
    before, after = (
        page.folds[token - 1] if token else "",
        page.folds[token + 1] if token + 1 < len(page.words) else "",
    )
    leads, follows = page.lexicon.head(before), page.lexicon.head(after)
    if page.lexicon.has("domains", after) or (follows and not page.lexicon.has("qualifying", follows)):
        # "the General Staff", "chief negotiator".
        return False
    if page.language == "en":
        return leads is None or page.lexicon.has("qualifying", leads)
    return leads is None and not page.lexicon.has("modifiers", before)


def role_before(page: Page, name: int) -> RoleRead | None:
    """The role that ends right before the name at a token; one comma may stand between."""
    token = name - 1
    sentence = page.sentence[name]
    if token >= 0 and page.lexicon.has("field_openers", page.folds[token]):
        return None
    if token >= 0 and page.words[token] == ",":
        token -= 1
    last = token + 1
    floor = max(0, name - _REACH)
    while token >= floor and page.sentence[token] == sentence and fits(page, token):
        if is_head(page, token):
            return _read(page, _widen(page, token, floor), last, token)
        token -= 1
    return None


def _widen(page: Page, head: int, floor: int) -> int:
    """The first token of a role: adjectives and, in English, the owner stand before the head."""
    first = head
    while first - 1 >= floor and page.sentence[first - 1] == page.sentence[head]:
        word = page.folds[first - 1]
        hit = page.hit(first - 1)
        english = page.language == "en"
        if english and word == "and" and _owner(page, first) and _owner(page, first - 2):
            first -= 2
            continue
        owner = english and _owner(page, first - 1)
        possessive = english and page.words[first - 1] in ("'s", "’s", "'", "’") and _owner(page, first - 2)
        adjective = hit is None and (
            page.lexicon.has("modifiers", word) or (english and page.lexicon.has("domains", word))
        )
        article = page.lexicon.has("determiners", word) or page.lexicon.has("links", word)
        qualifier = (
            page.lexicon.head(word) is not None and page.lexicon.has("qualifying", word) and hit is None
        )
        if english and not (owner or possessive or qualifier or adjective or article):
            # "South Korea's unification minister": a field that no list holds.
            unknown = hit is None and page.words[first - 1].islower() and word.isalpha()
            if unknown and _owned(page, first - 2, floor):
                first -= 1
                continue
        if not (
            owner or possessive or qualifier or (adjective and not (article and not english))
        ) or word in ("and", "et", "to", "for", "of", "the", "a", "an"):
            break
        first -= 1
    while first < head and page.lexicon.has("determiners", page.folds[first]):
        first += 1
    return first


def _owned(page: Page, token: int, floor: int) -> bool:
    """Whether an owner, by its adjective or with a possessive, ends at a token."""
    if token < floor:
        return False
    if page.words[token] in ("'s", "’s", "'", "’"):
        return _owner(page, token - 1)
    hit = page.hit(token)
    return hit is not None and hit.entry(Sort.ADJECTIVE) is not None


def _owner(page: Page, token: int) -> bool:
    hit = page.hit(token)
    return hit is not None and hit.entry(*_OWNERS) is not None


def role_after(page: Page, end: int) -> RoleRead | None:
    """The role in apposition after a name that ends at a token: ", secrétaire général de l'OTAN,"."""
    size = len(page.words)
    if end + 1 >= size or not (page.words[end] in (",", "(") or page.lexicon.has("as_role", page.folds[end])):
        return None
    token, sentence = end + 1, page.sentence[end]
    first = None
    head = None
    stop = min(size, token + _REACH)
    while (
        token < stop
        and page.sentence[token] == sentence
        and (fits(page, token) or (first is None and page.lexicon.has("determiners", page.folds[token])))
    ):
        if first is None and not page.lexicon.has("determiners", page.folds[token]):
            first = token
        if head is None and is_head(page, token):
            head = token
        if head is None and token - end > 6:
            return None
        token += 1
    if head is None or first is None:
        return None
    another = token - 1 > head and page.lexicon.has("links", page.folds[token - 2])  # "aide to President X"
    if not another and _of_the_next(page, token, sentence):
        return None
    # An adjective or owner may come first, but a preposition may not ("Lavrov, à la tête de la délégation").
    if (
        page.lexicon.has("links", page.folds[first])
        and page.hit(first) is None
        and not page.lexicon.head(page.folds[first])
    ):
        return None
    return _read(page, first, token, head)


def _of_the_next(page: Page, token: int, sentence: int) -> bool:
    """Whether somebody's name stands right behind an office: "Mr Macron, Council President Donald Tusk"."""
    if token >= len(page.words) or page.sentence[token] != sentence or not page.capital(token):
        return False
    before = page.folds[token - 1]
    apart = page.text[page.ends[token - 1] : page.starts[token]] != " "
    if apart or (page.hit(token - 1) is None and page.lexicon.has("links", before)):
        return False  # « X, conseiller de Donald Trump »
    hit, word = page.hit(token), page.folds[token]
    if hit is not None:
        return hit.entry(Sort.PERSON, Sort.SURNAME) is not None
    return word in knowledge().given_names or page.lexicon.has("eastern_surnames", word)


def nominal_role(page: Page, token: int, names: set[int]) -> RoleRead | None:
    """The office that a token is the head of, where no name stands beside it; None for several people's."""
    role = _nominal(page, token, names)
    return None if role is None or role.plural else role


def joint_roles(page: Page, token: int, names: set[int]) -> list[RoleRead]:
    """The offices that one plural names, one for each state: "the French and German ministers"."""
    role = _nominal(page, token, names)
    if role is None or not role.plural:
        return []
    hits = (page.hit(at) for at in range(role.first, role.last))
    entries = [hit.entry(Sort.ADJECTIVE, Sort.STATE) for hit in hits if hit is not None]
    states = dict.fromkeys(root(entry.target) for entry in entries if entry is not None)
    if len(states) < _SEVERAL or len(entries) > len(states) or None in entries:
        return []
    text = role.text.replace(page.words[token], role.head, 1)
    return [replace(role, plural=False, affiliation=state, text=text) for state in states]


def _nominal(page: Page, token: int, names: set[int]) -> RoleRead | None:
    if not is_head(page, token):
        return None
    first = _widen(page, token, max(0, token - 8))
    before = page.folds[first - 1] if first else ""
    if not page.lexicon.has("determiners", before) and not (page.language == "en" and first < token):
        return None
    last, size = token + 1, len(page.words)
    while (
        last < min(size, token + _REACH)
        and last not in names
        and page.sentence[last] == page.sentence[token]
        and fits(page, last)
    ):
        if is_head(page, last) and not page.lexicon.has("links", page.folds[last - 1]):
            break
        if _another_office(page, last) or _where_to(page, token, last):
            break
        last += 1
    return _read(page, first, last, token)


def _another_office(page: Page, token: int) -> bool:
    """Whether "and" leads to somebody else's office: « le ministre éthiopien et le président du Niger »."""
    words, folds = page.lexicon, page.folds
    coupled = folds[token] in words.words["couplers"] and token + 2 < len(folds)
    return coupled and words.has("determiners", folds[token + 1]) and is_head(page, token + 2)


def _where_to(page: Page, head: int, token: int) -> bool:
    """Whether a city behind "to" is where a leader goes, for none is posted: "the prime minister to Rome"."""
    leads = page.folds[head] in page.lexicon.leaders and page.lexicon.has("elsewhere", page.folds[token])
    hit = page.hit(token + 1) if leads and token + 1 < len(page.words) else None
    return hit is not None and hit.entry(Sort.CAPITAL, Sort.SPOT) is not None


def _read(page: Page, first: int, last: int, head: int) -> RoleRead:
    while (
        last > head + 1
        and page.hit(last - 1) is None
        and (
            page.lexicon.has("links", page.folds[last - 1])
            or page.lexicon.has("determiners", page.folds[last - 1])
        )
    ):
        last -= 1
    text = page.text[page.starts[first] : page.ends[last - 1]]
    word = page.folds[head].split()[-1] if page.lexicon.head(page.folds[head]) is None else page.folds[head]
    single = page.lexicon.head(word) or word
    plural = single != word
    served = affiliation(page, first, last, head, represents=page.lexicon.has("represents", single))
    title = "" if page.lexicon.has("counterparts", single) else " ".join(text.split())
    return RoleRead(
        first, last, text, single, plural, served, _adjectives(page, first, last), title,
        weigh(page, served, single),
    )  # fmt: skip


def weigh(page: Page, served: str | None, head: str) -> int:
    """The ``weight`` of a role with a head noun, by whom its holder serves."""
    if served is None:
        return 0
    if served in knowledge().organisations:
        return 3
    return 1 if page.lexicon.has("ranks", head) else 2


def _adjectives(page: Page, first: int, last: int) -> tuple[str, ...]:
    hits = (page.hit(token) for token in range(first, last))
    entries = (hit.entry(Sort.ADJECTIVE) for hit in hits if hit is not None)
    return tuple(dict.fromkeys(entry.target for entry in entries if entry is not None))


def affiliation(page: Page, first: int, last: int, head: int, *, represents: bool = False) -> str | None:
    """Whom a role serves: its adjective or owner; not what stands after "to" or "pour".

    An organisation outranks a nationality ("the Czech chairman of the Military Committee"), unless the office
    ``represents`` a state there ("the US NATO ambassador").
    """
    found: list[tuple[int, str]] = []
    seen = set()
    for token in range(first, last):
        index = page.hit_at.get(token)
        if index is None or index in seen:
            continue
        seen.add(index)
        entry = page.hits[index].entry(*_OWNERS)
        if entry is None or (
            entry.sort is Sort.CONTEXT and root(entry.target) not in page.organisations_named
        ):
            continue
        behind = page.folds[token + 1] if token + 1 < len(page.folds) else ""
        if entry.sort is Sort.CONTEXT and page.lexicon.has("complements", behind):
            continue  # "the leader of the Union of Forces for Change"
        before = page.folds[token - 1] if token > first else ""
        if (
            page.lexicon.has("determiners", before)
            and token - 1 > first
            and not page.lexicon.has("elsewhere", before)
        ):
            before = page.folds[token - 2] if page.lexicon.has("links", page.folds[token - 2]) else before
        away = token > head and page.lexicon.has("elsewhere", before)
        adjective = entry.sort in (Sort.ADJECTIVE, Sort.PEOPLE)
        if away and not adjective:
            continue
        # A nearer adjective beats a later complement: "l'ambassadeur américain à l'ONU".
        served = root(entry.target)
        organisation = served in knowledge().organisations and not represents
        found.append((0 if organisation else 1 if adjective or token < head else 2, served))
    if not found:
        return None
    return min(found, key=lambda item: item[0])[1]
