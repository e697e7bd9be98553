"""The articles that a timeline rests on: where each comes from, its publication date, and a way to set it."""

from typing import Any

import dash_mantine_components as dmc
from babel import Locale
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

from dashboard.app.naming import ORIGINS, dated_by_guess, published_as_read
from dashboard.app.state import ViewState, bounds
from dashboard.app.typed import understand
from dashboard.errors import DateError
from dashboard.model import Article, PublishedFrom, Timeline
from dashboard.wording import message, reason

Component = Any


def sources(timeline: Timeline, state: ViewState, language: str, *, settable: bool) -> list[Component]:
    """The list of articles that the panel shows for "2 sources"."""
    del state
    return [
        html.Div(
            [
                html.H2(message("Sources", language), id="evidence-heading", tabIndex=-1),
                *[
                    html.Section(article_head(each, language, settable=settable), className="source")
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


def article_head(article: Article, language: str, *, settable: bool) -> Component:
    """An article's title, source and publication date, in the reader's language."""
    locale = Locale.parse(language)
    about = [
        article.source,
        article.author,
        locale.languages.get(article.language, article.language),
        article.licence,
    ]
    return html.Div(
        [
            html.H3(article.title or article.source or article.id, lang=article.language),
            html.P(" · ".join(each for each in about if each), className="about"),
            html.P(published_note(article, language), className="published" + _doubt(article)),
            *[html.P(reason(each, language), className="warning") for each in article.warnings],
            _setter(article, language) if settable else None,
        ],
        className="article-head",
        lang=language,
    )


def published_note(article: Article, language: str) -> str:
    """A sentence: when the article was published, and how that is known."""
    if article.published is None or article.published_from is PublishedFrom.UNKNOWN:
        return message("Publication date unknown: dates that need it are left out.", language)
    said = message(
        "Published {date} ({origin})",
        language,
        date=published_as_read(article, language),
        origin=message(ORIGINS[article.published_from], language),
    )
    why = reason(article.published_reason, language) if article.published_reason else ""
    return f"{said}. {why}" if why and dated_by_guess(article) else said


def _doubt(article: Article) -> str:
    return " doubtful" if dated_by_guess(article) else ""


def _setter(article: Article, language: str) -> Component:
    """A field to set the publication date; open at once where the date is a guess."""
    return html.Details(
        [
            html.Summary(message("Set the publication date", language)),
            html.Div(
                [
                    dmc.TextInput(
                        id={"type": "published", "article": article.id},
                        size="xs",
                        debounce=True,
                        placeholder=article.published.isoformat() if article.published else "2017-03-03",
                        **{"aria-label": message("Publication date", language)},
                    ),
                    dmc.Button(
                        message("Read again", language),
                        id={"type": "republish", "article": article.id},
                        size="xs",
                        variant="default",
                    ),
                ],
                className="setter",
            ),
        ],
        open=dated_by_guess(article),
    )


def register(app: Dash) -> None:
    """Nothing; a date that is set goes into the address, and the article is read again."""

    @app.callback(
        Output("published", "data"),
        Output({"type": "published", "article": ALL}, "error"),
        Input({"type": "republish", "article": ALL}, "n_clicks"),
        Input({"type": "published", "article": ALL}, "n_submit"),
        State({"type": "published", "article": ALL}, "value"),
        State({"type": "published", "article": ALL}, "id"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def set_date(
        _clicks: list[int], _submits: list[int], values: list[str], ids: list[dict[str, str]], language: str
    ) -> tuple[Any, list[Any]]:
        wanted = ctx.triggered_id["article"] if ctx.triggered_id and ctx.triggered[0]["value"] else None
        if wanted is None:
            return no_update, [no_update] * len(ids)
        typed = {each["article"]: value or "" for each, value in zip(ids, values, strict=True)}
        try:
            day = day_of(typed[wanted], language)
        except DateError as fault:
            return no_update, [str(fault) if each["article"] == wanted else no_update for each in ids]
        return {"article": wanted, "day": day}, [""] * len(ids)


def day_of(text: str, language: str) -> str:
    """A typed publication date as an ISO day; a month means its first day; "" for nothing typed.

    Raises:
        DateError: the words are no date, in a sentence for the reader.
    """
    problem = message("Not understood. Try 2014, March 2014 or 16 February 2017.", language)
    try:
        read = understand(text, language, end=False)
    except DateError as fault:
        raise DateError(problem) from fault
    limits = bounds(read)
    return limits[0].isoformat() if limits else ""
