"""Bring your own articles: pasted, as files, or from an address; read, looked at, then added in one step."""

from dashboard.app.intake.panel import layout, register
from dashboard.app.intake.routes import BRING, MAX_FILE
from dashboard.app.intake.start import buttons

__all__ = ["BRING", "MAX_FILE", "buttons", "layout", "register"]
