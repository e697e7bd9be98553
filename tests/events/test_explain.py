"""Every field of an event says the rule and the words behind it, as data and as text."""

import pytest

from dashboard.events import explain, explanation
from dashboard.wording import reason
from tests.events.reading import timeline_of

TEXT = "Sergey Lavrov visited Ankara on May 3, 2021 and met Mevlut Cavusoglu there."


def _fields(text: str, language: str = "en", told: str = "en") -> dict[str, tuple[str, tuple[str, ...]]]:
    timeline = timeline_of(text, language)
    return {
        one.field: (one.value, one.reasons) for one in explanation(timeline.actors, timeline.events[0], told)
    }


def test_each_field_has_its_own_reasons():
    fields = _fields("France and Germany signed a treaty in Paris on May 3, 2021.")
    assert any("signed" in said for said in fields["type"][1])
    assert fields["status"][1]
    assert any("May 3, 2021" in said for said in fields["when"][1])
    assert any("Paris" in said for said in fields["place"][1])
    assert "participant by the words: Germany" in fields["participant"][1]


def test_a_participant_is_explained_by_the_words_that_name_it():
    fields = _fields("Moscou a expulsé le 3 mai 2021 deux diplomates italiens.", "fr")
    assert fields["initiator"] == ("Russia", ("initiator by the words: Moscou",))
    assert fields["target"][1] == ("target by the words: italiens",)


def test_what_makes_an_event_less_sure_is_told_with_its_cost():
    fields = _fields("On May 3, 2021 Bahrain repainted the last of its fishing boats near Qatar.")
    assert "less sure, as no word tells what was done: 0.40" in fields["confidence"][1]
    assert not _fields("France and Germany signed a treaty on May 3, 2021.")["confidence"][1]


@pytest.mark.parametrize(
    "text", [TEXT, "Kosovo may join UNESCO in July 2021.", "Tokyo did not meet Kyiv on May 3, 2021."]
)
def test_every_reason_is_told_in_french(text):
    timeline = timeline_of(text)
    for event in timeline.events:
        for said in event.reasons:
            assert reason(said, "fr") != said


def test_that_nobody_takes_part_is_explained_too():
    fields = _fields("A ceasefire took effect on May 3, 2021 in Aleppo.")
    assert fields["participants"] == ("none named", ("no actor is named",))


def test_the_text_shows_each_field_with_its_reasons_under_it():
    timeline = timeline_of("France and Germany signed a treaty in Paris on May 3, 2021.")
    lines = explain(timeline, "en").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("  Type"))
    assert "signed" in lines[at + 1]
