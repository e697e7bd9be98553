"""What the Publish dialog shows and writes for a state: pictures, their words, files, citations. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.app import chart, theme
from dashboard.app.state import ViewState, clean, state_from_url
from dashboard.app.workspace import Workspace
from dashboard.events.ontology import type_name
from dashboard.figures import THEMES as COLOURS
from dashboard.figures import Edition, export_figure, view_summary
from dashboard.figures.export import PARTS, REVIEW
from dashboard.formats import KINDS, template
from dashboard.model import Event, Timeline
from dashboard.publish import (
    PRESETS,
    STYLES,
    Picture,
    alternative,
    cite,
    embed_code,
    hosting,
    interactive_page,
    picture,
    steps_of,
)
from dashboard.store import describe
from dashboard.store.finding import fold
from dashboard.timeline.annotations import annotations_of
from dashboard.wording import message

VIEWS = ("network", "matrix", "map")
"""The views beside the timeline that have a picture of their own."""

THEMES = ("light", "dark", "print")


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published: the affair, what the reader's state leaves of it, and the choices of the dialog."""

    timeline: Timeline
    shown: Timeline
    state: ViewState
    language: str
    title: str
    note: str
    filters_line: str
    today: date
    documents: Mapping[str, Mapping[str, Any]]

    def edition(self) -> Edition:
        """How it is published where the dialog chooses nothing else."""
        return Edition(
            theme="light",
            language=self.language,
            exported=self.today,
            title=self.title,
            filters_line=self.filters_line,
            note=self.note,
            annotations=annotations_of(self.documents["annotation"]),
            view=self.state.tab,
            lanes=self.state.lanes,
            scale=self.state.scale,
            window=chart.window_of(self.state),
        )


def publication(workspace: Workspace, choices: Mapping[str, Any], language: str, today: date) -> Publication:
    """The publication for an address and the dialog's choices."""
    timeline = workspace.timeline()
    state = chart.known(timeline, state_from_url(str(choices.get("search", ""))))
    title = clean(str(choices.get("title") or "")) or workspace.name(timeline, language)
    names = {event.type: type_name(event.type, language) for event in timeline.events}
    return Publication(
        timeline=timeline,
        shown=chart.visible(timeline, state),
        state=state,
        language=language,
        title=title,
        note=clean(str(choices.get("note") or "")),
        filters_line=describe(timeline, chart.filters_of(state), language, names),
        today=today,
        documents={kind: workspace.project.documents(kind) for kind in ("annotation", "story")},
    )


def drawn(found: Publication, choices: Mapping[str, Any]) -> Picture:
    """The picture of a publication in the size, theme and with the parts that were chosen."""
    preset = PRESETS.get(str(choices.get("preset")), PRESETS["natural"])
    wanted = choices.get("include")
    include = PARTS if wanted is None else [each for each in (*PARTS, REVIEW) if each in wanted]
    marks = wanted is None or "annotations" in wanted
    edition = replace(
        found.edition(),
        theme=_theme(choices),
        include=include,
        annotations=found.edition().annotations if marks else (),
        today=wanted is not None and "today" in wanted,
    )

    def make(width: float, tallest: float) -> dict[str, Any]:
        return export_figure(found.timeline, edition, found.shown, width=width, tallest=tallest)

    return picture(make, preset, flexible=found.state.tab not in VIEWS)


def _theme(choices: Mapping[str, Any]) -> str:
    """The theme that was chosen, light if none was."""
    wanted = str(choices.get("theme"))
    return wanted if wanted in THEMES else "light"


def preview(found: Publication, choices: Mapping[str, Any]) -> dict[str, Any]:
    """What the browser draws the picture from, with its words, the citations and the embed code."""
    made = drawn(found, choices)
    name = file_name(found.title, found.state, found.today, "html")
    return {
        "figure": made.figure,
        "width": made.width,
        "height": made.height,
        "paper": made.paper,
        "ground": COLOURS[_theme(choices)].band,
        "fonts": theme.fonts(),
        "name": file_name(found.title, found.state, found.today, ""),
        "alt": _words(found),
        "cites": citations(found, choices),
        "embed": embed_code(name, found.title),
        "hosting": hosting(name, found.language),
        "title": found.title,
        "asked": choices.get("asked"),
    }


def _words(found: Publication) -> str:
    """The alternative text of the view that is drawn."""
    view = found.state.tab
    return alternative(
        found.shown,
        found.language,
        title=found.title,
        filters_line=found.filters_line,
        view=view_summary(view, found.timeline, found.shown, found.language) if view in VIEWS else "",
    )


def citations(found: Publication, choices: Mapping[str, Any]) -> list[str]:
    """The citations in every style: of the timeline, or of the selected event where that is asked for."""
    event = selected(found) if choices.get("what") == "event" else None
    return [
        cite(
            found.timeline,
            style,
            found.language,
            found.today,
            title=found.title,
            author=clean(str(choices.get("author") or "")),
            url=clean(str(choices.get("url") or "")),
            event=event,
        )
        for style in STYLES
    ]


def selected(found: Publication) -> Event | None:
    """The event that the reader has selected."""
    return next((event for event in found.timeline.events if event.id == found.state.selected), None)


def written(found: Publication, kind: str, choices: Mapping[str, Any]) -> tuple[str, str, bytes]:
    """A file's name, media type and content: a page, data of any of our formats, or the table to fill in."""
    if kind == "template":
        return "detente-template.csv", "text/csv;charset=utf-8", template(found.language).encode()
    if kind == "html":
        edition = replace(found.edition(), theme=str(choices.get("theme")))
        page = interactive_page(found.timeline, found.shown, edition, steps_of(found.documents["story"]))
        return file_name(found.title, found.state, found.today, "html"), "text/html;charset=utf-8", page
    form = KINDS[kind]
    name = file_name(found.title, found.state, found.today, form.ending)
    return name, form.mime, form.write(found.shown, found.language)


def file_name(title: str, state: ViewState, today: date, ending: str) -> str:
    """A name that tells what is inside: "nato-russia-military-contacts-2014-03-2017-2026-11-24.png"."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title))[:60].strip("-") or "timeline"
    span = "-".join(each for each in (state.after, state.before) if each)
    filtered = "filtered" if state.filtering and not span else ""
    stem = "-".join(each for each in (words, span, filtered, today.isoformat()) if each)
    return f"{stem}.{ending}" if ending else stem


def losses(kind: str, language: str) -> Sequence[str]:
    """What a format cannot hold, in a language."""
    return [message(each, language) for each in KINDS[kind].losses]
