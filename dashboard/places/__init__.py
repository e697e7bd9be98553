"""Where an article's events are: cities, countries, regions and sites, told apart from governments."""

from dashboard.places.hints import capital_of
from dashboard.places.reading import PlaceReading, find_places, without_people

__all__ = ["PlaceReading", "capital_of", "find_places", "without_people"]
