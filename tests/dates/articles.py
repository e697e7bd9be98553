"""Articles of one block of body text, for the tests of this room."""

from datetime import date

from dashboard.model import Article, Block, BlockKind, PublishedFrom


def article_of(text: str, language: str, published: date | None) -> Article:
    """An article whose whole text is body; its date given, or unknown."""
    source = PublishedFrom.GIVEN if published else PublishedFrom.UNKNOWN
    block = Block(BlockKind.BODY, 0, len(text))
    return Article("a", text, (block,), language=language, published=published, published_from=source)
