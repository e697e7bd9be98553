"""The "Key: value" lines at the head of a file, read as metadata.

Called by ``reading``. Two known keys are needed at the start, so that a first sentence with a colon
is never taken for a header.
"""

from dataclasses import dataclass

from dashboard.articles.cues import cues, normal


@dataclass(frozen=True, slots=True)
class Headers:
    """The header values by ``cues.HEADER_KEYS``, and where the text after them begins."""

    values: dict[str, str]
    body_start: int


def read_headers(text: str) -> Headers:
    """The headers of a text; none, and 0, where it has none."""
    names = cues().headers
    values: dict[str, str] = {}
    position = len(text) - len(text.lstrip("\n"))
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if not line.strip():
            break
        name, colon, value = line.partition(":")
        key = names.get(normal(name)) if colon and len(name) <= 40 else None
        if key is None or not value.strip():
            return Headers({}, 0)  # a paragraph, not headers
        values.setdefault(key, value.strip())
        position = end + 1
    if len(values) < 2 or not text[position:].strip():
        return Headers({}, 0)
    return Headers(values, position + len(text[position:]) - len(text[position:].lstrip("\n")))
