"""Where the page meets the store, the layout and the figures: everything drawn for one state. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dashboard.app.facets import NAMES, Option
from dashboard.app.state import FACETS, ViewState, bounds
from dashboard.app.story.player import near
from dashboard.app.theme import lane_colours
from dashboard.events.ontology import type_meaning
from dashboard.figures import (
    Look,
    map_figure,
    matrix_figure,
    network_figure,
    overview_figure,
    summary,
    timeline_figure,
    view_summary,
)
from dashboard.figures.export import today_line
from dashboard.model import Timeline
from dashboard.store import (
    Filters,
    ancestors,
    apply,
    columns,
    facets,
    found_words,
    lane_of,
    search_actors,
    value_name,
)
from dashboard.store.columns import by_id, rows_of
from dashboard.store.doubts import queue
from dashboard.store.keeping import all_kept, kept
from dashboard.timeline import lay_out
from dashboard.timeline.annotations import Annotation, place_annotations
from dashboard.wording import STATUSES, status_name

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The figures of the open tab as plain dicts, and what a screen reader hears of it.

    ``figure`` and ``overview`` are the timeline's, ``view`` is the figure of another tab.
    """

    figure: Figure
    overview: Figure
    summary: str
    view: Figure = field(default_factory=dict)


_VIEWS: Mapping[str, Callable[..., Figure]] = {
    "network": network_figure,
    "matrix": matrix_figure,
    "map": map_figure,
}
NOT_DRAWN = Drawing({}, {}, "")


def known(timeline: Timeline, state: ViewState) -> ViewState:
    """The state without what the timeline does not hold: an address may come from elsewhere."""
    missing = set(unknown(timeline, state))
    kept = {
        name: tuple(each for each in getattr(state, name) if (name, each) not in missing)
        for name in FACETS.values()
    }
    without = tuple(each for each in state.without if each not in missing)
    return replace(state, **kept, without=without)  # type: ignore[arg-type]  # fields of facets


def unknown(timeline: Timeline, state: ViewState) -> tuple[tuple[str, str], ...]:
    """What a state filters by and the timeline does not hold, as (field, value)."""
    wanted = [(name, each) for name in FACETS.values() for each in getattr(state, name)]
    values = {name: set(columns(timeline).links(name).values) for name in {name for name, _ in wanted}}
    values |= {name: set(columns(timeline).links(name).values) for name, _ in state.without}
    always = {"actors": set(timeline.actors), "statuses": set(STATUSES)}
    return tuple(
        (name, each)
        for name, each in (*wanted, *state.without)
        if each not in values[name] and each not in always.get(name, ())
    )


def filters_of(state: ViewState) -> Filters:
    """The store's filters for a state."""
    after, before = bounds(state.after), bounds(state.before)
    return Filters(
        **{name: frozenset(getattr(state, name)) for name in FACETS.values()},
        together=state.together,
        without=frozenset(state.without),
        earliest=after[0] if after else None,
        latest=before[1] if before else None,
        certainty="certainly" if state.certainly else "possibly",
        text=state.text,
    )


def visible(timeline: Timeline, state: ViewState) -> Timeline:
    """The timeline with only the events that a state lets through."""
    return apply(timeline, filters_of(state))


def choices(
    timeline: Timeline, state: ViewState, language: str, *, find: str = ""
) -> dict[str, list[Option]]:
    """What each filter offers, always in the same order: the other filters change counts, not places."""
    counts, whole = facets(timeline, filters_of(state)), facets(timeline, Filters())
    colours = lane_colours(timeline)
    actors = [
        Option(
            value=each,
            label=timeline.actors[each].name(language),
            count=counts.actors.get(each, 0),
            colour=colours.get(lane_of(timeline, each), ""),
            depth=1 if not find and ancestors(timeline, each) else 0,
        )
        for each in _actors_in_order(timeline, whole.actors, find)
    ]
    found = {"actors": actors}
    for facet in NAMES:
        if facet != "actors":
            found[facet] = [
                Option(
                    value=each,
                    label=_called(timeline, facet, each, language),
                    count=counts.counts[facet][each],
                    meaning=type_meaning(each, language) if facet == "types" else "",
                )
                for each in whole.counts[facet]
            ]
    return found


def _called(timeline: Timeline, facet: str, value: str, language: str) -> str:
    return (
        status_name(value, language) if facet == "statuses" else value_name(timeline, facet, value, language)
    )


def _actors_in_order(timeline: Timeline, ranked: Mapping[str, int], find: str) -> list[str]:
    """Found actors best first; else each state or organisation, most events first, with its own under it."""
    if find.strip():
        return [each for each in search_actors(timeline, find) if each in ranked]
    homes: dict[str, list[str]] = {}
    for each in ranked:
        home = lane_of(timeline, each)
        homes.setdefault(home, [home])
        if each != home:
            homes[home].append(each)
    return [each for own in homes.values() for each in own]


def draw(
    timeline: Timeline,
    shown: Timeline,
    state: ViewState,
    language: str,
    *,
    width: int,
    dark: bool,
    room: float | None = None,
    annotations: Sequence[Annotation] = (),
    today: date | None = None,
) -> Drawing:
    """The figures of the open tab for the visible events, ``width`` wide; fit into ``room`` if one is given.

    While a story is told, the timeline is of its step's days.
    """
    window = (near(shown, state.selected) if state.step else None) or window_of(state)
    selected = state.selected or None
    look = Look(theme="dark" if dark else "light", language=language, selected=selected)
    if state.tab == "table":
        return Drawing({}, {}, summary(shown, language, timeline))
    if state.tab != "timeline":
        size = {} if state.tab == "matrix" else {"height": _height(state.tab, width, room)}
        figure = _VIEWS[state.tab](timeline, look, shown, width=width, **size)
        return Drawing({}, {}, view_summary(state.tab, timeline, shown, language), figure)
    placed = lay_out(
        timeline, width=width, language=language, shown=shown, window=window, selected=selected,
        lanes=state.lanes, scale=state.scale, room=room,
    )  # fmt: skip
    drawn = place_annotations(placed, annotations, today_line(today, language) if today else None)
    overview = overview_figure(
        timeline, width=width, theme=look.theme, language=language, shown=shown, window=window,
        lanes=state.lanes,
    )  # fmt: skip
    return Drawing(
        figure=timeline_figure(placed, look, annotations=drawn, searched=found_words(state.text)),
        overview=overview,
        summary=summary(shown, language, timeline),
    )


def _pictured(timeline: Timeline, /, state: ViewState, language: str, **room: Any) -> Drawing:
    return draw(timeline, visible(timeline, state), state, language, **room)


_remembered = kept(_pictured, 16)  # a view that readers come back to, or that a page opens with, is there


def pictured(timeline: Timeline, state: ViewState, language: str, **room: Any) -> Drawing:
    """What ``draw`` makes of a state, with its options; what was drawn a moment ago is not drawn again."""
    seen = replace(state, show="", seed="", theme="auto", language="")
    return _remembered(timeline, seen, language, **room)


def prepare(timeline: Timeline) -> None:
    """Nothing; what all views of a timeline rest on is worked out, so that its first reader need not wait."""
    with all_kept():
        queue(timeline)
        by_id(timeline)
        rows_of(timeline, timeline.with_events(timeline.events[:1]))
        choices(timeline, ViewState(), "en")
        draw(timeline, timeline, ViewState(), "en", width=960, dark=False)


def _height(tab: str, width: int, room: float | None) -> float:
    """How high network and map are: what the room leaves beside their key, or in proportion.

    A map is never much higher than wide, for that would only show more of the south and north.
    """
    if room:
        return max(320.0, min(room - 10, 890.0, width * (0.8 if tab == "map" else 1.1)))
    narrow = tab == "network" and width < 600
    return max(320.0, width * (1.2 if narrow else 0.62))


def window_of(state: ViewState) -> tuple[date | None, date | None]:
    """The inclusive days between which the axis lies; None for an open end."""
    filters = filters_of(state)
    return filters.earliest, filters.latest
