"""Several articles' people: one person under many spellings is one; different people stay apart."""

import pytest

from dashboard.actors import ActorReading, find_actors, merge_actors
from dashboard.actors.identity import same_person
from dashboard.model import ActorKind
from tests.actors.pairs import are_one, pairs
from tests.actors.scoring import article_of

SAME = [
    ("Alexandre Ier", "Alexander I"),
    ("Nicolas II", "Nicholas II"),
    ("Valeri Guerassimov", "Valery Gerasimov"),
    ("Valéri Guerassimov", "Валерий Герасимов"),
    ("Sergueï Lavrov", "Sergei Lavrov"),
    ("Sergey Lavrov", "Сергей Лавров"),
    ("Joe Dunford", "Joseph Dunford"),
    ("Vladimir Poutine", "Vladimir Putin"),
    ("Nikita Khrouchtchev", "Nikita Khrushchev"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Alexandre Loukachenko", "Aleksandr Lukashenko"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Mikhaïl Gorbatchev", "Mikhail Gorbachev"),
    ("Sergueï Choïgou", "Sergei Shoigu"),
    ("Nikol Pachinian", "Nikol Pashinyan"),
    ("Ilham Aliev", "Ilham Aliyev"),
    ("Boris Eltsine", "Boris Yeltsin"),
    ("Viktor Ianoukovitch", "Viktor Yanukovych"),
    ("Dmytro Kouleba", "Dmytro Kuleba"),
    ("Ioulia Timochenko", "Yulia Tymoshenko"),
    ("Tony Blinken", "Antony Blinken"),
    ("George Bush", "George W. Bush"),
    ("J. Kerry", "John Kerry"),
    ("Mohammed ben Salmane", "Mohammed bin Salman"),
    ("Bachar al-Assad", "Bachar el-Assad"),
    ("Slobodan Milošević", "Slobodan Milosevic"),
    ("Vitali Tchourkine", "Vitaly Churkin"),
    ("Mohammad Zarif", "Mohammed Zarif"),
    ("Evgueni Primakov", "Yevgeny Primakov"),
    ("Iouri Ouchakov", "Yuri Ushakov"),
    ("Yasir Arafat", "Yasser Arafat"),
    ("Hassan Rohani", "Hassan Rouhani"),
    ("Khalifa Hafter", "Khalifa Haftar"),
    ("Omar el-Béchir", "Omar al-Bashir"),
    ("Khaled Mechaal", "Khaled Mashal"),
    ("Oussama ben Laden", "Osama bin Laden"),
    ("Abe Shinzo", "Shinzo Abe"),
    ("Mohammad Javad Zarif", "Javad Zarif"),
    ("George Walker Bush", "George W. Bush"),
    ("Benigno S. Aquino III", "Benigno Aquino III"),
]
DIFFERENT = [
    ("Napoléon III", "Napoléon Ier"),
    ("George III", "George II"),
    ("Robert Kennedy", "John Kennedy"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Hafez al-Assad", "Bachar al-Assad"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Kim Jong-un", "Kim Yo-jong"),
    ("Sergueï Lavrov", "Sergueï Ivanov"),
    ("Fidel Castro", "Raúl Castro"),
    ("Dmitri Medvedev", "Dmitri Medvedtchouk"),
    ("Igor Ivanov", "Sergueï Ivanov"),
    ("Boris Johnson", "Lyndon Johnson"),
    ("Maria Zakharova", "Maria Zakharov"),
    ("Li Keqiang", "Li Qiang"),
    ("Wang Yi", "Wang Yang"),
    ("George W. Bush", "George H. Bush"),
    ("Donald Trump", "Ivanka Trump"),
    ("George H. W. Bush", "George W. Bush"),
    ("Hossein Rohani", "Hassan Rohani"),
    ("Ali Hassani", "Ali Hosseini"),
    ("Theresa May", "Philip May"),
    ("Lech Kaczyński", "Jarosław Kaczyński"),
    ("Saad Hariri", "Rafic Hariri"),
    ("Nawaz Sharif", "Shehbaz Sharif"),
    ("Lee Myung-bak", "Lee Jae-myung"),
    ("Mohammed bin Salman", "Khalid bin Salman"),
    ("Hun Sen", "Hun Manet"),
    ("Benigno Aquino III", "Benigno Aquino II"),
    ("Idriss Déby Itno", "Mahamat Idriss Déby Itno"),
    ("Graça Machel", "Samora Machel"),
    ("Juan Franco", "Francisco Franco"),
    ("Macky Sall", "Aïssata Tall Sall"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_person_agree(one, other):
    assert same_person(one, other, frozenset({"kim", "li", "wang"}))
    assert same_person(other, one, frozenset({"kim", "li", "wang"}))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_people_never_agree(one, other):
    assert not same_person(one, other, frozenset({"kim", "li", "wang"}))
    assert not same_person(other, one, frozenset({"kim", "li", "wang"}))


def test_no_two_people_of_the_gold_become_one_when_articles_are_merged():
    apart = [pair for pair in pairs() if not pair["same"]]
    assert len(apart) == 40
    assert [pair for pair in apart if are_one(pair)] == []


def test_spellings_that_became_one_when_the_gold_was_first_read_still_do():
    assert sum(are_one(pair) for pair in pairs() if pair["same"]) >= 80


def test_spellings_of_the_second_list_are_one_and_its_different_people_stay_apart():
    tuned, blind = pairs(2, "a"), pairs(2, "b")
    assert sum(are_one(pair) for pair in tuned if pair["same"]) >= 62
    assert not any(are_one(pair) for pair in tuned if not pair["same"])
    assert sum(are_one(pair) for pair in blind if pair["same"]) >= 61
    assert not any(are_one(pair) for pair in blind if not pair["same"])


def test_spellings_of_the_third_list_are_one_and_its_different_people_stay_apart():
    tuned, blind = pairs(3, "a"), pairs(3, "b")
    assert sum(are_one(pair) for pair in tuned if pair["same"]) >= 60
    assert not any(are_one(pair) for pair in tuned if not pair["same"])
    assert sum(are_one(pair) for pair in blind if pair["same"]) >= 57
    assert sum(are_one(pair) for pair in blind if not pair["same"]) <= 1


def test_spellings_of_the_fourth_list_are_one_and_its_different_people_stay_apart():
    tuned, blind = pairs(4, "a"), pairs(4, "b")
    assert sum(are_one(pair) for pair in tuned if pair["same"]) >= 60
    assert sum(are_one(pair) for pair in blind if pair["same"]) >= 56
    assert not any(are_one(pair) for pair in (*tuned, *blind) if not pair["same"])


def test_a_known_person_is_found_by_a_spelling_that_only_the_table_has():
    readings = read(
        ("en", "President Syngman Rhee arrived in Geneva."),
        ("fr", "Le président Yi Seung-man est arrivé à Genève."),
    )
    actors, _ = merge_actors(readings)
    assert len(people(actors)) == 1


def read(*texts):
    return [find_actors(article_of(text, language)) for language, text in texts]


def people(actors):
    return sorted(
        one.names.get("en") or one.names["fr"] for one in actors.values() if one.kind is ActorKind.PERSON
    )


def test_two_languages_give_one_person_with_both_names():
    readings = read(
        ("fr", "L'ambassadeur russe Vitali Tcherkassine a vu le ministre belge Didier Reynders."),
        ("en", "Vitaly Cherkasin, the Russian ambassador, met Didier Reynders of Belgium."),
    )
    actors, maps = merge_actors(readings)
    assert len(people(actors)) == 2
    envoy = actors[maps[1]["vitaly-cherkasin"]]
    assert envoy.names == {"fr": "Vitali Tcherkassine", "en": "Vitaly Cherkasin"}
    assert maps[0]["vitali-tcherkassine"] == envoy.id


def test_a_surname_alone_joins_the_full_name_of_another_article():
    readings = read(
        ("en", "President Opata was absent."),
        ("fr", "Le président tchèque Aleš Opata est arrivé."),
    )
    actors, maps = merge_actors(readings)
    assert len(people(actors)) == 1
    assert maps[0]["opata"] == maps[1]["ales-opata"]


def test_namesakes_of_two_states_stay_apart():
    readings = read(
        ("en", "French minister Paul Martin spoke."),
        ("en", "Canadian minister Paul Martin spoke."),
    )
    actors, maps = merge_actors(readings)
    assert len(people(actors)) == 2
    assert maps[0]["paul-martin"] != maps[1]["paul-martin"]


def test_merging_again_changes_nothing():
    readings = read(
        ("fr", "Le ministre polonais Radoslaw Sikorski a vu Sergueï Lavrov. L'armée russe observe."),
        ("en", "Radek Sikorski met Sergei Lavrov. NATO watched the Russian army."),
    )
    actors, _ = merge_actors(readings)
    again, maps = merge_actors([ActorReading(actors, ())])
    assert again == actors
    assert all(old == new for old, new in maps[0].items())


def test_every_id_of_a_reading_is_mapped_to_an_actor():
    readings = read(("en", "Kerry met Lavrov."), ("fr", "Mme Merkel a vu M. Kerry à Paris."))
    actors, maps = merge_actors(readings)
    for reading, found in zip(readings, maps, strict=True):
        assert set(found) == set(reading.actors)
        assert set(found.values()) <= set(actors)
    assert all(one.affiliation is None or one.affiliation in actors for one in actors.values())


def test_the_office_in_an_organisation_stands_after_merging_whichever_article_comes_first():
    texts = [
        ("fr", "Le général tchèque Jan Novotny a parlé."),
        ("en", "Jan Novotny, chairman of the NATO Military Committee, spoke."),
    ]
    for order in (texts, texts[::-1]):
        actors, _ = merge_actors(read(*order))
        person = next(one for one in actors.values() if one.kind is ActorKind.PERSON)
        assert (person.affiliation, person.country) == ("nato", "CZ")
        assert person.role == "chairman of the NATO Military Committee"
