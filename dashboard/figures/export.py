"""The filtered view as a picture to publish: title, filters, sources and date of export are in it.

Called by the app's Publish menu and by the ``detente export`` command.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.figures.atlas import map_figure
from dashboard.figures.chart import timeline_figure
from dashboard.figures.credits import credit_line
from dashboard.figures.frame import Look
from dashboard.figures.listing import listing_figure
from dashboard.figures.matrix import matrix_figure
from dashboard.figures.network import network_figure
from dashboard.model import Timeline
from dashboard.timeline.annotations import Annotation, place_annotations
from dashboard.timeline.layout import NARROW, Window, lay_out
from dashboard.wording import format_day, format_number, message

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a picture shows and how it is published.

    Attributes:
        theme: "light", "dark" or "print".
        language: Of everything written in it.
        exported: The day that is printed as the date of export.
        title: The affair's title; the timeline's own by default.
        filters_line: What the filters are, in words (``store.describe``).
        note: A line of the reader's own, the first under the chart.
        include: Which of ``PARTS`` stand around the chart; with ``REVIEW``, marks have their signs of review.
        annotations: What people drew on the timeline.
        today: Whether the day of export has a line.
        view: "timeline", "network", "matrix", "map" or "table"; anything else is the timeline.
        lanes: What the timeline's lanes stand for.
        scale: How the timeline's axis is drawn.
        window: Inclusive days to which the timeline's axis is confined.
    """

    theme: str
    language: str
    exported: date
    title: str = ""
    filters_line: str = ""
    note: str = ""
    include: Collection[str] = PARTS
    annotations: Sequence[Annotation] = ()
    today: bool = False
    view: str = "timeline"
    lanes: str = "actor"
    scale: str = "folded"
    window: Window | None = None


def export_figure(
    timeline: Timeline,
    edition: Edition,
    shown: Timeline | Sequence[str] | None = None,
    *,
    width: float = 1280,
    tallest: float = 560.0,
) -> dict[str, Any]:
    """The figure of the whole filtered view, of its own height, ready for an image.

    Args:
        timeline: The whole affair, on which lanes and colours rest.
        edition: What of it is drawn, and how.
        shown: The filtered timeline, or ids; all events by default.
        width: Of the image, in pixels; its height follows.
        tallest: How high labels may rise above the lanes, in pixels; the less, the fewer labels.
    """
    wide = width - 2 * _PADDING
    seen = _seen(timeline, shown)
    look = _look(timeline, seen, edition)
    if edition.view == "table":
        figure = listing_figure(seen, look, width=wide, most=max(6, round(tallest / 10)))
    elif edition.view in _VIEWS:
        size = {} if edition.view == "matrix" else {"height": round(wide * _SHARE)}
        figure = _VIEWS[edition.view](timeline, look, seen, width=wide, **size)
    else:
        figure = _chart(timeline, seen, edition, look, width=wide, tallest=tallest)
    figure["layout"]["margin"] |= dict.fromkeys("lrtb", _PADDING)
    figure["layout"]["width"] += 2 * _PADDING
    figure["layout"]["height"] += 2 * _PADDING
    return figure


def _look(timeline: Timeline, seen: Timeline, edition: Edition) -> Look:
    """The look of an edition: its title and filters above, note, credits, counts and date below."""
    language, include = edition.language, edition.include
    title = edition.title or timeline.titles.get(language, "") or next(iter(timeline.titles.values()), "")
    filters = edition.filters_line if "filters" in include else ""
    counted = _counted(len(seen.events), len(timeline.events), edition)
    return Look(
        theme=edition.theme,
        language=language,
        title=(title or message("Timeline", language)) if "title" in include else "",
        subtitle=message("Filters: {filters}", language, filters=filters) if filters else "",
        footer=(*_said(timeline, seen, edition), counted),
    )


def _chart(
    timeline: Timeline, seen: Timeline, edition: Edition, look: Look, *, width: float, tallest: float
) -> dict[str, Any]:
    """The timeline as a picture; where it folds time, that is said under it."""
    language = edition.language
    layout = lay_out(
        timeline, shown=seen, window=edition.window, width=width, language=language,
        lanes=edition.lanes, scale=edition.scale, room=_ROOM * width,
        tallest=min(tallest, (_LADDER if width >= NARROW else _NARROW_LADDER) * width),
    )  # fmt: skip
    if REVIEW not in edition.include:
        layout = replace(layout, marks=tuple(replace(mark, badge="") for mark in layout.marks))
    today = today_line(edition.exported, language) if edition.today else None
    counted = _counted(layout.shown, len(timeline.events), edition)
    footer = (*_said(timeline, seen, edition, folded=bool(layout.folds)), counted)
    drawn = place_annotations(layout, edition.annotations, today)
    return timeline_figure(layout, replace(look, footer=footer), annotations=drawn)


def today_line(day: date, language: str) -> tuple[date, str]:
    """A day and what the line of today says of it."""
    return day, message("Today, {date}", language, date=format_day(day, language))


def _seen(timeline: Timeline, shown: Timeline | Sequence[str] | None) -> Timeline:
    """What is shown, as a timeline."""
    if shown is None or isinstance(shown, Timeline):
        return shown or timeline
    wanted = set(shown)
    return timeline.with_events(tuple(event for event in timeline.events if event.id in wanted))


def _said(timeline: Timeline, seen: Timeline, edition: Edition, *, folded: bool = False) -> list[str]:
    """What stands under a picture before the counts: the note, how time is drawn, the sources."""
    skipped = "Quiet periods are skipped at the jagged lines; the scale is the same throughout."
    found = [
        edition.note,
        message(skipped, edition.language) if folded else "",
        credit_line(timeline, seen, edition.language) if "sources" in edition.include else "",
    ]
    return [each for each in found if each]


def _counted(shown: int, total: int, edition: Edition) -> str:
    """How many events a picture shows, and when it was made."""
    language = edition.language
    counted = message("{shown} of {total} events", language,
                      shown=format_number(shown, language), total=format_number(total, language))  # fmt: skip
    if "date" not in edition.include:
        return counted
    day = format_day(edition.exported, language)
    return f"{counted} · {message('exported {date} with Détente', language, date=day)}"
