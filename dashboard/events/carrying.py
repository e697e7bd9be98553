"""Acts that name nobody take the parties of the act told before: "The treaty is signed".

Called by reading.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dashboard.events.belonging import lineage
from dashboard.events.ontology import Kind
from dashboard.model import Actor, ActorKind, Event, Mention, Participation, Role

_NEAR = 500
"""How many characters after an act its parties are still understood."""
_BETWEEN_STATES = frozenset({"AGREE", "RESUME", "SUSPEND", "SANCTION", "ASSAULT", "RETREAT"})
"""Types that are between states also where people acted before: relations, treaties, wars."""
_ALONE = frozenset({"entry-into-force"})
"""Kinds whose parties are more often others, or nobody, than those told before."""
_OWN_PARTIES = frozenset({"RETREAT", "REJECT"})
"""Types whose acts are more often of others than those told before: "The truce held", "Talks failed"."""
_SAME_AFFAIR = timedelta(days=2000)
"""How far apart in time two acts of the same parties may lie."""
_TWO_SIDED = frozenset({"rupture", "recall", "resumption", "war", "truce", "swap"})
"""Kinds that one state cannot do alone: with the one named, the other of the last two is meant."""
_AT_ANOTHER = frozenset({
    "expulsion", "recall", "rupture", "embargo", "asset-freeze", "sanctions", "tariffs", "lifting",
    "summoning", "accusation",
})  # fmt: skip
"""Kinds that one state does to another: in an affair of two the other one is meant, where nobody is named."""
_AGAINST_WHO_ACTED = frozenset({"complaint", "expulsion", "recall", "rupture"})
"""Kinds that answer what was told right before them: where nobody is named, who did that is meant."""
_GO_ON = frozenset({"resumed-talks", "resumption", "talks"})
"""Kinds whose subject is what goes on, and nobody: "The talks resumed"."""
_OF_TWO = frozenset({"agreement", "relations", "resumption", "rupture", "clash", "talks"})
"""Kinds whose parties, where nobody is named or told before, are the two states of an affair."""
_BEFORE = 160
"""How many characters before an act its parties may be named without an act of theirs."""
_GUESS = ":guess"
"""How the rule ends by which an act was found that no word of ours tells."""
_LOOK = 12
"""How many mentions before an act are looked at."""
_HOSTILE = frozenset({"SANCTION", "ACCUSE", "DEMAND", "COERCE", "ASSAULT", "SUSPEND", "THREATEN", "REJECT"})
"""Types of acts that are against somebody."""
_OFTEN = 2
"""How often somebody must be the target of such acts that a sanction without one is against them."""
_DOING = frozenset({Role.INITIATOR, Role.HOST, Role.SPEAKER, Role.VENUE_STATE})
_TWO = 2
_PARTIES = frozenset({Role.INITIATOR, Role.TARGET, Role.PARTICIPANT})


def carried(
    told: Sequence[tuple[Event, Kind, bool]],
    actors: Mapping[str, Actor],
    two: tuple[str, str] | None,
    mentions: Sequence[Mention],
    others: Collection[str] = (),
) -> list[Event]:
    """The events of an article in the order of its text, those of mutual acts that name nobody filled.

    ``two`` are the two parties that the article is about, if it is about two; ``others`` the ids of events
    whose words tell others who act.
    """
    affair = tuple(Participation(one, Role.PARTICIPANT) for one in two or ())
    made: list[Event] = []
    before: tuple[Participation, ...] = ()
    last, told_of = 0, None
    for event, kind, impersonal in sorted(told, key=lambda one: (one[0].evidence[0].start, one[0].id)):
        start = event.evidence[0].start
        mutual = (kind.frame == "shared" or kind.code == "war") and event.mode != "multilateral"
        mutual = mutual and event.id not in others
        mutual = mutual and kind.code not in _ALONE and not (impersonal and kind.code == "meeting")
        again = mutual and (kind.type != "AGREE" or _one_affair(event.when.earliest, told_of))
        again = again and bool(before) and start - last < _NEAR
        if not event.participants and again:
            if parties := _understood(kind, before, affair, actors):
                event = _filled(event, parties)  # noqa: PLW2901
        elif again and kind.type in _BETWEEN_STATES and _only_hosts(event):
            event = _filled(event, (*event.participants, *(_states(before, actors) or affair)))  # noqa: PLW2901
        elif kind.code in _TWO_SIDED and start - last < _NEAR and _may_face(kind, before, actors):
            own = affair and _sides(event.participants, actors) <= _sides(affair, actors)
            event = _completed(event, kind, affair if own else before, actors)  # noqa: PLW2901
        if (
            not event.participants
            and mutual
            and (impersonal or kind.type == "RETREAT" or kind.code in _GO_ON)
            and (pair := _named_before(start, mentions, actors))
        ):
            event = _filled(event, pair)  # noqa: PLW2901
        if not event.participants and affair and kind.code in _OF_TWO and (mutual or kind.code == "rupture"):
            event = _filled(event, affair)  # noqa: PLW2901
        elif kind.code in _AT_ANOTHER:
            facing = _facing(event, before if start - last < _NEAR else (), told, actors) or affair
            event = _completed(event, kind, facing, actors)  # noqa: PLW2901
        if kind.code in _AGAINST_WHO_ACTED and (other := _last_other(event, mentions, actors)):
            event = _against(event, other, actors)  # noqa: PLW2901
        parties = tuple(
            Participation(one.actor, Role.PARTICIPANT, one.title)
            for one in event.participants
            if one.role in _PARTIES
        )
        acting = {one.role for one in event.participants} - {Role.TARGET}
        if len(parties) > 1 and acting and event.type != "APPOINT":  # who appoints somebody faces nobody
            before, last, told_of = parties, event.evidence[0].end, event.when.earliest
        made.append(event)
    return _at_the_one_told(made, actors)


def _understood(
    kind: Kind,
    before: Sequence[Participation],
    affair: tuple[Participation, ...],
    actors: Mapping[str, Actor],
) -> tuple[Participation, ...]:
    """The parties told before as those of an act that names nobody; nobody where they need not be the same.

    Talks are those of an affair of two, whoever else sat at the table; without one only states carry on.
    """
    if kind.type in _OWN_PARTIES:
        return affair
    states = _states(before, actors)
    two = {one.actor for one in affair}
    told = {one.actor for one in states}
    within = any((actors[one].country or "").lower() in told - {one} for one in told)
    if two & told and not within:
        return affair  # but a state and a movement of its own stay those who fight
    if kind.type in _BETWEEN_STATES:
        return states or affair or (tuple(before) if kind.type != "ASSAULT" else ())
    return affair or (states if told == {one.actor for one in before} else ())


def _facing(
    event: Event,
    before: Sequence[Participation],
    told: Sequence[tuple[Event, Kind, bool]],
    actors: Mapping[str, Actor],
) -> tuple[Participation, ...]:
    """The two states of an act told just before, or in the same sentence, of which one acts here too."""
    sides, start = _sides(event.participants, actors), event.evidence[0].start
    beside = [one.participants for one, _, _ in told if one.evidence[0].start == start and one.id != event.id]
    for parties in (*beside, before) if len(event.participants) == 1 else ():
        states = _states(parties, actors)
        alone = all(actors[one.actor].kind is ActorKind.STATE for one in states)
        if alone and len(states) == _TWO and len(sides) == 1 and sides < _sides(states, actors):
            return states
    return ()


def _at_the_one_told(events: list[Event], actors: Mapping[str, Actor]) -> list[Event]:
    """The events, a sanction that names nobody it is against being against the one whom the others hit."""
    hit = Counter(
        one.actor
        for event in events
        for one in event.participants
        if event.type in _HOSTILE and one.role is Role.TARGET
        and actors[one.actor].kind is not ActorKind.PERSON  # who was arrested is no state
    )  # fmt: skip
    (first, often), (_, second) = [*hit.most_common(2), ("", 0), ("", 0)][:2]
    if often < _OFTEN or often < 2 * second:
        return events
    return [_against(event, first, actors) if event.type == "SANCTION" else event for event in events]


def _against(event: Event, target: str, actors: Mapping[str, Actor]) -> Event:
    """The event with somebody whom it is against, where only who acts is told, and is of another state."""
    told = {name for one in event.participants for name in lineage(one.actor, actors)}
    acting = bool(told) and all(one.role in _DOING for one in event.participants)
    if not acting or told.intersection(lineage(target, actors)):
        return event
    if actors[target].kind is not ActorKind.STATE and event.type != "SANCTION":
        return event
    reasons = (*event.reasons, "it is against the one whom the article's other acts are against")
    confidence = round(max(event.confidence - 0.05, 0.05), 3)
    participants = (*event.participants, Participation(target, Role.TARGET))
    return replace(event, participants=participants, confidence=confidence, reasons=reasons)


def _told_at(event: Event) -> tuple[int, int]:
    """Where the sentence of an event starts, and where its date stands there."""
    evidence = event.evidence[0]
    return evidence.start, evidence.expression.start if evidence.expression else 0


def alike(
    told: Sequence[tuple[Event, Kind, bool]],
    said: tuple[re.Pattern[str], re.Pattern[str]],
    actors: Mapping[str, Actor],
) -> list[tuple[Event, Kind, bool]]:
    """The acts, those that only say that another one did it too with its kind: "Nicaragua followed suit".

    They are against the same, but for people: the envoy whom another one recalled was its own. The second of
    ``said`` are words that say so only where they are the verb: "Denmark followed in April".
    """
    made: list[tuple[Event, Kind, bool]] = []
    for event, kind, impersonal in sorted(told, key=lambda one: (*_told_at(one[0]), one[0].id)):
        before = next((one for one in reversed(made) if one[1].code != "act"), None)
        start = event.evidence[0].start
        quote, alone = event.evidence[0].quote.lower(), not event.evidence[0].rule.endswith(_GUESS)
        same = kind.code == "act" and (said[0].search(quote) or (alone and said[1].search(quote)))
        if not same or before is None or start - before[0].evidence[0].end > _NEAR:
            made.append((event, kind, impersonal))
            continue
        model, copied, _ = before
        own = tuple(replace(one, role=copied.subject) for one in event.participants)
        known = {one.actor for one in own}
        targets = tuple(
            one for one in model.participants
            if one.role is Role.TARGET and one.actor not in known
            and actors[one.actor].kind is not ActorKind.PERSON
        )  # fmt: skip
        again = replace(
            event, type=copied.type, mode=model.mode, participants=(*own, *targets),
            titles={"en": copied.code},
        )  # fmt: skip
        made.append((again, copied, impersonal))
    return made


def _one_affair(day: date | None, other: date | None) -> bool:
    """Whether two days are near enough for acts of one affair; days that are not known are."""
    return day is None or other is None or abs(day - other) <= _SAME_AFFAIR


def _completed(
    event: Event, kind: Kind, before: Sequence[Participation], actors: Mapping[str, Actor]
) -> Event:
    """The event with the other of the two states told before, where it names one of them only."""
    sides = _sides(event.participants, actors)
    pair = _sides(before, actors)
    if len(sides) != 1 or len(pair) != 2 or not sides <= pair:
        return event
    if kind.code == "accusation" and any(one.role is Role.TARGET for one in event.participants):
        return event  # "accused his own successor of it"
    does = kind.frame == "directed" and any(one.role is kind.subject for one in event.participants)
    other = Participation(min(pair - sides), kind.object if does else Role.PARTICIPANT)
    reasons = (*event.reasons, "the other party is the one told before")
    return replace(event, participants=(*event.participants, other), reasons=reasons)


def _named_before(
    start: int, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> tuple[Participation, ...]:
    """The two states that alone are named right before an act: "Laos and Thailand fought. The ceasefire"."""
    last = bisect_left(mentions, start, key=lambda one: one.start)
    near = [
        one for one in mentions[max(0, last - _LOOK) : last] if start - one.start < _BEFORE and one.target
    ]
    states = list(
        dict.fromkeys(one.target or "" for one in near if one.rule in ("state", "government", "adjective"))
    )
    others = [one for one in near if one.target not in states and one.rule not in ("venue", "in role")]
    if len(states) != 2 or others or any(name not in actors for name in states):
        return ()
    return tuple(Participation(name, Role.PARTICIPANT) for name in states)


def _last_other(event: Event, mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> str:
    """The one other state that is named right before an act of a state; "" where there is none or several."""
    start, sides = event.evidence[0].start, _sides(event.participants, actors)
    if event.evidence[0].rule.startswith("act:"):
        return ""  # "Kuwait did the same": who did it before is with it
    if len(sides) != 1 or any(name in actors and actors[name].kind is not ActorKind.STATE for name in sides):
        return ""
    last = bisect_left(mentions, start, key=lambda one: one.start)
    near = (one for one in mentions[max(0, last - _LOOK) : last] if start - one.start < _BEFORE)
    told = {one.target or "" for one in near if one.rule in _STATED} - sides
    return told.pop() if len(told) == 1 else ""


_STATED = frozenset({"state", "government", "adjective", "pronoun"})
"""The rules of mentions of a state that is told of, and not only where something is."""


def _only_hosts(event: Event) -> bool:
    """Whether an act names only those under whose auspices it was: "under the auspices of the OAS"."""
    return bool(event.participants) and all(one.role is Role.HOST for one in event.participants)


def _may_face(kind: Kind, parties: Sequence[Participation], actors: Mapping[str, Actor]) -> bool:
    """Whether such an act may be between these: only states recall ambassadors from one another."""
    sides = _sides(parties, actors)
    return kind.code not in _AT_ANOTHER or all(
        name in actors and actors[name].kind is ActorKind.STATE for name in sides
    )


def _sides(parties: Sequence[Participation], actors: Mapping[str, Actor]) -> set[str]:
    """The states behind parties; a party without one stands for itself."""
    found = set()
    for one in parties:
        owners = [name for name in lineage(one.actor, actors) if name in actors]
        states = [name for name in owners if actors[name].kind is ActorKind.STATE]
        found.add(states[-1] if states else one.actor)
    return found


def _filled(event: Event, parties: tuple[Participation, ...]) -> Event:
    reasons = (
        *(reason for reason in event.reasons if reason != "no actor is named"),
        "actors carried over from the act told before",
    )
    confidence = round(max(event.confidence - 0.05, 0.05), 3)
    return replace(event, participants=parties, confidence=confidence, reasons=reasons)


def _states(parties: Sequence[Participation], actors: Mapping[str, Actor]) -> tuple[Participation, ...]:
    """The states that people and bodies stand for, where at least two are known; else nobody."""
    found: dict[str, Participation] = {}
    for one in parties:
        owners = [name for name in lineage(one.actor, actors) if name in actors]
        states = [name for name in owners if actors[name].kind in (ActorKind.STATE, ActorKind.ORGANISATION)]
        if states:
            found[states[-1]] = Participation(states[-1], Role.PARTICIPANT)
    return tuple(found.values()) if len(found) > 1 else ()
