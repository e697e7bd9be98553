"""Sentences become events: dates, actors, place, type and status attached; titles; one event told twice stands once."""

from dashboard.events.build import build_timeline, read_events
from dashboard.events.explain import explain

__all__ = ["build_timeline", "explain", "read_events"]
