"""The articles that a timeline rests on: where each comes from, its publication date, and a way to set it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

from dashboard.app.acting import author
from dashboard.app.marking import paragraphs, words_of
from dashboard.app.reading import article_head, article_text
from dashboard.app.state import ViewState, bounds
from dashboard.app.typed import understand
from dashboard.app.workspace import Workspace
from dashboard.errors import DateError
from dashboard.model import Article, Timeline
from dashboard.wording import message

Component = Any


def sources(timeline: Timeline, state: ViewState, language: str, *, settable: bool) -> list[Component]:
    """The list of articles that the panel shows for "2 sources"."""
    words = words_of(state.text)
    return [
        html.Div(
            [
                html.H2(message("Sources", language), id="evidence-heading", tabIndex=-1),
                *[
                    html.Section(
                        [article_head(each, language, settable=settable), _text(each, language, words)],
                        className="source",
                    )
                    for each in timeline.articles
                ],
            ],
            id="evidence-body",
            className="scroller alone",
            tabIndex=0,
            role="group",
            **{"aria-labelledby": "evidence-heading"},
        )
    ]


def _text(article: Article, language: str, words: Sequence[str]) -> Component:
    """The article itself, folded until it is wanted."""
    return html.Details(
        [
            html.Summary(message("Read the article", language)),
            html.Div(
                article_text(article, paragraphs(article, ()), language, words),
                lang=article.language,
                className="text",
            ),
        ],
        className="reasons",
    )


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; a date that is set becomes a step of the project, and the articles are read again."""

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output({"type": "published", "article": ALL}, "error"),
        Input({"type": "republish", "article": ALL}, "n_clicks"),
        Input({"type": "published", "article": ALL}, "n_submit"),
        State({"type": "published", "article": ALL}, "value"),
        State({"type": "published", "article": ALL}, "id"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def set_date(
        _clicks: list[int],
        _submits: list[int],
        values: list[str],
        ids: list[dict[str, str]],
        who: str,
        language: str,
    ) -> tuple[Any, list[Any]]:
        wanted = ctx.triggered_id["article"] if ctx.triggered_id and ctx.triggered[0]["value"] else None
        if wanted is None:
            return no_update, [no_update] * len(ids)
        typed = {each["article"]: value or "" for each, value in zip(ids, values, strict=True)}
        try:
            day = day_of(typed[wanted], language)
        except DateError as fault:
            return no_update, [str(fault) if each["article"] == wanted else no_update for each in ids]
        return workspace.publish_on(wanted, day, author=author(who)), [""] * len(ids)


def day_of(text: str, language: str) -> date | None:
    """A typed publication date; a month means its first day; None for nothing typed.

    Raises:
        DateError: the words are no date, in a sentence for the reader.
    """
    problem = message("Not understood. Try 2014, March 2014 or 16 February 2017.", language)
    try:
        read = understand(text, language, end=False)
    except DateError as fault:
        raise DateError(problem) from fault
    limits = bounds(read)
    return limits[0] if limits else None
