"""Measures the reading on the gold articles and writes the table into the README. Run by ``make figures``."""

import re
from pathlib import Path

from dashboard.dates.evaluate import evaluate
from dashboard.events.evaluate import score_files

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
LANGUAGES = {"fr": "French", "en": "English"}
START, END = "<!-- make figures: from here -->", "<!-- make figures: to here -->"
EVENTS = {
    "recall": "events found",
    "extra": "events read that are none (less is better)",
    "date": "date right, of those found",
    "type": "type right",
    "status": "status right",
    "actors": "actors, F1",
    "role": "role right, of actors found",
    "place": "place right",
}


def main() -> None:
    """Nothing; the table is in the README and on the screen."""
    table = "\n".join(["| | French | English |", "|---|---|---|", *_dates(), *_events()])
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    block = f"{START}\n{table}\n{END}"
    path.write_text(
        re.sub(f"{re.escape(START)}.*?{re.escape(END)}", lambda _: block, text, flags=re.DOTALL),
        encoding="utf-8",
    )
    print(table)


def _row(what: str, values: list[float]) -> str:
    return f"| {what} | {' | '.join(f'{value:.0f} %' for value in values)} |"


def _dates() -> list[str]:
    reports = [evaluate(GOLD / f"dates_{code}.jsonl") for code in LANGUAGES]
    named = {"strict": "dates found, F1", "value": "dates found and understood, F1"}
    return [
        _row(what, [report.scores["DATE"].f1(measure) for report in reports])
        for measure, what in named.items()
    ]


def _events() -> list[str]:
    scores = [score_files([GOLD / f"events_gold_{code}.jsonl"]) for code in LANGUAGES]
    return [_row(what, [100 * score.share(name) for score in scores]) for name, what in EVENTS.items()]


if __name__ == "__main__":
    main()
