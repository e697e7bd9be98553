"""A small hand-made timeline that tests of the upper rooms share (filters, layout, figures, app)."""
# ruff: noqa: E501 - a table of events reads best one field after another

from datetime import date

from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    PublishedFrom,
    Role,
    Status,
    TimeExpression,
    Timeline,
    When,
)

_ACTORS = [
    ("nato", ActorKind.ORGANISATION, "NATO", "OTAN", ("l'Alliance atlantique",), None),
    ("ru", ActorKind.STATE, "Russia", "Russie", ("Moscow", "Moscou"), None),
    ("us", ActorKind.STATE, "United States", "États-Unis", ("Washington",), None),
    ("pl", ActorKind.STATE, "Poland", "Pologne", (), None),
    ("gerasimov", ActorKind.PERSON, "Valery Gerasimov", "Valéri Guerassimov", ("Guerassimov",), "ru"),
    ("dunford", ActorKind.PERSON, "Joseph Dunford", "Joseph Dunford", ("Joe Dunford",), "us"),
    ("pavel", ActorKind.PERSON, "Petr Pavel", "Petr Pavel", (), "nato"),
    ("lavrov", ActorKind.PERSON, "Sergey Lavrov", "Sergueï Lavrov", (), "ru"),
]
_PLACES = {
    "baku": Place("baku", {"en": "Baku", "fr": "Bakou"}, "AZ", 40.38, 49.89),
    "warsaw": Place("warsaw", {"en": "Warsaw", "fr": "Varsovie"}, "PL", 52.23, 21.01),
    "moscow": Place("moscow", {"en": "Moscow", "fr": "Moscou"}, "RU", 55.75, 37.62),
    "poland": Place("poland", {"en": "Poland", "fr": "Pologne"}, "PL", None, None, "country"),
}
# id, type, mode, status, edtf, earliest, latest, granularity, approximate, en, fr, place, actors, sentence, date as written
_EVENTS = [
    ("freeze", "SUSPEND", None, "happened", "2014-21", (2014, 3, 1), (2014, 5, 31), "season", False,
     "NATO freezes military contacts with Russia", "L'OTAN gèle ses contacts militaires avec la Russie", None,
     "nato:initiator ru:target", "NATO cut its military contacts with Russia in the spring of 2014.", "the spring of 2014"),
    ("summit", "CONSULT", "multilateral", "happened", "2016-07", (2016, 7, 1), (2016, 7, 31), "month", False,
     "NATO summit in Warsaw", "Sommet de l'OTAN à Varsovie", "warsaw", "nato:participant pl:host",
     "In July 2016 the allies met at a summit in Warsaw.", "July 2016"),
    ("brigade", "MOBILIZE", None, "happened", "2017-01-01~/2017-01-10~", (2017, 1, 1), (2017, 1, 10), "day", True,
     "US brigade deploys to Poland", "Déploiement d'une brigade américaine en Pologne", "poland",
     "us:initiator pl:host", "A US brigade reached Poland in early January.", "early January"),
    ("baku", "CONSULT", "third-party place", "happened", "2017-02-16", (2017, 2, 16), (2017, 2, 16), "day", False,
     "Gerasimov – Dunford meeting in Baku", "Guerassimov – Dunford : rencontre à Bakou", "baku",
     "gerasimov:participant dunford:participant", "On 16 February Gerasimov and Dunford met in Baku.", "16 February"),
    ("statement", "STATEMENT", None, "happened", "2017-02-18", (2017, 2, 18), (2017, 2, 18), "day", False,
     "Lavrov statement on NATO", "Déclaration de Lavrov sur l'OTAN", None, "lavrov:speaker nato:target",
     "Lavrov said on 18 February that <b>enlargement</b> had raised tension.", "18 February"),
    ("call", "CONSULT", "phone", "happened", "2017-03-03", (2017, 3, 3), (2017, 3, 3), "day", False,
     "Gerasimov – Pavel phone call", "Guerassimov – Pavel : entretien téléphonique", None,
     "pavel:initiator gerasimov:participant", "Pavel telephoned Gerasimov on 3 March.", "3 March"),
    ("conference", "CONSULT", "multilateral", "planned", "2017-04-26/2017-04-27", (2017, 4, 26), (2017, 4, 27), "day",
     False, "Moscow security conference", "Conférence sur la sécurité à Moscou", "moscow", "ru:host nato:target",
     "Russia has invited NATO to a conference in Moscow on 26 and 27 April.", "26 and 27 April"),
]  # fmt: skip


def affair() -> Timeline:
    """Seven events of 2014-2017 with five kinds of date, persons under states, and markup in a quote."""
    text = "Contacts resume\n\n" + "\n\n".join(row[13] for row in _EVENTS)
    blocks, events, expressions = [Block(BlockKind.TITLE, 0, 15)], [], []
    for row in _EVENTS:
        start = text.index(row[13])
        blocks.append(Block(BlockKind.BODY, start, start + len(row[13])))
        when = When(
            row[4],
            date(*row[5]),
            date(*row[6]),
            Granularity(row[7]),
            row[8],
            "day, month and year are written",
        )
        at = text.index(row[14], start)
        expression = TimeExpression(row[14], at, at + len(row[14]), "DATE", row[4], "", when, rule="test")
        expressions.append(expression)
        people = tuple(Participation(a.split(":")[0], Role(a.split(":")[1])) for a in row[12].split())
        events.append(
            Event(row[0], {"en": row[9], "fr": row[10]}, row[1], row[2], Status(row[3]), when, people,
                  (Evidence("a1", row[13], start, start + len(row[13]), expression, "test"),),
                  _PLACES.get(row[11] or ""), 0.9, ("test",))
        )  # fmt: skip
    article = Article("a1", text, tuple(blocks), "Contacts resume", "en", "given", date(2017, 3, 3),
                      PublishedFrom.GIVEN, 1.0, source="contacts.txt")  # fmt: skip
    actors = {
        i: Actor(i, kind, {"en": en, "fr": fr}, aliases, parent)
        for i, kind, en, fr, aliases, parent in _ACTORS
    }
    return Timeline((article,), {"a1": tuple(expressions)}, actors, tuple(events),
                    {"en": "NATO–Russia military contacts", "fr": "Contacts militaires OTAN–Russie"})  # fmt: skip
