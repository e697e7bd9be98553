"""Phrases that stand for whom was named: "the kingdom", "the junta", "its troops" at the head of a sentence.

Called by ``coreference``.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.actors.lexicon import StandIn
from dashboard.actors.memory import Memory
from dashboard.actors.page import Page
from dashboard.gazetteer import Hit, Sort, Stance, knowledge, stances
from dashboard.model import Actor, Mention

_NEAR = 20
"""How many names before a phrase in its sentence are looked at."""
_FAR = 200
"""How many namings of states back "the kingdom" may refer."""


def _state(hit: Hit) -> str | None:
    """The state that a name, an adjective or a capital is of."""
    entry = hit.entry(Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL)
    return entry.target.partition(":")[0] if entry is not None else None


def told_of(page: Page) -> str | None:
    """The state that an article speaks of most; None where two are spoken of as often."""
    named = Counter(target for hit in page.hits if (target := _state(hit)) is not None)
    first, second = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else None


def home_of(page: Page) -> str | None:
    """The one state whose affairs an article tells: named twice as often as any other; None if there is none.

    There "the army" and "parliament" are its own; between two states they may be either's.
    """
    named = Counter(target for hit in page.hits if (target := _state(hit)) is not None)
    (first, often), (_, second) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first if often >= max(_AT_HOME, 2 * second) else None


def of_the_state(page: Page, owner: str, homes: Sequence[str]) -> bool:
    """Whether the seat of an organisation that a text never names is the capital of a state that it names.

    « Bruxelles a rappelé son ambassadeur », in an article about Belgium and Congo.
    """
    organised = owner in knowledge().organisations and owner not in page.organisations_named
    return organised and not page.lands_named.isdisjoint(homes)


def at_home(
    page: Page,
    home: str | None,
    span: tuple[int, int],
    people: Sequence[Mention],
    actors: Mapping[str, Actor],
) -> bool:
    """Whether a body of nobody at tokens ``span`` is that of the article's own state.

    So it is where nobody is told of near it, or somebody of that state: elsewhere the passage is abroad.
    """
    first, last = span
    if home is None or " ".join(page.folds[first:last]) not in page.lexicon.domestic:
        return False
    start, end = page.starts[bisect_left(page.sentence, page.sentence[first] - _AROUND)], page.starts[first]
    near = (actors.get(one.target or "") for one in people if start <= one.start < end)
    states = {one.affiliation for one in near if one is not None} - {None}
    return not states or home in states


_AROUND = 2
"""How many sentences back people are looked for, by whom one knows where a passage is."""
_AT_HOME = 4
"""How often at least the state is named that alone an article is about."""
_CLEARLY = 1.5
"""How many times as often as any other state those that an article is about are named."""


def protagonists(page: Page, count: int) -> list[str]:
    """The so many states that an article is about, named clearly more often than all others; else none."""
    told = zip(page.hits, stances(page.text, page.language), strict=True)
    acting = (hit for hit, stance in told if stance is not Stance.VENUE)
    named = Counter(target for hit in acting if (target := _state(hit)) is not None)
    ranked = named.most_common(count + 1)
    if len(ranked) < count or (len(ranked) > count and ranked[count - 1][1] < _CLEARLY * ranked[count][1]):
        return []
    return [target for target, _times in ranked[:count]]


def only_describes(page: Page, index: int) -> bool:
    """Whether a known name only describes somebody else: "the West African nation"."""
    hit, (first, last) = page.hits[index], page.spans[index]
    words = page.lexicon
    if hit.entry(Sort.ORGANISATION) is not None:
        compass = last - first > 1 and words.has("compass", page.folds[last - 1])
        goes_on = compass and last < len(page.words) and page.capital(last)
        return goes_on and page.text[hit.end : page.starts[last]] == " "
    told = hit.entry(Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE)
    state = knowledge().states.get(told.target) if told is not None else None
    if state is None or state.ended is None:
        return False
    before = range(max(0, first - _BYGONE), first)
    return any(
        words.has("bygone", page.folds[token])
        for token in before
        if page.sentence[token] == page.sentence[first]
    )


_BYGONE = 2
"""How many words before a state that is no more its "former" may stand: « anciens États soviétiques »."""


def territory_acts(page: Page, first: int, last: int) -> bool:
    """Whether a territory at tokens [first, last) is told to act or to be dealt with: "Scotland voted"."""
    words = page.lexicon
    which = words.words["relatives"] | words.words["object_relatives"]
    told_of = page.folds[last : last + 1] == [","] and not which.isdisjoint(page.folds[last + 1 : last + 2])
    verb = last + 2 if told_of else last  # "Somaliland, which declared independence"
    after = page.folds[verb] if verb < len(page.folds) else ""
    before = page.folds[first - 1] if first else ""
    tied = before in words.words["prepositions"] or before in words.words["contracted"]
    before = page.folds[first - 2] if first > 1 and words.has("determiners", before) else before
    if before in words.words["counterparties"]:
        return True
    idle = after in words.words["couplers"] or after in words.words["modals"]
    return words.tells_act(after) and not idle and not tied and before not in words.words["prepositions"]


class StandIns:
    """What such phrases mean at a token, by what the memory holds there."""

    def __init__(self, page: Page, memory: Memory, actors: Mapping[str, Actor]) -> None:
        self.page, self.memory, self.actors = page, memory, actors
        self.subject: str | None = None

    def described(self, token: int) -> bool:
        """Whether what follows says whose a regime is, or that it is none: « le régime de sanctions »."""
        following = self.page.folds[token] if token < len(self.page.folds) else ""
        own = self.page.folds[token + 1 : token + 2]  # « exclut la junte de son sommet » says nothing of it
        if self.page.lexicon.has("links", following) and own and self.page.lexicon.has("possessors", own[0]):
            return False
        return self.page.lexicon.has("links", following) or self.page.hit_at.get(token) is not None

    def of_a_nation(self, token: int) -> bool:
        """Whether an adjective follows that says whose a group is: « la milice kurde »."""
        hit = self.page.hit(token) if token < len(self.page.words) else None
        adjective = hit is not None and hit.entry(Sort.ADJECTIVE, Sort.PEOPLE) is not None
        return adjective and self.page.language == "fr"

    def target(self, one: StandIn, token: int) -> str | None:
        """Whom a phrase at a token stands for; None where the text does not say."""
        if one.sort == "regime":
            return self._ruled(token)
        if one.sort == "own":
            return self._owner(token)
        if one.sort == "country":
            return self._land(token)
        if one.sort == "court":
            return self._court(one)
        if one.sort == "organisation":
            groups = self.memory.recent("organisation", self.page.sentence[token], 3)
            spoken = (past.target for past in next(groups, []))
            names = {name for name in spoken if name not in one.never and (not one.only or name in one.only)}
            return names.pop() if len(names) == 1 else None
        recent = reversed(self.memory.past["state"][-_FAR:])
        latest = next((past.target for past in recent if past.target in one.states), None)
        return latest or self._described_before(one, token)

    def _land(self, token: int) -> str | None:
        """The state that leads the sentence before "the country", where none is named before in its own."""
        leader = self.memory.leader.get(self.page.sentence[token] - 1, "")
        here = self.memory.here("state", token)
        return leader if leader and self.memory.sort(leader) == "state" and not here else None

    def _court(self, one: StandIn) -> str | None:
        """The only court between states that the article has named so far; None where it is another's."""
        named = {past.target for past in self.memory.past["organisation"] if past.target in one.only}
        return named.pop() if len(named) == 1 else None

    def _described_before(self, one: StandIn, token: int) -> str | None:
        """The state of a phrase that only its adjective or its capital told so far: "the Saudi capital"."""
        before = bisect_left(self.page.spans, (token, 0))
        told = (_state(self.page.hits[index]) for index in range(before - 1, max(-1, before - _NEAR), -1))
        return next((state for state in told if state in one.states), None)

    def _owner(self, token: int) -> str | None:
        """Whose "its troops" are where a sentence names nobody before: whoever leads the one before it."""
        page = self.page
        sorts = ("person", "state", "organisation")
        if not page.is_first(token) and any(self.memory.here(sort, token) for sort in sorts):
            return None
        leader = self.memory.leader.get(page.sentence[token] - 1)
        actor = self.actors.get(leader or "")
        if actor is not None and self.memory.sort(actor.id) == "person":
            actor = self.actors.get(actor.affiliation or actor.id)
        return actor.id if actor is not None else None

    def _ruled(self, token: int) -> str | None:
        """The state that "the junta" rules: the one named before it in the sentence, else the most told of.

        None where two are as likely. « À Athènes, la junte » is Greece's in an article about Turkey, too.
        """
        page, inside = self.page, set[str]()
        before = bisect_left(page.spans, (token, 0)) - 1
        for index in range(before, max(-1, before - _NEAR), -1):
            if page.sentence[page.spans[index][0]] != page.sentence[token] or len(inside) > 1:
                break
            if (target := _state(page.hits[index])) is not None:
                inside.add(target)
        if inside:
            return inside.pop() if len(inside) == 1 else None
        if self.subject is None:
            self.subject = told_of(page) or ""
        return self.subject or None
