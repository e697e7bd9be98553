"""Whether a date is that of what somebody vowed to do: « a promis de signer samedi ». Called by thread."""

from dashboard.dates.find import Atom
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens

_BACK = 16
"""How far before a date the vow may stand."""
_AHEAD = 6
"""How far behind a vow the infinitive of what is vowed may stand."""
_FINITE = ("AUX", "FINITE", "PLUPERFECT", "WILL", "FUTURE", "HAS")


def vowed(tokens: Tokens, lexicon: Lexicon, first: int, atom: Atom) -> bool:
    """Whether a vow with an infinitive, and no verb since, leads to a date of a sentence from ``first``."""
    vows, entries = lexicon.links.get("vows", ()), tokens.entries
    if not vows:
        return False
    told, links = lexicon.letters(*_FINITE), lexicon.links.get("vow_links", ())
    endings = tuple(lexicon.links.get("infinitive_endings", ()))
    for index in range(atom.first - 1, max(first, atom.first - _BACK), -1):
        if entries[index].word in vows and entries[index + 1].word in links:
            acts = entries[index + 2 : min(index + _AHEAD, atom.first)]
            return any(one.word.endswith(endings) for one in acts)
        if tokens.letters[index] in told:
            return False
    return False
