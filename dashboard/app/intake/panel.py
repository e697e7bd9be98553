"""The dialog in which articles are brought: what to bring, how far each is, and what to add of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import (
    ALL,
    MATCH,
    ClientsideFunction,
    Dash,
    Input,
    Output,
    State,
    ctx,
    dcc,
    html,
    no_update,
    set_props,
)

from dashboard.app.acting import author
from dashboard.app.curate.commands import done
from dashboard.app.dialogs import dialog
from dashboard.app.intake import routes, start
from dashboard.app.intake.jobs import BUSY, Batch, Intake
from dashboard.app.intake.jobs import State as Stage
from dashboard.app.intake.listing import Shown, changes, room
from dashboard.app.intake.start import CLEARED, only_sample
from dashboard.app.reading import description_of
from dashboard.app.sources import day_of
from dashboard.app.workspace import Workspace
from dashboard.errors import DateError
from dashboard.wording import format_day, format_share, message

Component = Any
TICK = 500  # milliseconds between two looks at what is being read
PATIENCE = 1.0  # seconds after which adding is watched rather than waited for
ANEW = "anew"


def layout(workspace: Workspace, language: str) -> Component:
    """The dialog, closed, and what it remembers; nothing where no article can be read."""
    if workspace.reread is None:
        return None

    def t(text: str) -> str:
        return message(text, language)

    foot = html.Div(
        [
            _how(language),
            html.P(id="intake-said", className="note", role="status"),
            dmc.Button(t("Cancel reading"), id="intake-cancel", variant="subtle", size="xs", disabled=True),
            dmc.Button(t("Add to the project"), id="intake-add", size="xs", disabled=True),
        ],
        className="intake-foot",
    )
    return html.Div(
        [
            dialog(
                "intake",
                t("Add articles"),
                [_ways(language), html.Div(room(0), id="intake-list"), foot],
                language,
                keepMounted=False,
            ),
            dcc.Store(id="intake-batch"),
            dcc.Store(id="intake-asked"),
            dcc.Store(id="intake-shown", data=[]),
            dcc.Interval(id="intake-tick", interval=TICK, disabled=True),
        ]
    )


def _ways(language: str) -> Component:
    """The three ways to bring articles: files, text, an address."""

    def t(text: str) -> str:
        return message(text, language)

    return html.Div(
        [
            html.Div(
                [
                    dmc.Button(t("Choose files"), id="intake-choose", variant="default", size="xs"),
                    html.Span(t("or drop them here: text, HTML, PDF, DOCX"), className="note"),
                ],
                id="intake-drop",
            ),
            html.Div(
                [
                    dmc.Textarea(
                        id="intake-text",
                        label=t("Or paste the text of an article"),
                        minRows=3,
                        maxRows=6,
                        autosize=True,
                        size="xs",
                    ),
                    dmc.Button(t("Read this text"), id="intake-paste", variant="default", size="xs"),
                ],
                className="intake-way",
            ),
            html.Div(
                [
                    dmc.TextInput(
                        id="intake-address",
                        label=t("Or give the address of a page, which is fetched now"),
                        placeholder="https://",
                        size="xs",
                        autoComplete="off",
                    ),
                    dmc.Button(t("Fetch this page"), id="intake-fetch", variant="default", size="xs"),
                ],
                className="intake-way in-line",
            ),
        ],
        className="intake-ways",
    )


def _how(language: str) -> Component:
    """Whether articles begin a timeline or go into the one that is shown; asked over a sample."""

    def t(text: str) -> str:
        return message(text, language)

    return html.Div(
        dmc.RadioGroup(
            html.Div(
                [
                    dmc.Radio(label=t("Start a new timeline with these"), value=ANEW, size="xs"),
                    dmc.Radio(label=t("Add them to what is shown"), value="add", size="xs"),
                ],
                className="intake-choices",
            ),
            id="intake-how",
            label=t("What is shown now is only a sample."),
            value=ANEW,
            size="xs",
        ),
        id="intake-how-room",
        hidden=True,
    )


def progress(batch: Batch, language: str) -> str:
    """How far the reading is, in words; "" where nothing was brought."""
    total = len(batch.items)
    if batch.adding is not None:
        share = format_share(batch.adding.share, language)
        return message("The timeline is being put together: {share}", language, share=share)
    if not total:
        return ""
    done = sum(item.state not in BUSY for item in batch.items.values())
    return message(
        "{done} of {count} article read",
        language,
        plural="{done} of {count} articles read",
        count=total,
        done=done,
    )


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; articles can be brought, looked at and added."""
    intake = Intake(workspace)
    routes.register(app, intake)
    start.register(app, workspace)
    for control, function in (
        ("intake-choose", "intakeChoose"),
        ("intake-paste", "intakePaste"),
        ("intake-fetch", "intakeFetch"),
    ):
        app.clientside_callback(
            ClientsideFunction("detente", function), Input(control, "n_clicks"), prevent_initial_call=True
        )
    _look(app, intake)
    _correct(app, intake)
    _add(app, intake)


def _look(app: Dash, intake: Intake) -> None:
    @app.callback(
        Output({"type": "intake-room", "at": ALL}, "children"),
        Output({"type": "intake-card", "item": ALL}, "children"),
        Output({"type": "intake-found", "item": ALL}, "children"),
        Output("intake-shown", "data"),
        Output("intake-tick", "disabled"),
        Output("intake-said", "children"),
        Output("intake-cancel", "disabled"),
        Output("intake-add", "disabled"),
        Output("intake-how-room", "hidden"),
        Input("intake-tick", "n_intervals"),
        Input("intake-asked", "data"),
        State("intake-batch", "data"),
        State("intake-shown", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def look(_ticks: int, _asked: Any, batch_id: str, shown: Shown, language: str) -> tuple[Any, ...]:
        _tell(intake, batch_id, language)
        batch = intake.batch(batch_id)
        made, now = changes(batch, shown or [], language)
        ready = any(item.state is Stage.READ for item in batch.items.values())
        return (
            *made.answers(ctx.outputs_list[:3]),
            now,
            batch.settled,
            progress(batch, language),
            not batch.busy,
            batch.busy or not ready,
            not (ready and only_sample(intake.workspace)),
        )

    @app.callback(
        Output("intake-asked", "data", allow_duplicate=True),
        Input("intake-cancel", "n_clicks"),
        State("intake-batch", "data"),
        prevent_initial_call=True,
    )
    def cancel(clicks: int, batch_id: str) -> Any:
        if not clicks:
            return no_update
        intake.cancel(batch_id)
        return f"cancel {clicks}"


def _correct(app: Dash, intake: Intake) -> None:
    @app.callback(
        Output({"type": "intake-understood", "item": MATCH}, "children"),
        Output({"type": "intake-published", "item": MATCH}, "error"),
        Input({"type": "intake-published", "item": MATCH}, "value"),
        Input({"type": "intake-language", "item": MATCH}, "value"),
        State({"type": "intake-published", "item": MATCH}, "id"),
        State("intake-batch", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def correct(
        typed: str | None, spoken: str, own: Mapping[str, str], batch_id: str, language: str
    ) -> tuple[Any, Any]:
        try:
            day, again = said_of(intake, batch_id, own["item"], typed, spoken=spoken, language=language)
        except DateError as fault:
            return "", str(fault)
        if again:
            set_props("intake-tick", {"disabled": False})
        said = (
            message("Published {date}, as you say.", language, date=format_day(day, language)) if day else ""
        )
        return said, ""

    @app.callback(
        Input({"type": "intake-events", "item": MATCH}, "value"),
        State({"type": "intake-events", "item": MATCH}, "id"),
        State("intake-batch", "data"),
        prevent_initial_call=True,
    )
    def prefer(kept: list[str], own: Mapping[str, str], batch_id: str) -> None:
        intake.prefer(batch_id, own["item"], kept)


def said_of(
    intake: Intake, batch_id: str, item_id: str, typed: str | None, *, spoken: str | None, language: str
) -> tuple[date | None, bool]:
    """The publication day that the reader says, and whether the article is read again for what is said.

    Raises:
        DateError: the words are no date.
    """
    words = (typed or "").strip()  # a date that only says what was found is nobody's word
    day = day_of("" if words == intake.dated(batch_id, item_id) else words, language)
    return day, intake.say(batch_id, item_id, published=day, language=spoken or "")


def _add(app: Dash, intake: Intake) -> None:
    @app.callback(
        Output("intake-asked", "data", allow_duplicate=True),
        Input("intake-add", "n_clicks"),
        State({"type": "intake-chosen", "item": ALL}, "checked"),
        State({"type": "intake-chosen", "item": ALL}, "id"),
        State({"type": "intake-events", "item": ALL}, "value"),
        State({"type": "intake-events", "item": ALL}, "id"),
        State({"type": "intake-said", "item": ALL, "field": ALL}, "value"),
        State({"type": "intake-said", "item": ALL, "field": ALL}, "id"),
        State({"type": "intake-published", "item": ALL}, "value"),
        State({"type": "intake-published", "item": ALL}, "id"),
        State({"type": "intake-language", "item": ALL}, "value"),
        State("intake-how", "value"),
        State("intake-batch", "data"),
        State("who", "data"),
        State("tongue", "data"),
        running=[(Output("intake-add", "loading"), True, False)],
        prevent_initial_call=True,
    )
    def add(  # noqa: PLR0917 - Dash passes states by their places
        clicks: int,
        checked: list[bool],
        ids: list[dict[str, str]],
        kept: list[list[str]],
        kept_ids: list[dict[str, str]],
        described: list[str | None],
        described_ids: list[dict[str, str]],
        dated: list[str | None],
        dated_ids: list[dict[str, str]],
        spoken: list[str],
        how: str,
        batch_id: str,
        who: str,
        language: str,
    ) -> Any:
        if not clicks:
            return no_update
        for each, events in zip(kept_ids, kept, strict=True):
            intake.prefer(batch_id, each["item"], events or [])
        for key in {each["item"] for each in described_ids}:
            intake.describe(batch_id, key, description_of(described_ids, described, key))
        chosen = {each["item"] for each, wanted in zip(ids, checked, strict=True) if wanted}
        for each, typed, code in zip(dated_ids, dated, spoken, strict=True):
            if each["item"] in chosen:  # typed a moment ago, its own callback may come after this one
                said_of(intake, batch_id, each["item"], typed, spoken=code, language=language)
        anew = how == ANEW and only_sample(intake.workspace)
        adding = intake.add(batch_id, chosen, author=author(who), anew=anew)
        adding.wait(PATIENCE)
        _tell(intake, batch_id, language)
        return f"adding {clicks}"


def _tell(intake: Intake, batch_id: str, language: str) -> None:
    """Nothing; once articles have been added, the page shows them; if they could not be, it says why.

    Raises:
        DetenteError: they could not.
    """
    ended = intake.settle(batch_id)
    if ended is None or ended.cancelled:
        return
    if ended.fault is not None:
        raise ended.fault
    said = message("{count} article added", language, plural="{count} articles added", count=ended.count)
    set_props("revision", {"data": ended.revision})
    set_props("intake", {"opened": False})
    set_props("announced", {"data": said})
    set_props("done", {"data": done(said, language)})
    if ended.anew:  # filters and selection were those of another timeline
        set_props("goto", {"data": CLEARED})
