"""Whose act it is where soldiers, police, a government or a body are named. Called by casting."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen
from dashboard.model import Actor, ActorKind

_STAND_INS = frozenset({"army", "navy", "air-force", "embassy", "police"})
"""Bodies whose soldiers and ships, spoken of without a name, are the act of whom they serve."""

_UNNAMED = frozenset({"nominal", "pronoun"})
"""The forms of mentions that give a body no name of its own."""
_SERVED = frozenset({ActorKind.STATE, ActorKind.ORGANISATION})
"""Who has soldiers and ships: a state, an alliance, a movement."""


def state_of(parsed: Parsed, one: Seen, actors: Mapping[str, Actor]) -> Seen:
    """The mention under the state that a government serves: "Margaret Thatcher's government"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    behind = words[one.last : one.last + 2]
    lead = words[max(0, one.first - 2) : one.first]
    own = len(behind) > 1 and behind[0] == "'s" and behind[1] in cues["governments"]
    of = len(lead) > 1 and lead[0] in cues["governments"] and lead[1] in cues["of_words"]
    actor = actors.get(one.mention.target or "")
    served = actors.get(actor.affiliation or "") if actor and actor.kind is ActorKind.PERSON else None
    if served is None or served.kind is not ActorKind.STATE or not (own or of):
        return one
    return replace(one, mention=replace(one.mention, target=served.id, form="nominal"))


def for_state(one: Seen, actors: Mapping[str, Actor]) -> Seen:
    """The mention under the name of the state where soldiers, ships or an embassy stand for it."""
    actor = actors.get(one.mention.target or "")
    if actor is None or actor.kind is not ActorKind.BODY or one.mention.form not in _UNNAMED:
        return one
    code = actor.id.removeprefix(f"{actor.affiliation}-")
    state = actors.get(actor.affiliation or "")
    if code not in _STAND_INS or state is None or state.kind not in _SERVED:
        return one
    return replace(one, mention=replace(one.mention, target=state.id))


def owner_of(one: Seen, actors: Mapping[str, Actor]) -> Seen:
    """The mention under whom a body speaks for: "their cooperation" is the states', not the ministries'."""
    actor = actors.get(one.mention.target or "")
    if actor is None or actor.kind is not ActorKind.BODY or actor.affiliation not in actors:
        return one
    return replace(one, mention=replace(one.mention, target=actor.affiliation))
