"""What stands around a chart: title and subtitle above, lines such as sources below. Called by ``chart``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dashboard.figures.texts import breaks, runs_from_the_right
from dashboard.figures.themes import FONT, THEMES, Theme
from dashboard.timeline.measure import BOLD, REGULAR, wrap

_TITLE = 20.0
_SUBTITLE = 13.0
_FOOT = 12.0
_FOOT_LINES = 12
_LEADING = 1.3  # Plotly's, between the lines of one text


class Sides(Protocol):
    """What is framed: it says between which x its chart stands."""

    @property
    def left(self) -> float:
        """The x of its left edge."""

    @property
    def right(self) -> float:
        """The x of its right edge."""

    @property
    def narrow(self) -> bool:
        """Whether it is as narrow as a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a figure is drawn and what stands around it, the same for every view.

    Attributes:
        theme: "light", "dark" or "print".
        language: Of everything written in it.
        selected: The id of the event to bring out, if it is shown.
        title: Printed above; the app has its own and gives none.
        subtitle: A line under the title.
        footer: Lines under the chart, such as sources.
    """

    theme: str
    language: str
    selected: str | None = None
    title: str = ""
    subtitle: str = ""
    footer: Sequence[str] = ()

    @property
    def colours(self) -> Theme:
        """The colours of its theme."""
        return THEMES[self.theme]


@dataclass(frozen=True, slots=True)
class Margins:
    """The sides of a chart that fills its width but for its margins."""

    left: float
    right: float
    narrow: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around a chart, wrapped to its width, and the pixels that they take."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    foot: tuple[str, ...]

    @property
    def header(self) -> float:
        """The height above the labels."""
        title = len(self.title) * _TITLE * _LEADING
        subtitle = len(self.subtitle) * _SUBTITLE * _LEADING
        return title + subtitle + (6 if title and subtitle else 0) + (14 if title or subtitle else 0)

    @property
    def footer(self) -> float:
        """The height under the key."""
        return len(self.foot) * _FOOT * _LEADING + 12 if self.foot else 0.0

    def notes(self, theme: Theme, layout: Sides, top: float, end: float) -> list[dict[str, Any]]:
        """The annotations, for a chart whose paper begins at y ``top`` and whose key ends at y ``end``."""
        left = 2.0 if layout.narrow else layout.left

        def beside(y: float, words: str, size: float, colour: str) -> dict[str, Any]:
            """Words at the side where their language begins a line."""
            turned = runs_from_the_right(words)
            return note(
                layout.right if turned else left, y, words, size, colour, anchor="right" if turned else "left"
            )

        found = []
        if self.title:
            found.append(beside(top, f"<b>{breaks(self.title)}</b>", _TITLE, theme.text))
        if self.subtitle:
            y = top + len(self.title) * _TITLE * _LEADING + (6 if self.title else 0)
            found.append(beside(y, breaks(self.subtitle), _SUBTITLE, theme.muted))
        if self.foot:
            found.append(beside(end + 10, breaks(self.foot), _FOOT, theme.muted))
        return found


def framed(layout: Sides, look: Look) -> Frame:
    """The frame of a chart: titles on two lines at most, subtitles on three, footers on twelve each."""
    width = layout.right - (2.0 if layout.narrow else layout.left)
    foot = [wrap(text, width, _FOOT, REGULAR, _FOOT_LINES) for text in look.footer if text]
    return Frame(
        wrap(look.title, width, _TITLE, BOLD, 2) if look.title else (),
        wrap(look.subtitle, width, _SUBTITLE, REGULAR, 3) if look.subtitle else (),
        tuple(line for lines in foot for line in lines),
    )


def note(x: float, y: float, text: str, size: float, colour: str, *, anchor: str = "left") -> dict[str, Any]:
    """An annotation that answers to nothing: escaped text, its top at y."""
    return {
        "x": round(x, 1),
        "y": round(y, 1),
        "xanchor": anchor,
        "yanchor": "top",
        "align": anchor,
        "text": text,
        "font": {"family": FONT, "size": size, "color": colour},
        "showarrow": False,
        "borderpad": 0,
    }
