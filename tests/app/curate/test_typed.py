"""What a form's values mean, without a browser."""

from dashboard.app.curate.people import gathered, named
from dashboard.app.curate.suggestions import actors_like
from dashboard.app.curate.typed import meant, values_of
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
