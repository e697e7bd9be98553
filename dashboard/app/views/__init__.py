"""The views beside the timeline: network, matrix and map, each a figure, its words and its list."""

from dashboard.app.views.listing import listing
from dashboard.app.views.panels import VIEWS, panel

__all__ = ["VIEWS", "listing", "panel"]
