"""Actors on the gold articles: floors that may not sink, and the rules that people can see."""

import pytest

from dashboard.actors import find_actors
from dashboard.gazetteer import knowledge
from dashboard.model import ActorKind
from tests.actors.documents import score_documents
from tests.actors.scoring import Score, article_of, score

# Measured, less a little for the next rule that moves a borderline case.
FLOORS = {"fr": (0.96, 0.97, 0.97), "en": (0.97, 0.97, 0.93)}


@pytest.mark.parametrize("language", sorted(FLOORS))
@pytest.mark.parametrize("part", ["", "blind_", "blind2_"])
def test_gold_articles_keep_their_floors(language, part):
    total = score(language, part)
    people, actors, affiliations = FLOORS[language]
    precision, recall, _ = Score.rates(total.people)
    assert precision >= people, total.faults
    assert recall >= people, total.faults
    assert Score.rates(total.actors)[2] >= actors, total.faults
    assert total.affiliations[0] / sum(total.affiliations) >= affiliations, total.faults


# Whole articles of the event gold: people's F1, all actors' precision and recall, affiliations.
DOCUMENT_FLOORS = {
    ("fr", "dev"): (0.98, 0.97, 0.97, 0.95),
    ("fr", "blind"): (0.95, 0.96, 0.88, 0.84),
    ("en", "dev"): (0.97, 0.94, 0.94, 0.95),
    ("en", "blind"): (0.95, 0.92, 0.95, 0.6),
    ("fr", "contact1"): (0.99, 0.98, 0.98, 0.93),
    ("en", "contact1"): (0.99, 0.98, 0.98, 0.86),
    ("fr", "contact5"): (0.97, 0.96, 0.96, 0.66),
    ("en", "contact5"): (0.98, 0.97, 0.97, 0.72),
    ("fr", "contact4"): (0.98, 0.97, 0.97, 0.76),
    ("en", "contact4"): (0.98, 0.97, 0.97, 0.68),
    ("fr", "contact3"): (0.97, 0.96, 0.97, 0.89),
    ("en", "contact3"): (0.97, 0.97, 0.97, 0.89),
    ("fr", "contact2"): (0.99, 0.98, 0.98, 0.87),
    ("en", "contact2"): (0.99, 0.97, 0.98, 0.86),
}


@pytest.mark.parametrize(("language", "split"), sorted(DOCUMENT_FLOORS))
def test_the_cast_of_whole_articles_keeps_its_floors(language, split):
    total = score_documents(language, split)
    people, precision, recall, affiliations = DOCUMENT_FLOORS[language, split]
    # The faults of blind articles are not shown: nobody tunes on them.
    faults = "see the score only" if split in ("blind", "contact3") else total.faults
    assert Score.rates(total.people)[2] >= people, faults
    assert Score.rates(total.actors)[0] >= precision, faults
    assert Score.rates(total.actors)[1] >= recall, faults
    assert total.affiliations[0] / sum(total.affiliations) >= affiliations, faults


def targets(text, language="en", year=None):
    return {one.text: one.target for one in find_actors(article_of(text, language, year)).mentions}


@pytest.mark.parametrize(
    ("text", "language", "absent"),
    [
        ("They ate turkey from fine china in May.", "en", {"tr", "cn", "may"}),
        ("He told us that it may rain.", "en", {"us", "may"}),
        ("Un accord est possible, dit un expert.", "fr", {"un"}),
        ("Michael Jordan visited the museum with Jordan Smith.", "en", {"jo"}),
        ("Georgia's governor spoke in Atlanta, Georgia.", "en", {"ge"}),
        ("La rencontre a eu lieu à Moscou.", "fr", {"ru"}),
        ("The two presidents met in Moscow.", "en", {"ru"}),
        ("Le traité de Moscou et le sommet de Varsovie.", "fr", {"ru", "pl"}),
        ("The Warsaw summit opened.", "en", {"pl"}),
        ("Le congrès de Vienne a tout changé.", "fr", {"at", "at-congress"}),
        ("The Congress of Berlin met in July.", "en", {"de", "de-congress"}),
        ("Il a pris l'avion pour Conakry, puis Malabo.", "fr", {"gn", "gq"}),
        ("He left Cairo for Tunis.", "en", {"tn"}),
        ("The Washington Post denied it.", "en", {"us"}),
        ("BERLIN, May 12 - The barriers went up.", "en", {"de"}),
        ("Admiral Togo destroyed the fleet.", "en", {"tg"}),
        ("The Senate met.", "en", {"us-senate"}),
    ],
)
def test_a_word_that_looks_like_an_actor_is_none(text, language, absent):
    assert not set(find_actors(article_of(text, language)).actors) & absent


@pytest.mark.parametrize(
    ("text", "language", "present"),
    [
        ("Des exercices organisés par Moscou.", "fr", "ru"),
        ("Il faut négocier avec Moscou.", "fr", "ru"),
        ("Moscow denied it.", "en", "ru"),
        ("Le Niger accuse le Nigeria.", "fr", "ne"),
        ("Le Niger accuse le Nigeria.", "fr", "ng"),
        ("Le ministère russe de la Défense a répondu.", "fr", "ru-defence-ministry"),
        ("La Défense russe a répondu.", "fr", "ru-defence-ministry"),
        ("The Russian Defence Ministry replied.", "en", "ru-defence-ministry"),
        ("The US military replied.", "en", "us-army"),
        ("Le Quai d'Orsay a répondu.", "fr", "fr-foreign-ministry"),
        ("Vienna protested.", "en", "at"),
        ("The United States signed; the Senate refused.", "en", "us-senate"),
        ("Le général de Gaulle reçoit le chancelier.", "fr", "de-gaulle"),
        ("Le 19 septembre, le général Kestrelle arrive.", "fr", "kestrelle"),
        ("Gazprom and the Four Powers met.", "en", "four-powers"),
        ("The West condemned it.", "en", "west"),
        ("The Soviet Union protested.", "en", "su"),
        ("The state department in Washington condemned it.", "en", "us-foreign-ministry"),
        ("Le ministère azerbaïdjanais de la Justice a répondu.", "fr", "az-justice-ministry"),
        ("The U.S. Justice Department replied.", "en", "us-justice-ministry"),
        ("Kenya's transport ministry replied.", "en", "ke-transport-ministry"),
        ("Le département américain de la Justice a répondu.", "fr", "us-justice-ministry"),
        ("Le ministère chilien de l'Énergie a répondu.", "fr", "cl-energy-ministry"),
        ("Un tribunal de Dalian a condamné deux marins.", "fr", "cn"),
        ("Amnistie internationale a protesté.", "fr", "amnesty"),
        ("The ruling Rally of the Togolese People won.", "en", "rally-of-the-togolese-people"),
    ],
)
def test_a_government_or_body_that_acts_is_found(text, language, present):
    assert present in find_actors(article_of(text, language)).actors


@pytest.mark.parametrize(
    ("text", "language", "name", "served"),
    [
        ("Kenya protested. Foreign Minister Amina Nuru spoke.", "en", "Amina Nuru", "ke"),
        ("Canada recalled its ambassador, David Berger.", "en", "David Berger", "ca"),
        ("Le Canada a rappelé son ambassadeur, David Berger.", "fr", "David Berger", "ca"),
        ("Kenya and Iran talked. Iran said that Foreign Minister Nuru left.", "en", "Nuru", "ir"),
        ("It met Kenya and Iran. A word came from President Jon Nuru.", "en", "Jon Nuru", None),
        ("Treasury Secretary Ann Nuru left Kenya.", "en", "Ann Nuru", "us"),
        ("South Korea's unification minister, Hyun In-taek, spoke.", "en", "Hyun In-taek", "kr"),
        ("Le prince saoudien Bandar ben Sultan négocie.", "fr", "Bandar ben Sultan", "sa"),
    ],
)
def test_an_officer_serves_the_state_that_the_text_is_about(text, language, name, served):
    actors = find_actors(article_of(text, language)).actors
    assert next(one for one in actors.values() if name in one.names.values()).affiliation == served


def test_the_alliance_needs_nato_named_in_full():
    assert "nato" not in find_actors(article_of("L'Alliance a réagi.", "fr")).actors
    assert targets("L'OTAN se réunit. L'Alliance a réagi.", "fr")["Alliance"] == "nato"


def test_the_era_decides_between_a_state_and_its_forerunner():
    assert targets("Moscow protested.", year=1962)["Moscow"] == "su"
    assert targets("Moscow protested.", year=2017)["Moscow"] == "ru"


def test_a_person_is_learned_with_office_nationality_and_affiliation():
    text = "Le chef d'état-major de l'armée tchèque, le général Aleš Opata, a reçu le Slovaque Daniel Zmeko."
    reading = find_actors(article_of(text, "fr"))
    people = {one.names["fr"]: one for one in reading.actors.values() if one.kind is ActorKind.PERSON}
    assert people["Aleš Opata"].affiliation == "cz"
    assert people["Daniel Zmeko"].affiliation == "sk"


def test_plurals_and_pronouns_point_to_the_people_named():
    text = (
        "Le général Valeri Guerassimov a appelé le général Petr Pavel, à l'initiative de ce dernier. "
        "Les deux généraux ont parlé. « C'est utile », a-t-il dit."
    )
    reading = find_actors(article_of(text, "fr"))
    latter = [one.target for one in reading.mentions if one.text == "ce dernier"]
    both = [one.target for one in reading.mentions if one.form == "plural"]
    assert latter == ["pavel"]
    assert both == ["gerasimov", "pavel"]
    assert [one.target for one in reading.mentions if one.text == "a-t-il"] != [None]


def test_an_office_without_a_holder_stays_without_a_person():
    reading = find_actors(article_of("Le ministre a refusé de répondre.", "fr"))
    assert [one.target for one in reading.mentions if one.form == "role"] == [None]


def test_women_are_not_the_two_men():
    text = "John Kerry met Javad Zarif after talks with Catherine Ashton. The two men were pleased."
    reading = find_actors(article_of(text, "en"))
    assert {one.target for one in reading.mentions if one.form == "plural"} == {"kerry", "zarif"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Nikol Pashinyan and Ilham Aliyev shook hands before Donald Trump. The two men met again.",
            {"pashinyan", "aliyev"},
        ),
        (
            "Iris Chu and Mary Smith were freed. Hillary Clinton was glad. Both women flew home.",
            {"mary-smith", "iris-chu"},
        ),
    ],
)
def test_two_who_were_named_together_are_meant_though_a_given_name_says_little(text, meant):
    reading = find_actors(article_of(text, "en"))
    assert {one.target for one in reading.mentions if one.form == "plural"} == meant


def test_the_table_of_people_tells_their_gender_where_given_names_mislead():
    text = "Kennedy and Nikita Khrushchev met in Vienna. He was impressed by Angela Merkel."
    reading = find_actors(article_of(text, "en"))
    assert [one.target for one in reading.mentions if one.form == "pronoun"] != ["merkel"]
    people = knowledge().people
    assert [people[one].gender for one in ("khrushchev", "clinton-h", "zelensky")] == ["m", "f", "m"]


def test_credits_bylines_and_agencies_are_no_actors():
    text = "Talks resume© Ints Kalnins Source: Reuters\nBy John Smith\n\nNATO met on Monday, Reuters said."
    reading = find_actors(article_of(text, "en"))
    assert set(reading.actors) == {"nato"}


@pytest.mark.parametrize(
    ("text", "language", "name", "served", "role"),
    [
        (
            "Le général tchèque Jan Novotny, qui préside le Comité militaire de l'OTAN, a parlé.",
            "fr", "Jan Novotny", "nato", "président du Comité militaire de l'OTAN",
        ),
        (
            "General Jan Novotny, the Czech chairman of the NATO Military Committee, spoke.",
            "en", "Jan Novotny", "nato", "Czech chairman of the NATO Military Committee",
        ),
        ("Jan Novotny, who heads the IAEA, spoke.", "en", "Jan Novotny", "iaea", "head of the IAEA"),
        ("The US NATO ambassador, Ann Smith, spoke.", "en", "Ann Smith", "us", "US NATO ambassador"),
        (
            "Sergueï Ivanenko a vu son homologue américain, le général John Smith.",
            "fr", "John Smith", "us", "général",
        ),
        ("Il a vu son homologue américain John Smith.", "fr", "John Smith", "us", ""),
        ("Jan Novotny, who heads home today, met NATO.", "en", "Jan Novotny", None, ""),
    ],
)  # fmt: skip
def test_an_office_in_an_organisation_outranks_a_nationality(text, language, name, served, role):
    actors = find_actors(article_of(text, language)).actors
    person = next(one for one in actors.values() if name in one.names.values())
    assert (person.affiliation, person.role) == (served, role)


def test_a_nationality_stays_as_the_country_of_an_organisations_officer():
    text = "Le ministre français Jean Dupont, qui préside le Conseil de l'Union européenne, a parlé."
    person = find_actors(article_of(text, "fr")).actors["jean-dupont"]
    assert (person.affiliation, person.country) == ("eu", "FR")


@pytest.mark.parametrize(("year", "served"), [(2012, "nl"), (2025, "nato")])
def test_whom_a_known_person_serves_depends_on_the_year(year, served):
    assert find_actors(article_of("Mark Rutte spoke.", "en", year)).actors["rutte"].affiliation == served


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Peace came.\n\n(Reporting by Ana Cruz in Manila; editing by Tom Reyes)", "en", set()),
        ("La paix est là.\n\nReportage de Claire Nodjim ; photo Issouf Sanogo", "fr", set()),
        ("The minister, Ari Salvador M'tumuke, answered.", "en", {"Ari Salvador M'tumuke"}),
        ("President Benigno S. Aquino III called. Mr. Aquino left.", "en", {"Benigno Aquino III"}),
        ("Dame Moruti Welu said so. Tengku Hisam Bakri left.", "en", {"Moruti Welu", "Hisam Bakri"}),
        ("L'émir a vu le chef Wali Jumlat et son fils Taymur.", "fr", {"Wali Jumlat", "Taymur"}),
        ("Hero Ibrahim Ahmed, the widow, kept silent.", "en", {"Hero Ibrahim Ahmed"}),
        (
            "Taur Matan Ruak, l'ancien président, nom de guerre de José Vasconcelos, part.",
            "fr",
            {"José Vasconcelos"},
        ),
        ("La présidente du comité Frontières demande des comptes.", "fr", set()),
        ("Lee Sang-deok and Lee Yong-soo met. Ms. Lee left.", "en", {"Lee Sang-deok", "Lee Yong-soo"}),
        ("Il cite Mourhaf Qasra, plus connu sous le nom d'Abou Hamaoui.", "fr", {"Mourhaf Qasra"}),
    ],
)
def test_people_of_many_countries_and_families_but_not_the_authors(text, language, people):
    actors = find_actors(article_of(text, language, 2014)).actors.values()
    assert {one.names[language] for one in actors if one.kind is ActorKind.PERSON} == people


@pytest.mark.parametrize(
    ("text", "language", "person", "organisation"),
    [
        ("Jon Nuru, leader of the Upland Free Movement, spoke.", "en", "Jon Nuru", "Upland Free Movement"),
        ("Jo Nuru of the Front for the Women Drafted for Slavery spoke.", "en", "Jo Nuru",
         "Front for the Women Drafted for Slavery"),
        ("Jo Nuru of his Peace and Hope Party (PHP) spoke.", "en", "Jo Nuru", "Peace and Hope Party"),
        ("Jean Dupont, des Forces unies du renouveau (FUR), a parlé.", "fr", "Jean Dupont",
         "Forces unies du renouveau"),
    ],
)  # fmt: skip
def test_a_person_serves_the_organisation_that_only_the_text_knows(text, language, person, organisation):
    actors = find_actors(article_of(text, language)).actors
    served = next(one for one in actors.values() if person in one.names.values()).affiliation
    assert actors[served].names[language] == organisation


def test_a_spokesman_serves_who_leads_the_sentence_before():
    text = "Kenya met. Iran's foreign ministry condemned it. Its spokesman, Ali Nuru, objected."
    assert find_actors(article_of(text, "en")).actors["ali-nuru"].affiliation == "ir"


@pytest.mark.parametrize("text", ["Un tribunal de Dalian a jugé.", "Un comité de Lille a dit non."])
def test_one_of_many_courts_or_committees_has_no_name(text):
    kinds = {actor.kind for actor in find_actors(article_of(text, "fr")).actors.values()}
    assert ActorKind.ORGANISATION not in kinds
