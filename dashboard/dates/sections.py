"""Years that headings write ("2008: the army holds", "--2012--", "Stalemate (1915)"): dates hang on them.

``resolve`` notes them on the thread; ``absolute`` asks for the year of a date that has none.
"""

from dashboard.dates.absolute import written_year
from dashboard.dates.find import Atom
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens

_LONGEST = 12
_NOT_FOR_A_YEAR = frozenset({"month", "season", "letter", "decade", "era"})


def heading_years(atoms: list[Atom], tokens: Tokens, lexicon: Lexicon) -> dict[int, int | None]:
    """The year of each heading that writes one, by the first token of its date; None for two years.

    A heading is a short paragraph between two others, without the end of a sentence; its year opens
    it, or stands alone in brackets at its end; "In 2008" on a line of its own is one, too.
    """
    stops, breaks = lexicon.letters("STOP"), lexicon.letters("BREAK")
    openers = lexicon.links.get("openers", ())
    letters, found = tokens.letters, dict[int, int | None]()
    for atom in atoms:
        year = written_year(atom)
        if year is None or _NOT_FOR_A_YEAR & atom.slots.keys():
            continue
        # Never further: a line may be endless.
        low, high = max(0, atom.first - _LONGEST), atom.last + 1 + _LONGEST
        first = max((letters.rfind(letter, low, atom.first) for letter in breaks), default=-1) + 1
        end = min(
            (at for letter in breaks if (at := letters.find(letter, atom.last + 1, high)) >= 0), default=-1
        )
        opens_entry = first == atom.first > 0 and letters[atom.last + 1 : atom.last + 2] in tuple(stops)
        if opens_entry:
            found[atom.first] = year  # "1990. Less than two weeks after"
            continue
        if first == 0 or end < 0 or end - first > _LONGEST or _has_stop(letters[first:end], stops):
            continue
        closes = atom.last + 2 == end and tokens.entries[end - 1].word == ")"
        lead = [entry.word for entry in tokens.entries[first : atom.first] if entry.word[:1].isalnum()]
        opens = not lead or (lead[0] in openers and len(lead) == 1 and atom.last + 1 >= end - 1)
        if opens or closes:
            found[atom.first] = None if any(first <= other < end for other in found) else year
    return found


def _has_stop(letters: str, stops: str) -> bool:
    return any(letter in stops for letter in letters)
