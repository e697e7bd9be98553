"""The publication date that a page states of itself, best source first, and whether sources agree.

Called by ``page``. Order: JSON-LD, itemprop, OpenGraph, other meta tags, a ``<time>`` in the article.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from dashboard.articles.linked_data import first_text, linked_data

_DAY = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_META_NAMES = frozenset(
    {
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publicationdate",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "article.created",
        "date.issued",
        "originalpublicationdate",
        "citation_publication_date",
        "citation_date",
        "displaydate",
        "cxenseparse:recs:publishtime",
    }
)
_OPENGRAPH = frozenset(("article:published_time", "og:published_time", "og:article:published_time"))
DISAGREE = "The dates in the page's metadata disagree"


@dataclass(frozen=True, slots=True)
class Stated:
    """One date as a page states it: the day as written there, and the moment where one is given."""

    day: date
    moment: datetime | None
    source: str


def stated_date(tree: HtmlElement) -> tuple[Stated | None, str | None]:
    """The best stated publication date, and a warning where the sources disagree."""
    found = [
        stated
        for source, values in (
            ("JSON-LD", _json_ld(tree)),
            ("itemprop", _itemprop(tree)),
            ("OpenGraph", _meta(tree, "property", _OPENGRAPH) + _meta(tree, "name", _OPENGRAPH)),
            ("meta", _meta(tree, "name", _META_NAMES)),
            ("time", _time_tag(tree)),
        )
        for value in values[:1]
        if (stated := read_moment(value, source))
    ]
    if not found:
        return None, None
    others = [other for other in found[1:] if _differ(found[0], other)]
    if not others:
        return found[0], None
    said = ", ".join(f"{stated.day.isoformat()} ({stated.source})" for stated in (found[0], *others))
    return found[0], f"{DISAGREE}: {said}"


def _differ(one: Stated, other: Stated) -> bool:
    if one.day == other.day:
        return False
    if one.moment and other.moment and one.moment.tzinfo and other.moment.tzinfo:
        # the same hour written in two time zones may fall on two days
        return one.moment.astimezone(UTC).date() != other.moment.astimezone(UTC).date()
    return True


def read_moment(value: str, source: str) -> Stated | None:
    """A stated date, or None where the value is no date, or a placeholder such as 1970-01-01."""
    value = value.strip()[:60]
    moment: datetime | None = None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (TypeError, ValueError, IndexError):
            moment = None
    try:
        written = _DAY.match(value)
        day = (
            date(*(int(part) for part in written.groups())) if written else moment.date() if moment else None
        )
    except ValueError:
        return None
    if day is None or not date(1500, 1, 1) <= day or day == date(1970, 1, 1) or day.year > 2200:
        return None
    return Stated(day, moment, source)


def _json_ld(tree: HtmlElement) -> list[str]:
    stated = first_text(linked_data(tree), "datePublished")
    return [stated] if stated else []


def _itemprop(tree: HtmlElement) -> list[str]:
    values = []
    for element in tree.xpath("//*[@itemprop]"):
        if "datepublished" in element.get("itemprop", "").lower().split():
            stated = element.get("content") or element.get("datetime") or element.text_content()
            values.append(stated)
    return [value for value in values if value and value.strip()]


def _meta(tree: HtmlElement, attribute: str, names: frozenset[str]) -> list[str]:
    return [
        tag.get("content", "")
        for tag in tree.iter("meta")
        if (tag.get(attribute) or "").lower() in names and tag.get("content", "").strip()
    ]


def _time_tag(tree: HtmlElement) -> list[str]:
    inside = tree.xpath("//article//time[@datetime]") or tree.xpath("//time[@datetime and @pubdate]")
    return [tag.get("datetime") for tag in inside]
