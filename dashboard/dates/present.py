"""Whether a sentence announces in the present ("the two leaders sign in Rome on Saturday").

``relative`` asks this of a weekday that no verb places: what is no past and no future is a present, which
no ending tells in English, and news in the present puts a weekday in the days ahead.
"""

from dashboard.dates.find import Atom
from dashboard.dates.thread import Thread

_SUBJECT_AND_VERB = 3
_SOON = 7
"""Within how many words of a headline its infinitive stands."""
_ELSEWHERE = ("PAST", "PLUPERFECT", "PPART", "AUX")


def announces(atom: Atom, thread: Thread) -> bool:
    """Whether a weekday closes a clause that has room for a subject and a verb, and nothing of the past.

    Only where the language says which words open a phrase without a verb (``[links] openers``), and,
    as far as it says so, what may follow the weekday (``onward``): never a noun ("a Monday meeting").
    """
    if atom.slots.get("appointed"):
        return not thread.narrative  # "Messe dimanche à 10 h 30": no verb, and a time of day
    links, tokens = thread.lexicon.links, thread.tokens
    openers, onward = links.get("openers", ()), links.get("onward", ())
    first, end = thread.sentence(atom)
    headline = end >= len(tokens.letters) or tokens.entries[end] is thread.lexicon.break_
    if headline and _is_to_be_done(first, atom, thread):
        return not thread.narrative
    if not openers or thread.narrative or headline:
        return False
    words = [entry.word for entry in tokens.entries[first:end]]
    start, after = atom.first - first, atom.last + 1 - first
    clauses = frozenset(links.get("clauses", ()))
    begins = max((i + 1 for i in range(start) if words[i] in clauses), default=0)
    ends = next((i for i in range(after, len(words)) if words[i] in clauses), len(words))
    if start - begins < _SUBJECT_AND_VERB or words[begins] in openers:
        return False
    if onward and after < len(words) and words[after] not in onward:
        return False
    told = thread.lexicon.letters(*_ELSEWHERE)
    if any(letter in told for letter in tokens.letters[first : first + ends]):
        return False
    # "trancha mardi": an ending that may be a past, of a word that is no name.
    endings, plain = tuple(links.get("told_endings", ())), thread.lexicon.other.letter
    entries = tokens.entries[first : first + ends]
    return not any(entry.letter == plain and entry.word.endswith(endings) for entry in entries)


def _is_to_be_done(first: int, atom: Atom, thread: Thread) -> bool:
    """Whether a headline tells with a bare infinitive what is to come: "President to leave on Wednesday"."""
    entries, letters = thread.tokens.entries, thread.tokens.letters
    marks = thread.lexicon.links.get("infinitive_marks", ())
    told = thread.lexicon.letters(*_ELSEWHERE)
    marked = any(entry.word in marks for entry in entries[first + 1 : min(first + _SOON, atom.first)])
    return marked and not any(letter in told for letter in letters[first : atom.first])
