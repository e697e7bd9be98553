"""``detente evaluate``: how good the reading of dates or events is on an annotated corpus."""

import argparse
import json
from pathlib import Path

from dashboard.cli.inputs import check_output, write_output
from dashboard.errors import ArticleError, FormatError


def run_dates(arguments: argparse.Namespace) -> int:
    """0, with the table printed for each corpus.

    Raises:
        DetenteError: a corpus cannot be read, or the predictions cannot be written.
    """
    from dashboard.dates.evaluate import evaluate

    if arguments.predictions:
        check_output(arguments.predictions)
    predictions = []
    for corpus in arguments.corpora:
        _check(corpus)
        report = evaluate(corpus, keep_predictions=arguments.predictions is not None)
        print(report.table(by_document=arguments.by_document))
        predictions += report.predictions
    if arguments.predictions:
        lines = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in predictions)
        write_output(arguments.predictions, lines.encode())
    return 0


def run_document_dates(arguments: argparse.Namespace) -> int:
    """0, with a line printed for each corpus.

    Raises:
        DetenteError: a corpus cannot be read.
    """
    from dashboard.dates.evaluate import evaluate_own_dates

    for corpus in arguments.corpora:
        _check(corpus)
        print(evaluate_own_dates(corpus).table())
    return 0


def run_events(arguments: argparse.Namespace) -> int:
    """0, with the table printed for all corpora together.

    Raises:
        DetenteError: a corpus cannot be read.
    """
    from dashboard.events.evaluate import score_files

    for corpus in arguments.corpora:
        _check(corpus)
    try:
        score = score_files(arguments.corpora)
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise FormatError(f"This is no corpus of events in JSON lines ({error!r}).") from None
    print(score.table())
    if arguments.errors:
        print("\n".join(score.errors))
    return 0


def _check(corpus: Path) -> None:
    if not corpus.is_file():
        raise ArticleError(f"{corpus} is not a file: give a corpus of JSON lines.")
