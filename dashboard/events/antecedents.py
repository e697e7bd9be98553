"""Who takes part without standing in the clause itself: subjects left out, antecedents, initiators.

Called by casting.
"""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen, listed
from dashboard.events.triggers import Trigger
from dashboard.model import Role


def is_object(one: Seen) -> bool:
    """Whether a mention is a pronoun that can be no subject: "invited him", « le reçut »."""
    return one.mention.rule == "object pronoun"


def whom(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """The antecedent of a relative clause whose object it is: "the reporters whom Iran had seized"."""
    clause = parsed.parse.clauses[trigger.clause]
    if clause.opener != "relobj" or not clause.tokens:
        return []
    start = min(clause.tokens)
    if parsed.sentence.words[start] not in parsed.words.cues["object_relatives"]:
        return []
    return _antecedent(parsed, start, seen)


def _antecedent(parsed: Parsed, start: int, seen: Sequence[Seen]) -> list[Seen]:
    """The mention right before a relative clause, with the list that it closes."""
    earlier = [one for one in seen if one.last <= start]
    found = earlier[-1:]
    for one in reversed(earlier[:-1]):
        if one.first == found[0].first:
            found.insert(0, one)
            continue
        if not listed(parsed, one, found[0]):
            break
        found.insert(0, one)
    return found


def inherited(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """The subject of a clause that has none of its own: its antecedent, or the subject beside it."""
    clause = parsed.parse.clauses[trigger.clause]
    start = min(clause.tokens, default=0)
    if clause.opener == "rel":
        return _antecedent(parsed, start, seen)
    if clause.opener in ("coord", "beside", "sub") or not trigger.finite:
        for number in range(trigger.clause - 1, -1, -1):
            finite = parsed.parse.clauses[number].finite
            if clause.opener == "sub" and number not in parsed.parse.chain(trigger.clause):
                continue
            found = [
                one for one in seen
                if parsed.parse.clause_of[one.first] == number and finite and one.first < finite[0]
                and not is_object(one)
            ]  # fmt: skip
            if found:
                return found
    return []


def initiative(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> dict[str, Role]:
    """Actors behind "at the initiative of", "at the invitation of", with the role that it gives them.

    What is done to somebody at the request of another is not done by that other.
    """
    suffered = trigger.passive and trigger.kind.frame == "directed"
    text = " ".join(word.replace("’", "'") for word in parsed.sentence.words).replace("' ", "'")
    given: dict[str, Role] = {}
    for phrase, role in zip(
        parsed.words.ordered["initiative"], parsed.words.ordered["initiative_roles"], strict=True
    ):
        at = text.find(phrase)
        if at < 0:
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
        if ";" in parsed.sentence.words[trigger.head : token]:
            continue
        following = [one for one in seen if token < one.first <= token + 9]
        for one in following:
            if one.first == following[0].first and one.mention.target:
                given[one.mention.target] = Role.CONCERNED if suffered else Role(role)
    return given
