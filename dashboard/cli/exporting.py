"""``detente export``: the chart as an image or as one HTML file."""

import argparse
from datetime import UTC, date, datetime
from typing import Any

from dashboard.cli.inputs import check_output, output_language, read_timeline, typed_when, write_output
from dashboard.errors import DateError, ExportError

_KINDS = ("png", "svg", "pdf", "html")
_WIDTHS = (320, 8000)
_SCALES = (0.5, 8)


def run(arguments: argparse.Namespace) -> int:
    """0, once the chart is written.

    Raises:
        DetenteError: something cannot be read, drawn or written.
    """
    from dashboard.cli.images import check_images, draw, page
    from dashboard.figures import export_figure
    from dashboard.store import Filters, apply, describe, find_actor

    kind = arguments.output.suffix.lower().lstrip(".")
    if kind not in _KINDS:
        raise ExportError(f"{arguments.output} has no known ending: choose one of .{', .'.join(_KINDS)}.")
    _check_size("--width", arguments.width, *_WIDTHS)
    _check_size("--scale", arguments.scale, *_SCALES)
    check_output(arguments.output)
    if kind != "html":
        check_images()
    earliest, latest = _range(arguments)
    timeline = read_timeline(arguments)
    actors = frozenset(find_actor(timeline, name) for name in arguments.actor)
    filters = Filters(actors=actors, earliest=earliest, latest=latest)
    chosen = apply(timeline, filters)
    if not chosen.events:
        raise ExportError("No event is left to draw: choose other articles, actors or dates.")
    language = output_language(timeline)
    figure: dict[str, Any] = export_figure(
        timeline,
        chosen,
        theme=arguments.theme,
        language=language,
        exported=datetime.now(UTC).astimezone().date(),
        filters_line=describe(timeline, filters, language),
        width=round(arguments.width),
    )
    if kind == "html":
        content = page(figure, title=timeline.titles.get(language) or "Détente", language=language)
    else:
        content = draw(figure, kind, scale=arguments.scale)
    write_output(arguments.output, content)
    return 0


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
