"""The rail of filters, on the left: actors with their lane colours, dates, types, statuses.

``layout`` is called when a page opens; ``lists`` by every drawing, because counts change with it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html

from dashboard.app.facets import NAMES, Option, group, lists
from dashboard.app.state import ViewState, bounds
from dashboard.app.typed import understood
from dashboard.model import Timeline
from dashboard.store import columns
from dashboard.wording import format_day, message

Component = Any


def layout(
    state: ViewState,
    choices: Mapping[str, Sequence[Option]],
    language: str,
    saved: Component = None,
    hints: tuple[str, str] = ("", ""),
) -> Component:
    """The rail of a page that opens with this state; ``saved`` is the group of saved views.

    ``hints`` stand in the two date fields while they are empty.
    """

    def t(text: str) -> str:
        return message(text, language)

    return html.Nav(
        [
            _head(state, language),
            saved,
            group(
                "actors",
                choices["actors"],
                state.actors,
                language,
                more=_among_actors(state, language),
            ),
            _group(t("Dates"), *_dates(state, language, hints)),
            *[
                group(name, choices[name], getattr(state, name), language)
                for name in NAMES
                if name != "actors"
            ],
        ],
        id="rail",
        className="scroller",
        **{"aria-label": t("Filters")},
    )


def _head(state: ViewState, language: str) -> Component:
    """The rail's title, and the buttons that clear all filters and close the rail."""

    def t(text: str) -> str:
        return message(text, language)

    return html.Div(
        [
            html.H2(t("Filters"), className="rail-title"),
            dmc.Button(
                t("Clear all"),
                id="clear",
                variant="subtle",
                size="compact-sm",
                disabled=not state.filtering,
            ),
            dmc.ActionIcon(
                html.Span(className="icon icon-close"),
                id="rail-close",
                variant="subtle",
                size="lg",
                className="narrow-only",
                **{"aria-label": t("Close the filters")},
            ),
        ],
        className="rail-head",
    )


def _among_actors(state: ViewState, language: str) -> list[Component]:
    """What the list of actors has besides: a search in it, and whether any or all of the chosen must act."""

    def t(text: str) -> str:
        return message(text, language)

    return [
        dmc.TextInput(
            id="actor-search",
            placeholder=t("Find an actor"),
            size="xs",
            debounce=150,
            leftSection=html.Span(className="icon icon-search"),
            **{"aria-label": t("Find an actor by any of its names")},
        ),
        dmc.SegmentedControl(
            id="match",
            value="all" if state.together else "any",
            data=[
                {"value": "any", "label": t("Any of them")},
                {"value": "all", "label": t("All together")},
            ],
            size="xs",
            fullWidth=True,
            **{"aria-label": t("Whether any or all of the chosen actors must take part")},
        ),
    ]


def _group(name: str, *children: Component) -> Component:
    return html.Section([html.H3(name, className="group-title"), *children], className="group")


def _dates(state: ViewState, language: str, hints: tuple[str, str]) -> list[Component]:
    def t(text: str) -> str:
        return message(text, language)

    ends = typed(state, language)
    return [
        html.Div(
            [
                dmc.TextInput(
                    id="from", label=t("From"), value=ends[0], size="xs", debounce=True, placeholder=hints[0]
                ),
                dmc.TextInput(
                    id="to",
                    label=t("To"),
                    value=ends[1],
                    size="xs",
                    debounce=True,
                    placeholder=hints[1],
                ),
            ],
            className="range",
        ),
        html.Div(range_note(state, language), id="range-note", className="note"),
        dmc.SegmentedControl(
            id="certainty",
            value="certainly" if state.certainly else "possibly",
            data=[
                {"value": "possibly", "label": t("Possibly in range")},
                {"value": "certainly", "label": t("Certainly")},
            ],
            size="xs",
            fullWidth=True,
            **{"aria-label": t("How surely an event must lie in the range")},
        ),
        dcc.Store(id="range"),
    ]


def ends_of(timeline: Timeline, language: str) -> tuple[str, str]:
    """The timeline's first and last month as one types them; the pattern of a date where there is none."""
    pattern = message("YYYY-MM-DD", language)
    first, last = columns(timeline).ends
    return (first.isoformat()[:7] if first else pattern, last.isoformat()[:7] if last else pattern)


def typed(state: ViewState, language: str) -> tuple[str, str]:
    """What stands in the two date fields for a state's range: as short as it was given."""
    del language
    return state.after, state.before


def range_note(state: ViewState, language: str) -> str:
    """The range in words, as it was understood; "" without one."""
    after, before = bounds(state.after), bounds(state.before)
    first = format_day(after[0], language) if after else ""
    last = format_day(before[1], language) if before else ""
    if first and last:
        return message("{first} to {last}", language, first=first, last=last)
    if first:
        return message("from {first}", language, first=first)
    return message("until {last}", language, last=last) if last else ""


__all__ = ["Option", "ends_of", "layout", "lists", "range_note", "register", "typed"]


def register(app: Dash) -> None:
    """Nothing; connects the controls of the rail with the address."""
    app.clientside_callback(
        ClientsideFunction("detente", "facets"), Input("facets", "data"), prevent_initial_call=True
    )
    for name in ("certainty", "match"):
        app.clientside_callback(
            ClientsideFunction("detente", name), Input(name, "value"), prevent_initial_call=True
        )
    app.clientside_callback(
        ClientsideFunction("detente", "range"), Input("range", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "railClose"), Input("rail-close", "n_clicks"), prevent_initial_call=True
    )

    app.clientside_callback(
        ClientsideFunction("detente", "faulty"),
        Output("clear", "disabled", allow_duplicate=True),
        Input("from", "error"),
        Input("to", "error"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("range", "data"),
        Output("from", "error"),
        Output("to", "error"),
        Input("from", "value"),
        Input("to", "value"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def read_dates(
        after: str | None, before: str | None, language: str
    ) -> tuple[dict[str, str] | None, str, str]:
        return understood(after, before, language, edited=str(ctx.triggered_id))
