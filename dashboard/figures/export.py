"""The filtered view as a picture to publish: title, filters, sources and date of export are in it.

Called by the app's Publish menu and by the ``detente export`` command.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.figures.chart import timeline_figure
from dashboard.model import Timeline
from dashboard.timeline.layout import Window, lay_out
from dashboard.wording import format_day, message

_PADDING = 28


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
    """
    layout = lay_out(
        timeline, shown=shown, window=window, width=width - 2 * _PADDING, language=language, tallest=560.0
    )
    heading = title or timeline.titles.get(language, "") or next(iter(timeline.titles.values()), "")
    figure = timeline_figure(
        layout,
        theme=theme,
        language=language,
        title=heading or message("Timeline", language),
        subtitle=filters_line,
        footer=_footer(timeline, layout.shown, exported, language, folded=bool(layout.folds)),
    )
    figure["layout"]["margin"] |= dict.fromkeys("lrtb", _PADDING)
    figure["layout"]["width"] += 2 * _PADDING
    figure["layout"]["height"] += 2 * _PADDING
    return figure


def _footer(
    timeline: Timeline, shown: int, exported: date, language: str, *, folded: bool
) -> tuple[str, ...]:
    sources = dict.fromkeys(_source(each.title, each.source) for each in timeline.articles)
    named = "; ".join(each for each in sources if each)
    found = []
    if folded:
        found.append(
            message(
                "Quiet periods are skipped at the jagged lines; the scale is the same throughout.", language
            )
        )
    if named:
        found.append(message("Sources: {sources}", language, sources=named))
    counted = message("{shown} of {total} events", language, shown=shown, total=len(timeline.events))
    made = message("exported {date} with Détente", language, date=format_day(exported, language))
    return (*found, f"{counted} · {made}")


def _source(title: str, source: str) -> str:
    return f"{title} – {source}" if title and source and source not in title else title or source
