"""Acts that share the day of a clause or a sentence beside their own."""

import pytest

from tests.events.reading import events_of


def told(text: str, language: str = "fr") -> set[tuple[str, str]]:
    return {(event.when.edtf, event.type) for event in events_of(text, language)}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Le 12 mars 2021, la police a arrêté trois opposants à Minsk tandis que le ministre turc "
            "des Affaires "
            "étrangères recevait son homologue grec.",
            {("2021-03-12", "COERCE"), ("2021-03-12", "CONSULT")},
            id="tandis que",
        ),
        pytest.param(
            "Le 9 janvier 2021, pendant que le président participait à un sommet à Nairobi, des "
            "militaires ont pris "
            "le pouvoir à Bangui.",
            {("2021-01-09", "CONSULT"), ("2021-01-09", "COERCE")},
            id="pendant que, in front",
        ),
        pytest.param(
            "Alors que Kaja Kallas rencontrait Volodymyr Zelensky à Kiev le 18 mars 2021, l'armée russe "
            "a bombardé "
            "Odessa.",
            {("2021-03-18", "CONSULT"), ("2021-03-18", "ASSAULT")},
            id="the date stands in the clause itself",
        ),
        pytest.param(
            "Le 4 février 2021, l'Égypte et le Soudan ont signé un accord au moment où le Premier "
            "ministre éthiopien "
            "rencontrait le roi Salmane à Riyad.",
            {("2021-02-04", "AGREE"), ("2021-02-04", "CONSULT")},
            id="au moment où",
        ),
        pytest.param(
            "Alger a rappelé son ambassadeur à Paris le 9 janvier 2021, tandis que Rabat dénonçait le "
            "11 janvier une "
            "provocation.",
            {("2021-01-09", "SANCTION"), ("2021-01-11", "ACCUSE")},
            id="a clause with a day of its own borrows none",
        ),
    ],
)
def test_what_goes_on_meanwhile_shares_the_day(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "14 mars 2021 : l'Équateur rompt ses relations avec le Mexique ; Brasilia dénonce une "
            "violation du droit.",
            {("2021-03-14", "SANCTION"), ("2021-03-14", "ACCUSE")},
            id="behind the semicolon of an entry",
        ),
        pytest.param(
            "Le 27 mars 2021, Washington lève l'embargo sur les armes ; Damas rouvre aussitôt son "
            "ambassade à Londres.",
            {("2021-03-27", "RETREAT"), ("2021-03-27", "RESUME")},
            id="at once behind a semicolon",
        ),
        pytest.param(
            "Le Parlement a adopté le texte le 17 mars 2021, aussitôt promulgué par le président Kaïs Saïed.",
            {("2021-03-17", "AGREE")},
            id="a participle told to be at once",
        ),
    ],
)
def test_what_follows_in_a_sentence_shares_the_day(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text) == acts
    assert len(events_of(text, "fr")) == 2


def test_the_dead_of_a_raid_are_no_second_act() -> None:
    text = "14 mars 2021 : l'armée éthiopienne bombarde Mekele ; quarante civils sont tués."
    assert told(text) == {("2021-03-14", "ASSAULT")}
    assert len(events_of(text, "fr")) == 1


@pytest.mark.parametrize(
    "follows",
    [
        "L'Égypte a aussitôt condamné ces frappes.",
        "L'Égypte a immédiatement condamné ces frappes.",
        "Dans la foulée, l'Égypte a condamné ces frappes.",
        "Quelques heures plus tard, l'Égypte condamnait ces frappes.",
        "Dans l'heure, l'Égypte a condamné ces frappes.",
        "L'Égypte a condamné ces frappes sur-le-champ.",
    ],
)
def test_a_sentence_that_goes_on_at_once_shares_the_day(follows: str) -> None:
    before = "L'armée israélienne a bombardé Damas le 17 mars 2021."
    assert told(f"{before} {follows}") == {("2021-03-17", "ASSAULT"), ("2021-03-17", "ACCUSE")}


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a bombardé Damas le 17 mars 2021. La ville pleure. L'Égypte a aussitôt condamné le raid.",
    ],
)
def test_what_is_done_at_once_needs_the_sentence_before_it(text: str) -> None:
    assert told(text) == {("2021-03-17", "ASSAULT")}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Le 3 mars 2021, Moscou ayant rejeté le plan, Washington a sanctionné deux banques.",
            {("2021-03-03", "REJECT"), ("2021-03-03", "SANCTION")},
            id="what came before shares the day",
        ),
        pytest.param(
            "Le 7 mars 2021, Berne publia le texte sans le parapher.",
            {("2021-03-07", "STATEMENT")},
            id="what was left undone has no day",
        ),
        pytest.param(
            "Le 9 avril 2021, la cour d'appel condamne l'ancien président à dix ans de prison.",
            {("2021-04-09", "COERCE")},
            id="a subject that tells no act takes no day",
        ),
        pytest.param(
            "L'armée serbe s'est retirée de Pristina à partir du 10 juin 1999.",
            {("1999-06-10", "RETREAT")},
            id="what began on a day and is over",
        ),
        pytest.param(
            "L'armée serbe se retirera de Pristina à partir du 30 juin 2021.",
            {("2021-06-30/..", "RETREAT")},
            id="what will begin then",
        ),
        pytest.param(
            "En mars 2021, ce sont les Pays-Bas qui ont rappelé leur ambassadeur.",
            {("2021-03", "SANCTION")},
            id="who acts put in front",
        ),
        pytest.param(
            "Le 25 mars 2008, c'est l'armée de l'Union africaine qui reprit Anjouan.",
            {("2008-03-25", "ASSAULT")},
            id="an island taken back",
        ),
        pytest.param(
            "Le 3 mars 2021, la tension était à son comble, l'armée bombardait Goma.",
            {("2021-03-03", "ASSAULT")},
            id="how things were takes no day",
        ),
        pytest.param(
            "La cour constitutionnelle a jugé le 3 mars 2021 le décret présidentiel illégal.",
            {("2021-03-03", "STATEMENT")},
            id="a court finds unlawful",
        ),
        pytest.param(
            "Le 7 avril 2021, l'Algérie a rappelé les siens.",
            {("2021-04-07", "SANCTION")},
            id="one's own are recalled",
        ),
    ],
)
def test_which_of_the_verbs_of_a_sentence_has_its_day(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "On 12 March 2021 Chad expelled a French envoy, while its spokesman, Idris Sow, said that Paris "
            "had plotted against the state.",
            {("2021-03-12", "SANCTION"), ("2021-03-12", "STATEMENT")},
            id="while somebody said",
        ),
        pytest.param(
            "Ministers of the African Union, meeting in Nairobi on 7 March 2021 under Kenya's chair, froze "
            "the assets of the junta in Chad.",
            {("2021-03-07", "SANCTION")},
            id="what is done at a meeting takes its day",
        ),
        pytest.param(
            "Leaders of the African Union, meeting in Nairobi on 7 March 2021 under Uhuru Kenyatta, closed "
            "the borders, and promised aid.",
            {("2021-03-07", "SUSPEND")},
            id="a verb behind what is set apart, with more verbs behind it",
        ),
        pytest.param(
            "Sergei Lavrov, who was in Ankara on 9 March 2021 for talks with Hakan Fidan, said that Moscow "
            "was ready.",
            {("2021-03-09", "CONSULT"), ("2021-03-09", "STATEMENT")},
            id="who was there for talks said",
        ),
        pytest.param(
            "Sergei Lavrov, who had visited Ankara on 9 March 2021, said that Moscow was ready.",
            {("2021-03-09", "CONSULT")},
            id="who had been there said so at another time",
        ),
    ],
)
def test_english_clauses_share_the_day_of_one_beside_them(text: str, acts: set[tuple[str, str]]) -> None:
    assert told(text, "en") == acts
