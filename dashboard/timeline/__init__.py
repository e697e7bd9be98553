"""Pure layout: events become lanes, axis segments, marks and labels in pixels. Knows nothing of Plotly."""

from dashboard.timeline.groupings import GROUPINGS
from dashboard.timeline.layout import Layout, edges, lay_out
from dashboard.timeline.measure import measure
from dashboard.timeline.scales import SCALES

__all__ = ["GROUPINGS", "SCALES", "Layout", "edges", "lay_out", "measure"]
