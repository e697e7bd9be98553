"""An article cut up for reading: blocks of one kind, in them plain stretches and the marked words.

Pure; ``evidence`` and ``sources`` turn the pieces into page elements. The text is never markup here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.model import Article, Block, BlockKind
from dashboard.store import found_parts as parts
from dashboard.store import found_words as words_of

__all__ = ["Paragraph", "Piece", "Span", "cut", "paragraphs", "parts", "words_of"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``mark`` is the number of the evidence that it belongs to, or None."""

    text: str
    mark: int | None = None
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block with its pieces; joined they are the block's text, unchanged, from offset ``start`` on."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Words to mark: ``mark`` numbers the quote, ``dated`` the words in it that give the date."""

    start: int
    end: int
    mark: int
    dated: bool = False


def paragraphs(article: Article, spans: Sequence[Span]) -> list[Paragraph]:
    """The blocks of an article in order, with the spans marked; text outside every block is left out."""
    blocks = article.blocks or (Block(BlockKind.BODY, 0, len(article.text)),)
    return [
        Paragraph(block.kind, cut(article.text, block.start, block.end, spans), block.start)
        for block in blocks
    ]


def cut(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """``text[start:end]`` in pieces, cut wherever a span begins or ends; the first span wins an overlap."""
    edges = {start, end}
    for span in spans:
        edges.update(edge for edge in (span.start, span.end) if start < edge < end)
    cuts = sorted(edges)
    pieces = []
    for left, right in pairwise(cuts):
        inside = [span for span in spans if span.start <= left and right <= span.end]
        mark = next((span.mark for span in inside), None)
        pieces.append(Piece(text[left:right], mark, any(span.dated for span in inside)))
    return tuple(pieces)
