"""How things are said to people: messages, dates and lists in their language (gettext catalogues, CLDR)."""

from dashboard.wording.codes import (
    ROLES,
    STATUSES,
    role_code,
    role_name,
    status_code,
    status_name,
    status_word,
)
from dashboard.wording.dates import format_day, format_when
from dashboard.wording.messages import (
    LANGUAGES,
    RIGHT_TO_LEFT,
    isolated,
    labelled,
    listed,
    message,
    quoted,
    reason,
    semicolons,
)
from dashboard.wording.numbers import format_list, format_number, format_share

__all__ = [
    "LANGUAGES",
    "RIGHT_TO_LEFT",
    "ROLES",
    "STATUSES",
    "format_day",
    "format_list",
    "format_number",
    "format_share",
    "format_when",
    "isolated",
    "labelled",
    "listed",
    "message",
    "quoted",
    "reason",
    "role_code",
    "role_name",
    "semicolons",
    "status_code",
    "status_name",
    "status_word",
]
