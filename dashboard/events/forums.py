"""Courts to which somebody complains, and gatherings: they are no party to an act. Called by casting."""

from collections.abc import Mapping, Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger
from dashboard.model import Actor, ActorKind, Place, Role


def without_forum(
    parsed: Parsed, trigger: Trigger, sided: Sequence[tuple[Seen, str]], actors: Mapping[str, Actor]
) -> list[tuple[Seen, str]]:
    """The mentions without the court or body to which somebody complains of another, who is the target."""
    words, cues = parsed.sentence.words, parsed.words.cues

    def tie(one: Seen) -> str:
        return words[parsed.lead(one.first)]

    forums = [
        one for one, _ in sided
        if _body(one, actors) and one.first > trigger.head
        and tie(one) in cues["forums"]
    ]  # fmt: skip
    told = [(one, side) for one, side in sided if one not in forums]
    if forums and not any(side in ("object", "counterpart") for _, side in told):
        behind = [one for one, side in told if side == "concerned" and tie(one) in cues["topic_words"]]
        told = [(one, "object" if one in behind[:1] else side) for one, side in told]
    return told if any(side in ("object", "counterpart") for _, side in told) else list(sided)


def before_court(
    placed: list[tuple[Seen, Role]], trigger: Trigger, actors: Mapping[str, Actor]
) -> list[tuple[Seen, Role]]:
    """The mentions with their roles; who hears a complaint against another is no target of it."""
    against = [one for one, role in placed if role is Role.TARGET and not _body(one, actors)]
    if trigger.kind.code != "complaint" or not against:
        return placed
    return [
        (one, role if role is not Role.TARGET or one in against else Role.CONCERNED) for one, role in placed
    ]


def without_gathering(
    placed: list[tuple[Seen, Role]], parsed: Parsed, actors: Mapping[str, Actor]
) -> list[tuple[Seen, Role]]:
    """The mentions without a gathering as a host: "a visit to the Davos Forum" is to nobody."""
    words, gatherings = parsed.sentence.words, parsed.words.cues["gatherings"]
    return [
        (one, role) for one, role in placed
        if role is not Role.HOST or not _body(one, actors)
        or gatherings.isdisjoint(words[one.first : one.last])
    ]  # fmt: skip


def _body(one: Seen, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(one.mention.target or "")
    return actor is not None and actor.kind in (ActorKind.ORGANISATION, ActorKind.BODY)


def seat(
    parsed: Parsed, trigger: Trigger, spots: Sequence[Seen], places: Mapping[str, Place]
) -> Place | None:
    """Where a body sits of which a relative clause tells: "the conference in Paris, which decided"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    clause = parsed.parse.clauses[trigger.clause]
    if clause.opener != "rel" or trigger.noun or not clause.tokens or words[clause.tokens[0] - 1] != ",":
        return None
    for one in spots:
        place = places.get(one.mention.target or "")
        beside = one.last == clause.tokens[0] - 1 and words[one.first - 1] in cues["place_words"]
        if beside and place is not None and place.kind not in ("country", "region"):
            return place
    return None
