"""A panel in parts: each a component of its own, so that only what changed in it is drawn anew. Pure.

Whatever Dash draws anew is mounted anew, with everything in it: what somebody types there is gone, and so is
the place to which they have read. Used by the evidence panel, whose content comes again after every change.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from dash import no_update
from dash.development.base_component import Component

KIND = "part"


def part(name: str, made: Component) -> Component:
    """The component as a part of its panel: what it holds can change without the rest of the panel."""
    made.id = {"type": KIND, "name": name}
    return made


@dataclass(frozen=True, slots=True)
class Look:
    """What a panel holds: the frame around its parts as a digest, and what is in each of them."""

    frame: str
    parts: Mapping[str, bytes]

    @property
    def known(self) -> dict[str, Any]:
        """What the page keeps of it, to tell it from the next."""
        digests = {name: _digest(held) for name, held in self.parts.items()}
        return {"frame": self.frame, "parts": digests}


def look(content: Sequence[Component]) -> Look:
    """The look of a panel."""
    held: dict[str, bytes] = {}
    frame = _without_parts(orjson.loads(orjson.dumps(content, default=_plain)), held)
    return Look(_digest(orjson.dumps(frame)), held)


def changes(
    content: Sequence[Component], now: Look, shown: Mapping[str, Any] | None, there: Sequence[str]
) -> tuple[Any, list[Any]]:
    """What to draw anew on a page: the whole panel or nothing, and each of the parts that are ``there``.

    A panel without parts, such as a form, is always drawn anew.

    Args:
        content: the whole panel.
        now: the look of it.
        shown: what the page keeps of what it shows.
        there: the parts on the page, in the order in which Dash wants them.
    """
    before: Mapping[str, Any] = shown or {"frame": "", "parts": {}}
    if not now.parts or before["frame"] != now.frame or {*there} != now.parts.keys():
        return content, [no_update] * len(there)
    same = {name for name, held in now.parts.items() if before["parts"].get(name) == _digest(held)}
    return no_update, [no_update if name in same else orjson.loads(now.parts[name]) for name in there]


def _without_parts(given: Any, held: dict[str, bytes]) -> Any:
    """The same without what its parts hold, which goes into ``held``."""
    if isinstance(given, list):
        return [_without_parts(each, held) for each in given]
    if not isinstance(given, dict):
        return given
    props = given.get("props")
    if isinstance(props, dict) and isinstance(key := props.get("id"), dict) and key.get("type") == KIND:
        held[key["name"]] = orjson.dumps(props.get("children"))
        return {**given, "props": {**props, "children": None}}
    return {name: _without_parts(each, held) for name, each in given.items()}


def _digest(told: bytes) -> str:
    return hashlib.blake2b(told, digest_size=12).hexdigest()


def _plain(given: object) -> Any:
    if isinstance(given, Component):
        return given.to_plotly_json()
    raise TypeError(type(given).__name__)
