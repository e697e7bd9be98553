"""French sentences of news agencies, construction by construction: who, where, what, and whether."""

import pytest

from tests.events.reading import events_of, only

ROLES = {
    "i": "initiator", "t": "target", "p": "participant", "h": "host", "s": "speaker", "c": "concerned",
}  # fmt: skip


def read(text):
    """The type, the status and the parties of the one event of a text; « ir:i il:t » for the parties."""
    event = only(text, "fr")
    parties = {one.actor: one.role.value for one in event.participants}
    return event.type, event.status.value, parties


def cast_of(told):
    return {one: ROLES[role] for one, role in (pair.split(":") for pair in told.split())}


ALLEGED = [
    ("L'Iran, accusé par Israël d'avoir attaqué un cargo le 25 février 2021, a nié.", "ir:i il:c"),
    (
        "Londres accuse Moscou d'avoir empoisonné Alexeï Navalny le 20 août 2020.",
        "gb:c ru:i alexei-navalny:t",
    ),
    ("Soupçonnée d'avoir piraté le Bundestag le 30 avril 2015, la Russie dément.", "ru:i de-parliament:t"),
    ("Kiev accuse la Russie de s'être emparée de trois navires le 25 novembre 2018.", "ua:c ru:i"),
    ("Kinshasa a reproché à Kigali d'avoir armé les rebelles le 12 avril 2021.", "cd:c rw:i"),
]


@pytest.mark.parametrize(("text", "who"), ALLEGED)
def test_what_somebody_is_only_accused_of_is_no_fact_and_the_accuser_does_not_do_it(text, who):
    _, status, parties = read(text)
    assert status == "hypothetical"
    assert parties == cast_of(who)


def test_an_accusation_with_a_date_of_its_own_is_made():
    text = "L'Arménie a accusé le 12 mai 2021 l'Azerbaïdjan d'avoir violé sa frontière."
    assert read(text) == ("ACCUSE", "happened", cast_of("am:i az:t"))


MEDIATED = [
    (
        "Sous l'égide de la France et de l'Allemagne, Kiev et Moscou ont repris les pourparlers en mai 2021.",
        "fr:h de:h ua:p ru:p",
    ),
    (
        "Les deux camps ont conclu une trêve le 20 mai 2021 grâce à la médiation de l'Égypte et du Qatar.",
        "eg:h qa:h",
    ),
    (
        "L'Arménie et l'Iran ont négocié le 9 mai 2021 sous les auspices de l'ONU, de la Russie et d'Oman.",
        "am:p ir:p un:h ru:h om:h",
    ),
    (
        "Bakou et Erevan ont signé une trêve le 10 octobre 2020 sous médiation russe.",
        "az:p am:p ru:h",
    ),
    (
        "L'accord a été signé le 3 mai 2021 en présence de Joe Biden et d'Emmanuel Macron.",
        "biden:p macron:p",
    ),
]


@pytest.mark.parametrize(("text", "who"), MEDIATED)
def test_all_who_mediate_or_watch_do_so_and_the_parties_stay_parties(text, who):
    assert read(text)[2] == cast_of(who)


def test_a_mediation_is_no_place():
    event = only("Les deux camps ont conclu une trêve le 20 mai 2021 avec la médiation de l'Égypte.", "fr")
    assert event.place is None


TOWARDS = [
    ("L'UE a prolongé de six mois ses sanctions contre la Russie le 12 mars 2021.", "eu:i ru:t"),
    ("La Gambie a porté plainte contre la Birmanie devant la CIJ le 11 novembre 2019.", "gm:i mm:t"),
    ("L'Union européenne a débloqué 40 millions en faveur de la Jordanie le 5 mai 2021.", "eu:i jo:t"),
    ("Le FMI a accordé un prêt de deux milliards de dollars au Kenya le 2 avril 2021.", "imf:i ke:t"),
    ("Joe Biden a mis en garde Vladimir Poutine le 8 avril 2021.", "biden:i putin:t"),
]


@pytest.mark.parametrize(("text", "who"), TOWARDS)
def test_whom_an_act_is_for_or_against_is_its_target(text, who):
    assert read(text)[2] == cast_of(who)


def test_an_invitation_to_a_summit_is_dated_by_its_verb_where_the_day_is_past():
    text = "Joe Biden a invité Vladimir Poutine à un sommet sur le climat le 26 mars 2021."
    assert read(text) == ("INVITE", "happened", cast_of("biden:i putin:t"))


TITLES = [
    ("Joe Biden a nommé William Burns à la tête de la CIA le 11 janvier 2021.", "Nomination de Burns par"),
    ("Le Parlement thaïlandais a élu Anutin Charnvirakul le 5 mai 2021.", "Élection d'Anutin par"),
    ("Le 5 mai 2021, la Chine a libéré deux soldats indiens.", "Chine – Inde : libération"),
    ("Deux Indiens ont été arrêtés le 5 mai 2021 à Lahore.", "Inde : arrestation à Lahore"),
    ("L'Espagne a extradé Hugo Carvajal vers les États-Unis le 3 mai 2021.", "Extradition de Carvajal par"),
    ("Donald Trump a annoncé le retrait des États-Unis le 1er juin 2017.", "Retrait de Trump"),
    (
        "Le Panama et le Pérou ont signé un accord le 3 avril 2021 sous l'égide de l'Espagne.",
        "Panama – Pérou : accord",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_tells_to_whom_it_was_done_and_by_whom(text, title):
    assert only(text, "fr").title("fr").startswith(title)


CONQUESTS = [
    ("Kaboul est tombée aux mains des talibans le 15 août 2020.", "taliban:i", "Kabul"),
    ("Goma est tombée le 20 novembre 2012 aux mains du M23.", "m23:i", "Goma"),
    ("Bagdad a repris Mossoul à l'État islamique le 9 juillet 2017.", "iq:i islamic-state:t", "Mosul"),
]


@pytest.mark.parametrize(("text", "who", "where"), CONQUESTS)
def test_who_takes_a_city_conquers_it_and_the_city_is_where(text, who, where):
    event = only(text, "fr")
    assert event.type == "ASSAULT"
    assert {one.actor: one.role.value for one in event.participants} == cast_of(who)
    assert event.place is not None
    assert event.place.name("en") == where


def test_talks_that_are_taken_up_again_in_a_city_are_no_conquest():
    assert read("Kiev et Moscou ont repris leurs pourparlers à Minsk le 9 juillet 2020.")[0] == "RESUME"


def test_troops_that_came_in_did_so_and_did_not_suffer_it():
    text = "Les troupes érythréennes, entrées en Éthiopie le 4 mai 2021, inquiètent."
    assert read(text)[2]["er"] == "initiator"


COURTS = [
    ("Les Pays-Bas ont saisi la CEDH contre la Russie le 10 juillet 2020.", "nl:i ru:t"),
    ("Le Nicaragua a déposé une requête contre la Colombie auprès de la CIJ le 3 mai 2021.", "ni:i co:t"),
]


@pytest.mark.parametrize(("text", "who"), COURTS)
def test_a_court_that_hears_a_complaint_is_no_target_of_it(text, who):
    parties = read(text)[2]
    assert {one: role for one, role in parties.items() if role != "concerned"} == cast_of(who)


BACKGROUND = [
    ("Le 5 mai 2021, après des pourparlers, Londres et Oslo ont conclu un accord.", "AGREE", "gb:p no:p"),
    ("Malgré les objections de Washington, Berlin a approuvé le traité le 4 mai 2021.", "AGREE", "de:i"),
    ("En dépit des mises en garde de Pékin, Rome a rappelé son consul le 4 mai 2021.", "SANCTION", "it:i"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who"), BACKGROUND)
def test_what_only_sets_the_scene_takes_neither_the_date_nor_a_part(text, kind, who):
    found, _, parties = read(text)
    assert (found, parties) == (kind, cast_of(who))


KINDS = [
    ("Ankara a rappelé sa frégate le 13 septembre 2020.", "RETREAT"),
    ("Pyongyang a tiré deux missiles vers la mer du Japon le 25 mars 2021.", "MOBILIZE"),
    ("La Russie a été suspendue du Conseil des droits de l'homme le 7 avril 2021.", "SANCTION"),
    ("Le Soudan du Sud a été admis à l'ONU le 14 juillet 2011.", "COOPERATE"),
    ("Washington a rétabli son aide aux Palestiniens le 7 avril 2021.", "AID"),
    ("Kiev et les rebelles prorogeront leur cessez-le-feu le 1er août 2021.", "RETREAT"),
    ("Le Maroc et l'Espagne ont échangé des accusations le 18 mai 2021.", "ACCUSE"),
    ("L'ambassade d'Israël a été visée par une explosion le 29 janvier 2021.", "ASSAULT"),
    ("Une frappe israélienne a détruit un immeuble à Gaza le 15 mai 2021.", "ASSAULT"),
    ("La prise de Kaboul par les talibans, le 15 août 2020, a surpris.", "ASSAULT"),
    ("Le retrait de la candidature de l'Inde a eu lieu le 4 mai 2021.", "CONCEDE"),
    ("Isaac Herzog a été porté par la Knesset à la présidence d'Israël le 2 juin 2021.", "APPOINT"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_object_of_a_verb_tells_what_was_done(text, kind):
    assert read(text)[0] == kind


def test_what_was_only_talked_about_in_a_call_does_not_take_part():
    text = "Lors d'un appel le 23 mai 2021, Antony Blinken et Sergueï Lavrov ont évoqué la Syrie."
    assert {one for one, role in read(text)[2].items() if role != "concerned"} == {"blinken", "lavrov"}


def test_a_threat_to_do_something_to_a_state_is_against_it():
    parties = read("Bruxelles a menacé d'imposer des sanctions à la Biélorussie le 3 mai 2021.")[2]
    assert parties["by"] == "target"


def test_the_capital_that_is_warned_is_no_place():
    event = only("Pékin a mis en garde Washington contre toute ingérence le 8 avril 2021.", "fr")
    assert event.place is None
    assert {one.actor: one.role.value for one in event.participants} == cast_of("cn:i us:t")


NOTHING = [
    "La monnaie frappée le 3 mai 2021 par Paris célèbre Napoléon.",
    "Le sommet de la crise a été atteint le 4 mai 2021.",
    "Un ministre a porté l'ordre du Mérite à Dakar le 3 mai 2021.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_word_that_also_means_something_else_tells_no_event_there(text):
    assert events_of(text, "fr") == ()


def test_whose_strike_it_was_is_told_by_its_adjective():
    assert read("Une frappe israélienne a détruit un immeuble à Gaza le 15 mai 2021.")[2] == cast_of("il:i")


def test_who_is_received_opens_the_sentence_behind_his_host():
    text = "Reçu à Sotchi le 25 juin 2020 par Vladimir Poutine, Alexandre Loukachenko a parlé d'une guerre."
    roles = {one.actor: one.role.value for one in events_of(text, "fr")[0].participants}
    assert roles == {"putin": "host", "lukashenko": "participant"}


def test_two_presidents_who_are_named_are_not_the_two_men_told_before():
    text = """Antony Blinken et Jean-Yves Le Drian se sont vus à New York mardi.

Mercredi soir, les deux présidents Emmanuel Macron et Joe Biden se sont entretenus par téléphone.
"""
    call = next(one for one in events_of(text, "fr", "2021-09-23") if one.mode == "phone")
    assert {one.actor for one in call.participants} == {"macron", "biden"}


@pytest.mark.parametrize(
    "text",
    [
        "Visite du pape François à Bagdad le 5 mars 2021.",
        "– 5 mars 2021 : visite à Bagdad du pape François.",
        "Le 5 mars 2021, visite du pape François à Bagdad.",
    ],
)
def test_a_noun_that_opens_what_is_told_is_no_verb(text):
    event = only(text, "fr")
    assert {one.actor: one.role.value for one in event.participants} == {"pope-francis": "initiator"}
    assert event.place.name("en") == "Baghdad"


def test_who_is_blamed_for_an_attack_is_not_its_target():
    event = only("Une attaque chimique attribuée à la Syrie a fait 80 morts le 4 avril 2017.", "fr")
    assert [(one.actor, one.role.value) for one in event.participants] == [("sy", "initiator")]
