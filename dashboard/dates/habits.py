"""Whether a date without a year is of every year ("the season usually runs from June to November").

``absolute`` and ``periods`` ask before they choose a year: such a date has none.
"""

from dashboard.dates.find import Atom
from dashboard.dates.thread import Thread


def is_habit(atom: Atom, thread: Thread) -> bool:
    """Whether news in the present says that a date comes back.

    A rule can say so (``general``: "en été"), or a word of the same clause (``[links] habits``: "usually").
    """
    habits = thread.lexicon.links.get("habits", ())
    if thread.narrative or thread.regime is not None or not (habits or atom.slots.get("general")):
        return False
    tense = thread.tense(atom)
    if tense and (tense == "past" or atom.slots.get("general")):
        return False
    if not atom.slots.get("general"):
        first, end = thread.sentence(atom)
        words = [entry.word for entry in thread.tokens.entries[first:end]]
        before, after = atom.first - first, atom.last + 1 - first
        begins = max((i + 1 for i in range(before) if words[i] == ","), default=0)
        ends = next((i for i in range(after, len(words)) if words[i] == ","), len(words))
        clause = f" {' '.join(words[begins:ends])} "
        if not any(f" {phrase} " in clause for phrase in habits):
            return False
    return True
