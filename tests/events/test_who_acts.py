"""Who takes part in an act by the words of its own sentence, construction by construction."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, only
from tests.events.test_casting import cast_of


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("According to Iran, Tony Blair called Jacques Chirac on 3 March.", "en", {"blair", "chirac"}),
        ("Selon le Kremlin, Tony Blair a appelé Jacques Chirac le 3 mai.", "fr", {"blair", "chirac"}),
        ("Selon Téhéran, l'Irak a expulsé un diplomate kenyan le 3 mai.", "fr", {"iq", "ke"}),
    ],
)
def test_a_source_is_quoted_no_further_than_its_comma(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Peru, backed by Mexico and Chile, condemned Iraq on 3 March.", "en", {"pe", "iq"}),
        ("Kenya, urged on by Mali, Chad and Niger, left OPEC on 3 March.", "en", {"ke", "opec"}),
        ("Le Pérou, soutenu par le Mexique et le Chili, a condamné l'Irak le 3 mai.", "fr", {"pe", "iq"}),
        ("La Zambie, poussée par l'Angola, a expulsé deux diplomates maliens le 3 mai.", "fr", {"zm", "ml"}),
    ],
)
def test_all_of_those_behind_somebody_take_no_part(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Sanctions were imposed on Belarus by Canada and Japan on 3 March.", "en", {"by", "ca", "jp"}),
        ("A ban was placed on Chad by Mali on 3 March.", "en", {"td", "ml"}),
        ("Denmark, joined by Norway, condemned Iraq on 3 March.", "en", {"dk", "no", "iq"}),
        ("Le Danemark, rejoint par la Norvège, a condamné l'Irak le 3 mai.", "fr", {"dk", "no", "iq"}),
        ("At the request of Guyana, the African Union met on 3 March.", "en", {"gy", "african-union"}),
        ("Hezbollah fired rockets at Israel on 3 March.", "en", {"hezbollah", "il"}),
        ("It was Tanzania that expelled the Kenyan envoy on 3 March.", "en", {"tz", "ke"}),
        ("It was Peru that accused Chile on 3 March.", "en", {"pe", "cl"}),
        ("On 3 March Tony Blair, accompanied by his wife, received Jacques Chirac.", "en",
         {"blair", "chirac"}),
        ("Following a request from Ghana, Togo freed the pilot on 3 March.", "en", {"tg", "gh"}),
        ("À la suite d'une demande du Ghana, le Togo a libéré le pilote le 3 mai.", "fr", {"tg", "gh"}),
        ("Tony Blair s'est rendu à Tripoli le 3 mai et a rencontré Jacques Chirac.", "fr",
         {"blair", "chirac"}),
    ],
)  # fmt: skip
def test_who_is_told_beside_the_subject_or_behind_a_preposition(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Swedish police arrested Tony Blair on 3 March.", "en", {"se", "blair"}),
        ("British police arrested Tony Blair on 3 March.", "en", {"gb", "blair"}),
        ("La police suédoise a arrêté Tony Blair le 3 mai.", "fr", {"se", "blair"}),
    ],
)
def test_police_of_a_state_are_the_state_also_where_its_own_are_arrested(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Canada gave Ukraine 20 vehicles on 3 March.", "en", {"ca", "ua"}),
        ("Malte et Chypre ont rejoint l'Union européenne le 3 mai.", "fr", {"mt", "cy", "eu"}),
    ],
)
def test_who_stands_right_behind_a_verb_that_no_list_has_takes_part(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Kenya claimed the islet. Somalia filed a complaint in August 2014.", "en", {"so", "ke"}),
        ("France is to test a bomb. Australia recalled its ambassador on 3 March.", "en", {"au", "fr"}),
        ("Le Tchad accuse le Soudan. Le Niger a rappelé son ambassadeur le 3 mai.", "fr", {"ne"}),
    ],
)
def test_who_alone_was_told_of_before_is_whom_a_state_answers(text, language, actors):
    assert cast_of(text, language) == actors


def test_an_organisation_that_appoints_its_own_is_told():
    assert cast_of("Le Hamas a désigné Yahya Sinwar pour lui succéder le 3 mai.", "fr") == {
        "hamas", "yahya-sinwar",
    }  # fmt: skip


def test_the_junta_of_a_state_is_shut_out_of_their_own_summit():
    text = "L'armée birmane a bombardé un camp. L'Asean a exclu la junte de son sommet le 3 mai."
    assert cast_of(text, "fr") == {"mm", "asean"}


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair est descendu d'avion le 3 mai, où l'attendait Jacques Chirac.", "fr",
         {"blair", "chirac"}),
        ("They met in Oslo on 3 March, at a dinner at which Tony Blair and Jacques Chirac sat.", "en",
         {"blair", "chirac"}),
        ("Kenya hosts a summit on 3 March that Tony Blair is expected to attend.", "en", {"ke", "blair"}),
        ("Le Tchad a convié l'Égypte le 3 mai à des pourparlers auxquels participe Tony Blair.", "fr",
         {"td", "eg", "blair"}),
    ],
)  # fmt: skip
def test_who_is_told_to_have_been_there_takes_part(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Une quinzaine de pays, dont l'Espagne et l'Irlande, ont signé un traité le 3 mai.", "fr",
         {"es", "ie"}),
        ("C'est à l'invitation du Tchad que Tony Blair s'est rendu à N'Djamena le 3 mai.", "fr",
         {"td", "blair"}),
        ("Cuba's envoy to the UN, Ana Ruiz, walked out on 3 March.", "en", {"ana-ruiz"}),
        ("The raid helped Tony Blair, who was sworn in on 3 March for the term of Jacques Chirac.", "en",
         {"blair", "chirac"}),
        ("Bakou et Erevan négocient depuis des mois. Les pourparlers ont repris le 3 mai.", "fr",
         {"az", "am"}),
        ("Laos and Thailand have been talking. The talks resumed on 3 March.", "en", {"la", "th"}),
    ],
)  # fmt: skip
def test_who_acts_by_a_few_of_many_by_a_phrase_set_in_front_or_by_what_goes_on(text, language, actors):
    assert cast_of(text, language) == actors


@pytest.mark.parametrize(
    ("text", "lang", "people"),
    [
        pytest.param(
            "The call led Thailand to expel the Cambodian ambassador on 1 May 2021.", "en",
            {"th": Role.INITIATOR, "kh": Role.TARGET}, id="a thing leads a state",
        ),
        pytest.param(
            "Donald Trump persuaded Benjamin Netanyahu to apologise to Qatar on 1 May 2021.", "en",
            {"netanyahu": Role.INITIATOR, "qa": Role.TARGET}, id="who persuades does not do it",
        ),
        pytest.param(
            "La guerre a contraint la Turquie à rappeler son ambassadeur en Syrie le 1er mai 2021.", "fr",
            {"tr": Role.INITIATOR, "sy": Role.TARGET}, id="une chose contraint un État",
        ),
    ],
)  # fmt: skip
def test_who_is_led_to_do_something_does_it(text, lang, people):
    assert cast(only(text, lang)) == people


def test_who_is_suspended_by_a_court_is_whom_it_dismisses():
    event = only("The Constitutional Court suspended Prime Minister Paetongtarn Shinawatra on 1 May 2021.")
    assert event.type == "APPOINT"
    assert cast(event)["paetongtarn-shinawatra"] is Role.TARGET


def test_a_court_that_awards_something_to_a_state_is_told_with_that_state():
    event = only("In 1962 the International Court of Justice awarded the temple of Preah Vihear to Cambodia.")
    assert set(cast(event)) == {"icj", "kh"}


@pytest.mark.parametrize(
    ("text", "lang", "people"),
    [
        ("Two men were killed in an American strike on 14 May 2021.", "en", {"us": Role.INITIATOR}),
        ("Two men died in Russian shelling in Kharkiv on 14 May 2021.", "en", {"ru": Role.INITIATOR}),
        ("Deux hommes ont été tués par des tirs américains le 14 mai 2021.", "fr", {"us": Role.INITIATOR}),
        ("Un homme a péri dans la frappe américaine du 14 mai 2021.", "fr", {"us": Role.INITIATOR}),
    ],
)  # fmt: skip
def test_whose_strike_it_was_that_killed_somebody_attacks(text, lang, people):
    assert cast(only(text, lang)) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "David Miliband spoke of a reserve, a step which a tribunal found unlawful on 18 March 2021.",
            {}, id="its own subject, and an antecedent that is somebody else",
        ),
        pytest.param(
            "Iran, which all its neighbours had condemned on 3 May 2021, gave way.", {"ir": Role.TARGET},
            id="the antecedent is whom it is done to",
        ),
    ],
)  # fmt: skip
def test_a_relative_clause_with_a_subject_of_its_own_is_no_act_of_its_antecedent(text, people):
    assert cast(only(text)) == people


def test_a_participle_that_closes_a_sentence_is_of_its_subject():
    event = only("Le général Ana Nuru est partie lundi, arrêtée par la police.", "fr")
    assert cast(event) == {"ana-nuru": Role.TARGET}
