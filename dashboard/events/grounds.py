"""What else says that a place is where something is: "on the island of X", « depuis X ». Called by venues."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.events.parsed import Parsed
from dashboard.events.scenes import Scene
from dashboard.events.status import verb_group
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger
from dashboard.model import Place, Role, TimeExpression

ON_THE_SPOT = frozenset(
    {"ASSAULT", "MOBILIZE", "EXERCISE", "PROTEST", "COERCE", "ELECT", "CONSULT", "AGREE", "RETREAT"}
)
"""Types whose acts take place where "au Mali" says, rather than being addressed to Mali."""
_MOVING = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "COERCE"})
"""Types whose acts come from somewhere to somewhere else."""

_LEAD = 3
"""How many words may stand between a preposition and what a place is: « sur une vieille base »."""
_CLAIM = 4
"""How many words before "on" what somebody claims may stand: « la souveraineté de X sur »."""
_DESCRIBED = 2
"""How many words may describe what a place is: « la base militaire d'Anchorage »."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The tokens of an act's date, of those that other acts of its sentence have, and where the act ends."""

    own: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()
    act: int = -1


def _kind_of_ground(parsed: Parsed, one: Seen) -> int | None:
    """The first token of what somebody is on: "island" in "the island of X", X in "the X peninsula"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    own = words[one.first] in cues["grounds"] or words[one.last - 1] in cues["grounds"]
    of = one.first > 1 and words[one.first - 1] in cues["of_words"]
    if own and not (of and words[one.first - 2] in cues["grounds"]):  # « au bord du lac de Prespa »
        return one.first  # "Hans Island", « lac de Prespa »
    if (
        not cues["grounds"].isdisjoint(words[one.last : one.last + 2])
        and words[one.last] not in cues["located"]
    ):
        return one.first
    if one.first < 1 or words[one.first - 1] not in cues["of_words"]:
        return None
    described = 0 if cues["infinitive_marks"] else _DESCRIBED  # "an islet south of Goa" is not in Goa
    near = range(one.first - 2, max(-1, one.first - 3 - described), -1)
    return next((at for at in near if words[at] in cues["grounds"]), None)


def _lead(parsed: Parsed, one: Seen) -> int | None:
    """The token of the preposition that leads to what a place is: that of "on" in "on the island of X"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    ground = _kind_of_ground(parsed, one)
    if ground is None:
        return None
    for at in range(ground - 1, max(-1, ground - 1 - (2 if ground == one.first else _LEAD)), -1):
        if words[at] in cues["ground_words"]:
            return at
        if at in parsed.parse.verbs or words[at] in ",;" or words[at] in cues["tying"]:
            return None
    return None


def on_ground(parsed: Parsed, one: Seen) -> bool:
    """Whether a place is told by what it is, on or at which somebody is: "on the island of Contadora"."""
    return _lead(parsed, one) is not None and not claimed(parsed, one)


def claimed(parsed: Parsed, one: Seen) -> bool:
    """Whether something about a place is told, and not that it is there: "sovereignty over the islet"."""
    words, cues, lead = parsed.sentence.words, parsed.words.cues, _lead(parsed, one)
    if lead is None or words[lead] in cues["place_words"]:
        return False
    return not cues["claims"].isdisjoint(words[max(0, lead - _CLAIM) : lead])


def sits_there(parsed: Parsed, one: Seen, place: Place) -> bool:
    """Whether a city tells which parliament acts, by where it sits: « le parlement de Skopje adopte »."""
    words, cues, of = parsed.sentence.words, parsed.words.cues, one.first - 1
    called = of > 0 and words[of] in cues["of_words"] and words[of - 1] in cues["chambers"]
    return called and place.kind == "city"


def from_there(parsed: Parsed, one: Seen) -> bool:
    """Whether something comes from a place: « promettait depuis Kaliningrad », « tirés depuis Gaza »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    lead = one.first - 1
    lead -= lead > 0 and words[lead] in cues["known_by"]
    return lead >= 0 and words[lead] in cues["speaking_from"]


def of_a_noun(parsed: Parsed, one: Seen, trigger: Trigger, dates: Dates) -> bool:
    """Whether a place only tells where a thing is that is spoken of: "recognised no authorities in Niger".

    Who is spoken to, and what people have gathered for, is where the act is; so is what is done on the spot.
    """
    if trigger.kind.type in ON_THE_SPOT:
        return False
    words, cues = parsed.sentence.words, parsed.words.cues
    at = one.first - 1
    at -= at > 0 and words[at] in cues["known_by"]
    noun = at - 1
    if noun < trigger.end or words[at] not in cues["place_words"] or not words[noun].isalpha():
        return False
    if parsed.sentence.capitals[noun] or noun in parsed.parse.verbs or noun in parsed.dated:
        return False
    gathered = any(kind.type == "CONSULT" for _, kind in parsed.words.nouns.get(words[noun], ()))
    there = gathered or words[noun] in cues["audiences"] | cues["visiting"]
    return not there and not any(_joined(parsed, one, date) for date in dates.own)


def of_a_participle(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a place is of what was done to the subject before: "hostages held in Kabul landed".

    Not so where people have gathered: "the leaders gathered in Cairo called for a truce".
    """
    words, verbs = parsed.sentence.words, parsed.parse.verbs
    cues, before = parsed.words.cues, range(one.first - 1, max(0, one.first - _PARTICIPLE), -1)
    group = [i for i in verb_group(parsed, trigger) if i >= one.last]
    parted = {*",;:()", *cues["coordinators"]}
    if trigger.noun or not group or not parted.isdisjoint(words[one.last : group[0]]):
        return False
    at = next((i for i in before if i in verbs or words[i] in parted), 0)
    if at not in verbs or "participle" not in verbs[at].tenses or not verbs[group[0]].finite:
        return False
    noun = words[at - 1].isalpha() and at - 1 not in verbs and words[at - 1] not in cues["adjuncts"]
    gathered = any(other.head == at and other.kind.type == "CONSULT" for other in parsed.triggers)
    return noun and not gathered and not words[at].endswith(parsed.words.ordered["gerund_endings"])


_PARTICIPLE = 9
"""How far before a place the participle may stand: « retenus depuis plus de trois semaines à »."""


def beside(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a place stands in what only sets the scene, and yet is where an act is."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if from_there(parsed, one):
        return trigger.kind.object is not Role.HOST and trigger.kind.type not in _MOVING
    for at in range(one.first - 1, -1, -1):
        if words[at] in cues["beside_words"]:
            return True  # « en marge d'une conférence à Nairobi »
        if words[at] in cues["scene_words"]:
            seen = words[at + 1 : at + 1 + _LEAD]  # "before a crowd in Caracas"
            return words[at] in cues["witness_words"] and not cues["audiences"].isdisjoint(seen)
        if words[at] in ",;":
            return False
    return False


def dates_of(scene: Scene, trigger: Trigger, date: TimeExpression | None) -> Dates:
    """The tokens of an act's date in its sentence, and of those of other acts."""
    sentence = scene.parsed.sentence

    def tokens(one: TimeExpression) -> range:
        inside = sentence.start <= one.start < sentence.end
        return range(*sentence.span(one.start, one.end)) if inside else range(0)

    own = frozenset(tokens(date)) if date is not None else frozenset()

    def another(act: Trigger) -> bool:
        """Whether an act is another one: "signed a deal in X in May, another in June" are of one verb."""
        of_verb = act.clause == trigger.clause and act.kind.type == trigger.kind.type
        return act.head != trigger.head and not (of_verb and (act.noun or trigger.noun))

    other = (a.expression for a in scene.attached if a.how != "counted" and another(a.trigger))
    return Dates(own, frozenset(at for one in other for at in tokens(one)) - own, trigger.end)


def of_date(parsed: Parsed, near: Sequence[Seen], dates: Dates, wide: Container[int]) -> list[Seen]:
    """Of some places those beside an act's own date, else those that are beside no other act's.

    ``wide`` are the first tokens of countries and regions, which only tell where a town beside them is.
    """
    if not dates.own and not dates.others:
        return list(near)
    sides = {one.first: _side(parsed, one, dates) for one in near}
    for one, following in pairwise(reversed(near)):
        if _go_together(parsed, following, one):
            sides[following.first] = sides[one.first]  # "in Oslo and Rome on 3 May"
    towns = [one for one in near if one.first not in wide]
    best = max((sides[one.first] for one in towns or near), default=0)
    return [one for one in near if sides[one.first] == best and best >= 0]


def finest(parsed: Parsed, near: Sequence[Seen]) -> list[Seen]:
    """Some places without those that only say where the one before is: "at Macuto, north of Caracas"."""
    if len(near) < 2:
        return list(near)
    cues = parsed.words.cues
    here = (cues["place_words"] | cues["compass"]) - cues["direction_words"]
    linked = here | cues["determiners"] | cues["of_words"] | cues["grounds"] | {","}
    kept = list(near)
    for one, following in pairwise(near):
        between = parsed.sentence.words[one.last : following.first]
        if len(between) <= _CLAIM and here.intersection(between) and linked.issuperset(between):
            kept.remove(following)
    return kept


def _go_together(parsed: Parsed, first: Seen, second: Seen) -> bool:
    """Whether two places are one list, or the second says where the first is: "at Machakos, in Kenya"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    linked = (
        cues["place_words"] | cues["coordinators"] | cues["determiners"] | cues["located"] | cues["grounds"]
    )
    between = range(first.last, second.first)
    return len(between) <= _SIDE and all(words[i] in linked or words[i] == "," for i in between)


def _side(parsed: Parsed, one: Seen, dates: Dates) -> int:
    """How a place stands to dates: 1 beside the act's own, -1 beside another's alone, 0 beside none."""
    if any(_joined(parsed, one, at) for at in dates.own):
        return 1
    if 0 <= one.first - dates.act <= _TIED:
        return 0  # "the coup in Ankara, on 10 May"
    return -1 if any(_joined(parsed, one, at) for at in dates.others) else 0


def _joined(parsed: Parsed, one: Seen, at: int) -> bool:
    """Whether a place and a word of a date stand side by side: "in Oslo on 3 May", « le 3 mai, à Oslo »."""
    words, cues = parsed.sentence.words, parsed.words.cues
    between = range(one.last, at) if at >= one.last else range(at + 1, one.first)
    if len(between) > _SIDE or one.first <= at < one.last:
        return False
    return not any(
        i in parsed.parse.verbs or i in parsed.dated or words[i] == ";" or words[i] in cues["coordinators"]
        for i in between
    )


_TIED = 2
"""How many words may stand between an act and the place that is its own: "the coup in the capital"."""
_SIDE = 3
"""How many words may stand between a place and its date."""


def fronted(parsed: Parsed, spots: Sequence[Seen]) -> Seen | None:
    """The place that opens a sentence and is where all of it is: "In Nairobi, he met them; they signed"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    for one in spots[:1]:
        lead = one.first - 1
        lead -= lead > 0 and words[lead] in cues["known_by"]
        if lead == 0 and words[0] in cues["place_words"] and one.mention.form in ("venue", "pronoun"):
            return one
    return None
