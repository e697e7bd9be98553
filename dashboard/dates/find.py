"""Where time expressions stand: every rule of the language over the letters, the longest kept.

``find_atoms`` gives the minimal expressions, as TIMEX3 marks them; ``ranges`` joins them later.
"""

from dataclasses import dataclass, field
from operator import add
from typing import Any

from dashboard.dates.grammar import Rule
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens

_FIRST = 10_000
_SHARED = ("year", "year3", "yearword", "month", "era", "ampm", "season_year", "shift", "unit", "year_shift")


@dataclass(slots=True)
class Atom:
    """One expression found: offsets in the text, first and last token, rule and filled slots.

    ``linked`` is the other end of a range that one rule found whole ("26 et 27 avril"): "and", "to".
    """

    start: int
    end: int
    first: int
    last: int
    rule: Rule
    slots: dict[str, Any] = field(default_factory=dict)
    linked: str = ""

    @property
    def kind(self) -> str:
        """The kind of its rule, which says how it is resolved."""
        return self.rule.kind

    def copy(self) -> "Atom":
        """The same expression with slots of its own, which its reading fills."""
        return Atom(self.start, self.end, self.first, self.last, self.rule, dict(self.slots), self.linked)


def written_day(atom: Atom) -> int | None:
    """The day of the month that an expression writes, in digits or words."""
    for slot in ("day", "dayord", "dayword"):
        if slot in atom.slots:
            return int(atom.slots[slot])
    return None


def find_atoms(tokens: Tokens, lexicon: Lexicon) -> list[Atom]:
    """The expressions of a text in order, none overlapping: longest match first, then rule order."""
    letters, openings = tokens.letters, lexicon.openings
    found: list[tuple[int, int, int, Any]] = []
    free: dict[int, int] = {}  # from where on a rule may match again
    for start, rules in enumerate(map(openings.__getitem__, map(add, letters, [*letters[1:], ""]))):
        for rule in rules:
            if start < free.get(rule.order, 0) or (match := rule.regex.match(letters, start)) is None:
                continue
            end = free[rule.order] = match.end()
            found.append((start - end, rule.order - (_FIRST if rule.kind == "none" else 0), start, match))
    found.sort(key=lambda item: item[:3])
    taken = bytearray(len(letters))
    atoms: list[Atom] = []
    for _, order, _, match in found:
        rule = lexicon.rules[order % _FIRST]
        spans = [match.span(extent) for extent in rule.extents] or [match.span()]
        spans = [span for span in spans if span[0] >= 0 and span[1] > span[0]]
        if not spans or any(taken.find(1, first, end) >= 0 for first, end in spans):
            continue
        for first, end in spans:
            taken[first:end] = b"\1" * (end - first)
        if rule.kind != "none":
            atoms += _atoms_of(match, rule, spans, tokens)
    atoms.sort(key=lambda atom: atom.start)
    return atoms


def _atoms_of(match: Any, rule: Rule, spans: list[tuple[int, int]], tokens: Tokens) -> list[Atom]:
    atoms = [
        Atom(tokens.starts[first], tokens.ends[end - 1], first, end - 1, rule, dict(rule.fixed))
        for first, end in spans
    ]
    for group, (slot, name) in rule.slots.items():
        at = match.start(group)
        if at < 0:
            continue
        owners = [atom for atom in atoms if atom.first <= at <= atom.last]
        value = tokens.value(at, name)
        filled = value if isinstance(value, dict) else {slot: value}
        for atom in owners or atoms:
            atom.slots.update(filled)
    if len(atoms) > 1:
        for atom in atoms:
            for other in atoms:
                for slot in _SHARED:
                    if slot in other.slots and not (slot.startswith("year") and _has_year(atom)):
                        atom.slots.setdefault(slot, other.slots[slot])
        if "yy" in atoms[-1].slots and "year" in atoms[0].slots:
            if int(atoms[-1].slots["yy"]) <= int(atoms[0].slots["year"]) % 100:
                return atoms[:1]
            century = int(atoms[0].slots["year"]) // 100 * 100
            atoms[-1].slots["year"] = century + int(atoms[-1].slots.pop("yy"))
        for atom in atoms[:-1]:
            atom.linked = str(rule.fixed.get("link", "to"))
    return atoms


def _has_year(atom: Atom) -> bool:
    return any(slot in atom.slots for slot in ("year", "year3", "yearword", "yy"))
