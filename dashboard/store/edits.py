"""What people do to events, as pure functions: edit, accept, merge, split, make by hand.

An event's evidence is never lost, its id never changes, and titles that nobody typed follow its fields.
Called by the app; ``project`` keeps what comes out.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dashboard.errors import EditError
from dashboard.events.merging import everyone
from dashboard.model import (
    Actor,
    Article,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    Review,
    Status,
    TimeExpression,
    TimexRole,
    When,
)
from dashboard.store.retitling import retitled

Actors = Mapping[str, Actor]
BY_HAND = "made by hand"
JOINED = "joined by a reader"
PARTED = "split by a reader"
CHOSEN = "words chosen by a reader"
CHECKED = 1.0
"""The confidence of an event that a person has checked: what the machine thought of it is in its reading."""
FIELDS = ("title", "when", "type", "mode", "status", "participants", "place", "note")
"""What a reader can change of an event, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What an event shall say. A language without a title here gets one that is composed."""

    when: When
    type: str
    mode: str | None = None
    status: Status = Status.HAPPENED
    participants: tuple[Participation, ...] = ()
    place: Place | None = None
    note: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


def fields_of(event: Event) -> Fields:
    """What an event says, as a form begins with it."""
    return Fields(
        event.when, event.type, event.mode, event.status, event.participants, event.place, event.note,
        dict(event.titles),
    )  # fmt: skip


def differences(one: Event, other: Event) -> tuple[str, ...]:
    """The names in ``FIELDS`` in which two versions of an event say different things."""
    found = []
    for name in FIELDS:
        a, b = (_said(each, name) for each in (one, other))
        if a != b:
            found.append(name)
    return tuple(found)


def _said(event: Event, name: str) -> object:
    if name == "title":
        return dict(event.titles)
    if name == "when":  # how a date was understood is no other date
        return event.when.edtf, event.when.earliest, event.when.latest
    if name == "place":
        return event.place and (event.place.id, dict(event.place.names))
    return getattr(event, name)


def edited(event: Event, fields: Fields, actors: Actors, taken: Collection[str] = ()) -> Event:
    """The event saying what the fields say; itself if that is nothing new.

    Args:
        event: as it stands.
        fields: what it shall say.
        actors: everyone that it may name.
        taken: titles of other events, which a composed one does not repeat.
    """
    same_day = (fields.when.edtf, fields.when.earliest, fields.when.latest) == _said(event, "when")
    changed = replace(
        event,
        when=event.when if same_day else fields.when,
        type=fields.type,
        mode=fields.mode or None,
        status=fields.status,
        participants=fields.participants,
        place=fields.place,
        note=fields.note,
    )
    changed = replace(changed, titles=retitled(event, changed, fields.titles, actors, taken))
    if not differences(event, changed):
        return event
    return replace(changed, review=_touched(event), confidence=CHECKED)


def accepted(event: Event) -> Event:
    """The event as checked by a reader, corrected or as read; one made by hand is that already."""
    if event.review is Review.MANUAL:
        return event
    return replace(event, review=Review.ACCEPTED, confidence=CHECKED)


def _touched(event: Event) -> Review:
    return Review.MANUAL if event.review is Review.MANUAL else Review.EDITED


def merged(events: Sequence[Event], actors: Actors, taken: Collection[str] = ()) -> Event:
    """One event from several: the first's id, type, status and title; every quote, everyone, the finest date.

    Raises:
        EditError: there are not two different events.
    """
    if len({event.id for event in events}) < 2:
        raise EditError("Choose another event to merge this one with.")
    lead = events[0]
    evidence = {
        (each.article, each.start, each.end): each for event in reversed(events) for each in event.evidence
    }
    own = {(each.article, each.start, each.end) for each in lead.evidence}
    further = sorted(evidence.keys() - own)
    finest = min(events, key=lambda event: _width(event.when))
    notes = dict.fromkeys(event.note for event in events if event.note)
    reasons = dict.fromkeys([*lead.reasons, *(each for event in events for each in event.reasons), JOINED])
    joined = replace(
        lead,
        when=finest.when if _inside(finest.when, lead.when) else lead.when,
        mode=lead.mode or next((each.mode for each in events if each.mode and each.type == lead.type), None),
        participants=everyone([each for event in events for each in event.participants]),
        evidence=(*lead.evidence, *(evidence[key] for key in further)),
        place=lead.place or next((event.place for event in events if event.place), None),
        confidence=CHECKED,
        note="\n".join(notes),
        reasons=tuple(reasons),
        review=_touched(lead),
    )
    return replace(joined, titles=retitled(lead, joined, lead.titles, actors, taken))


def _width(when: When) -> tuple[bool, int]:
    if when.earliest is None or when.latest is None:
        return True, 0
    return when.approximate, (when.latest - when.earliest).days


def _inside(one: When, other: When) -> bool:
    """Whether a date says the same as another, only finer."""
    after = other.earliest is None or (one.earliest is not None and one.earliest >= other.earliest)
    before = other.latest is None or (one.latest is not None and one.latest <= other.latest)
    return after and before


def next_ids(event_id: str, is_taken: Callable[[str], bool], count: int = 1) -> list[str]:
    """The ids of the events that are split off one: ``<id>~2``, ``<id>~3``, whatever was split before."""
    root, _, number = event_id.rpartition("~")
    root = root if root and number.isdecimal() else event_id
    found: list[str] = []
    at = 2
    while len(found) < count:
        name = f"{root}~{at}"
        if name != event_id and not is_taken(name):
            found.append(name)
        at += 1
    return found


def split_by_quotes(
    event: Event, moved: Collection[int], new_id: str, actors: Actors, taken: Collection[str] = ()
) -> tuple[Event, Event]:
    """The event without the quotes of these numbers, and a new one that rests on them and on their date.

    Raises:
        EditError: one of the two would be left without a quote.
    """
    away = [each for at, each in enumerate(event.evidence) if at in moved]
    left = [each for at, each in enumerate(event.evidence) if at not in moved]
    if not away or not left:
        raise EditError("Choose at least one quote for each of the two events.")
    dates = [_dated(part) or event.when for part in (left, away)]
    parts = [replace(event, evidence=tuple(left)), replace(event, evidence=tuple(away), when=dates[1])]
    if dates[0] != dates[1]:
        parts[0] = replace(parts[0], when=dates[0])
    return _parted(event, (parts[0], parts[1]), new_id, actors, taken)


def _dated(evidence: Sequence[Evidence]) -> When | None:
    found = (each.expression.when for each in evidence if each.expression and each.expression.when)
    return next(found, None)


def split_by_date(
    event: Event, second: date, new_id: str, actors: Actors, taken: Collection[str] = ()
) -> tuple[Event, Event]:
    """The event up to the day before ``second``, and a new one from that day on; both keep every quote.

    Raises:
        EditError: the day is not inside the event's dates.
    """
    first, last = event.when.earliest, event.when.latest
    if first is None or last is None or not first < second <= last:
        raise EditError("Choose a day after the first and not after the last day of the event.")
    parts = (
        replace(event, when=_days(first, second - timedelta(days=1), event.when)),
        replace(event, when=_days(second, last, event.when)),
    )
    return _parted(event, parts, new_id, actors, taken)


def _days(first: date, last: date, whole: When) -> When:
    mark = "~" if whole.approximate else ""
    ends = dict.fromkeys(f"{day.isoformat()}{mark}" for day in (first, last))
    return When("/".join(ends), first, last, Granularity.DAY, whole.approximate, PARTED)


def split_by_actors(
    event: Event,
    sides: tuple[Collection[int], Collection[int]],
    new_id: str,
    actors: Actors,
    taken: Collection[str] = (),
) -> tuple[Event, Event]:
    """The event with the participants of some numbers, and a new one with others; both keep every quote.

    Raises:
        EditError: one of the two would have nobody, somebody would be in neither, or both are the same.
    """
    everyone = set(range(len(event.participants)))
    first, second = (everyone & set(side) for side in sides)
    if not first or not second:
        raise EditError("Choose at least one actor for each of the two events.")
    if everyone - first - second:
        raise EditError("Everyone must be in one of the two events: tick who is missing.")
    if first == second:
        raise EditError("The two events would be the same: leave somebody out of one of them.")
    parts = [
        replace(event, participants=tuple(each for at, each in enumerate(event.participants) if at in side))
        for side in (first, second)
    ]
    return _parted(event, (parts[0], parts[1]), new_id, actors, taken)


def _parted(
    event: Event, parts: tuple[Event, Event], new_id: str, actors: Actors, taken: Collection[str]
) -> tuple[Event, Event]:
    """The two parts, marked, with ids and titles of their own."""
    reasons = tuple(dict.fromkeys([*event.reasons, PARTED]))
    kept, new = (replace(part, reasons=reasons, review=_touched(event), confidence=CHECKED) for part in parts)
    kept = replace(kept, titles=retitled(event, kept, event.titles, actors, taken))
    used = {*taken, *kept.titles.values()}
    titles = retitled(event, new, event.titles, actors, used, anew=True)
    return kept, replace(new, id=new_id, titles=titles)


def made_by_hand(
    event_id: str,
    fields: Fields,
    actors: Actors,
    evidence: Sequence[Evidence] = (),
    taken: Collection[str] = (),
) -> Event:
    """A new event that says what the fields say; with or without words of an article."""
    blank = Event(
        event_id, {}, fields.type, fields.mode or None, fields.status, fields.when, fields.participants,
        tuple(evidence), fields.place, 1.0, (BY_HAND,), fields.note, Review.MANUAL,
    )  # fmt: skip
    return replace(blank, titles=retitled(blank, blank, fields.titles, actors, taken))


def evidence_of(
    article: Article, start: int, end: int, expressions: Sequence[TimeExpression] = ()
) -> Evidence:
    """The selected words of an article as evidence, without blanks around; dated by a date among them.

    Raises:
        EditError: no words are selected.
    """
    start, end = max(0, start), min(len(article.text), end)
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise EditError("Select some words of the article first.")
    inside = [
        each
        for each in expressions
        if each.when and each.role is TimexRole.EVENT and start <= each.start and each.end <= end
    ]
    return Evidence(article.id, article.text[start:end], start, end, inside[0] if inside else None, CHOSEN)
