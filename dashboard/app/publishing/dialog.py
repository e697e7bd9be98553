"""The dialog's layout: a live picture and its options; the page; data; citations; files to take in."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.app.dialogs import dialog
from dashboard.app.publishing.making import losses
from dashboard.formats import KINDS
from dashboard.formats.columns import columns
from dashboard.formats.rows import LOSSES as ROW_LOSSES
from dashboard.formats.table import TEMPLATE
from dashboard.publish import PRESETS, STYLES
from dashboard.wording import message

Component = Any
TABS = (("image", "Image"), ("page", "Page"), ("data", "Data"), ("cite", "Cite"), ("import", "Import"))
INCLUDED = (
    ("title", "Title"),
    ("filters", "Filters"),
    ("sources", "Sources"),
    ("date", "Date of export"),
    ("annotations", "Annotations"),
    ("today", "Today’s line"),
    ("review", "Signs of review"),
)
CHOSEN = ("title", "filters", "sources", "date", "annotations")
_STYLES: Mapping[str, str] = {"apa": "APA", "chicago": "Chicago", "bibtex": "BibTeX"}
_LOOKS = (("light", "Light"), ("dark", "Dark"), ("print", "Print, in grey"))


def button(language: str) -> Component:
    """The header's button that opens the dialog."""
    return html.Button(
        [
            html.Span(className="icon icon-save"),
            html.Span(message("Publish", language), className="publish-label"),
        ],
        id="publish",
        type="button",
        className="button",
        n_clicks=0,
        **{"aria-haspopup": "dialog", "aria-keyshortcuts": "p"},
    )


def layout(language: str) -> Component:
    """The dialog, closed."""
    makers = {"image": _image, "page": _page, "data": _data, "cite": _cite, "import": _import}
    tabs = dmc.TabsList(
        [dmc.TabsTab(message(name, language), value=code) for code, name in TABS],
        **{"aria-label": message("What to publish", language)},
    )
    panels = [
        dmc.TabsPanel(html.Div(makers[code](language), className=f"publish-panel publish-{code}"), value=code)
        for code, _ in TABS
    ]
    return dialog(
        "publishing",
        message("Publish or import", language),
        [
            html.Div(id="publish-words", hidden=True, **_words(language)),
            dmc.Tabs([tabs, *panels], id="publish-tab", value="image", keepMounted=True),
        ],
        language,
        size="min(1120px, 96vw)",
        keepMounted=True,
    )


def _words(language: str) -> dict[str, str]:
    """What the browser says when something was done."""
    said = {
        "saved": "Saved.",
        "copied": "Copied.",
        "failed": "The image could not be made in this browser.",
    }
    return {f"data-{name}": message(text, language) for name, text in said.items()}


def stores() -> list[Component]:
    """What the dialog's callbacks hand each other: wanted pictures and files, what was made, what came in."""
    return [
        dcc.Store(id=name) for name in ("wanted", "made", "file-wanted", "file-made", "incoming", "taken")
    ]


def _image(language: str) -> list[Component]:
    def t(text: str) -> str:
        return message(text, language)

    actions = [
        _action("image-png", t("Download PNG"), primary=True),
        _action("image-svg", t("Download SVG")),
        _action("image-pdf", t("Download PDF")),
        _action("image-copy", t("Copy the picture")),
    ]
    return [
        html.Div(
            [
                html.Div(
                    html.Img(id="publish-picture", alt="", src=_NOTHING),
                    className="publish-frame",
                    id="publish-frame",
                ),
                html.P(id="publish-size", className="note"),
                html.Label(t("Alternative text"), htmlFor="publish-alt", className="field-label"),
                dcc.Textarea(id="publish-alt", readOnly=True, rows=3, className="copied"),
                _action("alt-copy", t("Copy the alternative text")),
            ],
            className="publish-preview",
        ),
        html.Div([*_options(language), html.Div(actions, className="actions")], className="publish-options"),
    ]


def _options(language: str) -> list[Component]:
    """What can be chosen for a picture."""

    def t(text: str) -> str:
        return message(text, language)

    return [
        dmc.Select(
            id="publish-preset",
            label=t("Size"),
            value="natural",
            allowDeselect=False,
            size="xs",
            data=[{"value": key, "label": t(preset.name)} for key, preset in PRESETS.items()],
        ),
        html.Div(
            [
                html.Span(t("Theme"), className="field-label", id="publish-theme-label"),
                dmc.SegmentedControl(
                    id="publish-theme",
                    value="light",
                    size="xs",
                    data=[{"value": value, "label": t(name)} for value, name in _LOOKS],
                    **{"aria-labelledby": "publish-theme-label"},
                ),
            ]
        ),
        dmc.TextInput(id="publish-title", label=t("Title"), size="xs", debounce=300),
        dmc.TextInput(id="publish-note", label=t("Note"), size="xs", debounce=300),
        dmc.CheckboxGroup(
            html.Div(
                [dmc.Checkbox(label=t(name), value=value, size="xs") for value, name in INCLUDED],
                className="publish-included",
            ),
            id="publish-include",
            label=t("What is in it"),
            value=list(CHOSEN),
            size="xs",
        ),
        dmc.Select(
            id="publish-scale",
            label=t("Sharpness of a PNG"),
            value="2",
            allowDeselect=False,
            size="xs",
            data=[{"value": str(each), "label": f"{each}×"} for each in (1, 2, 3, 4)],
        ),
    ]


_NOTHING = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/%3E"


def _page(language: str) -> list[Component]:
    def t(text: str) -> str:
        return message(text, language)

    return [
        html.P(
            t(
                "One file that works without a network: every view, the filters, the evidence and the story. "
                "It takes the theme, title and note from the tab Image."
            )
        ),
        html.Div(_action("file-html", t("Download the page"), primary=True), className="actions"),
        html.Label(t("To show it inside another page"), htmlFor="publish-embed", className="field-label"),
        dcc.Textarea(id="publish-embed", readOnly=True, rows=4, className="copied code", dir="ltr"),
        html.Div(_action("embed-copy", t("Copy the code")), className="actions"),
        html.P(id="publish-hosting", className="note"),
    ]


def _data(language: str) -> list[Component]:
    rows = [
        html.Tr(
            [
                html.Th(message(kind.name, language), scope="row"),
                html.Td(_cannot(key, language)),
                html.Td(
                    _action(
                        f"file-{key}",
                        message("Download", language),
                        named=message("Download {format}", language, format=message(kind.name, language)),
                    )
                ),
            ]
        )
        for key, kind in KINDS.items()
    ]
    head = html.Thead(
        html.Tr(
            [
                html.Th(message(name, language), scope="col")
                for name in ("Format", "What it cannot hold", "File")
            ]
        )
    )
    return [
        html.P(message("The events that the filters leave, with their words and sources.", language)),
        html.Table([head, html.Tbody(rows)], className="formats"),
        html.P(html.Strong(message("Only JSON holds", language))),
        html.Ul([html.Li(message(each, language)) for each in ROW_LOSSES]),
        html.P(
            message(
                "Stories, drawings, saved views and the history of changes are in none of these: "
                "a project file keeps them.",
                language,
            )
        ),
    ]


def _cannot(kind: str, language: str) -> Component:
    found = losses(kind, language)
    if len(common := {message(each, language) for each in ROW_LOSSES} & {*found}) == len(ROW_LOSSES):
        below = message("what only JSON holds, see below", language)
        found = [below, *(each for each in found if each not in common)]
    return html.Ul([html.Li(each) for each in found]) if found else message("nothing is lost", language)


def _cite(language: str) -> list[Component]:
    def t(text: str) -> str:
        return message(text, language)

    fields = [
        dmc.SegmentedControl(
            id="cite-what",
            value="timeline",
            size="xs",
            data=[
                {"value": "timeline", "label": t("The timeline")},
                {"value": "event", "label": t("The selected event")},
            ],
            **{"aria-label": t("What to cite")},
        ),
        dmc.TextInput(id="cite-author", label=t("Made by"), size="xs", debounce=300),
        dmc.TextInput(
            id="cite-url", label=t("Published at"), size="xs", debounce=300, placeholder="https://"
        ),
    ]
    texts = [
        html.Div(
            [
                html.Label(_STYLES[style], htmlFor=f"cite-{style}", className="field-label"),
                dcc.Textarea(
                    id=f"cite-{style}",
                    readOnly=True,
                    rows=3,
                    className="copied",
                    dir="ltr" if style == "bibtex" else "auto",
                ),
                _action(
                    f"cite-{style}-copy",
                    t("Copy"),
                    named=message("Copy {format}", language, format=_STYLES[style]),
                ),
            ],
            className="cited",
        )
        for style in STYLES
    ]
    return [html.Div(fields, className="cite-fields"), *texts]


def _import(language: str) -> list[Component]:
    def t(text: str) -> str:
        return message(text, language)

    return [
        html.P(t("Events from our JSON or CSV, iCalendar, TimelineJS JSON or its sheet.")),
        html.Div(
            [
                html.Button(
                    t("Choose a file"), id="import-choose", type="button", className="button", n_clicks=0
                ),
                html.Span(t("or drop it here"), className="note"),
            ],
            id="import-drop",
            className="drop",
        ),
        html.Div(id="import-plan", role="status"),
        html.Div(
            dmc.Button(t("Add to the affair"), id="import-add", size="xs", disabled=True), className="actions"
        ),
        html.Details(
            [
                html.Summary(t("What a table needs")),
                html.Table(
                    [
                        html.Thead(
                            html.Tr(
                                [
                                    html.Th(t(name), scope="col")
                                    for name in ("Column", "What it holds", "Example")
                                ]
                            )
                        ),
                        html.Tbody([_column(name, language) for name in TEMPLATE]),
                    ],
                    className="formats",
                ),
                _action("file-template", t("Download the template")),
            ]
        ),
    ]


def _column(name: str, language: str) -> Component:
    column = columns()[name]
    needed = f" ({message('needed', language)})" if column.needed else ""
    return html.Tr(
        [
            html.Th(f"{name}{needed}", scope="row"),
            html.Td(column.meaning(language)),
            html.Td(column.example),
        ]
    )


def _action(name: str, words: str, *, primary: bool = False, named: str = "") -> Component:
    extra = {"aria-label": named} if named else {}
    return dmc.Button(
        words, id=f"do-{name}", size="xs", variant="filled" if primary else "default", n_clicks=0, **extra
    )
