"""What several commands take in: articles, dates as typed, the timeline they make; where output goes.

Heavy rooms are imported when they are needed, so that ``--help`` and a mistyped name answer at once.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dashboard.errors import ArticleError, DateError, ExportError
from dashboard.model import Article, Timeline, When
from dashboard.resources import data_path


def read_timeline(arguments: argparse.Namespace) -> Timeline:
    """The timeline of the articles that a command was given, or of the bundled ones.

    Raises:
        DetenteError: an article, a date or the list of actors cannot be read.
    """
    from dashboard.events import build_timeline

    articles = read_articles(arguments)
    return build_timeline(articles, actors_csv=actors_file(arguments))


def actors_file(arguments: argparse.Namespace) -> Path | None:
    """The user's own list of actors, if there is one.

    Raises:
        ArticleError: it is not a file.
    """
    path: Path | None = arguments.actors
    if path is not None and not path.is_file():
        raise ArticleError(f"{path} is not a file: --actors needs a CSV file.")
    return path


def read_articles(arguments: argparse.Namespace) -> list[Article]:
    """The articles that a command was given, each text once; the bundled ones where none were.

    Raises:
        DetenteError: an article or the publication date cannot be read.
    """
    names: Sequence[str] = arguments.articles or sorted(map(str, data_path("articles").glob("*.txt")))
    if list(names).count("-") > 1:
        raise ArticleError('Standard input can be read once: give "-" once.')
    published = typed_day(arguments.published, arguments.language) if arguments.published else None
    from dashboard.articles import read_article

    found: dict[str, Article] = {}
    for name in names:
        article = read_article(
            "-" if name == "-" else Path(name), published=published, language=arguments.language
        )
        if article.id in found:
            note(f"{name} holds the same text as another article and is read once.")
            continue
        for warning in article.warnings:
            note(f"{Path(name).name if name != '-' else 'standard input'}: {warning}.")
        found[article.id] = article
    return list(found.values())


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
    """Nothing; the content is in the file, or on standard output where there is none.

    Raises:
        ExportError: the file cannot be written.
    """
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.") from None


def output_language(timeline: Timeline) -> str:
    """The language of titles and names: that of most articles, the first one's on a draw."""
    spoken = [article.language for article in timeline.articles]
    return max(spoken, key=spoken.count) if spoken else "en"


def note(sentence: str) -> None:
    """Nothing; the sentence is on standard error, where it disturbs no output."""
    print(" ".join(f"detente: {sentence}".split()), file=sys.stderr)
