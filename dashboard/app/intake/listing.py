"""The list of articles that are being brought: what of it changes from one look to the next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html, no_update

from dashboard.app.intake.jobs import BUSY, Batch, Item, State
from dashboard.app.intake.review import card, found

Component = Any
Shown = Sequence[Sequence[Any]]


@dataclass(slots=True)
class Changes:
    """What to draw anew in the list: rooms by place, cards and what was found by their item's id.

    Each is a component of its own, and a room holds a card and the next room: what stands in the page when
    another is drawn is not drawn again, so that nothing that somebody is typing in it is lost.
    """

    rooms: dict[int, Component] = field(default_factory=dict)
    cards: dict[str, Component] = field(default_factory=dict)
    found: dict[str, Component] = field(default_factory=dict)

    def answers(self, asked: Sequence[Sequence[Mapping[str, Any]]]) -> list[list[Any]]:
        """The children of the rooms, cards and found parts that Dash asks for, in its order."""
        parts: tuple[tuple[str, Mapping[Any, Component]], ...] = (
            ("at", self.rooms), ("item", self.cards), ("item", self.found),
        )  # fmt: skip
        return [
            [made.get(each["id"][key], no_update) for each in wanted]
            for (key, made), wanted in zip(parts, asked, strict=True)
        ]


def changes(batch: Batch, shown: Shown, language: str) -> tuple[Changes, list[list[Any]]]:
    """What to change in the list, and what it shows then: (item, state when it was drawn, stage).

    A card is drawn once when its article has been read; after that only what was found changes.
    """
    items = list(batch.items.values())
    now = [[item.id, item.state.value, item.stage] for item in items]
    same = [each[0] for each in shown] == [each[0] for each in now[: len(shown)]]
    stood, made = len(shown) if same else 0, Changes()
    for item, was, then in zip(items, shown[:stood], now, strict=False):
        if list(was) == then:
            continue
        if item.timeline is not None and was[1] in {State.READ.value, "again"}:
            made.found[item.id] = _drawn(found, item, language)
        else:
            made.cards[item.id] = _drawn(card, item, language)
    if not same or stood < len(items):
        made.rooms[stood] = _chain(items[stood:], stood, language)
    for each, item in zip(now, items, strict=True):
        if item.timeline is not None and item.state in BUSY:
            each[1] = "again"  # its card stands; what was found will change once more
    return made, now


def _chain(items: Sequence[Item], at: int, language: str) -> list[Component]:
    """What a room holds: the first of the items, and the room for the others."""
    held: list[Component] = []
    for place, item in reversed(list(enumerate(items, at + 1))):
        slot = html.Div(
            _drawn(card, item, language), id={"type": "intake-card", "item": item.id}, className="intake-room"
        )
        held = [slot, room(place, held)]
    return held


def room(at: int, held: Sequence[Component] = ()) -> Component:
    """The place in the list that another article comes into, with what is in it already."""
    return html.Div(list(held), id={"type": "intake-room", "at": at}, className="intake-room")


def _drawn(draw: Callable[[Item, str], Component], item: Item, language: str) -> Component:
    """What is drawn of an item, which keeps in mind the events that a reader can choose from."""
    if item.timeline is not None:
        item.offered = frozenset(each.id for each in item.timeline.events)
    return draw(item, language)
