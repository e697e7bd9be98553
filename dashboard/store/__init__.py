"""Keeping an affair in a project file; querying its timeline: filters, facets, an actor by name."""

from dashboard.store.ancestry import ancestors, lane_of
from dashboard.store.care import Info
from dashboard.store.facets import Facets, facets
from dashboard.store.filters import Filters, apply, describe, in_range
from dashboard.store.finding import find_actor, fold, search_actors
from dashboard.store.project import SUFFIX, Project
from dashboard.store.schema import is_project
from dashboard.store.steps import DOCUMENTS, Change, ConflictError, Edit, Step

__all__ = [
    "DOCUMENTS",
    "SUFFIX",
    "Change",
    "ConflictError",
    "Edit",
    "Facets",
    "Filters",
    "Info",
    "Project",
    "Step",
    "ancestors",
    "apply",
    "describe",
    "facets",
    "find_actor",
    "fold",
    "in_range",
    "is_project",
    "lane_of",
    "search_actors",
]
