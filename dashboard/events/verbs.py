"""The words of a sentence that are verbs, by their forms and neighbours. Used by clauses."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from dashboard.events.inflection import FINITE
from dashboard.events.lexicon import Lexicon
from dashboard.events.nominals import QUOTES, compound, deed, named_numbers, nominal_before, plural_object
from dashboard.events.sentences import Sentence

_APPOSITION, _REACH = 6, 20
"""How many words a name between commas may have, and what opens with "the" or "who"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A word read as a verb: its lemma candidates with their tenses, all tenses, and if it heads a clause."""

    at: int
    readings: tuple[tuple[str, frozenset[str]], ...]
    tenses: frozenset[str]
    finite: bool


def bare(word: str, lexicon: Lexicon) -> str:
    """A verb without the pronoun that stands behind it: « rencontre-t-il »."""
    if "-" not in word:
        return word
    for ending in lexicon.ordered["inversions"]:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def find_verbs(sentence: Sentence, lexicon: Lexicon, dated: frozenset[int] = frozenset()) -> dict[int, Verb]:
    """The words of a sentence that are verbs, by token number."""
    found: dict[int, Verb] = {}
    weak = []
    words, helping = sentence.words, lexicon.cues["verbal_before"]
    # "On 4 May talks between A and B took place"
    if aside := {at for at in dated if words[at] in helping} | named_numbers(sentence, lexicon):
        words = tuple("day" if i in aside else word for i, word in enumerate(words))
    able = [at for at, word in enumerate(sentence.words) if word in lexicon.verbs or "-" in word]
    for at in able:
        if at in dated or (at - 1 in dated and deed(words, at, lexicon)):
            continue
        if at and sentence.capitals[at] and sentence.words[at - 1] not in QUOTES and not _shouting(sentence):
            continue
        verb = _verb(words, at, found, lexicon, dated)
        if verb is not None:
            found[at] = verb
            if verb.finite and _weak(words, verb, lexicon):
                weak.append(at)
    _resume(sentence.words, found, lexicon, (weak, dated))
    _reduce(sentence, found, lexicon, dated)
    _reduce_before_helper(sentence.words, found, lexicon)
    _front(sentence.words, found, lexicon)
    # "visits" or "rencontre" may be a noun: believed to be the verb only where no other verb is in sight
    strong = [at for at, verb in found.items() if verb.finite and at not in weak]
    for at in weak:
        if (helper := _turned_round(sentence.words, at, found, lexicon, dated)) is not None:
            found[helper] = replace(found[helper], finite="," not in sentence.words[helper:at])
            continue
        if any(
            not _parted(sentence.words, at, other) and not _paired(sentence.words, at, other, found, lexicon)
            for other in strong
        ):
            del found[at]
    _promote(sentence.words, found)
    return found


def _reduce(sentence: Sentence, found: dict[int, Verb], lexicon: Lexicon, named: frozenset[int]) -> None:
    """Nothing; a form behind a noun that a preposition opens the sentence with tells no more than which.

    "In a statement issued on 3 May, X condemned": the verb comes behind the comma.
    """
    words, cues = sentence.words, lexicon.cues
    first = next((at for at, verb in found.items() if verb.finite), None)
    if (
        not cues["infinitive_marks"]
        or first is None
        or not (words[0] in cues["adjuncts"] or words[0] in cues["by_words"])
    ):
        return
    verb, follows, articles = found[first], words[first + 1 : first + 2], cues["known_by"] | {"a", "an"}
    opens = words[1] in articles
    plain = not any(sentence.capitals[i] or i in named or words[i] in _BREAKS for i in range(2, first))
    if not (opens and plain and first > 2 and {"past", "participle"} <= verb.tenses):
        return
    if any(words[i] in articles and words[i - 1] not in cues["tied"] for i in range(2, first)):
        return  # "In the spring the president visited": what stands before is a subject
    after = cues["hung_on"]
    comma = next((i for i in range(first, len(words)) if words[i] == ","), len(words))
    if set(follows) <= after and any(other.finite for at, other in found.items() if at > comma):
        found[first] = replace(verb, finite=False)


def _front(words: tuple[str, ...], found: dict[int, Verb], lexicon: Lexicon) -> None:
    """Nothing; a form that opens a sentence is a participle of the subject behind its comma.

    "Named envoy in May, Vance flew to Sarajevo": he was named, and whoever named him is not told.
    """
    verb = found.get(0)
    if verb is None or not any(lemma in lexicon.cues["suffered_first"] for lemma, _ in verb.readings):
        return
    comma = next((i for i, word in enumerate(words) if word == "," and i + 2 < len(words)), None)
    main = next(
        (at for at, other in found.items() if comma is not None and at > comma and other.finite), None
    )
    if comma is not None and main is not None and main > comma + 1:
        found[0] = replace(verb, finite=False)


_BREAKS = frozenset(",;:()")


def _reduce_before_helper(words: tuple[str, ...], found: dict[int, Verb], lexicon: Lexicon) -> None:
    """Nothing; a form before the helper of its subject is no verb of its own: "hostages held in May are"."""
    cues = lexicon.cues
    if not cues["infinitive_marks"]:
        return
    apart, tied = cues["parting"], cues["hung_on"]
    for at, verb in found.items():
        follows = words[at + 1 : at + 2]
        if not verb.finite or not {"past", "participle"} <= verb.tenses or not tied.issuperset(follows):
            continue
        if any(lemma in lexicon.sayings for lemma, _ in verb.readings):
            continue  # "said on Thursday the occupation was"
        ends = (
            i for i in range(at + 1, len(words)) if i in found or words[i] in apart or words[i] in _BREAKS
        )
        later = next(ends, None)
        if later is not None and later in found and words[later] in lexicon.helping and found[later].finite:
            found[at] = replace(verb, finite=False, tenses=verb.tenses - {"past"})


def _turned_round(
    words: tuple[str, ...], at: int, found: dict[int, Verb], lexicon: Lexicon, dated: Collection[int]
) -> int | None:
    """The helper before the subject of a base form: "Only then did Athens recognise it"; else None."""
    near = max((i for i in range(max(0, at - _FAR_TURNED), at) if i in found), default=-1)
    if near < 0 or not any(lemma in lexicon.cues["doing"] for lemma, _ in found[near].readings):
        return None
    asked = words[-1] == "?" or not lexicon.cues["infinitive_marks"]
    reach = _FAR_TURNED if near - 1 in dated else _TURNED  # "Only on 3 May did the minister, A B, say"
    base = "infinitive" in lexicon.tenses.get(words[at], ())
    return near if base and not asked and at - near <= reach else None


_TURNED, _FAR_TURNED = 6, 16
"""How far before its verb the helper of a sentence may stand that is turned round; behind a day, farther."""


def _shouting(sentence: Sentence) -> bool:
    """Whether most words have a capital, so that one says nothing."""
    return sum(sentence.capitals) > 0.6 * sum(word[0].isalpha() for word in sentence.words)


def _resume(
    words: tuple[str, ...], found: dict[int, Verb], lexicon: Lexicon, apart: tuple[list[int], Collection[int]]
) -> None:
    """Nothing; a form behind the comma that closes an insertion is the verb of the subject before it.

    "The minister, A B, said"; but in "The offices, closed in May, will reopen" nothing was inserted before.
    """
    weak, dated = apart
    if not lexicon.cues["infinitive_marks"]:
        return
    for at, verb in found.items():
        if verb.finite or words[at - 1] != "," or not {"past", "participle"} <= verb.tenses:
            continue
        if not lexicon.cues["by_words"].isdisjoint(words[at + 1 : at + 2]):
            continue  # "On 3 May X, accompanied by Y, received"
        opened = next((i for i in range(at - 2, -1, -1) if words[i] in ",;:"), -1)
        if opened <= 0 or words[opened] != "," or not _inserted(words, opened + 1, at - 1, lexicon):
            continue
        start = next((i for i in range(opened - 1, -1, -1) if words[i] in ",;:"), -1)
        before = any(start < i < opened and other.finite and i not in weak for i, other in found.items())
        later = next((i for i, other in found.items() if i > at and other.finite), None)
        takes = lexicon.cues["known_by"] | lexicon.cues["possessives"]
        taken = at + 1 not in dated and words[at + 1 : at + 2] != () and words[at + 1] in takes
        if not before and opened - start > 1 and (later is None or taken or words[later - 1] != ","):
            found[at] = replace(verb, finite=True)


def _inserted(words: tuple[str, ...], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words between two commas may be an apposition or a relative clause, not a clause."""
    opens = lexicon.cues["relatives"] | lexicon.cues["determiners"] | lexicon.cues["place_words"]
    long = words[start] in opens or "gerund" in lexicon.tenses.get(words[start], ())
    return 0 < end - start <= (_REACH if long else _APPOSITION)


def _paired(words: tuple[str, ...], weak: int, strong: int, found: dict[int, Verb], lexicon: Lexicon) -> bool:
    """Whether two forms of the present are told side by side: "comes down on its side and halts sales"."""
    if not lexicon.cues["infinitive_marks"]:
        return False
    low, high = sorted((weak, strong))
    same = all(words[at].endswith("s") and "present" in found[at].tenses for at in (low, high))
    return same and words[high - 1] in lexicon.cues["coordinators"]


def _promote(words: tuple[str, ...], found: dict[int, Verb]) -> None:
    """Nothing; the last form behind a comma is the verb where there is none: "X, held by Y, agreed to"."""
    told = any(verb.finite for verb in found.values())
    after = [
        at for at, verb in found.items() if {"past", "participle"} <= verb.tenses and words[at - 1] == ","
    ]
    if after and not told:
        at = max(after)
        found[at] = replace(found[at], finite=True)


def _parted(words: tuple[str, ...], one: int, other: int) -> bool:
    """Whether a semicolon, a colon or a quotation mark stands between two words."""
    low, high = sorted((one, other))
    return any(word in ';:«»“”"' for word in words[low:high])


def _counted(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a number stands for those who act: "the two met on Friday", not "the two agreed texts"."""
    follows = words[at + 1] if at + 1 < len(words) else "."
    after = lexicon.cues["determiners"] | lexicon.cues["place_words"] | lexicon.cues["infinitive_marks"]
    number = at > 1 and words[at - 1] in lexicon.cues["numbers"] and words[at - 2] in lexicon.cues["known_by"]
    return number and (follows in after or follows in ".,")


def _plural_subject(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a base form may be the verb of a plural before it: "flights resume", "the two sides meet"."""
    before = words[at - 1] if at else ""
    if before in lexicon.cues["plural_nouns"]:
        return words[at - 2 : at - 1] != ("'s",)  # "last week's police raid"
    small = before in lexicon.cues["determiners"] or before in lexicon.cues["adjectives"]
    if small or not before.endswith("s"):
        return False
    return len(before) > 3 and not before.endswith(("ss", "us", "is"))


def _weak(words: tuple[str, ...], verb: Verb, lexicon: Lexicon) -> bool:
    before = words[verb.at - 1] if verb.at else ""
    if verb.tenses - {"present", "infinitive"} or before in lexicon.cues["verbal_before"]:
        return False
    if not lexicon.cues["infinitive_marks"] and before.isalpha() and before not in lexicon.cues["loose"]:
        return False  # a French noun has a determiner: « le Parlement vote contre »
    if bare(words[verb.at], lexicon) in lexicon.helping:
        return False
    if _plural_subject(words, verb.at, lexicon) and _complemented(words, verb.at, lexicon):
        return False
    return (
        words[verb.at] in lexicon.nouns
        or words[verb.at] in lexicon.cues["mostly_nouns"]
        or (bool(lexicon.cues["infinitive_marks"]) and "infinitive" in verb.tenses)
    )


def _complemented(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether what follows a base form is what follows a verb: "ministers meet on", "troops seize the"."""
    follows = words[at + 1] if at + 1 < len(words) else ""
    opening = lexicon.cues["determiners"] | lexicon.cues["place_words"] | lexicon.cues["object_openers"]
    if follows.endswith(tuple(lexicon.cues["manner_endings"])):
        return True  # "officials meet secretly in"
    return follows in opening and follows not in (lexicon.cues["of_words"] | lexicon.cues["by_words"])


_LABELS = frozenset(":–—")
"""What stands between the label of a chronicle's entry and what it tells."""
_DATE = 8
"""Before which word a date in front of its sentence must have ended."""


def _never(words: tuple[str, ...], at: int, form: str, lexicon: Lexicon) -> bool:
    """Whether a form is no verb here: « entre deux rives », but « entre dans la ville », « : reprise »."""
    follows = words[at + 1] if at + 1 < len(words) else ""
    if form in lexicon.cues["never_verbs"] and not _yet(words, at, form, lexicon):
        return True
    around = (words[max(0, at - 2) : at + 1], (*words[max(0, at - 1) : at + 1], follows))
    if any(" ".join(some) in lexicon.cues["no_verb_there"] for some in around):
        return True  # « dans l'est de l'Ukraine », « à partir du 3 mai »
    if form in lexicon.cues["measures"] and at and _counts(words[at - 1], lexicon):
        return True  # "40 million pounds"
    labelled = at > 0 and words[at - 1] in _LABELS
    dated = at in range(1, _DATE) and words[at - 1] == "," and any(word.isdigit() for word in words[:at])
    opens = labelled or dated or not at
    if opens and form in lexicon.nouns and not lexicon.cues["infinitive_marks"]:
        return (
            True  # « Visite du pape à Bagdad », « Le 3 mai 2020, visite »: no French verb opens what it tells
        )
    return labelled and form in lexicon.nouns and follows in lexicon.cues["of_words"]


def _yet(words: tuple[str, ...], at: int, form: str, lexicon: Lexicon) -> bool:
    """Whether the next word makes a form a verb all the same: « en fait autant »."""
    return at + 1 < len(words) and f"{form} {words[at + 1]}" in lexicon.cues["yet_verbs"]


def _says_which(words: tuple[str, ...], at: int, found: dict[int, Verb], lexicon: Lexicon) -> bool:
    """Whether a form only says which one a noun means: "freed Assadi, a diplomat convicted of a plot"."""
    before, follows = words[at - 1] if at else "", "".join(words[at + 1 : at + 2])
    told = any(verb.finite for verb in found.values())
    return (
        told
        and before.isalpha()
        and before not in lexicon.verbs
        and follows in lexicon.cues["reduced_before"]
    )


def _counts(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says how many."""
    return word[0].isdigit() or word in lexicon.cues["scales"] | lexicon.cues["numbers"]


_DOUBTFUL = frozenset({"present", "participle", "gerund"})
"""The tenses whose forms may be nouns or adjectives in any language."""


def _has_done(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether the helper of a plural carries its clause: "both sides have agreed", not "may have agreed"."""
    cues, before = lexicon.cues, words[at - 1] if at else ""
    if words[at] not in cues["have"] or before in cues["infinitive_marks"] or before in lexicon.helping:
        return False
    behind = (word for word in words[at + 1 : at + 3] if word in lexicon.tenses)
    return not at or "participle" in lexicon.tenses.get(next(behind, ""), frozenset())


def _verb(
    words: tuple[str, ...], at: int, found: dict[int, Verb], lexicon: Lexicon, dated: Collection[int]
) -> Verb | None:
    """The verb that a word is, or None if it is none here."""
    cues, form = lexicon.cues, bare(words[at], lexicon)
    readings = lexicon.verbs.get(form)
    if readings is None or _never(words, at, form, lexicon):
        return None
    before, tenses = words[at - 1] if at else "", lexicon.tenses[form]
    clearly = before in cues["verbal_before"] or form != words[at] or _yet(words, at, form, lexicon)
    gerund = before in cues["gerund_marks"] and tenses == {"gerund"}
    clearly = clearly or gerund or _cleft(words, at, found, lexicon)
    auxiliary = form in lexicon.helping
    doubtful = bool(cues["infinitive_marks"]) or not tenses.isdisjoint(_DOUBTFUL)
    if doubtful and not clearly and not auxiliary and nominal_before(words, at, lexicon):
        if not (tenses <= {"past"} or ("past" in tenses and _counted(words, at, lexicon))):
            return None
        return Verb(at, readings, tenses, finite=True)
    if compound(words, at, lexicon):
        return None
    if "infinitive" in tenses and cues["infinitive_marks"] and not tenses & {"past", "participle"}:
        if before in cues["infinitive_marks"] or auxiliary:
            led = auxiliary and before in cues["verbal_before"] and before not in cues["infinitive_marks"]
            return Verb(at, readings, tenses, finite=led or _has_done(words, at, lexicon))
        alone = form in lexicon.nouns and not _plural_subject(words, at, lexicon)
        if clearly or not alone or _turned_round(words, at, found, lexicon, dated) is not None:
            return Verb(at, readings, tenses, finite=True)
        return None
    if not clearly and at - 1 in found and plural_object(form, found[at - 1].readings, lexicon):
        return None
    finite = bool(tenses & FINITE)
    if finite and "participle" in tenses:
        helped = any(
            i in found and bare(words[i], lexicon) in lexicon.helping
            for i in range(_held_from(words, at, lexicon), at)
        )
        suffered = bool(cues["infinitive_marks"]) and words[at + 1 : at + 2] == ("by",)  # "rebels backed by"
        reduced = form in cues["reduced"] and _says_which(words, at, found, lexicon)
        reduced = reduced or form in cues["only_participles"]
        finite = not helped and not suffered and not reduced and before != ","
        finite = finite and (clearly or before not in cues["determiners"])
    return Verb(at, readings, tenses, finite)


def _cleft(words: tuple[str, ...], at: int, found: Mapping[int, Verb], lexicon: Lexicon) -> bool:
    """Whether "that" before a form leads back to a name set in front: "It was Chad that recalled"."""
    cues = lexicon.cues
    if not cues["infinitive_marks"] or not at or words[at - 1] not in cues["that_words"]:
        return False
    lead = (i for i in range(max(1, at - _CLEFT), at - 1) if words[i - 1] in cues["cleft_subjects"])
    return any(lemma in cues["be"] for i in lead if i in found for lemma, _ in found[i].readings)


_CLEFT = 8
"""How far before its verb "it was" may stand."""


def _held_from(words: tuple[str, ...], at: int, lexicon: Lexicon) -> int:
    """From where a helper may lead to a participle: not from before "since Peru expelled"."""
    opens = lexicon.cues["subordinators"] if lexicon.cues["infinitive_marks"] else ()
    start = max(0, at - 4)
    return next((i for i in range(at - 1, start, -1) if words[i] in opens), start)


def helper_near(words: tuple[str, ...], verbs: Mapping[int, Verb], at: int) -> int:
    """Where a helper may stand: right before its verb, or before what commas set apart: « a, lundi, vu »."""
    if at and words[at - 1] == ",":
        opened = next((i for i in range(at - 2, max(0, at - _INSERTED), -1) if words[i] == ","), 0)
        if opened and opened - 1 in verbs:
            return opened - 1
    return at - 1


_INSERTED = 12
"""The most tokens of what commas set apart between a helper and its verb."""
