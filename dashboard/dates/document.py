"""The article's own date where nothing gave it: from a dateline or byline, else from the text itself.

``articles`` leaves ``published`` None when nothing tells; the pipeline calls ``date_article``.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from dashboard.dates import reasons
from dashboard.dates.absolute import written_year
from dashboard.dates.almanac import safe_day, span_of
from dashboard.dates.dateline import is_publication
from dashboard.dates.find import Atom
from dashboard.dates.infer import Clue, infer
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.reader import read_atoms, spans_of
from dashboard.dates.thread import Reading, Thread
from dashboard.dates.tokens import Tokens
from dashboard.model import Article, BlockKind, Granularity, PublishedFrom

_DATELINE_CONFIDENCE = 0.9
_UNSURE_CONFIDENCE = 0.6
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")


@dataclass(frozen=True, slots=True)
class _Read:
    atoms: list[tuple[Atom, Reading]]
    tokens: Tokens
    lexicon: Lexicon


def date_article(article: Article) -> Article:
    """The same article with its publication date found or inferred; one that is known is never changed.

    A dateline or byline gives the day; the text itself the month (or the year), with a confidence and
    a reason; where neither tells, the article is returned as it is.
    """
    if article.published is not None:
        return article
    read = _Read(*read_atoms(article.text, article.language, None, spans_of(article)))
    full, yearless = _stated(article, read)
    if full is not None:
        ambiguous = reasons.DIGITS_AMBIGUOUS in full.reasons
        why = f"{reasons.DATELINE}; {reasons.DIGITS_AMBIGUOUS}" if ambiguous else reasons.DATELINE
        confidence = _UNSURE_CONFIDENCE if ambiguous else _DATELINE_CONFIDENCE
        return _dated(article, date.fromisoformat(full.value[:10]), confidence, why)
    guess = infer(*_clues(article, read))
    if guess is None:
        return article
    if yearless is not None:
        days = [day for shift in (-1, 0, 1) if (day := safe_day(guess.day.year + shift, *yearless))]
        if days:
            nearest = min(days, key=lambda day: abs((day - guess.day).days))
            return _dated(
                article, nearest, _UNSURE_CONFIDENCE, f"{reasons.DATELINE}; {reasons.YEAR_FROM_TEXT}"
            )
    return replace(
        article,
        published=guess.day,
        published_from=PublishedFrom.INFERRED,
        published_confidence=guess.confidence,
        published_precision=guess.precision,
        published_reason="; ".join(guess.reasons),
    )


def _dated(article: Article, day: date, confidence: float, why: str) -> Article:
    """The article with the day of its dateline."""
    return replace(
        article,
        published=day,
        published_from=PublishedFrom.DATELINE,
        published_confidence=confidence,
        published_precision=Granularity.DAY,
        published_reason=why,
    )


def _stated(article: Article, read: _Read) -> tuple[Reading | None, tuple[int, int] | None]:
    """The reading of a full date in the dateline or byline, or the month and day of one without a year."""
    yearless: tuple[int, int] | None = None
    for atom, reading in read.atoms:
        if not is_publication(atom, article, read.tokens, read.lexicon):
            continue
        span = span_of(reading.value)
        if span is not None and span[0] == span[1]:
            return reading, None
        if yearless is None and (match := _YEARLESS.match(reading.value)):
            yearless = int(match[1]), int(match[2])
    return None, yearless


def _clues(article: Article, read: _Read) -> tuple[list[Clue], frozenset[int]]:
    """What every date of the text says about when it was written, and the years that it counts back."""
    thread = Thread(read.tokens, read.lexicon, None)
    captions = [(block.start, block.end) for block in article.blocks if block.kind is BlockKind.CAPTION]
    clues: list[Clue] = []
    spells: set[int] = set()
    for atom, reading in read.atoms:
        if (years := _years_counted(atom, reading)) is not None:
            spells.add(years)
        if atom.kind not in {"date", "numdate", "stamp"}:
            continue
        year, value = written_year(atom), reading.value
        if year is None and atom.kind in {"numdate", "stamp"}:
            year = int(value[:4])
        month = int(value[5:7]) if value[5:7].isdecimal() else None
        day = int(value[8:10]) if value[8:10].isdecimal() else None
        if (year is None and month is None) or (year is not None and not 1500 <= year <= 2150):
            continue
        aside = any(start <= atom.start < end for start, end in captions)
        clues.append(Clue(year, month, day, atom.slots.get("weekday"), thread.tense(atom), aside))
    return clues, frozenset(spells)


def _years_counted(atom: Atom, reading: Reading) -> int | None:
    """The years of "the last n years" and "n years ago"; None for any other expression."""
    if reading.type == "DURATION" and atom.rule.fixed.get("recent"):
        return (
            int(reading.value[1:-1])
            if reading.value[1:-1].isdecimal() and reading.value.endswith("Y")
            else None
        )
    if (
        atom.kind == "offset"
        and atom.slots.get("direction") == -1
        and atom.slots.get("anchor", "pub") == "pub"
    ):
        size = {"Y": 1, "DE": 10, "CE": 100}.get(str(atom.slots.get("unit")))
        count = atom.slots.get("n")
        return int(count) * size if size and count else None
    return None
