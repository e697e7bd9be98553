"""The overview strip as a Plotly figure: x is dates, and a brush over it is the range. Called by the app."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from dashboard.figures.drawing import Trace, bar_ring, fills, lines, page, texts, trace
from dashboard.figures.texts import card, escaped
from dashboard.figures.themes import THEMES, Theme, faded
from dashboard.model import Timeline
from dashboard.timeline.axis import LAST_DAY, Axis
from dashboard.timeline.layout import Window
from dashboard.timeline.measure import measure
from dashboard.timeline.overview import LABEL_SIZE, Caption, Overview, Speck, lay_out_overview
from dashboard.timeline.ticks import TICK_SIZE

_UNDER = 26.0
_UNSEEN = "rgba(0,0,0,0)"
_CARDS = 300  # events beyond which the strip has no hover cards


def overview_figure(
    timeline: Timeline,
    *,
    width: float,
    theme: str,
    language: str,
    shown: Timeline | Sequence[str] | None = None,
    window: Window | None = None,
    lanes: str = "actor",
) -> dict[str, Any]:
    """The figure of the whole affair, to stand under a chart of the same width.

    Args:
        timeline: The whole affair.
        width: In pixels, the same as the chart's.
        theme: "light" or "dark".
        language: Of labels and cards.
        shown: What the filters leave, as a timeline or ids: the rest is drawn fainter.
        window: The inclusive days of the range in force, drawn as a selection.
        lanes: What the chart's lanes stand for, whose names it must begin after.
    """
    colours = THEMES[theme]
    strip = lay_out_overview(timeline, width=width, language=language, shown=shown, lanes=lanes)
    layout = _brushed(strip, window, colours, width)
    return {"data": _data(timeline, strip, colours, language), "layout": layout}


def _brushed(strip: Overview, window: Window | None, theme: Theme, width: float) -> dict[str, Any]:
    """A Plotly layout on which x is dates and dragging selects a range."""
    layout, axis = page(theme, width, strip.strip + _UNDER, 0.0), strip.axis
    layout["margin"] = {
        "l": strip.left,
        "r": width - strip.right,
        "t": 0,
        "b": 0,
        "pad": 0,
        "autoexpand": False,
    }
    layout["xaxis"] |= {"type": "date", "range": [moment(axis.start), moment(axis.end)], "hoverformat": "%x"}
    layout["dragmode"] = "select"
    layout["selectdirection"] = "h"
    layout["hoverdistance"] = 8
    layout["newselection"] = {
        "mode": "immediate",
        "line": {"color": theme.accent, "width": 1.5, "dash": "solid"},
    }
    layout["activeselection"] = {"fillcolor": theme.accent, "opacity": 0.18}
    layout["selections"] = _selections(window, axis, strip, theme)
    layout["shapes"] = [
        {
            "type": "rect", "layer": "below", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": strip.strip,
            "line": {"width": 0}, "fillcolor": theme.band,
        },
        *_window_fill(window, axis, strip, theme),
    ]  # fmt: skip
    return layout


def moment(day: float) -> str:
    """An ordinal with its fraction as Plotly writes a date: "2017-03-03 12:00"."""
    found = datetime.fromordinal(max(1, int(day))).replace(tzinfo=UTC) + timedelta(
        minutes=round(day % 1 * 1440)
    )
    return f"{found.year:04d}-{found:%m-%d %H:%M}"


def _data(timeline: Timeline, strip: Overview, theme: Theme, language: str) -> list[Trace]:
    axis = strip.axis
    grid = [[(tick.x, 0.0), (tick.x, strip.strip + 3)] for tick in strip.ticks]
    found = [lines(grid, theme.grid)]
    for shown in (False, True):
        colour = theme.ghost if shown else faded(theme.ghost, 0.35)
        specks = [each for each in strip.specks if each.shown is shown]
        bars = [
            bar_ring(each.left, each.right, each.y, each.height, (2.0, 2.0) if each.event else (0.0, 0.0))
            for each in specks
            if each.shape == "bar"
        ]
        found.append(fills(bars, colour))
        named = [each for each in specks if each.event]
        dots = [each for each in specks if each.shape == "dot"]
        found.append(_points(timeline, dots, colour, language))
        found.append(_points(timeline, [each for each in named if each.shape == "bar"], _UNSEEN, language))
        names = [each for each in strip.captions if each.shown is shown]
        said = [(each.left, each.y, _said(each, theme)) for each in names]
        text = theme.text if shown else theme.muted
        found.append(_steady(texts(said, size=LABEL_SIZE, colour=text, position="middle right")))
    under = strip.strip + 13
    ticks = [(_within(_tick(tick.text, tick.era), tick.x, strip), under, _tick(tick.text, tick.era))
             for tick in strip.ticks]  # fmt: skip
    found.append(_steady(texts(ticks, size=TICK_SIZE, colour=theme.muted)))
    return [_dated(each, axis) for each in found if each["x"]]


def _points(timeline: Timeline, specks: Sequence[Speck], colour: str, language: str) -> Trace:
    """Points that answer to the pointer: the dots, and unseen ones in the middle of the bars."""
    many = len(timeline.events) > _CARDS
    by_id = {} if many else {event.id: event for event in timeline.events}
    return trace(
        mode="markers",
        x=[(each.left + each.right) / 2 for each in specks],
        y=[round(each.y, 1) for each in specks],
        customdata=[each.event for each in specks],
        hoverinfo="none" if many else "text",
        hovertext=[]
        if many
        else [card(by_id[each.event], timeline, language, brief=True) for each in specks],
        marker={
            "size": 8,
            "color": colour,
            "line": {"width": 0},
            "opacity": 1,
        },
        unselected={"marker": {"color": colour, "opacity": 1}},
    )


def _said(caption: Caption, theme: Theme) -> str:
    when = f'<span style="color:{theme.muted}">{escaped(caption.when)}</span>'
    return f"{escaped(caption.title)}  {when}"


def _steady(drawn: Trace) -> Trace:
    """The texts, not dimmed where a brush does not cover them."""
    return drawn | {"unselected": {"textfont": {"color": drawn["textfont"]["color"]}}}


def _within(text: str, x: float, strip: Overview) -> float:
    """The middle of a tick's text that stays inside the figure, as near to its tick as that lets it."""
    half = measure(text, TICK_SIZE) / 2 + 1
    return min(max(x, half), strip.width - half)


def _tick(text: str, era: str) -> str:
    return f"{text} {era}" if era else text


def _dated(drawn: Trace, axis: Axis) -> Trace:
    """The trace with its x in dates instead of pixels."""
    return drawn | {"x": [None if x is None else moment(_day(x, axis)) for x in drawn["x"]]}


def _day(x: float, axis: Axis) -> float:
    """The day at an x, also beyond the ends."""
    piece = axis.pieces[0]
    return min(max(1.0, piece.start + (x - piece.left) / axis.scale), float(LAST_DAY))


def _ends(window: Window | None, axis: Axis) -> tuple[float, float] | None:
    """The range as ordinals: from the morning of its first day to the evening of its last."""
    if window is None or window == (None, None):
        return None
    low = window[0].toordinal() + 0.25 if window[0] else axis.start
    high = window[1].toordinal() + 0.75 if window[1] else axis.end
    return (low, high) if low < high else None


def _brushable(window: Window | None, axis: Axis) -> bool:
    """Whether a brush can stand for the range exactly: Plotly reports it back, cut to the axis."""
    ends = _ends(window, axis)
    return ends is not None and axis.start < ends[0] and ends[1] < axis.end


def _selections(window: Window | None, axis: Axis, strip: Overview, theme: Theme) -> list[dict[str, Any]]:
    ends = _ends(window, axis)
    if ends is None or not _brushable(window, axis):
        return []
    return [
        {
            "type": "rect", "xref": "x", "yref": "y",
            "x0": moment(ends[0]), "x1": moment(ends[1]), "y0": 0, "y1": strip.strip,
            "line": {"color": theme.accent, "width": 1.5, "dash": "solid"}, "opacity": 1,
        }
    ]  # fmt: skip


def _window_fill(window: Window | None, axis: Axis, strip: Overview, theme: Theme) -> list[dict[str, Any]]:
    """What lies in the range is tinted, under the marks; framed too, where no brush frames it."""
    ends = _ends(window, axis)
    if ends is None or ends[1] <= axis.start or ends[0] >= axis.end:
        return []
    low, high = max(ends[0], axis.start), min(ends[1], axis.end)
    frame = {"width": 0} if _brushable(window, axis) else {"width": 1.5, "color": theme.accent}
    return [
        {
            "type": "rect", "layer": "below", "x0": moment(low), "x1": moment(high),
            "y0": 0, "y1": strip.strip, "line": frame, "fillcolor": faded(theme.accent, 0.2),
        }
    ]  # fmt: skip
