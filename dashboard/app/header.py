"""The thin bar on top: title, counts, search, language, looks, and the button that publishes."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dashboard.app.acting import author
from dashboard.app.guide.panel import button as help_button
from dashboard.app.publishing.dialog import button as publish_button
from dashboard.app.state import ViewState, clean
from dashboard.app.story.panel import opener as story_opener
from dashboard.app.workspace import Workspace
from dashboard.wording import LANGUAGES, format_number, message

Component = Any
LOOKS = (("light", "Light", "sun"), ("dark", "Dark", "moon"), ("auto", "As the system", "auto"))
TONGUES = {"en": "English", "fr": "Français", "ar": "العربية"}


def layout(
    title: str,
    counted: Component,
    state: ViewState,
    language: str,
    *,
    waiting: Component = None,
    turns: Component = None,
    more: Sequence[Component] = (),
) -> Component:
    """The header of a page that opens with this state.

    Args:
        title: the affair's own.
        counted: what there is of it.
        state: what the page shows.
        language: the reader's.
        waiting: the way to what is to be reviewed.
        turns: the buttons that undo and redo.
        more: other buttons.
    """

    def t(text: str) -> str:
        return message(text, language)

    return html.Header(
        [
            dmc.ActionIcon(
                html.Span(className="icon icon-filter"),
                id="rail-toggle",
                variant="subtle",
                size="lg",
                **{"aria-label": t("Filters"), "aria-controls": "rail"},
            ),
            _heading(title, [html.Div(counted, id="counted", className="counts"), waiting], language),
            turns,
            *more,
            dmc.TextInput(
                id="search",
                value=state.text,
                debounce=250,
                size="xs",
                placeholder=t("Search titles and quotes"),
                leftSection=html.Span(className="icon icon-search"),
                className="search",
                **{"aria-label": t("Search titles and quotes")},
            ),
            _settings(state, language),
            help_button(language),
            story_opener(language),
            publish_button(language),
            dcc.Store(id="own-title", data=title),
        ],
        id="header",
    )


def _heading(title: str, counted: Component, language: str) -> Component:
    """The affair's title, which can be written over, and what there is of it."""
    return html.Div(
        [
            html.H1(
                dmc.TextInput(
                    id="title",
                    value=title,
                    debounce=True,
                    variant="unstyled",
                    className="title",
                    attributes={"input": {"dir": "auto"}},
                    **{"aria-label": message("Title of the affair", language), "autoComplete": "off"},
                ),
                className="title-box",
                title=message("Write here to rename the timeline", language),
            ),
            html.Div(counted, className="counted"),
        ],
        className="heading",
    )


def _settings(state: ViewState, language: str) -> Component:
    """Language and looks, behind one button: they are set once and then seldom."""
    said = message("Language and theme", language)
    return html.Details(
        [
            html.Summary(html.Span(className="icon icon-sun"), title=said, **{"aria-label": said}),
            html.Div(
                [
                    dmc.SegmentedControl(
                        id="language",
                        value=language,
                        size="xs",
                        className="languages",
                        data=[{"value": code, "label": _tongue(code)} for code in LANGUAGES],
                        **{"aria-label": message("Language", language)},
                    ),
                    dmc.SegmentedControl(
                        id="theme",
                        value=state.theme,
                        size="xs",
                        className="looks",
                        data=[
                            {"value": value, "label": _look(message(name, language), icon)}
                            for value, name, icon in LOOKS
                        ],
                        **{"aria-label": message("Theme", language)},
                    ),
                ],
                className="menu-popup",
            ),
        ],
        id="settings",
        className="menu",
    )


def counts(visible: int, total: int, articles: int, doubtful: int, language: str) -> list[Component]:
    """The count, "7 of 8 events", and a button, "2 sources", that says when a publication date is a guess."""
    return [
        html.Span(said(visible, total, language), id="count"),
        html.Button(
            [
                message("{count} source", language, plural="{count} sources", count=articles),
                html.Span(
                    message(
                        "{count} date to check", language, plural="{count} dates to check", count=doubtful
                    ),
                    className="badge",
                )
                if doubtful
                else None,
            ],
            id="sources-open",
            type="button",
            className="link",
            n_clicks=0,
        ),
    ]


def said(visible: int, total: int, language: str) -> str:
    """The count in words: "7 of 8 events"."""
    return message(
        "{visible} of {count} event",
        language,
        plural="{visible} of {count} events",
        count=total,
        visible=format_number(visible, language),
    )


def _tongue(code: str) -> Component:
    return html.Span(TONGUES.get(code, code), lang=code)


def _look(name: str, icon: str) -> Component:
    return html.Span([html.Span(className=f"icon icon-{icon}"), dmc.VisuallyHidden(name)], title=name)


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; connects the header's controls with the address, and the title with the project."""
    for name in ("search", "language", "theme"):
        app.clientside_callback(
            ClientsideFunction("detente", name), Input(name, "value"), prevent_initial_call=True
        )

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Input("title", "value"),
        State("own-title", "data"),
        State("who", "data"),
        prevent_initial_call=True,
    )
    def entitle(typed: str | None, own: str, who: str) -> Any:
        title = clean(typed or "")
        return no_update if title == own else workspace.project.set_title(title, author=author(who))

    app.clientside_callback(ClientsideFunction("detente", "entitled"), Input("own-title", "data"))
    for control, function in (("rail-toggle", "rail"), ("sources-open", "sources")):
        app.clientside_callback(
            ClientsideFunction("detente", function), Input(control, "n_clicks"), prevent_initial_call=True
        )
