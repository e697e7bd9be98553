"""How things are said to people: messages, dates and lists in their language (gettext catalogues, CLDR)."""

from dashboard.wording.dates import format_day, format_when
from dashboard.wording.messages import LANGUAGES, message, reason

__all__ = ["LANGUAGES", "format_day", "format_when", "message", "reason"]
