"""Why each event is as it is: for ``detente explain``, and as data for whoever shows or doubts a field."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.events.ontology import modes, type_name
from dashboard.model import Actor, Event, Timeline
from dashboard.wording import format_when, labelled, message, quoted, reason, status_word

_FIELDS = (
    ("type by the word", "type"), ("type guessed from who and where", "type"), ("mode", "mode"),
    ("denied or called off", "status"), ("only a possibility", "status"), ("planned in the text", "status"),
    ("dated after", "status"), ("dated before", "status"), ("told as", "status"),
    ("the verb is in the future", "status"), ("open towards the present", "status"),
    ("date ", "when"), ("only known to be before", "when"), ("the text says that it was", "when"),
    ("the publication date is inferred", "when"),
    ("place ", "place"),
    ("actors ", "who"), ("no actor is named", "who"), ("the other party is", "who"), ("it is against", "who"),
)  # fmt: skip
"""Which field a reason is about, by how it begins; what is left is about the event as a whole."""


_BY = " by the words: "
"""What stands between a role and the words that name who has it."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One field of an event: its value as shown, and the reasons behind it, each "rule" or "rule: words".

    ``field`` is type, mode, status, when, place, confidence, the role of a participant, or participants
    where there are none.
    """

    field: str
    value: str
    reasons: tuple[str, ...]


def _field(said: str) -> str:
    if _BY in said:
        return "who"
    return next((field for start, field in _FIELDS if said.startswith(start)), "confidence")


def explanation(actors: Mapping[str, Actor], event: Event, language: str) -> tuple[Explained, ...]:
    """Every field of an event with its value and the reasons behind it, in a language."""
    by: dict[str, list[str]] = {}
    for said in event.reasons:
        by.setdefault(_field(said), []).append(said)

    def field(name: str, value: str, reasons: list[str] | None = None) -> Explained:
        found = by.get(name, []) if reasons is None else reasons
        return Explained(name, value, tuple(reason(said, language) for said in found))

    when = [*by.get("when", []), *(event.when.reason.split("; ") if event.when.reason else [])]
    fields = [
        field("type", f"{type_name(event.type, language)} ({event.type})"),
        field("status", status_word(event.status.value, language)),
        field("when", f"{format_when(event.when, language)} ({event.when.edtf})", when),
    ]
    if event.mode:
        mode = modes()[event.mode].get(language, event.mode)
        told = [said.replace(f"mode: {event.mode}", f"mode: {mode}") for said in by.get("mode", [])]
        fields.insert(1, field("mode", mode, told))
    fields += _participants(actors, event, language, by.get("who", []))
    if event.place is not None:
        fields.append(field("place", event.place.name(language)))
    fields.append(field("confidence", f"{event.confidence:.2f}"))
    return tuple(fields)


def _participants(
    actors: Mapping[str, Actor], event: Event, language: str, said: list[str]
) -> list[Explained]:
    """A field per participant, each with the words that name it, or else the rule for all of them."""
    if not event.participants and said:
        why = tuple(reason(each, language) for each in said)
        return [Explained("participants", message("none named", language), why)]
    rest = [one for one in said if _BY not in one]
    left = [one for one in said if _BY in one]
    names = {}
    for one in event.participants:
        actor = actors.get(one.actor)
        names[one.actor] = {one.actor} if actor is None else {*actor.names.values(), *actor.aliases}
    own: dict[str, str] = {}
    for sure in (True, False):  # first those whose words are a known name, then by role in their order
        for one in event.participants:
            fits = [
                each for each in left
                if each.startswith(f"{one.role.value}{_BY}")
                and (not sure or each.partition(": ")[2] in names[one.actor])
            ]  # fmt: skip
            if fits and one.actor not in own:
                own[one.actor] = fits[0]
                left.remove(fits[0])
    found = []
    for one in event.participants:
        actor = actors.get(one.actor)
        title = f" ({one.title})" if one.title else ""
        reasons = [own[one.actor]] if one.actor in own else rest
        value = f"{actor.name(language) if actor else one.actor}{title}"
        found.append(Explained(one.role.value, value, tuple(reason(each, language) for each in reasons)))
    return found


def explain(timeline: Timeline, language: str) -> str:
    """A text that shows, for each event, its fields, the rule and words behind them, and its quotes."""
    if not timeline.events:
        return message("No event was found.", language)
    return "\n\n".join(_told(timeline, event, language) for event in timeline.events)


_HEADS = {
    "when": "Date", "type": "Type", "status": "Status", "place": "Place", "confidence": "Confidence",
    "participants": "Actors",
}  # fmt: skip
"""Fields that are called otherwise than by their own name."""


def _told(timeline: Timeline, event: Event, language: str) -> str:
    lines = [f"{event.title(language)} [{event.id}]"]
    for one in explanation(timeline.actors, event, language):
        head = message(_HEADS.get(one.field, one.field), language)
        lines.append(f"  {labelled(head, one.value, language)}")
        lines += [f"    - {said}" for said in one.reasons]
    for told in event.evidence:
        when = f" [{told.expression.text}]" if told.expression else ""
        lines.append(f"  {quoted(' '.join(told.quote.split()), language)}{when}")
    return "\n".join(lines)
