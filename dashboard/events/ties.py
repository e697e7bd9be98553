"""How mentions hang together with the words around them. Called by casting and venues."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.events.asides import aside
from dashboard.events.insertions import past_date
from dashboard.events.parsed import Parsed
from dashboard.events.sentences import Sentence
from dashboard.events.triggers import Trigger
from dashboard.model import Mention

_LOOK_BACK = 5
_DATELINE = 16
"""How many tokens an agency's dateline may have."""
_SHOUTED = 8
"""How many tokens a dateline without an agency may have."""
_STOPS = frozenset(',;:()«»“”"')


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its tokens in the sentence."""

    mention: Mention
    first: int
    last: int


def seen_in(sentence: Sentence, mentions: Sequence[Mention]) -> list[Seen]:
    """The resolved mentions inside a sentence with their tokens; of two that overlap the longer stays."""
    if not mentions:
        return []
    inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end and m.target]
    inside.sort(key=lambda m: (m.start - m.end, m.start))
    kept: list[Mention] = []
    for mention in inside:
        clash = [k for k in kept if k.start < mention.end and mention.start < k.end]
        if not clash or all((k.start, k.end) == (mention.start, mention.end) for k in clash):
            kept.append(mention)
    kept.sort(key=lambda m: (m.start, m.end, m.target or ""))
    return [Seen(mention, *sentence.span(mention.start, mention.end)) for mention in kept]


def scope(parsed: Parsed, trigger: Trigger, rivals: Sequence[Trigger], *, narrow: bool) -> frozenset[int]:
    """The tokens whose mentions may take part: the clause, or only the noun phrase where others share it."""
    tokens = parsed.parse.clauses[trigger.clause].tokens
    if not narrow:
        taken: set[int] = set()
        for rival in rivals:
            if rival.noun and rival.clause == trigger.clause:
                taken |= _phrase(parsed, rival, [trigger])
        first, last = _stretch(parsed, trigger)
        inside = frozenset(at for at in tokens if first <= at < last)
        return inside - taken - aside(parsed, trigger) - others_words(parsed, trigger, rivals)
    return frozenset(_phrase(parsed, trigger, rivals))


def others_words(parsed: Parsed, trigger: Trigger, rivals: Sequence[Trigger]) -> frozenset[int]:
    """The tokens that another dated verb of a clause has for itself: "flew to A and was received by B"."""
    found: set[int] = set()
    words, links = parsed.sentence.words, parsed.words.cues["coordinators"]
    main = parsed.parse.clauses[trigger.clause].finite
    if main and not trigger.head and not trigger.noun and not trigger.finite:
        found |= set(range(main[0], len(words)))  # what he who was named then did
    for rival in rivals:
        if trigger.noun or rival.noun or rival.clause != trigger.clause:
            continue
        if not rival.head and not rival.finite and "," in words[: trigger.head]:
            found |= set(range(words.index(",")))  # "Named envoy in May, he brought A and B together"
            continue
        first, last = sorted((trigger.head, rival.head))
        cut = next((i for i in range(last - 1, first, -1) if words[i] in links), None)
        if cut is None:
            continue
        if rival.head > trigger.head:
            found |= set(range(cut, len(words)))
        else:
            found |= set(range(rival.head, cut))
    return frozenset(found)


def _stretch(parsed: Parsed, trigger: Trigger) -> tuple[int, int]:
    """The tokens between the semicolons around a trigger: what they part is told apart."""
    words = parsed.sentence.words
    if ";" not in parsed.said:
        return 0, len(words)
    first, last = min(trigger.used), trigger.end
    while first > 0 and words[first - 1] != ";":
        first -= 1
    while last < len(words) and words[last] != ";":
        last += 1
    return first, last


def _phrase(parsed: Parsed, trigger: Trigger, rivals: Sequence[Trigger]) -> set[int]:
    """The noun phrase of a noun trigger: four words before it, and on to the next verb, comma or rival."""
    words, heads = parsed.sentence.words, {rival.head for rival in rivals}
    start = min(trigger.used)
    begin = start
    while (
        begin > 0
        and start - begin < 6
        and words[begin - 1] not in _STOPS
        and begin - 1 not in parsed.parse.verbs
    ):
        if begin - 1 in heads:
            break
        begin -= 1
    end = trigger.end
    while end < len(words) and end not in heads:
        if words[end] in _STOPS:
            inserted = past_date(parsed, end)
            if inserted == end:
                break
            end = inserted
        if end in parsed.parse.verbs and parsed.parse.verbs[end].finite:
            break
        end += 1
    return set(range(begin, end))


def preposition(parsed: Parsed, at: int, floor: int) -> str:
    """How a mention is tied to what precedes it: with, by, against, between, about, of, to, in, or ""."""
    words, cues = parsed.sentence.words, parsed.words.cues
    through_of = False
    opened = words[at] in cues["determiners"] and at > 0 and parsed.sentence.capitals[at - 1]
    if opened and at > 1 and words[at - 2] in cues["place_words"]:
        return ""  # "In Rio the parties adopted": of two phrases only the first is tied
    for i in range(at - 1, max(floor, at - _LOOK_BACK - 1), -1):
        word = words[i]
        if i in parsed.dated or (word in _STOPS and word not in '«“"('):
            break
        if _bars(parsed, i) or parsed.parse.clause_of[i] != parsed.parse.clause_of[at]:
            break
        if word in cues["relatives"] and parsed.parse.clauses[parsed.parse.clause_of[i]].opener == "relobj":
            break  # « Londres, dont le ministre a parlé »: the subject of a clause of its own
        if word in cues["among_which"] and parsed.parse.clauses[parsed.parse.clause_of[i]].opener != "relobj":
            break
        if word in cues["presence_words"]:
            return "with"
        if word in cues["benefit_words"]:
            return "to"  # « en faveur de la Jordanie »
        for name in ("with", "by", "between"):
            if word in cues[f"{name}_words"]:
                return name
        if word in cues["about_words"]:
            return "about"
        if word in cues["of_words"]:
            through_of = True
            continue
        if word in cues["place_words"] and word in cues["against_words"]:
            return "to" if not through_of else "of"
        if word in cues["against_words"]:
            return "against"
        if word in cues["place_words"]:
            return "in"
    return "of" if through_of else ""


def asked(parsed: Parsed, one: Seen, group: Sequence[int]) -> bool:
    """Whether a pronoun behind the helper of its verb is the subject: « a-t-il déclaré »."""
    inside = one.first in group and one.mention.form == "pronoun"
    return inside and parsed.sentence.words[one.first].endswith(parsed.words.ordered["inversions"])


def own_words(parsed: Parsed, trigger: Trigger, one: Seen) -> int:
    """The last word of a verb's own phrase before a mention, which ties nothing: « mettre en garde X »."""
    words, cues, last = parsed.sentence.words, parsed.words.cues, trigger.end - 1
    if trigger.noun or last == trigger.head or not 0 <= one.first - trigger.end <= 1:
        return -1
    tied = any(word in cues[name] for name in TIES for word in words[last : one.first])
    return -1 if tied else last


TIES = ("with_words", "by_words", "between_words", "about_words", "of_words", "place_words", "against_words")
"""The lists of the words that tie a mention to what precedes it."""


def _bars(parsed: Parsed, at: int) -> bool:
    """Whether a word is a verb that parts what stands behind it from a preposition before."""
    verb = parsed.parse.verbs.get(at)
    return verb is not None and (verb.finite or "participle" not in verb.tenses)


def listed(parsed: Parsed, first: Seen, second: Seen) -> bool:
    """Whether two mentions are members of one list: "A, B et C"."""
    between = parsed.sentence.words[first.last : second.first]
    links = parsed.words.cues["list_links"]
    lead = parsed.sentence.words[max(0, first.first - 2) : first.first]
    if not parsed.words.cues["of_words"].isdisjoint(lead):
        links |= parsed.words.cues["of_words"]  # « la surveillance de la Russie et de la Turquie »
    return (
        0 < len(between) <= 4
        and all(w in links or w == "," for w in between)
        and any(w in parsed.words.cues["coordinators"] or w == "," for w in between)
    )


def office_of(parsed: Parsed, one: Seen, seen: Sequence[Seen]) -> bool:
    """Whether several only tell whose officers follow: "the ministers of the two countries, X and Y, met"."""
    words, of = parsed.sentence.words, parsed.words.cues["of_words"]
    if one.mention.form != "plural" or one.last >= len(words) or words[one.last] != ",":
        return False
    tied = words[one.first] in of or (one.first > 0 and words[one.first - 1] in of)
    named = (other.first - one.last for other in seen if other.mention.form == "name")
    return tied and any(1 <= far <= _TITLED for far in named)


_TITLED = 3
"""How many words behind such an office its first holder may be named: a comma and a title."""


def on_premises(parsed: Parsed, one: Seen) -> bool:
    """Whether a place only says where a building stands: "devant son bureau d'Amman"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    behind = one.first > 1 and words[one.first - 1] in cues["of_words"]
    return behind and words[one.first - 2] in cues["premises"]


def only_a_place(parsed: Parsed, one: Seen) -> bool:
    """Whether a state is named only to say where: "in the Danish capital", "à <city>", a dateline."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if one.last <= dateline(parsed.sentence) or on_premises(parsed, one) or _bound_for(parsed, one):
        return True
    if one.mention.form != "demonym":
        return False
    before = words[max(0, one.first - 3) : one.first]
    near = [*words[one.last : one.last + 2], *before[-1:]]
    lead = words[max(0, one.first - 5) : one.first]
    return not cues["seats"].isdisjoint(near) and any(
        w in cues["place_words"] | cues["direction_words"] or w == "," for w in lead
    )


def _bound_for(parsed: Parsed, one: Seen) -> bool:
    """Whether a state only tells where something is bound: « un avion à destination de Lituanie »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = parsed.lead(one.first)
    return at > 0 and words[at] in cues["of_words"] and words[at - 1] in cues["direction_words"]


def names_text(parsed: Parsed, one: Seen) -> bool:
    """Whether a place is part of a text's name: "the Vienna agreement", "l'accord d'Alger"."""
    words, nouns = parsed.sentence.words, parsed.words.nouns
    after = words[one.last] if one.last < len(words) else ""
    before = words[one.first - 2] if one.first > 1 and words[one.first - 1] in _of(parsed) else ""
    lead = parsed.sentence.words[max(0, one.first - 4) : one.first - 1] if before else ()
    if " ".join(lead) in parsed.words.cues["named_texts"]:
        return True  # « la feuille de route de Luanda »
    return any(
        kind.type == "AGREE" and len(form) == 1
        for word in (after, before)
        for form, kind in nouns.get(word, ())
    )


def _of(parsed: Parsed) -> frozenset[str]:
    return parsed.words.cues["of_words"]


def whose(parsed: Parsed, one: Seen, before: Sequence[Seen]) -> bool:
    """Whether one only tells whose somebody is in an apposition: "Sedwill, Theresa May's adviser, met"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if (
        one.mention.form == "role"
        or not before
        or before[-1].mention.form != "name"
        or before[-1].last >= len(words)
    ):
        return False
    start = before[-1].last
    end = next((i for i in range(one.last, len(words)) if words[i] in ",;.:"), len(words))
    inside = range(start + 1, end)
    if words[start] != "," or end == len(words) or words[end] != "," or len(inside) > _APPOSED:
        return False
    if any(words[i] in cues["coordinators"] or i in parsed.parse.verbs or words[i] == "," for i in inside):
        return False
    beside = cues["presence_words"] | cues["with_words"] | cues["by_words"]
    if any(words[i] in beside for i in inside):
        return False  # « X, accompagné de Y, s'est rendu »
    own = words[one.last : one.last + 1] == ("'s",) and end - one.last > 1
    of = one.first - start > 2 and words[parsed.lead(one.first, "determiners")] in cues["of_words"]
    return own or of


_APPOSED = 14
"""How many words an apposition between two commas may have."""


def dateline(sentence: Sentence) -> int:
    """How many tokens at the head of a sentence are an agency's dateline: "CITY, day (Agency) -"."""
    words = sentence.words[:_DATELINE]
    if ")" not in words or not sentence.capitals[0]:
        return 0
    closed = words.index(")")
    if "(" not in words[:closed]:
        return 0
    ends = closed + 1 + (sentence.words[closed + 1 : closed + 2] == (".",))  # "(Agency).- "
    dash = ends < len(sentence.words) and sentence.words[ends] in "-–—:"
    return ends + 1 if dash and words.index("(") > 0 else 0


def shouted(parsed: Parsed, seen: Sequence[Seen]) -> int:
    """How many tokens are a dateline without an agency, its city in capitals: "DOHA - The two sides"."""
    if not seen or seen[0].first or not seen[0].mention.text.isupper():
        return 0
    words = parsed.sentence.words[:_SHOUTED]
    return next((i for i, word in enumerate(words) if word in "-–—"), 0)


def _led(parsed: Parsed, at: int) -> tuple[str, ...]:
    """The words right before a participle, which may hold what somebody leads."""
    return parsed.sentence.words[max(0, at - _LOOK_BACK) : at]


def brokered(parsed: Parsed, one: Seen) -> bool:
    """Whether one leads what others do: "talks chaired by X broke up"."""
    at = parsed.lead(one.first)
    verb = parsed.parse.verbs.get(at - 1)
    words, cues = parsed.sentence.words, parsed.words.cues
    if verb is None or words[at] not in cues["by_words"]:
        return False
    led = any(lemma in cues["broker_verbs"] for lemma, _ in verb.readings)
    return led and any(
        word in cues["delegations"] or word in parsed.words.nouns for word in _led(parsed, verb.at)
    )


def spoken_for(parsed: Parsed, one: Seen, person: Seen) -> bool:
    """Whether one acts by the mouth of a person right behind: "Iran, through its minister X, accused"."""
    between, verbs = range(one.last, person.first), parsed.parse.verbs
    words, cues = parsed.sentence.words, parsed.words.cues
    told = [i for i in between if words[i] in cues["voice_words"]]
    plain, by = parsed.words.ordered["participle_endings"], cues["by_words"] | cues["of_words"]
    told = [i for i in told if not words[i].endswith(plain) or not by.isdisjoint(words[i + 1 : i + 3])]
    # « a dénoncé une attaque menée par B »: another thing is led
    other = any(i in verbs for i in told) and any(i in verbs and verbs[i].finite for i in between)
    return len(between) <= _VOICE and bool(told) and not other


_VOICE = 9
"""How many words may stand between one and the person who speaks for it."""


def possessed(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a trigger is somebody's who was told before: "their cooperation"."""
    start = min(trigger.used)
    return any(
        parsed.sentence.words[i] in parsed.words.cues["possessives"]
        for i in range(max(0, start - 3), trigger.end)
    )
