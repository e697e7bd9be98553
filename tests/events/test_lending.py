"""Dates that one clause lends to another, and what comes of what was hardly or never done."""

import pytest

from dashboard.model import Role, Status
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "On 2 June 2010 Turkey demanded an apology, and the UN Security Council condemned the raid.",
            {("2010-06-02", "DEMAND"), ("2010-06-02", "ACCUSE")},
            id="a date in front is that of both subjects",
        ),
        pytest.param(
            "On 2 June 2010 Turkey recalled its ambassador and, the next day, Israel closed its embassy.",
            {("2010-06-02", "SANCTION"), ("2010-06-03", "SUSPEND")},
            id="a clause with a day of its own borrows none",
        ),
        pytest.param(
            "Justin Trudeau met Xi Jinping on 9 August 2018, a day after Saudi Arabia expelled the Canadian "
            "ambassador.",
            {("2018-08-09", "CONSULT"), ("2018-08-08", "SANCTION")},
            id="an act is counted from one told before it",
        ),
        pytest.param(
            "It was on 8 April 1904 that France and Britain signed the agreement.",
            {("1904-04-08", "AGREE")},
            id="a date may stand in front of what it dates",
        ),
        pytest.param(
            "As Barack Obama was about to leave Tel Aviv on 22 March 2013, Benjamin Netanyahu apologised to "
            "Recep Tayyip Erdogan.",
            {("2013-03-22", "CONCEDE")},
            id="a clause that only says when dates the one behind it",
        ),
        pytest.param(
            "London detached the islands from Mauritius in November 1965, three years before independence.",
            {("1965-11", "COERCE")},
            id="what only measures a distance in time is not dated",
        ),
        pytest.param(
            "The ministers met in Geneva on 3, 5 and 9 May 2019.",
            {("2019-05-03", "CONSULT"), ("2019-05-05", "CONSULT"), ("2019-05-09", "CONSULT")},
            id="each day of a list is one",
        ),
    ],
)
def test_a_date_goes_where_the_sentence_lends_it(text, told):
    assert {(event.when.edtf, event.type) for event in events_of(text)} == told


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "Emmanuel Macron met Angela Merkel in Lyon on 10 May 2019, two days after the coup in Ankara.",
            "en",
        ),
        ("Two days after the coup in Ankara, on 10 May 2019, Emmanuel Macron received Angela Merkel.", "en"),
        (
            "Emmanuel Macron a reçu Angela Merkel le 10 mai 2019, deux jours après le coup d'État à Ankara.",
            "fr",
        ),
    ],
)
def test_an_act_told_by_a_noun_is_counted_from_another_and_has_none_of_its_people(text, lang):
    counted = next(event for event in events_of(text, lang) if event.type == "COERCE")
    assert (counted.when.edtf, cast(counted), counted.place.name("en")) == ("2019-05-08", {}, "Ankara")


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("The ban stayed in place until June 2016, when Russia lifted it.", "en", ("2016-06", "RETREAT")),
        (
            "La ville a tenu jusqu'au 3 mai 2016, lorsque la Russie a annexé la région.",
            "fr",
            ("2016-05-03", "COERCE"),
        ),
        (
            "The row dates back to 3 May 2018, when Turkey expelled the envoy.",
            "en",
            ("2018-05-03", "SANCTION"),
        ),
        (
            "La crise a éclaté le 3 mai 2018, lorsque le parti a désigné Pierre Nkurunziza.",
            "fr",
            ("2018-05-03", "APPOINT"),
        ),
        (
            "Le 1er octobre 2020, Jens Stoltenberg a annoncé un mécanisme destiné à éviter les accidents.",
            "fr",
            ("2020-10-01", "STATEMENT"),
        ),
    ],
)
def test_words_that_tell_no_act_leave_their_date_to_one_that_does(text, lang, told):
    assert [(event.when.edtf, event.type) for event in events_of(text, lang)] == [told]


def test_weeks_that_are_counted_are_about_a_day():
    text = "The peace conference opened in Paris on 18 January 1919, ten weeks after the armistice."
    whens = {event.when.edtf: event.when.approximate for event in events_of(text)}
    assert whens == {"1919-01-18": False, "1918-11-09~": True}


def test_an_act_counted_from_another_is_not_where_that_one_was():
    text = "Vladimir Putin met Xi Jinping in Tehran on 9 May 2019, two days after Joe Biden flew to Bali."
    places = {event.when.edtf: event.place and event.place.name("en") for event in events_of(text)}
    assert places == {"2019-05-09": "Tehran", "2019-05-07": "Bali"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The summit in Brussels on 3 June 2021 almost did not take place.", Status.HAPPENED),
        ("The summit in Brussels on 3 June 2021 did not take place.", Status.DENIED),
        ("The chancellor was to have met Emmanuel Macron in Paris on 3 June 2021.", Status.DENIED),
        ("The two armies nearly clashed at the border on 3 June 2021.", Status.DENIED),
    ],
)
def test_what_was_hardly_or_nearly_done(text, status):
    assert only(text).status is status


def test_what_somebody_is_called_is_no_meeting():
    assert only("On 3 May 2021, Emmanuel Macron called Joe Biden a partner.").type == "STATEMENT"


def test_a_present_goes_on_with_the_year_of_its_story():
    text = "In July 1898 a column reaches Fashoda. Herbert Kitchener lands in Fashoda on 19 September."
    assert {event.when.edtf for event in events_of(text, published="2021-06-15")} >= {"1898-09-19"}


def test_who_follows_suit_does_what_was_done_before():
    text = "Britain expelled the Russian ambassador on 3 May 2018. France followed suit on 5 May 2018."
    last = max(events_of(text), key=lambda event: event.when.edtf)
    assert last.type == "SANCTION"
    assert {(one.actor, one.role.value) for one in last.participants} == {
        ("fr", "initiator"), ("ru", "target"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NATO asked Montenegro to join the alliance on 2 December 2015.", "INVITE"),
        ("Ilham Aliyev apologised to Vladimir Putin in a letter to him on 3 June 2021.", "CONCEDE"),
        ("Bogotá asked Havana to hand over the rebel chiefs on 17 January 2019.", "DEMAND"),
    ],
)
def test_the_verb_that_holds_another_act_is_what_was_done(text, code):
    assert only(text).type == code


def test_a_question_sets_the_day_of_what_answers_it():
    text = "A raid explained\n\nWhat happened on March 1?\nColombian warplanes bombed a camp in Ecuador.\n"
    assert only(text, published="2008-06-01").when.edtf == "2008-03-01"


def test_an_entry_goes_on_past_an_hour_of_its_day():
    text = (
        "The week\n\nMonday 5 June\n05:50 Bahrain severs its ties with Qatar. Egypt recalls its envoy.\n"
        "\nTuesday 6 June\nJordan closes its embassy in Doha.\n"
    )
    told = {
        (one.actor, event.when.edtf[:10])
        for event in events_of(text, published="2017-06-08")
        for one in event.participants
    }
    assert {("bh", "2017-06-05"), ("eg", "2017-06-05"), ("jo", "2017-06-06")} <= told


def test_what_a_paper_demanded_was_not_done():
    text = "On 2 August 2017 China published a paper that demanded an immediate withdrawal of the troops."
    assert only(text).type == "STATEMENT"


def test_what_is_said_on_a_day_stays_in_its_story():
    text = (
        "On 29 August 1923 Benito Mussolini sent Athens an ultimatum. Greece appealed to the League on "
        "1 September. Mussolini let it be known on 4 September that he would leave the League."
    )
    assert "1923-09-04" in {event.when.edtf for event in events_of(text, published="2013-08-27")}


def test_not_to_do_something_may_be_agreed():
    event = only("On 3 May 2019 Serbia and Kosovo undertook not to use force.")
    assert (event.type, event.status) == ("AGREE", Status.HAPPENED)


def test_a_law_of_a_day_moves_the_story_to_its_year():
    text = (
        "Swedish troops landed there in February 1918.\n\nFinland granted the islands autonomy by a law "
        "of 6 May 1920. In June the prime minister, Rafael Erich, travelled to Stockholm."
    )
    assert "1920-06" in {event.when.edtf for event in events_of(text, published="2016-01-29")}


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said on 1 May 2021 that Moscow was behind it; two days later she expelled 23 diplomats.",
        "On 1 May 2021 Lisbon summoned the Russian ambassador, and on 3 May 2021 it expelled two diplomats.",
    ],
)
def test_an_expulsion_that_names_nobody_is_at_the_one_told_just_before(text):
    event = next(one for one in events_of(text) if one.when.edtf == "2021-05-03")
    assert [one.actor for one in event.participants if one.role is Role.TARGET] == ["ru"]


def test_whose_visit_it_was_meanwhile_signs_no_deal():
    event = only("Portugal and Angola renewed the pact on 3 May 2021 during a visit by Emmanuel Macron.")
    assert {one.actor for one in event.participants} == {"pt", "ao"}


def test_who_stands_before_his_state_and_a_relative_clause_acts_in_it():
    event = only("Prime Minister Keir Starmer of Britain, who visited Washington on 3 May 2021, spoke up.")
    assert [one.actor for one in event.participants] == ["starmer"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Britain expelled the Russian ambassador on 3 May 2018 and France did the same on 5 May.", "en"),
        ("Londres expulse l'ambassadeur russe le 3 mai 2018, et la France en fait autant le 5 mai.", "fr"),
        ("Londres expulse l'ambassadeur russe le 3 mai 2018. La France l'a imité le 5 mai.", "fr"),
        ("Londres expulse l'ambassadeur russe le 3 mai 2018, imité le 5 mai par la France.", "fr"),
    ],
)
def test_who_did_the_same_acts_against_the_same(text: str, language: str) -> None:
    event = next(one for one in events_of(text, language) if one.when.edtf == "2018-05-05")
    assert event.type == "SANCTION"
    assert cast(event) == {"fr": Role.INITIATOR, "ru": Role.TARGET}


def test_the_envoy_that_another_one_recalled_is_no_target() -> None:
    text = "Riyadh recalled its ambassador, Omar Saleh, on 3 May 2018. Kuwait did the same on 5 May 2018."
    event = next(one for one in events_of(text, "en") if one.when.edtf == "2018-05-05")
    assert cast(event) == {"kw": Role.INITIATOR}


def test_behind_a_comma_another_one_does_it_on_another_day() -> None:
    text = (
        "Le Mexique expulse l'ambassadeur libyen le 1er mai 2018. "
        "Le Pérou l'imitait le 3 mai, le Chili et le Brésil le 5 mai."
    )
    event = next(one for one in events_of(text, "fr") if one.when.edtf == "2018-05-05")
    assert {actor for actor, role in cast(event).items() if role is Role.INITIATOR} == {"cl", "br"}


@pytest.mark.parametrize(
    ("text", "language", "published", "status"),
    [
        ("L'Angola devait réunir mardi les rebelles à Luanda.", "fr", "2025-03-19", "planned"),
        ("Angola was to host the rebels in Luanda on 18 March.", "en", "2025-03-19", "planned"),
        ("L'Angola devait réunir les rebelles à Luanda le 18 mars 2019.", "fr", "2025-03-19", "happened"),
    ],
)
def test_news_does_not_say_that_what_was_due_was_done(text, language, published, status) -> None:
    assert only(text, language, published).status.value == status


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Le 13 mars 2021, au lendemain de la visite à Taipei du président lituanien, Pékin a rompu ses "
            "relations avec Vilnius.",
            {("2021-03-13", "SANCTION"), ("2021-03-12", "CONSULT")},
            id="au lendemain de",
        ),
        pytest.param(
            "L'Union a sanctionné Minsk le 13 mars 2021, au surlendemain de l'attentat commis à Vilnius.",
            {("2021-03-13", "SANCTION"), ("2021-03-11", "ASSAULT")},
            id="au surlendemain de",
        ),
        pytest.param(
            "Le 8 mai 1946, au lendemain de la guerre, les deux ministres se sont rencontrés à Genève.",
            {("1946-05-08", "CONSULT")},
            id="the wake of a war is no day",
        ),
        pytest.param(
            "L'Iran a condamné Israël le 13 mars 2021, deux jours après le veto opposé par la Russie.",
            {("2021-03-13", "ACCUSE"), ("2021-03-11", "REJECT")},
            id="a noun with its participle",
        ),
        pytest.param(
            "Paris a condamné Moscou le 13 mars 2021, deux jours seulement après le bombardement de Kharkiv.",
            {("2021-03-13", "ACCUSE"), ("2021-03-11", "ASSAULT")},
            id="only two days after",
        ),
    ],
)
def test_what_french_tells_to_have_been_before_is_counted_back(text: str, told: set[tuple[str, str]]) -> None:
    assert {(event.when.edtf, event.type) for event in events_of(text, "fr")} == told


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("In a letter dated 9 May 2021, Emmanuel Macron promised to help Chad.", "en", ["AGREE"]),
        ("Dans un entretien diffusé le 9 mai 2021, M. Macron a accusé la Russie.", "fr", ["ACCUSE"]),
        (
            "M. Macron avait boudé le sommet de Minsk le 3 mai 2021, et annulé le 9 les manœuvres de l'Otan.",
            "fr", ["REJECT", "SUSPEND"],
        ),
    ],
)  # fmt: skip
def test_a_letter_and_an_interview_lend_their_day_and_a_second_participle_has_its_own(text, lang, told):
    assert [event.type for event in events_of(text, lang)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Iran shut the crossing on 12 March 2021, the morning after Turkish troops had stormed a post.",
            {("2021-03-12", "SUSPEND"), ("2021-03-11", "ASSAULT")},
            id="the morning after",
        ),
        pytest.param(
            "Chile applied for membership on 18 May 2020, three months after Peru's full-scale invasion of "
            "Bolivia.",
            {("2020-05-18", "DEMAND"), ("2020-02", "ASSAULT")},
            id="an act of somebody who is named before it",
        ),
    ],
)
def test_an_act_is_counted_back_from_the_one_beside_it(text: str, told: set[tuple[str, str]]) -> None:
    assert {(event.when.edtf, event.type) for event in events_of(text)} == told


def test_a_demand_beside_a_date_in_front_shares_it() -> None:
    text = (
        "On 9 March 2021 police arrested a deputy in Tunis, and the bishop, John Kofi, demanded his release."
    )
    assert ("2021-03-09", "DEMAND") in {(event.when.edtf, event.type) for event in events_of(text)}


def test_a_mere_answer_beside_a_date_in_front_is_told_by_what_it_answers() -> None:
    text = "On 9 March 2021 Abdel Fattah al-Sisi proposed a meeting, and Abiy Ahmed accepted."
    assert [event.type for event in events_of(text)] == [only(text).type]


def test_what_has_been_done_shares_no_day_to_come() -> None:
    text = "On 26 June Russia will host a summit in Sochi, and Vladimir Putin has invited Joko Widodo to it."
    assert [event.type for event in events_of(text)] == ["CONSULT"]
