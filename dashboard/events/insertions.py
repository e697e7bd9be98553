"""Dates set into a noun phrase, or into a phrase in front that tells after what.

Called by attachment and ties.
"""

from dashboard.events.parsed import Parsed
from dashboard.events.triggers import Trigger


def past_date(parsed: Parsed, comma: int) -> int:
    """Where a noun phrase goes on behind a date set into it, or ``comma``: « sa visite, le 3 mai, de X »."""
    words, end = parsed.sentence.words, comma + 1
    while end < len(words) and (end in parsed.dated or (end == comma + 1 and end + 1 in parsed.dated)):
        end += 1
    set_in = end > comma + 1 and words[comma] == "," and words[end : end + 1] == (",",)
    goes_on = set_in and end + 1 < len(words) and words[end + 1] in parsed.words.cues["of_words"]
    return end + 1 if goes_on else comma


def next_stop(parsed: Parsed, start: int) -> int:
    """Where a phrase that goes on from a token ends at a comma or the like, dates set into it passed over."""
    words, at = parsed.sentence.words, start
    while at < len(words):
        if words[at] in ",;:":
            if (behind := past_date(parsed, at)) == at:
                return at
            at = behind
        at += 1
    return at


def set_in(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date is set into the noun phrase of a trigger: « l'arrestation à Minsk, lundi, de X »."""
    comma = next((i for i in range(first - 1, trigger.end - 1, -1) if parsed.sentence.words[i] == ","), first)
    between = range(trigger.end, comma)
    return past_date(parsed, comma) != comma and not any(
        i in parsed.parse.verbs or parsed.sentence.words[i] in ",;:()«»" for i in between
    ) and not any(other.noun and other.head in between for other in parsed.triggers)  # fmt: skip


def in_scene(parsed: Parsed, trigger: Trigger, last: int) -> bool:
    """Whether a date stands in a phrase in front: « Après sa visite à Rome lundi, X a démissionné »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    start = min(trigger.used)
    lead = next((i for i in range(start - 1, max(-1, start - _FRONT), -1) if words[i] in cues["after"]), None)
    opens = lead is not None and (lead == 0 or words[lead - 1] == ",")
    comma = next((i for i in range(last, len(words)) if words[i] in ",;:"), None)
    if lead is None or not opens or comma is None:
        return False
    plain = not any(i in parsed.parse.verbs and parsed.parse.verbs[i].finite for i in range(lead, comma))
    return plain and any(i in parsed.parse.verbs for i in range(comma, len(words)))


_FRONT = 4
"""How far before its noun "after" may stand."""


def noun_of(parsed: Parsed, first: int, last: int) -> int | None:
    """Where a date is set behind a noun and before its "of", or None: « la chute [en 2011] du régime »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    start = first if words[first] in cues["place_words"] else first - 1
    if start < 2 or words[start] not in cues["place_words"] or cues["infinitive_marks"]:
        return None
    noun = words[start - 1]
    plain = noun.isalpha() and not parsed.sentence.capitals[start - 1] and start - 1 not in parsed.parse.verbs
    told = words[start - 2] in cues["determiners"] and plain and last + 1 < len(words)
    whose = told and words[last] in cues["of_words"]
    opens = whose and (words[last + 1] in cues["determiners"] or parsed.sentence.capitals[last + 1])
    return start if opens or (whose and words[last] in ("du", "des")) else None


def eve_of(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date is only the eve of a gathering: « À la veille du sommet vendredi, X a rencontré Y »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    lead = [
        word
        for word in words[max(0, min(trigger.used) - 3) : min(trigger.used)]
        if word not in cues["known_by"]
    ]
    after = trigger.noun and len(lead) > 1 and lead[-1] in cues["of_words"] and lead[-2] in cues["eves"]
    return after and words[first] not in cues["of_words"] and words[first - 1] not in cues["of_words"]


def scene_date(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date is of what happened before: « revendique la région depuis la partition en 1947 »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    start = first if words[first] in cues["place_words"] else first - 1
    if trigger.noun or words[start] not in cues["place_words"] or cues["infinitive_marks"]:
        return False
    for i in range(start - 1, max(trigger.end - 1, start - _SCENE), -1):
        if i in parsed.parse.verbs or i in parsed.dated or words[i] in ",;:()":
            return False
        if words[i] in cues["since"]:
            return start - i > 1 and words[i + 1] in cues["determiners"]
    return False


_SCENE = 9
"""How far before a date "since" may stand, and behind it what has been since then."""


def in_aside(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date belongs to what brackets tell beside the act: « la répression (six morts le 3) »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    opened = next((i for i in range(first - 1, -1, -1) if words[i] in "()"), None)
    if opened is None or words[opened] == ")" or trigger.head > opened:
        return False
    if trigger.noun and trigger.end == opened:
        return False
    small = cues["determiners"] | cues["place_words"]
    return any(
        words[i].isalpha()
        and words[i] not in small
        and i not in parsed.dated
        and not parsed.sentence.capitals[i]
        for i in range(opened + 1, first)
    )
