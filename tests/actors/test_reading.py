"""What every reading keeps, whatever the text: exact offsets, known ids, no slow text; own rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.actors import find_actors, load_extra
from dashboard.errors import DataFileError
from dashboard.gazetteer import fold
from dashboard.model import Article, Block, BlockKind
from tests.actors.scoring import article_of
from tests.properties import examples

PIECES = [
    "le président",
    "russe",
    "Sergueï",
    "Lavrov",
    ",",
    ".",
    "l'",
    "OTAN",
    "de",
    "la",
    "Défense",
    "M.",
    "MM.",
    "et",
    "ce dernier",
    "Les deux hommes",
    "a-t-il",
    "Moscou",
    "à",
    "U.S.",
    "Kim",
    "Jong-un",
    "«",
    "»",
    "\n",
    "ministre",
    "Petr",
    "Pavel",
    "the",
    "Russian",
    "Foreign",
    "Minister",
    "'s",
    "al-Assad",
    "von",
    "d'",
    "Герасимов",
    "🙂",
    "ﬁ",
    "İstanbul",
    "(",
    ")",
    "homologue",
    "américain",
    "Alliance",
    "alias",
    "of",
    "Georgia",
    "§",
    "­",
    "e\u0301",
]


@examples(150)
@given(
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from(["fr", "en", "de"]),
    st.sampled_from([" ", ""]),
)
def test_offsets_are_exact_and_targets_known(pieces, language, glue):
    text = glue.join(pieces)
    reading = find_actors(article_of(text, language))
    starts = [one.start for one in reading.mentions]
    assert starts == sorted(starts)
    for one in reading.mentions:
        assert one.text == text[one.start : one.end] != ""
        assert one.target is None or one.target in reading.actors
    for actor in reading.actors.values():
        assert actor.affiliation is None or actor.affiliation in reading.actors


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 50_000,
        "A. " * 20_000,
        "de " * 20_000,
        "Jean-" * 10_000,
        "le président " * 5_000,
        "« " * 20_000,
        "Kim " * 15_000,
        "Paris, " * 8_000,
        "Russia and " * 6_000,
        "l'" * 20_000,
        "les deux hommes " * 4_000,
        "'s " * 20_000,
    ],
)
@pytest.mark.timeout(300)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(hostile):
    # Anything quadratic takes minutes on these; the limit on the test is the guard.
    for language in ("fr", "en"):
        found = find_actors(article_of(hostile, language))
        assert all(hostile[one.start : one.end] == one.text for one in found.mentions)


def test_boilerplate_is_not_read():
    text = "NATO met.\nRussia Today uses cookies of Germany."
    blocks = (Block(BlockKind.BODY, 0, 9), Block(BlockKind.BOILERPLATE, 10, len(text)))
    assert set(find_actors(Article("a", text, blocks)).actors) == {"nato"}


def test_own_rows_win_and_are_found_by_alias(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "name,kind,aliases,affiliation\nRiver Commission,organisation,the Commission|RC,eu\n",
        encoding="utf-8",
    )
    reading = find_actors(article_of("The Commission met. So did the RC.", "en"), extra=load_extra(path))
    assert {one.target for one in reading.mentions} == {"river-commission"}
    assert reading.actors["river-commission"].affiliation == "eu"
    assert "eu" in reading.actors


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("nom\nX\n", 1),
        ("name,colour\nX,red\n", 1),
        ("name,kind\nX,planet\n", 2),
        ("name,wikidata\nX,7184\n", 2),
        ("name\nX\nX\n", 3),
        ("name,kind\nX\n", 2),
        ("name,kind\n,state\n", 2),
        ('name\n"X\n', 2),
    ],
)
def test_a_fault_in_own_rows_names_its_line(tmp_path, content, line):
    path = tmp_path / "mine.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_extra(path)
    assert caught.value.line == line
    assert "mine.csv" in str(caught.value)


def test_missing_and_undecodable_own_rows_are_one_sentence(tmp_path):
    with pytest.raises(DataFileError):
        load_extra(tmp_path / "absent.csv")
    (tmp_path / "latin.csv").write_bytes("name\nÉlysée\n".encode("latin-1"))
    with pytest.raises(DataFileError, match="UTF-8"):
        load_extra(tmp_path / "latin.csv")
