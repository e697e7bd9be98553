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


def _meant(parsed: Parsed, one: Seen, place: Place, trigger: Trigger) -> bool:
    """Whether a mention says where the act is, and not whom it concerns."""
    tie = preposition(parsed, one.first, -1)
    if one.mention.form == "demonym":  # the people who vote say where: "la décision des Catalans"
        return trigger.kind.type == "ELECT"
    if one.mention.form != "venue":
        return tie == "in"
    if tie in ("with", "by", "against"):
        return False
    lead = parsed.sentence.words[one.first - 1] if one.first else ""
    going = trigger.kind.object is Role.HOST or trigger.kind.type in ("CONSULT", "MOBILIZE")
    if lead in parsed.words.cues["direction_words"] and not going:
        return False
    if place.kind == "region" and trigger.kind.type in ("ASSAULT", "COERCE"):
        return True
    return place.kind not in ("country", "region") or tie in _ties(trigger)


def _in_name(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a place is only part of a treaty's name: "the Paris Agreement", "l'accord d'Alger"."""
    if one.last == min(trigger.used):
        return True
    between = parsed.sentence.words[trigger.end : one.first]
    return len(between) == 1 and between[0].replace("’", "'") in parsed.words.cues["of_words"]


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

    if trigger.kind.code == "recall":
        return None  # where an ambassador serves is whom the recall is meant for
    known = [
        one
        for one in seen
        if (place := places.get(one.mention.target or "")) and _meant(parsed, one, place, trigger)
    ]
    texts = [other for other in parsed.triggers if other.noun and other.kind.type == "AGREE"]
    known = [one for one in known if not any(_in_name(parsed, one, text) for text in texts)]
    near = [one for one in known if one.first in tokens]
    if not near and not narrow:
        chain = parsed.parse.chain(trigger.clause)[1:]
        near = [one for one in known if parsed.parse.clause_of[one.first] in chain]
    near = near or [one for one in known if one.mention.form == "demonym"]
    if not near:
        return None
    return places[min(near, key=rank).mention.target or ""]
