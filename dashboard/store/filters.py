"""What a reader asked to see, and the timeline that is left of it. Called by the app and the command."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from dashboard.model import Timeline, When
from dashboard.store.columns import FACETS, Columns, Mask, columns
from dashboard.store.finding import fold
from dashboard.store.keeping import kept
from dashboard.store.values import value_name
from dashboard.wording import format_day, listed, message, quoted

Certainty = Literal["possibly", "certainly"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; every empty field asks for nothing. Fields combine with "and", values with "or".

    ``together`` asks for events of all the chosen actors, not of any. ``without`` holds what is left out,
    as (field, value). ``earliest`` and ``latest`` are inclusive days. An event is *possibly* in range if
    its dates overlap it, *certainly* if they lie inside.
    """

    actors: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    reviews: frozenset[str] = frozenset()
    together: bool = False
    without: frozenset[tuple[str, str]] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    certainty: Certainty = "possibly"
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all is asked for."""
        return replace(self, certainty="possibly", together=False) == Filters()

    def chosen(self, facet: str) -> frozenset[str]:
        """The values of a facet that are asked for."""
        found: frozenset[str] = getattr(self, facet)
        return found

    def left_out(self, facet: str) -> frozenset[str]:
        """The values of a facet that are not wanted."""
        return frozenset(value for name, value in self.without if name == facet)


@kept
def apply(timeline: Timeline, filters: Filters) -> Timeline:
    """The timeline with only the events that pass every filter; the timeline itself if all do.

    The same filters give the same object, so that what is worked out for it can be kept too.
    """
    masks = list(masks_of(timeline, filters).values())
    if not masks:
        return timeline
    left = np.logical_and.reduce(masks)
    if left.all():
        return timeline
    events = timeline.events
    return timeline.with_events(tuple(events[at] for at in np.flatnonzero(left).tolist()))


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


def masks_of(timeline: Timeline, filters: Filters) -> dict[str, Mask]:
    """One mask over the events per filter that asks for something, by the filter's name."""
    table = columns(timeline)
    masks: dict[str, Mask] = {}
    for facet in FACETS:
        wanted, unwanted = filters.chosen(facet), filters.left_out(facet)
        if not wanted and not unwanted:
            continue
        links = table.links(facet)
        mask = np.ones(table.size, dtype=bool)
        if wanted and facet == "actors" and filters.together:
            for each in wanted:
                mask &= links.having((each,))
        elif wanted:
            mask = links.having(wanted)
        masks[facet] = mask & ~links.having(unwanted) if unwanted else mask
    if filters.earliest or filters.latest:
        masks["range"] = _in_range(table, filters)
    if words := fold(filters.text).split():
        masks["text"] = np.array([all(word in said for word in words) for said in table.texts], dtype=bool)
    return masks


def _in_range(table: Columns, filters: Filters) -> Mask:
    """``in_range`` for all events at once."""
    low = filters.earliest.toordinal() if filters.earliest else None
    high = filters.latest.toordinal() if filters.latest else None
    mask = np.ones(table.size, dtype=bool)
    certainly = filters.certainty == "certainly"
    if low is not None:
        mask &= (table.earliest if certainly else table.latest) >= low
    if high is not None:
        mask &= (table.latest if certainly else table.earliest) <= high
    return mask


def describe(
    timeline: Timeline, filters: Filters, language: str, names: Mapping[str, str] | None = None
) -> str:
    """The active filters on one line, e.g. "Russia, NATO · from 1 January 2017 · planned"; "" without any.

    ``names`` says what the codes of types and statuses are called, where the caller knows better.
    """
    called = names or {}

    def named(facet: str, values: frozenset[str]) -> list[str]:
        return [called.get(each) or value_name(timeline, facet, each, language) for each in sorted(values)]

    parts = []
    for facet in FACETS:
        chosen = named(facet, filters.chosen(facet))
        joint = facet == "actors" and filters.together
        parts.append(" + ".join(chosen) if joint else listed(chosen, language))
        if facet == "types":
            parts.append(_range(filters, language))
    unwanted = [name for facet in FACETS for name in named(facet, filters.left_out(facet))]
    if unwanted:
        parts.append(message("without {names}", language, names=listed(unwanted, language)))
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
