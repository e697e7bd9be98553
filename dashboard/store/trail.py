"""The audit trail: steps as people read them, going back and forth, who was faster. Called by ``project``."""

from collections.abc import Iterable, Mapping

from dashboard.model import Actor, Event
from dashboard.store.assembly import ACTOR, CAST, EVENT, MACHINE, Reader
from dashboard.store.journal import DELETED, Document, Entry, Journal, Pen, Row
from dashboard.store.steps import ConflictError, Edit, Step

_KEPT = frozenset({CAST, ACTOR})  # somebody known harms nobody: undoing a step does not forget them


def steps(journal: Journal, heads: Iterable[Entry], only: str | None = None) -> tuple[Step, ...]:
    """Steps with what they did to events, or to ``only`` one event."""
    reader = Reader(journal.record())
    known = reader.actors()
    found = []
    for head in heads:
        edits = [
            Edit(
                row.key,
                row.number,
                before=at_version(journal, row.key, row.number - 1, known),
                after=at_version(journal, row.key, row.number, known),
            )
            for row in journal.rows("step = ? AND kind = ? ORDER BY rowid", head.id, EVENT)
            if only in {None, row.key}
        ]
        touched = journal.touched(head.id)
        found.append(
            Step(head.id, head.author, head.at, head.action, head.note, head.reverses, tuple(edits), touched)
        )
    return tuple(found)


def at_version(journal: Journal, key: str, number: int, known: Mapping[str, Actor]) -> Event | None:
    """An event as it was at a version; what was read where no correction stood."""
    rows = journal.rows("kind = ? AND key = ? AND number = ?", EVENT, key, number)
    if rows and rows[0].body is not None:
        return Reader(journal.record()).event_of(rows[0].body, known)
    return as_read(journal, key, known)


def as_read(journal: Journal, key: str, known: Mapping[str, Actor]) -> Event | None:
    """What was last read under an id, also if it is no longer read."""
    reader = Reader(journal.record())
    found = reader.event(MACHINE, key, known)
    if found is not None:
        return found
    rows = journal.rows(
        "kind = ? AND key = ? AND body IS NOT NULL ORDER BY number DESC LIMIT 1", MACHINE, key
    )
    return reader.event_of(rows[0].body, known) if rows else None


def remembered(journal: Journal) -> dict[str, Event]:
    """The machine's events that stand or that people have corrected, also those that are read no more."""
    record = journal.record()
    known = Reader(record).actors()
    found = {}
    for key, each in record.of(MACHINE).items():
        if each.body is not None or record.body(EVENT, key) is not None:
            event = as_read(journal, key, known)
            if event is not None:
                found[key] = event
    return found


def conflict(
    journal: Journal,
    key: str,
    now: Document | None,
    known: Mapping[str, Actor],
    *,
    mine: Event | None,
    base: int,
) -> ConflictError:
    """The error that tells who changed an event, and all three versions of it."""
    heads = journal.entries("id = ?", now.step) if now else []
    return ConflictError(
        theirs=Reader(journal.record()).current(key, known),
        mine=mine,
        base=at_version(journal, key, base, known),
        author=heads[0].author if heads else "",
        at=heads[0].at if heads else None,
        event_id=key,
    )


def next_step(journal: Journal, author: str, *, back: bool) -> Step | None:
    """The step that an author can undo or redo; None if there is none."""
    pair = _pair(journal, author, back=back)
    return steps(journal, journal.entries("id = ?", pair[0]))[0] if pair else None


def turn(journal: Journal, author: str, *, back: bool) -> Step | None:
    """The step that was undone or redone, by a new step; None if there was none.

    Raises:
        ConflictError: somebody else changed the same thing since.
    """
    pair = _pair(journal, author, back=back)
    if pair is None:
        return None
    head = journal.entries("id = ?", pair[0])[0]
    named = "undo" if back else "redo"
    with journal.writing(author, head.action, head.note, turn=named, reverses=pair[0]) as pen:
        if _pair(journal, author, back=back) != pair:
            raise ConflictError(theirs=None, mine=None, base=None, author=author, at=None)
        for row in journal.rows("step = ? ORDER BY rowid", pair[1]):
            (_recall if row.kind in _KEPT else _reverse)(journal, pen, row)
        pen.wanted = True
    return steps(journal, [head])[0]


def _pair(journal: Journal, author: str, *, back: bool) -> tuple[int, int] | None:
    stacks = journal.record().stacks.get(author)
    pairs = (stacks.done if back else stacks.undone) if stacks else []
    return pairs[-1] if pairs else None


def _recall(journal: Journal, pen: Pen, row: Row) -> None:
    """Nothing; somebody who was known before is known as then, if nothing else was said since."""
    rows = journal.rows("kind = ? AND key = ? AND number = ?", row.kind, row.key, row.number - 1)
    if rows and rows[0].body is not None and pen.record.body(row.kind, row.key) == row.body:
        pen.put(row.kind, row.key, rows[0].body)


def _reverse(journal: Journal, pen: Pen, row: Row) -> None:
    """Nothing; the pen writes what stood before a version, if the version still stands."""
    now = pen.record.of(row.kind)[row.key]
    rows = journal.rows("kind = ? AND key = ? AND number = ?", row.kind, row.key, row.number - 1)
    before = rows[0].body if rows else None
    # a reading cannot go from under what somebody made of it since
    edited = pen.record.of(EVENT).get(row.key) if row.kind == MACHINE and before is None else None
    if edited is not None and edited.step > row.step and edited.body not in {None, DELETED}:
        now = edited
    elif now.body == row.body:
        pen.put(row.kind, row.key, before)
        return
    reader = Reader(pen.record)
    known = reader.actors()
    mine = reader.event_of(before, known) if row.kind in {EVENT, MACHINE} else None
    raise conflict(journal, row.key, now, known, mine=mine, base=row.number)
