"""Project files on the command line: telling one from an article, and ``info``, ``check`` and ``backup``."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import ArticleError, ProjectError

if TYPE_CHECKING:
    from dashboard.store import Info, Project

SUFFIX = ".detente"
_MADE = {
    "view": ("saved view", "saved views"),
    "story": ("story step", "story steps"),
    "annotation": ("annotation", "annotations"),
}


def divided(names: Sequence[str]) -> tuple[Path | None, list[str]]:
    """The project file among what a command was given, if any, and the articles.

    Raises:
        ArticleError: there are two projects.
    """
    projects = [name for name in names if _is_project(name)]
    if len(projects) > 1:
        raise ArticleError(f"{projects[1]} is a second project: give one project at a time.")
    return (Path(projects[0]) if projects else None), [name for name in names if name not in projects]


def _is_project(name: str) -> bool:
    if name == "-":
        return False
    if name.lower().endswith(SUFFIX):
        return True
    from dashboard.store import is_project

    return is_project(Path(name))


def opened(path: Path) -> "Project":
    """The project in a file.

    Raises:
        ProjectError: it cannot be opened.
    """
    from dashboard.store import Project

    return Project.open(path)


def run_info(arguments: argparse.Namespace) -> int:
    """0, once what the project holds is printed."""
    project = opened(arguments.project)
    try:
        found = project.info()
        for name, value in _lines(found, project.timeline().titles.get("en", "")):
            print(f"{name:<12}{value}")
    finally:
        project.close()
    return 0


def run_check(arguments: argparse.Namespace) -> int:
    """0, if the project's file is sound.

    Raises:
        ProjectError: it is not; each fault has been printed.
    """
    project = opened(arguments.project)
    try:
        faults = project.check()
    finally:
        project.close()
    for fault in faults:
        print(fault)
    if faults:
        many = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise ProjectError(f"{arguments.project} has {many}: restore a backup.")
    print(f"{arguments.project} is sound.")
    return 0


def run_backup(arguments: argparse.Namespace) -> int:
    """0, once a copy of the project is beside it, or where the user wants it.

    Raises:
        ProjectError: it cannot be written, or there is such a file already.
    """
    path: Path = arguments.project
    moment = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M%S")
    project = opened(path)
    try:
        place: Path = arguments.output or path.with_name(f"{path.stem}-{moment}{SUFFIX}")
        project.backup(place)
    finally:
        project.close()
    print(place)
    return 0


def _lines(found: "Info", title: str) -> list[tuple[str, str]]:
    reviewed = [f"{count} {name}" for name, count in found.reviews.items() if count]
    kept = [f"{count} {_MADE[name][count != 1]}" for name, count in found.documents.items() if count]
    people = [f"{name} ({count})" for name, count in found.authors.items()]
    return [
        ("File", f"{found.path} ({found.size:,} bytes, version {found.schema})"),
        ("Title", title),
        ("Articles", str(found.articles)),
        ("Events", ", ".join([str(found.events), *reviewed, f"{found.deleted} deleted"])),
        ("Beside it", ", ".join(kept) or "no saved view, story step or annotation"),
        ("Steps", f"{found.revision}: {', '.join(people) or 'nobody has changed anything'}"),
        ("Begun", _moment(found.begun)),
        ("Changed", _moment(found.changed)),
    ]


def _moment(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""
