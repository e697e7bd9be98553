"""Pure layout: events become lanes, axis segments, marks and labels in pixels. Knows nothing of Plotly."""

from dashboard.timeline.layout import Layout, edges, lay_out
from dashboard.timeline.measure import measure

__all__ = ["Layout", "edges", "lay_out", "measure"]
