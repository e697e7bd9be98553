"""People, learned from the text: full names are settled first; later mentions join them.

Called by ``reading``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dashboard.actors.evidence import Evidence, gather, is_headline
from dashboard.actors.identity import name_parts, same_person, surname_key, surname_keys
from dashboard.actors.names import Candidate, candidates
from dashboard.actors.nobody import is_other
from dashboard.actors.page import Page
from dashboard.actors.roles import RoleRead
from dashboard.gazetteer import Sort, fold_key, knowledge
from dashboard.gazetteer.knowledge import Person


@dataclass(slots=True)
class Found:
    """One person of an article: the names as written, whom they serve, and the roles that they were given.

    ``weight`` is how much told whom: as in ``RoleRead``.
    """

    id: str
    known: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    full: str = ""
    affiliation: str | None = None
    weight: int = 0
    nationality: str | None = None
    roles: list[RoleRead] = field(default_factory=list)
    first: int = 1 << 60
    titles: set[str] = field(default_factory=set)

    def holds(self, offices: frozenset[str]) -> bool:
        """Whether the person has one of these offices, by a role, a title or the name itself."""
        if any(role.head in offices for role in self.roles) or self.titles & offices:
            return True
        return any(word in offices for name in self.names for word in fold_key(name).split()[:1])


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at tokens [first, last); ``rule`` says what told it."""

    first: int
    last: int
    person: Found
    role: RoleRead | None
    rule: str
    beside: tuple[RoleRead, ...] = ()


@dataclass(slots=True)
class People:
    """Everyone in an article, where they are named, and the tokens that names and roles take."""

    found: list[Found] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    by_surname: dict[str, list[Found]] = field(default_factory=dict)

    def role_tokens(self) -> set[int]:
        """All tokens inside roles beside names."""
        roles = (role for one in self.named for role in (one.role, *one.beside) if role)
        return {token for role in roles for token in range(role.first, role.last)}


def find_people(page: Page) -> People:
    """The people of a page; full names are settled first, then those that stand alone."""
    people = People()
    every = list(candidates(page))
    evidence = gather(page, every)
    settled: dict[int, Named] = {}
    for number, one in enumerate(every):
        told = evidence[number]
        if told is None and not one.single and _by_both_surnames(people, one.text, None) is not None:
            told = Evidence("surname")
        if told is None or (one.single and not one.known and told.alias_of is None):
            continue
        before = settled.get(told.alias_of) if told.alias_of is not None else None
        if told.alias_of is not None:
            if before is not None:
                settled[number] = _alias(page, people, one, told, before.person)
            continue
        settled[number] = _settle(page, people, one, told)
    for number, one in enumerate(every):
        if one.single and not one.known and number not in settled:
            named = _alone(page, people, one, evidence[number])
            if named is not None:
                settled[number] = named
    people.named = [settled[number] for number in sorted(settled)]
    return people


def _alias(page: Page, people: People, one: Candidate, told: Evidence, person: Found) -> Named:
    """Another name of the person before: "Rodrigo Londoño, alias Timochenko"."""
    for key in surname_keys(one.text, page.lexicon.words["eastern_surnames"]):
        people.by_surname.setdefault(key, []).append(person)
    return _name(page, person, one, told)


def _settle(page: Page, people: People, one: Candidate, told: Evidence) -> Named:
    """The person of a full name: one already found, one known, or a new one."""
    eastern = page.lexicon.words["eastern_surnames"]
    known = _of_year(one.known, page.year) if one.known else _known(one.text, eastern)
    person = next((found for found in people.found if known and found.known == known), None)
    if person is None:
        person = next((found for found in people.found if _same(found, one.text, known, eastern)), None)
    if person is None and known is None:
        person = _by_both_surnames(people, one.text, told)
    if person is None:
        person = Found(known or _slug(one.text), known)
        people.found.append(person)
    if known and person.known is None:
        person.id = person.known = known  # "Cyrus Roberts Vance", then "Cyrus Vance", whom the table has
    if len(one.text) > len(person.full):
        person.full = one.text
    for key in {*surname_keys(one.text, eastern), *_known_keys(known)}:
        joined = people.by_surname.setdefault(key, [])
        if person not in joined:
            joined.append(person)
    return _name(page, person, one, told)


def _by_both_surnames(people: People, name: str, told: Evidence | None) -> Found | None:
    """The only one before with a given name and these two surnames: "Mr. Durán Ballén"."""
    parts = name_parts(name)
    titled = told is not None and told.rule == "title"
    if len(parts) != _SURNAMES or (not titled and fold_key(name).split()[0] in knowledge().given_names):
        return None
    able = [
        found
        for found in people.by_surname.get("".join(parts), ())
        if len(whole := name_parts(found.full)) > _SURNAMES and whole[-_SURNAMES:] == parts
    ]
    return able[0] if len(able) == 1 else None


_SURNAMES = 2
"""How many surnames somebody may have."""


def _known_keys(known: str | None) -> tuple[str, ...]:
    return tuple(surname_key(name) for name in knowledge().people[known].surnames) if known else ()


def _same(found: Found, name: str, known: str | None, eastern: frozenset[str]) -> bool:
    if known and found.known:
        return False
    return bool(found.full) and same_person(found.full, name, eastern)


@lru_cache(maxsize=20_000)
def _known(name: str, eastern: frozenset[str]) -> str | None:
    """The known person that a full name is another spelling of."""
    for person in _known_by_end().get(name_parts(name)[-1], ()):
        for full in (*person.names.values(), *person.aliases):
            if len(full.split()) > 1 and same_person(full, name, eastern, loose=False):
                return person.id
    return None


@cache
def _known_by_end() -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in knowledge().people.values():
        for end in sorted({name_parts(full)[-1] for full in (*person.names.values(), *person.aliases)}):
            found.setdefault(end, []).append(person)
    return found


def _name(page: Page, person: Found, one: Candidate, told: Evidence) -> Named:
    person.names[" ".join(one.text.split())] += 1
    person.first = min(person.first, one.first)
    before = page.folds[one.first - 1] if one.first else ""
    if page.lexicon.has("titles", before):
        person.titles.add(before)
    if told.role is not None:
        person.roles.extend((told.role, *told.beside))
        if told.role.weight > person.weight:
            person.affiliation, person.weight = told.role.affiliation, told.role.weight
    usual = knowledge().people[person.known].served(page.year) if person.known else None
    if usual is None:
        # One who is known to serve a state may still speak for another body once.
        person.affiliation = person.affiliation or told.serves
    person.nationality = person.nationality or told.nationality
    return Named(one.first, one.last, person, told.role, told.rule, told.beside)


def _alone(page: Page, people: People, one: Candidate, told: Evidence | None) -> Named | None:
    """The person of a name that stands alone; None where nothing tells who, or that it is a person."""
    words, word = page.lexicon, page.folds[one.first]
    opener = words.has("openers", word) and page.capital(one.first)  # « Puis de Gaulle rencontra »
    if is_other(page, one) or (told is None and opener):
        return None
    key = surname_key(one.text)
    joined = people.by_surname.get(key, [])
    if not joined and (called := _by_given_name(people, one, told)) is not None:
        return _name(page, called, one, told or Evidence("given name"))
    if joined and told and _anothers(page, one, told, joined):
        # "Le président Kennedy", long before "Robert Kennedy": the one in office then.
        known = _by_surname(page, one, told)
        if known is not None and all(person.known != known for person in joined):
            return _new(page, people, one, told, known)
    if len(joined) > 1:
        joined = _narrow(joined, told, _titled(page, one))
        before = [person for person in joined if person.first < one.first]
        joined = before if len(before) == 1 else joined  # who bears the name too comes only later
    if len(joined) == 1:
        if told is None and page.is_first(one.first) and words.has("openers", word):
            return None
        return _name(page, joined[0], one, told or Evidence("surname"))
    if joined:
        return None
    known = _by_surname(page, one, told)
    if known is not None:
        return _new(page, people, one, told or Evidence("known surname"), known)
    if (
        told is not None
        and told.rule in ("role before", "title", "list", "kin")
        and len(one.text) > 1
        and not _common(page, one, told)
    ):
        return _new(page, people, one, told, None)
    return None


def _by_given_name(people: People, one: Candidate, told: Evidence | None) -> Found | None:
    """The only one, named in full before, whose given name stands alone: "Muhoozi", "Evo"."""
    if told is not None:
        if told.rule == "kin":
            return _of_the_family(people, one)
        if told.rule != "title":  # "Mr Kongcheep", after Kongcheep Tantrawanich
            return None
    if one.surname_of or fold_key(one.text) in knowledge().given_names:
        return None
    able = [
        person
        for person in people.found
        if person.first < one.first and len(parts := fold_key(person.full).split()) > 1
        and parts[0] == fold_key(one.text)
    ]  # fmt: skip
    return able[0] if len(able) == 1 else None


def _of_the_family(people: People, one: Candidate) -> Found | None:
    """The only one of this given name who has a name in common with somebody else: « son fils Faure »."""
    given = fold_key(one.text)
    families = Counter(part for person in people.found for part in set(fold_key(person.full).split()))
    able = [
        person
        for person in people.found
        if (parts := fold_key(person.full).split())[:1] == [given]
        and any(families[part] > 1 and len(part) > _PARTICLE for part in parts[1:])
    ]
    return able[0] if len(able) == 1 else None


_PARTICLE = 3
"""How many letters a word has at most that makes no family: "ben", "van"."""


def _anothers(page: Page, one: Candidate, told: Evidence, joined: Sequence[Found]) -> bool:
    """Whether the office or the title before a surname is hardly that of those who bear it in the text.

    "President Reagan" beside Nancy Reagan, "Mr Clinton" beside Hillary, or an office told before the name.
    """
    if told.role and all(one.first < person.first for person in joined):
        return True
    if told.role and told.role.head in page.lexicon.leaders:
        return not any(person.roles or person.known for person in joined) or all(
            person.known and not _led(person.known, page.year) for person in joined
        )
    given = knowledge().given_names
    told_of = {given.get(fold_key(person.full).partition(" ")[0]) for person in joined}
    return _titled(page, one) == "m" and told_of == {"f"}


def _of_year(able: Sequence[str], year: int | None) -> str:
    """Of several people known under one name the one in office in a year, else the last before it."""
    if len(able) == 1 or year is None:
        return able[0]
    people = knowledge().people
    ruling = [one for one in able if _led(one, year)]
    begun = [one for one in able if (people[one].started or 0) <= year]
    return ruling[0] if ruling else max(begun, key=lambda one: people[one].started or 0) if begun else able[0]


def _led(known: str, year: int | None) -> bool:
    """Whether a known person was in office in a year, as far as both are known."""
    person = knowledge().people[known]
    return year is None or (person.started or 0) <= year <= (person.ended or 9999)


def _new(page: Page, people: People, one: Candidate, told: Evidence, known: str | None) -> Named:
    """A person who is named by one word alone."""
    person = next((found for found in people.found if known and found.known == known), None)
    if person is None:
        full = knowledge().people[known].names[page.language] if known else one.text
        person = Found(known or _slug(one.text), known, full=full)
        people.found.append(person)
    joined = people.by_surname.setdefault(surname_key(one.text), [])
    if person not in joined:
        joined.append(person)
    return _name(page, person, one, told)


def _common(page: Page, one: Candidate, told: Evidence) -> bool:
    """Whether a single word is more likely something else: a place, a word that opens sentences."""
    ranked = (
        told.role is not None and told.role.last == one.first and page.lexicon.has("ranks", told.role.head)
    )
    hit = page.hit(one.first) if told.rule != "title" and not ranked else None
    if is_headline(page, one):
        return True
    if one.first and page.lexicon.has("organisation_heads", page.folds[one.first - 1]):
        return True  # « la présidente du comité Frontières »
    return page.lexicon.has("openers", page.folds[one.first]) or (
        hit is not None and hit.entry(Sort.SURNAME) is None
    )


def _titled(page: Page, one: Candidate) -> str:
    """The gender that a title before a name tells: "m", "f", or "" for none."""
    before = page.folds[one.first - 1] if one.first else ""
    if before == "." and one.first > 1:
        before = page.folds[one.first - 2]
    if page.lexicon.has("titles_of_men", before):
        return "m"
    return "f" if page.lexicon.has("titles_of_women", before) else ""


def _narrow(joined: list[Found], told: Evidence | None, gender: str) -> list[Found]:
    """Of several with one surname: whom the title or the role fits."""
    if gender:
        given = knowledge().given_names
        fitting = [found for found in joined if given.get(fold_key(found.full).partition(" ")[0]) == gender]
        if len(fitting) == 1:
            return fitting
    if told and told.role and told.role.affiliation:
        fitting = [found for found in joined if found.affiliation == told.role.affiliation]
        if len(fitting) == 1:
            return fitting
    if told and told.role:
        fitting = [found for found in joined if any(role.head == told.role.head for role in found.roles)]
        if len(fitting) == 1:
            return fitting
    return joined


def _by_surname(page: Page, one: Candidate, told: Evidence | None) -> str | None:
    """The known person that a surname alone means: the only one, or the only one in office then."""
    known = knowledge().people
    able = [person for person in one.surname_of if person in known]
    if told is None and page.lexicon.has("hazards", page.folds[one.first]):
        return None
    if len(able) > 1 and (year := page.year) is not None:
        able = [one for one in able if (known[one].started or 0) <= year <= (known[one].ended or 9999)]
    if told and told.role and told.role.affiliation and able:
        able = [one for one in able if not known[one].career or told.role.affiliation in known[one].serves]
    return able[0] if len(able) == 1 else None


def _slug(name: str) -> str:
    slug = "-".join(fold_key(name).split())
    return (
        f"{slug}-person"
        if slug in knowledge().states or slug in knowledge().organisations
        else slug or "person"
    )
