"""Articles whose publication date is unknown: nothing may claim to rest on it."""

from dashboard.dates import find_expressions
from dashboard.model import Article, Block, BlockKind


def test_without_a_publication_date_no_reason_speaks_of_one():
    text = "Le 3 mai 2012, les ministres ont signé. Lundi, ils se sont revus, puis le 12 juin."
    found = find_expressions(Article("x", text, (Block(BlockKind.BODY, 0, len(text)),), language="fr"))
    said = [each.reason for each in found if each.when is not None]
    assert len(said) >= 2
    assert not any("publication date" in reason for reason in said)


def _read(text: str) -> dict[str, str | None]:
    article = Article("x", text, (Block(BlockKind.BODY, 0, len(text)),), language="en")
    return {one.text: one.when and one.when.edtf for one in find_expressions(article)}


def test_once_a_text_speaks_of_its_own_unknown_day_no_year_is_borrowed_from_its_story():
    read = _read(
        "Bogotá cut its ties in February 2019. An envoy was named last month and came on 29 August; "
        "another had come two days earlier. Trade stopped in March 2020 and is to resume on 4 October."
    )
    assert read["February 2019"] == "2019-02"
    assert read["29 August"] is read["two days earlier"] is read["4 October"] is None


def test_a_story_goes_on_after_somebody_is_quoted_on_a_day_of_their_own():
    read = _read(
        'On 13 August 1961 the border was closed. "Tomorrow we go," he said. It opened on 27 October.'
    )
    assert read["27 October"] == "1961-10-27"
