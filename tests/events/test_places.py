"""Where an event is, by what stands around a place in its sentence."""

import pytest

from tests.events.reading import cast, events_of, only, timeline_of


def place_of(text: str, lang: str = "en", kind: str | None = None) -> str | None:
    """The English name of the place of the only event, or of the only one of a type."""
    [event] = [one for one in events_of(text, lang) if kind in (None, one.type)]
    return event.place.name("en") if event.place is not None else None


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("Peru and Chile met on the island of Contadora on 3 May 2021.", "en", "Contadora"),
        ("Peru and Chile met on the Lachin corridor on 3 May 2021.", "en", "Lachin"),
        ("The presidents of France and Spain met on Hans Island on 3 May 2021.", "en", "Hans Island"),
        (
            "Le Pérou et le Chili ont signé un traité sur une base militaire d'Anchorage le 3 mai 2021.",
            "fr",
            "Anchorage",
        ),
        (
            "La France et l'Italie ont signé un accord au bord du lac Léman le 3 mai 2021.",
            "fr",
            "Lake Geneva",
        ),
        ("Le 3 mai 2021, un navire allemand jeta l'ancre devant le port marocain d'Agadir.", "fr", "Agadir"),
    ],
)
def test_what_a_place_is_tells_that_somebody_is_there(text, lang, place):
    assert place_of(text, lang) == place


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("On 3 May 2021 Morocco rejected Spain's sovereignty on the islet of Perejil.", "en"),
        ("Le 3 mai 2021, le Maroc a rejeté la souveraineté de l'Espagne sur l'îlot de Perejil.", "fr"),
        ("On 3 May 2021 Norway condemned the capture of fishermen on an islet south of Goa.", "en"),
    ],
)
def test_what_an_act_is_about_is_not_where_it_is(text, lang):
    assert place_of(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("Saad Hariri a démissionné depuis Riyad le 3 mai 2021.", "fr", "Riyadh"),
        ("Macron a condamné l'Iran le 3 mai 2021, en marge d'une conférence à Nairobi.", "fr", "Nairobi"),
        (
            "On 3 May 2021 Juan Guaido proclaimed himself president before a crowd in Caracas.",
            "en",
            "Caracas",
        ),
    ],
)
def test_what_is_beside_an_act_may_tell_where_it_is(text, lang, place):
    assert place_of(text, lang) == place


def test_what_is_fired_from_a_place_strikes_elsewhere():
    assert place_of("Des roquettes tirées depuis le Tigré ont frappé un convoi le 3 mai 2021.", "fr") is None


@pytest.mark.parametrize(
    ("text", "lang", "places"),
    [
        (
            "An accord, initialled at Taba and signed in Washington on 28 September 2020, parted the land.",
            "en",
            ["Washington"],
        ),
        (
            "Le pasteur Brunson, arrêté en octobre 2020 à Izmir, a été condamné le 25 mars 2021.",
            "fr",
            [None, "İzmir"],
        ),
        ("Gershkovich, detained in Sochi on 29 March 2021, was sentenced on 3 May.", "en", ["Sochi", None]),
        ("The delegates met at Machakos, in Kenya, on 3 May 2021.", "en", ["Machakos"]),
        ("Sarkozy flew to Moscow and Tbilisi on 3 May 2021.", "en", ["Moscow"]),
        ("Armed men landed at Macuto, north of Caracas, on 3 May 2021.", "en", ["Macuto"]),
        (
            "Two days after the coup in Ankara, on 10 May 2019, Macron received Merkel in Nice.",
            "en",
            ["Ankara", "Nice"],
        ),
    ],
)
def test_a_place_beside_a_date_is_where_that_act_is(text, lang, places):
    events = timeline_of(text, lang).events
    assert sorted(str(one.place and one.place.name("en")) for one in events) == sorted(map(str, places))


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("Holbrooke est encore allé voir Milosevic à Belgrade le 3 mai 2021.", "fr", "Belgrade"),
        ("Blinken ne rencontrera pas Lavrov, comme prévu le 3 mai 2021 à Genève.", "fr", "Geneva"),
    ],
)
def test_what_somebody_goes_to_do_is_at_the_same_place(text, lang, place):
    assert place_of(text, lang) == place


def test_who_flies_to_a_capital_is_there():
    text = "Le président Macron s'est envolé le 3 mai 2021 pour la capitale saoudienne."
    assert place_of(text, "fr") == "Riyadh"


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("Spain claims Perejil. The last legionnaires left the rock on 3 May 2021.", "en", "Perejil"),
        ("Odessa attend. Le 3 mai 2021, des missiles frappaient le port.", "fr", "Odesa"),
        ("On s'est vu à Istanbul. L'Iran et l'Irak ont signé dans la ville le 3 mai 2021.", "fr", "Istanbul"),
        ("Nigeria holds Bakassi. Soldiers landed on the peninsula on 3 May 2021.", "en", "Bakassi"),
        (
            "Rebels hold Bakassi and Sakhalin. Soldiers landed on the island of Elba on 3 May 2021.",
            "en",
            "Elba",
        ),
    ],
)
def test_a_place_is_told_again_by_what_it_is(text, lang, place):
    assert place_of(text, lang) == place


def test_of_two_islands_none_is_the_island():
    text = "Rebels hold Corsica and Sardinia. Soldiers landed on the island on 3 May 2021."
    assert place_of(text) is None


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        (
            "À Genève, deux sessions ne donnent rien, et le 15 mars 2021 Brahimi lève la séance.",
            "fr",
            "Geneva",
        ),
        ("At Russia's request, the Security Council condemned Iran on 3 May 2021.", "en", None),
    ],
)
def test_what_opens_a_sentence_is_where_all_is_that_it_tells(text, lang, place):
    assert place_of(text, lang) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("THE HAGUE (Agency) - Ecuador told the judges on 14 June that it was sorry.", "The Hague"),
        ("QUITO (Agency) - Ecuador told the judges on 14 June that it was sorry.", None),
        ("GENEVA (Agency) - France and Spain pledged on 14 June to help.", "Geneva"),
    ],
)
def test_who_has_come_to_the_city_of_a_dateline_speaks_there(text, place):
    assert place_of(f"Title\n\n{text}") == place


def test_a_city_named_in_a_clause_is_finer_than_the_country_before_it():
    text = "Luxon visited China, where he met Xi Jinping in Beijing on 3 May 2021."
    assert place_of(text, kind="CONSULT") == "Beijing"


def test_what_is_between_two_cities_is_in_neither():
    assert place_of("Flights between Doha and Riyadh resumed on 3 May 2021.") is None


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("The last Algerian soldiers left Mali on 3 May 2021.", "en", "Mali"),
        ("Les diplomates mexicains ont quitté l'Équateur le 3 mai 2021.", "fr", "Ecuador"),
        ("On 3 May 2021 Japan struck South Korea off a list.", "en", None),
        ("Obama left for Argentina on 3 May 2021.", "en", "Argentina"),
        ("The G7 summit was hosted by Italy on 3 May 2021.", "en", "Italy"),
        ("A Tbilisi court jailed the officers on 3 May 2021.", "en", "Tbilisi"),
        ("Le 3 mai 2021, lors du Conseil atlantique d'Oslo, M. Blair a vu Angela Merkel.", "fr", "Oslo"),
        (
            "Angela Merkel a signé un accord avec M. Blair sous une tente de Tripoli le 3 mai 2021.",
            "fr",
            "Tripoli",
        ),
        ("Blair et Merkel ont signé un accord au bord du lac de Prespa le 3 mai 2021.", "fr", "Lake Prespa"),
    ],
)
def test_whom_one_leaves_or_hosts_and_whose_court_it_is_tell_where(text, lang, place):
    assert place_of(text, lang) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("According to officials in Washington, Iran attacked the convoy on 3 May 2021.", None),
        ("At a retreat of officials in Gabiro on 3 May 2021, Kagame accused Uganda.", "Gabiro"),
    ],
)
def test_where_a_source_is_is_not_where_the_act_was(text, place):
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "lang", "other"),
    [
        ("Honduras had written to Taiwan on 13 May 2021.", "en", "tw"),
        ("The Court awarded the temple to Phnom Penh on 13 May 2021.", "en", "kh"),
        ("Paris écrivit à Moscou le 13 mai 2021.", "fr", "ru"),
    ],
)
def test_whom_a_verb_in_any_of_its_forms_is_to_is_somebody_and_no_place(text, lang, other):
    event = only(text, lang)
    assert other in cast(event)
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Japan said on 3 May 2021 that it recognised no authorities in Niger.", "en", None),
        ("On 3 May 2021 Canada froze all assets of the ministries in Chad.", "en", None),
        ("Canada warned its nationals on 3 May 2021 against hate crimes in Peru.", "en", None),
        ("Tony Blair told reporters in Peru on 3 May 2021 that he was tired.", "en", "Peru"),
        ("Le Japon a rejeté le 3 mai 2021 toute tutelle sur les écoles au Niger.", "fr", None),
    ],
)
def test_where_a_thing_is_that_words_are_about_is_not_where_they_fall(text, language, place):
    found = only(text, language).place
    assert (found and found.name("en")) == place


def test_a_country_that_no_place_tells_is_not_where_its_host_is():
    assert only("In December 2002 Chilean ships chased a Peruvian patrol boat.").place is None


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Nine hostages held for weeks in Kabul landed before dawn on 3 May 2021 in Oslo.", "en", "Oslo"),
        ("Tony Blair met Jacques Chirac after midnight on 3 May 2021 in Oslo.", "en", "Oslo"),
        ("A man arrested in Oslo was deported to Chad on 3 May 2021.", "en", None),
        ("Un homme arrêté à Oslo a été expulsé le 3 mai 2021.", "fr", None),
        ("Neuf otages retenus à Kaboul ont atterri le 3 mai 2021 avant l'aube à Oslo.", "fr", "Oslo"),
        ("Les ministres réunis à Oslo ont condamné l'Irak le 3 mai 2021.", "fr", "Oslo"),
        ("The spokesman of the ministry in Oslo, Jan Berg, denied on 3 May 2021 that Iraq paid.", "en", None),
        ("Le parlement de Skopje a ratifié l'accord le 3 mai 2021.", "fr", "Skopje"),
    ],
)
def test_a_place_of_what_was_done_before_or_of_a_post_is_not_where_an_act_is(text, language, place):
    found = only(text, language).place
    assert (found and found.name("en")) == place
