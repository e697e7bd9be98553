"""What a trigger's sentence says of its event: participants, place, mode.

Called by reading.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dashboard.events.antecedents import explaining
from dashboard.events.belonging import home
from dashboard.events.binding import in_force
from dashboard.events.casting import cast
from dashboard.events.forums import seat
from dashboard.events.grounds import dates_of
from dashboard.events.guests import TALK, invited, met_there, present
from dashboard.events.parsed import Parsed
from dashboard.events.scenes import Scene
from dashboard.events.serving import for_state
from dashboard.events.status import cue
from dashboard.events.ties import Seen, others_words, scope
from dashboard.events.triggers import Trigger
from dashboard.events.venues import find_place
from dashboard.events.whereabouts import by_parties
from dashboard.model import ActorKind, Mention, Participation, Place, Role, TimeExpression

_MEANS = (("by_phone", "phone"), ("by_video", "video"), ("by_letter", "letter"))

_FROM_AFAR = frozenset({"phone", "video"})
"""Modes of talks that take place nowhere: a place beside them is what they are about, or one of two."""

_BEYOND = 4
"""How many words behind its date the place of an act may stand."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Participants, place and mode of one trigger in its scene."""

    participants: tuple[Participation, ...]
    acts: bool
    place: Place | None
    mode: str | None


def _narrow(scene: Scene, trigger: Trigger, how: str) -> bool:
    """Whether only the noun phrase of a trigger tells who takes part: its clause is about something else."""
    if not trigger.noun or (how not in ("bound", "before") and not _dated_apart(scene, trigger)):
        return False
    others = [
        a.trigger for a in scene.attached if a.trigger is not trigger and a.trigger.clause == trigger.clause
    ]
    verbs = [
        t for t in scene.parsed.triggers
        if not t.noun and t.clause == trigger.clause and t.kind.strength >= 2
        and not _purpose(scene.parsed, trigger, t)
    ]  # fmt: skip
    return bool(others or verbs)


def _dated_apart(scene: Scene, trigger: Trigger) -> bool:
    """Whether only a relative clause dates a noun: "met X over the incident that took place on Saturday"."""
    parse = scene.parsed.parse
    dates = [a.expression.start for a in scene.attached if a.trigger is trigger]
    inside = [parse.clauses[parse.clause_of[scene.parsed.sentence.first_at(start)]] for start in dates]
    return bool(inside) and all(
        clause.opener in ("rel", "sub") and 0 <= min(clause.tokens) - trigger.end <= 1 for clause in inside
    )


def _gathering(parsed: Parsed, trigger: Trigger) -> list[list[int]]:
    """The words of the clause behind that tells whom talks bring together: "and will gather A and B"."""
    gathers = parsed.words.cues["brings_together"]
    behind = parsed.parse.clauses[trigger.clause + 1 : trigger.clause + 2]
    return [
        clause.tokens for clause in behind
        if clause.opener in ("coord", "rel") and any(
            lemma in gathers for i in clause.finite for lemma, _ in parsed.parse.verbs[i].readings
        )
    ]  # fmt: skip


def _purpose(parsed: Parsed, trigger: Trigger, verb: Trigger) -> bool:
    """Whether a verb only tells what for: « X a eu un entretien avec Y, afin de discuter de »."""
    finite = [i for i in parsed.parse.clauses[trigger.clause].finite if i > trigger.head]
    return verb.head > trigger.end and verb.tenses == {"infinitive"} and not finite


def _done_by(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """The verb of an act that a noun tells how it was done: "X had urged Y in a letter of 20 May to stop"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    lead = words[max(0, min(trigger.used) - _LEAD) : min(trigger.used)]
    by = any(word in cues["place_words"] or word in cues["by_words"] for word in lead)
    if not by or not (trigger.kind.mode in _SAID or trigger.kind.type == "STATEMENT"):
        return None
    verbs = (one for one in parsed.triggers if not one.noun and one.clause == trigger.clause)
    return next((one for one in verbs if one.head < trigger.head), None)


_SAID = frozenset({"letter", "phone", "video"})
"""The modes of acts by which another act is done."""
_LEAD = 3
"""How many words before a letter or a call "in" or "by" may stand."""


def _as_subjects(mentions: Sequence[Mention], role: Role | None) -> tuple[Participation, ...]:
    """Those who act, each once."""
    found = {one.target: Participation(one.target, role, one.role) for one in mentions if one.target and role}
    return tuple(found.values())


def _who(
    scene: Scene,
    trigger: Trigger,
    tokens: frozenset[int],
    rivals: Sequence[Trigger],
    *,
    narrow: bool,
    alone: bool,
) -> tuple[tuple[Participation, ...], bool]:
    """Who takes part by a trigger's own words, else by those around it; ``alone`` forbids the latter."""
    participants, acts = cast(
        scene.parsed, trigger, tokens, scene.people, scene.actors, narrow=narrow,
    )  # fmt: skip
    if narrow and (verb := _done_by(scene.parsed, trigger)) is not None:
        whole = scope(scene.parsed, verb, (), narrow=False)
        participants, acts = cast(scene.parsed, verb, whole, scene.people, scene.actors, narrow=False)
    if (
        trigger.kind.frame == "shared"
        and (trigger.noun or trigger.passive)
        and not participants
        and not alone
    ):
        # "Trump left after two days of talks": those of the clause around are the ones who talked
        around = scene.parsed.parse.chain(trigger.clause)
        clauses = [scene.parsed.parse.clauses[number].tokens for number in around]
        if trigger.noun:
            clauses += _gathering(scene.parsed, trigger)
        else:  # "was initialled after talks led by A": what has no verb of its own tells by whom
            clauses += [c.tokens for c in scene.parsed.parse.clauses if c.parent in around and not c.finite]
        wide = scope(scene.parsed, trigger, rivals, narrow=False).union(*clauses)
        participants, acts = cast(scene.parsed, trigger, wide, scene.people, scene.actors, narrow=False)
    if not participants and not alone:
        told = explaining(scene.parsed, trigger, scene.people)
        doers = [for_state(one, scene.actors).mention for one in told]
        participants = _as_subjects(doers, trigger.kind.subject)
    if not participants and trigger.noun and trigger.kind.mode == "multilateral":
        participants = _whose_summit(scene, trigger)
    return participants, acts


def find(scene: Scene, trigger: Trigger, how: str, date: TimeExpression | None = None) -> Finding:
    """Who takes part in a trigger's event, where and how; ``how`` is how its date is attached."""
    narrow = _narrow(scene, trigger, how)
    rivals = [a.trigger for a in scene.attached if a.trigger is not trigger]
    tokens = scope(scene.parsed, trigger, rivals, narrow=narrow)
    alone = trigger.noun and (how == "counted" or _stands(scene, trigger))
    if alone:
        tokens &= _phrase(scene.parsed, trigger)
    participants, acts = _who(scene, trigger, tokens, rivals, narrow=narrow, alone=alone)
    if not narrow and not alone:
        # "a meeting that will be held on Thursday in New York": the clause of the date may name the place
        dated = [a.expression for a in scene.attached if a.trigger is trigger and a.how not in _APART]
        tokens = tokens.union(*(_clause_of(scene, one.start) for one in dated))
        tokens -= others_words(scene.parsed, trigger, rivals)
    hosts = frozenset(home(one.actor, scene.actors) for one in participants if one.role is Role.HOST)
    place = find_place(
        scene.parsed, trigger, tokens, scene.spots, scene.places
        , hosts=hosts, narrow=narrow or alone, dates=dates_of(scene, trigger, date),
    )  # fmt: skip
    place = place or by_parties(scene, trigger, participants)
    place = place or seat(scene.parsed, trigger, scene.spots, scene.places)
    if trigger.kind.object is Role.HOST and hosts and (place is None or place.kind in ("country", "region")):
        first = next(home(one.actor, scene.actors) for one in participants if one.role is Role.HOST)
        told = place is not None and place.kind == "country" and (place.country or "").lower() in hosts
        place = place if told or first not in _lands_told(scene) else _country(first, scene.places)
    if trigger.kind.object is Role.HOST or trigger.kind.type == "CONSULT":
        participants = _without_grounds(scene, trigger, participants, place)
    if trigger.kind.type == "RETREAT" and place is not None and place.kind == "country":
        own = any(
            home(one.actor, scene.actors) == (place.country or "").lower() for one in _doers(participants)
        )
        place = None if own else place  # « Trump a annoncé le retrait des États-Unis »
    if trigger.kind.code == "embassy-opening" and place is not None:
        participants = _where_opened(scene, participants, place)
    if trigger.kind.type == "CONSULT":
        participants = invited(scene, trigger, participants)
    if trigger.kind.code == "visit":
        participants = met_there(scene, trigger, participants)
    if trigger.kind.type in ("CONSULT", "INVITE") or (trigger.kind.frame == "shared" and not participants):
        participants = present(scene, trigger, participants)
    mode = _mode(scene, trigger, participants, place)
    return Finding(participants, acts, None if mode in _FROM_AFAR else place, mode)


def _stands(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun only stands in force since its date: « lié à elle par un accord en vigueur depuis »."""
    dates = (a.expression.start for a in scene.attached if a.trigger is trigger)
    return any(in_force(scene.parsed, scene.parsed.sentence.first_at(start)) is trigger for start in dates)


def right_behind(scene: Scene, trigger: Trigger) -> set[str]:
    """Who is named right behind a verb, but for an article: "gave Chad", « ont rejoint l'Union »."""
    lead = scene.parsed.lead
    named = (one for one in scene.people if one.first > 0 and one.mention.form in ("name", "alias"))
    return {
        one.mention.target or ""
        for one in named
        if lead(one.first) + 1 == trigger.end or one.first == trigger.end
    }


def _phrase(parsed: Parsed, noun: Trigger) -> frozenset[int]:
    """The tokens of a noun that a date is counted from: up to the next comma, behind which others act."""
    words = parsed.sentence.words
    end = next((i for i in range(noun.end, len(words)) if words[i] == ","), len(words))
    return frozenset(range(min(noun.used) - _BEFORE_NOUN, end))


_BEFORE_NOUN = 2
"""How many words before a noun may still be its own: "the Brussels summit"."""


def _lands_told(scene: Scene) -> set[str]:
    """The countries of the places that a sentence tells."""
    told = (scene.places.get(one.mention.target or "") for one in scene.spots)
    return {(place.country or "").lower() for place in told if place is not None}


def _doers(participants: Sequence[Participation]) -> list[Participation]:
    return [one for one in participants if one.role is Role.INITIATOR]


def _without_grounds(
    scene: Scene, trigger: Trigger, participants: tuple[Participation, ...], place: Place | None
) -> tuple[Participation, ...]:
    """The participants without a state that is only told as where they go: "landed at Osan in Korea".

    It stays the host of those who come as its guests: "visited Britain", « s'est rendu en Chine ».
    """
    wide = place is None or place.kind in ("country", "region")
    told = {one.mention.target for one in scene.people if one.mention.rule == "venue"}
    named = {one.mention.target for one in scene.people if one.mention.rule != "venue"}
    if trigger.kind.code == "visit" and not trigger.noun:  # "with the ambassadors of Peru"
        behind = {one.mention.target for one in scene.people if one.first > trigger.head}
        states = frozenset({ActorKind.STATE, ActorKind.BODY})
        participants = _kept(participants, (named & behind) - told, scene, states)
    guests = trigger.noun or trigger.kind.type != "CONSULT" or _goes(scene.parsed, trigger)
    if guests if wide else trigger.kind.object is not Role.HOST:
        return participants
    here = {one.mention.target for one in scene.people if _ground(one, trigger, wide=wide)}
    return _kept(participants, here - named, scene)


def _kept(
    participants: tuple[Participation, ...],
    grounds: Collection[str | None],
    scene: Scene,
    kinds: frozenset[ActorKind] = frozenset(ActorKind),
) -> tuple[Participation, ...]:
    """The participants without those of some kinds on whose ground an act is, where others take part."""
    left = tuple(
        one for one in participants
        if one.role not in _GROUNDS or one.actor not in grounds or scene.actors[one.actor].kind not in kinds
    )  # fmt: skip
    return left or participants


def _goes(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether somebody goes to see those who live there, and does not only come, leave or pass."""
    verb = parsed.parse.verbs.get(trigger.head)
    return verb is not None and any(lemma in parsed.words.cues["goes_to"] for lemma, _ in verb.readings)


def _ground(one: Seen, trigger: Trigger, *, wide: bool) -> bool:
    """Whether a mention is where something is; where no city is told, behind what is done there."""
    behind = one.mention.form == "name" and one.first > trigger.head
    return one.mention.rule == "venue" and (not wide or behind)


_GROUNDS = frozenset({Role.HOST, Role.CONCERNED})
"""The roles of a state on whose ground something is."""


def _where_opened(
    scene: Scene, participants: tuple[Participation, ...], place: Place
) -> tuple[Participation, ...]:
    """The participants of the opening of an embassy, with the state in whose city it is."""
    land = (place.country or "").lower()
    homes = {home(one.actor, scene.actors) for one in participants}
    if not participants or land in homes or land not in scene.actors:
        return participants
    return (*participants, Participation(land, Role.TARGET))


def _whose_summit(scene: Scene, trigger: Trigger) -> tuple[Participation, ...]:
    """The organisation whose summit it is, where nobody else is told: "at a summit of the Rio Group"."""
    words, cues = scene.parsed.sentence.words, scene.parsed.words.cues
    for one in scene.people:
        actor = scene.actors.get(one.mention.target or "")
        if actor is None or actor.kind is not ActorKind.ORGANISATION:
            continue
        between = words[trigger.end : one.first] if one.first >= trigger.end else ("",)
        of = bool(between) and between[0] in cues["of_words"] and len(between) <= _ARTICLE
        if of or one.last == min(trigger.used):
            return (Participation(actor.id, Role.PARTICIPANT),)
    return ()


_ARTICLE = 2
"""How many words may stand between a summit and whose it is: "of the"."""
_APART = frozenset({"entry", "counted"})
"""How a date is attached that stands where another act is told."""


def place_again(scene: Scene, trigger: Trigger, expression: TimeExpression) -> Place | None:
    """Where an act is that is told once for several dates: "to Kyiv on the 14th and to Moscow a day later".

    The place between the date before and this one; None for the first date, or where none stands there.
    """
    sentence = scene.parsed.sentence
    dates = [a.expression for a in scene.attached if a.trigger is trigger and a.how not in _APART]
    before = [one.end for one in dates if one.end <= expression.start]
    if not before:
        return None
    first = sentence.first_at(max(before) - 1)
    links, start = scene.parsed.words.cues["coordinators"], sentence.first_at(expression.start)
    # "on 3 May in Oslo, and on 10 June in Rome": what stands before the cut is of the date before
    first = next((i for i in range(first + 1, start) if sentence.words[i] in links | {","}), first)
    last = sentence.span(expression.start, expression.end)[1] + _BEYOND
    later = [one.start for one in dates if one.start > expression.start]
    last = min(last, sentence.first_at(min(later))) if later else last
    spots = [one.mention.target or "" for one in scene.spots if first < one.first < last]
    able = [scene.places[spot] for spot in spots if spot in scene.places]
    return next((place for place in able if place.kind not in ("country", "region")), None) or next(
        (place for place in able if place.kind == "region"), None
    )


def _clause_of(scene: Scene, offset: int) -> list[int]:
    structure = scene.parsed.parse
    at = min(scene.parsed.sentence.first_at(offset), len(structure.clause_of) - 1)
    return structure.clauses[structure.clause_of[at]].tokens


def _country(code: str, places: Mapping[str, Place]) -> Place | None:
    """The country of a host among the places of the article."""
    return next(
        (p for p in places.values() if p.kind == "country" and (p.country or "").lower() == code), None
    )


def gathering_of(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The summit or conference for which a verb of meeting stands: "gathered for a summit"."""
    if trigger.noun or trigger.kind.code not in ("meeting", "hosting", "talks"):
        return None
    spoken_for = scene.spoken_for
    return next(
        (
            other
            for other in scene.parsed.triggers
            if other.noun and other.clause == trigger.clause and other.head not in spoken_for
            and other.kind.mode == "multilateral" and 0 < other.head - trigger.head <= 6
        ),
        None,
    )  # fmt: skip


def _mode(
    scene: Scene, trigger: Trigger, participants: Sequence[Participation], place: Place | None
) -> str | None:
    if trigger.kind.type != "CONSULT":
        return trigger.kind.mode
    if trigger.kind.code in TALK:
        for name, mode in _MEANS:
            if cue(scene.parsed, trigger.clause, name):
                return mode
    if trigger.kind.mode is None and place is not None and place.country and 2 <= len(participants) <= 3:
        homes = {home(one.actor, scene.actors) for one in participants}
        if "" not in homes and place.country.lower() not in homes and len(homes) > 1:
            return "third-party place"
    return trigger.kind.mode
