"""Who takes part in a deed that an accusation holds: "accused Y of attacking Z". Called by casting."""

from collections.abc import Sequence

from dashboard.events.parsed import Parsed
from dashboard.events.sides import sides
from dashboard.events.ties import Seen
from dashboard.events.triggers import Trigger


def alleged_sides(
    parsed: Parsed, blame: Trigger, trigger: Trigger, seen: Sequence[Seen]
) -> list[tuple[Seen, str]]:
    """The mentions with their sides in an alleged deed: the accused does it, the accuser only says so."""
    told = [one for one in seen if not trigger.head < one.first or _behind_comma(parsed, trigger, one)]
    placed = {"object": "subject", "counterpart": "subject", "subject": "concerned"}
    found = [(one, placed[side]) for one, side in sides(parsed, blame, told) if side in placed]
    later = [one for one in seen if one not in told]
    return found + [(one, side) for one, side in sides(parsed, trigger, later) if side != "subject"]


def _behind_comma(parsed: Parsed, trigger: Trigger, one: Seen) -> bool:
    """Whether a mention stands behind the phrase of a deed, as the subject of a sentence that it opens."""
    words = parsed.sentence.words
    return any(words[i] == "," and i not in parsed.dated for i in range(trigger.end, one.first))
