"""What a form's values mean, without a browser."""

from datetime import date

import pytest

from dashboard.app.curate.form import reading_of
from dashboard.app.curate.people import gathered, named
from dashboard.app.curate.standing import answer, taken
from dashboard.app.curate.suggestions import actors_like
from dashboard.app.curate.typed import FormError, meant, read_when, values_of, year_of
from dashboard.errors import DateError
from dashboard.model import ActorKind
from tests.affair import affair

CALL = next(each for each in affair().events if each.id == "call")


def test_somebody_new_belongs_to_the_state_that_was_chosen() -> None:
    values = values_of(CALL, affair(), "en")
    row = {
        "actor": "new:Ministry of Rivers",
        "name": "Ministry of Rivers",
        "kind": "",
        "role": "host",
        "title": "",
    }
    ids = [{"name": "kind", "at": 2}, {"name": "parent", "at": 2}]
    rows = gathered([*values["people"], row], ids, ["body", "fr"])
    assert named(rows, affair(), "en")[2]["parent_name"] == "France"
    found = meant(values | {"people": rows}, affair(), "en", event=CALL)
    assert [(each.id, each.kind, each.affiliation) for each in found.newcomers] == [
        ("own-ministry-of-rivers", ActorKind.BODY, "fr"),
        ("fr", ActorKind.STATE, None),
    ]
    assert found.fields.participants[-1].role == "host"


def test_a_parent_that_was_taken_out_again_is_none() -> None:
    row = {"actor": "new:X", "name": "X", "kind": "", "role": "host", "title": "", "parent": "fr"}
    assert gathered([row], [{"name": "parent", "at": 0}], [None])[0]["parent"] == ""


def test_nobody_belongs_to_a_person() -> None:
    found = actors_like(affair(), "m", "en", {ActorKind.STATE, ActorKind.ORGANISATION})
    assert found
    assert {each.meant.kind for each in found} <= {ActorKind.STATE, ActorKind.ORGANISATION}


@pytest.mark.parametrize(
    ("language", "warns"), [("en", "day first"), ("fr", "jour d’abord"), ("ar", "اليوم أولًا")]
)
def test_digits_are_read_as_the_page_writes_days_and_said_to_be_ambiguous(language: str, warns: str) -> None:
    said, good = reading_of("03/09/1956", None, language)
    assert good
    assert "1956-09-03" in said
    assert warns in said
    assert warns not in reading_of("25/09/1956", None, language)[0]


def test_a_day_without_a_year_takes_that_of_its_event() -> None:
    published = date(1999, 1, 1)
    assert read_when("3 September", "en", published, 1956).edtf == "1956-09-03"
    assert read_when("3 September 1957", "en", published, 1956).edtf == "1957-09-03"
    assert read_when("yesterday", "en", published, 1956).edtf == "1998-12-31"
    year = year_of(CALL)
    assert year is not None
    found = meant(values_of(CALL, affair(), "en") | {"when": "3 September"}, affair(), "en", event=CALL)
    assert found.fields.when.edtf == f"{year}-09-03"


@pytest.mark.parametrize("typed", ["31 September 1956", "31 September", "31/09/1956"])
def test_a_day_that_no_calendar_has_is_called_so(typed: str) -> None:
    said, good = reading_of(typed, None, "en", 1956)
    assert not good
    assert said == f"There is no such day as “{typed}”."


@pytest.mark.parametrize("words", ["some other day", "the usual time", "when it rained"])
def test_words_that_are_no_date_do_not_become_the_year_of_the_event(words: str) -> None:
    with pytest.raises(DateError, match="not understood"):
        read_when(words, "en", date(2017, 3, 6), 2017)


def _people(standing: dict[str, object]) -> list[str]:
    values = taken(values_of(CALL, affair(), "en"), [standing], affair(), "en")
    return [each["actor"] for each in values["people"][2:]]


def test_a_name_that_stands_typed_is_saved_as_a_known_actor_or_a_new_one() -> None:
    assert _people({"box": "people-add", "text": " Marine  polonaise "}) == ["new:Marine polonaise"]
    assert _people({"box": "people-add", "text": "otan"}) == ["nato"]
    (emmanuel,) = _people({"box": "people-add", "text": "emmanuel macron (france)"})
    assert not emmanuel.startswith("new:")
    assert _people({"box": "people-add", "text": "Emm"}) == ["new:Emm"]  # nobody is guessed from a beginning
    assert _people({"box": "people-add", "key": "nato", "at": 1}) == ["nato"]  # chosen a moment ago
    assert _people({"box": "people-add", "text": " "}) == []


def test_enter_takes_what_the_list_offers_first() -> None:
    (emmanuel,) = _people({"box": "people-add", "text": "Emmanuel Mac", "first": True})
    assert not emmanuel.startswith("new:")
    assert _people({"box": "people-add", "text": "Marine polonaise", "first": True}) == [
        "new:Marine polonaise"
    ]
    place, kind, parent = (
        {"name": "place"}, {"name": "type"}, {"name": "parent", "at": 0},
    )  # fmt: skip

    def first(box: dict[str, object], text: str) -> dict[str, object]:
        return answer({"box": box, "text": text, "first": True}, affair(), "en")

    (baku,) = first(place, "Bako")["data"]
    assert baku["label"] == "Baku (Azerbaijan)"
    (new,) = first(place, "Xyzzy")["data"]
    assert new == {"value": "new:Xyzzy", "label": "New place: Xyzzy"}
    assert first(kind, "prot")["value"] == "PROTEST"
    assert first(parent, "pologn")["value"] == "pl"
    assert first(parent, "Xyzzy") == {
        "error": "“Xyzzy” is not in the list of “Belongs to”: choose from the list."
    }


@pytest.mark.parametrize(
    ("text", "key"),
    [("Bakou", "baku"), ("Baku (Azerbaijan)", "baku"), ("Zzyzx Springs", "new:Zzyzx Springs")],
)
def test_a_place_that_stands_typed_is_saved(text: str, key: str) -> None:
    standing = {"box": {"type": "field", "name": "place"}, "text": text}
    found = taken(values_of(CALL, affair(), "en"), [standing], affair(), "en")
    assert meant(found, affair(), "en", event=CALL).fields.place is not None
    assert found["place"].startswith("new:") == key.startswith("new:")


def test_what_no_list_holds_is_said_rather_than_dropped() -> None:
    values = values_of(CALL, affair(), "en")
    for box, field in (
        ({"type": "field", "name": "type"}, "Type"),
        ({"type": "person-field", "name": "parent", "at": 0}, "Belongs to"),
    ):
        with pytest.raises(FormError, match=f"“Xyzzy” is not in the list of “{field}”"):
            taken(values, [{"box": box, "text": "Xyzzy"}], affair(), "en")
    typed = [{"box": {"type": "field", "name": "type"}, "text": "protest"}]
    assert taken(values, typed, affair(), "en")["type"] == "PROTEST"
