"""Bringing articles in a real browser: pasted, as files, by address; looked at, corrected, added, kept."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.articles import read_sample, read_text, web
from dashboard.events import build_timeline
from dashboard.model import Article, PublishedFrom, Review, Timeline
from dashboard.store import Project
from tests.app.conftest import Server, enter
from tests.app.test_access import violations
from tests.articles.prints import pdf
from tests.articles.test_web import HTML, PAGE, PUBLIC, server

pytestmark = pytest.mark.browser

FIRST = (
    "Generals meet in Baku\n\nBAKU, 17 February 2017 - Valery Gerasimov and Joseph Dunford met in Baku on "
    "16 February 2017. It was the first meeting of the two chiefs of staff."
)
SECOND = (
    "Kremlin and White House speak\n\nVladimir Putin and Donald Trump spoke by telephone on Tuesday. "
    "Sergey Lavrov met Rex Tillerson in Moscow on 12 April 2017."
)


@pytest.fixture
def project() -> Iterator[Project]:
    with closing(Project.temporary(build_timeline([read_text(FIRST)]))) as made:
        yield made


@pytest.fixture
def running(project: Project, page: Page) -> Iterator[Server]:
    with closing(Server(project, reread=build_timeline)) as made:
        yield made
        page.close()  # before its server, which it asks every few seconds


def dialog_of(page: Page, url: str) -> Page:
    enter(page, url)
    expect(page.locator("#count")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("dialog", name="Add articles")).to_be_visible()
    return page


def paste(page: Page, text: str) -> None:
    page.get_by_label("Or paste the text of an article").fill(text)
    page.get_by_role("button", name="Read this text").click()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_pasted_text_is_read_looked_at_and_added_in_one_step_that_can_be_undone(
    page: Page, running: Server, project: Project, theme: str
) -> None:
    dialog_of(page, running.url + f"?theme={theme}")
    expect(page.locator(".dialog-heading", has_text="Add articles")).to_be_focused()
    assert violations(page) == []
    paste(page, SECOND)
    item = page.locator(".intake-item")
    expect(item.get_by_text(re.compile("event.? found"))).to_be_visible()
    expect(item).to_contain_text("Kremlin and White House speak")
    assert violations(page) == []
    assert len(project.timeline().articles) == 1
    expect(page.get_by_text("Given a publication date, 1 more event could be dated.")).to_be_visible()
    expect(item.get_by_role("checkbox", name="12 April 2017")).to_be_checked()
    expect(page.get_by_label("Outlet or source")).to_have_value("")
    page.get_by_label("Outlet or source").fill("The Gazette")
    expect(page.get_by_text("What is shown now is only a sample.")).to_be_hidden()
    page.get_by_role("button", name="Add to the project").click()
    expect(page.get_by_role("dialog", name="Add articles")).to_be_hidden()
    expect(page.locator("#done-said")).to_have_text("1 article added")
    expect(page.locator("#sources-open")).to_contain_text("2 sources")
    assert project.can_undo("reader").action == "add articles"
    assert project.timeline().articles[1].source == "The Gazette"
    project.undo("reader")
    expect(page.locator("#sources-open")).to_contain_text("1 source")


def test_over_a_sample_articles_begin_a_timeline_of_their_own_and_it_can_be_emptied(
    page: Page,
) -> None:
    with (
        closing(Project.temporary(build_timeline(read_sample("cuba-1962")))) as project,
        closing(Server(project, reread=build_timeline)) as running,
    ):
        dialog_of(page, running.url + "?actor=us")
        paste(page, f"{FIRST} Sergey Lavrov visited Baku on 20 February 2017.")
        lavrov = page.get_by_role("checkbox", name="20 February 2017")
        expect(page.get_by_role("radio", name="Start a new timeline with these")).to_be_checked()
        lavrov.uncheck()
        assert violations(page) == []
        page.get_by_role("button", name="Add to the project").click()
        expect(page.locator("#title")).to_have_value("Generals meet in Baku")
        expect(page.locator("#count")).to_have_text("1 of 1 event")
        expect(page).to_have_url(running.url)
        expect(page).to_have_title("Generals meet in Baku · Détente")

        page.get_by_label("This timeline", exact=True).click()
        page.get_by_role("button", name="Start a new, empty one").click()
        expect(page.get_by_text("This timeline is empty.")).to_be_visible()
        expect(page.locator("#sources-open")).to_have_text("0 sources")
        assert violations(page) == []
        page.get_by_role("button", name="Paste a text").click()
        expect(page.get_by_label("Or paste the text of an article")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Add articles")).to_be_hidden()
        page.locator("#done-undo").click()
        expect(page.locator("#count")).to_have_text("1 of 1 event")
        project.undo("reader")
        expect(page.locator("#title")).not_to_have_value("Generals meet in Baku")
        expect(page.locator("#sources-open")).to_contain_text("2 sources")
        page.get_by_label("This timeline", exact=True).click()
        page.get_by_role("button", name="Rename").click()
        expect(page.locator("#title")).to_be_focused()
        page.close()


def test_an_article_is_described_and_removed_in_the_sources_and_the_history_tells_the_reader_s_time(
    chromium: Browser, project: Project
) -> None:
    project.add_reading(build_timeline([read_text(FIRST), read_text(SECOND)]), author="Boris")
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", timezone_id="Asia/Baku"
    )
    with closing(Server(project, reread=build_timeline)) as running:
        page = context.new_page()
        enter(page, running.url + "?show=sources")
        second = page.locator(".source").nth(1)
        second.get_by_text("Title, outlet, author, address").click()
        second.get_by_label("Outlet or source").fill("The Gazette")
        second.get_by_role("button", name="Save").click()
        expect(second.locator(".about")).to_contain_text("The Gazette")
        second.get_by_text("Remove this article").click()
        expect(second.get_by_text("1 event goes with it.")).to_be_visible()
        assert violations(page) == []
        second.get_by_role("button", name="Remove", exact=True).click()
        expect(page.locator(".source")).to_have_count(1)
        expect(page.locator("#count")).to_have_text("1 of 1 event")
        page.locator("#done-undo").click()
        expect(page.locator(".source")).to_have_count(2)
        page.get_by_role("button", name="History", exact=True).click()
        expect(page.locator("time.moment").first).to_contain_text("GMT+4")
    context.close()


def test_a_date_that_is_typed_is_understood_at_once_and_the_article_read_again(
    page: Page, running: Server, project: Project
) -> None:
    dialog_of(page, running.url)
    paste(page, SECOND)
    date = page.get_by_label("Publication date", exact=True)
    date.fill("someday")
    expect(page.get_by_text("Not understood.")).to_be_visible()
    date.fill("3 May 2017")
    expect(page.get_by_text("Published 3 May 2017, as you say.")).to_be_visible()
    expect(page.get_by_text("2 events found")).to_be_visible()
    expect(date).to_have_value("3 May 2017")
    page.get_by_role("button", name="Add to the project").click()
    expect(page.locator("#sources-open")).to_have_text("2 sources")
    days = {str(event.when.earliest) for event in project.timeline().events}
    assert "2017-05-02" in days  # the Tuesday before


def test_what_is_being_typed_stays_while_more_is_found_and_more_articles_come(
    page: Page, project: Project
) -> None:
    weighed = Event()

    def patient(articles: Sequence[Article], **options: Any) -> Timeline:
        if len(articles) == 1 and articles[0].published_from is PublishedFrom.GIVEN:
            assert weighed.wait(60)
        return build_timeline(articles, **options)

    with closing(Server(project, reread=patient)) as running:
        dialog_of(page, running.url)
        paste(page, SECOND)
        date = page.get_by_label("Publication date", exact=True)
        date.press_sequentially("3 May")
        date.evaluate("field => { field.standing = true; }")
        weighed.set()
        expect(page.get_by_text("Given a publication date, 1 more event could be dated.")).to_be_visible()
        expect(date).to_be_focused()
        date.press_sequentially(" 2017")
        expect(date).to_have_value("3 May 2017")
        expect(page.get_by_text("2 events found")).to_be_visible()
        paste(page, f"{SECOND} They agreed to meet on 7 July 2017.")
        expect(page.locator(".intake-item")).to_have_count(2)
        expect(page.get_by_text("2 of 2 articles read")).to_be_visible()
        first = page.get_by_label("Publication date", exact=True).first
        expect(first).to_have_value("3 May 2017")
        assert first.evaluate("field => field.standing")
        page.close()


def test_several_files_are_read_and_one_that_cannot_be_is_said_while_the_others_go_on(
    page: Page, running: Server, tmp_path: Path, project: Project
) -> None:
    (tmp_path / "kremlin.pdf").write_bytes(pdf([SECOND.split("\n\n")]))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "same.txt").write_text(FIRST, encoding="utf-8")
    dialog_of(page, running.url)
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Choose files").click()
    chosen.value.set_files([tmp_path / "broken.pdf", tmp_path / "kremlin.pdf", tmp_path / "same.txt"])
    expect(page.get_by_text("broken.pdf is a damaged PDF: print it into a new PDF.")).to_be_visible()
    expect(page.get_by_text("3 of 3 articles read")).to_be_visible()
    expect(page.get_by_text("This text is there already: “Generals meet in Baku”")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Add to the project").click()
    expect(page.locator("#sources-open")).to_contain_text("2 sources")
    assert [each.source for each in project.timeline().articles][1:] == ["kremlin.pdf"]


def test_an_address_of_this_machine_is_refused_and_a_public_one_is_read(
    page: Page, running: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server({"/": (200, HTML, PAGE.encode())}) as port:
        dialog_of(page, running.url)
        page.get_by_label("Or give the address").fill(f"http://127.0.0.1:{port}/")
        page.get_by_role("button", name="Fetch this page").click()
        expect(page.get_by_text("127.0.0.1 is inside a private network")).to_be_visible()

        def dial(_address: str, _port: int, timeout: float) -> socket.socket:
            return socket.create_connection(("127.0.0.1", port), timeout)

        fetch = partial(web.fetch, resolve=lambda _host, _port: [PUBLIC], dial=dial)
        monkeypatch.setattr("dashboard.articles.reading.read_address.__kwdefaults__", {
            "published": None, "language": None, "fetch": fetch,
        })  # fmt: skip
        page.get_by_label("Or give the address").fill("http://news.example/")
        page.get_by_label("Or give the address").press("Enter")
        expect(page.get_by_text("Generals speak again")).to_be_visible()


def test_reading_can_be_cancelled_and_nothing_of_it_is_added(page: Page, project: Project) -> None:
    from threading import Event as Gate

    gate = Gate()

    def slow(articles: object) -> Timeline:
        gate.wait(240)  # the reading is under way until the test lets it go on
        return build_timeline(articles)  # type: ignore[arg-type]

    with closing(Server(project, reread=slow)) as running:
        dialog_of(page, running.url)
        paste(page, SECOND)
        expect(page.get_by_text("Reading…")).to_be_visible()
        page.get_by_role("button", name="Cancel reading").click()
        expect(page.get_by_text("Not read: cancelled.")).to_be_visible()
        gate.set()
        expect(page.get_by_role("button", name="Add to the project")).to_be_disabled()
        expect(page.get_by_text("Not read: cancelled.")).to_be_visible()
        page.close()
    assert len(project.timeline().articles) == 1


def test_two_browsers_see_each_other_s_changes(
    page: Page, chromium: Browser, running: Server, project: Project
) -> None:
    other = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    other.goto(running.url)
    expect(other.locator("#sources-open")).to_contain_text("1 source")
    dialog_of(page, running.url)
    paste(page, SECOND)
    expect(page.get_by_text("1 of 1 article read")).to_be_visible()
    page.get_by_role("button", name="Add to the project").click()
    expect(other.locator("#sources-open")).to_contain_text("2 sources")
    other.context.close()


def test_a_temporary_project_is_offered_to_be_saved_and_opens_again(
    page: Page, running: Server, tmp_path: Path, project: Project
) -> None:
    enter(page, running.url)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save project").click()
    assert saved.value.suggested_filename == "generals-meet-in-baku.detente"
    saved.value.save_as(tmp_path / "mine.detente")
    with closing(Project.open(tmp_path / "mine.detente")) as kept:
        assert kept.timeline() == project.timeline()
        with closing(Server(kept, reread=build_timeline)) as again:
            other = page.context.new_page()
            other.goto(again.url)
            expect(other.locator("#count")).to_be_visible()
            expect(other.get_by_role("link", name="Save project")).to_have_count(0)
            other.close()


def test_a_publication_date_survives_a_reload_and_a_restart(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    Project.create(path, build_timeline([read_text(SECOND)])).close()
    page = context.new_page()
    with closing(Project.open(path)) as project, closing(Server(project, reread=build_timeline)) as running:
        enter(page, running.url + "?show=sources")
        page.get_by_role("textbox", name="Publication date").fill("3 May 2017")
        page.get_by_role("button", name="Read again").click()
        expect(page.get_by_text("Published 3 May 2017 (given)")).to_be_visible()
        page.reload()
        expect(page.get_by_text("Published 3 May 2017 (given)")).to_be_visible()
    with closing(Project.open(path)) as project, closing(Server(project, reread=build_timeline)) as running:
        enter(page, running.url + "?show=sources")
        expect(page.get_by_text("Published 3 May 2017 (given)")).to_be_visible()


def test_a_correction_survives_a_reload_and_a_restart(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    Project.create(path, build_timeline([read_text(FIRST)])).close()
    page = context.new_page()
    accept = page.get_by_role("button", name="Accept", exact=True)
    with closing(Project.open(path)) as project, closing(Server(project, reread=build_timeline)) as running:
        search = f"?event={project.timeline().events[0].id}"
        enter(page, running.url + search)
        accept.click()
        expect(accept).to_have_count(0)
        page.reload()
        expect(page.locator("#evidence-heading")).to_be_visible()
        expect(accept).to_have_count(0)
    with closing(Project.open(path)) as project, closing(Server(project, reread=build_timeline)) as running:
        enter(page, running.url + search)
        expect(page.locator("#evidence-heading")).to_be_visible()
        expect(accept).to_have_count(0)
        assert project.timeline().events[0].review is Review.ACCEPTED


ELSEWHERE = """
import sys
from dashboard.store import Change, Project
project = Project.open(sys.argv[1])
event = project.timeline().events[0]
project.change([Change(event.id, None, 0)], author="Boris", action="delete")
project.close()
"""


def test_what_another_process_changes_in_the_file_is_drawn(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "affair.detente"
    Project.create(path, build_timeline([read_text(FIRST), read_text(SECOND)])).close()
    with closing(Project.open(path)) as project, closing(Server(project, reread=build_timeline)) as running:
        enter(page, running.url)
        expect(page.locator("#count")).to_have_text("2 of 2 events")
        subprocess.run([sys.executable, "-c", ELSEWHERE, str(path)], check=True)
        expect(page.locator("#count")).to_have_text("1 of 1 event")
        page.close()


def test_the_dialog_fits_a_telephone_and_gives_the_focus_back(page: Page, running: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    enter(page, running.url)
    page.get_by_role("button", name="Add articles (a)").click()
    expect(page.get_by_role("dialog", name="Add articles")).to_be_visible()
    assert violations(page) == []
    page.wait_for_function("document.documentElement.scrollWidth <= 390")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Add articles (a)")).to_be_focused()
