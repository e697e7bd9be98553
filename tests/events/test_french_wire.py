"""How French agencies write: datelines, who speaks behind the verb, dates set into a phrase."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le Japon tient ses engagements, a fait savoir mardi l'AIEA.", "iaea"),
        ("Le train repart, a fait savoir lundi l'Otan.", "nato"),
        ("Le Japon tient ses engagements, a indiqué mardi un communiqué de l'Otan.", "nato"),
        ("Le convoi est arrivé, a indiqué mardi un porte-parole de l'Otan.", "nato"),
        ("Le Mali a accepté, a annoncé lundi à Dakar le ministre Pedro Soto.", "pedro-soto"),
        ("Le Mali a accepté, a annoncé mardi à la presse le ministre Pedro Soto.", "pedro-soto"),
    ],
)
def test_who_speaks_behind_the_verb_is_the_speaker(text: str, speaker: str) -> None:
    found = cast(only(text, "fr"))
    assert [one for one, role in found.items() if role is Role.SPEAKER] == [speaker]


def test_who_is_told_before_a_nameless_text_did_not_say_it() -> None:
    event = only("Anna Lind effectue une visite à Oslo, a indiqué mardi un communiqué du ministère.", "fr")
    assert cast(event) == {"anna-lind": Role.CONCERNED}


def test_a_purpose_does_not_hide_who_had_a_talk() -> None:
    event = only(
        "Le ministre norvégien Jonas Berg a eu un entretien lundi avec son homologue danois Lars Holm, "
        "afin de discuter des quotas de pêche.",
        "fr",
    )
    assert set(cast(event)) == {"jonas-berg", "lars-holm"}


@pytest.mark.parametrize(
    "text",
    [
        "Alger — Le ministre chilien Pedro Soto a entamé lundi une visite de deux jours en Tunisie.",
        "Alger, 12 juin 2021 (Agence) – Le ministre chilien Pedro Soto a entamé lundi une visite en Tunisie.",
    ],
)
def test_a_city_before_a_dash_takes_no_part(text: str) -> None:
    assert "dz" not in cast(only(text, "fr"))


def test_two_capitals_before_a_colon_are_two_governments() -> None:
    event = only("Paris – Berlin : les deux capitales ont signé lundi un accord.", "fr")
    assert set(cast(event)) == {"fr", "de"}


def test_a_dateline_in_small_letters_tells_where_people_met() -> None:
    text = "Oslo, 12 juin 2021 (Agence) – Le ministre Jonas Berg a reçu vendredi son homologue Lars Holm."
    place = only(text, "fr").place
    assert place is not None
    assert place.name("en") == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres français et allemand ont discuté lundi de la situation au Mali.",
        "Emmanuel Macron et Joe Biden ont évoqué lundi la crise politique en Ukraine.",
        "Vladimir Poutine s'est entretenu lundi par téléphone avec Emmanuel Macron du conflit en Syrie.",
    ],
)
def test_what_people_talk_of_is_not_where_they_are(text: str) -> None:
    assert only(text, "fr").place is None


def test_where_a_treaty_of_peace_is_signed_stays_a_place() -> None:
    place = only("Le Pérou et l'Équateur ont signé lundi l'accord de paix à Genève.", "fr").place
    assert place is not None
    assert place.name("en") == "Geneva"


@pytest.mark.parametrize(
    "text",
    [
        "L'ambassadeur de Norvège à Rome a été rappelé le 7 mai 2021.",
        "L'ambassadeur norvégien à Rome avait été rappelé en mai après des propos du gouvernement italien.",
    ],
)
def test_whose_envoy_was_called_home_called_him(text: str) -> None:
    assert cast(only(text, "fr"))["no"] is Role.INITIATOR


def test_whose_soldiers_are_deployed_sends_them() -> None:
    text = "Des soldats turcs ont été déployés lundi en Libye, dans trois villages habités par des Kurdes."
    assert cast(only(text, "fr")) == {"tr": Role.INITIATOR, "ly": Role.HOST}


def test_who_denounces_a_blockade_does_not_suffer_it() -> None:
    events = events_of("La Norvège a dénoncé le blocus imposé en 2014.", "fr")
    assert "no" not in {actor for event in events for actor in cast(event)}


def test_who_keeps_sanctions_up_has_imposed_them() -> None:
    found = cast(only("La Norvège maintient les sanctions adoptées en 2014.", "fr"))
    assert found == {"no": Role.INITIATOR}


def test_who_finds_something_forbidden_to_him_suffers_it() -> None:
    event = only("En mai, des responsables du Venezuela se sont vu interdire le territoire canadien.", "fr")
    assert cast(event) == {"ve": Role.TARGET, "ca": Role.INITIATOR}


def test_seeing_something_done_to_oneself_is_no_meeting() -> None:
    found = events_of("Le Venezuela s'est vu infliger lundi des sanctions par l'Union européenne.", "fr")
    assert [event.type for event in found] == ["SANCTION"]


def test_coming_back_to_a_subject_concedes_nothing() -> None:
    found = events_of("Lundi, le ministre Pedro Soto est revenu sur la crise des otages.", "fr")
    assert [event.type for event in found] == ["STATEMENT"]


def test_the_head_of_diplomacy_is_the_foreign_minister() -> None:
    text = (
        "Le ministre turc des Affaires étrangères Cem Aydin a critiqué Athènes. "
        "Le Chef de la diplomatie turque a tenu, vendredi, une conférence de presse."
    )
    event = only(text, "fr")
    assert (event.type, cast(event)) == ("STATEMENT", {"cem-aydin": Role.SPEAKER})


@pytest.mark.parametrize(
    "text",
    [
        "L'avenir du Kosovo était à l'ordre du jour du sommet de l'Otan à Madrid lundi.",
        "Les annonces du Kosovo seront discutées lors d'une réunion de l'Otan le 22 octobre.",
        "L'Otan et la Norvège ont discuté lundi du statut du Kosovo.",
    ],
)
def test_whose_future_is_discussed_takes_no_part(text: str) -> None:
    found = cast(only(text, "fr"))
    assert "nato" in found
    assert "xk" not in found


def test_who_says_that_he_will_is_he() -> None:
    text = (
        "Le secrétaire général Jens Stoltenberg est à Oslo. Le ministre danois, Lars Holm, "
        "a indiqué pour sa part qu'il retirerait les troupes fin 2021."
    )
    assert cast(only(text, "fr"))["lars-holm"] is Role.INITIATOR


def test_a_junta_in_power_somewhere_is_that_state() -> None:
    event = only("La junte au pouvoir au Niger a ordonné lundi à l'ambassadeur suédois de partir.", "fr")
    assert cast(event) == {"ne": Role.INITIATOR, "se": Role.TARGET}


def test_sanctions_taken_over_are_not_against_whose_they_are() -> None:
    text = "La Norvège a repris lundi les sanctions de l'Union européenne contre la Russie."
    event = only(text, "fr")
    assert (event.type, cast(event)) == (
        "SANCTION",
        {"no": Role.INITIATOR, "eu": Role.CONCERNED, "ru": Role.TARGET},
    )


def test_measures_that_are_enacted_are_sanctions() -> None:
    event = only("L'Union européenne a édicté le 8 avril des mesures contre la Russie.", "fr")
    assert (event.type, cast(event)) == ("SANCTION", {"eu": Role.INITIATOR, "ru": Role.TARGET})


def test_a_stage_of_a_plan_is_no_visit() -> None:
    assert events_of("La première des étapes mène à un système américain en 2026.", "fr") == ()


def test_by_stands_behind_what_somebody_is_received_for() -> None:
    text = "Le président Adam Koné a été reçu lundi pour un déjeuner de travail, par son homologue Lars Holm."
    assert set(cast(only(text, "fr"))) == {"adam-kone", "lars-holm"}


def test_a_push_is_no_coup() -> None:
    text = "Pedro Soto a tenté vendredi de donner un coup de pouce aux négociations."
    assert "COERCE" not in {event.type for event in events_of(text, "fr")}


def test_a_nameless_spokesman_is_not_who_was_named_before() -> None:
    found = events_of("Pedro Soto présidera le sommet, a déclaré ce porte-parole dimanche.", "fr")
    assert [(event.type, cast(event)) for event in found] == [("STATEMENT", {"pedro-soto": Role.CONCERNED})]


def test_a_summit_that_is_announced_is_not_in_the_dateline() -> None:
    text = "Khartoum — Un mini-sommet est prévu mercredi et réunira le Soudan et l'Egypte."
    event = only(text, "fr")
    assert event.place is None
    assert set(cast(event)) == {"sd", "eg"}


def test_who_judges_a_vote_does_not_hold_it() -> None:
    text = "Les heurts suivent la présidentielle du 9 mai 2021, jugée truquée par la Norvège."
    event = only(text, "fr")
    assert (event.type, cast(event)) == ("ELECT", {})


def test_who_calls_himself_a_republic_declares_independence() -> None:
    assert only("Le Kosovo s'est autoproclamé République en 1983.", "fr").type == "STATEMENT"


def test_where_a_plane_is_bound_for_takes_no_part() -> None:
    text = "Un avion à destination de Lituanie a été saisi lundi à Minsk."
    event = only(text, "fr")
    assert (event.type, cast(event)) == ("COERCE", {})


def test_a_government_that_says_that_it_leaves_is_meant_by_it() -> None:
    text = (
        "Le président Daniel Ortega était absent. Le gouvernement du Nicaragua a annoncé lundi "
        "qu'il se retirait de l'Organisation des États américains."
    )
    assert cast(only(text, "fr"))["ni"] is Role.INITIATOR


def test_a_withdrawal_from_an_organisation_tells_who_leaves_and_what() -> None:
    event = only("Managua a annoncé en mai le retrait du Nicaragua de l'OEA.", "fr")
    assert cast(event) == {"ni": Role.INITIATOR, "oas": Role.TARGET}


def test_by_tells_whose_an_accord_is_behind_another_participle() -> None:
    found = cast(only("La zone a fait l'objet d'un accord dévoilé en mai par le Pérou et le Chili.", "fr"))
    assert found == {"pe": Role.PARTICIPANT, "cl": Role.PARTICIPANT}


def test_with_whose_help_an_attack_is_made_does_not_lead_it() -> None:
    text = "Avec l'aide de ses alliés syriens, les forces turques ont lancé le 9 mai une offensive en Irak."
    assert cast(only(text, "fr")) == {"tr": Role.INITIATOR}


def test_under_whose_watch_a_truce_holds_both_are_told() -> None:
    text = "Un cessez-le-feu a été signé lundi en Syrie, sous la surveillance de la Russie et de la Turquie."
    assert {"ru", "tr"} <= set(cast(only(text, "fr")))


def test_a_ministry_where_something_is_signed_is_no_party() -> None:
    text = "L'accord a été signé jeudi par le Chili et le Pérou au ministère russe de la Défense."
    assert set(cast(only(text, "fr"))) == {"cl", "pe"}


def test_a_visit_is_of_its_subject_and_not_of_whom_he_meets() -> None:
    text = "Le ministre Lars Holm va rencontrer Pedro Soto lors de sa visite au Chili, qui débute mercredi."
    found = {event.type: cast(event) for event in events_of(text, "fr")}
    assert found["CONSULT"].get("pedro-soto") is not Role.INITIATOR


def test_a_state_of_somebody_is_the_state() -> None:
    assert cast(only("La Russie de Vladimir Poutine a annexé la Crimée en 2014.", "fr")) == {
        "ru": Role.INITIATOR
    }


def test_facing_each_other_in_court_is_no_fight() -> None:
    text = "Le Gabon et le Tchad se sont affrontés lundi devant la Cour internationale de justice."
    assert only(text, "fr").type == "ACCUSE"


def test_a_blockade_is_against_whom_it_is_imposed_on() -> None:
    text = "L'Égypte a imposé en mai un blocus terrestre, aérien et maritime au Qatar."
    assert cast(only(text, "fr")) == {"eg": Role.INITIATOR, "qa": Role.TARGET}


def test_what_was_agreed_was_not_agreed_by_who_announces_it() -> None:
    text = (
        "Le ministre Lars Holm a annoncé qu'il avait été convenu de rouvrir lundi la frontière avec le Mali."
    )
    event = only(text, "fr")
    assert (event.type, set(cast(event))) == ("AGREE", {"ml"})


def test_the_country_of_a_city_in_brackets_takes_no_part() -> None:
    text = "La Norvège et le Chili ont approuvé, le 5 mai à Khartoum (Soudan), un accord de pêche."
    assert set(cast(only(text, "fr"))) == {"no", "cl"}


def test_who_named_an_envoy_is_not_named() -> None:
    text = "Désigné par Emmanuel Macron, Lars Holm entame lundi une médiation au Liban."
    event = only(text, "fr")
    assert (event.type, set(cast(event))) == ("CONSULT", {"lars-holm"})


def test_what_stands_between_commas_hides_no_victims() -> None:
    text = "Des soldats de la KFOR, la force de l'Otan, ont été blessés lundi au Kosovo."
    event = only(text, "fr")
    assert (event.type, cast(event)) == ("ASSAULT", {"kfor": Role.TARGET})


def test_an_office_between_commas_takes_no_part() -> None:
    text = (
        "Lars Holm, envoyé de l'Union africaine pour la région et président en exercice de la Cédéao, "
        "a reçu Emmanuel Macron à Oslo en février 2021."
    )
    assert set(cast(only(text, "fr"))) == {"lars-holm", "macron"}


def test_a_pair_goes_on_behind_an_office_between_commas() -> None:
    text = (
        "Il a parlé après le tête-à-tête entre Paul Kagame, médiateur désigné par l'Union africaine "
        "dans la crise dans l'est du Tchad, et le chef de l'État malien lundi."
    )
    event = only(text, "fr")
    assert (event.type, set(cast(event))) == ("CONSULT", {"kagame", "ml"})


def test_after_a_talk_with_somebody_one_signs_alone() -> None:
    text = "Le 15 août 2020, Paul Kagame a signé l'accord à l'issue d'un entretien avec Emmanuel Macron."
    assert set(cast(only(text, "fr"))) == {"kagame"}


def test_to_confirm_a_will_in_a_city_names_nobody() -> None:
    text = "Le ministre Lars Holm a confirmé dimanche à Kigali la volonté du Mali de respecter la trêve."
    assert all(event.type != "APPOINT" for event in events_of(text, "fr"))
    text = "Lars Holm a été confirmé le 3 mai 2021 dans ses fonctions de ministre du Mali."
    assert only(text, "fr").type == "APPOINT"


def test_a_channel_is_no_state() -> None:
    text = "Le président arménien Serge Sarkissian a déclaré mardi sur France 24 que la paix était proche."
    assert "fr" not in cast(only(text, "fr"))


def test_to_be_ready_is_no_loan() -> None:
    text = "Le 3 mai 2021, l'Iran était prêt à signer l'accord avec les États-Unis."
    assert all(event.type != "AID" for event in events_of(text, "fr"))


def test_both_people_of_a_joined_name_meet() -> None:
    text = "Le sommet Poutine-Biden s'est tenu mercredi à Genève."
    assert set(cast(only(text, "fr"))) == {"putin", "biden"}
