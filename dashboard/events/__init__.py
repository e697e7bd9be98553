"""Sentences become events: date, actors, place, type and status; titles; what is told twice stands once."""

from dashboard.events.build import build_timeline, read_events
from dashboard.events.explain import explain

__all__ = ["build_timeline", "explain", "read_events"]
