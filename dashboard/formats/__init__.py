"""A timeline as data and back: JSON, CSV, Excel, iCalendar, TimelineJS; GeoJSON, GraphML and pandas one way.

Every importer gives a timeline and what it did not understand; every exporter says what it cannot hold.
Called by the command line, by the store, and by the app's Publish dialog.
"""

from dashboard.formats.document import SCHEMA, actor_document, article_document, event_document, to_json
from dashboard.formats.frames import to_frame
from dashboard.formats.imported import IMPORTED, Fault, Imported, merged
from dashboard.formats.kinds import KINDS, Kind, kind_of, read_any
from dashboard.formats.reading import from_json, read_actor, read_article_document, read_event
from dashboard.formats.table import COLUMNS, template, to_csv

__all__ = [
    "COLUMNS",
    "IMPORTED",
    "KINDS",
    "SCHEMA",
    "Fault",
    "Imported",
    "Kind",
    "actor_document",
    "article_document",
    "event_document",
    "from_json",
    "kind_of",
    "merged",
    "read_actor",
    "read_any",
    "read_article_document",
    "read_event",
    "template",
    "to_csv",
    "to_frame",
    "to_json",
]
