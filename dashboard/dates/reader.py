"""An article's time expressions, read: the way through the room, and its two views.

``find_expressions`` is what events and timelines use (ranges joined, open ends, roles);
``timex3_view`` is what the scores read (TIMEX3 extents, one per date).
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from dashboard.dates import reasons
from dashboard.dates.find import Atom, find_atoms
from dashboard.dates.focus import Reading
from dashboard.dates.lexicon import Lexicon, load
from dashboard.dates.ranges import Stated, beyond, join_ranges
from dashboard.dates.resolve import resolve_all
from dashboard.dates.roles import role_of
from dashboard.dates.tokens import Tokens, tokenise
from dashboard.dates.whens import HALVES, when_of, widened
from dashboard.model import Article, BlockKind, Granularity, PublishedFrom, TimeExpression, TimexRole

_PUBLICATION = {
    reasons.NEAREST: reasons.NEAREST_THREAD,
    reasons.LAST_ONE: reasons.NEAREST_THREAD,
    reasons.NEXT_ONE: reasons.NEAREST_THREAD,
    reasons.COUNTED_PUBLICATION: reasons.COUNTED_THREAD,
}
"""What is said instead where the publication date is unknown and the text's own dates stood in."""
_COUNTED = frozenset(
    {reasons.COUNTED_PUBLICATION, reasons.WEEKDAY_ONLY, reasons.LAST_ONE, reasons.NEXT_ONE, reasons.DAY_ONLY}
)
"""Readings that need the very day of the publication."""
_FOLLOWS = frozenset({reasons.COUNTED_THREAD, reasons.TIME_OF_DAY})
_INFERRED_FACTOR = 0.9
_MONTH_FACTOR = 0.85
_ROLE_REASONS = {
    TimexRole.NAME: reasons.NAME_OF_EVENT,
    TimexRole.BIOGRAPHY: reasons.IN_BIOGRAPHY,
    TimexRole.DEADLINE: reasons.A_DEADLINE,
    TimexRole.PUBLICATION: reasons.THE_PUBLICATION,
}


def read_atoms(
    text: str, language: str, published: date | None, spans: tuple[tuple[int, int], ...] | None = None
) -> tuple[list[tuple[Atom, Reading]], Tokens, Lexicon]:
    """The minimal expressions of a text with their readings, its tokens, and the language's lexicon."""
    lexicon = load(language)
    tokens, atoms = _found(text, lexicon, spans if spans is not None else ((0, len(text)),))
    return resolve_all([atom.copy() for atom in atoms], tokens, lexicon, published), tokens, lexicon


@lru_cache(maxsize=2)
def _found(text: str, lexicon: Lexicon, spans: tuple[tuple[int, int], ...]) -> tuple[Tokens, list[Atom]]:
    """A text's tokens and expressions, kept while it is dated and then read by that date."""
    tokens = tokenise(text, lexicon, spans)
    return tokens, find_atoms(tokens, lexicon)


def spans_of(article: Article) -> tuple[tuple[int, int], ...]:
    """Where an article's text is its own: the spans of its blocks, without boilerplate."""
    return tuple(
        (block.start, block.end) for block in article.blocks if block.kind is not BlockKind.BOILERPLATE
    )


def find_expressions(article: Article) -> tuple[TimeExpression, ...]:
    """Every time expression of an article's own text, in order, resolved as far as can be.

    Offsets index ``article.text``. Ranges ("du 3 au 7 mars") are one expression; "depuis 2014" is
    open. ``when`` is None for durations, sets, and what cannot be placed (``reason`` says why).
    """
    read, tokens, lexicon = read_atoms(article.text, article.language, article.published, spans_of(article))
    stated = [
        Stated(
            atom, reading, when_of(reading.value, reading.mod) if reading.type in {"DATE", "TIME"} else None
        )
        for atom, reading in read
        if not atom.slots.get("history")
    ]
    found = []
    for one in join_ranges(_as_known(stated, article), tokens, lexicon):
        role = role_of(one, tokens, lexicon, article)
        stated_as = beyond(one, tokens, lexicon) if role is TimexRole.EVENT else one
        found.append(_expression(stated_as, role, article))
    return tuple(found)


def _as_known(stated: list[Stated], article: Article) -> list[Stated]:
    """The expressions, none finer than the publication date from which it is counted.

    What follows one that is counted ("hier ... le lendemain") hangs on the same date.
    """
    precision = article.published_precision
    if article.published is None or precision is Granularity.DAY:
        return stated
    out, hanging = [], True
    for one in stated:
        why = frozenset(one.reading.reasons)
        if not why & _FOLLOWS:
            hanging = bool(why & _COUNTED)
        if one.when is not None and (why & _COUNTED or (hanging and why & _FOLLOWS)):
            one = replace(one, when=widened(one.when, precision))  # noqa: PLW2901
        out.append(one)
    return out


def _expression(one: Stated, role: TimexRole, article: Article) -> TimeExpression:
    phrases = list(one.reading.reasons)
    confidence = one.reading.confidence
    if article.published is None and set(phrases) & _PUBLICATION.keys():
        phrases = [_PUBLICATION.get(phrase, phrase) for phrase in phrases]
        confidence *= _INFERRED_FACTOR
    counted = {reasons.NEAREST, reasons.COUNTED_PUBLICATION, reasons.LAST_ONE, reasons.NEXT_ONE}
    if counted & set(phrases) and article.published is not None:
        if article.published_from is PublishedFrom.INFERRED:
            phrases.append(reasons.PUBLICATION_INFERRED)
            confidence *= _INFERRED_FACTOR
        if article.published_precision is not Granularity.DAY:
            yearly = article.published_precision is Granularity.YEAR
            phrases.append(reasons.PUBLICATION_YEAR if yearly else reasons.PUBLICATION_MONTH)
            confidence *= _MONTH_FACTOR
    if one.reading.mod == "APPROX":
        phrases.append(reasons.APPROXIMATE)
    elif _timex_mod(one.reading.mod) in {"START", "MID", "END"}:
        phrases.append(reasons.PART)
    if said := _ROLE_REASONS.get(role):
        phrases.append(said)
    reason = "; ".join(dict.fromkeys(phrases))
    when = one.when
    if when is not None:
        when = type(when)(when.edtf, when.earliest, when.latest, when.granularity, when.approximate, reason)
    return TimeExpression(
        article.text[one.start : one.end],
        one.start,
        one.end,
        one.reading.type,
        one.reading.value,
        _timex_mod(one.reading.mod),
        when,
        role,
        one.atom.rule.name,
        round(confidence, 3),
        reason,
    )


def _timex_mod(mod: str) -> str:
    return HALVES.get(mod, mod)


def timex3_view(text: str, language: str, published: date | None) -> list[dict[str, object]]:
    """The expressions as TIMEX3 marks them: dicts of start, end, text, type, value, mod.

    Each end of a range is one; extents keep determiners and modifiers and leave prepositions out.
    """
    read, _, _ = read_atoms(text, language, published)
    return [
        {
            "start": atom.start,
            "end": atom.end,
            "text": text[atom.start : atom.end],
            "type": reading.type,
            "value": reading.value,
            "mod": _timex_mod(reading.mod),
            "rule": atom.rule.name,
        }
        for atom, reading in read
        if not atom.slots.get("hidden")
    ]
