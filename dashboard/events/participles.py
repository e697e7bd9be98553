"""Participles that describe a noun: whose date it is, who does what they tell.

Called by attachment and sides.
"""

from dashboard.events.agents import OPINIONS
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger


def of_a_state(parsed: Parsed, trigger: Trigger, first: int) -> float:
    """A penalty for a participle that only describes: "the elected president", « la ville assiégée »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if trigger.noun or not trigger.passive or predicate(parsed, trigger):
        return 0.0
    if not trigger.head and "," in words[trigger.end : first] and parsed.parse.clauses[trigger.clause].finite:
        return 3.0  # « Désigné par X, Y entame lundi une médiation »
    before = next((words[i] for i in range(trigger.head - 1, -1, -1) if words[i] not in _QUOTES), ",")
    if not before.isalpha():
        return 0.0
    if trigger.head > 1 and words[trigger.head - 2] == "," and "," in words[trigger.end : first]:
        return 6.0  # « entre A, médiateur désigné par l'Union, et B lundi »
    main = any(
        t.clause == trigger.clause and first < t.head < trigger.head and predicate(parsed, t)
        for t in parsed.triggers
    )
    if main:
        return 3.0  # "On Thursday they demanded the return of the president elected"
    by = not cues["by_words"].isdisjoint(words[trigger.end : trigger.end + 3])
    far = first < trigger.head or first - trigger.end > 1
    return 6.0 if words[trigger.head] in cues["state_participles"] and far and not by else 0.0


def absolute(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a participle only tells what came before: « Moscou ayant refusé, Washington a frappé »."""
    helper = None if trigger.noun else parsed.parse.verbs.get(trigger.head - 1)
    if helper is None or helper.tenses != {"gerund"}:
        return False
    helps = any(lemma in parsed.words.cues["helpers"] for lemma, _ in helper.readings)
    return helps and any(i > trigger.head for i in parsed.parse.clauses[trigger.clause].finite)


_QUOTES = frozenset('«»“”"')


def begun_then(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a participle says when what a noun tells was begun: « la trêve fragile entamée dimanche »."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    at = first - 1
    verb = verbs.get(at)
    if verb is None or verb.finite or "participle" not in verb.tenses or not 0 <= at - trigger.end <= _SHORT:
        return False
    between = words[trigger.end : at]
    plain = all(word.isalpha() and word not in cues["determiners"] | cues["of_words"] for word in between)
    return plain and any(lemma in cues["conducts"] for lemma, _ in verb.readings)


def told_by_participle(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date belongs to a participle of another noun: « a critiqué le barrage construit en 2014 »."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    start = first if words[first] in cues["place_words"] else first - 1
    if words[start] not in cues["place_words"]:
        return False
    at = start - 1
    if at - 1 <= trigger.head or at < trigger.end or at in trigger.used or at in parsed.dated:
        return False
    verb, noun = verbs.get(at), words[at - 1]
    known = verb is not None and "participle" in verb.tenses and not verb.finite
    like = known or (verb is None and len(words[at]) > _SHORT + 2)
    plain = noun.isalpha() and len(noun) > _SHORT and noun not in cues["determiners"] | cues["adjectives"]
    held = any(i in verbs for i in range(max(0, at - 2), at))  # « a été construit », « avait entamé »
    own = trigger.noun and trigger.end == at  # « l'accord signé en 2015 »
    said = words[at].endswith(parsed.words.ordered["told_by_endings"])
    return like and said and plain and not held and not own and not parsed.sentence.capitals[at]


def dated_apart(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date is that of a participle set apart: "went home under a pact, initialled in May"."""
    words, marks = parsed.sentence.words, parsed.words.cues["infinitive_marks"]
    return any(
        trigger.head < other.head < first and not other.noun and not predicate(parsed, other)
        and (other.passive or (marks and "participle" in other.tenses))
        and (other.weight > 1 or not trigger.noun)  # « l'embargo, décidé en juin »
        and other.clause == trigger.clause
        and words[other.head - 1] == "," and "," not in words[other.head : first]
        for other in parsed.triggers
    )  # fmt: skip


_SHORT = 2
"""More letters than this has a noun."""


def _main_verb(parsed: Parsed, trigger: Trigger, one: Seen) -> int | None:
    """The verb whose object has a participle, one being its subject: "A denounced the blockade imposed"."""
    words, verbs, cues = parsed.sentence.words, parsed.parse.verbs, parsed.words.cues
    if trigger.noun or not trigger.passive or trigger.kind.frame == "shared" or predicate(parsed, trigger):
        return None
    between = [i for i in range(one.last, trigger.head) if i in verbs]
    lets = any(
        lemma in cues["lets_be_done"] | cues["receives"] for i in between for lemma, _ in verbs[i].readings
    )
    main = next((i for i in reversed(between) if verbs[i].finite), None)
    if main is None or lets or words[trigger.head - 1] == ",":
        return None
    joined = not cues["coordinators"].isdisjoint(words[main : trigger.head])  # "was suspended and removed"
    return None if joined else between[-1]


def side_of_speaker(parsed: Parsed, trigger: Trigger, one: Seen) -> str:
    """The side of one before a participle: none of who speaks of the act, its own of who keeps it up."""
    if (verb := _main_verb(parsed, trigger, one)) is None:
        return "object"
    told = [one.kind.type for one in parsed.triggers if not one.noun and one.head == verb]
    spoken = "STATEMENT" in told or not OPINIONS.isdisjoint(told)
    lemmas = {lemma for lemma, _ in parsed.parse.verbs[verb].readings}
    keeps = not lemmas.isdisjoint(parsed.words.cues["keeps_up"])
    return "subject" if trigger.kind.type in _KEPT_UP and keeps and not spoken else ""


_KEPT_UP = frozenset({"SANCTION", "COERCE", "AID"})
"""Types of acts that go on: who lifts or keeps up "the sanctions imposed in 2014" has imposed them."""
