"""The gazetteer's own tables: they load, agree with one another, and a fault in one is named."""

import pytest

from dashboard.actors.lexicon import lexicon
from dashboard.errors import DataFileError
from dashboard.gazetteer import knowledge, read_table, scan
from dashboard.gazetteer.translations import TRANSLATED, translations
from dashboard.resources import data_path


def test_every_reference_of_a_table_is_known():
    known = knowledge()
    owners = set(known.states) | set(known.organisations)
    codes = {kind.code for kind in lexicon("fr").bodies}
    for organisation in known.organisations.values():
        assert organisation.parent is None or organisation.parent in known.organisations
        assert organisation.id not in known.states
    for target, _names in known.seats:
        owner, _, code = target.partition(":")
        assert owner in owners
        assert not code or code in codes
    for spot in known.spots.values():
        assert spot.lat is None or -90 <= spot.lat <= 90
        assert spot.lon is None or -180 <= spot.lon <= 180


def test_every_state_has_names_in_both_languages_and_a_code():
    known = knowledge()
    now = [state for state in known.states.values() if state.ended is None]
    assert len(now) >= 197
    assert all(state.names["en"] and state.names["fr"] and state.country for state in now)


def test_both_languages_know_the_same_bodies():
    assert {kind.code for kind in lexicon("fr").bodies} == {kind.code for kind in lexicon("en").bodies}


def test_a_broken_table_names_file_and_line(tmp_path):
    path = tmp_path / "states.csv"
    path.write_text("id,name\nfr,France\nde\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"states\.csv, line 3"):
        list(read_table(path, ("id", "name")))


def test_names_in_other_languages_are_of_somebody_known():
    known = knowledge()
    ids = {*known.states, *known.organisations, *known.people, *known.spots}
    for language in TRANSLATED:
        table = read_table(data_path("gazetteer", f"names_{language}.csv"), ("id", "name"))
        rows = [row.get("id") for row in table]
        assert set(rows) <= ids
        assert len(rows) == len(set(rows))


def test_states_are_named_by_cldr_others_by_the_table_and_the_rest_not_at_all():
    assert translations("ru") == {"ar": "روسيا"}
    assert translations("nato") == {"ar": "الناتو"}
    assert translations("nobody") == {}


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("îles Salomon", "sb"), ("îles Marshall", "mh"), ("îles Fidji", "fj"), ("îles Cook", "ck"),
        ("république tchèque", "cz"), ("république dominicaine", "do"), ("empire ottoman", "ottoman-empire"),
    ],
)  # fmt: skip
def test_a_state_is_known_in_small_letters_where_french_writes_it_so(name, state):
    assert [entry.target for hit in scan(f"la visite aux {name}", "fr") for entry in hit.entries][:1] == [
        state
    ]
