"""Names with the office before them or their state in brackets. Called by sides and casting."""

from collections.abc import Sequence
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


def bracketed(parsed: Parsed, one: Seen, people: Sequence[Seen]) -> bool:
    """Whether a state in brackets only tells whose somebody is: "the envoys Igor Popov (Russia) and"."""
    words, at = parsed.sentence.words, one.first - 1
    at -= at > 0 and words[at] in parsed.words.cues["determiners"]
    alone = words[one.last : one.last + 1] == (")",)
    named = parsed.sentence.capitals[at - 1] or any(other.last == at for other in people)
    return alone and at > 0 and words[at] == "(" and named


def headed(parsed: Parsed, one: Seen) -> bool:
    """Whether a state only heads what is told of it: "On Libya, the ministers rejected the plan"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = one.first - (one.first > 0 and words[one.first - 1] in cues["known_by"])
    return at == 1 and words[0] in cues["topic_words"] and words[one.last : one.last + 1] == (",",)
