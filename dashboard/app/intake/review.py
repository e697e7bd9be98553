"""How an article that is being brought looks in the dialog: its progress, then what was found in it."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from babel import Locale
from dash import html

from dashboard.app.acting import said
from dashboard.app.intake.jobs import BUSY, Item, State
from dashboard.app.reading import published_note
from dashboard.articles import supported_languages
from dashboard.model import Article, Event
from dashboard.wording import format_when, message, quoted, reason

Component = Any
LISTED = 40  # events that are listed for one article


def card(item: Item, language: str) -> Component:
    """One article in the list; its second child is what changes when it is read again."""
    return html.Section(
        [_head(item, language), found(item, language)],
        className=f"intake-item is-{item.state.value}",
        **{"aria-label": _named(item)},
    )


def _named(item: Item) -> str:
    article = item.article
    return (article.title if article else "") or item.name


def _head(item: Item, language: str) -> Component:
    article = item.article
    if article is None:
        return html.Div(html.H3(_named(item)), className="intake-head")
    same = bool(item.double and item.double.same)
    return html.Div(
        [
            dmc.Checkbox(
                id={"type": "intake-chosen", "item": item.id},
                checked=not same,
                disabled=same,
                label=html.Span(_named(item), lang=article.language, className="intake-title"),
                size="sm",
            ),
            _double(item, language),
            html.P(item.name, className="note") if item.name != _named(item) else None,
            _fields(item, article, language) if not same else None,
        ],
        className="intake-head",
    )


def _double(item: Item, language: str) -> Component:
    if item.double is None:
        return None
    title = quoted(item.double.title, language)
    if item.double.same:
        text = message("This text is there already: {title}", language, title=title)
    else:
        text = message("Much of this text is there already: {title}", language, title=title)
    return html.P(text, className="warning")


def _fields(item: Item, article: Article, language: str) -> Component:
    names = Locale.parse(language).languages
    spoken = message("Language of the article", language)
    return html.Div(
        [
            dmc.TextInput(
                id={"type": "intake-published", "item": item.id},
                label=message("Publication date", language),
                value=item.published.isoformat() if item.published else "",
                placeholder=article.published.isoformat() if article.published else "2017-03-03",
                debounce=400,
                size="xs",
                autoComplete="off",
            ),
            html.Div(
                [
                    html.Span(spoken, className="intake-label", **{"aria-hidden": "true"}),
                    dmc.SegmentedControl(
                        id={"type": "intake-language", "item": item.id},
                        value=article.language,
                        data=[
                            {"value": code, "label": names.get(code, code)}
                            for code in dict.fromkeys([*supported_languages(), article.language])
                        ],
                        size="xs",
                        **{"aria-label": spoken},
                    ),
                ]
            ),
            html.P(
                published_note(article, language),
                id={"type": "intake-understood", "item": item.id},
                className="note",
                **{"aria-live": "polite"},
            ),
        ],
        className="intake-fields",
    )


def found(item: Item, language: str) -> Component:
    """What was found in an article, or how far it is, or why it cannot be read."""
    if item.state is State.FAILED and item.fault is not None:
        return html.P(said(item.fault, language), className="warning")
    if item.state is State.CANCELLED:
        return html.P(message("Not read: cancelled.", language), className="note")
    if item.state in BUSY or item.timeline is None:
        text = message("Waiting…", language) if item.state is State.WAITING else message("Reading…", language)
        return html.P([dmc.Loader(size=14, type="dots"), html.Span(text)], className="intake-busy")
    events, warnings = item.timeline.events, item.timeline.articles[0].warnings
    return html.Div(
        [
            *[html.P(reason(each, language), className="warning") for each in warnings],
            html.Details(
                [html.Summary(counted(len(events), language)), _events(events, language)], className="reasons"
            )
            if events
            else html.P(message("No dated event was found in it.", language), className="note"),
        ]
    )


def counted(number: int, language: str) -> str:
    """How many events were found, in words."""
    return message("{count} event found", language, plural="{count} events found", count=number)


def _events(events: Sequence[Event], language: str) -> Component:
    lines: list[Component] = [
        html.Li(
            [
                html.Span(format_when(each.when, language), className="intake-when"),
                html.Span(each.title(language)),
            ]
        )
        for each in events[:LISTED]
    ]
    more = len(events) - LISTED
    if more > 0:
        lines.append(html.Li(message("and {count} more", language, plural="and {count} more", count=more)))
    return html.Ul(lines, className="intake-events")
