"""Events, sources and filters of a published page as HTML: every word escaped here. Called by ``page``.

Of an article only the paragraphs that events rest on are published, with the very words marked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any

from dashboard.events import ontology
from dashboard.model import Article, Event, Evidence, Status, Timeline
from dashboard.store import ancestors, lane_of
from dashboard.wording import format_day, format_when, isolated, listed, message, role_name, status_name

_WIDEST = 1200  # characters of a paragraph around a quote


def entries(timeline: Timeline, shown: Timeline, language: str) -> list[dict[str, Any]]:
    """Each shown event: its HTML, and what the page filters by."""
    articles = {article.id: article for article in timeline.articles}
    return [_entry(timeline, articles, event, place, language) for place, event in enumerate(shown.events)]


def _entry(
    timeline: Timeline, articles: Mapping[str, Article], event: Event, place: int, language: str
) -> dict[str, Any]:
    when, title = format_when(event.when, language), event.title(language)
    actors = dict.fromkeys(
        each
        for participation in event.participants
        for each in (participation.actor, *ancestors(timeline, participation.actor))
    )
    return {
        "html": _event(timeline, articles, event, place, language),
        "actors": list(actors),
        "type": event.type,
        "status": event.status.value,
        "first": _day(event.when.earliest),
        "last": _day(event.when.latest),
        "words": " ".join([title, *(each.quote for each in event.evidence)]).casefold(),
        "title": title,
        "said": f"{title}, {when}",
        "row": _row(timeline, event, language),
        "hollow": int(event.status in {Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED}),
    }


COLUMNS = ("Date", "Event", "Type", "Status", "Actors", "Place")


def _row(timeline: Timeline, event: Event, language: str) -> list[str]:
    """What the table says of an event, in the order of ``COLUMNS``."""
    names = dict.fromkeys(timeline.actors[each.actor].name(language) for each in event.participants)
    return [
        format_when(event.when, language, short=True),
        event.title(language),
        ontology.type_name(event.type, language),
        status_name(event.status.value, language),
        listed(names, language),
        event.place.name(language) if event.place else "",
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event(
    timeline: Timeline, articles: Mapping[str, Article], event: Event, place: int, language: str
) -> str:
    facts = "".join(
        f"<dt>{escape(name)}</dt><dd>{said}</dd>" for name, said in _facts(timeline, event, language) if said
    )
    quotes = "".join(_quote(articles.get(each.article), each, language) for each in event.evidence)
    return (
        f'<li id="event-{place}"><button type="button" class="open" data-event="{place}">'
        f"<bdi>{escape(event.title(language))}</bdi></button>"
        f'<p class="when">{escape(format_when(event.when, language))} '
        f'<span class="edtf">{escape(event.when.edtf)}</span></p>'
        f"<details><summary>{escape(message('Evidence', language))}</summary>"
        f'<dl class="facts">{facts}</dl>{quotes}</details></li>'
    )


def _facts(timeline: Timeline, event: Event, language: str) -> Iterable[tuple[str, str]]:
    def t(text: str) -> str:
        return message(text, language)

    yield t("Type"), escape(ontology.type_name(event.type, language))
    yield t("Status"), escape(status_name(event.status.value, language))
    who = []
    for each in event.participants:
        actor = timeline.actors[each.actor]
        about = listed(
            (part for part in (role_name(each.role.value, language), each.title or actor.role) if part),
            language,
        )
        who.append(f"<li><strong><bdi>{escape(actor.name(language))}</bdi></strong> {escape(about)}</li>")
    yield t("Actors"), f"<ul>{''.join(who)}</ul>" if who else ""
    yield t("Place"), escape(event.place.name(language)) if event.place else ""
    yield t("Confidence"), f"{round(event.confidence * 100)}\u202f%"
    yield t("Note"), escape(event.note)


def _quote(article: Article | None, evidence: Evidence, language: str) -> str:
    """The paragraph of a quote with its words marked, and where it stands."""
    if article is None:
        return f"<blockquote><p>{escape(evidence.quote)}</p></blockquote>"
    start, end = _paragraph(article, evidence)
    before, after = article.text[start : evidence.start], article.text[evidence.end : end]
    marked = f"{escape(before)}<mark>{escape(evidence.quote)}</mark>{escape(after)}"
    where = " · ".join(
        part
        for part in (
            article.title or article.source or article.id,
            article.source if article.title else "",
            format_day(article.published, language) if article.published else "",
        )
        if part
    )
    return (
        f'<blockquote lang="{escape(article.language)}"><p>{marked}</p></blockquote>'
        f'<p class="from">{_linked(where, article.url)}</p>'
    )


def _paragraph(article: Article, evidence: Evidence) -> tuple[int, int]:
    """The block around a quote; the words alone where it is too long."""
    for block in article.blocks:
        if block.start <= evidence.start and evidence.end <= block.end:
            return (
                (block.start, block.end)
                if block.end - block.start <= _WIDEST
                else (evidence.start, evidence.end)
            )
    return evidence.start, evidence.end


def _linked(words: str, url: str | None) -> str:
    """Words that lead to an address, if it is one of the web."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return escape(words)
    return (
        f'<a href="{escape(url, quote=True)}" rel="noopener noreferrer" target="_blank">{escape(words)}</a>'
    )


def sources_of(timeline: Timeline, shown: Timeline, language: str) -> str:
    """The articles that the shown events rest on."""
    cited = {each.article for event in shown.events for each in event.evidence}
    rows = []
    for article in timeline.articles:
        if article.id not in cited:
            continue
        about = [article.source if article.title else "", article.author, article.licence]
        if article.published:
            about.append(format_day(article.published, language))
        more = " · ".join(isolated(part, language) for part in about if part)
        name = _linked(article.title or article.source or article.id, article.url)
        rows.append(f"<li><bdi>{name}</bdi>{' – ' if more else ''}{escape(more)}</li>")
    return f"<ul>{''.join(rows)}</ul>"


def facets_of(timeline: Timeline, shown: Timeline, language: str) -> str:
    """The filters: search, range, and boxes for actors, types and statuses with their counts."""

    def t(text: str) -> str:
        return escape(message(text, language))

    actors: Counter[str] = Counter()
    for event in shown.events:
        actors.update(
            {
                each
                for participation in event.participants
                for each in (participation.actor, *ancestors(timeline, participation.actor))
            }
        )
    lanes = {lane_of(timeline, each) for each in actors}
    ranked = sorted(
        actors, key=lambda each: (each not in lanes, -actors[each], timeline.actors[each].name(language))
    )
    named = [(each, timeline.actors[each].name(language), actors[each]) for each in ranked]
    kinds = Counter(event.type for event in shown.events)
    statuses = Counter(event.status for event in shown.events)
    types = [(code, ontology.type_name(code, language), count) for code, count in kinds.most_common()]
    states = [
        (each.value, status_name(each.value, language), statuses[each]) for each in Status if statuses[each]
    ]
    ends = [each for event in shown.events for each in (event.when.earliest, event.when.latest) if each]
    least, most = (min(ends).isoformat(), max(ends).isoformat()) if ends else ("", "")
    days = f'min="{least}" max="{most}"'
    return (
        f'<label>{t("Search titles and quotes")}<input type="search" name="q" maxlength="200"></label>'
        f'<div class="range"><label>{t("From")}<input type="date" name="from" {days}></label>'
        f'<label>{t("To")}<input type="date" name="to" {days}></label></div>'
        f"{_boxes('actor', message('Actors', language), named)}"
        f"{_boxes('type', message('Type', language), types)}"
        f"{_boxes('status', message('Status', language), states)}"
        f'<button type="reset">{t("Clear all filters")}</button>'
    )


def _boxes(name: str, legend: str, options: list[tuple[str, str, int]]) -> str:
    boxes = "".join(
        f'<label class="box"><input type="checkbox" name="{name}" value="{escape(value, quote=True)}"> '
        f'<span>{escape(label)}</span> <span class="much">{count}</span></label>'
        for value, label, count in options
    )
    return f"<fieldset><legend>{escape(legend)}</legend>{boxes}</fieldset>"
