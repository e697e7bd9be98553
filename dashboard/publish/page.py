"""One HTML file that shows a timeline by itself: offline, filterable, with the evidence in it.

The chart is drawn by a small script of ours from layouts made here, not by Plotly: a tenth of the size, each
mark tied to its event. Words are HTML, escaped here, and readable without any script. Called by the Publish
dialog and ``detente export``.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import orjson

from dashboard import __version__
from dashboard.errors import ExportError
from dashboard.figures import FONTS, THEMES, Edition, summary
from dashboard.figures.key import KEY_WORDS
from dashboard.figures.themes import css_variables
from dashboard.model import Timeline
from dashboard.publish.plans import WIDTHS, plan_of
from dashboard.publish.reading import COLUMNS, entries, facets_of, sources_of
from dashboard.publish.stories import Step
from dashboard.publish.views import views_of
from dashboard.resources import assets_path, data_path
from dashboard.timeline.badges import BADGES
from dashboard.wording import RIGHT_TO_LEFT, format_day, format_number, message

_STRINGS = (
    "Clear all filters", "Story", "Next", "Previous", "Full screen", "Close (Escape)", "Light", "Dark",
    "{shown} of {total} events", "{labelled} of {shown} events labelled", "Step {number} of {total}",
)  # fmt: skip


_VIEWS = {
    "timeline": "Timeline", "network": "Network", "matrix": "Matrix", "map": "Map", "table": "Table",
}  # fmt: skip


MOST = 20_000
"""Events of a page at most: some 20 MB, for which a browser takes several seconds."""


def interactive_page(
    timeline: Timeline, shown: Timeline, edition: Edition, story: Sequence[Step] = ()
) -> bytes:
    """The page of a filtered view, as one file.

    Args:
        timeline: The whole affair, on which lanes and colours rest.
        shown: What the page holds: the filtered timeline.
        edition: How it is published; a theme that is neither "light" nor "dark" follows the system.
        story: Steps to tell, of events that are shown.

    Raises:
        ExportError: there are more events than a browser shows from one file.
    """
    language, title = edition.language, edition.title
    if len(shown.events) > MOST:
        raise ExportError(
            "A page holds up to {most} events, and this view has {count}: "
            "filter until fewer are left, or save the data.",
            most=format_number(MOST, language),
            count=format_number(len(shown.events), language),
        )
    told = entries(timeline, shown, language)
    words = title + "".join(event.title(language) for event in shown.events)
    style = _fonts(words) + _colours() + _read("page.css")
    script = _read("key.js") + _read("views.js") + _read("page.js")
    content = _content(timeline, shown, edition, story) | {"events": [_index(entry) for entry in told]}
    data = orjson.dumps(content).decode().replace("<", "\\u003c")
    policy = (
        f"default-src 'none'; script-src '{_mark(script)}'; style-src '{_mark(style)}'; font-src data:; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    way = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    chosen = f' data-theme="{edition.theme}"' if edition.theme in {"light", "dark"} else ""
    return f"""<!doctype html>
<html lang="{escape(language)}" dir="{way}"{chosen}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Détente {__version__}">
<meta name="referrer" content="no-referrer">
<title>{escape(" ".join(title.split()))}</title>
<style>{style}</style>
</head>
<body>
{_body(timeline, shown, edition, told)}
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
""".encode("utf-8", "replace")


def _content(timeline: Timeline, shown: Timeline, edition: Edition, story: Sequence[Step]) -> dict[str, Any]:
    """What the page's script draws from: layouts for some widths, the other views, the story, its words."""
    language = edition.language
    number = {event.id: place for place, event in enumerate(shown.events)}
    return {
        "plans": [
            plan_of(
                timeline,
                shown,
                width,
                language,
                edition.annotations,
                lanes=edition.lanes,
                scale=edition.scale,
            )
            for width in WIDTHS
        ],
        "views": views_of(timeline, shown, language),
        "story": [[number[step.event], step.caption] for step in story if step.event in number],
        "says": {each: message(each, language) for each in _STRINGS}
        | {
            "columns": [message(each, language) for each in COLUMNS],
            "key": [[what, message(said, language)] for what, said in KEY_WORDS.items()],
            "signs": BADGES,
        },
        "lanes": len(THEMES["light"].lanes),
    }


def _index(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What the page's script needs to filter by: the rest is in the HTML."""
    return {key: said for key, said in entry.items() if key != "html"}


def _body(timeline: Timeline, shown: Timeline, edition: Edition, told: Sequence[Mapping[str, Any]]) -> str:
    language = edition.language

    def t(text: str) -> str:
        return escape(message(text, language))

    lines = [line for line in (edition.note, edition.filters_line) if line]
    notes = "".join(f'<p class="note">{escape(line)}</p>' for line in lines)
    made = message("exported {date} with Détente", language, date=format_day(edition.exported, language))
    return f"""<a class="skip" href="#events">{t("Skip to the events")}</a>
<header><h1>{escape(edition.title)}</h1>{notes}
<div class="bar"><span id="count" role="status"></span><button type="button" id="tell" hidden></button>
<button type="button" id="theme"></button></div></header>
<div id="rooms">
<form id="filters" aria-label="{t("Filters")}" autocomplete="off">{
        facets_of(timeline, shown, language)
    }</form>
<main>
<div id="tabs" role="tablist" aria-label="{t("Views")}">{_tabs(language)}</div>
<div id="stage" role="tabpanel" aria-labelledby="tab-timeline">
<div id="chart" tabindex="0" role="group" aria-describedby="summary" aria-label="{
        t("Timeline: arrow keys move between events, Enter reads the evidence")
    }"></div>
<ul id="key" aria-label="{t("Key")}"></ul>
<div id="view" hidden></div>
<p id="summary" class="unseen">{escape(summary(shown, language))}</p>
</div>
<p id="nothing" hidden>{t("No event passes these filters.")}</p>
<h2 class="small">{t("Events")}</h2>
<ol id="events">{"".join(entry["html"] for entry in told)}</ol>
<section id="sources"><h2 class="small">{t("Sources")}</h2>{sources_of(timeline, shown, language)}</section>
<footer>{escape(made)} {escape(__version__)}</footer>
</main>
<aside id="panel" hidden aria-label="{
        t("Evidence")
    }"><button type="button" id="close" class="plain" aria-label="{
        t("Close (Escape)")
    }">×</button><div id="reading" tabindex="-1"></div></aside>
</div>
<section id="story" hidden aria-label="{t("Story")}"><p id="step" class="small"></p><h2 id="step-title"></h2>
<p id="step-when" class="when"></p><p id="caption"></p><blockquote id="step-quote"></blockquote>
<div class="bar"><progress id="progress" max="1" value="0"></progress></div>
<div class="bar"><button type="button" id="previous"></button><button type="button" id="next"></button>
<button type="button" id="full"></button><button type="button" id="leave"></button></div></section>
<div id="live" class="unseen" aria-live="polite"></div>"""


def _tabs(language: str) -> str:
    """The tabs of the views; the timeline is open."""
    return "".join(
        f'<button type="button" role="tab" id="tab-{view}" data-view="{view}" aria-controls="stage" '
        f'aria-selected="{str(view == "timeline").lower()}" tabindex="{0 if view == "timeline" else -1}">'
        f"{escape(message(name, language))}</button>"
        for view, name in _VIEWS.items()
    )


def _mark(text: str) -> str:
    """The CSP hash of an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _read(name: str) -> str:
    return data_path("publish", name).read_text(encoding="utf-8")


def _fonts(words: str) -> str:
    """The bundled fonts as data; those for other scripts only where their letters occur."""
    found = ""
    for font in FONTS:
        if font["range"] and not any("\u0600" <= letter <= "\u06ff" for letter in words):
            continue
        data = base64.b64encode(assets_path(font["file"]).read_bytes()).decode("ascii")
        only = f"unicode-range:{font['range']};" if font["range"] else ""
        found += (
            f'@font-face{{font-family:"{font["family"]}";font-weight:{font["weight"]};{only}'
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
        )
    return found


def _colours() -> str:
    light, dark = css_variables("light"), css_variables("dark")
    return (
        f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}\n"
        f':root[data-theme="dark"]{{{dark}}}\n'
    )
