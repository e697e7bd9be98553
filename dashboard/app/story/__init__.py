"""Telling: a story of chosen events in steps, and what people draw on the timeline. Kept in the project."""

from dashboard.app.story.commands import register
from dashboard.app.story.panel import button, content, opener
from dashboard.app.story.player import layout, near

__all__ = ["button", "content", "layout", "near", "opener", "register"]
