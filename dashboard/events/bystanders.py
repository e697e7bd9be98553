"""Who is named beside an act and takes no part in it: sources, those left out, those who wish it well.

Called by ``casting`` and ``agents``.
"""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen, brokered, listed
from dashboard.events.triggers import Trigger


def is_source(parsed: Parsed, one: Seen) -> bool:
    """Whether a mention is only quoted as a source: "selon l'AFP", "according to Reuters"."""
    if not one.first:
        return False
    if _says_what(parsed, one):
        return True
    lead = parsed.sentence.words[max(0, one.first - 4) : one.first]
    if "," in lead:  # "According to the Kremlin, X spoke"
        lead = lead[len(lead) - lead[::-1].index(",") :]
    words = " ".join(lead).replace("' ", "'") + " "
    return any(cue in words for cue in parsed.words.ordered["sources"])


def _says_what(parsed: Parsed, one: Seen) -> bool:
    """Whether one only says what something was: "hit with what Peruvian police say was a drone"."""
    what, words = parsed.words.cues["what_words"], parsed.sentence.words
    if not what or words[parsed.lead(one.first)] not in what:
        return False
    near = words[one.last : one.last + _SAYS]
    told = {lemma for word in near for lemma, _ in parsed.words.verbs.get(word, ())}
    return not told.isdisjoint(parsed.words.sayings | parsed.words.cues["speaks_of"])


_SAYS = 3
"""How far behind who says it the verb may stand: "what Peruvian police investigators say"."""


def without(parsed: Parsed, one: Seen) -> bool:
    """Whether a mention stands for one that was not there: "without China"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if not cues["without_words"].isdisjoint(words[max(0, one.first - 2) : one.first]):
        return True
    at, verbs = one.first - 1, parsed.parse.verbs
    while at >= 0 and (words[at] in cues["determiners"] or words[at] in cues["of_words"]):
        at -= 1
    if at >= 0 and words[at] in cues["unlike_words"]:
        return True  # "Denmark, unlike Norway, joined"
    while at > one.first - _MARGINS and at > 0 and words[at] != "," and at not in verbs:
        if words[at] in cues["leading_in"]:
            return False
        at -= 1
        if words[at] in cues["unlike_words"] and words[at + 1] in cues["of_words"]:
            return True  # "on the sidelines of the 76th session of the Assembly"
    return False


_MARGINS = 9
"""How far before an assembly the margins may stand on which others met."""


def backs(parsed: Parsed, one: Seen) -> bool:
    """Whether one only wishes an act well: "sued with the backing of X", "marched in with X's blessing"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = one.first - 1
    while at > 0 and (words[at] in cues["of_words"] or words[at] in cues["known_by"]):
        at -= 1
    if at > 0 and at < one.first - 1 and words[at] in cues["backing"]:
        return any(word in cues["with_words"] for word in words[max(0, at - 3) : at])
    own = words[one.last : one.last + 1] == ("'s",) and not cues["backing"].isdisjoint(
        words[one.last + 1 : one.last + 3]
    )
    return own and one.first > 0 and words[one.first - 1] in cues["with_words"]


def owns(parsed: Parsed, one: Seen) -> bool:
    """Whether something is somebody's own: "Hamas's onslaught"."""
    return parsed.sentence.words[one.last : one.last + 1] == ("'s",)


def owned(parsed: Parsed, near: Sequence[Seen], trigger: Trigger) -> list[Seen]:
    """The mentions without those before the owner of an act: A does nothing in "A discussed B's visit"."""
    start = min(trigger.used)
    owner = next(
        (i for i, one in enumerate(near) if owns(parsed, one) and 0 < start - one.last <= _ITS_OWN), None
    )
    if not trigger.noun or owner is None or trigger.kind.type not in _OWN_ACTS:
        return list(near)
    between = range(near[owner].last, start)
    if any(i in parsed.parse.verbs or parsed.sentence.words[i] in ",;:" for i in between):
        return list(near)
    while owner and listed(parsed, near[owner - 1], near[owner]):
        owner -= 1
    return list(near[owner:])


_OWN_ACTS = frozenset({"ASSAULT", "CONSULT"})
"""Types of nouns whose owner does what they tell, and not who speaks of it."""
_ITS_OWN = 5
"""How far behind its owner an act may stand: "'s deadly 7 October onslaught"."""


def behind(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether one only stands behind those who act: "rebels backed by Rwanda captured the town"."""
    at = parsed.lead(one.first)
    on = parsed.sentence.words[at - 1] in parsed.words.cues["tied"]  # "urged on by Mali"
    verb = parsed.parse.verbs.get(at - 2 if on else at - 1)
    by = parsed.sentence.words[at] in parsed.words.cues["by_words"]
    if verb is None or brokered(parsed, one) or sent(parsed, one):
        return False
    if parsed.sentence.words[verb.at] in parsed.words.cues["voice_words"] and not verb.finite:
        return False  # "envoys led by X", "Denmark, joined by Norway, protested"
    if trigger.noun and one.last <= min(trigger.used) <= one.last + _ITS_OWN and owns(parsed, one):
        return False  # "the war, triggered by Hamas's October onslaught"
    apart = not (verb.finite or _told(parsed, verb.at)) or parsed.sentence.words[verb.at - 1] == ","
    return by and apart and verb.at != trigger.head and one.first < trigger.head


def _told(parsed: Parsed, at: int) -> bool:
    """Whether a participle is its clause's verb: "was wanted by Mali", « avait été cédée par l'Espagne »."""
    helpers = (parsed.parse.verbs.get(i) for i in range(at - _HELPER, at))
    be = parsed.words.cues["be"]
    return any(verb is not None and any(lemma in be for lemma, _ in verb.readings) for verb in helpers)


_HELPER = 2
"""How far before its participle the helper may stand."""


def all_behind(parsed: Parsed, seen: Sequence[Seen], trigger: Trigger) -> list[Seen]:
    """Those who only stand behind the actors, with who is listed with them: "backed by A and B, C signed"."""
    found: list[Seen] = []
    open_list: list[Seen] = []
    links = parsed.words.cues["coordinators"]
    for one in seen:
        last = [*found, *open_list][-1:]
        if behind(parsed, one, trigger):
            found.append(one)
        elif last and one.last <= trigger.head and listed(parsed, last[0], one):
            open_list.append(one)  # of a list only if "and" closes it: "backed by A, B signed"
            if not links.isdisjoint(parsed.sentence.words[last[0].last : one.first]):
                found += open_list
        if one in found:
            open_list = []
    return found


def sent(parsed: Parsed, one: Seen) -> bool:
    """Whether one sends what then strikes: "a drone launched by the Houthis hit a ship"."""
    words, verbs = parsed.sentence.words, parsed.parse.verbs
    at = next((i for i in range(one.first - 1, max(-1, one.first - 4), -1) if i in verbs), None)
    by = not parsed.words.cues["by_words"].isdisjoint(words[max(0, one.first - 2) : one.first])
    return (
        by and at is not None and any(lemma in parsed.words.cues["sends"] for lemma, _ in verbs[at].readings)
    )


def only_reads(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether somebody only speaks of a text that others made: "he praised the accord signed in 2015"."""
    if trigger.noun or trigger.kind.type != "AGREE":
        return False
    # "the accord signed", and what is "denounced the deal" in one word for the reader
    texts = (each for each in parsed.triggers if each.noun or len(each.used) > 1)
    text = next((each for each in texts if 0 < trigger.head - max(each.used) <= _NEXT), None)
    if text is None or one.last > min(text.used):
        return False
    making = {each.head for each in parsed.triggers if each.kind.type == "AGREE"}
    between = range(one.last, max(text.used))
    return any(i in parsed.parse.verbs and i not in making for i in between)


_NEXT = 2
"""How far behind a text's noun its participle may stand: "the peace accord finally signed"."""
