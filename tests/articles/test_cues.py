"""The cue files: valid as shipped, and a fault names its file and line."""

from pathlib import Path

import pytest

from dashboard.articles.cues import cues, load
from dashboard.errors import DataFileError


def test_the_bundled_cues_are_valid():
    assert {"title", "titre"} <= cues().headers.keys()
    assert {notice.label for notice in cues().notices} >= {"consent", "links", "follow", "share"}


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("[byline]\nstarts = [", 2, "Invalid value"),
        ("[nonsense]\n", 1, "unknown table"),
        ('[byline]\n\nstarts = "par"', 3, "list of words"),
        ('[[notice]]\nlabel = "x"\nstart = ["a"]', 3, "unknown key"),
        ('[[notice]]\nexact = ["a"]', 1, "label"),
        ('[[notice]]\nlabel = "x"\nexact = ["L’été"]', 3, "must be written"),
        ('[[notice]]\nlabel = "x"\nmax_words = 0', 3, "above 0"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, content, line, said):
    (tmp_path / "articles.toml").write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=said) as caught:
        load((tmp_path / "articles.toml",))
    assert caught.value.line == line
    assert "articles.toml" in str(caught.value)
