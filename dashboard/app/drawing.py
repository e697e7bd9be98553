"""One view of the affair, complete: chart, overview, counts, filters, rows; the callback behind every click.

``view`` is what the browser sends: ``search`` (the address), ``before`` (the address drawn last),
``width`` in pixels, ``dark``, and ``by``, the control that changed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dash import (
    ALL,
    ClientsideFunction,
    Dash,
    Input,
    Output,
    State,
    clientside_callback,
    ctx,
    html,
    no_update,
)

from dashboard.app import chart, header, rail, stage, table
from dashboard.app.naming import dated_by_guess, status_name, title_of, type_name
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.workspace import Workspace
from dashboard.model import Timeline
from dashboard.wording import format_when, message

FILTERS = ("actors", "types", "statuses")
OUTPUTS = (
    Output("chart", "figure"),
    Output("overview", "figure"),
    Output("picture", "aria-label"),
    Output("chart-summary", "children"),
    Output("nothing", "hidden"),
    Output("nothing", "children"),
    Output("counted", "children"),
    Output("chips", "children"),
    Output("clear", "disabled"),
    *(Output({"type": "count", "facet": name, "value": ALL}, "children") for name in FILTERS),
    *(Output(f"{name}-options", "children") for name in FILTERS),
    *(Output(name, "value") for name in FILTERS),
    Output("from", "value"),
    Output("to", "value"),
    Output("range-note", "children"),
    Output("certainty", "value"),
    Output("search", "value"),
    Output("title", "value"),
    Output("theme", "value"),
    Output("tab", "value"),
    Output("table-room", "children"),
    Output("order", "data"),
    Output("announced", "data"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that one view shows, before it becomes page elements."""

    timeline: Timeline
    visible: Timeline
    state: ViewState
    language: str
    drawing: chart.Drawing
    choices: Mapping[str, list[rail.Option]]


def scene(workspace: Workspace, view: Mapping[str, Any], language: str, find: str = "") -> Scene:
    """The scene of a view; ``find`` narrows the list of actors."""
    state = state_from_url(str(view.get("search", "")))
    timeline = workspace.timeline(state.published)
    state = chart.known(timeline, state)
    visible = chart.visible(timeline, state)
    width = min(max(int(view.get("width") or 960), 280), 6000)
    dark = bool(view.get("dark"))
    drawing = chart.draw(timeline, visible, state, language, width=width, dark=dark)
    choices = chart.choices(timeline, state, language, find=find)
    return Scene(timeline, visible, state, language, drawing, choices)


def counted(shown: Scene) -> list[Any]:
    """The header's counts for a scene."""
    articles = shown.timeline.articles
    doubtful = sum(dated_by_guess(each) for each in articles)
    return header.counts(
        len(shown.visible.events), len(shown.timeline.events), len(articles), doubtful, shown.language
    )


def active(shown: Scene) -> list[tuple[str, str, str]]:
    """The filters that are set, for the chips: (address key, value, what is said)."""
    state, language = shown.state, shown.language
    known = shown.timeline.actors
    found = [("actor", each, known[each].name(language)) for each in state.actors if each in known]
    found += [("type", each, type_name(each, language)) for each in state.types]
    found += [("status", each, status_name(each, language)) for each in state.statuses]
    if state.after or state.before:
        found.append(("range", "", rail.range_note(state, language)))
    if state.text:
        found.append(("q", "", f"“{state.text}”"))
    return found


def order(shown: Scene) -> list[dict[str, str]]:
    """The visible events in time order, each with what a screen reader should hear when it is selected."""
    total = len(shown.visible.events)
    return [
        {
            "id": event.id,
            "said": message(
                "{title}, {date}, {number} of {total}",
                shown.language,
                title=event.title(shown.language),
                date=format_when(event.when, shown.language),
                number=number,
                total=total,
            ),
        }
        for number, event in enumerate(shown.visible.events, 1)
    ]


def grid(shown: Scene, old: ViewState | None = None) -> Any:
    """The table where it is the open tab, else nothing; ``no_update`` if only the selection moved."""
    state = shown.state
    if state.tab != "table":
        return None
    if old is not None and replace(old, selected="", sources=False, theme="auto") == replace(
        state, selected="", sources=False, theme="auto"
    ):
        return no_update
    if shown.drawing.empty:
        return html.P(message("No event passes these filters.", shown.language), className="nothing")
    return table.layout(shown.visible, state.selected, shown.language)


def recounted(shown: Scene, listed: Mapping[str, list[str]]) -> list[list[Any]]:
    """The counts of the options that the page lists, filter by filter."""
    return [
        [rail.count(counts.get(value, 0), shown.language) for value in listed[name]]
        for name in FILTERS
        if (counts := {each.value: each.count for each in shown.choices[name]}) is not None
    ]


def relisted(shown: Scene, old: ViewState) -> list[Any]:
    """The options anew if the articles were read again, else nothing to do."""
    if old.published == shown.state.published:
        return [no_update] * len(FILTERS)
    return [rail.options(name, shown.choices[name], shown.language) for name in FILTERS]


def answers(shown: Scene, view: Mapping[str, Any], listed: Mapping[str, list[str]]) -> tuple[Any, ...]:
    """The values of ``OUTPUTS`` for a scene; what is being typed in is left alone.

    ``listed`` says which options each filter lists on the page.
    """
    state, drawing, language = shown.state, shown.drawing, shown.language
    old = state_from_url(str(view.get("before", "")))
    by = view.get("by", "")
    typed = ("from", "to") if by == "range" else rail.typed(state, language)
    return (
        drawing.figure,
        drawing.overview,
        drawing.summary,
        drawing.summary,
        not drawing.empty,
        stage.nothing(state, language) if drawing.empty else no_update,
        counted(shown),
        stage.chips_of(active(shown), language),
        not state.filtering,
        *recounted(shown, listed),
        *relisted(shown, old),
        *(list(getattr(state, name)) for name in FILTERS),
        *((no_update, no_update) if by == "range" else typed),
        rail.range_note(state, language),
        "certainly" if state.certainly else "possibly",
        no_update if by == "search" else state.text,
        no_update if by == "title" else (state.title or title_of(shown.timeline, language)),
        state.theme,
        state.tab,
        grid(shown, old),
        order(shown),
        header.said(len(shown.visible.events), len(shown.timeline.events), language),
    )


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; draws whenever the browser sends a view."""

    @app.callback(
        *OUTPUTS, Input("view", "data"), State("tongue", "data"), State("actor-search", "value"),
        prevent_initial_call=True,
    )  # fmt: skip
    def draw(view: dict[str, Any], language: str, find: str | None) -> tuple[Any, ...]:
        counts = [each for each in ctx.outputs_list if isinstance(each, list)]
        listed = {
            name: [one["id"]["value"] for one in each] for name, each in zip(FILTERS, counts, strict=True)
        }
        return answers(scene(workspace, view, language, find or ""), view, listed)

    @app.callback(
        Output("actors-options", "children", allow_duplicate=True),
        Input("actor-search", "value"),
        State("view", "data"),
        State("opening", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def find_actors(
        find: str | None, view: dict[str, Any] | None, opening: dict[str, Any], language: str
    ) -> Any:
        now = view or opening
        state = state_from_url(str(now["search"]))
        timeline = workspace.timeline(state.published)
        found = chart.choices(timeline, state, language, find=find or "")
        return rail.options("actors", found["actors"], language)

    clientside_callback(ClientsideFunction("detente", "order"), Input("order", "data"))
    clientside_callback(
        ClientsideFunction("detente", "counted"), Input("announced", "data"), prevent_initial_call=True
    )
    clientside_callback(
        ClientsideFunction("detente", "published"), Input("published", "data"), prevent_initial_call=True
    )
