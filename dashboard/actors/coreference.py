"""What refers back: "les deux généraux", "ce dernier", "le ministre", "son homologue américain", "a-t-il".

Called by ``reading``. Where the text does not say whom, the mention has no target.
"""

from collections.abc import Sequence

from dashboard.actors.descriptions import Descriptions
from dashboard.actors.holders import Holders
from dashboard.actors.lexicon import Lexicon
from dashboard.actors.memory import Memory
from dashboard.actors.page import Page
from dashboard.actors.people import Found, People
from dashboard.actors.plurals import Plurals
from dashboard.actors.pronouns import read_pronoun
from dashboard.actors.referents import Antecedents
from dashboard.actors.roles import is_head, joint_roles, nominal_role
from dashboard.actors.standing import StandIns
from dashboard.gazetteer import Sort, fold_key, knowledge
from dashboard.model import Actor, BlockKind, Mention

NATIONALITY = "nationality alone"
"""The rule of somebody told by nationality alone, which names no state."""
_AT_THE_END = 6
"""How many words before the next sentence a name may begin that « celui-ci » means there."""


def resolve(
    page: Page, mentions: Sequence[Mention], people: People, actors: dict[str, Actor]
) -> list[Mention]:
    """Mentions without a name, resolved against those with one; ``mentions`` are sorted by start.

    A role that tells whom a person serves ("L'envoyé américain") is noted in ``actors``.
    """
    return _Resolver(page, mentions, people, actors).run()


def gender(person: Found, words: Lexicon) -> str:
    """The gender that a person's title, given name or office tells: "m" or "f", else "u"."""
    for titles, told in ((words.words["titles_of_women"], "f"), (words.words["titles_of_men"], "m")):
        if person.titles & titles:
            return told
    if (known := knowledge().people.get(person.id)) is not None and known.gender != "u":
        return known.gender
    names = fold_key(person.full).split()
    given = knowledge().given_names.get(names[0], "u") if len(names) > 1 else "u"
    held = any(role.head in words.words["offices_of_women"] for role in person.roles)
    return "f" if given == "u" and held else given


class _Resolver:
    """One pass from left to right; the memory holds the targets named so far."""

    def __init__(
        self, page: Page, mentions: Sequence[Mention], people: People, actors: dict[str, Actor]
    ) -> None:
        self.page, self.actors = page, actors
        self.people = {one.id: one for one in people.found}
        self.genders = {one.id: gender(one, page.lexicon) for one in people.found}
        self.ahead = [
            one for one in mentions if one.target and one.rule not in ("in role", "venue", "adjective")
        ]
        self.next = 0
        self.names = {token for one in people.named for token in range(one.first, one.last)}
        self.covered = people.role_tokens() | {
            token
            for one in mentions
            for token in range(page.token_at(one.start), page.token_at(one.end))
            if one.form != "demonym"
        }
        self.through = {
            token
            for one in mentions
            if one.target
            for token in range(page.token_at(one.start), page.token_at(one.end) - 1)
        }
        self.ends = {page.token_at(one.end) - 1 for one in mentions if one.form != "demonym"}
        self.memory = Memory(page, actors)
        protagonist = self._protagonist()
        self.antecedents = Antecedents(self.memory, self.genders, protagonist)
        self.found: list[Mention] = []
        self.holders = Holders(page, self.memory, self.people, self.genders, actors, protagonist=protagonist)
        self.plurals = Plurals(self.memory, self.people, self.genders, mentions)
        self.stand_ins = StandIns(page, self.memory, actors)
        self.descriptions = Descriptions(page, people, self.memory, self.genders)

    def _protagonist(self) -> str | None:
        """The only person, and the only one who acts, whom the title names."""
        titles = [block for block in self.page.article.blocks if block.kind is BlockKind.TITLE]
        inside = {
            one.target for one in self.ahead for block in titles if block.start <= one.start < block.end
        }
        return inside.pop() if len(inside) == 1 and inside <= self.people.keys() else None

    def run(self) -> list[Mention]:
        """All that is found, in order."""
        folds, words, hits, covered = self.page.folds, self.page.lexicon, self.page.hit_at, self.covered
        told = self.descriptions.told
        able = [
            at
            for at, fold in enumerate(folds)
            if fold in words.referring or fold in told or " " in fold or at in hits
        ]
        following = 0
        for token in able:
            if token < following:
                continue
            self._pass(self.page.starts[token])
            free = token not in covered
            following = (
                (folds[token] in words.opening and (self._plural(token) or self._stand_in(token)))
                or (free and token in hits and self._national(token))
                or (free and folds[token] in words.words["organisation_heads"] and self._short(token))
                or (folds[token] in words.singling and self._latter(token))
                or (free and (self._role(token) or self._noun(token) or self._pronoun(token)))
                or token + 1
            )
        return self.found

    def _pass(self, offset: int) -> None:
        while self.next < len(self.ahead) and self.ahead[self.next].end <= offset:
            one = self.ahead[self.next]
            self.memory.note(one.target or "", self.page.token_at(one.start))
            self.next += 1

    def _add(
        self, span: tuple[int, int], target: str | None, form: str, rule: str, *, role: str = ""
    ) -> None:
        first, last = span
        start, end = self.page.starts[first], self.page.ends[last - 1]
        self.found.append(Mention(start, end, self.page.article.text[start:end], target, form, role, rule))
        if target:
            self.memory.note(target, first)

    def _phrase(self, token: int, phrase: Sequence[str]) -> int | None:
        """The token after a phrase that starts at a token; None if it does not."""
        words: list[str] = []
        while token < len(self.page.words) and len(words) < len(phrase):
            words.extend(self.page.folds[token].split())
            token += 1
        return token if tuple(words) == tuple(phrase) else None

    def _plural(self, token: int) -> int | None:
        following = self.page.folds[token + 1] if token + 1 < len(self.page.folds) else ""
        pair = (self.page.folds[token], following.partition(" ")[0])
        starts = self.page.lexicon.plural_starts
        for phrase, plural in (*starts.get(pair, ()), *starts.get(pair[:1], ())):
            last = self._phrase(token, phrase)
            if last is not None and last in self.names and plural.kind == "person":
                return last  # « les deux présidents Emmanuel Macron et Joe Biden »: they are named
            if last is not None and (not plural.alone or self._acting(last)):
                targets: Sequence[str | None] = self.plurals.targets(plural, token) or [None]
                for target in targets:
                    self._add((token, last), target, "plural", f"{plural.count} {plural.kind}")
                return last
        return None

    def _latter(self, token: int) -> int | None:
        page = self.page
        if page.lexicon.has("this_one", page.folds[token]):
            return self._this_one(token)
        if page.lexicon.has("same_one", page.folds[token]):
            return self._same(token)
        pair = f"{page.folds[token]} {page.folds[token + 1]}" if token + 1 < len(page.words) else ""
        if not page.lexicon.has("latter", pair):
            return None
        if token + 2 < len(page.words) and page.folds[token + 2] in page.lexicon.not_latter:
            return None
        near = next(self.memory.recent("person", page.sentence[token], 1), None)
        self._add((token, token + 2), near[-1].target if near else None, "pronoun", "the latter")
        return token + 2

    def _same(self, token: int) -> int | None:
        """« Le même a rencontré » at the head of a sentence: the person who leads the one before."""
        article = self.page.folds[token - 1] if token else ""
        opens = self.page.lexicon.has("determiners", article) and self.page.is_first(token - 1)
        if not opens or not self._acting(token + 1):
            return None
        leader = self.memory.leader.get(self.page.sentence[token] - 1)
        self._add((token - 1, token + 1), leader if leader in self.people else None, "pronoun", "the same")
        return token + 1

    def _this_one(self, token: int) -> int | None:
        """« Celui-ci » at the head of a sentence: the person with whom the one before ends, else a thing."""
        page = self.page
        before = self.memory.told.get(("person", page.sentence[token] - 1), ())
        if not page.is_first(token) or not before or token - before[-1].token > _AT_THE_END:
            return None
        words = page.lexicon
        since = page.folds[before[-1].token + 1 : token]
        if any(words.has("determiners", fold) or words.has("acts", fold) for fold in since):
            return None
        wanted = "f" if page.folds[token].split()[0] in page.lexicon.words["feminine_articles"] else "m"
        target = before[-1].target
        if self.genders.get(target, "u") not in (wanted, "u"):
            return None
        self._add((token, token + 1), target, "pronoun", "the latter")
        return token + 1

    def _role(self, token: int) -> int | None:
        """An office without a name beside it: "le président russe", "the minister", "son homologue"."""
        if not is_head(self.page, token):
            return None
        role = nominal_role(self.page, token, self.names)
        if role is None:
            return self._joint(token)
        target, rule = self.holders.of(role)
        if target is None and role.affiliation is None and rule in ("office", "counterpart"):
            target, rule = self.descriptions.whom(token) if role.last == token + 1 else None, "told by it"
        elif target == role.affiliation and target is not None and rule == "office of":
            again = self.descriptions.just_named(role.first, role.head, target)
            target, rule = (again, "told by it") if again else (target, rule)
        if target in self.people and not self.people[target].roles and rule == "only one who serves":
            self.people[target].roles.append(role)  # from here on an office of another name is another's
        self._add((role.first, role.last), target, "role", rule, role=" ".join(role.text.split()))
        return role.last

    def _noun(self, token: int) -> int | None:
        """A plain noun by which somebody was told before: "the comedian", « l'humanitaire »."""
        target = self.descriptions.whom(token) if self.page.words[token].islower() else None
        if target is not None:
            self._add((token, token + 1), target, "role", "told by it")
        return None if target is None else token + 1

    def _short(self, token: int) -> int | None:
        """An organisation by the noun of its name alone: « Le Forum a exclu », "the Organization warned"."""
        target = self.descriptions.organisation(token) if token not in self.page.hit_at else None
        if target is not None:
            self._add((token, token + 1), target, "alias", "organisation named in full elsewhere")
        return None if target is None else token + 1

    def _joint(self, token: int) -> int | None:
        """The holders of one office in several states, as far as known: "the French and German premiers"."""
        roles = joint_roles(self.page, token, self.names)
        held = [(role, *self.holders.of(role)) for role in roles]
        known = any(target in self.people for _, target, _ in held)
        for role, target, rule in held:
            if target in self.people:
                self._add((role.first, role.last), target, "role", rule)
            elif known and role.affiliation:  # beside one who has a name the other stands for the state
                self._add((role.first, role.last), role.affiliation, "role", "office of")
        return roles[0].last if roles else None

    def _pronoun(self, token: int) -> int | None:
        pronoun = read_pronoun(self.page, token, self.ends)
        if pronoun is None:
            return None
        pair = self.plurals.just_told(token) if pronoun.plural else []
        targets: Sequence[str | None] = pair or self.antecedents.targets(pronoun) or [None]
        rule = "object pronoun" if pronoun.object else "pronoun"
        for target in targets:
            self._add((pronoun.first, pronoun.last), target, "pronoun", rule)
        return pronoun.last

    def _national(self, token: int) -> int | None:
        """Somebody told by nationality alone: "the American", « l'Ukrainien »; a state's only person here."""
        page = self.page
        index = page.hit_at[token]
        if page.spans[index] != (token, token + 1):
            return None
        entry = page.hits[index].entry(Sort.ADJECTIVE, Sort.PEOPLE)
        following = page.words[token + 1] if token + 1 < len(page.words) else ""
        alone = page.folds[token - 1] in page.lexicon.words["single_articles"] if token else False
        noun = (
            page.capital(token) if page.language == "fr" else following.islower() or not following.isalpha()
        )
        several = page.language != "fr" and page.folds[token].endswith(("s", "ese", "ish", "ch"))
        if entry is None or not alone or not noun or several or token + 1 in self.names:
            return None
        if page.language != "fr" and following.isalpha() and not self._verbal(token + 1):
            return None
        target = None
        for group in self.memory.recent("person", page.sentence[token], 4):
            names = {one.target for one in group if self.actors[one.target].affiliation == entry.target}
            if names:
                target = names.pop() if len(names) == 1 else None
                break
        else:
            target = self.descriptions.of_no_state(token) if following.isalpha() else None
        if target is None and page.language != "fr" and not following.isalpha():
            return None  # "the German, French and Dutch ministers"
        # one of that nation is nobody's act but their own: the state is not meant
        self._add((token, token + 1), target, "role", NATIONALITY)
        return token + 1

    def _bare(self, token: int) -> bool:
        """Whether nothing describes what stands before: "the court ruled", not « la Cour suprême »."""
        fold = self.page.folds[token] if token < len(self.page.folds) else ""
        if self.page.language != "fr":
            return not self.stand_ins.described(token)
        return not fold.isalpha() or self._acting(token)

    def _acting(self, token: int) -> bool:
        """Whether a verb follows, so that a number stands for those who act: "the two signed"."""
        fold = self.page.folds[token] if token < len(self.page.folds) else ""
        words = self.page.lexicon
        return words.tells_act(fold) and fold not in words.words["couplers"]

    def _verbal(self, token: int) -> bool:
        """Whether no noun follows: an act, a preposition, or the end."""
        words, fold = self.page.lexicon, self.page.folds[token]
        return words.tells_act(fold) or fold in words.words["prepositions"]

    def _stand_in(self, token: int) -> int | None:
        """A phrase that stands for whom was named: "the kingdom", "the insurgents", "le Nord"."""
        following = self.page.folds[token + 1] if token + 1 < len(self.page.folds) else ""
        pair = (self.page.folds[token], following.partition(" ")[0])
        for phrase, one in self.page.lexicon.stand_in_starts.get(pair, ()):
            last = self._phrase(token, phrase)
            if last is None or token in self.covered or last - 1 in self.through:
                continue
            if one.capital and not self.page.capital(last - 1):
                continue
            if one.sort == "regime" and self.stand_ins.described(last):
                continue
            if one.sort == "organisation" and self.stand_ins.of_a_nation(last):
                continue
            if one.sort in ("court", "country") and not self._bare(last):
                continue
            if (target := self.stand_ins.target(one, token)) is not None:
                self._add((token, last), target, "alias", "stands for")
                return last
        return None
