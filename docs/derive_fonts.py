"""Makes the bundled fonts under ``assets/fonts/`` and ``data/fonts/widths.json`` from their sources.

Run by hand when a font changes: ``python docs/derive_fonts.py InterVariable.woff2 noto-sans-arabic.woff2``
(from the npm packages ``inter-ui`` and ``@fontsource-variable/noto-sans-arabic``); needs fonttools and
brotli, which nothing at run time does.
"""

import json
import sys
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "assets" / "fonts"
WEIGHTS = (400, 600, 700)
# Latin with all of Europe's letters, Greek, Cyrillic, punctuation, currencies, arrows, a few signs.
INTER = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x33F), (0x384, 0x3CE), (0x400, 0x45F),
    (0x490, 0x491), (0x1E80, 0x1E9E), (0x2000, 0x2060), (0x20A0, 0x20BF), (0x2116, 0x2122),
    (0x2190, 0x2199), (0x2212, 0x2215), (0x25A0, 0x25CF), (0x2713, 0x2717),
)  # fmt: skip
INTER_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum", "liga", "case"]
# The letters, marks, digits and punctuation of Arabic, and the four letters of Persian.
ARABIC = (
    (0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x61F), (0x621, 0x63A),
    (0x640, 0x652), (0x660, 0x66C),
    (0x670, 0x670), (0x67E, 0x67E), (0x686, 0x686), (0x698, 0x698), (0x6A9, 0x6A9),
    (0x6AF, 0x6AF), (0x6CC, 0x6CC),
)  # fmt: skip


def main(inter: str, arabic: str) -> None:
    """Nothing; writes the two fonts and the table of widths."""
    subset(inter, INTER, INTER_FEATURES, {"opsz": 14, "wght": (400, 700)}, "inter.woff2")
    subset(arabic, ARABIC, ["*"], {"wght": (400, 700)}, "noto-sans-arabic.woff2")
    write_for_pdf()
    write_widths()


def subset(
    source: str, ranges: tuple[tuple[int, int], ...], features: list[str], limits: dict[str, Any], name: str
) -> None:
    """Nothing; writes a font with some of a source's characters."""
    font = TTFont(source)
    options = Options()
    options.layout_features = features
    options.flavor = "woff2"
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in ranges for code in range(low, high + 1)])
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, limits)
    font.flavor = "woff2"
    font.save(FONTS / name)


def write_for_pdf() -> None:
    """Nothing; writes Inter in its two weights as plain TrueType, which a PDF can hold."""
    for weight in (400, 700):
        font = instancer.instantiateVariableFont(TTFont(FONTS / "inter.woff2"), {"wght": weight})
        options = Options()
        options.layout_features = []
        options.hinting = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=font.getBestCmap().keys())
        subsetter.subset(font)
        font.flavor = None
        font.save(FONTS / f"inter-{weight}.ttf")


def write_widths() -> None:
    """Nothing; writes the advance widths of every character at each weight, in Inter's units.

    Arabic letters have the width that they have alone: joined they are narrower, so labels get room to spare.
    """
    em = TTFont(FONTS / "inter.woff2")["head"].unitsPerEm
    widths: dict[str, dict[str, int]] = {str(weight): {} for weight in WEIGHTS}
    for name in ("noto-sans-arabic.woff2", "inter.woff2"):
        for weight in WEIGHTS:
            font = instancer.instantiateVariableFont(TTFont(FONTS / name), {"wght": weight})
            scale = em / font["head"].unitsPerEm
            widths[str(weight)] |= {
                chr(code): round(font["hmtx"][glyph][0] * scale) for code, glyph in font.getBestCmap().items()
            }
    characters = "".join(sorted(widths["400"]))
    table = {
        "units_per_em": em,
        "characters": characters,
        "widths": {weight: [each[letter] for letter in characters] for weight, each in widths.items()},
    }
    target = ROOT / "data" / "fonts" / "widths.json"
    target.write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
