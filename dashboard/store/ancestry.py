"""Whom an actor belongs to: Gerasimov to Russia, a ministry to its state. Called by filters and lanes."""

from collections import Counter

from dashboard.model import ActorKind, Event, Timeline


def ancestors(timeline: Timeline, actor_id: str) -> tuple[str, ...]:
    """The actors that one is affiliated with, nearest first; empty for one that stands alone.

    An affiliation that points outside the timeline, or back to itself, ends the chain.
    """
    chain: list[str] = []
    seen = {actor_id}
    actor = timeline.actors.get(actor_id)
    while actor is not None and actor.affiliation is not None and actor.affiliation not in seen:
        actor = timeline.actors.get(actor.affiliation)
        if actor is not None:
            seen.add(actor.id)
            chain.append(actor.id)
    return tuple(chain)


def lane_of(timeline: Timeline, actor_id: str) -> str:
    """The actor in whose lane one is drawn: the state or organisation at the end of its affiliations."""
    chain = ancestors(timeline, actor_id)
    return chain[-1] if chain else actor_id


def families(timeline: Timeline) -> dict[str, frozenset[str]]:
    """For each actor that takes part in anything: itself and its ancestors."""
    takers = {each.actor for event in timeline.events for each in event.participants}
    return {actor: frozenset((actor, *ancestors(timeline, actor))) for actor in takers}


def everyone(event: Event, family: dict[str, frozenset[str]]) -> frozenset[str]:
    """All actors in whose name an event counts: its participants and whom they belong to."""
    return frozenset().union(*(family.get(each.actor, {each.actor}) for each in event.participants))


def heaviest_first(timeline: Timeline) -> tuple[str, ...]:
    """The ids of all actors but persons: those with a lane of their own before others, most events first."""
    lanes = {each: lane_of(timeline, each) for each in timeline.actors}
    counts = Counter(
        lane
        for event in timeline.events
        for lane in dict.fromkeys(lanes.get(each.actor, each.actor) for each in event.participants)
    )
    found = [key for key, actor in timeline.actors.items() if actor.kind is not ActorKind.PERSON]
    return tuple(sorted(found, key=lambda key: (lanes[key] != key, -counts[key])))
