"""What several commands take in: articles, dates as typed, the timeline they make; where output goes.

Heavy rooms are imported when they are needed, so that ``--help`` and a mistyped name answer at once.
"""

import argparse
import contextlib
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from dashboard.cli.importing import is_data, read_data
from dashboard.cli.projects import divided, opened
from dashboard.errors import ArticleError, DataFileError, DateError, DetenteError, ExportError
from dashboard.model import Article, Timeline, When
from dashboard.workers import HERE, Workers, worth

if TYPE_CHECKING:
    from dashboard.app.workspace import Progress
    from dashboard.events import Readings

_ACTORS_FORM = (
    'A valid first line is "name,kind,aliases", a valid second "Weimar Triangle,organisation,Weimar".'
)

_MOST_JOBS = 60
"""What Windows can wait for at once."""


class Reader(Protocol):
    """What makes a timeline of articles, which workers may share."""

    def __call__(
        self, articles: Sequence[Article], *, progress: "Progress | None" = None, workers: Workers = HERE
    ) -> Timeline:
        """The timeline."""


def read_timeline(arguments: argparse.Namespace) -> Timeline:
    """The timeline of the project or the articles that a command was given, or of the bundled ones.

    Raises:
        DetenteError: the project, an article, a date or the list of actors cannot be read.
    """
    path, names = divided(arguments.articles)
    if path is not None and names:
        raise ArticleError(
            f"{path} is a project: give it alone, or add articles to it with detente serve {path} {names[0]}."
        )
    if path is not None:
        project = opened(path)
        try:
            return project.timeline()
        finally:
            project.close()
    if any(map(is_data, names)):
        return read_data(only_data(names), arguments.language or "en")
    read = reader(arguments)
    with sharing(arguments, names) as workers:
        return read(read_articles(arguments, workers=workers), workers=workers)


def sharing(arguments: argparse.Namespace, names: Sequence[str]) -> Workers:
    """Those who share the reading of some files: as many as were asked for, else as many as it is worth."""
    sizes = (path.stat().st_size for path in map(Path, names) if path.is_file())
    return Workers(arguments.jobs or worth(sum(sizes)))


def only_data(names: Sequence[str]) -> Sequence[str]:
    """The files that a command was given, all of them of events.

    Raises:
        ArticleError: an article is among them.
    """
    article = next((name for name in names if not is_data(name)), None)
    if article is not None:
        raise ArticleError(f"{article} is an article: give articles and files of events one after the other.")
    return names


def reader(arguments: argparse.Namespace) -> Reader:
    """What makes a timeline of articles, with the user's own actors where ``--actors`` names some.

    It reads no article twice.

    Raises:
        DetenteError: the list of actors cannot be read.
    """
    extra = _actors(arguments.actors)

    @cache
    def known() -> "Readings":
        from dashboard.events import Readings

        return Readings(extra)

    def read(
        articles: Sequence[Article], *, progress: "Progress | None" = None, workers: Workers = HERE
    ) -> Timeline:
        from dashboard.events import build_timeline
        from dashboard.formats import IMPORTED

        # what a file of events told is no article: its quotes are not read a second time
        written = [each for each in articles if not each.id.startswith(IMPORTED)]
        return build_timeline(written, known=known(), progress=progress or _progress(), workers=workers)

    return read


def _actors(path: Path | None) -> Sequence[Any]:
    if path is None:
        return ()
    if not path.is_file():
        raise ArticleError(f"{path} is not a file: --actors needs a CSV file.")
    from dashboard.actors import load_extra

    try:
        return load_extra(path)
    except DataFileError as error:
        raise DataFileError(path, error.line, f"{error.problem}. {_ACTORS_FORM}") from None


def _progress() -> "Progress | None":
    """Steps on one line of the terminal, for a person who waits; nothing where none looks."""
    if not sys.stderr.isatty():
        return None

    def show(step: str, done: int, total: int) -> None:
        said = "" if done >= total else f"{step}: {done + 1} of {total}"
        print(f"\r{said:<60}", end="\r" if not said else "", file=sys.stderr, flush=True)

    return show


def read_articles(
    arguments: argparse.Namespace, wanted: Sequence[str] = (), workers: Workers = HERE
) -> list[Article]:
    """The articles that a command was given, or ``wanted`` of them, each text once; else the bundled ones.

    Raises:
        DetenteError: an article or the publication date cannot be read.
    """
    names: Sequence[str] = wanted or arguments.articles or _sample(getattr(arguments, "sample", None))
    if list(names).count("-") > 1:
        raise ArticleError('Standard input can be read once: give "-" once.')
    published = typed_day(arguments.published, arguments.language) if arguments.published else None
    read = partial(_article, published=published, language=arguments.language)
    sharers = HERE if "-" in names else workers  # standard input is this process's own
    found: dict[str, Article] = {}
    for name, article in zip(names, sharers.each(read, names, lambda name: Path(name).suffix), strict=True):
        if article.id in found:
            note(f"{name} holds the same text as another article and is read once.")
            continue
        for warning in article.warnings:
            note(f"{Path(name).name if name != '-' else 'standard input'}: {warning}.")
        found[article.id] = article
    return list(found.values())


def _article(name: str, *, published: date | None, language: str | None) -> Article:
    """The article that a file or standard input holds."""
    from dashboard.articles import read_article

    return read_article("-" if name == "-" else Path(name), published=published, language=language)


def _sample(name: str | None) -> list[str]:
    """The files of a sample affair; of the first without a name."""
    from dashboard.articles import SAMPLES, sample_paths

    if name is not None and name not in SAMPLES:
        raise ArticleError(f"{name!r} is no sample: choose from {', '.join(SAMPLES)}.")
    return [str(path) for path in sample_paths(name or next(iter(SAMPLES)))]


def typed_when(text: str, language: str | None) -> When:
    """What a date means that was typed as an option: ISO, EDTF, French or English.

    Raises:
        DateError: it means nothing.
    """
    from dashboard.dates import parse_when

    for code in (language,) if language else ("en", "fr"):
        try:
            return parse_when(text, code, None)
        except DateError:
            continue
    raise DateError(f"{text!r} is not a date: write one such as 2017-03-03.")


def typed_day(text: str, language: str | None) -> date:
    """The one day that an option names.

    Raises:
        DateError: it is no date, or longer than a day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    when = typed_when(text, language)
    if when.earliest is None or when.earliest != when.latest:
        raise DateError(f"{text!r} is not one day: write one such as 2017-03-03.")
    return when.earliest


def typed_number(text: str) -> float:
    """The number that an option names.

    Raises:
        DetenteError: it is none.
    """
    try:
        return float(text)
    except ValueError:
        raise DetenteError(f"{text!r} is not a number: write one such as 1200.") from None


def typed_count(text: str) -> int:
    """The number of processes that an option names.

    Raises:
        DetenteError: it is none.
    """
    if not (text.isdecimal() and 1 <= int(text) <= _MOST_JOBS):
        raise DetenteError(f"{text!r} is not a number of processes: write one from 1 to {_MOST_JOBS}.")
    return int(text)


def check_output(path: Path) -> None:
    """Nothing, if a file can be made there: said before the work, not after it.

    Raises:
        ExportError: it is a folder, or its folder does not exist.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder: give the name of a file in it.")
    if not path.absolute().parent.is_dir():
        raise ExportError(f"{path} cannot be written: the folder {path.parent} does not exist.")


def write_output(path: Path | None, content: bytes) -> None:
    """Nothing; the content is in the file, whole, or on standard output where there is none.

    Raises:
        ExportError: the file cannot be written.
    """
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.") from None


def _replace(path: Path, content: bytes) -> None:
    """Nothing; a file that was there stays as it was until the new one is whole."""
    part = path.with_name(f".{path.stem[:50]}.part")
    try:
        try:
            part.write_bytes(content)
        except PermissionError:  # only the file itself may be written
            path.write_bytes(content)
            return
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def output_language(timeline: Timeline) -> str:
    """The language of titles and names: that of most articles, the first one's on a draw."""
    spoken = [article.language for article in timeline.articles]
    return max(spoken, key=spoken.count) if spoken else "en"


def note(sentence: str) -> None:
    """Nothing; the sentence is on standard error, where it disturbs no output."""
    print(" ".join(f"detente: {sentence}".split()), file=sys.stderr)
