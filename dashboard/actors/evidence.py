"""What tells that a stretch of capitals is a person: titles, offices, nationality, lists, usual names.

Called by ``people``.
"""

from dataclasses import dataclass, replace

from dashboard.actors.kinship import is_kin, renames
from dashboard.actors.name_words import caseless, given_first
from dashboard.actors.names import Candidate
from dashboard.actors.nobody import is_other
from dashboard.actors.offices import role_clause
from dashboard.actors.page import Page
from dashboard.actors.roles import RoleRead, role_after, role_before
from dashboard.gazetteer import Sort, fold_key, knowledge
from dashboard.gazetteer.knowledge import root

_ALIAS = 10
"""How many words, with marks, may stand between a name and another one of the same person."""
_OWNERS = (Sort.STATE, Sort.ORGANISATION, Sort.ADJECTIVE, Sort.SEAT, Sort.CAPITAL)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a candidate is a person, its role, whom it serves; ``alias_of``: the number of the name before.

    ``beside`` are roles that tell less than ``role``: the rank in "le chef d'état-major, le général X".
    """

    rule: str
    role: RoleRead | None = None
    nationality: str | None = None
    plural: bool = False
    serves: str | None = None
    alias_of: int | None = None
    states: tuple[str, ...] = ()
    beside: tuple[RoleRead, ...] = ()


def gather(page: Page, every: list[Candidate]) -> list[Evidence | None]:
    """What tells of each candidate; a plural title tells it of a list, and a person of its neighbours."""
    alone = {fold_key(one.text.split()[-1]) for one in every if one.single}
    found: list[Evidence | None] = []
    running: Evidence | None = None
    states: tuple[str, ...] = ()
    for number, one in enumerate(every):
        told = _alias(page, every, number) or _told(page, one)
        if told is None and is_kin(page, one, plain=not _plain_words(page, one)):
            told = Evidence("kin")
        listed = running is not None and number > 0 and _listed(page, every[number - 1], one)
        if listed and (told is None or told.rule in ("known name", "role after")):
            told = replace(told, plural=True) if told else Evidence("list", plural=True)
        elif told is not None and told.plural:
            states = told.states
        if told is not None and told.plural and states:
            # "les ministres français et allemand, A et B": each in turn.
            told, states = replace(told, serves=states[0]), states[1:]
        running = told if told is not None and told.plural else None
        if (told is None or told.rule == "known name") and not one.single:
            told = told or _weak(page, one, alone) or _renamed(page, every, number)
        if serves := _serves(page, one):
            told = (
                replace(told, serves=serves)
                if told
                else None
                if one.single
                else Evidence("serves", serves=serves)
            )
        found.append(None if told is not None and (is_other(page, one) or _bare_letters(one, told)) else told)
    _coordinate(page, every, found)
    return found


def _bare_letters(one: Candidate, told: Evidence) -> bool:
    """Whether a name in letters without capitals has no office or title before it."""
    return caseless(one.text) and told.rule not in ("role before", "title")


def _coordinate(page: Page, every: list[Candidate], found: list[Evidence | None]) -> None:
    for order in (range(1, len(every)), range(len(every) - 2, -1, -1)):
        for number in order:
            beside = number - 1 if order.step > 0 else number + 1
            one = every[number]
            if found[number] is not None or one.single or found[beside] is None or is_other(page, one):
                continue
            first, second = sorted((number, beside))
            if _listed(page, every[first], every[second]) and not (
                is_headline(page, one) or _plain_words(page, one) or caseless(one.text)
            ):
                found[number] = Evidence("beside a person")


def _listed(page: Page, before: Candidate, one: Candidate) -> bool:
    between = page.words[before.last : one.first]
    return 0 < len(between) <= 3 and all(word in (",", "et", "and", "ainsi", "que", "&") for word in between)


def _alias(page: Page, every: list[Candidate], number: int) -> Evidence | None:
    """That a name is another one of the person before: "Rodrigo Londoño, alias Timochenko"."""
    if not number or not renames(page, every[number - 1].last, every[number].first):
        return None
    return Evidence("alias", role_after(page, every[number].last), alias_of=number - 1)


def _renamed(page: Page, every: list[Candidate], number: int) -> Evidence | None:
    """That another name of the same person follows: "Mourhaf Abou Qasra, alias Abou Hassan"."""
    following = every[number + 1].first if number + 1 < len(every) else 0
    return Evidence("has an alias") if following and renames(page, every[number].last, following) else None


def _told(page: Page, one: Candidate) -> Evidence | None:
    words, before = page.lexicon, one.first - 1
    word = page.folds[before] if before >= 0 else ""
    if before > 0 and (word == "." or (words.has("particles", word) and page.words[before].islower())):
        # "M. X", "le comte de Pourtalès"
        word = page.folds[before - 1]
        if word == "." and before > 1:
            word = page.folds[before - 2]
    same = before >= 0 and page.sentence[before] == page.sentence[one.first]
    beside: list[RoleRead] = []
    role = (
        role_before(page, one.first)
        if same and not (words.has("links", word) or words.has("determiners", word))
        else None
    )
    nationality, start = _nationality(page, one.first) if same else (None, one.first)
    after = role_after(page, one.last)
    clause = role_clause(page, one.first, one.last)
    if clause is not None and (after is None or clause.weight > after.weight):
        after = clause
    if nationality and (earlier := role_before(page, start)):
        role = earlier
    if role is not None and role.affiliation is None and (earlier := _earlier(page, role)):
        # "son homologue américain, le général X" is shown as a general.
        beside.append(role)
        role = replace(earlier, title=earlier.title or role.title)
    title = same and words.has("titles", word)
    if title and role is None:
        role = _office_before_title(page, before)
    plural = bool(role and role.plural) or (title and word in ("mm", "messrs", "mmes", "messieurs"))
    # A rank before says less than an office after: "General Petr Pavel, chairman of the Military Committee".
    weak = (
        role is None or role.plural or (after is not None and (after.weight > role.weight or not role.weight))
    )
    chosen = after if weak else role
    if weak and role is not None and not role.plural:
        beside.append(role)
    nationality = nationality or _citizen(chosen, *beside)
    if role is not None:
        states = role.adjectives if role.plural and len(role.adjectives) > 1 else ()
        return Evidence("role before", chosen, nationality, plural, states=states, beside=tuple(beside))
    if title:
        return Evidence("title", chosen, nationality, plural)
    if nationality:
        return Evidence("nationality", chosen, nationality)
    if after is not None and (not one.single or one.surname_of):
        return Evidence("role after", after)
    return Evidence("known name", chosen) if one.known else None


def _citizen(*roles: RoleRead | None) -> str | None:
    """The nationality that roles tell by an adjective: "the Czech chairman of the Committee"."""
    for role in roles:
        if role is not None and not role.plural and role.weight and len(role.adjectives) == 1:
            return role.adjectives[0] if role.adjectives[0] in knowledge().states else None
    return None


def _office_before_title(page: Page, title: int) -> RoleRead | None:
    """The office before a title: "l'ambassadeur de France, le comte X"."""
    while title > 0 and (page.lexicon.has("titles", page.folds[title]) or page.words[title] == "."):
        title -= 1
    if title > 0 and page.lexicon.has("determiners", page.folds[title]):
        title -= 1
    return role_before(page, title + 1) if title > 0 and page.words[title] == "," else None


def _earlier(page: Page, role: RoleRead) -> RoleRead | None:
    """The office before a rank: "le chef d'état-major de l'armée tchèque, le général X"."""
    first = role.first
    if first and page.lexicon.has("determiners", page.folds[first - 1]):
        first -= 1
    return role_before(page, first) if first > 1 and page.words[first - 1] == "," else None


def _nationality(page: Page, name: int) -> tuple[str | None, int]:
    """The state of "le Tchèque Petr Pavel" or "Argentina's Rafael Grossi", and the token where it starts."""
    before = name - 1
    if before > 0 and page.words[before] in ("'s", "’s"):
        hit = page.hit(before - 1)
        entry = hit.entry(Sort.STATE, Sort.ORGANISATION) if hit else None
        return (root(entry.target) if entry else None), name
    hit = page.hit(before)
    if hit is not None and page.language == "fr" and (told := hit.entry(Sort.ADJECTIVE)):
        start = page.spans[page.hit_at[before]][0]
        if start and page.lexicon.has("titles", page.folds[start - 1]):
            return told.target, start - 1  # « le prince saoudien X »
    if hit is None or not page.capital(before):
        return None, name
    entry = hit.entry(Sort.PEOPLE) or (hit.entry(Sort.ADJECTIVE) if page.language != "fr" else None)
    if entry is None:
        return None, name
    start = page.spans[page.hit_at[before]][0]
    if start and page.lexicon.has("determiners", page.folds[start - 1]):
        start -= 1
    return entry.target, start


def _weak(page: Page, one: Candidate, alone: set[str]) -> Evidence | None:
    """What the name itself tells: a given name, a usual surname, a later mention, an act that follows."""
    words = page.lexicon
    first, parts = page.folds[one.first], fold_key(one.text).split()
    opening = page.is_first(one.first)
    if opening and words.has("openers", first):
        return None
    if given_first(page, one.first):
        return Evidence("given name")
    if len(page.words[one.first]) <= 6 and "." in page.words[one.first]:
        return Evidence("initials")
    if (
        first in words.words["eastern_surnames"]  # "Shi" is one, "Shi'ite" is none
        and len(parts) in (2, 3)
        and first not in words.words["openers"]
    ):
        return Evidence("eastern name")
    if is_headline(page, one) or _plain_words(page, one):
        return None
    if len(parts[-1]) > 5 and any(
        parts[-1].endswith(ending) for ending in words.words["name_endings"] if len(ending) > 2
    ):
        return Evidence("surname")
    if _acts(page, one) and not _thing(page, one):
        return Evidence("act")
    if _clause_about(page, one) and not _thing(page, one):
        return Evidence("clause about")
    if parts[-1] in alone and len(parts[-1]) > 3:
        return Evidence("later alone")
    before = page.folds[one.first - 1] if one.first else ""
    known = not opening and words.has("before_people", before) and not _thing(page, one)
    return Evidence("bare name") if known and _bare(page, one) else None


def _plain_words(page: Page, one: Candidate) -> bool:
    """Whether a stretch has a word that the text also writes small, or a particle after no given name."""
    tokens = range(one.first, one.last)
    if any(
        page.lexicon.has("links", page.folds[token]) and page.words[token][0].islower() for token in tokens
    ):
        return True
    return any(
        (page.folds[token] in page.small and page.capital(token))
        or page.lexicon.has("plain_nouns", page.folds[token])
        for token in tokens
    )


def _acts(page: Page, one: Candidate) -> bool:
    """Whether an act follows a name: "said", or a small word that ends as acts do."""
    if one.last >= len(page.words) or page.sentence[one.last] != page.sentence[one.first]:
        return False
    word = page.folds[one.last]
    able = page.words[one.last].islower() and len(word) > 4
    return page.lexicon.tells_act(word) if able else page.lexicon.has("acts", word)


def _clause_about(page: Page, one: Candidate) -> bool:
    """Whether a clause about somebody follows: "X, who heads the council"."""
    after = one.last
    if after + 1 >= len(page.words) or page.words[after] != ",":
        return False
    if page.folds[after + 1] in page.lexicon.words["of_whom"]:
        near = page.folds[after + 2 : after + 4]  # « dont la femme », "whose wife"
        return any(page.lexicon.has("kin", fold) for fold in near)
    return page.lexicon.has("relatives", page.folds[after + 1]) and page.folds[after + 1] != "that"


def _thing(page: Page, one: Candidate) -> bool:
    return (
        one.first > 0
        and not page.is_first(one.first)
        and page.lexicon.has("things", page.folds[one.first - 1])
    )


def _bare(page: Page, one: Candidate) -> bool:
    """Whether two or three words that nothing else explains look like a name."""
    tokens = range(one.first, one.last)
    if len(tokens) not in (2, 3):
        return False
    return all(
        len(page.words[token]) > 2
        and page.words[token].replace("-", "").isalpha()
        and not page.words[token].isupper()
        for token in tokens
        if not page.lexicon.has("particles", page.folds[token])
    )


def is_headline(page: Page, one: Candidate) -> bool:
    """Whether most words of the sentence have capitals, as in an English headline."""
    sentence, first, last = page.sentence[one.first], one.first, one.last
    while first > 0 and page.sentence[first - 1] == sentence and one.first - first < 12:
        first -= 1
    while last < len(page.words) and page.sentence[last] == sentence and last - one.last < 60:
        last += 1
    if page.words[last - 1] in (".", "!", "?") or (last < len(page.words) and page.words[last] == "."):
        return False
    long = [
        token
        for token in range(first, last)
        if len(page.words[token]) > 3 and not one.first <= token < one.last
    ]
    return len(long) > 2 and sum(page.capital(token) for token in long) > 0.7 * len(long)


def _owner(page: Page, token: int) -> str | None:
    hit = page.hit(token) if 0 <= token < len(page.words) else None
    entry = hit.entry(*_OWNERS) if hit else None
    return root(entry.target) if entry else None


def _serves(page: Page, one: Candidate) -> str | None:
    """Whom a person acts for: "X of South Korea", "X spoke for Britain", "la France, représentée par X"."""
    words, size, after = page.lexicon, len(page.words), one.last
    sentence = page.sentence[one.first]
    if after + 1 < size and page.folds[after] in ("of", "de", "d") and page.sentence[after + 1] == sentence:
        step = (
            after + 2
            if words.has("determiners", page.folds[after + 1]) and page.hit(after + 1) is None
            else after + 1
        )
        hit = page.hit(step) if step < size else None
        if hit is not None and (entry := hit.entry(Sort.STATE, Sort.ORGANISATION, Sort.SEAT)):
            return root(entry.target)
    if after < size and words.has("leads", page.folds[after]):
        near = [token for token in range(after + 1, min(size, after + 6)) if page.sentence[token] == sentence]
        if any(words.has("groups", page.folds[token]) for token in near):
            return next((owner for token in near if (owner := _owner(page, token))), None)
    return _acting_for(page, after) or _before(page, one)


def _acting_for(page: Page, after: int) -> str | None:
    """Whom "spoke for Britain" or "signed on behalf of Egypt" names."""
    words, sentence = page.lexicon, page.sentence[after - 1]
    stop = min(len(page.words) - 1, after + 9)
    for token in range(after, stop):
        if page.sentence[token] != sentence:
            return None
        if not words.has("acts_for_firsts", page.folds[token]):
            continue
        phrases = (" ".join(page.folds[token : token + length]) for length in (3, 1))
        length = next((len(phrase.split()) for phrase in phrases if words.has("acts_for", phrase)), 0)
        step = token + length
        if not length or (length == 1 and token >= after + 4) or step >= len(page.words):
            continue
        if words.has("determiners", page.folds[step]) and page.hit(step) is None:
            step += 1
        hit = page.hit(step)
        if hit is not None and (entry := hit.entry(Sort.STATE, Sort.ORGANISATION, Sort.CAPITAL)):
            return root(entry.target)
    return None


def _before(page: Page, one: Candidate) -> str | None:
    words, token = page.lexicon, one.first - 1
    if token < 2 or page.sentence[token] != page.sentence[one.first]:
        return None
    by = page.folds[token] in ("par", "by") and words.has("represented", page.folds[token - 1])
    if not by and not words.has("sends", page.folds[token]):
        return None
    for back in range(token - 1, max(-1, token - 7), -1):
        if page.sentence[back] != page.sentence[one.first]:
            return None
        if owner := _owner(page, back):
            return owner
    return None
