"""People, learned from the text: title and name, apposition, nationality, lists; later mentions join the first.

Called by ``reading``.
"""

from collections import Counter
from dataclasses import dataclass, field

from dashboard.actors.identity import name_parts, same_person, surname_key, surname_keys
from dashboard.actors.names import Candidate, candidates, given_first
from dashboard.actors.page import Page
from dashboard.actors.roles import RoleRead, role_after, role_before, root
from dashboard.gazetteer import Sort, fold_key, knowledge


@dataclass(slots=True)
class Found:
    """One person of an article: the names as written, whom they serve, and the roles that they were given."""

    id: str
    known: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    full: str = ""
    affiliation: str | None = None
    nationality: str | None = None
    roles: list[RoleRead] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at tokens [first, last); ``rule`` says what told it."""

    first: int
    last: int
    person: Found
    role: RoleRead | None
    rule: str


@dataclass(slots=True)
class People:
    """Everyone in an article, where they are named, and the tokens that names and roles take."""

    found: list[Found] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    by_surname: dict[str, list[Found]] = field(default_factory=dict)

    def role_tokens(self) -> set[int]:
        """All tokens inside roles beside names."""
        return {token for one in self.named if one.role for token in range(one.role.first, one.role.last)}


@dataclass(frozen=True, slots=True)
class _Evidence:
    rule: str
    role: RoleRead | None = None
    nationality: str | None = None
    plural: bool = False


def find_people(page: Page) -> People:
    """The people of a page; full names are settled first, then those that stand alone."""
    people = People()
    every = list(candidates(page))
    evidence = _gather(page, every)
    alone = {fold_key(one.text.split()[-1]) for one in every if one.single}
    settled: dict[int, Named] = {}
    for number, one in enumerate(every):
        if one.single and not one.known:
            continue
        told = evidence[number] or _weak(page, one, alone)
        if told is None or _is_other(page, one):
            continue
        settled[number] = _settle(page, people, one, told)
    for number, one in enumerate(every):
        if one.single and not one.known:
            named = _alone(page, people, one, evidence[number])
            if named is not None:
                settled[number] = named
    people.named = [settled[number] for number in sorted(settled)]
    return people


def _gather(page: Page, every: list[Candidate]) -> list[_Evidence | None]:
    """What tells that each candidate is a person; a plural title tells it of a whole list."""
    found: list[_Evidence | None] = []
    running: _Evidence | None = None
    for number, one in enumerate(every):
        told = _told(page, one)
        if told is None and running is not None and number and _listed(page, every[number - 1], one):
            told = _Evidence("list", None, None, plural=True)
        running = told if told is not None and told.plural else None
        found.append(told)
    return found


def _listed(page: Page, before: Candidate, one: Candidate) -> bool:
    between = page.folds[before.last : one.first]
    return 0 < len(between) <= 3 and all(word in (",", "et", "and", "ainsi", "que") for word in between)


def _told(page: Page, one: Candidate) -> _Evidence | None:
    words, before = page.lexicon, one.first - 1
    word = page.folds[before] if before >= 0 else ""
    if word == "." or (before >= 0 and page.words[before] == "."):
        word = page.folds[before - 1] if before > 0 else ""
    same = before >= 0 and page.sentence[before] == page.sentence[one.first]
    role = None
    if same and not (words.has("links", word) or words.has("determiners", word)):
        role = role_before(page, one.first)
    nationality = _nationality(page, one.first) if same else None
    after = role_after(page, one.last)
    if role is not None and after is not None and (role.affiliation is None or role.counterpart):
        role = after if role.plural else role
    if nationality and (before_role := role_before(page, _nationality_start(page, one.first))):
        role = before_role
    title = same and words.has("titles", word)
    plural = bool(role and role.plural) or (title and word in ("mm", "messrs", "mmes", "messieurs"))
    chosen = role or after
    if role and role.plural:
        chosen = after
        if after is None and role.affiliation:
            chosen = None
    if role is not None:
        return _Evidence("role before", chosen or (None if role.plural else role), nationality, plural)
    if title:
        return _Evidence("title", chosen, nationality, plural)
    if nationality:
        return _Evidence("nationality", chosen, nationality)
    if after is not None and not (one.single and not one.surname_of):
        return _Evidence("role after", after)
    return _Evidence("known name", chosen) if one.known else None


def _nationality_start(page: Page, name: int) -> int:
    """The token where "le Tchèque" before a name starts."""
    index = page.hit_at.get(name - 1)
    start = page.spans[index][0] if index is not None else name
    return start - 1 if start and page.lexicon.has("determiners", page.folds[start - 1]) else start


def _nationality(page: Page, name: int) -> str | None:
    """The state of "le Tchèque Petr Pavel" or "Argentina's Rafael Grossi"."""
    before = name - 1
    if before > 0 and page.words[before] in ("'s", "’s"):
        hit = page.hit(before - 1)
        entry = hit.entry(Sort.STATE, Sort.ORGANISATION) if hit else None
        return root(entry.target) if entry else None
    hit = page.hit(before)
    if hit is None or not page.capital(before):
        return None
    entry = hit.entry(Sort.PEOPLE) or (hit.entry(Sort.ADJECTIVE) if page.language != "fr" else None)
    return entry.target if entry else None


def _weak(page: Page, one: Candidate, alone: set[str]) -> _Evidence | None:
    """What the name itself tells: a given name, a usual surname, a later mention, an act that follows."""
    words = page.lexicon
    first, parts = page.folds[one.first], fold_key(one.text).split()
    if given_first(page, one.first) and not (page.is_first(one.first) and words.has("openers", first)):
        return _Evidence("given name")
    if len(page.words[one.first]) <= 6 and "." in page.words[one.first] and one.last - one.first >= 2:
        return _Evidence("initials")
    if parts[0] in words.words["eastern_surnames"] and one.last - one.first <= 3 and not page.is_first(one.first):
        return _Evidence("eastern name")
    if parts[0] in words.words["eastern_surnames"] and parts[0] not in words.words["openers"] and len(parts) in (2, 3):
        return _Evidence("eastern name")
    if any(parts[-1].endswith(ending) for ending in words.words["name_endings"] if len(ending) > 2) and len(parts[-1]) > 5:
        return _Evidence("surname")
    if one.last < len(page.words) and words.has("acts", page.folds[one.last]) and not page.is_first(one.first):
        return _Evidence("act")
    if parts[-1] in alone and len(parts[-1]) > 3:
        return _Evidence("later alone")
    return None


def _is_other(page: Page, one: Candidate) -> bool:
    if one.known:
        return False
    return any(page.lexicon.has("not_people", page.folds[token]) for token in range(one.first, one.last))


def _settle(page: Page, people: People, one: Candidate, told: _Evidence) -> Named:
    """The person of a full name: one already found, one known, or a new one."""
    eastern = page.lexicon.words["eastern_surnames"]
    known = one.known[0] if one.known else _known(one.text, eastern)
    person = next((found for found in people.found if known and found.known == known), None)
    if person is None:
        person = next((found for found in people.found if _same(found, one.text, known, eastern)), None)
    if person is None:
        person = Found(known or _slug(one.text), known)
        people.found.append(person)
    if len(one.text) > len(person.full):
        person.full = one.text
    for key in {*surname_keys(one.text, eastern), *_known_keys(known)}:
        joined = people.by_surname.setdefault(key, [])
        if person not in joined:
            joined.append(person)
    return _name(person, one, told)


def _known_keys(known: str | None) -> tuple[str, ...]:
    return tuple(surname_key(name) for name in knowledge().people[known].surnames) if known else ()


def _same(found: Found, name: str, known: str | None, eastern: frozenset[str]) -> bool:
    if known and found.known:
        return False
    return bool(found.full) and same_person(found.full, name, eastern)


def _known(name: str, eastern: frozenset[str]) -> str | None:
    """The known person that a full name is another spelling of."""
    for person in _known_by_end().get(name_parts(name)[-1], ()):
        for full in (*person.names.values(), *person.aliases):
            if len(full.split()) > 1 and same_person(full, name, eastern):
                return person.id
    return None


def _known_by_end() -> dict[str, list]:  # type: ignore[type-arg]
    if not _BY_END:
        for person in knowledge().people.values():
            for end in {name_parts(full)[-1] for full in (*person.names.values(), *person.aliases)}:
                _BY_END.setdefault(end, []).append(person)
    return _BY_END


_BY_END: dict[str, list] = {}  # type: ignore[type-arg]


def _name(person: Found, one: Candidate, told: _Evidence) -> Named:
    person.names[one.text] += 1
    if told.role is not None:
        person.roles.append(told.role)
        person.affiliation = person.affiliation or told.role.affiliation
    person.nationality = person.nationality or told.nationality
    return Named(one.first, one.last, person, told.role, told.rule)


def _alone(page: Page, people: People, one: Candidate, told: _Evidence | None) -> Named | None:
    """The person of a name that stands alone; None where nothing tells who, or that it is a person."""
    words, word = page.lexicon, page.folds[one.first]
    if _is_other(page, one) or (told is None and words.has("openers", word)):
        return None
    key = surname_key(one.text)
    joined = people.by_surname.get(key, [])
    if len(joined) > 1:
        joined = _narrow(joined, people, one, told)
    if len(joined) == 1:
        if told is None and page.is_first(one.first) and words.has("openers", word):
            return None
        return _name(joined[0], one, told or _Evidence("surname"))
    if joined:
        return None
    known = _by_surname(page, one, told)
    if known is not None:
        person = Found(known, known, full=knowledge().people[known].names[page.language])
    elif told is not None and told.rule in ("role before", "title", "list") and len(one.text) > 1 and not _common(page, one):
        person = Found(_slug(one.text), None, full=one.text)
    else:
        return None
    people.found.append(person)
    people.by_surname.setdefault(key, []).append(person)
    return _name(person, one, told or _Evidence("known surname"))


def _common(page: Page, one: Candidate) -> bool:
    hit = page.hit(one.first)
    return page.lexicon.has("openers", page.folds[one.first]) or (hit is not None and hit.entry(Sort.SURNAME) is None)


def _narrow(joined: list[Found], people: People, one: Candidate, told: _Evidence | None) -> list[Found]:
    """Of several with one surname: whom the role fits, else who was named last before."""
    if told and told.role and told.role.affiliation:
        fitting = [found for found in joined if found.affiliation == told.role.affiliation]
        if len(fitting) == 1:
            return fitting
    if told and told.role:
        fitting = [found for found in joined if any(role.head == told.role.head for role in found.roles)]
        if len(fitting) == 1:
            return fitting
    del people, one
    return joined


def _by_surname(page: Page, one: Candidate, told: _Evidence | None) -> str | None:
    """The known person that a surname alone means: the only one, or the only one in office then."""
    known = knowledge().people
    able = [person for person in one.surname_of if person in known]
    if told is None and page.lexicon.has("hazards", page.folds[one.first]):
        return None
    if len(able) > 1 and page.article.published is not None:
        year = page.article.published.year
        able = [one for one in able if (known[one].started or 0) <= year <= (known[one].ended or 9999)]
    if told and told.role and told.role.affiliation and able:
        able = [one for one in able if known[one].affiliation in (None, told.role.affiliation)]
    return able[0] if len(able) == 1 else None


def _slug(name: str) -> str:
    slug = "-".join(fold_key(name).split())
    return f"{slug}-person" if slug in knowledge().states or slug in knowledge().organisations else slug or "person"
