"""Makes ``assets/fonts/inter.woff2`` and ``data/fonts/inter-widths.json`` from Inter's variable font.

Run by hand when Inter changes: ``python docs/derive_inter.py InterVariable.woff2`` (from the npm
package ``inter-ui``); needs fonttools and brotli, which nothing at run time does.
"""

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = (400, 600, 700)
# Latin with all of Europe's letters, Greek, Cyrillic, punctuation, currencies, arrows, a few signs.
RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x33F), (0x384, 0x3CE), (0x400, 0x45F),
    (0x490, 0x491), (0x1E80, 0x1E9E), (0x2000, 0x2060), (0x20A0, 0x20BF), (0x2116, 0x2122),
    (0x2190, 0x2199), (0x2212, 0x2215), (0x25A0, 0x25CF), (0x2713, 0x2717),
)  # fmt: skip
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum", "liga", "case"]


def main(source: str) -> None:
    """Nothing; writes both files."""
    font = TTFont(source)
    options = Options()
    options.layout_features = FEATURES
    options.flavor = "woff2"
    options.notdef_outline = True
    wanted = [code for low, high in RANGES for code in range(low, high + 1)]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"opsz": 14, "wght": (400, 700)})
    font.flavor = "woff2"
    font.save(ROOT / "assets" / "fonts" / "inter.woff2")
    write_widths(ROOT / "assets" / "fonts" / "inter.woff2")


def write_widths(font_file: Path) -> None:
    """Nothing; writes the advance widths of every character at each weight."""
    widths: dict[str, list[int]] = {}
    characters = ""
    for weight in WEIGHTS:
        font = instancer.instantiateVariableFont(TTFont(font_file), {"wght": weight})
        names = font.getBestCmap()
        characters = "".join(map(chr, sorted(names)))
        widths[str(weight)] = [font["hmtx"][names[ord(each)]][0] for each in characters]
    table = {"units_per_em": font["head"].unitsPerEm, "characters": characters, "widths": widths}
    target = ROOT / "data" / "fonts" / "inter-widths.json"
    target.write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
