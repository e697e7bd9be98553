"""Where an event is: the place mentions around its trigger. Called by findings."""

from collections.abc import Mapping, Sequence

from dashboard.events.asides import aside
from dashboard.events.datelines import HEADS, dateline_of, met_here, to_come
from dashboard.events.grounds import (
    ON_THE_SPOT,
    Dates,
    beside,
    claimed,
    finest,
    from_there,
    fronted,
    of_a_noun,
    of_a_participle,
    of_date,
    on_ground,
    sits_there,
)
from dashboard.events.parsed import Parsed
from dashboard.events.penalties import predicate
from dashboard.events.status import verb_group
from dashboard.events.ties import Seen, names_text, on_premises, own_words, preposition
from dashboard.events.triggers import Trigger, wished
from dashboard.model import Place, Role

_FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "PROTEST"})
"""Types whose object may be where they are: "tanks entered South Ossetia"."""
_FAR = frozenset({"SANCTION"})
"""Types that are not done at the embassy for which they are."""
_ENTERING = frozenset({"invasion", "incursion"})
"""Kinds by which the armed come into a place."""
_WIDE = ("country", "region")
"""Kinds of places that hold other places."""
_POST = 8
"""How far before a place the word may stand that makes it somebody's post."""
_BESIDE = 4
"""How many words may stand between a place and its clause: "in Rabat on Monday, where"."""


def _ties(trigger: Trigger) -> tuple[str, ...]:
    """How a country must be tied to be a venue: "to Poland" is one of a visit, not of an apology."""
    there = trigger.kind.object is Role.HOST or trigger.kind.type in ON_THE_SPOT
    return ("in", "to") if there else ("in",)


def _is_left(trigger: Trigger, one: Seen) -> bool:
    """Whether a place is what somebody leaves: "the last soldiers left Mali"."""
    return trigger.kind.code == "withdrawal" and not trigger.noun and 0 <= one.first - trigger.end <= 1


def _leaving(trigger: Trigger) -> bool:
    """Whether what is told may be from a place: a retreat or a release, but no truce."""
    return trigger.kind.type == "RETREAT" and trigger.kind.frame != "shared"


def _meant(parsed: Parsed, one: Seen, place: Place, trigger: Trigger) -> bool:
    """Whether a mention says where the act is, and not whom it concerns."""
    if one.mention.form == "pronoun":
        return True
    if _posted(parsed, one) or _told_by_seat(parsed, one, place):
        return False
    if (
        _of_gathering(parsed, one, trigger)
        or (trigger.kind.type not in _FORCE and claimed(parsed, one))
        or (trigger.kind.type == "ASSAULT" and from_there(parsed, one))
    ):
        return False
    if _owns(parsed, one) or _at_wish(parsed, one) or _of_topic(parsed, one, place, trigger):
        return False
    tie = preposition(parsed, one.first, own_words(parsed, trigger, one))
    if one.mention.form == "demonym":  # the people who vote say where: "la décision des Catalans"
        return trigger.kind.type == "ELECT"
    if _hosts(parsed, one, place, trigger) or on_ground(parsed, one) or sits_there(parsed, one, place):
        return True
    if _above(parsed, one, trigger) or _struck(parsed, one, place, trigger):
        return True
    if one.mention.form != "venue":
        return on_premises(parsed, one) or _object(parsed, one, place, trigger, tie)
    lead = parsed.sentence.words[one.first - 1] if one.first else ""
    left = _leaving(trigger) and lead in parsed.words.cues["from_words"]
    if tie in ("with", "by", "against", "between") and not left:
        return False
    going = trigger.kind.object is Role.HOST or trigger.kind.type in ("CONSULT", "MOBILIZE") or left
    going = going or trigger.kind.code in _ENTERING  # "rolled into Banjul"
    bound = (
        parsed.sentence.words[one.first - 2]
        if lead in parsed.words.cues["of_words"] and one.first > 1
        else lead
    )
    if bound in parsed.words.cues["direction_words"] and not going and not _visiting(parsed, one):
        return False  # « à destination de Toronto »
    if place.kind == "region" and trigger.kind.type in _FORCE:
        return True
    here = parsed.words.cues["place_words"] - parsed.words.cues["direction_words"]  # « à Djerba »
    return (
        place.kind not in _WIDE
        or tie in _ties(trigger)
        or (place.kind == "region" and (not tie or lead in here))
        or (trigger.kind.code == "invasion" and _object(parsed, one, place, trigger, tie))
        or (not tie and _is_left(trigger, one))
        or (trigger.kind.object is Role.HOST and lead in parsed.words.cues["bound_for"])
    )


def _hosts(parsed: Parsed, one: Seen, place: Place, trigger: Trigger) -> bool:
    """Whether a city is where those meet whom it is said to host: "Geneva hosted talks"."""
    group = verb_group(parsed, trigger)
    hosting = not trigger.noun and trigger.text.startswith(tuple(parsed.words.cues["hosts_in"]))
    met = trigger.kind.mode == "multilateral" or any(
        other.noun and other.kind.type == "CONSULT" and 0 < other.head - trigger.head <= _NEAR
        for other in parsed.triggers
    )
    near = bool(group) and one.last == group[0] and not trigger.passive
    return hosting and met and near and place.kind == "city"


_NEAR = 6
"""How far behind "hosted" what is hosted may stand."""


def _above(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether something happens in the air of a place: "exploded over Niger", « survolé au-dessus de »."""
    force = trigger.kind.type in _FORCE or trigger.kind.type == "EXERCISE"
    lead = parsed.sentence.words[max(0, one.first - 2) : one.first]
    return force and one.first > trigger.head and not parsed.words.cues["above"].isdisjoint(lead)


def _struck(parsed: Parsed, one: Seen, place: Place, trigger: Trigger) -> bool:
    """Whether a city is what an attack is on: "air strikes on Tripoli"."""
    lead = parsed.sentence.words[one.first - 1] if one.first else ""
    on = place.kind == "city" and one.first > trigger.head and lead in parsed.words.cues["hit_on"]
    return on and trigger.kind.type == "ASSAULT" and lead not in parsed.words.cues["of_words"]


def _visiting(parsed: Parsed, one: Seen) -> bool:
    """Whether one who acts is on a visit there: "on a visit to Copenhagen, she accused"."""
    words = parsed.sentence.words
    return one.first > 1 and words[one.first - 2] in parsed.words.cues["visiting"]


def _owns(parsed: Parsed, one: Seen) -> bool:
    """Whether a place only tells whose somebody is: "Peru's parliament met", not "in Peru's parliament"."""
    words, small = parsed.sentence.words, parsed.words.cues["place_words"]
    if words[one.last : one.last + 1] != ("'s",):
        return False
    at = one.first - 1
    at -= at >= 0 and words[at] in parsed.words.cues["known_by"]  # "at the Kremlin's palace"
    return at < 0 or (words[at] not in small and at not in parsed.parse.verbs)  # "visited Cairo's museum"


def _of_gathering(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a place is that of another gathering: "talks in Cairo come ahead of the summit in Doha"."""
    small = parsed.words.cues["place_words"]
    tied = one.first > 0 and parsed.sentence.words[one.first - 1] in small
    return tied and trigger.noun and any(
        other.noun and other is not trigger and other.end == one.first - 1 and other.end <= min(trigger.used)
        and other.kind.type == trigger.kind.type == "CONSULT"
        for other in parsed.triggers
    )  # fmt: skip


def _of_topic(parsed: Parsed, one: Seen, place: Place, trigger: Trigger) -> bool:
    """Whether a place only says where that is which an act is about: "discussed the situation in Idlib"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = one.first - 1
    while at > 1 and words[at] == "'s":  # "the conflict in Syria's Idlib province"
        at -= 2
    at -= at >= 0 and words[at] in cues["known_by"]
    small = cues["located"]
    if trigger.kind.type in _FORCE or at < 1 or words[at] not in small:
        return False
    wide = place.kind in _WIDE  # "the situation in Idlib Governorate in Syria"
    while wide and at > 1 and (parsed.sentence.capitals[at - 1] or words[at - 1] in small):
        at -= 1
    office = trigger.kind.type in _FAR and words[at - 1] in cues["offices"]
    if not cues["infinitive_marks"]:  # « la situation politique au Mali », « l'accord de paix à Alger »
        at -= at > 1 and words[at - 1] not in cues["topics"] and words[at - 2] in cues["topics"]
        if at > 1 and words[at - 2] in cues["of_words"] and words[at - 3] not in cues["topics"]:
            return False
    return (office or words[at - 1] in cues["topics"]) and at - 1 not in trigger.used


def _at_wish(parsed: Parsed, one: Seen) -> bool:
    """Whether a place only tells who wished an act: "at Jakarta's request"."""
    words = parsed.sentence.words
    wish = range(one.last, min(one.last + _WISH, len(words)))
    return words[one.last : one.last + 1] == ("'s",) and any(
        wished(parsed.sentence, parsed.words, i) for i in wish
    )


_WISH = 3
"""How many words behind a place the wish may stand that is its own."""


def _object(parsed: Parsed, one: Seen, place: Place, trigger: Trigger, tie: str) -> bool:
    """Whether a place without a preposition is where an act is: "will reach Gaza", "entered Ossetia"."""
    lead = parsed.sentence.words[max(0, one.first - 2) : one.first]
    governed = not parsed.words.cues["place_words"].isdisjoint(lead)
    if tie == "in" and (governed or one.mention.form == "ambiguous"):
        return True
    if not trigger.noun and one.last == trigger.head and trigger.kind.code == "invasion":
        verb = parsed.parse.verbs.get(trigger.head)
        return verb is not None and any(lemma in parsed.words.cues["falls"] for lemma, _ in verb.readings)
    between = range(trigger.head + 1, one.first)
    direct = trigger.head < one.first and len(between) <= 1
    if trigger.kind.object is Role.HOST and not trigger.noun and place.kind != "country":
        return direct
    if trigger.kind.type == "PROTEST" and direct:
        return True
    known = place.kind != "country" and place.lat is not None
    if trigger.kind.type == "RETREAT" and not trigger.noun and known and direct and not tie:
        return True  # « ont quitté Luanda »
    if place.kind == "site" and trigger.kind.type == "COOPERATE" and tie in ("", "of"):
        return trigger.head < one.first  # « a inauguré le pont de Crimée »
    if place.kind == "country" and trigger.kind.code == "invasion" and not trigger.noun and not tie:
        return direct or (trigger.passive and one.last <= trigger.head)
    own = place.kind != "country" and one.mention.form == "ambiguous"
    own = own and (
        place.lat is not None or trigger.kind.type != "RETREAT"
    )  # what is given back is not where that is done
    left = _leaving(trigger) and not parsed.words.cues["from_words"].isdisjoint(lead)
    return left or (trigger.kind.type in _FORCE and own and tie in ("", "in", "of", "to", "against", "about"))


def _posted(parsed: Parsed, one: Seen) -> bool:
    """Whether a place only says where an envoy serves: "France's ambassador in Niamey"."""
    if one.first > 1 and parsed.sentence.words[one.first - 2] in parsed.words.cues["offices"]:
        return False  # "a representative office in Vilnius"
    for i in range(one.first - 1, max(-1, one.first - _POST), -1):
        if i in parsed.parse.verbs or parsed.sentence.words[i] == ",":
            return False
        if parsed.sentence.words[i] in parsed.words.cues["posts"]:  # but "a retreat of officials in Gabiro"
            return not i or parsed.sentence.words[i - 1] not in parsed.words.cues["of_words"]
        if parsed.sentence.capitals[i] and parsed.sentence.words[i - 1] not in parsed.words.cues["of_words"]:
            return False  # "met the envoy X in Moscow"
    return False


def _told_by_seat(parsed: Parsed, one: Seen, place: Place) -> bool:
    """Whether a seat of power only tells an office: « le secrétaire au Foreign Office »."""
    seated, small = parsed.words.cues["seated"], parsed.words.cues["place_words"]
    lead = parsed.sentence.words[max(0, one.first - 2) : one.first]
    seat = one.mention.text not in place.names.values()
    return seat and len(lead) > 1 and lead[0] in seated and lead[1] in small


def _in_name(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether a place is only part of a treaty's name: "the Paris Agreement", "l'accord d'Alger"."""
    if one.last == min(trigger.used):
        return True
    between = parsed.sentence.words[trigger.end : one.first]
    return len(between) == 1 and between[0] in parsed.words.cues["of_words"]


def _where_named(
    parsed: Parsed, trigger: Trigger, spots: Sequence[Seen], texts: Sequence[Trigger]
) -> Seen | None:
    """The city that a treaty is named after, where it is told to be made: "the Treaty of Paris, signed"."""
    if trigger.kind.type != "AGREE" or not (trigger.noun or trigger.passive):
        return None
    if not trigger.noun and predicate(parsed, trigger):
        return None  # "the Oslo accords were signed on the lawn"
    made = [text for text in texts if text is trigger or 0 < trigger.head - text.end <= _BESIDE + 1]
    able = [one for one in spots if one.mention.rule in ("city", "site") and one.first < trigger.end + 3]
    return next((one for one in able if any(_in_name(parsed, one, text) for text in made)), None)


def _elsewhere(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether another verb stands between an act and a place, which is then that verb's."""
    if trigger.noun or one.first < trigger.head:
        return False
    group, cues = verb_group(parsed, trigger), parsed.words.cues
    between = (i for i in range(trigger.end, one.first) if i in parsed.parse.verbs and i not in group)
    goes_on = trigger.kind.type == "CONSULT"
    return any(
        parsed.sentence.words[i] not in cues["place_words"] | cues["arranged"]
        and not (goes_on and _only_infinitive(parsed, i))
        for i in between
    )


def _only_infinitive(parsed: Parsed, at: int) -> bool:
    """Whether a verb is only what somebody went to do: « est allé voir X à Belgrade »."""
    verb = parsed.parse.verbs[at]
    return not verb.finite and verb.tenses == {"infinitive"}


def _antecedent(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> Seen | None:
    """The place before a clause of place: "in Oman, where he met the sultan"."""
    tokens = parsed.parse.clauses[trigger.clause].tokens
    start = next((i for i in tokens if parsed.sentence.words[i] in parsed.words.cues["where_words"]), None)
    if start is None or start >= trigger.head:
        return None
    before = finest(parsed, [one for one in seen if one.last <= start and not _owns(parsed, one)])
    if before and start - before[-1].last < _BESIDE:
        return before[-1]
    before = [one for one in before if one.mention.form in ("venue", "pronoun")]
    return before[-1] if before else None


def _rank(
    one: Seen, trigger: Trigger, places: Mapping[str, Place], hosts: frozenset[str]
) -> tuple[bool, bool, bool, int]:
    """What orders the places of an act: cities first, then the nearest."""
    place = places[one.mention.target or ""]
    behind = one.first >= trigger.head
    distance = one.first - trigger.end if behind else trigger.head - one.last
    wide = place.kind in _WIDE
    return wide, wide and (place.country or "").lower() not in hosts, distance > 14, abs(distance)


def _asked(parsed: Parsed, trigger: Trigger, spots: Sequence[Seen]) -> tuple[Sequence[Seen], Seen | None]:
    """The places that may tell where an act is, and the city of the dateline."""
    if trigger.kind.code == "recall":  # where an ambassador serves is whom the recall is meant for
        spots = [one for one in spots if _gathered(parsed, one, trigger)]
    lead = dateline_of(parsed, spots)
    if lead:  # "DUBAI/RIYADH (Agency) -" has a second one
        head = next(i for i, word in enumerate(parsed.sentence.words) if word in HEADS)
        spots = [one for one in spots if one.first > head]
    return spots, lead


def find_place(
    parsed: Parsed,
    trigger: Trigger,
    tokens: frozenset[int],
    seen: Sequence[Seen],
    places: Mapping[str, Place],
    *,
    hosts: frozenset[str],
    narrow: bool,
    dates: Dates,
) -> Place | None:
    """Where the event is: the nearest place in its scope, cities first; then in the clauses around it.

    ``dates``: what stands beside another act's date is where that one is.
    """
    spots, lead = _asked(parsed, trigger, [one for one in seen if (one.mention.target or "") in places])
    scenery = aside(parsed, trigger)
    texts = [other for other in parsed.triggers if other.noun and other.kind.type == "AGREE"]

    def told(one: Seen) -> bool:
        place = places[one.mention.target or ""]
        near = one.first not in scenery or beside(parsed, one, trigger)
        return (
            near
            and _meant(parsed, one, place, trigger)
            and not (_elsewhere(parsed, one, trigger) or of_a_participle(parsed, one, trigger))
            and not (place.kind in _WIDE and of_a_noun(parsed, one, trigger, dates))
            and not any(_in_name(parsed, one, text) for text in texts)
            and not (trigger.kind.type != "AGREE" and names_text(parsed, one))
        )

    near = [one for one in spots if one.first in tokens and told(one)]
    if (antecedent := _antecedent(parsed, trigger, spots)) is not None:
        there = places[antecedent.mention.target or ""]
        if there.kind not in _WIDE or all(one.first < trigger.head for one in near):
            return there  # but "visiting China, where he met X in Beijing"
    if not near and not narrow and parsed.parse.clauses[trigger.clause].opener != "relobj":
        chain = parsed.parse.chain(trigger.clause)[1:]
        near = [
            one for one in spots
            if parsed.parse.clause_of[one.first] in chain
            and ";" not in parsed.sentence.words[one.first : trigger.head]  # told apart
            and told(one)
        ]  # fmt: skip
    wide = {one.first for one in near if places[one.mention.target or ""].kind in _WIDE}
    near = of_date(parsed, finest(parsed, near), dates, wide)
    near = near or [one for one in spots if one.mention.form == "demonym" and told(one)]
    if not near:
        other = _otherwise(parsed, trigger, spots, places, lead)
        return places[other.mention.target or ""] if other is not None else None
    return places[min(near, key=lambda one: _rank(one, trigger, places, hosts)).mention.target or ""]


def _otherwise(
    parsed: Parsed, trigger: Trigger, spots: Sequence[Seen], places: Mapping[str, Place], lead: Seen | None
) -> Seen | None:
    """The place of an act that none beside it tells: a treaty's name, the sentence's start, a dateline."""
    texts = [other for other in parsed.triggers if other.noun and other.kind.type == "AGREE"]
    if (named := _where_named(parsed, trigger, spots, texts)) is not None:
        return named
    if to_come(parsed, trigger):
        return None
    front = fronted(parsed, spots) if trigger.finite or trigger.noun else None
    if front is not None and _meant(parsed, front, places[front.mention.target or ""], trigger):
        return front
    return lead if met_here(parsed, trigger) else None  # a dateline tells where people met or signed


def _gathered(parsed: Parsed, one: Seen, trigger: Trigger) -> bool:
    """Whether those who act had gathered at a place: "the three, meeting in Managua, recalled"."""
    return any(
        other.kind.type == "CONSULT" and not other.noun and other.head < one.first < trigger.head
        for other in parsed.triggers
        if other.clause == trigger.clause
    )
