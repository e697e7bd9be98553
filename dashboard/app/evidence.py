"""The evidence panel, on the right: the selected event on top, the articles with its very words under it.

``content`` is what the panel holds for a state; ``register`` redraws it when the selection changes.
"""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html

from dashboard.app import story
from dashboard.app.curate import panel, why
from dashboard.app.curate.corrections import checked, corrections
from dashboard.app.curate.telling import field_name, field_said
from dashboard.app.marking import Span, paragraphs, words_of
from dashboard.app.naming import mode_name
from dashboard.app.parts import KIND, changes, look, part
from dashboard.app.reading import article_head, article_text, lit
from dashboard.app.sources import sources
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.workspace import Workspace
from dashboard.events.ontology import type_meaning, type_name
from dashboard.model import Article, Event, Evidence, Timeline
from dashboard.store.columns import by_id
from dashboard.store.edits import CHECKED
from dashboard.wording import (
    format_share,
    format_when,
    listed,
    message,
    quoted,
    reason,
    role_name,
    status_name,
)

Component = Any


def layout(workspace: Workspace, state: ViewState, language: str) -> Component:
    """The panel of a page that opens with this state; empty while nothing is selected."""
    made = content(workspace, state, language)
    return html.Aside(
        [
            dmc.ActionIcon(
                html.Span(className="icon icon-close"),
                id="evidence-close",
                variant="subtle",
                size="lg",
                **{"aria-label": message("Close (Escape)", language)},
            ),
            html.Div(made, id="evidence-content"),
            dcc.Store(id="evidence-shown", data=look(made).known),
        ],
        id="evidence",
        **{"aria-label": message("Evidence", language)},
    )


def content(workspace: Workspace, state: ViewState, language: str) -> list[Component]:
    """The selected event and its articles, or what else the address asks for, or nothing."""
    made = _content(workspace, state, language)
    for first in made[:1]:  # a panel about the same as before stays where the reader is in it
        setattr(first, "data-subject", f"{state.selected} {state.show} {state.seed}")
    return made


def _content(workspace: Workspace, state: ViewState, language: str) -> list[Component]:
    timeline, settable = workspace.timeline(), workspace.reread is not None
    words = words_of(state.text)
    if state.show == "story":
        return story.content(workspace, language)
    if state.show == "sources":
        return sources(timeline, state, language, settable=settable)
    event = by_id(timeline).get(state.selected)
    top = panel.top(workspace, state, event, language)
    if top is not None:
        evidence = (top.words,) if top.words else top.event.evidence if top.event else ()
        return _both(top.body, _lower(timeline, evidence, language, words, settable=settable))
    if event is None:
        return [_missing(language)] if state.selected else []
    body = [
        _heading(event, language),
        part("actions", html.Div(panel.actions(workspace, state, event, language))),
        part("telling", html.Div(story.button(workspace, event, language), className="acts")),
        _facts(workspace, event, language),
        _quotes(timeline, event, language, words),
    ]
    return _both(body, _lower(timeline, event.evidence, language, words, settable=settable))


def _both(body: Component, lower: list[Component]) -> list[Component]:
    """The two parts of the panel; the upper one has all the room where there is nothing under it."""
    upper = html.Div(
        body,
        id="evidence-body",
        className="scroller" if lower else "scroller alone",
        tabIndex=0,
        role="group",
        **{"aria-labelledby": "evidence-heading"},
    )
    return [upper, *lower]


def _lower(
    timeline: Timeline, evidence: Sequence[Evidence], language: str, words: Sequence[str], *, settable: bool
) -> list[Component]:
    """The articles of some evidence with its words marked, and those that are searched."""
    if not evidence:
        return []
    return [
        html.Div(
            [
                _article(evidence, each, language, words, settable=settable)
                for each in _articles(timeline, evidence)
            ],
            className="scroller article-scroll",
            tabIndex=0,
            role="group",
            **{"aria-label": message("Article", language)},
        )
    ]


def _missing(language: str) -> Component:
    return html.P(message("This event is not in the timeline any more.", language), className="nothing")


def _heading(event: Event, language: str) -> Component:
    said = html.Div(
        [
            html.P(
                [
                    html.Span(
                        type_name(event.type, language), title=type_meaning(event.type, language) or None
                    ),
                    html.Span(mode_name(event.mode, language)) if event.mode else None,
                    html.Span(
                        status_name(event.status.value, language),
                        className=f"status status-{event.status.value}",
                    ),
                    panel.review_mark(event.review, language),
                ],
                className="kicker",
            ),
            html.H2(
                event.title(language),
                id="evidence-heading",
                tabIndex=-1,
                lang=language if language in event.titles else next(iter(event.titles), language),
                dir="auto",
            ),
            html.P(format_when(event.when, language), className="event-date"),
        ]
    )
    return part("heading", said)


def _facts(workspace: Workspace, event: Event, language: str) -> Component:
    timeline = workspace.timeline()

    def t(text: str) -> str:
        return message(text, language)

    told = corrections(workspace.project, event, language)

    def with_correction(said: Component, field: str) -> Component:
        return [said, html.Span(told[field], className="why corrected")] if field in told else said

    rows: list[tuple[str, Component]] = []
    for each in ("title", "type", "mode", "status"):
        if each in told:
            said = field_said(event, each, timeline.actors, language)
            rows.append((field_name(each, language), with_correction(said, each)))
    rows += [
        (t("As written"), with_correction(html.Span(_written(event, language)), "when")),
        (t("Understood as"), _understood(event, language, typed="when" in told)),
        (t("Actors"), with_correction(_actors(timeline, event, language), "participants")),
    ]
    if event.place or "place" in told:
        place = event.place.name(language) if event.place else t("none")
        rows.append((t("Place"), with_correction(place, "place")))
    rows.append((t("Confidence"), _confidence(workspace, event, language)))
    if event.note:
        rows.append((t("Note"), html.Bdi(event.note)))
    listed_rows = [item for name, value in rows for item in (html.Dt(name), html.Dd(value))]
    return part("facts", html.Dl(listed_rows, className="facts"))


def _written(event: Event, language: str) -> str:
    """The words of the articles that give the date."""
    words = dict.fromkeys(each.expression.text for each in event.evidence if each.expression)
    return listed((quoted(each, language) for each in words), language) or message("not written", language)


def _understood(event: Event, language: str, *, typed: bool) -> Component:
    """The date as it is understood, and why; what somebody typed needs no reason."""
    when = event.when
    why = reason(when.reason, language) if when.reason and not typed else ""
    return [
        html.Span(format_when(when, language)),
        html.Span(when.edtf, className="edtf", title="EDTF (ISO 8601-2)"),
        html.Span(why, className="why") if why else None,
    ]


def _actors(timeline: Timeline, event: Event, language: str) -> Component:
    lines = []
    for each in event.participants:
        actor = timeline.actors.get(each.actor)
        parent = timeline.actors.get(actor.affiliation) if actor and actor.affiliation else None
        about = [role_name(each.role.value, language), each.title or (actor.role if actor else "")]
        if parent:
            about.append(parent.name(language))
        lines.append(
            html.Li(
                [
                    html.Strong(html.Bdi(actor.name(language) if actor else each.actor)),
                    html.Span(listed((part for part in about if part), language), className="role"),
                ]
            )
        )
    return html.Ul(lines, className="actors") if lines else message("none named", language)


def _confidence(workspace: Workspace, event: Event, language: str) -> Component:
    """How sure the reading is, or who checked it; folded away, why each field is as it is."""
    machine = workspace.project.machine(event.id)
    reasons = why.told(event, machine, workspace.project.actors(), language)
    by, reading = checked(workspace.project, event, language)
    share = CHECKED if by else event.confidence
    return [
        html.Span(by or format_share(share, language)),
        html.Span(
            html.Span(style={"width": f"{share:.0%}"}),
            className="meter",
            **{"aria-hidden": "true"},
        ),
        html.Span(reading, className="why") if reading else None,
        html.Details(
            [
                html.Summary(message("Why", language)),
                html.Dl(
                    [
                        item
                        for name, said in reasons
                        for item in (html.Dt(name), html.Dd([html.Div(each) for each in said]))
                    ],
                    className="why-fields",
                ),
            ],
            className="reasons",
        )
        if reasons
        else None,
    ]


def _quotes(timeline: Timeline, event: Event, language: str, words: Sequence[str]) -> Component:
    known = {each.id: each for each in timeline.articles}
    quotes = html.Div(
        [
            html.Div(
                [
                    html.Blockquote(
                        lit(each.quote, words), lang=_language(known.get(each.article), language), dir="auto"
                    ),
                    html.Button(
                        message("Show in {source}", language, source=_called(known.get(each.article), each)),
                        type="button",
                        className="link",
                        **{"data-mark": f"mark-{number}"},
                    ),
                ],
                className="quote",
            )
            for number, each in enumerate(event.evidence)
        ],
        className="quotes",
    )
    return part("quotes", quotes)


def _called(article: Article | None, evidence: Evidence) -> str:
    return (article.title or article.source or article.id) if article else evidence.article


def _language(article: Article | None, language: str) -> str:
    return article.language if article else language


def _articles(timeline: Timeline, evidence: Sequence[Evidence]) -> list[Article]:
    wanted = dict.fromkeys(each.article for each in evidence)
    known = {each.id: each for each in timeline.articles}
    return [known[each] for each in wanted if each in known]


def spans_of(evidence: Sequence[Evidence], article: Article) -> list[Span]:
    """The words of an article that evidence rests on; its date's words first, so that they win."""
    found = []
    for number, each in enumerate(evidence):
        if each.article != article.id:
            continue
        if each.expression:
            found.append(Span(each.expression.start, each.expression.end, number, dated=True))
        found.append(Span(each.start, each.end, number))
    return found


def _article(
    evidence: Sequence[Evidence], article: Article, language: str, words: Sequence[str], *, settable: bool
) -> Component:
    text = article_text(article, paragraphs(article, spans_of(evidence, article)), language, words)
    return html.Article(
        [
            part(f"head:{article.id}", article_head(article, language, settable=settable)),
            part(f"text:{article.id}", html.Div(text)),
        ],
        lang=article.language,
    )


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; redraws the panel when another event is selected, and lets it be closed."""

    @app.callback(
        Output("evidence-content", "children"),
        Output({"type": KIND, "name": ALL}, "children"),
        Output("evidence-shown", "data"),
        Input("selected", "data"),
        State("evidence-shown", "data"),
        State("tongue", "data"),
        prevent_initial_call=True,
    )
    def show(
        selected: dict[str, str], shown: dict[str, Any] | None, language: str
    ) -> tuple[Any, list[Any], dict[str, Any]]:
        state = state_from_url(selected["search"])
        made = content(workspace, state, language)
        now = look(made)
        there = [str(each["id"]["name"]) for each in ctx.outputs_list[1]]
        return *changes(made, now, shown, there), now.known

    app.clientside_callback(
        ClientsideFunction("detente", "evidence"),
        Input("evidence-content", "children"),
        prevent_initial_call=False,
    )
    app.clientside_callback(
        ClientsideFunction("detente", "close"), Input("evidence-close", "n_clicks"), prevent_initial_call=True
    )
