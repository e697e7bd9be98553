"""What lanes stand for: actors, types, places, sources, or all events in one. Called by the plan of lanes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.events import ontology
from dashboard.model import Event, Role, Timeline
from dashboard.store import lane_of, value_name
from dashboard.wording import message

GROUPINGS = ("actor", "type", "place", "source", "one")
OTHERS = "others"
"""The id of the lane of those who have none of their own."""

ALL = "all"
_LIGHT = frozenset({Role.VENUE_STATE, Role.CONCERNED})
_OTHERS = {
    "actor": "Other actors",
    "type": "Other types",
    "place": "Elsewhere, or not said",
    "source": "Other sources",
    "one": "All events",
}
_FACETS = {"actor": "actors", "type": "types", "place": "places", "source": "articles"}


@dataclass(frozen=True, slots=True)
class Takers:
    """The lanes of one event: those that act in it, and those it merely touches (drawn lighter)."""

    acting: tuple[str, ...]
    touched: tuple[str, ...] = ()


def takers_of(timeline: Timeline, by: str) -> dict[str, Takers]:
    """For each event its lanes, by what lanes stand for."""
    if by == "actor":
        top: dict[str, str] = {}
        return {event.id: _by_actor(timeline, event, top) for event in timeline.events}
    alike: dict[tuple[str, ...], Takers] = {}
    lanes = _LANES[by]
    found = {}
    for event in timeline.events:
        acting = lanes(event) or (OTHERS,)
        found[event.id] = alike.setdefault(acting, Takers(acting))
    return found


_LANES: Mapping[str, Callable[[Event], tuple[str, ...]]] = {
    "type": lambda event: (event.type,),
    "place": lambda event: (event.place.id,) if event.place else (),
    "source": lambda event: tuple(dict.fromkeys(each.article for each in event.evidence)),
    "one": lambda _: (ALL,),
}


def _by_actor(timeline: Timeline, event: Event, top: dict[str, str]) -> Takers:
    acting: dict[str, None] = {}
    light: dict[str, None] = {}
    for each in event.participants:
        if each.actor not in top:
            top[each.actor] = lane_of(timeline, each.actor)
        (light if each.role in _LIGHT else acting)[top[each.actor]] = None
    if not acting:
        return Takers(tuple(light) or (OTHERS,))
    return Takers(tuple(acting), tuple(lane for lane in light if lane not in acting))


def lane_name(timeline: Timeline, by: str, lane: str, language: str) -> str:
    """What a lane is called."""
    if lane in (OTHERS, ALL) or by not in _FACETS:
        return message(_OTHERS[by], language)
    return value_name(timeline, _FACETS[by], lane, language)


def fixed_order(by: str) -> tuple[str, ...] | None:
    """The order of lanes where it does not depend on the events: types from cooperation to conflict."""
    return tuple(ontology.types()) if by == "type" else None
