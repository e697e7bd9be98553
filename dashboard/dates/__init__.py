"""Time expressions in running text: find, resolve, write as EDTF. Entry points for the rooms above."""

from dashboard.dates.document import date_article
from dashboard.dates.reader import find_expressions, timex3_view
from dashboard.dates.typed import is_ambiguous, parse_when

__all__ = ["date_article", "find_expressions", "is_ambiguous", "parse_when", "timex3_view"]
