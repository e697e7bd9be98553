"""Who takes part without standing in the clause itself: subjects left out, antecedents, initiators.

Called by casting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.events.bearers import with_title
from dashboard.events.belonging import kind_of
from dashboard.events.bystanders import behind, is_source
from dashboard.events.clauses import Clause
from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen, listed
from dashboard.events.triggers import Trigger, wished
from dashboard.model import Actor, ActorKind, Role

_HELPED = 4
"""How far behind its helper a verb may stand: "has offered to host"."""
_MOVED = frozenset({"RETREAT", "MOBILIZE", "AID"})
"""Types of acts that one does at the wish of another."""
_PEOPLES = frozenset({"AGREE", "CONSULT"})
"""Types of acts whose verb's subject is people and states: no days of fighting, no flights."""
_SAID = frozenset({"STATEMENT", "THREATEN", "ACCUSE"})
"""Types of words that somebody with no name may say behind what they are about."""
_BEGUN = 8
"""How many words may stand between a noun and "which NATO began"."""


def is_object(one: Seen) -> bool:
    """Whether a mention is a pronoun that can be no subject: "invited him", « le reçut »."""
    return one.mention.rule == "object pronoun"


def whom(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """The antecedent of a relative clause whose object it is: "the reporters whom Iran had seized"."""
    clause = parsed.parse.clauses[trigger.clause]
    object_of = clause.opener == "rel" and bool(_its_own(parsed, trigger))  # "which its neighbours condemned"
    if not (object_of or clause.opener in ("relobj", "sub")) or not clause.tokens:
        return []
    start = min(clause.tokens)
    if clause.opener == "sub" and not _tells_more(parsed, start, seen):
        return []
    if not object_of and parsed.sentence.words[start] not in parsed.words.cues["object_relatives"]:
        return []
    told = [one for one in _antecedent(parsed, start, seen) if one.mention.form != "demonym"]
    return told if not object_of or any(start - one.last <= 1 for one in told) else []


def _tells_more(parsed: Parsed, start: int, seen: Sequence[Seen]) -> bool:
    """Whether « que » opens a relative clause behind a name and a comma, and nothing that is said."""
    words = parsed.sentence.words
    behind = start > 1 and words[start - 1] == "," and any(one.last == start - 1 for one in seen)
    said = any(
        at < start and lemma in parsed.words.sayings
        for at, verb in parsed.parse.verbs.items()
        for lemma, _ in verb.readings
    )
    return behind and not said


def begun_by(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """Who does what a noun tells by the clause behind it: "the bombing of Serbia, which NATO began"."""
    for clause in parsed.parse.clauses[trigger.clause + 1 :]:
        start = min(clause.tokens, default=0)
        que = clause.opener == "sub" and parsed.sentence.words[start] in parsed.words.cues["object_relatives"]
        related = clause.opener in ("rel", "relobj") or (que and parsed.sentence.words[start - 1] == ",")
        if not related or clause.parent != trigger.clause or not clause.finite:
            continue
        verbs = [parsed.parse.verbs[at] for at in clause.tokens if at in parsed.parse.verbs]
        near = [verb for verb in verbs if 0 <= verb.at - clause.finite[0] <= _HELPED]
        led = any(lemma in parsed.words.cues["conducts"] for verb in near for lemma, _ in verb.readings)
        if not led or start - trigger.end > _BEGUN:
            return []
        told = [one for one in seen if start < one.first < clause.finite[0]]
        if told or parsed.sentence.words[start] not in parsed.words.cues["object_relatives"]:
            return told
        return _turned_round(parsed, near[-1].at + 1, seen)
    return []


def _in_its_clause(parsed: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a phrase stands in an act's clause, or is set in front: « C'est à la demande de X que »."""
    number, clause = parsed.parse.clause_of[token], parsed.parse.clauses[trigger.clause]
    start = min(parsed.parse.clauses[number].tokens, default=0)
    front = parsed.sentence.words[start] in parsed.words.cues["cleft_subjects"]
    return number == trigger.clause or (number == clause.parent and front)


def _turned_round(parsed: Parsed, at: int, seen: Sequence[Seen]) -> list[Seen]:
    """The subject behind its verb, with who is listed with it: « que présidait X », « qu'ont eue A et B »."""
    found: list[Seen] = []
    for one in seen:
        first = with_title(parsed, one).first
        opens = not found and at <= first <= at + 1
        if opens or (found and listed(parsed, found[-1], replace(one, first=first))):
            found.append(one)
    return found


def others_act(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether those who act are told, but with no name that is known: "Ten states signed a convention"."""
    finite = parsed.parse.clauses[trigger.clause].finite
    people = trigger.kind.type in _PEOPLES and trigger.finite
    if trigger.noun or trigger.passive or not people or not finite:
        return False
    sentence, many = parsed.sentence, parsed.words.cues["many"]
    lead = [i for i in parsed.parse.clauses[trigger.clause].tokens if i < finite[0] and i not in parsed.dated]
    inside = (i for i in lead if i and sentence.words[i - 1].isalpha())  # not right behind "28 February:"
    named = any(sentence.capitals[i] and sentence.words[i].isalpha() for i in inside)
    return named or any(sentence.words[i] in many or sentence.words[i].isdigit() for i in lead)


def explaining(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """Who acts in the clause that tells how an act came about: "ties hit bottom in May, when Iran left"."""
    for clause in parsed.parse.clauses[trigger.clause + 1 :]:
        start = min(clause.tokens, default=0)
        opens = clause.opener == "sub" and parsed.sentence.words[start] in parsed.words.cues["explaining"]
        if opens and clause.parent == trigger.clause and clause.finite and start > trigger.head:
            return [
                one for one in seen
                if start < one.first < clause.finite[0] and one.mention.form not in ("demonym", "role")
                and one.mention.rule not in ("venue", "in role") and not is_object(one)
            ]  # fmt: skip
    return []


def _antecedent(parsed: Parsed, start: int, seen: Sequence[Seen]) -> list[Seen]:
    """The mention right before a relative clause, with the list that it closes."""
    earlier = [one for one in seen if one.last <= start]
    found = earlier[-1:]
    if _whose_state(parsed, earlier):
        found, earlier = earlier[-2:-1], earlier[:-1]
    for one in reversed(earlier[:-1]):
        if one.first == found[0].first:
            found.insert(0, one)
            continue
        if not listed(parsed, one, found[0]):
            break
        found.insert(0, one)
    return found


def _whose_state(parsed: Parsed, earlier: Sequence[Seen]) -> bool:
    """Whether the last mention only tells whose the one before it is: "Keir Starmer of Britain, who"."""
    if not earlier[:-1] or earlier[-1].mention.rule != "state":
        return False
    person, state = earlier[-2:]
    of = parsed.sentence.words[state.first - 1] in parsed.words.cues["of_words"]
    return of and person.last == state.first - 1 and person.mention.form == "name"


def inherited(
    parsed: Parsed, trigger: Trigger, seen: Sequence[Seen], actors: Mapping[str, Actor]
) -> list[Seen]:
    """The subject of a clause that has none of its own: its antecedent, or the subject beside it.

    Where soldiers or the like are its own, they are a state's and no person's: "; its soldiers landed".
    """
    beside = parsed.parse.clauses[trigger.clause].opener in ("coord", "beside")
    if beside and trigger.kind.type in _SAID and _unnamed(parsed, trigger):
        return []  # "X is expected, a senior official told an agency", "X cannot, judges ruled"
    owner = _its_own(parsed, trigger)
    possessed = owner in parsed.words.cues["possessives"]
    if owner and not possessed and parsed.parse.clauses[trigger.clause].opener in ("sub", "rel"):
        return []  # "a day after gunmen murdered the minister", "a step which a tribunal found unlawful"
    found = _beside(parsed, trigger, seen)
    if not owner:
        return found
    if trigger.passive and trigger.kind.frame == "directed":
        return []  # "and the hostages were handed over": who approved it is not who suffers it
    people = [one for one in found if _person(one, actors)]
    named = {one.last for one in people}  # "Pearson of Canada"
    kept = [one for one in found if one not in people and one.first - 1 not in named]
    if possessed:
        return kept
    # "and troops crossed the border" are a state's, and no summit's or court's
    return [one for one in kept if kind_of(one, actors) is ActorKind.STATE]


def _person(one: Seen, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(one.mention.target or "")
    return actor is not None and actor.kind is ActorKind.PERSON


def _beside(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    clause = parsed.parse.clauses[trigger.clause]
    start = min(clause.tokens, default=0)
    if clause.opener == "rel" or _cleft(parsed, clause, start):
        return _antecedent(parsed, start, seen)
    if clause.opener == "coord" and (told := _second(parsed, trigger, seen)):
        return told
    if clause.opener in ("coord", "beside", "sub") or not trigger.finite:
        for number in range(trigger.clause - 1, -1, -1):
            finite = parsed.parse.clauses[number].finite
            if clause.opener == "sub" and number not in parsed.parse.chain(trigger.clause):
                continue
            other = parsed.parse.clauses[number]
            if clause.opener == "coord" and other.opener == "sub" and other.parent != clause.parent:
                continue  # "Moscow recalled X after Biden called Y a killer, and asked": Moscow asked
            found = [
                one for one in seen
                if parsed.parse.clause_of[one.first] == number and finite and one.first < finite[0]
                and not is_object(one) and not is_source(parsed, one) and not behind(parsed, one, trigger)
            ]  # fmt: skip
            if found:
                return found
    return []


def _cleft(parsed: Parsed, clause: Clause, start: int) -> bool:
    """Whether "that" leads back to a name set in front: "It was Chad that recalled its ambassador"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    if clause.opener != "sub" or clause.parent is None or words[start] not in cues["that_words"]:
        return False
    if start + 1 not in clause.finite:
        return False
    finite = parsed.parse.clauses[clause.parent].finite
    being = (lemma for i in finite for lemma, _ in parsed.parse.verbs[i].readings)
    return set(being) <= cues["be"] and any(words[i - 1] in cues["cleft_subjects"] for i in finite if i)


def _second(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """The antecedent of a relative clause that goes on: "Noriega, who hid in a church and surrendered"."""
    before = parsed.parse.clauses[trigger.clause - 1] if trigger.clause else None
    if before is None or before.opener != "rel" or not before.finite or not before.tokens:
        return []
    words, start = parsed.sentence.words, min(before.tokens)
    first = min(parsed.parse.clauses[trigger.clause].tokens)
    if words[first - 1] == "," or words[start] not in parsed.words.cues["subject_relatives"]:
        return []
    return _antecedent(parsed, start, seen)


def _its_own(parsed: Parsed, trigger: Trigger) -> str:
    """The first word of a clause's own subject that is nobody known, or "": "; its soldiers landed"."""
    clause = parsed.parse.clauses[trigger.clause]
    if clause.opener not in ("coord", "beside", "sub", "rel") or not clause.finite:
        return ""
    words, cues = parsed.sentence.words, parsed.words.cues
    lead = [i for i in clause.tokens if i < clause.finite[0] and i not in parsed.dated]
    small = cues["coordinators"] | cues["place_words"] | cues["adjuncts"]
    opens = cues["coordinators"] | cues["subordinators"] | cues["relatives"]
    while lead and (
        words[lead[0]] in opens
        or not words[lead[0]][0].isalnum()
        or (lead[0] + 1 in parsed.dated and words[lead[0]] in small)  # "; in March two of them"
    ):
        lead = lead[1:]
    if not lead:
        return ""
    first = words[lead[0]]
    apart = cues["place_words"] | cues["adjuncts"] | cues["of_words"] | cues["scene_words"]
    determined = len(lead) > 1 and first in cues["determiners"] | cues["possessives"]
    if first in apart or not (determined or _many(parsed, lead)):
        return ""
    return first


def _many(parsed: Parsed, lead: Sequence[int]) -> bool:
    """Whether a subject without an article is several of a kind: "gunmen in Oslo", "28 commandos"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    for at in lead[:_FEW]:
        word = words[at]
        if word in cues["place_words"] | cues["of_words"] | {","} or at in parsed.parse.verbs:
            return False
        plural = word.endswith(tuple(cues["plural_endings"])) and word not in cues["no_plurals"]
        if plural or word in cues["plural_nouns"]:
            return True
    return False


_FEW = 4
"""How many words of a subject tell whether it is several."""


def _unnamed(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether the subject of a clause has no name, or none we know: "sources said", ", KCNA said"."""
    clause = parsed.parse.clauses[trigger.clause]
    start = clause.finite[0] if clause.finite else trigger.head
    lead = [i for i in clause.tokens if i < start and parsed.sentence.words[i][0].isalpha()]
    lead = [i for i in lead if i not in parsed.dated]
    unnamed, words = parsed.words.cues["unnamed"], parsed.sentence.words
    if trigger.kind.type == "STATEMENT" and lead and lead[-1] == start - 1 and len(lead) < _FEW:
        return parsed.sentence.capitals[lead[-1]] or not unnamed.isdisjoint({words[lead[0]], words[lead[-1]]})
    return bool(lead) and words[lead[0]] in unnamed


def _all_listed(parsed: Parsed, near: Sequence[Seen], seen: Sequence[Seen]) -> list[Seen]:
    """The first of some mentions with those listed behind it: « sous l'égide de A et de B »."""
    found = [one for one in near if one.first == near[0].first]
    for one in seen:
        if found and one.first >= found[-1].last and _goes_on(parsed, found[-1], one):
            found.append(one)
    return found


def _goes_on(parsed: Parsed, last: Seen, one: Seen) -> bool:
    """Whether a list of those behind "of" goes on: « de A, de B et du groupe C », but not « de A, B »."""
    between, cues = parsed.sentence.words[last.last : one.first], parsed.words.cues
    if between[:1] == (",",):
        return between[1:2] != () and between[1] in cues["of_words"] and listed(parsed, last, one)
    again = between[1:2] != () and between[0] in cues["coordinators"] and between[1] in cues["of_words"]
    apart = any(
        i in parsed.parse.verbs or parsed.sentence.words[i] in ",;:" for i in range(last.last, one.first)
    )
    return listed(parsed, last, one) or (again and not apart and len(between) <= _DESCRIBED)


_DESCRIBED = 6
"""How many words may stand before the next of a list, with what it is."""


def initiative(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> dict[str, Role]:
    """Actors behind "at the initiative of", "at the invitation of", with the role that it gives them.

    What is done to somebody at the request of another is not done by that other.
    """
    suffered = trigger.passive and trigger.kind.frame == "directed"
    given = _behind_phrases(parsed, trigger, seen, suffered=suffered) if parsed.may_have("initiative") else {}
    for one in seen:
        if one.mention.target and wished(parsed.sentence, parsed.words, one.last + 1):
            given[one.mention.target] = Role.CONCERNED if suffered else Role.INITIATOR
    return given


def _behind_phrases(
    parsed: Parsed, trigger: Trigger, seen: Sequence[Seen], *, suffered: bool
) -> dict[str, Role]:
    """The actors of ``initiative`` whom phrases name; ``suffered`` is whether somebody suffers the act."""
    text = " ".join(parsed.sentence.words).replace("' ", "'")
    given: dict[str, Role] = {}
    for phrase, role in zip(
        parsed.words.ordered["initiative"], parsed.words.ordered["initiative_roles"], strict=True
    ):
        at = text.find(phrase)
        if at < 0 or text[at - 1 : at].isalnum():
            continue
        first_word = phrase.replace("'", "' ").split()[0]
        after = text[:at].replace("'", "' ").count(" ")
        token = next(
            (
                i
                for i in range(max(0, after - 3), len(parsed.sentence.words))
                if parsed.sentence.words[i].startswith(first_word)
            ),
            after,
        )
        told = range(trigger.end, token)
        # "troops left at the request of Bamako": who asks does not move
        asked = trigger.kind.type in _MOVED and not parsed.words.cues["wishes"].isdisjoint(phrase.split())
        if ";" in parsed.sentence.words[trigger.head : token] or (
            suffered and any(i in parsed.parse.verbs and parsed.parse.verbs[i].finite for i in told)
        ):
            continue  # what was asked for is another act
        if token < trigger.head and not _in_its_clause(parsed, trigger, token):
            continue  # « conclu sous l'égide de X, prévoyait une loi que Y a censurée »
        for one in _all_listed(parsed, [one for one in seen if token < one.first <= token + 9], seen):
            if one.mention.target:
                given[one.mention.target] = Role.CONCERNED if suffered or asked else Role(role)
    return given
