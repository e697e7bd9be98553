"""Titles: short, unique, whole, with the articles and prepositions of each language."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import read_article
from dashboard.events import build_timeline
from dashboard.events.ontology import kinds
from dashboard.events.phrasing import english, french, french_place, short_name
from dashboard.events.titles import LONGEST, _wording, compose, entitle
from dashboard.gazetteer import knowledge
from dashboard.gazetteer.translations import translations
from dashboard.model import (
    Actor,
    ActorKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    Role,
    Status,
    When,
)
from dashboard.resources import data_path
from tests.affair import affair
from tests.events.reading import only
from tests.properties import examples

NAMES = _wording("fr")["names"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("OTAN", "de l'OTAN"), ("Russie", "de la Russie"), ("Maroc", "du Maroc"),
        ("États-Unis", "des États-Unis"),
        ("Cuba", "de Cuba"), ("Israël", "d'Israël"), ("Hongrie", "de la Hongrie"), ("Iran", "de l'Iran"),
        ("Mexique", "du Mexique"), ("ministère russe de la Défense", "du ministère russe de la Défense"),
        ("armée américaine", "de l'armée américaine"), ("Conseil de sécurité", "du Conseil de sécurité"),
        ("Yémen", "du Yémen"), ("UE", "de l'UE"), ("Pays-Bas", "des Pays-Bas"), ("Gaza", "de Gaza"),
        ("Cédéao", "de la Cédéao"),
    ],
)  # fmt: skip
def test_french_of(name, said):
    assert french(name, "de", proper=False, names=NAMES) == said


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("Bakou", "city", "à Bakou"), ("Le Caire", "city", "au Caire"), ("La Haye", "city", "à La Haye"),
        ("Pologne", "country", "en Pologne"), ("États-Unis", "country", "aux États-Unis"),
        ("Maroc", "country", "au Maroc"), ("Iran", "country", "en Iran"), ("Cuba", "country", "à Cuba"),
        ("Crimée", "region", "en Crimée"), ("Haut-Karabakh", "region", "au Haut-Karabakh"),
        ("Israël", "country", "en Israël"), ("bande de Gaza", "region", "dans la bande de Gaza"),
        ("île d'Elbe", "region", "sur l'île d'Elbe"),
        ("Saint-Vincent-et-les-Grenadines", "country", "à Saint-Vincent-et-les-Grenadines"),
    ],
)  # fmt: skip
def test_french_places(name, kind, said):
    assert french_place(Place("x", {"fr": name}, kind=kind), NAMES) == said


def test_people_take_no_article_and_elide():
    assert french("Emmanuel", "de", proper=True, names=NAMES) == "d'Emmanuel"
    assert french("Lavrov", "de", proper=True, names=NAMES) == "de Lavrov"


def test_english_the():
    names = _wording("en")["names"]
    assert english("United States", "of", names) == "of the United States"
    assert english("Russia", "of", names) == "of Russia"


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("Sergey Lavrov", ("Lavrov",), "Lavrov"),
        ("Xi Jinping", ("Xi",), "Xi Jinping"),
        ("Ursula von der Leyen", (), "von der Leyen"),
        ("Lula", (), "Lula"),
        ("Hassan II", (), "Hassan II"),
        ("Hsiao Bi-khim", (), "Hsiao Bi-khim"),
    ],
)
def test_people_are_called_by_their_surname(name, aliases, short):
    assert short_name(Actor("p", ActorKind.PERSON, {"en": name}, aliases), "en") == short


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Stephen Harper a prononcé un discours le 3 mai 2021.", "Discours de Harper"),
        ("Staffan de Mistura a démissionné le 3 mai 2021.", "Départ de Staffan de Mistura"),
        ("Luiz Inácio Lula da Silva a prononcé un discours le 3 mai 2021.", "Discours de Lula"),
    ],
)
def test_french_titles_name_people_as_they_are_spoken_of(text, title):
    assert only(text, "fr").titles["fr"] == title


ACTORS = {
    actor.id: actor
    for actor in (
        Actor("nato", ActorKind.ORGANISATION, {"en": "NATO", "fr": "OTAN"}),
        Actor("ru", ActorKind.STATE, {"en": "Russia", "fr": "Russie"}),
        Actor("us", ActorKind.STATE, {"en": "United States", "fr": "États-Unis"}),
        Actor("lavrov", ActorKind.PERSON, {"en": "Sergey Lavrov", "fr": "Sergueï Lavrov"}, affiliation="ru"),
        Actor("long", ActorKind.BODY, {"en": "Committee for the " + "very " * 12 + "long name"}),
    )
}
PLACES = (
    None,
    Place("baku", {"en": "Baku", "fr": "Bakou"}, "AZ"),
    Place("pl", {"en": "Poland", "fr": "Pologne"}, "PL", kind="country"),
)


@st.composite
def told(draw) -> tuple[Event, str]:
    code = draw(st.sampled_from(sorted(kinds())))
    kind = kinds()[code]
    day = date(2017, 1, 1) + timedelta(days=draw(st.integers(0, 20)))
    who = draw(st.lists(st.sampled_from(sorted(ACTORS)), unique=True, max_size=4))
    people = tuple(Participation(actor, draw(st.sampled_from(list(Role)))) for actor in who)
    when = When(day.isoformat(), day, day, Granularity.DAY)
    mode = draw(st.sampled_from([None, "phone", "multilateral"])) if kind.type == "CONSULT" else None
    event = Event(
        str(draw(st.integers(0, 10**6))), {"en": code}, kind.type, mode, Status.HAPPENED, when, people,
        (Evidence("a", "q", 0, 1),), draw(st.sampled_from(PLACES)),
    )  # fmt: skip
    return event, code


@given(st.lists(told(), max_size=12))
@examples(60)
def test_titles_are_short_unique_and_filled_in(events):
    titles = entitle(events, ACTORS)
    for language in ("en", "fr"):
        made = [title[language] for title in titles]
        assert len(set(made)) == len(made)
        for title in made:
            assert 0 < len(title) <= LONGEST
            assert "{" not in title
            assert "  " not in title
            assert title == title.strip()


@given(told())
@examples(40)
def test_the_first_title_is_the_richest(one):
    event, code = one
    choices = compose(event, code, ACTORS, "fr")
    assert choices
    assert all(len(choice) <= LONGEST for choice in choices)


@pytest.mark.parametrize(
    ("key", "short"),
    [
        ("nasser", "عبد الناصر"),
        ("ben-gurion", "بن غوريون"),
        ("xi-jinping", "شي جين بينغ"),
        ("mohammed-vi", "محمد السادس"),
        ("saddam", "صدام حسين"),
        ("tebboune", "تبون"),
    ],
)
def test_an_arabic_short_name_is_no_half_of_a_name(key, short):
    person = knowledge().people[key]
    known = Actor(
        id=key,
        kind=ActorKind.PERSON,
        names={**person.names, **translations(key)},
        aliases=tuple(person.surnames),
    )
    assert short_name(known, "ar") == short


@pytest.mark.parametrize(
    ("event_id", "title"),
    [
        ("freeze", "تجميد التعاون بين الناتو وروسيا"),
        ("baku", "اجتماع بين Gerasimov وDunford في باكو"),
        ("statement", "تصريح Lavrov"),
    ],
)
def test_arabic_titles_name_who_is_known_in_arabic_and_leave_others_as_they_are(event_id, title):
    event = next(each for each in affair().events if each.id == event_id)
    actors = {
        key: replace(actor, names={**actor.names, **(translations(key) if key in {"nato", "ru"} else {})})
        for key, actor in affair().actors.items()
    }
    if event.place:
        event = replace(event, place=replace(event.place, names={**event.place.names, "ar": "باكو"}))
    code = {"freeze": "freeze", "baku": "meeting", "statement": "statement"}[event_id]
    assert compose(event, code, actors, "ar")[0] == title


def test_a_timeline_of_articles_has_arabic_titles_and_names():
    (path,) = data_path("articles").glob("otan*.txt")
    timeline = build_timeline([read_article(path)])
    assert timeline.actors["ru"].name("ar") == "روسيا"
    assert all("ar" in event.titles for event in timeline.events)
    assert "اجتماع بين غيراسيموف ودانفورد في باكو" in {event.title("ar") for event in timeline.events}


def test_a_place_is_named_unless_it_is_who_acts():
    deployed = only("The United States deployed 4,000 soldiers in Poland on 3 May 2021.")
    assert deployed.title("en") == "United States deployment in Poland"
    freed = only("Gibraltar freed the tanker on 3 May 2021.")
    assert freed.title("en") == "Release by Gibraltar"
