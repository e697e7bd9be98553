"""The Publish dialog: pictures, the page, data, citations of the filtered view, and files taken in."""

from dashboard.app.publishing.commands import register
from dashboard.app.publishing.dialog import layout, stores

__all__ = ["layout", "register", "stores"]
