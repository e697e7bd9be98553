"""What stands behind the dialog: who may send what, how much, and what a batch does with it."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from threading import Event as Gate

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.app import create_app
from dashboard.app.intake import MAX_FILE
from dashboard.app.intake.adding import refused
from dashboard.app.intake.jobs import MOST_ITEMS, Intake, State
from dashboard.app.intake.likeness import double_of
from dashboard.app.intake.listing import changes
from dashboard.app.intake.panel import said_of
from dashboard.app.intake.review import card, dated_wrongly
from dashboard.app.intake.routes import opening
from dashboard.app.intake.start import only_sample
from dashboard.app.sources import resting
from dashboard.app.workspace import Workspace
from dashboard.articles import read_sample, read_text
from dashboard.errors import ArticleError
from dashboard.events import build_timeline
from dashboard.model import Timeline
from dashboard.store import Description, Project
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


def weighed(intake):
    """The first item, once it is known what a publication date would change."""
    gate = Gate()
    for _ in range(600):
        item = settled(intake)[0]
        if item.gain is not None:
            return item
        gate.wait(0.05)
    raise AssertionError("nobody weighed it")


def added(intake, chosen, **options):
    """How adding ended."""
    intake.add(BATCH, chosen, author="Anna", **options).wait(30)
    return intake.settle(BATCH)


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
    assert added(intake, {item.id}).count == 1
    assert len(project.timeline().articles) == 2
    project.undo("Anna")
    assert project.timeline().articles == affair().articles


def test_a_date_typed_just_before_adding_holds_though_the_article_is_still_read_again_for_it(intake):
    read, gate, begun = intake.workspace.reread, Gate(), Gate()

    def slow(articles, **options):
        if len(articles) == 1 and articles[0].published == date(2017, 4, 13):
            begun.set()
            gate.wait(30)
        return read(articles, **options)

    intake.workspace = replace(intake.workspace, reread=slow)
    intake.bring(BATCH, "a.txt", lambda: read_text("Talks\n\nVladimir Putin met Donald Trump on Tuesday."))
    item = weighed(intake)
    said_of(intake, BATCH, item.id, "13 April 2017", spoken="en", language="en")
    assert begun.wait(30)
    assert item.state is State.READING
    assert added(intake, {item.id}).count == 1
    gate.set()
    article = intake.workspace.timeline().articles[-1]
    assert article.published == date(2017, 4, 13)
    days = [each.when.earliest for each in intake.workspace.timeline().events]
    assert date(2017, 4, 11) in days
    assert settled(intake) == []


def test_only_what_the_page_showed_can_be_unwanted(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text("Talks\n\nVladimir Putin met Donald Trump on Tuesday."))
    item = weighed(intake)
    changes(intake.batch(BATCH), [], "en")  # drawn: no event yet
    said_of(intake, BATCH, item.id, "2017-04-13", spoken="en", language="en")
    settled(intake)
    intake.prefer(BATCH, item.id, [])
    assert item.unwanted == set()
    changes(intake.batch(BATCH), [], "en")
    intake.prefer(BATCH, item.id, [])
    assert item.unwanted == {each.id for each in item.timeline.events} != set()


def test_articles_can_begin_another_timeline_and_undo_brings_the_old_one_back(intake):
    project = intake.workspace.project
    project.set_title("Thaw", author="Anna")
    project.put("story", "s1", {"event": "baku"}, author="Anna")
    stood = project.timeline()
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    assert added(intake, {item.id}, anew=True).count == 1
    assert [each.title for each in project.timeline().articles] == ["Generals meet"]
    assert project.timeline().titles["en"] == "Generals meet"
    assert project.documents("story") == {}
    project.undo("Anna")
    assert project.timeline() == stood
    assert list(project.documents("story")) == ["s1"]


def test_an_event_that_is_not_wanted_is_left_out_and_can_be_brought_back(intake):
    text = f"{TEXT} On 7 March 2017 they met in Antalya."
    intake.bring(BATCH, "a.txt", lambda: read_text(text))
    item = settled(intake)[0]
    first, second = item.timeline.events
    intake.prefer(BATCH, item.id, [second.id])
    added(intake, {item.id}, anew=True)
    project = intake.workspace.project
    assert [each.id for each in project.timeline().events] == [second.id]
    assert project.deleted() == (first.id,)
    assert project.machine(first.id).id == first.id


def test_an_event_that_is_told_elsewhere_too_stays_though_it_is_not_wanted_here():
    one, other = (build_timeline([read_text(each)]) for each in (TEXT, f"{TEXT} The talks were long."))
    both = build_timeline([*one.articles, *other.articles])
    assert refused(both, [(one, {each.id for each in one.events}), (other, set())]) == set()
    assert len(refused(both, [(each, {event.id for event in each.events}) for each in (one, other)])) == 1


def test_what_the_reader_says_of_an_article_is_kept(intake):
    intake.bring(BATCH, "Pasted text", lambda: read_text(TEXT), pasted=True)
    item = settled(intake)[0]
    intake.describe(
        BATCH, item.id, Description("Chiefs meet", "The Gazette", "A. Writer", "https://g.example/1")
    )
    added(intake, {item.id})
    article = intake.workspace.timeline().articles[-1]
    assert (article.title, article.source, article.author) == ("Chiefs meet", "The Gazette", "A. Writer")
    assert article.url == "https://g.example/1"
    intake.workspace.publish_on(article.id, date(2017, 3, 1), author="Anna")
    intake.workspace.publish_on(article.id, None, author="Anna")
    assert intake.workspace.timeline().articles[-1].source == "The Gazette"


def test_adding_that_is_given_up_adds_nothing(intake):
    gate = Gate()

    def slow(articles, *, progress=None):
        gate.wait(30)
        return build_timeline(articles, progress=progress)

    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    before = intake.workspace.timeline()
    intake.workspace = replace(intake.workspace, reread=slow)
    adding = intake.add(BATCH, {item.id}, author="Anna")
    assert intake.settle(BATCH) is None
    intake.cancel(BATCH)
    gate.set()
    adding.wait(30)
    assert intake.settle(BATCH).cancelled
    assert intake.workspace.timeline() == before


def test_it_is_said_how_many_events_wait_for_a_publication_date_and_what_it_changed(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text("Talks\n\nVladimir Putin met Donald Trump on Tuesday."))
    item = weighed(intake)
    assert (item.undated, item.gain) == (0, 1)
    intake.say(BATCH, item.id, published=date(2017, 5, 3), language="en")
    assert len(settled(intake)[0].timeline.events) == 1


def test_the_page_looks_on_until_it_is_known_what_a_publication_date_would_change(intake):
    gate, read = Gate(), intake.workspace.reread
    trial = iter([False, True])

    def slow(articles, **options):
        if next(trial):
            gate.wait(30)
        return read(articles, **options)

    intake.workspace = replace(intake.workspace, reread=slow)
    intake.bring(BATCH, "a.txt", lambda: read_text("Talks\n\nVladimir Putin met Donald Trump on Tuesday."))
    assert settled(intake)[0].gain is None
    assert not intake.batch(BATCH).settled
    gate.set()
    assert weighed(intake).gain == 1
    assert intake.batch(BATCH).settled


def test_the_date_and_the_author_that_were_found_stand_in_the_fields(intake):
    text = "Generals meet\n\nBy Helen Marsh\n\nBAKU, 17 February 2017 - Valery Gerasimov met Joseph Dunford."
    intake.bring(BATCH, "a.txt", lambda: read_text(text))
    item = settled(intake)[0]
    shown = json.dumps(card(item, "en").to_plotly_json(), cls=PlotlyJSONEncoder)
    assert '"value": "2017-02-17"' in shown
    assert '"value": "Helen Marsh"' in shown
    intake.say(BATCH, item.id, published=date(2017, 3, 1), language="en")
    settled(intake)
    assert intake.dated(BATCH, item.id) == "2017-02-17"


def test_a_publication_date_that_cannot_be_right_is_doubted(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    for day, words in ((date(2016, 1, 1), "16 February 2017"), (date(2999, 1, 1), "future")):
        intake.say(BATCH, item.id, published=day, language="en")
        assert words in " ".join(dated_wrongly(settled(intake)[0].timeline, "en"))
    intake.say(BATCH, item.id, published=date(2017, 3, 1), language="en")
    assert dated_wrongly(settled(intake)[0].timeline, "en") == []


def test_a_pasted_text_is_called_by_its_first_words_and_comes_from_nowhere():
    assert opening("  Two   words ") == "Two words"
    assert opening("word " * 40) == " ".join(["word"] * 14) + "…"


def test_what_goes_with_an_article_is_counted():
    timeline = build_timeline(
        [read_text(TEXT), read_text(f"{TEXT} They met again in Antalya on 7 March 2017.")]
    )
    first, second = (each.id for each in timeline.articles)
    assert [len(each) for each in resting(timeline, first)] == [0, 1]
    assert [len(each) for each in resting(timeline, second)] == [1, 1]


def test_an_article_is_taken_away_and_undo_brings_it_back(intake):
    workspace = intake.workspace
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    added(intake, {settled(intake)[0].id})
    stood = workspace.timeline()
    workspace.remove_article(stood.articles[1].id, author="Anna")
    assert [each.id for each in workspace.timeline().articles] == [stood.articles[0].id]
    assert workspace.project.trail()[0].note == "Generals meet"
    workspace.project.undo("Anna")
    assert workspace.timeline() == stood


def test_the_last_article_that_goes_leaves_an_empty_timeline_without_the_old_title():
    with closing(Project.temporary(build_timeline([read_text(TEXT)]))) as project:
        workspace = Workspace(project, build_timeline)
        workspace.remove_article(project.timeline().articles[0].id, author="Anna")
        assert project.timeline() == Timeline()
        assert workspace.name(project.timeline(), "en") == "Timeline"


def test_a_timeline_of_samples_only_is_known():
    with closing(Project.temporary(build_timeline(read_sample("cuba-1962")))) as project:
        workspace = Workspace(project, build_timeline)
        assert only_sample(workspace)
        workspace.read_again(lambda there: [*there, read_text(TEXT)], author="Anna", action="add articles")
        assert not only_sample(workspace)
        workspace.start_anew(author="Anna")
        assert not only_sample(workspace)


def test_what_is_not_chosen_or_there_already_is_not_added(intake):
    intake.bring(BATCH, "a.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    assert str(added(intake, set()).fault) == "There is no new article to add."
    added(intake, {item.id})
    intake.bring(BATCH, "again.txt", lambda: read_text(TEXT))
    item = settled(intake)[0]
    assert item.double is not None
    assert item.double.same
    assert str(added(intake, {item.id}).fault) == "There is no new article to add."


def test_a_batch_has_an_end(intake):
    for number in range(MOST_ITEMS):
        intake.bring(BATCH, f"{number}.txt", lambda: read_text(TEXT))
    with pytest.raises(ArticleError, match="articles at most"):
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
