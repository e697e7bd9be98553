"""The Publish dialog in a real browser: every file is made and its content checked; files are taken in."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.affair import affair
from tests.app.conftest import DRAWN, Served
from tests.app.test_access import violations

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def dialog(page: Page, tab: str = "Image") -> Page:
    """The page with the dialog open at a tab, its picture drawn."""
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#publish-picture")).to_have_attribute("src", re.compile("^blob:"))
    page.get_by_role("tab", name=tab, exact=True).click()
    return page


def saved(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / f"{len(list(folder.iterdir()))}-{download.value.suggested_filename}"
    download.value.save_as(path)
    return path


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def pick(page: Page, label: str, choice: str) -> None:
    before = page.locator("#publish-picture").get_attribute("src")
    page.get_by_role("combobox", name=label).or_(page.get_by_label(label)).first.click()
    page.get_by_role("option", name=choice).click()
    if label == "Size":
        expect(page.locator("#publish-picture")).not_to_have_attribute("src", before or "")


def test_a_png_has_the_size_and_sharpness_that_were_chosen(opened: Open, tmp_path: Path) -> None:
    page = dialog(opened("?actor=nato"))
    pick(page, "Size", "Slide, 1920 × 1080")
    expect(page.locator("#publish-size")).to_have_text("1920 × 1080")
    pick(page, "Sharpness of a PNG", "1×")
    path = saved(page, "Download PNG", tmp_path)
    assert path.name.endswith("-1920x1080.png")
    one = Image.open(path)
    assert one.size == (1920, 1080)
    colours = one.convert("RGB").getcolors(maxcolors=1_000_000)
    assert colours is not None
    assert len(colours) > 20
    pick(page, "Sharpness of a PNG", "3×")
    assert Image.open(io.BytesIO(saved(page, "Download PNG", tmp_path).read_bytes())).size == (5760, 3240)


def test_a_size_stays_chosen_in_another_language(opened: Open) -> None:
    page = dialog(opened(""))
    pick(page, "Size", "Slide, 1920 × 1080")
    expect(page.locator("#publish-size")).to_have_text("1920 × 1080")
    chosen = page.locator("#publish-preset").input_value()
    page.keyboard.press("Escape")
    expect(page.locator("#publish-picture")).to_be_hidden()
    page.evaluate("window.detente.set({lang: 'fr'})")
    page.get_by_role("button", name="Publier").click()
    expect(page.locator("#publish-preset")).to_have_value(re.compile("1920"))
    expect(page.locator("#publish-preset")).not_to_have_value(chosen)
    expect(page.locator("#publish-size")).to_have_text("1920 × 1080")


def test_an_svg_carries_its_font_words_and_alternative_text(opened: Open, tmp_path: Path) -> None:
    page = dialog(opened("?actor=nato"))
    page.get_by_label("Note", exact=True).fill("Drawn for the class.")
    expect(page.locator("#publish-picture")).to_be_visible()
    expect(page.locator("#publish-alt")).to_have_value(re.compile(".{20}"))
    path = saved(page, "Download SVG", tmp_path)
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    words = plain("".join(root.itertext()))
    assert "@font-face" in text
    assert 'url("data:font/woff2;base64,' in text.replace("&quot;", '"')
    for said in ("NATO–Russia military contacts", "NATO summit in Warsaw", "5 of 7 events · exported"):
        assert said in words
    assert "Sources: Contacts resume, 3 March 2017" in words
    assert root.attrib["aria-label"].startswith("NATO–Russia military contacts. Timeline of 5 events.")
    assert "<script" not in text.lower()


@pytest.mark.parametrize(
    ("tab", "alt"),
    [
        ("network", "Network of 4 actors"),
        ("matrix", "Actors by periods"),
        ("map", "Map: 3 of 7"),
        ("table", "Timeline of 7 events"),
    ],
)
def test_every_view_has_its_picture_its_words_and_its_pdf(
    opened: Open, tmp_path: Path, tab: str, alt: str
) -> None:
    page = opened(f"?tab={tab}")
    page = dialog(page)
    expect(page.locator("#publish-alt")).to_have_value(re.compile(alt))
    words = plain(
        "".join(ET.fromstring(saved(page, "Download SVG", tmp_path).read_text(encoding="utf-8")).itertext())
    )
    assert "7 of 7 events · exported" in words
    assert "%PDF" in saved(page, "Download PDF", tmp_path).read_bytes()[:8].decode()


def test_what_is_left_out_of_a_picture_is_not_in_it(opened: Open, tmp_path: Path) -> None:
    page = dialog(opened())
    before = page.locator("#publish-picture").get_attribute("src") or ""
    page.get_by_role("checkbox", name="Sources", exact=True).uncheck()
    expect(page.locator("#publish-picture")).not_to_have_attribute("src", before)
    words = plain(
        "".join(ET.fromstring(saved(page, "Download SVG", tmp_path).read_text(encoding="utf-8")).itertext())
    )
    assert "Sources:" not in words
    assert "exported" in words


def fades(shading: Any) -> bool:
    """Whether a shading goes from one colour to another: a date that is not exact must not look exact."""
    whole = shading["/Function"].get_object()
    parts = [each.get_object() for each in whole.get("/Functions", [whole])]
    return any("/C0" in part and list(part["/C0"]) != list(part["/C1"]) for part in parts) or (
        "/Functions" not in whole and len(set(whole.get_data())) > 8
    )


def test_a_pdf_is_one_page_of_text_in_the_bundled_font(opened: Open, tmp_path: Path) -> None:
    page = dialog(opened())
    pick(page, "Size", "Poster A2")
    read = pypdf.PdfReader(saved(page, "Download PDF", tmp_path))
    (sheet,) = read.pages
    words = plain(" ".join(sheet.extract_text().split()))
    assert "NATO–Russia military contacts" in words
    assert "Gerasimov" in words
    assert [round(float(each) / 72 * 25.4) for each in (sheet.mediabox.width, sheet.mediabox.height)] == [
        594,
        420,
    ]
    assert any(
        "Inter" in str(font.get_object()["/BaseFont"]) for font in sheet["/Resources"]["/Font"].values()
    )
    assert any(fades(each.get_object()) for each in sheet["/Resources"]["/Shading"].values())
    assert read.metadata
    assert read.metadata.title == "NATO–Russia military contacts"


def test_a_pdf_in_arabic_holds_its_letters_joined_and_from_the_right(opened: Open, tmp_path: Path) -> None:
    page = opened("?lang=ar")
    page.locator("#publish").click()
    expect(page.locator("#publish-picture")).to_have_attribute("src", re.compile("^blob:"))
    with page.expect_download() as download:
        page.locator("#do-image-pdf").click()
    download.value.save_as(tmp_path / "arabic.pdf")
    (sheet,) = pypdf.PdfReader(tmp_path / "arabic.pdf").pages
    words = sheet.extract_text()
    assert any("\ufe80" <= letter <= "\ufefc" for letter in words)  # forms that join
    letters = unicodedata.normalize("NFKC", words)
    assert "يناير" in letters  # the reader of the file turns it back
    assert "\u064f" not in letters


@pytest.mark.parametrize(
    ("button", "check"),
    [
        ("Download JSON (all that is known)", lambda text: len(json.loads(text)["events"]) == 2),
        (
            "Download CSV table",
            lambda text: len(list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))) == 2,
        ),
        ("Download iCalendar", lambda text: len(Calendar.from_ical(text).walk("VEVENT")) == 2),
        ("Download TimelineJS JSON", lambda text: len(json.loads(text)["events"]) == 2),
        ("Download GeoJSON", lambda text: len(json.loads(text)["features"]) == 2),
        ("Download GraphML network", lambda text: "graphml" in text and "dunford" in text),
    ],
)
def test_the_data_are_the_filtered_events(
    opened: Open, tmp_path: Path, button: str, check: Callable[[str], bool]
) -> None:
    page = dialog(opened("?actor=us"), "Data")
    assert check(saved(page, button, tmp_path).read_bytes().decode())


def test_the_page_opens_from_the_disk_and_filters(
    opened: Open, context: BrowserContext, tmp_path: Path
) -> None:
    page = dialog(opened(), "Page")
    expect(page.locator("#publish-embed")).to_have_value(re.compile('title="NATO–Russia military contacts"'))
    path = saved(page, "Download the page", tmp_path)
    page.close()  # it would go on asking its server
    context.set_offline(True)
    alone = context.new_page()
    alone.goto(path.as_uri())
    alone.get_by_label("Planned").check()
    expect(alone.locator("#events li:visible .open")).to_have_text(["Moscow security conference"])
    context.set_offline(False)


def test_citations_follow_the_choice_and_are_copied(opened: Open, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = dialog(opened("?event=call"), "Cite")
    expect(page.locator("#cite-apa")).to_have_value(re.compile("^NATO–Russia military contacts"))
    page.get_by_text("The selected event").click()
    page.get_by_label("Made by").fill("Doe, J.")
    expect(page.locator("#cite-apa")).to_have_value(re.compile(r"^Doe, J\. .*Pavel phone call"))
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator("#live")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{")


def test_the_picture_and_its_words_are_copied(opened: Open, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = dialog(opened())
    page.get_by_role("button", name="Copy the alternative text").click()
    expect(page.locator("#live")).to_have_text("Copied.")
    assert "Timeline of 7 events." in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy the picture").click()
    page.wait_for_function(
        "async () => (await navigator.clipboard.read()).some(each => each.types.includes('image/png'))"
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tab", ["Image", "Page", "Data", "Cite", "Import"])
def test_axe_finds_nothing_in_the_dialog(opened: Open, theme: str, tab: str) -> None:
    page = dialog(opened(f"?theme={theme}"), tab)
    assert violations(page) == []


def test_p_opens_the_dialog_and_escape_gives_the_focus_back(opened: Open) -> None:
    page = opened()
    page.locator("#publish").focus()
    page.keyboard.press("p")
    expect(page.get_by_role("dialog", name="Publish or import")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Publish or import")).to_be_hidden()
    expect(page.locator("#publish")).to_be_focused()


TABLE = "title,date,actors\nNew talks,5 March 2017,NATO; Russia\nNo date at all,,\n"


@pytest.fixture
def own(context: BrowserContext) -> Iterator[tuple[Page, Any]]:
    with closing(Served(affair())) as running:
        page = context.new_page()
        page.goto(running.url)
        expect(page.locator(DRAWN)).to_be_attached()
        yield page, running


def test_a_table_shows_what_it_would_add_and_adds_it_in_one_step(
    own: tuple[Page, Any], tmp_path: Path
) -> None:
    page, _ = own
    table = tmp_path / "mine.csv"
    table.write_text(TABLE, encoding="utf-8")
    dialog(page, "Import")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(table)
    plan = page.locator("#import-plan")
    expect(plan).to_contain_text("1 event to add")
    expect(plan).to_contain_text("Row 3, edtf: the date is missing")
    page.get_by_role("button", name="Add to the affair").click()
    expect(plan).to_contain_text("Added in one step")
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text("8 of 8 events")


def test_a_file_that_is_none_is_said_in_the_dialog(own: tuple[Page, Any], tmp_path: Path) -> None:
    page, _ = own
    dialog(page, "Import")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n", encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(wrong)
    expect(page.locator("#import-plan")).to_contain_text("no column “title”")
    expect(page.get_by_role("button", name="Add to the affair")).to_be_disabled()
