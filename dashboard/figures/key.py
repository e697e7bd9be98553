"""The key under a chart: only the shapes and statuses that are on it. Called by ``chart``."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.figures.badges import badge_drawn
from dashboard.figures.drawing import Trace, bar_ring, circle_ring, fills, lines, texts, trace
from dashboard.figures.texts import escaped
from dashboard.figures.themes import Theme, faded
from dashboard.model import Status
from dashboard.timeline import Layout, measure
from dashboard.timeline.badges import ACCEPTED, CORRECTED, DOUBTFUL
from dashboard.timeline.symbols import SHAPES
from dashboard.wording import format_number, message

KEY_ROW = 22.0
_SIZE = 12.0
_SHAPES = {
    "circle": "talks and support",
    "square": "statement, office",
    "diamond": "agreement, cooperation",
    "triangle-up": "conflict in words",
    "triangle-down": "conflict in deeds",
    "x": "use of force",
}
_STATUSES = {
    Status.PLANNED: "planned",
    Status.HYPOTHETICAL: "hypothetical",
    Status.DENIED: "denied or called off",
}
_BADGES = {
    DOUBTFUL: "waits for review",
    ACCEPTED: "accepted by a person",
    CORRECTED: "corrected or made by a person",
}
KEY_WORDS = {
    **_SHAPES,
    "soft": "date not exact",
    **{status.value: words for status, words in _STATUSES.items()},
    "arrow": "goes on",
    **_BADGES,
    "cluster": "events that stand together",
    "density": "the darker, the more events",
}
"""What can be in a key, and what it says, in this order."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what is drawn at x, y (from the key's top), and the words beside it."""

    what: str
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Key:
    """The entries of a key, and its height in pixels."""

    items: tuple[Item, ...]
    height: float


def key_of(layout: Layout, language: str) -> Key:
    """The key of a layout: nothing where all marks are plain dots and bars, and all are labelled."""
    drawn = _drawn_in(layout)
    said = [(what, message(words, language)) for what, words in KEY_WORDS.items() if what in drawn]
    items = _placed(said, layout)
    rows = max((item.y for item in items), default=-KEY_ROW / 2) + KEY_ROW / 2
    said_of = counted(layout, language)
    if said_of:
        last = max(
            (item.x + 14 + measure(item.words, _SIZE) for item in items if item.y > rows - KEY_ROW), default=0
        )
        rows += KEY_ROW if not items or layout.right - last < measure(said_of, _SIZE) + 24 else 0.0
    return Key(items, rows + (6.0 if rows else 0.0))


def _drawn_in(layout: Layout) -> set[str]:
    """What of a key is in a layout."""
    shapes = {mark.symbol for mark in layout.marks if mark.shape == "dot"}
    found = shapes if shapes != {"circle"} else set()
    found |= {mark.status.value for mark in layout.marks} | {mark.badge for mark in layout.marks}
    tests = {
        "soft": any(mark.fade_left and mark.fade_right for mark in layout.marks),
        "arrow": any(mark.arrow_left or mark.arrow_right for mark in layout.marks),
        "cluster": bool(layout.clusters),
        "density": bool(layout.bins),
    }
    return found | {what for what, is_there in tests.items() if is_there}


def counted(layout: Layout, language: str) -> str:
    """How many of the shown events are drawn one by one, and how many labelled; "" where all are both."""
    marked = len({mark.event for mark in layout.marks})
    number = partial(format_number, language=language)
    if marked < layout.shown:
        return message(
            "{marked} of {shown} events marked, {labelled} labelled; the rest counted",
            language, marked=number(marked), shown=number(layout.shown), labelled=number(layout.labelled),
        )  # fmt: skip
    if layout.labelled < layout.shown:
        return message(
            "{labelled} of {shown} events labelled",
            language,
            labelled=number(layout.labelled),
            shown=number(layout.shown),
        )
    return ""


def _placed(said: Sequence[tuple[str, str]], layout: Layout) -> tuple[Item, ...]:
    x, y = layout.left + 8, KEY_ROW / 2
    found: list[Item] = []
    for what, words in said:
        width = 14 + measure(words, _SIZE) + 22
        if found and x + width - 22 > layout.right:
            x, y = layout.left + 8, y + KEY_ROW
        found.append(Item(what, words, x, y))
        x += width
    return tuple(found)


def key_traces(key: Key, theme: Theme, top: float) -> list[Trace]:
    """The traces of a key whose top is at a y."""
    if not key.items:
        return []
    shapes = [item for item in key.items if item.what in SHAPES]
    found = [
        trace(
            mode="markers",
            x=[item.x for item in shapes],
            y=[top + item.y for item in shapes],
            marker={
                "symbol": [item.what for item in shapes],
                "size": 9,
                "color": theme.connector,
                "opacity": 1,
            },
        ),
        texts(
            [(item.x + 9, top + item.y, escaped(item.words)) for item in key.items],
            size=_SIZE,
            colour=theme.muted,
            position="middle right",
        ),
    ]
    for item in key.items:
        found += _drawn(item, theme, top + item.y)
    return [each for each in found if each["x"]]


def _drawn(item: Item, theme: Theme, y: float) -> list[Trace]:
    """The entries that are not plain shapes."""
    colour, x = theme.connector, item.x
    if item.what == "soft":
        ring = bar_ring(x - 9, x + 5, y, 8, (0, 0))
        stops = [
            [0, faded(colour, 0)],
            [0.4, faded(colour, 1)],
            [0.6, faded(colour, 1)],
            [1, faded(colour, 0)],
        ]
        gradient = {"type": "horizontal", "start": x - 9, "stop": x + 5, "colorscale": stops}
        return [fills([ring], faded(colour, 0)) | {"fillgradient": gradient}]
    if item.what == "cluster":
        return [lines([circle_ring(x, y, 5.5)], colour, 1.8)]
    if item.what == "density":
        steps = [(x - 9 + 5 * at, 0.25 + 0.3 * at) for at in range(3)]
        return [
            fills([bar_ring(left, left + 5, y, 10, (0, 0))], faded(colour, alpha)) for left, alpha in steps
        ]
    if item.what == "arrow":
        return [fills([[(x - 5, y - 4), (x + 5, y), (x - 5, y + 4), (x - 5, y - 4)]], colour)]
    if item.what in _BADGES:
        return badge_drawn(item.what, [(x - 1, y)], theme.text)
    if item.what == Status.PLANNED:
        return [lines([circle_ring(x, y, 4.5)], colour, 1.8)]
    if item.what == Status.HYPOTHETICAL:
        return [lines([circle_ring(x, y, 4.5)], colour, 1.6, "2px,2px")]
    if item.what == Status.DENIED:
        cross = [[(x - 2, y - 2), (x + 2, y + 2)], [(x - 2, y + 2), (x + 2, y - 2)]]
        return [lines([circle_ring(x, y, 4.5), *cross], colour, 1.4)]
    return []
