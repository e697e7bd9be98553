"""What stands between commas behind a name and tells who somebody is. Called by casting and sides."""

from collections.abc import Sequence

from dashboard.events.bearers import with_title
from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen

_LONG = 32
"""The most words that such a description may have."""
_MARKS = frozenset(";.:«»“”")


def only_office(parsed: Parsed, one: Seen, before: Sequence[Seen]) -> bool:
    """Whether one only tells whose office somebody holds: « X, envoyé de A et médiateur de B, a reçu »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    named = next((other for other in reversed(before) if _opened(parsed, other)), None)
    if named is None or one.mention.form == "role":
        return False
    end = next((i for i in range(one.last, len(words)) if words[i] == ","), None)
    inside = range(named.last + 1, one.first)
    if end is None or not _plain(parsed, named.last + 1, end) or any(words[i] == "," for i in inside):
        return False
    at = parsed.lead(one.first, "determiners")
    chosen = words[at] in cues["by_words"] and at - 1 in parsed.parse.verbs
    short = words[at] == "("  # the short form of a name already told
    return chosen or short or (words[at] in cues["of_words"] and at > named.last + 1)


def heads_names(parsed: Parsed, one: Seen, following: Sequence[Seen]) -> bool:
    """Whether one only tells whose officers or members come next: "the director of the police, X, said"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = one.first - 1
    at = at if words[at] in cues["of_words"] else parsed.lead(one.first, "determiners")
    if one.mention.form in ("role", "plural", "pronoun") or at < 1 or words[at] not in cues["of_words"]:
        return False
    start, least = at, max(0, at - _LONGER)
    while start > least and start - 1 not in parsed.dated and _common(parsed, start - 1, start):
        start -= 1
    led = start > 0 and words[start - 1].isalpha() and start - 1 not in parsed.dated
    if led or words[start] not in cues["determiners"]:
        return False  # "in a statement of the EU, X said"
    end = next((i for i in range(one.last, min(one.last + _BRACKET, len(words))) if words[i] in _OPENS), -1)
    named = next((o for o in following if end < o.first and o.mention.form != "demonym"), None)
    if end < 0 or named is None or named.mention.form != "name" or not _common(parsed, end + 1, named.first):
        return False
    return named.first - end <= _OFFICE


_LONGER = 8
"""How many words an office may have: « les ministres des affaires étrangères du »."""
_OFFICE = 5
"""How many words a title before a name may have."""
_OPENS = frozenset(",-–—")
"""What stands before the names of officers."""
_BRACKET = 4
"""How far behind a name the comma may stand, with the short form in brackets between."""


def _common(parsed: Parsed, start: int, end: int) -> bool:
    """Whether only common nouns and articles stand among words: no verb, no name, no preposition."""
    words, cues = parsed.sentence.words, parsed.words.cues
    small = cues["place_words"] | cues["by_words"] | cues["with_words"] | cues["coordinators"]
    return not any(
        not words[i][0].isalpha() or words[i] in small or i in parsed.parse.verbs for i in range(start, end)
    )


def past_description(parsed: Parsed, made: Sequence[tuple[Seen, str]], one: Seen) -> str:
    """The side of a name that is paired with one: « entre X, médiateur de l'Union, et [Y] »; or ""."""
    words, cues, one = parsed.sentence.words, parsed.words.cues, with_title(parsed, one)
    at = parsed.lead(one.first, "determiners")
    if at < 1 or words[at] not in cues["coordinators"] or words[at - 1] != ",":
        return ""
    for other, side in reversed(made):
        between = words[max(0, other.first - 3) : other.first]
        if _opened(parsed, other) and not cues["between_words"].isdisjoint(between):
            inside = any(words[i] == "," for i in range(other.last + 1, at - 1))
            return side if not inside and _plain(parsed, other.last + 1, at - 1) else ""
    return ""


def _opened(parsed: Parsed, named: Seen) -> bool:
    """Whether a description without an article begins behind a name: « X, médiateur »."""
    words, cues, start = parsed.sentence.words, parsed.words.cues, named.last + 1
    if named.mention.form != "name" or words[named.last : start] != (",",) or start >= len(words):
        return False
    small = cues["determiners"] | cues["place_words"] | cues["coordinators"] | cues["subordinators"]
    small = small | cues["relatives"] | cues["with_words"] | cues["by_words"] | cues["of_words"]
    plain = words[start].isalpha() and words[start] not in small and start not in parsed.parse.verbs
    return plain and not parsed.sentence.capitals[start] and start not in parsed.dated


def _plain(parsed: Parsed, start: int, end: int) -> bool:
    """Whether no verb is finite among words, and no other sentence part begins."""
    words, verbs = parsed.sentence.words, parsed.parse.verbs
    finite = any(i in verbs and verbs[i].finite for i in range(start, end))
    return 0 < end - start <= _LONG and not finite and _MARKS.isdisjoint(words[start:end])
