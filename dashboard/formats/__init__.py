"""A timeline as data: the JSON document ``detente/1`` and back, and CSV for spreadsheets.

Called by the command line and by the app's export panel.
"""

from dashboard.formats.document import SCHEMA, to_json
from dashboard.formats.reading import from_json
from dashboard.formats.table import COLUMNS, to_csv

__all__ = ["COLUMNS", "SCHEMA", "from_json", "to_csv", "to_json"]
