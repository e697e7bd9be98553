"""Whom an act only concerns: whom a statement is about, who is to do what is asked. Called by casting."""

from collections.abc import Mapping, Sequence

from dashboard.events.belonging import kind_of
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger
from dashboard.model import Actor, ActorKind, Role

_BARE = frozenset({
    "ASSAULT", "COERCE", "PROTEST", "SUSPEND", "AID", "COOPERATE", "CONCEDE", "THREATEN", "EXERCISE",
    "SUPPORT",
})  # fmt: skip
"""Types with which whoever is only concerned is more often somebody else's party than theirs."""
_BARE_STATES = frozenset({"APPOINT"})
"""Types of which the same is true of states: an envoy for Sudan."""


def without_bare(
    placed: list[tuple[Seen, Role]], trigger: Trigger, actors: Mapping[str, Actor]
) -> list[tuple[Seen, Role]]:
    """The mentions without those whom an act only concerns, and who take no part in acts of its type.

    Nobody else left, they stay.
    """

    def bare(one: Seen) -> bool:
        state = trigger.kind.type in _BARE_STATES and kind_of(one, actors) is ActorKind.STATE
        return state or trigger.kind.type in _BARE or one.mention.rule == "pronoun"  # "said that he left"

    if trigger.kind.code == "demonstration":  # "thousands of Georgians rallied" are not their state
        placed = [(one, role) for one, role in placed if one.mention.form != "demonym" or role is Role.TARGET]
    return [(one, role) for one, role in placed if role is not Role.CONCERNED or not bare(one)] or placed


def told_of(
    parsed: Parsed,
    trigger: Trigger,
    seen: Sequence[Seen],
    sided: Sequence[tuple[Seen, str]],
    actors: Mapping[str, Actor],
) -> list[tuple[Seen, str]]:
    """Whom a statement is about: the first named in the clauses that it holds; people where nobody acts."""
    if trigger.passive and not predicate(parsed, trigger):
        return []  # « Le communiqué, publié le 28, constate que »
    told = [one for one in seen if _held_by(parsed, parsed.parse.clause_of[one.first], trigger.clause)]
    named = [one for one in told[:2] if not sided or _is_party(one, actors)]
    return [(one, "concerned") for one in named if one.first > trigger.head]


def _held_by(parsed: Parsed, clause: int, holder: int) -> bool:
    """Whether a clause is of what another tells, and not only of where it is: "in Oslo, where he meets X"."""
    chain = parsed.parse.chain(clause)
    if holder not in chain[1:]:
        return False
    starts = (min(parsed.parse.clauses[number].tokens) for number in chain[: chain.index(holder)])
    return all(parsed.sentence.words[start] not in parsed.words.cues["where_words"] for start in starts)


def _is_party(one: Seen, actors: Mapping[str, Actor]) -> bool:
    """Whether a mention in what somebody says may be a party to it: no people, no adjective."""
    return one.mention.form not in ("demonym", "nominal") and kind_of(one, actors) is not ActorKind.PERSON


def to_act(
    parsed: Parsed, trigger: Trigger, seen: Sequence[Seen], sided: Sequence[tuple[Seen, str]]
) -> list[tuple[Seen, str]]:
    """Who is to act by a clause that a demand holds: "demanded that the North free the engineer"."""
    if any(side == "object" for _, side in sided):
        return []
    clauses = parsed.parse.clauses
    for one in seen:
        number = parsed.parse.clause_of[one.first]
        clause = clauses[number]
        held = clause.opener == "sub" and clause.parent == trigger.clause and not _contrasts(parsed, number)
        if held and one.first > trigger.head and (not clause.finite or one.first < clause.finite[0]):
            return [(one, "object")]
    return []


def _contrasts(parsed: Parsed, number: int) -> bool:
    """Whether a clause tells what another does meanwhile: ", while Russia said"."""
    clause, cues = parsed.parse.clauses[number], parsed.words.cues
    opener = parsed.sentence.words[min(clause.tokens, default=0)]
    return opener in cues["contrasts"]
