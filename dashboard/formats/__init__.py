"""A timeline as data: the JSON document ``detente/1`` and back, and CSV for spreadsheets.

Called by the command line and by the app's export panel.
"""

from dashboard.formats.document import SCHEMA, actor_document, article_document, event_document, to_json
from dashboard.formats.reading import from_json, read_actor, read_article_document, read_event
from dashboard.formats.table import COLUMNS, to_csv

__all__ = [
    "COLUMNS",
    "SCHEMA",
    "actor_document",
    "article_document",
    "event_document",
    "from_json",
    "read_actor",
    "read_article_document",
    "read_event",
    "to_csv",
    "to_json",
]
