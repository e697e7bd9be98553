"""Language files are checked when they are read: a fault names the file and the line."""

import pytest

from dashboard.dates.grammar import KINDS
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.numbers import read_roman
from dashboard.dates.reader import timex3_view
from dashboard.dates.resolve import READERS
from dashboard.errors import DataFileError

_GOOD = """
[words.MONTH]
mars = 3

[[rule]]
name = "month"
kind = "date"
match = "MONTH"
"""


def _file(tmp_path, text):
    path = tmp_path / "dates.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_small_language_file_is_read(tmp_path):
    assert [rule.name for rule in Lexicon(_file(tmp_path, _GOOD)).rules] == ["month"]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ('[[rule]]\nname = "month"\nkind = "date"\nmatch = "MONTH"\n', 6),
        ('[[rule]]\nname = "x"\nkind = "date"\nmatch = "MONHT"\n', 10),
        ('[[rule]]\nname = "x"\nkind = "date"\nmatch = "MONTH ("\n', 10),
        ('[[rule]]\nname = "x"\nkind = "date"\nmatch = "@NONE"\n', 10),
        ('[[rule]]\nname = "x"\nmatch = "MONTH"\n', 10),
        ("[nonsense]\na = 1\n", 9),
        ('[numbers]\nun = "one"\n', 10),
        ('[[rule]]\nname = "x"\nkind = "dote"\nmatch = "MONTH"\n', 10),
    ],
)  # fmt: skip
def test_a_fault_names_the_file_and_the_line(tmp_path, fault, line):
    path = _file(tmp_path, _GOOD + fault)
    with pytest.raises(DataFileError) as caught:
        Lexicon(path)
    assert str(path) in str(caught.value)
    assert caught.value.line == line


def test_every_kind_that_a_file_may_name_has_a_reader():
    assert set(READERS) | {"none"} == KINDS


def test_bad_toml_is_a_data_file_error(tmp_path):
    with pytest.raises(DataFileError):
        Lexicon(_file(tmp_path, "[words\n"))


@pytest.mark.parametrize("language", ["fr", "en", "de", "es"])
def test_every_language_that_ships_can_be_read(language):
    assert timex3_view("2017", language, None)


@pytest.mark.parametrize(("word", "value"), [("xix", 19), ("v", 5), ("xxi", 21), ("mix", None), ("", None)])
def test_roman_numerals(word, value):
    assert read_roman(word) == value
