"""Clauses of a sentence without a parser: verbs by their forms, cuts at commas, conjunctions, relatives.

Used by triggers (which words are verbs), attachment (which date belongs where), casting and status.
"""

from dataclasses import dataclass, field

from dashboard.events.inflection import FINITE
from dashboard.events.lexicon import Lexicon
from dashboard.events.sentences import Sentence

_STOPS = frozenset(',;:()«»"“”—–[]')
_HARD = frozenset(";:)")
_QUOTES = frozenset('«»"“”‘')


@dataclass(frozen=True, slots=True)
class Verb:
    """A word read as a verb: its lemma candidates with tenses, and whether it can head a clause."""

    at: int
    readings: tuple[tuple[str, frozenset[str]], ...]
    finite: bool

    def tenses(self) -> frozenset[str]:
        """All tenses that any reading allows."""
        return frozenset(tense for _, tenses in self.readings for tense in tenses)


@dataclass(slots=True)
class Clause:
    """A clause: its tokens (not always in one piece), its finite verbs, how it opens, what holds it."""

    number: int
    opener: str = ""
    parent: int | None = None
    tokens: list[int] = field(default_factory=list)
    finite: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parse:
    """What is known of a sentence's structure: verbs by token, clauses, and each token's clause."""

    verbs: dict[int, Verb]
    clauses: tuple[Clause, ...]
    clause_of: tuple[int, ...]

    def chain(self, number: int) -> list[int]:
        """A clause's number and those of the clauses that hold it, innermost first."""
        found = [number]
        while (parent := self.clauses[found[-1]].parent) is not None and parent not in found:
            found.append(parent)
        return found


def _bare(word: str, lexicon: Lexicon) -> str:
    if "-" not in word:
        return word
    for ending in lexicon.ordered["inversions"]:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def nominal_before(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether the words before a word make it a noun: a determiner or preposition, adjectives between."""
    cues, i = lexicon.cues, at - 1
    while i >= 0 and at - i <= 4 and (words[i] in cues["adjectives"] or words[i] in _QUOTES):
        i -= 1
    if i < 0:
        return i < at - 1
    return words[i].replace("’", "'") in cues["determiners"]


def find_verbs(sentence: Sentence, lexicon: Lexicon, dated: frozenset[int] = frozenset()) -> dict[int, Verb]:
    """The words of a sentence that are verbs, by token number."""
    found: dict[int, Verb] = {}
    weak = []
    shouting = sum(sentence.capitals) > 0.6 * sum(word[0].isalpha() for word in sentence.words)
    for at in range(len(sentence.words)):
        if at in dated:
            continue
        if at and sentence.capitals[at] and not shouting and sentence.words[at - 1] not in _QUOTES:
            continue
        verb = _verb(sentence.words, at, found, lexicon)
        if verb is not None:
            found[at] = verb
            if verb.finite and _weak(sentence.words, verb, lexicon):
                weak.append(at)
    # "visits" or "rencontre" may be a noun: believed to be the verb only where no other verb is in sight
    strong = [at for at, verb in found.items() if verb.finite and at not in weak]
    for at in weak:
        if any(not _parted(sentence.words, at, other) for other in strong):
            del found[at]
    if not any(verb.finite for verb in found.values()):
        _promote(sentence.words, found)
    return found


def _promote(words: tuple[str, ...], found: dict[int, Verb]) -> None:
    """Make the last form behind a comma the verb where a sentence has none: "X, held by Y, agreed to"."""
    after = [
        at for at, verb in found.items() if {"past", "participle"} <= verb.tenses() and words[at - 1] == ","
    ]
    if after:
        at = max(after)
        found[at] = Verb(at, found[at].readings, finite=True)


def _parted(words: tuple[str, ...], one: int, other: int) -> bool:
    """Whether a semicolon, a colon or a quotation mark stands between two words."""
    low, high = sorted((one, other))
    return any(word in ';:«»“”"' for word in words[low:high])


def _plural_subject(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a base form may be the verb of a plural before it: "flights resume", "the two sides meet"."""
    before = words[at - 1] if at else ""
    if before in lexicon.cues["determiners"] | lexicon.cues["adjectives"] or not before.endswith("s"):
        return False
    return len(before) > 3 and not before.endswith(("ss", "us", "is"))


def _weak(words: tuple[str, ...], verb: Verb, lexicon: Lexicon) -> bool:
    before = words[verb.at - 1] if verb.at else ""
    if verb.tenses() - {"present", "infinitive"} or before in lexicon.cues["verbal_before"]:
        return False
    if any(lemma in lexicon.cues["be"] | lexicon.cues["have"] for lemma, _ in verb.readings):
        return False
    return words[verb.at] in lexicon.nouns or (
        bool(lexicon.cues["infinitive_marks"]) and "infinitive" in verb.tenses()
    )


def _verb(words: tuple[str, ...], at: int, found: dict[int, Verb], lexicon: Lexicon) -> Verb | None:
    """The verb that a word is, or None if it is none here."""
    cues, helpers = lexicon.cues, lexicon.cues["be"] | lexicon.cues["have"]
    form = _bare(words[at], lexicon)
    readings = lexicon.verbs.get(form) or _modal(form, lexicon)
    if readings is None or form in cues["never_verbs"]:
        return None
    before = words[at - 1].replace("’", "'") if at else ""
    tenses = {tense for _, found_tenses in readings for tense in found_tenses}
    clearly = before in cues["verbal_before"] or form != words[at]
    auxiliary = any(lemma in helpers for lemma, _ in readings)
    doubtful = bool(tenses & {"present", "participle", "gerund"}) or bool(cues["infinitive_marks"])
    if doubtful and not clearly and not auxiliary and nominal_before(words, at, lexicon):
        return None
    if "infinitive" in tenses and cues["infinitive_marks"] and not tenses & {"past", "participle"}:
        if before in cues["infinitive_marks"] or auxiliary:
            return Verb(at, readings, finite=False)
        if clearly or form not in lexicon.nouns or _plural_subject(words, at, lexicon):
            return Verb(at, readings, finite=True)
        return None
    finite = bool(tenses & FINITE)
    if finite and "participle" in tenses:
        helped = any(
            i in found and any(lemma in helpers for lemma, _ in found[i].readings)
            for i in range(max(0, at - 4), at)
        )
        finite = not helped and before != "," and (clearly or before not in cues["determiners"])
    return Verb(at, readings, finite)


def _modal(word: str, lexicon: Lexicon) -> tuple[tuple[str, frozenset[str]], ...] | None:
    """A reading for modal words, which have no lemma of their own in the lists."""
    if word in lexicon.cues["future"]:
        return ((word, frozenset({"future"})),)
    if word in lexicon.cues["conditional"]:
        return ((word, frozenset({"conditional"})),)
    return None


def _segments(
    sentence: Sentence, verbs: dict[int, Verb], lexicon: Lexicon, dated: frozenset[int]
) -> list[tuple[int, int, str]]:
    """Stretches of tokens with how each opens: "", "sub", "rel", "coord" or "stop"."""
    words, cues = sentence.words, lexicon.cues
    pairs = cues["two_word_subordinators"]
    bounds: list[tuple[int, str]] = [(0, "")]
    told = _told_without_that(sentence, verbs, lexicon)
    at = 0
    while at < len(words):
        word = words[at]
        two = f"{word} {words[at + 1]}" if at + 1 < len(words) else word
        if at in dated:
            pass  # "that same Thursday"
        elif word in _STOPS:
            bounds.append((at, "hard" if word in _HARD else "stop"))
        elif two in cues["compounds"]:
            at += 1
        elif two in pairs:
            bounds.append((at, "sub"))
            at += 1
        elif word in cues["relatives"] and _opens(words, verbs, at, lexicon):
            bounds.append((at, "rel" if word in cues["subject_relatives"] else "relobj"))
        elif (word in cues["subordinators"] and _opens(words, verbs, at, lexicon)) or at in told:
            bounds.append((at, "sub"))
        elif word in cues["coordinators"] and any(
            i in verbs and (verbs[i].finite or "participle" in verbs[i].tenses())
            for i in range(at + 1, min(at + 4, len(words)))
        ):
            bounds.append((at, "coord"))
        at += 1
    made = []
    for i, (start, opener) in enumerate(bounds):
        end = bounds[i + 1][0] if i + 1 < len(bounds) else len(words)
        if start < end:
            made.append((start, end, opener))
    return made


def _told_without_that(sentence: Sentence, verbs: dict[int, Verb], lexicon: Lexicon) -> set[int]:
    """Where a told clause begins without a conjunction: "said on Monday | China could set up"."""
    words, cues = sentence.words, lexicon.cues
    if not cues["infinitive_marks"]:
        return set()
    found = set()
    tied = (
        cues["place_words"] | cues["against_words"] | cues["of_words"] | cues["with_words"] | cues["weekdays"]
    )
    for at, verb in verbs.items():
        if not verb.finite or not any(lemma in lexicon.sayings for lemma, _ in verb.readings):
            continue
        for i in range(at + 1, min(at + 9, len(words))):
            if words[i] in _STOPS or words[i] in cues["subordinators"]:
                break
            starts = sentence.capitals[i] or words[i] in ("the", "a", "its", "their", *cues["pronouns"])
            free = words[i] not in cues["weekdays"] and (
                words[i - 1] not in tied or words[i - 1] in cues["weekdays"]
            )
            if starts and free:
                if any(j in verbs and verbs[j].finite for j in range(i + 1, min(i + 8, len(words)))):
                    found.add(i)
                break
    return found


def _opens(words: tuple[str, ...], verbs: dict[int, Verb], at: int, lexicon: Lexicon) -> bool:
    """Whether a subordinator really opens a clause: a finite verb follows before the next stop."""
    if words[at] in lexicon.cues["determiners"] and (at == 0 or words[at - 1] in lexicon.cues["determiners"]):
        return False
    for i in range(at + 1, min(at + 22, len(words))):
        if words[i] in _HARD:
            break
        if i in verbs and (verbs[i].finite or verbs[i].tenses() & FINITE):
            return True
    return words[at] in lexicon.cues["subject_relatives"]


def parse(sentence: Sentence, lexicon: Lexicon, dated: frozenset[int] = frozenset()) -> Parse:
    """The clauses of a sentence; every token belongs to exactly one."""
    verbs = find_verbs(sentence, lexicon, dated)
    clauses = [Clause(0)]
    clause_of = [0] * len(sentence.words)
    current, pending = 0, ""
    for start, end, opener in _segments(sentence, verbs, lexicon, dated):
        finite = [i for i in range(start, end) if i in verbs and verbs[i].finite]
        how = opener
        if opener in ("stop", "hard") and end - start == 1:
            pending = opener
        if how in ("sub", "rel", "relobj"):
            holder = _open_clause(clauses, current)
            current = _new(clauses, how, holder)
        elif finite:
            holder = _open_clause(clauses, current)
            if not clauses[current].finite and current != holder:
                pass
            elif not clauses[holder].finite:
                current = holder
            elif clauses[current].finite or how == "coord":
                # two verbs at the same level: a clause of its own beside the one that ended
                beside = current if how == "coord" and pending == "" else holder
                parent = clauses[beside].parent if beside != holder else clauses[holder].parent
                current = _new(clauses, "coord" if how == "coord" else "beside", parent)
        elif clauses[current].finite and sentence.words[start] == ";" and end - start > 1:
            # "...; le lendemain, les Soviétiques quittent": what stands first belongs to the verb to come
            holder = _open_clause(clauses, current)
            current = _new(clauses, "beside", clauses[holder].parent) if clauses[holder].finite else holder
        elif clauses[current].finite and not clauses[0].finite and how in ("stop", "hard"):
            current = 0
        if not (end - start == 1 and opener in ("stop", "hard")):
            pending = "" if opener not in ("stop", "hard") else opener
        clause = clauses[current]
        clause.tokens.extend(range(start, end))
        clause.finite.extend(finite)
        for i in range(start, end):
            clause_of[i] = current
    return Parse(verbs, tuple(clauses), tuple(clause_of))


def _open_clause(clauses: list[Clause], current: int) -> int:
    """The innermost clause around the current one that still waits for its verb, else the outermost."""
    number: int | None = current
    outer = current
    while number is not None:
        outer = number
        if not clauses[number].finite:
            return number
        number = clauses[number].parent
    return outer if clauses[current].opener in ("sub", "rel", "relobj") else current


def _new(clauses: list[Clause], opener: str, parent: int | None) -> int:
    clauses.append(Clause(len(clauses), opener, parent))
    return len(clauses) - 1
