"""One article read for its actors: known names, people, bodies and what refers back to them, as mentions.

Called by the events room and the command line through ``find_actors``.
"""

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.actors.allegiance import enlist, serve
from dashboard.actors.bodies import Body, body_actor, body_id, find_bodies
from dashboard.actors.coreference import NATIONALITY, resolve
from dashboard.actors.extra import Extra, find_extra
from dashboard.actors.joined import joined, paired_people
from dashboard.actors.known import gazetteer_actor
from dashboard.actors.lexicon import BodyKind, lexicon
from dashboard.actors.offices import best_role
from dashboard.actors.organisations import find_organisations
from dashboard.actors.page import Page, open_page
from dashboard.actors.people import Found, People, find_people
from dashboard.actors.standing import at_home, home_of, of_the_state, only_describes, territory_acts
from dashboard.gazetteer import Entry, Hit, Sort, Stance, knowledge, stances
from dashboard.gazetteer.knowledge import LANGUAGES, root
from dashboard.model import Actor, ActorKind, Article, Mention

_CONTEXT = 200
"""How many known names back "the Alliance" may refer."""
_OF = frozenset({"of", "de", "du", "des"})
"""Between an office and whose it is: « le chef du Front national de libération »."""


@dataclass(frozen=True)
class ActorReading:
    """Everyone an article speaks of. ``mentions`` are sorted by start; a plural one stands once per actor.

    A mention's ``rule`` says what told it. Two take no part in an event by themselves: "in role" (NATO in
    "the secretary general of NATO") and "venue" (a state that is only where something happens).
    """

    actors: Mapping[str, Actor]
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Draft:
    """What is found so far."""

    page: Page
    mentions: list[Mention] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def add(self, span: tuple[int, int], target: str | None, form: str, rule: str, *, role: str = "") -> None:
        """Nothing; a mention of the tokens [first, last) is noted."""
        first, last = span
        start, end = self.page.starts[first], self.page.ends[last - 1]
        self.mentions.append(Mention(start, end, self.page.article.text[start:end], target, form, role, rule))

    def know(self, target: str) -> None:
        """Nothing; the actor, and whom it belongs to, is in the reading."""
        if target in self.actors:
            return
        actor = gazetteer_actor(target)
        if actor is not None:
            self.actors[target] = actor
            if actor.affiliation:
                self.know(actor.affiliation)


def find_actors(article: Article, *, extra: Sequence[Extra] = ()) -> ActorReading:
    """The actors of an article and every place where it speaks of them.

    ``extra`` are a user's own rows (``load_extra``); they win over ours. Boilerplate is not read.
    Raises DataFileError where a data file has a fault.
    """
    page = open_page(article)
    draft = _Draft(page)
    people = find_people(page)
    _add_extra(draft, extra)
    _add_people(draft, people)
    roles = people.role_tokens()
    page.owners |= {actor.affiliation for actor in draft.actors.values() if actor.affiliation}
    _add_bodies(draft, find_bodies(page, draft.taken | roles))
    _add_organisations(draft, roles, people)
    _add_hits(draft, roles)
    _add_joined(draft, roles)
    draft.mentions.sort(key=lambda one: (one.start, -one.end))
    for mention in draft.mentions:
        if mention.target:
            draft.know(mention.target)
    for person, owner in serve(page, people, draft.mentions, draft.actors).items():
        state = knowledge().states.get(owner)
        draft.actors[person] = replace(
            draft.actors[person], affiliation=owner, country=state.country if state else None
        )
        draft.know(owner)
    draft.mentions.extend(resolve(page, draft.mentions, people, draft.actors))
    draft.mentions = _within_roles(draft.mentions)
    for mention in draft.mentions:
        if mention.target:
            draft.know(mention.target)
    return ActorReading(_with_aliases(draft), _ordered(draft.mentions))


def _within_roles(mentions: list[Mention]) -> list[Mention]:
    """The mentions, those inside an office without a name marked as such ("le patron de l'AIEA")."""
    roles = sorted((one.start, one.end) for one in mentions if one.form == "role")
    single = {(one.start, one.end) for one in mentions if one.rule == NATIONALITY}
    found = []
    for one in mentions:
        place = bisect_right(roles, (one.start, sys.maxsize)) - 1
        inside = place >= 0 and roles[place][0] <= one.start and one.end <= roles[place][1]
        named = one.form in ("name", "alias", "metonym", "nominal")
        if one.form == "demonym" and (one.start, one.end) in single:
            continue
        found.append(replace(one, rule="in role") if inside and named else one)
    return found


def _ordered(mentions: list[Mention]) -> tuple[Mention, ...]:
    unique = {(one.start, one.end, one.target, one.form): one for one in mentions}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.target or "")))


def _with_aliases(draft: _Draft) -> dict[str, Actor]:
    """The actors with the names under which this text has them, without any that nothing speaks of."""
    seen: dict[str, dict[str, None]] = {}
    for mention in draft.mentions:
        if mention.target and mention.form in ("name", "alias", "metonym") and mention.rule != "own row":
            seen.setdefault(mention.target, {})[" ".join(mention.text.split())] = None
    kept = {mention.target for mention in draft.mentions if mention.target}
    for target in list(kept):
        actor = draft.actors.get(target)
        while actor and actor.affiliation and actor.affiliation not in kept:
            kept.add(actor.affiliation)
            actor = draft.actors.get(actor.affiliation)
    found = {}
    for target, actor in draft.actors.items():
        if target in kept:
            written = [name for name in seen.get(target, ()) if name not in actor.names.values()]
            aliases = tuple(dict.fromkeys((*actor.aliases, *written)))
            found[target] = actor if aliases == actor.aliases else replace(actor, aliases=aliases)
    return found


def _add_extra(draft: _Draft, extra: Sequence[Extra]) -> None:
    page = draft.page
    for start, end, row in find_extra(page.text, extra):
        first, last = page.token_at(start), page.token_at(end)
        if first >= last or any(token in draft.taken for token in range(first, last)):
            continue
        draft.add((first, last), row.actor.id, "name", "own row")
        draft.actors.setdefault(row.actor.id, row.actor)
        if row.actor.affiliation:
            draft.know(row.actor.affiliation)
        draft.taken.update(range(first, last))


def _add_people(draft: _Draft, people: People) -> None:
    for person in people.found:
        actor = _person_actor(person, draft.page.language, draft.page.year)
        draft.actors[actor.id] = actor
        if actor.affiliation:
            draft.know(actor.affiliation)
    for named in people.named:
        if any(token in draft.taken for token in range(named.first, named.last)):
            continue
        role = named.role.title if named.role else ""
        draft.add((named.first, named.last), named.person.id, "name", named.rule, role=role)
        draft.taken.update(range(named.first, named.last))


def _person_actor(person: Found, language: str, year: int | None) -> Actor:
    known = knowledge().people.get(person.known or "")
    usual = known.served(year) if known else None
    affiliation = person.affiliation
    if affiliation is None or (usual in knowledge().organisations and person.weight < 3):
        affiliation = root(usual) if usual else affiliation
    affiliation = affiliation or person.nationality
    state = knowledge().states.get(affiliation or "") or knowledge().states.get(person.nationality or "")
    names = dict(known.names) if known else {language: _display(person)}
    aliases = [name for name in person.names if name not in names.values()]
    return Actor(
        person.id, ActorKind.PERSON, names, tuple(aliases), affiliation,
        best_role(role.title for role in person.roles),
        known.wikidata if known else None, state.country if state else None,
    )  # fmt: skip


def _display(person: Found) -> str:
    full = [name for name in person.names if len(name.split()) > 1] or list(person.names)
    name = max(full, key=lambda one: (person.names[one], len(one))) if full else person.full
    words = [word.capitalize() if word.isupper() and len(word) > 3 else word for word in name.split()]
    return " ".join(words)


def _add_organisations(draft: _Draft, roles: set[int], people: People) -> None:
    page = draft.page
    known = {
        token
        for hit, span in zip(page.hits, page.spans, strict=True)
        if hit.entry(Sort.ORGANISATION, Sort.SEAT, Sort.CONTEXT) is not None
        or (hit.entry(Sort.STATE) is not None and span[1] - span[0] > 1)
        for token in range(*span)
    }
    # "leader of the Upland Free Movement": its name is no part of the office.
    held = {token for token in roles if not page.capital(token) or page.hit(token) is not None}
    learned = find_organisations(page, draft.taken | held | known)
    for one in learned:
        if one.known is not None:
            draft.add((one.first, one.last), one.known, "alias", "organisation")
            draft.taken.update(range(one.first, one.last))
        elif one.id in draft.actors or gazetteer_actor(one.id) is None:
            draft.actors.setdefault(one.id, Actor(one.id, ActorKind.ORGANISATION, {page.language: one.name}))
            led = one.first in roles or (
                one.first > 1
                and page.folds[one.first - 1] in _OF
                and page.lexicon.head(page.folds[one.first - 2])
            )
            draft.add((one.first, one.last), one.id, "name", "in role" if led else "learned organisation")
            draft.taken.update(range(one.first, one.last))
    draft.actors |= enlist(page, learned, people, draft.actors)


def _add_bodies(draft: _Draft, bodies: list[Body]) -> None:
    latest: dict[str, str] = {}
    home = home_of(draft.page)
    for body in bodies:
        owner = body.owner and (_era(draft.page, [body.owner]) or body.owner)
        owner = owner or latest.get(body.kind.code)
        inferred = body.inferred
        if not owner and at_home(draft.page, home, (body.first, body.last), draft.mentions, draft.actors):
            owner, inferred = home, True
        if body.owner and owner:
            latest[body.kind.code] = owner
        target = None
        if owner:
            target = body_id(owner, body.kind.code, inferred=inferred)
            if target != owner and target not in draft.actors:
                draft.actors[target] = body_actor(body.kind, owner, _wordings(body.kind.code))
            draft.know(owner)
        draft.add((body.first, body.last), target, "nominal", body.kind.code)
        draft.taken.update(range(body.first, body.last))


def _wordings(code: str) -> dict[str, BodyKind]:
    return {
        language: kind for language in LANGUAGES for kind in lexicon(language).bodies if kind.code == code
    }


def _era(page: Page, targets: Sequence[str]) -> str | None:
    """Of a state and its forerunners under one name, the one that is meant; None for a bygone one."""
    states, year = knowledge().states, page.year
    named = page.states_named
    past = [one for one in targets if one in states and states[one].ended is not None]
    now = [one for one in targets if one not in past]
    if named.intersection(now) and not named.intersection(past):
        return now[0]
    then = [
        one
        for one in past
        if year is not None and (states[one].started or 0) <= year <= (states[one].ended or 0)
    ]
    said = [one for one in past if one in named]
    able = [one for one in then if one in said] or ([] if named.intersection(now) else said) or then
    if able:
        return max(able, key=lambda one: states[one].started or 0)
    return now[0] if now else None


def _add_hits(draft: _Draft, roles: set[int]) -> None:
    page = draft.page
    strong = {entry.target for hit in page.hits for entry in hit.entries if entry.sort is Sort.ORGANISATION}
    for index, hit in enumerate(page.hits):
        first, last = page.spans[index]
        if first >= last or any(token in draft.taken for token in range(first, last)):
            continue
        told = _read_hit(draft, index, hit, strong)
        if told is None:
            continue
        target, form, rule = told
        if first in roles:
            if form == "demonym":
                continue
            rule = "in role"
        draft.add((first, last), target, form, rule)


def _add_joined(draft: _Draft, roles: set[int]) -> None:
    for token, states in joined(draft.page):
        if token in draft.taken or token in roles:
            continue
        for several in states:
            draft.add((token, token + 1), _era(draft.page, several) or several[0], "demonym", "joined")
    for token, person in paired_people(draft.page):
        _know_person(draft, person)
        draft.add((token, token + 1), person, "name", "joined")


def _know_person(draft: _Draft, person: str) -> None:
    """Nothing; somebody of the gazetteer, whom the text names only here, is in the reading."""
    known = knowledge().people[person]
    usual = known.served(draft.page.year)
    home = root(usual) if usual else None
    state = knowledge().states.get(home or "")
    names, country = dict(known.names), state.country if state else None
    actor = Actor(person, ActorKind.PERSON, names, (), home, "", known.wikidata, country)
    draft.actors.setdefault(person, actor)
    if home:
        draft.know(home)


def _read_hit(draft: _Draft, index: int, hit: Hit, strong: set[str]) -> tuple[str, str, str] | None:
    page = draft.page
    organisation, context = hit.entry(Sort.ORGANISATION), hit.entry(Sort.CONTEXT)
    if only_describes(page, index):
        return None
    if organisation is not None:
        one = knowledge().organisations[organisation.target]
        plain = hit.text in (
            *one.names.values(),
            *(name for names in one.acronyms.values() for name in names),
        )
        return organisation.target, "name" if plain else "alias", "organisation"
    if context is not None:
        target = _context(page, index, strong)
        return (target, "alias", "organisation named in full elsewhere") if target else None
    state = hit.entry(Sort.STATE)
    where = stances(page.text, page.language)[index]
    if where is Stance.NAME:
        return None
    if state is not None:
        rule = "venue" if where is Stance.VENUE else "state"
        return _era(page, _targets(hit, Sort.STATE)) or state.target, "name", rule
    seat = hit.entry(Sort.SEAT) or hit.entry(Sort.CAPITAL)
    if seat is not None:
        if where is not Stance.GOVERNMENT:
            owner, _, code = seat.target.partition(":")
            received = where is Stance.VENUE and code == "foreign-ministry"
            return (owner, "metonym", "venue") if received else None
        target = _seat(draft, hit, seat)
        return (target, "metonym", "government") if target else None
    people = hit.entry(Sort.PEOPLE, Sort.ADJECTIVE)
    if people is not None and people.target in knowledge().states:
        return _era(page, _targets(hit, people.sort)) or people.target, "demonym", people.sort.value
    spot = hit.entry(Sort.SPOT)
    if spot is not None and spot.target in knowledge().territories and where is Stance.GOVERNMENT:
        return (spot.target, "name", "territory") if territory_acts(page, *page.spans[index]) else None
    return None


def _targets(hit: Hit, sort: Sort) -> list[str]:
    return list(dict.fromkeys(entry.target for entry in hit.entries if entry.sort is sort))


def _seat(draft: _Draft, hit: Hit, seat: Entry) -> str | None:
    if seat.sort is Sort.CAPITAL:
        return _era(draft.page, _targets(hit, Sort.CAPITAL))
    owner, _, code = seat.target.partition(":")
    if not code:
        homes = _targets(hit, Sort.CAPITAL)
        first = homes if of_the_state(draft.page, owner, homes) else _targets(hit, Sort.SEAT)
        return _era(draft.page, [*first, *homes])
    draft.know(owner)
    target = body_id(owner, code)
    if target not in draft.actors:
        wordings = _wordings(code)
        draft.actors[target] = body_actor(wordings[draft.page.language], owner, wordings)
    return target


def _context(page: Page, index: int, strong: set[str]) -> str | None:
    """The organisation that "l'Alliance" means here: the one named last before, else anywhere."""
    hit = page.hits[index]
    able = [target for target in _targets(hit, Sort.CONTEXT) if target in strong]
    token = page.token_at(hit.end)
    if token < len(page.words) and page.capital(token) and page.text[hit.end : page.starts[token]] == " ":
        return None
    if not able or (hit.text[-1].isdigit() and _counts(page, token)):
        return None
    if len(able) == 1:
        return able[0]
    for one in reversed(page.hits[max(0, index - _CONTEXT) : index]):
        if (entry := one.entry(Sort.ORGANISATION)) is not None and entry.target in able:
            return entry.target
    return able[0]


def _counts(page: Page, token: int) -> bool:
    """Whether a number before a token only counts what follows: « les 27 soldats », « les 27 et 28 mars »."""
    follows = page.folds[token] if token < len(page.words) else "."
    return follows[0].isalnum() and not page.lexicon.has("acts", follows)
