"""Splitting an event in two, by its quotes, days or actors; merging it with another, with a preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, dcc, html, no_update

from dashboard.app.acting import author
from dashboard.app.curate.commands import NEWS, done, find, pressed, titles_of, way
from dashboard.app.curate.telling import field_name, field_said
from dashboard.app.curate.typed import read_when
from dashboard.app.workspace import Workspace
from dashboard.errors import DetenteError, EditError
from dashboard.model import Event, Timeline
from dashboard.store import Change
from dashboard.store.edits import (
    FIELDS,
    merged,
    next_ids,
    split_by_actors,
    split_by_date,
    split_by_quotes,
)
from dashboard.store.nearness import nearest
from dashboard.wording import format_when, message

Component = Any
CANDIDATES = 30
"""Other events that are offered for a merge."""


def split_panel(workspace: Workspace, event: Event, language: str) -> Component:
    """The panel that splits an event; it offers only what the event can be split by."""

    def t(text: str) -> str:
        return message(text, language)

    base = workspace.project.version(event.id)
    nothing = t("It has one quote, one day and one actor: there is nothing to split.")
    ways = [_by_quotes(event, language), _by_days(event, language), _by_actors(workspace, event, language)]
    offered = [each for each in ways if each is not None]
    return html.Div(
        [
            _heading(message("Split {title}", language, title=event.title(language))),
            *(offered or [html.P(nothing, className="note")]),
            html.Div(id="split-fault", role="alert", className="form-fault"),
            html.Div([way(t("Cancel"), {"show": None})], className="form-end"),
            dcc.Store(id="split-begun", data={"event": event.id, "base": base}),
        ],
        className="edit-form",
        **{"data-busy": "yes"},
    )  # fmt: skip


def _heading(said: str) -> Component:
    return html.H2(said, id="evidence-heading", tabIndex=-1)


def _section(how: str, title: str, note: str, body: list[Component], label: str) -> Component:
    return html.Section(
        [
            html.H3(title, className="group-title"),
            html.P(note, className="note"),
            *body,
            html.Button(label, id={"type": "split", "how": how}, type="button", className="act", n_clicks=0),
        ],
        className="split-way",
    )


def _ticks(name: str, label: str, choices: list[tuple[str, str]], chosen: list[str]) -> Component:
    return dmc.CheckboxGroup(
        [dmc.Checkbox(value=value, label=said, size="xs") for value, said in choices],
        id={"type": "split-field", "name": name},
        label=label,
        value=chosen,
        size="xs",
    )


def _by_quotes(event: Event, language: str) -> Component:
    if len(event.evidence) < 2:
        return None
    choices = [(str(at), each.quote) for at, each in enumerate(event.evidence)]
    return _section(
        "quotes",
        message("By its quotes", language),
        message("The quotes that you tick become an event of their own, with their own date.", language),
        [_ticks("quotes", message("Quotes of the second event", language), choices, [choices[-1][0]])],
        message("Split by quotes", language),
    )


def _by_days(event: Event, language: str) -> Component:
    first, last = event.when.earliest, event.when.latest
    if first is None or last is None or first == last:
        return None
    field = dmc.TextInput(
        id={"type": "split-field", "name": "day"},
        label=message("First day of the second event", language),
        value=(first + timedelta(days=1)).isoformat(),
        size="xs",
        autoComplete="off",
    )
    return _section(
        "day",
        message("By its days", language),
        message("It reaches over {date}.", language, date=format_when(event.when, language)),
        [field],
        message("Split by days", language),
    )


def _by_actors(workspace: Workspace, event: Event, language: str) -> Component:
    if len(event.participants) < 2:
        return None
    actors = workspace.timeline().actors
    choices = [
        (str(at), actors[each.actor].name(language) if each.actor in actors else each.actor)
        for at, each in enumerate(event.participants)
    ]
    everyone = [value for value, _ in choices]
    others = [everyone[0], everyone[-1]] if len(everyone) > 2 else everyone[-1:]
    return _section(
        "actors",
        message("By its actors", language),
        message("Somebody may be in both; both keep every quote.", language),
        [
            _ticks("first", message("Actors of the first event", language), choices, everyone[:-1]),
            _ticks("second", message("Actors of the second event", language), choices, others),
        ],
        message("Split by actors", language),
    )


def parted(
    workspace: Workspace, event: Event, how: str, values: Mapping[str, Any], language: str
) -> tuple[Event, Event]:
    """The two events that an event becomes.

    Raises:
        EditError, DateError: it cannot be split so.
    """
    timeline, project = workspace.timeline(), workspace.project
    there = {each.id for each in timeline.events}
    (new_id,) = next_ids(
        event.id, lambda key: key in there or project.version(key) > 0 or project.machine(key) is not None
    )
    taken, actors = titles_of(timeline, event.id), timeline.actors
    if how == "quotes":
        moved = {int(each) for each in values.get("quotes") or []}
        return split_by_quotes(event, moved, new_id, actors, taken)
    if how == "day":
        day = read_when(str(values.get("day") or ""), language, None).earliest
        if day is None:
            raise EditError("Choose a day after the first and not after the last day of the event.")
        return split_by_date(event, day, new_id, actors, taken)
    first, second = ({int(each) for each in values.get(name) or []} for name in ("first", "second"))
    return split_by_actors(event, (first, second), new_id, actors, taken)


def merge_panel(workspace: Workspace, event: Event, language: str) -> Component:
    """The panel that merges an event with another, near or found by its words, and what comes of it."""

    def t(text: str) -> str:
        return message(text, language)

    found = _candidates(workspace, event, "", None, language)
    return html.Div(
        [
            _heading(message("Merge {title}", language, title=event.title(language))),
            dmc.TextInput(
                id="merge-find", label=t("Find the other event"), size="xs", debounce=250, autoComplete="off",
                placeholder=t("Words of its title, quotes, actors or place"),
                leftSection=html.Span(className="icon icon-search"),
            ),
            html.P(found.said, id="merge-found", role="status", className="note"),
            dmc.RadioGroup(
                found.choices, id="merge-choice", label=t("with another event, nearest in time first"),
                value=None, size="xs", className="merge-list",
            ),
            html.Div(id="merge-preview", role="status", className="preview"),
            html.Div(id="merge-fault", role="alert", className="form-fault"),
            html.Div(
                [
                    html.Button(
                        t("Merge"), id="merge-save", type="button", className="act main", n_clicks=0,
                        disabled=True,
                    ),
                    way(t("Cancel"), {"show": None}),
                ],
                className="form-end",
            ),
            dcc.Store(id="merge-begun", data={"event": event.id, "bases": found.bases}),
        ],
        className="edit-form",
        **{"data-busy": "yes"},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """Events that are offered for a merge: as choices, with their versions, and in a sentence how many."""

    choices: list[Component]
    bases: dict[str, int]
    said: str


def _candidates(workspace: Workspace, event: Event, words: str, chosen: str | None, language: str) -> _Found:
    """The other events that say the words; one that is chosen already stays among them."""
    timeline = workspace.timeline()
    others, total = nearest(event, timeline, CANDIDATES, words)
    kept = [each for each in timeline.events if each.id == chosen and each not in others]
    choices = [dmc.Radio(value=each.id, label=_told(each, language), size="xs") for each in (*kept, *others)]
    bases = {each.id: workspace.project.version(each.id) for each in (event, *kept, *others)}
    if not total:
        said = message("No other event says these words.", language)
    elif total > len(others):
        said = message("{shown} of {total} events; those that share actors come sooner", language,
                       shown=len(others), total=total)  # fmt: skip
    else:
        said = message("{count} event", language, plural="{count} events", count=total)
    return _Found(choices, bases, said)


def _told(event: Event, language: str) -> Component:
    return html.Span(
        [html.Strong(event.title(language)), html.Span(format_when(event.when, language), className="note")],
        className="version",
    )


def preview(event: Event, other: Event, timeline: Timeline, language: str) -> Component:
    """What two events become, field by field, with what changes marked."""
    whole = merged([event, other], timeline.actors, titles_of(timeline, event.id, other.id))
    rows: list[Component] = []
    for name in FIELDS:
        said = field_said(whole, name, timeline.actors, language)
        same = said == field_said(event, name, timeline.actors, language)
        rows += [html.Dt(field_name(name, language)), html.Dd(said if same else html.Ins(said))]
    count = message("{count} quote", language, plural="{count} quotes", count=len(whole.evidence))
    return [
        html.H3(message("Together they are", language), className="group-title"),
        html.Dl(rows, className="facts"),
        html.P(count, className="note"),
    ]


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; both become one step of the project each."""
    _register_split(app, workspace)
    _register_choice(app, workspace)
    _register_merge(app, workspace)


def _register_split(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        output=[*NEWS, Output("split-fault", "children")],
        inputs={"clicks": Input({"type": "split", "how": ALL}, "n_clicks")},
        state={
            "values": State({"type": "split-field", "name": ALL}, "value"),
            "names": State({"type": "split-field", "name": ALL}, "id"),
            "begun": State("split-begun", "data"),
            "who": State("who", "data"),
            "language": State("tongue", "data"),
        },
        prevent_initial_call=True,
    )
    def split(
        *, clicks: list[int], values: list[Any], names: list[dict[str, str]], begun: dict[str, Any], who: str,
        language: str,
    ) -> tuple[Any, ...]:  # fmt: skip
        del clicks
        asked = pressed()
        if asked is None:
            return (no_update,) * 4
        given = {each["name"]: value for each, value in zip(names, values, strict=True)}
        try:
            event = find(workspace.timeline(), str(begun["event"]))
            kept, new = parted(workspace, event, str(asked["how"]), given, language)
            changes = [Change(kept.id, kept, int(begun["base"])), Change(new.id, new, 0)]
            revision = workspace.project.change(changes, author=author(who), action="split")
        except DetenteError as fault:
            return no_update, no_update, no_update, message(str(fault), language)
        said = message("Split: {title}", language, title=event.title(language))
        return revision, done(said, language), {"show": None, "event": new.id}, ""


def _register_choice(app: Dash, workspace: Workspace) -> None:
    """Nothing; which event to merge with is looked for, and what would come of it is shown."""

    @app.callback(
        Output("merge-choice", "children"),
        Output("merge-found", "children"),
        Output("merge-begun", "data"),
        Input("merge-find", "value"),
        State("merge-choice", "value"),
        State("merge-begun", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def look(
        words: str | None, chosen: str | None, begun: dict[str, Any], language: str
    ) -> tuple[list[Component], str, dict[str, Any]]:
        event = find(workspace.timeline(), str(begun["event"]))
        found = _candidates(workspace, event, words or "", chosen, language)
        # what was seen first counts: an event that somebody changed meanwhile is not merged unseen
        return found.choices, found.said, {**begun, "bases": found.bases | begun["bases"]}

    @app.callback(
        Output("merge-preview", "children"),
        Output("merge-save", "disabled"),
        Input("merge-choice", "value"),
        State("merge-begun", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def show(other: str | None, begun: dict[str, Any], language: str) -> tuple[Any, bool]:
        if not other:
            return [], True
        timeline = workspace.timeline()
        pair = find(timeline, str(begun["event"])), find(timeline, other)
        return preview(*pair, timeline, language), False


def _register_merge(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        output=[*NEWS, Output("merge-fault", "children")],
        inputs={"clicks": Input("merge-save", "n_clicks")},
        state={
            "other": State("merge-choice", "value"),
            "begun": State("merge-begun", "data"),
            "who": State("who", "data"),
            "language": State("tongue", "data"),
        },
        prevent_initial_call=True,
    )
    def merge(
        *, clicks: int | None, other: str | None, begun: dict[str, Any], who: str, language: str
    ) -> tuple[Any, ...]:
        if not clicks or not other:
            return (no_update,) * 4
        try:
            timeline, bases = workspace.timeline(), begun["bases"]
            event, second = find(timeline, str(begun["event"])), find(timeline, other)
            whole = merged([event, second], timeline.actors, titles_of(timeline, event.id, second.id))
            changes = [
                Change(event.id, whole, int(bases[event.id])),
                Change(second.id, None, int(bases[second.id])),
            ]
            revision = workspace.project.change(changes, author=author(who), action="merge")
        except DetenteError as fault:
            return no_update, no_update, no_update, message(str(fault), language)
        said = message("Merged: {title}", language, title=whole.title(language))
        return revision, done(said, language), {"show": None, "event": whole.id}, ""
