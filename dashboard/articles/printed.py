"""What a PDF or a DOCX holds, before it becomes an ``Article``. Made by ``pdf`` and ``office``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.articles.blocks import placed
from dashboard.model import Block, BlockKind

WEAK = 0.4
"""How sure a file's own date is: the day on which a file was made is often not that of the article."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a document with its blocks, and what its properties say of it."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    language: str = ""
    made: date | None = None


def printed(
    parts: Sequence[tuple[str, BlockKind | None]],
    *,
    title: str = "",
    author: str = "",
    language: str = "",
    made: date | None = None,
) -> Printed:
    """A document of paragraphs; its title counts where it stands in the text."""
    text, blocks = placed(parts, title=title)
    if not title:
        title = next((text[b.start : b.end] for b in blocks if b.kind is BlockKind.TITLE), "")
    return Printed(text, blocks, " ".join(title.split()), " ".join(author.split()), language, made)
