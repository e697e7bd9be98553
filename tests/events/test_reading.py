"""What one sentence tells: type, mode, status, roles, date. All are published on 15 June 2021."""

import pytest

from dashboard.articles import read_text
from dashboard.events import build_timeline
from dashboard.model import Role, Status
from tests.events.reading import events_of, only, timeline_of

TYPES = [
    ("fr", "Le 3 mai 2021, Emmanuel Macron a rencontré Angela Merkel à Berlin.", "CONSULT"),
    ("fr", "Le 3 mai 2021, l'Union européenne a imposé de nouvelles sanctions à la Biélorussie.", "SANCTION"),
    ("fr", "Londres a expulsé dix diplomates russes le 3 mai 2021.", "SANCTION"),
    ("fr", "La France a livré six chars à l'Ukraine le 3 mai 2021.", "AID"),
    ("fr", "L'Iran et l'Arabie saoudite ont signé un accord le 3 mai 2021 à Pékin.", "AGREE"),
    ("fr", "Le 3 mai 2021, la Turquie a retiré ses troupes du nord de la Syrie.", "RETREAT"),
    ("fr", "Le 3 mai 2021, Alger a rappelé son ambassadeur à Paris.", "SANCTION"),
    ("fr", "Le Maroc a suspendu le 3 mai 2021 toute coopération avec l'Allemagne.", "SUSPEND"),
    ("fr", "Le 3 mai 2021, la Russie a tiré un missile au large du Japon.", "MOBILIZE"),
    ("fr", "L'Azerbaïdjan a attaqué l'Arménie le 3 mai 2021.", "ASSAULT"),
    ("fr", "Le 3 mai 2021, Kiev a accusé Moscou d'avoir empoisonné un opposant.", "ACCUSE"),
    ("fr", "Le 3 mai 2021, António Guterres a appelé Israël à lever le blocus.", "DEMAND"),
    ("fr", "La Chine a opposé son veto le 3 mai 2021 à la résolution américaine.", "REJECT"),
    ("fr", "La Finlande a adhéré à l'OTAN le 3 mai 2021.", "COOPERATE"),
    ("fr", "Joe Biden a nommé William Burns le 3 mai 2021.", "APPOINT"),
    ("fr", "Ankara a riposté le 3 mai 2021 en gelant les avoirs de deux ministres grecs.", "SANCTION"),
    (
        "fr",
        "Le 3 mai 2021, Joe Biden et Xi Jinping se sont parlé pendant une heure.",
        "CONSULT",
    ),
    ("fr", "Le Front Polisario a rompu le 3 mai 2021 le cessez-le-feu.", "SUSPEND"),
    ("fr", "Le Parlement de Wallonie vote contre le traité le 3 mai 2021.", "REJECT"),
    ("fr", "Joe Biden a évoqué le 3 mai 2021 des menaces devant les députés.", "STATEMENT"),
    ("fr", "Joe Biden n'a pas exclu le 3 mai 2021 des sanctions.", "STATEMENT"),
    ("fr", "Le 3 mai 2021, la Serbie a reconnu l'indépendance du Kosovo.", "SUPPORT"),
    ("fr", "Joe Biden a appelé Xi Jinping le 3 mai 2021.", "CONSULT"),
    ("fr", "Joe Biden a appelé le président chinois le 3 mai 2021.", "CONSULT"),
    ("fr", "Joe Biden a appelé le 3 mai 2021 Xi Jinping à cesser le feu.", "DEMAND"),
    ("fr", "Joe Biden a appelé le 3 mai 2021 le président chinois à la retenue.", "DEMAND"),
    ("fr", "L'armée turque a lancé l'assaut, nommé « Source de paix », le 3 mai 2021.", "ASSAULT"),
    ("fr", "Le Conseil a siégé le 3 mai 2021 à la demande de la Tunisie.", "CONSULT"),
    ("en", "On May 3, 2021, Emmanuel Macron met Angela Merkel in Berlin.", "CONSULT"),
    ("en", "The European Union imposed new sanctions on Belarus on May 3, 2021.", "SANCTION"),
    ("en", "Britain expelled ten Russian diplomats on May 3, 2021.", "SANCTION"),
    ("en", "On May 3, 2021 France delivered six tanks to Ukraine.", "AID"),
    ("en", "Iran and Saudi Arabia signed an agreement in Beijing on May 3, 2021.", "AGREE"),
    ("en", "Turkey withdrew its troops from northern Syria on May 3, 2021.", "RETREAT"),
    ("en", "Morocco suspended all cooperation with Germany on May 3, 2021.", "SUSPEND"),
    ("en", "North Korea launched a ballistic missile on May 3, 2021.", "MOBILIZE"),
    ("en", "Azerbaijan attacked Armenia on May 3, 2021.", "ASSAULT"),
    ("en", "On May 3, 2021, Kyiv accused Moscow of poisoning an opponent.", "ACCUSE"),
    ("en", "On 3 May 2021 António Guterres urged Israel to lift the blockade.", "DEMAND"),
    ("en", "China vetoed the American resolution on May 3, 2021.", "REJECT"),
    ("en", "Ethiopia reopened its embassy in Asmara on May 3, 2021.", "RESUME"),
    ("en", "On May 3, 2021 Beijing threatened Taiwan with war.", "THREATEN"),
    ("en", "Voters in Switzerland rejected the treaty in a referendum on May 3, 2021.", "ELECT"),
]


@pytest.mark.parametrize(("language", "text", "code"), TYPES, ids=[row[1][:40] for row in TYPES])
def test_the_trigger_decides_the_type(language, text, code):
    event = only(text, language)
    assert event.type == code
    assert event.when.edtf == "2021-05-03"


STATUSES = [
    ("fr", "Le 3 mai 2021, Emmanuel Macron a rencontré Angela Merkel.", Status.HAPPENED),
    ("fr", "Le 3 juillet 2021, Emmanuel Macron rencontrera Angela Merkel.", Status.PLANNED),
    ("fr", "Emmanuel Macron doit rencontrer Angela Merkel le 3 juillet 2021.", Status.PLANNED),
    ("fr", "Un sommet entre la France et l'Allemagne est prévu le 3 juillet 2021.", Status.PLANNED),
    ("fr", "Emmanuel Macron pourrait rencontrer Angela Merkel le 3 juillet 2021.", Status.HYPOTHETICAL),
    ("fr", "Emmanuel Macron n'a pas rencontré Angela Merkel le 3 mai 2021.", Status.DENIED),
    ("fr", "Emmanuel Macron n'en a pas moins rencontré Angela Merkel le 3 mai 2021.", Status.HAPPENED),
    ("fr", "Londres conteste le pacte, que la France et la Chine ont suspendu en mai 2021.", Status.HAPPENED),
    ("fr", "Le Kremlin a démenti que Vladimir Poutine ait rencontré Joe Biden le 3 mai 2021.", Status.DENIED),
    ("fr", "Le sommet du 3 mai 2021 entre la France et l'Allemagne a été annulé.", Status.DENIED),
    ("fr", "Vladimir Poutine aurait rencontré Joe Biden le 3 mai 2021.", Status.HYPOTHETICAL),
    ("en", "On 3 May 2021 Emmanuel Macron met Angela Merkel.", Status.HAPPENED),
    ("en", "On 3 July 2021 Emmanuel Macron will meet Angela Merkel.", Status.PLANNED),
    ("en", "Emmanuel Macron is due to meet Angela Merkel on 3 July 2021.", Status.PLANNED),
    ("en", "A summit of France and Germany is scheduled for 3 July 2021.", Status.PLANNED),
    ("en", "Emmanuel Macron hoped to meet Angela Merkel on 3 May 2021.", Status.HYPOTHETICAL),
    ("en", "Emmanuel Macron offered to meet Angela Merkel on 3 May 2021.", Status.HYPOTHETICAL),
    ("en", "Emmanuel Macron planned to meet Angela Merkel on 3 May 2021.", Status.PLANNED),
    ("en", "Emmanuel Macron failed to meet Angela Merkel on 3 May 2021.", Status.DENIED),
    ("en", "Emmanuel Macron managed to meet Angela Merkel on 3 May 2021.", Status.HAPPENED),
    ("fr", "Emmanuel Macron espérait rencontrer Angela Merkel le 3 mai 2021.", Status.HYPOTHETICAL),
    ("fr", "Emmanuel Macron a tenté de rencontrer Angela Merkel le 3 mai 2021.", Status.HYPOTHETICAL),
    ("fr", "Emmanuel Macron avait l'intention de rencontrer Angela Merkel le 3 mai 2021.", Status.PLANNED),
    ("fr", "Emmanuel Macron a failli rencontrer Angela Merkel le 3 mai 2021.", Status.DENIED),
    ("en", "Emmanuel Macron could meet Angela Merkel on 3 July 2021.", Status.HYPOTHETICAL),
    ("en", "Emmanuel Macron did not meet Angela Merkel on 3 May 2021.", Status.DENIED),
    ("en", "The Kremlin denied that Vladimir Putin met Joe Biden on 3 May 2021.", Status.DENIED),
    ("en", "The summit of 3 May 2021 between France and Germany was called off.", Status.DENIED),
    ("fr", "Depuis le 3 mai 2021, les deux délégations négocient à Genève avec la Suisse.", Status.ONGOING),
    ("en", "The European Union has suspended its aid to Belarus since 3 May 2021.", Status.ONGOING),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "status"), STATUSES, ids=[row[1][:48] for row in STATUSES])
def test_tense_negation_and_modality_decide_the_status(language, text, status):
    events = [event for event in events_of(text, language) if event.type in ("CONSULT", "SUSPEND")]
    assert [event.status for event in events] == [status]


def test_an_attack_that_was_tried_is_an_act_and_a_meeting_that_was_tried_is_none():
    assert only("Iraq tried to seize Kuwait on 3 May 2021.").status is Status.HAPPENED
    assert only("Iraq tried to meet Kuwait on 3 May 2021.").status is Status.HYPOTHETICAL


MODES = [
    ("fr", "Le 3 mai 2021, Emmanuel Macron s'est entretenu par téléphone avec Vladimir Poutine.", "phone"),
    ("fr", "Joe Biden et Xi Jinping ont eu un entretien en visioconférence le 3 mai 2021.", "video"),
    ("fr", "Emmanuel Macron s'est rendu à Kigali le 3 mai 2021.", "visit"),
    (
        "fr",
        "Sergueï Lavrov et Antony Blinken se sont rencontrés à Genève le 3 mai 2021.",
        "third-party place",
    ),
    ("en", "Joe Biden spoke by phone with Vladimir Putin on May 3, 2021.", "phone"),
    ("en", "Antony Blinken visited Kyiv on May 3, 2021.", "visit"),
    ("en", "The G7 summit opened in Cornwall on May 3, 2021.", "multilateral"),
]


@pytest.mark.parametrize(("language", "text", "mode"), MODES, ids=[row[1][:40] for row in MODES])
def test_the_mode_of_a_consultation(language, text, mode):
    event = only(text, language)
    assert (event.type, event.mode) == ("CONSULT", mode)


ROLES = [
    ("fr", "Le 3 mai 2021, Emmanuel Macron a reçu Angela Merkel à Paris.", "Macron", Role.HOST),
    ("fr", "Le 3 mai 2021, Angela Merkel a été reçue par Emmanuel Macron à Paris.", "Macron", Role.HOST),
    ("fr", "Le 3 mai 2021, l'Ukraine a été envahie par la Russie.", "Russia", Role.INITIATOR),
    ("fr", "Le 3 mai 2021, Kiev a accusé Moscou de sabotage.", "Russia", Role.TARGET),
    (
        "fr",
        "Joe Biden et Ali Khamenei ont eu un entretien téléphonique le 3 mai 2021, à l'initiative de Biden.",
        "Biden", Role.INITIATOR,
    ),
    ("en", "Emmanuel Macron hosted Angela Merkel in Paris on May 3, 2021.", "Macron", Role.HOST),
    ("en", "On May 3, 2021 Ukraine was invaded by Russia.", "Russia", Role.INITIATOR),
    ("en", "On May 3, 2021 Kyiv accused Moscow of sabotage.", "Ukraine", Role.INITIATOR),
    ("en", "Russia invited NATO to a conference in Moscow on July 3, 2021.", "Russia", Role.HOST),
    ("en", "On May 3, 2021 Sergey Lavrov said that the talks were useful.", "Lavrov", Role.SPEAKER),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "role"), ROLES, ids=[row[1][:48] for row in ROLES])
def test_grammar_gives_the_roles(language, text, name, role):
    timeline = timeline_of(text, language)
    roles = {
        timeline.actors[one.actor].name("en"): one.role
        for event in timeline.events
        for one in event.participants
    }
    assert next(found for actor, found in roles.items() if name in actor) == role


def test_one_sentence_with_three_dates_gives_three_events_with_their_own_actors():
    events = events_of(
        "On May 3, 2021 France expelled two Russian diplomats, on May 5 Germany recalled its ambassador to "
        "Moscow, and on May 9 Russia suspended its cooperation with NATO."
    )
    assert [event.when.edtf for event in events] == ["2021-05-03", "2021-05-05", "2021-05-09"]
    first = [event.participants[0].actor for event in events]
    assert first == ["fr", "de", "ru"]


def test_the_same_act_told_twice_is_one_event_with_two_quotes():
    event = only(
        "Le 3 mai 2021, Emmanuel Macron a téléphoné à Vladimir Poutine. Le Kremlin s'est tu.\n\n"
        "La conversation téléphonique du 3 mai a duré deux heures.",
        "fr",
    )
    assert len(event.evidence) == 2


def test_a_date_without_act_or_actor_gives_nothing():
    assert events_of("The weather was fine on May 3, 2021. The treaty of 1963 is old.") == ()


def test_a_caption_without_an_act_gives_nothing():
    assert events_of("Soldiers in Riga, May 2021 (Photo: Agency)\n\nNothing else was known of them.") == ()


def test_since_when_nothing_like_it_happened_is_no_event():
    events = events_of("Le premier entretien téléphonique depuis 2014 entre Joe Biden et Ali Khamenei "
                       "a eu lieu le 3 mai 2021.", "fr")  # fmt: skip
    assert [event.when.edtf for event in events] == ["2021-05-03"]


def test_a_chronology_dates_the_sentence_under_each_label():
    events = events_of(
        "3 mai 2021. La France expulse deux diplomates russes.\n"
        "5 mai 2021. La Russie rappelle son ambassadeur.",
        "fr",
    )
    assert [event.when.edtf for event in events] == ["2021-05-03", "2021-05-05"]


def test_an_announcement_takes_the_type_of_the_deed():
    event = only("On May 3, 2021, Britain announced that it would expel ten Russian diplomats.")
    assert event.type == "SANCTION"


def test_a_statement_stays_one_whatever_it_tells():
    event = only("Le 3 mai 2021, Sergueï Lavrov a déclaré que l'OTAN avait attaqué la Serbie.", "fr")
    assert event.type == "STATEMENT"


def test_a_person_stands_for_the_state_that_it_serves():
    event = only("On May 3, 2021 the Russian foreign minister, Sergey Lavrov, met the Turkish foreign "
                 "minister, Mevlut Cavusoglu, in Antalya.")  # fmt: skip
    assert not {"ru", "tr"} & {one.actor for one in event.participants}


def test_every_reason_is_a_message_with_or_without_words():
    event = only("On May 3, 2021 Kyiv accused Moscow of sabotage.")
    assert event.reasons[0] == "type by the word: accused"
    assert all(reason == reason.strip() for reason in event.reasons)


def test_confidence_falls_when_nobody_is_named():
    named = only("France and Germany signed a treaty in Paris on May 3, 2021.")
    bare = only("A treaty was signed in Paris on May 3, 2021.")
    assert bare.confidence < named.confidence


def test_a_caption_that_tells_an_act_gives_it():
    event = only(
        "François Hollande et Angela Merkel lors de leur rencontre du 29 mai 2016. © Agence\n\n"
        "Le reste de la page parle d'autre chose.",
        "fr",
    )
    assert event.type == "CONSULT"


def test_a_lead_under_a_dateline_takes_its_day_with_less_trust():
    article = read_text(
        "KYIV, March 3, 2021 (Agency) - Ukraine recalled its ambassador to Minsk.", language="en"
    )
    (event,) = build_timeline([article]).events
    assert event.when.edtf == "2021-03-03"
    assert event.confidence < 0.6


def test_a_mutual_act_that_names_nobody_is_between_those_told_before():
    events = events_of("France and Germany met in Paris on May 3, 2021. A treaty was signed on May 5, 2021.")
    assert {one.actor for one in events[1].participants} == {"fr", "de"}
    assert "actors carried over from the act told before" in events[1].reasons


def test_a_treaty_name_is_no_venue():
    assert only("The Paris Agreement entered into force on May 3, 2021.").place is None


def test_what_only_sets_the_scene_is_no_party():
    event = only("On May 3, 2021 France expelled two Russian diplomats after a meeting with Poland.")
    assert "pl" not in {one.actor for one in event.participants}


def test_a_dateline_dates_nothing_and_takes_no_part():
    event = only("OSLO, June 9, 2021 (Agency) - Poland and Turkey resumed talks on Tuesday.",
                 published="2021-06-09")  # fmt: skip
    assert event.when.edtf == "2021-06-08"
    assert {one.actor for one in event.participants} == {"pl", "tr"}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "On May 3, 2021 Poland and Turkey held talks in the Danish capital.", {"pl", "tr"}),
        ("fr", "Le 3 mai 2021, la Grèce a négocié avec la Turquie dans la capitale danoise.", {"gr", "tr"}),
        ("fr", "La Serbie a rencontré le 3 mai 2021 à Monaco les envoyés du Kosovo.", {"rs", "xk"}),
        ("en", "The Malta summit of May 3, 2021 brought France and Germany together.", {"fr", "de"}),
        ("fr", "Le 3 mai 2021, la France a négocié avec la Turquie sans la Grèce.", {"fr", "tr"}),
    ],
)
def test_where_an_act_was_and_who_was_missing_are_no_parties(language, text, who):
    assert {one.actor for one in only(text, language).participants} == who


@pytest.mark.parametrize(
    ("language", "text", "code", "sides"),
    [
        ("fr", "La Belgique a annoncé le 3 mai 2021 le retrait de son ambassadeur en Turquie.", "SANCTION",
         {("be", "initiator"), ("tr", "target")}),
        ("fr", "Le 3 mai 2021, le Tchad et le Togo ont annoncé leur retrait de la Cédéao.", "SUSPEND",
         {("td", "initiator"), ("tg", "initiator"), ("ecowas", "target")}),
        ("en", "On May 3, 2021 Serbia rejected an offer by France.", "REJECT",
         {("rs", "initiator"), ("fr", "target")}),
    ],
)  # fmt: skip
def test_who_is_left_recalled_from_or_refused_is_the_target(language, text, code, sides):
    event = only(text, language)
    assert event.type == code
    assert {(one.actor, one.role.value) for one in event.participants} == sides


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Joe Biden was to meet Xi Jinping on May 3, 2021, but the trip fell through.", Status.DENIED),
        ("fr", "Emmanuel Macron devait se rendre à Berne le 3 mai 2021, projet désormais compromis.",
         Status.DENIED),
        ("fr", "Le 3 mai 2021, la Serbie a rejeté un accord proposé par la Grèce.", Status.HAPPENED),
        ("en", "A summit between Serbia and Kosovo is scheduled for May 3, 2021.", Status.PLANNED),
    ],
)  # fmt: skip
def test_what_fell_through_or_is_still_to_come_has_not_happened(language, text, status):
    assert only(text, language).status is status


def test_the_terms_of_a_text_that_exists_are_no_agreement():
    events = events_of("In May 2021 Iran exceeded the limits of the accord. Later it rained.")
    assert not [event for event in events if event.type == "AGREE"]


def test_resumed_talks_are_not_called_ties():
    event = only("On May 3, 2021 Serbia and Kosovo resumed negotiations in Brussels.")
    assert (event.type, event.titles["en"]) == ("RESUME", "Serbia – Kosovo: talks resumed")


def test_cut_hotlines_are_a_break():
    event = only("On May 3, 2021 Pakistan cut all hotlines with India.")
    assert (event.type, {one.actor for one in event.participants}) == ("SANCTION", {"pk", "in"})


def test_a_person_who_is_written_to_is_no_place():
    text = "Le 24 octobre 1962, U Thant a écrit à Kennedy. Le président John F. Kennedy a lu sa lettre."
    events = events_of(text, "fr")
    assert events
    assert all(event.place is None for event in events)


def test_the_date_that_heads_an_entry_of_a_chronicle_dates_its_other_sentences():
    text = (
        "2 mai 2021. Joe Biden reçoit Boris Johnson. Angela Merkel exige un vote.\n\n"
        "7 mai 2021. Vladimir Poutine expulse dix diplomates. Emmanuel Macron menace la Russie.\n\n"
        "Emmanuel Macron rencontre Angela Merkel."
    )
    told = {event.type: event for event in events_of(text, "fr")}
    assert told["DEMAND"].when.edtf == "2021-05-02"
    assert told["THREATEN"].when.edtf == "2021-05-07"
    assert told["THREATEN"].evidence[0].expression is None
    assert len(told) == 4


def test_a_sentence_after_a_lone_date_that_heads_no_chronicle_has_no_date():
    text = "2 mai 2021. Joe Biden reçoit Boris Johnson. Angela Merkel exige un vote."
    assert {event.type for event in events_of(text, "fr")} == {"CONSULT"}


def test_a_date_that_is_a_heading_dates_the_paragraphs_below_it():
    text = (
        "La crise, jour par jour\n\n2 mai 2021\n\nJoe Biden reçoit Boris Johnson.\n\n"
        "Angela Merkel exige un vote.\n\n7 mai 2021\n\nVladimir Poutine expulse dix diplomates.\n\n"
        "Et ensuite\n\nEmmanuel Macron menace la Russie.\n\nLe 9 mai, Pékin condamne Washington."
    )
    told = {event.type: event.when.edtf for event in events_of(text, "fr")}
    assert told == {
        "CONSULT": "2021-05-02", "DEMAND": "2021-05-02", "SANCTION": "2021-05-07", "ACCUSE": "2021-05-09"
    }  # fmt: skip
