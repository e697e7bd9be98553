"""A file that a reader drops: what it would add to the affair, what was not understood; then adding it."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.app.state import clean
from dashboard.app.workspace import Workspace
from dashboard.errors import FormatError
from dashboard.formats import KINDS, Imported, read_any
from dashboard.model import Event, Timeline
from dashboard.wording import format_when, message

Component = Any
_SHOWN = 12  # events and faults that are listed


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: events that are new, changed, or the same as in the affair; and its faults."""

    found: Imported
    new: tuple[Event, ...]
    changed: tuple[Event, ...]
    same: int


def plan_of(workspace: Workspace, incoming: Mapping[str, Any], language: str) -> Plan:
    """The plan for a file as the browser sends it: its name, and its content in base64.

    Raises:
        FormatError: it is none of our formats.
    """
    name = clean(str(incoming.get("name") or "")) or "file"
    try:
        content = base64.b64decode(str(incoming.get("content") or ""), validate=True)
    except (binascii.Error, ValueError):
        raise FormatError(message("The file did not arrive whole: choose it again.", language)) from None
    timeline = workspace.timeline()
    found = read_any(content, name, timeline, language=language)
    old = {event.id: event for event in timeline.events}
    new = tuple(event for event in found.timeline.events if event.id not in old)
    changed = tuple(event for event in found.timeline.events if event.id in old and event != old[event.id])
    return Plan(found, new, changed, len(found.timeline.events) - len(new) - len(changed))


def bring_in(workspace: Workspace, plan: Plan, author: str) -> int:
    """The revision after one step that adds what is new and edits what is changed."""
    timeline = plan.found.timeline
    wanted = Timeline(
        timeline.articles, timeline.expressions, timeline.actors, (*plan.new, *plan.changed), timeline.titles
    )
    return workspace.project.bring_in(wanted, author=author)


def told(plan: Plan, language: str) -> list[Component]:
    """The plan in words: counts, the events, the faults by row and column."""
    form = message(KINDS[plan.found.format].name, language)
    left_out = sum(fault.left_out for fault in plan.found.faults)
    counts = [
        _count("{count} event to add", "{count} events to add", len(plan.new), language),
        _count("{count} event to change", "{count} events to change", len(plan.changed), language),
        _count("{count} is here already", "{count} are here already", plan.same, language),
        _count("{count} left out", "{count} left out", left_out, language),
    ]
    said: list[Component] = [
        html.P(message("Read as {format}.", language, format=form), className="note"),
        html.Ul([html.Li(each) for each in counts if each], className="import-counts"),
    ]
    events = [*plan.new, *plan.changed]
    if events:
        said.append(
            html.Ul([_event(event, language) for event in events[:_SHOWN]], className="import-events")
        )
    if len(events) > _SHOWN:
        said.append(html.P(_more(len(events) - _SHOWN, language), className="note"))
    faults = plan.found.faults
    if faults:
        said.append(html.H3(message("Not understood", language), className="small-title"))
        said.append(
            html.Ul(
                [html.Li(each.said(language)) for each in faults[: _SHOWN * 2]], className="import-faults"
            )
        )
    if len(faults) > _SHOWN * 2:
        said.append(html.P(_more(len(faults) - _SHOWN * 2, language), className="note"))
    return said


def _event(event: Event, language: str) -> Component:
    return html.Li(
        [html.Span(format_when(event.when, language), className="note"), " ", event.title(language)]
    )


def _count(one: str, many: str, count: int, language: str) -> str:
    return message(one, language, plural=many, count=count) if count else ""


def _more(count: int, language: str) -> str:
    return message("and {count} more", language, plural="and {count} more", count=count)
