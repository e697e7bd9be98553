"""Whether an expression is the article's own date, by where it stands: byline, dateline, "published on".

``document`` dates an article by it; ``roles`` marks such an expression as the publication.
"""

from dashboard.dates.absolute import written_year
from dashboard.dates.find import Atom
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens
from dashboard.model import Article, BlockKind

_LEAD = 700
_DATELINE_TOKENS = 14
_KINDS = frozenset({"date", "numdate", "stamp"})
_ENDS = frozenset("(-–—:")
_SENTENCE_ENDS = frozenset('.!?…»”"')
_OWN_WORDS, _STAMP_WORDS = 4, 10
"""How many words may stand before the date in a line "Last updated on 3 May." and in one without a stop."""


def is_publication(atom: Atom, article: Article, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether an expression is the article's own date, by where it stands and the words before it."""
    if atom.kind not in _KINDS:
        return False
    if any(
        block.kind is BlockKind.BYLINE and block.start <= atom.start < block.end for block in article.blocks
    ):
        return True
    if tokens.follows(atom.first, lexicon.roles.get("publication", ())) and _stamped(atom, article.text):
        return True
    return atom.start <= _LEAD and _in_dateline(atom, article.text, tokens, lexicon)


def _stamped(atom: Atom, text: str) -> bool:
    """Whether a line is no sentence: "Published on 3 May 2015 at 10:12", not "a report published on"."""
    start, end = text.rfind("\n", 0, atom.start) + 1, text.find("\n", atom.end)
    before = text[start : atom.start].split()
    after = text[atom.end : end if end >= 0 else len(text)].strip()
    if after.rstrip(".") == "":
        return len(before) <= (_OWN_WORDS if after else _STAMP_WORDS)
    return after[-1] not in _SENTENCE_ENDS and len(before) + len(after.split()) <= 2 * _STAMP_WORDS


def _in_dateline(atom: Atom, text: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether an expression stands after a place in capitals and before a bracket or a dash."""
    begin = atom.first
    while (
        begin and tokens.entries[begin - 1] is not lexicon.break_ and atom.first - begin <= _DATELINE_TOKENS
    ):
        begin -= 1
    if atom.first - begin > _DATELINE_TOKENS or atom.last + 1 >= len(tokens.starts):
        return False
    head = text[tokens.starts[begin] : atom.start]
    place = head.split(",")[0].split("(")[0].strip(" -–—")
    tail = text[atom.end : atom.end + 4].lstrip(" ,")
    # A full date may also stand before a stop: "NEW YORK, Fri, 15 Jul 2011."
    ended = tail[:1] in _ENDS or (tail[:1] in {".", "\n"} and written_year(atom) is not None)
    return len(place) > 2 and place.isupper() and ended and "." not in head[:-3]
