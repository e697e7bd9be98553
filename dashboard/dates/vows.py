"""Whether a date is that of what somebody is to do: « a promis de signer samedi », "invited him to come".

Called by thread.
"""

from dashboard.dates.find import Atom
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens

_BACK = 16
"""How far before a date the vow may stand."""
_AHEAD = 6
"""How far behind a vow the infinitive of what is vowed may stand, and how far before it its link."""
_FINITE = ("AUX", "FINITE", "PLUPERFECT", "WILL", "FUTURE", "HAS")


def vowed(tokens: Tokens, lexicon: Lexicon, first: int, atom: Atom) -> bool:
    """Whether a vow with an infinitive, and no verb since, leads to a date of a sentence from ``first``."""
    vows, entries = lexicon.links.get("vows", ()), tokens.entries
    if not vows:
        return False
    told, link = lexicon.letters(*_FINITE), None
    for index in range(atom.first - 1, max(first, atom.first - _BACK), -1):
        if link is None and _leads(tokens, lexicon, index, atom.first):
            link = index
        near = link is not None and index < link <= index + _AHEAD
        if near and entries[index].word in vows:
            return True
        if tokens.letters[index] in told:
            return False
    return False


def _leads(tokens: Tokens, lexicon: Lexicon, index: int, end: int) -> bool:
    """Whether an infinitive stands behind a link, as its ending tells, or as no article does."""
    links, word = lexicon.links.get("vow_links", ()), tokens.entries[index].word
    endings = tuple(lexicon.links.get("infinitive_endings", ()))
    acts = [one.word for one in tokens.entries[index + 1 : min(index + _AHEAD - 1, end)]]
    if not endings and word.partition(" ")[0] in links:
        return " " in word or (bool(acts) and acts[0] not in lexicon.links.get("noun_openers", ()))
    return word in links and any(act.endswith(endings) for act in acts)
