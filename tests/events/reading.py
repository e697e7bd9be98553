"""Events of a few sentences, for the tests of this room."""

from datetime import date

from dashboard.articles import read_text
from dashboard.events import build_timeline
from dashboard.model import Event, Role, Timeline


def timeline_of(text: str, language: str = "en", published: str = "2021-06-15") -> Timeline:
    return build_timeline([read_text(text, published=date.fromisoformat(published), language=language)])


def events_of(text: str, language: str = "en", published: str = "2021-06-15") -> tuple[Event, ...]:
    return timeline_of(text, language, published).events


def only(text: str, language: str = "en", published: str = "2021-06-15") -> Event:
    events = events_of(text, language, published)
    assert len(events) == 1, [(event.when.edtf, event.type, event.titles["en"]) for event in events]
    return events[0]


def cast(event: Event) -> dict[str, Role | None]:
    """The role of each who takes part in an event."""
    return {one.actor: one.role for one in event.participants}
