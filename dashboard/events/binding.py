"""Whether a date is part of the noun phrase that tells an act: "the call of 3 March".

Called by attachment.
"""

from dashboard.events.governing import governed
from dashboard.events.insertions import in_scene, set_in
from dashboard.events.parsed import Parsed
from dashboard.events.participles import begun_then
from dashboard.events.triggers import Trigger

_OF_OLD, _YEAR = 5, 4
"""How many words may stand between a noun and its year, and how many digits that has."""


def bound(parsed: Parsed, trigger: Trigger, first: int, last: int) -> bool:
    """Whether the date is inside the trigger's noun phrase: "the call of 3 March", "Tuesday's summit"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if not trigger.noun:
        return False
    if last <= trigger.head:
        begin = min(trigger.used)
        gap = words[last:begin]
        close = len(gap) <= 4 and all(w in cues["adjectives"] or w == "'s" for w in gap)
        if gap[:1] == ("'s",):  # "last week's police raid"
            close = len(gap) <= 4 and not any(i in parsed.parse.verbs for i in range(last + 1, begin))
        article = words[first - 1] if first else ""
        if cues["infinitive_marks"] and words[first] in cues["known_by"]:  # "the 3 May attack"
            article = words[first]
        return close and (article in cues["determiners"] or (bool(gap) and gap[0] == "'s"))
    between = range(trigger.end, first)
    if len(between) > 8 or any(i in parsed.parse.verbs and parsed.parse.verbs[i].finite for i in between):
        return False
    if any(words[i] in ",;:()«»" for i in between):
        return set_in(parsed, trigger, first) or _set_apart(parsed, trigger, first, last)
    joined = {words[first], words[first - 1]}
    if joined & cues["of_words"]:
        return True
    if _of_old(parsed, trigger, first, last):
        return True
    if in_scene(parsed, trigger, last) or begun_then(parsed, trigger, first):
        return True
    if _by_whom(parsed, trigger, first):
        return True
    if governed(trigger, parsed):
        return False
    return not between or (len(between) == 1 and words[first - 1] in ("in", "on", "en"))


def in_force(parsed: Parsed, first: int) -> Trigger | None:
    """The noun of what is in force since a date: « un accord en vigueur depuis mai 2012 »; else None."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if first < _PHRASE + 1 or words[first - 1] not in cues["since"]:
        return None
    start = first - 1 - _PHRASE
    if " ".join(words[start : first - 1]) not in cues["in_force"]:
        return None
    ahead = [one for one in parsed.triggers if one.noun and one.end <= start and one.kind.type in _LASTING]
    noun = ahead[-1] if ahead else None
    if noun is None or noun.kind.code == "lifting" or any(words[i] in ";:()" for i in range(noun.end, start)):
        return None
    return noun


_PHRASE = 2
"""How many words "in force" has."""
_LASTING = frozenset({"AGREE", "COOPERATE", "SANCTION", "COERCE", "RETREAT", "SUSPEND"})
"""What may be in force."""


def _by_whom(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether what an act came after has its doer and its date: "after an airstrike by India in May"."""
    words, cues, capitals = parsed.sentence.words, parsed.words.cues, parsed.sentence.capitals
    start = min(trigger.used)
    scene = not cues["after"].isdisjoint(words[max(0, start - _LED) : start])
    if not scene or words[trigger.end : trigger.end + 1] == () or words[trigger.end] not in cues["by_words"]:
        return False
    named = list(range(trigger.end + 1, first))
    if named and words[named[-1]] in cues["place_words"]:
        named.pop()
    return bool(named) and all(capitals[i] or words[i] in cues["known_by"] for i in named)


_LED = 4
"""How many words before an act the "after" may stand behind which it is told."""


def _of_old(parsed: Parsed, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a year is a noun's, another date being its verb's: "condemned the killing of X in 1915 on"."""
    words, cues, dated = parsed.sentence.words, parsed.words.cues, parsed.dated
    between, year = words[trigger.end : first - 1], words[first]
    near = 1 < len(between) <= _OF_OLD and between[0] in cues["of_words"]
    own = (
        words[first - 1] in cues["place_words"]
        and last - first == 1
        and year.isdigit()
        and len(year) == _YEAR
    )
    here = parsed.parse.clause_of[first]
    later = any(i in dated and parsed.parse.clause_of[i] == here for i in range(last + 1, len(words)))
    return near and own and later and not any(i in parsed.parse.verbs for i in range(trigger.end, first))


def _set_apart(parsed: Parsed, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a date between commas is that of a noun behind "since": "since the death of A, on 7 July,"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    cut = first - 1 if words[first - 1] == "," else first - 2
    lead = words[max(0, min(trigger.used) - 3) : min(trigger.used)]
    if not cues["anchors"].isdisjoint(words[max(0, min(trigger.used) - 5) : min(trigger.used)]):
        return False  # "Four days after the invasion of A, on 6 August, B imposed"
    return (
        trigger.end < cut
        and words[cut] == ","
        and words[trigger.end] in cues["of_words"]
        and words[last : last + 1] in ((",",), (".",), (";",))
        and "," not in words[trigger.end : cut]
        and not cues["scene_words"].isdisjoint(lead)
    )
