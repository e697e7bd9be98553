"""What people draw on a timeline: periods, eras, brackets, notes, and today's line, placed.

Kept as small documents in the project: ``annotation_of`` reads one and trusts nothing in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.timeline.layout import Layout
from dashboard.timeline.measure import BOLD, measure, shorten

KINDS = ("period", "era", "bracket", "text")
"""A tinted band through the lanes; a named bar under them; a bracket; words at a day."""

ROW = 22.0
TEXT_SIZE = 12.0
LONGEST = 120  # characters of a name
_MOST_ROWS = 6
_APART = 8.0
_PAD = 6.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something that people drew: its kind, its words, and its days, inclusive; None is open."""

    kind: str
    text: str
    earliest: date | None
    latest: date | None

    def document(self) -> dict[str, Any]:
        """The annotation as it is kept."""
        return {
            "kind": self.kind,
            "text": self.text,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
        }


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation in pixels: its stretch from ``left`` to ``right``, its row under the lanes, its words.

    ``text_x`` is where the words begin; ``today`` marks the line of the day itself.
    """

    kind: str
    left: float
    right: float
    row: int
    text: str
    text_x: float
    today: bool = False


def annotation_of(document: Mapping[str, Any]) -> Annotation | None:
    """The annotation that a document keeps; None if it is none."""
    kind, text = document.get("kind"), document.get("text")
    if kind not in KINDS or not isinstance(text, str) or not text.strip():
        return None
    days = [_day(document.get(end)) for end in ("earliest", "latest")]
    if days == [None, None] or (days[0] and days[1] and days[0] > days[1]):
        return None
    return Annotation(str(kind), " ".join(text.split())[:LONGEST], days[0], days[1])


def annotations_of(documents: Mapping[str, Mapping[str, Any]]) -> tuple[Annotation, ...]:
    """The annotations that a project keeps; what is none is left out."""
    return tuple(each for document in documents.values() if (each := annotation_of(document)) is not None)


def place_annotations(
    layout: Layout, annotations: Iterable[Annotation], today: tuple[date, str] | None = None
) -> tuple[Placed, ...]:
    """The annotations that the axis shows, each in a row where its words collide with none.

    ``today`` is the day and what its line says; it is left out where the axis does not reach it.
    """
    wanted = [
        (*ends, each.kind, each.text, False)
        for each in annotations
        if (ends := _ends(layout, each)) is not None
    ]
    axis = layout.axis
    if today and axis.start <= today[0].toordinal() < axis.end:
        x = axis.x(today[0].toordinal() + 0.5)
        wanted.append((x, x, "text", today[1], True))
    return _stacked(layout, sorted(wanted))


def height_of(placed: Sequence[Placed]) -> float:
    """The pixels that the rows of annotations take under the axis."""
    return (max(each.row for each in placed) + 1) * ROW + 4 if placed else 0.0


def _ends(layout: Layout, annotation: Annotation) -> tuple[float, float] | None:
    """From x to x, as far as the axis shows it."""
    axis = layout.axis
    first = annotation.earliest.toordinal() if annotation.earliest else axis.start
    last = annotation.latest.toordinal() + 1 if annotation.latest else axis.end
    if last <= axis.start or first >= axis.end:
        return None
    if annotation.kind == "text":
        middle = axis.x((max(first, axis.start) + min(last, axis.end)) / 2)
        return middle, middle
    return axis.x(first), axis.x(last)


def _stacked(layout: Layout, wanted: Sequence[tuple[float, float, str, str, bool]]) -> tuple[Placed, ...]:
    rows: list[float] = []
    found = []
    for left, right, kind, said, is_today in wanted:
        weight = BOLD if kind == "era" else 400
        text = shorten(said, max(120.0, layout.right - layout.left - 40), TEXT_SIZE, weight)
        wide = measure(text, TEXT_SIZE, weight)
        text_x = left + _PAD if right - left >= wide + 2 * _PAD else right + _PAD
        if text_x + wide > layout.right:
            text_x = max(layout.left, left - _PAD - wide)
        low, high = min(left, text_x), max(right, text_x + wide)
        row = next((at for at, end in enumerate(rows) if end + _APART <= low), len(rows))
        if row >= _MOST_ROWS:
            continue
        if row == len(rows):
            rows.append(high)
        rows[row] = max(rows[row], high)
        found.append(Placed(kind, left, right, row, text, text_x, is_today))
    return tuple(found)


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
