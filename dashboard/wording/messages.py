"""Messages from gettext catalogues (``data/translations/<language>.po``), read once without compiling."""

from functools import cache

from babel.messages.pofile import read_po

from dashboard.resources import data_path

LANGUAGES = ("en", "fr")
"""Interface languages; English is the source language of every message."""


@cache
def _catalogue(language: str) -> dict[str, str | tuple[str, ...]]:
    path = data_path("translations", f"{language}.po")
    if language not in LANGUAGES or not path.is_file():
        return {}
    with path.open("rb") as file:
        entries = read_po(file, locale=language)
    found: dict[str, str | tuple[str, ...]] = {}
    for entry in entries:
        if not entry.id or not entry.string:
            continue
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        found[key] = entry.string if isinstance(entry.string, str) else tuple(entry.string)
    return found


def message(
    text: str, language: str, *, plural: str | None = None, count: int | None = None, **values: object
) -> str:
    """An English message in a language, with ``{name}`` places filled; English where there is no translation.

    With ``plural`` and ``count``, the form for the count is chosen and ``{count}`` is filled.
    """
    if plural is not None and count is not None:
        forms = _catalogue(language).get(text)
        many = count != 1 if language == "en" else count >= 2
        chosen = forms[1 if many else 0] if isinstance(forms, tuple) else (plural if many else text)
        return chosen.format(count=count, **values)
    found = _catalogue(language).get(text, text)
    chosen = found if isinstance(found, str) else found[0]
    return chosen.format(**values) if values else chosen


def reason(text: str, language: str) -> str:
    """A reason in a language: phrases joined by "; ", each a message or "message: value"."""
    said = []
    for phrase in text.split("; "):
        if phrase in _catalogue(language):
            said.append(message(phrase, language))
            continue
        head, colon, value = phrase.partition(": ")
        said.append(
            f"{message(head, language)}{' : ' if language == 'fr' else ': '}{value}" if colon else phrase
        )
    return " ; ".join(said) if language == "fr" else "; ".join(said)
