"""The options of the ``detente`` command and how it ends: exit codes, one sentence for each error.

0 is success, 2 something that the user can put right, 130 an interruption, 141 a closed pipe.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from dashboard import __version__
from dashboard.cli import dating, evaluating, explaining, exporting, extracting, importing, projects, serving
from dashboard.cli.inputs import typed_count, typed_number
from dashboard.errors import DetenteError

_DESCRIPTION = "Détente reads news articles and draws the dated events in them on a timeline."
_NAME = 120  # letters of a file name that are said
_FILES = 'text, HTML, PDF or DOCX files, or one project; "-" is standard input'
_EXAMPLES = """\
examples:
  detente serve                                the bundled articles, in your browser
  detente serve article.html other.txt         your own
  detente serve affair.detente                 a project that keeps corrections (made if there is none)
  detente backup affair.detente                a copy of it, with the time in its name
  detente extract article.txt > events.json    dated events with the words they came from
  detente extract *.txt -o events.csv          a table for a spreadsheet
  detente export article.txt -o page.html      a page that works offline, with filters and evidence
  detente export affair.detente -o slide.png --size slide
  detente import events.csv -o affair.detente  events from a table, a calendar or TimelineJS
  detente explain article.txt                  why each event is what it is
  detente dates "le 16 février, à Bakou"       how dates in a sentence are read

Articles are plain text, HTML, PDF or DOCX, in French or English; "-" reads standard input.
Commands that take articles take one project, or files of events (JSON, CSV, iCalendar), instead.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of the command run with these arguments (those of the process by default)."""
    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except DetenteError as error:
        _say(f"detente: {error}")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader has left (``| head``): nothing more can be said, also not when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        if error.errno is None:
            raise
        if error.filename is not None:  # a name that no file can have, or one that the system refuses
            _say(f"detente: {str(error.filename)[:_NAME]} cannot be used: {error.strerror}.")
            return 2
        _say(f"detente: the output cannot be written: {error.strerror}.")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return code


def _say(sentence: str) -> None:
    print(" ".join(sentence.split()), file=sys.stderr)


class _Parser(argparse.ArgumentParser):
    """One sentence for a wrong option, not a page of usage."""

    def error(self, message: str) -> NoReturn:
        _say(f"{self.prog}: {message} (see {self.prog} --help)")
        raise SystemExit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="detente",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"detente {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    _serve(commands)
    _extract(commands)
    _export(commands)
    _import(commands)
    _explain(commands)
    _dates(commands)
    _evaluate(commands)
    _projects(commands)
    return parser


_Commands: TypeAlias = Any  # argparse gives its type no public name


def _command(commands: _Commands, name: str, what: str, more: str = "") -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}. {more}".strip(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    return made


def _articles(command: argparse.ArgumentParser, count: str, what: str) -> None:
    command.add_argument("articles", nargs=count, metavar="ARTICLE", help=what)
    command.add_argument(
        "--published", metavar="DATE", help="when the articles were published, e.g. 2017-03-03"
    )
    command.add_argument("--language", metavar="CODE", help="the articles' language, e.g. fr (else detected)")
    command.add_argument(
        "--actors", metavar="FILE", type=Path, help="a CSV of actors of your own to recognise"
    )
    command.add_argument(
        "--jobs",
        metavar="N",
        type=typed_count,
        help="how many processes read the articles (default: what they are worth on this machine)",
    )


def _serve(commands: _Commands) -> None:
    command = _command(commands, "serve", "open the timeline in a browser", "Ctrl+C ends it.")
    _articles(command, "*", "text, HTML, PDF or DOCX files, or a project; without any, the bundled articles")
    command.add_argument(
        "--host", default=serving.HOST, help="the address to listen on (default %(default)s)"
    )
    command.add_argument(
        "--port", type=serving.typed_port, help=f"the port (default {serving.PORT}, or the next that is free)"
    )
    command.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a further name that browsers may use",
    )
    command.add_argument("--no-browser", action="store_true", help="print the address only")
    command.add_argument(
        "--sample", metavar="NAME", help="a sample affair: nato-russia-2017, cuba-1962 or iran-2013-2018"
    )
    command.set_defaults(run=serving.run)


def _extract(commands: _Commands) -> None:
    command = _command(
        commands,
        "extract",
        "write the dated events in articles as JSON or CSV",
        "Several articles make one document, in which an event that several tell stands once.",
    )
    _articles(command, "+", _FILES)
    command.add_argument(
        "--format", choices=extracting.FORMATS, help="json, or csv or xlsx for a spreadsheet (default json)"
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to write (default standard output)"
    )
    command.set_defaults(run=extracting.run)


def _export(commands: _Commands) -> None:
    command = _command(
        commands,
        "export",
        "write the timeline as a picture, a page or data, by the file's ending",
        "HTML and data need nothing more; PNG, SVG and PDF need pip install 'detente[images]' and Chrome.",
    )
    _articles(command, "+", _FILES)
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help="page.html; chart.png, .svg, .pdf; or "
        "data.json, .csv, .ics, .geojson, .graphml, .timelinejs.json",
    )
    command.add_argument(
        "--actor",
        action="append",
        default=[],
        metavar="NAME",
        help="only events with this actor (repeatable)",
    )
    command.add_argument("--from", dest="earliest", metavar="DATE", help="only events from this date on")
    command.add_argument("--to", dest="latest", metavar="DATE", help="only events up to this date")
    command.add_argument(
        "--theme",
        choices=exporting.THEMES,
        help="light, dark, or print: in grey (default light; a page follows its reader)",
    )
    command.add_argument("--size", choices=exporting.SIZES, help="a size for a purpose; it sets the width")
    command.add_argument("--title", default="", metavar="TEXT", help="another title than the affair's")
    command.add_argument("--note", default="", metavar="TEXT", help="a line of your own")
    command.add_argument(
        "--width", type=typed_number, default=1200, metavar="PX", help="in pixels (default %(default)s)"
    )
    command.add_argument(
        "--scale",
        type=typed_number,
        default=2.0,
        metavar="N",
        help="dots per pixel of a PNG (default %(default)g)",
    )
    command.set_defaults(run=exporting.run)


def _import(commands: _Commands) -> None:
    command = _command(
        commands,
        "import",
        "take events from a file into a project or another format",
        "What cannot be understood is printed by row and column; the rest is kept.",
    )
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="our JSON or CSV, iCalendar, TimelineJS JSON or its sheet"
    )
    command.add_argument(
        "--language", metavar="CODE", help="of titles and dates in them, e.g. fr (default en)"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help="affair.detente, events.json, .csv, .ics",
    )
    command.set_defaults(run=importing.run)


def _explain(commands: _Commands) -> None:
    command = _command(commands, "explain", "say for each event which words made it what it is")
    _articles(command, "+", _FILES)
    command.set_defaults(run=explaining.run)


def _dates(commands: _Commands) -> None:
    command = _command(commands, "dates", "show how the dates in a sentence are read, and why")
    command.add_argument("text", metavar="TEXT", help='a sentence in quotes; "-" is standard input')
    command.add_argument("--published", metavar="DATE", help="the day it was written, e.g. 2017-03-03")
    command.add_argument("--language", metavar="CODE", help="its language, e.g. fr (else detected)")
    command.set_defaults(run=dating.run)


def _projects(commands: _Commands) -> None:
    for name, what, run in (
        ("info", "say what a project file holds", projects.run_info),
        ("check", "say whether a project file is sound, also while it is served", projects.run_check),
        ("backup", "copy a project file, also while it is served", projects.run_backup),
    ):
        command = _command(commands, name, what)
        command.add_argument("project", metavar="PROJECT", type=Path, help="a file such as affair.detente")
        command.set_defaults(run=run)
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to (default: beside it, with the time)"
    )


def _evaluate(commands: _Commands) -> None:
    command = _command(commands, "evaluate", "measure the reading on an annotated corpus")
    kinds = command.add_subparsers(title="what to measure", metavar="WHAT", required=True, dest="what")
    dates = _command(kinds, "dates", "measure how time expressions are found and resolved")
    dates.add_argument("--by-document", action="store_true", help="a line for each document too")
    dates.add_argument("--predictions", metavar="FILE", type=Path, help="write what was read, as JSON lines")
    dates.set_defaults(run=evaluating.run_dates)
    events = _command(kinds, "events", "measure how events, their types, status, actors and places are found")
    events.add_argument("--errors", action="store_true", help="list every error")
    events.set_defaults(run=evaluating.run_events)
    own = _command(
        kinds, "document-dates", "measure how publication dates are inferred, the given ones hidden"
    )
    own.set_defaults(run=evaluating.run_document_dates)
    for each in (dates, events, own):
        each.add_argument("corpora", nargs="+", metavar="CORPUS", type=Path, help="a file of JSON lines")
