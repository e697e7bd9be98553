"""An event as one flat row of texts, and the small grammar of its cells. For CSV and others.

``gathering`` turns rows back into events.
"""

from collections.abc import Iterable, Sequence

from dashboard.formats.columns import columns
from dashboard.model import Article, Event, Granularity, Timeline

NAMES = "; "
"""What separates names, roles and identifiers in a cell."""

WORDS = " | "
"""What separates titles, quotes and addresses in a cell."""

LOSSES = (
    "the articles' text beyond the quotes, and where in it a quote stands",
    "the articles' languages and licences, and how their dates were found",
    "the words of a date, why it was read so, and by which rules",
    "of actors and places: names in other languages, other names, what they belong to, identifiers",
    "articles and actors that no event names",
)
"""What a row cannot hold, as messages of the catalogue."""

Row = dict[str, str]


def row_of(event: Event, timeline: Timeline, language: str) -> Row:
    """The row of an event: every column, "" where there is nothing."""
    cited = list(dict.fromkeys(each.article for each in event.evidence))
    articles = [timeline.article(each) for each in cited]
    homes = [cited.index(each.article) + 1 for each in event.evidence]
    actors = [timeline.actors[each.actor] for each in event.participants]
    place, when = event.place, event.when
    others = [f"{code}: {title}" for code, title in event.titles.items() if title != event.title(language)]
    filled: dict[str, object] = {
        "id": event.id,
        "title": event.title(language),
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "granularity": when.granularity.value,
        "approximate": "true" if when.approximate else "false",
        "actors": joined((actor.name(language) for actor in actors), NAMES),
        "roles": joined((each.role.value for each in event.participants), NAMES),
        "place": place.name(language) if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "confidence": event.confidence,
        "quotes": joined((each.quote for each in event.evidence), WORDS),
        "articles": joined((each.title for each in articles), WORDS),
        "urls": joined((each.url or "" for each in articles), WORDS),
        "outlets": joined((each.source for each in articles), WORDS),
        "published": joined(map(_published, articles), WORDS),
        "authors": joined((each.author for each in articles), WORDS),
        "quoted_in": joined(map(str, homes), NAMES) if set(homes) - {1} else "",
        "actor_ids": joined((actor.id for actor in actors), NAMES),
        "actor_kinds": joined((actor.kind.value for actor in actors), NAMES),
        "functions": joined((each.title for each in event.participants), NAMES),
        "other_titles": joined(others, WORDS),
        "reasons": joined(event.reasons, WORDS),
        "note": event.note,
        "review": event.review.value,
    }
    return {name: "" if (value := filled.get(name)) is None else str(value) for name in columns()}


def _published(article: Article) -> str:
    """When an article was published, as fine as it is known: the day, the month or the year."""
    if article.published is None:
        return ""
    fine = {Granularity.DAY: 10, Granularity.TIME: 10, Granularity.YEAR: 4}
    return article.published.isoformat()[: fine.get(article.published_precision, 7)]


def joined(parts: Iterable[str], separator: str) -> str:
    """The parts in one cell; a separator inside a part is preceded by a backslash. ``split`` undoes it.

    Parts that are all empty make an empty cell.
    """
    sign = separator.strip()
    said = [part.replace("\\", "\\\\").replace(sign, f"\\{sign}") for part in parts]
    return separator.join(said) if any(said) else ""


def split(cell: str, separator: str) -> list[str]:
    """The parts of a cell, without the spaces around them; none of an empty cell."""
    sign = separator.strip()
    parts, part, escaped = [], "", False
    for letter in cell:
        if escaped:
            part += letter if letter in {"\\", sign} else f"\\{letter}"
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == sign:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    parts.append((part + "\\" * escaped).strip())
    return parts if any(parts) else []


def at(parts: Sequence[str], place: int) -> str:
    """The part at a place, "" where there are fewer."""
    return parts[place] if place < len(parts) else ""
