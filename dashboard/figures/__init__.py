"""A layout becomes Plotly figures (plain dicts), pure and with colours named once."""

from dashboard.figures.chart import timeline_figure
from dashboard.figures.themes import CONFIG, FONTS, THEMES, Theme, actor_colours

__all__ = ["CONFIG", "FONTS", "THEMES", "Theme", "actor_colours", "timeline_figure"]
