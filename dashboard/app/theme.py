"""The page's colours and fonts as a style sheet, from the same ``THEMES`` that the figures use."""

from functools import cache

from dashboard.resources import assets_path

_PAGE = {
    "light": {"paper": "#ffffff", "lane": "#f3f5f7", "ink": "#1a2233", "muted": "#5b6577", "line": "#dde2e8",
              "accent": "#1d5fd6", "mark": "#ffe9a8", "warn": "#8a4b00"},
    "dark": {"paper": "#10141b", "lane": "#1a1f28", "ink": "#e8ebf0", "muted": "#9aa4b5", "line": "#2c333f",
             "accent": "#6ea2ff", "mark": "#5a4a10", "warn": "#f0b25c"},
}  # fmt: skip


@cache
def style_sheet() -> str:
    """The style sheet: one block of variables per theme, and the bundled font."""
    light, dark = (_variables(name) for name in ("light", "dark"))
    return "\n".join(
        [
            *[_face(each) for each in fonts()],
            f":root{{{light}}}",
            f"@media (prefers-color-scheme:dark){{:root:not([data-mantine-color-scheme]){{{dark}}}}}",
            f':root[data-mantine-color-scheme="dark"]{{{dark}}}',
        ]
    )


def fonts() -> list[dict[str, str]]:
    """The bundled fonts: file name, family, weight (a range for a variable font), and address."""
    folder = assets_path("fonts")
    files = sorted(folder.glob("*.woff2")) if folder.is_dir() else []
    return [
        {"family": "Inter", "weight": _weight(path.stem), "url": f"/assets/fonts/{path.name}"}
        for path in files
    ]


def _weight(stem: str) -> str:
    name = stem.lower()
    for word, weight in (("semibold", "600"), ("bold", "700"), ("medium", "500"), ("regular", "400")):
        if word in name:
            return weight
    return "400 700"  # Inter as it is bundled: one file with a weight axis


def _face(font: dict[str, str]) -> str:
    return (
        f'@font-face{{font-family:"{font["family"]}";font-weight:{font["weight"]};font-style:normal;'
        f'font-display:swap;src:url("{font["url"]}") format("woff2")}}'
    )


def _variables(theme: str) -> str:
    return "".join(f"--{name}:{value};" for name, value in _PAGE[theme].items()) + f"color-scheme:{theme};"
