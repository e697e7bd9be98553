"""To which clause a stretch belongs: to the one that goes on, or to the one to come. Called by clauses."""

from collections.abc import Mapping, Sequence

from dashboard.events.lexicon import Lexicon
from dashboard.events.sentences import Sentence
from dashboard.events.verbs import Verb

_HARD = frozenset(";:)")


def resumes(words: Sequence[str], start: int, finite: Sequence[int], lexicon: Lexicon) -> int | None:
    """The verb with which the main clause goes on: "The man who had shot him | left", or None.

    ``start`` is where the relative clause opens; one behind a comma ends with another. In tenses that do
    not look back the two verbs may be of one clause, so that the second has to take an object.
    """
    cues = lexicon.cues
    if len(finite) <= 1 or words[start - 1] == ",":
        return None
    back = words[finite[0]] in cues["had"]
    ends = cues["coordinators"] | cues["subordinators"] | cues["relatives"] | cues["pronouns"]
    for at in finite[1:]:
        between = words[finite[0] + 1 : at]
        if any(word in ends or not word[0].isalnum() for word in between):
            return None
        small = words[at - 1] in cues["determiners"] | cues["infinitive_marks"]
        takes = words[at + 1 : at + 2]
        # where it looks back no object is asked for: "The man who had shot him left"
        able = back or not (cues["known_by"] | cues["subject_openers"]).isdisjoint(takes)
        if at - finite[0] > 1 and not small and able:
            return at
    return None


def fronts(sentence: Sentence, stretch: tuple[int, int], lexicon: Lexicon, dated: frozenset[int]) -> bool:
    """Whether a stretch without a verb opens what comes: after ";", or only a date after a colon."""
    first, last = stretch
    words = sentence.words
    if last - first < 2 or words[first] not in ";:":
        return False
    small = lexicon.cues["determiners"] | lexicon.cues["place_words"] | lexicon.cues["as_early"]
    days = [i in dated for i in range(first + 1, last)]
    return words[first] == ";" or (
        any(days) and all(day or words[first + 1 + at] in small for at, day in enumerate(days))
    )


def names_subject(
    sentence: Sentence, stretch: tuple[int, int], verbs: dict[int, Verb], coordinators: frozenset[str]
) -> bool:
    """Whether names stand behind a colon, their verb behind a comma: "Warsaw: its president, X, said"."""
    first, last = stretch
    words = sentence.words
    if words[first] != ":" or last >= len(words) or words[last] != ",":
        return False
    stop = next((i for i in range(last, len(words)) if words[i] in _HARD), len(words))
    told = [i for i in range(last, stop) if i in verbs and verbs[i].finite]
    named = sentence.capitals[first + 1] or any(sentence.capitals[last + 1 : last + 2])
    listing = told and not coordinators.isdisjoint(words[last : told[0]])
    return bool(told) and named and not listing and last - first <= _SUBJECT


_SUBJECT = 6
"""How many words a subject behind a colon may have before its comma."""


def lists(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether « dont » only leads to a few of those who act: « Dix pays, dont A et B, ont »."""
    words, small = sentence.words, lexicon.cues["determiners"] | lexicon.cues["coordinators"]
    end = next((i for i in range(at + 1, len(words)) if not words[i][0].isalnum()), len(words))
    inside = range(at + 1, end)
    named = all(sentence.capitals[i] or words[i] in small for i in inside)
    return named and any(words[i] in lexicon.cues["coordinators"] for i in inside)


def says_between(
    words: Sequence[str],
    stretches: Sequence[tuple[int, int, str]],
    verbs: Mapping[int, Verb],
    lexicon: Lexicon,
) -> frozenset[int]:
    """Where stretches start that only tell who says it, a subject before and its verb behind them.

    "The Hondurans, he said on Monday, had sent a letter": what they part is one clause.
    """
    found = set()
    for (start, end, _), (said, past, how), (back, last, again) in zip(
        stretches, stretches[1:], stretches[2:], strict=False
    ):
        if not (how == again == "stop" and words[said] == words[back] == ",") or past - said > _SAYING:
            continue
        told = [i for i in range(said + 1, past) if i in verbs and verbs[i].finite]
        goes_on = any(i in verbs and verbs[i].finite for i in range(back + 1, min(back + 3, last)))
        waits = not any(i in verbs and verbs[i].finite for i in range(start, end))
        speaks = len(told) == 1 and any(lemma in lexicon.sayings for lemma, _ in verbs[told[0]].readings)
        if goes_on and waits and speaks and told[0] > said + 1:
            found.add(said)
    return frozenset(found)


_SAYING = 14
"""How many words a stretch may have that tells who says it."""


def day_apart(sentence: Sentence, stretch: tuple[int, int], lexicon: Lexicon, dated: frozenset[int]) -> bool:
    """Whether nothing but a day stands behind the comma of a relative: "A, who died in May, on 28 June"."""
    first, last = stretch
    words, small = sentence.words, lexicon.cues["adjuncts"] | lexicon.cues["place_words"]
    if last - first < _DAY:
        return False
    rest = [i for i in range(first + 1, last) if i not in dated and words[i].isalpha()]
    return words[first] == "," and first + 1 not in dated and rest == [first + 1] and words[rest[0]] in small


_DAY = 3
"""The least tokens of a comma with a preposition and a day."""


def only_is(finite: Sequence[int], verbs: Mapping[int, Verb], lexicon: Lexicon) -> bool:
    """Whether a clause only says who somebody is: "The victim was A, who was shot in B, on 3 May"."""
    told = [lemma for i in finite for lemma, _ in verbs[i].readings]
    return bool(told) and all(lemma in lexicon.cues["be"] for lemma in told)


def only_a_day(
    words: Sequence[str], at: int, verbs: Mapping[int, Verb], lexicon: Lexicon, dated: frozenset[int]
) -> bool:
    """Whether a word leads to a day and opens no clause: "Not until Friday did", "since Sunday, where"."""
    cues = lexicon.cues
    end = next((i for i in range(at + 1, len(words)) if i not in dated), len(words) - 1)
    turned = end in verbs and any(lemma in cues["doing"] for lemma, _ in verbs[end].readings)
    apart = words[end] == "," and not cues["relatives"].isdisjoint(words[end + 1 : end + 2])
    return bool(cues["infinitive_marks"]) and (turned or apart)


def glosses(words: Sequence[str], verbs: Mapping[int, Verb]) -> set[int]:
    """The brackets around a name or two, which part nothing: "the African Union (AU)"."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word != "(":
            continue
        end = next((i for i in range(at + 1, min(at + _GLOSS, len(words))) if words[i] == ")"), None)
        if end is not None and not any(i in verbs and verbs[i].finite for i in range(at, end)):
            found |= {at, end}
    return found


_GLOSS = 5
"""How many tokens a bracket may have that only tells another name."""
