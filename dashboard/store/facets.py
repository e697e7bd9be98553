"""How many events each choice of a filter would leave. Called by the app for the counts in its rail."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.model import Timeline
from dashboard.store.ancestry import everyone, families
from dashboard.store.filters import Filters, tests_of


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of events by value. Every value of the whole timeline is there, with 0 where nothing is left.

    ``actors`` counts through affiliation: Gerasimov's events count for Russia too. ``shown`` of
    ``total`` events pass all filters.
    """

    actors: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    shown: int = 0
    total: int = 0


def facets(timeline: Timeline, filters: Filters) -> Facets:
    """The counts of each filter's values, under all the *other* filters."""
    family = families(timeline)
    tests = tests_of(timeline, filters)
    actors: Counter[str] = Counter()
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    shown = 0
    for event in timeline.events:
        whose = everyone(event, family)
        failed = [name for name, test in tests.items() if not test(event)]
        # What fails one test only would be let in by another choice of that filter.
        actors.update(dict.fromkeys(whose, 1 if not failed or failed == ["actors"] else 0))
        types[event.type] += not failed or failed == ["types"]
        statuses[event.status.value] += not failed or failed == ["statuses"]
        shown += not failed
    return Facets(_ranked(actors), _ranked(types), _ranked(statuses), shown, len(timeline.events))


def _ranked(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
