"""A date goes to the main clause of a sentence, not to what a relative, a quotation or a modal word holds."""

import pytest

from dashboard.model import Role, Status
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        pytest.param(
            "L'officier qui avait tué un Arménien est rentré mardi à Bakou.", "fr", ["CONSULT"],
            id="a relative without a comma ends where the main verb goes on",
        ),
        pytest.param(
            '"No line in our law was crossed," Ana Ruiz told the panel on Tuesday morning.', "en",
            ["STATEMENT"], id="a day outside a quotation is of the saying",
        ),
        pytest.param(
            "Ana Ruiz, who was sworn in Nov. 23, 2020 for four years, spoke.", "en", ["APPOINT"],
            id="sworn in, its date at once behind it",
        ),
    ],
)  # fmt: skip
def test_what_a_date_is_of(text, lang, told):
    assert [event.type for event in events_of(text, lang)] == told


def test_a_subject_keeps_its_verb_across_a_day():
    text = (
        "Mr Fujimori faces the voters on April 9, 2021, and his rival, Javier Pérez de Cuéllar, the former "
        "secretary general, last week accused him of neglect."
    )
    accused = next(event for event in events_of(text) if event.type == "ACCUSE")
    assert cast(accused) == {"javier-perez-de-cuellar": Role.INITIATOR, "alberto-fujimori": Role.TARGET}


def test_a_contested_border_denies_no_treaty_since_which_it_is_contested():
    event = only("La frontière est contestée depuis le protocole signé le 29 janvier 1942.", "fr")
    assert (event.type, event.status) == ("AGREE", Status.HAPPENED)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les négociations avaient failli capoter le 3 mai 2020.", "fr"),
        ("A shepherdess says she will row over this week.", "en"),
    ],
)
def test_what_did_not_fail_and_a_verb_behind_a_modal_are_no_events(text, lang):
    assert events_of(text, lang) == ()


def test_who_was_the_first_to_meet_somebody_met_them_and_was_not_appointed():
    told = events_of("On 1 November 2000 Erik Solheim became the first envoy in years to meet him.")
    assert [event.type for event in told] == ["CONSULT"]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "people"),
    [
        (
            "The Hondurans, Wang Yi said on Monday, had written to Taiwan on 13 May.",
            "en",
            "CONSULT",
            {"hn", "tw"},
        ),
        (
            "Moscou, a affirmé Wang Yi lundi, a expulsé deux diplomates français le 3 mai.",
            "fr",
            "SANCTION",
            {"ru", "fr"},
        ),
    ],
)
def test_a_saying_set_into_a_sentence_parts_no_subject_from_its_verb(text, lang, kind, people):
    event = next(one for one in events_of(text, lang) if one.type == kind)
    assert set(cast(event)) == people


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Narendra Modi is meeting Vladimir Putin for the fourth time this year.", "en"),
        ("Narendra Modi rencontre Vladimir Poutine pour la quatrième fois cette année.", "fr"),
    ],
)
def test_a_time_that_goes_on_and_only_counts_is_no_date(text, lang):
    assert not events_of(text, lang)


def test_a_visit_that_is_over_is_none_that_is_expected_later_in_the_year():
    text = "The minister boarded a flight for China on 3 May. Mr Castro is expected in China later this year."
    told = {event.when.edtf: event.status for event in events_of(text)}
    assert told == {"2021-05-03": Status.HAPPENED, "2021": Status.PLANNED}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "On 3 May 2021 Wang Yi tells a committee that a Chinese attack on Taiwan could be a threat.",
            "STATEMENT", id="a modal carries the clause that a saying holds",
        ),
        pytest.param(
            "EU ministers will discuss curbs on Russian envoys in Brussels on 3 July 2021.", "CONSULT",
            id="what is spoken about, and no verb in -s",
        ),
        pytest.param(
            "The two leaders will discuss a withdrawal of American troops on 3 July 2021.", "CONSULT",
            id="what will be spoken about is not done then",
        ),
        pytest.param(
            "Moscow ordered the Polish consulate in St Petersburg to close on 3 May 2021.", "SUSPEND",
            id="an order to close",
        ),
    ],
)  # fmt: skip
def test_what_is_told_is_the_main_verbs_act(text, kind):
    assert [event.type for event in events_of(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Only on 3 May 2021 did John Kerry, the president's envoy, condemn the attack on Sudan.",
            {("2021-05-03", "ACCUSE")},
            id="the helper stands before a subject with an apposition",
        ),
        pytest.param(
            "Not until 3 May 2021 did the king of Jordan recall his ambassador to Yemen.",
            {("2021-05-03", "SANCTION")},
            id="a form that is a noun elsewhere",
        ),
        pytest.param(
            "The victim was Omar Hadi, a poet, who was shot dead outside a mosque in Giza, Egypt, on "
            "3 May 2021.",
            {("2021-05-03", "ASSAULT")},
            id="the day behind a relative, where the main clause only says who it was",
        ),
    ],
)
def test_the_verb_of_a_day_is_found_where_the_order_is_turned(text: str, told: set[tuple[str, str]]) -> None:
    assert {(event.when.edtf, event.type) for event in events_of(text)} == told
