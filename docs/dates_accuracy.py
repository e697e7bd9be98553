"""Prints how well and how fast dates are read, beside other readers' figures. ``make bench`` runs it too.

Corpora are our gold articles, and what is given as arguments or in ``DETENTE_CORPORA`` (files of JSON lines,
or folders of them, as in ``PATH``). ``docs/dates.md`` describes their format, ``docs/anchors.toml`` holds the
others' figures.
"""

import os
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dashboard.dates.evaluate import Report, evaluate

_HERE = Path(__file__).resolve().parent
_GOLD = _HERE.parent / "tests" / "gold"
_MEASURES = ("strict", "relaxed", "value")
_NAME = 42


def main(given: Sequence[str] = ()) -> None:
    """Nothing; a table for each corpus is printed."""
    anchors = tomllib.loads((_HERE / "anchors.toml").read_text(encoding="utf-8"))
    for path in corpora([*given, *os.environ.get("DETENTE_CORPORA", "").split(os.pathsep)]):
        evaluate(path)  # the first time compiles the rules
        print("\n".join(table(evaluate(path), path, anchors)), end="\n\n")


def corpora(given: Sequence[str]) -> list[Path]:
    """Our gold, then the files that were given, those of folders in order of their names."""
    found = sorted(_GOLD.glob("dates_*.jsonl"))
    for path in (Path(one) for one in given if one):
        found += sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def table(report: Report, path: Path, anchors: dict[str, Any]) -> list[str]:
    """The lines for one corpus: ours, then every anchor that was measured on it."""
    known = _corpus_of(path, anchors)
    language = anchors["corpora"][known]["language"] if known else _language(path)
    said = f"others on all of {anchors['corpora'][known]['title']}, " if known else "others' speed "
    score = report.scores["all types"]
    ours = {measure: score.f1(measure) for measure in _MEASURES}
    head = f"{report.corpus}: {report.documents} documents ({said}measured in {anchors['measured']})"
    columns = f"{'F1':{_NAME}s}" + "".join(f"{name:>9s}" for name in _MEASURES) + f"{'characters/s':>14s}"
    rows = [_row("Détente", ours, report.speed)]
    rows += [_row(*one) for one in _others(known, language, anchors)]
    return [head, columns, *rows]


def _others(
    known: str | None, language: str, anchors: dict[str, Any]
) -> Iterator[tuple[str, dict[str, float], float | None]]:
    for reader in anchors["reader"]:
        figures = reader.get(known, {}) if known else {}
        speed = reader.get("speed", {}).get(language)
        if figures or (known is None and speed):
            yield reader["name"], figures, speed


def _row(name: str, figures: dict[str, float], speed: float | None) -> str:
    cells = "".join(f"{figures[one]:9.1f}" if one in figures else " " * 9 for one in _MEASURES)
    return f"{name:{_NAME}s}{cells}" + (f"{speed:14,.0f}" if speed else "")


def _corpus_of(path: Path, anchors: dict[str, Any]) -> str | None:
    """The anchors' corpus that a file's name tells of; the longest word that fits has the say."""
    words = {word: key for key, one in anchors["corpora"].items() for word in one["files"]}
    fitting = [word for word in words if word in path.stem.lower()]
    return words[max(fitting, key=len)] if fitting else None


def _language(path: Path) -> str:
    return path.stem.rsplit("_", 1)[-1]


if __name__ == "__main__":
    main(sys.argv[1:])
