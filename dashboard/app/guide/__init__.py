"""Help where it is needed: the dialog behind "?", the keyboard's sheet, a short tour, sample affairs."""

from dashboard.app.guide.panel import guided, helping, layout, register

__all__ = ["guided", "helping", "layout", "register"]
