"""What only sets the scene of an act: after what, against what background. Called by ties and venues."""

from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger

_STOPS = frozenset(',;:()«»“”"')


def aside(parsed: Parsed, trigger: Trigger) -> set[int]:
    """The tokens of what only sets the scene of a trigger: "after the storming of its embassy in Tehran"."""
    words, found = parsed.sentence.words, set[int]()
    opening = parsed.words.cues["aside_firsts"]
    if opening.isdisjoint(parsed.said):
        return found
    for at in parsed.parse.clauses[trigger.clause].tokens:
        if words[at] not in opening or at in found:
            continue
        if at in parsed.dated or _hour(parsed, at):
            continue  # "In June of the following year the police arrested"
        if not _background(parsed, at) and (
            words[at] not in parsed.words.cues["scene_words"] or _witnesses(parsed, at)
        ):
            continue
        end = at + 1
        while end < len(words) and words[end] not in _STOPS and end != trigger.head:
            end += 1
        if end == len(words) or words[end] in _STOPS:
            found |= set(range(at, _past_name(parsed, at, end)))
    return found


def _hour(parsed: Parsed, at: int) -> bool:
    """Whether a word only tells the time of day: "landed before dawn in Oslo", not "after the dawn raid"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    told = next(
        (i for i in range(at + 1, min(at + _HOUR, len(words) - 1)) if words[i] in cues["hours"]), None
    )
    if told is None:
        return False
    behind = words[told + 1]
    return (
        not behind[0].isalpha()
        or behind in cues["place_words"] | cues["adjuncts"]
        or told + 1 in parsed.dated
    )


_HOUR = 4
"""How far behind "before" the time of day may stand: « peu avant l'aube »."""


def _background(parsed: Parsed, at: int) -> bool:
    """Whether words begin that tell in spite of what or by whose pressure: "defying Moscow, X signed"."""
    words = parsed.sentence.words
    return any(words[at : at + len(form)] == form for form in parsed.words.backgrounds.get(words[at], ()))


def _past_name(parsed: Parsed, at: int, comma: int) -> int:
    """Where a name ends that stands between commas behind its title: "after a call to the president, X,"."""
    words, cues, end = parsed.sentence.words, parsed.words.cues, comma + 1
    inside = words[at + 1 : comma]
    if not inside or inside[0] in cues["subordinators"] or cues["tied"].isdisjoint(inside):
        return comma  # "after a policewoman, X, was shot"
    if any(i in parsed.parse.verbs and parsed.parse.verbs[i].finite for i in range(at, comma)):
        return comma
    while end < len(words) and parsed.sentence.capitals[end]:
        end += 1
    closed = words[comma : comma + 1] == words[end : end + 1] == (",",) and end > comma + 1
    listed = parsed.sentence.capitals[end + 1 : end + 2] == (True,)  # "before the vote, A, B and C declared"
    return end if closed and not listed else comma


def _witnesses(parsed: Parsed, at: int) -> bool:
    """Whether people follow before whom something is done: "signed before Bill Clinton"."""
    names = parsed.sentence.capitals[at + 1 : at + 3]
    return parsed.sentence.words[at] in parsed.words.cues["witness_words"] and len(names) == 2 and all(names)
