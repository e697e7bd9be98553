"""Names with the offices that stand before them. Called by sides."""

from dataclasses import replace

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen


def with_title(parsed: Parsed, one: Seen) -> Seen:
    """The mention from where the office before a name begins: "the secretary for political affairs, X"."""
    title = one.mention.role.split()
    if len(title) < _LONG_TITLE or one.mention.rule != "role before":
        return one
    opening = title[0].replace("’", "'").partition("'")[0].casefold()
    start = one.first - len(title)
    for at in range(start, max(-1, start - 3), -1):
        if at >= 0 and parsed.sentence.words[at] == opening:
            return replace(one, first=at)
    return one


_LONG_TITLE = 3
"""The least words of an office that may hold a preposition of its own."""
