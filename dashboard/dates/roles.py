"""What an expression is for: to date an event, or a deadline, a name, a biography, the publication.

``reader`` calls this; the words that tell are the language's (``[roles]`` of its file).
"""

from collections.abc import Sequence
from datetime import date

from dashboard.dates import reasons
from dashboard.dates.dateline import is_publication
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.ranges import Stated, names_edge
from dashboard.dates.tokens import Tokens
from dashboard.model import Article, Granularity, TimexRole

_BIOGRAPHY_REACH = 8
_NAME_REACH = 3
_LIFETIME = 25


def role_of(one: Stated, tokens: Tokens, lexicon: Lexicon, article: Article) -> TimexRole:
    """The role of an expression in its article."""
    if fixed := one.atom.slots.get("role"):
        return TimexRole(str(fixed))
    if reasons.NO_SUCH_DAY in one.reading.reasons:
        return TimexRole.EVENT
    if is_publication(one.atom, article, tokens, lexicon):
        return TimexRole.PUBLICATION
    if _is_deadline(one, tokens, lexicon, article):
        return TimexRole.DEADLINE
    first = one.atom.first
    if _told_by(lexicon.roles.get("biography", ()), tokens, first, _BIOGRAPHY_REACH):
        return TimexRole.BIOGRAPHY
    if tokens.follows(first, lexicon.links.get("of", ())) and _told_by(
        lexicon.roles.get("calamities", ()), tokens, first - 1, 1
    ):
        return TimexRole.NAME
    if one.when is not None and one.when.granularity is Granularity.YEAR and not one.reading.mod:
        named = _told_by(lexicon.roles.get("named", ()), tokens, first - 1, _NAME_REACH)
        if named and tokens.follows(first, lexicon.links.get("of", ())):
            return TimexRole.NAME
        if _is_lifetime(one, tokens):
            return TimexRole.BIOGRAPHY
    return TimexRole.EVENT


def _is_lifetime(one: Stated, tokens: Tokens) -> bool:
    """Whether two years in brackets lie a lifetime apart: "Edward Kennedy (1932-2009)"."""
    when, before = one.when, tokens.entries[max(0, one.atom.first - 1)].word
    if when is None or when.earliest is None or when.latest is None or before != "(":
        return False
    return when.latest.year - when.earliest.year >= _LIFETIME


def _told_by(words: Sequence[str], tokens: Tokens, index: int, reach: int) -> bool:
    """Whether one of some words stands right before a token."""
    return any(entry.word in words for entry in tokens.entries[max(0, index - reach) : max(0, index)])


def _at_the_latest(one: Stated, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words behind a date make it one: "on Friday at the latest"."""
    entries = tokens.entries[one.atom.last + 1 : one.atom.last + 1 + _BEHIND]
    told = " ".join(entry.word for entry in entries)
    return any(told.startswith(words) for words in lexicon.roles.get("deadline_behind", ()))


_BEHIND = 3
"""How many words behind a date may say that it is a deadline."""


def _due(one: Stated, published: date) -> bool:
    return one.when is None or one.when.latest is None or one.when.latest >= published


def _is_deadline(one: Stated, tokens: Tokens, lexicon: Lexicon, article: Article) -> bool:
    """Whether "by" or "before" stands there, and the day is not past; "within" before a duration."""
    if one.reading.type == "DURATION":
        return bool(tokens.follows(one.atom.first, lexicon.roles.get("within", ())))
    if _at_the_latest(one, tokens, lexicon):
        return one.when is None or article.published is None or _due(one, article.published)
    if not tokens.follows(one.atom.first, lexicon.roles.get("deadline", ())):
        return False
    if one.when is None or article.published is None:
        return True
    before = tokens.follows(one.atom.first, lexicon.links.get("before", ()))
    begins = before and not names_edge(one, "END", tokens, lexicon)
    due = one.when.earliest if begins else one.when.latest
    return due is None or due >= article.published
