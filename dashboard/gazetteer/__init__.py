"""Known names in running text: the tables of ``data/gazetteer/``, and one fast pass that finds them.

Called by ``actors`` and ``places``, which may not know each other but must see the same names.
"""

from dashboard.gazetteer.folding import fold, fold_key, fold_text
from dashboard.gazetteer.knowledge import Knowledge, knowledge, known_as, language_file
from dashboard.gazetteer.letters import letters, pinyin, romanised
from dashboard.gazetteer.scan import Entry, Hit, Sort, scan
from dashboard.gazetteer.stances import Stance, stances
from dashboard.gazetteer.tables import Row, read_table

__all__ = [
    "Entry",
    "Hit",
    "Knowledge",
    "Row",
    "Sort",
    "Stance",
    "fold",
    "fold_key",
    "fold_text",
    "knowledge",
    "known_as",
    "language_file",
    "letters",
    "pinyin",
    "read_table",
    "romanised",
    "scan",
    "stances",
]
