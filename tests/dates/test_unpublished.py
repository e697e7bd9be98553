"""Articles whose publication date is unknown: nothing may claim to rest on it."""

from dashboard.dates import find_expressions
from dashboard.model import Article, Block, BlockKind


def test_without_a_publication_date_no_reason_speaks_of_one():
    text = "Le 3 mai 2012, les ministres ont signé. Lundi, ils se sont revus, puis le 12 juin."
    found = find_expressions(Article("x", text, (Block(BlockKind.BODY, 0, len(text)),), language="fr"))
    said = [each.reason for each in found if each.when is not None]
    assert len(said) >= 2
    assert not any("publication date" in reason for reason in said)
