"""Files of events on the command line: imported, exported, served; faults printed, projects edited."""

from pathlib import Path

import orjson
import pytest

from dashboard.cli import main
from dashboard.cli.inputs import reader
from dashboard.cli.serving import _project
from dashboard.formats import KINDS, read_any
from dashboard.model import Review
from dashboard.store import Project
from tests.affair import affair

TABLE = "title,date,actors\nSummit in Warsaw,8 July 2016,NATO\nNo date,,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "affair.json"
    path.write_bytes(KINDS["json"].write(affair(), "en"))
    return path


def test_a_table_becomes_a_project_and_its_faults_are_printed(table, tmp_path, capsys):
    out = tmp_path / "affair.detente"
    assert main(["import", str(table), "-o", str(out)]) == 0
    assert "mine.csv: Row 3, edtf: the date is missing." in capsys.readouterr().err
    project = Project.open(out)
    (event,) = project.timeline().events
    assert event.title("en") == "Summit in Warsaw"
    assert [each.actor for each in event.participants] == ["nato"]
    project.close()


def test_a_table_edits_a_project_and_undo_takes_all_of_it_back(tmp_path):
    path = tmp_path / "affair.detente"
    Project.create(path, affair()).close()
    text = KINDS["csv"].write(affair(), "en").decode("utf-8-sig")
    changed = text.replace("NATO summit in Warsaw", "Summit of the alliance") + TABLE.splitlines()[0]
    table = tmp_path / "edited.csv"
    lines = [*changed.splitlines()[:-1], "new-1,A new event,,,,2018" + "," * 22]
    table.write_text("\n".join(lines), encoding="utf-8")
    assert main(["import", str(table), "-o", str(path)]) == 0
    project = Project.open(path)
    events = {event.id: event for event in project.timeline().events}
    assert events["summit"].title("en") == "Summit of the alliance"
    assert events["summit"].review is Review.EDITED
    assert events["summit"].evidence == affair().events[1].evidence
    assert events["new-1"].review is Review.MANUAL
    assert project.version("call") == 0
    assert project.undo("") is not None
    assert project.timeline().events == affair().events
    project.close()


@pytest.mark.parametrize("ending", ["ics", "csv", "json", "timelinejs.json"])
def test_data_go_from_format_to_format(document, tmp_path, ending):
    out = tmp_path / f"events.{ending}"
    assert main(["import", str(document), "-o", str(out)]) == 0
    found = read_any(out.read_bytes(), out.name).timeline
    assert [event.id for event in found.events] == [event.id for event in affair().events]


@pytest.mark.parametrize("ending", ["geojson", "graphml", "ics", "csv", "html"])
def test_export_writes_what_the_ending_asks_for_filtered(document, tmp_path, ending):
    out = tmp_path / f"out.{ending}"
    assert main(["export", str(document), "-o", str(out), "--actor", "United States", "--title", "Ours"]) == 0
    written = out.read_text(encoding="utf-8-sig")
    assert "brigade" in written
    assert "summit in Warsaw" not in written
    if ending == "geojson":
        assert len(orjson.loads(written)["features"]) == 2
    if ending == "html":
        assert "<title>Ours</title>" in written


def test_a_project_s_story_and_annotations_are_in_the_page(tmp_path):
    path, out = tmp_path / "affair.detente", tmp_path / "page.html"
    project = Project.create(path, affair())
    project.put("story", "main", {"steps": [{"event": "call", "caption": "They spoke again."}]}, author="")
    drawn = {"kind": "era", "text": "After Crimea", "earliest": "2014-03-01", "latest": None}
    project.put("annotation", "a1", drawn, author="")
    project.close()
    assert main(["export", str(path), "-o", str(out)]) == 0
    assert "They spoke again." in out.read_text(encoding="utf-8")
    assert "After Crimea" in out.read_text(encoding="utf-8")


def served(*names: object) -> Project:
    import argparse

    fields = dict.fromkeys(("published", "language", "actors"))
    arguments = argparse.Namespace(articles=[str(name) for name in names], **fields)
    return _project(arguments, reader(arguments))


def test_serve_opens_files_of_events(document, table):
    project = served(document, table)
    assert len(project.timeline().events) == 8
    project.close()


@pytest.mark.parametrize(("kind", "said"), [("", "Event (EVENT)"), ("regatta", "regatta (REGATTA)")])
def test_explain_names_the_type_of_an_imported_event(tmp_path, capsys, kind, said):
    table = tmp_path / "mine.csv"
    table.write_text(f"title,date,type\nCup of the lakes,8 July 2016,{kind}\n", encoding="utf-8")
    assert main(["explain", str(table)]) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("ending", [".html", ".ics", ".csv"])
def test_an_affair_in_a_language_that_no_locale_has_is_written_in_english(document, tmp_path, ending):
    whole = orjson.loads(document.read_bytes())
    for article in whole["articles"]:
        article["language"] = "nan"
    document.write_bytes(orjson.dumps(whole))
    place = tmp_path / f"out{ending}"
    assert main(["export", str(document), "-o", str(place)]) == 0
    assert "2017" in place.read_text(encoding="utf-8")


def test_what_a_table_quoted_is_not_read_as_an_article(tmp_path):
    import argparse

    path = tmp_path / "quoted.csv"
    path.write_text(
        "title,date,quote\nA,2017,The two ministers met in Baku on 16 February 2017.\n", encoding="utf-8"
    )
    project = served(path)
    articles = project.timeline().articles
    assert len(articles) == 1
    read = reader(argparse.Namespace(actors=None))
    assert read(articles).events == ()
    project.close()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import", "nothing.csv", "-o", "x.detente"), "cannot be read"),
        (("import", "nothing.csv", "-o", "x.docx"), "no known ending"),
        (("export", "nothing.csv", "article.txt", "-o", "x.html"), "article.txt is an article"),
    ],
)
def test_a_wrong_file_is_said_in_one_sentence(arguments, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(list(arguments)) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "x.detente").exists()


def test_what_is_no_file_of_events_is_called_so(tmp_path, capsys):
    page = tmp_path / "page.html"
    page.write_text("<p>Nothing</p>", encoding="utf-8")
    assert main(["import", str(page), "-o", str(tmp_path / "out.json")]) == 2
    assert "is no file of events: import one of .json" in capsys.readouterr().err
