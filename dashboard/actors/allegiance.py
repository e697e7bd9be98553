"""Whom an officer serves where no word of the office tells: "its ambassador, X", "Foreign Minister Y".

Called by ``reading`` once people and states are known. Only one state may fit, else nobody is served.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.actors.organisations import Learned
from dashboard.actors.page import Page
from dashboard.actors.people import Named, People
from dashboard.actors.roles import RoleRead
from dashboard.gazetteer import fold_key, knowledge
from dashboard.model import Actor, ActorKind, BlockKind, Mention

_BACK = 2
"""How many sentences back a state still is the one that the text is about."""
_IN_TITLE = 3
_BEHIND = 3
"""How many words behind an office or a name its organisation may begin."""
_BELONGING = frozenset({"of", "for", "de", "du", "des", "d", "pour"})
_FIRM = frozenset({"name", "metonym", "demonym"})


@dataclass(frozen=True, slots=True)
class _Told:
    sentence: int
    token: int
    owner: str
    firm: bool
    officer: bool = False
    """Whether it is somebody shown with an office there."""


_Sentences = dict[int, list[_Told]]


def serve(
    page: Page, people: People, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> dict[str, str]:
    """The state or organisation of each person whose office does not name one, by the person's id."""
    asking = [
        (number, named, named.role)
        for number, named in enumerate(people.named)
        if named.role is not None and named.role.affiliation is None
        and page.lexicon.has("state_offices", named.role.head)
        and actors[named.person.id].affiliation is None
    ]  # fmt: skip
    if not asking:
        return {}
    told: _Sentences = {}
    for mention in mentions:
        if (one := _told(page, mention, actors)) is not None:
            told.setdefault(one.sentence, []).append(one)
    main = _main(page, [one for several in told.values() for one in several])
    found: dict[str, str] = {}
    for number, named, role in asking:
        person = named.person.id
        if person in found:
            continue
        if role.plural:
            found |= _in_turn(page, people.named[number : number + 2], role, told)
            continue
        usual = next((state for office, state in page.lexicon.usual if office in fold_key(role.text)), None)
        if (owner := usual or _owner(page, named, role, told) or main) is not None:
            found[person] = owner
    return found


def enlist(
    page: Page, learned: Sequence[Learned], people: People, actors: Mapping[str, Actor]
) -> dict[str, Actor]:
    """The people behind whose office or name a learned organisation stands, as who serve it.

    Whoever is told to serve somebody already keeps that.
    """
    firsts = {one.first: one for one in learned if one.id in actors}
    found: dict[str, Actor] = {}
    for named in people.named if firsts else ():
        actor = actors[named.person.id]
        first, last = (named.role.first, named.role.last) if named.role else (named.last, named.last)
        one = next((firsts[token] for token in range(first, last + _BEHIND) if token in firsts), None)
        if one is None or actor.affiliation is not None or not _of(page, one.first):
            continue
        office = page.text[page.starts[first] : page.ends[one.last - 1]] if named.role else actor.role
        found[actor.id] = replace(actor, affiliation=one.id, role=" ".join(office.split()))
    return found


def _of(page: Page, first: int) -> bool:
    """Whether "of" or "for" stands before an organisation's name, its article apart."""
    before = first - 1
    if before > 0 and page.lexicon.has("determiners", page.folds[before]):
        before -= page.folds[before] not in _BELONGING
    return before >= 0 and page.folds[before] in _BELONGING


def _main(page: Page, told: Sequence[_Told]) -> str | None:
    """The state that an article is mostly about: its title's counts three times."""
    body = next((block.start for block in page.article.blocks if block.kind is BlockKind.BODY), 0)
    first = page.token_at(body)
    counts: Counter[str] = Counter()
    for one in told:
        if one.firm:
            counts[one.owner] += _IN_TITLE if one.token < first else 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _IN_TITLE:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None


def _in_turn(page: Page, several: Sequence[Named], role: RoleRead, told: _Sentences) -> dict[str, str]:
    """Whom two people serve, each in turn: "their foreign ministers, X and Y" after two states."""
    lead = page.folds[role.first - 1] if role.first else ""
    if lead not in page.lexicon.words["possessors"]:
        return {}
    sentence = page.sentence[role.first]
    here = [one.owner for one in told.get(sentence, []) if one.token < role.first]
    if lead not in page.lexicon.words["shared_possessors"]:
        return dict.fromkeys((one.person.id for one in several), here[0]) if here else {}
    earlier = [one.owner for back in range(_BACK, 0, -1) for one in told.get(sentence - back, [])]
    owners = list(dict.fromkeys(reversed([*earlier, *here])))[: len(several)][::-1]
    if len(owners) != len(several):
        return {}
    return {one.person.id: owner for one, owner in zip(several, owners, strict=True)}


def _told(page: Page, mention: Mention, actors: Mapping[str, Actor]) -> _Told | None:
    actor = actors.get(mention.target or "")
    if actor is None:
        return None
    owner = actor.id if actor.kind in (ActorKind.STATE, ActorKind.ORGANISATION) else actor.affiliation
    if owner is None:
        return None
    token = page.token_at(mention.start)
    state = actor.kind is ActorKind.STATE and mention.form in _FIRM
    return _Told(page.sentence[token], token, owner, state, bool(mention.role))


def _leading(page: Page, earlier: Sequence[_Told], first: int) -> str | None:
    """Whoever leads the sentence before: "Iran's ministry objected. Its spokesman, X, said"."""
    return earlier[0].owner if earlier and page.begins(first) and page.begins(earlier[0].token) else None


def _told_of(page: Page, first: int) -> bool:
    """Whether an office at a token is that of whoever was just named: "the OAS, whose head, X"."""
    words = page.lexicon
    lead = first - 1
    if lead > 0 and words.has("determiners", page.folds[lead]):
        lead -= 1
    return lead > 0 and words.has("of_whom", page.folds[lead]) and page.words[lead - 1] == ","


def _coupled(page: Page, named: int, first: int) -> bool:
    """Whether an office stands beside a name: "Prime Minister X and the foreign minister, Y"."""
    between = [token for token in range(named, first) if not page.capital(token)]
    words = page.lexicon
    groups = ("couplers", "links", "determiners")
    near = first - named <= _BESIDE and any(words.has("couplers", page.folds[token]) for token in between)
    return near and all(
        page.words[token] == "," or any(words.has(group, page.folds[token]) for group in groups)
        for token in between
    )


_BESIDE = 7
"""How many words before an office the name may begin that it is coupled with."""
_OF_WHOM = 9
"""How many words back the name may begin of whom "whose" tells."""


def _owner(page: Page, named: Named, role: RoleRead, told: _Sentences) -> str | None:
    first = min(named.first, role.first)
    sentence = page.sentence[first]
    before = [one for one in told.get(sentence, []) if one.token < first]
    lead = page.folds[first - 1] if first else ""
    if lead in page.lexicon.words["possessors"]:
        return before[0].owner if before else _leading(page, told.get(sentence - 1, []), first)
    if _told_of(page, first):
        return before[-1].owner if before and first - before[-1].token <= _OF_WHOM else None
    states = list(dict.fromkeys(one.owner for one in before if one.firm))
    if before and before[-1].officer and _coupled(page, before[-1].token, first):
        return before[-1].owner if before[-1].owner in knowledge().states else None
    if states and before[-1].officer and before[-1].owner != states[-1]:
        return None  # somebody of another state was named since
    if states:
        return states[0] if len(states) == 1 else None
    for back in range(1, _BACK + 1):
        earlier = told.get(sentence - back, [])
        states = list(dict.fromkeys(one.owner for one in earlier if one.firm))
        if states and (len(states) == 1 or page.begins(first)):
            leads = earlier[0].firm and page.begins(earlier[0].token)
            return states[0] if len(states) == 1 or leads else None
    return None
