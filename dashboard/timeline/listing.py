"""Events as rows of a printed table: what stands where, in pixels. Pure; drawn by ``figures.listing``."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Event, Status, Timeline
from dashboard.timeline.measure import BOLD, REGULAR, wrap
from dashboard.wording import format_when, listed, message, status_word

SIZE = 13.0
LINE = 17.0
HEAD = 30.0
_PAD = 7.0
_GAP = 18.0
_NARROW = 600.0
_SHARES = {"date": 0.17, "event": 0.40, "actors": 0.27, "place": 0.16}
_NARROW_SHARES = {"date": 0.32, "event": 0.68}
_NAMES = {"date": "Date", "event": "Event", "actors": "Actors", "place": "Place"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column from its left edge, and how wide its words may be."""

    key: str
    name: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one look in a cell, from ``y`` down: a title is ``strong``, what stands under it ``quiet``."""

    column: Column
    y: float
    lines: tuple[str, ...]
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An event's row."""

    event: str
    top: float
    bottom: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of events; ``total`` counts also those that have no row."""

    left: float
    right: float
    narrow: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    bottom: float
    total: int


def lay_out_listing(shown: Timeline, *, width: float, language: str, most: int) -> Listing:
    """The table of the first ``most`` shown events, in time order."""
    narrow = width < _NARROW
    left, right = 2.0, width - 2.0
    columns, x = [], left
    for key, share in (_NARROW_SHARES if narrow else _SHARES).items():
        room = (right - left) * share
        columns.append(Column(key, message(_NAMES[key], language), round(x, 1), round(room - _GAP, 1)))
        x += room
    rows: list[Row] = []
    y = HEAD
    for event in shown.events[:most]:
        row = _row(event, shown, columns, y, language)
        rows.append(row)
        y = row.bottom
    return Listing(left, right, narrow, tuple(columns), tuple(rows), y, len(shown.events))


def _row(event: Event, shown: Timeline, columns: Sequence[Column], top: float, language: str) -> Row:
    pieces: list[Piece] = []
    bottom = top
    for column in columns:
        y = top + _PAD
        for strong, quiet, said in _cell(event, shown, column.key, language, narrow=len(columns) < 3):
            lines = wrap(said, column.width, SIZE, BOLD if strong else REGULAR, 4)
            pieces.append(Piece(column, y, lines, strong, quiet))
            y += len(lines) * LINE
        bottom = max(bottom, y + _PAD)
    return Row(event.id, top, bottom, tuple(pieces))


def _cell(
    event: Event, shown: Timeline, key: str, language: str, *, narrow: bool
) -> list[tuple[bool, bool, str]]:
    """What a cell says: (whether strong, whether quiet, the words)."""
    place = event.place.name(language) if event.place else ""
    names = dict.fromkeys(
        shown.actors[each.actor].name(language) for each in event.participants if each.actor in shown.actors
    )
    actors = listed(names, language)
    said = {"actors": [(False, False, actors)], "place": [(False, False, place)]}
    said["date"] = [(False, False, format_when(event.when, language, short=True))]
    if event.status is not Status.HAPPENED:
        said["date"].append((False, True, status_word(event.status.value, language)))
    said["event"] = [(True, False, event.title(language))]
    if narrow:
        said["event"] += [(False, True, actors), (False, True, place)]
    return [each for each in said[key] if each[2]]
