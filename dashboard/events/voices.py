"""Who speaks in a quotation: "We signed it on Monday," X said. Called by casting."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger
from dashboard.model import Actor, ActorKind


def first_person(
    parsed: Parsed, trigger: Trigger, seen: Sequence[Seen], actors: Mapping[str, Actor]
) -> list[Seen]:
    """Who says in a quotation to have done something himself: "We made a deal," X said."""
    words, clause = parsed.sentence.words, parsed.parse.clauses[trigger.clause]
    start = clause.finite[0] if clause.finite else trigger.head
    subject = [words[i] for i in clause.tokens if i < start]
    if not parsed.words.cues["first_person"].issuperset(subject[-1:]) or not subject:
        return []
    if not parsed.sentence.in_speech(trigger.head):
        return []
    for saying in parsed.triggers:
        if saying.noun or saying.kind.type != "STATEMENT" or parsed.sentence.in_speech(saying.head):
            continue
        here = [one for one in seen if parsed.parse.clause_of[one.first] == saying.clause]
        here = [one for one in here if not parsed.sentence.in_speech(one.first)]
        before = [one for one in here if one.first < saying.head]
        found = before or [one for one in here if one.first == saying.end]  # "said X"
        told = [one for one in found if one.mention.form in ("name", "role", "alias", "pronoun")][:1]
        return [_state_of(one, actors, trigger) for one in told]
    return []


def _state_of(one: Seen, actors: Mapping[str, Actor], trigger: Trigger) -> Seen:
    """Who did what somebody says to have done: his state, where it takes one ("we expelled two")."""
    actor = actors.get(one.mention.target or "")
    state = actors.get(actor.affiliation or "") if actor and actor.kind is ActorKind.PERSON else None
    if trigger.kind.type not in _STATES_DO or state is None or state.kind is not ActorKind.STATE:
        return one
    return replace(one, mention=replace(one.mention, target=state.id, form="nominal"))


_STATES_DO = frozenset({"SANCTION", "MOBILIZE", "ASSAULT", "COERCE", "SUSPEND"})
"""Types of acts that are a state's and not of the person who tells them."""
