"""Where an event is: the place mentions around its trigger. Called by findings."""

from collections.abc import Mapping, Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen, preposition
from dashboard.events.triggers import Trigger
from dashboard.model import Place, Role

_ON_THE_SPOT = frozenset(
    {"ASSAULT", "MOBILIZE", "EXERCISE", "PROTEST", "COERCE", "ELECT", "CONSULT", "AGREE", "RETREAT"}
)
"""Types whose acts take place where "au Mali" says, rather than being addressed to Mali."""


def _ties(trigger: Trigger) -> tuple[str, ...]:
    """How a country must be tied to be a venue: "to Poland" is one of a visit, not of an apology."""
    there = trigger.kind.object is Role.HOST or trigger.kind.type in _ON_THE_SPOT
    return ("in", "to") if there else ("in",)


def find_place(
    parsed: Parsed,
    trigger: Trigger,
    tokens: frozenset[int],
    seen: Sequence[Seen],
    places: Mapping[str, Place],
    *,
    hosts: frozenset[str],
    narrow: bool,
) -> Place | None:
    """Where the event is: the nearest place in its scope, cities first; then in the clauses around it."""

    def rank(one: Seen) -> tuple[bool, bool, bool, int]:
        place = places[one.mention.target or ""]
        behind = one.first >= trigger.head
        distance = one.first - trigger.end if behind else trigger.head - one.last
        wide = place.kind in ("country", "region")
        return wide, wide and (place.country or "").lower() not in hosts, distance > 14, abs(distance)

    known = [
        one
        for one in seen
        if (one.mention.target or "") in places
        and (
            places[one.mention.target or ""].kind not in ("country", "region")
            or preposition(parsed, one.first, -1) in _ties(trigger)
        )
    ]
    near = [one for one in known if one.first in tokens]
    if not near and not narrow:
        chain = parsed.parse.chain(trigger.clause)
        near = [one for one in known if parsed.parse.clause_of[one.first] in chain]
    if not near:
        return None
    return places[min(near, key=rank).mention.target or ""]
