"""Sentences become events: date, actors, place, type and status; titles; what is told twice stands once."""

from dashboard.events.build import build_timeline
from dashboard.events.explain import Explained, explain, explanation
from dashboard.events.readings import Readings

__all__ = ["Explained", "Readings", "build_timeline", "explain", "explanation"]
