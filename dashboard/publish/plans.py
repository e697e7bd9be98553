"""A layout as plain lists, small enough to travel in a page whose script draws it. Called by ``page``."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.model import Event, Timeline
from dashboard.timeline import Layout, lay_out, measure
from dashboard.timeline.annotations import Annotation, place_annotations
from dashboard.timeline.density import BIN
from dashboard.timeline.extents import extents_of
from dashboard.timeline.flags import DETAIL_SIZE, TITLE_SIZE, said_detail
from dashboard.timeline.groupings import OTHERS
from dashboard.timeline.lanes import plan_lanes
from dashboard.timeline.marks import DOT, Mark
from dashboard.timeline.measure import BOLD, wrap
from dashboard.timeline.scales import Scale

WIDTHS = (1240, 900, 640, 366)
"""The widths in pixels that a page holds a layout for: a desk, half of one, a tablet, a telephone."""


def plan_of(
    timeline: Timeline,
    shown: Timeline,
    width: float,
    language: str,
    annotations: Sequence[Annotation] = (),
    *,
    lanes: str = "actor",
    scale: str = "folded",
) -> dict[str, Any]:
    """The drawing plan of a layout at a width; events are numbers: their places in ``shown``."""
    layout = lay_out(timeline, shown=shown, width=width, language=language, lanes=lanes, scale=scale)
    number = {event.id: place for place, event in enumerate(shown.events)}
    placed = place_annotations(layout, annotations)
    return {
        "width": width,
        "left": layout.left,
        "right": layout.right,
        "narrow": layout.narrow,
        "bottom": layout.lanes_bottom,
        "foot": layout.foot,
        "boxes": [
            [box.slot, list(box.name), _r(box.top), _r(box.bottom), _r(box.name_y)] for box in layout.boxes
        ],
        "marks": [
            _mark(mark, number[mark.event], other=mark.lane == OTHERS)
            for mark in layout.marks
        ],
        "lines": [
            [
                number[each.event], _r(each.x), _r(each.top), _r(each.bottom), _r(each.light_top),
                _r(each.light_bottom),
            ]
            for each in layout.connectors
        ],
        "flags": _flags(layout, shown, number, language),
        "ticks": [[_r(tick.x), tick.text, tick.era] for tick in layout.ticks],
        "folds": [[_r(fold.x), list(fold.caption)] for fold in layout.folds],
        "bins": _bins(layout, timeline, shown, lanes),
        "clusters": [
            [each.slot, _r(each.x), _r(each.y), [number[event] for event in each.events]]
            for each in layout.clusters
        ],
        "notes": [
            [each.kind, _r(each.left), _r(each.right), each.row, each.text, _r(each.text_x)]
            for each in placed
        ],
    }  # fmt: skip


def _bins(layout: Layout, timeline: Timeline, shown: Timeline, lanes: str) -> list[list[Any]]:
    """The bins of a crowded layout, each with the numbers of its events: filters count among them."""
    if not layout.bins:
        return []
    extents = extents_of(shown)
    xs = Scale(layout.scale, layout.axis, extents.each, extents.starts, extents.ends).middles()
    plan = plan_lanes(timeline, lanes)
    drawn = {box.lane for box in layout.boxes}
    held: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, event in enumerate(shown.events):
        acting = {lane if lane in drawn else OTHERS for lane in plan.takers[event.id].acting}
        for lane in acting & drawn:
            held[lane, int(xs[place] // BIN)].append(place)
    return [
        [each.slot, _r(each.left), _r(each.right), _r(each.top), _r(each.bottom),
         held[each.lane, round(each.left / BIN)]]
        for each in layout.bins
    ]  # fmt: skip


def _mark(mark: Mark, number: int, *, other: bool) -> list[Any]:
    box = [_r(mark.left), _r(mark.right), _r(mark.y), _r(mark.fade_left), _r(mark.fade_right)]
    flags = [int(mark.arrow_left), int(mark.arrow_right), int(mark.light), int(other)]
    return [number, mark.slot, mark.shape, mark.symbol, *box, *flags, mark.badge]


def _flags(layout: Layout, shown: Timeline, number: Mapping[str, int], language: str) -> list[list[Any]]:
    """What each event's label would say and where its line stands; the page places those that fit."""
    widest = 150.0 if layout.narrow else 230.0
    ports = {each.event: each.x for each in layout.connectors}
    tops: dict[str, float] = {}
    for mark in layout.marks:
        ports.setdefault(mark.event, mark.x)
        tops[mark.event] = min(mark.y - DOT / 2, tops.get(mark.event, mark.y))
    found = []
    for event in shown.events:
        if event.id not in tops:
            continue
        said = event.title(language)
        title = wrap(said, widest, TITLE_SIZE, BOLD, 3)
        detail = wrap(" · ".join(said_detail(event, language, said)), widest, DETAIL_SIZE, 400, 2)
        wide = max(
            *(measure(line, TITLE_SIZE, BOLD) for line in title),
            *(measure(line, DETAIL_SIZE) for line in detail),
        )
        place = [number[event.id], _r(ports[event.id]), _r(tops[event.id]), _r(wide)]
        found.append([*place, list(title), list(detail), _weight(event)])
    return found


def _weight(event: Event) -> float:
    return _r(min(len(event.evidence), 3) + min(len(event.participants), 3) + event.confidence)


def _r(value: float) -> float:
    return round(value, 1)
