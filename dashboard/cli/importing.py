"""``detente import``: a file of events from elsewhere becomes a project or a document; reading such files.

Called by the command, and by the others that take data files instead of articles.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from dashboard.cli.projects import SUFFIX
from dashboard.errors import ArticleError, ExportError, FormatError
from dashboard.model import Timeline

ENDINGS = (".json", ".geojson", ".ics", ".csv", ".xlsx")
_OF_OTHERS = frozenset({".html", ".htm", ".pdf", ".docx", ".graphml", ".png", ".svg", ".bib", ".gz", ".zip"})
"""Endings of articles, pictures and of what is written and never read back."""
_SAID = 20  # faults of a file that are printed


def is_data(name: str) -> bool:
    """Whether a command was given a file of events rather than an article."""
    return name.lower().endswith(ENDINGS)


def run(arguments: argparse.Namespace) -> int:
    """0, once all that could be understood is written; what could not is printed.

    Raises:
        DetenteError: a file cannot be read, or the output cannot be written.
    """
    from dashboard.cli.inputs import check_output, output_language, write_output
    from dashboard.formats import KINDS, kind_of

    output: Path = arguments.output
    kind = kind_of(output.name)
    is_project = output.suffix.lower() == SUFFIX
    if not is_project and kind is None:
        endings = ", ".join(dict.fromkeys(f".{each.ending}" for each in KINDS.values()))
        raise ExportError(f"{output} has no known ending: choose one of {SUFFIX}, {endings}.")
    check_output(output)
    if is_project:
        _into_project(output, arguments.files, arguments.language or "en")
        return 0
    timeline = read_data(arguments.files, arguments.language or "en")
    write_output(
        output, KINDS[kind or "json"].write(timeline, arguments.language or output_language(timeline))
    )
    return 0


def _into_project(path: Path, names: Sequence[str], language: str) -> None:
    from dashboard.store import Project

    there = path.exists()
    project = Project.open(path) if there else None
    timeline = read_data(names, language, project.timeline() if project else None)
    project = project or Project.create(path, Timeline())
    try:
        project.bring_in(timeline, author="")
    finally:
        project.close()


def read_data(names: Sequence[str], language: str, known: Timeline | None = None) -> Timeline:
    """The events of some files, each read for what was there before it; faults are printed.

    Raises:
        DetenteError: a file cannot be read, or is none of ours.
    """
    from dashboard.cli.inputs import note
    from dashboard.formats import merged, read_any

    whole = Timeline()
    for name in names:
        path = Path(name)
        if path.suffix.lower() in _OF_OTHERS:
            raise FormatError(f"{path} is no file of events: import one of {', '.join(ENDINGS)}.")
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ArticleError(f"{path} cannot be read: {error.strerror or error}.") from None
        try:
            found = read_any(content, path.name, merged(known or Timeline(), whole), language=language)
        except FormatError as error:
            said = str(error)  # which may name the file already
            raise FormatError(said if said.startswith(path.name) else f"{path}: {said}") from None
        for fault in found.faults[:_SAID]:
            note(f"{path.name}: {fault.said('en')}.")
        if len(found.faults) > _SAID:
            note(f"{path.name}: and {len(found.faults) - _SAID} more faults.")
        whole = merged(whole, found.timeline)
    return whole
