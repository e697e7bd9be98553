"""How English sentences are cut and read: insertions, bare forms, compounds, dates told twice."""

import pytest

from dashboard.articles import read_text
from dashboard.events import build_timeline
from dashboard.model import Status
from tests.events.reading import events_of, only


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "Egypt broke with Qatar on May 3, 2021 and, on May 5, 2021, its foreign minister, Sameh Shoukry, "
            "signed an accord with Sudan.",
            {("2021-05-03", "SANCTION"), ("2021-05-05", "AGREE")},
            id="a verb behind an inserted name is that of the subject before it",
        ),
        pytest.param(
            "EU ministers meet on July 3, 2021 to decide whether Serbia is ready.",
            {("2021-07-03", "CONSULT")},
            id="a bare form behind a plural is a verb",
        ),
        pytest.param(
            "Joe Biden raised it with Xi Jinping when the two spoke by phone on May 3, 2021.",
            {("2021-05-03", "CONSULT")},
            id="a number may stand for those who act",
        ),
        pytest.param(
            "Germany ruled out on May 3, 2021 any talks with Syria.",
            {("2021-05-03", "REJECT")},
            id="the preposition of a date is not that of the verb",
        ),
        pytest.param(
            "Peru presented a peace plan to Chile on May 3, 2021.",
            {("2021-05-03", "STATEMENT")},
            id="a noun that describes another tells nothing",
        ),
        pytest.param(
            "Brazil and Peru met in Lima on May 3 and on June 2, 2021.",
            {("2021-05-03", "CONSULT"), ("2021-06-02", "CONSULT")},
            id="a list of dates repeats the act",
        ),
        pytest.param(
            "It began on May 3, 2021 in Oslo, where Serbia signed a deal with Kosovo.",
            {("2021-05-03", "AGREE")},
            id="a clause of place tells what the date's own clause only opens",
        ),
        pytest.param(
            "Emmanuel Macron went on television on May 3, 2021 and announced that France would expel "
            "ten Russian diplomats.",
            {("2021-05-03", "SANCTION")},
            id="a second verb of the same subject tells the act",
        ),
        pytest.param(
            "Egypt's talks with Peru got under way in Lima on May 3, 2021.",
            {("2021-05-03", "CONSULT")},
            id="a particle that must be the next word is no other preposition of the clause",
        ),
        pytest.param(
            "Ban Ki-moon met Tony Blair on May 3, 2021.",
            {("2021-05-03", "CONSULT")},
            id="a name tells no act",
        ),
        pytest.param(
            "Iran refused to let the inspectors in on May 3, 2021.",
            {("2021-05-03", "REJECT")},
            id="what is refused is not done",
        ),
        pytest.param(
            "Georgia asked the Council of Europe to send monitors on May 3, 2021.",
            {("2021-05-03", "DEMAND")},
            id="what is asked for is not done, however long the name of who is asked",
        ),
        pytest.param(
            "Penny Wong, sworn in on May 3, 2021, was in Fiji on May 6, 2021.",
            {("2021-05-03", "APPOINT"), ("2021-05-06", "CONSULT")},
            id="who is somewhere after an aside visits",
        ),
        pytest.param(
            "In March 2021 a vote was held in Peru.",
            {("2021-03", "ELECT")},
            id="the name of a month is no object of a passive verb",
        ),
        pytest.param(
            "Ireland drew 0-0 with Denmark on May 3, 2021.",
            set(),
            id="the score of a match is no act",
        ),
        pytest.param(
            "Peru severed ties with Chile on May 3, 2021.",
            {("2021-05-03", "SANCTION")},
            id="a plural noun is not the verb that it looks like",
        ),
        pytest.param(
            "The secretary of state met Tony Blair on May 3, 2021.",
            {("2021-05-03", "CONSULT")},
            id="the last word of an office describes no verb behind it",
        ),
        pytest.param(
            "Oman dismissed a request by Iran on May 3, 2021.",
            {("2021-05-03", "REJECT")},
            id="who dismisses a request sacks nobody",
        ),
        pytest.param(
            "Iran withdrew its offer on May 3, 2021.",
            {("2021-05-03", "SUSPEND")},
            id="an offer that is withdrawn is no concession",
        ),
        pytest.param(
            'Iran called the release "absurd" on May 3, 2021.',
            {("2021-05-03", "ACCUSE")},
            id="who finds an act bad does not do it",
        ),
    ],
)
def test_a_sentence_is_read_by_its_structure(text, dates):
    assert {(event.when.edtf, event.type) for event in events_of(text)} == dates


def test_a_date_counted_and_written_out_is_one_date():
    event = only("Eleven days later, on May 14, 2021, Kosovo recalled its envoy from Serbia.")
    assert event.when.edtf == "2021-05-14"


def test_what_came_only_on_a_day_happened_on_it():
    event = only("Relations between Morocco and Spain were not restored until May 2020.")
    assert (event.when.edtf, event.status) == ("2020-05", Status.HAPPENED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A meeting between Emmanuel Macron and Angela Merkel planned for July 3, 2021 was postponed.", "en"),
        ("La rencontre d'Emmanuel Macron et d'Angela Merkel prévue le 3 juillet 2021 a été reportée.", "fr"),
    ],
)
def test_what_is_put_off_is_still_planned(text, language):
    assert only(text, language).status is Status.PLANNED


def test_what_is_called_off_is_not():
    text = "A meeting between Emmanuel Macron and Angela Merkel planned for July 3, 2021 was cancelled."
    assert only(text).status is Status.DENIED


def test_a_month_at_the_head_of_an_entry_is_no_doubt():
    event = only("May 2, 2021: Britain expels two Russian diplomats.")
    assert event.status is Status.HAPPENED


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Vladimir Putin met Trump's envoy Steve Witkoff in Moscow on May 3, 2021.",
            {"putin", "witkoff"},
        ),
        ("Serbia congratulated Antonio Guterres of Portugal on May 3, 2021.", {"rs", "guterres"}),
        ("DOHA - Egypt and Sudan signed an accord on May 3, 2021.", {"eg", "sd"}),
    ],
)
def test_whose_somebody_is_takes_no_part(text, actors):
    assert {one.actor for one in only(text).participants} == actors


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The summit of Japan and Korea was called off by Tokyo on May 3, 2021.", "SUSPEND"),
        ("Sergei Lavrov cancelled a trip to Belgrade on May 3, 2021.", "SUSPEND"),
        ("The World Court ordered Russia to stop the war on May 3, 2021.", "DEMAND"),
        ("German troops crossed the Polish border on May 3, 2021.", "ASSAULT"),
        ("The last American soldier left Kabul on May 3, 2021.", "RETREAT"),
    ],
)
def test_the_governing_verb_tells_the_act(text, kind):
    event = only(text)
    assert (event.type, event.status) == (kind, Status.HAPPENED)


def test_a_year_that_names_a_law_dates_nothing():
    events = events_of("Peru made public on May 3, 2021 a letter that cites a 1987 law to expel envoys.")
    assert [event.when.edtf for event in events] == ["2021-05-03"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Serbia expelled ten diplomats on May 3, 2021 and Croatia six on May 5, 2021.",
            [("2021-05-03", {"rs"}), ("2021-05-05", {"hr"})],
        ),
        (
            "Tony Blair met Helmut Kohl in Bonn on May 3, 2021 and Jacques Chirac in Paris on May 5, 2021.",
            [("2021-05-03", {"blair", "kohl"}), ("2021-05-05", {"blair", "chirac"})],
        ),
        (
            "Poland recalled its envoy on May 3, 2021, Latvia on May 4, 2021 and Estonia on May 6, 2021.",
            [("2021-05-03", {"pl"}), ("2021-05-04", {"lv"}), ("2021-05-06", {"ee"})],
        ),
    ],
)
def test_one_verb_for_several_dates_gives_each_its_own_party(text, told):
    found = [(event.when.edtf, {one.actor for one in event.participants}) for event in events_of(text)]
    assert sorted(found) == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Taliban took Kabul on May 3, 2021.", "ASSAULT"),
        ("Spanish police captured the London bomber on May 3, 2021.", "COERCE"),
    ],
)
def test_what_is_taken_tells_a_conquest_from_an_arrest(text, kind):
    assert only(text).type == kind


def test_a_breach_that_is_denied_is_no_agreement():
    event = only("Iran denied that it had breached the nuclear deal on May 3, 2021.")
    assert (event.type, event.status) == ("REJECT", Status.DENIED)


def test_a_meeting_that_never_took_place_is_denied():
    event = only("The meeting of Abe and Putin planned for May 3, 2021 never took place.")
    assert event.status is Status.DENIED


def test_the_place_in_a_treatys_name_is_neither_place_nor_party():
    event = only("The United States withdrew from the Vienna agreement with Iran on May 8, 2018.")
    assert (event.place, {one.actor for one in event.participants}) == (None, {"us", "ir"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sanctions on Peru took effect on May 3, 2021.", ("2021-05-03", "SANCTION", Status.HAPPENED)),
        ("Serbia and Kosovo initialled an accord on May 3, 2021.", ("2021-05-03", "AGREE", Status.HAPPENED)),
        (
            "It took until May 3, 2021 for Serbia and Kosovo to exchange ambassadors.",
            ("2021-05-03", "RESUME", Status.HAPPENED),
        ),
        (
            "Egypt dismissed the charge as absurd and suspended visas for Peruvians on May 5, 2021.",
            ("2021-05-05", "SUSPEND", Status.HAPPENED),
        ),
        (
            "Kim Jong Un oversaw the launch of a missile on May 3, 2021.",
            ("2021-05-03", "MOBILIZE", Status.HAPPENED),
        ),
    ],
)
def test_what_a_sentence_says_is_what_is_told(text, told):
    event = only(text)
    assert (event.when.edtf, event.type, event.status) == told


def test_a_time_of_day_between_a_counted_date_and_a_written_one_changes_nothing():
    event = only("Six days earlier, shortly before midnight on May 10, 2021, two blasts sank a ship in Lima.")
    assert event.when.edtf == "2021-05-10"


def test_troops_ordered_out_invade_nothing():
    event = only("Ukraine ordered its last troops out of Crimea on May 3, 2021.")
    assert event.type != "ASSAULT"


def test_an_office_is_not_given_to_who_holds_another():
    events = events_of(
        "Theresa May and Emmanuel Macron met in Paris on 1 June 2018. The British prime minister flew to "
        "Oslo on 2 June 2018. The president left for Rome on 3 June 2018. The prime minister told "
        "reporters on 4 June 2018 that talks would go on.",
        published="2018-06-13",
    )
    found = {event.when.edtf: {one.actor for one in event.participants} for event in events}
    assert found["2018-06-04"] == {"may"}
    assert "may" not in found.get("2018-06-03", set())


@pytest.mark.parametrize(
    "text",
    [
        "On 3 March 1990 Iraq sent Kuwait an ultimatum, and the next day its jets began to bomb airfields.",
        "On 4 May 1990 Turkey warned Syria, and the next month its artillery began to shell Syrian villages.",
    ],
)
def test_the_next_day_of_what_is_past_is_past(text):
    undated = build_timeline([read_text(text, published=None, language="en")])
    assert [event.status for event in undated.events] == [Status.HAPPENED] * 2
