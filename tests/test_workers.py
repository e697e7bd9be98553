"""Several processes answer as one does: the same, in the same order, with the same sentence for an error."""

import json
import os
import pickle
import subprocess
import sys

import pytest

from dashboard import workers
from dashboard.articles import read_text
from dashboard.cli import main
from dashboard.errors import ArticleError, DataFileError, DetenteError
from dashboard.events import Readings, build_timeline, readings
from dashboard.workers import Workers

TEXTS = (
    "Ministers meet\n\nOn 4 May 2015 Sergey Lavrov met John Kerry in Sochi. They agreed to speak again.",
    "Un appel\n\nLe 9 juin 2015, Sergueï Lavrov a téléphoné à John Kerry. Ils se sont vus le 11 juin.",
    "A call\n\nOn 9 June 2015 Lavrov telephoned Kerry. On 11 June 2015 Kerry flew to Vienna.",
)


@pytest.fixture
def afresh(monkeypatch):
    """Processes are not forked, as on other systems than Linux."""
    monkeypatch.setattr(workers, "_forks", lambda: False)


def test_processes_that_start_afresh_read_the_same_and_what_they_read_is_kept(afresh, monkeypatch):
    articles = [read_text(text) for text in TEXTS]
    known = Readings()
    with Workers(2) as several:
        shared = build_timeline(articles, known=known, workers=several)
    assert shared == build_timeline(articles)
    monkeypatch.setattr(readings, "find_actors", None)
    assert build_timeline(articles, known=known) == shared


def test_the_command_writes_the_same_with_one_process_and_with_several(tmp_path):
    names = []
    for number, text in enumerate(TEXTS):
        names.append(f"{number}.txt")
        (tmp_path / names[-1]).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "extract", *names]
    one, two = (
        subprocess.run([*command, "--jobs", jobs], cwd=tmp_path, capture_output=True, check=True)
        for jobs in "12"
    )
    assert one.stdout == two.stdout
    assert len(json.loads(one.stdout)["events"]) > 2


def test_an_article_that_another_process_cannot_read_is_said_in_one_sentence(capsys, tmp_path):
    there = tmp_path / "there.txt"
    there.write_text(TEXTS[0], encoding="utf-8")
    assert main(["extract", str(there), str(tmp_path / "gone.txt"), "--jobs", "2"]) == 2
    said = capsys.readouterr().err
    assert "gone.txt does not exist" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("jobs", ["0", "two", "-1", "61", ""])
def test_what_is_no_number_of_processes_is_said(capsys, jobs):
    assert main(["extract", "a.txt", "--jobs", jobs]) == 2
    assert "is not a number of processes" in capsys.readouterr().err


def test_what_was_made_before_an_error_is_not_lost(afresh):
    made = []
    with Workers(2) as several, pytest.raises(ArticleError, match="three is too many"):
        made.extend(1 for _ in several.each(_up_to_two, [1, 2, 3, 4], str))
    assert len(made) == 2


def _up_to_two(number):
    if number > 2:
        raise ArticleError("three is too many")
    return number


def test_a_process_that_ends_by_itself_is_said(afresh):
    with Workers(2) as several, pytest.raises(DetenteError, match="ended by itself"):
        list(several.each(os._exit, [1, 2], str))


def test_an_error_of_a_data_file_is_the_same_in_another_process():
    error = pickle.loads(pickle.dumps(DataFileError("actors.csv", 3, "the name is missing")))
    assert str(error) == "actors.csv, line 3: the name is missing"


def test_a_small_pile_is_worth_no_further_process(monkeypatch):
    monkeypatch.setattr(workers, "_forks", lambda: True)
    monkeypatch.setattr(workers, "cores", lambda: 4)
    assert [workers.worth(size) for size in (0, 60_000, 120_000, 9_000_000)] == [1, 1, 2, 4]
    monkeypatch.setattr(workers, "_forks", lambda: False)
    assert [workers.worth(size) for size in (120_000, 700_000)] == [1, 2]
