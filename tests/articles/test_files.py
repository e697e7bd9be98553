"""Files: encodings are never mangled, and what is no article is refused in one sentence."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import encoding, files, read_article
from dashboard.errors import ArticleError

TEXT = (
    "L'été à Genève\n\nLe général a été reçu à Moscou : « déjà vu », où ça ? Le ministère paiera 3 euros.\n"
)


@pytest.mark.parametrize(
    "codec",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "latin-1",
        "iso8859-15",
        "mac-roman",
        "cp850",
    ],
)
def test_every_usual_encoding_gives_the_same_text(tmp_path: Path, codec):
    (tmp_path / "a.txt").write_bytes(TEXT.encode(codec))
    assert read_article(tmp_path / "a.txt").text == TEXT


@given(st.text())
def test_utf8_comes_back_whole(text):
    assert encoding.decode(text.encode("utf-8")) == (text.removeprefix("\ufeff"), None)


WORDS = [
    "le",
    "général",
    "été",
    "reçu",
    "à",
    "où",
    "déjà",
    "forêt",
    "sœur",
    "«",
    "cœur",
    "»",
    "l’île",
    "naïf",
    "—",
    "aiguë",
    "paiera",
    "3",
    "€",
    "§",
    "maître",
    "dû",
    "août",
    "Noël",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1), st.sampled_from(["cp1252", "mac-roman"]))
def test_french_words_in_any_order_come_back_whole(words, codec):
    text = "Le général a été reçu à Genève. " + " ".join(words)
    assert encoding.decode(text.encode(codec)) == (text, None)


def test_oe_and_euro_survive_windows_and_latin9():
    text = "Le chœur a coûté 3 €, d’après l’œuvre."
    assert encoding.decode(text.encode("cp1252"))[0] == text
    latin9 = text.replace("’", "'")
    assert "coûté" in encoding.decode(latin9.encode("iso8859-15"))[0]


def test_utf8_cut_in_a_letter_is_still_utf8():
    text, warning = encoding.decode("Le général a été reçu à".encode()[:-1])
    assert text.startswith("Le général a été reçu")
    assert warning


def test_cyrillic_is_not_read_as_western():
    russian = "Министр иностранных дел провел переговоры с генеральным секретарем в Брюсселе."
    assert encoding.decode(russian.encode("cp1251"))[0] == russian


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"text\x00text", "binary"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content, said):
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(ArticleError, match=said):
        read_article(tmp_path / "a.txt")


def test_missing_files_and_folders_are_refused(tmp_path: Path):
    with pytest.raises(ArticleError, match="does not exist"):
        read_article(tmp_path / "no.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(tmp_path)
    with pytest.raises(ArticleError, match="web address"):
        read_article(Path("https://example.org/a"))
    with pytest.raises(ArticleError):
        read_article(Path("a\x00b"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path):
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ArticleError, match="permissions"):
        read_article(tmp_path / "a.txt")


def test_the_limits_are_said(tmp_path: Path, monkeypatch):
    (tmp_path / "a.txt").write_text("They met. " * 110_000, encoding="utf-8")
    with pytest.raises(ArticleError, match="1 million characters"):
        read_article(tmp_path / "a.txt")
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    with pytest.raises(ArticleError, match="1 million bytes"):
        read_article(tmp_path / "a.txt")


def test_standard_input_is_read(monkeypatch):
    class Input:
        buffer = io.BytesIO(TEXT.encode("cp1252"))

    monkeypatch.setattr(sys, "stdin", Input())
    article = read_article("-")
    assert (article.text, article.source) == (TEXT, "standard input")
