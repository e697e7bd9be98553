"""For everyone: more contrast, forced colours, twice the size, a phone, languages from right to left."""

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.wording import message
from tests.app.conftest import DRAWN, Served
from tests.app.test_access import violations

pytestmark = pytest.mark.browser

# the contrast ratio of lines and paper, by the WCAG's formula
RATIO = """box => {
  const read = (name) => {
    const drawn = document.createElement('i');
    drawn.style.color = `var(${name})`;
    document.body.append(drawn);
    const parts = getComputedStyle(drawn).color.match(/[\\d.]+/g).map(Number);
    drawn.remove();
    return parts.slice(0, 3).map((part) => part / (part > 1 ? 255 : 1))
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  };
  const [one, two] = [read('--line'), read('--paper')].sort((a, b) => b - a);
  return (one + 0.05) / (two + 0.05);
}"""


def visit(chromium: Browser, served: Served, search: str = "", **options) -> Page:
    """A page of its own context, with the media features of ``options``."""
    page = chromium.new_context(**({"viewport": {"width": 1440, "height": 900}} | options)).new_page()
    page.goto(served.url + search)
    expect(page.locator(DRAWN)).to_be_attached()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_stand_out_for_who_asks_for_more_contrast(chromium, served, scheme):
    plain = visit(chromium, served, color_scheme=scheme)
    asked = visit(chromium, served, color_scheme=scheme, contrast="more")
    root = ("html", RATIO)
    assert plain.locator(root[0]).evaluate(root[1]) < 3
    assert asked.locator(root[0]).evaluate(root[1]) >= 4.5
    assert violations(asked) == []
    plain.context.close()
    asked.context.close()


def test_icons_and_marks_are_seen_in_forced_colours(chromium, served):
    page = visit(chromium, served, "?event=call", forced_colors="active")
    icon = page.locator("#help-open .icon").evaluate("box => getComputedStyle(box).backgroundColor")
    behind = page.locator("body").evaluate("box => getComputedStyle(box).backgroundColor")
    assert icon != behind
    expect(page.locator("#actors-options .key").first).to_be_visible()
    keys = page.locator(".key").evaluate_all(
        "all => new Set(all.map(e => getComputedStyle(e).backgroundColor)).size"
    )
    assert keys >= 3
    for chosen, other, colour in (
        ("[role=tab][aria-selected=true]", "[role=tab][aria-selected=false]", "borderBottomColor"),
        (
            "#rail label[data-active]",
            "#rail label:not([data-active]).mantine-SegmentedControl-label",
            "backgroundColor",
        ),
    ):
        one, two = (
            page.locator(each).first.evaluate("(box, colour) => getComputedStyle(box)[colour]", colour)
            for each in (chosen, other)
        )
        assert one != two, chosen
    page.context.close()


@pytest.mark.parametrize("search", ["", "?tab=table", "?event=call"])
@pytest.mark.parametrize("size", [(720, 450), (390, 844), (320, 640)])
def test_nothing_needs_sideways_scrolling_at_twice_the_size_or_on_a_phone(chromium, served, size, search):
    page = visit(chromium, served, search, viewport={"width": size[0], "height": size[1]})
    page.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    outside = page.locator("header button:visible, header input:visible").evaluate_all(
        "all => all.filter(e => { const b = e.getBoundingClientRect();"
        " return b.left < -1 || b.right > document.documentElement.clientWidth + 1; }).map(e => e.id)"
    )
    assert outside == []
    page.context.close()


def test_a_thumb_hits_every_control_of_the_header(chromium, served):
    page = visit(chromium, served, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    small = page.locator("header button:visible, header summary:visible").evaluate_all(
        "all => all.map(e => [e.id || e.textContent, e.getBoundingClientRect()])"
        ".filter(([, b]) => b.width < 24 || b.height < 24).map(([id]) => id)"
    )
    assert small == []
    page.context.close()


@pytest.mark.parametrize(
    "search", ["?lang=ar", "?lang=ar&event=call", "?lang=ar&tab=table", "?lang=ar&show=sources"]
)
def test_arabic_runs_from_right_to_left_without_a_fault(chromium, served, search):
    page = visit(chromium, served, search)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    rail, stage = (page.locator(each).bounding_box() for each in ("#rail", "#stage"))
    assert rail["x"] > stage["x"]
    expect(page.locator("#count")).to_contain_text("أحداث")
    assert violations(page) == []
    page.context.close()


def test_labels_of_the_chart_stay_beside_their_lines_from_right_to_left(chromium, served):
    places = []
    for language in ("en", "ar"):
        page = visit(chromium, served, f"?lang={language}")
        box = page.locator("#chart").bounding_box()
        label = page.locator(
            "#chart .annotation-text-g text", has_text="NATO summit in Warsaw"
        ).bounding_box()
        places.append(label["x"] - box["x"])
        page.context.close()
    assert abs(places[0] - places[1]) < 30  # the gutter is as wide as its names, no more moves


def test_switching_to_arabic_turns_the_page_around_and_back(chromium, served):
    page = visit(chromium, served)
    page.locator("#settings > summary").click()
    page.locator("#language").get_by_text("العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#search")).to_have_attribute(
        "placeholder", message("Search titles and quotes", "ar")
    )
    page.locator("#settings > summary").click()
    page.locator("#language").get_by_text("English").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    page.context.close()
