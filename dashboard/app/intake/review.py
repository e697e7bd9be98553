"""How an article that is being brought looks in the dialog: its progress, then what was found in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import dash_mantine_components as dmc
from babel import Locale
from dash import html

from dashboard.app.acting import said
from dashboard.app.intake.jobs import BUSY, Item, State
from dashboard.app.reading import description_fields, published_note
from dashboard.articles import byline_author, supported_languages
from dashboard.model import Article, Event, PublishedFrom, Timeline
from dashboard.store import Description
from dashboard.wording import format_share, format_when, message, quoted, reason

Component = Any
LISTED = 200  # events that are listed for one article
QUOTED = 300  # characters of the words behind an event that a pointer over it shows


def card(item: Item, language: str) -> Component:
    """One article in the list; what was found is a part of its own, which changes when it is read again."""
    return html.Section(
        [
            _head(item, language),
            html.Div(found(item, language), id={"type": "intake-found", "item": item.id}),
        ],
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
            html.P(item.name, className="note") if item.name != _named(item) and not item.pasted else None,
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
                value=item.published.isoformat() if item.published else item.dated,
                placeholder=message("YYYY-MM-DD", language),
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
            description_fields(
                "intake",
                item.id,
                item.description or described(article),
                language,
                opened=item.pasted,
            ),
        ],
        className="intake-fields",
    )


def described(article: Article) -> Description:
    """What an article says of itself, with who wrote it by its byline where nothing else says so."""
    said = Description.found(article)
    return said if said.author else replace(said, author=byline_author(article))


def found(item: Item, language: str) -> Component:
    """What was found in an article, or how far it is, or why it cannot be read."""
    if item.state is State.FAILED and item.fault is not None:
        return html.P(said(item.fault, language), className="warning")
    if item.state is State.CANCELLED:
        return html.P(message("Not read: cancelled.", language), className="note")
    if item.state in BUSY or item.timeline is None:
        text = message("Waiting…", language) if item.state is State.WAITING else message("Reading…", language)
        return html.P([dmc.Loader(size=14, type="dots"), html.Span(text)], className="intake-busy")
    events, article = item.timeline.events, item.timeline.articles[0]
    if item.double and item.double.same:
        return None
    return html.Div(
        [
            *[html.P(reason(each, language), className="warning") for each in article.warnings],
            *[html.P(each, className="warning") for each in dated_wrongly(item.timeline, language)],
            _difference(item, language),
            html.Div(
                [
                    html.P(counted(len(events), language), className="intake-count"),
                    _events(item, events, language),
                ]
            )
            if events
            else html.P(message("No dated event was found in it.", language), className="note"),
        ],
        className="intake-found",
    )


def _difference(item: Item, language: str) -> Component:
    """What a publication date changes, or has changed; nothing where one was known."""
    if item.timeline is None or item.undated is None:
        return None
    if item.timeline.articles[0].published is None:
        if item.gain is None:
            return None
        text = (
            message(
                "Given a publication date, {count} more event could be dated.",
                language,
                plural="Given a publication date, {count} more events could be dated.",
                count=item.gain,
            )
            if item.gain
            else message("No event in it depends on a publication date.", language)
        )
        return html.P(text, className="asked" if item.gain else "note")
    more = len(item.timeline.events) - item.undated
    if more <= 0:
        return html.P(
            message("This publication date makes no difference to the events found.", language),
            className="note",
        )
    text = message(
        "This publication date lets {count} more event be dated.",
        language,
        plural="This publication date lets {count} more events be dated.",
        count=more,
    )
    return html.P(text, className="note")


def dated_wrongly(timeline: Timeline, language: str) -> list[str]:
    """Why the publication date that the reader gave may be wrong, a sentence each."""
    article = timeline.articles[0]
    if article.published is None or article.published_from is not PublishedFrom.GIVEN:
        return []
    if article.published > datetime.now(UTC).date() + timedelta(days=1):
        return [message("This publication date lies in the future.", language)]
    later = [each for each in timeline.events if (each.when.earliest or date.min) > article.published]
    if 2 * len(later) <= len(timeline.events):
        return []
    said = message(
        "Most of what it tells is later than this, such as {date}: was it published later?",
        language,
        date=format_when(later[0].when, language),
    )
    return [said]


def counted(number: int, language: str) -> str:
    """How many events were found, in words."""
    return message("{count} event found", language, plural="{count} events found", count=number)


def _events(item: Item, events: Sequence[Event], language: str) -> Component:
    """The events with a box each: one that is not ticked is left out when the article is added."""
    lines = [
        dmc.Checkbox(
            value=each.id,
            size="xs",
            className="intake-event",
            label=html.Span(
                [
                    html.Span(format_when(each.when, language), className="intake-when"),
                    html.Span(each.title(language), className="intake-what"),
                    html.Span(format_share(each.confidence, language), className="intake-sure"),
                ],
                title=each.evidence[0].quote[:QUOTED] if each.evidence else "",
            ),
        )
        for each in events[:LISTED]
    ]
    more = len(events) - LISTED
    return html.Div(
        [
            dmc.CheckboxGroup(
                html.Div(lines, className="intake-events", tabIndex=0),
                id={"type": "intake-events", "item": item.id},
                value=[each.id for each in events if each.id not in item.unwanted],
                **{"aria-label": message("Events to add", language)},
            ),
            html.P(message("and {count} more", language, plural="and {count} more", count=more))
            if more > 0
            else None,
        ]
    )
