"""Whom an officer serves where no word of the office tells: "its ambassador, X", "Foreign Minister Y".

Called by ``reading`` once people and states are known. Only one state may fit, else nobody is served.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.actors.page import Page
from dashboard.actors.people import Named, People
from dashboard.actors.roles import RoleRead
from dashboard.gazetteer import fold_key
from dashboard.model import Actor, ActorKind, BlockKind, Mention

_BACK = 2
"""How many sentences back a state still is the one that the text is about."""
_IN_TITLE = 3
_FIRM = frozenset({"name", "metonym", "demonym"})


@dataclass(frozen=True, slots=True)
class _Told:
    sentence: int
    token: int
    owner: str
    firm: bool


_Sentences = dict[int, list[_Told]]


def serve(
    page: Page, people: People, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> dict[str, str]:
    """The state or organisation of each person whose office does not name one, by the person's id."""
    told: _Sentences = {}
    for mention in mentions:
        if (one := _told(page, mention, actors)) is not None:
            told.setdefault(one.sentence, []).append(one)
    main = _main(page, [one for several in told.values() for one in several])
    found: dict[str, str] = {}
    for number, named in enumerate(people.named):
        person, role = named.person.id, named.role
        if role is None or role.affiliation is not None or actors[person].affiliation is not None:
            continue
        if person in found or not page.lexicon.has("state_offices", role.head):
            continue
        if role.plural:
            found |= _in_turn(page, people.named[number : number + 2], role, told)
            continue
        usual = next((state for office, state in page.lexicon.usual if office in fold_key(role.text)), None)
        if (owner := usual or _owner(page, named, role, told) or main) is not None:
            found[person] = owner
    return found


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
    return _Told(page.sentence[token], token, owner, state)


def _owner(page: Page, named: Named, role: RoleRead, told: _Sentences) -> str | None:
    first = min(named.first, role.first)
    sentence = page.sentence[first]
    before = [one for one in told.get(sentence, []) if one.token < first]
    lead = page.folds[first - 1] if first else ""
    if lead in page.lexicon.words["possessors"]:
        return before[0].owner if before else None
    states = list(dict.fromkeys(one.owner for one in before if one.firm))
    if states:
        return states[0] if len(states) == 1 else None
    for back in range(1, _BACK + 1):
        earlier = told.get(sentence - back, [])
        states = list(dict.fromkeys(one.owner for one in earlier if one.firm))
        if states and (len(states) == 1 or page.begins(first)):
            leads = earlier[0].firm and page.begins(earlier[0].token)
            return states[0] if len(states) == 1 or leads else None
    return None
