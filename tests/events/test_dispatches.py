"""What stands around the telling in agency dispatches: datelines, brackets, scenery, what is to come."""

import pytest

from tests.events.reading import events_of, only


@pytest.mark.parametrize(
    "text",
    [
        "Lomé/Accra: Egypt rejected the proposal on Monday.",
        "Accra: Egypt rejected the proposal on Monday.",
        "Accra (GNA) – Egypt rejected the proposal on Monday.",
        "Accra, Ghana – Egypt rejected the proposal on Monday.",
    ],
)
def test_a_city_that_heads_a_dispatch_takes_no_part(text: str) -> None:
    event = only(text)
    assert [one.actor for one in event.participants] == ["eg"]
    assert event.place is None


def test_a_city_with_its_verb_is_a_government_still() -> None:
    assert [one.actor for one in only("Cairo rejected the proposal on Monday.").participants] == ["eg"]


def test_a_weekday_with_its_day_in_brackets_is_one_date() -> None:
    text = "Jens Stoltenberg met Mike Pompeo and James Mattis on Thursday (10 June 2021) to discuss spending."
    event = only(text)
    assert event.when.edtf == "2021-06-10"
    assert {one.actor for one in event.participants} == {"stoltenberg", "pompeo", "mattis"}


def test_where_a_crisis_is_is_not_where_it_is_discussed() -> None:
    assert only("Putin and Erdogan discussed the situation in Idlib on Monday.").place is None
    place = only("Putin and Erdogan met in Sochi on Monday over the crisis in Libya.").place
    assert place is not None
    assert place.names["en"] == "Sochi"


def test_a_fight_is_where_it_is_told_to_be() -> None:
    place = only("Rebels killed ten soldiers in fighting in Idlib on Monday.").place
    assert place is not None
    assert place.names["en"] == "Idlib"


def test_a_bracketed_short_name_does_not_part_a_subject_from_its_verb() -> None:
    text = "Units left the town, and the Kurdistan Democratic Party (KDP) accused Iraq of treason on Monday."
    accused = next(event for event in events_of(text) if event.type == "ACCUSE")
    assert {one.actor: one.role.value for one in accused.participants} == {"kdp": "initiator", "iq": "target"}


def test_a_summit_to_be_held_this_month_is_planned() -> None:
    text = "Chadian envoys held talks in Libya on Wednesday on a third summit to be held this month."
    statuses = {event.when.edtf: event.status.value for event in events_of(text)}
    assert statuses["2021-06"] == "planned"


def test_who_backs_others_does_nothing_himself() -> None:
    event = only("Iran-backed Houthi rebels attacked a ship on Monday.")
    assert [one.actor for one in event.participants] == ["houthis"]


def test_a_call_is_nowhere() -> None:
    event = only("Hanoi (VNA) – Chad's minister and his Polish counterpart had phone talks on 31 May 2021.")
    assert (event.mode, event.place) == ("phone", None)


def test_whom_words_are_told_is_no_subject_of_what_is_told() -> None:
    event = only("Russia told Oslo on Monday it would throw out a number of Norwegian diplomats.")
    cast = {one.actor: one.role.value for one in event.participants}
    assert (event.type, cast) == ("SANCTION", {"ru": "initiator", "no": "target"})


def test_a_day_before_its_verb_is_not_of_what_is_said_in_passing() -> None:
    event = only("India on Monday called off its talks with Pakistan, sending out a clear message.")
    assert event.type == "SUSPEND"


def test_two_states_of_one_name_both_take_part() -> None:
    event = only("Delegates of North and South Korea met on Thursday in Panmunjom.")
    assert {one.actor for one in event.participants} == {"kp", "kr"}


def test_how_long_a_page_takes_to_read_is_no_act() -> None:
    text = (
        "Chad expels envoys\n\nJun 15, 2021 • 17 minutes ago • < 1 minute read • Join the conversation\n\n"
        "Chad expelled two Sudanese diplomats on Monday."
    )
    assert [event.type for event in events_of(text)] == ["SANCTION"]


def test_talks_that_a_long_clause_tells_of_are_not_on_the_day_of_the_saying() -> None:
    text = (
        "Javad Zarif told a channel on Friday that the talks between Tehran and the group with which it "
        "has been haggling for two years over every line of the text will continue through the weekend."
    )
    assert [event.type for event in events_of(text) if event.when.edtf == "2021-06-11"] == ["STATEMENT"]


def test_who_has_a_long_office_is_one_of_those_listed() -> None:
    event = only(
        "Foreign minister Javad Zarif and US Under Secretary for Political Affairs Wendy Sherman "
        "were present at the meeting on Saturday."
    )
    assert {one.actor for one in event.participants} == {"zarif", "wendy-sherman"}


def test_a_pact_that_was_only_hoped_for_is_no_fact() -> None:
    event = only("Iran and Chad had hoped to come up with a comprehensive deal by June 10.")
    assert event.status.value == "hypothetical"


def test_the_failure_to_adopt_a_text_is_no_resolution() -> None:
    event = only("The Security Council announced on 14 April 2021 its failure to adopt a draft resolution.")
    assert event.type == "REJECT"


def test_a_news_agency_that_reports_is_no_event() -> None:
    text = "The two met as talks entered their last day in Vienna on Saturday, reports Press TV."
    assert only(text).type == "CONSULT"


def test_an_envoy_by_his_french_title_is_his_state() -> None:
    event = only("Armenia's Charge d'Affaires was summoned to the Russian Foreign Ministry on 3 May 2021.")
    cast = {one.actor: one.role.value for one in event.participants}
    assert cast == {"am": "target", "ru-foreign-ministry": "initiator"}


def test_who_joins_as_well_as_others_takes_part_where_they_meet() -> None:
    event = only(
        "On 4 May talks between Ararat Mirzoyan and Igor Popov as well as Jacques Faure took place in Kyiv."
    )
    assert {one.actor for one in event.participants} >= {"ararat-mirzoyan", "igor-popov", "jacques-faure"}
    assert event.place is not None


def test_a_state_in_brackets_only_tells_whose_somebody_is() -> None:
    event = only("The envoys Igor Popov (Russia) and Andrew Schofer (the US) met in Paris on 4 May 2021.")
    assert {one.actor for one in event.participants} == {"igor-popov", "andrew-schofer"}


def test_on_the_margins_of_whose_session_people_meet_takes_no_part() -> None:
    event = only("Ararat Mirzoyan met Igor Popov on Friday on the sidelines of the 76th session of UNESCO.")
    assert {one.actor for one in event.participants} == {"ararat-mirzoyan", "igor-popov"}


def test_an_official_without_a_name_is_nobody_else() -> None:
    text = (
        "The Hamas delegation is being headed by its deputy chief, a senior official told Reuters on Sunday."
    )
    assert not events_of(text)


def test_a_state_in_a_list_is_no_adjective() -> None:
    event = only("Delegations from Hamas, the U.S. and Qatar arrived in Cairo on Sunday.")
    assert {one.actor for one in event.participants} == {"hamas", "us", "qa"}


def test_both_sides_of_restored_ties_take_part() -> None:
    event = only("Somalia said on Thursday it is restoring ties with Kenya after months of frosty relations.")
    assert {one.actor for one in event.participants} == {"so", "ke"}


def test_those_of_a_conflict_do_not_meet_over_it() -> None:
    event = only(
        "Cairo, Jun 11 (EFE).- Tamim bin Hamad Al Thani landed Friday in Cairo to discuss the conflict "
        "between Israel and Hamas with Egyptian President Abdelfatah al-Sisi."
    )
    assert {one.actor for one in event.participants} == {"tamim-bin-hamad-al-thani", "sisi"}


def test_whose_visit_is_told_makes_it_and_not_who_speaks_of_it() -> None:
    text = (
        "Xi Jinping met Rex Tillerson on Saturday, discussing Donald Trump's visit to China later this year."
    )
    visit = next(event for event in events_of(text) if event.when.edtf == "2021")
    assert {one.actor: one.role.value for one in visit.participants} == {"trump": "initiator", "cn": "host"}
    assert visit.status.value == "planned"


def test_a_land_right_before_a_visit_is_its_host() -> None:
    event = only("Donald Trump's China visit in May 2021 was a success.")
    assert {one.actor: one.role.value for one in event.participants} == {"trump": "initiator", "cn": "host"}


def test_whose_onslaught_it_was_is_told_by_its_owner() -> None:
    event = only(
        "Egypt and Qatar reacted to the war, triggered by Hamas's June 7 onslaught in southern Israel."
    )
    assert "hamas" in {one.actor for one in event.participants}
    assert {"eg", "qa"}.isdisjoint(one.actor for one in event.participants)


def test_who_have_done_something_together_do_it_by_what_one_says() -> None:
    event = only(
        "Donald Trump said on Wednesday he and Jean-Claude Juncker have agreed to new talks on trade."
    )
    assert event.type == "AGREE"
    assert {one.actor for one in event.participants} == {"trump", "juncker"}


def test_a_summit_is_not_where_the_meeting_before_it_is() -> None:
    event = only("The meeting in Cairo comes ahead of Saturday's summit in Riyadh.")
    assert event.place is not None
    assert event.place.names["en"] == "Riyadh"


def test_a_meeting_that_is_concluded_is_no_pact() -> None:
    assert only("Jens Stoltenberg concluded a meeting of NATO ministers on Friday.").type == "CONSULT"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We made a deal on Monday,” Jean-Claude Juncker said.", {"juncker"}),
        ('"I met Mr Putin on Monday," Emmanuel Macron said.', {"macron", "putin"}),
    ],
)
def test_who_says_we_has_done_it(text: str, who: set[str]) -> None:
    assert {one.actor for one in only(text).participants} == who


def test_a_truce_that_is_only_hoped_for_is_no_event() -> None:
    assert not events_of("Hopes of a truce grew last week.")


def test_a_pact_that_was_not_honoured_was_made() -> None:
    event = only("The May 2020 agreement between Chad and Sudan has not been honoured by the main actors.")
    assert (event.type, event.status.value) == ("AGREE", "happened")


def test_what_waits_until_a_visit_leaves_the_visit_planned() -> None:
    told = events_of("The flag will not fly at the mission until John Kerry visits in August.")
    assert [event.status.value for event in told] == ["planned"]


def test_since_when_people_have_not_met_they_met_last() -> None:
    told = events_of(
        "Kiir and Machar have not met since July 2020, when fighting signalled the collapse of a deal."
    )
    assert [(event.when.edtf, event.status.value) for event in told] == [("2020-07", "happened")]


def test_a_bomb_without_a_sender_is_not_of_those_told_before() -> None:
    told = events_of(
        "Talks between India and Pakistan were suspended after a terrorist attack killed 170 people in 2008."
    )
    assert all(
        "in" not in {one.actor for one in event.participants} for event in told if event.type == "ASSAULT"
    )


def test_two_who_speak_are_not_where_their_dispatch_is_from() -> None:
    event = only(
        "New Delhi (NVI): Subrahmanyam Jaishankar spoke to his Chinese counterpart Wang Yi on Monday."
    )
    assert event.place is None


def test_what_a_paragraph_is_about_does_nothing_in_it() -> None:
    event = only("On Libya, the Egyptian minister rejected the plan on Monday.")
    assert [one.actor for one in event.participants] == ["eg"]


def test_what_is_answered_is_not_done_by_who_answers() -> None:
    told = events_of(
        "The UK on Wednesday revoked the accreditation of a Russian envoy in response to the expulsion of "
        "British embassy staff in Moscow on June 4."
    )
    expelled = next(event for event in told if event.when.edtf == "2021-06-04")
    assert {one.actor: one.role.value for one in expelled.participants}["gb"] == "target"


def test_a_speech_that_leaves_something_out_was_held() -> None:
    event = only("In his Independence Day speech on Friday, Narendra Modi did not mention Pakistan.")
    assert (event.type, event.status.value) == ("STATEMENT", "happened")
