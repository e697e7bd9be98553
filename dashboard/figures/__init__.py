"""A layout becomes Plotly figures (plain dicts), pure and with colours named once."""

from dashboard.figures.atlas import map_figure
from dashboard.figures.chart import timeline_figure
from dashboard.figures.export import Edition, export_figure
from dashboard.figures.frame import Look
from dashboard.figures.matrix import matrix_figure
from dashboard.figures.network import network_figure
from dashboard.figures.overview import overview_figure
from dashboard.figures.summary import summary, view_summary
from dashboard.figures.themes import CONFIG, FONTS, THEMES, Theme

__all__ = [
    "CONFIG",
    "FONTS",
    "THEMES",
    "Edition",
    "Look",
    "Theme",
    "export_figure",
    "map_figure",
    "matrix_figure",
    "network_figure",
    "overview_figure",
    "summary",
    "timeline_figure",
    "view_summary",
]
