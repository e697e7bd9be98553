"""Dates that go on with the act of the date before them: lists, "and Peru on Tuesday", "a second on 3 June".

Called by attachment.
"""

from collections.abc import Sequence
from itertools import pairwise

from dashboard.events.parsed import Parsed
from dashboard.model import TimeExpression


def name_alone(parsed: Parsed, last: int, first: int, *, alike: bool) -> bool:
    """Whether nothing but who else did the same stands between two places: ", Peru on", "and Peru in".

    A relative clause may tell more of that one: "and Peru, which had waited, in". Where the two dates are not
    ``alike`` a thing behind a comma only describes: "bombed Abyei on 3 May, a town of 20,000 in 2008".
    """
    words, cues = parsed.sentence.words, parsed.words.cues
    between = _without_aside(parsed, _without_relatives(parsed, last, first))
    if not _NAMED[0] <= len(between) <= _NAMED[1]:
        return False
    opened = [words[i] == "," or words[i] in cues["coordinators"] for i in between[:2]]
    if not opened[0]:
        return False
    rest = between[1 + opened[1] :]
    if rest and words[rest[0]] in cues["leading"] | cues["by_words"]:  # "in Rome in May, in Bari in June"
        rest = rest[1:]
    led = bool(rest) and words[rest[-1]] in cues["leading"]
    name = rest[:-1] if led else rest
    if not name or any(i in parsed.parse.verbs or words[i] == "," for i in between[1:]):
        return False
    known = words[name[0]] in cues["known_by"] | cues["one_of_them"] | cues["numbers"]
    known = known or words[name[0]].isdigit()  # "and 148 in Garissa in 2015"
    small = cues["one_of_them"] | cues["numbers"] | cues["known_by"]
    counted = words[first] in small  # "four more a week later", "22 visitors that March"
    named = any(parsed.sentence.capitals[i] for i in name[: 1 + known])
    listed = alike or any(words[i] in cues["coordinators"] for i in between[:2])
    return named or (known and listed and (counted or led))


def later_of_two(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether two dates are as fine and the second is later, as those of a list are."""
    if one.when is None or two.when is None or one.when.earliest is None or two.when.earliest is None:
        return False
    return one.when.granularity is two.when.granularity and one.when.earliest < two.when.earliest


def _without_relatives(parsed: Parsed, last: int, first: int) -> list[int]:
    """The tokens between two places but for relative clauses with their commas."""
    of, here = parsed.parse.clause_of, parsed.parse.clause_of[first]
    apart = {one.number for one in parsed.parse.clauses if one.opener in ("rel", "relobj")} - {here}
    inside = [of[i] in apart for i in range(last, first + 1)]
    if not any(inside):
        return list(range(last, first))
    comma = [parsed.sentence.words[i] == "," for i in range(last, first + 1)]
    beside = [comma[i] and (inside[i + 1] or (i > 0 and inside[i - 1])) for i in range(first - last)]
    return [last + i for i in range(first - last) if not (inside[i] or beside[i])]


def _without_aside(parsed: Parsed, between: list[int]) -> list[int]:
    """The tokens without what two commas set apart: "and into Bukavu, on the lake, on"."""
    words = parsed.sentence.words
    commas = [at for at, i in enumerate(between) if words[i] == ","]
    if len(commas) != _PAIR or words[between[0]] not in parsed.words.cues["coordinators"]:
        return between
    first, last = commas
    told = any(i in parsed.parse.verbs for i in between[first:last])
    return between if told else between[:first] + between[last + 1 :]


_PAIR = 2


def comma_before(parsed: Parsed, first: int) -> int:
    """Where the last comma before a date stands; -1 for none."""
    return next((i for i in range(first - 1, -1, -1) if parsed.sentence.words[i] == ","), -1)


def left_out(parsed: Parsed, one: TimeExpression, two: TimeExpression) -> bool:
    """Whether the verb before a date is left out before the next: "A quit it in 2020, and B a year later"."""
    _, last = parsed.sentence.span(one.start, one.end)
    first, _ = parsed.sentence.span(two.start, two.end)
    here = parsed.parse.clause_of[min(first, len(parsed.parse.clause_of) - 1)]
    finite = parsed.parse.clauses[here].finite
    start = max(last, comma_before(parsed, first))  # "On Monday A blamed B, and C a week later"
    beside = parsed.parse.clause_of[min(last - 1, first)] == here
    alone = finite and name_alone(parsed, start, first, alike=later_of_two(one, two))
    if not alone or not beside or max(finite) > start:
        return False
    nouns = any(one.noun and start <= one.head < first for one in parsed.triggers)
    return not nouns and any(not t.noun and t.head in finite for t in parsed.triggers)


def onward(parsed: Parsed, one: TimeExpression, two: TimeExpression) -> bool:
    """Whether a verb before a date goes on to another object: « s'oppose le 3 à A, puis, le 12, à B »."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    last = parsed.sentence.span(one.start, one.end)[1]
    first, end = parsed.sentence.span(two.start, two.end)
    joined = first - 1 - (words[first - 1] == ",")
    if joined <= last or words[joined] not in cues["coordinators"] | cues["and_then"]:
        return False
    behind = end + (words[end : end + 1] == (",",))
    stop = next((i for i in range(behind, len(words)) if words[i] in ",;:."), len(words))
    if any(i in verbs and verbs[i].finite for i in (*range(last, first), *range(end, stop))):
        return False
    small = (cues[name] for name in ("place_words", "of_words", "with_words", "against_words"))
    return behind < stop and any(words[last] in some and words[behind] in some for some in small)


def one_more(parsed: Parsed, before: TimeExpression, one: TimeExpression) -> bool:
    """Whether an ordinal alone stands beside a date: "A first round on 1 May, a second on 3 June"."""
    words, cues = parsed.sentence.words, parsed.words.cues
    floor = parsed.sentence.span(before.start, before.end)[1]
    first, last = parsed.sentence.span(one.start, one.end)
    cuts, small = {",", ";"} | cues["coordinators"], cues["place_words"] | cues["of_words"]
    ahead = next((i for i in (last + 1, last) if words[i : i + 1] and words[i] in cues["one_more"]), None)
    if ahead is not None and first and words[first - 1] in cuts:
        alone = words[ahead + 1 : ahead + 2]  # "and on Monday another"
        return not alone or alone[0] in small or not alone[0].isalpha()
    at = next((i for i in range(first - 1, max(floor, first - 3), -1) if words[i] in cues["one_more"]), None)
    if at is None or words[at - 1] not in cues["determiners"]:
        return False
    return all(words[i] in small for i in range(at + 1, first)) and words[at - 2] in cuts


_NAMED = 2, 10
"""How many words there are between two dates where a name alone tells who did the same."""


_DAY_ALONE = 4
"""The most letters of a day without its month: "3", "22nd"."""


def listed(parsed: Parsed, expressions: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """The dates that only go on a list ("on 4 and 9 May"), by where they start, with the one before."""
    found = {}
    for one, other in pairwise(expressions):
        if one.when is None or other.when is None or one.when.granularity is not other.when.granularity:
            continue
        _, last = parsed.sentence.span(one.start, one.end)
        first, _ = parsed.sentence.span(other.start, other.end)
        between = parsed.sentence.words[last:first]
        again_in = len(between) == 2 and between[1] in parsed.words.cues["place_words"] | {"on"}
        goes_on = between[:1] == (",",) and min(len(one.text), len(other.text)) <= _DAY_ALONE
        if (len(between) == 1 or again_in or _in_turn(parsed, last, first)) and (
            goes_on or between[0] in parsed.words.cues["again"]
        ):
            found[other.start] = one
    return found


def _in_turn(parsed: Parsed, last: int, first: int) -> bool:
    """Whether another place and day go on with the same act: "sat in Oslo on 3 May and in Goma on 5 May"."""
    words, between = parsed.sentence.words, range(last, first)
    here = parsed.parse.clauses[parsed.parse.clause_of[first]]
    if any(i > first for i in here.finite):
        return False  # "struck Erbil on 3 May and in Baghdad on 5 May a militia fired"
    return (
        _TURN[0] <= len(between) <= _TURN[1]
        and words[last + 1] in parsed.words.cues["place_words"]
        and parsed.sentence.capitals[last + 2]
        and not any(i in parsed.parse.verbs or words[i] == "," for i in between)
    )


_TURN = 3, 6
"""How many words there are between two dates where another place tells where the same was done again."""
