"""Who speaks in a quotation: "We signed it on Monday," X said. Called by casting."""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger


def first_person(parsed: Parsed, trigger: Trigger, seen: Sequence[Seen]) -> list[Seen]:
    """Who says in a quotation to have done something himself: "We made a deal," X said."""
    words, clause = parsed.sentence.words, parsed.parse.clauses[trigger.clause]
    start = clause.finite[0] if clause.finite else trigger.head
    subject = [words[i] for i in clause.tokens if i < start]
    if not parsed.words.cues["first_person"].issuperset(subject[-1:]) or not subject:
        return []
    if not parsed.sentence.in_speech(trigger.head):
        return []
    for saying in parsed.triggers:
        if saying.noun or saying.kind.type != "STATEMENT" or parsed.sentence.in_speech(saying.head):
            continue
        here = [one for one in seen if parsed.parse.clause_of[one.first] == saying.clause]
        here = [one for one in here if not parsed.sentence.in_speech(one.first)]
        before = [one for one in here if one.first < saying.head]
        found = before or [one for one in here if one.first == saying.end]  # "said X"
        return [one for one in found if one.mention.form in ("name", "role", "alias", "pronoun")][:1]
    return []
