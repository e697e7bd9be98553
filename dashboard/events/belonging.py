"""Whom an actor belongs to, and who acts for whom among those of one event. Called by casting and merging."""

from collections.abc import Mapping, Sequence

from dashboard.events.bearers import with_title
from dashboard.events.ontology import Kind
from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen, spoken_for
from dashboard.model import Actor, ActorKind, Role

_OF_ENVOYS = frozenset({"recall", "expulsion", "summoning"})
"""Kinds that are meant for the state of an envoy, also where the envoy is named."""


_SEVERAL = 2
"""How many there must be for one to act for another."""


def lineage(actor: str, actors: Mapping[str, Actor]) -> list[str]:
    """An actor and whom it belongs to, upwards."""
    found = [actor]
    while (known := actors.get(found[-1])) and known.affiliation and known.affiliation not in found:
        found.append(known.affiliation)
    return found


def home(actor: str, actors: Mapping[str, Actor]) -> str:
    """The country to which an actor belongs, in small letters; "" where it is of none."""
    for one in reversed(lineage(actor, actors)):
        known = actors.get(one)
        if known is not None and (known.country or known.kind == "state"):
            return (known.country or known.id).lower()
    return ""


def absorbed(
    parsed: Parsed,
    placed: Sequence[tuple[Seen, Role]],
    actors: Mapping[str, Actor],
    given: Mapping[str, Role],
    kind: Kind,
) -> list[tuple[Seen, Role]]:
    """Without the states and bodies for which a person or body among them acts, and without appositions."""
    if len(placed) < _SEVERAL:
        return list(placed)
    kept: list[tuple[Seen, Role]] = []
    people = [(one, role) for one, role in placed if kind_of(one, actors) is ActorKind.PERSON]
    targets = {one.mention.target for one, _ in placed}
    for one, role in placed:
        target = one.mention.target or ""
        owners = [
            other for other in targets if other and other != target and target in lineage(other, actors)[1:]
        ]
        sides = {r for other, r in placed if other.mention.target in owners}
        passing = role in sides or role in (Role.CONCERNED, Role.PARTICIPANT)
        if kind.type in ("ELECT", "APPOINT") and role is kind.subject and role not in sides:
            passing = False  # « Le Chili a élu Gabriel Boric »
        if any(spoken_for(parsed, one, other) for other, _ in people):
            kept.append((one, role))
            continue
        if any(_told_by(parsed, one, other) for other, r in people if r is role):
            continue
        if kind.code == "treaty-exit" and role is kind.object and kind.subject in sides:
            continue  # "Trump announced that the United States was leaving"
        facing = role is Role.INITIATOR and role not in sides  # "Chadian police arrested Habré, a Chadian"
        told = one.mention.form == "demonym" or (one.mention.form == "nominal" and not facing)
        if owners and target not in given and (passing or told):
            continue
        posted = kind.code in _OF_ENVOYS and role is kind.object and kind_of(one, actors) is ActorKind.STATE
        if not posted and any(
            other.mention.target != target and len(one.mention.text) > 3
            and one.mention.text in other.mention.role
            for other, _ in people
        ):  # fmt: skip
            continue
        if one.mention.form in ("demonym", "metonym", "role") and any(
            other.mention.target != target and _apposed(parsed, one, other) for other, _ in people
        ):
            continue
        kept.append((one, role))
    return kept


def _apposed(parsed: Parsed, one: Seen, person: Seen) -> bool:
    """Whether nothing but a comma or a word such as "the" parts one from a person: no verb."""
    before, after = person.first - one.last, one.first - person.last
    if not (0 <= before <= 2 or 0 <= after <= 1):
        return False
    low, high = (one.last, person.first) if before >= 0 else (person.last, one.first)
    return not any(i in parsed.parse.verbs for i in range(low, high))


def _told_by(parsed: Parsed, one: Seen, person: Seen) -> bool:
    """Whether a person only tells who another is: « l'épouse de [A], B, a dit »."""
    words, cues, at = parsed.sentence.words, parsed.words.cues, with_title(parsed, one).first - 1
    if one.mention.form != "name" or person.mention.form != "name" or at < _SEVERAL:
        return False
    who = words[at - 1]
    apart = words[one.last : one.last + 1] == (",",) and with_title(parsed, person).first == one.last + 1
    closed = words[person.last : person.last + 1] == (",",) and apart
    singular = any(words[i] in cues["known_by"] for i in range(max(0, at - _NOUN), at - 1))
    return closed and singular and words[at] in cues["of_words"] and who not in parsed.words.nouns


_NOUN = 7
"""How far before "of" the article of what one is to another may stand: « le porte-parole du roi A »."""


def kind_of(one: Seen, actors: Mapping[str, Actor]) -> ActorKind | None:
    """What kind of actor a mention means; None for one that means nobody known."""
    actor = actors.get(one.mention.target or "")
    return actor.kind if actor else None
