"""The table of hard cases: every form of date that news uses, and what only looks like one."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from dashboard.dates import find_expressions
from tests.dates.articles import article_of

_CASES = [
    case
    for path in sorted(Path(__file__).parent.glob("hard_cases*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", _CASES, ids=[f"{c['language']}: {c['text'][:50]}" for c in _CASES])
def test_a_hard_case_is_read_as_the_table_says(case):
    published = date.fromisoformat(case.get("published", "2017-03-03"))
    found = find_expressions(article_of(case["text"], case["language"], published))
    assert [[one.text, one.when.edtf if one.when else one.timex_value] for one in found] == case["found"]
    if "reason" in case:
        assert case["reason"] in found[0].reason
    if "role" in case:
        assert found[0].role.value == case["role"]
