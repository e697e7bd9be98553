"""Who an article speaks of: states, organisations, bodies, people learned from the text, what refers back."""

from dashboard.actors.extra import Extra, load_extra
from dashboard.actors.merging import merge_actors, name_keys
from dashboard.actors.plurals import affair, at_war_within
from dashboard.actors.reading import ActorReading, find_actors

__all__ = [
    "ActorReading",
    "Extra",
    "affair",
    "at_war_within",
    "find_actors",
    "load_extra",
    "merge_actors",
    "name_keys",
]
