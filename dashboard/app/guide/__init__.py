"""Help where it is needed: the dialog behind "?", the keyboard's sheet, a short tour, sample affairs."""

from dashboard.app.guide.panel import layout, register

__all__ = ["layout", "register"]
