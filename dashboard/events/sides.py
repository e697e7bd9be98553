"""On which side of what happens a mention stands: who does it, who suffers it. Called by ``casting``."""

from collections.abc import Sequence
from itertools import pairwise

from dashboard.events.adjectives import taxed
from dashboard.events.agents import of_other, side_of_agent
from dashboard.events.antecedents import is_object
from dashboard.events.appositions import past_description
from dashboard.events.bearers import with_title
from dashboard.events.governing import dwells, made_to
from dashboard.events.parsed import Parsed
from dashboard.events.settling import by_alone, left_by, own_visit, settled
from dashboard.events.status import verb_group
from dashboard.events.ties import Seen, asked, listed, own_words, preposition, spoken_for
from dashboard.events.triggers import Trigger
from dashboard.model import Role

SUFFERED = frozenset({"naming", "dismissal", "arrest", "detention"})
"""Kinds of nouns whose owner is whom it was done to: "Rubio's appointment", "his arrest"."""


def sides(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[tuple[Seen, str]]:
    """Each mention with its side: "subject", "object", "counterpart", "concerned" or "" for none."""
    group = [i for i in verb_group(parsed, trigger) if i > made_to(parsed, trigger)]
    pivot = group[0] if group else trigger.head
    made: list[tuple[Seen, str]] = []
    known = False
    for one in seen:
        before = (
            one.last <= min(trigger.used) if trigger.noun else one.first < pivot or asked(parsed, one, group)
        )
        # both of « les deux hommes » stand where the first does
        same = bool(made) and made[-1][0].first == one.first and not is_object(one)
        alike = same or (made and made[-1][1] and spoken_for(parsed, made[-1][0], one))
        if (goes_on := made[-1][1] if alike else past_description(parsed, made, one)) or alike:
            made.append((one, goes_on))
            continue
        floor = made[-1][0].last - 1 if made else -1
        titled, tie = _tied(parsed, trigger, one, floor)
        if is_object(one):
            made.append((one, "counterpart" if trigger.kind.frame == "shared" else "object"))
            continue
        apposed = bool(made) and made[-1][0].mention.rule == "in role"  # « le président du Niger, X »
        received = trigger.kind.frame == "shared" and _fronted(
            parsed, trigger, one
        )  # « Reçu par A, B a dit »
        before = before or received
        fronted = bool(made) and (_opens_for(parsed, made[-1], one, pivot) or _closed(parsed, made[-1], one))
        fronted = fronted or (received and bool(made) and made[-1][1] == "subject")
        if not tie and made and not apposed and not fronted and listed(parsed, made[-1][0], titled):
            made.append((one, made[-1][1]))
            continue
        from_whom = _sent(parsed, trigger, one) or tie
        side = _side(trigger, from_whom, before=before, pivot_before=one.first < pivot)
        side = "" if _apart(parsed, one, tie, before=before) else side
        if tie == "of" and before and made and (_ally(parsed, made[-1], one) or _member(parsed, made, one)):
            side = ""
        side = side_of_agent(parsed, trigger, one, side, tie, before=before)
        if tie == "to" and before and side == "subject" and _written_to(parsed, one):
            side = "object"
        side = _on_the_spot(parsed, trigger, group, one, tie) or side
        if side in ("object", "counterpart", "subject") and one.first > max(trigger.head, pivot):
            if tie == "of" and not trigger.noun and _after_comma(parsed, trigger, one, made):
                side = side if _fronted(parsed, trigger, one) else ""
            elif (
                not (tie == "by" and trigger.noun)
                and _other_verb(parsed, trigger, group, one)
                and (trigger.kind.type != "THREATEN" or known)
                and (known or trigger.kind.frame == "shared" or tie in ("to", "in", "against"))
            ):
                side = "concerned"
        if side and trigger.passive and one.first > trigger.head:
            side = _suffered(parsed, trigger, group, (one, side), tie)
        if tie == "by" and trigger.noun and of_other(parsed, trigger, one):
            side = ""  # "the annexation of Crimea was condemned by the EU"
        side = "concerned" if _moved_by(parsed, trigger, group, (one, side), tie) else side
        hosted = known or any(other == "in" for _, other in made)  # "came to A before being spread over B"
        onward = hosted and trigger.kind.object is Role.HOST and _other_verb(parsed, trigger, group, one)
        side = _inside(parsed, trigger, one, onward=onward, known=known) if side == "in" else side
        side = settled(
            parsed, trigger, (one, side), tie, before=before, left_behind=left_by(trigger, one, made, tie)
        )
        known = known or side in ("object", "counterpart")
        made.append((one, side))
    return by_alone(parsed, trigger, own_visit(parsed, trigger, made)) if trigger.noun else made


def _inside(parsed: Parsed, trigger: Trigger, one: Seen, *, onward: bool, known: bool) -> str:
    """The side of one behind "in" or "at": a place, whom words are meant for, or only concerned."""
    if onward or _decided_for(parsed, trigger, one):
        return "concerned"
    return "object" if not known and _aimed_at(parsed, trigger, one) else "in"


def _tied(parsed: Parsed, trigger: Trigger, one: Seen, floor: int) -> tuple[Seen, str]:
    """A mention from where its office begins, and how it is tied to what precedes it."""
    titled = with_title(parsed, one)
    tie = preposition(parsed, titled.first, max(floor, own_words(parsed, trigger, one)))
    if tie == "by" and titled is not one:  # who receives somebody before he leaves is there, too
        return one, preposition(parsed, one.first, floor)
    return titled, tie


def _aimed_at(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether "at" names whom words or shots are meant for: "lashed out at Turkey", "fired at Israel"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = one.first if words[one.first] in cues["known_by"] else one.first - 1
    at = at - 1 if at == one.first else at
    phrased = trigger.kind.type in _WORDS and len(trigger.used) > 1  # not "criticised the deal at NATO"
    verb = None if trigger.noun or trigger.kind.type != "ASSAULT" else parsed.parse.verbs.get(trigger.head)
    shot = verb is not None and any(lemma in cues["sends"] for lemma, _ in verb.readings)
    return (phrased or shot) and one.first > trigger.head and words[at] in cues["aimed_at"]


_WORDS = frozenset({"ACCUSE", "THREATEN"})
"""Types that are words said to somebody's face."""


def _on_the_spot(parsed: Parsed, trigger: Trigger, group: Sequence[int], one: Seen, tie: str) -> str:
    """The side of one told by where it is, or by whom those are linked to who act; "" where it is not so."""
    if one.first < trigger.head and _linked(parsed, one):
        return "subject"
    told = trigger.kind.code == "discussion" and one.first > trigger.head and tie not in _TOGETHER
    if told and (dwells(parsed, trigger) or tie in _TOPIC):
        return "concerned"  # "discussed the attack on Chad"
    if tie in _TOPIC and _talked_about(parsed, trigger, one):
        return "concerned"  # "held talks on Chad"
    warrant = trigger.kind.code == "charge" or taxed(parsed, one, trigger)
    if tie == "about" and warrant and one.first > trigger.head:
        return "object"  # "issued a warrant for X", « des taxes sur le vin australien »
    if one.mention.rule == "venue" and (tie in ("in", "to") or _around(parsed, one)):
        if trigger.kind.type == "ASSAULT" and _aimed_at(parsed, trigger, one):
            return "object"
        return "object" if _given_to(parsed, trigger, group, one) else "in"
    before = bool(group) and one.first < group[0]
    return "subject" if tie in ("in", "to") and before and _staff(parsed, trigger, one) else ""


def _talked_about(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether talks are on somebody: "a conference on Chad", "met on the war in Chad"."""
    meets = trigger.kind.type == "CONSULT" and trigger.kind.frame == "shared"
    lead = range(max(min(trigger.used) + 1, one.first - _TOPIC_LEAD), one.first)
    return meets and any(parsed.sentence.words[i] in parsed.words.cues["topic_words"] for i in lead)


_TOPIC = frozenset({"against", "about"})
"""Ties of what is talked about."""
_TOPIC_LEAD = 3
"""How many words before a name the "on" may stand: "on war-torn Chad"."""
_TOGETHER = frozenset({"with", "between", "by"})
"""Ties of those who talk, and not of what they talk about."""


def _linked(parsed: Parsed, one: Seen) -> bool:
    """Whether those who act are told by whom they are linked to: "Hackers linked to Iran attacked"."""
    words, at = parsed.sentence.words, one.first - 1
    at -= words[at] in parsed.words.cues["known_by"]
    return (
        at > 0 and words[at] in parsed.words.cues["given_to"] and words[at - 1] in parsed.words.cues["linked"]
    )


_GIVING = frozenset({"AID", "CONCEDE", "SUPPORT", "THREATEN", "DEMAND"})
"""Types whose "to Namibia" tells for whom an act is meant, and not where it is."""
_HANDING = frozenset({"extradition", "cancellation", "blockade", "ruling"})
"""Kinds of other types of which the same is true."""


def _given_to(parsed: Parsed, trigger: Trigger, group: Sequence[int], one: Seen) -> bool:
    """Whether "to" names for whom an act is meant: "sent doctors to India", but "fled to India"."""
    kind = trigger.kind
    if kind.code == "asylum" or not (kind.type in _GIVING or kind.code in _HANDING):
        return False
    words, cues = parsed.sentence.words, parsed.words.cues
    at = parsed.lead(one.first)
    towards = at > trigger.head and words[at] in cues["given_to"]
    return towards and not _other_verb(parsed, trigger, group, one)


def _staff(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether those who act are told by where they serve: "Judges at the International Court ruled"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = parsed.lead(one.first)
    if trigger.noun or at < 1 or one.mention.rule != "organisation" or words[at] not in cues["place_words"]:
        return False
    head = words[at - 1]
    tokens = parsed.parse.clauses[trigger.clause].tokens
    cut = next((i + 1 for i in range(at - 1, tokens[0], -1) if words[i] == ","), tokens[0])
    opens = cut if words[cut].isalpha() else cut + 1
    plain = words[opens] not in cues["place_words"] | cues["adjuncts"] and at - opens <= _OFFICIALS
    return plain and head.endswith("s") and at - 1 not in parsed.dated and at - 1 not in parsed.parse.verbs


_OFFICIALS = 3
"""How many words there may be before "at the court" for those who serve there."""


def _sent(parsed: Parsed, trigger: Trigger, one: Seen) -> str:
    """That a mention stands behind "from", where it tells whose a letter, a visit or a warning is; or ""."""
    words, cues = parsed.sentence.words, parsed.words.cues
    at = parsed.lead(one.first)
    behind = trigger.noun and at == trigger.end and words[at] in cues["from_words"]
    return "from" if behind and trigger.kind.code in cues["sent_from"] else ""


def _ally(parsed: Parsed, before: tuple[Seen, str], one: Seen) -> bool:
    """Whether a state only tells in an apposition whose somebody is: "Japan and Korea, both allies of X,"."""
    words, last = parsed.sentence.words, before[0]
    apposed = words[last.last : last.last + 1] == (",",) and words[one.last : one.last + 1] == (",",)
    inside = range(last.last + 1, one.first)
    plain = not any(i in parsed.parse.verbs or words[i] == "," for i in inside)
    return apposed and plain and before[1] == "subject" and one.mention.rule == "state"


def _member(parsed: Parsed, made: Sequence[tuple[Seen, str]], one: Seen) -> bool:
    """Whether an apposition says to whom somebody belongs: "Norway, a member of NATO but not of the EU,"."""
    words = parsed.sentence.words
    start = next((other.last for other, side in reversed(made) if side == "subject"), len(words))
    end = next((i for i in range(one.last, len(words)) if words[i] in ",;"), 0)
    inside = words[start + 1 : end]
    plain = "," not in inside and not any(start < i < end for i in parsed.parse.verbs)
    told = not parsed.words.cues["member_words"].isdisjoint(words[start + 1 : one.first])
    return told and plain and words[start : start + 1] == (",",)


def _written_to(parsed: Parsed, one: Seen) -> bool:
    """Whether somebody is told to get a letter in which others ask: "in a letter to Moscow, Biden urged"."""
    return not parsed.words.cues["vehicles"].isdisjoint(
        parsed.sentence.words[max(0, one.first - 4) : one.first]
    )


def _around(parsed: Parsed, one: Seen) -> bool:
    """Whether a state is told behind a comma as where a city is: "in Granada, Spain"."""
    words, capitals = parsed.sentence.words, parsed.sentence.capitals
    return one.first > 1 and words[one.first - 1] == "," and capitals[one.first - 2]


def _opens_for(parsed: Parsed, before: tuple[Seen, str], one: Seen, pivot: int) -> bool:
    """Whether a phrase ends at a comma before the subject: "Asked about Taiwan, Joe Biden said"."""
    words, links = parsed.sentence.words, parsed.words.cues["coordinators"]
    last = before[0]
    between = words[last.last : one.first]
    bare = between[:1] == (",",) and parsed.words.cues["determiners"].issuperset(between[1:])
    ahead = words[one.last : pivot]
    listing = any(word in links or word == "," for word in ahead)
    return bare and before[1] != "subject" and one.last <= pivot and not listing


def _closed(parsed: Parsed, before: tuple[Seen, str], one: Seen) -> bool:
    """Whether a comma closes the phrase before: "A, for the department, and B, for the office, sat down"."""
    return not before[1] and "," in parsed.sentence.words[before[0].last : one.first]


def _suffered(
    parsed: Parsed, trigger: Trigger, group: Sequence[int], sided: tuple[Seen, str], tie: str
) -> str:
    """The side of a mention behind a passive verb: who suffers it stands before it, or opens its sentence.

    « Condamné en mai, X a été gracié par Y »: X was sentenced, and Y pardoned only.
    """
    one, side = sided
    if trigger.kind.frame != "directed":
        return side
    finite = parsed.parse.clauses[trigger.clause].finite
    opens = not trigger.head or parsed.sentence.words[trigger.head - 1] == ";"
    if opens and side == "subject" and tie != "by" and any(one.last <= i for i in finite):
        return "object"
    acts = side == "subject" or tie == "by"
    return "" if acts and _other_verb(parsed, trigger, group, one) else side


def _beyond(parsed: Parsed, trigger: Trigger, group: Sequence[int], one: Seen, *, by: bool) -> bool:
    """Whether a mention is the object of what an act led to: "the invasion made Iran readier"."""
    if not group or not trigger.head < group[0] < one.first:
        return False
    main = group[-1:] if trigger.kind.type == "CONSULT" and not by else group  # « ont évoqué la Syrie »
    if trigger.kind.code in SUFFERED and len(group) > 1:
        main = group[1:]  # « l'arrestation de X a ému Berlin »
    lemmas = {lemma for i in main for lemma, _ in parsed.parse.verbs[i].readings}
    cues, last = parsed.words.cues, group[-1] + 1
    if len(group) == 1 and lemmas <= cues["helpers"] and last < one.first and last not in parsed.dated:
        return preposition(parsed, one.first, group[0]) == ""  # a participle that is in no table
    return not lemmas & cues["gathers"]


def _moved_by(
    parsed: Parsed, trigger: Trigger, group: Sequence[int], sided: tuple[Seen, str], tie: str
) -> bool:
    """Whether one is what an act led to, also by a verb in no table: "the arrest of X shocked Berlin"."""
    one, side = sided
    if not trigger.noun or side not in ("object", "subject"):
        return False
    if _beyond(parsed, trigger, group, one, by=tie == "by"):
        return True
    at, words = one.first - 1, parsed.sentence.words
    plain = at >= trigger.end and at not in parsed.parse.verbs and not parsed.sentence.capitals[at]
    past = len(words[at]) > _STEM and words[at].endswith(parsed.words.ordered["past_endings"])
    return side == "object" and not tie and plain and past and at not in trigger.used


_STEM = 4
"""More letters than this has a verb in the past that is in no table."""


def _apart(parsed: Parsed, one: Seen, tie: str, *, before: bool) -> bool:
    """Whether one is where an envoy is posted, or acts beside: "Cuba's envoy to the UN, X, walked out"."""
    posted = tie in ("to", "in") and before and one.mention.rule == "in role"
    return posted or (tie == "with" and _meanwhile(parsed, one))


def _meanwhile(parsed: Parsed, one: Seen) -> bool:
    """Whether one only does something beside the act: "endorsed it, with Russia abstaining"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    behind = words[one.last] if one.last < len(words) else ""
    lead = range(one.first - 1, max(0, one.first - _TITLED), -1)
    at = next((i for i in lead if words[i] in cues["with_words"]), 0)
    plain = not any(words[i] == "," or i in parsed.parse.verbs for i in range(at, one.first))
    led = at > 0 and words[at - 1] == "," and plain
    beside = behind not in cues["looks_on"] and behind.endswith(parsed.words.ordered["gerund_endings"])
    return led and beside


_TITLED = 6
"""How many words an office before a name may have, with the "with" before it."""


def _decided_for(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether a gathering is told to have led to something there: "the summit agreed on troops in Poland"."""
    between = range(trigger.end, one.first)
    return (
        trigger.noun
        and trigger.kind.mode == "multilateral"
        and one.mention.form in ("name", "alias")
        and any(i in parsed.parse.verbs for i in between)
    )


def _after_comma(parsed: Parsed, trigger: Trigger, one: Seen, made: Sequence[tuple[Seen, str]]) -> bool:
    """Whether a mention stands in an apposition: "in Baku, the capital of Azerbaijan"."""
    start = max([trigger.head, *(other.last for other, _ in made)])
    words, dated = parsed.sentence.words, parsed.dated
    commas = [i for i in range(start, one.first) if words[i] == ","]
    pairs = {i for i, j in pairwise(commas) if all(at in dated for at in range(i + 1, j))}
    return len(commas) > 2 * len(pairs)


def _fronted(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether a participle opens its subject's sentence: « Réunis à Paris, les ministres de l'UE ont »."""
    finite = parsed.parse.clauses[trigger.clause].finite
    return trigger.head == 0 and trigger.passive and bool(finite) and one.last <= finite[0]


def _other_verb(parsed: Parsed, trigger: Trigger, group: Sequence[int], one: Seen) -> bool:
    """Whether another verb stands between the trigger and a mention, which is then its object."""
    verbs = parsed.parse.verbs
    others = (i for i in range(max([trigger.head, *group]) + 1, one.first) if i in verbs)
    others = (i for i in others if i not in group and i not in trigger.used)
    lead = parsed.sentence.words[max(0, one.first - _BY) : one.first]
    if trigger.passive and not parsed.words.cues["by_words"].isdisjoint(lead):
        return any(verbs[i].tenses != {"infinitive"} for i in others)  # « reçu à déjeuner par X »
    return any(True for _ in others)


_BY = 4
"""How far before a mention "by" may stand: « par son homologue danois X »."""


def _side(trigger: Trigger, tie: str, *, before: bool, pivot_before: bool) -> str:
    if tie in ("with", "between"):
        return "counterpart"
    if tie == "about":
        return "" if before else "concerned"
    if tie == "against" and not before and trigger.kind.code == "deployment":
        return "opposed"  # "sent troops against Noriega"
    if tie == "by":
        # "rejected an offer by Egypt": who made the offer is the one addressed
        if trigger.noun or trigger.passive:
            return "subject"
        return "" if before else "object"  # « appuyés par Kigali, les rebelles ont pris »
    if trigger.noun:
        if tie == "from":
            return "subject"
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
