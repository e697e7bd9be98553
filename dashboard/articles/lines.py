"""Printed lines become paragraphs again: page heads and feet aside, words put together. Pure; for ``pdf``."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

_EDGE = 3  # lines at the top and at the bottom of a page that may be its head or foot
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|página)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:/|of|sur|de|von)\s*\d{1,4})?\s*[-–—|]?",
    re.IGNORECASE,
)
_HYPHENS = "-‐\u00ad"
_ENDS = re.compile(r"[.!?…:;][\"'»”’)\]]{0,3}$")
_BULLET = re.compile(r"[•▪●◦■*]\s|[-–—]\s|\d{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_FULL = 0.8  # of the usual width: a line as long as this had no room for the next word
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}

Pages = Sequence[Sequence[str]]


def paragraphs(pages: Pages) -> tuple[list[str], list[str]]:
    """The paragraphs of printed pages, and apart from them the heads and feet, each once.

    A blank line is an empty string. A sentence that runs over the end of a page stays one.
    """
    plain = [[" ".join(line.translate(_LIGATURES).split()) for line in page] for page in pages]
    heads = _repeated(plain)
    aside: dict[str, str] = {}
    lines: list[str] = []
    for page in plain:
        body = _without_edges(page, heads, aside)
        # the end of a page is no end of a paragraph: what decides is how the lines end and begin
        while lines and not lines[-1] and body:
            lines.pop()
        lines += body
    return _joined(lines), list(aside.values())


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _edges(page: Sequence[str]) -> set[int]:
    """The places of the lines at the top and the bottom of a page."""
    written = [place for place, line in enumerate(page) if line]
    return {*written[:_EDGE], *written[-_EDGE:]}


def _repeated(pages: Pages) -> set[str]:
    """The shapes of lines that stand at the edge of most pages."""
    counts = Counter(chain.from_iterable({_shape(page[at]) for at in _edges(page)} for page in pages))
    least = max(2, (len(pages) + 1) // 2)
    return {shape for shape, count in counts.items() if count >= least}


def _without_edges(page: Sequence[str], heads: set[str], aside: dict[str, str]) -> list[str]:
    edges = _edges(page)
    kept = []
    for place, line in enumerate(page):
        if place in edges and (_shape(line) in heads or _PAGE_NUMBER.fullmatch(line)):
            if not _PAGE_NUMBER.fullmatch(line):
                aside.setdefault(_shape(line), line)
        else:
            kept.append(line)
    while kept and not kept[0]:
        kept.pop(0)
    return kept


def _joined(lines: Sequence[str]) -> list[str]:
    width = _width(lines)
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    found: list[str] = []
    last = ""
    for line in lines:
        if line and last and _goes_on(last, line, width):
            found[-1] = _put_together(found[-1], line, known)
        elif line:
            found.append(line)
        last = line
    whole = (" ".join(each.replace("\u00ad", "").split()) for each in found)
    return [each for each in whole if each]


def _width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the next line belongs to the same paragraph."""
    if _BULLET.match(following):
        return False
    if line[-1] in _HYPHENS and line[-2:-1].isalnum():
        return True
    if following[0].islower() and not _ENDS.search(line):
        return True
    full = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width * _FULL and len(line) > width * 0.6
    return full and width >= 35  # narrower ones are lists and tables


def _put_together(before: str, after: str, known: Counter[str]) -> str:
    """Two lines as running text; a word that was cut at the line's end is whole again."""
    if before[-1] == "\u00ad":
        return before[:-1] + after
    if before[-1] not in _HYPHENS or not before[-2:-1].isalnum():
        return f"{before} {after}"
    if not after[0].islower():
        return before + after  # OTAN-Russie
    first = before.rsplit(maxsplit=1)[-1][:-1]
    second = _WORD.match(after)
    rest = second[0] if second else ""
    hyphened = known[f"{first}-{rest}".casefold()]
    return before + after if hyphened > known[f"{first}{rest}".casefold()] else before[:-1] + after
