"""A published page in a real browser: offline from the disk, filtered, read, told, by keyboard too."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import axe_playwright_python
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from dashboard.dates import parse_when
from dashboard.errors import ExportError
from dashboard.figures import Edition
from dashboard.model import Review, Status, Timeline
from dashboard.publish import Step, interactive_page
from dashboard.publish.page import MOST
from dashboard.publish.plans import plan_of
from dashboard.timeline import lay_out
from dashboard.timeline.annotations import Annotation
from tests.affair import affair
from tests.app.conftest import hostile
from tests.chromium import opened as opened_browser
from tests.timeline.cases import random_timeline

DAY = date(2026, 11, 28)
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def written(timeline: Timeline, **options: object) -> bytes:
    story = options.pop("story", ())
    edition = Edition(
        language="en", exported=DAY, **{"title": "Military contacts", "theme": "auto", **options}
    )
    return interactive_page(timeline, timeline, edition, story)


def test_a_hundred_events_stay_far_under_two_megabytes() -> None:
    base = affair().events[3]
    days = [base.when.earliest + timedelta(days=9 * at) for at in range(100)]
    events = tuple(
        replace(base, id=f"e{at}", when=parse_when(str(day), "en", None)) for at, day in enumerate(days)
    )
    assert len(written(affair().with_events(events))) < 1_000_000


def test_more_events_than_a_browser_shows_from_one_file_are_refused_in_a_sentence() -> None:
    many = affair().with_events(affair().events[:1] * (MOST + 1))
    with pytest.raises(ExportError, match=r"up to 20,000 events, and this view has 20,001: filter"):
        written(many)


def test_no_word_of_an_article_becomes_markup() -> None:
    page = written(hostile(), title="</script><script>window.broken=1</script>", note="<img src=x>").decode()
    assert page.count("<script") == 2
    assert "<img" not in page
    assert "window.broken=1</script>" not in page


@pytest.mark.parametrize(("many", "scale"), [(300, "folded"), (1500, "folded"), (1500, "sequential")])
def test_every_event_is_somewhere_in_the_chart_so_that_filters_count_it(many: int, scale: str) -> None:
    timeline = random_timeline(3, many, actors=12)
    for width in (1240, 366):
        plan = plan_of(timeline, timeline, width, "en", scale=scale)
        drawn = {mark[0] for mark in plan["marks"]}
        drawn |= {each for cluster in plan["clusters"] for each in cluster[3]}
        drawn |= {each for one in plan["bins"] for each in one[5]}
        assert drawn == set(range(many))
        counted = lay_out(timeline, width=width, language="en", scale=scale).bins
        assert [len(one[5]) for one in plan["bins"]] == [each.count for each in counted]


def test_one_view_is_open_and_in_the_way_of_the_keyboard() -> None:
    tabs = html.fromstring(written(affair())).xpath("//*[@role='tab']")
    told = [(tab.get("data-view"), tab.get("aria-selected"), tab.get("tabindex")) for tab in tabs]
    assert told[0] == ("timeline", "true", "0")
    assert len(told) > 1
    assert {(chosen, place) for _, chosen, place in told[1:]} == {("false", "-1")}


def test_a_page_in_arabic_runs_from_the_right() -> None:
    edition = Edition(theme="auto", language="ar", exported=DAY, title="Contacts")
    page = interactive_page(affair(), affair(), edition).decode()
    assert '<html lang="ar" dir="rtl">' in page


def test_the_page_s_policy_lets_nothing_in_or_out() -> None:
    page = written(affair()).decode()
    assert "default-src 'none'" in page
    assert "unsafe-inline" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        if found is None:
            pytest.skip("no Chrome or Chromium is here")
        yield found


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "page.html"
    path.write_bytes(
        written(
            hostile(),
            title="Contacts <b>",
            story=[Step("summit", "It began here."), Step("call", "They spoke.")],
            annotations=[Annotation("period", "A thaw", date(2016, 6, 1), date(2017, 1, 31))],
        )
    )
    context = browser.new_context(
        offline=True, viewport={"width": 1300, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(path.as_uri())
    expect(page.locator("#chart svg")).to_be_visible()
    yield page
    assert page.evaluate("window.broken") is None
    context.close()
    assert faults == []


pytestmark = pytest.mark.browser


def test_it_filters_offline_by_actor_status_words_and_days(opened: Page) -> None:
    expect(opened.locator("#count")).to_contain_text("7 of 7 events")
    opened.get_by_label("United States").check()
    expect(opened.locator("#count")).to_contain_text("2 of 7 events")
    expect(opened.locator("#events li:visible")).to_have_count(2)
    opened.wait_for_function(
        "new Set([...document.querySelectorAll('#chart .mark')].map(each => each.dataset.event)).size === 2"
    )
    opened.get_by_role("button", name="Clear all filters").click()
    opened.get_by_label("Planned").check()
    expect(opened.locator("#count")).to_contain_text("1 of 7 events")
    opened.get_by_role("button", name="Clear all filters").click()
    opened.get_by_role("searchbox").fill("telephoned")
    expect(opened.locator("#events li:visible .open")).to_have_text(["Gerasimov – Pavel phone call"])
    opened.get_by_role("searchbox").fill("")
    opened.get_by_label("From").fill("2017-04-01")
    expect(opened.locator("#events li:visible .open")).to_have_text(["Moscow security conference"])
    opened.locator("input[name=to]").fill("2017-04-02")
    expect(opened.get_by_text("No event passes these filters.")).to_be_visible()


def test_what_is_planned_about_a_time_is_pale_and_fades_outwards(browser: Browser, tmp_path: Path) -> None:
    events = affair().events
    when = parse_when("2017-05~", "en", None)
    vague = replace(events[3], id="vague", status=Status.PLANNED, when=when)
    path = tmp_path / "vague.html"
    path.write_bytes(written(affair().with_events((*events, vague))))
    with closing(browser.new_context(offline=True, viewport={"width": 1300, "height": 900})) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        bar = page.locator("#chart .mark.hollow").filter(has=page.locator("rect.fading")).first
        expect(bar).to_be_attached()
        # asked of the chart as it stands: a bar found before would be gone where the chart is drawn once more
        inks = page.locator("#chart").evaluate(
            "chart => [...chart.querySelector('.mark.hollow:has(rect.fading)').querySelectorAll('rect')]"
            ".sort((a, b) => a.x.baseVal.value - b.x.baseVal.value).map(each => {"
            "const style = getComputedStyle(each); return [style.stroke, Number(style.fillOpacity)] })"
        )
    opacities = [opacity for _, opacity in inks]
    top = opacities.index(max(opacities))
    assert {stroke for stroke, _ in inks} == {"none"}
    assert max(opacities) <= 0.5
    assert opacities[0] < 0.1
    assert opacities[: top + 1] == sorted(opacities[: top + 1])
    assert opacities[top:] == sorted(opacities[top:], reverse=True)


def test_the_key_says_what_is_on_the_chart_and_marks_say_what_the_picture_s_do(
    browser: Browser, tmp_path: Path
) -> None:
    events = list(affair().events)
    events[0] = replace(events[0], status=Status.DENIED)
    events[1] = replace(events[1], status=Status.HYPOTHETICAL)
    events[3] = replace(events[3], review=Review.ACCEPTED)
    path = tmp_path / "key.html"
    path.write_bytes(written(affair().with_events(tuple(events))))
    with closing(browser.new_context(offline=True, viewport={"width": 1300, "height": 900})) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        key = page.locator("#key")
        for said in (
            "date not exact",
            "planned",
            "hypothetical",
            "denied or called off",
            "accepted by a person",
        ):
            expect(key).to_contain_text(said)
        expect(page.locator("#chart svg path.sign").first).to_be_attached()
        expect(page.locator("#chart svg .mark.denied .cross").first).to_be_attached()
        expect(page.locator("#chart svg .mark.hypothetical .ink").first).to_have_css(
            "stroke-dasharray", "3px, 2.5px"
        )
        page.get_by_role("checkbox", name="Hypothetical").check()
        expect(key).to_have_text("hypothetical")


def test_a_click_in_the_chart_shows_the_very_words(opened: Page) -> None:
    opened.locator("#chart .mark[data-event='5']").first.click()
    expect(opened.locator("#reading h2")).to_have_text("Gerasimov – Pavel phone call")
    expect(opened.locator("#reading mark")).to_have_text("Pavel telephoned Gerasimov on 3 March.")
    opened.get_by_role("button", name="Close (Escape)").click()
    expect(opened.locator("#panel")).to_be_hidden()


def test_the_keyboard_alone_reads_events_and_comes_back(opened: Page) -> None:
    opened.locator("#chart").focus()
    opened.keyboard.press("ArrowRight")
    opened.keyboard.press("ArrowRight")
    expect(opened.locator("#live")).to_have_text("NATO summit in Warsaw, July 2016")
    opened.keyboard.press("Enter")
    expect(opened.locator("#reading")).to_be_focused()
    opened.keyboard.press("Escape")
    expect(opened.locator("#chart")).to_be_focused()


def test_the_story_is_told_by_keyboard(opened: Page) -> None:
    opened.get_by_role("button", name="Story").press("Enter")
    expect(opened.locator("#step")).to_have_text("Step 1 of 2")
    expect(opened.locator("#caption")).to_have_text("It began here.")
    expect(opened.locator("#chart .mark.chosen").first).to_be_visible()
    opened.keyboard.press("ArrowRight")
    expect(opened.locator("#step-title")).to_have_text("Gerasimov – Pavel phone call")
    expect(opened.locator("#step-quote")).to_have_text("Pavel telephoned Gerasimov on 3 March.")
    opened.keyboard.press("Escape")
    expect(opened.locator("#story")).to_be_hidden()
    expect(opened.get_by_role("button", name="Story")).to_be_focused()


def test_every_view_shows_what_the_filters_leave(opened: Page) -> None:
    opened.locator("#tab-timeline").focus()
    opened.keyboard.press("ArrowRight")
    expect(opened.get_by_role("tab", name="Network")).to_be_focused()
    expect(opened.locator("#view .disc")).to_have_count(4)
    opened.get_by_label("United States").check()
    expect(opened.locator("#view .disc")).to_have_count(3)
    opened.locator("#view .disc").first.click()
    expect(opened.locator("#reading h2")).to_be_visible()
    opened.keyboard.press("Escape")
    opened.get_by_role("tab", name="Table").click()
    expect(opened.locator("#view tbody tr")).to_have_count(2)
    expect(opened.locator("#events")).to_be_hidden()
    opened.get_by_role("button", name="Event", exact=True).click()
    expect(opened.get_by_role("columnheader", name="Event")).to_have_attribute("aria-sort", "ascending")
    expect(opened.locator("#view .open")).to_have_text([re.compile("^Baku"), re.compile("^US brigade")])
    opened.get_by_role("tab", name="Matrix").click()
    expect(opened.locator("#view .cell text")).to_have_text(["1 +", "1 −", "1 −", "1 +"])
    opened.get_by_role("tab", name="Map").click()
    expect(opened.locator("#view .site text")).to_have_text(["Baku"])


def test_what_people_drew_is_on_it(opened: Page) -> None:
    expect(opened.locator("#chart .note-text")).to_have_text(["A thaw"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("doing", ["nothing", "reading", "story", "network", "table"])
def test_axe_finds_nothing(opened: Page, scheme: str, doing: str) -> None:
    opened.emulate_media(color_scheme=scheme)
    if doing == "reading":
        opened.locator("#chart").focus()
        opened.keyboard.press("ArrowRight")
    if doing == "story":
        opened.get_by_role("button", name="Story").click()
    if doing in {"network", "table"}:
        opened.locator(f"#tab-{doing}").click()
        expect(opened.locator("#view > *")).to_be_visible()
    opened.evaluate(AXE)
    found = opened.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_a_telephone_shows_all_of_it(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    expect(opened.locator("#chart svg")).to_be_visible()
    opened.wait_for_function("document.documentElement.scrollWidth <= 390")
