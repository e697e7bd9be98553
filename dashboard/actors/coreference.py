"""What refers back: "les deux généraux", "ce dernier", "le ministre", "son homologue américain", "a-t-il".

Called by ``reading``. Where the text does not say whom, the mention has no target.
"""

from collections.abc import Mapping, Sequence

from dashboard.actors.lexicon import Plural
from dashboard.actors.page import Page
from dashboard.actors.people import People
from dashboard.actors.roles import RoleRead, affiliation, is_head, _fits, _read, _widen
from dashboard.model import Actor, ActorKind, Mention


def resolve(page: Page, mentions: Sequence[Mention], people: People, actors: Mapping[str, Actor]) -> list[Mention]:
    """Mentions without a name, resolved against those with one; ``mentions`` are sorted by start."""
    return _Resolver(page, mentions, people, actors).run()


class _Resolver:
    def __init__(self, page: Page, mentions: Sequence[Mention], people: People, actors: Mapping[str, Actor]) -> None:
        self.page, self.people, self.actors = page, people, actors
        self.named = [one for one in mentions if one.target]
        self.covered = {token for one in mentions for token in range(page.token_at(one.start), page.token_at(one.end))}
        self.covered |= people.role_tokens()
        self.found: list[Mention] = []

    def run(self) -> list[Mention]:
        token, size = 0, len(self.page.words)
        while token < size:
            token = self._plural(token) or self._latter(token) or self._role(token) or self._pronoun(token) or token + 1
        return self.found

    def _kind(self, mention: Mention) -> ActorKind | None:
        actor = self.actors.get(mention.target or "")
        return actor.kind if actor else ActorKind.STATE if mention.form in ("demonym", "metonym") else None

    def _before(self, offset: int, kind: str) -> list[Mention]:
        """Named mentions before an offset, latest first."""
        wanted = {"person": (ActorKind.PERSON,), "state": (ActorKind.STATE,)}.get(kind, tuple(ActorKind))
        able = [one for one in [*self.named, *self.found] if one.end <= offset and one.target and one.form not in ("plural", "pronoun")]
        able = [one for one in able if self._kind(one) in wanted and one.rule not in ("in role", "venue")]
        return sorted(able, key=lambda one: -one.start)

    def _add(self, first: int, last: int, target: str | None, form: str, rule: str, role: str = "") -> None:
        start, end = self.page.starts[first], self.page.ends[last - 1]
        self.found.append(Mention(start, end, self.page.article.text[start:end], target, form, role, rule))

    def _phrase(self, token: int, phrase: Sequence[str]) -> int | None:
        """The token after a phrase that starts at a token; None if it does not."""
        words: list[str] = []
        while token < len(self.page.words) and len(words) < len(phrase):
            words.extend(self.page.folds[token].split())
            token += 1
        return token if tuple(words) == tuple(phrase) else None

    def _plural(self, token: int) -> int | None:
        starts = self.page.lexicon.plural_starts.get(self.page.folds[token])
        for phrase, plural in starts or ():
            if (last := self._phrase(token, phrase)) is not None:
                targets = self._several(self.page.starts[token], plural, self.page.sentence[token])
                for target in targets or [None]:
                    self._add(token, last, target, "plural", f"{plural.count} {plural.kind}")
                return last
        return None

    def _several(self, offset: int, plural: Plural, sentence: int) -> list[str]:
        """The last so many actors of a kind; all of them in the nearest stretch that has enough."""
        if plural.kind == "any":
            return self._latest(offset, "person", plural.count, sentence, 3) or self._latest(offset, "state", plural.count, sentence, 8)
        if plural.heads and (fitting := self._holding(offset, plural)):
            return fitting
        return self._latest(offset, plural.kind, plural.count, sentence, 60)

    def _holding(self, offset: int, plural: Plural) -> list[str]:
        able = {one.id for one in self.people.found if any(role.head in plural.heads or role.counterpart for role in one.roles)}
        found = list(dict.fromkeys(one.target for one in self._before(offset, "person") if one.target in able))
        return [one for one in found[: plural.count] if one] if len(found) >= plural.count else []

    def _latest(self, offset: int, kind: str, count: int, sentence: int, reach: int) -> list[str]:
        found: list[str] = []
        for one in self._before(offset, kind):
            if sentence - self.page.sentence[self.page.token_at(one.start)] > reach:
                break
            if one.target and one.target not in found:
                found.append(one.target)
            if len(found) == count:
                return found
        return []

    def _latter(self, token: int) -> int | None:
        page = self.page
        pair = f"{page.folds[token]} {page.folds[token + 1]}" if token + 1 < len(page.words) else ""
        if not page.lexicon.has("latter", pair):
            return None
        if token + 2 < len(page.words) and page.folds[token + 2] in ("mois", "point", "cas", "half", "part"):
            return None
        near = [one for one in self._before(page.starts[token], "person") if page.sentence[token] - page.sentence[page.token_at(one.start)] <= 1]
        self._add(token, token + 2, near[0].target if near else None, "pronoun", "the latter")
        return token + 2

    def _role(self, token: int) -> int | None:
        """"Le président russe", "the minister", "son homologue": an office without a name beside it."""
        page = self.page
        if token in self.covered or not is_head(page, token):
            return None
        first = _widen(page, token, max(0, token - 8))
        before = page.folds[first - 1] if first else ""
        if not page.lexicon.has("determiners", before) and not (page.language == "en" and first < token):
            return None
        last = token + 1
        while last < len(page.words) and last - token < 14 and last not in self.people_tokens and page.sentence[last] == page.sentence[token] and _fits(page, last):
            if is_head(page, last) and not page.lexicon.has("links", page.folds[last - 1]):
                break
            last += 1
        role = _read(page, first, last, token)
        if role.plural:
            return None
        target, rule = self._holder(role, before)
        self._add(role.first, role.last, target, "role", rule, " ".join(role.text.split()))
        return role.last

    @property
    def people_tokens(self) -> set[int]:
        return {token for one in self.people.named for token in range(one.first, one.last)}

    def _holder(self, role: RoleRead, before: str) -> tuple[str | None, str]:
        offset = self.page.starts[role.first]
        able = [
            one for one in self.people.found
            if any(held.head == role.head or role.counterpart for held in one.roles)
            and (role.affiliation is None or self.actors[one.id].affiliation == role.affiliation)
        ]  # fmt: skip
        if role.counterpart:
            able = [one for one in able if role.affiliation is not None]
        if len(able) > 1:
            near = [one.target for one in self._before(offset, "person")]
            able = sorted(able, key=lambda one: near.index(one.id) if one.id in near else 10_000)
            if role.affiliation is None:
                return (able[0].id, "office held, named last") if able[0].id in near[:1] else (None, "office")
        if able:
            return able[0].id, "office held"
        if role.affiliation is not None and not role.counterpart:
            return role.affiliation, "office of"
        if role.counterpart and role.affiliation is not None:
            return role.affiliation, "counterpart of"
        del before
        return None, "office"

    def _pronoun(self, token: int) -> int | None:
        page, words = self.page, self.page.lexicon
        fold = page.folds[token]
        tail = " ".join(fold.split()[-2:])
        asked = "-" in page.words[token] and tail in words.masculine | words.feminine
        plain = fold in words.masculine | words.feminine and (page.is_first(token) or self._said_before(token))
        if not (asked or plain):
            return None
        target = self._speaker(token)
        self._add(token, token + 1, target, "pronoun", "last person named")
        return token + 1

    def _said_before(self, token: int) -> bool:
        return token > 0 and self.page.lexicon.has("acts", self.page.folds[token - 1]) and self.page.language == "en"

    def _speaker(self, token: int) -> str | None:
        """The only person of the nearest sentence, at most two back, that names one."""
        page = self.page
        near = self._before(page.starts[token], "person")
        for back in (0, 1, 2):
            there = {one.target for one in near if page.sentence[page.token_at(one.start)] == page.sentence[token] - back}
            if len(there) == 1:
                return there.pop()
            if there:
                first = min((one for one in near if page.sentence[page.token_at(one.start)] == page.sentence[token] - back), key=lambda one: one.start)
                return first.target if page.is_first(page.token_at(first.start)) else None
        return None


__all__ = ["affiliation", "resolve"]
