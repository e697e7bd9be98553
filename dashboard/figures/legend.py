"""The key under a view, and the sheet on which it is drawn with its frame. For network, matrix, map."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.figures.drawing import Ring, Trace, lines, page, texts
from dashboard.figures.frame import Frame, Sides
from dashboard.figures.texts import escaped
from dashboard.figures.themes import Theme
from dashboard.timeline import measure
from dashboard.timeline.measure import wrap

Entry = tuple[Callable[[float, float], list[Trace]], str]
"""What is drawn at x, y, and the words beside it."""

_ROW = 22.0
_LINE = 16.0
_SIZE = 12.0
_SAMPLE = 26.0

QUADS = {
    "material-cooperation": ("cooperation", "solid", "cooperation in deeds"),
    "verbal-cooperation": ("cooperation", "6px,4px", "cooperation in words"),
    "material-conflict": ("conflict", "solid", "conflict in deeds"),
    "verbal-conflict": ("conflict", "6px,4px", "conflict in words"),
    "neutral": ("muted", "1.5px,3px", "neither"),
}
"""How each class of events is drawn: a colour of the theme, a dash, and its name."""


def quad_look(theme: Theme, quad: str) -> tuple[str, str]:
    """The colour and the dash of a class."""
    name, dash, _ = QUADS[quad]
    colour: str = getattr(theme, name)
    return colour, dash


def sample(theme: Theme, quad: str) -> Callable[[float, float], list[Trace]]:
    """Draws a short line of a class."""
    colour, dash = quad_look(theme, quad)

    def draw(x: float, y: float) -> list[Trace]:
        return [lines([[(x, y), (x + _SAMPLE - 6, y)]], colour, 2.5, dash)]

    return draw


def key_lines(entries: Sequence[Entry], sides: Sides, top: float, theme: Theme) -> tuple[list[Trace], float]:
    """The traces of a key whose top is at a y, and its height."""
    found: list[Trace] = []
    words: list[tuple[float, float, str]] = []
    x, y = sides.left + 4, top + _ROW / 2
    room = sides.right - sides.left - 4 - _SAMPLE
    for draw, said in entries:
        first, *more = wrap(said, room, _SIZE, most=3)
        width = _SAMPLE + measure(first, _SIZE) + 20
        if x > sides.left + 4 and x + width - 20 > sides.right:
            x, y = sides.left + 4, y + _ROW
        found += draw(x, y)
        words.append((x + _SAMPLE, y, escaped(first)))
        for line in more:
            y += _LINE
            words.append((x + _SAMPLE, y, escaped(line)))
        x += width
    if not words:
        return [], 0.0
    found.append(texts(words, size=_SIZE, colour=theme.muted, position="middle right"))
    return found, y + _ROW / 2 - top + 4


def sheet(
    data: Sequence[Trace],
    notes: Sequence[dict[str, Any]],
    frame: Frame,
    sides: Sides,
    theme: Theme,
    *,
    width: float,
    top: float,
    end: float,
) -> dict[str, Any]:
    """The figure of a view that reaches from y ``top`` to ``end``, with title and footer around it."""
    above = top - frame.header
    layout = page(theme, width, end + frame.footer - above, above)
    layout["annotations"] = [*notes, *frame.notes(theme, sides, above, end)]
    layout["uirevision"] = "kept"
    return {"data": [each for each in data if each["x"]], "layout": layout}


def box(left: float, top: float, right: float, bottom: float) -> Ring:
    """The outline of a rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
