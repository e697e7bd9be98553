"""Timelines of any size that nobody wrote, the same for the same numbers: for measuring."""

import random
from datetime import date, timedelta

from dashboard.events import ontology
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
    Role,
    Status,
    Timeline,
    When,
)

_STATES = 40
_PLACES = 60
_SPAN = 30 * 365  # days
_PER_ARTICLE = 200
_QUOTE = "Envoys met again that day."


def synthetic(count: int, seed: int = 1) -> Timeline:
    """A timeline of so many events over thirty years, a few actors in most of them, as real affairs have."""
    dice = random.Random(seed)  # noqa: S311 (no secret)
    actors = {
        f"s{at}": Actor(f"s{at}", ActorKind.STATE, {"en": f"State {at}", "fr": f"État {at}"})
        for at in range(_STATES)
    }
    actors |= {
        f"p{at}": Actor(f"p{at}", ActorKind.PERSON, {"en": f"Person {at}"}, (), f"s{at % _STATES}")
        for at in range(3 * _STATES)
    }
    known = sorted(actors)
    weights = [1 / (1 + at % _STATES) for at in range(len(known))]
    places = [
        Place(f"pl{at}", {"en": f"Town {at}"}, "FR", dice.uniform(-50, 65), dice.uniform(-120, 150))
        for at in range(_PLACES)
    ]
    types = [code for code in ontology.types() if code != "ELECT"]
    events = []
    for at in range(count):
        day = date(1995, 1, 1) + timedelta(days=int(dice.random() ** 0.7 * _SPAN))
        kind = dice.choice(types)
        takers = dict.fromkeys(dice.choices(known, weights, k=dice.choice((1, 2, 2, 3))))
        evidence = Evidence(f"a{at // _PER_ARTICLE}", _QUOTE, 0, len(_QUOTE))
        events.append(
            Event(
                f"e{at}", {"en": f"{kind.capitalize()} number {at}"}, kind, None, dice.choice(list(Status)),
                _when(dice, day), tuple(Participation(each, Role.PARTICIPANT) for each in takers),
                (evidence,),
                dice.choice(places) if dice.random() < 0.5 else None, round(dice.random(), 2),
            )
        )  # fmt: skip
    events.sort(key=lambda each: (each.when.earliest or date.min, each.id))
    blocks = (Block(BlockKind.BODY, 0, len(_QUOTE)),)
    articles = tuple(
        Article(f"a{at}", _QUOTE, blocks, f"Report {at}") for at in range(-(-count // _PER_ARTICLE))
    )
    return Timeline(articles, {}, actors, tuple(events), {"en": f"{count} events"})


def _when(dice: random.Random, day: date) -> When:
    if dice.random() < 0.85:
        return When(day.isoformat(), day, day, Granularity.DAY)
    first = day.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return When(f"{day:%Y-%m}", first, last, Granularity.MONTH)
