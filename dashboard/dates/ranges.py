"""Two dates that are the ends of one range become one expression, and "since" opens one.

``reader.find_expressions`` calls this; the TIMEX3 view keeps the ends apart.
"""

from dataclasses import dataclass, replace

from dashboard.dates import reasons
from dashboard.dates.find import Atom
from dashboard.dates.focus import Reading
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens
from dashboard.dates.whens import approximately, exactly_open, join, open_ended, outside
from dashboard.model import Granularity, When

_ONE_DAY = 1
_COMPARED = frozenset({"offset", "same"})


@dataclass(slots=True)
class Stated:
    """An expression with its reading and its When; ``atom`` is its first part."""

    atom: Atom
    reading: Reading
    when: When | None
    start: int = -1
    end: int = -1

    def __post_init__(self) -> None:
        if self.start < 0:
            self.start, self.end = self.atom.start, self.atom.end


def join_ranges(stated: list[Stated], tokens: Tokens, lexicon: Lexicon) -> list[Stated]:
    """The expressions with ranges joined and open ends opened, in order."""
    openers = {phrase: tuple(between) for phrase, between in lexicon.links.get("ranges", {}).items()}
    dashes = frozenset(lexicon.links.get("dashes", ()))
    out: list[Stated] = []
    index = 0
    while index < len(stated):
        one = stated[index]
        following = stated[index + 1] if index + 1 < len(stated) else None
        joined = _joined(one, following, tokens, openers, dashes) if following else None
        if joined is not None:
            out.append(joined)
            index += 2
            continue
        out.append(_opened(one, tokens, lexicon))
        index += 1
    return out


def _joined(
    one: Stated,
    two: Stated,
    tokens: Tokens,
    openers: dict[str, tuple[str, ...]],
    dashes: frozenset[str],
) -> Stated | None:
    if one.when is None or two.when is None or two.atom.first - one.atom.last > 4:
        return None
    between = " ".join(tokens.entries[i].word for i in range(one.atom.last + 1, two.atom.first))
    before = tokens.entries[one.atom.first - 1].word if one.atom.first else ""
    whole = one.atom.linked == "to" and two.atom.rule is one.atom.rule
    consecutive = (
        one.atom.linked == "and"
        and one.when.latest is not None
        and two.when.earliest is not None
        and (two.when.earliest - one.when.latest).days == _ONE_DAY
    )
    if not (whole or consecutive or between in dashes or between in openers.get(before, ())):
        return None
    when = join(one.when, two.when, reasons.RANGE)
    if when is None or when.earliest == when.latest:
        return None
    reading = replace(
        two.reading,
        value=f"{one.reading.value}/{two.reading.value}",
        reasons=[*one.reading.reasons, *two.reading.reasons, reasons.RANGE],
        confidence=min(one.reading.confidence, two.reading.confidence),
    )
    return Stated(one.atom, reading, when, one.start, two.end)


def _opened(one: Stated, tokens: Tokens, lexicon: Lexicon) -> Stated:
    when = one.when
    if when is None or when.earliest is None or when.latest is None:
        return one
    for phrases, since in ((lexicon.links.get("since", ()), True), (lexicon.links.get("until", ()), False)):
        # "fell from a year earlier" compares; nothing begins there.
        compares = since and one.atom.kind in _COMPARED
        if not compares and tokens.follows(one.atom.first, phrases):
            reason = reasons.SINCE if since else reasons.UNTIL
            return _with(one, open_ended(when, since=since, reason=reason), reason)
    if not when.approximate and tokens.follows(one.atom.first, lexicon.links.get("about", ())):
        return _with(one, approximately(when), reasons.APPROXIMATE)
    return one


def beyond(one: Stated, tokens: Tokens, lexicon: Lexicon) -> Stated:
    """The expression as "before 2014" or "after 3 March" means it: open, the named time left out.

    "Before the end of 2014" reaches to its last day, and "after the start of 2014" begins on its first.
    "Shortly after noon" and "just before noon" are hours of the day that they speak of.
    """
    if one.when is None or one.when.earliest is None or one.when.latest is None:
        return one
    links, first = lexicon.links, one.atom.first
    if tokens.follows(first, links.get("before_end", ())):
        return _with(one, exactly_open(one.when, before=True), reasons.BEFORE)
    for name, before, edge in (("before", True, "END"), ("after", False, "START")):
        if tokens.follows(first, links.get(name, ())):
            if one.when.granularity is Granularity.TIME and (not before or _closely(one, tokens, lexicon)):
                return one
            inner = names_edge(one, edge, tokens, lexicon)
            open_to = exactly_open if inner else outside
            return _with(one, open_to(one.when, before=before), getattr(reasons, name.upper()))
    return one


def _closely(one: Stated, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether an hour was nearly reached: "shortly before noon"."""
    close, before = lexicon.links.get("close", ()), lexicon.links.get("before", ())
    return bool(tokens.follows(one.atom.first, tuple(f"{word} {that}" for word in close for that in before)))


def names_edge(one: Stated, edge: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether an expression is the very end (or start) of a time, not its late (or early) part."""
    within = tokens.entries[one.atom.first : one.atom.last + 1]
    parts = frozenset(lexicon.links.get("parts", ()))
    return one.reading.mod == edge and not any(entry.word in parts for entry in within)


def _with(one: Stated, when: When | None, reason: str) -> Stated:
    """The expression with another When and one more reason; as it was where there is no such When."""
    if when is None:
        return one
    return replace(one, when=when, reading=replace(one.reading, reasons=[*one.reading.reasons, reason]))
