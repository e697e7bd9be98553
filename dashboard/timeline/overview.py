"""The overview strip: the whole affair in unfolded time, all events as small marks, labels where they fit.

Pixels as in ``layout``; y is 0 at the top of the strip. Called by the overview figure.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.model import Event, Timeline
from dashboard.timeline.axis import LAST_DAY, Axis, Piece
from dashboard.timeline.extents import extents_of
from dashboard.timeline.flags import said_detail
from dashboard.timeline.layout import NARROW, edges
from dashboard.timeline.measure import measure
from dashboard.timeline.stacking import stack
from dashboard.timeline.ticks import Tick, ticks_of

STRIP = 50.0
LABEL_SIZE = 12.0
_DOT = 8.0
_SHORTEST_BAR = 12.0
_PAD = 10.0
_ROWS = 4
_MANY = 600  # events beyond which columns stand for them
_COLUMN = 5.0
_CROWD = 120  # marks beyond which there is no room for words


@dataclass(frozen=True, slots=True)
class Speck:
    """One event in the strip, or a column of many (without an id): ``shown`` unless filtered out.

    A dot or a bar, ``height`` high.
    """

    event: str
    shape: str
    left: float
    right: float
    y: float
    height: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Caption:
    """A label in the strip, its text from ``left`` on: the title, then the date."""

    event: str
    title: str
    when: str
    left: float
    y: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The strip, placed between two x; ``axis`` is one piece, to scale."""

    width: float
    left: float
    right: float
    strip: float
    axis: Axis
    specks: tuple[Speck, ...]
    captions: tuple[Caption, ...]
    ticks: tuple[Tick, ...]


def lay_out_overview(
    timeline: Timeline,
    *,
    width: float,
    language: str,
    shown: Timeline | Collection[str] | None = None,
    lanes: str = "actor",
) -> Overview:
    """The overview of a whole timeline at a width in pixels, under a chart of the same width.

    ``shown`` is what the filters leave, as a timeline or ids; all by default.
    """
    left, right = edges(timeline, width, language, lanes)
    extents = extents_of(timeline)
    start = float(extents.starts.min()) if len(extents.starts) else 730_120.0
    end = float(extents.ends.max()) if len(extents.ends) else start + 365
    margin = max(2.0, (end - start) * 0.04)
    start, end = max(1.0, start - margin), min(end + margin, float(LAST_DAY))
    axis = Axis((Piece(start, end, left, right),), (right - left) / (end - start))
    strip = STRIP - 10 if width < NARROW else STRIP
    ticks = ticks_of(axis, language, sparse=True)
    if len(timeline.events) > _MANY:
        columns = _columns(_middles(timeline, axis), _middles(_left(timeline, shown), axis), strip)
        return Overview(width, left, right, strip, axis, columns, (), ticks)
    places = {
        event.id: (axis.x(extent.start), axis.x(extent.end))
        for event, extent in zip(timeline.events, extents.each, strict=True)
    }
    visible = {event.id for event in _left(timeline, shown).events}
    specks = _specks(timeline.events, places, visible, strip)
    captions = _captions(timeline.events, specks, (left, right), language)
    return Overview(width, left, right, strip, axis, specks, captions, ticks)


def _left(timeline: Timeline, shown: Timeline | Collection[str] | None) -> Timeline:
    """The timeline that the filters leave."""
    if shown is None or isinstance(shown, Timeline):
        return timeline if shown is None else shown
    ids = set(shown)
    return timeline.with_events(tuple([each for each in timeline.events if each.id in ids]))


def _middles(timeline: Timeline, axis: Axis) -> NDArray[np.float64]:
    """The x of the middle of each event."""
    extents = extents_of(timeline)
    return (axis.xs(extents.starts) + axis.xs(extents.ends)) / 2


def _columns(middles: NDArray[np.float64], left: NDArray[np.float64], strip: float) -> tuple[Speck, ...]:
    """Columns as high as there are events in a few pixels, all of them and over these what is left."""
    whole = np.bincount((middles // _COLUMN).astype(np.int64))
    most = max(1, int(whole.max()))
    found = []
    for shown in (False, True):
        counts = np.bincount((left // _COLUMN).astype(np.int64)) if shown else whole
        for column in np.flatnonzero(counts).tolist():
            height = max(2.0, (strip - 8) * math.sqrt(int(counts[column]) / most))
            x = column * _COLUMN
            y = strip - 4 - height / 2
            found.append(Speck("", "bar", x, x + _COLUMN - 1, round(y, 1), round(height, 1), shown))
    return tuple(found)


def _specks(
    events: Sequence[Event], places: dict[str, tuple[float, float]], visible: set[str], strip: float
) -> tuple[Speck, ...]:
    """The marks, in rows where they collide; rows use the height of the strip and no more."""
    spans: list[tuple[float, float, str]] = []
    for event in events:
        left, right = places[event.id]
        if right - left < _SHORTEST_BAR:
            middle = (left + right) / 2
            left, right = middle - _DOT / 2, middle + _DOT / 2
        spans.append((left, right, event.id))
    rows = stack(spans, _ROWS, 0.0)
    most = max((of for _, of in rows.values()), default=1)
    pitch = min(_DOT + 3, (strip - 12) / most)
    found = []
    for left, right, event_id in sorted(spans):
        row, of = rows[event_id]
        shape = "dot" if right - left <= _DOT else "bar"
        y = strip / 2 + (row - (of - 1) / 2) * pitch
        height = _DOT if shape == "dot" else min(12.0, pitch - 2) if of > 1 else 12.0
        found.append(Speck(event_id, shape, left, right, y, height, event_id in visible))
    return tuple(found)


def _captions(
    events: Sequence[Event], specks: Sequence[Speck], sides: tuple[float, float], language: str
) -> tuple[Caption, ...]:
    """Labels beside marks that stand alone, shown events first; none touches a mark or another label."""
    if len(specks) > _CROWD:
        return ()
    by_id = {event.id: event for event in events}
    taken = [(speck.left, speck.right) for speck in specks]
    found = []
    for speck in sorted(specks, key=lambda each: (not each.shown, each.left)):
        event = by_id[speck.event]
        title = event.title(language)
        when = said_detail(event, language)[0]
        width = measure(title, LABEL_SIZE) + measure("  ", LABEL_SIZE) + measure(when, LABEL_SIZE)
        for left in (speck.right + _PAD, speck.left - _PAD - width):
            right = left + width
            clear = all(right + 6 < low or high + 6 < left for low, high in taken)
            if clear and sides[0] + 4 <= left and right <= sides[1] - 4:
                taken.append((left, right))
                found.append(Caption(event.id, title, when, left, speck.y, speck.shown))
                break
    return tuple(found)


__all__ = ["Caption", "Overview", "Speck", "lay_out_overview"]
