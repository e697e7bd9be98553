"""The filtered view as a picture to publish: title, filters, sources and date of export are in it.

Called by the app's Publish menu and by the ``detente export`` command.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dashboard.figures.atlas import map_figure
from dashboard.figures.chart import timeline_figure
from dashboard.figures.credits import credit_line
from dashboard.figures.listing import listing_figure
from dashboard.figures.matrix import matrix_figure
from dashboard.figures.network import network_figure
from dashboard.model import Timeline
from dashboard.timeline.annotations import Annotation, place_annotations
from dashboard.timeline.layout import NARROW, Window, lay_out
from dashboard.wording import format_day, message

_PADDING = 28
_SHARE = 0.56  # of the width: the height of network and map,
_ROOM = 0.66  # that of a timeline, where lower lanes and fewer labels can make it so,
_LADDER = 0.32  # and what labels take of it
_NARROW_LADDER = 0.7
_VIEWS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "network": network_figure,
    "matrix": matrix_figure,
    "map": map_figure,
}
PARTS = ("title", "filters", "sources", "date")
"""What stands around the chart of a picture, unless it is left out."""

REVIEW = "review"
"""What ``include`` has besides where marks are signed with what people made of them, or have yet to."""


def export_figure(
    timeline: Timeline,
    shown: Timeline | Sequence[str] | None = None,
    *,
    theme: str,
    language: str,
    exported: date,
    title: str = "",
    filters_line: str = "",
    window: Window | None = None,
    width: float = 1280,
    tallest: float = 560.0,
    note: str = "",
    include: Collection[str] = PARTS,
    annotations: Sequence[Annotation] = (),
    today: bool = False,
    view: str = "timeline",
    lanes: str = "actor",
    scale: str = "folded",
) -> dict[str, Any]:
    """The figure of the whole filtered view, of its own height, ready for an image.

    Args:
        timeline: The whole affair, on which lanes and colours rest.
        shown: The filtered timeline, or ids; all events by default.
        theme: "light" or "dark".
        language: Of everything written in it.
        exported: The day that is printed as the date of export.
        title: The affair's title; the timeline's own by default.
        filters_line: What the filters are, in words (``store.describe``).
        window: Inclusive days to which the axis is confined.
        width: Of the image, in pixels; its height follows.
        tallest: How high labels may rise above the lanes, in pixels; the less, the fewer labels.
        note: A line of the reader's own, the first under the chart.
        include: Which of ``PARTS`` stand around the chart; with ``REVIEW``, marks have their signs of review.
        annotations: What people drew on the timeline.
        today: Whether the day of export has a line.
        view: "timeline", "network", "matrix", "map" or "table"; anything else is the timeline.
        lanes: What the timeline's lanes stand for.
        scale: How the timeline's axis is drawn.
    """
    heading = title or timeline.titles.get(language, "") or next(iter(timeline.titles.values()), "")
    around = {
        "title": (heading or message("Timeline", language)) if "title" in include else "",
        "subtitle": message("Filters: {filters}", language, filters=filters_line)
        if filters_line and "filters" in include
        else "",
    }
    wide = width - 2 * _PADDING
    said = [note] if note else []
    seen = _seen(timeline, shown)
    if view == "table":
        footer = (*said, *_footer(timeline, seen, exported, language, include))
        figure = listing_figure(
            seen,
            width=wide,
            theme=theme,
            language=language,
            most=max(6, round(tallest / 10)),
            footer=footer,
            **around,
        )
    elif view in _VIEWS:
        footer = (*said, *_footer(timeline, seen, exported, language, include))
        size = {} if view == "matrix" else {"height": round(wide * _SHARE)}
        figure = _VIEWS[view](
            timeline, seen, width=wide, theme=theme, language=language, footer=footer, **size, **around
        )
    else:
        layout = lay_out(
            timeline, shown=shown, window=window, width=wide, language=language, lanes=lanes, scale=scale,
            tallest=min(tallest, (_LADDER if wide >= NARROW else _NARROW_LADDER) * wide), room=_ROOM * wide,
        )  # fmt: skip
        if REVIEW not in include:
            layout = replace(layout, marks=tuple(replace(mark, badge="") for mark in layout.marks))
        drawn = place_annotations(layout, annotations, today_line(exported, language) if today else None)
        footer = (
            *said,
            *_footer(
                timeline, seen, exported, language, include, shown=layout.shown, folded=bool(layout.folds)
            ),
        )
        figure = timeline_figure(
            layout, theme=theme, language=language, annotations=drawn, footer=footer, **around
        )
    figure["layout"]["margin"] |= dict.fromkeys("lrtb", _PADDING)
    figure["layout"]["width"] += 2 * _PADDING
    figure["layout"]["height"] += 2 * _PADDING
    return figure


def today_line(day: date, language: str) -> tuple[date, str]:
    """A day and what the line of today says of it."""
    return day, message("Today, {date}", language, date=format_day(day, language))


def _seen(timeline: Timeline, shown: Timeline | Sequence[str] | None) -> Timeline:
    """What is shown, as a timeline."""
    if shown is None or isinstance(shown, Timeline):
        return shown or timeline
    wanted = set(shown)
    return timeline.with_events(tuple(event for event in timeline.events if event.id in wanted))


def _footer(
    timeline: Timeline,
    seen: Timeline,
    exported: date,
    language: str,
    include: Collection[str],
    *,
    shown: int | None = None,
    folded: bool = False,
) -> tuple[str, ...]:
    named = credit_line(timeline, seen, language) if "sources" in include else ""
    found = []
    if folded:
        found.append(
            message(
                "Quiet periods are skipped at the jagged lines; the scale is the same throughout.", language
            )
        )
    if named:
        found.append(named)
    counted = message(
        "{shown} of {total} events",
        language,
        shown=len(seen.events) if shown is None else shown,
        total=len(timeline.events),
    )
    if "date" not in include:
        return (*found, counted)
    made = message("exported {date} with Détente", language, date=format_day(exported, language))
    return (*found, f"{counted} · {made}")
