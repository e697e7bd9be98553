"""Who is meant by an office without a name: "the minister", « son homologue turc », « l'envoyé américain ».

Called by ``coreference``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.actors.memory import Memory
from dashboard.actors.page import Page
from dashboard.actors.people import Found
from dashboard.actors.roles import RoleRead
from dashboard.gazetteer import fold_key, knowledge
from dashboard.model import Actor


class Holders:
    """Who holds which office, as an article is read from left to right.

    A role that tells whom a person serves ("L'envoyé américain") is noted in ``actors``.
    """

    def __init__(
        self,
        page: Page,
        memory: Memory,
        people: Mapping[str, Found],
        genders: Mapping[str, str],
        actors: dict[str, Actor],
        *,
        protagonist: str | None,
    ) -> None:
        self.page, self.memory, self.people, self.genders, self.actors = page, memory, people, genders, actors
        self.protagonist = protagonist
        self.office: tuple[int, RoleRead | None] = (-1, None)

    def of(self, role: RoleRead) -> tuple[str | None, str]:
        """Whom an office means, a person or whom they serve, and what tells it; None where nothing does."""
        found = self._holder(role)
        if not role.counterpart:
            self.office = self.page.sentence[role.first], role
        return found

    def _holder(self, role: RoleRead) -> tuple[str | None, str]:
        sentence = self.page.sentence[role.first]
        if role.counterpart:
            return self._counterpart(role, sentence)
        order = list(
            dict.fromkeys(
                one.target for group in self.memory.recent("person", sentence, 40) for one in reversed(group)
            )
        )
        holders = [
            one for one in order
            if (self.people[one].holds(self._offices(role.head)) or self._alike(role, one))
            and self._fits(role, one)
            and (role.affiliation is None or self.actors[one].affiliation in (None, role.affiliation))
        ]  # fmt: skip
        if self._out_of_office(role):
            same = [
                one for one in holders if any(self._out_of_office(each) for each in self.people[one].roles)
            ]
            if len(same) == 1:
                return same[0], "office held"
            if role.affiliation is None:
                return self._leading(role)
            past = any(self.page.lexicon.has("bygone", word) for word in self._around(role))
            return (None, "office of the past") if past else (role.affiliation, "office of")
        before = self.page.folds[role.first - 1] if role.first else ""
        if role.affiliation is None and self.page.lexicon.has("possessors", before):
            return None, "office with somebody"
        if len(holders) == 1:
            return holders[0], "office held"
        if holders and (role.affiliation or holders[0] == order[0]):
            return holders[0], "office held, named last"
        if role.affiliation is None:
            return self._leading(role)
        target, rule = self._serving(role, order, sentence)
        later = self._later(role) if target == role.affiliation and self._leads(role) else None
        if target == role.affiliation and later is None:
            serving = [one for one in self.people if self.actors[one].affiliation == role.affiliation]
            held = [one for one in serving if self._alike(role, one)]
            later = held[0] if len(held) == 1 else None
        return (later, "office of one named later") if later else (target, rule)

    def _out_of_office(self, role: RoleRead) -> bool:
        """Whether an office is not held, or only for a while: "the former president", « par intérim »."""
        return any(self.page.lexicon.has("out_of_office", word) for word in self._around(role))

    def _around(self, role: RoleRead) -> Sequence[str]:
        """The words of an office with the one on either side of it."""
        return self.page.folds[max(0, role.first - 1) : role.last + 1]

    def _later(self, role: RoleRead) -> str | None:
        """Who leads a state by what the article tells further on, where it is one person."""
        serving = [one for one in self.people if self.actors[one].affiliation == role.affiliation]
        holders = [one for one in serving if self.people[one].holds(self._offices(role.head))]
        free = [one for one in serving if not self.people[one].roles and one in knowledge().people]
        found = holders or free
        return found[0] if len(found) == 1 else None

    def _fits(self, role: RoleRead, person: str | None) -> bool:
        """Whether an office may be this person's: "la ministre" is no man, nor one of another field."""
        if person is None:
            return False
        article = self.page.folds[role.first - 1] if role.first else ""
        told = self.genders.get(person, "u")
        if told == "m" and article in self.page.lexicon.words["feminine_articles"]:
            return False
        leads = [self._leads(each) for each in self.people[person].roles if each.head == role.head]
        if leads and all(leads) and not self._leads(role) and role.affiliation is None:
            return False  # "the minister" is no prime minister
        field = self._field(role)
        if self._alike(role, person):
            return True
        own = [one for each in self.people[person].roles if (one := self._field(each))]
        return not field or not own or any(field & one for one in own)

    def _alike(self, role: RoleRead, person: str) -> bool:
        """Whether a person holds an office by another of its names: « le chef de la diplomatie »."""
        text = self._plain(role)
        group = next((one for one in self.page.lexicon.alike if any(name in text for name in one)), None)
        told = [self._plain(each) for each in self.people[person].roles] if group is not None else []
        return any(name in each and f"{name}adjoint" not in each for each in told for name in group or ())

    def _plain(self, role: RoleRead) -> str:
        """An office's words without those that tell whose it is: " ministre des affaires etrangeres "."""
        inside = range(role.first, role.last)
        return f" {' '.join(self.page.folds[i] for i in inside if self.page.hit(i) is None)} "

    def _field(self, role: RoleRead) -> set[str]:
        """The words of an office that tell its field: "prime", "foreign affairs"."""
        lexicon = self.page.lexicon
        words = (
            self.page.folds[token] for token in range(role.first, role.last) if self.page.hit(token) is None
        )
        return {
            one for one in words
            if one[0].isalpha() and not lexicon.head(one) and not lexicon.has("links", one)
            and not lexicon.has("determiners", one)
        }  # fmt: skip

    def _counterpart(self, role: RoleRead, sentence: int) -> tuple[str | None, str]:
        """Who of a state is what another is: "the president received his Turkish counterpart"."""
        if role.affiliation is None:
            return None, "counterpart"
        office = self.office[1] if self.office[0] == sentence else None
        for past in reversed(self.memory.here("person", role.first)):
            if office is None and (roles := self.people[past.target].roles):
                office = roles[-1]
        serving = {
            one.target for group in self.memory.recent("person", sentence, 40) for one in group
            if self.actors[one.target].affiliation == role.affiliation
        }  # fmt: skip
        if office is not None:
            heads = self._offices(office.head)
            holders = [one for one in serving if self.people[one].holds(heads)]
            free = [one for one in serving if not self.people[one].roles and one in knowledge().people]
            able = holders or (free if self._leads(office) else [])
            if len(able) == 1:
                return able[0], "counterpart of, named elsewhere"
        return role.affiliation, "counterpart of"

    def _leads(self, role: RoleRead) -> bool:
        """Whether an office is one of those that lead a state."""
        leaders, text = self.page.lexicon.leaders, f" {fold_key(role.text)} "
        return role.head in leaders or any(f" {one} " in text for one in leaders)

    def _leading(self, role: RoleRead) -> tuple[str | None, str]:
        """Who is "the president" where nobody is told to be: the one who leads the sentence before."""
        sentence = self.page.sentence[role.first]
        leader = self.memory.leader.get(sentence - 1, "")
        able = leader in knowledge().people and not self.people[leader].roles
        told = {one.target for one in self.memory.told.get(("person", sentence - 1), ())}
        alone = len(told) == 1
        if alone and self.actors[min(told)].affiliation == leader:  # « Le Sénégalais [X] préside »
            leader = min(told)
            able = leader in knowledge().people and not self.people[leader].roles
        opens = self.page.is_first(role.first) or self.page.is_first(role.first - 1)
        if able and alone and opens and role.head in self.page.lexicon.leaders:
            return leader, "named just before"
        if opens and role.head in self.page.lexicon.words["callings"] and self._fits(role, self.protagonist):
            return self.protagonist, "whom the title names"  # "The envoy resigned" in a life of one
        return None, "office"

    def _offices(self, head: str) -> frozenset[str]:
        """An office's noun with those that mean the same: a pontiff is a pope."""
        groups = (group for group in self.page.lexicon.same_office if head in group)
        return next(groups, frozenset({head}))

    def _serving(self, role: RoleRead, order: list[str], sentence: int) -> tuple[str | None, str]:
        """The person of "l'envoyé américain": that state's one leader, or who was just named."""
        leads = self._leads(role)
        serving = [
            one
            for one in order
            if self.actors[one].affiliation == role.affiliation and not self.people[one].roles
        ]
        known = [one for one in serving if one in knowledge().people]
        counts = self.memory.counts
        ranked = sorted(known or serving, key=lambda one: -counts[one])
        if len(ranked) > 1 and counts[ranked[0]] > counts[ranked[1]]:
            serving = ranked[:1]
        elif len(known) == 1:
            serving = known
        if leads and len(serving) == 1:
            return serving[0], "only one who serves"
        for group in self.memory.recent("person", sentence, 1):
            first = group[0].target
            actor = self.actors[first]
            if actor.affiliation is None and not self.people[first].roles:
                self.actors[first] = replace(
                    actor, affiliation=role.affiliation, role=" ".join(role.text.split())
                )
                self.people[first].roles.append(role)
                return first, "named just before"
            break
        if self.page.lexicon.has("local_offices", role.head):
            return None, "office of a place"
        return role.affiliation, "office of"
