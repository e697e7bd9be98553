"""Where the page meets the store, the layout and the figures: everything drawn for one state. Pure."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.app import naming, theme
from dashboard.app.rail import Option
from dashboard.app.state import ViewState, bounds
from dashboard.model import Event, Timeline

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The two figures as plain dicts, what a screen reader hears of them, and the line under the chart."""

    figure: Figure
    overview: Figure
    summary: str
    note: str
    empty: bool


def title(timeline: Timeline, language: str) -> str:
    return naming.title_of(timeline, language)


def known(timeline: Timeline, state: ViewState) -> ViewState:
    """The state without what the timeline does not hold: an address may come from elsewhere."""
    types = {event.type for event in timeline.events}
    return replace(
        state,
        actors=tuple(each for each in state.actors if each in timeline.actors),
        types=tuple(each for each in state.types if each in types),
        statuses=tuple(each for each in state.statuses if each in naming.STATUSES),
    )


def visible(timeline: Timeline, state: ViewState) -> Timeline:
    return timeline.with_events(tuple(e for e in timeline.events if _passes(timeline, e, state)))


def _passes(timeline: Timeline, event: Event, state: ViewState) -> bool:
    actors = {p.actor for p in event.participants}
    actors |= {timeline.actors[a].affiliation for a in actors if timeline.actors[a].affiliation}
    lo, hi = bounds(state.after), bounds(state.before)
    return (
        (not state.actors or bool(actors & set(state.actors)))
        and (not state.types or event.type in state.types)
        and (not state.statuses or event.status.value in state.statuses)
        and (not lo or event.when.latest >= lo[0])
        and (not hi or event.when.earliest <= hi[1])
        and state.text.lower() in event.title("en").lower()
    )


def choices(
    timeline: Timeline, state: ViewState, language: str, *, dark: bool, find: str = ""
) -> dict[str, list[Option]]:
    shown = visible(timeline, state)
    actors = [
        Option(
            a.id,
            a.name(language),
            sum(any(p.actor == a.id for p in e.participants) for e in shown.events),
            "#888",
        )
        for a in timeline.actors.values()
        if find.lower() in " ".join([*a.names.values(), *a.aliases]).lower()
    ]
    types = [
        Option(t, naming.named(t, naming.TYPES, language), sum(e.type == t for e in shown.events))
        for t in dict.fromkeys(e.type for e in timeline.events)
    ]
    statuses = [
        Option(t, naming.named(t, naming.STATUSES, language), sum(e.status == t for e in shown.events))
        for t in dict.fromkeys(e.status.value for e in timeline.events)
    ]
    return {"actors": actors, "types": types, "statuses": statuses}


def draw(
    timeline: Timeline, shown: Timeline, state: ViewState, language: str, *, width: int, dark: bool
) -> Drawing:
    ink = "#eee" if dark else "#111"
    fig = {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": [str(e.when.earliest) for e in shown.events],
                "y": [e.participants[0].actor for e in shown.events],
                "customdata": [e.id for e in shown.events],
                "marker": {"size": 14},
            }
        ],
        "layout": {"width": width, "height": 420, "template": "none", "paper_bgcolor": "rgba(0,0,0,0)",
                   "plot_bgcolor": "rgba(0,0,0,0)", "font": {"color": ink}},
    }  # fmt: skip
    over = {"data": fig["data"], "layout": {**fig["layout"], "height": 100, "dragmode": "select"}}
    return Drawing(fig, over, "summary", "", not shown.events)


def config(*, overview: bool = False) -> dict[str, Any]:
    return {"displayModeBar": False}


def printed(
    timeline: Timeline, state: ViewState, heading: str, language: str, today: date, *, dark: bool
) -> Figure:
    return draw(timeline, visible(timeline, state), state, language, width=1200, dark=dark).figure


def fonts() -> list[dict[str, str]]:
    return theme.fonts()
