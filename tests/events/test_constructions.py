"""Plain sentences of news agencies in which the act, its date and its parties stand apart."""

import pytest

from tests.events.reading import events_of, only


def told(text, language="en"):
    event = only(text, language)
    return event.type, {one.actor: one.role.value for one in event.participants}


PAPERS = [
    ("In a statement issued on 3 May 2021, Iran condemned the arrest of the envoy.", "ACCUSE", "ir"),
    ("In a speech delivered on 3 May 2021, Joe Biden accused Moscow of spying.", "ACCUSE", "biden ru"),
    ("In a decree signed on 3 May 2021, Vladimir Putin banned goods from Norway.", "SANCTION", "putin no"),
    ("At a press conference on 3 May 2021, Joe Biden announced sanctions on Iran.", "SANCTION", "biden ir"),
    ("In an interview published on 3 May 2021, Joe Biden said that he slept well.", "STATEMENT", "biden"),
    ("Dans un communiqué publié le 3 mai 2021, l'Iran a condamné l'arrestation.", "ACCUSE", "ir"),
    ("Dans une lettre à Moscou envoyée le 3 mai 2021, Joe Biden a réclamé la paix.", "DEMAND", "biden ru"),
    (
        "Par un décret signé le 3 mai 2021, Poutine interdit les importations de Norvège.",
        "SANCTION",
        "putin no",
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), PAPERS)
def test_the_act_that_a_paper_or_a_speech_carries_takes_its_date(text, kind, who):
    found, parties = told(text, "fr" if text.startswith(("Dans", "Par")) else "en")
    assert found == kind
    assert set(parties) == set(who.split())


def test_a_capital_behind_the_verb_of_a_person_is_its_object_and_no_apposition():
    _, parties = told("On 3 May 2021, Joe Biden accused Moscow of spying.")
    assert parties == {"biden": "initiator", "ru": "target"}


def test_who_declares_something_before_a_vote_does_not_take_part_in_it():
    text = "On the eve of the Italian elections in April 1948, Washington declared that Trieste was Italian."
    found, parties = told(text)
    assert (found, parties) == ("ELECT", {"it": "concerned"})


def test_a_date_of_publication_within_a_sentence_dates_what_is_told_there():
    events = events_of("Israel rejected the report published on 3 May 2021. Iran protested on 4 May 2021.")
    assert {event.when.edtf for event in events} == {"2021-05-03", "2021-05-04"}


def test_whom_a_traveller_meets_does_not_travel_in_the_title():
    event = only("On 30 October 2020, U Thant flew to Havana, where he met Fidel Castro.")
    assert event.title("en") == "Thant visit to Havana"


def test_a_french_title_tells_who_seized_and_not_who_was():
    event = only("Le 3 mai 2021, la Pologne a saisi un cargo à Gdansk.", "fr")
    assert event.title("fr").startswith("Saisie par la Pologne")


def test_a_bare_surname_is_the_one_who_was_named_before_it():
    text = "John F. Kennedy saw the pictures. On 22 October 1962 Kennedy blockaded Cuba. Robert Kennedy wept."
    event = only(text, published="1962-11-01")
    assert {one.actor for one in event.participants} == {"kennedy", "cu"}


def test_a_plural_pronoun_may_mean_one_state_with_a_plural_name():
    text = (
        "Les États-Unis ont levé la quarantaine. Le 3 avril 2021, ils ont retiré leurs missiles de Turquie."
    )
    [event] = [one for one in events_of(text, "fr") if one.when.edtf == "2021-04-03"]
    assert "us" in {one.actor for one in event.participants}


def test_a_verb_behind_a_clause_of_time_has_the_subject_of_its_sentence():
    text = "Moscow left after Joe Biden called Putin a killer, and closed a consulate in May 2021."
    closed = [one for one in events_of(text) if one.when.edtf == "2021-05"]
    assert closed
    assert all("biden" not in {part.actor for part in one.participants} for one in closed)


def test_what_talks_led_to_takes_their_last_day():
    found, _ = told("The talks ended on 3 May 2021, when Iran and Japan signed the agreement in Vienna.")
    assert found == "AGREE"


def test_who_takes_a_state_out_of_a_treaty_is_not_against_it():
    _, parties = told("Le 8 mai 2021, Donald Trump a annoncé le retrait des États-Unis de l'accord.", "fr")
    assert "target" not in parties.values()


ROLES = [
    ("Les troupes russes sont entrées en Géorgie le 8 août 2020.", "ru ge"),
    ("L'Ukraine a obtenu le 3 mai 2021 un prêt de l'Union européenne.", "eu ua"),
    ("La Russie a été exclue du Conseil de l'Europe le 16 mars 2021.", "council-of-europe ru"),
    ("Israel came under attack from Iran on 13 April 2021.", "ir il"),
    ("Ukraine secured a loan from the European Union on 3 May 2021.", "eu ua"),
    ("Russia was expelled from the Council of Europe on 16 March 2021.", "council-of-europe ru"),
]


@pytest.mark.parametrize(("text", "who"), ROLES)
def test_who_does_it_and_to_whom_is_told_by_the_construction(text, who):
    _, parties = told(text, "fr" if text.startswith(("Les", "L'", "La ")) else "en")
    does, suffers = who.split()
    assert parties[does] == "initiator"
    assert parties[suffers] == "target"


def test_who_is_told_by_a_participle_in_front_does_not_do_the_rest():
    text = "Accusé d'espionnage par Pékin, Michael Kovrig a été arrêté le 10 décembre 2020."
    _, parties = told(text, "fr")
    assert parties["michael-kovrig"] == "target"


def test_a_second_subject_behind_and_does_the_second_act_only():
    text = "Les talibans sont entrés dans Kaboul le 15 août 2020 et le président Ashraf Ghani s'est enfui."
    _, parties = told(text, "fr")
    assert parties == {"taliban": "initiator"}


def test_whose_allies_two_states_are_does_not_act_with_them():
    _, parties = told("Japan and Iran, both allies of Russia, extended their pact on 3 May 2021.")
    assert set(parties) == {"jp", "ir"}


def test_both_sides_of_what_is_broken_between_them_take_part():
    text = "Depuis le 1er avril 2014, toute coopération pratique entre l'OTAN et la Russie est suspendue."
    event = only(text, "fr")
    assert (event.type, event.status.value) == ("SUSPEND", "ongoing")
    assert {one.role.value for one in event.participants} == {"participant"}


SAID = [
    ("La Russie quittera le traité, a annoncé le 14 mai 2021 Vladimir Poutine.", "putin"),
    ("La Russie quittera le traité, a annoncé Vladimir Poutine le 14 mai 2021.", "putin"),
    ("Russia will leave the treaty, said Vladimir Putin on 14 May 2021.", "putin"),
    ("Le président russe, Vladimir Poutine, a annoncé le 14 mai 2021 la fin du dialogue.", "putin"),
]


@pytest.mark.parametrize(("text", "who"), SAID)
def test_who_stands_behind_a_verb_of_saying_speaks(text, who):
    kind, parties = told(text, "en" if text.startswith("Russia") else "fr")
    assert kind == "STATEMENT"
    assert [one for one, role in parties.items() if role == "speaker"] == [who]


def test_a_participle_between_commas_tells_of_the_noun_before_it_and_of_nobody_else():
    text = "Emmanuel Macron s'est entretenu avec la veuve de l'ingénieur, tué à Nice le 4 février 2019."
    assert told(text, "fr") == ("ASSAULT", {})


def test_what_another_says_meanwhile_is_no_target_of_a_warning():
    text = (
        "Iran warned on 1 May 2021 that it would block the corridor, while Turkey said on 3 May 2021 that "
        "it would not."
    )
    warning = next(event for event in events_of(text) if event.type == "THREATEN")
    assert [one.actor for one in warning.participants] == ["ir"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The UN mission left Mali on 31 December 2020 at the request of Bamako.", "en"),
        ("La mission des Nations unies a quitté le pays le 31 décembre 2020 à la demande du Mali.", "fr"),
    ],
)
def test_who_asks_a_force_to_leave_does_not_leave(text, language):
    event = only(text, language)
    assert event.type == "RETREAT"
    assert {one.actor: one.role.value for one in event.participants} == {"un": "initiator", "ml": "concerned"}


def test_a_relative_clause_with_a_verb_in_no_table_ends_at_its_comma():
    _, parties = told("Al Gore, whose company employed Laura Ling, had asked for talks in July 2020.")
    assert parties == {"al-gore": "initiator"}


HELD_APART = [
    # (text, type, parties): what a word means by what stands beside it
    ("On 3 May 2021 Rwanda stopped lorries at Gatuna.", "COERCE", {"rw": "initiator"}),
    ("Joe Biden stopped at Gatuna on 3 May 2021.", "CONSULT", {"biden": "initiator"}),
    ("Sergei Lavrov dismissed the charges in a note of 3 May 2021.", "REJECT", {"lavrov": "initiator"}),
    ("Vladimir Putin dismissed Sergei Shoigu on 3 May 2021.", "APPOINT", {}),
    ("On 3 May 2021 Iran gave notice that its envoy was ill.", "STATEMENT", {"ir": "speaker"}),
    ("On 3 May 2021 Iran gave notice of withdrawal from the treaty.", "SUSPEND", {"ir": "initiator"}),
    (
        "Joe Biden went further at a retreat in Dover on 3 May 2021, when he accused Moscow of spying.",
        "ACCUSE",
        {"biden": "initiator", "ru": "target"},
    ),
    ("British soldiers got to Pristina on 3 May 2021.", "MOBILIZE", {"gb": "initiator"}),
]


@pytest.mark.parametrize(("text", "kind", "who"), HELD_APART)
def test_a_word_of_many_senses_is_read_by_what_stands_beside_it(text, kind, who):
    found, parties = told(text)
    assert found == kind
    assert parties.items() >= who.items()


def test_what_another_one_is_doing_is_disclosed_and_not_done():
    assert told("Washington disclosed on 3 May 2021 that Iran was massing tanks along the border.") == (
        "STATEMENT",
        {"us": "speaker", "ir": "concerned"},
    )
    kind, parties = told("Iran announced on 3 May 2021 that it was expelling ten diplomats.")
    assert (kind, parties) == ("SANCTION", {"ir": "initiator"})


def test_an_adjective_of_the_object_makes_no_act_doubtful():
    plain = only("EU ambassadors discuss possible measures on Wednesday.")
    unsure = only("EU ambassadors may discuss measures on Wednesday.")
    assert (plain.status.value, unsure.status.value) == ("planned", "hypothetical")


def test_who_wishes_an_act_does_not_say_where_it_is():
    event = only("The UN Security Council met on 3 May 2021 at Algeria's request.")
    assert event.place is None
    event = only("The Swedish police, at Jakarta's request, arrested two men in Stockholm on 3 May 2021.")
    assert event.place
    assert event.place.name("en") == "Stockholm"


def test_whose_parliament_acts_does_not_say_where_but_where_it_meets_does():
    event = only("Indonesia's parliament, where many grumble, debated the accord on 3 May 2021.")
    assert event.place is None
    event = only("Joe Biden met Vladimir Putin at the Kremlin's guest palace on 3 May 2021.")
    assert event.place
    assert event.place.name("en") == "Moscow"


def test_an_act_goes_on_at_another_place_on_another_day():
    events = events_of("A commission set up under it sat in Kigali on 16 April and in Kampala on 13 May.")
    assert [(e.type, e.when.edtf, e.place and e.place.name("en")) for e in events] == [
        ("CONSULT", "2021-04-16", "Kigali"),
        ("CONSULT", "2021-05-13", "Kampala"),
    ]
    events = events_of("Iran struck Erbil on 3 April and in Baghdad on 9 May a militia fired rockets.")
    assert [event.type for event in events] == ["ASSAULT", "MOBILIZE"]


@pytest.mark.parametrize(
    "text",
    [
        "It is said that the earthquake of 26 December 2004 made the peace between Indonesia and the rebels.",
        "Donors should pay for a market at Gatuna, to be opened by Uganda in 2023 at the latest.",
        "A photograph of the class of 1949 hangs in the embassy of Finland.",
    ],
)
def test_a_date_that_names_or_limits_something_dates_no_act(text):
    assert events_of(text) == ()


def test_those_who_are_freed_are_those_who_were_seized_just_before():
    events = events_of(
        "The European Union cut off its funds for Kosovo in April 2021. "
        "Serbia seized three Kosovo policemen on 3 May 2021 and released them two days later."
    )
    freed = next(event for event in events if event.type == "RETREAT")
    assert {one.actor for one in freed.participants} == {"rs"}


def test_the_year_that_a_date_names_takes_no_actor_away():
    _, parties = told("In June of the following year the Swedish police arrested Malik Mahmud in Stockholm.")
    assert set(parties) == {"se", "malik-mahmud"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("NATO aircraft hit a depot near Pale on 3 May 2021.", "nato"),
        ("Hezbollah fighters attacked a convoy on 3 May 2021.", "hezbollah"),
    ],
)
def test_aircraft_and_fighters_act_for_the_alliance_or_movement_that_they_serve(text, who):
    _, parties = told(text)
    assert parties == {who: "initiator"}


def test_a_given_name_alone_is_the_one_who_was_named_in_full():
    events = events_of(
        "Lieutenant-General Muhoozi Kainerugaba is the son of the president. "
        "Muhoozi flew to Kigali on 3 May 2021."
    )
    assert [one.actor for event in events for one in event.participants] == ["muhoozi-kainerugaba"]


def test_the_presidents_are_the_two_who_were_told_of_unless_their_states_are_named():
    first = "Paul Kagame met Yoweri Museveni in Luanda on 3 May 2021. "
    events = events_of(first + "The presidents signed a treaty on 9 May 2021.")
    assert {one.actor for one in events[-1].participants} == {"kagame", "yoweri-museveni"}
    events = events_of(first + "The presidents of France and Brazil signed a treaty on 9 May 2021.")
    assert {one.actor for one in events[-1].participants} == {"fr", "br"}


def test_a_story_goes_on_over_new_year_after_the_last_day_that_it_told():
    text = (
        "It is said that the wave of 26 December 2004 made the peace. Juha Christensen had rung Martti "
        "Ahtisaari in February of that year, and by the autumn he had won the ear of Jakarta.\n\n"
        "Martti Ahtisaari met the rebels in Helsinki on 27 January."
    )
    days = {event.when.edtf for event in events_of(text, published="2005-08-13")}
    assert "2005-01-27" in days


OTHER_SENSES = [
    ("Volunteers drove the Portuguese from the enclaves of Goa on 3 May 2021.", "ASSAULT", {"pt": "target"}),
    ("Bombs exploded outside the embassy of Iran in London on 3 May 2021.", "ASSAULT", {}),
    ("Cyrus Vance told Jimmy Carter on 3 May 2021 that he would leave.", "STATEMENT", {"vance": "speaker"}),
    ("Russia told ten diplomats to leave on 3 May 2021.", "SANCTION", {"ru": "initiator"}),
    ("David Owen put a map of ten provinces on the table on 3 May 2021.", "STATEMENT", {}),
]


@pytest.mark.parametrize(("text", "kind", "who"), OTHER_SENSES)
def test_more_words_of_many_senses_are_read_by_what_stands_beside_them(text, kind, who):
    found, parties = told(text)
    assert found == kind
    assert parties.items() >= who.items()


def test_a_deadline_in_a_clause_of_its_own_makes_no_second_act_of_what_is_broken_off():
    event = only(
        "On 22 April we therefore broke off diplomatic relations with Libya, and gave all who worked in "
        "the Bureau until midnight last Sunday to leave the country."
    )
    assert (event.type, {one.actor for one in event.participants}) == ("SANCTION", {"ly"})


def test_a_national_security_council_is_its_state_s_and_not_the_united_nations():
    _, parties = told("Turkey's National Security Council met on 3 May 2021.")
    assert "unsc" not in parties
    _, parties = told("Le Conseil de sécurité nationale turc s'est réuni le 3 mai 2021.", "fr")
    assert set(parties) == {"tr-security-council"}
    _, parties = told("The Security Council met on 3 May 2021.")
    assert set(parties) == {"unsc"}


def test_the_end_of_a_ship_s_name_is_no_city():
    event = only("The sloop Afonso de Albuquerque was set ablaze by Indian frigates on 3 May 2021.")
    assert event.place is None


def test_what_a_story_counts_on_from_its_month_and_its_day_is_dated_there():
    events = events_of(
        "In November 1967 Lyndon Johnson sent troops to Danang. On the last day of that month Greece agreed "
        "to withdraw its soldiers.",
        published="2002-01-14",
    )
    assert "1967-11-30" in {event.when.edtf for event in events}
    events = events_of("On 17 November Iran opened fire on a steamer; a week after that it shot a fisherman.")
    assert {event.when.edtf for event in events} == {"2020-11-17", "2020-11-24"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The UN Security Council endorsed the plan on 10 June 2020, with Russia abstaining.", "unsc"),
        ("The parties reached a deal on 3 May 2021, after talks mediated by Qatar and Egypt.", "qa eg"),
    ],
)
def test_who_abstains_suffers_nothing_and_all_who_mediate_are_told(text, who):
    _, parties = told(text)
    assert set(parties) == set(who.split())


def test_who_approved_an_exchange_is_not_whom_it_was_done_to():
    text = "Israel approved the deal on 3 May 2021, and the first hostages were freed on 5 May 2021."
    assert [one.participants for one in events_of(text) if one.type == "RETREAT"] == [()]


def test_an_initiative_told_of_one_act_is_none_of_another():
    text = (
        "L'accord, conclu le 19 avril 2013 sous l'égide de Catherine Ashton, prévoyait une association que "
        "la Cour constitutionnelle du Kosovo a censurée en décembre 2015."
    )
    censored = events_of(text, "fr")[-1]
    assert [one.actor for one in censored.participants] == ["xk-constitutional-court"]


def test_whom_a_summit_brought_together_is_annexed_by_nobody():
    assert only("Le sommet de Paris a réuni la France et l'Allemagne le 3 mai 2021.", "fr").type == "CONSULT"
