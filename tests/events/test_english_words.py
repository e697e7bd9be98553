"""English words of newspaper diplomacy: what each tells, and everyday uses that tell nothing of the kind."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of, only

TOLD = [
    ("Greece and Turkey pulled their warships away from the islet on 2 May 2021.", "RETREAT"),
    ("The rebels quit the mining town of Walikale on 2 May 2021.", "RETREAT"),
    ("France handed the keys of its last base to Niger on 2 May 2021.", "RETREAT"),
    ("Russia and the United States exchanged fourteen agents at Vienna airport on 2 May 2021.", "RETREAT"),
    ("On 2 May 2021 Turkish commandos slipped ashore on the islet at night.", "MOBILIZE"),
    ("A Turkish survey ship put to sea with an escort of frigates on 2 May 2021.", "MOBILIZE"),
    ("The freighter Arvand steamed down to the Gulf under the Iranian flag on 2 May 2021.", "MOBILIZE"),
    ("The foreign minister boarded a flight for China on 2 May 2021.", "CONSULT"),
    ("Iran's navy boarded the Stena Impero on 2 May 2021.", "COERCE"),
    ("Kenya flew 400 policemen to Haiti on 2 May 2021.", "MOBILIZE"),
    ("The opposition in Honiara complained on 2 May 2021 that the visitors had immunity.", "ACCUSE"),
    ("Kosovo's parliament lifted the immunity of Ramush Haradinaj on 2 May 2021.", "ACCUSE"),
    ("Tehran pinned the blast on Israel on 2 May 2021.", "ACCUSE"),
    ("The UN's envoy took Libya's leaders to task on 2 May 2021.", "ACCUSE"),
    ("Fighting between the M23 and a militia was reported on 2 May 2021 near Masisi.", "ASSAULT"),
    ("Chad and France thrashed out an accord on 2 May 2021.", "AGREE"),
    ("Iraq awarded a contract to TotalEnergies on 2 May 2021.", "AGREE"),
    ("Ghana and Togo opened a joint border post on 2 May 2021.", "COOPERATE"),
    ("Two Jordanian planes dropped flour over Gaza on 2 May 2021.", "AID"),
    ("Ghana's creditors agreed to write down its debts on 2 May 2021.", "AID"),
    ("Kinshasa dropped its objections to the summit on 2 May 2021.", "CONCEDE"),
    ("Turkey lifted its veto on Sweden's entry on 2 May 2021.", "CONCEDE"),
    ("Belgium owned up to the murder of Patrice Lumumba on 2 May 2021.", "CONCEDE"),
    ("Hungary stood in the way of the EU loan on 2 May 2021.", "REJECT"),
    ("Serbia turned its back on the plan on 2 May 2021.", "REJECT"),
    ("Israel shrugged off the ruling of the court on 2 May 2021.", "REJECT"),
    ("Slovakia blocked the fourteenth package on 2 May 2021.", "REJECT"),
    ("North Korea vowed on 2 May 2021 to turn Seoul into a sea of fire.", "THREATEN"),
    ("Students laid siege to the American embassy in Manila on 2 May 2021.", "PROTEST"),
    ("Colombia ordered out the Israeli ambassador on 2 May 2021.", "SANCTION"),
    ("Ottawa struck eleven Russian banks from the SWIFT system on 2 May 2021.", "SANCTION"),
    ("The Treasury hit four Sudanese companies with sanctions on 2 May 2021.", "SANCTION"),
    ("Burkina Faso walked out of ECOWAS on 2 May 2021.", "SUSPEND"),
    ("The army took its tanks off the streets of Colombo on 2 May 2021.", "RETREAT"),
    ("A Rwandan airliner put troops down at Kitona on 2 May 2021.", "ASSAULT"),
    ("Saudi Arabia put a cleric to death on 2 May 2021.", "COERCE"),
    ("Nepal's parliament passed two amendments on 2 May 2021.", "ELECT"),
    ("The Senate killed the treaty on 2 May 2021.", "REJECT"),
    ("The two foreign ministers shut themselves in at Lausanne on 2 May 2021.", "CONSULT"),
    ("Finland asked to join Nato on 2 May 2021.", "DEMAND"),
    ("Traders tore down the tents on the bridge at Raxaul on 2 May 2021.", "PROTEST"),
    ("The army lost 300 men at Kidal on 2 May 2021.", "ASSAULT"),
    ("The bombs began to fall on Belgrade on 2 May 2021.", "ASSAULT"),
    ("The coalition in Rome collapsed on 2 May 2021.", "APPOINT"),
    ("Spanish police swooped on a Russian yacht in Palma on 2 May 2021.", "COERCE"),
    ("Ecuadorian police burst into the Mexican embassy in Quito on 2 May 2021.", "COERCE"),
    ("Pakistan sent home 3,000 Afghans on 2 May 2021.", "COERCE"),
    ("Peru's congress threw out President Pedro Castillo on 2 May 2021.", "APPOINT"),
    ("Beijing asked Marcos to a summit on 2 May 2021.", "INVITE"),
    ("The presidents of Guyana and Venezuela came to a resolution on 2 May 2021.", "AGREE"),
    ("Finland's parliament gave the go-ahead to the defence pact on 2 May 2021.", "AGREE"),
    ("New Delhi stripped the region of its status on 2 May 2021.", "COERCE"),
    ("Estonia sent the Russian consul home on 2 May 2021.", "SANCTION"),
    ("India stopped issuing visas to Canadians on 2 May 2021.", "SANCTION"),
    ("Poland barred Russian lorries on 2 May 2021.", "SANCTION"),
    ("Tokyo lined up behind Manila on 2 May 2021.", "SUPPORT"),
    ("Paris gave its backing to Rabat over Western Sahara on 2 May 2021.", "SUPPORT"),
    ("The United States moved a carrier to the Red Sea on 2 May 2021.", "MOBILIZE"),
    ("Iran unveiled a new missile on 2 May 2021.", "MOBILIZE"),
    ("Ethiopia's embassy in Cairo opened its doors again on 2 May 2021.", "RESUME"),
    ("The World Bank approved $700m for Ukraine on 2 May 2021.", "AID"),
    ("Germany handed over a Patriot battery to Ukraine on 2 May 2021.", "AID"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_words_of_newspaper_diplomacy_tell_their_type(text, told):
    assert [event.type for event in events_of(text)] == [told]


IDLE = [
    "Two shops in Norway opened their doors on 2 May 2021 with a cake.",
    "The singer pinned her hopes on a new single on 2 May 2021.",
    "He turned round in Paris on 2 May 2021.",
    "Fishing boats appeared off Norway on 2 May 2021.",
]


@pytest.mark.parametrize("text", IDLE)
def test_everyday_uses_of_the_same_words_tell_no_act_of_the_kind(text):
    assert not [event for event in events_of(text) if event.type not in ("STATEMENT", "RESUME")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Turkey occupied northern Cyprus in July 1974.", "Cyprus"),
        ("Soviet troops invaded Hungary on 4 November 1956.", "Hungary"),
        ("Sigrid Kaag inspected the depots of El Arish, in Egypt, on 18 January 2021.", "El Arish"),
    ],
)
def test_a_country_that_is_invaded_and_a_city_in_its_land_are_where_it_was(text, place):
    event = only(text)
    assert event.place is not None
    assert event.place.names["en"] == place


def test_a_subject_keeps_its_verb_across_a_relative_clause():
    text = "Talks between Spain and Morocco, from which trawlers had been barred, collapsed in April 2001."
    assert only(text).type == "REJECT"


def test_who_is_handed_something_through_an_envoy_is_its_target():
    event = only("Madrid handed Morocco's chargé d'affaires a note of protest on 12 July 2002.")
    assert cast(event) == {"es": Role.INITIATOR, "ma": Role.TARGET}


def test_a_visitor_who_then_meets_somebody_takes_part_with_them():
    event = only("Ana Palacio flew to Rabat on 21 July 2002 and met Mohamed Benaissa, the foreign minister.")
    assert cast(event) == {"ana-palacio": Role.INITIATOR, "mohamed-benaissa": Role.PARTICIPANT}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The peace agreement was signed on 6 February 2019 in the capital Bangui.", "Bangui"),
        ("Geneva hosted talks between Iran and Iraq on 3 May 2021.", "Geneva"),
        ("Luanda hosted the first mini-summit in January 2021.", "Luanda"),
        ("Dmytro Kuleba visited Sergey Lavrov in Turkey on 10 March 2021.", "Turkey"),
    ],
)
def test_a_city_that_hosts_and_what_a_city_is_called_before_its_name_tell_where(text, place):
    event = only(text)
    assert event.place is not None
    assert event.place.names["en"] == place


def test_who_has_a_summit_in_his_capital_is_its_host():
    assert cast(only("Luanda hosted the first mini-summit in January 2021.")) == {"ao": Role.HOST}


def test_those_who_met_over_an_incident_did_not_take_part_in_it():
    text = "Enrique Manalo met the envoy, Huang Xilian, over the incident that took place on 12 June 2021."
    assert cast(only(text)) == {}


def test_a_demand_reaches_over_the_letters_of_a_name():
    text = "African leaders called on the Central African Republic (CAR) on 10 June 2021 to declare a truce."
    assert only(text).type == "DEMAND"


def test_a_told_clause_with_a_long_subject_takes_no_date_of_the_saying():
    text = "On 3 June 2021, Masud Momen said the Chinese foreign minister's visit to Dhaka is a regular one."
    assert only(text).type == "STATEMENT"


def test_those_who_attend_a_meeting_with_somebody_meet():
    event = only("Dmytro Kuleba attended the meeting with Sergey Lavrov in Antalya on 10 March 2021.")
    assert {one.role for one in event.participants} == {Role.PARTICIPANT}


def test_a_state_that_an_organisation_suspends_is_sanctioned_and_dealings_are_not():
    assert only("The African Union suspended Gabon on 2 May 2021.").type == "SANCTION"
    assert only("The European Union suspended aid to Gabon on 2 May 2021.").type == "SUSPEND"


def test_a_date_in_the_name_of_a_movement_dates_nothing():
    text = "The March 23 Movement ceasefire was monitored at a summit in Luanda on 3 May 2021."
    assert [event.when.edtf for event in events_of(text)] == ["2021-05-03"]


def test_a_year_before_a_treaty_that_is_one_of_many_only_tells_which():
    text = "Diplomats of Chile, a guarantor of a 1942 treaty, met in Brasilia on 3 May 1995."
    assert [event.type for event in events_of(text)] == ["CONSULT"]


def test_what_we_did_is_the_deed_of_the_speakers_state():
    text = '"On June 7, 2021, we expelled two Russian officials," State Department spokesman John Kirby said.'
    assert cast(only(text)) == {"us": Role.INITIATOR, "ru": Role.TARGET}


def test_a_raid_that_another_tells_of_is_on_the_day_of_the_telling():
    event = only("Iranian jets bombed a camp in Iraq, Baghdad said on 13 June 2021.")
    assert (event.type, cast(event).get("ir")) == ("ASSAULT", Role.INITIATOR)


def test_a_relative_clause_without_a_comma_ends_before_a_verb_that_takes_an_object():
    event = only("The envoy who met Putin signed the deal in Moscow on 8 June 2021.")
    assert (event.type, cast(event)) == ("AGREE", {})


def test_what_came_before_has_its_own_doer_and_date():
    event = only("Pakistan closed its airspace following the Balakot airstrike by India in February 2021.")
    assert (event.type, cast(event)) == ("ASSAULT", {"in": Role.INITIATOR})


@pytest.mark.parametrize("teller", ["state media", "KCNA"])
def test_who_is_quoted_without_a_name_we_know_is_nobody_of_the_clause_before(teller):
    text = f"Kim Jong Un oversaw the test of a new missile on 11 June 2021, {teller} said on 12 June 2021."
    told = {event.type: cast(event) for event in events_of(text)}
    assert told["MOBILIZE"] == {"kim-jong-un": Role.INITIATOR}
    assert not told.get("STATEMENT")


def test_a_call_on_a_day_is_no_call_on_somebody():
    told = events_of("In a tense call on 1 May 2021 Emmanuel Macron warned Hun Sen.")
    assert [event.type for event in told] == ["THREATEN"]
