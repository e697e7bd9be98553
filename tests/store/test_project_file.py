"""The project's file among other processes: killed writers, a full disk, old and foreign files, copies."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from dashboard.errors import ProjectError
from dashboard.model import Review
from dashboard.store import Change, ConflictError, Project, schema
from tests.affair import affair

EDITOR = """
import sys
from dataclasses import replace
from dashboard.model import Review
from dashboard.store import Change, ConflictError, Project
path, author, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
project = Project.open(path)
for number in range(count):
    while True:
        base = project.version("baku")
        event = next(each for each in project.timeline().events if each.id == "baku")
        event = replace(event, note=f"{event.note} {author}{number}".strip(), review=Review.EDITED)
        try:
            project.change([Change("baku", event, base)], author=author, action="edit")
        except ConflictError:
            continue
        break
    print(f"{author}{number}", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    made = tmp_path / "affair.detente"
    Project.create(made, affair()).close()
    yield made
    with closing(Project.open(made)) as project:
        assert project.check() == []


def editor(path: Path, author: str, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", EDITOR, str(path), author, str(count)], stdout=subprocess.PIPE, text=True
    )


def note(path: Path) -> list[str]:
    with closing(Project.open(path)) as project:
        return next(each for each in project.timeline().events if each.id == "baku").note.split()


def test_two_processes_at_one_event_lose_nothing(path: Path) -> None:
    running = [editor(path, author, 15) for author in ("a", "b")]
    for each in running:
        each.communicate()
        assert each.returncode == 0
    assert sorted(note(path)) == sorted(f"{author}{number}" for author in "ab" for number in range(15))


@pytest.mark.parametrize("after", [1, 4, 9])
def test_what_was_acknowledged_survives_a_kill_in_the_middle_of_writing(path: Path, after: int) -> None:
    with editor(path, "a", 10_000) as running:
        assert running.stdout is not None
        said = [running.stdout.readline().strip() for _ in range(after)]
        running.kill()
        said += running.stdout.read().split()
    assert note(path)[: len(said)] == said


def test_several_threads_share_a_project(path: Path) -> None:
    with closing(Project.open(path)) as project:
        faults: list[Exception] = []

        def work(author: str) -> None:
            for _ in range(10):
                base = project.version("call")
                event = next(each for each in project.timeline().events if each.id == "call")
                event = replace(event, note=event.note + author, review=Review.EDITED)
                try:
                    project.change([Change("call", event, base)], author=author, action="edit")
                except ConflictError:
                    continue
                except Exception as fault:  # noqa: BLE001 - the test says what it was
                    faults.append(fault)

        threads = [Thread(target=work, args=(author,)) for author in "abcd"]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert faults == []
        written = next(each for each in project.timeline().events if each.id == "call").note
        assert len(written) == project.version("call") > 0


def test_a_full_disk_is_said_and_keeps_what_was_there(path: Path) -> None:
    with closing(Project.open(path)) as project:
        connection = project._journal.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ProjectError, match="the disk is full, and nothing of this step was kept"):
            project.put("view", "big", {"search": "x" * 100_000}, author="Anna")
        assert project.documents("view") == {}
        connection.execute("PRAGMA max_page_count = 1000000")
        project.put("view", "big", {"search": "x" * 100_000}, author="Anna")
        assert list(project.documents("view")) == ["big"]


def test_a_writer_that_never_ends_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "BUSY", 0.05)
    with closing(Project.open(path)) as project, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError, match="another program is writing"):
            project.put("view", "mine", {}, author="Anna")
        other.rollback()


def old_file(path: Path) -> None:
    """A made-up version 0: before steps had a note, and with another name for those who made them."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("CREATE TABLE step (id INTEGER PRIMARY KEY, person TEXT)")
        connection.execute("INSERT INTO step VALUES (1, 'Anna')")
        connection.commit()


def test_an_old_file_is_brought_forward_after_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "old.detente"
    old_file(path)

    def rename(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE step RENAME COLUMN person TO author")

    def add(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE step ADD COLUMN note TEXT NOT NULL DEFAULT ''")

    with closing(schema.opened(path, (rename, add))) as connection:
        assert connection.execute("SELECT author, note FROM step").fetchall() == [("Anna", "")]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    backup = tmp_path / "old.detente.version-0.backup"
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT person FROM step").fetchall() == [("Anna",)]
    with closing(schema.opened(path, (rename, add))) as connection:
        assert connection.execute("SELECT author FROM step").fetchall() == [("Anna",)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.detente"
    old_file(path)

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE step RENAME COLUMN person TO author")
        connection.execute("ALTER TABLE nothing ADD COLUMN x")

    with pytest.raises(ProjectError, match="cannot be used"):
        schema.opened(path, (half,))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT person FROM step").fetchall() == [("Anna",)]


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ProjectError, match="made by a newer Détente"):
        Project.open(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")


def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(ProjectError, match="is not a Détente project"):
        Project.open(path)


def test_a_damaged_file_is_said_and_check_finds_it(tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    Project.create(path, affair()).close()
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(data)
    with pytest.raises(ProjectError, match="damaged"), closing(Project.open(path)) as project:
        project.timeline()


def test_check_names_a_version_that_is_missing_or_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    with closing(Project.create(path, affair())) as project:
        project.put("view", "a", {}, author="Anna")
        project.put("view", "a", {"x": 1}, author="Anna")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM version WHERE kind = 'view' AND number = 1")
        connection.execute("UPDATE version SET body = '{}' WHERE kind = 'machine' AND key = 'baku'")
        connection.commit()
    with closing(Project.open(path)) as project:
        found = " ".join(project.check())
    assert "A version of the view 'a' is missing." in found
    assert "machine 'baku' cannot be read" in found


def test_a_copy_is_one_whole_file_while_others_write(path: Path, tmp_path: Path) -> None:
    with closing(Project.open(path)) as project:
        project.put("view", "a", {}, author="Anna")
        project.save_copy(tmp_path / "copy.detente")
        project.put("view", "b", {}, author="Anna")
        with pytest.raises(ProjectError, match="exists already"):
            project.backup(tmp_path / "copy.detente")
        with pytest.raises(ProjectError, match="cannot be written"):
            project.backup(tmp_path / "no" / "copy.detente")
    assert sorted(each.name for each in tmp_path.iterdir() if "copy" in each.name) == ["copy.detente"]
    with closing(Project.open(tmp_path / "copy.detente")) as copy:
        assert list(copy.documents("view")) == ["a"]
        assert copy.timeline() == affair()


def test_info_says_what_is_in_a_project(path: Path) -> None:
    with closing(Project.open(path)) as project:
        project.change([Change("baku", None, 0)], author="Anna", action="delete")
        found = project.info()
    assert (found.articles, found.events, found.deleted) == (1, 6, 1)
    assert found.authors == {"Anna": 1}
    assert found.size > 0


def test_the_file_alone_holds_every_step_while_the_project_is_open(path: Path, tmp_path: Path) -> None:
    sent = tmp_path / "sent.detente"
    with closing(Project.open(path)) as project:
        event = next(each for each in project.timeline().events if each.id == "baku")
        project.change([Change("baku", replace(event, note="sent"), 0)], author="me", action="edit")
        sent.write_bytes(path.read_bytes())  # as a file manager or a mail program does
    with closing(Project.open(sent)) as project:
        assert next(each for each in project.timeline().events if each.id == "baku").note == "sent"


def test_a_project_where_nothing_can_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(schema, "_connect", refused)
    monkeypatch.setattr(schema.os, "access", lambda *_: False)
    with closing(Project.open(path)) as project:
        assert project.timeline().events
        assert project.check() == []
        assert not project.is_writable
        with pytest.raises(ProjectError, match="may not be written"):
            project.put("story", "one", {"note": "kept"}, author="me")
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"steps that only the log holds")
    with pytest.raises(sqlite3.OperationalError), closing(schema._connected(path)):
        pass
    log.unlink()


def test_a_project_that_cannot_be_begun_leaves_no_piece_of_one(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise ProjectError("the disk is full")

    monkeypatch.setattr(Project, "add_reading", full)
    with pytest.raises(ProjectError, match="full"):
        Project.create(tmp_path / "new.detente", affair())
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name]
    with pytest.raises(ProjectError, match="exists already"):
        Project.create(path, affair())
    assert path.stat().st_size
