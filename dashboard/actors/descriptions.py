"""Who is meant by a plain noun with an article: "the comedian", « le dissident », « l'ingénieur ».

Called by ``coreference``. It is the one whom the text told by that noun before, or who alone was just named.
"""

from bisect import bisect_left
from collections.abc import Mapping

from dashboard.actors.memory import Memory, Past
from dashboard.actors.page import Page
from dashboard.actors.people import Found, People
from dashboard.gazetteer import fold_key
from dashboard.model import Actor, ActorKind

_NOUNS = 4
"""How many words may stand between an article and the name that they describe."""
_APPOSED = 8
"""How many words behind the comma of a name may tell who it is."""
_LONG_NAME = 2
"""The fewest words of a name that one of them may stand for."""
_SHORT = 4
"""The fewest letters of a word that may tell somebody again."""
_BACK = 2
"""How many sentences back the one may be named who is told again by a word that fits anybody."""


class Descriptions:
    """Who was described how, as an article is read from left to right."""

    def __init__(self, page: Page, people: People, memory: Memory, genders: Mapping[str, str]) -> None:
        self.page, self.memory, self.genders = page, memory, genders
        self.people: dict[str, Found] = {one.id: one for one in people.found}
        self.told: dict[str, dict[str, int]] = {}
        for one in people.named:
            for token in (*self._before(one.first), *self._behind(one.last)):
                self.told.setdefault(page.folds[token], {}).setdefault(one.person.id, token)

    def whom(self, token: int) -> str | None:
        """The person whom a noun with an article at a token means; None where the text does not say."""
        fold, article = self.page.folds[token], self._article(token)
        if not article or not self._closed(token + 1):
            return None
        told = [one for one, first in self.told.get(fold, {}).items() if first < token]
        if len(told) == 1 and self._fits(told[0], article):
            return told[0]
        if told or self.memory.here("person", token):
            return None
        return self._just_named(token, fold, article)

    def just_named(self, token: int, fold: str, served: str | None = None) -> str | None:
        """Who alone was just named and led the sentence, for a word that fits anybody, or a rank."""
        article = self._article(token)
        found = None if self.memory.here("person", token) else self._just_named(token, fold, article)
        actor = self.memory.actors.get(found or "")
        return found if served is None or (actor is not None and actor.affiliation == served) else None

    def of_no_state(self, token: int) -> str | None:
        """Who alone was just named and serves no state that is told: « Le Suédois » of an envoy of the UN."""
        near = next(self.memory.recent("person", self.page.sentence[token], _BACK), [])
        names = {one.target for one in near}
        actor = self.memory.actors.get(min(names)) if len(names) == 1 else None
        owner = self.memory.actors.get(actor.affiliation or "") if actor is not None else None
        stateless = owner is None or owner.kind is not ActorKind.STATE
        return actor.id if actor is not None and stateless else None

    def organisation(self, token: int) -> str | None:
        """The one organisation named before whose name has a noun as its own: « le Forum », "the League"."""
        page, fold = self.page, self.page.folds[token]
        article = page.folds[token - 1] if token else ""
        alone = article in page.lexicon.words["single_articles"] and page.capital(token)
        if not alone or not self._closed(token + 1):
            return None
        named = {one.target for one in self.memory.past["organisation"]}
        able = {one for one in named if fold in self._heads(self.memory.actors.get(one))}
        return able.pop() if len(able) == 1 else None

    def _heads(self, actor: Actor | None) -> list[str]:
        """The noun of an organisation's name: in French its first word, else the last, or before "of"."""
        words = fold_key(actor.name(self.page.language)).split() if actor is not None else []
        if len(words) < _LONG_NAME or self.page.language == "fr":
            return words[:1] if len(words) >= _LONG_NAME else []
        cut = next((i for i, word in enumerate(words) if self.page.lexicon.has("links", word)), len(words))
        return words[cut - 1 : cut]

    def _just_named(self, token: int, fold: str, article: str) -> str | None:
        words = self.page.lexicon
        rank = words.has("ranks", fold)
        former = token > 0 and words.has("bygone", self.page.folds[token - 1])
        if not (rank or former or words.has("epithets", fold)):
            return None
        near = next(self.memory.recent("person", self.page.sentence[token], _BACK), [])
        names = {one.target for one in near}
        one = names.pop() if len(names) == 1 and self._alone(near[0], token) else None
        if one is None or not self._fits(one, article) or one not in self.people:
            return None
        return None if rank and (self.people[one].roles or self.people[one].known) else one

    def _article(self, token: int) -> str:
        """The article of a noun, one word passed over that describes it: « le jeune général »; or ""."""
        single, folds = self.page.lexicon.words["single_articles"], self.page.folds
        near = [folds[at] for at in (token - 1, token - 2) if at >= 0]
        if near and near[0] in single:
            return near[0]
        return near[1] if len(near) > 1 and near[1] in single and self._plain(token - 1) else ""

    def _alone(self, one: Past, token: int) -> bool:
        """Whether nobody else may be meant: one leads a sentence, or no person does in the one before."""
        words, folds = self.page.lexicon, self.page.folds
        inside = range(bisect_left(self.page.sentence, one.sentence), one.token)
        he = any(folds[token] in words.masculine or folds[token] in words.feminine for token in inside)
        leader = self.memory.actors.get(self.memory.leader.get(one.sentence, ""))
        other = leader is not None and leader.kind is ActorKind.PERSON and leader.id != one.target
        return one.leads or not (he or other or self.page.sentence[token] - one.sentence > 1)

    def _fits(self, person: str, article: str) -> bool:
        feminine = article in self.page.lexicon.words["feminine_articles"]
        return not (feminine and self.genders.get(person) == "m")

    def _closed(self, token: int) -> bool:
        """Whether nothing behind a noun says more about it: no « de », no adjective of a nation, no name."""
        if token >= len(self.page.words):
            return True
        fold, words = self.page.folds[token], self.page.lexicon
        if fold in words.pronouns.helpers and self.page.words[token].lower() == fold:
            return True  # « l'opposant a », which is no « à »
        if words.has("links", fold) or self.page.hit(token) is not None or self.page.capital(token):
            return False
        if self.page.language == "fr" or not fold.isalpha():
            return True
        return words.tells_act(fold) or fold in words.words["prepositions"] or fold in words.words["modals"]

    def _before(self, first: int) -> list[int]:
        """The plain words between an article and a name: "the Russian comedian [X]"."""
        page, found, token = self.page, list[int](), first - 1
        while token >= 0 and first - token <= _NOUNS and page.sentence[token] == page.sentence[first]:
            if page.lexicon.has("determiners", page.folds[token]):
                return found
            if not self._plain(token) and page.hit(token) is None:
                break
            if self._plain(token):
                found.append(token)
            token -= 1
        return found if page.language == "en" else []

    def _behind(self, last: int) -> list[int]:
        """The plain words behind a name and its comma: "[X], a Lithuanian comedian who"."""
        page, found, start = self.page, list[int](), last
        if page.words[start : start + 1] != [","]:
            return found
        for token in range(start + 1, min(start + _APPOSED, len(page.words))):
            fold = page.folds[token]
            if page.words[token] in (",", ".", ";") or page.sentence[token] != page.sentence[last - 1]:
                return found
            if token == start + 1 and page.lexicon.has("determiners", fold):
                continue
            if self._plain(token):
                found.append(token)
            elif page.hit(token) is None:
                return found if found and page.lexicon.has("links", fold) else []
        return []

    def _plain(self, token: int) -> bool:
        """Whether a word may be a noun that tells who somebody is: no small word, no act, no name."""
        fold, words = self.page.folds[token], self.page.lexicon
        small = (
            words.has("links", fold) or words.has("determiners", fold) or fold in words.words["prepositions"]
        )
        noun = fold.isalpha() and len(fold) >= _SHORT and self.page.words[token].islower()
        return noun and not small and not words.has("acts", fold) and self.page.hit(token) is None
