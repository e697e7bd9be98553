"""The names of events on the chart, as annotations: they answer to the pointer over their whole text.

Flags stand above the lanes, asides beside a mark. Called by ``chart``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.texts import breaks, escaped
from dashboard.figures.themes import FONT, Theme
from dashboard.store import found_parts
from dashboard.timeline import Layout
from dashboard.timeline.asides import ASIDE, Aside
from dashboard.timeline.flags import DETAIL_SIZE, TITLE_SIZE
from dashboard.timeline.labels import Label

Note = dict[str, Any]
_FOUND = "<u>"


def name_notes(
    layout: Layout, theme: Theme, cards: Mapping[str, str], selected: str | None, searched: Sequence[str] = ()
) -> list[Note]:
    """The annotations of all flags and asides; those that hold a searched word are framed."""
    found = [_flag(each, theme, searched, chosen=each.event == selected) for each in layout.labels]
    found += [_aside(each, theme, searched, chosen=each.event == selected) for each in layout.asides]
    for note in found:
        if _FOUND in note["text"]:
            note |= {"bordercolor": theme.accent, "borderwidth": 1.2}
    return [note | _answering(theme, cards[note["name"]]) for note in found]


def _lit(text: str, searched: Sequence[str]) -> str:
    """A text, escaped, with the searched words underlined."""
    return "".join(
        f"{_FOUND}{escaped(part)}</u>" if lit else escaped(part) for part, lit in found_parts(text, searched)
    )


def _flag(label: Label, theme: Theme, searched: Sequence[str], *, chosen: bool) -> Note:
    right = label.side == "right"
    said = f"<b>{'<br>'.join(_lit(line, searched) for line in label.title)}</b>"
    if label.detail:
        said += ("&nbsp; " if label.inline else "<br>") + _muted(breaks(label.detail), theme)
    return {
        "x": round(label.left if right else label.right, 1),
        "y": round(label.top - 2, 1),
        "xanchor": "left" if right else "right",
        "yanchor": "top",
        "align": "left" if right else "right",
        "text": said,
        "font": {"family": FONT, "size": TITLE_SIZE, "color": theme.accent if chosen else theme.text},
        "bgcolor": theme.paper,
        "name": label.event,
    }


def _aside(aside: Aside, theme: Theme, searched: Sequence[str], *, chosen: bool) -> Note:
    said = _lit(aside.title, searched)
    if aside.detail:
        said += f"&nbsp; {_muted(escaped(aside.detail), theme)}"
    return {
        "x": round(aside.left, 1),
        "y": round(aside.y - ASIDE / 2 - 2, 1),
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "text": said,
        "font": {"family": FONT, "size": DETAIL_SIZE, "color": theme.accent if chosen else theme.text},
        "bgcolor": theme.band,
        "name": aside.event,
    }


def _muted(said: str, theme: Theme) -> str:
    return f'<span style="color:{theme.muted};font-size:{DETAIL_SIZE:g}px">{said}</span>'


def _answering(theme: Theme, card: str) -> Note:
    return {
        "showarrow": False,
        "borderpad": 1,
        "captureevents": True,
        "hovertext": card,
        "hoverlabel": {
            "bgcolor": theme.paper,
            "bordercolor": theme.leader,
            "font": {"color": theme.text},
        },
    }
