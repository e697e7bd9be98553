"""The article's own date where nothing gave it: from a dateline or byline, else from the text itself.

``articles`` leaves ``published`` None when nothing tells; the pipeline calls ``date_article``.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dashboard.dates import reasons
from dashboard.dates.absolute import written_year
from dashboard.dates.almanac import safe_day, span_of
from dashboard.dates.dateline import is_publication
from dashboard.dates.find import Atom
from dashboard.dates.focus import Reading
from dashboard.dates.infer import Clue, Evidence, Term, infer
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.reader import read_atoms, spans_of
from dashboard.dates.thread import Thread
from dashboard.dates.tokens import Tokens
from dashboard.gazetteer.knowledge import knowledge
from dashboard.gazetteer.scan import Sort, scan
from dashboard.model import Article, BlockKind, Granularity, PublishedFrom

_DATELINE_CONFIDENCE = 0.9
_UNSURE_CONFIDENCE = 0.6
_FORMER_REACH = 60
_BESIDE = 60
_OPENING = 250
_LEAD = 700
_WEAK = 0.5  # a stated date of less confidence is checked against the text
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")


@dataclass(frozen=True, slots=True)
class _Read:
    atoms: list[tuple[Atom, Reading]]
    tokens: Tokens
    lexicon: Lexicon


def date_article(article: Article) -> Article:
    """The same article with its publication date found or inferred; one that is known is never changed.

    A weak one (the day on which a file was made) gives way to a dateline, but to no inference.

    A dateline or byline gives the day; the text itself the month (or the year), with a confidence and
    a reason; where neither tells, the article is returned as it is.
    """
    weak = article.published_from is PublishedFrom.METADATA and article.published_confidence < _WEAK
    if article.published is not None and not weak:
        return article
    read = _Read(*read_atoms(article.text, article.language, None, spans_of(article)))
    full, yearless = _stated(article, read)
    if full is not None and not _outlived(full, article, read):
        ambiguous = reasons.DIGITS_AMBIGUOUS in full.reasons
        why = f"{reasons.DATELINE}; {reasons.DIGITS_AMBIGUOUS}" if ambiguous else reasons.DATELINE
        confidence = _UNSURE_CONFIDENCE if ambiguous else _DATELINE_CONFIDENCE
        return _dated(article, date.fromisoformat(full.value[:10]), confidence, why)
    if article.published is not None:
        return article
    guess = infer(_evidence(article, read, yearless))
    if guess is None:
        return article
    if yearless is not None:
        day = safe_day(guess.day.year, *yearless)
        if day is not None:
            return _dated(article, day, guess.confidence, f"{reasons.DATELINE}; {reasons.YEAR_FROM_TEXT}")
    return replace(
        article,
        published=guess.day,
        published_from=PublishedFrom.INFERRED,
        published_confidence=guess.confidence,
        published_precision=guess.precision,
        published_reason="; ".join(guess.reasons),
    )


def _outlived(full: Reading, article: Article, read: _Read) -> bool:
    """Whether the text tells of a later year as past than what looks like its dateline."""
    clues, _ = _clues(article, read)
    return any(
        clue.year is not None and clue.year > int(full.value[:4]) and clue.month and clue.tense == "past"
        for clue in clues
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


def _evidence(article: Article, read: _Read, dateline: tuple[int, int] | None) -> Evidence:
    """All that the text tells of when it was written."""
    clues, spells = _clues(article, read)
    terms, news = _terms(article, read.lexicon), _is_news(article, read, clues)
    weekday = next(
        (
            int(atom.slots["weekday"])
            for atom, _ in read.atoms
            if atom.kind == "weekday" and not atom.slots.get("shift")
        ),
        None,
    )
    return Evidence(tuple(clues), spells, terms, news, _last_year(), _anniversaries(read), dateline, weekday)


@cache
def _last_year() -> int:
    """The year after the latest in which somebody whom we know took office."""
    return max((person.started or 0 for person in knowledge().people.values()), default=0) + 1


def _anniversaries(read: _Read) -> frozenset[date]:
    """The days as long after a full date as the words beside it count back: "il y a cinquante ans"."""
    found: set[date] = set()
    for index, (atom, reading) in enumerate(read.atoms):
        years = _years_counted(atom, reading)
        if not years or atom.kind != "offset" or not (atom.slots.get("exact") or atom.start <= _OPENING):
            continue
        for other, told in read.atoms[max(0, index - 2) : index + 3]:
            span = span_of(told.value)
            if span is None or written_year(other) is None or abs(other.first - atom.last) > _BESIDE:
                continue
            if span[0] == span[1] and (day := safe_day(span[0].year + years, span[0].month, span[0].day)):
                found.add(day)
    return frozenset(found)


def _is_news(article: Article, read: _Read, clues: list[Clue]) -> bool:
    """Whether the text speaks of days near its own, and does not rather open with full dates."""
    told = [(atom, reading) for atom, reading in read.atoms if not _is_aside(atom, article)]
    near = [atom.first for atom, reading in told if _is_near(atom, reading)]
    full = [
        atom.first for atom, _ in told if atom.kind == "date" and _own_year(atom) and "month" in atom.slots
    ]
    yearless = sum(clue.year is None for clue in clues)
    return bool(near) and (not full or near[0] < full[0]) and len(near) + yearless >= len(full)


def _own_year(atom: Atom) -> int | None:
    """The year that an expression writes itself or shares with one that does."""
    return None if "year_followed" in atom.slots else written_year(atom)


def _is_aside(atom: Atom, article: Article) -> bool:
    """Whether an expression stands in a caption."""
    return any(
        block.kind is BlockKind.CAPTION and block.start <= atom.start < block.end for block in article.blocks
    )


def _is_near(atom: Atom, reading: Reading) -> bool:
    """Whether an expression hangs on the day of the writing: "yesterday", a weekday, "on 3 March"."""
    if atom.slots.get("anchor", "pub") != "pub" or reading.value.endswith("_REF"):
        return False
    if atom.kind == "date":
        return "month" in atom.slots and _own_year(atom) is None
    return atom.kind in {"deictic", "shift", "weekday", "month"} or atom.slots.get("day_from") == "pub"


def _terms(article: Article, lexicon: Lexicon) -> tuple[Term, ...]:
    """The years in office of the people named in full, and whether the text says that they are over."""
    former = tuple(lexicon.roles.get("former", ()))
    people = knowledge().people
    found: dict[str, Term] = {}
    for hit in scan(article.text, article.language):
        entry = hit.entry(Sort.PERSON)
        person = people.get(entry.target) if entry else None
        spans = tuple((first, last) for _, first, last in person.career if first) if person else ()
        if person is None or not spans or person.id in found:
            continue
        before = article.text[max(0, hit.start - _FORMER_REACH) : hit.start].lower()
        before = re.split(r"[.;,:!?\n]", before)[-1]
        found[person.id] = Term(spans, any(re.search(rf"\b{word}\b", before) for word in former))
    return tuple(found.values())


def _clues(article: Article, read: _Read) -> tuple[list[Clue], frozenset[int]]:
    """What every date of the text says about when it was written, and the years that it counts back."""
    thread = Thread(read.tokens, read.lexicon, None)
    clues: list[Clue] = []
    spells: set[int] = set()
    for atom, reading in read.atoms:
        if (years := _years_counted(atom, reading)) is not None:
            spells.add(years)
        if atom.kind not in {"date", "numdate", "stamp"}:
            continue
        year, value = _own_year(atom), reading.value
        if year is None and atom.kind in {"numdate", "stamp"}:
            year = int(value[:4])
        month = int(value[5:7]) if value[5:7].isdecimal() else None
        day = int(value[8:10]) if value[8:10].isdecimal() else None
        if (year is None and month is None) or (year is not None and not 1500 <= year <= 2150):
            continue
        aside = _is_aside(atom, article)
        opening = atom.start <= _LEAD and not any(clue.month and not clue.aside for clue in clues)
        weekday = atom.slots.get("weekday")
        clues.append(Clue(year, month, day, weekday, thread.tense(atom), aside, opening))
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
