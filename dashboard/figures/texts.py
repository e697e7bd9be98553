"""Text for Plotly: escaped, wrapped, and the cards that a hover shows. Called by every figure.

Article text is untrusted: Plotly reads a little HTML in its texts, so nothing reaches it unescaped.
"""

import re
import unicodedata
from collections.abc import Iterable

from dashboard.model import Event, Status, Timeline
from dashboard.wording import format_when, listed, message, quoted, status_word

_CARD_LETTERS = 46
_QUOTE_LETTERS = 150
_ISOLATE, _END, _FROM_RIGHT = "\u2068", "\u2069", "\u200f"
_SIGNS = frozenset({_ISOLATE, _END, _FROM_RIGHT})
"""What orders a line of two scripts, and is not seen."""


def escaped(text: str) -> str:
    """A text as Plotly shows it letter by letter: no markup, no control characters."""
    shown = "".join(letter if letter.isprintable() or letter in _SIGNS else " " for letter in text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_MARKUP = re.compile(r"<[^<>]{0,8}>")
_APART = re.compile(f"{_ISOLATE}[^{_ISOLATE}{_END}]*{_END}")


def runs_from_the_right(text: str) -> bool:
    """Whether a text of Plotly's, by its first letter, is written from right to left."""
    ways = (unicodedata.bidirectional(letter) for letter in _APART.sub("", _MARKUP.sub("", text)))
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def lines_of(text: str, letters: int = _CARD_LETTERS) -> list[str]:
    """The text in lines of about so many letters, broken between words; a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        while len(rest) > letters:
            lines += [line, rest[:letters]] if line else [rest[:letters]]
            line, rest = "", rest[letters:]
        if line and len(line) + 1 + len(rest) > letters:
            lines.append(line)
            line = rest
        else:
            line = f"{line} {rest}".strip()
    return [*lines, line] if line else lines


def breaks(lines: Iterable[str]) -> str:
    """Lines, escaped, with Plotly's line breaks between them; each runs as their whole text does."""
    return "<br>".join(escaped(line) for line in directed(list(lines)))


def directed(lines: list[str]) -> list[str]:
    """The lines of a text from the right, each told that it is one, with what is set apart whole on each."""
    text = " ".join(lines)
    if not runs_from_the_right(text) or text.isascii():
        return lines
    told, opened = [], False
    for line in lines:
        begun = f"{_ISOLATE}{line}" if opened else line
        opened = begun.rfind(_ISOLATE) > begun.rfind(_END)
        closed = f"{begun}{_END}" if opened else begun
        told.append(
            closed if runs_from_the_right(closed) and _ISOLATE not in closed else _FROM_RIGHT + closed
        )
    return told


def card(event: Event, timeline: Timeline, language: str, *, brief: bool = False) -> str:
    """What a hover says of an event: title, date, place, status, who took part, and the words it rests on."""
    title = f"<b>{breaks(lines_of(event.title(language)))}</b>"
    parts = [format_when(event.when, language)]
    if event.place:
        parts.append(event.place.name(language))
    if event.status is not Status.HAPPENED:
        parts.append(status_word(event.status.value, language))
    said = [title, breaks(lines_of(" · ".join(parts)))]
    if brief:
        return "<br>".join(said)
    names = dict.fromkeys(
        timeline.actors[each.actor].name(language)
        for each in event.participants
        if each.actor in timeline.actors
    )
    if names:
        said.append(breaks(lines_of(listed(names, language))))
    if not event.evidence:  # made by hand
        return "<br>".join(said)
    quote = event.evidence[0].quote
    if len(quote) > _QUOTE_LETTERS:
        quote = quote[:_QUOTE_LETTERS].rsplit(" ", 1)[0] + " …"
    said.append(f"<i>{breaks(lines_of(quoted(quote, language)))}</i>")
    more = len(event.evidence) - 1
    if more:
        said.append(
            message("and {count} more source", language, plural="and {count} more sources", count=more)
        )
    return "<br>".join(said)
