"""A project: one file that keeps an affair's articles, what was read in them, and what people made of it.

Safe to share between threads, and one file between processes. What is wrong with a file or a step is said
in a ``ProjectError``. The app holds one ``Project``; the command line opens them.
"""

import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from dashboard.errors import ProjectError
from dashboard.model import Actor, Article, Event, Timeline
from dashboard.store import schema
from dashboard.store.assembly import (
    ACTOR,
    ARTICLE,
    EVENT,
    GIVEN,
    READ,
    TITLE,
    Reader,
    actor_body,
    article_body,
    dumped,
    event_body,
)
from dashboard.store.care import Info, check, info
from dashboard.store.gathering import NOTHING, Leaving, gather, refuse_stale
from dashboard.store.journal import DELETED, Journal
from dashboard.store.keeping import all_kept
from dashboard.store.steps import DOCUMENTS, Change, Description, Step
from dashboard.store.trail import as_read, conflict, next_step, steps, turn
from dashboard.wording import LANGUAGES

SUFFIX = ".detente"


class Project:
    """One affair in one file."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, folder: Path | None = None) -> None:
        self.path = path
        self.is_temporary = folder is not None
        self._journal = Journal(connection, path)
        self._cached: tuple[int, Timeline] | None = None
        self._end = weakref.finalize(self, _end, connection, folder)

    @classmethod
    def open(cls, path: Path | str) -> "Project":
        """The project in a file, brought to the newest version after a backup.

        Raises:
            ProjectError: it is missing, no project, damaged, or made by a newer Détente.
        """
        place = Path(path)
        return cls(schema.opened(place), place)

    @classmethod
    def create(cls, path: Path | str, timeline: Timeline) -> "Project":
        """A new project over a timeline.

        Raises:
            ProjectError: there is a file already, or none can be made there.
        """
        place = Path(path)
        with schema.undone(place):
            return _begun(cls(schema.made(place), place), timeline)

    @classmethod
    def temporary(cls, timeline: Timeline) -> "Project":
        """A project in a file of the system's temporary folder, which goes when it is closed."""
        folder = Path(tempfile.mkdtemp(prefix="detente-"))
        place = folder / f"project{SUFFIX}"
        return _begun(cls(schema.made(place), place, folder=folder), timeline)

    def close(self) -> None:
        """Nothing; the file is closed, and gone if it was temporary."""
        with self._journal.lock:
            self._end()

    @property
    def is_writable(self) -> bool:
        """Whether a step can be kept: the file, or the folder that it is in, may be for reading only."""
        return schema.is_writable(self.path)

    # what stands

    def revision(self) -> int:
        """A number that grows with every change, whoever made it."""
        return self._journal.revision()

    def timeline(self) -> Timeline:
        """The machine's readings with people's corrections over them, in time order."""
        with self._journal.lock:
            record = self._journal.record()
            if self._cached is None or self._cached[0] != record.revision:
                with all_kept():
                    self._cached = record.revision, Reader(record).timeline()
            return self._cached[1]

    def actors(self) -> dict[str, Actor]:
        """Everybody known by id, also those who take part in no event now."""
        with self._journal.lock:
            return self._reader().actors()

    def machine(self, event_id: str) -> Event | None:
        """What was read last under an id, whatever people made of it; None if nothing was."""
        with self._journal.lock:
            return as_read(self._journal, event_id, self._reader().actors())

    def deleted(self) -> tuple[str, ...]:
        """The ids of the events that people have deleted or merged into others."""
        with self._journal.lock:
            found = self._journal.record().of(EVENT)
            return tuple(key for key, each in found.items() if each.body == DELETED)

    def version(self, event_id: str) -> int:
        """How often an event has been edited; 0 as read."""
        with self._journal.lock:
            return self._journal.record().number(EVENT, event_id)

    def _reader(self) -> Reader:
        return Reader(self._journal.record())

    # changing

    def change(
        self,
        changes: Sequence[Change],
        *,
        author: str,
        action: str,
        note: str = "",
        actors: Sequence[Actor] = (),
    ) -> int:
        """The revision after one step that makes all of these changes, and adds these actors.

        Raises:
            ConflictError: somebody changed one of the events since its ``base``.
            ProjectError: the changes do not fit the project, or cannot be written; nothing is kept.
        """
        with self._journal.writing(author, action, note) as pen:
            reader = Reader(pen.record)
            for actor in actors:
                pen.put(ACTOR, actor.id, actor_body(actor))
            known = reader.actors() | {actor.id: actor for actor in actors}
            for change in changes:
                self._check(change, reader, known)
                pen.put(EVENT, change.event_id, event_body(change.event))
        return self.revision()

    def _check(self, change: Change, reader: Reader, known: Mapping[str, Actor]) -> None:
        event = change.event
        now = reader.record.of(EVENT).get(change.event_id)
        if (now.number if now else 0) != change.base:
            raise conflict(self._journal, change.event_id, now, known, mine=event, base=change.base)
        if event is None:
            return
        if event.id != change.event_id:
            raise ProjectError(f"The event's id {event.id!r} is not {change.event_id!r}.")
        strangers = [each.actor for each in event.participants if each.actor not in known]
        if strangers:
            raise ProjectError(f"Nobody is known by the id {strangers[0]!r}: add the actor first.")
        texts = reader.record.texts
        for each in event.evidence:
            if texts.get(each.article, "")[each.start : each.end] != each.quote:
                raise ProjectError("The quote is not what stands in the article: select the words again.")

    def set_title(self, title: str, *, author: str) -> int:
        """The revision after the affair was called so; "" goes back to the machine's title."""
        with self._journal.writing(author, "set title", title.strip()) as pen:
            pen.put(TITLE, GIVEN, dumped(dict.fromkeys(LANGUAGES, title)) if title.strip() else None)
        return self.revision()

    def given_title(self) -> str:
        """What people call the affair; "" if nobody has given it a title."""
        with self._journal.lock:
            body = self._journal.record().body(TITLE, GIVEN)
            return str(next(iter(orjson.loads(body).values()), "")) if body else ""

    def add_reading(
        self,
        timeline: Timeline,
        *,
        author: str,
        action: str = "add articles",
        note: str = "",
        since: int | None = None,
        leaving: Leaving = NOTHING,
    ) -> int:
        """The revision after articles were added, read again, or taken away; corrections stay as they are.

        Events that people had edited or made where the timeline comes from are corrections here too.
        ``since`` is the revision that was read: an article that changed later is not overwritten.

        Raises:
            ConflictError: one of the articles has changed since.
            ProjectError: the reading cannot be kept.
        """
        with self._journal.writing(author, action, note) as pen:
            refuse_stale(self._journal, pen, timeline, since)
            gather(self._journal, pen, timeline, leaving)
        return self.revision()

    def bring_in(self, timeline: Timeline, *, author: str) -> int:
        """The revision after events from a file were added, or edited where their ids are known: one step.

        Raises:
            ProjectError: the file's articles do not fit those of the project; nothing is kept.
        """
        with self._journal.writing(author, "import") as pen:
            reader = Reader(pen.record)
            known = reader.actors()
            for article in timeline.articles:
                pen.text(article.id, article.text)
                if pen.record.texts.get(article.id, article.text) != article.text:
                    raise ProjectError(f"Another text is known by the id {article.id!r}: nothing was added.")
                if pen.record.body(ARTICLE, article.id) is None:
                    body = article_body(article, timeline.expressions.get(article.id, ()))
                    pen.put(ARTICLE, article.id, body)
            for actor in timeline.actors.values():
                if actor.id not in known:
                    pen.put(ACTOR, actor.id, actor_body(actor))
            for event in timeline.events:
                if reader.current(event.id, known) != event:
                    pen.put(EVENT, event.id, event_body(event))
            if timeline.titles and not reader.titles():
                pen.put(TITLE, READ, dumped(dict(timeline.titles)))
        return self.revision()

    def describe_article(self, article_id: str, description: Description, *, author: str) -> int:
        """The revision after an article was called so and said to come from there; nothing is read again.

        Raises:
            ProjectError: there is no such article.
        """
        with self._journal.writing(author, "describe article", description.title) as pen:
            found = Reader(pen.record).article(article_id)
            if found is None:
                raise ProjectError("This article is not in the project any more: reload the page.")
            article, expressions = found
            pen.put(ARTICLE, article_id, article_body(description.of(article), expressions))
        return self.revision()

    # small documents: saved views, story steps, annotations

    def documents(self, kind: str) -> dict[str, dict[str, Any]]:
        """The documents of a kind ("view", "story", "annotation") by key, oldest first."""
        with self._journal.lock:
            found = self._journal.record().of(_kind(kind))
            return {key: orjson.loads(each.body) for key, each in found.items() if each.body is not None}

    def put(self, kind: str, key: str, value: Mapping[str, Any] | None, *, author: str) -> int:
        """The revision after a document was written, or deleted by None."""
        action = f"delete {kind}" if value is None else f"save {kind}"
        with self._journal.writing(author, action, key) as pen:
            pen.put(_kind(kind), key, None if value is None else dumped(dict(value)))
        return self.revision()

    # back and forth

    def can_undo(self, author: str) -> Step | None:
        """The step of an author that ``undo`` would take back; None if there is none."""
        with self._journal.lock:
            return next_step(self._journal, author, back=True)

    def can_redo(self, author: str) -> Step | None:
        """The step of an author that ``redo`` would do again; None if there is none."""
        with self._journal.lock:
            return next_step(self._journal, author, back=False)

    def undo(self, author: str) -> Step | None:
        """The step of the author that was taken back, by a new step; None if there was none.

        Raises:
            ConflictError: somebody else changed the same thing since.
        """
        with self._journal.lock:
            return turn(self._journal, author, back=True)

    def redo(self, author: str) -> Step | None:
        """The step of the author that was done again, by a new step; None if there was none.

        Raises:
            ConflictError: somebody else changed the same thing since.
        """
        with self._journal.lock:
            return turn(self._journal, author, back=False)

    # the audit trail

    def history(self, event_id: str) -> tuple[Step, ...]:
        """The steps that changed an event, newest first, each from what to what."""
        with self._journal.lock:
            heads = self._journal.entries(
                "id IN (SELECT step FROM version WHERE kind = ? AND key = ?) ORDER BY id DESC",
                EVENT,
                event_id,
            )
            return steps(self._journal, heads, only=event_id)

    def trail(self, limit: int = 200) -> tuple[Step, ...]:
        """The newest steps, newest first."""
        with self._journal.lock:
            return steps(self._journal, self._journal.entries("1 ORDER BY id DESC LIMIT ?", limit))

    # the file

    def save_copy(self, path: Path | str) -> None:
        """Nothing; the whole project as it stands is in another file too, which it replaces.

        Raises:
            ProjectError: the file cannot be written.
        """
        place = Path(path)
        if not place.absolute().parent.is_dir():
            raise ProjectError(f"{place} cannot be written: the folder {place.parent} does not exist.")
        with self._journal.lock, schema.failures(place):
            try:
                schema.copy(self._journal.connection, place)
            except OSError as error:
                raise ProjectError(f"{place} cannot be written: {error.strerror or error}.") from None

    def backup(self, path: Path | str) -> None:
        """Nothing; like ``save_copy``, but what is there already is not replaced.

        Raises:
            ProjectError: there is a file already, or none can be written.
        """
        if Path(path).exists():
            raise ProjectError(f"{path} exists already: give another name for the backup.")
        self.save_copy(path)

    def info(self) -> Info:
        """What the project holds."""
        with self._journal.lock, schema.failures(self.path):
            return info(self._journal, self.timeline())

    def check(self) -> Sequence[str]:
        """What is wrong with the file, a sentence each; nothing if it is sound."""
        with self._journal.lock, schema.failures(self.path):
            return check(self._journal)

    def article_as_read(self, article_id: str) -> Article | None:
        """An article as it first was, before anybody gave it another date; None if it was never there."""
        with self._journal.lock:
            rows = self._journal.rows(
                "kind = ? AND key = ? AND body IS NOT NULL ORDER BY number LIMIT 1", ARTICLE, article_id
            )
            return self._reader().article_of(article_id, rows[0].body)[0] if rows and rows[0].body else None


def _begun(project: Project, timeline: Timeline) -> Project:
    """The new project, holding a timeline."""
    try:
        project.add_reading(timeline, author="", action="begin")
    except BaseException:
        project.close()
        raise
    return project


def _kind(kind: str) -> str:
    if kind not in DOCUMENTS:
        raise ProjectError(f"{kind!r} is no kind of document: choose one of {', '.join(DOCUMENTS)}.")
    return kind


def _end(connection: sqlite3.Connection, folder: Path | None) -> None:
    connection.close()
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
