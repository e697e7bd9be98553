"""Patterns over word classes, as written in language files, become regular expressions.

A text is a string with one character per token, its class set (see ``tokens``); a pattern such as
``(WEEKDAY ','?)? DAY MONTH YEAR?`` is compiled to a regular expression over that string, so that
matching is linear and short. ``lexicon`` calls this when it loads a language.

Pattern syntax: ``CLASS`` (binds the slot of the same name in lower case), ``slot=CLASS``, ``CLASS!``
(only its unambiguous words), ``'word'``, ``( | )``, ``?``, ``@MACRO`` and ``< >`` around an extent
(without, the whole match is one; two pairs of brackets make two expressions).
"""

import re
from dataclasses import dataclass, field
from typing import Any

_PIECE = re.compile(
    r"\s*(?:(?:(?P<slot>[a-z_0-9]+)=)?(?:(?P<name>[A-Z][A-Z0-9_]*!?)|'(?P<literal>[^']+|')')"
    r"|@(?P<macro>[A-Z_0-9]+)|(?P<sign>[()|?<>]))"
)
_MACRO_DEPTH = 8
KINDS = frozenset({
    "century", "clock", "date", "daypart", "decade", "deictic", "duration", "feast", "fiscal", "month",
    "named", "none", "numdate", "offset", "quarter", "ref", "same", "season", "set", "shift", "stamp",
    "weekday", "weekof",
})  # fmt: skip
"""The kinds of rule that the engine knows how to resolve; ``none`` is what only looks like a date."""


class PatternError(ValueError):
    """A pattern in a language file is not well formed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One element of a pattern: a class (with its slot), or a sign of the notation."""

    sign: str = ""
    name: str = ""
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language: its compiled pattern, its kind and the fixed slots it gives."""

    name: str
    kind: str
    regex: re.Pattern[str]
    slots: dict[str, tuple[str, str]]
    extents: tuple[str, ...]
    order: int
    fixed: dict[str, Any] = field(default_factory=dict)


def pieces_of(pattern: str, macros: dict[str, str], depth: int = 0) -> list[Piece]:
    """The pieces of a pattern, macros replaced; PatternError where it cannot be read."""
    if depth > _MACRO_DEPTH:
        raise PatternError("macros refer to each other without end")
    found: list[Piece] = []
    position = 0
    pattern = pattern.strip()
    while position < len(pattern):
        match = _PIECE.match(pattern, position)
        if match is None or match.end() == position:
            raise PatternError(f"cannot read {pattern[position : position + 20]!r}")
        position = match.end()
        if name := match["macro"]:
            if name not in macros:
                raise PatternError(f"no macro {name!r}")
            found += [Piece("("), *pieces_of(macros[name], macros, depth + 1), Piece(")")]
        elif literal := match["literal"]:
            found += [Piece(name="=" + word, slot=match["slot"] or "") for word in literal.split()]
        elif name := match["name"]:
            found.append(Piece(name=name, slot=match["slot"] or name.rstrip("!").lower()))
        else:
            found.append(Piece(match["sign"]))
    return found


def classes_in(pieces: list[Piece]) -> set[str]:
    """The classes (and ``=word`` literals) that a pattern names."""
    return {piece.name for piece in pieces if piece.name}


def compile_pieces(
    pieces: list[Piece], letters: dict[str, str], before: str = "", after: str = ""
) -> tuple[re.Pattern[str], dict[str, tuple[str, str]], tuple[str, ...]]:
    """The regular expression, its groups (group -> slot, class) and its extents' groups.

    ``letters`` gives for each class the characters of the class sets that hold it.
    """
    out = [before]
    slots: dict[str, tuple[str, str]] = {}
    extents: list[str] = []
    for piece in pieces:
        if piece.name:
            chosen = f"[{letters[piece.name]}]" if letters.get(piece.name) else r"(?!)"
            if not piece.slot:
                out.append(chosen)
            else:
                group = f"g{len(slots)}"
                slots[group] = (piece.slot, piece.name.rstrip("!"))
                out.append(f"(?P<{group}>{chosen})")
        elif piece.sign == "<":
            extents.append(f"x{len(extents)}")
            out.append(f"(?P<{extents[-1]}>")
        elif piece.sign == ">":
            out.append(")")
        else:
            out.append("(?:" if piece.sign == "(" else piece.sign)
    out.append(after)
    try:
        return re.compile("".join(out)), slots, tuple(extents)
    except re.error as fault:
        raise PatternError(str(fault)) from fault
