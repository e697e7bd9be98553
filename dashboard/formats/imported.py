"""What an import gives: a timeline, and everything that it did not understand or could not keep.

Every importer of this room returns an ``Imported``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.model import Event, Timeline
from dashboard.wording import message


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was not understood: where, and a message of the catalogue with its values.

    ``row`` is the line of a table, or the number of an entry, from 1; None for the whole file.
    """

    row: int | None
    column: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    left_out: bool = False

    def said(self, language: str) -> str:
        """The fault in a language, with its place: "Row 3, edtf: ..."."""
        what = message(self.text, language).format(**self.values)
        if self.row is None:
            return what
        if not self.column:
            return message("Row {row}: {what}", language, row=self.row, what=what)
        return message("Row {row}, {column}: {what}", language, row=self.row, column=self.column, what=what)


IMPORTED = "import-"
"""How the ids of articles begin that an import made of a file's quotes: they are not read again."""


def merged(one: Timeline, other: Timeline) -> Timeline:
    """Two timelines as one: where both hold the same id, the other's wins."""
    events = {event.id: event for event in (*one.events, *other.events)}
    return Timeline(
        articles=tuple({article.id: article for article in (*one.articles, *other.articles)}.values()),
        expressions={**one.expressions, **other.expressions},
        actors={**one.actors, **other.actors},
        events=tuple(sorted(events.values(), key=time_order)),
        titles={**one.titles, **other.titles},
    )


def time_order(event: Event) -> tuple[date, date, str]:
    """What events are sorted by: as the timeline has them."""
    first = event.when.earliest or event.when.latest
    last = event.when.latest or event.when.earliest
    assert first is not None
    assert last is not None
    return first, last, event.id


@dataclass(frozen=True, slots=True)
class Imported:
    """A timeline from a file, its faults, and the format that it was read as."""

    timeline: Timeline
    faults: tuple[Fault, ...] = ()
    format: str = "json"
