"""Who takes part in an event, and in which role: the mentions around its trigger. Called by findings."""

from collections.abc import Mapping, Sequence

from dashboard.events.adjectives import adjective_of_another, describes
from dashboard.events.alleging import alleged_sides
from dashboard.events.antecedents import begun_by, inherited, initiative, whom
from dashboard.events.appositions import heads_names, only_office
from dashboard.events.bearers import bracketed, headed
from dashboard.events.belonging import absorbed, kind_of
from dashboard.events.bounds import scenery_of, set_apart, theme
from dashboard.events.bystanders import all_behind, backs, is_source, only_reads, owned, without
from dashboard.events.concerning import to_act, told_of, without_bare
from dashboard.events.forums import before_court, without_forum, without_gathering
from dashboard.events.governing import alleged_by, made_to
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import inverted
from dashboard.events.serving import for_state, owner_of, state_of
from dashboard.events.sides import sides
from dashboard.events.status import verb_group
from dashboard.events.ties import (
    Seen,
    listed,
    names_text,
    office_of,
    only_a_place,
    possessed,
    shouted,
    whose,
)
from dashboard.events.triggers import Trigger
from dashboard.events.turning import turned
from dashboard.events.voices import first_person
from dashboard.model import Actor, ActorKind, Participation, Role

_INTO = frozenset({"invasion", "incursion"})
"""Kinds that are against the state whose ground is entered."""
_ASKING = frozenset({"DEMAND", "THREATEN", "ACCUSE"})
"""Types whose clause with "that" tells to whom they are addressed."""


def _role(trigger: Trigger, side: str, one: Seen, actors: Mapping[str, Actor]) -> Role | None:
    kind = trigger.kind
    if side == "subject":
        return kind.subject
    if side == "object":
        return kind.object
    if side == "counterpart":
        return {"directed": kind.object, "solo": Role.CONCERNED}.get(kind.frame, Role.PARTICIPANT)
    if side == "mutual":
        return Role.PARTICIPANT
    if side == "opposed":
        return Role.TARGET
    if side == "concerned":
        return Role.CONCERNED
    if side == "in" and trigger.passive and one.mention.form == "metonym":
        return kind.subject  # "was summoned to the Foreign Office"
    forced = kind.code in _INTO or kind.type == "ASSAULT"
    if side == "in" and forced and one.mention.rule == "embassy" and one.first > trigger.head:
        return kind.object  # « l'irruption de la police dans l'ambassade du Mexique »
    into = kind.object is Role.HOST or (kind.code in _INTO and one.first > trigger.head)
    if side == "in" and into and kind_of(one, actors) is ActorKind.STATE:
        return kind.object  # "entered Kuwait"
    return None


def cast(
    parsed: Parsed,
    trigger: Trigger,
    tokens: frozenset[int],
    seen: Sequence[Seen],
    actors: Mapping[str, Actor],
    *,
    narrow: bool,
) -> tuple[tuple[Participation, ...], bool]:
    """The participants of a trigger's event, and whether one of them is its subject."""
    near = _near(parsed, trigger, tokens, seen, actors)
    sided = _sided(parsed, trigger, near, seen, actors, narrow=narrow)
    aside = set_apart(parsed, trigger)
    told = [one for one in seen if aside is None or trigger.head < one.first in aside]
    given = initiative(parsed, trigger, told) if not narrow else {}
    placed = _placed(parsed, trigger, sided, given, actors)
    for one in told:
        target = one.mention.target or ""
        if target in given and all(target != other.mention.target for other, _ in placed):
            placed.append((one, given[target]))
    placed = without_gathering(before_court(placed, trigger, actors), parsed, actors)
    kept = absorbed(
        parsed, [(for_state(one, actors), role) for one, role in placed], actors, given, trigger.kind
    )
    found: dict[str, Participation] = {}
    for one, role in kept:
        target = one.mention.target or ""
        if target not in found or (found[target].role is Role.CONCERNED and role is not Role.CONCERNED):
            found[target] = Participation(target, role, one.mention.role)
    return tuple(found.values()), any(side == "subject" for _, side in sided)


def _near(
    parsed: Parsed,
    trigger: Trigger,
    tokens: frozenset[int],
    seen: Sequence[Seen],
    actors: Mapping[str, Actor],
) -> list[Seen]:
    """The mentions among an event's words that may take part in it."""
    others = all_behind(parsed, seen, trigger)
    near = [
        state_of(parsed, one, actors)
        for one in seen
        if one.first in tokens
        and one not in others
        and not (is_source(parsed, one) or only_a_place(parsed, one) or without(parsed, one))
        and not backs(parsed, one)
        and not adjective_of_another(parsed, one, trigger)
        and not (_belongs(parsed, one, seen, actors, trigger) or _thing(parsed, one, trigger))
        and not (theme(parsed, one, trigger) or _hall(parsed, one, trigger))
        and not (kind_of(one, actors) is ActorKind.PERSON and only_reads(parsed, one, trigger))
    ]
    near = [
        one
        for i, one in enumerate(near)
        if not (whose(parsed, one, near[:i]) or only_office(parsed, one, near[:i]))
    ]
    near = _without_heads(parsed, near, actors)
    near = [
        one
        for one in near
        if not (_audience(parsed, one, actors) or _names_gathering(parsed, one, trigger, actors))
        and (one.mention.form != "metonym" or not names_text(parsed, one))
    ]
    if (aside := set_apart(parsed, trigger)) is not None:
        near = [one for one in near if one.first in aside]
    if (scene := scenery_of(parsed, trigger)) is not None:
        near = [one for one in near if one.first in scene]
    if (led := made_to(parsed, trigger)) >= 0 and trigger.kind.frame != "shared":
        near = [one for one in near if one.first > led]
    near = owned(parsed, near, trigger)
    near = [one for i, one in enumerate(near) if not describes(parsed, one, near[:i], trigger)]
    near = [one for i, one in enumerate(near) if not _of_body(one, near[i + 1 : i + 2], actors)]
    return near


def _without_heads(parsed: Parsed, near: Sequence[Seen], actors: Mapping[str, Actor]) -> list[Seen]:
    """Some mentions without those that only tell whose officers, or whose members, are named next."""
    people = [one for one in near if kind_of(one, actors) is ActorKind.PERSON]
    heads: list[Seen] = []
    for i, one in enumerate(near):
        kind, last = kind_of(one, actors), heads[-1:]
        following = people if kind is ActorKind.STATE else near[i + 1 :]
        again = bool(last) and last[0] is near[i - 1] and kind_of(last[0], actors) is kind
        goes_on = again and listed(parsed, last[0], one)  # "of Chad and Sudan"
        if kind is not ActorKind.PERSON and (goes_on or heads_names(parsed, one, following)):
            heads.append(one)
    return [one for one in near if one not in heads]


def _hall(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a ministry is only where something is done: « a été signé au ministère de la Défense »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = parsed.lead(one.first)
    there = words[at] in cues["place_words"] and one.mention.form == "nominal"
    return there and trigger.passive and trigger.kind.frame == "shared" and "ministry" in one.mention.rule


def _thing(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a pronoun is what is said or signed, and nobody: « l'a démenti », "Russia broke them off"."""
    if trigger.noun or trigger.kind.done_to != "thing" or one.mention.rule != "object pronoun":
        return False
    direct = one.first < trigger.head or one.first - 1 in {trigger.head, *trigger.used}
    return direct and parsed.sentence.words[one.first] in parsed.words.cues["thing_pronouns"]


def _of_body(one: Seen, following: Sequence[Seen], actors: Mapping[str, Actor]) -> bool:
    """Whether an adjective tells whose the organisation right behind it is: « l'ukrainien Naftogaz »."""
    return any(
        one.mention.form == "demonym"
        and one.last == other.first
        and other.mention.form == "name"
        and kind_of(other, actors) is ActorKind.ORGANISATION
        for other in following
    )


def _sided(
    parsed: Parsed,
    trigger: Trigger,
    near: Sequence[Seen],
    seen: Sequence[Seen],
    actors: Mapping[str, Actor],
    *,
    narrow: bool,
) -> list[tuple[Seen, str]]:
    """Each mention with its side, and others of the sentence that take a side left empty."""
    if (blame := alleged_by(parsed, trigger)) is not None:
        return alleged_sides(parsed, blame, trigger, seen)
    sided = turned(parsed, trigger, sides(parsed, trigger, near))
    spoken = trigger.kind.type == "STATEMENT" and not trigger.noun and trigger.head in parsed.parse.verbs
    behind = spoken and inverted(parsed, trigger.head)  # then who speaks stands behind the verb
    behind = behind or _nobodys(parsed, trigger)
    related = parsed.parse.clauses[trigger.clause].opener == "rel"
    suffered = trigger.passive and any(
        side == "object" and (one.first < trigger.head or not related) for one, side in sided
    )  # « [X], qui a été remis à Y »: X suffers it, whoever stands behind
    led = suffered or any(side == "subject" for _, side in sided)
    if not (narrow or trigger.noun or behind or led):
        side = "object" if trigger.passive else "subject"
        aside = set_apart(parsed, trigger)
        others = inherited(parsed, trigger, seen, actors) if aside is None else []
        sided = [(one, side) for one in others if one not in near] + sided
    if not any(side == "subject" for _, side in sided):
        side = "object" if trigger.passive and not trigger.noun else "subject"
        we = first_person(parsed, trigger, seen, actors)
        sided = [(one, side) for one in we if one not in near] + sided
    if not trigger.noun and not any(side in ("object", "counterpart") for _, side in sided):
        side = "counterpart" if trigger.kind.frame == "shared" else "object"
        sided += [(one, side) for one in whom(parsed, trigger, seen) if one not in near]
    if narrow and not any(side == "subject" for _, side in sided) and possessed(parsed, trigger):
        finite = parsed.parse.clauses[trigger.clause].finite
        owners = [one for one in seen if finite and one.first < finite[0]]
        sided = [(one, "subject") for one in owners] + sided
    if trigger.noun and (begun := [one for one in begun_by(parsed, trigger, seen) if one not in near]):
        shared = trigger.kind.frame == "shared"
        sided = [
            (one, "object" if side == "subject" and one.first >= trigger.end and not shared else side)
            for one, side in sided
        ]
        sided = [(one, "subject") for one in begun] + sided
    if trigger.kind.type == "STATEMENT" and not trigger.noun:
        if behind and not narrow:
            near = [one for one, _ in sided]
            told = inherited(parsed, trigger, seen, actors)
            sided += [(one, "concerned") for one in told if one not in near]
        sided += told_of(parsed, trigger, seen, sided, actors)
    if trigger.kind.type in _ASKING and not trigger.noun:
        sided += to_act(parsed, trigger, seen, sided)
    if trigger.kind.code == "complaint":
        sided = without_forum(parsed, trigger, sided, actors)
    if trigger.noun and possessed(parsed, trigger):
        sided = [(owner_of(one, actors), side) for one, side in sided]
    return sided


def _nobodys(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether an act has no doer but "it": « il avait été convenu de rouvrir »."""
    group = verb_group(parsed, trigger)
    start = group[0] if group else trigger.head
    lead = parsed.sentence.words[start - 1] if start else ""
    told = [parsed.parse.verbs[i] for i in group if i in parsed.parse.verbs]
    been = any(lemma in parsed.words.cues["be"] for verb in told for lemma, _ in verb.readings)
    return been and trigger.kind.frame != "directed" and lead in parsed.words.cues["it_words"]


def _placed(
    parsed: Parsed,
    trigger: Trigger,
    sided: Sequence[tuple[Seen, str]],
    given: Mapping[str, Role],
    actors: Mapping[str, Actor],
) -> list[tuple[Seen, Role]]:
    """The mentions that have a role by their side, by who hosts, or by what was given beforehand."""
    hosted = _hosted(parsed, trigger)
    placed: list[tuple[Seen, Role]] = []
    for one, side in sided:
        if hosted is not None and side in ("subject", "object"):
            verb, always = hosted
            hosts = one.first < verb and (always or kind_of(one, actors) is ActorKind.STATE)
            guest = one.first > verb and always
            placed.append((one, Role.HOST if hosts else Role.TARGET if guest else Role.PARTICIPANT))
            continue
        role = given.get(one.mention.target or "") or _role(trigger, side, one, actors)
        if role is not None:
            placed.append((one, role))
    placed = [(one, role) for one, role in placed if not _sends_next(parsed, one, placed, actors)]
    # who accuses another of a deed is concerned by it
    return placed if alleged_by(parsed, trigger) is not None else without_bare(placed, trigger, actors)


def _sends_next(
    parsed: Parsed, one: Seen, placed: Sequence[tuple[Seen, Role]], actors: Mapping[str, Actor]
) -> bool:
    """Whether a state only tells whose the person is that is named right behind it: "Mali's Assimi Goita"."""
    own = parsed.sentence.words[one.last : one.last + 1] == ("'s",)
    return own and kind_of(one, actors) is ActorKind.STATE and any(
        other.first == one.last + 1 and kind_of(other, actors) is ActorKind.PERSON for other, _ in placed
    )  # fmt: skip


def _of_their_state(parsed: Parsed, one: Seen, seen: Sequence[Seen], actors: Mapping[str, Actor]) -> bool:
    """Whether a person only tells which a state is: « les États-Unis de Donald Trump »."""
    of = parsed.sentence.words[one.first - 1] in parsed.words.cues["of_words"]
    before = [other for other in seen if other.last == one.first - 1 and other.mention.rule == "state"]
    return of and bool(before) and kind_of(one, actors) is ActorKind.PERSON


def _belongs(
    parsed: Parsed, one: Seen, seen: Sequence[Seen], actors: Mapping[str, Actor], trigger: Trigger
) -> bool:
    """Whether one says whose somebody is ("Trump's envoy X", "X of Portugal"), or where a report is from."""
    words, kind = parsed.sentence.words, kind_of(one, actors)
    if one.last <= shouted(parsed, seen) or office_of(parsed, one, seen):
        return True
    if kind is ActorKind.STATE and (bracketed(parsed, one, seen) or headed(parsed, one)):
        return True
    if _of_their_state(parsed, one, seen, actors):
        return True
    of_state = kind is ActorKind.STATE and words[one.first - 1] in parsed.words.cues["of_words"]
    if not of_state and (kind is not ActorKind.PERSON or words[one.last : one.last + 1] != ("'s",)):
        return False
    people = [other for other in seen if other is not one and kind_of(other, actors) is ActorKind.PERSON]
    if of_state:
        return any(other.last == one.first - 1 and other.mention.form == "name" for other in people)
    return any(
        0 < other.first - one.last <= _OWNED
        and not any(
            words[i] == "," or i in parsed.parse.verbs for i in range(one.last, _named_at(parsed, other))
        )
        and not trigger.used & set(range(one.last, other.first))  # "Baker's meeting with Aziz"
        for other in people
    )


def _parted(parsed: Parsed, between: range) -> bool:
    """Whether a comma or a verb stands among words."""
    return any(parsed.sentence.words[i] == "," or i in parsed.parse.verbs for i in between)


def _named_at(parsed: Parsed, one: Seen) -> int:
    """The comma before a name that closes an apposition, else the name: "Tiani's deputy[,] General Mody,"."""
    words, at = parsed.sentence.words, one.first - 1
    while at > 0 and words[at] != "," and at > one.first - _OWNED:
        at -= 1
    closed = words[one.last : one.last + 1] == (",",) and words[at] == ","
    return at if closed else one.first


_OWNED = 5
"""How far behind "Trump's" the name may stand of whom he sent."""


def _hosted(parsed: Parsed, trigger: Trigger) -> tuple[int, bool] | None:
    """The verb of hosting or holding whose object a gathering is, and whether its subject surely hosts."""
    if not trigger.noun or trigger.kind.type != "CONSULT":
        return None
    hosts = parsed.words.cues["modal_hosts"]
    holders = parsed.words.cues["holders"]
    found = [
        (i, any(lemma in hosts for lemma, _ in verb.readings))
        for i, verb in parsed.parse.verbs.items()
        if i < trigger.head
        and parsed.parse.clause_of[i] == trigger.clause
        and any(lemma in hosts | holders for lemma, _ in verb.readings)
    ]
    return found[-1] if found else None


def _audience(parsed: Parsed, one: Seen, actors: Mapping[str, Actor]) -> bool:
    """Whether a body is only the one before which something is said or brought: « devant le Sénat »."""
    lead = parsed.sentence.words[max(0, one.first - 2) : one.first]
    heard = not parsed.words.cues["audience_words"].isdisjoint(lead)
    return heard and kind_of(one, actors) in (ActorKind.ORGANISATION, ActorKind.BODY)


def _names_gathering(parsed: Parsed, one: Seen, trigger: Trigger, actors: Mapping[str, Actor]) -> bool:
    """Whether a name only says which summit it was: "the Malta summit", "came to the APEC summit"."""
    if one.mention.form != "name":
        return False
    kind, words = kind_of(one, actors), parsed.sentence.words
    if trigger.kind.code == "cancellation" and kind is ActorKind.ORGANISATION:
        return False  # "The G7 summit was called off"
    if trigger.noun and trigger.kind.mode == "multilateral" and one.last == min(trigger.used):
        return kind is ActorKind.STATE
    following = words[one.last] if one.last < len(words) else ""
    gathers = any(
        len(form) == 1 and told.mode == "multilateral" for form, told in parsed.words.nouns.get(following, ())
    )
    return gathers and kind is not ActorKind.PERSON and one.last not in trigger.used
