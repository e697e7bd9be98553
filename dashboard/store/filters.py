"""What a reader asked to see, and the timeline that is left of it. Called by the app and the command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.model import Event, Timeline, When
from dashboard.store.ancestry import everyone, families
from dashboard.store.finding import fold
from dashboard.wording import format_day, message, quoted

Certainty = Literal["possibly", "certainly"]
Test = Callable[[Event], bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; every empty field asks for nothing. Fields combine with "and", values with "or".

    ``earliest`` and ``latest`` are inclusive days. An event is *possibly* in range if its dates overlap
    it, *certainly* if they lie inside.
    """

    actors: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    certainty: Certainty = "possibly"
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all is asked for."""
        return self == Filters(certainty=self.certainty)


def apply(timeline: Timeline, filters: Filters) -> Timeline:
    """The timeline with only the events that pass every filter; articles and actors stay."""
    tests = list(tests_of(timeline, filters).values())
    return timeline.with_events(tuple(event for event in timeline.events if all(t(event) for t in tests)))


def in_range(
    when: When, earliest: date | None, latest: date | None, certainty: Certainty = "possibly"
) -> bool:
    """Whether a date lies in a range; None is an open end, of the range and of the date alike."""
    if certainty == "certainly":
        inside_left = earliest is None or (when.earliest is not None and when.earliest >= earliest)
        inside_right = latest is None or (when.latest is not None and when.latest <= latest)
        return inside_left and inside_right
    ends_before = earliest is not None and when.latest is not None and when.latest < earliest
    starts_after = latest is not None and when.earliest is not None and when.earliest > latest
    return not ends_before and not starts_after


def tests_of(timeline: Timeline, filters: Filters) -> dict[str, Test]:
    """One test per filter that asks for something, by the filter's name."""
    tests: dict[str, Test] = {}
    if filters.actors:
        family = families(timeline)
        tests["actors"] = lambda event: not filters.actors.isdisjoint(everyone(event, family))
    if filters.types:
        tests["types"] = lambda event: event.type in filters.types
    if filters.statuses:
        tests["statuses"] = lambda event: event.status in filters.statuses
    if filters.earliest or filters.latest:
        tests["range"] = lambda event: in_range(
            event.when, filters.earliest, filters.latest, filters.certainty
        )
    if words := fold(filters.text).split():
        tests["text"] = lambda event: all(word in _searchable(timeline, event) for word in words)
    return tests


def _searchable(timeline: Timeline, event: Event) -> str:
    said = [*event.titles.values(), event.note, *(each.quote for each in event.evidence)]
    if event.place:
        said += event.place.names.values()
    for each in event.participants:
        if actor := timeline.actors.get(each.actor):
            said += [*actor.names.values(), *actor.aliases]
    return fold(" \n".join(said))


def describe(
    timeline: Timeline, filters: Filters, language: str, names: Mapping[str, str] | None = None
) -> str:
    """The active filters on one line, e.g. "Russia, NATO · from 1 January 2017 · planned"; "" without any.

    ``names`` says what the codes of types and statuses are called, where the caller knows.
    """
    called = names or {}
    actors = [
        timeline.actors[each].name(language) if each in timeline.actors else each
        for each in sorted(filters.actors)
    ]
    parts = [", ".join(actors), ", ".join(called.get(each, each) for each in sorted(filters.types))]
    parts.append(_range(filters, language))
    parts.append(", ".join(called.get(each, message(each, language)) for each in sorted(filters.statuses)))
    if filters.text:
        parts.append(quoted(filters.text, language))
    return " · ".join(part for part in parts if part)


def _range(filters: Filters, language: str) -> str:
    first = format_day(filters.earliest, language) if filters.earliest else ""
    last = format_day(filters.latest, language) if filters.latest else ""
    if first and last:
        said = message("{first} to {last}", language, first=first, last=last)
    elif first:
        said = message("from {first}", language, first=first)
    else:
        said = message("until {last}", language, last=last) if last else ""
    sure = filters.certainty == "certainly" and said
    return f"{said} ({message('certainly', language)})" if sure else said
