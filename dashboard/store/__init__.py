"""Keeping an affair in a project file; querying its timeline: filters, facets, an actor by name."""

from dashboard.store.ancestry import ancestors, heaviest_first, lane_of
from dashboard.store.care import Info
from dashboard.store.columns import FACETS, SURE, band_of, columns
from dashboard.store.doubts import queue
from dashboard.store.facets import Facets, facets
from dashboard.store.filters import Filters, apply, describe, in_range
from dashboard.store.finding import find_actor, fold, found_parts, found_words, search_actors
from dashboard.store.gathering import Leaving
from dashboard.store.keeping import kept
from dashboard.store.project import SUFFIX, Project
from dashboard.store.schema import is_project
from dashboard.store.steps import DOCUMENTS, Change, ConflictError, Description, Edit, Step
from dashboard.store.values import value_name

__all__ = [
    "DOCUMENTS",
    "FACETS",
    "SUFFIX",
    "SURE",
    "Change",
    "ConflictError",
    "Description",
    "Edit",
    "Facets",
    "Filters",
    "Info",
    "Leaving",
    "Project",
    "Step",
    "ancestors",
    "apply",
    "band_of",
    "columns",
    "describe",
    "facets",
    "find_actor",
    "fold",
    "found_parts",
    "found_words",
    "heaviest_first",
    "in_range",
    "is_project",
    "kept",
    "lane_of",
    "queue",
    "search_actors",
    "value_name",
]
