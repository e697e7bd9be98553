"""Places: what stands after a preposition of place is a venue, a capital that acts is a government."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.places import find_places
from tests.actors.scoring import article_of
from tests.events.reading import events_of


def forms(text, language):
    return {(one.text, one.form) for one in find_places(article_of(text, language)).mentions}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ils se sont vus à Moscou.", "fr", ("Moscou", "venue")),
        ("Moscou a démenti.", "fr", ("Moscou", "government")),
        ("Négocier avec Moscou est vain.", "fr", ("Moscou", "government")),
        ("Des exercices prévus par Moscou.", "fr", ("Moscou", "government")),
        ("Le sommet de Varsovie a duré.", "fr", ("Varsovie", "venue")),
        ("Les accords de Minsk tiennent.", "fr", ("Minsk", "venue")),
        ("Il demande à Moscou de partir.", "fr", ("Moscou", "government")),
        ("Une réunion à Paris et Berlin.", "fr", ("Berlin", "venue")),
        ("Des soldats vont en Pologne.", "fr", ("Pologne", "venue")),
        ("La réunion aura lieu à La Haye.", "fr", ("La Haye", "venue")),
        ("Il est arrivé au Caire.", "fr", ("Caire", "venue")),
        ("L'aéroport du Havre est fermé.", "fr", ("Havre", "venue")),
        ("On se bat dans la vallée du Zorn.", "fr", ("Zorn", "venue")),
        ("On se bat près de Nadia.", "fr", ("Nadia", "venue")),
        ("Il a parlé à Nadia.", "fr", ("Nadia", "none")),
        ("Il s'envolera mardi pour Rome.", "fr", ("Rome", "venue")),
        ("La Hongrie se tait. Des Hongrois tirent dans la capitale.", "fr", ("capitale", "venue")),
        ("La Hongrie se tait. Des Hongrois vivent de la capitale économique.", "fr", ("capitale", "none")),
        ("La Hongrie menace Vienne. On tire dans la capitale.", "fr", ("capitale", "none")),
        ("Hungary is silent. Hungarian tanks are in the capital.", "en", ("capital", "venue")),
        ("Ils se sont vus en tête à tête à Rome.", "fr", ("Rome", "venue")),
        ("Il a tenu tête à Rome.", "fr", ("Rome", "government")),
        ("Il quitte l'île d'Elbe.", "fr", ("île d'Elbe", "venue")),
        ("Un avion abattu au-dessus de Cuba.", "fr", ("Cuba", "venue")),
        ("They met in Moscow.", "en", ("Moscow", "venue")),
        ("Moscow denied it.", "en", ("Moscow", "government")),
        ("The Warsaw summit opened.", "en", ("Warsaw", "venue")),
        ("The Treaty of Paris was signed.", "en", ("Paris", "venue")),
        ("He sent a message to Moscow.", "en", ("Moscow", "government")),
        ("He flew from Beijing to Geneva.", "en", ("Geneva", "venue")),
        ("GENEVA (Reuters) - Talks began.", "en", ("GENEVA", "venue")),
        ("Troops landed in Crimea.", "en", ("Crimea", "venue")),
        ("They met in the Saudi capital.", "en", ("Saudi capital", "venue")),
        ("Il est reçu dans la capitale libyenne.", "fr", ("capitale libyenne", "venue")),
        ("They signed at the White House.", "en", ("White House", "venue")),
        ("The White House denied it.", "en", ("White House", "none")),
        ("They met at Zorndorf on Monday.", "en", ("Zorndorf", "venue")),
        ("Ils se sont vus à Zorndorf.", "fr", ("Zorndorf", "venue")),
        ("They met in Oslo. There they signed.", "en", ("There", "pronoun")),
        ("Ils sont à Oslo. Ils y signeront.", "fr", ("y", "pronoun")),
        ("They met in Oslo. There is no text.", "en", ("There", "none")),
        ("Il rentre d'Oman, où il a parlé.", "fr", ("Oman", "venue")),
        ("He wrote to Zorndorf on Monday.", "en", ("Zorndorf", "none")),
        ("Il a parlé à Marcel Zorndorf.", "fr", ("Marcel", "none")),
    ],
)
def test_a_place_is_told_from_a_government(text, language, expected):
    name, form = expected
    found = dict(forms(text, language))
    assert found.get(name, "none") == form


@pytest.mark.parametrize(
    "text", ["Nice work, he said.", "Reading is fun.", "They split up.", "Nancy called."]
)
def test_words_that_are_also_cities_are_no_places(text):
    assert not forms(text, "en")


def test_one_city_has_one_id_in_both_languages_and_coordinates():
    french = find_places(article_of("À Bakou, ils ont signé.", "fr")).places
    english = find_places(article_of("In Baku they signed.", "en")).places
    assert list(french) == list(english)
    place = next(iter(french.values()))
    assert (place.country, round(place.lat), round(place.lon)) == ("AZ", 40, 50)


@given(st.text(max_size=300), st.sampled_from(["fr", "en", "it"]))
def test_offsets_are_exact(text, language):
    for one in find_places(article_of(text, language)).mentions:
        assert one.text == text[one.start : one.end]


@pytest.mark.parametrize(
    ("text", "language", "region"),
    [
        ("La décision des Criméens de rejoindre la Russie a surpris.", "fr", "crimea"),
        ("Le parlement catalan a voté.", "fr", "catalonia"),
        ("Crimeans voted in March.", "en", "crimea"),
        ("The Scottish vote was close.", "en", "scotland"),
    ],
)
def test_a_people_tells_its_region_without_being_a_venue(text, language, region):
    found = [(one.target, one.form) for one in find_places(article_of(text, language)).mentions]
    assert (region, "demonym") in found
    assert "venue" not in {form for target, form in found if target == region}


def test_who_meets_in_a_city_state_meets_in_its_city():
    [event] = events_of("France and Spain signed an agreement in Luxembourg on 7 March 2021.")
    assert event.place is not None
    assert event.place.lat is not None


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("A French jet exploded over Niger on 3 May 2021.", "en", "Niger"),
        ("Two Russian bombers circled over Belarus on 3 May 2021.", "en", "Belarus"),
        ("The United States carried out air strikes on Tripoli on 3 May 2021.", "en", "Tripoli"),
        ("Iran was invaded by the Soviet Union on 3 May 2021.", "en", "Iran"),
        ("L'URSS envahit l'Iran le 3 mai 2021.", "fr", "Iran"),
        ("Joe Biden, on a visit to Copenhagen, accused China of theft on 3 May 2021.", "en", "Copenhagen"),
        ("Crimea waits. Russian tanks landed on the peninsula on 3 May 2021.", "en", "Crimea"),
        ("La Crimée attend. La Russie a débarqué des chars sur la péninsule le 3 mai 2021.", "fr", "Crimea"),
        ("Les rebelles du M23 se sont emparés de Zorndorf le 3 mai 2021.", "fr", "Zorndorf"),
        ("OSLO - Talks on Mali open.\nJoe Biden met Jean Castex here on 3 May 2021.", "en", "Oslo"),
    ],
)
def test_where_an_act_is_told_to_be(text, language, place):
    (event,) = events_of(text, language)
    assert event.place is not None
    assert event.place.name("en") == place


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ANKARA, May 3 (Agency) - The United States and Russia swapped prisoners on Monday.", "en"),
        ("Kyiv accused its partners in Ulaanbaatar of theft on 3 May 2021.", "en"),
        ("Crimea and Sicily wait. Russian tanks landed on the island on 3 May 2021.", "en"),
    ],
)
def test_a_place_that_may_be_another_is_left_out(text, language):
    found = events_of(text, language, "2021-05-05")
    assert found
    assert all(event.place is None for event in found)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Lutsk was bombed.", "en", ("Lutsk", "ambiguous")),
        ("They fired on Tetovo.", "en", ("Tetovo", "ambiguous")),
        ("The cruiser General Belgrano sank.", "en", ("Belgrano", "none")),
        ("Mr Vaughan spoke.", "en", ("Vaughan", "none")),
        ("Vaughan spoke.", "en", ("Vaughan", "none")),
    ],
)
def test_a_small_town_needs_no_preposition_but_is_no_part_of_a_name(text, language, expected):
    assert dict(forms(text, language)).get(expected[0], "none") == expected[1]


def test_there_is_the_town_and_not_the_country_behind_it():
    reading = find_places(article_of("They met at Burnham, New Zealand. They signed there.", "en"))
    assert reading.mentions[-1].target == "burnham"


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("Rebels retook Qusair on 3 May 2021.", "en", "Qusair"),
        ("Elle a été reconduite à Djerba le 3 mai 2021.", "fr", "Djerba"),
        ("France and Spain signed an agreement at Mansion House on 3 May 2021.", "en", "London"),
    ],
)
def test_towns_islands_and_buildings_are_where_something_is(text, lang, place):
    [event] = events_of(text, lang)
    assert event.place is not None
    assert event.place.name("en") == place


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Title\n\nZORNDORF, Poland — Troops came.", "en", ("ZORNDORF", "venue")),
        ("Titre\n\nKIMBORO, 3 mai (Agence) - Ils sont là.", "fr", ("KIMBORO", "venue")),
        ("Title\n\nEXCLUSIVE — Troops came.", "en", ("EXCLUSIVE", "none")),
        ("They closed the Salmaq crossing.", "en", ("Salmaq", "ambiguous")),
        ("He is at the Kumbor naval base.", "en", ("Kumbor", "venue")),
        ("Zorndorf, a village in the hills, was shelled.", "en", ("Zorndorf", "ambiguous")),
        ("Zorndorf, a city councillor, spoke.", "en", ("Zorndorf", "none")),
        ("Zorndorf, village du nord, brûle.", "fr", ("Zorndorf", "ambiguous")),
        ("Ils sont sur le récif de Zorndorf.", "fr", ("Zorndorf", "venue")),
        ("They hold the hamlet of Zorndorf.", "en", ("Zorndorf", "venue")),
        ("Rebels captured Zorndorf.", "en", ("Zorndorf", "venue")),
        ("Rebels captured Marcel.", "en", ("Marcel", "none")),
    ],
)
def test_an_unknown_place_is_told_by_what_it_is(text, language, expected):
    assert dict(forms(text, language)).get(expected[0], "none") == expected[1]


@pytest.mark.parametrize(
    ("name", "english"),
    [("Tcherepovets", "Cherepovets"), ("Khouzdar", "Khuzdar"), ("Limoux", None), ("Bourges", None)],
)
def test_a_place_is_known_by_its_sound_in_another_spelling(name, english):
    [place] = find_places(article_of(f"Ils se sont vus à {name}.", "fr")).places.values()
    assert place.names.get("en") == english
