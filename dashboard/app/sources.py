"""The articles that a timeline rests on: where each comes from, its publication date, and a way to set it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

from dashboard.app.acting import author
from dashboard.app.curate.commands import done, pressed
from dashboard.app.marking import paragraphs, words_of
from dashboard.app.parts import part
from dashboard.app.reading import article_head, article_text, description_fields, description_of
from dashboard.app.state import ViewState, bounds
from dashboard.app.typed import understand
from dashboard.app.workspace import Workspace
from dashboard.errors import DateError
from dashboard.model import Article, Event, Review, Timeline
from dashboard.store import Description
from dashboard.wording import format_when, listed, message

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
                        [
                            part(f"head:{each.id}", article_head(each, language, settable=settable)),
                            part(f"described:{each.id}", html.Div(_described(each, language))),
                            part(f"removal:{each.id}", html.Div(_removal(timeline, each, language))),
                            part(f"text:{each.id}", html.Div(_text(each, language, words))),
                        ],
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


def _described(article: Article, language: str) -> Component:
    """What the article is called and where it comes from, to be mended."""
    key = article.id
    save = html.Button(
        message("Save", language),
        id={"type": "describe", "article": key},
        type="button",
        className="act",
        n_clicks=0,
    )
    return description_fields("source", key, Description.found(article), language, end=save)


def resting(timeline: Timeline, article_id: str) -> tuple[list[Event], list[Event]]:
    """The events that go with an article, and those that stay without its words."""
    gone: list[Event] = []
    left: list[Event] = []
    for event in timeline.events:
        articles = {each.article for each in event.evidence}
        if article_id in articles:
            alone = articles == {article_id} and event.review is not Review.MANUAL
            (gone if alone else left).append(event)
    return gone, left


def _removal(timeline: Timeline, article: Article, language: str) -> Component:
    """The button that takes an article away, behind what goes with it."""
    button = html.Button(
        message("Remove", language),
        id={"type": "remove-article", "article": article.id},
        type="button",
        className="act",
        n_clicks=0,
    )
    return html.Details(
        [
            html.Summary(message("Remove this article", language)),
            html.Div([*_going(timeline, article, language), button], className="removal"),
        ],
        className="reasons",
    )


def _going(timeline: Timeline, article: Article, language: str) -> list[Component]:
    """What goes with an article and what stays without it; events that people have worked on are named."""
    gone, left = resting(timeline, article.id)
    goes = message(
        "{count} event goes with it.", language, plural="{count} events go with it.", count=len(gone)
    )
    found: list[Component] = [html.P(goes)]
    if left:
        stays = message(
            "{count} event stays, for it rests on something else too.",
            language,
            plural="{count} events stay, for they rest on something else too.",
            count=len(left),
        )
        found.append(html.P(stays))
    corrected = [each for each in gone if each.review is not Review.UNREVIEWED]
    if corrected:
        named = [
            html.Li(listed((each.title(language), format_when(each.when, language)), language))
            for each in corrected
        ]
        found += [
            html.P(message("People have worked on these:", language), className="warning"),
            html.Ul(named, className="going"),
        ]
    return found


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
    """Nothing; what is done to an article becomes a step of the project."""
    _register_date(app, workspace)
    _register_articles(app, workspace)


def _register_date(app: Dash, workspace: Workspace) -> None:
    """Nothing; where a publication date is set, the articles are read again."""

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


def _register_articles(app: Dash, workspace: Workspace) -> None:
    """Nothing; articles are removed and described."""

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Input({"type": "remove-article", "article": ALL}, "n_clicks"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def remove(_clicks: list[int], who: str, language: str) -> tuple[Any, Any]:
        asked = pressed()
        if asked is None:
            return no_update, no_update
        titles = {each.id: each.title or each.source for each in workspace.timeline().articles}
        revision = workspace.remove_article(asked["article"], author=author(who))
        said = message("Removed: {title}", language, title=titles.get(asked["article"], ""))
        return revision, done(said, language)

    @app.callback(
        Output("revision", "data", allow_duplicate=True),
        Output("done", "data", allow_duplicate=True),
        Input({"type": "describe", "article": ALL}, "n_clicks"),
        State({"type": "source-said", "item": ALL, "field": ALL}, "value"),
        State({"type": "source-said", "item": ALL, "field": ALL}, "id"),
        State("who", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def describe(
        _clicks: list[int], values: list[str | None], ids: list[dict[str, str]], who: str, language: str
    ) -> tuple[Any, Any]:
        asked = pressed()
        if asked is None:
            return no_update, no_update
        said = description_of(ids, values, asked["article"])
        revision = workspace.project.describe_article(asked["article"], said, author=author(who))
        return revision, done(message("Saved.", language), language)


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
