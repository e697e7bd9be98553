"""What codes are called in front of people: types, modes, statuses, where a publication date comes from.

Types and modes are named by the ontology, roles and statuses by ``wording``. Called by every panel.
"""

from dashboard.events import ontology
from dashboard.model import Article, Granularity, PublishedFrom, Timeline, When
from dashboard.wording import format_day, format_when, message

ORIGINS = {
    PublishedFrom.GIVEN: "given",
    PublishedFrom.METADATA: "from the page's metadata",
    PublishedFrom.DATELINE: "from the dateline or byline",
    PublishedFrom.INFERRED: "inferred from the text",
    PublishedFrom.UNKNOWN: "unknown",
}


QUADS = {
    "verbal-cooperation": "Cooperation in words",
    "material-cooperation": "Cooperation in deeds",
    "verbal-conflict": "Conflict in words",
    "material-conflict": "Conflict in deeds",
    "neutral": "Neither",
}
"""The classes of types in the order in which they are listed, with their names."""


def mode_name(mode: str | None, language: str) -> str:
    """How a meeting took place, from the ontology; "" where it is not said."""
    labels = ontology.modes().get(mode or "", {})
    return labels.get(language) or labels.get("en") or mode or ""


def title_of(timeline: Timeline, language: str) -> str:
    """The affair's title in a language, or the first article's, or a plain word."""
    titles = timeline.titles
    if titles:
        return titles.get(language) or next(iter(titles.values()))
    return next((each.title for each in timeline.articles if each.title), message("Timeline", language))


def published_as_read(article: Article, language: str) -> str:
    """A publication date as it is known: a day, or only a month or a year; "unknown" if it is not."""
    day = article.published
    if day is None:
        return message("unknown", language)
    if article.published_precision.to_the_day:
        return format_day(day, language)
    if article.published_precision is Granularity.YEAR:
        return str(day.year)
    first = day.replace(day=1)
    last = first.replace(day=28)
    return format_when(When(f"{day:%Y-%m}", first, last, Granularity.MONTH), language)


def published_as_typed(article: Article) -> str:
    """A publication date as one types it, no finer than it is known: "2017-03-03", "2017-03"; "" for none."""
    digits = {Granularity.DAY: 10, Granularity.TIME: 10, Granularity.YEAR: 4}
    return (
        article.published.isoformat()[: digits.get(article.published_precision, 7)]
        if article.published
        else ""
    )


def dated_by_guess(article: Article) -> bool:
    """Whether the publication date is a guess, or missing: then the reader is told and may set it."""
    if article.published_from is PublishedFrom.METADATA:
        return article.published_confidence < 0.5  # the day on which a file was made
    return article.published_from in {PublishedFrom.INFERRED, PublishedFrom.UNKNOWN}
