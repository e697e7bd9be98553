"""Pictures in the sizes that people need: a figure laid out so that it fills a slide, a column, a poster.

Called by the Publish dialog and ``detente export``; whoever draws the figure scales it to ``Picture.width``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Figure = dict[str, Any]
Make = Callable[[float, float], Figure]
"""A figure of a width in pixels, its labels rising at most so high."""

_TALLEST = (560.0, 300.0, 150.0, 60.0)
_SHAPED = 1280.0  # the width at which a figure of one shape is made
_MAGNIFIED = (2.4, 2.0, 1.7, 1.45, 1.25, 1.1, 1.0, 0.85, 0.7, 0.55)


@dataclass(frozen=True, slots=True)
class Preset:
    """A size in CSS pixels; ``height`` None follows the chart. ``paper`` is in millimetres, for a PDF."""

    name: str
    width: int
    height: int | None
    paper: tuple[int, int] | None = None


PRESETS: Mapping[str, Preset] = {
    "natural": Preset("As wide as a page, as high as it needs", 1280, None),
    "slide": Preset("Slide, 1920 × 1080", 1920, 1080),
    "column": Preset("Column, 620 wide", 620, None),
    "social": Preset("Social media, 1200 × 630", 1200, 630),
    "a2": Preset("Poster A2", 2245, 1587, (594, 420)),
    "a1": Preset("Poster A1", 3179, 2245, (841, 594)),
}
"""The sizes by their keys; names are messages of the catalogue."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure and the size that it is drawn at: its own layout is ``scale`` times smaller."""

    figure: Figure
    width: int
    height: int
    paper: tuple[int, int] | None = None

    @property
    def scale(self) -> float:
        """Pixels of the picture for each of the figure's."""
        return self.width / float(self.figure["layout"]["width"])


def picture(make: Make, preset: Preset, *, flexible: bool = True) -> Picture:
    """The picture of a preset: letters as large as they can be where both sides are given.

    Where not even the smallest letters fit, there are fewer labels. A figure that is not ``flexible`` has one
    shape whatever its width: it stands in the middle.
    """
    if preset.height is None:
        figure = make(preset.width, _TALLEST[0])
        return Picture(figure, preset.width, round(figure["layout"]["height"]), preset.paper)
    fitted = _fitting(make, preset.width, preset.height) if flexible else make(_SHAPED, _TALLEST[0])
    return Picture(_filled(fitted, preset.height / preset.width), preset.width, preset.height, preset.paper)


def _fitting(make: Make, width: int, height: int) -> Figure:
    figure: Figure = {}
    for tallest in _TALLEST:
        for magnified in _MAGNIFIED if tallest == _TALLEST[0] else _MAGNIFIED[3:]:
            figure = make(round(width / magnified), tallest)
            if figure["layout"]["height"] * magnified <= height:
                return figure
    return figure


def _filled(figure: Figure, ratio: float) -> Figure:
    """The figure on paper of a ratio of height to width, in the middle of it; wider if it is too high."""
    layout = figure["layout"]
    width, height = float(layout["width"]), float(layout["height"])
    wanted = (max(width, height / ratio), max(height, width * ratio))
    side, above = (wanted[0] - width) / 2, (wanted[1] - height) / 2
    margin = {"l": 0, "r": 0, "t": 0, "b": 0} | layout.get("margin", {})
    margin |= {
        "l": margin["l"] + side, "r": margin["r"] + side, "t": margin["t"] + above, "b": margin["b"] + above
    }  # fmt: skip
    return figure | {
        "layout": layout | {"width": round(wanted[0]), "height": round(wanted[1]), "margin": margin}
    }
