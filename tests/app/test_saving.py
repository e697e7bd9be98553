"""What the browser saves: images with the font inside, and the filtered events as data."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def saved(page: Page, item: str, folder: Path) -> Path:
    """The file that a menu item saves, under a name of its own."""
    page.locator("#publish > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=item).click()
    path = folder / f"{len(list(folder.iterdir()))}-{download.value.suggested_filename}"
    download.value.save_as(path)
    return path


def picture(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def test_a_png_is_as_large_as_asked_and_not_blank(opened: Open, tmp_path: Path) -> None:
    page = opened("?actor=nato")
    one = picture(saved(page, "PNG image, 1×", tmp_path))
    two = picture(saved(page, "PNG image, 2×", tmp_path))
    three = picture(saved(page, "PNG image, 3×", tmp_path))
    assert one.width >= 600
    assert (two.width, two.height) == (one.width * 2, one.height * 2)
    assert (three.width, three.height) == (one.width * 3, one.height * 3)
    colours = one.convert("RGB").getcolors(maxcolors=1_000_000)
    assert colours is not None
    assert len(colours) > 20


def test_an_svg_is_well_formed_and_carries_its_font_and_words(opened: Open, tmp_path: Path) -> None:
    path = saved(opened("?actor=nato"), "SVG drawing", tmp_path)
    assert path.name.startswith("0-nato-russia-military-contacts-filtered-")
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "@font-face" in text
    assert 'url("data:font/woff2;base64,' in text.replace("&quot;", '"')
    words = "".join(root.itertext())
    assert "NATO–Russia military contacts" in words
    assert "NATO summit in Warsaw" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "Sources: Contacts resume – contacts.txt" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "5 of 7 events · exported" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "<script" not in text.lower()


def test_the_saved_data_are_the_filtered_events(opened: Open, tmp_path: Path) -> None:
    page = opened("?actor=us")
    document = json.loads(saved(page, "Events as JSON", tmp_path).read_text(encoding="utf-8"))
    assert document["schema"] == "detente/1"
    assert {event["id"] for event in document["events"]} == {"brigade", "baku"}
    rows = list(
        csv.DictReader(io.StringIO(saved(page, "Events as CSV", tmp_path).read_text(encoding="utf-8-sig")))
    )
    assert len(rows) == 2
