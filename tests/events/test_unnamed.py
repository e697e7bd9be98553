"""Who takes part where a sentence names nobody: the affair of two, officials, bodies of nobody."""

import pytest

from tests.events.reading import events_of

_FEUD = (
    "Laos and Thailand: an old quarrel\n\nLaos shut its border with Thailand on 2 March 2021. "
    "Thailand called Laos a bad neighbour on 4 March 2021. "
)
_BROUILLE = (
    "Le Laos et la Thaïlande se disputent\n\nLe Laos a fermé sa frontière avec la Thaïlande le 2 mars 2021. "
    "La Thaïlande a critiqué le Laos le 4 mars 2021. "
)
_THREE = "The foreign ministers of Laos, Thailand and Vietnam arrived on 1 May 2021. "
_TROIS = "Les ministres des Affaires étrangères du Laos, de Thaïlande et du Vietnam ont parlé mardi. "
_GEORGIA = "Georgia waits. The Georgian opposition marches, Georgia's president pleads. Tbilisi is calm. "
_GEORGIE = "La Géorgie attend. L'opposition géorgienne défile, le chef géorgien prie. Tbilissi gronde. "


def on(day: str, text: str, language: str = "en") -> set[str]:
    (event,) = (event for event in events_of(text, language) if event.when.edtf == day)
    return {one.actor for one in event.participants}


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        (
            _FEUD + "Prem Sarasin flew to Oslo. Three rounds of talks, in May 2021, led nowhere.",
            "en",
            {"la", "th"},
        ),
        (
            _FEUD + "Prem Sarasin met Kham Vong in Oslo on 9 April 2021. "
            "A joint technical committee first met in May 2021.",
            "en",
            {"la", "th"},
        ),
        (_FEUD + "Talks between the two foreign ministers are planned for May 2021.", "en", {"la", "th"}),
        (
            _FEUD
            + "Laos and Thailand signed a truce on 9 April 2021. Ten states signed a convention in May 2021.",
            "en",
            set(),
        ),
        (
            _BROUILLE + "Deux tours de négociations, en mai 2021, ont échoué.",
            "fr",
            {"la", "th"},
        ),
    ],
)
def test_talks_that_name_nobody_are_those_of_an_affair_of_two(text, language, who):
    assert on("2021-05", text, language) == who


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (_THREE + "The three ministers met Jean Castex on 3 May 2021.", "en"),
        (_TROIS + "Les trois ministres ont rencontré Jean Castex le 3 mai 2021.", "fr"),
    ],
)
def test_ministers_whom_nobody_names_are_their_states(text, language):
    assert on("2021-05-03", text, language) >= {"la", "th", "vn"}


def test_the_camps_of_a_civil_war_are_the_state_and_its_movement():
    text = (
        "Sudan's war\n\nThe Rapid Support Forces took Nyala on 2 March 2021. Sudan's army lost El Fasher to "
        "the Rapid Support Forces on 4 March 2021; Sudan denied it. Chad and Egypt looked on. "
        "The two camps signed a truce on 3 May 2021."
    )
    assert on("2021-05-03", text) == {"sd", "rsf-sudan"}


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Police in Geneva arrested Ali Nuru on 3 May 2021.", "en", "ch"),
        ("La police de Trieste a arrêté Ali Nuru le 3 mai 2021.", "fr", "it"),
        (_GEORGIA + "The police arrested Ali Nuru on 3 May 2021.", "en", "ge"),
        (_GEORGIE + "La police a arrêté Ali Nuru le 3 mai 2021.", "fr", "ge"),
    ],
)
def test_police_serve_the_state_of_their_city_or_the_only_one_that_is_told_of(text, language, actor):
    assert actor in on("2021-05-03", text, language)


@pytest.mark.parametrize(
    "text",
    [
        _GEORGIA + "Evo Morales fled from Bolivia under pressure. The army arrested Ali Nuru on 3 May 2021.",
        _GEORGIA + "The troops arrested Ali Nuru on 3 May 2021.",
    ],
)
def test_an_army_told_of_among_people_of_another_state_is_not_the_articles_own(text):
    assert "ge" not in on("2021-05-03", text)


def test_police_of_nobody_are_nobodys_between_two_states():
    assert on("2021-05-03", _FEUD + "The police arrested Ali Nuru on 3 May 2021.") == {"ali-nuru"}


@pytest.mark.parametrize(
    ("text", "language", "whose"),
    [
        ("The ICJ heard Laos. The judges rejected the claim of Laos on 3 May 2021.", "en", True),
        ("La CIJ a entendu le Laos. La cour a rejeté la plainte du Laos le 3 mai 2021.", "fr", True),
        ("La CIJ a entendu le Laos. La cour suprême a rejeté la plainte du Laos le 3 mai 2021.", "fr", False),
    ],
)
def test_the_court_is_the_only_one_that_was_named(text, language, whose):
    assert ("icj" in on("2021-05-03", text, language)) is whose


def test_some_of_them_are_nobody_who_was_named():
    text = (
        "Tony Blair met Jacques Chirac. A mob set upon Italian soldiers and hurt ten of them on 3 May 2021."
    )
    assert on("2021-05-03", text) == {"it"}


def test_elle_is_the_state_that_leads_the_sentence_before_rather_than_a_woman_further_off():
    text = (
        "Angela Merkel a parlé. La Chine a arrêté Pierre Dupont. "
        "Elle a accusé Pierre Dupont d'espionnage le 3 mai 2021."
    )
    assert "cn" in on("2021-05-03", text, "fr")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Chad sued Mali on 3 May 2021 with the backing of Senegal.", "en"),
        ("Chad attacked Mali on 3 May 2021 with Senegal's blessing.", "en"),
        ("Le Tchad a attaqué le Mali le 3 mai 2021 avec l'appui du Sénégal.", "fr"),
    ],
)
def test_who_only_wishes_an_act_well_takes_no_part(text, language):
    assert on("2021-05-03", text, language) == {"td", "ml"}


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        (
            "Tony Blair saw Jacques Chirac and Gerhard Schröder. The two men left. They met on 3 May 2021.",
            "en",
            {"chirac", "schroder"},
        ),
        (
            "Tony Blair and Jacques Chirac dined with Vladimir Putin. He met Gerhard Schröder on 3 May 2021.",
            "en",
            {"schroder"},
        ),
        ("Tony Blair parle. Jacques Chirac, lui, a rencontré Gerhard Schröder le 3 mai 2021.", "fr",
         {"chirac", "schroder"}),
        ("Angela Merkel parle en reine, et le Brésil l'a rencontrée le 3 mai 2021.", "fr", {"br", "merkel"}),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means_beside_others(text, language, who):
    assert on("2021-05-03", text, language) == who


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Chad recalled its envoy in Oslo on 3 May 2021 after Ali, in a letter to Tony Blair, left.",
            {"td", "no"},
        ),
        ("The UN named Tony Blair its envoy to Syria on 3 May 2021.", {"un", "blair"}),
        ("Ali Nuru had been to Oslo; in May 2021 two of the captives were freed after he spoke.", set()),
    ],
)
def test_who_is_named_beside_an_act_is_not_its_target(text, actors):
    assert on("2021-05-03" if "3 May" in text else "2021-05", text) == actors


@pytest.mark.parametrize(
    "text",
    [
        "The UN urged Laos on 1 May 2021 to wait. A truce was signed on 3 May 2021.",
        "The UN urged Laos on 1 May 2021 to wait. Laos resumed relations on 3 May 2021.",
    ],
)
def test_a_truce_is_between_the_two_of_an_affair_whoever_spoke_just_before(text):
    assert on("2021-05-03", _FEUD + text) == {"la", "th"}


def test_a_name_before_the_acronym_of_somebody_known_is_his():
    text = "Colombia and the National Liberation Army (ELN) signed a truce on 3 May 2021."
    assert on("2021-05-03", text) == {"co", "eln"}
