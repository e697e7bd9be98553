"""An article as it is read on the page: its head with the publication date, and its text with marked words.

Called by ``evidence`` and ``sources``. Article text only ever becomes text, never markup.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from babel import Locale
from dash import html

from dashboard.app.marking import Paragraph, Piece, parts
from dashboard.app.naming import ORIGINS, dated_by_guess, published_as_read, published_as_typed
from dashboard.app.state import clean
from dashboard.model import Article, BlockKind, PublishedFrom
from dashboard.store import Description
from dashboard.wording import isolated, message, reason

Component = Any


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
            html.H3(article.title or article.source or article.id, lang=article.language, dir="auto"),
            html.P(" · ".join(isolated(each, language) for each in about if each), className="about"),
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
        return message(
            "Publication date unknown: dates that need it "
            "follow the other dates in the text, or are left out.",
            language,
        )
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
                        placeholder=published_as_typed(article) or message("YYYY-MM-DD", language),
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


DESCRIBED = {
    "title": "Title",
    "source": "Outlet or source",
    "author": "Author",
    "url": "Address",
}
"""What people may say of an article beside its date, with what the fields are called."""


def description_fields(
    kind: str, key: str, now: Description, language: str, *, opened: bool = False, end: Component = None
) -> Component:
    """Fields for an article's title, outlet, author and address, folded; ``end`` stands under them."""
    return html.Details(
        [
            html.Summary(message("Title, outlet, author, address", language)),
            html.Div(
                [
                    *[
                        dmc.TextInput(
                            id={"type": f"{kind}-said", "item": key, "field": name},
                            label=message(label, language),
                            value=getattr(now, name),
                            size="xs",
                            autoComplete="off",
                        )
                        for name, label in DESCRIBED.items()
                    ],
                    end,
                ],
                className="described",
            ),
        ],
        open=opened,
        className="reasons",
    )


def description_of(ids: Sequence[Mapping[str, str]], values: Sequence[str | None], key: str) -> Description:
    """What stands in the fields of one article."""
    said = {
        each["field"]: clean(value or "")
        for each, value in zip(ids, values, strict=True)
        if each["item"] == key and each["field"] in DESCRIBED
    }
    address = said.get("url", "")
    if address and "://" not in address:
        address = f"https://{address}"
    return Description(**{**said, "url": address if address.lower().startswith(("http:", "https:")) else ""})


_TAGS = {BlockKind.TITLE: html.H4, BlockKind.HEADING: html.H5}


def article_text(
    article: Article, blocks: list[Paragraph], language: str, words: Sequence[str] = ()
) -> list[Component]:
    """The paragraphs of an article as page elements; what is not the article itself is folded away.

    ``words`` are those that somebody searches, folded.
    """
    body, aside = [], []
    first: set[int] = set()
    for part in blocks:
        pieces = [_piece(piece, first, words) for piece in part.pieces]
        # where the block stands, so that selected words can become evidence
        place = {"data-article": article.id, "data-at": str(part.start)}
        if part.kind is BlockKind.BOILERPLATE:
            aside.append(html.P(pieces, className="boilerplate", **place))
        else:
            tag = _TAGS.get(part.kind, html.P)
            body.append(tag(pieces, className=f"block-{part.kind.value}", **place))
    if aside:
        label = message("{count} line that is not the article", language,
                        plural="{count} lines that are not the article", count=len(aside))  # fmt: skip
        body.append(html.Details([html.Summary(label), *aside], className="rest", lang=language))
    return body


def lit(text: str, words: Sequence[str]) -> list[Component]:
    """A text as page elements, with the searched words marked."""
    return [html.Mark(said, className="found") if found else said for said, found in parts(text, words)]


def _piece(piece: Piece, first: set[int], words: Sequence[str]) -> Component:
    said = lit(piece.text, words)
    if piece.mark is None:
        return html.Span(said) if len(said) > 1 else said[0] if said else ""
    place = {} if piece.mark in first else {"id": f"mark-{piece.mark}", "tabIndex": -1}
    first.add(piece.mark)
    return html.Mark(said, className="dated" if piece.dated else "", **place)
