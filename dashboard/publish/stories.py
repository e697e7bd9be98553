"""A story: chosen events as ordered steps with captions, as the project keeps it and as it is told.

One document holds the whole order, so that moving a step is one undoable change.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

KEY = "main"
"""The key of the story's document: an affair has one story."""

MOST = 100
LONGEST = 600  # characters of a caption


@dataclass(frozen=True, slots=True)
class Step:
    """One step: an event, and what the teller says of it."""

    event: str
    caption: str = ""


def steps_of(
    documents: Mapping[str, Mapping[str, Any]], known: Collection[str] | None = None
) -> tuple[Step, ...]:
    """The steps that a project keeps, in order; only of ``known`` events where those are given."""
    kept = documents.get(KEY, {}).get("steps")
    found: dict[str, Step] = {}
    for each in kept if isinstance(kept, list) else []:
        if not isinstance(each, dict) or not isinstance(each.get("event"), str):
            continue
        caption = each.get("caption")
        step = Step(each["event"], caption[:LONGEST] if isinstance(caption, str) else "")
        if known is None or step.event in known:
            found.setdefault(step.event, step)
    return tuple(found.values())[:MOST]


def document_of(steps: Sequence[Step]) -> dict[str, Any]:
    """The document that keeps these steps."""
    return {"steps": [{"event": each.event, "caption": each.caption} for each in steps[:MOST]]}


def added(steps: Sequence[Step], event: str) -> tuple[Step, ...]:
    """The steps with an event at the end; unchanged if it is in the story already."""
    return tuple(steps) if any(each.event == event for each in steps) else (*steps, Step(event))


def removed(steps: Sequence[Step], event: str) -> tuple[Step, ...]:
    """The steps without an event."""
    return tuple(each for each in steps if each.event != event)


def moved(steps: Sequence[Step], event: str, by: int) -> tuple[Step, ...]:
    """The steps with an event moved by so many places, as far as there are any."""
    order = list(steps)
    at = next((place for place, each in enumerate(order) if each.event == event), None)
    if at is None:
        return tuple(steps)
    step = order.pop(at)
    order.insert(min(max(at + by, 0), len(order)), step)
    return tuple(order)


def captioned(steps: Sequence[Step], event: str, caption: str) -> tuple[Step, ...]:
    """The steps with another caption at an event."""
    tidy = caption.strip()[:LONGEST]
    return tuple(Step(event, tidy) if each.event == event else each for each in steps)
