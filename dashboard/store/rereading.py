"""Articles read again: which event of the new reading is which of the old. Pure; called by ``project``.

An event's id hangs on its sentence and its date, so another publication date or a better program may give
it another one. People's corrections, stories and addresses name the old id: an event that moved keeps it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.model import Event, Evidence

_LEAST = 0.5  # of the shorter quote that must be common


def matched(old: Mapping[str, Event], new: Sequence[Event]) -> dict[str, Event]:
    """The new events under the ids that they have in the project.

    Args:
        old: the machine's events until now, by id.
        new: what has been read now.
    """
    found = {event.id: event for event in new if event.id in old}
    vanished = [event for key, event in old.items() if key not in found]
    strangers = [event for event in new if event.id not in old]
    pairs = sorted(
        (
            (-score, before.id, after.id, before, after)
            for before, after in _near(vanished, strangers)
            if (score := likeness(before, after)) > 0
        ),
        key=lambda pair: pair[:3],
    )
    taken: set[str] = set()
    for _, _, _, before, after in pairs:
        if before.id not in found and after.id not in taken:
            taken.add(after.id)
            found[before.id] = replace(after, id=before.id)
    found |= {event.id: event for event in strangers if event.id not in taken}
    return found


def _near(old: Sequence[Event], new: Sequence[Event]) -> list[tuple[Event, Event]]:
    """The pairs with evidence in one article: only these can be the same."""
    by_article: dict[str, list[Event]] = {}
    for event in new:
        for article in dict.fromkeys(each.article for each in event.evidence):
            by_article.setdefault(article, []).append(event)
    found = []
    for event in old:
        near = {
            other.id: other
            for article in dict.fromkeys(each.article for each in event.evidence)
            for other in by_article.get(article, ())
        }
        found += [(event, other) for other in near.values()]
    return found


def likeness(before: Event, after: Event) -> float:
    """How sure it is that two readings are of one event; 0 where they are not.

    The same words are needed, and beside them the same type or the same words for the date: several
    events may stand in one sentence.
    """
    common = max((_common(one, other) for one in before.evidence for other in after.evidence), default=0.0)
    if common < _LEAST:
        return 0.0
    dated = bool(_dated(before) & _dated(after))
    if before.type != after.type and not dated:
        return 0.0
    ours = {each.actor for each in before.participants}
    theirs = {each.actor for each in after.participants}
    people = len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
    return common + 2 * (before.type == after.type) + dated + people + 0.5 * (before.mode == after.mode)


def _common(one: Evidence, other: Evidence) -> float:
    if one.article != other.article:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0.0, shared / max(1, min(one.end - one.start, other.end - other.start)))


def _dated(event: Event) -> set[tuple[str, int]]:
    return {(each.article, each.expression.start) for each in event.evidence if each.expression}


def elsewhere(event: Event, read: set[str]) -> tuple[Evidence, ...]:
    """What an event rests on beside the articles that have been read again."""
    return tuple(each for each in event.evidence if each.article not in read)


def joined(event: Event, evidence: Sequence[Evidence]) -> Event:
    """The event with the evidence that it had elsewhere."""
    known = {(each.article, each.start, each.end) for each in event.evidence}
    more = tuple(each for each in evidence if (each.article, each.start, each.end) not in known)
    return replace(event, evidence=event.evidence + more) if more else event
