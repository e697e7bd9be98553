"""Makes the bundled fonts under ``assets/fonts/`` and ``data/fonts/widths.json`` from their sources.

Run by hand when a font changes: ``python docs/derive_fonts.py InterVariable.woff2 noto-sans-arabic.woff2``
(from the npm packages ``inter-ui`` and ``@fontsource-variable/noto-sans-arabic``); needs fonttools, brotli
and uharfbuzz, which nothing at run time does.
"""

import json
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
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
    write_arabic_for_pdf()
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


_JOINER = "\u200d"
_AROUND = {
    "<isolated>": ("", ""), "<initial>": ("", _JOINER),
    "<medial>": (_JOINER, _JOINER), "<final>": (_JOINER, ""),
}  # fmt: skip


def write_arabic_for_pdf() -> None:
    """Nothing; writes Inter with Arabic letters in it, in two weights, for PDFs of pictures in Arabic.

    A PDF knows no shaping: each form of a letter is drawn beforehand, under its code as a presentation form.
    """
    for weight in (400, 700):
        arabic = instancer.instantiateVariableFont(TTFont(FONTS / "noto-sans-arabic.woff2"), {"wght": weight})
        arabic.flavor = None
        inter = TTFont(FONTS / f"inter-{weight}.ttf")
        scale = inter["head"].unitsPerEm / arabic["head"].unitsPerEm
        held = BytesIO()
        arabic.save(held)
        shaper, glyphs = hb.Font(hb.Face(held.getvalue())), arabic.getGlyphSet()
        known = arabic.getBestCmap()
        for code, text in _forms(set(map(chr, known))).items():
            pen, advance = TTGlyphPen(None), 0.0
            for glyph, x, y, wide in _shaped(shaper, text):
                drawn = DecomposingRecordingPen(glyphs)
                glyphs[arabic.getGlyphName(glyph)].draw(drawn)
                drawn.replay(TransformPen(pen, (scale, 0, 0, scale, (advance + x) * scale, y * scale)))
                advance += wide
            name = f"uni{code:04X}"
            inter.setGlyphOrder([*inter.getGlyphOrder(), name])
            inter["glyf"][name] = made = pen.glyph()
            made.recalcBounds(inter["glyf"])
            inter["hmtx"][name] = (round(advance * scale), getattr(made, "xMin", 0))
            for table in inter["cmap"].tables:
                table.cmap[code] = name
        inter.save(FONTS / f"inter-arabic-{weight}.ttf")


def _forms(known: set[str]) -> dict[int, str]:
    """Each code that a PDF may ask for, and the text that looks so: letters alone, and their joined forms."""
    found = {ord(letter): letter for letter in known if not unicodedata.combining(letter)}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        how, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        text = "".join(chr(int(each, 16)) for each in letters.split())
        if how in _AROUND and text and set(text) <= known:
            before, after = _AROUND[how]
            found[code] = f"{before}{text}{after}"
    return found


def _shaped(font: hb.Font, text: str) -> list[tuple[int, int, int, int]]:
    """The glyphs of a text from left to right: (glyph, x offset, y offset, advance)."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ar"
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(font, buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, at.x_offset, at.y_offset, at.x_advance) for info, at in pairs]


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
