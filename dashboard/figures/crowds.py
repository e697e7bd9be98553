"""Many events drawn as one: clusters with their count, and densities. Called by ``chart``.

What they are clicked for is in their customdata: the changes of the address that show what is in them.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.figures.drawing import Ring, Trace, circle_ring, fills, lines, texts, trace, unseen
from dashboard.figures.texts import escaped
from dashboard.figures.themes import Theme, faded, lane_colour
from dashboard.model import Event
from dashboard.timeline import Layout
from dashboard.timeline.badges import DOUBTFUL, badges_of
from dashboard.timeline.clusters import ROUND, Cluster
from dashboard.timeline.density import BIN, Bin
from dashboard.timeline.extents import extent_of
from dashboard.wording import format_day, message

_SIZE = 11.0
_STRENGTHS = 5


def cluster_traces(layout: Layout, theme: Theme, selected: str | None) -> list[Trace]:
    """The discs of the clusters with their counts; a ring where the selected event is in one."""
    if not layout.clusters:
        return []
    events = {event.id: event for event in layout.timeline.events}
    clusters = layout.clusters
    together = tuple(events[name] for each in clusters for name in each.events)
    signs = badges_of(layout.timeline, together)
    waiting = {event for event, sign in signs.items() if sign == DOUBTFUL}
    colours = [lane_colour(theme, each.lane, each.slot) for each in clusters]
    found = [
        trace(
            mode="markers",
            x=[each.x for each in clusters],
            y=[round(each.y, 1) for each in clusters],
            marker={
                "size": ROUND,
                "color": theme.band,
                "opacity": 1,
                "line": {"width": 2, "color": colours},
            },
            hoverinfo="text",
            hovertext=[
                _said(len(each.events), *_days(each, events), layout.language)
                + _waiting(each, waiting, layout.language)
                for each in clusters
            ],
            customdata=[_aim(*_days(each, events)) for each in clusters],
        ),
        texts(
            [(each.x, each.y, f"<b>{_short(len(each.events))}</b>") for each in clusters],
            size=_SIZE,
            colour=theme.text,
        ),
    ]
    rings = [circle_ring(each.x, each.y, ROUND / 2 + 3) for each in clusters if selected in each.events]
    return [*found, lines(rings, theme.accent, 2.0)] if rings else found


def density_traces(layout: Layout, theme: Theme) -> list[Trace]:
    """Bins in a few strengths, and unseen points in them that answer to the pointer."""
    bins = layout.bins
    if not bins:
        return []
    most = max(each.count for each in bins)
    rings: dict[str, list[Ring]] = defaultdict(list)
    for each in bins:
        alpha = 0.2 + 0.7 * round((_STRENGTHS - 1) * (each.count / most) ** 0.5) / (_STRENGTHS - 1)
        colour = faded(lane_colour(theme, each.lane, each.slot), round(alpha, 2))
        rings[colour].append(_bar(each))
    hits = unseen(
        {
            "x": [each.left + BIN / 2 for each in bins],
            "y": [round((each.top + each.bottom) / 2, 1) for each in bins],
            "hovertext": [_said(each.count, each.first, each.last, layout.language) for each in bins],
            "customdata": [_aim(each.first, each.last) for each in bins],
        }
    )
    return [*(fills(some, colour) for colour, some in rings.items()), hits]


def _bar(each: Bin) -> Ring:
    top, bottom = each.top + 4, each.bottom - 4
    left, right = each.left, each.right
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _days(cluster: Cluster, events: dict[str, Event]) -> tuple[int, int]:
    extents = [extent_of(events[each]) for each in cluster.events]
    return int(min(each.start for each in extents)), int(max(each.end for each in extents)) - 1


def _aim(first: int, last: int) -> dict[str, Any]:
    """Where a click leads: to those days; one step per event where a range could not part them."""
    found: dict[str, Any] = {
        "from": date.fromordinal(max(1, first)).isoformat(),
        "to": date.fromordinal(max(1, last)).isoformat(),
    }
    return found | ({"scale": "sequential"} if last - first < 3 else {})


@lru_cache(maxsize=16_384)  # what a click changes in a chart of many bins is few of them
def _said(count: int, first: int, last: int, language: str) -> str:
    counted = message("{count} event", language, plural="{count} events", count=count)
    ends = [format_day(date.fromordinal(max(1, day)), language) for day in (first, last)]
    when = ends[0] if first == last else message("{first} to {last}", language, first=ends[0], last=ends[1])
    return f"<b>{escaped(counted)}</b><br>{escaped(when)}"


def _waiting(cluster: Cluster, waiting: Collection[str], language: str) -> str:
    """How many of a cluster's events wait for review, on a line of its own; "" for none."""
    count = sum(event in waiting for event in cluster.events)
    if not count:
        return ""
    said = message("{count} waits for review", language, plural="{count} wait for review", count=count)
    return f"<br>{escaped(said)}"


def _short(count: int) -> str:
    return str(count) if count < 1000 else f"{count // 1000}k"
