"""The form in the side panel that edits an event, or makes one: what stands in it. Called by the panel.

``saving`` has its callbacks, ``people`` the list of actors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from babel import Locale
from dash import dcc, html

from dashboard.app.curate import people
from dashboard.app.curate.commands import button, way
from dashboard.app.curate.suggestions import place_of, place_said
from dashboard.app.curate.typed import Values, read_when, values_of, year_of
from dashboard.app.naming import QUADS, mode_name
from dashboard.dates import is_ambiguous
from dashboard.errors import DateError
from dashboard.events import ontology
from dashboard.events.ontology import type_name
from dashboard.events.titles import TITLED
from dashboard.formats import event_document
from dashboard.model import Event, Timeline
from dashboard.store.edits import differences
from dashboard.wording import STATUSES, format_when, message, status_name

Component = Any


@dataclass(frozen=True, slots=True)
class Begun:
    """What a form begins with: the values it shows, and what it is about.

    ``event`` is what it edits, None for a new one; ``base`` the version that the reader sees; ``words`` the
    selected words of an article as (article, start, end); ``reference`` that article's publication date.
    """

    values: Values
    event: Event | None = None
    base: int = 0
    words: tuple[str, int, int] | None = None
    reference: date | None = None
    machine: Event | None = None


def begun_with(event: Event, base: int, machine: Event | None, timeline: Timeline, language: str) -> Begun:
    """The beginning of a form that edits an event."""
    return Begun(
        values_of(event, timeline, language), event, base, None, reference_of(event, timeline), machine
    )


def reference_of(event: Event, timeline: Timeline) -> date | None:
    """The publication date against which a date of the event is read: that of its first article."""
    known = {article.id: article.published for article in timeline.articles}
    return next((day for each in event.evidence if (day := known.get(each.article))), None)


def field(name: str) -> dict[str, str]:
    """The id of a field."""
    return {"type": "field", "name": name}


def fault(name: str) -> dict[str, str]:
    """The id of what is said under a field that cannot be saved."""
    return {"type": "fault", "name": name}


def form(begun: Begun, timeline: Timeline, language: str) -> Component:
    """The form."""

    def t(text: str) -> str:
        return message(text, language)

    values, event = begun.values, begun.event
    return html.Div(
        [
            html.H2(t("Edit the event") if event else t("New event"), id="evidence-heading", tabIndex=-1),
            _as_read(begun.machine, event, timeline, language),
            _date(values, begun.reference, language, year_of(begun.event)),
            _titles(values, language),
            _kinds(values, language),
            people.layout(values["people"], timeline, language),
            _place(values, timeline, language),
            dmc.Textarea(
                id=field("note"), label=t("Note"), value=values["note"], size="xs", autosize=True, minRows=1,
                maxRows=6,
            ),
            html.Div(id="form-fault", role="alert", className="form-fault"),
            _ending(begun, language),
            dcc.Store(id="form-begun", data=_sent(begun)),
            dcc.Store(id="form-entered"),
            dcc.Store(id="form-answered"),
            dcc.Store(id="form-standing"),
        ],
        id="edit-form",
        className="edit-form",
        **{"data-busy": "yes"},
    )  # fmt: skip


def _sent(begun: Begun) -> dict[str, Any]:
    """What the browser keeps of a form's beginning until it is saved."""
    return {
        "event": event_document(begun.event) if begun.event else None,
        "base": begun.base,
        "words": list(begun.words) if begun.words else None,
        "reference": begun.reference.isoformat() if begun.reference else None,
        "year": year_of(begun.event),
    }


def _as_read(machine: Event | None, event: Event | None, timeline: Timeline, language: str) -> Component:
    """What the machine read, for an event that is something else by now."""
    if machine is None or event is None or not differences(machine, event):
        return None
    del timeline
    return html.P(
        message(
            "Read as: {title}, {date}", language, title=machine.title(language),
            date=format_when(machine.when, language),
        ),
        className="note",
    )  # fmt: skip


def _date(values: Values, reference: date | None, language: str, year: int | None) -> Component:
    return html.Div(
        [
            dmc.TextInput(
                id=field("when"), label=message("Date", language), value=values["when"], size="xs",
                placeholder="2017-03-03", autoComplete="off",
            ),
            html.P(
                reading_of(values["when"], reference, language, year)[0],
                id="when-reading", className="when-reading", role="status",
            ),
        ],
        className="when-field",
    )  # fmt: skip


def reading_of(text: str, reference: date | None, language: str, year: int | None = None) -> tuple[str, bool]:
    """How a typed date is understood, or why it is not; and whether it is."""
    if not text.strip():
        return message("Type a date in words or figures.", language), False
    try:
        when = read_when(text, language, reference, year)
    except DateError as problem:
        return str(problem), False
    said = message(
        "understood as {date} · EDTF {edtf}", language, date=format_when(when, language), edtf=when.edtf
    )
    if is_ambiguous(text):
        said = f"{said} · {message('ambiguous: read with the day first, then the month', language)}"
    return said, True


def _titles(values: Values, language: str) -> Component:
    """The title in the reader's language, and folded away in the others."""
    here = language if language in TITLED else TITLED[0]

    def one(code: str) -> Component:
        tongue = Locale.parse(language).languages.get(code, code)
        return dmc.TextInput(
            id=field(f"title:{code}"),
            label=message("Title", language)
            if code == here
            else message("Title in {tongue}", language, tongue=tongue),
            value=values.get(f"title:{code}", ""),
            size="xs",
            placeholder=message("composed from the fields below", language),
            attributes={"input": {"lang": code}},
            autoComplete="off",
        )

    return html.Div(
        [
            one(here),
            html.Details(
                [
                    html.Summary(message("Title in other languages", language)),
                    *[one(code) for code in TITLED if code != here],
                ],
                className="reasons",
            ),
        ]
    )


def _place(values: Values, timeline: Timeline, language: str) -> Component:
    place = place_of(values["place"], timeline, language)
    return dmc.Select(
        id=field("place"),
        label=message("Place", language),
        value=values["place"] or None,
        data=[{"value": place.id, "label": place_said(place, language)}] if place else [],
        size="xs",
        searchable=True,
        clearable=True,
        allowDeselect=False,
        filter=people.ALL_OF_THEM,
        placeholder=message("none", language),
        clearButtonProps={"aria-label": message("No place", language)},
        comboboxProps={"withinPortal": False},
    )


def type_groups(language: str) -> list[dict[str, Any]]:
    """Every type, grouped by its class."""
    groups: dict[str, list[dict[str, str]]] = {quad: [] for quad in QUADS}
    for code, each in ontology.types().items():
        groups[each.quad].append({"value": code, "label": type_name(code, language)})
    return [{"group": message(QUADS[quad], language), "items": items} for quad, items in groups.items()]


def _kinds(values: Mapping[str, Any], language: str) -> Component:
    def t(text: str) -> str:
        return message(text, language)

    modes = [{"value": code, "label": mode_name(code, language)} for code in ontology.modes()]
    return html.Div(
        [
            dmc.Select(
                id=field("type"), label=t("Type"), value=values["type"], size="xs",
                data=type_groups(language),
                searchable=True, allowDeselect=False, comboboxProps={"withinPortal": False},
            ),
            dmc.Select(
                id=field("status"), label=t("Status"), value=values["status"], size="xs", allowDeselect=False,
                data=[{"value": each, "label": status_name(each, language)} for each in STATUSES],
                comboboxProps={"withinPortal": False},
            ),
            dmc.Select(
                id=field("mode"), label=t("How"), value=values["mode"] or "-", size="xs", allowDeselect=False,
                data=[{"value": "-", "label": t("not said")}, *modes], comboboxProps={"withinPortal": False},
            ),
        ],
        className="form-row",
    )  # fmt: skip


def _ending(begun: Begun, language: str) -> Component:
    def t(text: str) -> str:
        return message(text, language)

    event = begun.event
    back = {"show": None} if event else {"show": None, "seed": None}
    return html.Div(
        [
            html.Button(
                [t("Save"), html.Kbd("Ctrl ↵", **{"aria-hidden": "true"})],
                id="form-save", type="button", className="act main", n_clicks=0,
                **{"aria-keyshortcuts": "Control+Enter"},
            ),
            way(t("Cancel"), back, **{"data-cancel": "yes"}),
            button("delete", event, begun.base, t("Delete"), className="far") if event else None,
        ],
        className="form-end",
    )  # fmt: skip
