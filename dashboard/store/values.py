"""What the values of facets are called in front of people: actors, types, places, countries, sources, ...

Called by the descriptions of filters and by the app's rail.
"""

from collections.abc import Mapping

from babel import Locale

from dashboard.events import ontology
from dashboard.model import Timeline
from dashboard.store.keeping import kept
from dashboard.wording import message
from dashboard.wording.locales import locale_of

_SURE = {
    "high": "High (80 % or more)",
    "medium": "Medium (50 to 79 %)",
    "low": "Low (under 50 %)",
}
_REVIEWS = {
    "unreviewed": "Not reviewed",
    "accepted": "Accepted",
    "edited": "Edited",
    "manual": "Made by hand",
}


def value_name(timeline: Timeline, facet: str, value: str, language: str) -> str:
    """The name of a facet's value in a language; the value itself where it has none."""
    if facet == "actors":
        actor = timeline.actors.get(value)
        return actor.name(language) if actor else value
    if facet == "types":
        return ontology.type_name(value, language)
    if facet == "places":
        return place_names(timeline, language).get(value, value)
    if facet == "articles":
        return source_names(timeline).get(value, value)
    return _coded(facet, value, language)


def _coded(facet: str, value: str, language: str) -> str:
    """The name of a value that is a code of some standard, or of our own."""
    if facet == "countries":
        return str(Locale.parse(locale_of(language)).territories.get(value.upper(), value))
    if facet == "written":
        said = str(Locale.parse(locale_of(language)).languages.get(value, value))
        return said[:1].upper() + said[1:]
    if facet == "sure":
        return message(_SURE.get(value, value), language)
    if facet == "reviews":
        return message(_REVIEWS.get(value, value), language)
    return message(value, language)


@kept
def place_names(timeline: Timeline, language: str) -> Mapping[str, str]:
    """The names of all places where events took place, by id."""
    return {each.place.id: each.place.name(language) for each in timeline.events if each.place}


@kept
def source_names(timeline: Timeline) -> Mapping[str, str]:
    """The titles of all articles by id; a title that several have is told with its source."""
    titles = [each.title for each in timeline.articles]
    found = {}
    for each in timeline.articles:
        shared = titles.count(each.title) > 1 and each.source
        found[each.id] = f"{each.title} – {each.source}" if shared else each.title or each.source or each.id
    return found
