"""What stands behind the dialog: who may send what, how much, and what a batch does with it."""

from contextlib import closing
from threading import Event as Gate

import pytest

from dashboard.app import create_app
from dashboard.app.intake import MAX_FILE
from dashboard.app.intake.jobs import MOST_ITEMS, Intake, State
from dashboard.app.intake.likeness import double_of
from dashboard.app.workspace import Workspace
from dashboard.articles import read_text
from dashboard.errors import ArticleError, ProjectError
from dashboard.events import build_timeline
from dashboard.store import Project
from tests.affair import affair

BATCH = "0123456789abcdef"
TEXT = "Generals meet\n\nOn 16 February 2017 Valery Gerasimov and Joseph Dunford met in Baku."
LOCAL = {"Host": "localhost"}


def settled(intake, batch=BATCH):
    """The items of a batch once none is being read any more."""
    gate = Gate()
    for _ in range(600):
        if not intake.batch(batch).busy:
            return list(intake.batch(batch).items.values())
        gate.wait(0.05)
    raise AssertionError("still reading")


@pytest.fixture
def intake():
    with closing(Project.temporary(affair())) as project:
        yield Intake(Workspace(project, build_timeline))


def test_one_that_fails_stops_no_other_and_is_said(intake):
    def fail():
        raise ArticleError("{name} is empty: there is nothing to read.", name="a.txt")

    def crash():
        raise RuntimeError("a bug")

    intake.bring(BATCH, "a.txt", fail)
    intake.bring(BATCH, "b.txt", crash)
    intake.bring(BATCH, "c.txt", lambda: read_text(TEXT))
    items = settled(intake)
    assert [each.state for each in items] == [State.FAILED, State.FAILED, State.READ]
    assert str(items[0].fault) == "a.txt is empty: there is nothing to read."
    assert str(items[1].fault) == "b.txt cannot be read: the server's log says why."


def test_nothing_is_in_the_project_before_it_is_added_and_then_in_one_step(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    project = intake.workspace.project
    assert project.timeline() == affair()
    assert intake.add(BATCH, {item.id}, author="Anna")[1] == 1
    assert len(project.timeline().articles) == 2
    project.undo("Anna")
    assert project.timeline().articles == affair().articles


def test_what_is_not_chosen_or_there_already_is_not_added(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    with pytest.raises(ProjectError, match="no new article"):
        intake.add(BATCH, set(), author="Anna")
    intake.add(BATCH, {item.id}, author="Anna")
    intake.bring(BATCH, "again.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    assert item.double is not None
    assert item.double.same
    with pytest.raises(ProjectError, match="no new article"):
        intake.add(BATCH, {item.id}, author="Anna")


def test_a_batch_has_an_end(intake):
    for number in range(MOST_ITEMS):
        intake.bring(BATCH, f"{number}.txt", lambda: read_text(TEXT))
    with pytest.raises(ArticleError, match="60 articles at most"):
        intake.bring(BATCH, "more.txt", lambda: read_text(TEXT))
    intake.cancel(BATCH)
    assert not intake.batch(BATCH).busy


def test_batches_do_not_see_each_other(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    assert settled(intake, "another") == []


def test_an_article_that_shares_most_of_its_words_is_told():
    long = TEXT + " The two chiefs of staff spoke for three hours about Syria and about their aircraft."
    other = read_text(long + " A second meeting was expected.")
    assert double_of(read_text(long), [other]).same is False
    assert double_of(read_text(long), [read_text(long)]).same is True
    assert double_of(read_text(long), [affair().articles[0]]) is None


@pytest.fixture
def client():
    app = create_app(affair(), reread=build_timeline)
    app.server.testing = True
    return app.server.test_client()


def sent(client, path="/intake", **options):
    query = {"batch": BATCH, "kind": "text", "name": "a.txt"} | options.pop("query", {})
    headers = LOCAL | options.pop("headers", {})
    return client.post(path, query_string=query, headers=headers, data=options.pop("data", TEXT.encode()))


def test_an_article_may_be_large_but_not_without_end(client):
    assert sent(client, data=b"x" * 1_000_000).status_code == 202
    assert sent(client, data=b"x" * (MAX_FILE + 1)).status_code == 413


def test_articles_are_taken_from_this_page_only(client):
    assert sent(client, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert sent(client, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert sent(client, headers={"Host": "elsewhere.example"}).status_code == 421


@pytest.mark.parametrize("batch", ["", "short", "../../../etc/passwd", "x" * 65, "é" * 16])
def test_a_batch_has_a_plain_name(client, batch):
    assert sent(client, query={"batch": batch}).status_code == 400


def test_without_a_way_to_read_nothing_is_taken():
    client = create_app(affair()).server.test_client()
    answer = sent(client, query={"language": "fr"})
    assert (answer.status_code, answer.get_data(as_text=True)) == (
        409,
        "Aucun article ne peut être ajouté ici.",
    )


def test_the_project_is_handed_out_whole_and_not_kept_by_the_browser(client, tmp_path):
    answer = client.get("/project", headers=LOCAL)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "nato-russia-military-contacts.detente" in answer.headers["Content-Disposition"]
    path = tmp_path / "saved.detente"
    path.write_bytes(answer.get_data())
    answer.close()
    with closing(Project.open(path)) as project:
        assert project.timeline() == affair()


def test_the_revision_is_told_and_grows(tmp_path):
    path = tmp_path / "affair.detente"
    with closing(Project.create(path, affair())) as project, closing(Project.open(path)) as other:
        client = create_app(project).server.test_client()
        first = client.get("/revision", headers=LOCAL)
        assert first.headers["Cache-Control"] == "no-store"
        other.put("view", "spring", {}, author="Boris")
        assert int(client.get("/revision", headers=LOCAL).get_data()) == int(first.get_data()) + 1
