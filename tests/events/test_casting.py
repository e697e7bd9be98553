"""Who takes part in an event and where it is: what stands around its word, and what was told before."""

import pytest

from tests.events.reading import events_of


def cast_of(text, language="en"):
    """The actors of the last event told in a text."""
    told = sorted(events_of(text, language), key=lambda event: event.evidence[0].start)
    return {one.actor for one in told[-1].participants}


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair spoke. Jacques Chirac invited him on 3 March.", "en", {"chirac", "blair"}),
        ("Vox, through its spokeswoman Pepa Millán, accused Iran on 3 March.", "en",
         {"vox-spain", "pepa-millan", "ir"}),
        ("Le Hamas, par la voix de son porte-parole Ali Nuru, a accusé l'Iran le 3 mai.", "fr",
         {"hamas", "ali-nuru", "ir"}),
        ("Une délégation américaine conduite par Barbara Leaf a rencontré Tony Blair le 3 mai.", "fr",
         {"us", "barbara-leaf", "blair"}),
        ("Les rebelles du RUF, menés par Foday Sankoh, ont signé l'accord avec le Kenya le 3 mai.", "fr",
         {"ruf", "ke"}),
        ("Tony Blair, who had won, had urged Jacques Chirac in a letter of 3 March to stay.", "en",
         {"blair", "chirac"}),
        ("Iran and Iraq talk. The ministers of the two countries, Ali Nuru and Omar Kadhim, met on 3 March.",
         "en", {"ali-nuru", "omar-kadhim"}),
        ("António Guterres, par la voix de Stéphane Dujarric, a condamné l'Iran le 3 mai.", "fr",
         {"guterres", "stephane-dujarric", "ir"}),
        ("The talks broke down on 3 March, when Israel walked away.", "en", {"il"}),
        ("Les pourparlers échouent le 3 mai, quand Ronald Reagan refuse.", "fr", {"reagan"}),
        ("Iran and Iraq met on 3 March, when Kenya was silent.", "en", {"ir", "iq"}),
        ("Saddam Hussein's army seized Kuwait on 3 March.", "en", {"iq", "kw"}),
        ("Iran accused Qatar on 1 March. Oman condemned Qatar on 2 March. Laos severed ties on 3 March.",
         "en", {"la", "qa"}),
        ("Jacques Chirac parle. Tony Blair le reçut le 3 mai.", "fr", {"blair", "chirac"}),
        ("Le président français Emmanuel Macron parle. Le président français a reçu Tony Blair mardi.",
         "fr", {"macron", "blair"}),
        ("John Smith and Ann Jones, whom Iran had arrested on 3 March, are free.", "en",
         {"ir", "john-smith", "ann-jones"}),
        ("Bill Clinton and Helmut Kohl met on Indonesian soil on 3 March.", "en", {"clinton-b", "kohl"}),
        ("Iran and Iraq signed a treaty before Bill Clinton, Helmut Kohl and Jacques Chirac on 3 March.",
         "en", {"ir", "iq", "clinton-b", "kohl", "chirac"}),
        ("Iran demanded on 3 March that Iraq free the men.", "en", {"ir", "iq"}),
        ("Tony Blair met Helmut Kohl on 3 March; John Major stayed in Oslo.", "en", {"blair", "kohl"}),
        ("Tony Blair flew to Oslo on 3 March, where Jens Stoltenberg received him.", "en",
         {"blair", "stoltenberg"}),
        ("Damas a présenté ses excuses à la Turquie le 4 mars.", "fr", {"sy", "tr"}),
        ("Ottawa a rappelé jeudi son ambassadeur en Israël, David Berger.", "fr",
         {"ca", "il", "david-berger"}),
        ("Le président ukrainien est attendu le 6 juin en Normandie.", "fr", {"ua"}),
        ("Le Hezbollah libanais a attaqué Israël le 3 mai.", "fr", {"hezbollah", "il"}),
        ("L'ambassadeur de Biélorussie a été convoqué au Quai d'Orsay le 3 mai.", "fr", {"by", "fr"}),
        ("Tony Blair a dénoncé le Kremlin le 3 mai devant le Conseil de sécurité.", "fr", {"blair", "ru"}),
        ("Le M23, appuyé par Kigali, a attaqué Goma le 3 mai.", "fr", {"m23"}),
        ("Réunis à Paris le 3 mai, les ministres de la SADC ont parlé.", "fr", {"sadc"}),
        ("La Moldavie a expulsé le 3 mai un employé de l'ambassade de Russie.", "fr", {"md", "ru"}),
        ("Londres, dont le ministre Keir Starmer s'est entretenu lundi avec M. Trudeau, se tait.", "fr",
         {"starmer", "trudeau"}),
        ("Paris recalled its ambassadors to Canberra and Washington on 3 March.", "en", {"fr", "au", "us"}),
        ("Le traité de paix israélo-égyptien a été signé le 3 mai.", "fr", {"il", "eg"}),
        ("The Sino-British treaty was signed on 3 March.", "en", {"cn", "gb"}),
        ("L'écrivain franco-algérien Boualem Sansal a été arrêté le 3 mai.", "fr", {"boualem-sansal"}),
        ("Tony Blair a imposé le 3 mai des sanctions à Ankara.", "fr", {"blair", "tr"}),
        ("Washington a condamné le 3 mai les tirs iraniens.", "fr", {"us", "ir"}),
        ("Le président du Niger, Mohamed Bazoum, s'est rendu le 3 mai à Rome.", "fr", {"bazoum"}),
        ("Tony Blair a lu le plan franco-allemand, qu'il avait accepté le 3 mai.", "fr", {"blair"}),
        ("Tony Blair a précisé le 3 mai que les forces turques visaient la Syrie.", "fr", {"blair", "sy"}),
        ("Tony Blair a parlé le 3 mai au forum de Davos pour présider un conseil.", "fr",
         {"blair", "forum-de-davos"}),
        ("En marge du sommet de l'Asean, Tony Blair a rencontré Jacques Chirac le 3 mai.", "fr",
         {"blair", "chirac"}),
        ("Tony Blair a cru bien faire : le 3 mai, il signait un traité avec Jacques Chirac.", "fr",
         {"blair", "chirac"}),
        ("Warsaw was not amused: its president, Andrzej Duda, told reporters so on 3 March.", "en",
         {"duda"}),
        ("Laos and Thailand fought. The ceasefire took effect on 3 March.", "en", {"la", "th"}),
        ("Laos, Oman and Thailand fought. The ceasefire took effect on 3 March.", "en", set()),
        ("Juan Carlos Varela met Tony Blair on 3 March.", "en", {"juan-carlos-varela", "blair"}),
        ("Juan Carlos of Spain met Tony Blair on 3 March.", "en", {"juan-carlos-i", "blair"}),
        ("Le Niger abritait des rebelles. Mohamed Bazoum l'a démenti le 3 mai.", "fr", {"bazoum"}),
        ("Tony Blair and Helmut Kohl held talks. Russia broke them off on 3 March.", "en", {"ru"}),
        ("Tony Blair and Helmut Kohl held talks. Russia invited them on 3 March.", "en",
         {"ru", "blair", "kohl"}),
        ("Sous l'impulsion de Tony Blair, le Japon a reconnu le Kosovo le 3 mai.", "fr",
         {"blair", "jp", "xk"}),
        ("The bombing of Serbia, which NATO began on 3 March, ended the war.", "en", {"nato", "rs"}),
        ("UNESCO met on 3 March at Egypt's request.", "en", {"unesco", "eg"}),
        ("Denmark, unlike Norway, recognised Kosovo on 3 March.", "en", {"dk", "xk"}),
        ("John Smith, Tony Blair's adviser, met Jacques Chirac on 3 March.", "en", {"john-smith", "chirac"}),
        ("Tony Blair's government recognised Kosovo on 3 March.", "en", {"gb", "xk"}),
        ("A drone launched by the Houthis struck a ship on 3 March.", "en", {"houthis"}),
        ("The annexation of Crimea by Russia on 3 March was condemned by Japan.", "en", {"ru"}),
        ("James Baker's meeting with Tariq Aziz on 3 March failed.", "en", {"james-baker", "tariq-aziz"}),
        ("Tony Blair flew to Lyon in France on 3 March.", "en", {"blair"}),
        ("Somaliland signed a treaty with Ethiopia on 3 March.", "en", {"somaliland", "et"}),
        ("The talks were led by the Prince of Wales on 3 March.", "en", set()),
        ("Gazprom a signé le 3 mai un contrat avec l'ukrainien Naftogaz.", "fr", {"gazprom", "naftogaz"}),
        ("La visite de Tony Blair à Rome a débuté le 3 mai.", "fr", {"blair"}),
        ("Maurice a signé un traité avec le Japon le 3 mai.", "fr", {"mu", "jp"}),
        ("Maurice Faure a signé un traité avec le Japon le 3 mai.", "fr", {"maurice-faure", "jp"}),
        ("Interrogé sur Taïwan, Tony Blair a reconnu le Kosovo le 3 mai.", "fr", {"blair", "xk"}),
        ("Tony Blair nomma John Smith, qui vint à Rome et rencontra Jacques Chirac le 3 mai.", "fr",
         {"john-smith", "chirac"}),
        ("Des policiers ont arrêté le 3 mai des touristes suisses.", "fr", set()),
    ],
)  # fmt: skip
def test_everybody_who_takes_part_and_nobody_else(text, language, actors):
    assert cast_of(text, language) == actors


def test_in_an_affair_of_two_who_cuts_off_cuts_off_the_other():
    text = "Chad and Libya fall out\n\nChad was angry at Libya. Chad recalled its ambassador on May 3, 2021."
    assert cast_of(text) == {"td", "ly"}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Iran seized a Portuguese-flagged ship on May 3, 2021.", {"ir"}),
        ("Iran arrested two Japanese tourists on May 3, 2021.", {"ir"}),
        ("Tony Blair came to the APEC summit in Lima on May 3, 2021.", {"blair"}),
        ("Tony Blair and Jacques Chirac met in Granada, Spain, on May 3, 2021.", {"blair", "chirac"}),
        ("Tony Blair flew to Rome from Spain on May 3, 2021.", {"blair"}),
        ("Tony Blair, who came after the Falklands war, praised Chad on May 3, 2021.", {"blair", "td"}),
    ],
)
def test_what_only_describes_takes_no_part(text, actors):
    assert cast_of(text) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Talks chaired by Tony Blair broke up on May 3, 2021.", {"blair"}),
        ("Chad and Libya fought. In Rome the two countries signed a truce on May 3, 2021.", {"td", "ly"}),
        ("Tony Blair spoke. Jacques Chirac, with whom he dined on May 3, 2021, left.", {"blair", "chirac"}),
    ],
)
def test_who_takes_part_though_told_aside(text, actors):
    assert cast_of(text) == actors


@pytest.mark.parametrize("act", ["Fighting broke out", "Relations were broken off", "A deal was signed"])
def test_in_an_affair_of_two_what_takes_two_is_between_them(act):
    text = f"Chad and Libya fall out\n\nChad was angry at Libya. {act} on May 3, 2021."
    assert cast_of(text) == {"td", "ly"}


@pytest.mark.parametrize(
    ("name", "code"),
    [("foreign", "foreign-ministry"), ("commerce", "trade-ministry"), ("finance", "finance-ministry")],
)
def test_a_ministry_that_acts_is_named_itself_with_its_state_behind_it(name, code):
    text = f"China's {name} ministry summoned the Japanese ambassador on May 3, 2021."
    assert cast_of(text) == {f"cn-{code}", "jp"}


def test_an_act_that_names_nobody_is_between_those_told_before():
    text = "Boris Johnson and Angela Merkel met on 3 March. The treaty was signed on 4 March."
    assert cast_of(text) == {"gb", "de"}


@pytest.mark.parametrize(
    "text",
    [
        "Boris Johnson and Angela Merkel met on 3 March. The treaty was signed in Oslo in 1899.",
        "Boris Johnson and Angela Merkel met on 3 March. A ceremony will be held in Oslo on 4 July.",
        "Boris Johnson and Angela Merkel met on 3 March. The treaty enters into force on 4 July.",
    ],
)
def test_an_act_of_another_time_or_of_many_takes_nobody_from_before(text):
    assert cast_of(text) == set()


def test_a_gathering_of_many_takes_nobody_from_before():
    text = "Boris Johnson and Angela Merkel met on 3 March. A summit was held on 4 March."
    assert cast_of(text) == set()


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("They met in the Libyan capital on 3 March.", "en", "Tripoli"),
        ("Iran and Iraq signed a treaty at Zorndorf on 3 March.", "en", "Zorndorf"),
        ("Iran's ambassador in Oslo, Ali Nuri, criticised Iraq on 3 March.", "en", None),
        ("GENEVA (Agency) - Iran and Iraq signed a treaty on 3 March.", "en", "Geneva"),
        ("Il est rentré d'Oman, où il avait rencontré Tony Blair le 3 mars.", "fr", "Oman"),
        ("Tony Blair vint à Oslo le 2 mars. Helmut Kohl y a rencontré John Major le 3 mars.", "fr", "Oslo"),
        ("Iran released the men on 3 March and agreed to send them to Oslo.", "en", None),
        ("Sergueï Lavrov se rendra jeudi à Manama.", "fr", "Manama"),
        ("L'accord d'Alger, signé en décembre 2000, tient.", "fr", "Algiers"),
        ("Iran and Iraq met on 3 March; the Algiers Agreement was signed in 1975.", "en", None),
        ("Le Mali et le Niger ont répliqué le 16 mai en créant à Bamako une alliance.", "fr", "Bamako"),
        ("Tony Blair flew to Oslo on 3 March and to Rome a day later.", "en", "Rome"),
        ("Leurs parachutistes ont attaqué Port-Saïd le 5 mai.", "fr", "Port Said"),
        ("Omar Souleïmane doit revoir Mohammed Dahlan dimanche au Caire.", "fr", "Cairo"),
    ],
)
def test_where_it_happened_and_no_other_place(text, language, place):
    told = sorted(events_of(text, language), key=lambda event: event.evidence[0].start)
    found = told[-1].place
    assert (found and found.name("en")) == place


SUFFERED = [
    (
        "fr",
        "Condamné le 6 juin 2020, Alexeï Navalny a été gracié en mai 2021 par Vladimir Poutine.",
        ["Condamnation de Navalny", "Libération de Navalny par Poutine"],
    ),
    (
        "fr",
        (
            "Le 5 mai 2020, Alexeï Navalny était arrêté à Moscou ; il a été libéré en mars 2021, "
            "à la demande du président Emmanuel Macron."
        ),
        ["Arrestation de Navalny à Moscou", "Libération de Navalny"],
    ),
    (
        "en",
        "Alexei Navalny was released on 3 March 2021 by Vladimir Putin, at the request of Angela Merkel.",
        ["Release of Navalny by Putin"],
    ),
    (
        "fr",
        (
            "Alexeï Navalny était arrêté en mars 2019 ; condamné le 6 juin 2020, il a été gracié en mai 2021 "
            "par Vladimir Poutine, à la demande du président Emmanuel Macron."
        ),
        ["Arrestation de Navalny", "Condamnation de Navalny", "Libération de Navalny par Poutine"],
    ),
]


@pytest.mark.parametrize(("language", "text", "titles"), SUFFERED)
def test_who_suffers_an_act_did_not_do_it_and_who_asked_for_it_neither(language, text, titles):
    assert [event.titles[language] for event in events_of(text, language)] == titles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A first train carrying Kazakh grain crossed the border of Azerbaijan on 3 May 2021."),
        ("en", "A convoy of refugees from Basra crossed the border of Kuwait on 3 May 2021."),
        ("fr", "Un train de blé kazakh a franchi la frontière de l'Azerbaïdjan le 3 mai 2021."),
    ],
)
def test_goods_and_refugees_that_cross_a_border_invade_nobody(language, text):
    assert not {event.type for event in events_of(text, language)} & {"ASSAULT", "MOBILIZE"}


@pytest.mark.parametrize(
    "text",
    [
        "Short of oil, Iraq invaded Kuwait on 2 August 1990.",
        "Iraqi troops crossed the border of Kuwait on 2 August 1990.",
    ],
)
def test_the_armed_that_cross_a_border_do_invade(text):
    (event,) = events_of(text)
    assert (event.type, {one.actor for one in event.participants}) == ("ASSAULT", {"iq", "kw"})


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Macron of France had proposed a new force; its first soldiers landed in Mali on 3 May 2021.",
            {"ml"},
        ),
        ("Turkey had announced a new brigade; its troops landed in Libya on 3 May 2021.", {"tr", "ly"}),
    ],
)
def test_a_person_does_not_do_what_has_a_subject_of_its_own(text, actors):
    assert cast_of(text) == actors


@pytest.mark.parametrize(
    ("language", "text", "cast"),
    [
        ("en", "Algiers recalled its envoy in Madrid on 3 May 2021.", {"dz": "initiator", "es": "target"}),
        ("en", "China put tariffs on Australian wine on 3 May 2021.", {"cn": "initiator", "au": "target"}),
        (
            "fr",
            "La Chine a imposé des droits de douane sur le vin australien le 3 mai 2021.",
            {"cn": "initiator", "au": "target"},
        ),
        ("en", "Hackers linked to Iran attacked Albania on 3 May 2021.", {"ir": "initiator", "al": "target"}),
        (
            "fr",
            "Des pirates liés à l'Iran ont attaqué l'Albanie le 3 mai 2021.",
            {"ir": "initiator", "al": "target"},
        ),
        (
            "en",
            "The ICC issued arrest warrants for Vladimir Putin and Sergei Lavrov on 3 May 2021.",
            {"icc": "initiator", "putin": "target", "lavrov": "target"},
        ),
        (
            "en",
            "Antony Blinken met Sergei Lavrov in Riyadh on 3 May 2021; no Ukrainians were invited.",
            {"blinken": "participant", "lavrov": "participant"},
        ),
        ("en", "Named envoy to Mali on 3 May 2021, Tony Blair flew to Oslo.", {"blair": "target"}),
        ("en", "Ali Nuru, whose wife lives in Rome, was sentenced on 3 May 2021.", {"ali-nuru": "target"}),
        (
            "fr",
            "Jean Dupont attend. Candidat, il est nommé par François Hollande le 3 mai 2021.",
            {"jean-dupont": "target", "hollande": "initiator"},
        ),
    ],
)
def test_on_which_side_of_an_act_somebody_stands(language, text, cast):
    (event,) = (event for event in events_of(text, language) if event.when.edtf == "2021-05-03")
    assert {one.actor: one.role.value for one in event.participants} == cast


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden met Olaf Scholz on 3 May 2021. Negotiations on a second phase began on 9 May 2021.",
        "Joe Biden a vu Olaf Scholz le 3 mai 2021. Des négociations ont débuté le 9 mai 2021.",
    ],
)
def test_talks_after_a_meeting_of_two_people_are_not_their_states(text):
    language = "fr" if "vu" in text else "en"
    (event,) = (event for event in events_of(text, language) if event.when.edtf == "2021-05-09")
    assert not event.participants


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        (
            "en",
            "Taiwan thanked Lithuania. Lithuania opened a trade office in Taipei on 3 May 2021.",
            {"lt", "tw"},
        ),
        (
            "fr",
            "Merci à la Lituanie. Taïwan a ouvert à Vilnius un bureau de représentation le 3 mai 2021.",
            {"lt", "tw"},
        ),
        ("en", "The turning point came on 3 May 2021 at a summit of the Rio Group in Lima.", {"rio-group"}),
        ("en", "The trial of the two women, an Indonesian and a Vietnamese, began on 3 May 2021.", set()),
        ("fr", "Le procès de deux femmes, une Russe et une Lao, s'est ouvert le 3 mai 2021.", set()),
        (
            "en",
            "Foreign Minister Ali Nuru saw Prime Minister Omar. The minister met Tony Blair on 3 May.",
            {"ali-nuru", "blair"},
        ),
        (
            "en",
            "The guerrillas of the National Liberation Army signed a truce with Colombia on 3 May 2021.",
            {"national-liberation-army", "co"},
        ),
        (
            "fr",
            "Le ministre Alfred Meier-Brandt parle. Tony Blair et Meier ont signé un accord le 3 mai 2021.",
            {"alfred-meier-brandt", "blair"},
        ),
    ],
)
def test_who_takes_part_by_where_it_is_whose_summit_it_is_or_which_office_is_held(language, text, actors):
    (event,) = (event for event in events_of(text, language) if event.when.edtf == "2021-05-03")
    assert {one.actor for one in event.participants} == actors
