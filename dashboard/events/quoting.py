"""Verbs that tell who spoke the words quoted before them: « … », a déclaré X. Called by triggers."""

from collections.abc import Mapping

from dashboard.events.lexicon import Lexicon
from dashboard.events.ontology import Kind, kinds
from dashboard.events.verbs import Verb

_CLOSES = frozenset('»”"')
_OPENS = frozenset("«“")
_STRAIGHT = '"'


def group_start(words: tuple[str, ...], verbs: Mapping[int, Verb], at: int, lexicon: Lexicon) -> int:
    """Where a verb begins with its helpers and the small pronouns before them: « [lui a] répondu »."""
    start, cues = at, lexicon.cues
    while start - 1 in verbs and any(lemma in cues["helpers"] for lemma, _ in verbs[start - 1].readings):
        start -= 1
    while start and words[start - 1] in cues["before_verbs"]:
        start -= 1
    return start


def after_quote(words: tuple[str, ...], verbs: Mapping[int, Verb], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a quotation stands before a verb, which then tells who spoke it.

    The quotation may have been opened in a sentence before.
    """
    if not lexicon.cues["before_verbs"]:
        return False
    start = group_start(words, verbs, at, lexicon)
    closed = start - 1 - (start > 1 and words[start - 1] == ",")
    if (
        closed < 0
        or words[closed] not in _CLOSES
        or not any(i in verbs and verbs[i].finite for i in range(start, at + 1))
    ):
        return False
    if words[closed] == _STRAIGHT:
        return words[:closed].count(_STRAIGHT) % 2 == 0 or words[0] == _STRAIGHT
    opened = next((i for i in range(closed - 1, -1, -1) if words[i] in _OPENS), 0)
    return opened == 0


_IN_WORDS = frozenset({"STATEMENT", "ACCUSE", "THREATEN", "DEMAND", "REJECT"})
"""Types of acts that are done in words, which a quotation may be."""
_TOO = frozenset({"pledge", "support", "congratulation"})
"""Kinds of other types of which the same is true."""


def spoken(
    words: tuple[str, ...], verbs: Mapping[int, Verb], at: int, lexicon: Lexicon, kind: Kind | None
) -> Kind | None:
    """The kind of a statement where a verb of another kind, or of none, tells who spoke a quotation.

    « … », a écrit X; « … », a conclu X: nobody signed anything. None for every other verb.
    """
    if kind is not None and ((kind.type in _IN_WORDS and kind.code != "decision") or kind.code in _TOO):
        return None
    helps = any(lemma in lexicon.cues["helpers"] for lemma, _ in verbs[at].readings)
    return kinds()["statement"] if not helps and after_quote(words, verbs, at, lexicon) else None
