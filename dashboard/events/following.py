"""The words of a sentence that fill the pattern of a verb. Called by triggers."""

from dashboard.events.clauses import Parse
from dashboard.events.lexicon import Lexicon
from dashboard.events.nominals import QUOTES
from dashboard.events.patterns import VerbPattern
from dashboard.events.sentences import Sentence

_REACH, _TIGHT = 6, 3
"""How many words on a content word, or a small word, of a verb's pattern may stand."""
_BACK = 9
"""How far before a passive verb its object may stand."""
_SUBJECT = 12
"""The same of the subject of a verb where no comma and no "by" stands between them."""


_OWNS = frozenset({"'s", "'", "’"})
"""Signs of a possessive, which count for no word: "handed Peru's chargé d'affaires a note"."""


def _counts_for_nothing(words: tuple[str, ...], at: int) -> bool:
    """Whether a token is no word between a verb and what it takes: of a possessive, or "(CAR)"."""
    if words[at] in _OWNS or words[at] in "()":
        return True
    return words[at - 1] == "(" and words[at + 1 : at + 2] == (")",)


def _apart(words: tuple[str, ...], at: int, wanted: frozenset[str], relatives: frozenset[str]) -> int | None:
    """A word before what stands between commas before a verb: « des soldats, ceux de l'Otan, ont été »."""
    close = next((i for i in range(at - 1, max(0, at - _TIGHT) - 1, -1) if words[i] == ","), 0)
    opens = next((i for i in range(close - 1, max(-1, close - _BACK), -1) if words[i] == ","), 0)
    if not opens or not words[opens + 1].isalpha() or words[opens + 1] in relatives:
        return None  # « le sommet, que présidait X, s'est ouvert »
    return next((i for i in range(opens - 1, max(-1, opens - _BACK), -1) if words[i] in wanted), None)


def _before_relative(words: tuple[str, ...], at: int, wanted: frozenset[str], lexicon: Lexicon) -> int | None:
    """A subject before a relative clause: "talks, from which X has been barred since, collapsed"."""
    if not at or words[at - 1] != ",":
        return None
    opens = next((i for i in range(at - 2, max(-1, at - _ASIDE), -1) if words[i] == ","), 0)
    if lexicon.cues["relatives"].isdisjoint(words[opens + 1 : opens + 3]):
        return None
    return next((i for i in range(opens - 1, max(-1, opens - _BACK), -1) if words[i] in wanted), None)


_ASIDE = 20
"""How many words may stand between commas before a verb and its subject."""


def _led_by(
    sentence: Sentence, at: int, wanted: frozenset[str], dated: frozenset[int], lexicon: Lexicon
) -> bool:
    """Whether a word stands before a verb as its subject; « Marine Le Pen » is no navy."""
    words, titled = sentence.words, lexicon.cues["infinitive_marks"]
    parting = lexicon.cues["by_words"] | frozenset(",;:")
    near = words[max(0, at - _SUBJECT) : at]
    back = _SUBJECT if parting.isdisjoint(near) else _BACK
    for i in range(at - 1, max(-1, at - back), -1):
        if words[i] in wanted and i not in dated and (titled or not all(sentence.capitals[i : i + 2])):
            return True
    return _before_relative(words, at, wanted, lexicon) is not None


def follow(
    sentence: Sentence, pattern: VerbPattern, at: int, dated: frozenset[int], lexicon: Lexicon,
    *, participle: bool, told: frozenset[str] = frozenset(),
) -> frozenset[int] | None:  # fmt: skip
    """The tokens that fill a verb pattern at a verb, or None where a word is missing.

    Instead of a word that may move one of those ``told`` before will do, for which a pronoun stands.

    The words of a date are passed over: "a parlé [la semaine dernière] de", "ruled [on Friday] out".
    """
    if not pattern.rest:
        return frozenset({at})
    words, used, last = sentence.words, {at}, at
    apart = lexicon.cues["apart_from_verbs"]
    behind = range(at - 1, max(-1, at - _BACK), -1)
    small, pointing = lexicon.cues["leading"], lexicon.cues["pointing"]
    marked = bool(lexicon.cues["infinitive_marks"])
    for wanted, moves in pattern.rest:
        hit = None
        if moves == "^":
            if told.isdisjoint(wanted) and not _led_by(sentence, at, wanted, dated, lexicon):
                return None
            continue
        if moves == "@":
            last = next((i for i in range(at + 1, len(words)) if i not in dated), len(words))
            if sentence.capitals[last : last + 2] != (True, True):
                return None
            continue
        if moves == "=":
            last += 1
            if last >= len(words) or words[last] not in wanted:
                return None
            used.add(last)
            continue
        reach = _REACH if moves or last > at else _TIGHT
        for i in range(last + 1, len(words)):
            if i in dated or (i + 1 in dated and words[i] in small and words[i + 1] not in pointing):
                continue
            if words[i] in QUOTES or _counts_for_nothing(words, i):
                continue
            reach -= 1
            if reach < 0 or words[i] in ";:.?!" or (words[i] == "," and not moves):
                break
            if moves and words[i] in apart and words[i] not in wanted:
                break  # "left the city without an agreement", « suspendues en raison d'une offensive »
            that = words[i] in lexicon.cues["that_words"] and words[i] not in wanted
            if moves and that and words[i + 1 : i + 2] and words[i + 1] not in wanted:
                break  # "responded that the sanctions were an attack", but "ruled that out"
            if moves and marked and words[i] in lexicon.cues["by_words"] and words[i] not in wanted:
                break  # "contact was made by the envoys"
            if words[i] in wanted:
                hit = i
                break
        if hit is None and moves and participle:
            hit = next((i for i in behind if words[i] in wanted and i not in dated), None)
            hit = hit if hit is not None else _apart(words, at, wanted, lexicon.cues["opening"])
            if hit is not None:
                used.add(hit)
                continue
        if hit is not None:
            used.add(hit)
            last = hit
        elif not moves or told.isdisjoint(wanted):
            return None
    return frozenset(used)


def cuts(sentence: Sentence, lemma: str, at: int, used: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether a match passes over a word that the verb has for itself: "take place in the capital"."""
    follows = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    return at + 1 not in used and f"{lemma} {follows}" in lexicon.cues["set_phrases"]


def past_another(sentence: Sentence, parse: Parse, lexicon: Lexicon, at: int, used: frozenset[int]) -> bool:
    """Whether a match takes a word of another verb: « décide de lever des sanctions ».

    Before a participle too: « sa visite suit l'accord conclu ».
    """
    words, verbs = sentence.words, parse.verbs
    first, last, leading = min(used), max(used), at
    while leading - 1 in verbs or leading - 2 in verbs:  # "will be dropped"
        leading -= 1
    before = any(
        verbs[i].finite and words[i] not in lexicon.helping and parse.clause_of[i] == parse.clause_of[first]
        for i in range(first + 1, leading) if i in verbs
    )  # fmt: skip
    marks = lexicon.cues["of_words"]
    return before or any(
        verbs[i].tenses == _INFINITIVE and i not in used and words[i - 1] in marks
        for i in range(at + 1, last) if i in verbs
    )  # fmt: skip


_INFINITIVE = frozenset({"infinitive"})


def in_what_is_told(
    sentence: Sentence, parse: Parse, lexicon: Lexicon, at: int, used: frozenset[int]
) -> bool:
    """Whether a match takes a word of what is told: "announced that a truce had been reached"."""
    that = lexicon.cues["that_words"]
    held = {parse.clause_of[i] for i in used if i > at and sentence.words[i] not in that}
    told = (parse.clauses[number] for number in held - {parse.clause_of[at]})
    return any(
        one.opener == "sub" and one.tokens[0] > at and sentence.words[one.tokens[0]] in that for one in told
    )


def in_passing(sentence: Sentence, lexicon: Lexicon) -> frozenset[int]:
    """The tokens of what is set between a verb and what it takes: « vote [pour la première fois] des »."""
    words, found = sentence.words, set[int]()
    if lexicon.phrases("in_passing").signs.isdisjoint(words):
        return frozenset()
    for phrase in lexicon.ordered["in_passing"]:
        form = tuple(phrase.split())
        for at, word in enumerate(words):
            if word == form[0] and words[at : at + len(form)] == form:
                found |= set(range(at, at + len(form)))
    return frozenset(found)
