"""The views beside the timeline: network, matrix and map, each a figure, its words and its list."""

from dashboard.app.views.panels import VIEWS, panel, renewed, room

__all__ = ["VIEWS", "panel", "renewed", "room"]
