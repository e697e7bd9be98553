"""Who wrote an article, by its byline: a name that is surely one, or nothing."""

import pytest

from dashboard.articles import byline_author
from dashboard.model import Article, Block, BlockKind


def article(line: str, kind: BlockKind = BlockKind.BYLINE) -> Article:
    return Article("a", line, (Block(kind, 0, len(line)),))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Helen Marsh", "Helen Marsh"),
        ("By Helen Marsh, Brussels", "Helen Marsh"),
        ("Par Claire Dumas (Georgetown, envoyée spéciale)", "Claire Dumas"),
        ("By Helen Marsh | 3 March 2017", "Helen Marsh"),
        ("Par Jean-Luc Élie Moreau", "Jean-Luc Élie Moreau"),
        ("By our diplomatic staff", ""),
        ("Published on 3 March 2017", ""),
        ("By Reuters", ""),
    ],
)
def test_a_byline_gives_a_name_or_nothing(line: str, name: str) -> None:
    assert byline_author(article(line)) == name


def test_only_a_byline_names_the_author() -> None:
    assert byline_author(article("By Helen Marsh", BlockKind.BODY)) == ""
