"""Random timelines for the tests of layout and figures, from seeds so that a failure can be repeated."""

import random
from datetime import date, timedelta

from hypothesis import strategies as st

from dashboard.model import (
    Actor,
    ActorKind,
    Article,
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

WORDS = ("summit", "talks", "on", "Syria", "in", "Geneva", "gas", "contract", "opérations", "ceasefire")
TYPES = ("CONSULT", "STATEMENT", "AGREE", "MOBILIZE", "ACCUSE", "ASSAULT", "UNHEARD")


def random_timeline(seed: int, count: int, *, actors: int = 9, years: int = 6) -> Timeline:
    """A timeline of some events of every kind of date, status and role; the same for the same seed."""
    dice = random.Random(seed)
    known = {
        f"a{n}": Actor(f"a{n}", ActorKind.STATE, {"en": f"State {'of somewhere ' * (n % 3)}{n}"})
        for n in range(actors)
    }
    known |= {
        f"p{n}": Actor(f"p{n}", ActorKind.PERSON, {"en": f"Person {n}"}, (), f"a{n}") for n in range(actors)
    }
    centres = [
        date(2010, 1, 1) + timedelta(days=dice.randrange(1 + 365 * years)) for _ in range(1 + count // 8)
    ]
    events = []
    for number in range(count):
        takers = dice.sample(sorted(known), dice.choice((0, 1, 1, 2, 2, 3)))
        events.append(
            Event(
                f"e{number}",
                {"en": " ".join(dice.choices(WORDS, k=dice.randrange(1, 12))).capitalize()},
                dice.choice(TYPES),
                None,
                dice.choice(list(Status)),
                _when(dice, dice.choice(centres) + timedelta(days=dice.randrange(60))),
                tuple(Participation(each, dice.choice(list(Role))) for each in takers),
                (Evidence("x", "quote", 0, 5),),
                Place("g", {"en": "Geneva"}) if dice.random() < 0.4 else None,
                round(dice.random(), 2),
            )
        )
    events.sort(key=lambda each: (each.when.earliest or each.when.latest, each.id))
    return Timeline((Article("x", "quote", (), "T"),), {}, known, tuple(events), {"en": "Random"})


def _when(dice: random.Random, day: date) -> When:
    month = day.replace(day=1)
    month_end = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    year = (date(day.year, 1, 1), date(day.year, 12, 31))
    return dice.choice(
        (
            When(day.isoformat(), day, day, Granularity.DAY),
            When(day.isoformat(), day, day, Granularity.DAY),
            When(f"{day}~", day, day, Granularity.DAY, approximate=True),
            When(f"{day}/{day + timedelta(3)}", day, day + timedelta(3), Granularity.DAY),
            When(f"{day:%Y-%m}", month, month_end, Granularity.MONTH),
            When(f"{day.year}-21", date(day.year, 3, 1), date(day.year, 5, 31), Granularity.SEASON),
            When(str(day.year), *year, Granularity.YEAR),
            When(f"{day.year}/..", year[0], None, Granularity.YEAR),
            When(f"../{day}", None, day, Granularity.DAY),
        )
    )


TIMELINES = st.builds(
    random_timeline,
    st.integers(0, 10_000),
    st.integers(0, 45),
    actors=st.integers(2, 16),
    years=st.sampled_from([0, 1, 6, 60]),
)
WIDTHS = st.sampled_from([320.0, 390.0, 600.0, 820.0, 1100.0, 1440.0, 2400.0])
