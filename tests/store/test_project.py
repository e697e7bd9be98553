"""The project file: corrections over readings, undo and redo, history, conflicts, documents."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.errors import ProjectError
from dashboard.model import Event, Review, Timeline
from dashboard.store import Change, ConflictError, Description, Leaving, Project
from tests.affair import affair

ANNA, BORIS = "Anna", "Boris"


@pytest.fixture
def project() -> Iterator[Project]:
    with closing(Project.temporary(affair())) as made:
        yield made


def event(project: Project, key: str) -> Event:
    return next(each for each in project.timeline().events if each.id == key)


def edit(project: Project, key: str, author: str = ANNA, **fields: object) -> int:
    changed = replace(event(project, key), review=Review.EDITED, **fields)  # type: ignore[arg-type]
    return project.change([Change(key, changed, project.version(key))], author=author, action="edit")


def test_a_new_project_holds_the_timeline_that_it_was_made_of(project: Project) -> None:
    assert project.timeline() == affair()
    assert project.timeline() is project.timeline()


def test_a_correction_stands_over_the_reading_which_is_never_lost(project: Project) -> None:
    edit(project, "baku", note="seen")
    assert event(project, "baku").note == "seen"
    assert project.machine("baku") == next(each for each in affair().events if each.id == "baku")
    assert (project.version("baku"), project.version("call")) == (1, 0)


def test_everything_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    with closing(Project.create(path, affair())) as project:
        edit(project, "baku", note="seen")
        project.put("view", "spring", {"search": "?from=2014"}, author=ANNA)
        stood, revision = project.timeline(), project.revision()
    with closing(Project.open(path)) as again:
        assert (again.timeline(), again.revision()) == (stood, revision)
        assert again.documents("view") == {"spring": {"search": "?from=2014"}}
        assert again.can_undo(ANNA).action == "save view"


def test_a_deleted_event_is_gone_until_it_is_undone(project: Project) -> None:
    project.change([Change("baku", None, 0)], author=ANNA, action="delete")
    assert "baku" not in {each.id for each in project.timeline().events}
    project.undo(ANNA)
    assert project.timeline() == affair()
    project.redo(ANNA)
    assert "baku" not in {each.id for each in project.timeline().events}


def test_undo_and_redo_walk_through_an_author_s_own_steps(project: Project) -> None:
    for said in ("one", "two"):
        edit(project, "baku", note=said)
    edit(project, "call", BORIS, note="his")
    assert project.undo(ANNA).action == "edit"
    assert event(project, "baku").note == "one"
    project.undo(ANNA)
    assert event(project, "baku") == affair().events[3]
    assert project.undo(ANNA) is None
    project.redo(ANNA)
    project.redo(ANNA)
    assert project.redo(ANNA) is None
    assert event(project, "baku").note == "two"
    assert event(project, "call").note == "his"


def test_a_new_step_ends_what_could_be_redone(project: Project) -> None:
    edit(project, "baku", note="one")
    project.undo(ANNA)
    edit(project, "baku", note="two")
    assert project.can_redo(ANNA) is None


def test_two_people_at_one_event_get_a_choice_and_nothing_is_lost(project: Project) -> None:
    mine = replace(event(project, "baku"), note="mine", review=Review.EDITED)
    edit(project, "baku", BORIS, note="theirs")
    with pytest.raises(ConflictError, match="Boris has changed this") as caught:
        project.change([Change("baku", mine, 0)], author=ANNA, action="edit")
    fault = caught.value
    assert (fault.theirs.note, fault.mine.note, fault.base.note) == ("theirs", "mine", "")
    assert fault.author == BORIS
    assert fault.at is not None
    assert event(project, "baku").note == "theirs"


def test_undo_is_refused_when_somebody_changed_the_same_event_since(project: Project) -> None:
    edit(project, "baku", note="mine")
    edit(project, "baku", BORIS, note="theirs")
    with pytest.raises(ConflictError):
        project.undo(ANNA)
    assert event(project, "baku").note == "theirs"


def test_a_step_is_made_whole_or_not_at_all(project: Project) -> None:
    good = replace(event(project, "call"), note="good", review=Review.EDITED)
    with pytest.raises(ConflictError):
        project.change([Change("call", good, 0), Change("baku", None, 7)], author=ANNA, action="merge")
    assert project.timeline() == affair()
    assert project.can_undo(ANNA) is None


def test_a_change_must_fit_the_project(project: Project) -> None:
    stranger = replace(event(project, "baku").participants[0], actor="nobody")
    with pytest.raises(ProjectError, match="add the actor first"):
        edit(project, "baku", participants=(stranger,))
    quote = replace(event(project, "baku").evidence[0], quote="something else")
    with pytest.raises(ProjectError, match="select the words again"):
        edit(project, "baku", evidence=(quote,))


def test_the_history_says_who_from_what_to_what(project: Project) -> None:
    edit(project, "baku", note="one")
    edit(project, "baku", BORIS, note="two")
    steps = project.history("baku")
    assert [(each.author, each.action) for each in steps] == [(BORIS, "edit"), (ANNA, "edit")]
    assert [(each.edits[0].before.note, each.edits[0].after.note) for each in steps] == [
        ("one", "two"),
        ("", "one"),
    ]
    assert [each.action for each in project.trail()] == ["edit", "edit", "begin"]
    assert project.trail()[-1].touched["machine"] == len(affair().events)


def test_reading_again_keeps_corrections_and_replaces_the_rest(project: Project) -> None:
    edit(project, "baku", note="seen")
    read = affair()
    events = tuple(replace(each, confidence=0.4) for each in read.events)
    project.add_reading(replace(read, events=events), author=ANNA)
    assert event(project, "baku").note == "seen"
    assert project.machine("baku").confidence == 0.4
    assert event(project, "call").confidence == 0.4


def test_an_event_that_is_no_longer_read_stays_only_if_it_was_corrected(project: Project) -> None:
    edit(project, "baku", note="seen")
    left = tuple(each for each in affair().events if each.id not in {"baku", "call"})
    project.add_reading(replace(affair(), events=left), author=ANNA)
    assert event(project, "baku").note == "seen"
    assert "call" not in {each.id for each in project.timeline().events}


def test_an_event_that_moved_keeps_its_id_its_correction_and_its_deletion(project: Project) -> None:
    edit(project, "baku", note="seen")
    project.change([Change("call", None, 0)], author=ANNA, action="delete")
    moved = tuple(replace(each, id=f"new-{each.id}") for each in affair().events)
    project.add_reading(replace(affair(), events=moved), author=ANNA)
    assert {each.id for each in project.timeline().events} == {
        each.id for each in affair().events if each.id != "call"
    }
    assert event(project, "baku").note == "seen"


def test_an_article_that_is_taken_away_takes_its_events_and_undo_brings_them_back(project: Project) -> None:
    edit(project, "baku", note="seen")
    stood = project.timeline()
    project.add_reading(Timeline(), author=ANNA, leaving=Leaving(frozenset({"a1"})))
    assert project.timeline().events == ()
    project.undo(ANNA)
    assert project.timeline() == stood


def test_the_affair_can_be_called_otherwise_and_undone(project: Project) -> None:
    project.set_title("Thaw", author=ANNA)
    assert project.timeline().titles["fr"] == "Thaw"
    project.undo(ANNA)
    assert project.timeline().titles == affair().titles


def test_documents_are_kept_deleted_and_undone(project: Project) -> None:
    project.put("story", "1", {"event": "baku"}, author=ANNA)
    project.put("story", "1", None, author=ANNA)
    assert project.documents("story") == {}
    project.undo(ANNA)
    assert project.documents("story") == {"1": {"event": "baku"}}


def test_two_openings_of_one_file_see_each_other_s_changes(tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    with closing(Project.create(path, affair())) as one, closing(Project.open(path)) as other:
        edit(one, "baku", note="seen")
        assert other.revision() == one.revision()
        assert event(other, "baku").note == "seen"
        edit(other, "baku", BORIS, note="seen too")
        assert event(one, "baku").note == "seen too"


def test_a_temporary_project_is_gone_when_it_is_closed() -> None:
    project = Project.temporary(affair())
    assert project.is_temporary
    assert project.path.exists()
    project.close()
    assert not project.path.parent.exists()


def test_what_is_no_project_is_refused_in_one_sentence(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("notes", encoding="utf-8")
    with pytest.raises(ProjectError, match="is not a Détente project"):
        Project.open(text)
    with pytest.raises(ProjectError, match="does not exist"):
        Project.open(tmp_path / "none.detente")
    with pytest.raises(ProjectError, match="exists already"):
        Project.create(text, affair())


def test_corrections_that_a_timeline_brings_along_are_corrections_here_too() -> None:
    first, *rest = affair().events
    mine = replace(first, note="mine", review=Review.EDITED)
    by_hand = replace(first, id="own", evidence=(), review=Review.MANUAL)
    with closing(Project.temporary(replace(affair(), events=(mine, by_hand, *rest)))) as project:
        project.add_reading(affair(), author=ANNA)
        assert event(project, first.id).note == "mine"
        assert event(project, "own").review is Review.MANUAL
        assert project.machine(first.id) == first


def test_a_reading_that_took_long_overwrites_no_article_that_changed_meanwhile(project: Project) -> None:
    since = project.revision()
    dated = replace(affair().articles[0], published=date(2016, 5, 1))
    project.add_reading(replace(affair(), articles=(dated,)), author=BORIS)
    with pytest.raises(ConflictError, match=BORIS):
        project.add_reading(affair(), author=ANNA, since=since)
    assert project.timeline().articles == (dated,)
    project.add_reading(affair(), author=ANNA, since=project.revision())
    assert project.timeline().articles == affair().articles


def test_beginning_anew_clears_the_page_and_undo_brings_all_of_it_back(project: Project) -> None:
    edit(project, "baku", note="seen")
    project.change([Change("mine", replace(event(project, "call"), id="mine", review=Review.MANUAL), 0)],
                   author=ANNA, action="add event")  # fmt: skip
    project.set_title("Thaw", author=ANNA)
    project.put("view", "spring", {"from": "2017"}, author=ANNA)
    stood = project.timeline()
    going = Leaving(frozenset(each.id for each in stood.articles), anew=True)
    project.add_reading(Timeline(), author=ANNA, action="start anew", leaving=going)
    assert project.timeline() == Timeline()
    assert project.documents("view") == {}
    project.undo(ANNA)
    assert project.timeline() == stood
    assert project.documents("view") == {"spring": {"from": "2017"}}
    project.redo(ANNA)
    assert project.timeline() == Timeline()


def test_a_correction_waits_for_its_article_to_come_back(project: Project) -> None:
    edit(project, "baku", note="seen")
    project.add_reading(Timeline(), author=ANNA, leaving=Leaving(frozenset({"a1"}), anew=True))
    project.add_reading(affair(), author=ANNA)
    assert event(project, "baku").note == "seen"


def test_an_article_can_be_called_otherwise_and_that_is_in_the_history(project: Project) -> None:
    project.describe_article("a1", Description("Contacts", "The Gazette", "A. Writer"), author=ANNA)
    article = project.timeline().articles[0]
    assert (article.title, article.source, article.author, article.url) == (
        "Contacts", "The Gazette", "A. Writer", None,
    )  # fmt: skip
    assert project.trail()[0].note == "Contacts"
    project.undo(ANNA)
    assert project.timeline() == affair()
    with pytest.raises(ProjectError, match="not in the project any more"):
        project.describe_article("gone", Description(), author=ANNA)


def test_a_title_is_named_in_the_history(project: Project) -> None:
    project.set_title("Thaw", author=ANNA)
    assert project.trail()[0].note == "Thaw"
