"""How well dates are read: TempEval-3 scores on a corpus in JSON lines, and a sentence explained.

The command line calls ``evaluate`` and ``explain``; ``docs/dates.md`` describes the corpus format.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.dates.document import date_article
from dashboard.dates.reader import find_expressions, timex3_view
from dashboard.errors import ArticleError, DataFileError
from dashboard.model import Article, Block, BlockKind, Granularity, PublishedFrom

Marked = Sequence[dict[str, Any]]


@dataclass(slots=True)
class Score:
    """Counts of a comparison; precision, recall and F1 in per cent are computed from them."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0

    def add(self, other: "Score") -> None:
        """Adds another document's counts (micro-average)."""
        for name in ("gold", "system", "strict", "relaxed", "value", "type"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def f1(self, measure: str) -> float:
        """The F1 of "strict", "relaxed", "value" or "type", in per cent."""
        hits = getattr(self, measure)
        both = self.gold + self.system
        return 200 * hits / both if both else 0.0

    def precision(self, measure: str) -> float:
        """The precision of a measure, in per cent."""
        return 100 * getattr(self, measure) / self.system if self.system else 0.0

    def recall(self, measure: str) -> float:
        """The recall of a measure, in per cent."""
        return 100 * getattr(self, measure) / self.gold if self.gold else 0.0


@dataclass(slots=True)
class Report:
    """The result of ``evaluate``: scores by type set and per document, and one core's time in seconds."""

    corpus: str
    documents: int
    characters: int
    seconds: float
    scores: dict[str, Score] = field(default_factory=dict)
    by_document: dict[str, Score] = field(default_factory=dict)
    predictions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def speed(self) -> float:
        """Characters read in a second of one core's time, whatever else the machine does."""
        return self.characters / self.seconds if self.seconds else 0.0

    def table(self, *, by_document: bool = False) -> str:
        """The report as aligned text: a line per type set, then per document where asked."""
        size = f"{self.documents} documents, {self.characters} characters"
        head = f"{self.corpus}: {size}, {self.speed:,.0f} characters/s"
        rows = [
            head,
            f"{'':28s} {'gold':>5s} {'found':>5s} {'strict':>7s} {'relaxed':>7s} {'value':>7s} {'type':>7s}",
        ]
        lines = {**self.scores, **(self.by_document if by_document else {})}
        for name, score in lines.items():
            figures = " ".join(
                f"{score.f1(measure):7.1f}" for measure in ("strict", "relaxed", "value", "type")
            )
            rows.append(f"{name[:28]:28s} {score.gold:5d} {score.system:5d} {figures}")
        return "\n".join(rows)


def match(gold: Marked, system: Marked) -> list[tuple[int, int, bool]]:
    """Pairs (gold, system, same span), one to one: same spans first, then by greatest overlap."""
    places: dict[tuple[int, int], list[int]] = {}
    for index, one in enumerate(system):
        places.setdefault((one["start"], one["end"]), []).append(index)
    pairs: list[tuple[int, int, bool]] = []
    used_gold: set[int] = set()
    used_system: set[int] = set()
    for index, one in enumerate(gold):
        same = places.get((one["start"], one["end"]))
        if same:
            pairs.append((index, same[0], True))
            used_gold.add(index)
            used_system.add(same.pop(0))
    overlaps = []
    for i, one in enumerate(gold):
        if i in used_gold:
            continue
        for j, other in enumerate(system):
            shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if j not in used_system and shared > 0:
                overlaps.append((-shared, i, j))
    for _, i, j in sorted(overlaps):
        if i not in used_gold and j not in used_system:
            pairs.append((i, j, False))
            used_gold.add(i)
            used_system.add(j)
    return pairs


def compare(gold: Marked, system: Marked, types: frozenset[str] | None = None) -> Score:
    """The counts of one document; with ``types``, only of the gold expressions of these types.

    A system's expression counts under its match's type, unmatched under its own.
    """
    pairs = match(gold, system)
    score = Score(len(gold), len(system))
    if types is not None:
        kept = {i for i, one in enumerate(gold) if one["type"] in types}
        matched = {j: i for i, j, _ in pairs}
        counted = [
            j
            for j, one in enumerate(system)
            if (matched[j] in kept if j in matched else one.get("type", "DATE") in types)
        ]
        pairs = [pair for pair in pairs if pair[0] in kept]
        score = Score(len(kept), len(counted))
    for i, j, same in pairs:
        score.relaxed += 1
        score.strict += same
        score.value += gold[i]["value"] == system[j].get("value")
        score.type += gold[i]["type"] == system[j].get("type")
    return score


def evaluate(
    corpus_path: Path | str, *, types: Sequence[str] = ("DATE",), keep_predictions: bool = False
) -> Report:
    """The scores of our reader on a corpus of JSON lines (id, lang, dct, text, timexes).

    Raises ``ArticleError`` where the file cannot be read and ``DataFileError`` where a line is no
    document of the format.
    """
    documents = _documents(Path(corpus_path))
    for language in {str(document["lang"]) for document in documents}:
        timex3_view("", language, None)
    began = time.process_time()
    found = {d["id"]: timex3_view(d["text"], d["lang"], d["published"]) for d in documents}
    seconds = time.process_time() - began
    report = Report(Path(corpus_path).name, len(documents), sum(len(d["text"]) for d in documents), seconds)
    for name, wanted in [("all types", None), *((kind, frozenset((kind,))) for kind in types)]:
        total = Score()
        for document in documents:
            one = compare(document["timexes"], found[document["id"]], wanted)
            total.add(one)
            if wanted is None:
                report.by_document[document["id"]] = one
        report.scores[name] = total
    if keep_predictions:
        report.predictions = [{"id": d["id"], "timexes": found[d["id"]]} for d in documents]
    return report


def _documents(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise ArticleError(
            f"The corpus {str(path)!r} cannot be read: give a file of JSON lines in UTF-8."
        ) from fault
    documents = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            documents.append(_document(document))
        except (ValueError, KeyError, TypeError, RecursionError) as fault:
            raise DataFileError(
                path, number, f"not a document with id, lang, dct, text and timexes ({fault})"
            ) from fault
    if not documents:
        raise DataFileError(path, None, "no document in it")
    return documents


def _document(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(given["id"]),
        "lang": str(given["lang"]),
        "text": str(given["text"]),
        "published": date.fromisoformat(given["dct"]) if given.get("dct") else None,
        "timexes": [
            {
                "start": int(one["start"]),
                "end": int(one["end"]),
                "type": one.get("type", ""),
                "value": one.get("value", ""),
            }
            for one in given["timexes"]
        ],
    }


def explain(text: str, language: str, published: date | None = None) -> list[dict[str, Any]]:
    """How each expression of a sentence is read: text, offsets, TIMEX3, EDTF, rule, confidence, reason."""
    return [
        {
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "type": one.timex_type,
            "value": one.timex_value,
            "mod": one.timex_mod,
            "edtf": one.when.edtf if one.when else None,
            "earliest": one.when.earliest.isoformat() if one.when and one.when.earliest else None,
            "latest": one.when.latest.isoformat() if one.when and one.when.latest else None,
            "granularity": one.when.granularity.value if one.when else None,
            "approximate": bool(one.when and one.when.approximate),
            "role": one.role.value,
            "rule": one.rule,
            "confidence": one.confidence,
            "reason": one.reason,
        }
        for one in find_expressions(_article(text, language, published))
    ]


@dataclass(slots=True)
class OwnDates:
    """How often a hidden publication date is found, and how often what is said of it is right."""

    corpus: str
    documents: int = 0
    found: int = 0
    year: int = 0
    to_the_month: int = 0
    month: int = 0
    confidence: float = 0.0

    def table(self) -> str:
        """The counts as a line: coverage, and of what is said how much is right."""
        if not self.found:
            return f"{self.corpus}: {self.documents} documents, no date told"
        return (
            f"{self.corpus}: {self.documents} documents, {self.found} dates told; "
            f"the year is right in {self.year}, the month in {self.month} of {self.to_the_month} "
            f"where one is said; mean confidence {self.confidence / self.found:.2f}"
        )


def evaluate_own_dates(corpus_path: Path | str) -> OwnDates:
    """How well publication dates are told by datelines and texts, the given ones hidden."""
    counts = OwnDates(Path(corpus_path).name)
    for document in _documents(Path(corpus_path)):
        truth = document["published"]
        if truth is None:
            continue
        read = date_article(_article(document["text"], document["lang"], None))
        counts.documents += 1
        if read.published is None:
            continue
        counts.found += 1
        counts.confidence += read.published_confidence
        counts.year += read.published.year == truth.year
        if read.published_precision is not Granularity.YEAR:
            counts.to_the_month += 1
            counts.month += (read.published.year, read.published.month) == (truth.year, truth.month)
    return counts


def _article(text: str, language: str, published: date | None) -> Article:
    return Article(
        "typed",
        text,
        (Block(BlockKind.BODY, 0, len(text)),),
        language=language,
        published=published,
        published_from=PublishedFrom.GIVEN if published else PublishedFrom.UNKNOWN,
        published_precision=Granularity.DAY,
    )
