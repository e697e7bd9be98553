"""What a form holds while somebody types, as plain values, and what it means. Pure.

Values are ``{"title:en", "title:fr", "when", "status", "type", "mode", "place", "note"}`` as strings, and
``people``, a list of ``{"actor", "name", "kind", "role", "title", "parent"}``. Somebody or somewhere new has
``new:`` and the name for an id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.app.curate.suggestions import NEW, known_actor, new_actor, place_of, with_parents
from dashboard.app.state import clean
from dashboard.dates import parse_when
from dashboard.errors import DateError, EditError, NoSuchDayError
from dashboard.events import ontology
from dashboard.events.titles import TITLED
from dashboard.model import Actor, ActorKind, Event, Granularity, Participation, Role, Status, Timeline, When
from dashboard.store.edits import Fields
from dashboard.wording import format_when, message

Values = dict[str, Any]
LONGEST_NOTE = 4000


@dataclass(frozen=True, slots=True)
class Meant:
    """What a form means: the fields of an event, and whom of its actors nobody knew before."""

    fields: Fields
    newcomers: tuple[Actor, ...] = ()


class FormError(EditError):
    """A form that cannot be saved yet: a sentence for each field that is at fault."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = dict(faults)


def values_of(event: Event, timeline: Timeline, language: str) -> Values:
    """What a form shows of an event when it opens."""
    return {
        **{f"title:{code}": event.titles.get(code, "") for code in TITLED},
        "when": when_text(event.when, language),
        "status": event.status.value,
        "type": event.type,
        "mode": event.mode or "",
        "place": event.place.id if event.place else "",
        "note": event.note,
        "people": [person_of(each, timeline.actors, language) for each in event.participants],
    }


def person_of(one: Participation, actors: Mapping[str, Actor], language: str) -> dict[str, str]:
    """A participant as a row of a form."""
    actor = actors.get(one.actor)
    name = actor.name(language) if actor else one.actor
    return {"actor": one.actor, "name": name, "kind": "", "role": one.role.value, "title": one.title}


def when_text(when: When, language: str) -> str:
    """A date as a reader would type it, if that is read back as the same; else its EDTF."""
    said = format_when(when, language)
    try:
        read = parse_when(said, language, None, day_first=True)
    except DateError:
        return when.edtf
    return said if read.edtf == when.edtf else when.edtf


def year_of(event: Event | None) -> int | None:
    """The year that a day typed without one takes in the form of an event."""
    day = (event.when.earliest or event.when.latest) if event else None
    return day.year if day else None


def read_when(text: str, language: str, reference: date | None, year: int | None = None) -> When:
    """What a typed date means; without a year it takes the one given, else the nearest to the reference.

    Raises:
        DateError: it is no date, in a sentence in the reader's language.
    """
    if not text.strip():
        raise DateError(message("Type a date, such as 2017-03-03 or 3 March 2017.", language))
    try:
        return _dated(text, language, reference, year)
    except NoSuchDayError:
        said = message("There is no such day as “{words}”.", language, words=clean(text)[:60])
        raise DateError(said) from None
    except DateError:
        said = message(
            "“{words}” is not understood as a date: try 3 March 2017, March 2017 or 2017-03-03/2017-03-05.",
            language,
            words=clean(text)[:60],
        )
        raise DateError(said) from None


def _dated(text: str, language: str, reference: date | None, year: int | None) -> When:
    if year is not None and any(map(str.isalpha, text)):
        for words in (text, f"{text} {year:04d}"):
            try:
                found = parse_when(words, language, None, day_first=True)
            except NoSuchDayError:
                raise
            except DateError:
                continue
            if (
                words == text or found.granularity is not Granularity.YEAR
            ):  # else only the added year was read
                return found
    return parse_when(text, language, reference, day_first=True)


def meant(
    values: Mapping[str, Any],
    timeline: Timeline,
    language: str,
    *,
    event: Event | None = None,
    reference: date | None = None,
    known: Mapping[str, Actor] | None = None,
) -> Meant:
    """The fields that a form's values mean.

    Args:
        values: what was typed and chosen.
        timeline: whose actors and places are suggested.
        language: of the words.
        event: the event that the form began with, so that what was left alone stays exactly as it is.
        reference: the publication date of its article.
        known: everybody that the project knows.

    Raises:
        FormError: some field means nothing.
    """
    faults: dict[str, str] = {}
    when = event.when if event and values.get("when") == when_text(event.when, language) else None
    if when is None:
        try:
            when = read_when(str(values.get("when") or ""), language, reference, year_of(event))
        except DateError as fault:
            faults["when"] = str(fault)
    code = str(values.get("type") or "")
    if code not in ontology.types():
        faults["type"] = message("Choose a type.", language)
    people = values.get("people") or []
    participants, newcomers = _participants(people, language, known or timeline.actors)
    if when is None or faults:
        raise FormError(faults)
    titles = {lang: clean(str(values.get(f"title:{lang}") or "")) for lang in TITLED}
    place = event.place if event else None
    if (values.get("place") or "") != (place.id if place else ""):
        place = place_of(str(values.get("place") or ""), timeline, language)
    mode = str(values.get("mode") or "")
    fields = Fields(
        when, code, mode if mode in ontology.modes() else None,
        Status(values.get("status") or Status.HAPPENED), participants, place,
        str(values.get("note") or "").strip()[:LONGEST_NOTE], {k: v for k, v in titles.items() if v},
    )  # fmt: skip
    return Meant(fields, newcomers)


def _participants(
    people: Sequence[Mapping[str, str]], language: str, known: Mapping[str, Actor]
) -> tuple[tuple[Participation, ...], tuple[Actor, ...]]:
    """Everyone in the form once, in its order, and the actors that the project does not know."""
    found: dict[str, Participation] = {}
    new: dict[str, Actor] = {}
    for row in people:
        key = row.get("actor", "")
        if key not in known:
            actor = _newcomer(row, language, known) if key.startswith(NEW) else known_actor(key)
            if actor is None:
                continue
            key = actor.id
            if key not in known:
                new[key] = actor
        role = Role(row.get("role") or Role.PARTICIPANT)
        found.setdefault(key, Participation(key, role, row.get("title", "")))
    return tuple(found.values()), tuple(with_parents(new.values(), known))


def _newcomer(row: Mapping[str, str], language: str, known: Mapping[str, Actor]) -> Actor | None:
    name = clean(row["actor"].removeprefix(NEW))
    kind = ActorKind(row.get("kind") or ActorKind.ORGANISATION)
    key = row.get("parent") or ""
    parent = (known.get(key) or known_actor(key)) if key else None
    return new_actor(name, kind, language, parent) if name else None
