"""Whom a pronoun means, by who was named before it. Called by ``coreference``.

Where two people fit as well, nobody is meant.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from dashboard.actors.memory import Memory, Past
from dashboard.actors.pronouns import Pronoun
from dashboard.gazetteer import fold_key
from dashboard.model import Actor, ActorKind

_BEHIND = 1
"""How many words back the relative stands that has a pronoun for its subject."""
_BEHIND_NAME = 5
"""How many words a name, with a comma, may have between its first and a pronoun."""
_THAT = frozenset({"que", "qu"})
"""The French words behind which a sentence tells what somebody said."""
_COUPLED = 3
"""How far before "them" the "and" may stand that joins its verb to the one before."""
_SORTS = ("person", "state", "organisation")
_MARGIN = 0.7
"""How much better than the next a person must fit."""
_ITS_VERB = 5
"""How far behind a subject the object of its verb stands."""


class Antecedents:
    """Whom pronouns mean, by what is remembered; ``genders`` are those of the people."""

    def __init__(self, memory: Memory, genders: Mapping[str, str], protagonist: str | None) -> None:
        self.memory, self.genders, self.protagonist = memory, genders, protagonist
        self.page = memory.page
        self.left_open = -1
        """The last sentence with an object that stayed open: "A came to see him. B received him"."""

    def targets(self, pronoun: Pronoun) -> list[str]:
        """Everybody whom a pronoun means; empty where that stays open."""
        if pronoun.plural:
            return self._several(pronoun)
        if pronoun.thing:
            return self._thing(pronoun, feminine=False)
        if pronoun.object and pronoun.clitic and (led := self._led(pronoun)) is not None:
            return [led]
        if not pronoun.object and (body := self._body_before(pronoun) or self._itself(pronoun)) is not None:
            return [body]
        if (state := self._state_before(pronoun)) is not None:
            return [state]
        person = self._person(pronoun)
        if pronoun.object:
            person = self._not_who_just_acted(pronoun, person)
        if person is None and pronoun.gender == "f" and not pronoun.object and self.page.language == "fr":
            return self._thing(pronoun, feminine=True)
        return [person] if person else []

    def _not_who_just_acted(self, pronoun: Pronoun, person: str | None) -> str | None:
        """Whom an object means, but not who acted on one left open just before: "A saw him. B met him"."""
        sentence = self.page.sentence[pronoun.first]
        acted = self.memory.leader.get(sentence - 1) if self.left_open == sentence - 1 else None
        named = self.memory.here("person", pronoun.first)
        by_leader = bool(named) and named[-1].leads and pronoun.first - named[-1].token <= _ITS_VERB
        self.left_open = sentence if person is None and by_leader else self.left_open
        return None if person == acted else person

    def _body_before(self, pronoun: Pronoun) -> str | None:
        """The body that leads the sentence before a French pronoun, where no person is named since."""
        sentence = self.page.sentence[pronoun.first]
        leader = self.memory.leader.get(sentence - 1)
        actor = self.memory.actors.get(leader or "")
        if self.page.language != "fr" or actor is None or not self.page.is_first(pronoun.first):
            return None
        people = self.memory.told.get(("person", sentence - 1), ())
        wanted = pronoun.gender == "f"
        if people or actor.kind is ActorKind.PERSON or self._feminine(actor, sentence - 1) is not wanted:
            return None
        return leader

    def _state_before(self, pronoun: Pronoun) -> str | None:
        """The feminine state that leads the sentence before « Elle », where no woman is told of in it."""
        sentence = self.page.sentence[pronoun.first]
        actor = self.memory.actors.get(self.memory.leader.get(sentence - 1, ""))
        if self.page.language != "fr" or pronoun.gender != "f" or pronoun.object:
            return None
        if actor is None or actor.kind is not ActorKind.STATE or not self._feminine(actor, sentence - 1):
            return None
        told = self.memory.told.get(("person", sentence - 1), ())
        women = any(self._fits(one.target, "f") for one in told)
        return actor.id if self.page.is_first(pronoun.first) and not women else None

    def _itself(self, pronoun: Pronoun) -> str | None:
        """The government that leads a sentence and says what it does: « Le gouvernement a annoncé qu'il »."""
        sentence, before = self.page.sentence[pronoun.first], self.page.folds[pronoun.first - 1]
        leader = self.memory.leader.get(sentence) if before in _THAT and pronoun.gender == "m" else None
        actor = self.memory.actors.get(leader or "")
        if leader is None or actor is None or actor.kind is ActorKind.PERSON:
            return None
        told = self.memory.told.get((self.memory.sort(leader), sentence), ())
        named = any(
            one.target == leader and one.token < pronoun.first
            and self.page.lexicon.head(self.page.folds[one.token]) is None  # « le président dominicain »
            for one in told
        )  # fmt: skip
        return leader if named and not self.memory.here("person", pronoun.first) else None

    def _fits(self, target: str, gender: str) -> bool:
        told = self.genders.get(target, "u")
        if gender == "f" and self.page.language == "fr":  # « elle » may be a junta
            return told == "f"
        return {told, gender} != {"m", "f"}

    def _person(self, pronoun: Pronoun) -> str | None:
        named = self.memory.here("person", pronoun.first)
        here = [one for one in named if self._fits(one.target, pronoun.gender)]
        barred = self._subject(pronoun, named) if pronoun.object else self._described(pronoun, named)
        scores: dict[str, float] = {}
        for one in here:
            self._score(scores, one, 0, barred)
        for one in self.memory.before("person", pronoun.first, 3):
            if self._fits(one.target, pronoun.gender):
                self._score(scores, one, self.page.sentence[pronoun.first] - one.sentence, barred)
        if not pronoun.object:
            self._score_protagonist(scores, pronoun)
        inside = {one.target for one in here if one.target != barred}
        if len(inside) == 1 and not pronoun.object:
            scores[inside.pop()] += _MARGIN
        elif len(inside) > 1 and pronoun.object and barred is not None:
            last = next(one.target for one in reversed(here) if one.target != barred)
            scores[last] += _MARGIN
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        return ranked[0][0]

    def _described(self, pronoun: Pronoun, named: Sequence[Past]) -> str | None:
        """Who is no subject of the clause that tells of him: "Kiir, with whom he had spoken"."""
        words = self.page.folds[max(0, pronoun.first - _BEHIND) : pronoun.first]
        relative = not self.page.lexicon.words["object_relatives"].isdisjoint(words)
        if named and relative and not self.page.lexicon.words["clause_openers"].isdisjoint(words):
            # « X a dit qu'il » is no « X, qu'il avait reçu »
            between = self.page.words[named[-1].token + 1 : pronoun.first - _BEHIND]
            relative = not any(word.islower() and word.isalpha() for word in between)
        return named[-1].target if named and (relative or self._with(pronoun, named[-1])) else None

    def _with(self, pronoun: Pronoun, last: Past) -> bool:
        """Whether a pronoun stands right behind those with whom its subject acts: "With X he signed"."""
        between = self.page.folds[last.token + 1 : pronoun.first]
        return len(between) < _BEHIND_NAME and not last.leads and self.page.begins(last.token)

    def _subject(self, pronoun: Pronoun, named: Sequence[Past]) -> str | None:
        """Who acts on an object: the person named right before it, or who leads, "X met Y to thank him"."""
        if not named:
            return None
        since = [*self.memory.here("state", pronoun.first), *self.memory.here("organisation", pronoun.first)]
        if pronoun.clitic and any(named[-1].token < one.token for one in since[-1:]):
            return None  # « X se proclame présidente, et le Brésil l'a reconnue »: Brazil acts
        between = self.page.folds[named[-1].token + 1 : pronoun.first]
        leader = self.memory.leader.get(named[-1].sentence)
        words = self.page.lexicon
        if leader is not None and not words.words["infinitives"].isdisjoint(between):
            return leader
        # "X had phoned Y and thanked him": the subject of the second verb is that of the first
        follows = len(between) > 1 and any(
            one in words.words["couplers"] and words.tells_act(other) for one, other in pairwise(between)
        )
        return leader if leader is not None and follows else named[-1].target

    def _score(self, scores: dict[str, float], one: Past, distance: int, barred: str | None) -> None:
        if one.target == barred:
            return
        value = {0: 3.0, 1: 2.4, 2: 1.2, 3: 0.6}[distance]
        goes_on = self.memory.goes_on(one.sentence)
        leads = one.leads and self.memory.leader.get(one.sentence) == one.target and not self._coupled(one)
        value += 1.2 if (leads if goes_on is None else one.token == goes_on.token) else 0.0
        value += 1.6 * self.memory.counts[one.target] / max(self.memory.people, 4)
        scores[one.target] = max(scores.get(one.target, 0.0), value)

    def _coupled(self, one: Past) -> bool:
        """Whether somebody leads a sentence with another: after "A and B promised" "he" is neither."""
        told = self.memory.told.get(("person", one.sentence), ())
        after = next(
            (other for other in told if other.token > one.token and other.target != one.target), None
        )
        if after is None:
            return False
        between = self.page.folds[one.token + 1 : after.token]
        return len(between) < _BEHIND_NAME and bool(self.page.lexicon.words["couplers"] & set(between))

    def _score_protagonist(self, scores: dict[str, float], pronoun: Pronoun) -> None:
        """The one whom the title names is never further than the sentence before."""
        one = self.protagonist
        if one is not None and self.genders.get(one) == pronoun.gender:
            value = 3.0 + 1.6 * self.memory.counts[one] / max(self.memory.people, 4)
            scores[one] = max(scores.get(one, 0.0), value)

    def _several(self, pronoun: Pronoun) -> list[str]:
        """The people, else the states, of the nearest sentence: its two, or the ones who lead it."""
        sentence = self.page.sentence[pronoun.first]
        if not pronoun.object and (leader := self._leading(sentence, pronoun.first)) is not None:
            return [leader]
        if not pronoun.object and (state := self._plural_state(sentence - 1)) is not None:
            return [state]
        if pronoun.object and (done_to := self._done_to(pronoun)) is not None:
            return done_to
        for back in (0, 1, 2):
            for sort in ("person", "state"):
                told = self.memory.told.get((sort, sentence - back), [])
                group = [one for one in told if one.token < pronoun.first]
                names = list(dict.fromkeys(one.target for one in group))
                if pronoun.object and back == 0:
                    names = []
                if len(names) > 2:
                    leading = list(dict.fromkeys(one.target for one in group if one.leads))
                    beside = self._beside(group) if not pronoun.object and back == 0 else []
                    names = leading if len(leading) > 1 else beside
                if len(names) > 1:
                    return names
            leader = self.memory.leader.get(sentence - back)
            if back and leader is not None:
                actor = self.memory.actors.get(leader)
                return [leader] if actor and actor.kind not in (ActorKind.PERSON, ActorKind.STATE) else []
        return []

    def _done_to(self, pronoun: Pronoun) -> list[str] | None:
        """Those whom the sentence's first verb acts on: "A seized two Danes and freed them"; None if none."""
        first = self.page.sentence[pronoun.first]
        words, lead = self.page.lexicon, self.page.folds[max(0, pronoun.first - _COUPLED) : pronoun.first]
        leader = self.memory.leader.get(first)
        if leader is None or self.page.language != "en" or not words.words["couplers"] & set(lead):
            return None
        told = [one for sort in _SORTS for one in self.memory.here(sort, pronoun.first)]
        return list(dict.fromkeys(one.target for one in told if one.target != leader and not one.leads))

    def _plural_state(self, sentence: int) -> str | None:
        """The state with a plural name that alone leads a sentence: « Les Pays-Bas … Ils »."""
        leading = {
            one.target
            for sort in ("person", "state", "organisation")
            for one in self.memory.told.get((sort, sentence), ())
            if one.leads
        }
        able = self.page.lexicon.pronouns.states
        return min(leading) if len(leading) == 1 and leading <= able else None

    def _beside(self, group: Sequence[Past]) -> list[str]:
        """The two who are named last, where "and" joins them: "brought A and B to X, where they signed"."""
        first, second = group[-2:]
        between = self.page.folds[first.token + 1 : second.token]
        joined = len(between) < _BEHIND_NAME and self.page.lexicon.words["couplers"] & set(between)
        return [first.target, second.target] if joined and first.target != second.target else []

    def _led(self, pronoun: Pronoun) -> str | None:
        """The state that leads the sentence before a French clitic, where nobody leads it beside."""
        before = self.memory.leader.get(self.page.sentence[pronoun.first] - 1)
        if before is None or before == self.memory.leader.get(self.page.sentence[pronoun.first]):
            return None
        return before if self.memory.sort(before) == "state" else None

    def _leading(self, sentence: int, token: int) -> str | None:
        """The organisation that leads a sentence before a token: "the guerrillas say that they"."""
        leader = self.memory.leader.get(sentence)
        past = self.memory.told.get(("organisation", sentence), [])
        named = any(one.target == leader and one.token < token for one in past)
        return leader if named else None

    def _thing(self, pronoun: Pronoun, *, feminine: bool) -> list[str]:
        """The state or organisation that leads this sentence or the one before."""
        sentence = self.page.sentence[pronoun.first]
        for back in (0, 1):
            leader = self.memory.leader.get(sentence - back)
            actor = self.memory.actors.get(leader or "")
            if leader is None or actor is None:
                continue
            if actor.kind is ActorKind.PERSON or (feminine and not self._feminine(actor, sentence - back)):
                return []
            token = next(
                one.token
                for sort in ("state", "organisation")
                for one in self.memory.told.get((sort, sentence - back), [])
                if one.target == leader
            )
            return [leader] if token < pronoun.first else []
        return []

    def _feminine(self, actor: Actor, sentence: int) -> bool:
        """Whether what names an actor in a sentence is feminine: its article, « La junte », or its name."""
        told = self.memory.told.get((self.memory.sort(actor.id), sentence), [])
        first = next((one.token for one in told if one.target == actor.id), 0)
        article, words = self.page.folds[first - 1] if first else "", self.page.lexicon.words
        if article in words["feminine_articles"]:
            return True
        single = article in words["single_articles"] and len(article) > 1
        return not single and self._is_feminine(actor)

    def _is_feminine(self, actor: Actor) -> bool:
        """Whether an actor's name is feminine in the language of the text, as far as its end tells."""
        words, known = fold_key(actor.name(self.page.language)).split(), self.page.lexicon.words
        if not words or words[0] in known["masculine_names"]:
            return False
        return words[0].endswith(tuple(known["feminine_endings"]))
