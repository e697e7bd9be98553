"""What codes are called in front of people: types, modes, statuses, roles, where a date comes from.

Each name is an English message of the catalogue.
"""

from dashboard.model import Article, Granularity, PublishedFrom, Timeline, When
from dashboard.wording import format_day, format_when, message

TYPES = {
    "ACCUSE": "Accusation",
    "AGREE": "Agreement",
    "AID": "Aid",
    "APPOINT": "Appointment",
    "ASSAULT": "Attack",
    "COERCE": "Coercion",
    "CONCEDE": "Concession",
    "CONSULT": "Talks and meetings",
    "COOPERATE": "Cooperation",
    "DEMAND": "Demand",
    "ELECT": "Vote or election",
    "EXERCISE": "Military exercise",
    "INVITE": "Invitation",
    "MOBILIZE": "Deployment",
    "PROTEST": "Protest",
    "REJECT": "Refusal",
    "RESUME": "Resumption",
    "RETREAT": "Withdrawal",
    "SANCTION": "Sanctions",
    "STATEMENT": "Statement",
    "SUPPORT": "Support",
    "SUSPEND": "Suspension",
    "THREATEN": "Threat",
}
MODES = {
    "phone": "by telephone",
    "visit": "visit",
    "third-party place": "in a third country",
    "multilateral": "multilateral",
    "video": "by video",
    "letter": "by letter",
}
STATUSES = {
    "happened": "Happened",
    "ongoing": "Ongoing",
    "planned": "Planned",
    "hypothetical": "Hypothetical",
    "denied": "Denied",
}
ROLES = {
    "initiator": "initiator",
    "target": "addressee",
    "participant": "participant",
    "host": "host",
    "venue-state": "state where it took place",
    "speaker": "speaker",
    "concerned": "concerned",
}
ORIGINS = {
    PublishedFrom.GIVEN: "given",
    PublishedFrom.METADATA: "from the page's metadata",
    PublishedFrom.DATELINE: "from the dateline or byline",
    PublishedFrom.INFERRED: "inferred from the text",
    PublishedFrom.UNKNOWN: "unknown",
}


def named(code: str | None, names: dict[str, str], language: str) -> str:
    """A code's name in a language; the code itself, in lower case, where it has none."""
    if not code:
        return ""
    return message(names[code], language) if code in names else code.lower().replace("_", " ")


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
    if article.published_precision in {Granularity.DAY, Granularity.TIME}:
        return format_day(day, language)
    if article.published_precision is Granularity.YEAR:
        return str(day.year)
    first = day.replace(day=1)
    last = first.replace(day=28)
    return format_when(When(f"{day:%Y-%m}", first, last, Granularity.MONTH), language)


def dated_by_guess(article: Article) -> bool:
    """Whether the publication date is a guess, or missing: then the reader is told and may set it."""
    return article.published_from in {PublishedFrom.INFERRED, PublishedFrom.UNKNOWN}
