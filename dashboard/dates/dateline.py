"""Whether an expression is the article's own date, by where it stands: byline, dateline, "published on".

``document`` dates an article by it; ``roles`` marks such an expression as the publication.
"""

import re

from dashboard.dates.absolute import written_year
from dashboard.dates.find import Atom
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens
from dashboard.gazetteer.scan import Sort, scan
from dashboard.model import Article, BlockKind

_LEAD = 700
_DATELINE_TOKENS = 14
_KINDS = frozenset({"date", "numdate", "stamp"})
_ENDS = frozenset("(-–—:")
_SENTENCE_ENDS = frozenset('.!?…»”"')
_BESIDE_WORDS = 3
"""How many words may follow a place in its dateline: a country, an agency, an article."""
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
    return atom.start <= _LEAD and _in_dateline(atom, article, tokens, lexicon)


def _stamped(atom: Atom, text: str) -> bool:
    """Whether a line is no sentence: "Published on 3 May 2015 at 10:12", not "a report published on"."""
    start, end = text.rfind("\n", 0, atom.start) + 1, text.find("\n", atom.end)
    before = text[start : atom.start].split()
    after = text[atom.end : end if end >= 0 else len(text)].strip()
    if after.rstrip(".") == "":
        return len(before) <= (_OWN_WORDS if after else _STAMP_WORDS)
    return after[-1] not in _SENTENCE_ENDS and len(before) + len(after.split()) <= 2 * _STAMP_WORDS


def _in_dateline(atom: Atom, article: Article, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether an expression stands after a place and before a bracket or a dash.

    The place is written in capitals, or is one that we know and begins a line: "Lisbon, 3 May 2021 –".
    """
    begin, text = atom.first, article.text
    while (
        begin and tokens.entries[begin - 1] is not lexicon.break_ and atom.first - begin <= _DATELINE_TOKENS
    ):
        begin -= 1
    if atom.first - begin > _DATELINE_TOKENS or atom.last + 1 >= len(tokens.starts):
        return False
    head = text[tokens.starts[begin] : atom.start]
    place = re.split(r"[,(]", head)[0].strip(" -–—")
    tail = text[atom.end : atom.end + 4].lstrip(" ,")
    if len(place) <= 2 or "." in head[:-3]:
        return False
    if not place.isupper():
        opens = text[: tokens.starts[begin]].rstrip(" ")[-1:] in {"", "\n"}
        return (
            opens
            and tail[:1] in _ENDS
            and written_year(atom) is not None
            and _is_spot(head, article.language)
        )
    # A full date may also stand before a stop: "NEW YORK, Fri, 15 Jul 2011."
    return tail[:1] in _ENDS or (tail[:1] in {".", "\n"} and written_year(atom) is not None)


def _is_spot(head: str, language: str) -> bool:
    """Whether what stands before a date is the name of a place, perhaps with its country or an agency."""
    parts = [part.strip(" -–—)") for part in re.split(r"[,(]", head)]
    place, *others = [part for part in parts if part] or [""]
    if any(len(part.split()) > _BESIDE_WORDS for part in others):
        return False
    return any(
        hit.start == 0 and hit.end == len(place) and hit.entry(Sort.SPOT, Sort.CAPITAL)
        for hit in scan(place, language)
    )
