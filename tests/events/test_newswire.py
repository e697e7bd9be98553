"""Plain English sentences of news agencies whose words could tell something else than they do."""

import pytest

from tests.events.reading import events_of, only


def told(text):
    """The type of the only event of a sentence, who does it and who is on the other side."""
    event = only(text)
    acting = {one.actor for one in event.participants if one.role.value in ("initiator", "speaker")}
    return event.type, acting, {one.actor for one in event.participants} - acting


ACTS = [
    ("Danish F-16s intercepted a Russian bomber on 3 May 2021.", "MOBILIZE", "dk", "ru"),
    ("Washington removed Turkey from the F-35 programme on 17 July 2019.", "SANCTION", "us", "tr"),
    ("Kabul fell to the Taliban on 15 August 2020.", "ASSAULT", "taliban", "af"),
    ("Minsk handed a note of protest to the Latvian envoy on 3 May 2021.", "ACCUSE", "by", "lv"),
    ("Joe Biden called Vladimir Putin a killer on 3 May 2021.", "ACCUSE", "biden", "putin"),
    ("London dispatched two patrol boats to Jersey on 3 May 2021.", "MOBILIZE", "gb", ""),
    ("China cast its vetoes on 3 May 2021.", "REJECT", "cn", ""),
    ("Chinese coastguard ships sailed into Japanese waters on 3 May 2021.", "MOBILIZE", "cn", "jp"),
    (
        "Emmanuel Macron told a rally in Lyon on 3 May 2021 that he would win.",
        "STATEMENT",
        "macron",
        "",
    ),
]


@pytest.mark.parametrize(("text", "kind", "acting", "others"), ACTS)
def test_what_is_done_and_by_whom(text, kind, acting, others):
    assert told(text) == (kind, set(acting.split()), set(others.split()))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Britain promised 87 million pounds to Yemen on 3 May 2021.", "AID"),
        ("London imposed sanctions on a bank with 400 million pounds on 3 May 2021.", "SANCTION"),
        ("NATO wargames kicked off in Estonia on 3 May 2021.", "EXERCISE"),
        ("Fourteen states criticised a WHO report on the virus on 3 May 2021.", "ACCUSE"),
        ("The target of Western sanctions, Ramzan Kadyrov, met Putin on 3 May 2021.", "CONSULT"),
        ("The treaty, signed in Oslo, was rejected by Denmark on 3 May 2021.", "REJECT"),
    ],
)
def test_a_measure_a_name_or_a_noun_before_the_verb_tells_no_act(text, kind):
    assert only(text).type == kind


BACKGROUND = [
    ("Despite the war in Yemen, Oman joined the pact on 3 May 2021.", "om"),
    ("In spite of warnings from Washington, Turkey left the pact on 3 May 2021.", "tr"),
    ("Under pressure from the United Nations, Sudan freed two pilots on 3 May 2021.", "sd"),
    ("Weeks after the invasion of Kuwait, Norway recalled its soldiers on 3 May 2021.", "no"),
    ("Following criticism from Iran, Denmark lifted the ban on 3 May 2021.", "dk"),
]


@pytest.mark.parametrize(("text", "acting"), BACKGROUND)
def test_whom_a_phrase_of_background_names_does_not_take_part(text, acting):
    assert {one.actor for one in only(text).participants} == {acting}


GIVEN = [
    ("Germany sent oxygen plants to India on 3 May 2021.", "de", "in"),
    ("Germany apologised to Namibia for old crimes on 3 May 2021.", "de", "na"),
    ("The Houthis rejected the Saudi truce offer on 3 May 2021.", "houthis", "sa"),
    ("An American drone strike killed Qassem Soleimani on 3 May 2021.", "us", "soleimani"),
    ("Judges at the International Criminal Court convicted Bosco Ntaganda on 3 May 2021.", "icc", None),
]


@pytest.mark.parametrize(("text", "acting", "meant"), GIVEN)
def test_for_whom_or_by_whose_means_something_is_done(text, acting, meant):
    _, does, suffers = told(text)
    assert does == {acting}
    assert meant is None or suffers == {meant}


FORUMS = [
    "Ukraine lodged a complaint against Russia with the International Court of Justice on 3 May 2021.",
    "Ukraine took Russia to the International Court of Justice on 3 May 2021.",
    "Ukraine filed a case at the International Court of Justice against Russia on 3 May 2021.",
    "Ukraine brought a complaint against Russia before the ICJ on 3 May 2021.",
    "Ukraine complained to the World Trade Organization about Russian tariffs on 3 May 2021.",
]


@pytest.mark.parametrize("text", FORUMS)
def test_the_court_before_which_a_case_is_brought_is_no_party_to_it(text):
    assert told(text) == ("ACCUSE", {"ua"}, {"ru"})


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A US-China summit was held in Anchorage on 3 May 2021.", "us cn"),
        ("An EU-Ukraine summit was held in Kyiv on 3 May 2021.", "eu ua"),
        ("The China-US trade deal was signed on 3 May 2021.", "cn us"),
    ],
)
def test_both_names_of_a_pair_take_part(text, who):
    assert {one.actor for one in only(text).participants} == set(who.split())


def test_who_is_told_by_an_apposition_behind_a_quotation_speaks():
    event = only('"We will not yield," Sergei Lavrov, the Russian foreign minister, said on 3 May 2021.')
    assert [(one.actor, one.role.value) for one in event.participants] == [("lavrov", "speaker")]


def test_who_is_summoned_over_the_words_of_another_is_not_summoned_by_him():
    _, acting, _ = told("On 3 May 2021, the Italian ambassador was summoned over remarks by Mario Draghi.")
    assert acting == set()


def test_a_participle_between_commas_does_not_tell_of_whom_its_noun_meets():
    for text in (
        "The engineer, arrested in Nice, met Joe Biden on 3 May 2021.",
        "The envoy, accused of spying, met Joe Biden on 3 May 2021.",
    ):
        assert told(text) == ("CONSULT", set(), {"biden"})


TOWNS = [
    ("Joe Biden met Antony Blinken in Paris, Texas, on 3 May 2021.", "US"),
    ("Justin Trudeau met Boris Johnson in London, Ontario, on 3 May 2021.", "CA"),
    ("Justin Trudeau met Antony Blinken in Victoria, British Columbia, on 3 May 2021.", "CA"),
    ("Antony Blinken met Sergei Lavrov in Marseille, Provence, on 3 May 2021.", "FR"),
    ("Antony Blinken met Salome Zourabichvili in Tbilisi, Georgia, on 3 May 2021.", "GE"),
]


@pytest.mark.parametrize(("text", "country"), TOWNS)
def test_a_town_is_in_the_province_that_follows_it(text, country):
    place = only(text).place
    assert place is not None
    assert place.country == country
    assert (place.lat is None) is (country in ("US", "CA"))


@pytest.mark.parametrize(
    "text",
    [
        "The state of Victoria scrapped its deal with China on 3 May 2021.",
        "Washington state's governor met Xi Jinping of China on 3 May 2021.",
        "The carrier HMS Queen Elizabeth left for China on 3 May 2021.",
        "South American ministers met envoys of China on 3 May 2021.",
    ],
)
def test_what_is_named_after_others_brings_them_in_nowhere(text):
    named = {one.actor for event in events_of(text) for one in event.participants}
    assert named
    assert named <= {"cn", "xi-jinping"}


@pytest.mark.parametrize(
    ("text", "acting", "others"),
    [
        (
            "Norway, a member of NATO but not of the EU, expelled two Russian envoys on 3 May 2021.",
            "no",
            "ru",
        ),
        ("Kosovo won recognition from Bahrain on 3 May 2021.", "bh", "xk"),
        ("A letter from Kim Jong-un reached Donald Trump on 3 May 2021.", "kim-jong-un", "trump"),
        ("The G7 pressed China to free the two men on 3 May 2021.", "g7", "cn"),
        ("Angela Merkel called off a visit to Israel on 3 May 2021.", "merkel", "il"),
        ("Spain handed the former spy chief over to Japan on 3 May 2021.", "es", "jp"),
        ("Turkey flew a field hospital to Somalia on 3 May 2021.", "tr", "so"),
        ("A Russian veto sank the resolution on 3 May 2021.", "ru", ""),
        ("Iran and Iraq both rejected the plan on 3 May 2021.", "ir iq", ""),
    ],
)
def test_who_gives_sends_or_refuses_stands_where_its_construction_puts_it(text, acting, others):
    _, does, suffers = told(text)
    assert (does, suffers) == (set(acting.split()), set(others.split()))


def test_the_year_of_a_noun_leaves_the_day_to_its_verb():
    text = "Joe Biden condemned the killing of Armenians in 1915 as genocide on 24 April 2021."
    found = {event.when.edtf: event for event in events_of(text)}
    assert {when: event.type for when, event in found.items()} == {"1915": "ASSAULT", "2021-04-24": "ACCUSE"}
    assert {one.actor for one in found["1915"].participants} == {"am"}


def test_whom_a_massacre_struck_did_not_do_it():
    [event] = [one for one in events_of("The massacre of Armenians of May 1915 was denied.") if one.when]
    assert [(one.actor, one.role.value) for one in event.participants] == [("am", "target")]


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        ("The G7 summit at Camp David was called off on 3 May 2021.", "g7", "Camp David"),
        ("Kabul fell to the Taliban on 15 August 2020.", "taliban af", "Kabul"),
        ("Belarus forced an Irish jet to land in Minsk on 3 May 2021.", "by", "Minsk"),
        ("After the quake in Aleppo, Turkey sent rescuers on 3 May 2021.", "tr", None),
        ("Antony Blinken met Lavrov in Geneva, Switzerland, on 3 May 2021.", "blinken lavrov", "Geneva"),
    ],
)
def test_who_and_where_are_told_apart(text, who, place):
    event = only(text)
    assert {one.actor for one in event.participants} - {"ie"} == set(who.split())
    assert (event.place.name("en") if event.place else None) == place


def test_what_a_signed_order_does_is_the_act():
    assert told("Donald Trump signed an executive order imposing sanctions on Cuba on 3 May 2020.") == (
        "SANCTION",
        {"trump"},
        {"cu"},
    )
    assert (
        told("Joe Biden signed a memorandum on 3 May 2021 withdrawing from the Lima accord.")[0] == "SUSPEND"
    )


def test_at_names_whom_words_are_meant_for_where_the_verb_asks_for_it():
    assert told("Erdogan lashed out at the West on 3 May 2020.") == ("ACCUSE", {"erdogan"}, {"west"})
    assert told("Erdogan criticised the deal at NATO on 3 May 2020.") == ("ACCUSE", {"erdogan"}, set())


def test_what_stays_as_it_was_did_not_happen_that_day():
    assert events_of("The pact between Peru and Chile remained elusive in May 2020.") == ()


def test_a_years_entry_gives_way_to_the_month_that_its_clause_tells():
    event = only("The links\n\nHow it went.\n\n1980: Peru and Chile severed diplomatic relations in April.\n")
    assert (event.when.edtf, event.type) == ("1980-04", "SANCTION")


def test_a_gerund_closes_the_clause_that_it_opens():
    text = "On 3 May 2020, a day after renewing the pact, Peru imposed sanctions on Chile."
    assert told(text) == ("SANCTION", {"pe"}, {"cl"})


def test_an_insertion_between_dashes_does_not_hide_who_acts():
    event = only(
        "Peru, Chile and Bolivia — after ten days of talks in Lima — agreed to a plan on 3 May 2020."
    )
    assert {one.actor for one in event.participants} == {"pe", "cl", "bo"}


def test_own_uranium_is_no_good_that_another_is_denied():
    assert told("Iran suspended uranium enrichment in October 2003.") == ("SUSPEND", {"ir"}, set())
    assert told("Iran resumed uranium enrichment in October 2003.") == ("MOBILIZE", {"ir"}, set())


def test_under_a_president_it_is_the_state_that_acts():
    event = only(
        "In July 2008, under President George W. Bush, the United States joined the talks with Iran."
    )
    assert {one.actor for one in event.participants} == {"us", "ir"}


def test_a_verb_left_out_before_a_second_date_is_the_first_ones():
    quit_, left = events_of("Peru quit the treaty in November 2019, and Chile a year later.")
    assert [(one.type, one.when.edtf) for one in (quit_, left)] == [
        ("SUSPEND", "2019-11"),
        ("SUSPEND", "2020"),
    ]
    assert {one.actor for one in left.participants} == {"cl"}


def test_one_body_that_agrees_to_do_something_decides_it():
    assert told("The European Union agreed on 3 May 2021 to impose sanctions on Belarus.") == (
        "SANCTION",
        {"eu"},
        {"by"},
    )
    assert told("Peru and Chile agreed on 3 May 2021 to suspend tariffs.")[0] == "AGREE"


def test_whom_somebody_is_does_not_take_the_date_of_what_is_done_to_him():
    event = only("Belgium freed Assadollah Assadi, a diplomat convicted of a bomb plot, in May 2021.")
    assert event.type == "RETREAT"


def test_what_is_talked_over_behind_closed_doors_is_neither_closed_nor_an_attack():
    event = only("The Security Council is due to discuss the attacks behind closed doors on Thursday.")
    assert event.type == "CONSULT"


def test_a_verb_left_out_after_a_date_in_front_keeps_its_two_parties_apart():
    first, second = events_of("On 3 May 2020 Peru recalled its envoy, and Chile two days later.")
    assert ({one.actor for one in first.participants}, first.when.edtf) == ({"pe"}, "2020-05-03")
    assert ({one.actor for one in second.participants}, second.when.edtf) == ({"cl"}, "2020-05-05")


def test_a_day_behind_a_relative_clause_is_that_of_the_main_verb():
    told_of = events_of("Iran elects a parliament, which was dissolved in May 2021 by its chief, on 28 June.")
    assert [(one.type, one.when.edtf) for one in told_of] == [("COERCE", "2021-05"), ("ELECT", "2021-06-28")]


def test_a_complaint_that_is_submitted_is_no_concession_and_cut_ties_are_told_by_a_noun():
    assert told("Qatar submitted a complaint against Bahrain on 30 October 2017.")[0] == "ACCUSE"
    assert told("Bahrain announced the cutting of ties with Qatar on 5 June 2017.") == (
        "SANCTION",
        {"bh"},
        {"qa"},
    )


def test_what_somebody_would_do_only_if_is_no_deed_of_that_day():
    assert (
        told("Donald Trump said on 3 October 2016 he would withdraw the US from the deal if elected.")[0]
        == "STATEMENT"
    )
    assert told("Norway said on Monday it would expel ten Russian diplomats.") == (
        "SANCTION",
        {"no"},
        {"ru"},
    )


def test_the_two_countries_of_two_leaders_just_named_are_theirs():
    text = """Israel warned Iran on 3 September 2013. Israel threatened Iran again on 5 September 2013.

On 27 September 2013 Hassan Rouhani and Barack Obama spoke by phone, a first between the two countries."""
    call = events_of(text)[-1]
    assert {one.actor for one in call.participants} == {"rouhani", "obama"}


def test_a_region_that_a_relative_clause_tells_of_acts_like_a_state():
    past, now = events_of(
        "Somaliland, which declared independence in 1991, signed a pact with Ethiopia on 3 May 2021."
    )
    assert {one.actor for one in past.participants} == {"somaliland"}
    assert {one.actor for one in now.participants} == {"somaliland", "et"}


def test_who_is_blamed_for_an_attack_is_not_its_target_and_costs_confidence():
    blamed = only("A chemical attack blamed on Syria killed 80 people on 4 April 2017.")
    plain = only("Syria attacked Turkey on 4 April 2017.")
    assert [(one.actor, one.role.value) for one in blamed.participants] == [("sy", "initiator")]
    assert blamed.confidence < plain.confidence - 0.2
    assert told("The attack was blamed on Iran on 4 April 2017.") == ("ACCUSE", set(), {"ir"})
