"""Every colour of the charts, named once, and what all charts share. For figures and app."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.timeline.groupings import OTHERS

FONT = "Inter, 'Noto Sans Arabic', sans-serif"
FONTS = (
    {"family": "Inter", "file": "fonts/inter.woff2", "weight": "400 700", "range": ""},
    {
        "family": "Noto Sans Arabic",
        "file": "fonts/noto-sans-arabic.woff2",
        "weight": "400 700",
        "range": "U+0600-06FF",
    },
)
"""The bundled fonts: files under ``assets/``, to be declared in pages and embedded in images."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Text colours have at least 4.5:1 on ``paper`` and on ``band``."""

    paper: str
    band: str
    text: str
    muted: str
    grid: str
    leader: str
    connector: str
    accent: str
    accent_soft: str
    ghost: str
    others: str
    lanes: tuple[str, ...]
    cooperation: str
    conflict: str
    land: str
    patterns: tuple[str, ...] = ()


THEMES: Mapping[str, Theme] = {
    "light": Theme(
        paper="#ffffff",
        band="#f4f6f8",
        text="#1a2233",
        muted="#5f6b7e",
        grid="#e4e7ec",
        leader="#98a2b3",
        connector="#667085",
        accent="#1d5fd6",
        accent_soft="#e8effc",
        ghost="#8a94a6",
        others="#5f6b7e",
        lanes=("#1d5fd6", "#c02650", "#08776f", "#b4530a", "#5e4690", "#5b0511", "#1c0c85", "#8d2505"),
        cooperation="#1567b0",
        conflict="#b4480a",
        land="#e9edf2",
    ),
    "dark": Theme(
        paper="#10141b",
        band="#1a2029",
        text="#e8ebf0",
        muted="#9aa4b4",
        grid="#2a313c",
        leader="#5d6778",
        connector="#98a3b5",
        accent="#6ea0ff",
        accent_soft="#1d2c4a",
        ghost="#98a3b5",
        others="#9aa4b4",
        lanes=("#6ea0ff", "#ff6d8d", "#3cc9bf", "#f59f4f", "#92fcc3", "#fdd92f", "#5be6f8", "#e46110"),
        cooperation="#62a8f0",
        conflict="#f08c4a",
        land="#222a36",
    ),
    "print": Theme(
        paper="#ffffff",
        band="#f3f3f3",
        text="#000000",
        muted="#4a4a4a",
        grid="#dddddd",
        leader="#8a8a8a",
        connector="#5c5c5c",
        accent="#000000",
        accent_soft="#e6e6e6",
        ghost="#8a8a8a",
        others="#4a4a4a",
        lanes=("#0f0f0f", "#585858", "#363636", "#6b6b6b", "#232323", "#626262", "#414141", "#4d4d4d"),
        cooperation="#767676",
        conflict="#000000",
        land="#ececec",
        patterns=("", "/", "x", "-", ".", "\\", "|", "+"),
    ),
}
"""Lane colours tell apart under protanopia and deuteranopia; and a lane's name stands beside it.
Printed in grey, bars of different lanes have different patterns."""

_WORDS = {
    "light": {"mark": "#ffe9a8", "warn": "#8a4b00"},
    "dark": {"mark": "#5a4a10", "warn": "#f0b25c"},
}
"""What charts do not have: marked words, and what asks for attention; both 4.5:1 with the text on them."""

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "showTips": False,
    "doubleClick": False,
    "scrollZoom": False,
    "responsive": False,
}
"""The one Plotly config: no button that sends anything anywhere."""


def lane_colour(theme: Theme, lane: str, slot: int) -> str:
    """The colour of a lane; beyond the palette it begins again, and ``is_second`` and the name tell."""
    return theme.others if lane == OTHERS else theme.lanes[slot % len(theme.lanes)]


def is_second(lane: str, slot: int) -> bool:
    """Whether a lane repeats a colour, so that its marks have a pale core."""
    return lane != OTHERS and slot >= 0 and slot // len(THEMES["light"].lanes) % 2 == 1


def css_variables(name: str) -> str:
    """The colours of a theme as CSS variables, for the app's pages and for published ones."""
    theme = THEMES[name]
    colours = {
        "paper": theme.paper, "band": theme.band, "ink": theme.text, "muted": theme.muted, "line": theme.grid,
        "leader": theme.leader, "joint": theme.connector, "accent": theme.accent, "soft": theme.accent_soft,
        "others": theme.others, "cooperation": theme.cooperation, "conflict": theme.conflict,
        "land": theme.land, **_WORDS[name],
        **{f"lane-{rank}": colour for rank, colour in enumerate(theme.lanes)},
    }  # fmt: skip
    return "".join(f"--{each}:{value};" for each, value in colours.items()) + f"color-scheme:{name};"


def faded(colour: str, alpha: float) -> str:
    """A "#rrggbb" colour at an opacity, as "rgba(...)"."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"
