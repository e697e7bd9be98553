"""The page's colours and fonts as a style sheet, from the ``THEMES`` and ``FONTS`` that the figures use."""

from functools import cache

from dashboard.app.delivery import stamped
from dashboard.figures import FONTS, THEMES
from dashboard.figures.themes import css_variables
from dashboard.model import Timeline
from dashboard.store import lane_of
from dashboard.timeline.lanes import plan_lanes


@cache
def style_sheet() -> str:
    """The style sheet: the bundled font, and one block of variables per theme."""
    light, dark = css_variables("light"), css_variables("dark")
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
