"""Times that hours part from what is told before, acts that hours part, and who did what another did."""

from datetime import date

import pytest

from tests.events.reading import events_of, only


def _told(text):
    return {(event.when.edtf, event.type) for event in events_of(text)}


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Hours later Turkey recalled its ambassador.", "SANCTION"),
        ("Within hours Turkey had recalled its ambassador.", "SANCTION"),
        ("Turkey recalled its ambassador within the hour.", "SANCTION"),
        ("At once Turkey recalled its ambassador.", "SANCTION"),
        ("Minutes later the president announced a truce on television.", "RETREAT"),
        ("By nightfall Canada had condemned the attack.", "ACCUSE"),
    ],
)
def test_hours_do_not_part_an_act_from_the_day_told_before(second, told):
    assert ("2016-06-03", told) in _told(f"Israel bombed the port of Tyre on 3 June 2016. {second}")


@pytest.mark.parametrize(
    "second",
    [
        "The sea was calm. Hours later Turkey recalled its ambassador.",  # another sentence between
        "He demanded that Turkey recall its ambassador at once.",
        "Within hours of the ceremony Turkey recalled its ambassador.",
    ],
)
def test_hours_count_from_nothing_that_is_not_told_right_before(second):
    assert ("2016-06-03", "SANCTION") not in _told(f"Israel bombed the port of Tyre on 3 June 2016. {second}")


def test_a_phrase_that_opens_a_clause_takes_the_day_before_it_and_another_does_not():
    text = "Iraq invaded Kuwait on 2 August 1990; within hours the Security Council had condemned the attack."
    assert _told(text) == {("1990-08-02", "ASSAULT"), ("1990-08-02", "ACCUSE")}
    text = "David Cameron said on 3 June 2016 that troops would be deployed within hours."
    assert [event.type for event in events_of(text)] == ["STATEMENT"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ottawa recalled its ambassador on 9 August 2018, hours after Riyadh threatened sanctions.",
            {("2018-08-09", "SANCTION"), ("2018-08-09", "THREATEN")},
        ),
        (
            "The Council imposed an embargo on 3 June 1999, minutes before Serbia announced a truce.",
            {("1999-06-03", "SANCTION"), ("1999-06-03", "RETREAT")},
        ),
        (
            "Hours after rebels stormed the airport on 9 May 2008, Chad broke off relations with Sudan.",
            {("2008-05-09", "ASSAULT"), ("2008-05-09", "SANCTION")},
        ),
    ],
)
def test_acts_that_hours_part_are_of_one_day(text, told):
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway closed its embassy in March 2014. Denmark followed in April.", ("2014-04", "SUSPEND")),
        ("France expelled four envoys on 3 May 2018; Italy followed on 5 May.", ("2018-05-05", "SANCTION")),
        ("Egypt cut ties with Qatar on 5 June 2017. Chad did so two days later.", ("2017-06-07", "SANCTION")),
        (
            "Saudi Arabia withdrew its envoy on 29 October 2021; Bahrain followed the same day.",
            ("2021-10-29", "SANCTION"),
        ),
    ],
)
def test_who_followed_did_what_the_one_before_did(text, told):
    assert told in _told(text)
    assert len(events_of(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Denmark followed the coup in Mali in April 2014.",
        "The talks were followed in April 2014 by a dinner.",
    ],
)
def test_to_follow_something_is_no_act(text):
    assert not any(event.titles["en"].endswith("move") for event in events_of(text))


def test_a_noun_tells_what_followed():
    assert [event.type for event in events_of("A formal vote followed on 3 May 2016.")] == ["ELECT"]


def test_a_clause_that_looks_back_shares_no_date():
    text = "On 3 May 2016 Turkey arrested the mayor, and Germany had condemned the law."
    assert _told(text) == {("2016-05-03", "COERCE")}


def test_what_follows_and_is_not_what_somebody_recalled():
    text = "On 3 May 2016 Jordan recalled its ambassador from Tehran, and Iran expelled two Jordanians."
    titles = {event.titles["en"] for event in events_of(text)}
    assert len(titles) == 2


def test_a_junta_falls():
    assert _told("The junta in Athens fell on 23 July 1974.") == {("1974-07-23", "APPOINT")}


@pytest.mark.parametrize(
    "text",
    [
        "Dmitry Medvedev signed the plan on 12 August 2008, and Mikheil Saakashvili signed it hours later.",
        "The talks were broken off on 12 August 2008, and within hours Turkish tanks rolled into Famagusta.",
    ],
)
def test_a_clause_with_a_subject_of_its_own_is_hours_after_the_one_before(text):
    assert [event.when.edtf for event in events_of(text)] == ["2008-08-12", "2008-08-12"]


def test_no_day_is_counted_from_midnight():
    text = (
        "They signed on 27 January 1973. The truce began at midnight, and Saigon was bombed within minutes."
    )
    assert ("1973-01-27", "ASSAULT") not in _told(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "Six days earlier, shortly before midnight on 10 May 2021, two bombs struck the port of Beirut.",
            "en",
        ),
        ("Deux bombes ont frappé le port de Beyrouth le 10 mai 2021, peu avant minuit.", "fr"),
        ("After talks in Beirut on 10 May 2021 rebels declared shortly before midnight a truce.", "en"),
        ("At 1:45 p.m. on 10 May 2021, before dawn in Tokyo, rebels attacked the port of Beirut.", "en"),
    ],
)
def test_a_day_and_an_hour_of_it_date_one_act(text: str, lang: str) -> None:
    assert only(text, lang).when.earliest == date(2021, 5, 10)


@pytest.mark.parametrize(
    "also",
    ["It also recalled its ambassador to Chad.", "In response, Chad recalled its ambassador to Kenya."],
)
def test_what_was_also_done_or_done_in_response_is_of_the_day_told(also: str) -> None:
    assert _told(f"Kenya shut its consulate in Abéché on 3 May 2021. {also}") == {
        ("2021-05-03", "SUSPEND"), ("2021-05-03", "SANCTION"),
    }  # fmt: skip


def test_also_before_no_verb_tells_no_day() -> None:
    text = (
        "Kenya shut its consulate in Abéché on 3 May 2021. The envoy was recalled on 5 May, also from Lomé."
    )
    assert ("2021-05-05", "SANCTION") in _told(text)
