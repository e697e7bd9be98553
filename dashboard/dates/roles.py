"""What an expression is for: to date an event, or a deadline, a name, a biography, the publication.

``reader`` calls this; the words that tell are the language's (``[roles]`` of its file).
"""

from dashboard.dates.lexicon import Lexicon
from dashboard.dates.ranges import Stated
from dashboard.dates.tokens import Tokens
from dashboard.model import Article, BlockKind, TimexRole

_BIOGRAPHY_REACH = 5


def role_of(one: Stated, tokens: Tokens, lexicon: Lexicon, article: Article) -> TimexRole:
    """The role of an expression in its article."""
    fixed = one.atom.slots.get("role")
    if fixed:
        return TimexRole(str(fixed))
    first = one.atom.first
    before = [tokens.entries[i].word for i in range(max(0, first - _BIOGRAPHY_REACH), first)]
    if any(
        block.kind is BlockKind.BYLINE and block.start <= one.start < block.end for block in article.blocks
    ):
        return TimexRole.PUBLICATION
    if tokens.follows(first, lexicon.roles.get("deadline", ())):
        return TimexRole.DEADLINE
    born = frozenset(lexicon.roles.get("biography", ()))
    if born & set(before):
        return TimexRole.BIOGRAPHY
    return TimexRole.EVENT
