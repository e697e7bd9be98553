"""Whom a phrase for several means: "the two men", "both countries", "the two sides", « les deux pays ».

Called by ``coreference``. Where the text leaves open which two, nobody is meant.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dashboard.actors.lexicon import Plural
from dashboard.actors.memory import Memory, Past
from dashboard.actors.people import Found
from dashboard.actors.roles import RoleRead
from dashboard.actors.standing import protagonists
from dashboard.gazetteer import Sort, fold_key, knowledge
from dashboard.model import Actor, ActorKind, Mention

_FAR_PAIR = 7
"""How many sentences back people who were named together are rather meant than two named since."""
_JUST_TOLD = 1
"""How many sentences back two may be named whose office is not told, to be "the two ministers"."""
_PAIRED = 4
"""How many sentences on a pair is still meant by "the two men"."""
_TOLD = 2
"""How often each of the two states must be named that an article is about."""
_CLEAR = 1.5
"""How much more often than the third."""
_LEAD = 300
"""How many characters the title and the lead have, where whom an article is about is named."""
_WEIGHT = 3
"""How much more a naming there says."""
_BESIDE = 9
"""How many words may stand between two who are named together: offices, adjectives and "and"."""


class Plurals:
    """What such phrases mean at a token, by what the memory holds there."""

    def __init__(
        self,
        memory: Memory,
        people: Mapping[str, Found],
        genders: Mapping[str, str],
        mentions: Sequence[Mention],
    ) -> None:
        self.memory, self.page, self.actors = memory, memory.page, memory.actors
        self.people, self.genders = people, genders
        self.pair: frozenset[str] = frozenset()
        self.paired = 0
        self.acting = ""
        self.at = 0
        self.officers = False
        self.affair = affair(self.page.text, mentions, self.actors)
        self.within = at_war_within(mentions, self.actors)
        self.facing = affair(self.page.text, mentions, self.actors, movements=True)

    def targets(self, plural: Plural, token: int) -> list[str]:
        """So many actors of a kind, empty where the text does not say who."""
        sentence, self.at = self.page.sentence[token], token
        self.acting = self._acting(token) if plural.kind == "person" else ""
        found = self._several(plural, sentence)
        self.pair, self.paired = frozenset(found), sentence
        return found

    def just_told(self, token: int) -> list[str]:
        """The pair that a plural meant in the sentence before, for "they" and "them" in this one."""
        told = self.pair if self.page.sentence[token] - self.paired == 1 else frozenset()
        sort = {self.memory.sort(one) for one in told}
        here = {one.target for one in self.memory.here(min(sort), token)} if len(sort) == 1 else told
        return [] if len(here) > 1 else sorted(told)

    def _acting(self, token: int) -> str:
        """The one person named before "the two leaders" in its sentence, who does it to them; else ""."""
        told = {one.target for one in self.memory.here("person", token)}
        before = self.page.folds[token - 1] if token else ""
        opens = self.page.is_first(token) or self.page.lexicon.has("clause_openers", before)
        return told.pop() if len(told) == 1 and not opens else ""

    def _several(self, plural: Plural, sentence: int) -> list[str]:
        if plural.states:
            return list(plural.states)
        if plural.owned:
            return self._owners(plural.count, sentence)
        if plural.kind == "any":
            if not plural.alone:
                return self._facing(sentence, plural.count) or self._nearest("state", plural, sentence, 6)
            return self._nearest("person", plural, sentence, 2) or self._nearest("state", plural, sentence, 6)
        if plural.kind == "camp":
            return list(self.within or self.facing or ())
        if plural.kind == "side":
            return self._facing(sentence, plural.count)
        if plural.kind == "state" and (found := self._of_article(plural, sentence)):
            return found
        reach = _FAR_PAIR if plural.kind == "person" else 4
        if plural.heads and (found := self._of_office(plural, sentence)):
            return found
        if plural.officials:
            near = self._nearest(plural.kind, plural, sentence, _JUST_TOLD)
            return near or self._their_states(plural.count, sentence)
        found = self._nearest(plural.kind, plural, sentence, reach) or self._latest(plural, sentence)
        return found or (self._served(plural, sentence) if plural.kind == "state" else [])

    def _of_office(self, plural: Plural, sentence: int) -> list[str]:
        """Those whose office the text tells, before any who have none: two survivors are no leaders."""
        self.officers = True
        found = self._nearest(plural.kind, plural, sentence, _FAR_PAIR)
        self.officers = False
        return found

    def _their_states(self, count: int, sentence: int) -> list[str]:
        """The states of officials whom nobody names: those listed together before, else the affair's two."""
        for group in self.memory.recent("state", sentence, _PAIRED):
            runs = self._runs(group)
            if len(able := [run for run in runs if len(run) == count]) == 1:
                return able[0]
        return self._of_affair(count)

    def _owners(self, count: int, sentence: int) -> list[str]:
        """The states that were named just before, by themselves or by their people: "their ministers"."""
        for group in self.memory.recent("person", sentence, _JUST_TOLD):
            people = list(dict.fromkeys(one.target for one in group))
            if len(people) > count:  # "Scholz received X and Y"
                people = [one for one in people if one != self.memory.leader.get(group[0].sentence)]
            states = list(dict.fromkeys(self.actors[one].affiliation or "" for one in people))
            if len(people) == count == len(states) and all(one in knowledge().states for one in states):
                return states
        for group in self.memory.recent("state", sentence, _JUST_TOLD):
            if len(able := [run for run in self._runs(group) if len(run) == count]) == 1:
                return able[0]
        return []

    def _runs(self, group: Sequence[Past]) -> list[list[str]]:
        """The states of a sentence that stand in one list: « d'Islande, d'Estonie et de Lituanie »."""
        words, runs, last = self.page.lexicon, list[list[str]](), group[0]
        for one in group:
            between = self.page.folds[last.token + 1 : one.token]
            small = all(
                fold == "," or any(words.has(kind, fold) for kind in ("couplers", "links", "determiners"))
                for fold in between
            )
            tied = any(fold == "," or fold in words.words["couplers"] for fold in between)
            if runs and small and tied:
                runs[-1].append(one.target)
            else:
                runs.append([one.target])
            last = one
        return [list(dict.fromkeys(run)) for run in runs]

    def _of_article(self, plural: Plural, sentence: int) -> list[str]:
        """The states that a plural meant before or that are named together, else those of the article."""
        if pair := self._again("state", plural, sentence):
            return pair
        told = self.memory.told.get(("state", sentence), ())
        if len(names := list(dict.fromkeys(one.target for one in told))) == plural.count:
            return names
        people = dict.fromkeys(one.target for one in self.memory.told.get(("person", sentence), ()))
        served = dict.fromkeys(self.actors[one].affiliation or "" for one in people)
        if len(people) == len(served) == plural.count and served.keys() <= knowledge().states.keys():
            return list(served)  # "Rouhani and Obama spoke, the first exchange between the two countries"
        there = dict.fromkeys([*served, *self._capitals(sentence)])
        if people and not told and len(there) == plural.count and there.keys() <= knowledge().states.keys():
            return list(there)  # "Lecornu is due in Yerevan; in May the two countries had signed"
        return self._of_affair(plural.count) or protagonists(self.page, plural.count)

    def _capitals(self, sentence: int) -> list[str]:
        """The states whose capitals a sentence has named so far, each for one state only."""
        page, found = self.page, list[str]()
        for hit in page.hits:
            token = page.token_at(hit.start)
            if token < self.at and page.sentence[token] == sentence:
                homes = {entry.target for entry in hit.entries if entry.sort is Sort.CAPITAL}
                found += homes if len(homes) == 1 else ()
        return found

    def _facing(self, sentence: int, count: int) -> list[str]:
        """The states and movements that face one another, in the nearest sentence that has several.

        Where an article is about a state and a movement of its own, it is these.
        """
        if self.within is not None and count == 2:
            return list(self.within)
        for reach in range(_PAIRED):
            told = (
                one.target
                for sort in ("state", "organisation")
                for one in self.memory.told.get((sort, sentence - reach), ())
            )
            names = [name for name in dict.fromkeys(map(self._state, told)) if _party(name)]
            if len(names) > 1:
                return names if len(names) == count else self._of_facing(count)
        return self._of_facing(count)

    def _state(self, target: str) -> str:
        """Whose body an actor is, else itself."""
        actor = self.actors.get(target)
        owner = actor.affiliation if actor is not None and actor.kind is ActorKind.BODY else None
        return owner or target

    def _of_facing(self, count: int) -> list[str]:
        return list(self.facing) if self.facing is not None and count == 2 else self._of_affair(count)

    def _of_affair(self, count: int) -> list[str]:
        return list(self.affair) if self.affair is not None and count == 2 else []

    def _served(self, plural: Plural, sentence: int) -> list[str]:
        """The states of the people named last, where no state is named: "the two countries"."""
        found: list[str] = []
        for group in self.memory.recent("person", sentence, 4):
            for target in (one.target for one in group):
                state = self.actors[target].affiliation
                if state and state in knowledge().states and state not in found:
                    found.append(state)
            if len(found) >= plural.count:
                return found[: plural.count]
        return []

    def _able(self, target: str, plural: Plural) -> bool:
        if target == self.acting:
            return False
        gender = self.genders.get(target, "u")
        if plural.gender and gender != plural.gender and (gender != "u" or plural.gender == "f"):
            return False
        person = self.people.get(target)
        if plural.heads and person is not None and person.roles:
            return any(_held(role, plural.heads) or role.counterpart for role in person.roles)
        return not (self.officers and plural.heads)

    def _nearest(self, kind: str, plural: Plural, sentence: int, reach: int) -> list[str]:
        if pair := self._again(kind, plural, sentence):
            return pair
        for group in self.memory.recent(kind, sentence, reach):
            able = [one for one in group if self._able(one.target, plural)]
            names = list(dict.fromkeys(one.target for one in able))
            if len(names) > plural.count and len(self.pair) == plural.count and self.pair <= set(names):
                return [name for name in names if name in self.pair]
            if len(names) >= plural.count:
                beside = sentence == group[0].sentence
                return self._chosen(kind, plural, able, beside=beside) or []
        return self._two_told_of(names=(), kind=kind, plural=plural)

    def _chosen(self, kind: str, plural: Plural, group: Sequence[Past], *, beside: bool) -> list[str]:
        """Out of a sentence's names those coupled by "and", else those of the affair's two states."""
        names = list(dict.fromkeys(one.target for one in group))
        if plural.count != 2 or (len(names) == 2 and (beside or kind == "person")):
            return names[: plural.count]
        coupled = self._coupled(group)
        if len(coupled) == 1:
            return list(coupled[0])
        return self._two_told_of(names=names, kind=kind, plural=plural)

    def _coupled(self, group: Sequence[Past]) -> list[tuple[str, str]]:
        """The pairs in a sentence that "and" joins, with nothing but offices and adjectives between."""
        found: list[tuple[str, str]] = []
        words = self.page.lexicon
        for one, other in pairwise(group):
            between = self.page.folds[one.token + 1 : other.token]
            joined = len(between) <= _BESIDE and not words.words["couplers"].isdisjoint(between)
            acts = any(words.has("acts", fold) and fold not in words.words["couplers"] for fold in between)
            in_list = one is not group[0] and self.page.folds[one.token - 1] == ","
            if joined and not acts and not in_list and one.target != other.target:
                found.append((one.target, other.target))
        return list(dict.fromkeys(found))

    def _introduced(self, plural: Plural, sentence: int) -> list[str]:
        """The last two joined by "and" of whom one has the gender told and nobody another: "both women"."""
        for group in self.memory.recent("person", sentence, 40):
            told = [one for one in group if self.genders.get(one.target, "u") in (plural.gender, "u")]
            coupled = self._coupled(told)
            sure = [pair for pair in coupled if any(self.genders.get(one) == plural.gender for one in pair)]
            if len(sure) == 1 and self.acting not in sure[0]:
                return list(sure[0])
        return []

    def _two_told_of(self, *, names: Sequence[str], kind: str, plural: Plural) -> list[str]:
        """The two states of the affair, or the only people among some names who serve them."""
        if self.affair is None or plural.count != 2:
            return []
        if kind == "state":
            return list(self.affair)
        serving = [name for name in names if self.actors[name].affiliation in self.affair]
        states = {self.actors[name].affiliation for name in serving}
        return serving if len(states) == len(serving) == 2 else []

    def _again(self, kind: str, plural: Plural, sentence: int) -> list[str]:
        """The pair that a plural meant a few sentences ago, unless another two lead one together since."""
        near = len(self.pair) == plural.count and sentence - self.paired <= _PAIRED
        if not near or not all(self._able(one, plural) for one in self.pair):
            return []
        for group in self.memory.recent(kind, sentence, sentence - self.paired):
            leads = {one.target for one in group if one.leads and one.sentence > self.paired}
            if len(leads) >= plural.count and not leads <= self.pair:
                return []
        sort = {self.memory.sort(one) for one in self.pair}
        return sorted(self.pair) if sort == {kind} else []

    def _latest(self, plural: Plural, sentence: int) -> list[str]:
        if plural.gender and plural.count == 2 and (pair := self._introduced(plural, sentence)):
            return pair
        found: list[str] = []
        for group in self.memory.recent(plural.kind, sentence, 40):
            for target in (one.target for one in reversed(group)):
                if target not in found and self._able(target, plural):
                    found.append(target)
                if len(found) == plural.count:
                    return found
        return []


def _held(role: RoleRead, heads: frozenset[str]) -> bool:
    """Whether a role is one of some offices; one of two words must stand in it: "prime minister"."""
    return role.head in heads or any(" " in head and head in fold_key(role.text) for head in heads)


def _party(target: str) -> bool:
    """Whether an actor may be a side of a conflict: a state, or a movement of one country; not the UN."""
    organisation = knowledge().organisations.get(target)
    return organisation is None or organisation.country is not None


def at_war_within(mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> tuple[str, str] | None:
    """The state and the movement of its own country that an article is about; None where it tells of no such.

    Both are named twice or more, the movement twice as often as any other, hardly less than another state.
    """
    told: Counter[str] = Counter()
    for one in mentions:
        if one.target and one.rule not in ("in role", "venue"):
            actor = actors.get(one.target)
            told[actor.affiliation if actor is not None and actor.affiliation else one.target] += 1
    states = Counter({name: count for name, count in told.items() if name in knowledge().states})
    (state, often), (_, other) = [*states.most_common(2), ("", 0), ("", 0)][:2]
    movements = knowledge().organisations
    groups = Counter({
        name: count for name, count in told.items()
        if name in movements and (movements[name].country or "").lower() == state
    })  # fmt: skip
    (group, times), (_, next_one) = [*groups.most_common(2), ("", 0), ("", 0)][:2]
    clear = min(often, times) >= _TOLD and times >= 2 * next_one and _CLEAR * times >= other < often
    return (state, group) if clear else None


def affair(
    text: str, mentions: Sequence[Mention], actors: Mapping[str, Actor], *, movements: bool = False
) -> tuple[str, str] | None:
    """The two states that an article is about: those of its title, else those named most.

    With ``movements`` a rebel movement or a party may be one of the two.

    None where a third is named about as often, and the title does not name just two of the three.
    """
    told: Counter[str] = Counter()
    named: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    title = max(text.find("\n"), 0)
    for one in mentions:
        if one.target and one.rule not in ("in role", "venue"):
            actor = actors.get(one.target)
            owner = actor.affiliation if actor is not None and actor.affiliation else one.target
            wide = movements and owner in actors and actors[owner].kind is ActorKind.ORGANISATION
            if owner in knowledge().states or (wide and _party(owner)):
                told[owner] += _WEIGHT if one.start < _LEAD else 1
                named[owner] += 1
                titled[owner] += one.start < title < _LEAD
    (first, _), (second, often), (other, third) = [*told.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    heads = tuple(name for name in (first, second, other) if titled[name])
    if len(heads) == 2 and len(+titled) == 2:
        return heads[0], heads[1]
    clear = min(named[first], named[second]) >= _TOLD and often >= _CLEAR * third
    return (first, second) if clear else None
