"""Telling in a real browser: a story made, ordered and told by keyboard; what is drawn on the timeline."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.app.story.commands import acted, marked_today, typed
from dashboard.app.story.panel import TODAY, told
from dashboard.app.story.player import near
from dashboard.app.workspace import Workspace
from dashboard.errors import DateError
from dashboard.publish import Step
from dashboard.store import Project
from tests.affair import affair
from tests.app.conftest import DRAWN, Served, enter
from tests.app.test_access import violations


@pytest.fixture
def page(context: BrowserContext, faults: list[str]) -> Iterator[Page]:
    with closing(Served(affair())) as running:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(running.url)
        expect(page.locator(DRAWN)).to_be_attached()
        yield page
        page.close()
        assert faults == []


def add(page: Page, event: str) -> None:
    page.evaluate("event => detente.set({event, show: null})", event)
    page.get_by_role("button", name="Add to the story").click()
    expect(page.get_by_role("button", name=re.compile("Step . of the story"))).to_be_visible()


def steps(page: Page) -> list[str]:
    return page.locator(".story-steps strong").all_text_contents()


@pytest.mark.browser
def test_a_story_is_made_ordered_and_told_by_keyboard(page: Page) -> None:
    add(page, "baku")
    add(page, "summit")
    page.locator("#story-open").press("Enter")
    expect(page.locator(".story-steps li")).to_have_count(2)
    page.get_by_role("button", name="Move “NATO summit in Warsaw” up").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".story-steps strong").first).to_have_text("NATO summit in Warsaw")
    expect(page.get_by_role("button", name="Move “NATO summit in Warsaw” down")).to_be_focused()
    caption = page.get_by_role("textbox", name="Caption of “NATO summit in Warsaw”")
    caption.fill("It began <b>here</b>.")
    caption.press("Tab")
    page.get_by_role("button", name="Tell the story").press("Enter")
    card = page.locator("#story-player")
    expect(card).to_contain_text("Step 1 of 2")
    expect(page.locator("#story-heading")).to_be_focused()
    expect(page.locator("#story-caption")).to_have_text("It began <b>here</b>.")
    expect(page.locator("#story-quote")).to_have_text("In July 2016 the allies met at a summit in Warsaw.")
    expect(page.locator("#header")).to_be_hidden()
    assert violations(page) == []
    page.keyboard.press("ArrowRight")
    expect(page.locator("#story-heading")).to_have_text("Gerasimov – Dunford meeting in Baku")
    expect(page.locator("#story-next")).to_be_disabled()
    expect(page).to_have_url(re.compile("story=2"))
    expect(page).to_have_url(re.compile("event=baku"))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#story-open")).to_be_focused()
    expect(page).not_to_have_url(re.compile("story"))


@pytest.mark.browser
def test_an_address_opens_the_story_at_its_step(page: Page) -> None:
    add(page, "baku")
    add(page, "call")
    enter(page, page.url.split("?")[0] + "?story=2")
    expect(page.locator("#story-heading")).to_have_text("Gerasimov – Pavel phone call")
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("#story-heading")).to_have_text("Gerasimov – Dunford meeting in Baku")


@pytest.mark.browser
def test_on_a_telephone_the_event_that_is_told_stands_above_the_card(page: Page) -> None:
    add(page, "call")
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto(page.url.split("?")[0] + "?story=1")
    expect(page.locator("#story-heading")).to_have_text("Gerasimov – Pavel phone call")
    page.wait_for_function(
        """() => {
            const card = document.getElementById("story-player").getBoundingClientRect();
            const marks = detente.marksOf("call");
            return marks && window.scrollY > 0 && marks.top >= 0 && marks.bottom <= card.top;
        }"""
    )


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_drawn_is_on_the_chart_and_undo_takes_it_back(page: Page, theme: str) -> None:
    page.evaluate("theme => detente.set({theme, show: 'story'})", theme)
    page.get_by_text("Draw a period, an era").click()
    page.get_by_label("Words", exact=True).fill("A thaw & more")
    page.locator("#annotation-from").fill("June 2016")
    page.locator("#annotation-to").fill("soonish")
    page.get_by_role("button", name="Draw it").click()
    expect(page.locator("#annotation-fault")).to_contain_text("“soonish” is not a date")
    page.locator("#annotation-to").fill("2017-01")
    page.get_by_role("button", name="Draw it").click()
    expect(page.locator("#chart")).to_contain_text("A thaw & more")
    expect(page.locator(".story-drawn")).to_contain_text("1 June 2016 – 31 January 2017")
    assert violations(page) == []
    page.get_by_role("button", name="Undo", exact=False).first.click()
    expect(page.locator("#chart")).not_to_contain_text("A thaw & more")


def test_a_told_step_is_shown_with_its_neighbours() -> None:
    found = near(affair(), "summit")
    assert found is not None
    assert found[0] is not None
    assert found[0] < date(2014, 3, 1)
    assert near(affair(), "nobody") is None


def test_acts_of_the_panel_are_steps_that_can_be_taken_back() -> None:
    workspace = Workspace.over(affair())
    for event in ("call", "baku"):
        acted(workspace, "add", event, "Anna")
    assert told(workspace) == (Step("call"), Step("baku"))
    acted(workspace, "up", "baku", "Anna")
    assert told(workspace)[0] == Step("baku")
    acted(workspace, "remove", "baku", "Anna")
    acted(workspace, "remove", "call", "Anna")
    assert told(workspace) == ()
    workspace.project.undo("Anna")
    assert told(workspace) == (Step("call"),)


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        (("era", "War", "August 2008", ""), (date(2008, 8, 1), None)),
        (("period", "War", "7 August 2008", "12 August 2008"), (date(2008, 8, 7), date(2008, 8, 12))),
        (("text", "Now", "", "2008-08-08"), (date(2008, 8, 8), date(2008, 8, 8))),
    ],
)
def test_what_is_typed_becomes_an_annotation(
    said: tuple[str, ...], ends: tuple[date | None, date | None]
) -> None:
    found = typed(*said, "en")
    assert (found.earliest, found.latest) == ends


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (("era", " ", "2008", ""), "words"),
        (("era", "War", "", " "), "Type a day"),
        (("era", "War", "2009", "2008"), "exchange"),
        (("era", "War", "soonish", ""), "soonish"),
        (("spiral", "War", "2008", ""), "words"),
    ],
)
def test_what_cannot_be_drawn_is_said(said: tuple[str, ...], says: str) -> None:
    with pytest.raises(DateError, match=says):
        typed(*said, "en")


def test_the_line_of_today_is_drawn_once_and_taken_away_again() -> None:
    with closing(Project.temporary(affair())) as project:
        workspace = Workspace(project)
        first = marked_today(workspace, wanted=True, who="Ada")
        assert project.documents("annotation") == {TODAY: {"kind": TODAY}}
        assert marked_today(workspace, wanted=True, who="Ada") is None
        last = marked_today(workspace, wanted=False, who="Ada")
        assert project.documents("annotation") == {}
        assert first is not None
        assert last is not None
        assert first < last
