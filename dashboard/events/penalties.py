"""What speaks for and against a trigger as the act that a date dates. Called by attachment."""

from dashboard.events.parsed import Parsed
from dashboard.events.passives import goes_on_helped
from dashboard.events.quoting import after_quote, group_start
from dashboard.events.triggers import Trigger
from dashboard.events.verbs import helper_near

TEXTS = frozenset({"agreement", "ratification", "resolution", "decision", "founding"})
"""Kinds whose noun may also be the text that an act left: "under the accord of 3 June"."""


def adjunct(parsed: Parsed, trigger: Trigger) -> float:
    """A penalty for a noun that is negated, or sets the scene for a verb: "at the conference, X said"."""
    if not trigger.noun:
        return 0.0
    start = min(trigger.used)
    lead = parsed.sentence.words[max(0, start - 4) : start]
    if not parsed.words.cues["negating_determiners"].isdisjoint(lead[-2:]):
        return 3.0
    if trigger.kind.code in TEXTS and _limited(parsed, lead):
        return 9.0
    if not parsed.words.cues["without_words"].isdisjoint(lead[-2:]):
        return 9.0
    if _far_from(parsed, start) or _remembered(parsed, start):
        return 9.0
    if trigger.kind.code in TEXTS and lead[-1:] and lead[-1] in parsed.words.cues["demonstratives"]:
        return 9.0  # « J'amène ce matin ces accords »
    if _in_background(parsed, trigger):
        return 4.0
    if _topic(parsed, trigger) or _medium(parsed, trigger, lead) or _talked_about(parsed, trigger):
        return 2.0
    if parsed.words.cues["adjuncts"].isdisjoint(lead):
        return 0.0
    later = [
        t.kind for t in parsed.triggers if not t.noun and t.clause == trigger.clause and t.head > trigger.head
    ]
    if any(kind.code == "statement" for kind in later):
        return 3.5
    return 1.0 if any(kind.strength >= 2 for kind in later) else 0.0


def _remembered(parsed: Parsed, start: int) -> bool:
    """Whether a day is only kept in memory of what a noun tells: « l'anniversaire de l'indépendance »."""
    words, cues, at = parsed.sentence.words, parsed.words.cues, start - 1
    small = cues["of_words"] | cues["determiners"]
    while at > 0 and words[at] in small and start - at <= _SMALL:
        at -= 1
    return at < start - 1 and words[at] in cues["memories"]


_SMALL = 3
"""How many small words may part an anniversary from what it is of."""


def _in_background(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a noun only tells against what background another acts: « sur fond de guerre, X décide »."""
    words, verbs, forms = parsed.sentence.words, parsed.parse.verbs, parsed.words.backgrounds
    for i in range(min(trigger.used) - 1, -1, -1):
        if i in verbs or words[i] in ",;:":
            return False
        if any(words[i : i + len(form)] == form for form in forms.get(words[i], ())):
            return True
    return False


def _talked_about(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a noun is what somebody is to speak about: "will be there on Monday to explain the treaty"."""
    start = min(trigger.used)
    return any(
        not one.noun and one.kind.code == "statement" and 0 < start - one.head <= _ABOUT
        and "infinitive" in one.tenses and not one.finite
        for one in parsed.triggers
    )  # fmt: skip


_ABOUT = 4
"""How many words behind a verb of saying its object may stand."""
_MEDIA = frozenset({"letter", "conversation", "call", "statement", "speech", "communique", "video-meeting"})
"""Kinds that may only be how another act was done: "apologised in a letter"."""


def _medium(parsed: Parsed, trigger: Trigger, lead: tuple[str, ...]) -> bool:
    """Whether a noun is only how the act of the verb before it was done: "apologised in a call to"."""
    if trigger.kind.code not in _MEDIA or parsed.words.cues["leading_in"].isdisjoint(lead):
        return False
    return any(
        not one.noun and one.clause == trigger.clause and one.head < trigger.head
        and one.kind.strength > 1 and one.kind.type != "CONSULT" and predicate(parsed, one)
        for one in parsed.triggers
    )  # fmt: skip


def _far_from(parsed: Parsed, start: int) -> bool:
    """Whether a noun only measures how far off something was: "three years before independence"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    for i in range(start - 1, max(0, start - _FAR), -1):
        if words[i] in ",;:" or i in parsed.parse.verbs:
            return False
        if words[i] in cues["scene_words"]:
            return words[i - 1] in cues["anchors"]
    return False


_FAR = 8
"""How far before a noun the preposition may stand that counts from it: "days after the start of the war"."""


def vehicle(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether words only carry an act told behind them: "in a letter sent on 3 May, X urged"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if trigger.kind.strength > 2 and trigger.kind.code not in _CARRIED:
        return False
    start = next((i + 1 for i in range(trigger.head - 1, -1, -1) if words[i] in ",;:"), 0)
    if words[start] not in cues["phrase_openers"]:
        return False
    if not cues["vehicles"] & set(words[start + 1 : trigger.head + 1]):
        return False
    comma = next((i for i in range(trigger.end, len(words)) if words[i] in ",;:"), len(words))
    return any(
        other.head > comma and predicate(parsed, other) and other.clause == trigger.clause
        for other in parsed.triggers
    )


_CARRIED = frozenset({"letter", "conference", "ratification", "meeting", "arrest"})
"""Kinds of strong words that may only be what carries an act: "a press conference", "a decree signed on"."""


def quoted_apart(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date tells when something was said and not when it is: "« needed today », said X"."""
    sentence = parsed.sentence
    if sentence.quoted(first) and not sentence.quoted(trigger.head):
        return True
    told = trigger.head > 1 and sentence.in_speech(trigger.head - 2) and sentence.in_speech(trigger.head)
    if told and not trigger.noun and not sentence.in_speech(first):
        return any(  # '"No line was crossed," X told the panel on Tuesday'
            other.kind.type == "STATEMENT" and not other.noun and not sentence.in_speech(other.head)
            for other in parsed.triggers
        )
    return trigger.head < first and any(
        trigger.head < at < first and inverted(parsed, at) for at in parsed.parse.verbs
    )


def said_after(parsed: Parsed, trigger: Trigger, last: int) -> bool:
    """Whether a date stands in what is said before its verb of saying: « il part jeudi, a ajouté X »."""
    verb = trigger.head in parsed.parse.verbs and not trigger.noun and trigger.kind.type == "STATEMENT"
    return verb and last <= trigger.head and inverted(parsed, trigger.head)


def inverted(parsed: Parsed, at: int) -> bool:
    """Whether a verb of saying stands before its subject: "Russia will leave, said X", « , a annoncé X »."""
    verbs, words, cues = parsed.parse.verbs, parsed.sentence.words, parsed.words.cues
    last = at
    quoted = after_quote(words, verbs, at, parsed.words)
    if not quoted and not any(lemma in parsed.words.sayings for lemma, _ in verbs[at].readings):
        pairs = parsed.words.cues["two_word_sayings"]
        behind = words[at + 1] if at + 1 < len(words) else ""
        if not any(f"{lemma} {behind}" in pairs for lemma, _ in verbs[at].readings):
            return False
        last = at + 1  # « a fait savoir mardi l'agence »
    start = group_start(words, verbs, at, parsed.words)
    told_alone = verbs[at].finite or "past" in verbs[at].tenses
    if start == 0 or words[start - 1] not in _CLOSED or (start == at and not told_alone):
        return False
    if quoted:
        return True
    follows = behind_adjuncts(parsed, last + 1)
    if follows is None or not (
        parsed.sentence.capitals[follows] or words[follows] in cues["subject_openers"]
    ):
        return False
    stops = (
        ",;:" if cues["infinitive_marks"] else ";:"
    )  # "X, Qatar's top diplomat, told": a name is no saying
    hard = next((i for i in range(start - 2, -1, -1) if words[i] in stops), -1)
    told = [i for i, verb in verbs.items() if verb.finite and hard < i < start]
    held = ("rel", "relobj", "sub")
    return (
        words[start - 1] != ","
        or (last > at and not told)
        or any(parsed.parse.clauses[parsed.parse.clause_of[i]].opener not in held for i in told)
    )


def behind_adjuncts(parsed: Parsed, start: int) -> int | None:
    """The first token behind dates and a phrase that says where: « a annoncé lundi à la presse [le] »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = next((i for i in range(start, len(words)) if i not in parsed.dated), None)
    where = cues["place_words"] | cues["audience_words"]
    if at is None or cues["infinitive_marks"] or words[at] not in where:
        return at
    noun = at + 1 + (words[at + 1 : at + 2] != () and words[at + 1] in cues["determiners"])
    behind = next((i for i in range(noun + 1, len(words)) if i not in parsed.dated), None)
    named = noun < len(words) and not parsed.sentence.capitals[noun]  # « a déclaré à la presse [X] »
    opens = behind is not None and (
        words[behind] in cues["subject_openers"] or (named and parsed.sentence.capitals[behind])
    )
    return behind if opens and behind is not None and noun not in parsed.parse.verbs else at


_CLOSED = frozenset({",", "»", "”", '"'})


def _topic(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a noun is only what another act is about: "a declaration against arbitrary detention"."""
    start, words = min(trigger.used), parsed.sentence.words
    for i in range(start - 1, max(-1, start - 4), -1):
        if words[i] in parsed.words.cues["topic_words"]:
            return any(
                other.clause == trigger.clause and 0 <= i - other.end <= 1 for other in parsed.triggers
            )
        if i in parsed.parse.verbs or words[i] in ",;:":
            return False
    return False


_TOGETHER = 4
"""How many words behind "gathered" a summit may stand."""


def beside(parsed: Parsed, trigger: Trigger, first: int) -> float:
    """A penalty for a participle set apart from the verb: "Officials, brought together by China, agreed"."""
    if trigger.noun or predicate(parsed, trigger) or trigger.tenses & {"infinitive", "gerund"}:
        return 0.0
    for other in parsed.triggers:
        if other.noun and other.kind.mode == "multilateral" and 0 < other.head - trigger.head <= _TOGETHER:
            return 0.0  # "réunis en sommet à Varsovie, ils ont décidé"
    mains = [
        t for t in parsed.triggers
        if t.clause == trigger.clause and t.kind.strength >= 2 and predicate(parsed, t)
    ]  # fmt: skip
    low, high = sorted((trigger.head, first))
    ahead = trigger.head - 2  # what stands before the comma
    nouns = {t.end - 1 for t in parsed.triggers if t.noun} | trigger.used
    own = any(i < trigger.head for i in trigger.used)  # "The conference at Algeciras, closed on 7 April, had"
    if 0 <= first - trigger.end <= 1 and (own or ahead in nouns) and parsed.sentence.words[ahead + 1] == ",":
        return 0.0  # "The talks, opened on 2 March, failed"
    if any("," in parsed.sentence.words[trigger.end : t.head] for t in mains if t.head > trigger.head):
        return 0.0 if "," not in parsed.sentence.words[low:high] and trigger.kind.type != "CONSULT" else 3.0
    apart = trigger.passive and trigger.head < first and "," in parsed.sentence.words[low:high]
    if apart and any(t.head < trigger.head for t in mains):
        return 3.0  # "handed the captured pilot, X, back on 1 March"
    return 0.0


def of_the_object(parsed: Parsed, trigger: Trigger) -> float:
    """A penalty for an -ing form within the object of its clause's verb: "backed the Bay of Pigs landing"."""
    if trigger.noun or trigger.tenses != {"gerund"}:
        return 0.0
    words, verbs = parsed.sentence.words, parsed.parse.verbs
    verb = max((i for i in verbs if i < trigger.head), default=None)
    main = next((t for t in parsed.triggers if verb is not None and t.head == verb), None)
    if main is None or main.clause != trigger.clause or not predicate(parsed, main):
        return 0.0
    between = words[main.head + 1 : trigger.head]
    determined = bool(between) and between[0] in parsed.words.cues["determiners"]
    return 2.0 if determined and "," not in between and main.kind.strength > 1 else 0.0


def predicate(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a verb is that of its clause, alone or with a helper before it."""
    if trigger.noun or trigger.finite:
        return trigger.finite
    if "infinitive" in trigger.tenses and "participle" not in trigger.tenses:
        # « s'est vu couper le gaz », but not « a appelé Israël à ouvrir »
        before = parsed.parse.verbs.get(trigger.head - 1)
        lets = parsed.words.cues["lets_be_done"]
        return before is not None and any(lemma in lets for lemma, _ in before.readings)
    if goes_on_helped(parsed.parse, parsed.sentence.words, trigger.head, parsed.words):
        return True
    helpers, joining = parsed.words.cues["helpers"], parsed.words.cues["coordinators"]
    spent = joined = False
    near = helper_near(parsed.sentence.words, parsed.parse.verbs, trigger.head)
    for i in range(near, max(-1, near - 5), -1):
        verb = parsed.parse.verbs.get(i)
        if verb is None or parsed.parse.clause_of[i] != trigger.clause:
            joined = joined or parsed.sentence.words[i] in joining
            continue
        if any(lemma in helpers for lemma, _ in verb.readings):
            return not spent  # « a dénoncé le blocus imposé »: the helper is that of "dénoncé"
        spent = spent or ("participle" in verb.tenses and not verb.finite and not joined)
    return False


_TURNS = frozenset(
    {"failure", "rejection", "freeze", "resumption", "resumed-talks", "expiry", "ceasefire", "lifting"}
)
"""Kinds of verbs that tell what became of their subject."""


def subject_of(parsed: Parsed, trigger: Trigger, first: int) -> float:
    """A penalty for a noun whose verb tells the event: "the talks collapsed", "was called off on Monday"."""
    if not trigger.noun:
        return 0.0
    verbs = [
        t for t in parsed.triggers
        if predicate(parsed, t) and t.clause == trigger.clause and trigger.head < t.head <= trigger.end + 7
        and (t.kind.code in _TURNS or (t.kind.code == "cancellation" and first > t.head))
    ]  # fmt: skip
    between = parsed.sentence.words[trigger.end : verbs[0].head] if verbs else ()
    return 3.0 if verbs and between.count(",") in _CLOSED_OFF else 0.0


_CLOSED_OFF = (0, 2)
"""How many commas stand between a noun and its verb: none, or those of "The treaty, signed in May, was"."""


def counted_from(parsed: Parsed, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a date is only counted from the trigger: "au lendemain du putsch", "the day after the vote"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if _day_of(parsed, trigger, last):
        return True
    if cues["anchors"].isdisjoint(words[max(0, first - 1) : last]):
        return False
    if last >= len(words) or words[last] not in cues["of_words"] | cues["scene_words"]:
        return False
    return last < trigger.end <= last + 8 and "," not in words[last : trigger.head]


def _day_of(parsed: Parsed, trigger: Trigger, last: int) -> bool:
    """Whether a noun only tells what a day is: "On 1 April, the day of the truce, rebels crossed"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if cues["days"].isdisjoint(parsed.said):
        return False
    lead = [w for w in words[last : last + 4] if w not in cues["known_by"]]
    if (
        len(lead) < _APPOSED
        or lead[0] != ","
        or lead[1] not in cues["days"]
        or lead[2] not in cues["of_words"]
    ):
        return False
    end = next((i for i in range(last + 1, len(words)) if words[i] == ","), 0)
    return last < trigger.head < end and any(predicate(parsed, t) and t.head > end for t in parsed.triggers)


_APPOSED = 3
"""The least words by which a day is told to be that of something: a comma, "day", "of"."""


def names_year(parsed: Parsed, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a year only says which of its kind another thing is: "a 1987 law", "the 2015 deal" apart."""
    words, cues = parsed.sentence.words, parsed.words.cues
    alone = last - first == 1 and words[first].isdigit() and bool(cues["infinitive_marks"])
    if (
        not alone
        or not 0 < first < last < len(words)
        or words[first - 1] not in cues["known_by"] | {"a", "an"}
    ):
        return False
    return words[last].isalpha() and last not in parsed.parse.verbs and not 0 <= min(trigger.used) - last <= 1


def moved_to(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a date is the new one of what is put off: "put off his departure to Tuesday"."""
    if trigger.kind.code != "cancellation" or not first:
        return False
    before, cues = parsed.sentence.words[first - 1], parsed.words.cues
    return before in cues["until_words"] or before in cues["put_off_to"]


def lasted(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a noun only tells what filled a time that is over: "came home after two years in prison"."""
    words, cues, start = parsed.sentence.words, parsed.words.cues, min(trigger.used)
    within = trigger.noun and start > 1 and words[start - 1] in cues["of_words"] | cues["place_words"]
    ended = not cues["after"].isdisjoint(words[max(0, start - _TERMS - 1) : start - 2])
    own = 0 <= first - trigger.end <= 1  # "after twelve hours of talks on Saturday"
    return within and ended and not own and words[start - 2] in cues["time_units"]


def gone_by(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a noun is a text by which somebody goes: « conformément à la convention de 1963 »."""
    start = min(trigger.used)
    lead = parsed.sentence.words[max(0, start - _TERMS) : start]
    return trigger.noun and trigger.kind.code in TEXTS and _limited(parsed, lead)


_TERMS = 4
"""How far before a text the word may stand that says it is gone by."""


def _limited(parsed: Parsed, lead: tuple[str, ...]) -> bool:
    """Whether a text that exists is only gone by: "the limits of the pact", "les termes de l'accord"."""
    return not parsed.words.cues["terms_words"].isdisjoint(lead)


def meanwhile(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Whether a verb only tells what else an act did: "today called off talks, sending a message"."""
    if trigger.noun or "gerund" not in trigger.tenses or parsed.sentence.words[trigger.head - 1] != ",":
        return False
    near = range(first + 1, first + 3)
    return any(one.head in near and predicate(parsed, one) and one.weight > 1 for one in parsed.triggers)
