"""The log of a project: who wrote which version of what, kept in a file and followed in memory.

Everything is a document under a kind and a key. A step writes new versions of some, all or none, and
nothing is ever changed or taken away. Called by ``project``; several threads may share one journal,
several processes one file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from dashboard.store.schema import failures, settle

DELETED = "null"
"""The body of what somebody deleted; a body of None is one that was withdrawn, as if never written."""


@dataclass(slots=True)
class Document:
    """The newest version of a document; ``parsed`` is what the reader of the kind made of its body.

    ``first`` is the step that wrote its first version.
    """

    number: int
    step: int
    body: str | None
    first: int
    parsed: Any = None


@dataclass(frozen=True, slots=True)
class Row:
    """One version as it was written."""

    kind: str
    key: str
    number: int
    step: int
    body: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """The head of a step."""

    id: int
    author: str
    at: datetime
    action: str
    note: str
    turn: str
    reverses: int | None


@dataclass(slots=True)
class Stacks:
    """What an author can undo and redo: (the step, the step that last did or undid it)."""

    done: list[tuple[int, int]] = field(default_factory=list)
    undone: list[tuple[int, int]] = field(default_factory=list)

    def follow(self, entry: Entry) -> None:
        """Nothing; the stacks are as they are after one more step of the author."""
        if entry.turn == "do":
            self.done.append((entry.id, entry.id))
            self.undone.clear()
        elif entry.turn == "undo" and self.done:
            self.undone.append((self.done.pop()[0], entry.id))
        elif entry.turn == "redo" and self.undone:
            self.done.append((self.undone.pop()[0], entry.id))


@dataclass(slots=True)
class Record:
    """All that stands now: documents by kind and key, in the order of their first versions."""

    revision: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, dict[str, Document]] = field(default_factory=dict)
    stacks: dict[str, Stacks] = field(default_factory=dict)

    def of(self, kind: str) -> dict[str, Document]:
        """The documents of a kind by key."""
        return self.documents.setdefault(kind, {})

    def body(self, kind: str, key: str) -> str | None:
        """What stands under a kind and a key; None for nothing."""
        found = self.of(kind).get(key)
        return found.body if found else None

    def number(self, kind: str, key: str) -> int:
        """The number of its newest version; 0 for none."""
        found = self.of(kind).get(key)
        return found.number if found else 0


class Pen:
    """What a step is about to write."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.rows: dict[tuple[str, str], str | None] = {}
        self.texts: dict[str, str] = {}
        self.wanted = False  # whether the step counts even if nothing differs

    def put(self, kind: str, key: str, body: str | None) -> None:
        """Nothing; the document will have this body, unless it has it already."""
        if self.record.body(kind, key) == body:
            self.rows.pop((kind, key), None)
        else:
            self.rows[kind, key] = body

    def text(self, article: str, content: str) -> None:
        """Nothing; an article's text is kept once, for its id comes from it."""
        if article not in self.record.texts:
            self.texts[article] = content


class Journal:
    """A project's file, and its record in memory, which follows what any process writes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.lock = RLock()
        self.connection = connection
        self._record = Record()
        self._last_text = 0

    def revision(self) -> int:
        """The number of the newest step, whoever made it."""
        with self.lock, failures(self.path):
            return int(self.connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0])

    def record(self) -> Record:
        """What stands now; hold ``lock`` while it is looked at."""
        with self.lock, failures(self.path):
            if self.revision() != self._record.revision:
                self.connection.execute("BEGIN")  # one view of the file for all that is read
                try:
                    self._follow()
                finally:
                    self.connection.execute("COMMIT")
            return self._record

    def _follow(self) -> None:
        record = self._record
        since = record.revision
        for row in self.connection.execute(
            "SELECT rowid, article, content FROM text WHERE rowid > ? ORDER BY rowid", (self._last_text,)
        ):
            self._last_text, record.texts[row[1]] = row[0], row[2]
        for written in self._rows("step > ? ORDER BY step, rowid", since):
            documents = record.of(written.kind)
            if written.key in documents:
                old = documents[written.key]
                old.number, old.step, old.body, old.parsed = written.number, written.step, written.body, None
            else:
                documents[written.key] = Document(written.number, written.step, written.body, written.step)
        for entry in self.entries("id > ? ORDER BY id", since):
            record.stacks.setdefault(entry.author, Stacks()).follow(entry)
            record.revision = entry.id

    @contextmanager
    def writing(
        self, author: str, action: str, note: str = "", *, turn: str = "do", reverses: int | None = None
    ) -> Iterator[Pen]:
        """A pen; what it wrote is on the disk when the block ends, all of it or none.

        Raises:
            ProjectError: the file cannot be written; nothing of the step is kept.
        """
        with self.lock, failures(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._follow()
                pen = Pen(self._record)
                yield pen
                if pen.rows or pen.wanted:
                    self._write(pen, (author, _now(), action, note, turn, reverses))
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            settle(self.connection)
            self.record()

    def _write(self, pen: Pen, step: tuple[Any, ...]) -> None:
        self.connection.executemany("INSERT INTO text (article, content) VALUES (?, ?)", pen.texts.items())
        made = self.connection.execute(
            "INSERT INTO step (author, at, action, note, turn, reverses) VALUES (?, ?, ?, ?, ?, ?)", step
        ).lastrowid
        self.connection.executemany(
            "INSERT INTO version (kind, key, number, step, body) VALUES (?, ?, ?, ?, ?)",
            [
                (kind, key, pen.record.number(kind, key) + 1, made, body)
                for (kind, key), body in pen.rows.items()
            ],
        )

    def entries(self, condition: str, *values: object) -> list[Entry]:
        """The heads of the steps that a condition of ours lets through."""
        with self.lock, failures(self.path):
            found = self.connection.execute(
                f"SELECT id, author, at, action, note, turn, reverses FROM step WHERE {condition}",  # noqa: S608
                values,
            )
            return [
                Entry(row[0], row[1], datetime.fromisoformat(row[2]), row[3], row[4], row[5], row[6])
                for row in found
            ]

    def rows(self, condition: str, *values: object) -> list[Row]:
        """The versions that a condition of ours lets through."""
        with self.lock, failures(self.path):
            return list(self._rows(condition, *values))

    def touched(self, step: int) -> dict[str, int]:
        """How many documents of each kind a step wrote."""
        with self.lock, failures(self.path):
            return dict(
                self.connection.execute(
                    "SELECT kind, count(*) FROM version WHERE step = ? GROUP BY kind", (step,)
                )
            )

    def _rows(self, condition: str, *values: object) -> Iterator[Row]:
        query = f"SELECT kind, key, number, step, body FROM version WHERE {condition}"  # noqa: S608
        return (Row(*row) for row in self.connection.execute(query, values))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
