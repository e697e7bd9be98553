"""One event told twice stands once: within an article and across articles. Called by build.

The answer does not depend on the order of the drafts: pairs are ranked by likeness, then by id, and two
groups join only if each member of one may be the same event as each member of the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from dashboard.events.belonging import lineage
from dashboard.events.echoes import Echo
from dashboard.events.ontology import kin
from dashboard.events.reading import Draft
from dashboard.model import (
    Actor,
    ActorKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    Role,
    Status,
    When,
)

_ROLES = (
    Role.INITIATOR,
    Role.SPEAKER,
    Role.HOST,
    Role.TARGET,
    Role.PARTICIPANT,
    Role.VENUE_STATE,
    Role.CONCERNED,
)
_BESIDE = frozenset({Role.CONCERNED, Role.VENUE_STATE})
_MAIN = frozenset(Role) - _BESIDE
_ACTING = frozenset({Role.INITIATOR, Role.SPEAKER})
_EITHER_SIDE = _BESIDE | {Role.PARTICIPANT}
"""Roles in which nobody acts on anybody."""
_REAL = frozenset({Status.HAPPENED, Status.PLANNED, Status.ONGOING})
_COARSE = frozenset(
    {
        Granularity.SEASON,
        Granularity.QUARTER,
        Granularity.HALF,
        Granularity.YEAR,
        Granularity.DECADE,
        Granularity.CENTURY,
    }
)

Actors = Mapping[str, Actor]


def _span(when: When) -> tuple[date, date]:
    return when.earliest or date.min, when.latest or date.max


def _inside(first: When, second: When) -> bool:
    """Whether one date lies inside the other."""
    a, b = _span(first), _span(second)
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def _related(first: str, second: str, actors: Actors) -> bool:
    """Whether one may act for the other: the same, or under one roof and not two persons."""
    if first == second:
        return True
    people = [one in actors and actors[one].kind is ActorKind.PERSON for one in (first, second)]
    return not all(people) and lineage(first, actors)[-1] == lineage(second, actors)[-1]


def _side(event: Event, roles: frozenset[Role]) -> list[str]:
    return [one.actor for one in event.participants if one.role in roles]


def _matched(first: Sequence[str], second: Sequence[str], actors: Actors) -> int:
    """How many of the shorter list have a relation in the longer one."""
    small, large = sorted((list(first), list(second)), key=len)
    return sum(any(_related(one, other, actors) for other in large) for one in small)


def _others(first: Sequence[str], second: Sequence[str], actors: Actors) -> bool:
    """Whether two events have different people of one state, and nobody in common: two visits of a month."""
    ours, theirs = (
        {one for one in side if one in actors and actors[one].kind is ActorKind.PERSON}
        for side in (first, second)
    )
    roots = {lineage(one, actors)[-1] for one in ours} & {lineage(one, actors)[-1] for one in theirs}
    return bool(roots) and not ours & theirs


def _strangers(first: Sequence[str], second: Sequence[str], actors: Actors) -> bool:
    """Whether people of one state act in one event and people of another in the other: each did their own."""
    ours, theirs = (
        {lineage(one, actors)[-1] for one in side if one in actors and actors[one].kind is ActorKind.PERSON}
        for side in (first, second)
    )
    return bool(ours) and bool(theirs) and not ours & theirs


def _same_people(first: Draft, second: Draft, actors: Actors) -> float:
    """How well the participants agree: 0 they contradict, below 1 little is known, up to 2."""
    ours, theirs = _side(first.event, _MAIN), _side(second.event, _MAIN)
    if not ours or not theirs:
        return 0.5
    if "directed" in (first.kind.frame, second.kind.frame) and first.kind.type == second.kind.type:
        for roles in (frozenset({Role.INITIATOR, Role.SPEAKER}), frozenset({Role.TARGET, Role.HOST})):
            a, b = _side(first.event, roles), _side(second.event, roles)
            if a and b and (not _matched(a, b, actors) or _strangers(a, b, actors)):
                return 0.0
        if first.event.when != second.event.when and _others(ours, theirs, actors):
            return 0.0
        return 1.0 if _matched(ours, theirs, actors) else 0.0
    matched, least = _matched(ours, theirs, actors), min(len(ours), len(theirs))
    if matched < least and not (least >= 3 and matched >= least - 1):
        return 0.0
    return 1.0 + min(matched, 2) / 2


def _same_place(first: Place | None, second: Place | None) -> bool:
    if first is None or second is None or first.id == second.id:
        return True
    wide = "country" in (first.kind, second.kind) or "region" in (first.kind, second.kind)
    return wide and bool(first.country) and first.country == second.country


def likeness(first: Draft, second: Draft, actors: Actors) -> float:
    """How sure it is that two drafts tell one event; 0 where it cannot be."""
    a, b = first.event, second.event
    if a.type != b.type and not kin(a.type, b.type):
        return 0.0
    if not (a.status == b.status or {a.status, b.status} <= _REAL):
        return 0.0
    if not _inside(a.when, b.when) or not _same_place(a.place, b.place):
        return 0.0
    if a.mode and b.mode and a.mode != b.mode and "phone" in (a.mode, b.mode):
        return 0.0
    if {(e.article, e.start) for e in a.evidence} & {(e.article, e.start) for e in b.evidence}:
        return 0.0
    people = 0.0 if _one_more(first, second) else _same_people(first, second, actors)
    if people == 0:
        return 0.0
    same_day = _span(a.when) == _span(b.when) and a.when.granularity is Granularity.DAY
    apart = {e.article for e in a.evidence}.isdisjoint(e.article for e in b.evidence)
    if a.type != b.type and not (same_day and people > 1 and apart):
        return 0.0
    coarse = bool(_COARSE & {a.when.granularity, b.when.granularity}) or None in (
        a.when.latest,
        b.when.latest,
    )
    if coarse and not apart and {a.status, b.status} == {Status.HAPPENED, Status.PLANNED}:
        return 0.0  # one article knows what is over: "visited on 3 May", "is expected later this year"
    if coarse and first.kind.code != second.kind.code and (a.type == "CONSULT" or people < 1):
        return 0.0
    told_otherwise = not same_day and first.kind.code != second.kind.code
    if told_otherwise and (a.place is None if a.type == "CONSULT" else not coarse):
        return 0.0  # "took office on 7 August" is none of the ambassadors named in August
    if people < 1 and first.kind.code != second.kind.code and not (a.mode and a.mode == b.mode):
        return 0.0
    return people + (1.0 if a.type == b.type else 0.0) + (0.5 if same_day else 0.0)


def _one_more(first: Draft, second: Draft) -> bool:
    """Whether one of two acts is told, in one article, as more than what stands before it: "also signed"."""
    early, late = sorted((first, second), key=lambda one: one.event.evidence[0].start)
    return late.further and early.event.evidence[0].article == late.event.evidence[0].article


def merge(drafts: Sequence[Draft], actors: Actors) -> list[Draft]:
    """The drafts with those that tell one event joined; the same set whatever their order."""
    ordered = sorted(drafts, key=lambda d: (_span(d.event.when), d.event.id, d.event.evidence[0].article))
    pairs: list[tuple[float, int, int]] = []
    linked: dict[tuple[int, int], float] = {}
    for i, j in _near(ordered, actors):
        value = likeness(ordered[i], ordered[j], actors)
        if value > 0:
            pairs.append((value, i, j))
            linked[i, j] = value
    group = list(range(len(ordered)))
    members = {i: [i] for i in group}
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = group[i], group[j]
        if a == b or any((min(x, y), max(x, y)) not in linked for x in members[a] for y in members[b]):
            continue
        for one in members[b]:
            group[one] = a
        members[a] += members.pop(b)
    return [_join([ordered[i] for i in sorted(found)], actors) for found in members.values()]


def _near(ordered: Sequence[Draft], actors: Actors) -> Iterator[tuple[int, int]]:
    """All pairs that may be alike, of drafts in order of their dates, and few others.

    Each has one type or one span of days, and somebody of one root in both unless one names nobody: what
    a look at every pair of a large affair would cost grows with its square.
    """
    spans = [_span(draft.event.when) for draft in ordered]
    roots = [{lineage(one, actors)[-1] for one in _side(draft.event, _MAIN)} for draft in ordered]
    by_type, by_span = defaultdict(list), defaultdict(list)
    for i, draft in enumerate(ordered):
        by_type[draft.event.type].append(i)
        by_span[spans[i]].append(i)
    for typed in by_type.values():
        for at, i in enumerate(typed, 1):
            for j in typed[at:]:
                if spans[j][0] > spans[i][1]:
                    break
                if not (roots[i] and roots[j] and roots[i].isdisjoint(roots[j])):
                    yield i, j
    for spanned in by_span.values():
        for i, j in combinations(spanned, 2):
            if ordered[i].event.type != ordered[j].event.type and not roots[i].isdisjoint(roots[j]):
                yield i, j


def _precision(draft: Draft) -> tuple[bool, int]:
    first, last = _span(draft.event.when)
    return draft.event.when.approximate, (last - first).days


def _join(drafts: Sequence[Draft], actors: Actors) -> Draft:
    """One draft from several: the finest date, the surest type, everyone and every quote."""
    if len(drafts) == 1:
        return drafts[0]
    sure = sorted(drafts, key=lambda d: (-d.kind.strength, -d.event.confidence, d.event.id))
    lead = sure[0]
    finest = min(drafts, key=lambda d: (_precision(d), -d.event.confidence, d.event.id))
    statuses = {d.event.status for d in drafts}
    status = Status.HAPPENED if Status.HAPPENED in statuses else lead.event.status
    evidence: dict[tuple[str, int], Evidence] = {}
    for draft in [finest, *sure]:
        for one in draft.event.evidence:
            evidence.setdefault((one.article, one.start), one)
    first = finest.event.evidence[0]
    rest = sorted((e for e in evidence.values() if e is not first), key=lambda e: (e.article, e.start))
    event = replace(
        lead.event,
        id=finest.event.id,
        mode=next((d.event.mode for d in sure if d.event.mode), None),
        status=status,
        when=finest.event.when,
        participants=unite([p for d in sure for p in d.event.participants], actors),
        evidence=(first, *rest),
        place=_finest_place([d.event.place for d in sure]),
        confidence=min(0.98, round(max(d.event.confidence for d in drafts) + 0.02 * (len(drafts) - 1), 3)),
        reasons=tuple(dict.fromkeys([*lead.event.reasons, "told in more than one place"])),
    )
    return Draft(event, lead.kind)


def _finest_place(places: Sequence[Place | None]) -> Place | None:
    known = [place for place in places if place is not None]
    return next(
        (place for place in known if place.kind not in ("country", "region")), known[0] if known else None
    )


def everyone(participants: Sequence[Participation]) -> tuple[Participation, ...]:
    """Everyone once, in the most telling role."""
    best: dict[str, Participation] = {}
    for one in participants:
        known = best.get(one.actor)
        if known is None:
            best[one.actor] = one
        elif _ROLES.index(one.role) < _ROLES.index(known.role):
            best[one.actor] = replace(one, title=known.title or one.title)
        elif not known.title and one.title:
            best[one.actor] = replace(known, title=one.title)
    return tuple(best.values())


def unite(participants: Sequence[Participation], actors: Actors) -> tuple[Participation, ...]:
    """Everyone once, in the most telling role; a person takes the place of whom they act for on one side."""
    best = {one.actor: one for one in everyone(participants)}
    kept = {
        actor: one
        for actor, one in best.items()
        if not any(_stands_for(other, one, actors) for other in best.values())
    }
    for actor, one in best.items():
        # what was said of the state ("at NATO's initiative") holds for the one who acts for it
        below = [other for other in kept if other != actor and actor in lineage(other, actors)[1:]]
        if len(below) == 1 and one.role is Role.INITIATOR and kept[below[0]].role is Role.PARTICIPANT:
            kept[below[0]] = replace(kept[below[0]], role=Role.INITIATOR)
    return tuple(kept.values())


def _stands_for(one: Participation, other: Participation, actors: Actors) -> bool:
    """Whether one acts for the other on the same side: Lavrov for Russia, unless Russia acts on Lavrov."""
    if one.actor == other.actor or other.actor not in lineage(one.actor, actors)[1:]:
        return False
    if one.role is other.role or (other.role in _EITHER_SIDE and one.role is not Role.CONCERNED):
        return True
    sides = {one.role, other.role}
    return sides <= _ACTING or (other.role in _ACTING and one.role is Role.PARTICIPANT)


def add_echoes(drafts: Sequence[Draft], echoes: Sequence[Echo], actors: Actors) -> list[Draft]:
    """The drafts with undated tellings added as further quotes, each only where one event fits."""
    made = list(drafts)
    for echo in echoes:
        fits = [i for i, draft in enumerate(made) if _echoes(draft, echo, actors)]
        if len(fits) != 1:
            continue
        event = made[fits[0]].event
        if any((e.article, e.start) == (echo.evidence.article, echo.evidence.start) for e in event.evidence):
            continue
        rest = sorted((*event.evidence[1:], echo.evidence), key=lambda e: (e.article, e.start))
        event = replace(
            event, evidence=(event.evidence[0], *rest), participants=_clearer(event, echo, actors)
        )
        made[fits[0]] = replace(made[fits[0]], event=event)
    return made


def _clearer(event: Event, echo: Echo, actors: Actors) -> tuple[Participation, ...]:
    """The participants, with the sides of an echo that says who acts on whom where the event does not."""
    sides = {one.role for one in event.participants if one.role not in _BESIDE}
    told = {one.role for one in echo.participants}
    if len(sides) > 1 or not {Role.INITIATOR, Role.TARGET} <= told:
        return event.participants
    others = [
        one
        for one in event.participants
        if not any(_related(one.actor, other.actor, actors) for other in echo.participants)
    ]
    sided = [_widest(one, event, actors) for one in echo.participants]
    return (*sided, *others)


def _widest(one: Participation, event: Event, actors: Actors) -> Participation:
    """A participant of an echo under the name of whom it belongs to, where the event names that one."""
    known = [other.actor for other in event.participants if other.actor in lineage(one.actor, actors)]
    return replace(one, actor=known[-1]) if known else one


def _echoes(draft: Draft, echo: Echo, actors: Actors) -> bool:
    """Whether an undated telling is surely of this event: type, both parties and something of its own."""
    event = draft.event
    if event.type != echo.kind.type or (event.mode or echo.mode) != (echo.mode or event.mode):
        return False
    if event.status in (Status.DENIED, Status.HYPOTHETICAL) or not _same_place(event.place, echo.place):
        return False
    if echo.kind.type == "CONSULT" and (echo.mode is None or event.mode != echo.mode):
        return False
    ours = [one.actor for one in event.participants if one.role not in _BESIDE]
    theirs = [one.actor for one in echo.participants if one.role not in _BESIDE]
    if len(theirs) < 2 or len(ours) < 2 or _matched(ours, theirs, actors) < max(len(ours), len(theirs)):
        return False
    return _anchored(draft, echo, actors)


def _anchored(draft: Draft, echo: Echo, actors: Actors) -> bool:
    """Whether an echo points at one act among many of its kind: the same persons, city, or "the call"."""
    people = {
        one.actor
        for one in draft.event.participants
        if one.actor in actors and actors[one.actor].kind is ActorKind.PERSON
    }
    both = len(people & {one.actor for one in echo.participants}) >= 2
    city = draft.event.place is not None and draft.event.place == echo.place
    narrow = city and echo.place is not None and echo.place.kind not in ("country", "region")
    return draft.kind.code == echo.kind.code and (echo.definite or both or narrow)
