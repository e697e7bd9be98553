"""States, organisations and territories of the gazetteer as actors. Called by reading and by the app."""

from dashboard.gazetteer import knowledge
from dashboard.model import Actor, ActorKind


def gazetteer_actor(target: str) -> Actor | None:
    """A state or organisation of the gazetteer as an actor; None for any other id."""
    known = knowledge()
    if state := known.states.get(target):
        return Actor(
            state.id, ActorKind.STATE, dict(state.names), (), None, "", state.wikidata, state.country
        )
    if one := known.organisations.get(target):
        kind = ActorKind.BODY if one.parent else ActorKind.ORGANISATION
        return Actor(one.id, kind, dict(one.names), (), one.parent, "", one.wikidata, one.country)
    if target in known.territories:
        spot = known.spots[target]
        return Actor(
            target,
            ActorKind.ORGANISATION,
            dict(spot.names),
            (),
            None,
            "",
            known.territories[target],
            spot.country,
        )
    return None
