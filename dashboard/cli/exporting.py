"""``detente export``: the timeline as an image, as one HTML page, or as data, by the file's ending."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from dashboard.cli.inputs import check_output, output_language, read_timeline, typed_when, write_output
from dashboard.cli.projects import divided, opened
from dashboard.errors import DateError, ExportError

if TYPE_CHECKING:
    from dashboard.figures import Edition
    from dashboard.model import Timeline
    from dashboard.publish import Picture
    from dashboard.store import Filters

_IMAGES = ("png", "svg", "pdf")
_ENDINGS = (*_IMAGES, "html")
_WIDTHS = (320, 8000)
_SCALES = (0.5, 8)

SIZES = ("natural", "slide", "column", "social", "a2", "a1")
THEMES = ("light", "dark", "print")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is published: the affair, what the filters leave of it, and the words around it."""

    timeline: "Timeline"
    chosen: "Timeline"
    filters: "Filters"
    language: str
    title: str
    today: date
    documents: Mapping[str, Mapping[str, Any]]


def run(arguments: argparse.Namespace) -> int:
    """0, once the file is written.

    Raises:
        DetenteError: something cannot be read, drawn or written.
    """
    from dashboard.formats import KINDS, kind_of

    kind = arguments.output.suffix.lower().lstrip(".")
    data = kind_of(arguments.output.name)
    if kind not in _ENDINGS and data is None:
        endings = [*_ENDINGS, *dict.fromkeys(each.ending for each in KINDS.values())]
        raise ExportError(f"{arguments.output} has no known ending: choose one of .{', .'.join(endings)}.")
    _check_size("--width", arguments.width, *_WIDTHS)
    _check_size("--scale", arguments.scale, *_SCALES)
    check_output(arguments.output)
    if kind in _IMAGES:
        from dashboard.cli.images import check_images

        check_images()
    wanted = _wanted(arguments)
    if data is not None:
        content = KINDS[data].write(wanted.chosen, wanted.language)
    elif kind == "html":
        content = _page(wanted, arguments)
    else:
        content = _image(wanted, arguments, kind)
    write_output(arguments.output, content)
    return 0


def _wanted(arguments: argparse.Namespace) -> _Wanted:
    from dashboard.store import Filters, apply, find_actor

    earliest, latest = _range(arguments)
    timeline = read_timeline(arguments)
    actors = frozenset(find_actor(timeline, name) for name in arguments.actor)
    filters = Filters(actors=actors, earliest=earliest, latest=latest)
    chosen = apply(timeline, filters)
    if not chosen.events:
        raise ExportError("No event is left to draw: choose other articles, actors or dates.")
    language = output_language(timeline)
    title = arguments.title or timeline.titles.get(language) or "Détente"
    today = datetime.now(UTC).astimezone().date()
    return _Wanted(timeline, chosen, filters, language, title, today, _documents(arguments))


def _documents(arguments: argparse.Namespace) -> Mapping[str, Mapping[str, Any]]:
    """What people drew and told, where the affair is a project."""
    path, _ = divided(arguments.articles)
    if path is None:
        return {}
    project = opened(path)
    try:
        return {kind: project.documents(kind) for kind in ("annotation", "story")}
    finally:
        project.close()


def _edition(wanted: _Wanted, arguments: argparse.Namespace, theme: str) -> "Edition":
    from dashboard.figures import Edition
    from dashboard.store import describe
    from dashboard.timeline.annotations import annotations_of

    return Edition(
        theme=arguments.theme or theme,
        language=wanted.language,
        exported=wanted.today,
        title=wanted.title,
        filters_line=describe(wanted.timeline, wanted.filters, wanted.language),
        note=arguments.note,
        annotations=annotations_of(wanted.documents.get("annotation", {})),
    )


def _page(wanted: _Wanted, arguments: argparse.Namespace) -> bytes:
    from dashboard.publish import interactive_page, steps_of

    story = steps_of(wanted.documents.get("story", {}))
    return interactive_page(wanted.timeline, wanted.chosen, _edition(wanted, arguments, "auto"), story)


def _image(wanted: _Wanted, arguments: argparse.Namespace, kind: str) -> bytes:
    from dashboard.cli.images import draw

    found = _picture(wanted, arguments)
    scale = arguments.scale if kind == "png" else 1.0
    return draw(found.figure, kind, scale=scale * found.scale)


def _picture(wanted: _Wanted, arguments: argparse.Namespace) -> "Picture":
    from dashboard.figures import export_figure
    from dashboard.publish import PRESETS, Preset, picture

    edition = _edition(wanted, arguments, "light")
    if not arguments.title:  # a picture looks further for a title of the affair
        edition = replace(edition, title="")

    def make(width: float, tallest: float) -> dict[str, Any]:
        return export_figure(wanted.timeline, edition, wanted.chosen, width=width, tallest=tallest)

    if arguments.size is None:
        return picture(make, Preset("", round(arguments.width), None))
    return picture(make, PRESETS[arguments.size])


def _check_size(option: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise ExportError(f"{option} {value:g} is out of range: choose from {least:g} to {most:g}.")


def _range(arguments: argparse.Namespace) -> tuple[date | None, date | None]:
    first = typed_when(arguments.earliest, arguments.language) if arguments.earliest else None
    last = typed_when(arguments.latest, arguments.language) if arguments.latest else None
    earliest, latest = first.earliest if first else None, last.latest if last else None
    if earliest and latest and earliest > latest:
        raise DateError(f"--from {arguments.earliest} is after --to {arguments.latest}: exchange them.")
    return earliest, latest
