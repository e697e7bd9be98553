"""The command: what it writes, and one clear sentence with exit code 2 for everything that is wrong."""

import csv
import errno
import io
import json
import re
import socket
import subprocess
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from dashboard.cli import inputs, main
from dashboard.cli.inputs import read_articles
from dashboard.errors import ExportError
from dashboard.formats import COLUMNS, from_json


def fails(capsys, *arguments) -> str:
    """The sentence that a wrong command line ends with."""
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as error:
        code = error.code
    printed = capsys.readouterr()
    assert code == 2
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert printed.err.count("\n") == 1, printed.err
    return printed.err


@pytest.fixture
def wrong(tmp_path):
    """Files that are no articles."""
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n...")
    (tmp_path / "page.html").write_text("<html><body></body></html>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["extract", "explain", "serve"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.txt", "does not exist"),
        (".", "is a folder"),
        ("empty.txt", "is empty"),
        ("binary.txt", "is a binary file"),
        ("a.pdf", "is a damaged PDF"),
        ("page.html", "no article text"),
        ("https://example.org/a.html", "is a web address"),
    ],
)
def test_what_is_no_article_is_said(capsys, wrong, stub_reading, monkeypatch, command, name, said):
    monkeypatch.chdir(wrong)
    assert said in fails(capsys, command, name)


def test_a_wrong_publication_date_is_said(capsys, article, stub_reading):
    assert "'soon' is not a date" in fails(capsys, "extract", article, "--published", "soon")
    assert "2017-02-30" in fails(capsys, "extract", article, "--published", "2017-02-30")
    assert "is not one day" in fails(capsys, "extract", article, "--published", "March 2017")


def test_an_unknown_language_is_said(capsys, article, stub_reading):
    assert "'tlh' is not supported" in fails(capsys, "extract", article, "--language", "tlh")


def test_wrong_options_are_said_in_one_line(capsys, article):
    assert "required" in fails(capsys, "extract")
    assert "invalid choice" in fails(capsys, "extract", article, "--format", "xml")
    assert "invalid choice" in fails(capsys, "paint")
    assert "COMMAND" in fails(capsys)


def test_an_output_that_cannot_be_is_said_before_reading(capsys, article, stub_reading, tmp_path):
    assert "does not exist" in fails(capsys, "extract", article, "-o", tmp_path / "no" / "a.json")
    assert "is a folder" in fails(capsys, "extract", article, "-o", tmp_path)
    assert stub_reading == []


def test_a_full_disk_is_said(capsys, article, stub_reading):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    assert "No space left" in fails(capsys, "extract", article, "-o", "/dev/full")


def test_an_output_is_whole_or_as_it_was(tmp_path, monkeypatch):
    place = tmp_path / "events.json"
    inputs.write_output(place, b"before")
    kept = place.stat().st_mode
    write = Path.write_bytes

    def cut(path, content):
        write(path, content[:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", cut)
        with pytest.raises(ExportError, match="No space left"):
            inputs.write_output(place, b"afterwards")
    assert place.read_bytes() == b"before"
    inputs.write_output(place, b"afterwards")
    assert (place.read_bytes(), place.stat().st_mode) == (b"afterwards", kept)
    assert [each.name for each in tmp_path.iterdir()] == [place.name]


def test_a_list_of_actors_must_be_there(capsys, article, stub_reading, tmp_path):
    assert "needs a CSV file" in fails(capsys, "extract", article, "--actors", tmp_path / "no.csv")


def test_a_wrong_list_of_actors_is_answered_with_a_right_one(capsys, article, stub_reading, tmp_path):
    (tmp_path / "my.csv").write_text("Triangle de Weimar\n", encoding="utf-8")
    said = fails(capsys, "extract", article, "--actors", tmp_path / "my.csv")
    assert "line 1: the column 'name' is missing" in said
    header, row = re.findall(r'"([^"]+)"', said)
    (tmp_path / "my.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    assert main(["extract", str(article), "--actors", str(tmp_path / "my.csv")]) == 0


def test_an_ending_that_is_no_format_is_said_before_reading(capsys, article, stub_reading, tmp_path):
    assert "in none of .json, .csv and .xlsx" in fails(
        capsys, "extract", article, "-o", tmp_path / "events.xyz"
    )
    assert stub_reading == []
    assert main(["extract", str(article), "-o", str(tmp_path / "events.xyz"), "--format", "csv"]) == 0
    assert (tmp_path / "events.xyz").read_bytes().startswith(b"\xef\xbb\xbf")


def test_standard_input_is_read_once(capsys, stub_reading):
    assert "once" in fails(capsys, "extract", "-", "-")


def test_extract_writes_the_document(capsysbinary, article, stub_reading):
    assert main(["extract", str(article)]) == 0
    document = json.loads(capsysbinary.readouterr().out)
    assert document["schema"] == "detente/1"
    assert len(from_json(document).events) == 7


def test_extract_passes_on_the_date_and_the_language(capsysbinary, article, stub_reading):
    assert main(["extract", str(article), "--published", "3 mars 2017", "--language", "fr"]) == 0
    ((read,), _) = stub_reading[0]
    assert (read.published, read.language) == (date(2017, 3, 3), "fr")
    names = [actor["name"] for actor in json.loads(capsysbinary.readouterr().out)["actors"]]
    assert "OTAN" in names


def test_the_same_text_twice_is_read_once(capsys, article, stub_reading, tmp_path):
    (tmp_path / "copy.txt").write_bytes(article.read_bytes())
    assert main(["extract", str(article), str(tmp_path / "copy.txt")]) == 0
    assert "same text" in capsys.readouterr().err
    assert len(stub_reading[0][0]) == 1


def test_csv_for_a_pipe_has_no_mark_and_for_a_file_has_one(capsysbinary, article, stub_reading, tmp_path):
    assert main(["extract", str(article), "--format", "csv"]) == 0
    printed = capsysbinary.readouterr().out.decode("utf-8")
    assert next(csv.reader(io.StringIO(printed))) == list(COLUMNS)
    assert main(["extract", str(article), "-o", str(tmp_path / "events.csv")]) == 0
    assert (tmp_path / "events.csv").read_bytes() == ("\ufeff" + printed).encode()


def test_explain_names_the_words_behind_an_event(capsys, article, stub_reading):
    assert main(["explain", str(article)]) == 0
    printed = capsys.readouterr().out
    assert "Gerasimov – Pavel phone call" in printed
    assert "“Pavel telephoned Gerasimov on 3 March.”" in printed


def test_dates_shows_how_a_sentence_is_read(capsys):
    assert main(["dates", "They met on 3 March 2017."]) == 0
    printed = capsys.readouterr().out
    assert "2017-03-03" in printed
    assert "3 March 2017" in printed
    assert main(["dates", "They met."]) == 0
    assert "No date was found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        ("le 31 février 2024", "fr", "ce jour n’existe pas"),
        ("31 February 2024", "en", "there is no such day"),
        ("30/02/2024", "en", "there is no such day"),
        ("They met on 31 April.", "en", "there is no such day"),
    ],
)
def test_dates_says_that_there_is_no_such_day(capsys, typed, language, said):
    assert main(["dates", "--language", language, typed]) == 0
    assert capsys.readouterr().out.splitlines()[-1].strip() == said


def test_evaluate_prints_a_table_and_keeps_what_was_read(capsys, tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    text = "They met on 3 March 2017."
    timex = {"start": 12, "end": 24, "text": text[12:24], "type": "DATE", "value": "2017-03-03"}
    line = {"id": "d1", "lang": "en", "dct": "2017-03-06", "text": text, "timexes": [timex]}
    corpus.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["evaluate", "dates", str(corpus), "--predictions", str(tmp_path / "out.jsonl")]) == 0
    assert "strict" in capsys.readouterr().out
    assert (
        json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["timexes"][0]["value"]
        == "2017-03-03"
    )


def test_evaluate_says_how_often_a_hidden_publication_date_is_found(capsys, tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    texts = ("GENEVA, March 3, 2017 (Agency) - The two delegations met.", "They met.")
    lines = [{"id": t, "lang": "en", "dct": "2017-03-03", "text": t, "timexes": []} for t in texts]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert main(["evaluate", "document-dates", str(corpus)]) == 0
    assert "2 documents, 1 dates told; the year is right in 1" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["dates", "document-dates", "events"])
def test_evaluate_says_what_is_no_corpus(capsys, tmp_path, what):
    assert "is not a file" in fails(capsys, "evaluate", what, tmp_path / "no.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"id": 3}\n', encoding="utf-8")
    if what != "events":
        assert "bad.jsonl" in fails(capsys, "evaluate", what, tmp_path / "bad.jsonl")
    (tmp_path / "text.jsonl").write_text("not JSON\n", encoding="utf-8")
    said = fails(capsys, "evaluate", what, tmp_path / "text.jsonl")
    assert ("text.jsonl" if what != "events" else "is no corpus of events") in said
    (tmp_path / "deep.jsonl").write_text("[" * 100_000, encoding="utf-8")
    said = fails(capsys, "evaluate", what, tmp_path / "deep.jsonl")
    assert ("deep.jsonl" if what != "events" else "is no corpus of events") in said


@pytest.mark.parametrize("command", [("info",), ("evaluate", "dates"), ("extract", "a.txt", "--actors")])
def test_a_name_that_no_file_can_have_is_said(capsys, command):
    said = fails(capsys, *command, "x" * 5000)
    assert "xxx cannot be used" in said
    assert len(said) < 300


def test_export_says_what_is_wrong_before_reading(capsys, article, stub_reading, tmp_path, monkeypatch):
    assert "no known ending" in fails(capsys, "export", article, "-o", tmp_path / "chart.bmp")
    assert "--width 5 is out of range" in fails(
        capsys, "export", article, "-o", tmp_path / "c.html", "--width", "5"
    )
    assert "'wide' is not a number" in fails(
        capsys, "export", article, "-o", tmp_path / "c.html", "--width", "wide"
    )
    assert "required" in fails(capsys, "export", article)
    out = tmp_path / "c.html"
    assert "'soon' is not a date" in fails(capsys, "export", article, "-o", out, "--from", "soon")
    assert "exchange them" in fails(capsys, "export", article, "-o", out, "--from", "2018", "--to", "2017")
    monkeypatch.setattr("dashboard.cli.images.find_chrome", lambda: None)
    assert "Chrome" in fails(capsys, "export", article, "-o", tmp_path / "chart.png")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "pip install 'detente[images]'" in fails(capsys, "export", article, "-o", tmp_path / "chart.svg")
    assert stub_reading == []


def test_an_unknown_actor_is_answered_with_close_names(capsys, article, stub_reading, tmp_path):
    said = fails(capsys, "export", article, "-o", tmp_path / "chart.html", "--actor", "Gerassimof")
    assert "Gerassimof" in said
    assert "erasimov" in said or "uerassimov" in said


def test_filters_that_leave_nothing_are_said(capsys, article, stub_reading, tmp_path):
    assert "No event is left" in fails(capsys, "export", article, "-o", tmp_path / "c.html", "--from", "2030")


def test_a_server_reads_its_articles_before_it_takes_a_port(capsys, wrong, monkeypatch):
    def taken(_host, _port):
        raise AssertionError("the port was taken first")

    monkeypatch.setattr("dashboard.cli.serving.listen", taken)
    assert "is empty" in fails(capsys, "serve", wrong / "empty.txt")


def test_a_port_in_use_is_said(capsys, article, stub_reading):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"Port {port} is in use" in fails(capsys, "serve", article, "--port", port)
    for wrong in (99_999, "abc", "-1", "²"):
        assert "is not a port: choose a number" in fails(capsys, "serve", article, f"--port={wrong}")
    assert "not an address" in fails(capsys, "serve", article, "--host", "no.such.host.invalid")


def test_a_closed_pipe_ends_quietly():
    with subprocess.Popen(
        [sys.executable, "-m", "dashboard", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(60)


def test_an_interruption_ends_with_130_and_quietly(capsys, article, monkeypatch):
    def interrupted(*_articles, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.events.build_timeline", interrupted, raising=False)
    assert main(["extract", str(article)]) == 130
    assert capsys.readouterr().err == ""


def test_help_names_every_command_and_gives_examples(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    for word in (
        "serve",
        "extract",
        "export",
        "explain",
        "dates",
        "examples:",
        "detente extract article.txt",
    ):
        assert word in printed


def test_a_sample_affair_is_read_by_its_name():
    articles = read_articles(Namespace(articles=[], sample="cuba-1962", published=None, language=None))
    assert {article.title for article in articles} == {
        "Thirteen days in October: how the Cuban missile crisis was ended",
        "La crise des missiles vue de New York",
    }


def test_a_sample_that_is_not_there_is_refused_with_those_that_are(capsys):
    said = fails(capsys, "serve", "--no-browser", "--port", "0", "--sample", "suez-1956")
    assert "cuba-1962" in said
    assert "nato-russia-2017" in said
