"""Who takes part in an event, in which role, and where it is: the mentions around a trigger. Called by reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.events.clauses import Parse
from dashboard.events.lexicon import Lexicon
from dashboard.events.sentences import Sentence
from dashboard.events.status import verb_group
from dashboard.events.triggers import Trigger
from dashboard.model import Actor, ActorKind, Mention, Participation, Place, Role

_LOOK_BACK = 5
_STOPS = frozenset(',;:()«»“”"')


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its tokens in the sentence."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cast:
    """What casting found: participants in order of the text, the place, and whether someone acts."""

    participants: tuple[Participation, ...]
    place: Place | None
    subject: bool


def seen_in(sentence: Sentence, mentions: Sequence[Mention]) -> list[Seen]:
    """The resolved mentions inside a sentence with their tokens; of two that overlap the longer stays."""
    inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end and m.target]
    inside.sort(key=lambda m: (m.start - m.end, m.start))
    kept: list[Mention] = []
    for mention in inside:
        clash = [k for k in kept if k.start < mention.end and mention.start < k.end]
        if not clash or all((k.start, k.end) == (mention.start, mention.end) for k in clash):
            kept.append(mention)
    kept.sort(key=lambda m: (m.start, m.end, m.target or ""))
    return [Seen(mention, *sentence.span(mention.start, mention.end)) for mention in kept]


def scope(
    sentence: Sentence, parse: Parse, trigger: Trigger, rivals: Sequence[Trigger], *, narrow: bool
) -> frozenset[int]:
    """The tokens whose mentions may take part: the clause, or only the noun phrase where others share it."""
    tokens = parse.clauses[trigger.clause].tokens
    if not narrow:
        taken: set[int] = set()
        for rival in rivals:
            if rival.noun and rival.clause == trigger.clause:
                taken |= _phrase(sentence, parse, rival, [trigger])
        return frozenset(i for i in tokens if i not in taken)
    return frozenset(_phrase(sentence, parse, trigger, rivals))


def _phrase(sentence: Sentence, parse: Parse, trigger: Trigger, rivals: Sequence[Trigger]) -> set[int]:
    """The noun phrase of a noun trigger: four words before it, and on to the next verb, comma or rival."""
    words, heads = sentence.words, {rival.head for rival in rivals}
    start = min(trigger.used)
    begin = start
    while begin > 0 and start - begin < 6 and words[begin - 1] not in _STOPS and begin - 1 not in parse.verbs:
        if begin - 1 in heads:
            break
        begin -= 1
    end = trigger.end
    while end < len(words) and words[end] not in _STOPS and end not in heads:
        if end in parse.verbs and parse.verbs[end].finite:
            break
        end += 1
    return set(range(begin, end))


def _preposition(sentence: Sentence, at: int, lexicon: Lexicon, floor: int) -> str:
    """How a mention is tied to what precedes it: "with", "by", "against", "between", "about", "of", "in" or ""."""
    words, cues = sentence.words, lexicon.cues
    through_of = False
    for i in range(at - 1, max(floor, at - _LOOK_BACK - 1), -1):
        word = words[i].replace("’", "'")
        if word in _STOPS and word not in '«“"(':
            break
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


def _sides(
    sentence: Sentence, parse: Parse, trigger: Trigger, seen: Sequence[Seen], lexicon: Lexicon
) -> list[tuple[Seen, str]]:
    """Each mention with its side: "subject", "object", "counterpart", "concerned" or "" for none."""
    group = verb_group(sentence, parse, trigger, lexicon)
    pivot = group[0] if group else trigger.head
    made: list[tuple[Seen, str]] = []
    known = False
    for one in seen:
        before = one.first < pivot if not trigger.noun else one.last <= min(trigger.used)
        floor = made[-1][0].last - 1 if made else -1
        tie = _preposition(sentence, one.first, lexicon, max(floor, -1))
        if not tie and made and _joined(sentence, made[-1][0], one, lexicon):
            made.append((one, made[-1][1]))
            continue
        side = _side(trigger, tie, before=before, pivot_before=one.first < pivot)
        if side in ("object", "counterpart", "subject") and one.first > max(trigger.head, pivot):
            if tie == "of" and not trigger.noun and _after_comma(sentence, trigger, one, made):
                side = ""
            elif (known or trigger.kind.frame == "shared") and _other_verb(parse, trigger, group, one):
                side = "concerned"
        known = known or side in ("object", "counterpart")
        made.append((one, side))
    return made


def _after_comma(sentence: Sentence, trigger: Trigger, one: Seen, made: Sequence[tuple[Seen, str]]) -> bool:
    """Whether a mention stands in an apposition: "in Baku, the capital of Azerbaijan"."""
    start = max([trigger.head, *(other.last for other, _ in made)])
    return "," in sentence.words[start : one.first]


def _other_verb(parse: Parse, trigger: Trigger, group: Sequence[int], one: Seen) -> bool:
    """Whether another verb stands between the trigger and a mention, which is then its object."""
    return any(i in parse.verbs and i not in group for i in range(max([trigger.head, *group]) + 1, one.first))


def _side(trigger: Trigger, tie: str, *, before: bool, pivot_before: bool) -> str:
    if tie in ("with", "between"):
        return "counterpart"
    if tie == "about":
        return "" if before else "concerned"
    if tie == "by":
        return "subject"
    if trigger.noun:
        if tie == "of":
            return trigger.kind.of if not before else "subject"
        if tie in ("against", "to"):
            return "object"
        if tie == "in":
            return "in"
        return "subject" if before or pivot_before else "object"
    if before:
        if tie == "in":
            return "in"
        return "object" if trigger.passive else "subject"
    if tie == "in":
        return "in"
    return "subject" if trigger.passive and tie == "" else "object"


def _joined(sentence: Sentence, first: Seen, second: Seen, lexicon: Lexicon) -> bool:
    """Whether two mentions are members of one list: "A, B et C"."""
    between = sentence.words[first.last : second.first]
    links = lexicon.cues["coordinators"] | lexicon.cues["determiners"] | {","}
    return (
        0 < len(between) <= 4
        and all(w.replace("’", "'") in links for w in between)
        and any(w in lexicon.cues["coordinators"] or w == "," for w in between)
    )


def _inherited(parse: Parse, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """The subject of a clause that has none of its own: its antecedent, or the subject beside it."""
    clause = parse.clauses[trigger.clause]
    start = min(clause.tokens, default=0)
    if clause.opener == "rel":
        earlier = [one for one in seen if one.last <= start]
        return earlier[-1:]
    if clause.opener in ("coord", "beside", "sub") or not trigger.finite:
        for number in range(trigger.clause - 1, -1, -1):
            finite = parse.clauses[number].finite
            if clause.opener == "sub" and number not in parse.chain(trigger.clause):
                continue
            found = [
                one
                for one in seen
                if parse.clause_of[one.first] == number and finite and one.first < finite[0]
            ]
            if found:
                return found
    return []


def _initiative(sentence: Sentence, seen: Sequence[Seen], lexicon: Lexicon) -> dict[str, Role]:
    """Actors behind "at the initiative of", "at the invitation of", with the role that it gives them."""
    text = " ".join(word.replace("’", "'") for word in sentence.words).replace("' ", "'")
    given: dict[str, Role] = {}
    for phrase, role in zip(lexicon.ordered["initiative"], lexicon.ordered["initiative_roles"], strict=True):
        at = text.find(phrase)
        if at < 0:
            continue
        first_word = phrase.replace("'", "' ").split()[0]
        after = text[:at].replace("'", "' ").count(" ")
        token = next(
            (
                i
                for i in range(max(0, after - 3), len(sentence.words))
                if sentence.words[i].startswith(first_word)
            ),
            after,
        )
        following = [one for one in seen if token < one.first <= token + 9]
        for one in following:
            if one.first == following[0].first and one.mention.target:
                given[one.mention.target] = Role(role)
    return given


def lineage(actor: str, actors: Mapping[str, Actor]) -> list[str]:
    """An actor and whom it belongs to, upwards."""
    found = [actor]
    while (known := actors.get(found[-1])) and known.affiliation and known.affiliation not in found:
        found.append(known.affiliation)
    return found


def _absorbed(
    placed: Sequence[tuple[Seen, Role]], actors: Mapping[str, Actor], given: Mapping[str, Role]
) -> list[tuple[Seen, Role]]:
    """Without the states and bodies for which a person or body among them acts, and without appositions."""
    kept: list[tuple[Seen, Role]] = []
    people = [(one, role) for one, role in placed if _kind(one, actors) is ActorKind.PERSON]
    targets = {one.mention.target for one, _ in placed}
    for one, role in placed:
        target = one.mention.target or ""
        owners = [
            other for other in targets if other and other != target and target in lineage(other, actors)[1:]
        ]
        if owners and target not in given:
            continue
        if any(len(one.mention.text) > 3 and one.mention.text in other.mention.role for other, _ in people):
            continue
        if one.mention.form in ("demonym", "metonym", "role") and any(
            other.mention.target != target and _apposed(one, other) for other, _ in people
        ):
            continue
        kept.append((one, role))
    return kept


def _apposed(one: Seen, person: Seen) -> bool:
    return 0 <= person.first - one.last <= 2 or 0 <= one.first - person.last <= 1


def _kind(one: Seen, actors: Mapping[str, Actor]) -> ActorKind | None:
    actor = actors.get(one.mention.target or "")
    return actor.kind if actor else None


def _role(trigger: Trigger, side: str, one: Seen, actors: Mapping[str, Actor]) -> Role | None:
    kind = trigger.kind
    if side == "subject":
        return kind.subject
    if side == "object":
        return kind.object
    if side == "counterpart":
        return kind.object if kind.frame == "directed" else Role.PARTICIPANT
    if side == "concerned":
        return Role.CONCERNED
    if side == "in" and kind.object is Role.HOST and _kind(one, actors) is ActorKind.STATE:
        return Role.HOST
    return None


def cast(
    sentence: Sentence,
    parse: Parse,
    trigger: Trigger,
    tokens: frozenset[int],
    seen: Sequence[Seen],
    actors: Mapping[str, Actor],
    lexicon: Lexicon,
    triggers: Sequence[Trigger],
    *,
    narrow: bool,
) -> tuple[tuple[Participation, ...], bool]:
    """The participants of a trigger's event, and whether one of them is its subject."""
    near = [one for one in seen if one.first in tokens and not _source(sentence, one, lexicon)]
    near = [one for one in near if not _adjective_of_another(one, trigger, triggers)]
    sided = _sides(sentence, parse, trigger, near, lexicon)
    if not narrow and not trigger.noun and not any(side == "subject" for _, side in sided):
        side = "object" if trigger.passive else "subject"
        sided = [(one, side) for one in _inherited(parse, trigger, seen) if one not in near] + sided
    if narrow and not any(side == "subject" for _, side in sided) and _possessed(sentence, trigger, lexicon):
        finite = parse.clauses[trigger.clause].finite
        owners = [one for one in seen if finite and one.first < finite[0]]
        sided = [(one, "subject") for one in owners] + sided
    if trigger.kind.type == "STATEMENT" and not trigger.noun:
        told = [one for one in seen if trigger.clause in parse.chain(parse.clause_of[one.first])[1:]]
        sided += [(one, "concerned") for one in told[:2] if one.first > trigger.head]
    given = _initiative(sentence, seen, lexicon) if not narrow else {}
    hosted = _hosted(parse, trigger, lexicon)
    placed: list[tuple[Seen, Role]] = []
    for one, side in sided:
        if hosted is not None and side in ("subject", "object"):
            verb, always = hosted
            hosts = one.first < verb and (always or _kind(one, actors) is ActorKind.STATE)
            guest = one.first > verb and always
            placed.append((one, Role.HOST if hosts else Role.TARGET if guest else Role.PARTICIPANT))
            continue
        role = given.get(one.mention.target or "") or _role(trigger, side, one, actors)
        if role is not None:
            placed.append((one, role))
    for one in seen:
        target = one.mention.target or ""
        if target in given and all(target != other.mention.target for other, _ in placed):
            placed.append((one, given[target]))
    kept = _absorbed(placed, actors, given)
    found: dict[str, Participation] = {}
    for one, role in kept:
        target = one.mention.target or ""
        if target not in found or (found[target].role is Role.CONCERNED and role is not Role.CONCERNED):
            found[target] = Participation(target, role, one.mention.role)
    return tuple(found.values()), any(side == "subject" for _, side in sided)


def _hosted(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The verb of hosting, inviting or holding whose object a gathering is, and whether its subject surely hosts."""
    if not trigger.noun or trigger.kind.type != "CONSULT":
        return None
    hosts = lexicon.cues["modal_hosts"]
    holders = lexicon.cues["holders"]
    found = [
        (i, any(lemma in hosts for lemma, _ in verb.readings))
        for i, verb in parse.verbs.items()
        if i < trigger.head
        and parse.clause_of[i] == trigger.clause
        and any(lemma in hosts | holders for lemma, _ in verb.readings)
    ]
    return found[-1] if found else None


def _adjective_of_another(one: Seen, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a demonym only describes another act: "la menace russe" in a sentence about a summit."""
    if one.mention.form != "demonym":
        return False
    return any(
        other is not trigger and other.noun and (one.last == min(other.used) or one.first == other.end)
        for other in triggers
    )


def _source(sentence: Sentence, one: Seen, lexicon: Lexicon) -> bool:
    """Whether a mention is only quoted as a source: "selon l'AFP", "according to Reuters"."""
    words = " ".join(w.replace("’", "'") for w in sentence.words[max(0, one.first - 4) : one.first]).replace(
        "' ", "'"
    )
    return any(words.endswith(cue) or f"{cue} " in f"{words} " for cue in lexicon.ordered["source_words"])


def _possessed(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> bool:
    start = min(trigger.used)
    return any(
        sentence.words[i] in lexicon.cues["possessives"] for i in range(max(0, start - 3), trigger.end)
    )


def find_place(
    sentence: Sentence,
    parse: Parse,
    trigger: Trigger,
    tokens: frozenset[int],
    seen: Sequence[Seen],
    places: Mapping[str, Place],
    lexicon: Lexicon,
    *,
    hosts: frozenset[str],
    narrow: bool,
) -> Place | None:
    """Where the event is: the nearest place named in its scope, cities before countries; then in the sentence."""

    def rank(one: Seen) -> tuple[bool, bool, bool, int]:
        place = places[one.mention.target or ""]
        behind = one.first >= trigger.head
        distance = one.first - trigger.end if behind else trigger.head - one.last
        wide = place.kind in ("country", "region")
        return wide, wide and (place.country or "").lower() not in hosts, distance > 14, abs(distance)

    known = [
        one
        for one in seen
        if one.mention.target in places
        and (
            places[one.mention.target].kind not in ("country", "region")
            or _preposition(sentence, one.first, lexicon, -1) in ("in", "to")
        )
    ]
    near = [one for one in known if one.first in tokens]
    if not near and not narrow:
        chain = parse.chain(trigger.clause)
        near = [one for one in known if parse.clause_of[one.first] in chain]
    if not near:
        return None
    return places[min(near, key=rank).mention.target or ""]
