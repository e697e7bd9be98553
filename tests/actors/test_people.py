"""Who is one person, who is two, and what is none."""

import pytest

from dashboard.actors import find_actors
from dashboard.model import ActorKind
from tests.actors.scoring import article_of


def people_of(text, language):
    """The names of all people whom a text speaks of."""
    actors = find_actors(article_of(text, language)).actors.values()
    return {one.names[language] for one in actors if one.kind is ActorKind.PERSON}


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Party chief Hu Yao-pang met envoys. Hu was glad.", "en", {"Hu Yao-pang"}),
        ("Premier Zhou Ziyang spoke.", "en", {"Zhou Ziyang"}),
        ("The Spanish diplomat Fernando Arias-Salgado left.", "en", {"Fernando Arias-Salgado"}),
        ("Minister Luis Fernández de Córdoba left.", "en", {"Luis Fernández de Córdoba"}),
    ],
)
def test_a_known_surname_or_place_is_not_the_whole_of_a_longer_name(text, language, people):
    assert people_of(text, language) == people


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("President Sixto Durán Ballén came. Mr. Durán Ballén spoke.", "en", {"Sixto Durán Ballén"}),
        ("Le président Sixto Durán Ballén parle. M. Durán Ballén part.", "fr", {"Sixto Durán Ballén"}),
        ("Luis Gómez de Córdoba came. Gómez de Córdoba spoke.", "en", {"Luis Gómez de Córdoba"}),
        ("Ana María Ruiz came. María Ruiz spoke.", "en", {"Ana María Ruiz", "María Ruiz"}),
    ],
)
def test_two_surnames_alone_mean_who_bears_both(text, language, people):
    assert people_of(text, language) == people


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Le chef Wali Jumlat est mort. Son fils Taymur règne. Le ministre Taymur Jumlat parle.", "fr",
         {"Wali Jumlat", "Taymur Jumlat"}),
        ("President Wali Jumlat died. His son Taymur rules. Taymur Jumlat spoke.", "en",
         {"Wali Jumlat", "Taymur Jumlat"}),
        ("President Wali Jumlat saw his son John. John Kerry left.", "en",
         {"Wali Jumlat", "John", "John Kerry"}),
    ],
)  # fmt: skip
def test_a_son_by_his_given_name_is_who_has_the_family_s_name(text, language, people):
    assert people_of(text, language) == people


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("A Roman Catholic priest was freed.", "en", set()),
        ("Daw Khin Htay was glad.", "en", {"Khin Htay"}),
        ("Envoy recalled\nElena Marsh in Rabat\n\nMorocco replied.", "en", set()),
        ("Envoy recalled\nElena Marsh in Rabat\n\nMs. Marsh was freed.", "en", {"Elena Marsh"}),
        ("Un envoyé rappelé\nHélène Marchand à Rabat\n\nLe Maroc répond.", "fr", set()),
        ("Talks end\nBy our special correspondent Ann Pell\n\nMorocco replied.", "en", set()),
    ],
)
def test_a_creed_an_honorific_and_an_author_are_nobody(text, language, people):
    assert people_of(text, language) == people


@pytest.mark.parametrize(
    ("text", "language", "absent"),
    [
        ("The West African nation of Togo protested.", "en", "west"),
        ("Leaders of former Soviet states met.", "en", "su"),
        ("Les anciens États soviétiques se réunissent.", "fr", "su"),
        ("Le Karabakh échappe à l'autorité de Bakou.", "fr", "autorite-de-bakou"),
        ("Affaire Safarov : l'Arménie proteste.", "fr", "affaire-safarov"),
        ("A poll for El Mundo showed gains.", "en", "el-mundo"),
    ],
)
def test_what_only_describes_or_reports_does_not_act(text, language, absent):
    assert absent not in find_actors(article_of(text, language)).actors


@pytest.mark.parametrize(
    ("text", "language", "person", "served"),
    [
        ("They saw President Emmanuel Macron, European Council President Donald Tusk and others.", "en",
         "Emmanuel Macron", "fr"),
        ("Jon Nuru, Kenya's envoy to President Donald Trump, spoke.", "en", "Jon Nuru", "ke"),
        ("L'ambassadeur de France au Liban Hervé Dupont a parlé.", "fr", "Hervé Dupont", "fr"),
    ],
)  # fmt: skip
def test_an_office_before_a_name_is_that_one_s(text, language, person, served):
    actors = find_actors(article_of(text, language)).actors.values()
    assert next(one for one in actors if person in one.names.values()).affiliation == served


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Kenya's Second Minister of Trade spoke.", "en", set()),
        ("Asha Nuru, spokesperson of Pakistan MoFA, spoke.", "en", {"Asha Nuru"}),
        ("Minister Asha Nuru wrote to @AshaNuruOffice.", "en", {"Asha Nuru"}),
        ("They thanked Asha Nuru and Harbour Advisory (HA).", "en", {"Asha Nuru"}),
        ("The Indigenous Peoples of Guatemala protested.", "en", set()),
        ("Mesdames et Messieurs les Ministres, Excellences, merci.", "fr", set()),
    ],
)
def test_an_office_alone_an_acronym_and_a_form_of_address_are_nobody(text, language, people):
    assert people_of(text, language) == people


def test_a_movement_s_congress_is_no_state_s():
    text = "Envoys of the United States saw the Beja Congress."
    assert "us-congress" not in find_actors(article_of(text, "en")).actors


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Spokesman Kongcheep Tantrawanich spoke. Mr Kongcheep left.", "en", {"Kongcheep Tantrawanich"}),
        ("General Mya Tun Oo attended.", "en", {"Mya Tun Oo"}),
        ("Prime Minister Datuk Seri Anwar Ibrahim spoke.", "en", {"Anwar Ibrahim"}),
        (
            "The spokesman, Shri Anil Deshpande, spoke. Smt. Leela Rao left.",
            "en",
            {"Anil Deshpande", "Leela Rao"},
        ),
        ("Le roi reçut le pasteur Ndabaningi Mokoena.", "fr", {"Ndabaningi Mokoena"}),
        ("Bakou répond. (Reportage Ron Popeski; version française Camille Raynaud)", "fr", set()),
        ("An ASEAN Defence Attaché Monitoring Team (AMT) met.", "en", set()),
    ],
)
def test_names_stay_whole_without_honorifics_and_credits_behind_a_text_are_nobody(text, language, people):
    assert people_of(text, language) == people


def test_a_permanent_representative_serves_the_state_that_sent_him():
    text = "Le représentant permanent de la Russie auprès de l'ONU, Piotr Iline, a parlé."
    assert find_actors(article_of(text, "fr")).actors["piotr-iline"].affiliation == "ru"


@pytest.mark.parametrize(
    ("text", "language", "person", "served"),
    [
        ("Iran met NATO, whose secretary general, Jon Nuru, spoke.", "en", "Jon Nuru", "nato"),
        ("L'Iran a vu la Ligue arabe, dont le secrétaire général, Jean Noury, a parlé.", "fr", "Jean Noury",
         "arab-league"),
        ("Iran freed him. Belgian Prime Minister Alexander De Croo and the justice minister, Jan Maes, came.",
         "en", "Jan Maes", "be"),
        ("It told Kenya, the Turkish president, Ali Kaya, and Prime Minister Ada Demir.", "en", "Ada Demir",
         "tr"),
        ("The leader of the Union of Upland Forces, Jon Nuru, met the EU.", "en", "Jon Nuru", None),
    ],
)  # fmt: skip
def test_an_office_is_served_where_its_neighbours_tell(text, language, person, served):
    actors = find_actors(article_of(text, language)).actors.values()
    found = next(one for one in actors if person in one.names.values()).affiliation
    assert found == served if served else found != "eu"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Raúl Roa Lamas", "raul-roa"),
        ("Habib Bourguiba Jr.", "bourguiba"),
        ("Adlai Stevenson IV", "adlai-stevenson"),
    ],
)
def test_a_known_name_that_goes_on_is_somebody_elses(name, known):
    actors = find_actors(article_of(f"Ambassador {name} arrived in Geneva on Monday.", "en")).actors
    assert known not in actors
    assert any(name.startswith(one) for actor in actors.values() for one in actor.names.values())


def test_a_known_name_in_a_headline_stands_for_its_bearer():
    actors = find_actors(article_of("Emmanuel Macron Visits Berlin\n\nHe came by train.", "en")).actors
    assert "macron" in actors


@pytest.mark.parametrize("name", ["Hassan at-Turabi", "Fayez as-Sarraj", "Taha ed-Din", "Nguyen Van An"])
def test_a_small_article_joined_to_a_name_and_a_last_name_like_a_word_are_part_of_it(name):
    actors = find_actors(article_of(f"Foreign Minister {name} arrived in Geneva.", "en")).actors.values()
    assert name in {given for actor in actors for given in (*actor.names.values(), *actor.aliases)}


def test_a_known_person_first_named_with_more_names_is_known():
    text = "Cyrus Edwin Vance, a lawyer, was born in Clarksburg. Cyrus Vance later went to Moscow."
    assert {"vance"} == {one for one in find_actors(article_of(text, "en")).actors if "vance" in one}


def test_the_last_word_of_an_arabic_compound_calls_its_bearer_later():
    text = "Foreign Minister Hadi Abdel Karoui arrived in Geneva. Karoui signed the text."
    people = [
        one for one in find_actors(article_of(text, "en")).actors.values() if one.kind is ActorKind.PERSON
    ]
    assert len(people) == 1


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Sultan bin Salman bin Abdulaziz", "king-salman"),
        ("Turki bin Hussein bin Talal", "king-hussein"),
        ("Youssef Boutros Ghali", "boutros-ghali"),
    ],
)
def test_a_known_name_that_ends_a_longer_one_is_a_relatives(name, known):
    actors = find_actors(article_of(f"Minister {name} arrived in Geneva on Monday.", "en")).actors
    assert known not in actors
    assert name in {given for actor in actors.values() for given in (*actor.names.values(), *actor.aliases)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The freighter Ebn Sina steamed down to the Gulf on Monday.", "en"),
        ("The trawler Chu Feng left port on Monday.", "en"),
        ("Le chalutier Cornelis Gert Jan a quitté le port lundi.", "fr"),
        ("Le coquillier Gert Jan a pu quitter Le Havre.", "fr"),
    ],
)
def test_a_ship_is_no_person(text: str, language: str) -> None:
    assert not people_of(text, language)


def test_a_known_name_of_one_word_stands_for_its_bearer_behind_an_office():
    assert "subandrio" in find_actors(article_of("Foreign Minister Subandrio flew to Geneva.", "en")).actors


def test_a_given_name_that_a_town_bears_too_is_read_behind_an_office_of_many_words():
    actors = find_actors(
        article_of("Le ministre des Affaires étrangères Takeo Varela est arrivé.", "fr")
    ).actors
    assert "takeo-varela" in actors


def test_an_office_with_a_hyphen_is_no_part_of_the_name_behind_it():
    found = find_actors(article_of("Vice-minister Ana Nuru spoke. Then-minister Jo Welu left.", "en")).actors
    assert {"ana-nuru", "jo-welu"} <= set(found)


def test_a_joint_rank_and_a_short_given_name_are_no_names_of_their_own():
    found = find_actors(article_of("Colonel-Major Ana Nuru left. Mr. Md. Shahidul Haque spoke.", "en")).actors
    assert set(found) == {"ana-nuru", "shahidul-haque"}
