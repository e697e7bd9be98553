"""The page in a real browser: opening, filtering, the address, languages, looks, and who is asked."""

import re
from collections.abc import Callable
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.affair import affair
from tests.app.conftest import DRAWN, Served, enter, hostile

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def test_it_opens_on_the_whole_affair(opened: Open) -> None:
    page = opened()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    expect(page.get_by_role("textbox", name="Title of the affair")).to_have_value(
        "NATO–Russia military contacts"
    )
    expect(page.locator("#evidence")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_an_actor_filter_counts_through_affiliation_and_is_in_the_address(opened: Open) -> None:
    page = opened()
    page.get_by_role("checkbox", name="United States").check()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    expect(page).to_have_url(re.compile("actor=us"))
    page.get_by_role("checkbox", name="Poland").check()
    expect(page.locator("#count")).to_have_text("3 of 7 events")
    page.get_by_role("button", name="Remove the filter: United States").click()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    expect(page.get_by_role("checkbox", name="United States")).not_to_be_checked()


def test_two_quick_clicks_both_count(opened: Open) -> None:
    page = opened()
    page.get_by_role("checkbox", name="United States").check()
    page.get_by_role("checkbox", name="Russia", exact=False).first.check()
    page.get_by_role("checkbox", name="Planned").check()
    expect(page.locator("#count")).to_have_text("1 of 7 events")
    for part in ("actor=us", "actor=ru", "status=planned"):
        expect(page).to_have_url(re.compile(rf"[?&]{part}(&|$)"))


def test_an_actor_is_found_by_an_alias_in_another_language(opened: Open) -> None:
    page = opened()
    page.get_by_role("textbox", name="Find an actor by any of its names").fill("alliance atl")
    expect(page.locator("#actors-options").get_by_role("checkbox")).to_have_count(1)
    expect(page.get_by_role("checkbox", name="NATO")).to_be_visible()


def test_a_typed_range_is_understood_in_words(opened: Open) -> None:
    page = opened()
    page.get_by_role("textbox", name="From", exact=True).fill("January 2017")
    page.get_by_role("textbox", name="From", exact=True).press("Enter")
    expect(page.locator("#count")).to_have_text("5 of 7 events")
    expect(page.locator("#range-note")).to_have_text("from 1 January 2017")
    expect(page).to_have_url(re.compile("from=2017"))
    page.get_by_role("textbox", name="To", exact=True).fill("5 January 2017")
    page.get_by_role("textbox", name="To", exact=True).press("Enter")
    expect(page.locator("#count")).to_have_text("1 of 7 events")
    page.get_by_text("Certainly", exact=True).click()
    expect(page.locator("#count")).to_have_text("0 of 7 events")


def test_a_date_that_is_none_is_answered_beside_the_field_and_can_be_cleared(opened: Open) -> None:
    page = opened()
    clear = page.get_by_role("button", name="Clear all", exact=True)
    expect(clear).to_be_disabled()
    page.get_by_role("textbox", name="From", exact=True).fill("soonish")
    page.get_by_role("textbox", name="From", exact=True).press("Enter")
    expect(page.get_by_text("Not understood. Try 2014")).to_be_visible()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    clear.click()
    expect(page.get_by_text("Not understood. Try 2014")).to_have_count(0)
    field = page.get_by_role("textbox", name="From", exact=True)
    expect(field).to_have_value("")
    expect(clear).to_be_disabled()
    field.fill("2017-02")
    field.press("Enter")
    expect(page.locator("#range-note")).to_have_text("from 1 February 2017")
    page.locator("#sources-open").click()
    expect(page.locator("#evidence-heading")).to_have_text("Sources")
    field.fill("2023-05-45")
    field.press("Enter")
    expect(page.locator("#from[aria-invalid=true]")).to_be_visible()
    page.go_back()
    expect(field).to_have_value("2017-02")
    expect(page.locator("#from[aria-invalid=true]")).to_have_count(0)


def test_a_view_without_events_says_so_and_can_be_cleared(opened: Open) -> None:
    page = opened("?actor=us&status=planned")
    expect(page.get_by_text("No event passes these filters.")).to_be_visible()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    expect(page.get_by_text("No event passes these filters.")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_a_search_leaves_what_says_the_words(opened: Open) -> None:
    page = opened()
    page.locator("#search").fill("bakou")
    expect(page.locator("#count")).to_have_text("1 of 7 events")
    expect(page.locator("#search")).to_have_value("bakou")
    expect(page).to_have_url(re.compile("q=bakou"))


FULL = "?actor=nato&actor=ru&type=CONSULT&from=2016&to=2017-03&q=gerasimov&event=call&theme=dark&lang=fr"


def test_an_address_restores_everything(opened: Open) -> None:
    page = opened(FULL)
    expect(page.locator("#count")).to_have_text("2 sur 7 événements")
    expect(page.get_by_role("checkbox", name="OTAN")).to_be_checked()
    expect(page.get_by_role("textbox", name="Du", exact=True)).to_have_value("2016")
    expect(page.locator("#search")).to_have_value("gerasimov")
    expect(page.locator("#evidence-heading")).to_have_text("Guerassimov – Pavel : entretien téléphonique")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.reload()
    expect(page.locator("#count")).to_have_text("2 sur 7 événements")
    expect(page).to_have_url(re.compile(re.escape(FULL) + "$"))


def test_back_and_forward_walk_through_the_views(opened: Open) -> None:
    page = opened()
    page.get_by_role("checkbox", name="United States").check()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    page.get_by_role("checkbox", name="Planned").check()
    expect(page.locator("#count")).to_have_text("0 of 7 events")
    page.go_back()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    expect(page.get_by_role("checkbox", name="Planned")).not_to_be_checked()
    page.go_back()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    page.go_forward()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    expect(page.get_by_role("checkbox", name="United States")).to_be_checked()


def test_the_language_follows_the_browser_and_can_be_switched(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(locale="fr-CA", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(served.url)
    expect(page.locator("#count")).to_have_text("7 sur 7 événements")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator("#settings > summary").click()
    page.locator("#language").get_by_text("English").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile("lang=en"))
    page.locator("#settings > summary").click()
    page.locator("#language").get_by_text("Français").click()
    expect(page.locator("#count")).to_have_text("7 sur 7 événements")
    expect(page).not_to_have_url(re.compile("lang"))
    context.close()


def test_the_theme_follows_the_system_and_can_be_fixed(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(served.url)
    expect(page.locator(DRAWN)).to_be_attached()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.locator("#settings > summary").click()
    page.locator("#theme").get_by_title("Light").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")
    expect(page).to_have_url(re.compile("theme=light"))
    page.reload()
    expect(page.locator(DRAWN)).to_be_attached()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")


def test_the_title_can_be_changed_is_kept_and_can_be_undone(context: BrowserContext) -> None:
    page = context.new_page()
    title = page.get_by_role("textbox", name="Title of the affair")
    undo = page.get_by_role("button", name="Undo: title “Les généraux se reparlent”")
    with closing(Served(affair())) as own:
        enter(page, own.url)
        title.fill("Les généraux se reparlent")
        title.press("Enter")
        expect(undo).to_be_enabled()
        page.reload()
        expect(title).to_have_value("Les généraux se reparlent")
        undo.click()
        expect(title).to_have_value("NATO–Russia military contacts")


def test_no_request_leaves_the_machine(context: BrowserContext, served: Served) -> None:
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.url)
    expect(page.locator(DRAWN)).to_be_attached()
    page.get_by_role("tab", name="Table").click()
    expect(page.get_by_role("gridcell", name="NATO summit in Warsaw")).to_be_visible()
    page.locator("#sources-open").click()
    page.locator("#publish").click()
    expect(page.locator("#publish-picture")).to_have_attribute("src", re.compile("^blob:"))
    with page.expect_download():
        page.get_by_role("button", name="Download PDF").click()
    own = urlsplit(served.url).netloc
    strangers = [
        url for url in asked if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != own
    ]
    assert strangers == []


def test_markup_in_an_article_is_only_text(context: BrowserContext, served_hostile: Served) -> None:
    page = context.new_page()
    page.goto(served_hostile.url + "?event=baku")
    expect(page.locator(DRAWN)).to_be_attached()
    expect(page.locator("#evidence-heading")).to_contain_text("<script>window.broken=1</script>")
    page.get_by_role("tab", name="Table").click()
    expect(page.get_by_role("gridcell", name="<img src=x")).to_be_visible()
    page.goto(served_hostile.url + "?event=statement&q=<img src=x onerror=window.broken=1>")
    expect(page.locator("#evidence mark").first).to_be_visible()
    expect(page.locator("#evidence .quote")).to_contain_text("<b>enlargement</b>")
    expect(page.locator("#evidence")).to_contain_text("onerror=window.broken=1>")
    assert page.evaluate("window.broken") is None
    assert page.locator("#page img").count() == 0


def test_an_unknown_publication_date_is_said_and_can_be_set(context: BrowserContext) -> None:
    page = context.new_page()
    with closing(Served(hostile())) as running:
        page.goto(running.url)
        expect(page.locator("#sources-open")).to_contain_text("1 date to check")
        page.locator("#sources-open").click()
        expect(page.get_by_text("Publication date unknown")).to_be_visible()
        page.get_by_role("textbox", name="Publication date").fill("sometime")
        page.get_by_role("button", name="Read again").click()
        expect(page.get_by_text("Not understood.")).to_be_visible()
        page.get_by_role("textbox", name="Publication date").fill("8 March 2017")
        page.get_by_role("button", name="Read again").click()
        expect(page.get_by_text("Published 8 March 2017 (given)")).to_be_visible()
        expect(page).to_have_url(re.compile(r"\?show=sources$"))
        assert str(running.reread[-1][0].published) == "2017-03-08"
        expect(page.locator("#sources-open")).to_have_text("1 source")


def test_nothing_scrolls_sideways_on_a_telephone(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for search in ("", "?event=call", "?tab=table", "?show=sources", "?actor=us&status=planned"):
        page.goto(served.url + search)
        expect(page.locator(DRAWN)).to_be_attached()
        page.wait_for_function("document.documentElement.scrollWidth <= 390")
    page.goto(served.url)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("checkbox", name="United States").check()
    expect(page.locator("#count")).to_have_text("2 of 7 events")
    page.get_by_role("button", name="Close the filters").click()
    expect(page.locator("#rail")).to_be_hidden()
    expect(page.get_by_role("button", name="Filters")).to_be_focused()
    page.wait_for_function("document.documentElement.scrollWidth <= 390")
    context.close()


def spot(page: Page, event: str) -> tuple[float, float]:
    """Where the first mark of an event is on the screen."""
    found = page.locator("#chart .js-plotly-plot").evaluate(
        """(graph, event) => {
            for (const trace of graph.data) {
                const at = (trace.customdata || []).findIndex((each) => [each].flat()[0] === event);
                if (at < 0) continue;
                const {xaxis, yaxis} = graph._fullLayout, box = graph.getBoundingClientRect();
                const x = xaxis._offset + xaxis.l2p(trace.x[at]), y = yaxis._offset + yaxis.l2p(trace.y[at]);
                return [box.left + x, box.top + y];
            }
        }""",
        event,
    )
    return found[0], found[1]


def test_a_click_on_a_mark_opens_its_evidence(opened: Open) -> None:
    page = opened()
    page.mouse.click(*spot(page, "call"))
    expect(page.locator("#evidence-heading")).to_have_text("Gerasimov – Pavel phone call")
    expect(page).to_have_url(re.compile("event=call"))
    panel = page.locator("#evidence")
    for said in (
        "“3 March”",
        "day, month and year are written",
        "Petr Pavel",
        "initiator",
        "90%",
        "Published 3 March 2017",
    ):
        expect(panel).to_contain_text(said)
    expect(panel.locator("mark")).to_have_text(["Pavel telephoned Gerasimov on ", "3 March", "."])
    expect(panel.locator("mark").first).to_be_in_viewport()
    page.get_by_role("button", name="Close (Escape)").click()
    expect(panel).to_be_hidden()
    expect(page).not_to_have_url(re.compile("event"))


def test_a_click_on_a_label_opens_its_evidence(opened: Open) -> None:
    page = opened()
    page.locator("#chart .annotation", has_text="NATO summit in Warsaw").click()
    expect(page.locator("#evidence-heading")).to_have_text("NATO summit in Warsaw")
    expect(page.locator("#evidence mark").first).to_be_in_viewport()


def test_the_chart_makes_room_for_the_evidence(opened: Open) -> None:
    page = opened()
    drawing = page.locator("#chart svg.main-svg").first
    width = drawing.get_attribute("width")
    page.locator("#chart .annotation", has_text="NATO summit in Warsaw").click()
    expect(drawing).not_to_have_attribute("width", str(width))
    expect(page.locator("#chart .annotation", has_text="NATO summit")).to_be_visible()
    page.wait_for_function(
        "document.querySelector('#stage').scrollWidth <= document.querySelector('#stage').clientWidth"
    )


def test_a_brush_over_the_overview_is_the_range(opened: Open) -> None:
    page = opened()
    strip = page.locator("#overview .nsewdrag")
    expect(strip).to_be_visible()
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] - 12
    page.mouse.move(box["x"] + box["width"] * 0.8, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, y, steps=4)
    page.mouse.move(box["x"] + box["width"] - 2, y, steps=4)
    page.mouse.up()
    expect(page.locator("#count")).to_have_text("5 of 7 events")
    expect(page).to_have_url(re.compile(r"from=201[67]-\d\d-\d\d&to=2017-\d\d-\d\d"))
    expect(page.get_by_role("textbox", name="From", exact=True)).to_have_value(
        re.compile(r"201[67]-\d\d-\d\d")
    )
    page.get_by_role("button", name="Remove the filter").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events")


def test_the_rail_folds_away_and_the_chart_takes_its_room(opened: Open) -> None:
    page = opened()
    drawing = page.locator("#chart svg.main-svg").first
    width = drawing.get_attribute("width")
    toggle = page.locator("#rail-toggle")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    toggle.click()
    expect(page.locator("#rail")).to_be_hidden()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(drawing).not_to_have_attribute("width", str(width))
    toggle.click()
    expect(page.locator("#rail")).to_be_visible()
    expect(drawing).to_have_attribute("width", str(width))


def test_the_grid_speaks_the_language_of_the_page(opened: Open) -> None:
    page = opened("?tab=table&lang=fr")
    header = page.locator(".ag-header-cell").first
    expect(header).to_be_visible()  # cells are hidden, and take no focus, until the columns are ready
    header.focus()
    expect(header).to_be_focused()
    expect(page.locator(".ag-aria-description-container")).to_have_text("Appuyez sur Entrée pour trier")
