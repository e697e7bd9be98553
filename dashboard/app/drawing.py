"""One view of the affair, complete: chart, overview, counts, filters, rows; the callback behind every click.

``view`` is what the browser sends: ``search`` (the address), ``before`` (the address drawn last),
``width`` in pixels, ``dark``, and ``by``, the control that changed it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dash import (
    ClientsideFunction,
    Dash,
    Input,
    Output,
    State,
    html,
    no_update,
    set_props,
)

from dashboard.app import chart, header, rail, stage, table
from dashboard.app.facets import NAMES
from dashboard.app.naming import dated_by_guess
from dashboard.app.state import ViewState, address_key, state_from_url, undated, url_from_state
from dashboard.app.story.panel import TODAY
from dashboard.app.story.player import steps_for
from dashboard.app.views import VIEWS, panel, renewed, room
from dashboard.app.workspace import Workspace
from dashboard.model import Event, Timeline
from dashboard.store import value_name
from dashboard.timeline.annotations import annotations_of
from dashboard.wording import format_list, format_when, message, quoted, status_name

_QUIET = ("width", "revision", "boot")  # what changes no control
_HEARD = 1000  # events up to which the arrow keys know all
_NEAR = 200  # of more than these, those around the selected one are known
OUTPUTS = (
    Output("chart", "figure"),
    Output("overview", "figure"),
    *(Output(room(view), "children") for view in VIEWS),
    Output("lanes", "value"),
    Output("scale", "value"),
    Output("ignored", "children"),
    Output("picture", "aria-label"),
    Output("chart-summary", "children"),
    Output("picture", "hidden"),
    Output("nothing", "hidden"),
    Output("nothing", "children"),
    Output("counted", "children"),
    Output("chips", "children"),
    Output("clear", "disabled"),
    Output("facets", "data"),
    Output("from", "value"),
    Output("to", "value"),
    Output("from", "placeholder"),
    Output("to", "placeholder"),
    Output("range-note", "children"),
    Output("certainty", "value"),
    Output("match", "value"),
    Output("search", "value"),
    Output("own-title", "data"),
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
    name: str
    choices: Mapping[str, list[rail.Option]]
    revision: int = 0
    drawing: chart.Drawing = chart.NOT_DRAWN
    dropped: tuple[str, ...] = ()
    steps: Sequence[Mapping[str, str]] | None = None  # of the story; None where the page has them


def scene(workspace: Workspace, search: str, language: str, find: str = "", *, counted: bool = True) -> Scene:
    """The scene at an address, without its figures; ``find`` narrows the list of actors.

    What stays as it was needs no counts: without ``counted`` there are no choices.
    """
    state = state_from_url(search)
    revision = workspace.revision()  # first: what changes while we draw is drawn again
    timeline = workspace.timeline()
    dropped = (*undated(search), *(value for _, value in chart.unknown(timeline, state)))
    state = chart.known(timeline, state)
    choices = chart.choices(timeline, state, language, find=find) if counted else {}
    name = workspace.name(timeline, language)
    visible = chart.visible(timeline, state)
    return Scene(timeline, visible, state, language, name, choices, revision, dropped=dropped)


def drawn(workspace: Workspace, view: Mapping[str, Any], language: str, find: str = "") -> Scene:
    """The scene of a view, with its figures."""
    found = scene(workspace, str(view.get("search", "")), language, find)
    width = min(max(int(view.get("width") or 960), 280), 6000)
    room = float(view.get("height") or 0)
    kept = workspace.project.documents("annotation")
    drawing = chart.pictured(
        found.timeline,
        found.state,
        language,
        width=width,
        dark=bool(view.get("dark")),
        room=max(320.0, min(room, 4000.0)) if room else None,
        annotations=tuple(annotations_of(kept)),
        today=datetime.now(UTC).astimezone().date() if TODAY in kept else None,
    )
    known = view.get("revision") == found.revision and not view.get("unsure")
    return replace(found, drawing=drawing, steps=None if known else steps_for(workspace, language))


def outdated(before: Scene) -> Scene:
    """The scene of a page that shows an older revision: nothing of its content can be relied on."""
    nothing: dict[str, list[rail.Option]] = {name: [] for name in NAMES}
    return replace(before, timeline=Timeline(), visible=Timeline(), name="", choices=nothing, revision=-1)


def blank(shown: Scene) -> bool:
    """Whether nothing has been brought yet."""
    return not shown.timeline.articles and not shown.timeline.events


def ignored(shown: Scene) -> str:
    """What the address asks for and cannot be found here, in a sentence; "" if there is nothing."""
    if not shown.dropped:
        return ""
    said = format_list([quoted(each, shown.language) for each in shown.dropped[:5]], shown.language)
    return message("Not known here, and left out of the filters: {values}.", shown.language, values=said)


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

    def named(facet: str, value: str) -> str:
        if facet == "statuses":
            return status_name(value, language)
        return value_name(shown.timeline, facet, value, language)

    found = [
        (address_key(facet), each, named(facet, each)) for facet in NAMES for each in getattr(state, facet)
    ]
    found += [
        (f"-{address_key(facet)}", each, message("without {names}", language, names=named(facet, each)))
        for facet, each in state.without
    ]
    if state.after or state.before:
        found.append(("range", "", rail.range_note(state, language)))
    if state.text:
        found.append(("q", "", quoted(state.text, language)))
    return found


def near_selected(shown: Scene) -> list[tuple[int, Event]]:
    """The visible events with their numbers: of very many only those around the selected one."""
    events = shown.visible.events
    first = 0
    most = len(events)
    if most > _HEARD:
        most = _NEAR
        chosen = shown.state.selected
        at = next((at for at, each in enumerate(events) if each.id == chosen), 0) if chosen else 0
        first = max(0, min(at - most // 2, len(events) - most))
    return list(enumerate(events[first : first + most], first + 1))


def order(shown: Scene) -> dict[str, Any]:
    """What is drawn: address, revision, the visible events in time order with what is heard of each."""
    total, numbered = len(shown.visible.events), near_selected(shown)
    events = [
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
        for number, event in numbered
    ]
    first = numbered[0][0] - 1 if numbered else 0
    return {
        "search": url_from_state(shown.state), "events": events, "first": first, "revision": shown.revision,
        "steps": shown.steps,
    }  # fmt: skip


def grid(shown: Scene, there: Collection[str] = ()) -> Any:
    """The table where it is the open tab, else nothing; one that is there stays, and asks for rows anew."""
    if shown.state.tab != "table":
        return None
    if not shown.visible.events:
        return html.P(message("No event passes these filters.", shown.language), className="nothing")
    return (
        no_update if "table" in there else table.layout(shown.state.selected, shown.language, shown.timeline)
    )


def changed(shown: Scene, there: Collection[str]) -> dict[str, dict[str, Any]]:
    """What the open view's new figure changes where its room is furnished, as properties by component."""
    tab = shown.state.tab
    if tab not in VIEWS or tab not in there:
        return {}
    return renewed(tab, shown.drawing.view, shown.drawing.summary, shown.language)


def listed(shown: Scene, before: Scene, lists: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The lists of all filters; what was chosen a moment ago stays where the reader's hand is."""
    chosen = {name: {*getattr(shown.state, name), *getattr(before.state, name)} for name in NAMES}
    return rail.lists(shown.choices, chosen, shown.language, lists)


def answers(
    shown: Scene,
    before: Scene,
    by: str = "",
    *,
    sure: bool = True,
    there: Collection[str] = (),
    lists: Mapping[str, Any] | None = None,
) -> tuple[Any, ...]:
    """The values of ``OUTPUTS``: what differs from the scene on the page, and nothing of what is typed in.

    Args:
        shown: the scene to show.
        before: the scene that the page shows, without its figures.
        by: the control that asked for it.
        sure: whether the page shows ``before``: not while an earlier answer may still reach it.
        there: which of the views beside the timeline, and whether a table, the page has already.
        lists: what the reader looks for in the lists of filters.
    """
    state, old, language = shown.state, before.state, shown.language
    empty, was_empty = not shown.visible.events, not before.visible.events
    if_new, control = _Page(by, sure).if_new, _Page(by, sure).control
    same = shown.timeline is before.timeline
    return (
        *_pictures(shown, there),
        control(state.lanes, old.lanes),
        control(state.scale, old.scale),
        if_new(ignored(shown), ignored(before)),
        if_new(shown.drawing.summary, ""),
        if_new(shown.drawing.summary, ""),
        if_new(empty, was_empty),
        if_new(not empty, not was_empty),
        stage.nothing(state, language, blank=blank(shown)) if empty else no_update,
        no_update if sure and _tally(shown) == _tally(before) else counted(shown),
        no_update if sure and active(shown) == active(before) else stage.chips_of(active(shown), language),
        if_new(not state.filtering, not old.filtering),
        listed(shown, before, lists),
        control(state.after, old.after, "range"),
        control(state.before, old.before, "range"),
        *((no_update, no_update) if same else rail.ends_of(shown.timeline, language)),
        if_new(rail.range_note(state, language), rail.range_note(old, language)),
        control(_certainty(state), _certainty(old)),
        control(_match(state), _match(old)),
        control(state.text, old.text, "search"),
        if_new(shown.name, before.name),
        control(state.theme, old.theme),
        control(state.tab, old.tab),
        grid(shown, there),
        order(shown),
        header.said(len(shown.visible.events), len(shown.timeline.events), language),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """The page that gets an answer: the control that asked for it, and whether what it shows is known."""

    by: str
    sure: bool

    def if_new(self, now: Any, then: Any) -> Any:
        """What the page shows, where that is something else than before."""
        return no_update if self.sure and now == then else now

    def control(self, now: Any, then: Any, name: str = "") -> Any:
        """A control's value, where something else than the reader's hand on it changed it."""
        if self.by in _QUIET or (name and name == self.by):
            return no_update
        return no_update if now == then and (self.sure or self.by) else now


def _pictures(shown: Scene, there: Collection[str]) -> tuple[Any, ...]:
    """The figures of the open tab, a view's with all of its room; other tabs stay as they are."""
    drawing, tab = shown.drawing, shown.state.tab
    return (
        drawing.figure or no_update,
        drawing.overview or no_update,
        *(
            panel(view, drawing.view, drawing.summary, shown.language)
            if view == tab and view not in there
            else no_update
            for view in VIEWS
        ),
    )


def _tally(shown: Scene) -> tuple[int, int, tuple[Any, ...]]:
    return len(shown.visible.events), len(shown.timeline.events), shown.timeline.articles


def _certainty(state: ViewState) -> str:
    return "certainly" if state.certainly else "possibly"


def _match(state: ViewState) -> str:
    return "all" if state.together else "any"


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; draws whenever the browser sends a view."""

    @app.callback(
        *OUTPUTS, Input("view", "data"), State("tongue", "data"), State("actor-search", "value"),
        prevent_initial_call=True,
    )  # fmt: skip
    def draw(view: dict[str, Any], language: str, find: str | None) -> tuple[Any, ...]:
        shown = drawn(workspace, view, language, find or "")
        before = scene(workspace, str(view.get("before", "")), language, counted=False)
        if view.get("revision") != shown.revision:
            before = outdated(before)
        # what an older revision showed is not known here, not even that it was as empty as this one
        sure = not view.get("unsure") and view.get("revision") == shown.revision
        there = [str(each) for each in view.get("there") or ()]
        for component, properties in changed(shown, there).items():
            set_props(component, properties)
        return answers(
            shown, before, str(view.get("by", "")), sure=sure, there=there, lists=view.get("lists")
        )

    @app.callback(
        Output("facets", "data", allow_duplicate=True),
        Input("actor-search", "value"),
        Input("lists", "data"),
        State("view", "data"),
        State("opening", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def find_options(
        find: str | None,
        lists: dict[str, Any] | None,
        view: dict[str, Any] | None,
        opening: dict[str, Any],
        language: str,
    ) -> Any:
        if find is None and lists is None:
            return no_update  # the page opens, with its lists
        looking_at = str((view or opening)["search"])
        shown = scene(workspace, looking_at, language, find or "")
        return listed(shown, shown, lists)

    app.clientside_callback(ClientsideFunction("detente", "order"), Input("order", "data"))
    app.clientside_callback(
        ClientsideFunction("detente", "counted"), Input("announced", "data"), prevent_initial_call=True
    )
