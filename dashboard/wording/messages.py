"""Messages from gettext catalogues (``data/translations/<language>.po``), read once without compiling."""

import gettext
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard.resources import data_path
from dashboard.wording.numbers import format_number

LANGUAGES = ("en", "fr", "ar")
"""Interface languages; English is the source language of every message."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
"""Languages that are written from right to left."""


_ISOLATE, _END = "\u2068", "\u2069"  # what is between them runs as its own first letter does
_FROM_THE_LEFT = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """A language's translations, and the English messages that it knows."""

    translations: gettext.NullTranslations
    known: frozenset[str]


@cache
def _catalogue(language: str) -> _Catalogue:
    path = data_path("translations", f"{language}.po")
    if language not in LANGUAGES or not path.is_file():
        return _Catalogue(gettext.NullTranslations(), frozenset())
    with path.open("rb") as file:
        entries = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, entries)
    compiled.seek(0)
    known = frozenset(
        entry.id if isinstance(entry.id, str) else entry.id[0]
        for entry in entries
        if entry.id and entry.string
    )
    return _Catalogue(gettext.GNUTranslations(compiled), known)


def message(
    text: str, language: str, *, plural: str | None = None, count: int | None = None, **values: object
) -> str:
    """An English message in a language, with ``{name}`` places filled; English where there is no translation.

    A value in Latin letters is set apart in a language from the right, so that "9 September" stays one.
    With ``plural`` and ``count``, the form for the count is chosen (Arabic has six), ``{count}`` filled.
    """
    translations = _catalogue(language).translations
    if plural is not None and count is not None:
        chosen = translations.ngettext(text, plural, count)
        return chosen.format(count=format_number(count, language), **_apart(values, language))
    chosen = translations.gettext(text)
    return chosen.format(**_apart(values, language)) if values else chosen


def isolated(words: str, language: str) -> str:
    """Words set apart from a line that runs from the right, if they have letters that run from the left."""
    if language not in RIGHT_TO_LEFT or _ISOLATE in words or not _FROM_THE_LEFT.search(words):
        return words
    return f"{_ISOLATE}{words}{_END}"


def listed(parts: Iterable[str], language: str) -> str:
    """Names on one line, with the comma of a language, each set apart: "غزة، \u2068Oran\u2069"."""
    return ("، " if language == "ar" else ", ").join(isolated(part, language) for part in parts)


def _apart(values: Mapping[str, object], language: str) -> Mapping[str, object]:
    if language not in RIGHT_TO_LEFT:
        return values
    return {
        name: isolated(value, language) if isinstance(value, str) else value for name, value in values.items()
    }


def reason(text: str, language: str) -> str:
    """A reason in a language: phrases joined by "; ", each a message or "message: value"."""
    known = _catalogue(language).known
    said = []
    for phrase in text.split("; "):
        head, colon, value = phrase.partition(": ")
        if phrase in known or not colon:
            said.append(message(phrase, language))
        else:
            said.append(labelled(message(head, language), isolated(value, language), language))
    return semicolons(said, language)


def semicolons(parts: Iterable[str], language: str) -> str:
    """Parts that have commas in them, on one line with the semicolons of a language."""
    return _SEMICOLONS.get(language, "; ").join(parts)


def quoted(words: str, language: str) -> str:
    """Words in the quotation marks of a language."""
    return message("“{words}”", language, words=words)


def labelled(name: str, value: str, language: str) -> str:
    """A name and its value on one line, as the language sets a colon: "why: so", "pourquoi : ainsi"."""
    return f"{name}\u00a0: {value}" if language == "fr" else f"{name}: {value}"


_SEMICOLONS = {"fr": "\u00a0; ", "ar": "؛ "}
