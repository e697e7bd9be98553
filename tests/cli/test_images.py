"""Images: the right size, the font inside, nothing fetched."""

import io
import re
import sys

import pytest
from PIL import Image

from dashboard.cli import images, main
from dashboard.errors import ExportError
from dashboard.formats import KINDS
from tests.affair import affair
from tests.chromium import find

NASTY = "</script><script>window.broken=1</script> « Réunion »"
FIGURE = {
    "data": [{"type": "scatter", "x": [1, 2], "y": [2, 3], "mode": "markers"}],
    "layout": {
        "width": 500,
        "height": 300,
        "paper_bgcolor": "#123456",
        "font": {"family": "Inter"},
        "title": {"text": NASTY.replace("<", "&lt;")},
        "template": "none",
    },
}

needs_chrome = pytest.mark.skipif(find() is None, reason="no Chrome or Chromium is here")


@pytest.mark.browser
@needs_chrome
def test_a_png_has_the_size_asked_for():
    image = Image.open(io.BytesIO(images.draw(FIGURE, "png", scale=2)))
    assert image.size == (1000, 600)
    assert image.convert("RGB").getpixel((5, 5)) == (0x12, 0x34, 0x56)


@pytest.mark.browser
@needs_chrome
def test_a_vector_carries_the_font_and_the_words():
    drawn = images.draw(FIGURE, "svg", scale=1).decode()
    assert drawn.startswith("<svg")
    assert 'width="500"' in drawn
    assert "@font-face" in drawn
    assert "Réunion" in drawn
    assert "<script" not in drawn
    assert images.draw(FIGURE, "pdf", scale=1).startswith(b"%PDF")


def test_a_chrome_that_does_not_draw_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setenv("DETENTE_CHROMIUM", sys.executable)
    monkeypatch.setattr(images, "_PATIENCE", 20)
    with pytest.raises(ExportError, match=r"Chrome did not draw the chart.*-o chart\.html\.$"):
        images.draw(FIGURE, "png", scale=1)


def test_nothing_in_kaleido_s_page_names_another_host():
    kaleido = pytest.importorskip("kaleido")
    generator = kaleido.PageGenerator(mathjax=False)
    generator.header += images._font_script()
    assert not re.search(r"(?:src|href)=\"https?:", generator.generate_index())


@pytest.mark.browser
@needs_chrome
def test_a_slide_printed_in_grey_is_a_slide(tmp_path):
    events = tmp_path / "affair.json"
    events.write_bytes(KINDS["json"].write(affair(), "en"))
    out = tmp_path / "slide.png"
    wanted = ["export", str(events), "-o", str(out), "--size", "slide", "--scale", "1", "--theme", "print"]
    assert main(wanted) == 0
    image = Image.open(io.BytesIO(out.read_bytes())).convert("RGB")
    assert image.size == (1920, 1080)
    found = image.getcolors(maxcolors=1_000_000)
    assert found
    assert all(max(colour) - min(colour) <= 2 for _, colour in found)
