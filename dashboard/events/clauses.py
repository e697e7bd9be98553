"""Clauses of a sentence without a parser: verbs by their forms, cuts at commas, conjunctions, relatives.

Used by triggers (which words are verbs), attachment (which date belongs where), casting and status.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dashboard.events.inflection import FINITE
from dashboard.events.lexicon import Lexicon
from dashboard.events.resuming import (
    day_apart,
    fronts,
    glosses,
    lists,
    names_subject,
    only_a_day,
    only_is,
    resumes,
    says_between,
)
from dashboard.events.sentences import Sentence
from dashboard.events.verbs import Verb, find_verbs

_STOPS = frozenset(',;:()«»"“”—–[]')
_HARD = frozenset(";:)")
_PARTS = frozenset(",–—")
_SUBJECTS = frozenset({"the", "a", "its", "their", "his", "her"})
"""Small words that may open the subject of a told clause."""


@dataclass(slots=True)
class Clause:
    """A clause: its tokens (not always in one piece), its finite verbs, how it opens, what holds it."""

    number: int
    opener: str = ""
    parent: int | None = None
    tokens: list[int] = field(default_factory=list)
    finite: list[int] = field(default_factory=list)
    gerund: bool = False
    """Whether a gerund is its verb: "after meeting X, Y said"."""

    @property
    def waits(self) -> bool:
        """Whether its verb is still to come."""
        return not self.finite and not self.gerund


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


def _segments(
    sentence: Sentence, verbs: dict[int, Verb], lexicon: Lexicon, dated: frozenset[int]
) -> list[tuple[int, int, str]]:
    """Stretches of tokens with how each opens: "", "sub", "rel", "coord" or "stop"."""
    words, cues = sentence.words, lexicon.cues
    pairs = cues["two_word_subordinators"]
    bounds: list[tuple[int, str]] = [(0, "")]
    told = _told_without_that(sentence, verbs, lexicon, dated)
    opening, following, brackets = cues["opening"], 0, glosses(words, verbs)
    for at in [i for i, word in enumerate(words) if word in _STOPS or word in opening or i in told]:
        word = words[at]
        two = f"{word} {words[at + 1]}" if word in cues["pair_firsts"] and at + 1 < len(words) else ""
        if at in dated or at < following or at in brackets:
            continue  # "that same Thursday"
        if word in cues["scene_words"] and word not in cues["since"] and at + 1 in dated:
            continue  # "before the end of July, officials say"
        if at + 1 in dated and only_a_day(words, at, verbs, lexicon, dated):
            continue  # "until Friday did the minister say", "since Sunday, where"
        if word in _STOPS:
            bounds.append((at, "hard" if word in _HARD else "stop"))
        elif two in cues["compounds"]:
            longer = " ".join(words[at + 1 : at + 3]) in cues["compounds"]  # "as well as"
            following = at + (1 if longer else 2)
        elif two in pairs:
            bounds.append((at, "sub"))
            following = at + 2
        elif word in cues["among_which"] and lists(sentence, at, lexicon):
            continue
        elif word in cues["relatives"] and _opens(words, verbs, at, lexicon):
            bounds.append((at, "rel" if word in cues["subject_relatives"] else "relobj"))
        elif (
            at in told
            or (word in cues["subordinators"] and _opens(words, verbs, at, lexicon))
            or (word in cues["that_words"] and at - 1 in dated)  # "said on Friday that", however long
        ):
            bounds.append((at, "sub"))
        elif (
            word in cues["coordinators"]
            and words[at - 1] not in cues["subject_openers"]
            and (
                any(
                    i in verbs and (verbs[i].finite or "participle" in verbs[i].tenses)
                    for i in range(at + 1, min(at + 4, len(words)))
                )
                or _another_subject(sentence, verbs, (bounds[-1][0], at), lexicon)
            )
        ):
            bounds.append((at, "coord"))
    if not cues["infinitive_marks"]:  # where a form tells whether a verb is finite
        bounds = sorted([*bounds, *_closing(verbs, bounds)])
    made = []
    for i, (start, opener) in enumerate(bounds):
        end = bounds[i + 1][0] if i + 1 < len(bounds) else len(words)
        if start < end:
            made.append((start, end, opener))
    return made


def _another_subject(
    sentence: Sentence, verbs: dict[int, Verb], span: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether a subject and its verb follow "and" where one was told: "X left and the king wept"."""
    words, cues = sentence.words, lexicon.cues
    start, at = span
    head = at + 1
    if not any(i in verbs and verbs[i].finite for i in range(start, at)) or head >= len(words):
        return False
    if words[start] in cues["subordinators"] | cues["relatives"]:
        return False
    if not cues["between_words"].isdisjoint(words[max(start, at - _NEXT_SUBJECT) : at]):
        return False  # "between NATO and Russia is"
    if not (sentence.capitals[head] or words[head] in cues["known_by"] | cues["subject_openers"]):
        return False
    for i in range(head, min(head + _NEXT_SUBJECT, len(words))):
        if words[i] in _STOPS or words[i] in cues["clause_openers"]:
            return False
        if i in verbs and verbs[i].finite:
            return "participle" not in verbs[i].tenses or _has_object(sentence, i, lexicon)
    return False


_NEXT_SUBJECT = 9
"""How many words a second subject may have with its verb."""


def _has_object(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether what follows a form in -ed is an object, so that it is a verb: "and Rome recalled its"."""
    follows = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    cues = lexicon.cues
    plain = follows in cues["known_by"] | cues["numbers"] | cues["subject_openers"] or follows.isdigit()
    return plain or (at + 1 < len(sentence.words) and sentence.capitals[at + 1])


def _closing(verbs: dict[int, Verb], bounds: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Where a relative ends without a comma, two finite verbs meeting: « que tout opposait | ont signé »."""
    found = []
    for i, (start, opener) in enumerate(bounds):
        end = bounds[i + 1][0] if i + 1 < len(bounds) else max(verbs, default=0) + 1
        meeting = (at for at in range(start + 2, end) if at in verbs and at - 1 in verbs)
        cut = next((at for at in meeting if verbs[at].finite and verbs[at - 1].finite), None)
        if opener in ("sub", "rel", "relobj") and cut is not None:
            found.append((cut, "stop"))
    return found


def _told_without_that(
    sentence: Sentence, verbs: dict[int, Verb], lexicon: Lexicon, dated: frozenset[int]
) -> set[int]:
    """Where a told clause begins without a conjunction: "said on Monday | China could set up"."""
    words, cues = sentence.words, lexicon.cues
    if not cues["infinitive_marks"]:
        return set()
    found, tied = set(), cues["tied"]
    for at, verb in verbs.items():
        if not verb.finite or not any(lemma in lexicon.sayings for lemma, _ in verb.readings):
            continue
        start = _past_addressee(sentence, at + 1, {lemma for lemma, _ in verb.readings} & cues["addressing"])
        for i in range(start, min(at + 9, len(words))):
            if words[i] in _STOPS or words[i] in cues["subordinators"]:
                break
            subject = sentence.capitals[i] or words[i] in _SUBJECTS or words[i] in cues["pronouns"]
            if i in dated or not subject:  # "said on 3 May it had"
                continue
            if words[i] not in cues["weekdays"] and (
                words[i - 1] not in tied or i - 1 in dated or words[i - 1] in cues["weekdays"]
            ):
                if _has_verb(words, verbs, i, lexicon):
                    found.add(i)
                break
    return found


def _past_addressee(sentence: Sentence, start: int, addressing: AbstractSet[str]) -> int:
    """Where a told clause may begin behind whom it is told: "told Oslo on Monday | it would"."""
    end = start
    while addressing and end < len(sentence.words) and sentence.capitals[end]:
        end += 1
    return end if end == start + 1 else start  # "told Reuters Iran would"


def _has_verb(words: tuple[str, ...], verbs: dict[int, Verb], at: int, lexicon: Lexicon) -> bool:
    """Whether a subject has its verb close behind it: not "told a paper on Monday that"."""
    for i in range(at + 1, min(at + _SUBJECT, len(words))):
        another = words[i - 1] == "," and words[i] in lexicon.cues["coordinators"]
        if words[i] in lexicon.cues["subordinators"] or another:
            return False  # "recalled its envoy, and Iran expelled"
        if i in verbs and verbs[i].finite:
            return i - at < _CLOSE or (_STOPS | lexicon.cues["coordinators"]).isdisjoint(words[at:i])
    return False


_CLOSE = 8
"""How far behind its subject a verb may stand whatever is between."""
_SUBJECT = 12
"""How many words a told clause may have before its verb."""


def _opens(words: tuple[str, ...], verbs: dict[int, Verb], at: int, lexicon: Lexicon) -> bool:
    """Whether a subordinator really opens a clause: a finite verb follows before the next stop."""
    if words[at] in lexicon.cues["determiners"] and (at == 0 or words[at - 1] in lexicon.cues["determiners"]):
        return False
    scene = words[at] in lexicon.cues["scene_words"]
    office = words[at] in lexicon.cues["as_words"] and bool(lexicon.cues["infinitive_marks"])
    for i in range(at + 1, min(at + 30, len(words))):
        closed = words[i] == ")" and "(" in words[at:i]  # "that the African Union (AU) would"
        if (words[i] in _HARD and not closed) or (scene and words[i] in _PARTS and i + 1 in verbs):
            break  # "X, who came after the war, said": that verb has its subject before
        if office and words[i] == ",":
            break  # "took the oath as minister for trade, and was later chosen"
        if i in verbs and (verbs[i].finite or verbs[i].tenses & FINITE):
            return not (office and i == at + 1 and verbs[i].tenses == _NOW)  # "were arrested as spies"
    return words[at] in lexicon.cues["subject_relatives"]


_NOW = frozenset({"present"})
"""The tenses of a form in -s, which behind "as" is a noun."""


def parse(
    sentence: Sentence,
    lexicon: Lexicon,
    dated: frozenset[int] = frozenset(),
    named: frozenset[int] = frozenset(),
) -> Parse:
    """The clauses of a sentence; every token belongs to exactly one."""
    verbs = find_verbs(sentence, lexicon, dated | named)
    clauses = [Clause(0)]
    clause_of = [0] * len(sentence.words)
    current, pending = 0, ""
    stretches = _segments(sentence, verbs, lexicon, dated)
    inserted = says_between(sentence.words, stretches, verbs, lexicon)
    for start, end, opener in stretches:
        finite = [i for i in range(start, end) if i in verbs and verbs[i].finite]
        how, first = opener, start
        if start in inserted and clauses[current].waits:
            _add(
                clauses[_new(clauses, "beside", clauses[current].parent)],
                range(start, end),
                finite,
                clause_of,
            )
            continue
        if opener in ("stop", "hard") and end - start == 1:
            pending = opener
        if how in ("sub", "rel", "relobj"):
            holder = _open_clause(clauses, current)
            current = _new(clauses, how, holder)
            clauses[current].gerund = _by_gerund(sentence.words, start, lexicon)
            waiting = how == "rel" and not clauses[holder].finite
            back = resumes(sentence.words, start, finite, lexicon) if waiting else None
            if back is not None:
                _add(clauses[current], range(start, back), finite, clause_of)
                current, first = holder, back
        elif finite:
            holder = _open_clause(clauses, current)
            if clauses[current].waits and current != holder:
                pass
            elif how == "stop" and start + 1 in finite and _told_unknown(sentence, clauses, current):
                current = clauses[current].parent or 0
            elif not clauses[holder].finite:
                current = holder
            elif clauses[current].finite or how == "coord":
                # two verbs at the same level: a clause of its own beside the one that ended
                beside = current if how == "coord" and pending == "" else holder
                parent = clauses[beside].parent if beside != holder else clauses[holder].parent
                left = current
                current = _new(clauses, "coord" if how == "coord" else "beside", parent)
                parted = start + 1 in verbs or start - 1 in dated or start + 1 in dated
                if sentence.words[start] == "," and parted:
                    pair = clauses[left], clauses[current]
                    _take_subject(sentence.words, pair, clause_of, lexicon.cues["coordinators"])
        elif clauses[current].finite and (
            fronts(sentence, (start, end), lexicon, dated)
            or names_subject(sentence, (start, end), verbs, lexicon.cues["coordinators"])
        ):
            # "...; le lendemain, les Soviétiques quittent": what stands first belongs to the verb to come
            holder = _open_clause(clauses, current)
            current = _new(clauses, "beside", clauses[holder].parent) if clauses[holder].finite else holder
        elif clauses[current].finite and not clauses[0].finite and how in ("stop", "hard"):
            current = 0
        elif (
            how == "stop"
            and clauses[current].opener in ("rel", "relobj")
            and clauses[current].finite
            and day_apart(sentence, (start, end), lexicon, dated)
            and not only_is(clauses[clauses[current].parent or 0].finite, verbs, lexicon)
        ):
            current = clauses[current].parent or 0
        if not (end - start == 1 and opener in ("stop", "hard")):
            pending = "" if opener not in ("stop", "hard") else opener
        _add(clauses[current], range(first, end), finite, clause_of)
    return Parse(verbs, tuple(clauses), tuple(clause_of))


def _add(clause: Clause, tokens: range, finite: Sequence[int], clause_of: list[int]) -> None:
    """Nothing; a clause takes up some tokens, with those of its verbs that are among them."""
    clause.tokens.extend(tokens)
    clause.finite.extend(i for i in finite if i in tokens)
    for i in tokens:
        clause_of[i] = clause.number


def _by_gerund(words: tuple[str, ...], start: int, lexicon: Lexicon) -> bool:
    """Whether a subordinate clause that opens here has a gerund as its verb: "after renewing it, they"."""
    follows = "".join(words[start + 1 : start + 2])
    return bool(lexicon.cues["infinitive_marks"]) and "gerund" in lexicon.tenses.get(follows, ())


def _told_unknown(sentence: Sentence, clauses: list[Clause], current: int) -> bool:
    """Whether a relative clause has ended whose verb is in no table: ", whose firm employed both, had"."""
    clause = clauses[current]
    parent = clauses[clause.parent] if clause.parent is not None else None
    if clause.finite or clause.opener not in ("rel", "relobj") or parent is None or parent.finite:
        return False
    return len(clause.tokens) >= _TOLD and not any(sentence.words[i] == "," for i in clause.tokens)


_TOLD = 4
"""The least words of a relative clause that has a verb which is in no table."""


def _take_subject(
    words: tuple[str, ...], clauses: tuple[Clause, Clause], clause_of: list[int], coordinators: frozenset[str]
) -> None:  # fmt: skip
    """Give a clause whose verb stands behind a comma its subject: "and, on Sunday, minister X, signed".

    What a quotation is followed by is the subject, too: "'No,' X, the minister, said".
    """
    left, current = clauses
    tail = [i for i in left.tokens if i > max(left.finite, default=len(words))]
    cut = next(
        (i for i in reversed(tail) if words[i] in coordinators and "," in (words[i - 1], words[i + 1])), None
    )
    if cut is None:
        quote = next((i for i in reversed(tail) if words[i] in _ENDS_QUOTE), None)
        cut = quote + 1 if quote is not None and quote < tail[-1] else None
    if cut is None:
        return
    moved = [i for i in tail if i >= cut]
    left.tokens = [i for i in left.tokens if i < cut]
    current.tokens.extend(moved)
    for i in moved:
        clause_of[i] = current.number


_ENDS_QUOTE = frozenset('"”»')


def _open_clause(clauses: list[Clause], current: int) -> int:
    """The innermost clause around the current one that still waits for its verb, else the outermost."""
    number: int | None = current
    outer = current
    while number is not None:
        outer = number
        if clauses[number].waits:
            return number
        number = clauses[number].parent
    return outer if clauses[current].opener in ("sub", "rel", "relobj") else current


def _new(clauses: list[Clause], opener: str, parent: int | None) -> int:
    clauses.append(Clause(len(clauses), opener, parent))
    return len(clauses) - 1
