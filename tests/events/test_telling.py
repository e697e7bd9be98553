"""Deeds that a saying tells take the saying's day: dashboard/events/telling.py."""

import pytest

from dashboard.model import Event
from tests.events.reading import events_of, only


def _cast(event: Event) -> dict[str, str]:
    return {one.actor: one.role.value for one in event.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Chad said on Sunday it had severed ties with Sudan.",
        "Chad announced on Sunday that it had severed ties with Sudan.",
        "Chad has severed ties with Sudan, the Chadian foreign ministry said on Sunday.",
    ],
)
def test_what_somebody_says_to_have_done_is_the_deed_and_no_statement(text: str) -> None:
    event = only(text)
    assert (event.type, event.when.edtf) == ("SANCTION", "2021-06-13")
    assert _cast(event) == {"td": "initiator", "sd": "target"}


def test_a_measure_is_done_by_saying_that_it_will_be() -> None:
    assert only("Chad said on Sunday it would expel four Sudanese diplomats.").type == "SANCTION"


def test_the_deeds_of_another_stay_what_was_said() -> None:
    assert only("Norway said on Monday that Poland had expelled its envoys.").type == "STATEMENT"


def test_what_may_or_will_be_stays_what_was_said() -> None:
    for text in (
        "Norway said on Monday it would recognise Kosovo.",
        "Norway's minister Espen Barth Eide said on Monday he would meet his Polish counterpart.",
    ):
        assert only(text).type == "STATEMENT"


def test_who_reads_out_a_meeting_takes_no_part_in_it() -> None:
    event = only(
        "The talks between Norway and Chad have ended without progress, Ghana's ministry said on Tuesday."
    )
    assert (event.type, set(_cast(event))) == ("REJECT", {"no", "td"})


def test_a_deed_with_a_day_of_its_own_keeps_it() -> None:
    told = events_of("Norway and Chad signed a deal on 3 May 2021, the two said on Tuesday.", "en")
    assert [event.when.edtf for event in told if event.type == "AGREE"] == ["2021-05-03"]


def test_what_others_bring_about_names_nobody_by_its_object() -> None:
    told = events_of("No further contact has been made by the Chadian envoys as of Monday.", "en")
    assert not [event for event in told if event.type == "APPOINT"]


def test_a_title_in_apposition_is_no_object_of_the_verb_behind_it() -> None:
    told = events_of("Adel Haddad, the Qatari foreign minister, made the announcement on Sunday.", "en")
    assert [event.type for event in told] == ["STATEMENT"]
