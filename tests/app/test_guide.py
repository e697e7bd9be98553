"""Help where it is needed: the dialog, the keyboard's sheet, the tour of five steps."""

import inspect
import json
import re
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect
from plotly.utils import PlotlyJSONEncoder

from dashboard.app.curate import review
from dashboard.app.guide.keyboard import SHORTCUTS, WORDED, sheet
from dashboard.app.guide.panel import SECTIONS, written
from dashboard.app.guide.tour import STEPS
from dashboard.articles import SAMPLES, read_sample
from dashboard.events import build_timeline
from dashboard.resources import assets_path
from dashboard.wording import LANGUAGES
from tests.affair import affair
from tests.app.conftest import Served
from tests.app.test_access import violations

pytestmark = pytest.mark.browser
TEXTS = [code for code, _ in SECTIONS if code not in {"keyboard", "samples", "types"}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TEXTS)
def test_every_help_text_is_there_in_every_language(topic, language):
    assert language == "en" or written(topic, language) != written(topic, "en")
    assert len(written(topic, language)) > 300


def test_keys_that_bear_a_word_bear_it_in_the_language_of_the_page():
    for language in ("fr", "ar"):
        shown = json.dumps(sheet(language).to_plotly_json(), cls=PlotlyJSONEncoder, ensure_ascii=False)
        assert not [key for key in WORDED if f'"{key}"' in shown]
        assert "Ctrl+Z" in shown


def test_every_key_of_the_sheet_is_listened_to():
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in assets_path().glob("*.js"))
    scripts += inspect.getsource(review)  # its buttons carry their keys
    names = {"←": "ArrowLeft", "→": "ArrowRight", "Esc": "Escape"}
    for _, rows in SHORTCUTS:
        for keys, _ in rows:
            for key in keys:
                wanted = names.get(key, key).rsplit("+", 1)[-1]
                assert re.search(rf'(?i)["\s]{re.escape(wanted)}["\s:]', scripts), key


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_question_mark_opens_help_without_any_fault_of_access(opened, theme):
    page: Page = opened(f"?theme={theme}")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Help")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("table").first).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("tab", name="Types of events").click()
    expect(dialog.get_by_role("cell", name="Parties meet, call, write, visit or negotiate.")).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("tab", name="Keyboard").click()
    expect(dialog.get_by_text("Read the evidence")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_question_mark_that_is_typed_opens_nothing(opened):
    page: Page = opened()
    page.locator("#search").press_sequentially("who?")
    expect(page.locator("#search")).to_have_value("who?")
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()


def test_keys_lead_to_the_search_and_fold_the_filters(opened):
    page: Page = opened()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.locator("#stage").focus()
    page.keyboard.press("f")
    expect(page.locator("#rail")).to_be_hidden()


@pytest.fixture
def newcomer(page, served):
    """The page as somebody sees it who was never here."""
    page.add_init_script("localStorage.removeItem('detente-tour')")
    page.goto(served.url)
    expect(page.locator("#chart [data-drawn]")).to_be_attached()
    return page


def test_a_newcomer_is_offered_the_tour_and_walks_through_it_by_keyboard(newcomer):
    offered = newcomer.get_by_role("complementary", name="Tour")
    expect(offered).to_be_visible()
    offered.get_by_role("button", name="Take the tour").click()
    expect(offered).to_be_hidden()
    for number, (target, heading, _) in enumerate(STEPS, 1):
        step = newcomer.get_by_role("dialog", name=heading)
        expect(step).to_be_visible()
        expect(step).to_contain_text(f"{number} of {len(STEPS)}")
        expect(newcomer.locator(target)).to_have_class(re.compile("tour-target"))
        box = step.bounding_box()
        assert box["x"] >= 0
        assert box["y"] + box["height"] <= 900
        step.get_by_role("button", name="Done" if number == len(STEPS) else "Next").press("Enter")
    expect(newcomer.locator("#tour .tour-card:visible")).to_have_count(0)
    expect(newcomer.locator("#help-open")).to_be_focused()


def test_the_invitation_is_away_while_a_dialog_or_a_panel_is_open(newcomer):
    """On a telephone it would lie over what a dialog or a form has at its foot."""
    newcomer.set_viewport_size({"width": 390, "height": 844})
    offered = newcomer.locator("#tour-invitation")
    expect(offered).to_be_visible()
    newcomer.keyboard.press("?")
    expect(newcomer.get_by_role("dialog", name="Help")).to_be_visible()
    expect(offered).to_be_hidden()
    newcomer.keyboard.press("Escape")
    expect(offered).to_be_visible()
    newcomer.locator("#sources-open").click()
    expect(offered).to_be_hidden()


def test_the_tour_can_be_skipped_and_is_not_offered_again(page, served):
    page.goto(served.url)
    expect(page.locator("#chart [data-drawn]")).to_be_attached()
    page.evaluate("localStorage.removeItem('detente-tour'); detente.offerTour()")
    page.get_by_role("button", name="No, thanks").click()
    expect(page.locator("#tour-invitation")).to_be_hidden()
    page.evaluate("detente.offerTour()")
    expect(page.locator("#tour-invitation")).to_be_hidden()


def test_escape_ends_the_tour_and_closes_nothing_else(newcomer):
    newcomer.get_by_role("button", name="Take the tour").click()
    expect(newcomer.get_by_role("dialog", name=STEPS[0][1])).to_be_visible()
    newcomer.keyboard.press("Escape")
    expect(newcomer.locator("#tour .tour-card:visible")).to_have_count(0)
    expect(newcomer.locator("#rail")).to_be_visible()


def test_a_sample_is_added_in_one_step_that_can_be_undone(page):
    with closing(Served(affair())) as running:
        page.goto(running.url)
        expect(page.locator("#chart [data-drawn]")).to_be_attached()
        page.keyboard.press("?")
        page.get_by_role("tab", name="Samples").click()
        page.get_by_role("button", name="Add to this timeline: The Cuban missile crisis").click()
        expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
        expect(page.locator("#sources-open")).to_contain_text("source")
        assert [len(each) for each in running.reread] == [len(affair().articles) + 2]
        page.close()  # before its server, which it asks for what has changed


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_in_both_languages_and_says_its_source(name):
    articles = read_sample(name)
    assert {each.language for each in articles} == {"en", "fr"}
    timeline = build_timeline(articles)
    assert len(timeline.events) >= 10
    assert all(each.published and each.licence and each.source and not each.warnings for each in articles)
