"""The page's colours and fonts as a style sheet, from the ``THEMES`` and ``FONTS`` that the figures use."""

from functools import cache

from dashboard.app.delivery import stamped
from dashboard.figures import FONTS, THEMES
from dashboard.model import Timeline
from dashboard.store import lane_of
from dashboard.timeline.lanes import plan_lanes

_OF_THE_PAGE = {
    "light": {"mark": "#ffe9a8", "warn": "#8a4b00"},
    "dark": {"mark": "#5a4a10", "warn": "#f0b25c"},
}
"""What charts do not have: marked words, and what asks for attention; both 4.5:1 with the text on them."""


@cache
def style_sheet() -> str:
    """The style sheet: the bundled font, and one block of variables per theme."""
    light, dark = _variables("light"), _variables("dark")
    return "\n".join(
        [
            *[_face(each) for each in fonts()],
            f":root{{{light}}}",
            f"@media (prefers-color-scheme:dark){{:root:not([data-mantine-color-scheme]){{{dark}}}}}",
            f':root[data-mantine-color-scheme="dark"]{{{dark}}}',
        ]
    )


def fonts() -> list[dict[str, str]]:
    """The bundled fonts: family, weight, range of characters ("" for all), and address."""
    return [
        {
            "family": each["family"],
            "weight": each["weight"],
            "range": each["range"],
            "url": stamped(each["file"]),
        }
        for each in FONTS
    ]


def lane_colours(timeline: Timeline) -> dict[str, str]:
    """The colour of each actor's lane as a CSS variable, which follows the theme by itself."""
    slot = plan_lanes(timeline).slot
    many = len(THEMES["light"].lanes)
    tops = {each: lane_of(timeline, each) for each in timeline.actors}
    return {
        each: f"var(--lane-{slot[top] % many})" if top in slot else "var(--others)"
        for each, top in tops.items()
    }


def _face(font: dict[str, str]) -> str:
    only = f"unicode-range:{font['range']};" if font["range"] else ""
    return (
        f'@font-face{{font-family:"{font["family"]}";font-weight:{font["weight"]};font-style:normal;{only}'
        f'font-display:swap;src:url("{font["url"]}") format("woff2")}}'
    )


def _variables(name: str) -> str:
    theme = THEMES[name]
    colours = {
        "paper": theme.paper,
        "lane": theme.band,
        "ink": theme.text,
        "muted": theme.muted,
        "line": theme.grid,
        "accent": theme.accent,
        "soft": theme.accent_soft,
        "others": theme.others,
        **{f"lane-{rank}": colour for rank, colour in enumerate(theme.lanes)},
        **_OF_THE_PAGE[name],
    }
    return "".join(f"--{each}:{value};" for each, value in colours.items()) + f"color-scheme:{name};"
