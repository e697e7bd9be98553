"""Days that a French sentence shares out: hours later, on the day when, so many days after having."""

import pytest

from tests.events.reading import events_of


def told(text: str, language: str = "fr") -> set[tuple[str, str]]:
    return {(event.when.edtf, event.type) for event in events_of(text, language)}


@pytest.mark.parametrize(
    "phrase",
    [
        "Quatre heures plus tard",
        "Une demi-heure plus tard",
        "Vingt minutes plus tard",
        "Quelques instants plus tard",
        "Plusieurs heures après",
        "Dans les minutes qui ont suivi",
        "En quelques heures",
        "À la nuit tombée",
        "À l'heure du dîner",
        "Peu avant minuit",
    ],
)
def test_hours_later_is_still_the_day_told_before(phrase: str) -> None:
    text = f"La Suède a expulsé le 3 mars 2019 cinq espions. {phrase}, la Russie a rappelé son ambassadrice."
    assert told(text) == {("2019-03-03", "SANCTION")}
    assert len(events_of(text, "fr")) == 2


def test_too_many_hours_later_is_another_day() -> None:
    text = "La Suède a expulsé le 3 mars 2019 cinq espions. Trente-six heures plus tard, Moscou a protesté."
    assert len(events_of(text, "fr")) == 1


def test_a_sentence_that_only_says_because_tells_a_day_too() -> None:
    text = (
        "Parce que la Suède a expulsé le 3 mars 2019 cinq espions. Moscou a rappelé dans l'heure son consul."
    )
    assert len(events_of(text, "fr")) == 2


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Le Kenya a rappelé son ambassadeur le 3 mai 2021, le jour où l'Éthiopie signait un accord avec "
            "l'Érythrée.",
            {("2021-05-03", "SANCTION"), ("2021-05-03", "AGREE")},
            id="behind the act",
        ),
        pytest.param(
            "Le 9 mai 2021, jour où la Moldavie rappelait son consul, la Grèce a signé un pacte avec Chypre.",
            {("2021-05-09", "SANCTION"), ("2021-05-09", "AGREE")},
            id="in front of it",
        ),
        pytest.param(
            "Le vieux roi est mort le 8 juillet 1994, le jour où s'ouvraient à Genève les pourparlers.",
            {("1994-07-08", "CONSULT")},
            id="the day of what is no act",
        ),
    ],
)
def test_two_acts_on_the_day_when(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Cinq jours après avoir rencontré le roi Felipe VI à Madrid, le Pérou a rappelé le 12 mai 2021 "
            "son ambassadeur.",
            {("2021-05-07", "CONSULT"), ("2021-05-12", "SANCTION")},
            id="in front",
        ),
        pytest.param(
            "Le 9 juin 2021, trois jours après avoir reçu Antony Blinken, le Pérou a rappelé son consul.",
            {("2021-06-06", "CONSULT"), ("2021-06-09", "SANCTION")},
            id="behind the date",
        ),
        pytest.param(
            "Dix jours après avoir été reçu par Joe Biden, Emmanuel Macron a signé le 13 mai 2021 un accord "
            "avec Alger.",
            {("2021-05-03", "CONSULT"), ("2021-05-13", "AGREE")},
            id="a passive",
        ),
    ],
)
def test_what_was_done_before_is_counted_back_from_the_day(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text) == acts


def test_a_date_in_front_is_of_the_main_verb_and_not_of_what_was_done_before() -> None:
    text = (
        "Le 2 mai 1999, après avoir reçu Jesse Jackson, Slobodan Milosevic a libéré trois soldats américains."
    )
    assert told(text) == {("1999-05-02", "RETREAT")}


@pytest.mark.parametrize(
    ("text", "language", "acts"),
    [
        (
            "Les deux pays sont liés par un accord de pêche en vigueur depuis mai 2012.",
            "fr",
            {("2012-05", "AGREE")},
        ),
        ("L'embargo en vigueur depuis le 3 avril 2017 frappe le Qatar.", "fr", {("2017-04-03", "SANCTION")}),
        (
            "A trade agreement between Peru and Chile has been in force since May 2012.",
            "en",
            {("2012-05", "AGREE")},
        ),
    ],
)
def test_what_is_in_force_since_a_day_is_of_that_day(
    text: str, language: str, acts: set[tuple[str, str]]
) -> None:
    assert told(text, language) == acts


def test_a_pronoun_before_a_verb_is_no_preposition() -> None:
    text = "Le Pérou n'en expulse pas moins, le 3 mai 2021, deux attachés militaires vénézuéliens."
    assert [(event.type, event.status.value) for event in events_of(text, "fr")] == [("SANCTION", "happened")]


def test_visas_that_are_brought_back_are_a_sanction() -> None:
    text = "La Turquie a remis en vigueur le 3 mai 2021 les visas pour les Libyens."
    assert told(text) == {("2021-05-03", "SANCTION")}


def test_two_acts_told_one_by_one_in_the_imperfect_are_two() -> None:
    text = (
        "Trois jours après, le 20 mars 2021, Oslo rappelait son ambassadeur et fermait son consulat à Minsk."
    )
    assert told(text) == {("2021-03-20", "SANCTION"), ("2021-03-20", "SUSPEND")}
    other = "Le 20 mars 2021, Oslo a rappelé son ambassadeur et fermé son consulat à Minsk."
    assert told(other) == {("2021-03-20", "SANCTION")}


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Ils ont également signé le 3 mai 2021 un traité de commerce.", 2),
        ("Ils ont signé le 3 mai 2021 un traité.", 1),
    ],
)
def test_what_was_done_as_well_is_one_more_act(second: str, count: int) -> None:
    text = f"Emmanuel Macron et Joe Biden ont signé le 3 mai 2021 un accord de pêche. {second}"
    assert len([event for event in events_of(text, "fr") if event.type == "AGREE"]) == count


def test_what_was_signed_in_a_year_is_of_that_year() -> None:
    text = "Le protocole de Kyoto, signé en 1997, n'engageait que les pays développés."
    assert told(text) == {("1997", "AGREE")}


def test_a_vote_planned_for_a_season_needs_nobody() -> None:
    assert told("Un référendum est prévu à l'automne.") == {("2021-23", "ELECT")}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Le 29 août 1923, Benito Mussolini adresse à la Grèce un ultimatum en sept points.",
            {("1923-08-29", "THREATEN")},
        ),
        (
            "La visite d'Emmanuel Macron avait été reportée en février après un attentat.",
            {("2021-02", "SUSPEND")},
        ),
        (
            "Après une entrevue sans lendemain, le 17 décembre 1982, Pieter Botha a rappelé son ambassadeur.",
            {("1982-12-17", "SANCTION")},
        ),
        (
            "Le 16 mai 2020, l'ONU vote pour la première fois de son histoire des sanctions contre le Mali.",
            {("2020-05-16", "SANCTION")},
        ),
    ],
)
def test_small_words_are_no_dates_and_part_no_verb(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le Front s'est rallié le 18 mai 2020 à la trêve conclue, puis, le 9 juin, à un pacte.", "SUPPORT"),
        ("Moscou s'est opposé le 18 mai 2020 à une enquête, puis, le 9 juin, au rapport proposé.", "REJECT"),
        ("Abdel Fattah al-Sissi s'est rendu le 18 mai 2020 à Rome et, le 9 juin, à Paris.", "CONSULT"),
    ],
)
def test_a_verb_goes_on_to_another_object_on_another_day(text: str, kind: str) -> None:
    assert told(text) == {("2020-05-18", kind), ("2020-06-09", kind)}


def test_a_month_that_names_what_had_been_is_behind_the_day_told() -> None:
    text = "1er juin 2020. - Vainqueur des élections d'avril, Jan Novak devient premier ministre."
    dates = {event.when.edtf for event in events_of(text, "fr", "2020-12-22")}
    assert dates == {"2020-06-01", "2020-04"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sergueï Lavrov a filé à Pékin le 3 mai 2021.", "CONSULT"),
        ("Antony Blinken s'est précipité à Djeddah le 3 mai 2021.", "CONSULT"),
        ("La Norvège a fait objection le 3 mai 2021.", "REJECT"),
        ("Les frégates grecque et turque se sont heurtées le 3 mai 2021.", "ASSAULT"),
        ("Washington a revu le programme de la visite le 3 mai 2021.", "SUSPEND"),
        ("La Jordanie a fermé trois points de passage le 3 mai 2021.", "SUSPEND"),
    ],
)
def test_more_words_for_journeys_objections_clashes_and_closures(text: str, kind: str) -> None:
    assert told(text) == {("2021-05-03", kind)}


def test_a_date_within_the_words_of_its_verb_is_of_that_verb() -> None:
    text = "Donald Trump a levé le 3 mai 2021 les restrictions pesant depuis 1992 sur l'Azerbaïdjan."
    assert told(text) == {("2021-05-03", "RETREAT")}


def test_a_noun_whose_own_day_is_told_is_not_counted() -> None:
    text = (
        "Joe Biden a signé un traité le 10 mai 2021 à Oslo, deux jours après une visite de Jan Novak, où "
        "Emmanuel Macron l'avait reçu le 7 mai."
    )
    assert ("2021-05-08", "CONSULT") not in told(text)
