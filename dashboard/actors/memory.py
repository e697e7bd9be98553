"""Who was named where, as an article is read from left to right.

Called by ``coreference`` and ``pronouns``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.actors.page import Page
from dashboard.model import Actor, ActorKind

_REMEMBERED = 80
_SAYING = 8
"""How many words may stand between a quotation and who says it."""
_CLOSING = frozenset({"»", "”", '"'})
SORTS = {ActorKind.PERSON: "person", ActorKind.STATE: "state"}
"""What the kinds of actors are remembered as; every other kind is an "organisation"."""

_CLAUSE = 24
"""Within how many words behind a subject its verb is looked for."""


@dataclass(frozen=True, slots=True)
class Past:
    """One naming: its sentence, whom, at which token, and whether it may be the sentence's subject."""

    sentence: int
    target: str
    token: int
    leads: bool


@dataclass(slots=True)
class Memory:
    """Namings by sort ("person", "state", "organisation"), in the order of the text."""

    page: Page
    actors: Mapping[str, Actor]
    past: dict[str, list[Past]] = field(
        default_factory=lambda: {"person": [], "state": [], "organisation": []}
    )
    counts: Counter[str] = field(default_factory=Counter)
    people: int = 0
    told: dict[tuple[str, int], list[Past]] = field(default_factory=dict)
    leader: dict[int, str] = field(default_factory=dict)

    def note(self, target: str, token: int) -> None:
        """Remember that somebody is named at a token."""
        sort = self.sort(target)
        sentence = self.page.sentence[token]
        leads = (self.page.begins(token) or self._speaks(token)) and not self._governed(token)
        one = Past(sentence, target, token, leads)
        self.past[sort].append(one)
        self.told.setdefault((sort, sentence), []).append(one)
        self.people += sort == "person"
        self.counts[target] += 1
        if leads:
            self.leader.setdefault(sentence, target)

    def sort(self, target: str) -> str:
        """What an actor is remembered as."""
        actor = self.actors.get(target)
        return SORTS.get(actor.kind, "organisation") if actor is not None else "state"

    def _speaks(self, token: int) -> bool:
        """Whether the first who is named behind a quotation that opens its sentence: '"...", said X'."""
        page, sentence = self.page, self.page.sentence[token]
        if sentence in self.leader:
            return False
        closed = token
        while closed > 0 and page.sentence[closed - 1] == sentence and token - closed < _SAYING:
            closed -= 1
            if page.words[closed] in _CLOSING:
                return not any(
                    one.sentence == sentence and one.token > closed
                    for past in self.past.values()
                    for one in past[-_SAYING:]
                )
        return False

    def _governed(self, token: int) -> bool:
        """Whether a preposition stands before a name and the office before it: "with his minister X"."""
        words, page = self.page.lexicon, self.page
        before = token - 1
        while before >= 0 and page.sentence[before] == page.sentence[token] and token - before < 7:
            word = page.folds[before]
            if word in words.words["prepositions"]:
                held = before and token - before > 1 and words.head(page.folds[before - 1])
                if not held:  # « le chef de l'État X » is one office
                    return True
                before -= 1
                continue
            inside = (
                words.has("determiners", word) or words.has("modifiers", word) or words.has("titles", word)
            )
            if not (inside or words.head(word) or words.has("domains", word) or page.hit(before) is not None):
                return False
            before -= 1
        return False

    def goes_on(self, sentence: int) -> Past | None:
        """The person who acts in the last clause where that is another: "X fell, and Y was pleased"."""
        words, folds = self.page.lexicon, self.page.folds
        for one in reversed(self.told.get(("person", sentence), ())):
            token = one.token - 1
            while token > 0 and (
                any(words.has(group, folds[token]) for group in ("titles", "modifiers", "determiners"))
                or words.head(folds[token]) is not None
            ):
                token -= 1
            parted = token > 0 and folds[token] in words.words["couplers"]
            behind = folds[one.token + 1 : one.token + _CLAUSE]
            if parted and self.page.words[token - 1] in (",", ";") and any(map(words.tells_act, behind)):
                return one
        return None

    def recent(self, sort: str, sentence: int, reach: int) -> Iterator[list[Past]]:
        """The namings of each sentence that has some, nearest first, each sentence in its own order."""
        group: list[Past] = []
        for one in reversed(self.past[sort][-_REMEMBERED:]):
            if sentence - one.sentence > reach:
                break
            if group and group[-1].sentence != one.sentence:
                yield group[::-1]
                group = []
            group.append(one)
        if group:
            yield group[::-1]

    def here(self, sort: str, token: int) -> list[Past]:
        """The namings of a sort before a token in its own sentence."""
        sentence = self.page.sentence[token]
        return [
            one for one in self.past[sort][-_REMEMBERED:] if one.sentence == sentence and one.token < token
        ]

    def before(self, sort: str, token: int, reach: int) -> list[Past]:
        """The namings of a sort in the sentences before a token's, nearest first."""
        sentence = self.page.sentence[token]
        return [
            one for one in reversed(self.past[sort][-_REMEMBERED:])
            if 0 < sentence - one.sentence <= reach
        ]  # fmt: skip
