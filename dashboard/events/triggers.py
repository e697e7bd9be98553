"""Triggers: the words of a sentence that tell an event, each with its kind. Called by reading."""

from dataclasses import dataclass

from dashboard.events.clauses import Parse
from dashboard.events.following import cuts, follow, in_passing, in_what_is_told, past_another
from dashboard.events.lexicon import Lexicon
from dashboard.events.nominals import nominal_before
from dashboard.events.ontology import Kind
from dashboard.events.passives import done_by, goes_on_helped, helped, is_passive, reflexive, suffers_on
from dashboard.events.patterns import VerbPattern
from dashboard.events.quoting import spoken
from dashboard.events.recalling import recalled
from dashboard.events.sentences import Sentence

_ENTERING = frozenset({"invasion", "incursion"})
"""Kinds that only the armed do."""
_WISH = 6
"""How far before "request" the preposition of "at the King's request" may stand."""
_NOBODY: frozenset[str] = frozenset()
_UNDONE = frozenset({"REJECT", "THREATEN"})
"""Types of verbs whose infinitive is not done: "refused to let them in", "vowed to strike"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells an event: its tokens, its kind, and how it is used.

    ``head`` is the verb or the noun; ``passive`` and ``tenses`` are of the verb (empty for a noun).
    """

    kind: Kind
    head: int
    end: int
    noun: bool
    clause: int
    tenses: frozenset[str] = frozenset()
    passive: bool = False
    finite: bool = False
    used: frozenset[int] = frozenset()
    text: str = ""

    @property
    def weight(self) -> int:
        """The strength of the kind; a saying that takes several words is as sure as another verb."""
        return self.kind.strength + (self.kind.strength == 1 and not self.noun and len(self.used) > 1)


def _leads_on(sentence: Sentence, parse: Parse, used: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether what somebody goes to is a deed: "is going to sign", "went to see"."""
    after = max(used) + 1
    marked = sentence.words[after - 1] in lexicon.cues["infinitive_marks"]
    verb = parse.verbs.get(after)
    return marked and verb is not None and "infinitive" in verb.tenses and not sentence.capitals[after]


def _peaceful(sentence: Sentence, parse: Parse, at: int, lexicon: Lexicon) -> bool:
    """Whether goods, a train or refugees are the subject of a verb: they invade nobody."""
    words, cues = sentence.words, lexicon.cues
    tied = cues["tying"]
    for i in range(at - 1, -1, -1):
        if words[i] in cues["peaceful_subjects"]:
            return True
        another = sentence.capitals[i] and words[i - 1] not in tied
        if another or parse.clause_of[i] != parse.clause_of[at] or not words[i][0].isalpha():
            return False  # "in a row over oil Iraq invaded": another one is the subject
        if i not in parse.verbs and words[i] in cues["backward"]:
            return False
    return False


def _takes_thing(sentence: Sentence, parse: Parse, at: int, lexicon: Lexicon, dated: frozenset[int]) -> bool:
    """Whether what follows a verb of receiving is no guest: "received a letter"."""
    words, cues = sentence.words, lexicon.cues
    clitic = not cues["infinitive_marks"] and not cues["thing_pronouns"].isdisjoint(
        words[max(0, at - 2) : at]
    )
    if clitic:
        return False  # « l'a reçu »
    partly = words[at + 1 : at + 2] and words[at + 1] in cues["of_words"]  # « a reçu des armes »
    start = at + 2 if partly and not any(sentence.capitals[at + 1 : at + 4]) else at + 1
    ends = cues["object_ends"]
    taken: list[int] = []
    for i in range(start, len(words)):
        if i in dated or (i + 1 in dated and words[i] in cues["leading"]):
            continue
        if words[i] in ends or i in parse.verbs or not (words[i][0].isalnum() or words[i] in "$€£"):
            break
        taken.append(i)
    if not taken or sentence.capitals[taken[-1]]:
        return False
    return cues["guests"].isdisjoint(words[i] for i in taken)


def _lets(parse: Parse, at: int, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb only tells that somebody suffers what the next one tells: « s'est vu infliger »."""
    following = parse.verbs.get(at + 1)
    done = following is not None and "infinitive" in following.tenses
    return done and lemma in lexicon.cues["lets_be_done"]


def _verb_triggers(
    sentence: Sentence, parse: Parse, lexicon: Lexicon, dated: frozenset[int], before: tuple[str, ...]
) -> list[Trigger]:
    found, present = [], lexicon.completing.intersection(sentence.words)
    for at, verb in parse.verbs.items():
        if at in dated:
            continue
        best = _best(sentence, parse, lexicon, (at, present, _NOBODY), dated)
        if best is None or best.kind.strength == 1:
            told = recalled(sentence, parse, at, lexicon, before)
            best = _best(sentence, parse, lexicon, (at, present, told), dated) if told else best
        saying = spoken(sentence.words, parse.verbs, at, lexicon, best.kind if best else None)
        if saying is not None:
            best = Trigger(
                saying, at, at + 1, noun=False, clause=parse.clause_of[at], tenses=verb.tenses,
                finite=verb.finite, used=frozenset({at}), text=sentence.words[at],
            )  # fmt: skip
        if best is not None:
            found.append(best)
    return found


def _best(
    sentence: Sentence,
    parse: Parse,
    lexicon: Lexicon,
    where: tuple[int, frozenset[str], frozenset[str]],
    dated: frozenset[int],
) -> Trigger | None:
    """What a verb tells by the pattern that asks for most.

    ``where`` is its token, with the words that may follow, and those for which its pronoun may stand.
    """
    at, present, told = where
    words = present | told if told else present
    verb, first, best = parse.verbs[at], None, None
    participle = "participle" in verb.tenses and not helped(parse, at, lexicon)
    participle = participle and not goes_on_helped(parse, sentence.words, at, lexicon)
    participle = participle and not (verb.finite and sentence.words[at - 1 : at] == (",",))
    for lemma, tenses in verb.readings:
        known = lexicon.patterns.get(lemma)
        for pattern in known.allowed(words) if known else ():
            if pattern.reflexive and not reflexive(sentence, at, lexicon):
                continue
            used = follow(sentence, pattern, at, dated, lexicon, participle=participle, told=told)
            if used is None or cuts(sentence, lemma, at, used, lexicon):
                continue
            if _misread(sentence, parse, lexicon, (at, lemma, pattern, used), dated):
                continue
            filled = sum(2 if moves in ("~", "^", "=") else 1 for _, moves in pattern.rest)
            near = sum(at - i for i in used if i > at)
            rank = (filled, int(pattern.reflexive), near, pattern.kind.strength)
            if first is not None and rank <= first:
                continue
            passive = not pattern.reflexive and (
                is_passive(parse, sentence, at, lexicon)
                or suffers_on(parse, sentence, at, lexicon, pattern.kind)
            )
            if pattern.kind.code == "visit" and passive and not done_by(sentence, at, lexicon):
                passive = False  # who "is expected in Paris" is the one who comes
            if pattern.kind.code in _ENTERING and lemma in lexicon.cues["with_be"]:
                passive = False  # « les troupes, entrées au Tigré, »
            first, best = rank, Trigger(
                pattern.kind, at, max(used) + 1, noun=False, clause=parse.clause_of[at],
                tenses=tenses, passive=passive, finite=verb.finite, used=used, text=sentence.words[at],
            )  # fmt: skip
    return best


def _ends_there(sentence: Sentence, parse: Parse, at: int, lexicon: Lexicon, dated: frozenset[int]) -> bool:
    """Whether a verb has nothing behind it but when: "Denmark followed in April", not "followed the coup"."""
    words, after = (*sentence.words, "."), at + 1
    if not parse.verbs[at].finite or is_passive(parse, sentence, at, lexicon):
        return False
    after += after not in dated and words[after] in lexicon.cues["leading"]
    return after in dated or words[at + 1] in _MARKS or words[at + 1] in lexicon.cues["coordinators"]


_MARKS = frozenset(".,;")


def _misread(
    sentence: Sentence,
    parse: Parse,
    lexicon: Lexicon,
    filled: tuple[int, str, VerbPattern, frozenset[int]],
    dated: frozenset[int],
) -> bool:
    """Whether what fills a pattern shows that the verb tells something else: who enters, what is received."""
    at, lemma, pattern, used = filled
    code = pattern.kind.code
    said = pattern.kind.type in ("ACCUSE", "THREATEN", "DEMAND")  # "said that Moscow was to blame"
    if not said and in_what_is_told(sentence, parse, lexicon, at, used):
        return True
    if past_another(sentence, parse, lexicon, at, used):
        return True
    if code in _ENTERING and _peaceful(sentence, parse, at, lexicon):
        return True
    if code == "visit" and _leads_on(sentence, parse, used, lexicon):
        return True
    follows = lemma in lexicon.cues["follows_on"] and len(used) == 1
    if follows and not _ends_there(sentence, parse, at, lexicon, dated):
        return True
    if len(used) == 1 and _lets(parse, at, lemma, lexicon):
        return True
    hosts = code == "hosting" and not pattern.rest and lemma in lexicon.cues["takes_guests"]
    if hosts and _takes_thing(sentence, parse, at, lexicon, dated):
        return True
    named = any(moves == "@" for _, moves in pattern.rest)
    return named and is_passive(parse, sentence, at, lexicon)  # "an operation called Desert Fox"


def _noun_triggers(
    sentence: Sentence, parse: Parse, lexicon: Lexicon, taken: set[int], dated: frozenset[int]
) -> list[Trigger]:
    found: list[Trigger] = []
    words, nouns, following = sentence.words, lexicon.nouns, 0
    for at in [at for at, word in enumerate(words) if word in nouns]:
        if at < following:
            continue
        told = lexicon.nouns_before[words[at]]
        for form, kind in told.get(words[at + 1] if at + 1 < len(words) else "") or told[""]:
            if words[at : at + len(form)] != form or (at and words[at - 1] in lexicon.cues["modals"]):
                continue  # "says she will row over"
            if at + len(form) in dated and form[-1] in lexicon.cues["adjuncts"]:
                continue  # "in a call on 3 May"
            if len(form) == 1 and at in parse.verbs and not _noun_here(sentence, at, lexicon):
                continue
            if taken & set(range(at, at + len(form))):
                rest = nouns[words[at]][-1][1]
                if len(form) > 1 and at not in taken and rest.type != kind.type:
                    break  # "presented a peace [plan]": what describes a spent noun tells nothing
                continue
            used = frozenset(range(at, at + len(form)))
            head = at if not lexicon.cues["infinitive_marks"] else at + len(form) - 1
            found.append(
                Trigger(
                    kind,
                    head,
                    at + len(form),
                    noun=True,
                    clause=parse.clause_of[at],
                    used=used,
                    text=" ".join(form),
                )
            )
            following = at + len(form)
            break
    return found


def _heads(
    nouns: list[Trigger], sentence: Sentence, lexicon: Lexicon, objects: dict[int, str]
) -> list[Trigger]:
    """The nouns without those that only describe the next word: "ceasefire talks", "sanctions regime"."""
    starts = {min(noun.used) for noun in nouns}
    words, dull = (*sentence.words, ""), lexicon.cues["dull_heads"]
    return [
        noun
        for noun in nouns
        if noun.end not in starts
        and words[noun.end] not in dull
        and objects.get(noun.end, noun.kind.type) == noun.kind.type
    ]


def _noun_here(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return (
        nominal_before(sentence.words, at, lexicon)
        and sentence.words[at - 1] not in lexicon.cues["verbal_before"]
    )


def _names(sentence: Sentence, parse: Parse, lexicon: Lexicon) -> set[int]:
    """The tokens of what is only a quoted name: « l'opération « Source de paix » », "dubbed 'Desert Fox'"."""
    words, found = sentence.words, set[int]()
    if _OPENING.isdisjoint(words):
        return found
    for at, word in enumerate(words):
        before = words[at - 1] if at and words[at - 1] != "," else words[at - 2] if at > 1 else ""
        if word not in _OPENING or before not in lexicon.cues["naming"]:
            continue
        last = next((i for i in range(at + 1, min(at + _NAME, len(words))) if words[i] in _CLOSING), None)
        if last is not None and not any(i in parse.verbs and parse.verbs[i].finite for i in range(at, last)):
            found |= set(range(at, last))
    return found


_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
_NAME = 8
"""How many tokens a quoted name may have, with its quotes."""


def _on_behalf(sentence: Sentence, noun: Trigger, lexicon: Lexicon) -> bool:
    """Whether a noun only says who wished an act: « à la demande de », "at the invitation of"."""
    lead = " ".join(sentence.words[max(0, noun.head - 2) : noun.head + 1])
    return lead.replace("' ", "'") in lexicon.cues["initiative"] or wished(sentence, lexicon, noun.head)


def wished(sentence: Sentence, words: Lexicon, at: int) -> bool:
    """Whether a noun only says at whose wish something is done: "at Cambodia's request"."""
    near = sentence.words[max(0, at - _WISH) : at + 1]
    return (
        len(near) > 2
        and near[-1] in words.cues["wishes"]
        and near[-2] in ("'s", "'")
        and not words.cues["place_words"].isdisjoint(near[:-2])
    )


def _first_to(sentence: Sentence, verb: Trigger, verbs: list[Trigger], lexicon: Lexicon) -> bool:
    """Whether a verb only tells who did another first: "became the first envoy in years to meet him"."""
    words, cues = sentence.words, lexicon.cues
    if cues["who_first"].isdisjoint(words[verb.head : max(verb.used)]):
        return False
    near = range(max(verb.used) + 1, max(verb.used) + _FIRST)
    return any(other.head in near and words[other.head - 1] in cues["first_to"] for other in verbs)


_FIRST = 8
"""How far behind who was first the verb may stand that tells in what."""


def _of_noun(parse: Parse, verb: Trigger, nouns: list[Trigger]) -> bool:
    """Whether a noun tells what an empty verb is said of: "The formal vote followed the next morning"."""
    return any(
        noun.clause == verb.clause and noun.head < verb.head
        and not any(i in parse.verbs for i in range(noun.end, verb.head))
        for noun in nouns
    )  # fmt: skip


def find_triggers(
    sentence: Sentence,
    parse: Parse,
    lexicon: Lexicon,
    dated: frozenset[int] = frozenset(),
    named: frozenset[int] = frozenset(),
    *,
    before: tuple[str, ...] = (),
) -> list[Trigger]:
    """Every trigger of a sentence, in order; a word serves one only, and those of a date or a name none.

    ``before`` are the words of the sentence before.
    """
    named |= _names(sentence, parse, lexicon)
    passed = dated | in_passing(sentence, lexicon)
    verbs = [one for one in _verb_triggers(sentence, parse, lexicon, passed, before) if one.head not in named]
    taken: set[int] = set(dated) | named
    for trigger in verbs:
        # a noun inside a longer verb phrase is spent: "imposer des sanctions" is one trigger
        taken |= trigger.used if len(trigger.used) > 1 else {trigger.head}
    verbs = [one for one in verbs if not _first_to(sentence, one, verbs, lexicon)]
    inside = {i for trigger in verbs for i in trigger.used if i != trigger.head}
    firm = [trigger for trigger in verbs if trigger.kind.type in _UNDONE]
    undone = {i for trigger in firm for i in trigger.used if i != trigger.head}
    verbs = [
        trigger
        for trigger in verbs
        if trigger.head not in undone and (trigger.head not in inside or len(trigger.used) > 1)
    ]
    nouns = _noun_triggers(sentence, parse, lexicon, taken, dated)
    if lexicon.cues["infinitive_marks"]:
        objects = {i: trigger.kind.type for trigger in verbs for i in trigger.used if i != trigger.head}
        nouns = _heads(nouns, sentence, lexicon, objects)
    if verbs:
        nouns = [noun for noun in nouns if not _on_behalf(sentence, noun, lexicon)]
        verbs = [verb for verb in verbs if verb.kind.code != "act" or not _of_noun(parse, verb, nouns)]
    return sorted([*verbs, *nouns], key=lambda trigger: trigger.head)
