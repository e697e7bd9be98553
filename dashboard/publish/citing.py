"""How to cite a timeline, or one event of it: APA, Chicago, BibTeX.

The timeline is cited as a work made with Détente; the articles that it rests on are named as its sources.
"""

import re
from collections.abc import Sequence
from datetime import date

from dashboard import __version__
from dashboard.model import Article, Event, Timeline
from dashboard.store.finding import fold
from dashboard.wording import format_day, format_when, message

STYLES = ("apa", "chicago", "bibtex")
"""The styles, by their keys."""

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_",
    "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_KEY = re.compile(r"[^a-z0-9]+")
_FILE = re.compile(r"\.(?:txt|text|md|html?|xhtml|pdf|docx|csv|json|ics)$", re.IGNORECASE)  # no outlet


def cite(
    timeline: Timeline,
    style: str,
    language: str,
    accessed: date,
    *,
    title: str,
    author: str = "",
    url: str = "",
    event: Event | None = None,
) -> str:
    """The citation of a timeline in a style; of one of its events where ``event`` is given.

    Args:
        timeline: What is cited.
        style: One of ``STYLES``.
        language: Of the words around the names.
        accessed: The day on which it was looked at.
        title: What the timeline is called.
        author: Who made it, as they want to be named; left out where nobody says.
        url: Where it can be found; left out where it cannot.
        event: One event, whose quoted articles are then the sources.
    """
    makers = {"apa": _apa, "chicago": _chicago, "bibtex": _bibtex}
    return makers[style](timeline, language, accessed, _Named(title, author, url), event)


class _Named:
    """What the reader says of the work: its title, who made it, where it is. One line each."""

    def __init__(self, title: str, author: str, url: str) -> None:
        self.title, self.author, self.url = (" ".join(each.split()) for each in (title, author, url))


def _apa(timeline: Timeline, language: str, accessed: date, named: _Named, event: Event | None) -> str:
    head = message(
        "{title} (Détente {version}) [Interactive timeline]", language, title=named.title, version=__version__
    )
    if event:
        head = message(
            "{event} ({date}). In {work}", language, event=event.title(language),
            date=format_when(event.when, language), work=head,
        )  # fmt: skip
    who = (
        f"{named.author.rstrip('.')}. ({accessed.year}). {head}."
        if named.author
        else f"{head}. ({accessed.year})."
    )
    return _told(who, _sources(timeline, event), language, accessed, named)


def _chicago(timeline: Timeline, language: str, accessed: date, named: _Named, event: Event | None) -> str:
    work = message(
        "{title}. Interactive timeline made with Détente {version}", language, title=named.title,
        version=__version__,
    )  # fmt: skip
    if event:
        quoted = message("“{words}”", language, words=event.title(language))
        work = message(
            "{event}, {date}, in {work}",
            language,
            event=quoted,
            date=format_when(event.when, language),
            work=work,
        )
    who = (
        f"{named.author.rstrip('.')}. {work}, {accessed.year}."
        if named.author
        else f"{work}, {accessed.year}."
    )
    return _told(who, _sources(timeline, event), language, accessed, named)


def _told(head: str, articles: Sequence[Article], language: str, accessed: date, named: _Named) -> str:
    said = [head]
    day = format_day(accessed, language)
    if named.url:
        said.append(message("{url} (accessed {date}).", language, url=named.url, date=day))
    else:
        said.append(message("Accessed {date}.", language, date=day))
    sources = [_source(each, language) for each in articles]
    if sources:
        said.append(message("Sources: {sources}.", language, sources="; ".join(sources)))
    return " ".join(said)


def _bibtex(timeline: Timeline, language: str, accessed: date, named: _Named, event: Event | None) -> str:
    title = event.title(language) if event else named.title
    sources = "; ".join(_source(each, language) for each in _sources(timeline, event))
    made = message("Interactive timeline made with Détente {version}", language, version=__version__)
    fields = {
        "author": named.author,
        "title": title,
        "booktitle": named.title if event else "",
        "year": str(accessed.year),
        "howpublished": made,
        "url": named.url,
        "urldate": accessed.isoformat(),
        "note": " ".join(
            part
            for part in (
                message("Date: {date}", language, date=format_when(event.when, language)) + "."
                if event
                else "",
                message("Sources: {sources}.", language, sources=sources) if sources else "",
            )
            if part
        ),
    }
    lines = [
        f"  {name} = {{{said if name in {'url', 'urldate'} else _tex(said)}}}"
        for name, said in fields.items()
        if said
    ]
    return f"@misc{{{_key(title, accessed)},\n" + ",\n".join(lines) + "\n}"


def _key(title: str, accessed: date) -> str:
    words = [word for word in _KEY.sub(" ", fold(title)).split() if len(word) > 2]
    return f"{'-'.join(words[:3]) or 'timeline'}-{accessed.year}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


def _sources(timeline: Timeline, event: Event | None) -> Sequence[Article]:
    if event is None:
        return timeline.articles
    cited = {each.article for each in event.evidence}
    return [article for article in timeline.articles if article.id in cited]


def _source(article: Article, language: str) -> str:
    parts = [article.author, article.title or article.source or article.id]
    if article.title and not _FILE.search(article.source):
        parts.append(article.source)
    if article.published:
        parts.append(format_day(article.published, language))
    if article.url:
        parts.append(article.url)
    return ", ".join(" ".join(part.split()) for part in parts if part)
