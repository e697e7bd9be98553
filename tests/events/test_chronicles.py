"""Chronologies as research institutes and agencies print them: each entry's date is its own."""

from tests.events.reading import events_of

FRENCH_YEARS = """Les relations entre Lisbonne et Jakarta, année par année

1975 – 7 décembre : l'armée indonésienne envahit le Timor oriental.

– 22 décembre : le Conseil de sécurité condamne l'invasion.

1999 – 5 mai : le Portugal et l'Indonésie signent un accord à New York.
"""
FRENCH_DASHES = """Portugal et Indonésie en quelques dates

Vingt ans de relations entre les deux pays.

--1999--

- 5 mai: Lisbonne et Jakarta signent un accord à New York.

- Décembre: Les deux pays rétablissent leurs relations diplomatiques.

--2002--

- 20 mai: Le Portugal reconnaît le Timor oriental.
"""
ENGLISH_LINES = """Lisbon and Jakarta: a chronology

1975: Indonesia invades East Timor
5 May 1999: Portugal and Indonesia sign an agreement in New York to hold a vote
20 May 2002: Portugal recognises East Timor and closes its mission in the capital
"""
SECTIONS = """2014 à 2016 - Un accord et une crise

2014 - L'accord de Lisbonne
Le 3 mars, le Portugal et le Maroc signent un accord à Lisbonne.
2015 - Le Portugal expulse des diplomates
Le 9 avril, Lisbonne expulse deux diplomates marocains.
"""


def dated(text, language, published):
    """The dates and types of a text's events, in order."""
    return [(event.when.edtf, event.type) for event in events_of(text, language, published)]


def test_a_year_and_a_dash_give_their_year_to_the_day_and_to_the_entries_below():
    assert dated(FRENCH_YEARS, "fr", "2010-01-04") == [
        ("1975-12-07", "ASSAULT"),
        ("1975-12-22", "ACCUSE"),
        ("1999-05-05", "AGREE"),
    ]


def test_a_year_between_dashes_heads_the_entries_below_it():
    assert [when for when, _ in dated(FRENCH_DASHES, "fr", "2015-11-24")] == [
        "1999-05-05",
        "1999-12",
        "2002-05-20",
    ]


def test_an_english_entry_may_write_its_year_first():
    text = "Dates\n\nThis is how it went.\n\n1975 – December 7: Indonesia invades East Timor.\n"
    assert dated(text, "en", "2010-01-04") == [("1975-12-07", "ASSAULT")]


def test_lines_without_a_stop_are_entries_and_not_headings_or_one_wrapped_sentence():
    assert dated(ENGLISH_LINES, "en", "2010-01-04")[:2] == [("1975", "ASSAULT"), ("1999-05-05", "AGREE")]
    assert "2002-05-20" in [when for when, _ in dated(ENGLISH_LINES, "en", "2010-01-04")]


def test_a_heading_with_a_year_sums_up_what_is_told_below_it():
    assert dated(SECTIONS, "fr", "2018-01-04") == [("2014-03-03", "AGREE"), ("2015-04-09", "SANCTION")]


def test_the_sunday_after_something_in_a_year_is_no_day():
    text = (
        "En 2015, après seize heures, Vladimir Poutine a annoncé un cessez-le-feu pour le dimanche suivant."
    )
    assert dated(text, "fr", "2022-02-24") == [("2015", "RETREAT")]


def test_a_short_entry_dates_the_sentences_behind_it_too():
    text = """The truce and its end

How the affair went, day by day.

2 October – The truce expires. Bahrain blames the Houthis.

3 October – The port closes. Bahrain expels the Iranian envoy.
"""
    assert dated(text, "en", "2023-12-01")[-1] == ("2023-10-03", "SANCTION")
    assert ("2023-10-02", "ACCUSE") in dated(text, "en", "2023-12-01")


def test_those_who_were_both_hit_are_no_pair_that_a_truce_is_between():
    hit = "A drone killed two Bahraini and three Saudi soldiers on 25 September 2023."
    text = f"{hit} The truce expired on 2 October."
    event = events_of(text, "en", "2023-12-01")[-1]
    assert event.type == "SUSPEND"
    assert event.participants == ()
