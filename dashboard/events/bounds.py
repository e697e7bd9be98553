"""Which words of a sentence may name those who take part in an act that stands apart. Called by casting."""

from dashboard.events.insertions import next_stop
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.ties import Seen, possessed
from dashboard.events.triggers import Trigger


def set_apart(parsed: Parsed, trigger: Trigger) -> range | None:
    """The words of a participle between commas, which tells of the noun before it: ", arrested in Nice,".

    Those of brackets for what is told in them: « la répression de la marche (six morts le 31 mai) ».
    """
    words = parsed.sentence.words
    if (inside := _bracket(words, trigger.head)) is not None:
        return inside
    if trigger.noun or not trigger.passive or not trigger.head or words[trigger.head - 1] != ",":
        return None
    if predicate(parsed, trigger):
        return None
    start = trigger.head - 1  # the noun with all that hangs on it: "talks between A and B, resumed in June"
    while start > 0 and words[start - 1] not in ",;:" and not _finite(parsed, start - 1):
        start -= 1
    later = [i for i in parsed.parse.clauses[trigger.clause].finite if i > trigger.head]
    verbs = parsed.parse.verbs
    if not later and all(i in parsed.dated or i in verbs for i in range(start, trigger.head - 1)):
        start = min(parsed.parse.clauses[trigger.clause].tokens)  # "X left on Monday, arrested by the police"
    until = later[0] if later else len(words)
    commas = [i for i in range(trigger.head, until) if words[i] == ","]
    return range(start, commas[-1] if commas and later else until)


def _bracket(words: tuple[str, ...], head: int) -> range | None:
    """The words of the brackets in which a token stands; None where it stands in none."""
    if "(" not in words[1:head]:
        return None
    opened = next(i for i in range(head - 1, 0, -1) if words[i] in "()")
    closed = next((i for i in range(head, len(words)) if words[i] == ")"), None)
    return range(opened, closed) if words[opened] == "(" and closed is not None else None


def _finite(parsed: Parsed, at: int) -> bool:
    return at in parsed.parse.verbs and parsed.parse.verbs[at].finite


def scenery_of(parsed: Parsed, trigger: Trigger) -> range | None:
    """The words of a phrase that sets the scene by an act of others: "on the eve of their vote, X said"."""
    if not trigger.noun or trigger.kind.frame == "shared" or possessed(parsed, trigger):
        return None
    words, cues = parsed.sentence.words, parsed.words.cues
    start = min(trigger.used)
    for i in range(start - 1, max(-1, start - _LEAD), -1):
        if i in parsed.parse.verbs or words[i] in ",;:":
            return None
        counted = words[i] in cues["anchors"] and i > 0 and words[i - 1] in cues["determiners"]
        if counted or words[i] in cues["scene_words"]:
            return range(i, next_stop(parsed, trigger.end))
    return None


_LEAD = 6
"""How far before a noun the word may stand that makes a scene of it."""


_PAIR = 9
"""How far behind "between" the second of two may stand."""


def theme(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether talks are only about one: "discussed the future of Kosovo", « l'avenir du Kosovo »."""
    if trigger.kind.type != "CONSULT" or one.mention.form not in ("name", "metonym", "nominal", "alias"):
        return False
    words, cues = parsed.sentence.words, parsed.words.cues
    for i in range(one.first - 1, max(0, one.first - _PAIR), -1):
        if i in parsed.parse.verbs or words[i] in ",;:" or words[i] in cues["with_words"]:
            break
        if words[i] in cues["between_words"] and i - 1 not in trigger.used:
            return words[i - 1] in cues["topics"]  # "discussed the conflict between A and B"
    at = parsed.lead(one.first)
    return at > 0 and words[at] in cues["of_words"] and words[at - 1] in cues["themes"]
