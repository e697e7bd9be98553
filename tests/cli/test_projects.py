"""Project files on the command line: opened or made by serve, read by the others, looked after."""

import re
import sqlite3
from contextlib import closing, contextmanager

import orjson
import pytest

from dashboard.cli import main, serving
from dashboard.store import Change, Project
from tests.affair import affair
from tests.cli.test_command import fails


@pytest.fixture
def affair_file(tmp_path):
    path = tmp_path / "affair.detente"
    with closing(Project.create(path, affair())) as project:
        project.change([Change("baku", None, 0)], author="Anna", action="delete")
    return path


@pytest.fixture
def served(monkeypatch):
    """What ``serve`` would serve, instead of serving it."""
    found = []

    @contextmanager
    def listen(_host, _port):
        yield FakeSocket()

    class FakeSocket:
        def getsockname(self):
            return ("127.0.0.1", 8050)

    def remember(_arguments, reread, project):
        found.append((project.path, project.timeline(), project.is_temporary))

    monkeypatch.setattr(serving, "listen", listen)
    monkeypatch.setattr(serving, "_application", remember)
    monkeypatch.setattr(serving, "_serve", lambda *_arguments, **_options: None)
    return found


def test_serve_makes_a_project_and_opens_it_again(served, stub_reading, article, tmp_path, capsys):
    path = tmp_path / "new.detente"
    assert main(["serve", str(path), str(article)]) == 0
    assert main(["serve", str(path)]) == 0
    assert [each[0] for each in served] == [path, path]
    assert served[0][1] == served[1][1]
    assert not served[0][2]
    assert len(stub_reading) == 1


def test_serve_of_a_new_empty_project_says_so(served, tmp_path, capsys):
    assert main(["serve", str(tmp_path / "new.detente")]) == 0
    assert "is new and empty: add articles in the page" in capsys.readouterr().err
    assert served[0][1].events == ()


def test_serve_adds_only_articles_that_are_not_there_and_keeps_corrections(
    served, stub_reading, affair_file, article, capsys
):
    assert main(["serve", str(affair_file), str(article)]) == 0
    read = stub_reading[0][0]
    assert read[0].id == "a1"
    assert len(read) == 2
    assert "baku" not in {each.id for each in served[0][1].events}


def test_serve_of_articles_alone_is_temporary_and_says_how_to_keep_it(served, stub_reading, article, capsys):
    assert main(["serve", str(article)]) == 0
    assert served[0][2]
    assert "keep it with “Save project” in the page" in capsys.readouterr().err
    assert not served[0][0].exists()


def test_extract_reads_a_project_with_its_corrections(affair_file, capsysbinary):
    assert main(["extract", str(affair_file)]) == 0
    document = orjson.loads(capsysbinary.readouterr().out)
    assert len(document["events"]) == len(affair().events) - 1


def test_a_project_is_known_by_its_first_bytes_whatever_it_is_called(affair_file, capsysbinary):
    other = affair_file.rename(affair_file.with_suffix(".sqlite"))
    assert main(["extract", str(other)]) == 0
    assert b"detente/1" in capsysbinary.readouterr().out


def test_wrong_projects_are_said_in_one_sentence(affair_file, article, capsys, tmp_path):
    (tmp_path / "fake.detente").write_text("no project", encoding="utf-8")
    assert "is a project: give it alone" in fails(capsys, "extract", affair_file, article)
    assert "is a second project" in fails(capsys, "serve", affair_file, tmp_path / "fake.detente")
    assert "is not a Détente project" in fails(capsys, "extract", tmp_path / "fake.detente")
    assert "does not exist" in fails(capsys, "extract", tmp_path / "none.detente")
    for command in ("info", "check", "backup"):
        assert "does not exist" in fails(capsys, command, tmp_path / "none.detente")
        assert "is a folder" in fails(capsys, command, "")
    assert "is not a Détente project" in fails(capsys, "serve", tmp_path / "fake.detente")


def test_info_says_what_is_in_a_project_that_is_open_elsewhere(affair_file, capsys):
    with closing(Project.open(affair_file)) as other:
        other.put("view", "spring", {}, author="Boris")
        assert main(["info", str(affair_file)]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^Events +6, 6 unreviewed, 1 deleted$", printed, re.MULTILINE)
    assert re.search(r"^Steps +3: Anna \(1\), Boris \(1\)$", printed, re.MULTILINE)
    assert "NATO–Russia military contacts" in printed


def test_check_finds_what_was_tampered_with(affair_file, capsys):
    assert main(["check", str(affair_file)]) == 0
    assert "is sound" in capsys.readouterr().out
    with closing(sqlite3.connect(affair_file)) as connection:
        connection.execute("UPDATE version SET body = '{' WHERE kind = 'machine' AND key = 'call'")
        connection.commit()
    assert main(["check", str(affair_file)]) == 2
    printed = capsys.readouterr()
    assert "machine 'call' cannot be read" in printed.out
    assert printed.err.endswith("has 1 fault: restore a backup.\n")


def test_backup_writes_a_copy_beside_a_live_project_and_replaces_nothing(affair_file, capsys, tmp_path):
    with closing(Project.open(affair_file)) as other:
        other.put("view", "spring", {}, author="Boris")
        assert main(["backup", str(affair_file)]) == 0
    place = capsys.readouterr().out.strip()
    assert re.search(r"affair-\d{4}-\d\d-\d\d-\d{6}\.detente$", place)
    with closing(Project.open(place)) as copy:
        assert list(copy.documents("view")) == ["spring"]
    assert "exists already" in fails(capsys, "backup", affair_file, "-o", place)
