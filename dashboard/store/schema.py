"""The file of a project: its tables, opening and making one, and bringing an old one forward.

One idea: everything is a small document under a kind and a key, and a change is a new version of it.
No row is ever updated or deleted. Called by ``journal``.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from dashboard.errors import ProjectError

APPLICATION_ID = 0x44744E74  # "DtNt"
BUSY = 10.0  # seconds that one writer waits for another
_HEADER = b"SQLite format 3\x00"

Migration = Callable[[sqlite3.Connection], None]

_TABLES = """
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    turn TEXT NOT NULL DEFAULT 'do' CHECK (turn IN ('do', 'undo', 'redo')),
    reverses INTEGER REFERENCES step (id)
) STRICT;
CREATE TABLE version (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    step INTEGER NOT NULL REFERENCES step (id),
    body TEXT,
    PRIMARY KEY (kind, key, number)
) STRICT;
CREATE INDEX version_step ON version (step);
CREATE TABLE text (
    article TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;
"""


def _first(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (_first,)
"""What brings a file from the version of its place to the next; a file that is made runs them all."""


def made(path: Path) -> sqlite3.Connection:
    """A connection to a new project file.

    Raises:
        ProjectError: there is something at the path, or nothing can be made there.
    """
    if path.exists() and path.stat().st_size:
        raise ProjectError(f"{path} exists already: open it, or choose another name.")
    if not path.absolute().parent.is_dir():
        raise ProjectError(f"{path} cannot be made: the folder {path.parent} does not exist.")
    with failures(path):
        connection = _connect(path, new=True)
        _forward(connection, 0, MIGRATIONS)
    return connection


@contextmanager
def undone(path: Path) -> Iterator[None]:
    """A context in which a project is made: where that fails, a full disk say, no piece of one is left."""
    there = path.exists() and path.stat().st_size > 0
    try:
        yield
    except BaseException:
        if not there:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    path.with_name(path.name + ending).unlink(missing_ok=True)
        raise


def opened(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> sqlite3.Connection:
    """A connection to a project file, brought to the newest version after a backup beside it.

    Raises:
        ProjectError: it is missing, no project, damaged, or made by a newer Détente.
    """
    if path.is_dir():
        raise ProjectError(f"{path} is a folder: give the name of a project file.")
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except FileNotFoundError:
        raise ProjectError(f"{path} does not exist: check the name of the project.") from None
    except OSError as error:
        raise ProjectError(f"{path} cannot be opened: {error.strerror or error}.") from None
    if not _marked(head):
        raise ProjectError(f"{path} is not a Détente project: give a file that “Save project” or serve made.")
    with failures(path):
        connection = _connected(path)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(migrations):
            connection.close()
            raise ProjectError(f"{path} was made by a newer Détente: install the newest version to open it.")
        if version < len(migrations):
            _back_up(connection, path, version)
            _forward(connection, version, migrations)
    return connection


def is_project(path: Path) -> bool:
    """Whether a file is a project, by its first bytes."""
    try:
        with path.open("rb") as file:
            return _marked(file.read(72))
    except (OSError, ValueError):
        return False


def _marked(head: bytes) -> bool:
    return head.startswith(_HEADER) and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def is_writable(path: Path) -> bool:
    """Whether a file takes steps: itself and the log beside it."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def settle(connection: sqlite3.Connection) -> None:
    """Nothing; what is written stands in the file itself, not only in the log beside it.

    People copy and send the one file that they see, also while it is served or after the machine went down.
    """
    with suppress(sqlite3.Error):  # a full disk: the step is kept in the log all the same
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Nothing; the whole project as it is now is in a file of its own, complete or not there at all."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class failures:  # noqa: N801 - reads as a statement: ``with failures(path):``
    """A context in which what SQLite says becomes one sentence about the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise _fault(self._path, error) from error


_SAID = {
    "SQLITE_FULL": "{name}: the disk is full, and nothing of this step was kept. Make room and do it again.",
    "SQLITE_BUSY": "{name}: another program is writing to it and does not end. Try again in a moment.",
    "SQLITE_READONLY": "{name} may not be written: check its permissions and those of its folder.",
    "SQLITE_CANTOPEN": "{name} may not be opened or written: check the permissions of its folder.",
    "SQLITE_NOTADB": "{name} is damaged or no project: restore a backup.",
    "SQLITE_CORRUPT": "{name} is damaged: restore a backup.",
    "SQLITE_IOERR": "{name}: the disk is full or does not answer, and nothing of this step was kept.",
}


def _fault(path: Path, error: sqlite3.Error) -> ProjectError:
    code = getattr(error, "sqlite_errorname", "") or ""
    said = next((said for known, said in _SAID.items() if code.startswith(known)), None)
    if said is None:
        why = str(error).rstrip(".")
        return ProjectError("{name} cannot be used: {why}.", name=path, why=why)
    return ProjectError(said, name=path)


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to a file; one that only reads, where nothing can be written beside it (a CD, a share)."""
    try:
        return _connect(path)
    except sqlite3.OperationalError:
        log = path.with_name(path.name + "-wal")
        if is_writable(path) or (log.exists() and log.stat().st_size):
            raise
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )


def _connect(path: Path, *, new: bool = False) -> sqlite3.Connection:
    # several threads share the connection behind the journal's lock
    connection = sqlite3.connect(path, timeout=BUSY, isolation_level=None, check_same_thread=False)
    try:
        if new:  # before the log begins, so that it stands in the file itself
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    place = path.with_name(f"{path.name}.version-{version}.backup")
    if not place.exists():
        copy(connection, place)


def _forward(connection: sqlite3.Connection, version: int, migrations: Sequence[Migration]) -> None:
    """Nothing; all migrations or none have run, whoever else opens the file at the same time."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        now = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for migrate in migrations[max(version, now) :]:
            migrate(connection)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        connection.close()
        raise
