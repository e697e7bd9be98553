"""``detente extract``: events as JSON, CSV or an Excel workbook."""

import argparse
from pathlib import Path

from dashboard.cli.inputs import check_output, note, output_language, read_timeline, write_output
from dashboard.errors import ExportError
from dashboard.model import Timeline

FORMATS = ("json", "csv", "xlsx")


def run(arguments: argparse.Namespace) -> int:
    """0, once the document is written.

    Raises:
        DetenteError: something cannot be read or written.
    """
    from dashboard.formats import KINDS, to_csv

    if arguments.output:
        check_output(arguments.output)
    wanted = arguments.format or _format(arguments.output)
    timeline = read_timeline(arguments)
    language = output_language(timeline)
    if not timeline.events:
        note(_nothing(timeline))
    if wanted == "csv":
        # a file is for a spreadsheet, which needs the mark; a pipe is for a program, which does not
        content = to_csv(timeline, language, bom=arguments.output is not None).encode()
    else:
        content = KINDS[wanted].write(timeline, language)
    write_output(arguments.output, content)
    return 0


def _nothing(timeline: Timeline) -> str:
    """Why there is no event, as far as that is known, and what may help."""
    from dashboard.articles.language import UNSUPPORTED

    if any(told.startswith(UNSUPPORTED) for article in timeline.articles for told in article.warnings):
        return "no dated event was found: events are read in English and French."
    if any(article.published is None for article in timeline.articles):
        return "no dated event was found: give the publication date with --published, if there is one."
    return "no dated event was found: detente dates says how a date is read."


def _format(output: Path | None) -> str:
    """What the file's ending asks for; what is no ordinary file, such as /dev/full, has none."""
    if output is None or (output.exists() and not output.is_file()):
        return "json"
    ending = output.suffix.lower().lstrip(".")
    if ending not in FORMATS:
        raise ExportError(f"{output} ends in none of .json, .csv and .xlsx: name it so, or give --format.")
    return ending
