"""Keeping and querying a timeline in memory: filters, facets, whose event it is, finding an actor by name."""

from dashboard.store.ancestry import ancestors, lane_of
from dashboard.store.facets import Facets, facets
from dashboard.store.filters import Filters, apply, describe, in_range
from dashboard.store.finding import find_actor, fold, search_actors

__all__ = [
    "Facets",
    "Filters",
    "ancestors",
    "apply",
    "describe",
    "facets",
    "find_actor",
    "fold",
    "in_range",
    "lane_of",
    "search_actors",
]
